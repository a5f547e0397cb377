//! One municipality in more than one audit.

use super::align::{self, Aligned};
use super::choices::Problem;
use super::entrant::{Entrant, leave};
use crate::model::{
    Change, ChangedCriterion, FollowedUp, Framework, FrameworkScore, LeftOut, LeftOutReason, Level,
    NotShared, OverTime, Period, Rule, Subject, Uptake, spelled,
};
use crate::score::framework_score;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The audits of each municipality, oldest first, in the order in which municipalities were given.
///
/// # Errors
/// If the bodies are not all of one kind, or one of them takes part twice in one period.
pub fn by_municipality(entrants: Vec<Entrant>) -> Result<Vec<Vec<Entrant>>, Vec<Problem>> {
    if let Some(problem) = two_kinds(&entrants) {
        return Err(vec![problem]);
    }
    let mut out: Vec<Vec<Entrant>> = Vec::new();
    let mut known = Municipalities::default();
    for entrant in entrants {
        let place = known.index_of(&entrant.card.municipality).unwrap_or(out.len());
        known.add(&entrant.card.municipality, place);
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

/// Finds two audits of bodies of different kinds: a norm asks another thing of each.
fn two_kinds(entrants: &[Entrant]) -> Option<Problem> {
    let (first, rest) = entrants.split_first()?;
    let kind = |entrant: &Entrant| entrant.card.municipality.kind;
    let second = rest.iter().find(|entrant| kind(entrant) != kind(first))?;
    let described = |entrant: &Entrant| {
        let name = entrant.card.municipality.name.clone();
        (entrant.path.clone(), name, kind(entrant))
    };
    Some(Problem::Kinds { first: described(first), second: described(second) })
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
    let latest = |all: &Vec<Entrant>| all.last().map(|e| e.card.municipality.clone());
    let subjects: Vec<Option<Subject>> = years.iter().map(latest).collect();
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, subject) in subjects.iter().enumerate() {
        let name = subject.iter().map(|subject| spelled(&subject.name));
        name.for_each(|name| by_name.entry(name).or_default().push(place));
    }
    for places in by_name.values().filter(|places| places.len() > 1) {
        for place in places {
            tell_one_apart(*place, places, &subjects, years);
        }
    }
}

/// Gives one municipality of those with the same name a distinct name.
fn tell_one_apart(
    place: usize,
    places: &[usize],
    subjects: &[Option<Subject>],
    years: &mut [Vec<Entrant>],
) {
    let at = |place: usize| subjects.get(place).and_then(Option::as_ref);
    let Some(own) = at(place) else { return };
    let others = || places.iter().filter(|other| **other != place).filter_map(|other| at(*other));
    let apart = others().all(|other| elsewhere(own, other));
    let mark = if apart { &own.province } else { &own.cbs_code };
    let (Some(mark), Some(all)) = (mark, years.get_mut(place)) else { return };
    for entrant in all {
        let name = &mut entrant.card.municipality.name;
        *name = format!("{name} ({mark})");
    }
}

/// The municipalities met so far. An audit is of a known one if it has the same code; else, if one of
/// the two has no code, by name, unless the provinces differ.
#[derive(Default)]
struct Municipalities {
    /// Indices of municipalities, by code.
    codes: BTreeMap<String, usize>,
    /// The same by name, with what each audit tells of its municipality.
    names: BTreeMap<String, Vec<(usize, Subject)>>,
}

impl Municipalities {
    fn add(&mut self, subject: &Subject, place: usize) {
        let named = self.names.entry(spelled(&subject.name)).or_default();
        named.push((place, subject.clone()));
        if let Some(code) = &subject.cbs_code {
            self.codes.insert(code.clone(), place);
        }
    }

    /// The index of the municipality, if it is known.
    fn index_of(&self, subject: &Subject) -> Option<usize> {
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
            let mut changes = OverTime {
                municipality: after.card.municipality.name.clone(),
                before: (before.card.case.clone(), before.period),
                after: (after.card.case.clone(), after.period),
                verdicts: Vec::new(),
                criteria: Vec::new(),
                not_shared: Vec::new(),
                recommendations: recommendations(before, after),
            };
            for framework in frameworks.values() {
                if let Some((before, after)) = both(before, after, framework, left_out) {
                    on_shared(framework, &before, &after, &mut changes);
                }
            }
            out.push(changes);
        }
    }
    out
}

