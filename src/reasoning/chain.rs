//! The reasoning of an audit as a graph of dependencies, from source to recommendation.

use crate::diagnostics::{Item, Span};
use crate::markdown::passages;
use crate::model::{Case, Evidence, Finding, Outcome, Scorecard, Strength};
use std::collections::BTreeMap;

/// Maximum number of characters of a finding that serve as its title.
const TITLE: usize = 90;

/// An item in the graph: its kind and its id.
pub type Key<'a> = (Item, &'a str);

/// An item in the graph.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    pub key: Key<'a>,
    /// The title; for a finding, the beginning of its text.
    pub title: String,
    /// For a criterion: its outcome and the strength of its evidence.
    pub judgement: Option<(Outcome, Option<Strength>)>,
    /// Position in the file.
    pub place: Span,
}

/// A dependency of one item on another.
#[derive(Debug, Clone, Copy)]
pub struct Edge<'a> {
    /// The other item.
    pub to: Key<'a>,
    /// For a source: the place within it, and whether it supports or contradicts.
    pub evidence: Option<&'a Evidence>,
}

/// An item with everything that depends on it, or on which it depends.
#[derive(Debug, Clone)]
pub struct Branch<'a> {
    pub node: Node<'a>,
    /// The reference between this item and the one before it in the tree.
    pub evidence: Option<&'a Evidence>,
    pub branches: Vec<Branch<'a>>,
}

/// The graph of the reasoning of a case.
#[derive(Debug, Default)]
pub struct Graph<'a> {
    nodes: BTreeMap<Key<'a>, Node<'a>>,
    down: BTreeMap<Key<'a>, Vec<Edge<'a>>>,
    up: BTreeMap<Key<'a>, Vec<Edge<'a>>>,
}

impl<'a> Graph<'a> {
    /// The graph of a case, with all items in the order of the case.
    #[must_use]
    pub fn of(case: &'a Case, scorecard: &Scorecard) -> Self {
        let mut graph = Self::default();
        graph.sources(case);
        graph.criteria(case, scorecard);
        for question in &case.study.sub_questions {
            let key = (Item::Question, question.id.as_str());
            graph.add(key, &question.question, question.place);
            graph.findings(key, &question.findings);
        }
        graph.words(case);
        graph
    }

