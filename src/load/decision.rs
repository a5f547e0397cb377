//! The council's decision on a report, and whether it is about recommendations that the case has.

use super::raw::Context;
use super::raw::case::{RawCouncilDecision, RawDecisionOn};
use super::reactions;
use super::values::Ids;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{CouncilDecision, DecisionOn, PartialDate};

/// The council's decision. `report` and `response` are the dates of the report that it is about and
/// of the response to it, and `known` are the recommendations of the case.
pub fn decision(
    raw: RawCouncilDecision,
    report: Option<PartialDate>,
    response: Option<PartialDate>,
    known: &[&str],
    cx: &mut Context<'_>,
) -> Option<CouncilDecision> {
    let _span = raw.span;
    let typed_date = cx.value(raw.date);
    let place = typed_date.as_ref().map(|text| text.span);
    let date = cx.date(typed_date);
    if let (Some(date), Some(place)) = (date, place) {
        let known = [("report", report), ("response", response)];
        let dated = known.into_iter().filter_map(|(what, since)| Some((what, since?)));
        for (what, since) in dated.filter(|(_, since)| date.last() < since.first()) {
            let diagnostic = Diagnostic::at(Code::DecisionBeforeReport, place).with("what", what);
            let diagnostic = diagnostic.with("value", date.to_string());
            cx.push(diagnostic.with("date", since.to_string()));
        }
    }
    let reference = cx.text_some(raw.reference);
    let url = cx.address(raw.url);
    let text = cx.markdown_some(raw.text);
    let items = raw.recommendations.map(|list| list.items).unwrap_or_default();
    let mut ids = Ids::default();
    let decided = items.into_iter().filter_map(|item| decided(item, known, &mut ids, cx)).collect();
    Some(CouncilDecision { date: date?, reference, url, text, decided })
}

fn decided(
    raw: RawDecisionOn,
    known: &[&str],
    ids: &mut Ids,
    cx: &mut Context<'_>,
) -> Option<DecisionOn> {
    let _span = raw.span;
    let id = cx.id(raw.id)?;
    ids.note(&id, cx);
    let decision = cx.value(raw.decision);
    let decision = cx.word(decision);
    let text = cx.markdown_some(raw.text);
    let owner = cx.text_some(raw.owner).unwrap_or_default();
    let due = cx.date(raw.due);
    if !known.contains(&id.value.as_str()) {
        reactions::unknown(&id.value, id.span, known, cx);
        return None;
    }
    let (recommendation, place) = (id.value, id.span);
    Some(DecisionOn { recommendation, decision: decision?, text, owner, due, place })
}
