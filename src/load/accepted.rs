//! The warnings that a case accepts: each a known warning, about a known item, with a reason.

use super::raw::case::RawAccepted;
use super::raw::{Context, List, May};
use super::references::References;
use crate::diagnostics::{Code, Diagnostic, Item, nearest, phrase};
use crate::model::{Accepted, Conclusion, Framework, Recommendation, Study};
use std::sync::Arc;

/// The items of a case, by id.
pub struct Things<'a> {
    /// The frameworks that the case uses.
    pub frameworks: &'a [Arc<Framework>],
    /// The criteria, findings and sources of the case.
    pub known: &'a References<'a>,
    /// The study, if it could be read.
    pub study: Option<&'a Study>,
    pub conclusions: &'a [Conclusion],
    pub recommendations: &'a [Recommendation],
}

impl Things<'_> {
    /// The ids of one kind; `None` where not all of them could be read.
    fn ids(&self, kind: Item, suppressed: &[Code]) -> Option<Vec<&str>> {
        let whole = |code: Code| !suppressed.contains(&code);
        match kind {
            Item::Framework => whole(Code::UnknownCriterion)
                .then(|| self.frameworks.iter().map(|f| f.id.as_str()).collect()),
            Item::Criterion => whole(Code::UnknownCriterion).then(|| self.known.criteria.to_vec()),
            Item::Finding => whole(Code::UnknownFinding).then(|| self.known.findings.to_vec()),
            Item::Source => whole(Code::UnknownSource).then(|| self.known.sources.to_vec()),
            Item::Question => {
                let study = self.study.filter(|_| whole(Code::UnknownSubQuestion))?;
                Some(study.sub_questions.iter().map(|q| q.id.as_str()).collect())
            }
            Item::Conclusion => whole(Code::UnknownConclusion)
                .then(|| self.conclusions.iter().map(|c| c.id.as_str()).collect()),
            Item::Recommendation => whole(Code::UnknownSubject)
                .then(|| self.recommendations.iter().map(|r| r.id.as_str()).collect()),
            Item::Observation => None,
        }
    }
}

/// The warnings that a case accepts.
pub fn accepted(
    raw: May<List<RawAccepted>>,
    things: &Things<'_>,
    cx: &mut Context<'_>,
) -> Vec<Accepted> {
    let items = raw.map(|l| l.items).unwrap_or_default();
    items.into_iter().filter_map(|item| accepted_warning(item, things, cx)).collect()
}

fn accepted_warning(
    raw: RawAccepted,
    things: &Things<'_>,
    cx: &mut Context<'_>,
) -> Option<Accepted> {
    let span = raw.span;
    let code = cx.value(raw.code);
    let place = code.as_ref().map_or(span, |c| c.span);
    let code = code.and_then(|c| warning(&c.value.unwrap_or_default(), place, cx));
    let about = cx.value(raw.about);
    let reason = cx.need(raw.reason)?;
    let (empty, at) = (reason.value.is_none(), reason.span);
    let reason = cx.markdown_some(Some(reason));
    let (code, kind) = code?;
    if empty {
        let diagnostic = Diagnostic::at(Code::ReasonMissing, at);
        let what = phrase("accepting").with("code", code.as_str());
        cx.push(diagnostic.with("value", what).with("key", "reason"));
    }
    let about = about?;
    let typed = about.value?;
    let known = things.ids(kind, cx.suppressed);
    if let Some(known) = known.filter(|known| !known.contains(&typed.as_str())) {
        let diagnostic = Diagnostic::at(Code::UnknownSubject, about.span)
            .with("value", &typed)
            .with("what", kind.word())
            .with("code", code.as_str())
            .with_some("nearest", nearest(&typed, known.iter().copied()));
        cx.push(diagnostic);
        return None;
    }
    (!empty).then_some(Accepted { code, kind, about: typed, reason, place })
}

/// The warning with this name, if a case may accept it.
fn warning(
    typed: &str,
    place: crate::diagnostics::Span,
    cx: &mut Context<'_>,
) -> Option<(Code, Item)> {
    let Some(code) = Code::ALL.iter().find(|c| c.as_str() == typed.trim()) else {
        let known = Code::acceptable().map(Code::as_str);
        let diagnostic = Diagnostic::at(Code::UnknownWarning, place)
            .with("value", typed)
            .with_some("nearest", nearest(typed, known));
        cx.push(diagnostic);
        return None;
    };
    let kind = code.about();
    if kind.is_none() {
        cx.push(Diagnostic::at(Code::NotAcceptable, place).with("value", code.as_str()));
    }
    kind.map(|kind| (*code, kind))
}
