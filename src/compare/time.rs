//! One municipality in more than one audit.

use super::align;
use super::choices::Problem;
use super::entrant::{Entrant, leave};
use crate::model::{
    Change, ChangedCriterion, FollowedUp, Framework, LeftOut, LeftOutReason, Level, OverTime,
    Period, Subject, Uptake, spelled,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The audits of each municipality, oldest first, in the order in which municipalities were given.
///
/// # Errors
/// If one municipality takes part twice in one period.
pub fn by_municipality(entrants: Vec<Entrant>) -> Result<Vec<Vec<Entrant>>, Vec<Problem>> {
    let mut out: Vec<Vec<Entrant>> = Vec::new();
    let mut register = Register::default();
    for entrant in entrants {
        let place = register.place(&entrant.card.municipality).unwrap_or(out.len());
        register.note(&entrant.card.municipality, place);
        match out.get_mut(place) {
            Some(all) => all.push(entrant),
            None => out.push(vec![entrant]),
        }
    }
    let mut problems: Vec<Problem> = out.iter().filter_map(|all| one_code(all)).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    for all in &mut out {
        all.sort_by_key(|e| (e.period.to.last(), e.period.from.first()));
        for pair in all.windows(2) {
            let [before, after] = pair else { continue };
            if one_in_other(before.period, after.period) {
                problems.push(Problem::Twice(
                    after.card.municipality.name.clone(),
                    before.path.clone(),
                    after.path.clone(),
                ));
            }
        }
    }
    if problems.is_empty() { Ok(out) } else { Err(problems) }
}

/// Finds two audits with the same code but a different name or province for the municipality: a
/// typing error in a code would merge two municipalities into one.
fn one_code(all: &[Entrant]) -> Option<Problem> {
    let mut coded = all.iter().filter(|e| e.card.municipality.cbs_code.is_some());
    let first = coded.next()?;
    let own = &first.card.municipality;
    let second = coded.find(|entrant| {
        let other = &entrant.card.municipality;
        spelled(&own.name) != spelled(&other.name) || elsewhere(own, other)
    })?;
    Some(Problem::OneCode {
        code: own.cbs_code.clone().unwrap_or_default(),
        first: (first.path.clone(), shown(own)),
        second: (second.path.clone(), shown(&second.card.municipality)),
    })
}

/// A municipality with its province, as messages name it.
fn shown(subject: &Subject) -> String {
    match &subject.province {
        Some(province) => format!("{} ({province})", subject.name),
        None => subject.name.clone(),
    }
}

/// Whether two municipalities are in different provinces, as far as both are known.
fn elsewhere(one: &Subject, other: &Subject) -> bool {
    let of = |subject: &Subject| subject.province.as_deref().map(spelled);
    of(one).zip(of(other)).is_some_and(|(one, other)| one != other)
}

/// Gives municipalities with the same name distinct names: with the province where that
/// distinguishes them, else with the code. A municipality without either keeps its name.
pub fn tell_apart(years: &mut [Vec<Entrant>]) {
    let latest =
        |all: &Vec<Entrant>| all.last().filter(|e| !e.hidden).map(|e| e.card.municipality.clone());
    let subjects: Vec<Option<Subject>> = years.iter().map(latest).collect();
    for (place, all) in years.iter_mut().enumerate() {
        let Some(own) = subjects.get(place).cloned().flatten() else { continue };
        let name = spelled(&own.name);
        let mut others = subjects.iter().enumerate().filter_map(|(at, other)| {
            other.as_ref().filter(|other| at != place && spelled(&other.name) == name)
        });
        let Some(first) = others.next() else { continue };
        let apart = elsewhere(&own, first) && others.all(|other| elsewhere(&own, other));
        let mark = if apart { own.province } else { own.cbs_code };
        if let Some(mark) = mark {
            for entrant in all {
                let name = &mut entrant.card.municipality.name;
                *name = format!("{name} ({mark})");
            }
        }
    }
}

/// The municipalities so far. An audit is of a known one if it has the same code; else, if one of
/// the two has no code, by name, unless the provinces differ.
#[derive(Default)]
struct Register {
    /// Indices of municipalities, by code.
    codes: BTreeMap<String, usize>,
    /// The same by name, with what each audit tells of its municipality.
    names: BTreeMap<String, Vec<(usize, Subject)>>,
}

impl Register {
    fn note(&mut self, subject: &Subject, place: usize) {
        let named = self.names.entry(spelled(&subject.name)).or_default();
        named.push((place, subject.clone()));
        if let Some(code) = &subject.cbs_code {
            self.codes.insert(code.clone(), place);
        }
    }

    /// The index of the municipality, if it is known.
    fn place(&self, subject: &Subject) -> Option<usize> {
        let coded = subject.cbs_code.as_ref().and_then(|code| self.codes.get(code));
        coded.copied().or_else(|| {
            let named = self.names.get(&spelled(&subject.name))?;
            let differs = |other: &Subject| {
                let codes = subject.cbs_code.as_ref().zip(other.cbs_code.as_ref());
                codes.is_some_and(|(one, other)| one != other) || elsewhere(subject, other)
            };
            let refused: BTreeSet<usize> =
                named.iter().filter(|(_, other)| differs(other)).map(|(place, _)| *place).collect();
            named.iter().map(|(place, _)| *place).find(|place| !refused.contains(place))
        })
    }
}

/// Whether one period is within the other, so that neither audit is the later one.
fn one_in_other(before: Period, after: Period) -> bool {
    before.to.last() == after.to.last() || after.from.first() <= before.from.first()
}

/// The latest audit of each municipality; and the earlier ones of each, in the same order.
pub fn split(years: Vec<Vec<Entrant>>) -> (Vec<Entrant>, Vec<Vec<Entrant>>) {
    years.into_iter().filter_map(|mut all| all.pop().map(|latest| (latest, all))).unzip()
}

/// For each municipality with earlier audits: the changes from each to the next.
pub fn over_time(
    latest: &[Entrant],
    earlier: &[Vec<Entrant>],
    frameworks: &BTreeMap<String, Arc<Framework>>,
    left_out: &mut Vec<LeftOut>,
) -> Vec<OverTime> {
    let mut out = Vec::new();
    for (after, before) in latest.iter().zip(earlier) {
        let chain: Vec<&Entrant> = before.iter().chain([after]).collect();
        for pair in chain.windows(2) {
            let [before, after] = pair else { continue };
            let (criteria, verdicts) = criteria(before, after, frameworks, left_out);
            out.push(OverTime {
                municipality: after.card.municipality.name.clone(),
                before: (before.card.case.clone(), before.period),
                after: (after.card.case.clone(), after.period),
                verdicts,
                criteria,
                recommendations: recommendations(before, after),
            });
        }
    }
    out
}

/// The verdicts of the frameworks that both audits use: title, earlier verdict, later verdict.
type Verdicts = Vec<(String, Option<Level>, Option<Level>)>;

/// The criteria and verdicts of the frameworks that both audits use; those of one audit go to
/// `left_out`.
fn criteria(
    before: &Entrant,
    after: &Entrant,
    frameworks: &BTreeMap<String, Arc<Framework>>,
    left_out: &mut Vec<LeftOut>,
) -> (Vec<ChangedCriterion>, Verdicts) {
    let name = &after.card.municipality.name;
    let uses = |e: &Entrant, id: &str| e.card.frameworks.iter().any(|s| s.framework == id);
    let (mut criteria, mut verdicts) = (Vec::new(), Vec::new());
    for (id, framework) in frameworks {
        match (uses(before, id), uses(after, id)) {
            (false, false) => continue,
            (true, true) => {}
            _ => {
                leave(name, LeftOutReason::OnlyOnce(framework.title.clone()), left_out);
                continue;
            }
        }
        let mut aligned = |entrant: &Entrant| match align::in_terms_of(framework, entrant)? {
            Ok(aligned) => Some(aligned),
            Err(reason) => {
                leave(name, reason, left_out);
                None
            }
        };
        let (old, new) = (aligned(before), aligned(after));
        if let (Some(old), Some(new)) = (&old, &new) {
            let (was, is) = (old.score.verdict.level(), new.score.verdict.level());
            verdicts.push((framework.title.clone(), was, is));
        }
        for (place, criterion) in framework.criteria.iter().enumerate() {
            let at = |aligned: &Option<align::Aligned>| {
                let aligned = aligned.as_ref()?;
                aligned.comparable.get(place).filter(|c| **c)?;
                aligned.score.judgements.get(place).map(|j| j.outcome)
            };
            let (old, new) = (at(&old), at(&new));
            let levels = (old.and_then(|o| o.level()), new.and_then(|o| o.level()));
            criteria.push(ChangedCriterion {
                framework: framework.title.clone(),
                criterion: criterion.id.clone(),
                name: criterion.name.clone(),
                before: old,
                after: new,
                change: change(levels),
            });
        }
    }
    (criteria, verdicts)
}

/// The recommendations of the earlier audit with their uptake according to the later one. Any
/// others that the later audit mentions follow at the end, with the name of their audit, so that
/// nothing is lost.
fn recommendations(before: &Entrant, after: &Entrant) -> Vec<(String, String, Option<Uptake>)> {
    let of_before = |f: &&FollowedUp| f.case == before.card.case;
    let own = &before.card.recommendations;
    let told = |id: &str| {
        let mut all = after.card.follow_up.iter().filter(of_before);
        all.find(|f| f.id == id).map(|f| f.status)
    };
    let mut out: Vec<_> =
        own.iter().map(|r| (r.id.clone(), r.title.clone(), told(&r.id))).collect();
    for followed in &after.card.follow_up {
        if !(of_before(&followed) && own.iter().any(|r| r.id == followed.id)) {
            let id = format!("{} ({})", followed.id, followed.case);
            out.push((id, followed.title.clone(), Some(followed.status)));
        }
    }
    out
}

fn change(levels: (Option<Level>, Option<Level>)) -> Change {
    match levels {
        (Some(before), Some(after)) if after > before => Change::Better,
        (Some(before), Some(after)) if after < before => Change::Worse,
        (Some(_), Some(_)) => Change::Same,
        _ => Change::NotComparable,
    }
}
