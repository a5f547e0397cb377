//! Numbers against those of other municipalities: a deviation is a question, never proof.

use super::statistics::{outlier, quartile};
use super::{Entrant, Scores};
use crate::model::{
    Decimal, Exact, FigureComparison, FigureValue, Measure, PartialDate, PeerSummary,
};
use crate::score::{FEWEST_PEERS, median};

/// A number of one member.
struct Number {
    member: usize,
    given: Decimal,
    value: Exact,
    date: Option<PartialDate>,
}

/// A context indicator of all members that give it.
struct Indicator {
    name: String,
    unit: String,
    numbers: Vec<Number>,
    /// Name, value and source of what it is held against.
    references: Vec<(String, Decimal, String)>,
}

/// Quantities of criteria and context indicators, each over all members.
pub fn figures(scores: &[Scores], entrants: &[Entrant], anonymous: bool) -> Vec<FigureComparison> {
    let mut out: Vec<FigureComparison> =
        scores.iter().flat_map(|s| quantities(s, entrants, anonymous)).collect();
    out.extend(context(entrants, anonymous));
    out
}

/// The quantities of one framework.
fn quantities(scores: &Scores, entrants: &[Entrant], anonymous: bool) -> Vec<FigureComparison> {
    let mut out = Vec::new();
    for criterion in &scores.framework.criteria {
        let Measure::Quantity(quantity) = &criterion.measure else { continue };
        let mut numbers = Vec::new();
        for scored in &scores.members {
            let Some(entrant) = entrants.get(scored.member) else { continue };
            if scores.judgement(scored.member, &criterion.id).is_none() {
                continue;
            }
            let old = scored.translated_from.as_ref().and_then(|version| {
                let earlier = scores.framework.earlier.iter().find(|e| e.version == *version)?;
                earlier.criteria.get(&criterion.id)
            });
            let id = old.unwrap_or(&criterion.id);
            let found = entrant.card.quantities.iter().find(|q| q.criterion == *id);
            numbers.extend(found.map(|q| Number {
                member: scored.member,
                given: q.given,
                value: q.value,
                date: None,
            }));
        }
        if numbers.is_empty() {
            continue;
        }
        let among: Vec<usize> = scores.members.iter().map(|s| s.member).collect();
        out.push(FigureComparison {
            criterion: Some(criterion.id.clone()),
            name: quantity.name.clone(),
            unit: quantity.unit.clone(),
            per_inhabitants: quantity.per_inhabitants,
            missing: missing(&among, &numbers),
            values: values(&numbers, anonymous && quantity.per_inhabitants.is_some()),
            references: Vec::new(),
        });
    }
    out
}

/// The context indicators, one for each name and unit.
fn context(entrants: &[Entrant], anonymous: bool) -> Vec<FigureComparison> {
    let mut out: Vec<Indicator> = Vec::new();
    for (member, entrant) in entrants.iter().enumerate() {
        for figure in &entrant.card.context {
            let known = out.iter().position(|i| i.name == figure.name && i.unit == figure.unit);
            let place = known.unwrap_or_else(|| {
                let (name, unit) = (figure.name.clone(), figure.unit.clone());
                out.push(Indicator { name, unit, numbers: Vec::new(), references: Vec::new() });
                out.len() - 1
            });
            let Some(Indicator { numbers, references, .. }) = out.get_mut(place) else { continue };
            numbers.push(Number {
                member,
                given: figure.value,
                value: figure.value.exact(),
                date: figure.date,
            });
            let source = figure.reference_source.clone();
            let reference = (figure.reference.clone(), figure.reference_value, source);
            // The sources of anonymous municipalities would tell who they are.
            let named = !anonymous || member == 0;
            if named && !references.contains(&reference) {
                references.push(reference);
            }
        }
    }
    let all: Vec<usize> = (0..entrants.len()).collect();
    out.into_iter()
        .filter(|indicator| indicator.numbers.len() > 1)
        .map(|Indicator { name, unit, numbers, references }| FigureComparison {
            criterion: None,
            name,
            unit,
            per_inhabitants: None,
            missing: missing(&all, &numbers),
            values: values(&numbers, false),
            references,
        })
        .collect()
}

fn missing(among: &[usize], numbers: &[Number]) -> Vec<usize> {
    among.iter().copied().filter(|m| !numbers.iter().any(|n| n.member == *m)).collect()
}

/// Each number with the others around it.
fn values(numbers: &[Number], coarse: bool) -> Vec<FigureValue> {
    let one = |number: &Number| {
        let others = numbers.iter().filter(|n| n.member != number.member);
        let mut others: Vec<Exact> = others.map(|n| n.value).collect();
        others.sort_unstable();
        FigureValue {
            member: number.member,
            given: (!coarse).then_some(number.given),
            value: number.value,
            date: number.date,
            peers: summary(number.value, &others),
        }
    };
    numbers.iter().map(one).collect()
}

fn summary(value: Exact, others: &[Exact]) -> Option<PeerSummary> {
    if others.len() < FEWEST_PEERS {
        return None;
    }
    let middle = median(others)?;
    Some(PeerSummary {
        count: others.len(),
        lower_quartile: quartile(others, 1)?,
        median: middle,
        upper_quartile: quartile(others, 3)?,
        deviation: value - middle,
        outlier: outlier(value, others),
    })
}