/// The scores of two audits on a framework that both use; a framework of one of them goes to
/// `left_out`.
fn both(
    before: &Entrant,
    after: &Entrant,
    framework: &Framework,
    left_out: &mut Vec<LeftOut>,
) -> Option<(Aligned, Aligned)> {
    let name = &after.card.municipality.name;
    let uses = |e: &Entrant| e.card.frameworks.iter().any(|s| s.framework == framework.id);
    if uses(before) != uses(after) {
        leave(name, LeftOutReason::OnlyOnce(framework.title.clone()), left_out);
        return None;
    }
    let mut aligned = |entrant: &Entrant| match align::in_terms_of(framework, entrant)? {
        Ok(aligned) => Some(aligned),
        Err(reason) => {
            leave(name, reason, left_out);
            None
        }
    };
    let (before, after) = (aligned(before), aligned(after));
    before.zip(after)
}

/// Adds the criteria that two audits share, and the verdicts on those alone. Both have a criterion if
/// both chose it, in a version that can be compared, and it applies in both.
fn on_shared(framework: &Framework, before: &Aligned, after: &Aligned, changes: &mut OverTime) {
    let at = |aligned: &Aligned, place: usize| {
        aligned.comparable.get(place).filter(|c| **c)?;
        let outcome = aligned.score.judgements.get(place)?.outcome;
        outcome.applicable().then_some(outcome)
    };
    let mut shared = BTreeSet::new();
    let mut others = Vec::new();
    for (place, criterion) in framework.criteria.iter().enumerate() {
        let (Some(was), Some(is)) = (at(before, place), at(after, place)) else {
            // What neither audit has is no difference between them.
            if at(before, place).is_some() || at(after, place).is_some() {
                others.push((criterion.id.clone(), criterion.name.clone()));
            }
            continue;
        };
        shared.insert(criterion.id.as_str());
        changes.criteria.push(ChangedCriterion {
            framework: framework.title.clone(),
            criterion: criterion.id.clone(),
            name: criterion.name.clone(),
            before: was,
            after: is,
            change: change((was.level(), is.level())),
        });
    }
    let verdict = |score: &FrameworkScore| match score.rule {
        Rule::Score(_) => {
            let own = score.judgements.iter().filter(|j| shared.contains(j.criterion.as_str()));
            framework_score(score.terms(), own.cloned().collect()).verdict.level()
        }
        Rule::Judged(_) | Rule::None => score.verdict.level(),
    };
    if framework.rule != Rule::None && !shared.is_empty() {
        let verdicts = (verdict(&before.score), verdict(&after.score));
        changes.verdicts.push((framework.title.clone(), verdicts.0, verdicts.1));
    }
    if !others.is_empty() {
        let computed = match framework.rule {
            Rule::Score(_) => Some(true),
            Rule::Judged(_) => Some(false),
            Rule::None => None,
        };
        let framework = framework.title.clone();
        changes.not_shared.push(NotShared { framework, criteria: others, computed });
    }
}

/// The recommendations of the earlier audit with their uptake according to the later one. Any
/// others that the later audit mentions follow at the end, with the name of their audit, so that
/// nothing is lost.
fn recommendations(before: &Entrant, after: &Entrant) -> Vec<(String, String, Option<Uptake>)> {
    let of_before = |f: &&FollowedUp| f.case == before.card.case;
    let own = &before.card.recommendations;
    let uptake = |id: &str| {
        let mut all = after.card.follow_up.iter().filter(of_before);
        all.find(|f| f.id == id).map(|f| f.status)
    };
    let mut out: Vec<_> =
        own.iter().map(|r| (r.id.clone(), r.title.clone(), uptake(&r.id))).collect();
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
