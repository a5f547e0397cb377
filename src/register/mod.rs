//! What became of recommendations (doorwerking): each recommendation of several studies with the
//! college's position, the council's decision, its term, and its state by year. Pure: whether a term
//! has passed follows from a date that somebody gives, never from a clock.

mod json;

pub use json::json;

use crate::model::{
    Case, CouncilDecision, Decided, DecisionOn, PartialDate, Position, PositionOn, Reader,
    Recommendation, Response, State, Uptake,
};
use chrono::Datelike;
use serde::Serialize;
use std::collections::BTreeMap;

/// Where the term of a recommendation comes from: the first of these that gives one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TermFrom {
    /// The council decided it.
    Decision,
    /// The executive promised it.
    Commitment,
    /// The rekenkamer asked for it.
    Deadline,
}

/// When a recommendation should be carried out at the latest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    pub due: PartialDate,
    pub from: TermFrom,
}

/// How a recommendation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// By its latest state. In one year the reading of the rekenkamer goes before that of the
    /// executive.
    State(Uptake),
    /// Without a state, and not adopted.
    NotAdopted,
    /// Without a state.
    Open,
}

impl Standing {
    /// All, in the order of the documents.
    pub const ALL: [Self; 7] = [
        Self::State(Uptake::Done),
        Self::State(Uptake::Partly),
        Self::State(Uptake::Not),
        Self::State(Uptake::Obsolete),
        Self::State(Uptake::Unknown),
        Self::NotAdopted,
        Self::Open,
    ];
}

/// The states of a recommendation in one year: that of the executive, and that of the rekenkamer.
#[derive(Debug, Clone, Default)]
pub struct YearStates {
    pub college: Option<State>,
    pub rekenkamer: Option<State>,
}

impl YearStates {
    /// The state that counts.
    #[must_use]
    pub fn latest(&self) -> Option<&State> {
        self.rekenkamer.as_ref().or(self.college.as_ref())
    }

    /// Whether both read the year, and differently.
    #[must_use]
    pub fn differ(&self) -> bool {
        let both = self.college.as_ref().zip(self.rekenkamer.as_ref());
        both.is_some_and(|(college, rekenkamer)| college.status != rekenkamer.status)
    }
}

/// A recommendation, and what became of it.
#[derive(Debug)]
pub struct Entry<'a> {
    pub recommendation: &'a Recommendation,
    /// The position of the executive.
    pub position: Option<&'a PositionOn>,
    /// What the council decided.
    pub decision: Option<&'a DecisionOn>,
    pub term: Option<Term>,
    pub years: BTreeMap<i32, YearStates>,
    pub standing: Standing,
    /// Whether its term has passed on the date of the register, while it was not rejected and is
    /// neither carried out nor obsolete. Never without such a date.
    pub overdue: bool,
}

impl Entry<'_> {
    /// Who carries it out: whom the council named, else whom the rekenkamer named.
    #[must_use]
    pub fn owner(&self) -> Option<&str> {
        let decided = self.decision.map(|d| d.owner.as_str()).filter(|owner| !owner.is_empty());
        decided.or(self.recommendation.owner.as_deref())
    }

    /// Whether nothing has to be done any more: it is carried out, obsolete, or was not adopted.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        let done = [Standing::State(Uptake::Done), Standing::State(Uptake::Obsolete)];
        self.was_rejected() || done.contains(&self.standing)
    }

    /// Whether it was not adopted: by the council, or by the executive where the council did not
    /// decide.
    fn was_rejected(&self) -> bool {
        match (self.decision, self.position) {
            (Some(decision), _) => decision.decision == Decided::Rejected,
            (None, Some(position)) => position.position == Position::Rejected,
            (None, None) => false,
        }
    }

    /// The states of the latest year that has any.
    #[must_use]
    pub fn last_year(&self) -> Option<(i32, &YearStates)> {
        self.years.last_key_value().map(|(year, states)| (*year, states))
    }
}

/// A study with its recommendations.
#[derive(Debug)]
pub struct Study<'a> {
    pub case: &'a Case,
    /// The council's decision, if it was known on the date of the register.
    pub decision: Option<&'a CouncilDecision>,
    pub entries: Vec<Entry<'a>>,
}

/// The recommendations of several studies.
#[derive(Debug)]
pub struct Register<'a> {
    /// The date on which terms are judged; nothing later is in the register.
    pub on: Option<PartialDate>,
    /// By the date of the report, oldest first.
    pub studies: Vec<Study<'a>>,
    /// How many studies are left out because their report is later than that date.
    pub later_studies: usize,
}

/// The register of these cases, with these states.
#[must_use]
pub fn register<'a>(cases: &[&'a Case], states: &[State], on: Option<PartialDate>) -> Register<'a> {
    let known = |date: PartialDate| on.is_none_or(|on| date.first() <= on.last());
    let mut own: Vec<&Case> = cases.iter().copied().filter(|c| known(c.study.date)).collect();
    own.sort_by(|a, b| (a.study.date.first(), &a.name).cmp(&(b.study.date.first(), &b.name)));
    let last_year = on.map(|on| on.last().year());
    let told = |state: &State| match &state.later_case {
        Some(later) => own.iter().any(|case| case.name == *later),
        None => last_year.is_none_or(|last| state.year <= last),
    };
    let studies = own.iter().map(|case| {
        let response = case.response.as_ref();
        let response = response.filter(|response| response.date.is_none_or(known));
        let decision = case.decision.as_ref().filter(|decision| known(decision.date));
        let entry = |recommendation: &'a Recommendation| {
            let mut years: BTreeMap<i32, YearStates> = BTreeMap::new();
            let of_it = states.iter().filter(|state| {
                state.case == case.name && state.recommendation == recommendation.id && told(state)
            });
            for state in of_it {
                let year = years.entry(state.year).or_default();
                match state.reader {
                    Reader::College => year.college = Some(state.clone()),
                    Reader::Rekenkamer => year.rekenkamer = Some(state.clone()),
                }
            }
            entry((response, decision), recommendation, years, on)
        };
        Study { case, decision, entries: case.recommendations.iter().map(entry).collect() }
    });
    let later_studies = cases.len() - own.len();
    Register { on, studies: studies.collect(), later_studies }
}

fn entry<'a>(
    (response, decision): (Option<&'a Response>, Option<&'a CouncilDecision>),
    recommendation: &'a Recommendation,
    years: BTreeMap<i32, YearStates>,
    on: Option<PartialDate>,
) -> Entry<'a> {
    let id = &recommendation.id;
    let positions = response.iter().flat_map(|response| &response.positions);
    let position = positions.clone().find(|position| position.recommendation == *id);
    let decided = decision.iter().flat_map(|decision| &decision.decided);
    let decision = decided.clone().find(|decision| decision.recommendation == *id);
    let terms = [
        (decision.and_then(|d| d.due), TermFrom::Decision),
        (position.and_then(|p| p.due), TermFrom::Commitment),
        (recommendation.deadline, TermFrom::Deadline),
    ];
    let term = terms.into_iter().find_map(|(due, from)| Some(Term { due: due?, from }));
    let latest = years.last_key_value().and_then(|(_, states)| states.latest());
    let standing = latest.map_or(Standing::Open, |state| Standing::State(state.status));
    let mut entry =
        Entry { recommendation, position, decision, term, years, standing, overdue: false };
    if entry.standing == Standing::Open && entry.was_rejected() {
        entry.standing = Standing::NotAdopted;
    }
    let passed = on.zip(term).is_some_and(|(on, term)| term.due.last() < on.last());
    entry.overdue = passed && !entry.is_settled();
    entry
}
