//! The library behind the command `rekenkamer`: audit findings in, a council's report out.
//!
//! [`pipeline`] makes documents as the command does, from the folder of a case to its files:
//!
//! ```
//! use rekenkamer::pipeline::{Request, Silent, documents};
//!
//! let output = tempfile::tempdir()?;
//! let request = Request::nota("cases/inhuur-2026", output.path());
//! let written = documents(&request, Vec::new(), &Silent)?;
//! for path in written.map(|written| written.paths).unwrap_or_default() {
//!     println!("{}", path.display());
//! }
//! assert!(output.path().join("inhuur-2026/nota.pdf").is_file());
//! # Ok::<(), anyhow::Error>(())
//! ```
//!
//! Problems are told to a [`pipeline::Listener`] while the work goes on. The steps by themselves:
//! [`load`] reads a case and its frameworks and collects every problem as a
//! [`diagnostics::Diagnostic`]; [`score`] turns findings into a scorecard; [`reasoning`] asks whether
//! it holds; [`view`] says it in Dutch; [`narrative`] fills the templates and gives Markdown;
//! [`markdown`] reads that Markdown as a tree; [`publish`] sets the tree as an accessible PDF;
//! [`privacy`] searches what leaves; and [`files`] is the only room that writes. ARCHITECTURE has all
//! rooms by floor.

pub mod assets;
pub mod charts;
pub mod cli;
pub mod compare;
pub mod diagnostics;
pub mod dutch;
pub mod editorial;
pub mod files;
pub mod load;
pub mod markdown;
pub mod model;
pub mod narrative;
pub mod package;
pub mod parallel;
pub mod pipeline;
pub mod preview;
pub mod privacy;
pub mod publish;
pub mod reasoning;
pub mod register;
pub mod score;
pub mod sheets;
pub mod templates;
pub mod text;
pub mod view;
pub mod webpage;
