//! `rekenkamer schema`: prints or writes JSON Schemas of the YAML files, for editors.

use super::outcome::Outcome;
use super::tell;
use super::tell::Terminal;
use crate::diagnostics::{Report, SourceMap, phrase, portable};
use crate::files::Folder;
use crate::load::schema;
use crate::pipeline::busy;
use crate::privacy::{Cleared, Guard, Outgoing, Typed, clear};
use anyhow::{Context as _, Result};
use clap::builder::PossibleValuesParser;
use serde_json::{Map, Value};
use std::path::{Component, Path, PathBuf};

/// Arguments of `schema`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Of which kind of file; of all without this
    #[arg(value_name = "NAME", value_parser = PossibleValuesParser::new(schema::names()))]
    name: Option<String>,
    /// Write the schemas as files in this folder, over the previous ones
    #[arg(long, value_name = "FOLDER", conflicts_with = "name")]
    write: Option<PathBuf>,
}

/// Prints schemas, or writes all of them to a folder.
pub fn run(args: &Args) -> Result<Outcome> {
    if let Some(folder) = &args.write {
        let Some(open) = Folder::open(folder)? else {
            busy(folder, &Terminal);
            return Ok(Outcome::Errors);
        };
        for file in without_secrets(texts(folder)?) {
            tell::result(&format!("{}\n", portable(open.write(&file)?)))?;
        }
        return Ok(Outcome::Fine);
    }
    let shown = match &args.name {
        Some(name) => schema::schema(name).unwrap_or_default(),
        None => {
            let one = |name: &str| Some((name.to_owned(), schema::schema(name)?));
            Value::Object(schema::names().into_iter().filter_map(one).collect::<Map<_, _>>())
        }
    };
    tell::result(&text(&shown)?)?;
    Ok(Outcome::Fine)
}

/// The relation of a new case, which does not exist yet, to the schemas in the working folder.
/// `None` if the case is outside that folder, so that no relative path to them is stable.
pub fn ties(case: &Path) -> Result<Option<Ties>> {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let here = here.with_context(|| tell::words(&phrase("working-folder")))?;
    let mut whole = std::path::absolute(case).with_context(|| portable(case))?;
    // The existing part of the path may be a link to elsewhere.
    for above in whole.clone().ancestors() {
        let Ok(real) = above.canonicalize() else { continue };
        let rest = whole.strip_prefix(above).map(Path::to_owned).unwrap_or_default();
        whole = real.join(rest);
        break;
    }
    let Ok(inside) = whole.strip_prefix(&here) else { return Ok(None) };
    let depth = inside.components().filter(|c| matches!(c, Component::Normal(_))).count();
    Ok(Some(Ties { depth }))
}

/// Writes missing schemas into the working folder.
pub fn write_missing() -> Result<()> {
    let folder = Path::new(schema::FOLDER);
    let Some(open) = Folder::open(folder)? else { return Ok(()) };
    let mut written = 0;
    for file in texts(folder)? {
        match std::fs::read(&file.path) {
            Ok(bytes) if bytes == file.bytes => {}
            Ok(_) => tell::say(
                &phrase("schema-differs")
                    .with("path", portable(file.path))
                    .with("folder", schema::FOLDER),
            ),
            Err(_) => {
                for file in without_secrets(vec![file]) {
                    open.write(&file)?;
                    written += 1;
                }
            }
        }
    }
    if written > 0 {
        tell::say(&phrase("schemas-written").with("folder", schema::FOLDER));
    }
    Ok(())
}

/// The location of the schemas relative to a case.
#[derive(Debug, Clone, Copy)]
pub struct Ties {
    /// Number of folders between the case and the working folder.
    depth: usize,
}

impl Ties {
    /// Puts the line that refers to its schema before the text of a file of the case.
    pub fn tie(self, name: &str, text: &str) -> String {
        let of = match name {
            "case.yaml" => "case",
            "shared.yaml" => "shared",
            "sources.yaml" => "sources",
            "hearing.yaml" => "hearing",
            "hearing-sent.yaml" => "hearing-sent",
            "confidential.yaml" => "confidential",
            name if name.starts_with("findings/") => "findings",
            _ => return text.to_owned(),
        };
        let up = "../".repeat(self.depth + name.matches('/').count());
        let path = format!("{up}{}/{}", schema::FOLDER, schema::file_name(of));
        format!("# yaml-language-server: $schema={path}\n{text}")
    }
}

fn texts(folder: &Path) -> Result<Vec<Outgoing>> {
    let one = |name: &str| {
        let text = text(&schema::schema(name).unwrap_or_default())?;
        Ok(Outgoing::new(folder, &schema::file_name(name), text))
    };
    schema::names().into_iter().map(one).collect()
}

fn text(value: &Value) -> Result<String> {
    Ok(format!("{}\n", serde_json::to_string_pretty(value)?))
}

/// Clears files without a case: there are no names to protect yet.
pub fn without_secrets(files: Vec<Outgoing>) -> Vec<Cleared> {
    let (mut report, sources) = (Report::default(), SourceMap::default());
    let typed = Typed { texts: &[], sources: &sources, folders: &[] };
    clear(&Guard::of_nothing(), files, &typed, &mut report).unwrap_or_default()
}
