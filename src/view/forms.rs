//! Forms that leave in a document, for somebody else to fill in.

use super::conclusions::AddresseeView;
use super::words;
use crate::dutch::date;
use crate::model::{Addressee, Case, ReactionColumn, ReturnedForm, capital};
use serde::Serialize;

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
