//! Plans changes of the files of a case: a framework that is added, or one that has a new version.
//!
//! Every change is made by the editor of `edit`, so that all else that was typed stays. Nothing is
//! written here: a plan holds the old bytes of each file and its new text.

mod add;
mod as_sent;
mod copied;
mod fate;
mod hearing;
mod mentions;
mod opened;
mod references;
mod returned;
mod sent;
mod study;
mod upgrade;

pub use as_sent::CurrentText;
pub use copied::CopyTaken;
pub use opened::{Change, Opened, Revision};
pub use returned::Returned;
pub use upgrade::{Mention, Upgrade, Upgrades};
