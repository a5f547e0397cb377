//! Where a value stands in a file, by keys and by the ids of entries: a place that holds in every
//! version of the file.

use crate::load::edit::{Step, Value};
use std::collections::BTreeMap;

/// The keys that together tell the entries of a list apart.
pub type Id = &'static [&'static str];

/// By which keys the entries of the lists of a case's files are known, by the name of the list; the
/// first that tells them all apart. Entries of other lists are not told apart.
const LISTS: [(&str, &[Id]); 25] = [
    ("also", &[&["what"]]),
    ("accepted", &[&["code", "about"]]),
    ("conclusions", &[&["id"]]),
    ("closed", &[&["step"]]),
    ("context-indicators", &[&["id"]]),
    ("criteria", &[&["id"]]),
    ("evidence", &[&["source"], &["source", "locator"]]),
    ("findings", &[&["id"]]),
    ("frameworks", &[&["id"]]),
    ("municipalities", &[&["name"]]),
    ("observations", &[&["id"]]),
    ("paragraphs", &[&["number"]]),
    ("peers", &[&["criterion"]]),
    ("people", &[&["name"]]),
    ("pictures", &[&["file"]]),
    ("planning", &[&["step"]]),
    ("points", &[&["text"]]),
    ("recommendations", &[&["id"]]),
    ("remarks", &[&["id"]]),
    ("respondents", &[&["role"]]),
    ("responses", &[&["body"]]),
    ("someone-else", &[&["text"]]),
    ("sources", &[&["code"]]),
    ("states", &[&["case", "recommendation", "year"]]),
    ("sub-questions", &[&["id"]]),
];

/// A step to a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Key(String),
    /// An entry of a list, by its values at the keys that tell entries apart.
    Entry(Id, Vec<String>),
}

impl Part {
    /// The part in words.
    pub fn shown(&self) -> String {
        match self {
            Self::Key(name) => name.clone(),
            Self::Entry(_, id) => id.join(" ").trim_end().to_owned(),
        }
    }
}

/// The values of an entry at the keys that tell entries apart; keys after the first may be absent. A
/// text is known by itself.
pub fn id_of(item: &Value, by: Id) -> Option<Vec<String>> {
    let text = |value: &Value| match value {
        Value::Text(text) | Value::Plain(text) => Some(text.trim().to_owned()),
        Value::List(_) | Value::Map(_) => None,
    };
    let Value::Map(pairs) = item else {
        return text(item).filter(|_| by.len() < 2).map(|text| vec![text]);
    };
    let at = |key: &&str| match pairs.iter().find(|(own, _)| own == key) {
        Some((_, value)) => text(value),
        None => Some(String::new()),
    };
    let id: Option<Vec<String>> = by.iter().map(at).collect();
    id.filter(|id| id.first().is_some_and(|first| !first.is_empty()))
}

/// The keys that tell the entries of a list apart in each of its versions.
pub fn told_apart(list: &str, versions: [&[Value]; 3]) -> Option<Id> {
    let texts = |items: &[Value]| items.iter().all(|item| matches!(item, Value::Text(_)));
    let ways = match versions.iter().all(|items| texts(items)) {
        true => &[&[] as Id] as &[Id],
        false => LISTS.iter().find(|(name, _)| *name == list)?.1,
    };
    ways.iter().copied().find(|by| {
        versions.iter().all(|items| {
            let ids: Option<Vec<_>> = items.iter().map(|item| id_of(item, by)).collect();
            ids.is_some_and(|mut ids| {
                let many = ids.len();
                ids.sort();
                ids.dedup();
                ids.len() == many
            })
        })
    })
}

/// The positions of the entries of a list, by their ids.
pub type Positions = BTreeMap<Vec<String>, usize>;

/// The positions of entries; of several with one id, that of the first.
pub fn positions(items: &[Value], by: Id) -> Positions {
    let mut out = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        if let Some(id) = id_of(item, by) {
            out.entry(id).or_insert(at);
        }
    }
    out
}

