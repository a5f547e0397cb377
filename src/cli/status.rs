//! `rekenkamer status`: where a study stands, what is next, and what waits for whom.

use super::names::existing_path;
use super::outcome::Outcome;
use super::tell;
use crate::diagnostics::{Phrase, phrase};
use crate::load::Loader;
use crate::model::{Case, Status};
use crate::pipeline::{assets, redaction, with_cases};
use crate::reasoning::{Progress, Stage, State, progress};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Arguments of `status`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folders of the cases
    #[arg(required = true, value_name = "CASE", value_parser = existing_path())]
    cases: Vec<PathBuf>,
}

/// Prints where each case stands.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    loader.only_checks = true;
    let mut shown = Vec::new();
    for folder in &with_cases(&args.cases, &mut loader.report) {
        let case = loader.case(folder);
        shown.extend(case.map(|case| lines(&case, folder).join("\n")));
    }
    if loader.report.has_errors() {
        redaction(&mut loader);
        tell::problems(&loader.report, &loader.sources);
        return Ok(Outcome::Errors);
    }
    tell::result(&format!("{}\n", shown.join("\n\n")))?;
    Ok(Outcome::Fine)
}

fn lines(case: &Case, folder: &Path) -> Vec<String> {
    let steps = progress(case);
    let mut out = vec![format!("{} – {}", case.body.kind.label(&case.body.name), case.study.title)];
    let width = |words: &[String]| words.iter().map(|w| w.chars().count()).max().unwrap_or(0);
    let states: Vec<String> = steps.iter().map(|step| tell::words(&state(step.state))).collect();
    let names: Vec<String> = steps.iter().map(|step| tell::words(&name(step.stage))).collect();
    let (wide, wider) = (width(&states), width(&names));
    for ((step, state), name) in steps.iter().zip(&states).zip(&names) {
        let said: Vec<String> = step.said.iter().map(tell::words).collect();
        out.push(format!("  {state:<wide$}  {name:<wider$}  {}", said.join("; ")));
    }
    let next = match case.study.status {
        Status::Reconstructie => phrase("next-none"),
        _ => next(&steps).with("case", tell::pasted(folder)),
    };
    out.push(tell::words(&next));
    out
}

/// What to do next: the first step that is to do, or else the one behind the last of which the case
/// says something.
fn next(steps: &[Progress]) -> Phrase {
    let begun = steps.iter().rposition(|step| step.state != State::Unsaid).map_or(0, |at| at + 1);
    let open = steps.iter().position(|step| step.state == State::ToDo);
    let waits = begun.checked_sub(1).and_then(|at| steps.get(at));
    let waits = waits.is_some_and(|step| step.state == State::Waiting);
    match open.or(Some(begun)).and_then(|at| steps.get(at)) {
        _ if open.is_none() && waits => phrase("next-wait"),
        None => phrase("next-register"),
        Some(step) => phrase(match (step.stage, step.state) {
            (Stage::Plan, _) => "next-plan",
            (Stage::Conversations, _) => "next-conversations",
            (Stage::Findings, _) => "next-findings",
            (Stage::Hearing, State::Unsaid) => "next-hearing",
            (Stage::Hearing, _) => "next-answers",
            (Stage::Reaction, _) => "next-reaction",
            (Stage::Afterword, _) => "next-afterword",
            (Stage::Decision, _) => "next-decision",
        }),
    }
}

fn state(state: State) -> Phrase {
    phrase(match state {
        State::Done => "state-done",
        State::Waiting => "state-waiting",
        State::ToDo => "state-to-do",
        State::Unsaid => "state-unsaid",
    })
}

fn name(stage: Stage) -> Phrase {
    phrase(match stage {
        Stage::Plan => "step-plan",
        Stage::Conversations => "step-conversations",
        Stage::Findings => "step-findings",
        Stage::Hearing => "step-hearing",
        Stage::Reaction => "step-reaction",
        Stage::Afterword => "step-afterword",
        Stage::Decision => "step-decision",
    })
}
