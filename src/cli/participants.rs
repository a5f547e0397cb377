//! `rekenkamer new --from`: creates a case for each participant in a table, with one file that all of
//! them share; or brings a changed table to the cases that are there.

use super::new::{self, Args};
use super::outcome::Outcome;
use super::{revise, schema, tell};
use crate::diagnostics::{Code, Diagnostic, phrase, portable};
use crate::files::{write_new, write_new_folder};
use crate::load::{
    Loader, Participant, ParticipantColumn, Participants, Revision, SHARED, StudyCases,
};
use crate::model::Framework;
use crate::narrative;
use crate::pipeline::{assets, redaction};
use crate::privacy::{NoRole, Outgoing, no_role};
use crate::view::{self, ScaffoldParticipant};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The frameworks of a study, each with the codes of the criteria that were chosen; none for all.
type Frameworks = Vec<(Arc<Framework>, Vec<String>)>;

/// What the table makes of the folder of a study.
#[derive(Default)]
struct Plan {
    /// The shared file, if it is new.
    shared: Option<Outgoing>,
    /// The new cases, with their files.
    new: Vec<(PathBuf, Vec<Outgoing>)>,
    /// What changes in the cases that are there.
    changes: Vec<Revision>,
    /// New findings in cases that are there.
    findings: Vec<Outgoing>,
    /// How many cases stay as they are.
    unchanged: usize,
    /// Cases that the table does not name.
    unnamed: Vec<String>,
}

/// Makes and changes the cases of a study as its table says.
pub fn run(args: &Args, study: &Path, table: &Path) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    let taken = match study {
        study if study.join("case.yaml").is_file() => Some("study"),
        study if study.is_file() => Some("file"),
        study if leads_nowhere(study) => Some("link"),
        _ => None,
    };
    if let Some(problem) = taken {
        let diagnostic = Diagnostic::of_file(Code::ParticipantTaken, portable(study));
        loader.report.push(diagnostic.with("problem", problem));
    }
    let there = study.join(SHARED).is_file();
    let frameworks = match there {
        true => {
            let given =
                [(!args.frameworks.is_empty(), "--frameworks"), (args.date.is_some(), "--date")];
            for (_, option) in given.into_iter().filter(|(given, _)| *given) {
                let diagnostic = Diagnostic::of_file(Code::NoUse, option).with("value", option);
                let what = phrase("what-shared").with("path", portable(study.join(SHARED)));
                loader.report.push(diagnostic.with("what", what));
            }
            loader.shared_frameworks(study)
        }
        false if args.frameworks.is_empty() => return new::unnamed(&mut loader),
        false => Some(new::asked(&args.frameworks, &mut loader)),
    };
    let participants = loader.participants(table, &args.attributes);
    if let Some(participants) = &participants {
        roles(participants, &mut loader);
        participants.notes.iter().for_each(|(place, text)| {
            let place = format!("{}, {place}", portable(table));
            tell::say(&phrase("participants-note").with("place", place).with("text", text.clone()));
        });
    }
    let plan = match (&participants, frameworks) {
        (Some(participants), Some(frameworks)) if !loader.report.has_errors() => {
            plan(args, study, participants, (&frameworks, there), &mut loader)?
        }
        _ => None,
    };
    match plan.filter(|_| !loader.report.has_errors()) {
        Some(plan) => store(study, plan, args.write, &mut loader),
        None => Ok(revise::refused(&mut loader)),
    }
}

/// Reports a contact that is no role, and an attribute with an address or number of somebody.
fn roles(participants: &Participants, loader: &mut Loader) {
    for participant in &participants.all {
        let contact = participant.contact();
        for (_, value) in &participant.attributes {
            let is_contact = contact == Some(value.as_str());
            let problem = match no_role(value) {
                Some(NoRole::Address) => "address",
                Some(NoRole::Person) if is_contact => "person",
                _ => continue,
            };
            // The message does not repeat what must not be written down.
            let code = Code::BadParticipant;
            let diagnostic = participants.discreet(code, participant, ParticipantColumn::Contact);
            loader.report.push(diagnostic.with("problem", problem).with("value", ""));
        }
    }
}

