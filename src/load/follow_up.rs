//! What became of the recommendations of an earlier audit.

use super::case::References;
use super::raw::Context;
use super::raw_case::RawFollowUp;
use super::values::Ids;
use crate::diagnostics::Code;
use crate::model::{EarlierAdvice, FollowUp, Uptake};

/// The follow-up of an earlier audit.
pub fn follow_up(
    raw: Option<RawFollowUp>,
    known: &References<'_>,
    cx: &mut Context<'_>,
) -> Option<FollowUp> {
    let raw = raw?;
    let words: Vec<_> = Uptake::ALL.iter().map(|u| (u.key(), *u)).collect();
    let case = cx.value(raw.case, "case", raw.span);
    let list = cx.need(raw.recommendations, "recommendations", raw.span)?;
    let mut ids = Ids::default();
    let mut recommendations = Vec::new();
    for item in list.items {
        let span = item.span;
        let id = cx.id(item.id, "id", span);
        if let Some(id) = &id {
            ids.note(id, cx);
        }
        let title = cx.text(item.title, "title", span);
        let status = cx.value(item.status, "status", span);
        let status = cx.word(status, &words);
        let text = cx.markdown_some(item.text);
        let findings = cx.references(item.findings, known.findings, Code::UnknownFinding);
        if let (Some(id), Some(status)) = (id, status) {
            recommendations.push(EarlierAdvice { id: id.value, title, status, text, findings });
        }
    }
    Some(FollowUp { case: case?.value?, recommendations })
}