    /// Every item with this id; more than one only where a case uses one id for items of two kinds.
    #[must_use]
    pub fn named(&self, id: &str) -> Vec<Key<'a>> {
        self.nodes.keys().filter(|(_, known)| *known == id).copied().collect()
    }

    pub fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.nodes.keys().map(|(_, id)| *id)
    }

    /// The node of an item.
    #[must_use]
    pub fn node(&self, key: Key<'a>) -> Option<&Node<'a>> {
        self.nodes.get(&key)
    }

    /// The items on which an item depends directly.
    #[must_use]
    pub fn rests_on(&self, key: Key<'a>) -> &[Edge<'a>] {
        self.down.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The items that depend directly on an item.
    #[must_use]
    pub fn carries(&self, key: Key<'a>) -> &[Edge<'a>] {
        self.up.get(&key).map_or(&[], Vec::as_slice)
    }

    /// Everything on which an item depends, down to the sources.
    #[must_use]
    pub fn below(&self, key: Key<'a>) -> Vec<Branch<'a>> {
        self.branches(&self.down, key)
    }

    /// Everything that depends on an item, up to the recommendations.
    #[must_use]
    pub fn above(&self, key: Key<'a>) -> Vec<Branch<'a>> {
        self.branches(&self.up, key)
    }

    /// The recursion ends because nothing depends on itself: circular sources are refused at load.
    fn branches(&self, edges: &BTreeMap<Key<'a>, Vec<Edge<'a>>>, key: Key<'a>) -> Vec<Branch<'a>> {
        let next = edges.get(&key).into_iter().flatten();
        let branch = |edge: &Edge<'a>| {
            let node = self.nodes.get(&edge.to)?.clone();
            let branches = self.branches(edges, edge.to);
            Some(Branch { node, evidence: edge.evidence, branches })
        };
        next.filter_map(branch).collect()
    }

    fn add(&mut self, key: Key<'a>, title: &str, place: Span) {
        let node = Node { key, title: title.to_owned(), judgement: None, place };
        self.nodes.insert(key, node);
    }

    fn rest(&mut self, from: Key<'a>, to: Key<'a>, evidence: Option<&'a Evidence>) {
        let down = self.down.entry(from).or_default();
        let same =
            |e: &Edge<'_>| e.to == to && e.evidence.map(|e| e.place) == evidence.map(|e| e.place);
        if down.iter().any(same) {
            return;
        }
        down.push(Edge { to, evidence });
        self.up.entry(to).or_default().push(Edge { to: from, evidence });
    }

    fn sources(&mut self, case: &'a Case) {
        for source in &case.sources {
            let key = (Item::Source, source.code.as_str());
            self.add(key, &source.title, source.place);
            for below in &source.derived_from {
                self.rest(key, (Item::Source, below), None);
            }
        }
    }

    fn criteria(&mut self, case: &'a Case, scorecard: &Scorecard) {
        let criteria = case.frameworks.iter().flat_map(|f| &f.criteria);
        let judgements = scorecard.frameworks.iter().flat_map(|f| &f.judgements);
        for (criterion, judgement) in criteria.zip(judgements) {
            let Some(record) = case.records.get(&criterion.id) else { continue };
            let key = (Item::Criterion, criterion.id.as_str());
            self.add(key, &criterion.name, record.criterion.span);
            if let Some(node) = self.nodes.get_mut(&key) {
                let strength = judgement.outcome.level().and(judgement.strength);
                node.judgement = Some((judgement.outcome, strength));
            }
            self.findings(key, &record.findings);
            for set in case.peers.iter().filter(|set| set.criterion == criterion.id) {
                self.rest(key, (Item::Source, &set.source), None);
            }
        }
    }

    fn findings(&mut self, of: Key<'a>, findings: &'a [Finding]) {
        for finding in findings {
            let key = (Item::Finding, finding.id.as_str());
            self.add(key, &beginning(finding.condition.as_str()), finding.place);
            self.rest(of, key, None);
            for evidence in &finding.evidence {
                self.rest(key, (Item::Source, &evidence.source), Some(evidence));
            }
        }
    }

    /// Adds conclusions, recommendations and observations. A finding that a conclusion names in
    /// addition to its criterion is linked through that criterion only, so that it does not appear
    /// twice.
    fn words(&mut self, case: &'a Case) {
        for conclusion in &case.conclusions {
            let key = (Item::Conclusion, conclusion.id.as_str());
            self.add(key, &conclusion.title, conclusion.place);
            for criterion in &conclusion.criteria {
                self.rest(key, (Item::Criterion, criterion), None);
            }
            let own = |finding: &&String| {
                let records = conclusion.criteria.iter().filter_map(|id| case.records.get(id));
                !records.flat_map(|r| &r.findings).any(|f| f.id == **finding)
            };
            for finding in conclusion.findings.iter().filter(own) {
                self.rest(key, (Item::Finding, finding), None);
            }
        }
        for advice in &case.recommendations {
            let key = (Item::Recommendation, advice.id.as_str());
            self.add(key, &advice.title, advice.place);
            for conclusion in &advice.conclusions {
                self.rest(key, (Item::Conclusion, conclusion), None);
            }
            for finding in &advice.findings {
                self.rest(key, (Item::Finding, finding), None);
            }
        }
        for observation in &case.observations {
            let key = (Item::Observation, observation.id.as_str());
            self.add(key, &observation.title, observation.place);
            for finding in &observation.findings {
                self.rest(key, (Item::Finding, finding), None);
            }
        }
    }
}

/// The beginning of a text, without Markdown.
fn beginning(markdown: &str) -> String {
    let first = passages(markdown).into_iter().next().map(|p| p.text).unwrap_or_default();
    let line = first.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= TITLE {
        return line;
    }
    let cut: String = line.chars().take(TITLE).collect();
    let whole = cut.rfind(' ').and_then(|at| cut.get(..at)).unwrap_or(&cut);
    format!("{} …", whole.trim_end_matches([',', ';', ':', '.']))
}
