//! The plan of a study: what it will do, and the norms by which it will judge. It has no findings,
//! answers or judgements.

use super::basis;
use crate::dutch::{date, period};
use crate::model::{
    BasisKind, BodyKind, Case, Criterion, Framework, Measure, PartialDate, Plan, Status, When,
};
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub struct PlanView {
    pub background_md: String,
    pub goal_md: String,
    pub scope_md: String,
    pub method_md: String,
    /// The steps, each with when it takes place; that may be empty.
    pub planning: Vec<(String, String)>,
    pub organisation_md: String,
    pub costs_md: String,
    pub confidential_md: String,
    /// When the rekenkamer adopted it, in words; empty if it did not yet.
    pub adopted: String,
    /// The period on which the study will judge; empty if that is not given.
    pub period: String,
    pub frameworks: Vec<PlannedNormsView>,
}

/// The norms of a framework in short.
#[derive(Debug, Clone, Serialize)]
pub struct PlannedNormsView {
    pub title: String,
    pub norms: Vec<PlannedNormView>,
}

#[derive(Debug, Clone, Serialize)]
pub struct PlannedNormView {
    pub id: String,
    pub norm: String,
    pub legal_duty: bool,
    /// The laws and policies on which it rests, or else what it does rest on.
    pub basis: Vec<String>,
    /// How its level will be established.
    pub measure: String,
}

/// The view of the plan of a case, also of one that says nothing of its own about it.
pub fn plan(case: &Case) -> PlanView {
    let none = Plan::default();
    let plan = case.plan.as_ref().unwrap_or(&none);
    let study = &case.study;
    let own = |own: &crate::model::Markdown, else_: &crate::model::Markdown| {
        let text = if own.is_empty() { else_ } else { own };
        text.as_str().to_owned()
    };
    let planning = plan.planning.iter().map(|step| {
        let when = step.when.map(|when| match when {
            When::On(day) => date(day),
            When::During(stretch) => period(stretch),
        });
        (step.step.clone(), when.unwrap_or_default())
    });
    PlanView {
        background_md: own(&plan.background, &study.background),
        goal_md: plan.goal.as_str().to_owned(),
        scope_md: plan.scope.as_str().to_owned(),
        method_md: own(&plan.method, &study.method),
        planning: planning.collect(),
        organisation_md: plan.organisation.as_str().to_owned(),
        costs_md: plan.costs.as_str().to_owned(),
        confidential_md: plan.confidential.as_str().to_owned(),
        adopted: plan.adopted.map(date).unwrap_or_default(),
        period: study.period.map(period).unwrap_or_default(),
        frameworks: case
            .frameworks
            .iter()
            .map(|framework| norms(case.body.kind, framework))
            .collect(),
    }
}

/// The date of the plan; that of the case while it has none of its own.
pub fn dated(case: &Case) -> PartialDate {
    case.plan.as_ref().and_then(Plan::dated).unwrap_or(case.study.date)
}

/// The status of the plan: that of the report says nothing of it.
pub fn status(case: &Case) -> (Status, String) {
    let adopted = case.plan.as_ref().and_then(|plan| plan.adopted);
    match (case.study.status, adopted) {
        (Status::Concept | Status::Definitief, Some(day)) => {
            (Status::Definitief, format!("Vastgesteld op {}", date(day)))
        }
        (Status::Concept | Status::Definitief, None) => (Status::Concept, "Concept".to_owned()),
        (other, _) => (other, super::words::status(other).to_owned()),
    }
}

fn norms(kind: BodyKind, framework: &Framework) -> PlannedNormsView {
    let title = format!("{} {}", framework.title, framework.version).trim().to_owned();
    PlannedNormsView { title, norms: framework.criteria.iter().map(|c| norm(kind, c)).collect() }
}

fn norm(kind: BodyKind, criterion: &Criterion) -> PlannedNormView {
    let binding = |kind| matches!(kind, None | Some(BasisKind::Law | BasisKind::Policy));
    let named = |all: bool| -> Vec<String> {
        let bases = criterion.basis.iter().filter(|basis| all || binding(basis.kind));
        bases.map(basis::law).collect()
    };
    let bound = named(false);
    PlannedNormView {
        id: criterion.id.clone(),
        norm: criterion.norm.clone(),
        legal_duty: criterion.legal_duty,
        basis: if bound.is_empty() { named(true) } else { bound },
        measure: measure(kind, criterion),
    }
}

fn measure(kind: BodyKind, criterion: &Criterion) -> String {
    match &criterion.measure {
        Measure::Assessed => "oordeel van de onderzoekers".to_owned(),
        Measure::Checklist { points, .. } => match points.len() {
            1 => "checklist, één punt".to_owned(),
            count => format!("checklist, {count} punten"),
        },
        Measure::Quantity(quantity) if quantity.relative_to_peers => {
            format!("getal ({}), naast andere {}", quantity.unit, kind.plural())
        }
        Measure::Quantity(quantity) => format!("getal ({})", quantity.unit),
    }
}
