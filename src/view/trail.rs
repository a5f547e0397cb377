//! Two annexes: the chain from source to recommendation, and the warnings that the researchers
//! accepted.

use super::anchors::{finding_anchor, source_anchor};
use super::conclusions::{AddresseeView, ConclusionView, RecommendationView};
use super::grounds::{GroundView, Grounds};
use super::words;
use crate::diagnostics::Item;
use crate::markdown::anchor;
use crate::model::{Accepted, Conclusion, Finding, Recommendation, Stance};
use serde::Serialize;
use std::collections::BTreeSet;

/// A criterion with its findings that support a conclusion.
#[derive(Debug, Clone, Serialize)]
pub struct TrailNormView {
    /// The criterion; `None` if the findings belong to a sub-question.
    pub norm: Option<GroundView>,
    pub findings: Vec<GroundView>,
}

/// A source in the chain.
#[derive(Debug, Clone, Serialize)]
pub struct TrailSourceView {
    pub code: String,
    /// The anchor of the group of its kind in the annex of sources.
    pub anchor: String,
    /// Whether it only contradicts findings.
    pub contradicts: bool,
}

/// A row of the chain: a recommendation, one of its conclusions, and what that rests on.
#[derive(Debug, Clone, Serialize)]
pub struct TrailRowView {
    /// The recommendation; `None` if none follows from the conclusion.
    pub advice: Option<GroundView>,
    pub advice_title: String,
    /// The conclusion; `None` if the recommendation rests on findings alone.
    pub conclusion: Option<GroundView>,
    pub conclusion_title: String,
    /// The criteria and findings on which the conclusion rests.
    pub norms: Vec<TrailNormView>,
    pub sources: Vec<TrailSourceView>,
}

/// A warning that the researchers accepted.
#[derive(Debug, Clone, Serialize)]
pub struct WeighedView {
    /// The warning.
    pub what: String,
    /// What it is about, with a link if that has its own place in the document.
    pub about: GroundView,
    pub about_title: String,
    /// Why the researchers accepted it.
    pub reason_md: String,
}

/// A criterion (`None` for a sub-question) and its findings.
type Group<'a> = (Option<&'a str>, Vec<&'a Finding>);

/// The rows of the chain: each conclusion of each recommendation, findings that a recommendation
/// names besides those of its conclusions, and conclusions without a recommendation.
pub fn trail(
    grounds: &Grounds<'_>,
    conclusions: &[ConclusionView],
    advice: &[AddresseeView],
) -> Vec<TrailRowView> {
    let case = grounds.case;
    let mut out = Vec::new();
    for recommendation in &case.recommendations {
        let rows = out.len();
        let own = |c: &&Conclusion| recommendation.conclusions.contains(&c.id);
        let mut told = BTreeSet::new();
        for conclusion in case.conclusions.iter().filter(own) {
            let groups = beneath(grounds, conclusion);
            told.extend(groups.iter().flat_map(|(_, f)| f).map(|f| f.id.as_str()));
            out.push(row(
                grounds,
                Some((recommendation, advice)),
                Some((conclusion, conclusions)),
                &groups,
            ));
        }
        // Findings already shown under a conclusion are not repeated. A recommendation without any
        // conclusion or finding still gets a row.
        let beside: Vec<&String> =
            recommendation.findings.iter().filter(|id| !told.contains(id.as_str())).collect();
        if !beside.is_empty() || out.len() == rows {
            let groups = grouped(grounds, beside);
            out.push(row(grounds, Some((recommendation, advice)), None, &groups));
        }
    }
    let named =
        |c: &&Conclusion| case.recommendations.iter().any(|r| r.conclusions.contains(&c.id));
    for conclusion in case.conclusions.iter().filter(|c| !named(c)) {
        let groups = beneath(grounds, conclusion);
        out.push(row(grounds, None, Some((conclusion, conclusions)), &groups));
    }
    out
}

/// The findings under a conclusion, by criterion: those that the conclusion names, or all of the
/// criterion if it names none.
fn beneath<'a>(grounds: &Grounds<'a>, conclusion: &'a Conclusion) -> Vec<Group<'a>> {
    let mut out: Vec<Group<'a>> = Vec::new();
    let mut told = BTreeSet::new();
    for id in &conclusion.criteria {
        let Some(record) = grounds.case.records.get(id) else { continue };
        let named = |f: &&Finding| conclusion.findings.contains(&f.id);
        let mut findings: Vec<&Finding> = record.findings.iter().filter(named).collect();
        if findings.is_empty() {
            findings = record.findings.iter().collect();
        }
        told.extend(findings.iter().map(|f| f.id.as_str()));
        out.push((Some(id), findings));
    }
    // Findings that the conclusion names outside its own criteria.
    let rest = conclusion.findings.iter().filter(|id| !told.contains(id.as_str()));
    out.extend(grouped(grounds, rest));
    out
}

/// Groups findings by the criterion to which they belong.
fn grouped<'a>(grounds: &Grounds<'a>, ids: impl IntoIterator<Item = &'a String>) -> Vec<Group<'a>> {
    let case = grounds.case;
    let mut out: Vec<Group<'a>> = Vec::new();
    for id in ids {
        let Some(finding) = case.findings().find(|f| f.id == *id) else { continue };
        let owner = case.records.iter().find(|(_, r)| r.findings.iter().any(|f| f.id == *id));
        let owner = owner.map(|(criterion, _)| criterion.as_str());
        match out.iter_mut().find(|(known, _)| *known == owner) {
            Some((_, findings)) => findings.push(finding),
            None => out.push((owner, vec![finding])),
        }
    }
    out
}

