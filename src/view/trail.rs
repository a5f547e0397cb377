//! Two parts of the accounting: the chain from source to recommendation, and the warnings that the
//! researchers accepted.

use super::conclusions::{AddresseeView, ConclusionView};
use super::grounds::Grounds;
use super::words;
use crate::diagnostics::Item;
use crate::model::{Accepted, Conclusion, Evidence, Recommendation, Scorecard, Stance};
use crate::reasoning::chain::{Edge, Graph};
use serde::Serialize;
use std::collections::BTreeSet;

/// A criterion with its findings that support a conclusion.
#[derive(Debug, Clone, Serialize)]
pub struct TrailNormView {
    /// The code of the criterion and its judgement; `None` if the findings belong to a sub-question.
    pub norm: Option<(String, String)>,
    /// The codes of the findings.
    pub findings: Vec<String>,
}

/// A source in the chain.
#[derive(Debug, Clone, Serialize)]
pub struct TrailSourceView {
    pub code: String,
    /// Whether it only contradicts findings.
    pub contradicts: bool,
}

/// A row of the chain: a recommendation, one of its conclusions, and what that rests on.
#[derive(Debug, Clone, Serialize)]
pub struct TrailRowView {
    /// The number and title of the recommendation; empty if none follows from the conclusion.
    pub advice: String,
    /// The number and title of the conclusion; empty if the recommendation rests on findings alone.
    pub conclusion: String,
    /// The criteria and findings on which the conclusion rests.
    pub norms: Vec<TrailNormView>,
    pub sources: Vec<TrailSourceView>,
}

/// A warning that the researchers accepted.
#[derive(Debug, Clone, Serialize)]
pub struct WeighedView {
    /// The warning.
    pub what: String,
    /// What it is about, by its code or number and its name.
    pub about: String,
    /// Why the researchers accepted it.
    pub reason_md: String,
}

/// A criterion (`None` for a sub-question) and ids of its findings.
type Group<'a> = (Option<&'a str>, Vec<&'a str>);

/// A conclusion of a row, and what it rests on.
type Carried<'a> = (&'a Conclusion, Vec<Group<'a>>);

/// The rows of the chain: each conclusion of each recommendation, findings that a recommendation
/// names besides those of its conclusions, and conclusions without a recommendation.
pub fn trail(
    grounds: &Grounds<'_>,
    scorecard: &Scorecard,
    conclusions: &[ConclusionView],
    advice: &[AddresseeView],
) -> Vec<TrailRowView> {
    let case = grounds.case;
    let chain = Chain { grounds, graph: Graph::of(case, scorecard), conclusions, advice };
    let carried = |c| -> Carried<'_> { (c, chain.beneath(c)) };
    let mut out = Vec::new();
    for recommendation in &case.recommendations {
        let own = case.conclusions.iter().filter(|c| recommendation.conclusions.contains(&c.id));
        let own: Vec<Carried<'_>> = own.map(carried).collect();
        let in_conclusions: BTreeSet<&str> =
            own.iter().flat_map(|(_, groups)| groups).flat_map(|(_, ids)| ids).copied().collect();
        let beside = recommendation.findings.iter().map(String::as_str);
        let beside = chain.grouped(beside.filter(|id| !in_conclusions.contains(id)));
        // A recommendation without any conclusion or finding still gets a row.
        let alone = own.is_empty() || !beside.is_empty();
        let rows = own.iter().map(|(c, groups)| (Some(*c), groups));
        for (conclusion, groups) in rows.chain(alone.then_some((None, &beside))) {
            out.push(chain.row(Some(recommendation), conclusion, groups));
        }
    }
    let named =
        |c: &&Conclusion| case.recommendations.iter().any(|r| r.conclusions.contains(&c.id));
    for conclusion in case.conclusions.iter().filter(|c| !named(c)) {
        out.push(chain.row(None, Some(conclusion), &chain.beneath(conclusion)));
    }
    out
}

/// The reasoning of a case, and the parts of the document that its rows link to.
struct Chain<'a> {
    grounds: &'a Grounds<'a>,
    graph: Graph<'a>,
    conclusions: &'a [ConclusionView],
    advice: &'a [AddresseeView],
}