/// Compares the table with the cases that are there. `None` if there is an error in a template.
fn plan(
    args: &Args,
    study: &Path,
    participants: &Participants,
    (frameworks, there): (&Frameworks, bool),
    loader: &mut Loader,
) -> Result<Option<Plan>> {
    let mut plan = Plan::default();
    let date = args.date.unwrap_or_else(new::today);
    if !there {
        let view = view::scaffold(Default::default(), "", date, frameworks, None);
        let text = narrative::shared(&view, &assets(), &mut loader.sources, &mut loader.report);
        let Some(text) = text else { return Ok(None) };
        let ties = schema::ties(study)?;
        let text = ties.map_or_else(|| text.clone(), |ties| ties.tie(SHARED, &text));
        plan.shared = Some(Outgoing::new(study, SHARED, text));
    }
    let cases = loader.study_cases(study);
    let mut named = Vec::new();
    for participant in &participants.all {
        let folder = cases.of(participant).unwrap_or(&participant.folder);
        let case = study.join(folder);
        let known = cases.of(participant).is_some();
        named.push(folder.to_owned());
        let taken = std::fs::read_dir(&case).is_ok_and(|mut entries| entries.next().is_some());
        if !known && (taken || case.is_file() || leads_nowhere(&case)) {
            let code = Code::ParticipantTaken;
            let diagnostic = participants.problem(code, participant, ParticipantColumn::Name);
            let diagnostic = diagnostic.with("problem", "folder");
            loader.report.push(diagnostic.with("value", portable(&case)));
            continue;
        }
        let Some(files) = files(&case, participant, (frameworks, date), loader)? else {
            return Ok(None);
        };
        if !known {
            plan.new.push((case, files));
            continue;
        }
        let missing = |file: &Outgoing| {
            file.path.parent().is_some_and(|p| p.ends_with("findings"))
                && !file.path.exists()
                && shares(&case)
        };
        let findings: Vec<Outgoing> = files.into_iter().filter(missing).collect();
        let change = loader.participant_changes(&case, participant);
        plan.unchanged += usize::from(findings.is_empty() && change.is_none());
        plan.changes.extend(change);
        plan.findings.extend(findings);
    }
    plan.unnamed = unnamed(&cases, &named);
    Ok(Some(plan))
}

/// Whether a path is a link to something that does not exist.
fn leads_nowhere(path: &Path) -> bool {
    path.is_symlink() && !path.exists()
}

/// Whether a case takes its frameworks from the shared file.
fn shares(case: &Path) -> bool {
    let text = std::fs::read_to_string(case.join("case.yaml")).unwrap_or_default();
    text.lines().any(|line| line.starts_with("shared:"))
}

/// The cases that no row of the table is about.
fn unnamed(cases: &StudyCases, named: &[String]) -> Vec<String> {
    let others = cases.folders().filter(|folder| !named.iter().any(|name| name == folder));
    others.map(str::to_owned).collect()
}

/// The files of a new case on a participant.
fn files(
    case: &Path,
    participant: &Participant,
    (frameworks, date): (&Frameworks, crate::model::PartialDate),
    loader: &mut Loader,
) -> Result<Option<Vec<Outgoing>>> {
    let Participant { kind, name, code, province, inhabitants, attributes, .. } = participant;
    let mut view = view::scaffold(*kind, name, date, frameworks, None);
    view.participant = Some(ScaffoldParticipant {
        shared: format!("../{SHARED}"),
        code: code.clone(),
        province: province.clone(),
        inhabitants: *inhabitants,
        date: participant.date.clone(),
        attributes: attributes.clone(),
    });
    let (sources, report) = (&mut loader.sources, &mut loader.report);
    let files = narrative::scaffold(&view, &assets(), sources, report);
    let ties = schema::ties(case)?;
    Ok(files.map(|files| new::tied(case, files, ties)))
}

/// Writes what is new; shows what changes, and writes that where it was asked for.
fn store(study: &Path, plan: Plan, write: bool, loader: &mut Loader) -> Result<Outcome> {
    redaction(loader);
    tell::problems(&loader.report, &loader.sources);
    let is_new = plan.shared.is_some() || !plan.new.is_empty();
    for file in schema::without_secrets(plan.shared.into_iter().collect()) {
        if write_new(&file)? {
            tell::names(&[file.path().to_owned()])?;
        }
    }
    let made = plan.new.len();
    for (case, files) in plan.new {
        if write_new_folder(&case, &schema::without_secrets(files))?.is_none() {
            let diagnostic = Diagnostic::of_file(Code::FolderExists, portable(&case));
            loader.report.push(diagnostic);
            return Ok(revise::refused(loader));
        }
        tell::names(&[case])?;
    }
    if is_new && schema::ties(study)?.is_some() {
        schema::write_missing()?;
    }
    let done = phrase("participants-done").with("made", made).with("same", plan.unchanged);
    tell::say(&done.with("changed", plan.changes.len()));
    if !plan.unnamed.is_empty() {
        let folders = plan.unnamed.join(", ");
        tell::say(&phrase("participants-unnamed").with("cases", folders));
    }
    if plan.changes.is_empty() && plan.findings.is_empty() {
        if made > 0 {
            tell::say(&phrase("participants-next").with("path", portable(study.join(SHARED))));
        }
        return Ok(Outcome::Fine);
    }
    revise::show(&plan.changes, &plan.findings)?;
    if made > 0 && !write {
        tell::say(&phrase("participants-not-yet"));
        return Ok(Outcome::Fine);
    }
    revise::store(study, plan.changes, plan.findings, write)
}
