//! Groups of municipalities by a property: the levels in each group, and tests between two groups.

use super::choices::{Choices, Problem};
use super::entrant::Scores;
use super::statistics::{Share, fisher, fisher_least, holm, mcnemar, mcnemar_least, significant};
use crate::model::{
    Chance, Contrast, Distribution, GroupTest, Grouping, Judgement, Level, Member, Method, NoTest,
    Scale, Selection, SizeClass,
};
use std::collections::{BTreeMap, BTreeSet};

/// The name of the group of all municipalities.
pub const ALL: &str = "alle";

/// The value of a property of a municipality.
fn value(member: &Member, by: &str) -> Option<String> {
    match by {
        "size-class" => member.size_class.map(|c| c.name().to_owned()),
        "province" => member.province.clone(),
        attribute => member.attributes.get(attribute).cloned(),
    }
}

/// The properties by which the members can be grouped.
fn known(members: &[Member]) -> Vec<String> {
    let own: BTreeSet<&str> =
        members.iter().flat_map(|m| m.attributes.keys()).map(String::as_str).collect();
    let official = ["size-class", "province"];
    let given = |by: &&str| members.iter().any(|member| value(member, by).is_some());
    official
        .into_iter()
        .filter(given)
        .chain(own.into_iter().filter(|k| !official.contains(k)))
        .map(str::to_owned)
        .collect()
}

/// Groups municipalities, without a test.
pub fn group(members: &[Member], by: &str) -> Result<Grouping, Problem> {
    let mut groups: BTreeMap<(Option<SizeClass>, String), Vec<usize>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (index, member) in members.iter().enumerate() {
        match value(member, by) {
            None => unknown.push(index),
            // Size classes are ordered by size, other values by name.
            Some(name) => {
                let place = member.size_class.filter(|_| by == "size-class");
                groups.entry((place, name)).or_default().push(index);
            }
        }
    }
    if groups.is_empty() {
        return Err(Problem::UnknownProperty { by: by.to_owned(), known: known(members) });
    }
    let groups = groups.into_iter().map(|((_, name), members)| (name, members)).collect();
    Ok(Grouping { by: by.to_owned(), groups, unknown, contrast: None, no_test: None })
}

/// The number of members at each level.
pub fn distribution(scale: Scale, group: &str, judgements: &[Option<&Judgement>]) -> Distribution {
    let all: Vec<Level> = judgements.iter().flatten().filter_map(|j| j.outcome.level()).collect();
    let at = |level: Level| all.iter().filter(|found| **found == level).count();
    let levels: Vec<usize> = scale.levels().map(at).collect();
    Distribution {
        group: group.to_owned(),
        members: judgements.len(),
        judged: levels.iter().sum(),
        levels,
    }
}

/// Tests two groups against each other, if the municipalities were selected at random.
pub fn contrast(
    grouping: &mut Grouping,
    members: &[Member],
    scores: &[Scores],
    selection: Selection,
    choices: &Choices,
) -> Result<(), Problem> {
    let named = |name: &str| {
        let found = grouping.groups.iter().find(|(group, _)| group == name);
        found.map(|(name, members)| (name.clone(), members.clone())).ok_or_else(|| {
            let known = grouping.groups.iter().map(|(name, _)| name.clone()).collect();
            Problem::UnknownGroup { group: name.to_owned(), known }
        })
    };
    let pair = match (&choices.contrast, grouping.groups.as_slice()) {
        (Some((first, second)), _) => Some((named(first)?, named(second)?)),
        (None, [first, second]) => Some((first.clone(), second.clone())),
        _ => None,
    };
    grouping.no_test = match selection {
        Selection::Sample => pair.is_none().then_some(NoTest::NotTwo),
        other => Some(NoTest::Selection(other)),
    };
    let (Some((first, second)), None) = (pair, grouping.no_test) else { return Ok(()) };
    let pairs = match &choices.pairs {
        Some(by) => Some(pairs(members, by, &first.1, &second.1)?),
        None => None,
    };
    let unpaired = pairs.as_ref().map(|(_, unpaired)| unpaired.clone()).unwrap_or_default();
    let mut tests: Vec<GroupTest> = Vec::new();
    let mut asked: Vec<Level> = Vec::new();
    for framework in scores {
        let scale = framework.framework.scale;
        let Some(bar) = reached(scale, choices.level.as_deref()) else { continue };
        if !asked.contains(&bar) {
            asked.push(bar);
        }
        let mut own = Vec::new();
        for criterion in &framework.criteria {
            let duty = framework.framework.criterion(criterion).is_some_and(|c| c.legal_duty);
            let bar = if duty { Scale::duty().highest() } else { bar };
            let reaches = |member: usize| {
                let level = framework.judgement(member, criterion)?.outcome.level()?;
                Some(level >= bar)
            };
            let place = (framework.framework.id.as_str(), criterion.as_str());
            own.extend(match &pairs {
                Some((pairs, _)) => paired(place, pairs, reaches),
                None => unpaired_test(place, &first.1, &second.1, reaches),
            });
        }
        correct(&mut own);
        tests.extend(own);
    }
    if let Some(level) = choices.level.as_ref().filter(|_| asked.is_empty()) {
        let mut known: Vec<String> = Vec::new();
        for level in scores.iter().flat_map(|s| s.framework.scale.levels()) {
            if !known.iter().any(|k| k == level.key()) {
                known.push(level.key().to_owned());
            }
        }
        return Err(Problem::UnknownLevel { level: level.clone(), known });
    }
    grouping.contrast = Some(Contrast {
        first: first.0,
        second: second.0,
        levels: asked,
        paired_by: choices.pairs.clone(),
        unpaired: unpaired.iter().filter_map(|m| members.get(*m)).map(|m| m.name.clone()).collect(),
        tests,
    });
    Ok(())
}

