//! `rekenkamer framework codebook`: a framework as a codebook for a program for qualitative analysis.

use crate::cli::outcome::Outcome;
use crate::cli::{schema, tell};
use crate::diagnostics::{Code, Diagnostic, nearest, phrase, portable};
use crate::files::write_new;
use crate::load::Loader;
use crate::pipeline::assets;
use crate::privacy::Outgoing;
use crate::sheets::codebook;
use anyhow::Result;
use std::path::PathBuf;

/// Arguments of `framework codebook`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The code of the framework, such as bibob
    #[arg(value_name = "ID")]
    id: String,
    /// The file to make; named after the framework without this
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// Writes the file, unless there is one.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    let ids = loader.framework_ids();
    if !ids.contains(&args.id) {
        let near = nearest(&args.id, ids.iter().map(String::as_str));
        let path = format!("frameworks/{}.yaml", args.id);
        let diagnostic = Diagnostic::of_file(Code::UnknownFramework, path).with("value", &args.id);
        let diagnostic = diagnostic.with("known", ids.join(", "));
        loader.report.push(diagnostic.with_some("nearest", near));
    }
    let framework = match loader.report.has_errors() {
        true => None,
        false => loader.framework(&args.id),
    };
    let Some(framework) = framework else {
        tell::problems(&loader.report, &loader.sources);
        return Ok(Outcome::Errors);
    };
    let path = args.file.clone().unwrap_or_else(|| PathBuf::from(format!("{}.qdc", args.id)));
    let bytes = codebook(&framework).into_bytes();
    for file in schema::without_secrets(vec![Outgoing { path: path.clone(), bytes }]) {
        if !write_new(&file)? {
            loader.report.push(Diagnostic::of_file(Code::CodebookExists, portable(&path)));
            tell::problems(&loader.report, &loader.sources);
            return Ok(Outcome::Errors);
        }
    }
    tell::result(&format!("{}\n", portable(&path)))?;
    tell::say(&phrase("codebook-made").with("count", framework.criteria.len()));
    Ok(Outcome::Fine)
}
