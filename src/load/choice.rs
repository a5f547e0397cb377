//! What a case uses of a framework: all criteria or some, and what it says of the framework as a
//! whole.

use super::findings::own_reason;
use super::raw::case::{RawChosen, RawRest};
use super::raw::{Context, List, May, Text};
use crate::diagnostics::{Code, Diagnostic, Span, nearest};
use crate::model::{Chosen, Framework, Located, Markdown, Overrule, Rule, StudyStatus};
use std::sync::Arc;

/// A framework as a case uses it.
pub struct Used {
    /// With the criteria that the case chose.
    pub framework: Arc<Framework>,
    /// As its file has it.
    pub whole: Arc<Framework>,
    pub chosen: Chosen,
    /// The status and reason of criteria without an entry.
    pub rest: Option<(StudyStatus, Markdown)>,
}

/// Holds what a case says of a framework against the framework.
pub(super) fn used(
    raw: RawChosen,
    id: Located<String>,
    whole: Arc<Framework>,
    cx: &mut Context<'_>,
) -> Option<Used> {
    let span = raw.span;
    let reason = cx.markdown_some(raw.reason);
    let broken = raw.criteria.is_broken() || raw.without.is_broken();
    let chose = raw.criteria.is_some() || raw.without.is_some();
    let unfit = |problem: &'static str| {
        let diagnostic = Diagnostic::at(Code::ChoiceUnfit, span).with("problem", problem);
        diagnostic.with("value", &whole.id)
    };
    if raw.criteria.is_some() && raw.without.is_some() {
        cx.push(unfit("both"));
        return None;
    }
    let only = raw.criteria.is_some();
    let named = if only { raw.criteria } else { raw.without };
    let named = criteria(named, &whole, cx)?;
    if chose && reason.is_empty() {
        cx.push(Diagnostic::at(Code::TextToDo, span).with("key", "reason"));
    }
    if !chose && !broken && !reason.is_empty() {
        cx.push(unfit("all"));
    }
    let keep = |id: &String| if chose { named.contains(id) == only } else { true };
    let framework = match whole.criteria.iter().all(|c| keep(&c.id)) {
        true => whole.clone(),
        false => {
            let (criteria, others): (Vec<_>, Vec<_>) =
                whole.criteria.iter().cloned().partition(|c| keep(&c.id));
            let left_out = others.into_iter().map(|c| (c.id, c.name)).collect();
            Arc::new(Framework { criteria, left_out, ..Framework::clone(&whole) })
        }
    };
    if framework.criteria.is_empty() {
        cx.push(unfit("none"));
        return None;
    }
    let framework = match cx.word(raw.by_theme).unwrap_or(false) {
        true if framework.themes().is_empty() => {
            cx.push(unfit("themes"));
            return None;
        }
        true => Arc::new(by_theme(&framework)),
        false => framework,
    };
    let rest = raw.rest.and_then(|rest| self::rest(rest, cx));
    let verdict = verdict(raw.verdict, &framework, id.span, cx);
    Some(Used { framework, whole, chosen: Chosen { framework: id, reason, verdict }, rest })
}

/// A framework with its criteria in the order of their first themes; what has no theme comes last.
fn by_theme(framework: &Framework) -> Framework {
    let mut out = framework.clone();
    let themes = framework.themes();
    out.criteria.sort_by_key(|criterion| {
        let first = criterion.themes.first();
        themes.iter().position(|theme| Some(theme) == first.as_ref()).unwrap_or(themes.len())
    });
    out
}

/// The criteria that a choice names; `None` where one of them could not be read.
fn criteria(
    raw: May<List<Text, 1>>,
    framework: &Framework,
    cx: &mut Context<'_>,
) -> Option<Vec<String>> {
    let mut whole = !raw.has_lost();
    let known = || framework.criteria.iter().map(|c| c.id.as_str());
    let mut out: Vec<String> = Vec::new();
    for item in raw.map(|l| l.items).unwrap_or_default() {
        let Some(id) = item.value else {
            cx.push(Diagnostic::at(Code::EmptyValue, item.span).with("key", "criteria"));
            whole = false;
            continue;
        };
        if out.contains(&id) {
            let diagnostic = Diagnostic::at(Code::DuplicateId, item.span);
            cx.push(diagnostic.with("value", &id).with("where", "`frameworks`"));
        } else if framework.criterion(&id).is_none() {
            let diagnostic = Diagnostic::at(Code::UnknownCriterion, item.span)
                .with("value", &id)
                .with("framework", format!("`{}`", framework.id))
                .with_some("nearest", nearest(&id, known()));
            cx.push(diagnostic);
            whole = false;
        } else {
            out.push(id);
        }
    }
    whole.then_some(out)
}

/// The status of criteria without an entry: not studied, or not applicable.
fn rest(raw: RawRest, cx: &mut Context<'_>) -> Option<(StudyStatus, Markdown)> {
    let known = [StudyStatus::NotStudied, StudyStatus::NotApplicable].map(|s| (s.key(), s));
    let status = cx.value(raw.status).and_then(|status| cx.word_among(status, &known));
    let reason = cx.need(raw.reason);
    let reason = cx.markdown_some(reason);
    if reason.is_empty() {
        let diagnostic = Diagnostic::at(Code::ReasonMissing, raw.span);
        cx.push(diagnostic.with("value", "rest").with("key", "reason"));
        return None;
    }
    Some((status?, reason))
}

/// The verdict of the researchers, which a framework asks for or not.
fn verdict(
    raw: May<super::raw::case::RawDecision>,
    framework: &Framework,
    place: Span,
    cx: &mut Context<'_>,
) -> Option<Overrule> {
    let norms = framework.criteria.iter().any(|c| !c.legal_duty);
    let asked = norms && matches!(framework.rule, Rule::Judged(_));
    let Some(raw) = raw.as_ref().cloned() else {
        if asked && !raw.is_broken() {
            cx.push(Diagnostic::at(Code::TextToDo, place).with("key", "verdict"));
        }
        return None;
    };
    let place = raw.span;
    if !asked {
        let problem = match framework.rule {
            Rule::Score(_) => "score",
            Rule::Judged(_) => "duties",
            Rule::None => "none",
        };
        let diagnostic = Diagnostic::at(Code::VerdictNotAsked, place).with("problem", problem);
        cx.push(diagnostic.with("value", &framework.id));
        return None;
    }
    let given = raw.level.clone().asked_for();
    let level = cx.level(raw.level, framework.scale);
    let reason = own_reason(raw.reason, place, cx)?;
    let Some(level) = level else {
        cx.need(given)?;
        return None;
    };
    Some(Overrule { level, reason, place })
}
