//! Forms that leave in a document, for somebody else to fill in.

use super::conclusions::AddresseeView;
use super::words;
use crate::dutch::date;
use crate::model::{
    Addressee, Case, PartialDate, ReactionColumn, ReturnedForm, SourceKind, capital,
};
use serde::Serialize;

/// A letter with the report of a conversation, for whoever spoke.
#[derive(Debug, Clone, Serialize)]
pub struct LetterView {
    pub code: String,
    /// Their role, as the list of sources has it.
    pub to: String,
    pub group: bool,
    /// When they spoke, in words; empty if it is not given.
    pub held: String,
    /// Whether that is a single day.
    pub on_day: bool,
    /// When it was sent and by when an answer is asked, in words; empty if not given.
    pub sent: String,
    pub due: String,
}

/// A letter for each report that was not agreed to yet, in the order of the sources.
pub fn letters(case: &Case) -> Vec<LetterView> {
    let open = case.sources.iter().filter(|source| source.awaits_agreement());
    let day = |day: Option<PartialDate>| day.map(date).unwrap_or_default();
    open.map(|source| LetterView {
        code: source.code.clone(),
        to: source.title.clone(),
        group: source.kind == SourceKind::GroupSession,
        held: day(source.date),
        on_day: source.date.is_some_and(|held| held.first() == held.last()),
        sent: day(source.report.and_then(|report| report.sent)),
        due: day(source.report.and_then(|report| report.due)),
    })
    .collect()
}

/// The day on which the last of these letters was sent.
pub fn letters_sent(case: &Case) -> Option<PartialDate> {
    let open = case.sources.iter().filter(|source| source.awaits_agreement());
    open.filter_map(|source| source.report?.sent).max_by_key(|sent| sent.last())
}

/// The request to the executive for its reaction, with the form.
#[derive(Debug, Clone, Serialize)]
pub struct RequestView {
    /// The executive, in a sentence and as it begins one.
    pub executive: String,
    pub executive_title: String,
    /// The day by which the reaction is asked, in words; empty if it is not given.
    pub due: String,
    pub columns: Vec<String>,
    /// The cells of a row for each recommendation; those to fill in are empty.
    pub rows: Vec<Vec<String>>,
}

/// The request for the reaction, with a row in the form for each recommendation.
pub fn request(case: &Case, recommendations: &[AddresseeView]) -> RequestView {
    let executive = words::addressee(case.body.kind, &Addressee::College);
    let heading = |column: ReactionColumn| {
        let own = column.heading().map(str::to_owned);
        own.unwrap_or_else(|| ReturnedForm::Reaction.heading(&case.name))
    };
    let items = recommendations.iter().flat_map(|group| &group.items);
    let rows = items.map(|item| {
        let cell = |column| match column {
            ReactionColumn::Code => item.id.clone(),
            ReactionColumn::Recommendation => format!("{}. {}", item.number, item.title),
            _ => String::new(),
        };
        ReactionColumn::ALL.map(cell).into()
    });
    RequestView {
        executive_title: capital(&executive),
        executive,
        due: case.response.as_ref().and_then(|r| r.due).map(date).unwrap_or_default(),
        columns: ReactionColumn::ALL.map(heading).into(),
        rows: rows.collect(),
    }
}