/// The places of a version of a file. Each list is indexed once, so that many places can be found.
pub struct Places<'v> {
    root: &'v Value,
    lists: BTreeMap<Vec<Part>, (Id, Positions)>,
}

impl<'v> Places<'v> {
    pub fn of(root: &'v Value) -> Self {
        Self { root, lists: BTreeMap::new() }
    }

    /// The way to a place and the value there, if it is in this version.
    pub fn find<'p>(&mut self, place: &'p [Part]) -> Option<(Vec<Step<'p>>, &'v Value)> {
        let (mut steps, mut value) = (Vec::new(), self.root);
        for (depth, part) in place.iter().enumerate() {
            let (step, next) = match (part, value) {
                (Part::Key(name), Value::Map(pairs)) => {
                    let (_, next) = pairs.iter().find(|(key, _)| key == name)?;
                    (Step::Key(name), next)
                }
                (Part::Entry(by, id), Value::List(items)) => {
                    let at = self.position(place.get(..depth)?, items, by, id)?;
                    (Step::Item(at), items.get(at)?)
                }
                _ => return None,
            };
            steps.push(step);
            value = next;
        }
        Some((steps, value))
    }

    /// The way to a place, if it is in this version.
    pub fn way<'p>(&mut self, place: &'p [Part]) -> Option<Vec<Step<'p>>> {
        self.find(place).map(|(steps, _)| steps)
    }

    fn position(&mut self, list: &[Part], items: &[Value], by: Id, id: &[String]) -> Option<usize> {
        if self.lists.get(list).is_none_or(|(known, _)| *known != by) {
            self.lists.insert(list.to_vec(), (by, positions(items, by)));
        }
        self.lists.get(list)?.1.get(id).copied()
    }
}

/// The way to one place in a version of a file, if it is there.
pub fn way<'p>(place: &'p [Part], root: &Value) -> Option<Vec<Step<'p>>> {
    Places::of(root).way(place)
}

/// A place in words.
pub fn shown(place: &[Part]) -> String {
    place.iter().map(Part::shown).collect::<Vec<_>>().join(" › ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::raw::Raw;
    use crate::load::raw::case::{
        RawCase, RawConfidential, RawFindings, RawSources, RawSubFindings,
    };
    use crate::load::raw::hearing::{RawHeard, RawHearing};
    use crate::load::raw::joint::RawJoint;
    use crate::load::raw::register::RawRegister;
    use crate::load::raw::shape::Shape;

    /// The lists of entries with keys in a format, each with those keys.
    fn lists(name: &str, shape: &Shape, into: &mut BTreeMap<String, Vec<&'static str>>) {
        match shape {
            Shape::List(item, _) => {
                let keys = match item.as_ref() {
                    Shape::OrScalar(_, keys) => keys,
                    item => item,
                };
                if let Shape::Keys(_, keys) = keys {
                    into.insert(name.to_owned(), keys.iter().map(|key| key.name).collect());
                }
                lists(name, item, into);
            }
            Shape::Map(value) | Shape::OrScalar(_, value) => lists(name, value, into),
            Shape::Keys(_, keys) => keys.iter().for_each(|key| lists(key.name, &key.shape, into)),
            Shape::Text(_) | Shape::Any => {}
        }
    }

    #[test]
    fn the_entries_of_every_list_of_a_case_are_told_apart_by_keys_that_they_have() {
        let mut all = BTreeMap::new();
        for shape in [
            RawCase::shape(),
            RawSources::shape(),
            RawFindings::shape(),
            RawSubFindings::shape(),
            RawHearing::shape(),
            RawHeard::shape(),
            RawJoint::shape(),
            RawRegister::shape(),
            RawConfidential::shape(),
        ] {
            lists("", &shape, &mut all);
        }
        for (list, keys) in all {
            let ways = LISTS.iter().find(|(name, _)| *name == list).map(|(_, ways)| *ways);
            let ways = ways.unwrap_or_else(|| panic!("{list} has no way"));
            for key in ways.iter().flat_map(|by| by.iter()) {
                assert!(keys.contains(key), "{list}: {key} is not among {keys:?}");
            }
        }
    }
}
