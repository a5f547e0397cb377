//! `--depfile`: writes a Makefile rule with the input files of each output.

use super::listener::Listener;
use crate::assets::Assets;
use crate::diagnostics::{Report, SourceMap, phrase, portable};
use crate::files::write_alone;
use crate::markdown::{Block, parse};
use crate::privacy::{Cleared, Guard, Outgoing, Typed, clear};
use crate::publish::beside;
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A dependency rule for Make.
pub struct Rule {
    /// The output files.
    pub targets: Vec<PathBuf>,
    /// The input files.
    pub inputs: BTreeSet<PathBuf>,
}

/// Writes the depfile, if one was requested. `false` if it would contain a protected name.
///
/// It is written before the output: if a run is killed between the two, the output is older and is
/// made again.
pub fn write<'a>(
    path: Option<&Path>,
    rules: impl FnOnce() -> Vec<Rule>,
    guards: impl IntoIterator<Item = &'a Guard>,
    listener: &dyn Listener,
) -> Result<bool> {
    let Some(path) = path else { return Ok(true) };
    let text = text(&rules())?;
    let (mut report, sources) = (Report::default(), SourceMap::default());
    let typed = Typed { texts: &[], sources: &sources, folders: &[] };
    let mut passed = Vec::new();
    for guard in guards {
        let file = Outgoing { path: path.to_owned(), bytes: text.clone().into_bytes() };
        passed.push(clear(guard, vec![file], &typed, &mut report));
    }
    listener.problems(&report, &sources);
    let all: Option<Vec<Vec<Cleared>>> = passed.into_iter().collect();
    match all.as_deref().map(|all| all.first()) {
        Some(files) => {
            files.into_iter().flatten().try_for_each(|file| write_alone(file).map(drop))?;
            Ok(true)
        }
        None => {
            listener.say(&phrase("nothing-written"));
            Ok(false)
        }
    }
}

/// The files of a source map that are on disk.
pub fn read(sources: &SourceMap) -> BTreeSet<PathBuf> {
    on_disk(sources.paths().map(PathBuf::from))
}

/// The user's own templates, theme and fonts, on which every document depends.
pub fn of_templates(assets: &Assets) -> BTreeSet<PathBuf> {
    on_disk(assets.list("templates/", "").into_iter().map(PathBuf::from))
}

/// The image files that a document shows.
pub fn images(text: &str, folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = Vec::new();
    figures(&parse(text).blocks, &mut found);
    on_disk(found.iter().filter_map(|name| Some(folder.join(beside(folder, name).ok()?))))
}

fn figures(blocks: &[Block], into: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Figure { src, .. } => into.push(src.clone()),
            Block::List { items, .. } | Block::Notes { items } => {
                items.iter().for_each(|item| figures(item, into))
            }
            Block::Quote { c } | Block::Callout { c, .. } => figures(c, into),
            _ => {}
        }
    }
}

/// Keeps the paths that are files; embedded assets are not.
fn on_disk(paths: impl Iterator<Item = PathBuf>) -> BTreeSet<PathBuf> {
    paths.filter(|path| path.is_file()).collect()
}

/// The text of the rules. Each input also gets an empty rule, so that Make does not stop if an
/// input was deleted.
fn text(rules: &[Rule]) -> Result<String> {
    let mut out = String::new();
    for Rule { targets, inputs } in rules {
        let targets: Vec<String> = targets.iter().map(|p| target(p)).collect::<Result<_>>()?;
        let inputs: Vec<String> = inputs.iter().map(|p| escaped(p)).collect::<Result<_>>()?;
        out.push_str(&format!("{}: \\\n  {}\n", targets.join(" "), inputs.join(" \\\n  ")));
    }
    let all: BTreeSet<&PathBuf> = rules.iter().flat_map(|r| &r.inputs).collect();
    for input in all {
        out.push_str(&format!("\n{}:\n", target(input)?));
    }
    Ok(out)
}

/// A path as the target of a rule, where a `%` would make it a pattern.
fn target(path: &Path) -> Result<String> {
    Ok(escaped(path)?.replace('%', "\\%"))
}

/// Escapes a path for Make: `$` is doubled, and special characters get a backslash. Backslashes in
/// the name itself are doubled before such a character, as compilers do.
fn escaped(path: &Path) -> Result<String> {
    let name = portable(path);
    // Make cannot escape these everywhere that a name can occur.
    let unfit = name.contains(['\n', '\r', ';', '=', '&', '|']);
    if unfit {
        return Err(phrase("make-cannot").with("path", name).into());
    }
    let mut out = String::new();
    let mut slashes = 0;
    for (index, c) in name.chars().enumerate() {
        match c {
            // The colon after a drive letter.
            ':' if cfg!(windows) && index == 1 => out.push(c),
            ' ' | '\t' | '#' | ':' | '*' | '?' | '[' => {
                out.push_str(&"\\".repeat(slashes + 1));
                out.push(c);
            }
            '$' => out.push_str("$$"),
            c => out.push(c),
        }
        slashes = if c == '\\' { slashes + 1 } else { 0 };
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_reads_as_compilers_write_it() {
        let rule = Rule {
            targets: vec!["uit/a b/nota.pdf".into()],
            inputs: BTreeSet::from(["cases/a b/case.yaml".into(), "x/$1#.yaml".into()]),
        };
        let expected = "uit/a\\ b/nota.pdf: \\\n  cases/a\\ b/case.yaml \\\n  x/$$1\\#.yaml\n\n\
                        cases/a\\ b/case.yaml:\n\nx/$$1\\#.yaml:\n";
        assert_eq!(text(&[rule]).ok().as_deref(), Some(expected));
    }
}
