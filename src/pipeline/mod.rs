//! From the folders of cases to documents in their folders: read, check, score, view, write, set,
//! clear, store. Each step stands here once, and every command goes through them.
//!
//! - `prepare` reads, checks and scores cases, and writes their documents in Markdown.
//! - `document` takes texts from there to their files: settled with what somebody edited, set in their
//!   forms, searched for protected names, and only then written.
//! - `nota`, `render` and `compare` say what goes that way; `watch` goes it again at every change.
#![warn(missing_docs)]

mod behind;
mod clearing;
mod compare;
mod depfile;
mod document;
mod edits;
mod listener;
mod nota;
mod prepare;
mod privacy;
mod render;
mod scored;
mod set;
mod stale;
mod waiting;
mod watch;

pub use behind::GivenCases;
pub use compare::{CompareRequest, Format, compare};
pub use depfile::{Rule, write as write_depfile};
pub use document::{Options, Written};
pub use edits::{BASIS, OnEdit};
pub use listener::{Listener, Silent, busy};
pub use nota::{Request, documents};
pub use prepare::{Prepared, add_new, assets, checked, scored};
pub use render::{RenderRequest, render};
pub use scored::Scored;
pub use watch::{Became, Round, Told, Workbench};
