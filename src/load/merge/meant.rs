//! What a version of a file says once changes are made in it.

use super::place::{Part, id_of, positions};
use super::three::{Change, What};
use crate::load::edit::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The changes of a value and within it.
#[derive(Default)]
struct Changes<'c> {
    own: Option<&'c What>,
    within: BTreeMap<&'c Part, Changes<'c>>,
}

/// Makes changes. `None` if one has no place.
pub fn make<'c>(root: &mut Value, changes: impl IntoIterator<Item = &'c Change>) -> Option<()> {
    let mut all = Changes::default();
    for change in changes {
        let at = change.place.iter().fold(&mut all, |at, part| at.within.entry(part).or_default());
        if at.own.replace(&change.what).is_some() {
            return None;
        }
    }
    within(root, &all)
}

fn within(value: &mut Value, changes: &Changes<'_>) -> Option<()> {
    match value {
        _ if changes.within.is_empty() => Some(()),
        Value::Map(pairs) => changes.within.iter().try_for_each(|(part, new)| match part {
            Part::Key(key) => in_map(pairs, key, new),
            Part::Entry(..) => None,
        }),
        Value::List(items) => in_list(items, changes),
        Value::Text(_) | Value::Plain(_) => None,
    }
}

fn in_map(pairs: &mut Vec<(String, Value)>, key: &String, changes: &Changes<'_>) -> Option<()> {
    let at = pairs.iter().position(|(name, _)| name == key);
    match (changes.own, at) {
        (Some(What::Insert(_, new)), None) => pairs.push((key.clone(), new.clone())),
        (Some(What::Remove), Some(at)) => drop(pairs.remove(at)),
        (Some(What::Set(new)), Some(at)) => pairs.get_mut(at)?.1 = new.clone(),
        (None, Some(at)) => within(&mut pairs.get_mut(at)?.1, changes)?,
        _ => return None,
    }
    Some(())
}

fn in_list(items: &mut Vec<Value>, changes: &Changes<'_>) -> Option<()> {
    let Some((Part::Entry(by, _), _)) = changes.within.first_key_value() else { return None };
    let places = positions(items, by);
    let mut removed = BTreeSet::new();
    // Each new entry, by the one above it.
    let mut added: BTreeMap<Option<Part>, (&Part, &Value)> = BTreeMap::new();
    for (part, new) in &changes.within {
        let Part::Entry(_, id) = part else { return None };
        match (new.own, places.get(id)) {
            (Some(What::Add(above, value)), None) => {
                if added.insert(above.clone(), (part, value)).is_some() {
                    return None;
                }
            }
            (Some(What::Remove), Some(at)) => drop(removed.insert(*at)),
            (Some(What::Set(value)), Some(at)) => *items.get_mut(*at)? = value.clone(),
            (None, Some(at)) => within(items.get_mut(*at)?, new)?,
            _ => return None,
        }
    }
    if removed.is_empty() && added.is_empty() {
        return Some(());
    }
    let mut out = Vec::new();
    let mut add_behind = |above: Option<Part>, out: &mut Vec<Value>| {
        let mut next = added.remove(&above);
        while let Some((part, value)) = next {
            out.push(value.clone());
            next = added.remove(&Some(part.clone()));
        }
    };
    add_behind(None, &mut out);
    for (at, item) in std::mem::take(items).into_iter().enumerate() {
        let own = id_of(&item, by).map(|id| Part::Entry(by, id));
        if !removed.contains(&at) {
            out.push(item);
        }
        if own.is_some() {
            add_behind(own, &mut out);
        }
    }
    *items = out;
    added.is_empty().then_some(())
}
