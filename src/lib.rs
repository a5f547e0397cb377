//! The library behind the command `rekenkamer`: audit findings in, a council's report out.
//!
//! The data goes one way. [`load`] reads a case and its frameworks and collects every problem as
//! a [`diagnostics::Diagnostic`]; [`score`] turns findings into a scorecard; [`view`] says its
//! numbers in Dutch; [`figures`] draws them; [`page`] makes one page on a screen of a comparison;
//! [`narrative`] fills the templates and gives Markdown; [`markdown`] reads that Markdown as a
//! tree; [`publish`] sets the tree as an accessible PDF; and [`output`] is the only room that
//! writes files. [`preview`] shows the pages in a browser. Imports go down that
//! list only.

pub mod assets;
pub mod charts;
pub mod cli;
pub mod compare;
pub mod diagnostics;
pub mod dutch;
pub mod editorial;
pub mod load;
pub mod markdown;
pub mod model;
pub mod narrative;
pub mod output;
pub mod parallel;
pub mod pipeline;
pub mod preview;
pub mod publish;
pub mod reasoning;
pub mod score;
pub mod sheets;
pub mod templates;
pub mod text;
pub mod view;
pub mod webpage;
