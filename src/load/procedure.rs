//! Validates what a case says of the steps around a study: its plan, and its proposal to the
//! council.

use super::raw::case::RawCase;
use super::raw::procedure::{RawPlan, RawPlanStep, RawPoint, RawProposal};
use super::raw::{Context, May};
use super::reactions::unknown;
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::model::{PartialDate, Period, Plan, PlannedStep, Point, Proposal, When};
use std::path::Path;

/// Whether a study has a plan and nothing else yet, so that its sources and findings may be absent.
pub fn only_planned(raw: &RawCase, folder: &Path) -> bool {
    let concluded = raw.conclusions.as_ref().is_some_and(|list| !list.items.is_empty());
    let advised = raw.recommendations.as_ref().is_some_and(|list| !list.items.is_empty());
    raw.plan.is_some() && !concluded && !advised && !folder.join("findings").exists()
}

/// The plan. `report` is the date of the report, unless the study is still to begin: a plan is
/// older.
pub fn plan(raw: RawPlan, report: Option<PartialDate>, cx: &mut Context<'_>) -> Plan {
    let place = raw.span;
    let typed = [&raw.adopted, &raw.date].into_iter().find_map(|date| Some(date.as_ref()?.span));
    let adopted = cx.date(raw.adopted);
    let date = cx.date(raw.date);
    if let (Some(own), Some(report)) = (adopted.or(date), report)
        && own.first() > report.last()
    {
        let diagnostic = Diagnostic::at(Code::StepUnfit, typed.unwrap_or(place));
        let diagnostic = diagnostic.with("problem", "late").with("value", own.to_string());
        cx.push(diagnostic.with("expected", report.to_string()));
    }
    if raw.planning.as_ref().is_none_or(|list| list.items.is_empty()) && !raw.planning.is_broken() {
        let at = raw.planning.as_ref().map_or(place, |list| list.span);
        cx.push(Diagnostic::at(Code::TextToDo, at).with("key", "planning"));
    }
    let steps = raw.planning.map(|l| l.items).unwrap_or_default();
    let planning = steps.into_iter().map(|item| step(item, cx)).collect();
    // Without it nobody can tell what the study leaves out.
    if raw.scope.as_ref().is_none_or(|scope| scope.value.is_none()) && !raw.scope.is_broken() {
        let at = raw.scope.as_ref().map_or(place, |scope| scope.span);
        cx.push(Diagnostic::at(Code::TextToDo, at).with("key", "scope"));
    }
    let scope = cx.markdown_some(raw.scope);
    Plan {
        adopted,
        date,
        background: cx.markdown_some(raw.background),
        goal: cx.markdown_some(raw.goal),
        scope,
        method: cx.markdown_some(raw.method),
        planning,
        organisation: cx.markdown_some(raw.organisation),
        costs: cx.markdown_some(raw.costs),
        confidential: cx.markdown_some(raw.confidential),
    }
}

fn step(raw: RawPlanStep, cx: &mut Context<'_>) -> PlannedStep {
    let place = raw.span;
    let step = cx.text(raw.step);
    let ends = [&raw.from, &raw.to].into_iter().find_map(|end| Some(end.as_ref()?.span));
    if raw.date.is_some() && ends.is_some() {
        let at = ends.unwrap_or(place);
        cx.push(Diagnostic::at(Code::StepUnfit, at).with("problem", "both").with("value", &step));
        return PlannedStep { step, when: None };
    }
    let when = match ends {
        Some(_) => {
            let from = cx.value(raw.from.asked_for());
            let to = cx.value(raw.to.asked_for());
            period(cx.date(from), cx.date(to), place, cx).map(When::During)
        }
        None => {
            let open = raw.date.as_ref().is_none_or(|date| date.value.is_none());
            if open && !raw.date.is_broken() {
                cx.push(Diagnostic::at(Code::TextToDo, place).with("key", "date"));
            }
            cx.date(raw.date).map(When::On)
        }
    };
    PlannedStep { step, when }
}

fn period(
    from: Option<PartialDate>,
    to: Option<PartialDate>,
    place: Span,
    cx: &mut Context<'_>,
) -> Option<Period> {
    let period = Period { from: from?, to: to? };
    if period.to.last() < period.from.first() {
        let diagnostic = Diagnostic::at(Code::PeriodReversed, place);
        let diagnostic = diagnostic.with("from", period.from.to_string());
        cx.push(diagnostic.with("to", period.to.to_string()));
        return None;
    }
    Some(period)
}

/// The proposal. `report` is the date of the report, and `known` are the recommendations of the case.
pub fn proposal(
    raw: May<RawProposal>,
    report: Option<PartialDate>,
    known: &[&str],
    cx: &mut Context<'_>,
) -> Proposal {
    let Some(raw) = raw.known() else { return Proposal::default() };
    let _span = raw.span;
    let items = raw.points.map(|l| l.items).unwrap_or_default();
    let date = cx.date(raw.date);
    let after = if date.is_some() { ("date", date) } else { ("study.date", report) };
    let meeting = cx.step_since(raw.meeting, "meeting", after);
    let action_plan = cx.step_since(raw.action_plan, "action-plan", after);
    Proposal {
        date,
        meeting,
        number: cx.text_some(raw.number),
        committee: cx.text_some(raw.committee),
        registration: cx.text_some(raw.registration),
        author: cx.text_some(raw.author),
        portfolio: cx.text_some(raw.portfolio),
        text: cx.markdown_some(raw.text),
        action_plan,
        points: items.into_iter().map(|item| point(item, known, cx)).collect(),
    }
}

fn point(raw: RawPoint, known: &[&str], cx: &mut Context<'_>) -> Point {
    let _span = raw.span;
    let text = cx.text(raw.text);
    let mut recommendations = Vec::new();
    for item in raw.recommendations.map(|l| l.items).unwrap_or_default() {
        let span = item.span;
        let Some(id) = cx.text_some(Some(item)) else { continue };
        match known.contains(&id.as_str()) {
            true => recommendations.push(id),
            false => unknown(&id, span, known, cx),
        }
    }
    Point { text, recommendations }
}
