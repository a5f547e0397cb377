//! Turns the folders of cases into documents: read, check, score, view, write, typeset, clear,
//! store. Each step is implemented here once, and every command uses it.
//!
//! - `prepare` reads, checks and scores cases, and writes their documents in Markdown.
//! - `document` takes those texts to their files: reconciled with edits by hand, typeset in their
//!   formats, searched for protected names, and only then written.
//! - `nota`, `render` and `compare` decide what is processed; `watch` repeats it at every change.
#![warn(missing_docs)]

mod behind;
mod clearing;
mod compare;
mod depfile;
mod document;
mod edits;
mod expanded;
mod joint;
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
pub use prepare::{Prepared, add_new, assets, checked, redaction, scored};
pub use render::{RenderRequest, render};
pub use scored::Scored;
pub use watch::{Became, Message, Round, Workbench};
