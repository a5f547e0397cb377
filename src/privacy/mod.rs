//! Keeps protected names and other private data out of published files: every file is read back
//! from its bytes and searched.
//!
//! Only [`clear`] makes a [`Cleared`], for all files of a call together, and only a [`Cleared`] can
//! be written; of files in a store, [`clear_stored`] a [`StoredFile`].

mod clearing;
mod contact;
mod extract;
mod names;
mod outgoing;
mod personal;
mod private_folder;
mod roles;
mod store;
mod typed;

pub use clearing::{Pictures, Searched, clear, clear_stored, clear_with};
pub use contact::{NoRole, no_role};
pub use names::Guard;
pub use outgoing::{Cleared, Outgoing};
pub use personal::{Personal, personal};
pub use private_folder::{NotPrivate, PrivateFolder, private_file, private_folder};
pub use roles::{SMALL, lone_roles};
pub use store::{Store, Stored, StoredFile, Unsearched};
pub use typed::Typed;