/// Corrects the tests of a framework for their number: those that could be significant alone.
fn correct(tests: &mut [GroupTest]) {
    let chances: Vec<Chance> = tests.iter().filter_map(|test| test.p.clone()).collect();
    let able = tests.iter_mut().filter(|test| test.p.is_some());
    for (test, adjusted) in able.zip(holm(&chances)) {
        test.adjusted = Some(adjusted);
    }
}

/// The level from which a criterion counts as reached; `None` where the scale does not have it.
fn reached(scale: Scale, asked: Option<&str>) -> Option<Level> {
    match asked {
        Some(key) => scale.level(key),
        None => scale.levels().rfind(|level| level.counts_as_met()),
    }
}

type Pairs = (Vec<(usize, usize)>, Vec<usize>);

/// Pairs with one municipality from each group, and the municipalities without a partner.
fn pairs(
    members: &[Member],
    by: &str,
    first: &[usize],
    second: &[usize],
) -> Result<Pairs, Problem> {
    let mut found: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    let mut unpaired = Vec::new();
    for (group, of_first) in [(first, true), (second, false)] {
        for index in group {
            match members.get(*index).and_then(|m| value(m, by)) {
                Some(key) => {
                    let (left, right) = found.entry(key).or_default();
                    if of_first { left.push(*index) } else { right.push(*index) }
                }
                None => unpaired.push(*index),
            }
        }
    }
    let mut pairs = Vec::new();
    for (key, (left, right)) in found {
        match (left.as_slice(), right.as_slice()) {
            ([one], [other]) => pairs.push((*one, *other)),
            ([], rest) | (rest, []) if rest.len() == 1 => unpaired.extend(rest),
            _ => return Err(Problem::NoPair { by: by.to_owned(), value: key }),
        }
    }
    if pairs.is_empty() {
        return Err(Problem::UnknownProperty { by: by.to_owned(), known: known(members) });
    }
    Ok((pairs, unpaired))
}

/// Id of the framework and of the criterion.
type Place<'a> = (&'a str, &'a str);

fn unpaired_test(
    place: Place<'_>,
    first: &[usize],
    second: &[usize],
    reaches: impl Fn(usize) -> Option<bool>,
) -> Option<GroupTest> {
    let share = |group: &[usize]| {
        let known: Vec<bool> = group.iter().filter_map(|m| reaches(*m)).collect();
        let part = known.iter().filter(|r| **r).count();
        (!known.is_empty()).then_some(Share { part, whole: known.len() })
    };
    let (first, second) = (share(first)?, share(second)?);
    let chances = (fisher_least(first, second), fisher(first, second));
    Some(test(place, (first, second), chances, Method::Fisher))
}

fn paired(
    place: Place<'_>,
    pairs: &[(usize, usize)],
    reaches: impl Fn(usize) -> Option<bool>,
) -> Option<GroupTest> {
    let known: Vec<(bool, bool)> =
        pairs.iter().filter_map(|(a, b)| Some((reaches(*a)?, reaches(*b)?))).collect();
    if known.is_empty() {
        return None;
    }
    let count = |keep: &dyn Fn(&(bool, bool)) -> bool| known.iter().filter(|p| keep(p)).count();
    let first = Share { part: count(&|p| p.0), whole: known.len() };
    let second = Share { part: count(&|p| p.1), whole: known.len() };
    let (only_first, only_second) = (count(&|p| p.0 && !p.1), count(&|p| p.1 && !p.0));
    let chances = (mcnemar_least(only_first + only_second), mcnemar(only_first, only_second));
    Some(test(place, (first, second), chances, Method::McNemar { only_first, only_second }))
}

/// A test with the smallest p-value that it could have had, and the one that it has.
fn test(
    (framework, criterion): Place<'_>,
    (first, second): (Share, Share),
    (least, p): (Chance, Chance),
    method: Method,
) -> GroupTest {
    GroupTest {
        framework: framework.to_owned(),
        criterion: criterion.to_owned(),
        first: (first.part, first.whole),
        second: (second.part, second.whole),
        difference: first.exact() - second.exact(),
        p: significant(&least).then_some(p),
        least,
        adjusted: None,
        method,
    }
}