impl<'a> Chain<'a> {
    /// The findings under a conclusion, by criterion: those that the conclusion names, or all of
    /// the criterion if it names none.
    fn beneath(&self, conclusion: &'a Conclusion) -> Vec<Group<'a>> {
        let below = self.graph.rests_on((Item::Conclusion, &conclusion.id));
        let ids = |edges: &[Edge<'a>], kind: Item| -> Vec<&'a str> {
            edges.iter().filter(|e| e.to.0 == kind).map(|e| e.to.1).collect()
        };
        let mut out: Vec<Group<'a>> = Vec::new();
        for id in ids(below, Item::Criterion) {
            // A norm that the case leaves out has no node.
            if self.graph.node((Item::Criterion, id)).is_none() {
                continue;
            }
            let all = ids(self.graph.rests_on((Item::Criterion, id)), Item::Finding);
            let named = all.iter().copied().filter(|f| conclusion.findings.iter().any(|n| n == f));
            let named: Vec<&str> = named.collect();
            out.push((Some(id), if named.is_empty() { all } else { named }));
        }
        out.extend(self.grouped(ids(below, Item::Finding)));
        out
    }

    /// Groups findings by the criterion to which they belong.
    fn grouped(&self, findings: impl IntoIterator<Item = &'a str>) -> Vec<Group<'a>> {
        let mut out: Vec<Group<'a>> = Vec::new();
        for id in findings {
            let above = self.graph.carries((Item::Finding, id));
            let owner = above.iter().find(|e| e.to.0 == Item::Criterion).map(|e| e.to.1);
            match out.iter_mut().find(|(known, _)| *known == owner) {
                Some((_, findings)) => findings.push(id),
                None => out.push((owner, vec![id])),
            }
        }
        out
    }

    fn row(
        &self,
        advice: Option<&Recommendation>,
        conclusion: Option<&Conclusion>,
        groups: &[Group<'a>],
    ) -> TrailRowView {
        let judgement = |id: &str| {
            let criteria = self.grounds.frameworks.iter().flat_map(|f| &f.criteria);
            criteria.into_iter().find(|c| c.id == id).map(|c| (c.id.clone(), c.badge.clone()))
        };
        let norm = |(criterion, findings): &Group<'_>| TrailNormView {
            norm: criterion.and_then(judgement),
            findings: findings.iter().map(|id| (*id).to_owned()).collect(),
        };
        TrailRowView {
            advice: advice.map_or_else(String::new, |r| of_advice(&r.id, self.advice)),
            conclusion: conclusion
                .map_or_else(String::new, |c| of_conclusion(&c.id, self.conclusions)),
            norms: groups.iter().map(norm).collect(),
            sources: self.sources(groups),
        }
    }

    /// The sources of some findings, in the order of the case.
    fn sources(&self, groups: &[Group<'a>]) -> Vec<TrailSourceView> {
        let findings = groups.iter().flat_map(|(_, findings)| findings);
        let evidence: Vec<&Evidence> = findings
            .flat_map(|id| self.graph.rests_on((Item::Finding, id)))
            .filter_map(|edge| edge.evidence)
            .collect();
        let case = self.grounds.case;
        let mut out = Vec::new();
        for code in case.sources.iter().map(|source| &source.code) {
            let cited = || evidence.iter().filter(|e| e.source == *code);
            if cited().next().is_some() {
                let contradicts = !cited().any(|e| e.stance == Stance::Supports);
                out.push(TrailSourceView { code: code.clone(), contradicts });
            }
        }
        out
    }
}

fn of_conclusion(id: &str, all: &[ConclusionView]) -> String {
    let own = all.iter().find(|c| c.id == id);
    own.map_or_else(String::new, |c| format!("Conclusie {}. {}", c.number, c.title))
}

fn of_advice(id: &str, all: &[AddresseeView]) -> String {
    let own = all.iter().flat_map(|a| &a.items).find(|r| r.id == id);
    own.map_or_else(String::new, |r| format!("Aanbeveling {}. {}", r.number, r.title))
}

/// The warnings that the researchers accepted, in the order of the case.
pub fn weighed(
    grounds: &Grounds<'_>,
    conclusions: &[ConclusionView],
    advice: &[AddresseeView],
) -> Vec<WeighedView> {
    let one = |accepted: &Accepted| WeighedView {
        what: words::warning(accepted.code, grounds.case.body.kind),
        about: about(grounds, accepted, conclusions, advice),
        reason_md: accepted.reason.as_str().to_owned(),
    };
    grounds.case.accepted.iter().map(one).collect()
}

/// What an accepted warning is about.
fn about(
    grounds: &Grounds<'_>,
    accepted: &Accepted,
    conclusions: &[ConclusionView],
    advice: &[AddresseeView],
) -> String {
    let (case, id) = (grounds.case, accepted.about.as_str());
    let with =
        |name: Option<&str>| name.map_or_else(|| id.to_owned(), |name| format!("{id} {name}"));
    match accepted.kind {
        Item::Framework => {
            let framework = grounds.frameworks.iter().find(|f| f.id == id);
            framework.map_or_else(|| id.to_owned(), |f| f.title.clone())
        }
        Item::Criterion => {
            let mut all = grounds.frameworks.iter().flat_map(|f| &f.criteria);
            with(all.find(|c| c.id == id).map(|c| c.name.as_str()))
        }
        Item::Source => with(case.source(id).map(|s| s.title.as_str())),
        Item::Question => {
            let mut all = case.study.sub_questions.iter();
            with(all.find(|q| q.id == id).map(|q| q.question.as_str()))
        }
        Item::Conclusion => of_conclusion(id, conclusions),
        Item::Recommendation => of_advice(id, advice),
        Item::Finding | Item::Observation => id.to_owned(),
    }
}
