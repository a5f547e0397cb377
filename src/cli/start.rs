//! `rekenkamer` without arguments: prints the next step in this folder.

use super::outcome::Outcome;
use super::tell;
use crate::diagnostics::{Fact, Phrase, Severity, phrase, portable};
use crate::files::edited;
use crate::load::Loader;
use crate::markdown::Kind;
use crate::pipeline::BASIS;
use crate::pipeline::{Prepared, assets, scored};
use crate::publish::Typesetter;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// With more cases than this none is read, so that the answer is immediate.
const MOST_READ: usize = 20;

/// Most cases named per state.
const MOST_NAMED: usize = 3;

/// The progress of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Has errors.
    Wrong,
    /// Has a nota of an earlier version of the case.
    Outdated,
    /// Has a nota of an earlier version of the case, which was edited by hand.
    OutdatedEdited,
    /// Has places still to be filled in, and no nota.
    Open,
    /// Is filled in and has no nota.
    WithoutNota,
    /// Has a nota of the current version of the case.
    Current,
}

impl State {
    /// All states, the most urgent first.
    const ALL: [Self; 6] = [
        Self::Wrong,
        Self::Outdated,
        Self::OutdatedEdited,
        Self::Open,
        Self::WithoutNota,
        Self::Current,
    ];

    fn phrase(self) -> &'static str {
        match self {
            Self::Wrong => "start-wrong",
            Self::Outdated => "start-outdated",
            Self::OutdatedEdited => "start-outdated-edited",
            Self::Open => "start-open",
            Self::WithoutNota => "start-without-nota",
            Self::Current => "start-current",
        }
    }
}

/// Prints the next step.
pub fn run() -> Result<Outcome> {
    let mut said = vec![phrase("start-program").with("version", env!("CARGO_PKG_VERSION"))];
    let cases = cases(Path::new("cases"));
    if Path::new("case.yaml").is_file() {
        said.push(phrase("start-inside"));
    } else if cases.is_empty() {
        said.push(phrase("start-none"));
        let known = Loader::new(assets()).framework_ids();
        said.push(phrase("start-frameworks").with("known", known.join(", ")));
    } else if cases.len() > MOST_READ {
        let first = cases.first().map(|case| tell::pasted(case)).unwrap_or_default();
        said.push(phrase("start-many").with("count", cases.len()).with("case", first));
    } else {
        said.extend(states(&cases));
        let first = cases.first().map(|case| tell::pasted(case)).unwrap_or_default();
        said.push(phrase("start-status").with("case", first));
    }
    said.push(phrase("start-more"));
    let lines: Vec<String> = said.iter().map(tell::words).collect();
    tell::result(&format!("{}\n", lines.join("\n")))?;
    Ok(Outcome::Fine)
}

/// The cases in a folder and in its direct subfolders that are not cases.
fn cases(folder: &Path) -> Vec<PathBuf> {
    let mut below: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    // Hidden folders can be leftovers of a killed run.
    below.retain(|path| !hidden(path));
    below.sort();
    let is_case = |path: &PathBuf| path.join("case.yaml").is_file();
    let deeper = |path: PathBuf| match is_case(&path) || path.parent() != Some(Path::new("cases")) {
        true => vec![path],
        false => self::cases(&path),
    };
    below.into_iter().flat_map(deeper).filter(is_case).collect()
}

fn hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// A sentence for each state that occurs, with the next command.
fn states(cases: &[PathBuf]) -> Vec<Phrase> {
    let each: Vec<(State, &PathBuf)> = cases.iter().map(|case| (state(case), case)).collect();
    let of = |state: State| {
        let these: Vec<_> = each.iter().filter(|(of, _)| *of == state).collect();
        let (_, first) = these.first()?;
        let mut names: Vec<Fact> =
            these.iter().take(MOST_NAMED).map(|(_, case)| Fact::from(portable(case))).collect();
        if let Some(more) = these.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
            names.push(phrase("start-others").with("count", more).into());
        }
        let line = phrase(state.phrase()).with("case", tell::pasted(first));
        Some(line.with("cases", Fact::Row(names, ", ")))
    };
    State::ALL.into_iter().filter_map(of).collect()
}

/// Determines the progress of a case.
fn state(case: &Path) -> State {
    let mut prepared = scored(&[case.to_owned()]);
    prepared.check_texts(&Typesetter::new(&assets()));
    let nota = match prepared.has_errors() {
        true => None,
        false => prepared.documents(Kind::Nota).pop().flatten().map(|nota| nota.text()),
    };
    let (Some(nota), false) = (nota, prepared.has_errors()) else {
        return State::Wrong;
    };
    let open = prepared.report.iter().any(|d| d.severity() == Severity::Todo);
    compared(&prepared, &nota).unwrap_or(if open { State::Open } else { State::WithoutNota })
}

/// Compares the nota on disk with the one that would be written now. `None` if there is none.
fn compared(prepared: &Prepared, nota: &str) -> Option<State> {
    let folder = Path::new("output").join(&prepared.cases.first()?.case.name);
    let file = format!("{}.md", Kind::Nota.stem());
    let path = folder.join(&file);
    let by_hand = edited(&path);
    let generated = if by_hand { folder.join(BASIS).join(&file) } else { path.clone() };
    if !path.is_file() {
        return None;
    }
    let current = std::fs::read_to_string(generated).is_ok_and(|text| text == nota);
    Some(match (current, by_hand) {
        (true, _) => State::Current,
        (false, false) => State::Outdated,
        (false, true) => State::OutdatedEdited,
    })
}
