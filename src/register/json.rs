//! The register as JSON, for another program.

use super::{Entry, Register, Study, TermFrom, YearStates};
use crate::model::{Decided, PartialDate, Position, State, Status, Uptake};
use serde::Serialize;
use std::collections::BTreeMap;

/// Version of the format.
const FORMAT: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct RegisterFile<'a> {
    format: u32,
    program: String,
    on: Option<PartialDate>,
    inputs: BTreeMap<&'a str, &'a str>,
    studies: Vec<StudyFile<'a>>,
    recommendations: Vec<EntryFile<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct StudyFile<'a> {
    case: &'a str,
    body: &'a str,
    title: &'a str,
    date: PartialDate,
    status: Status,
    decision: Option<CouncilFile<'a>>,
}

#[derive(Serialize)]
struct CouncilFile<'a> {
    date: PartialDate,
    reference: Option<&'a str>,
    url: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct EntryFile<'a> {
    case: &'a str,
    id: &'a str,
    title: &'a str,
    addressee: &'a str,
    owner: Option<&'a str>,
    position: Option<Position>,
    commitment: Option<&'a str>,
    decision: Option<Decided>,
    due: Option<PartialDate>,
    due_from: Option<TermFrom>,
    /// `None` where no date was given.
    overdue: Option<bool>,
    states: Vec<StateFile<'a>>,
}

#[derive(Serialize)]
struct StateFile<'a> {
    year: i32,
    college: Option<ReadingFile<'a>>,
    rekenkamer: Option<ReadingFile<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ReadingFile<'a> {
    status: Uptake,
    text: &'a str,
    evidence: &'a str,
    /// The later case whose follow-up it comes from.
    later_case: Option<&'a str>,
}

/// The register as JSON; `inputs` are the files that it was made from, with their SHA-256.
///
/// # Errors
/// Never, for a register that fits in memory.
pub fn json<'a>(
    register: &'a Register<'a>,
    inputs: &[(String, String)],
) -> serde_json::Result<String> {
    let dated = register.on.is_some();
    let of_study = |study: &'a Study<'a>| study.entries.iter().map(move |e| entry(study, e, dated));
    let file = RegisterFile {
        format: FORMAT,
        program: format!("rekenkamer {}", env!("CARGO_PKG_VERSION")),
        on: register.on,
        inputs: inputs.iter().map(|(path, hash)| (path.as_str(), hash.as_str())).collect(),
        studies: register.studies.iter().map(study).collect(),
        recommendations: register.studies.iter().flat_map(of_study).collect(),
    };
    Ok(format!("{}\n", serde_json::to_string_pretty(&file)?))
}

fn study<'a>(study: &'a Study<'_>) -> StudyFile<'a> {
    let case = study.case;
    let decision = study.decision.map(|decision| CouncilFile {
        date: decision.date,
        reference: decision.reference.as_deref(),
        url: decision.url.as_deref(),
    });
    StudyFile {
        case: &case.name,
        body: &case.body.name,
        title: &case.study.title,
        date: case.study.date,
        status: case.study.status,
        decision,
    }
}

fn entry<'a>(study: &'a Study<'_>, entry: &'a Entry<'_>, dated: bool) -> EntryFile<'a> {
    let commitment = entry.position.map(|position| position.commitment.as_str());
    EntryFile {
        case: &study.case.name,
        id: &entry.recommendation.id,
        title: &entry.recommendation.title,
        addressee: entry.recommendation.addressee.key(),
        owner: entry.owner(),
        position: entry.position.map(|position| position.position),
        commitment: commitment.filter(|text| !text.is_empty()),
        decision: entry.decision.map(|decision| decision.decision),
        due: entry.term.map(|term| term.due),
        due_from: entry.term.map(|term| term.from),
        overdue: dated.then_some(entry.overdue),
        states: entry.years.iter().map(|(year, states)| state(*year, states)).collect(),
    }
}

fn state(year: i32, states: &YearStates) -> StateFile<'_> {
    StateFile {
        year,
        college: states.college.as_ref().map(reading),
        rekenkamer: states.rekenkamer.as_ref().map(reading),
    }
}

fn reading(state: &State) -> ReadingFile<'_> {
    ReadingFile {
        status: state.status,
        text: &state.text,
        evidence: &state.evidence,
        later_case: state.later_case.as_deref(),
    }
}
