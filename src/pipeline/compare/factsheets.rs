//! The pages of single municipalities beside their size class, with the names of their files.

use crate::compare::Problem;
use crate::diagnostics::{Report, SourceMap};
use crate::markdown::Kind;
use crate::model::{Comparison, spelled};
use crate::narrative::{DocumentText, Writer};
use crate::pipeline::prepare::assets;
use crate::view::FactsheetView;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The word that asks for a page of each municipality.
const ALL: &str = "all";

/// The members that were asked for by name, in the order of the comparison.
pub fn members(asked: &[String], comparison: &Comparison) -> Result<BTreeSet<usize>, Vec<Problem>> {
    let mut found = BTreeSet::new();
    let mut unknown = Vec::new();
    for name in asked {
        let named = |own: &str| name == ALL || spelled(own) == spelled(name);
        let own = comparison.members.iter().enumerate().filter(|(_, m)| named(&m.name));
        let own: Vec<usize> = own.map(|(index, _)| index).collect();
        if own.is_empty() {
            let known = comparison.members.iter().map(|m| m.name.clone()).collect();
            unknown.push(Problem::UnknownMember { name: name.clone(), known });
        }
        found.extend(own);
    }
    if unknown.is_empty() { Ok(found) } else { Err(unknown) }
}

/// The texts of factsheets, each with the name of its files. What is wrong in the template is in the
/// report.
pub fn texts(
    views: Vec<FactsheetView>,
    comparison: &str,
    (sources, report): (&mut SourceMap, &mut Report),
) -> Vec<(String, DocumentText)> {
    if views.is_empty() {
        return Vec::new();
    }
    let Some(writer) = Writer::new(Kind::Factsheet, &assets(), sources, report) else {
        return Vec::new();
    };
    let mut used = BTreeSet::new();
    let text = |view: FactsheetView| {
        let text = writer.factsheet(&view, comparison, report)?;
        Some((stem(&view.name, &mut used), text))
    };
    views.into_iter().filter_map(text).collect()
}

/// The name of the files of a municipality, without extension; unlike those in `used`.
fn stem(name: &str, used: &mut BTreeSet<String>) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let words: String = name.to_lowercase().chars().map(plain).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    let own = format!("{}-{}", Kind::Factsheet.stem(), words.join("-"));
    let numbered = (2..).map(|number| format!("{own}-{number}"));
    let free = std::iter::once(own.clone()).chain(numbered).find(|stem| !used.contains(stem));
    let free = free.unwrap_or(own);
    used.insert(free.clone());
    free
}

/// The names of the files of factsheets of earlier runs in a folder, but for those in `fresh`.
pub fn old(folder: &Path, fresh: &BTreeSet<String>) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut old: Vec<String> = entries
        .map(|entry| PathBuf::from(entry.file_name()))
        .filter(|file| {
            let stem = file.file_stem().map(|s| s.to_string_lossy().into_owned());
            let prefix = format!("{}-", Kind::Factsheet.stem());
            stem.is_some_and(|s| s.starts_with(&prefix) && !fresh.contains(&s))
        })
        .map(|file| file.to_string_lossy().into_owned())
        .collect();
    old.sort();
    old
}