fn row(
    grounds: &Grounds<'_>,
    advice: Option<(&Recommendation, &[AddresseeView])>,
    conclusion: Option<(&Conclusion, &[ConclusionView])>,
    groups: &[Group<'_>],
) -> TrailRowView {
    let norm = |(criterion, findings): &Group<'_>| TrailNormView {
        norm: criterion.and_then(|id| grounds.criteria(&[id.to_owned()]).pop()),
        findings: findings.iter().map(|f| of_finding(&f.id)).collect(),
    };
    TrailRowView {
        advice: advice.map(|(r, all)| of_advice(&r.id, all)),
        advice_title: advice.map_or_else(String::new, |(r, _)| r.title.clone()),
        conclusion: conclusion.map(|(c, all)| of_conclusion(&c.id, all)),
        conclusion_title: conclusion.map_or_else(String::new, |(c, _)| c.title.clone()),
        norms: groups.iter().map(norm).collect(),
        sources: sources(grounds, groups),
    }
}

/// The sources of some findings, in the order of the case.
fn sources(grounds: &Grounds<'_>, groups: &[Group<'_>]) -> Vec<TrailSourceView> {
    let all = || groups.iter().flat_map(|(_, findings)| findings).flat_map(|f| &f.evidence);
    let with = |stance: Stance| -> BTreeSet<&str> {
        all().filter(|e| e.stance == stance).map(|e| e.source.as_str()).collect()
    };
    let (supporting, contradicting) = (with(Stance::Supports), with(Stance::Contradicts));
    let mut out = Vec::new();
    for source in &grounds.case.sources {
        let supports = supporting.contains(source.code.as_str());
        if supports || contradicting.contains(source.code.as_str()) {
            let (code, anchor) = (source.code.clone(), source_anchor(grounds.case, &source.code));
            out.push(TrailSourceView { code, anchor, contradicts: !supports });
        }
    }
    out
}

fn of_finding(id: &str) -> GroundView {
    GroundView { name: id.to_owned(), anchor: finding_anchor(id), judgement: None }
}

fn of_conclusion(id: &str, all: &[ConclusionView]) -> GroundView {
    let anchor = all.iter().find(|c| c.id == id).map_or_else(String::new, |c| c.anchor.clone());
    GroundView { name: id.to_owned(), anchor, judgement: None }
}

fn of_advice(id: &str, all: &[AddresseeView]) -> GroundView {
    let heading = |r: &RecommendationView| anchor(&format!("{}. {}", r.number, r.title));
    let own = all.iter().flat_map(|a| &a.items).find(|r| r.id == id);
    let anchor = own.map_or_else(String::new, heading);
    GroundView { name: id.to_owned(), anchor, judgement: None }
}

/// The warnings that the researchers accepted, in the order of the case.
pub fn weighed(
    grounds: &Grounds<'_>,
    conclusions: &[ConclusionView],
    advice: &[AddresseeView],
) -> Vec<WeighedView> {
    let one = |accepted: &Accepted| {
        let (about, about_title) = about(grounds, accepted, conclusions, advice);
        WeighedView {
            what: words::warning(accepted.code).to_owned(),
            about,
            about_title,
            reason_md: accepted.reason.as_str().to_owned(),
        }
    };
    grounds.case.accepted.iter().map(one).collect()
}

/// What an accepted warning is about, and its title.
fn about(
    grounds: &Grounds<'_>,
    accepted: &Accepted,
    conclusions: &[ConclusionView],
    advice: &[AddresseeView],
) -> (GroundView, String) {
    let (case, id) = (grounds.case, accepted.about.as_str());
    let plain =
        |name: &str, anchor: String| GroundView { name: name.to_owned(), anchor, judgement: None };
    match accepted.kind {
        Item::Framework => {
            let framework = grounds.frameworks.iter().find(|f| f.id == id);
            let anchor = framework.map_or_else(String::new, |f| f.anchor.clone());
            let title = framework.map_or(id, |f| f.title.as_str());
            (plain(title, anchor), String::new())
        }
        Item::Criterion => {
            let all = grounds.frameworks.iter().flat_map(|f| &f.criteria);
            let own = all.into_iter().find(|c| c.id == id);
            let anchor = own.map_or_else(String::new, |c| c.anchor.clone());
            (plain(id, anchor), own.map_or_else(String::new, |c| c.name.clone()))
        }
        Item::Finding => (of_finding(id), String::new()),
        Item::Source => {
            let title = case.source(id).map_or_else(String::new, |s| s.title.clone());
            (plain(id, source_anchor(case, id)), title)
        }
        Item::Question => {
            let own = case.study.sub_questions.iter().find(|q| q.id == id);
            (plain(id, String::new()), own.map_or_else(String::new, |q| q.question.clone()))
        }
        Item::Conclusion => {
            let own = case.conclusions.iter().find(|c| c.id == id);
            let title = own.map_or_else(String::new, |c| c.title.clone());
            (of_conclusion(id, conclusions), title)
        }
        Item::Recommendation => {
            let own = case.recommendations.iter().find(|r| r.id == id);
            let title = own.map_or_else(String::new, |r| r.title.clone());
            (of_advice(id, advice), title)
        }
        Item::Observation => (plain(id, String::new()), String::new()),
    }
}
