//! Turns the folders of cases into documents: read, check, score, view, write, typeset, clear,
//! store. Each step is implemented here once, and every command uses it.
//!
//! - `prepare` reads, checks and scores cases, and writes their documents in Markdown.
//! - `document` takes those texts to their files: reconciled with edits by hand, typeset in their
//!   formats, searched for protected names, and only then written.
//! - `nota`, `render`, `compare` and `register` decide what is processed; `watch` repeats it at every
//!   change.
//! - `publication` takes the documents of a case to a folder that is made public, once `readiness`
//!   finds nothing open.
#![warn(missing_docs)]

mod behind;
mod casebook;
mod clearing;
mod compare;
mod depfile;
mod document;
mod edits;
mod ending;
mod expanded;
mod filled;
mod filling;
mod hearing;
mod joint;
mod listener;
mod metadossier;
mod nota;
mod prepare;
mod privacy;
mod publication;
mod readiness;
mod register;
mod render;
mod scored;
mod set;
mod stale;
mod states;
mod waiting;
mod watch;

pub use behind::GivenCases;
pub use casebook::{ExportRequest, export, merged};
pub use compare::{CompareRequest, Format, compare};
pub use depfile::{Rule, write as write_depfile};
pub use document::{Options, Written};
pub use edits::{BASIS, OnEdit};
pub use expanded::with_cases;
pub use hearing::{check_hearing, hearing_now};
pub use listener::{Listener, Silent, busy};
pub use metadossier::{MetadossierFormat, MetadossierRequest, metadossier};
pub use nota::{Request, documents};
pub use prepare::{Prepared, add_new, assets, checked, redaction, scored};
pub use publication::{PublishRequest, publication};
pub use register::{RegisterFormat, RegisterRequest, register};
pub use render::{RenderRequest, render};
pub use scored::Scored;
pub use watch::{Became, Message, Round, Workbench};
