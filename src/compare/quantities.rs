//! Numbers compared with those of other municipalities: a deviation raises a question, never proves
//! anything.

use super::entrant::{Entrant, Scores, leave};
use super::statistics::EachOut;
use crate::model::FEWEST_PEERS;
use crate::model::{
    Amount, Counted, Decimal, Exact, FigureComparison, FigureValue, LeftOut, LeftOutReason,
    Measure, PartialDate, PeerSummary,
};
use std::collections::{BTreeMap, BTreeSet};

/// The number of one member.
struct Number {
    member: usize,
    given: Option<Amount>,
    value: Exact,
    date: Option<PartialDate>,
}

/// A context indicator of all members that give it.
struct Indicator {
    name: String,
    unit: String,
    numbers: Vec<Number>,
    /// Name, value and source of each reference figure.
    references: Vec<(String, Decimal, String)>,
    /// The same references, to find duplicates.
    known: BTreeSet<(String, Decimal, String)>,
}

impl Indicator {
    fn new(name: String, unit: String) -> Self {
        let (numbers, references, known) = (Vec::new(), Vec::new(), BTreeSet::new());
        Self { name, unit, numbers, references, known }
    }
}

/// Quantities of criteria and context indicators, each over all members.
pub fn figures(
    scores: &[Scores],
    entrants: &[Entrant],
    left_out: &mut Vec<LeftOut>,
) -> Vec<FigureComparison> {
    let mut out: Vec<FigureComparison> =
        scores.iter().flat_map(|s| quantities(s, entrants)).collect();
    out.extend(context(entrants, left_out));
    out
}

fn quantities(scores: &Scores, entrants: &[Entrant]) -> Vec<FigureComparison> {
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
            numbers.extend(
                found.and_then(|q| {
                    number(scored.member, entrant, q.given, quantity.per_inhabitants)
                }),
            );
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
            values: values(&numbers),
            references: Vec::new(),
        });
    }
    out
}

/// A quantity, converted to inhabitants where the current framework requires that. An exact
/// fraction would reveal the inhabitants of an anonymous municipality, or how many members its council
/// has, so its number is rounded first.
fn number(member: usize, entrant: &Entrant, given: Amount, per: Option<u32>) -> Option<Number> {
    let Some(per) = per else {
        let given = if entrant.hidden { blurred(given) } else { given };
        return Some(Number { member, given: Some(given), value: given.exact(), date: None });
    };
    let own = entrant.inhabitants.filter(|n| *n > 0)?;
    let exact = given.exact() * Exact::new(i128::from(per), i128::from(own));
    let hundred = Exact::from(100);
    let rounded = (exact * hundred).round() / hundred;
    let value = if entrant.hidden { rounded } else { exact };
    Some(Number { member, given: (!entrant.hidden).then_some(given), value, date: None })
}

/// The share of an anonymous municipality, as a whole percentage; under ten there is none, and only the
/// population is left out.
fn blurred(given: Amount) -> Amount {
    match given {
        Amount::Counted(counted) if counted.is_few() => {
            Amount::Counted(Counted { population: None, ..counted })
        }
        Amount::Counted(counted) => {
            Amount::Given(Decimal::from(counted.percentage().round().to_integer()))
        }
        Amount::Given(_) => given,
    }
}

/// The context indicators, one for each name and unit; only the latest value of each municipality.
fn context(entrants: &[Entrant], left_out: &mut Vec<LeftOut>) -> Vec<FigureComparison> {
    let mut out: Vec<Indicator> = Vec::new();
    let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (member, entrant) in entrants.iter().enumerate() {
        let mut own: Vec<_> = entrant.card.context.iter().collect();
        own.sort_by_key(|f| std::cmp::Reverse(f.date.map(PartialDate::last)));
        for figure in own {
            let key = (figure.name.clone(), figure.unit.clone());
            let place = *places.entry(key).or_insert_with_key(|(name, unit)| {
                out.push(Indicator::new(name.clone(), unit.clone()));
                out.len() - 1
            });
            let Some(indicator) = out.get_mut(place) else { continue };
            let Indicator { numbers, references, known, .. } = indicator;
            let name = &entrant.card.municipality.name;
            // Members are processed in order, so an earlier number of this member is the last one.
            if numbers.last().is_some_and(|n| n.member == member) {
                leave(name, LeftOutReason::OlderFigure(figure.name.clone()), left_out);
                continue;
            }
            numbers.push(Number {
                member,
                given: Some(Amount::Given(figure.value)),
                value: figure.value.exact(),
                date: figure.date,
            });
            let source = figure.reference_source.clone();
            let reference = (figure.reference.clone(), figure.reference_value, source);
            // The references of an anonymous municipality could identify it.
            if !entrant.hidden && known.insert(reference.clone()) {
                references.push(reference);
            }
        }
    }
    let all: Vec<usize> = (0..entrants.len()).collect();
    let mut compared = Vec::new();
    for Indicator { name, unit, numbers, references, .. } in out {
        if let [only] = numbers.as_slice() {
            let who = entrants.get(only.member).map_or("", |e| &e.card.municipality.name);
            leave(who, LeftOutReason::LoneFigure(name), left_out);
            continue;
        }
        compared.push(FigureComparison {
            criterion: None,
            name,
            unit,
            per_inhabitants: None,
            missing: missing(&all, &numbers),
            values: values(&numbers),
            references,
        });
    }
    compared
}

fn missing(among: &[usize], numbers: &[Number]) -> Vec<usize> {
    let known: BTreeSet<usize> = numbers.iter().map(|n| n.member).collect();
    among.iter().copied().filter(|m| !known.contains(m)).collect()
}

/// Each number with a summary of the other numbers.
fn values(numbers: &[Number]) -> Vec<FigureValue> {
    let mut all = EachOut::new(numbers.iter().map(|n| n.value).collect());
    let count = numbers.len() - usize::from(!numbers.is_empty());
    let mut one = |number: &Number| FigureValue {
        member: number.member,
        given: number.given,
        value: number.value,
        date: number.date,
        peers: if count < FEWEST_PEERS { None } else { summary(number.value, count, &mut all) },
    };
    numbers.iter().map(&mut one).collect()
}

fn summary(value: Exact, count: usize, all: &mut EachOut) -> Option<PeerSummary> {
    let others = all.others(value)?;
    Some(PeerSummary {
        count,
        lower_quartile: others.lower_quartile,
        median: others.median,
        upper_quartile: others.upper_quartile,
        deviation: value - others.median,
        outlier: others.outlier,
    })
}
