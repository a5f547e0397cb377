//! Compares three versions of a file by key and by entry: what theirs changed and ours did not, and
//! what both changed.

use super::place::{Id, Part, Positions, id_of, positions, told_apart};
use crate::load::edit::Value;
use std::collections::BTreeSet;

/// A change to make in ours.
#[derive(Debug, Clone)]
pub struct Change {
    /// The place of the value, which is new at an `Insert` or `Add`.
    pub place: Vec<Part>,
    pub what: What,
}

/// What a change does.
#[derive(Debug, Clone)]
pub enum What {
    /// Another value.
    Set(Value),
    /// A new key, behind this one or before all.
    Insert(Option<String>, Value),
    /// A new entry of a list, behind this one or before all.
    Add(Option<Part>, Value),
    Remove,
}

/// Why a place is left to the users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Both changed it, or one changed what the other removed.
    Both,
    /// Both added an entry under this id.
    Added,
    /// Theirs put the entries of a list in another order.
    Order,
    /// The text of ours cannot be changed there.
    Text,
}

/// A place that is left to the users, with what stands there in ours and in theirs.
#[derive(Debug, Clone)]
pub struct Conflict {
    pub place: Vec<Part>,
    pub why: Why,
    pub ours: Option<Value>,
    pub theirs: Option<Value>,
}

/// Which version counts where both say something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Neither,
    Ours,
    Theirs,
}

/// A value in base, ours and theirs.
type Three<'a> = [Option<&'a Value>; 3];

/// What becomes of ours.
#[derive(Debug)]
pub struct Comparison {
    /// Whether nothing is known of a base, so that all of theirs that ours lacks is new.
    pub two_way: bool,
    pub choice: Choice,
    pub changes: Vec<Change>,
    pub conflicts: Vec<Conflict>,
    place: Vec<Part>,
}

impl Comparison {
    /// Compares the roots of three versions; without a base, of two.
    pub fn of(base: Option<&Value>, ours: &Value, theirs: &Value, choice: Choice) -> Self {
        let mut out = Self {
            two_way: base.is_none(),
            choice,
            changes: Vec::new(),
            conflicts: Vec::new(),
            place: Vec::new(),
        };
        out.value([base, Some(ours), Some(theirs)]);
        out
    }

    fn within(&mut self, part: Part, work: impl FnOnce(&mut Self)) {
        self.place.push(part);
        work(self);
        self.place.pop();
    }

    fn change(&mut self, what: What) {
        self.changes.push(Change { place: self.place.clone(), what });
    }

    fn conflict(&mut self, why: Why, ours: Option<&Value>, theirs: Option<&Value>) {
        match (self.choice, theirs) {
            (Choice::Ours, _) => {}
            (Choice::Theirs, Some(value)) if ours.is_some() => {
                self.change(What::Set(value.clone()))
            }
            _ => self.conflicts.push(Conflict {
                place: self.place.clone(),
                why,
                ours: ours.cloned(),
                theirs: theirs.cloned(),
            }),
        }
    }

    /// A value that ours has.
    fn value(&mut self, [base, ours, theirs]: Three<'_>) {
        if theirs == base || ours == theirs {
            return;
        }
        match (ours, theirs) {
            (Some(Value::Map(own)), Some(Value::Map(other)))
                if base.is_some() || self.two_way || agree(own, other) =>
            {
                return self.map(base, own, other);
            }
            (Some(Value::List(own)), Some(Value::List(other))) => {
                return self.list(base, own, other);
            }
            _ => {}
        }
        self.whole([base, ours, theirs]);
    }

    /// A value that is taken as a whole.
    fn whole(&mut self, [base, ours, theirs]: Three<'_>) {
        let nothing_before = is_empty(base);
        if ours == base || (is_empty(ours) && nothing_before) {
            match theirs {
                Some(value) => self.change(What::Set(value.clone())),
                None => self.change(What::Remove),
            }
        } else if !(is_empty(theirs) && nothing_before) {
            let added = base.is_none() && matches!(self.place.last(), Some(Part::Entry(..)));
            self.conflict(if added { Why::Added } else { Why::Both }, ours, theirs);
        }
    }

    /// A value that ours has not. Returns whether it is added.
    fn missing(&mut self, base: Option<&Value>, theirs: &Value, add: What) -> bool {
        match base {
            None => self.change(add),
            Some(base) if base != theirs => self.conflict(Why::Both, None, Some(theirs)),
            Some(_) => {}
        }
        base.is_none()
    }

    fn map(&mut self, base: Option<&Value>, ours: &[(String, Value)], theirs: &[(String, Value)]) {
        let old = if let Some(Value::Map(pairs)) = base { pairs.as_slice() } else { &[] };
        let mut above: Option<&str> = None;
        for (key, other) in theirs {
            let (before, own) = (get(old, key), get(ours, key));
            self.within(Part::Key(key.clone()), |this| match own {
                Some(own) => {
                    this.value([before, Some(own), Some(other)]);
                    above = Some(key);
                }
                None => {
                    let add = What::Insert(above.map(str::to_owned), other.clone());
                    if this.missing(before, other, add) {
                        above = Some(key);
                    }
                }
            });
        }
        for (key, own) in ours.iter().filter(|(key, _)| get(theirs, key).is_none()) {
            let before = get(old, key);
            self.within(Part::Key(key.clone()), |this| this.value([before, Some(own), None]));
        }
    }

    fn list(&mut self, base: Option<&Value>, ours: &[Value], theirs: &[Value]) {
        let old = if let Some(Value::List(items)) = base { items.as_slice() } else { &[] };
        let name = match self.place.last() {
            Some(Part::Key(name)) => name.clone(),
            _ => String::new(),
        };
        let as_list = |items: &[Value]| Value::List(items.to_vec());
        let (own, other) = (as_list(ours), as_list(theirs));
        match told_apart(&name, [old, ours, theirs]) {
            Some(by) if !(by.is_empty() && replaced_by_both(old, ours, theirs)) => {
                if !self.two_way && corrected_by_both(old, ours, theirs, by) {
                    return self.conflict(Why::Both, Some(&own), Some(&other));
                }
                if !self.two_way && reordered(old, ours, theirs, by) {
                    return self.conflict(Why::Order, Some(&own), Some(&other));
                }
                self.entries(by, old, ours, theirs);
            }
            _ => self.whole([base, Some(&own), Some(&other)]),
        }
    }

    fn entries(&mut self, by: Id, old: &[Value], ours: &[Value], theirs: &[Value]) {
        let [in_old, in_ours, in_theirs] = [old, ours, theirs].map(|items| positions(items, by));
        let only_ours = |id: &Vec<String>| !in_old.contains_key(id) && !in_theirs.contains_key(id);
        // The entry behind which a new one goes: one of ours, or one that was added behind it.
        let (mut above, mut next) = (None, 0);
        for other in theirs {
            let Some(id) = id_of(other, by) else { continue };
            let before = in_old.get(&id).and_then(|at| old.get(*at));
            let place = in_ours.get(&id).copied();
            match place {
                Some(at) => (above, next) = (Some(id.clone()), at + 1),
                None => {
                    while let Some(own) = ours.get(next).and_then(|own| id_of(own, by))
                        && only_ours(&own)
                    {
                        (above, next) = (Some(own), next + 1);
                    }
                }
            }
            let own = place.and_then(|at| ours.get(at));
            self.within(Part::Entry(by, id.clone()), |this| match own {
                Some(own) => this.value([before, Some(own), Some(other)]),
                None => {
                    let after = above.clone().map(|id| Part::Entry(by, id));
                    if this.missing(before, other, What::Add(after, other.clone())) {
                        above = Some(id);
                    }
                }
            });
        }
        for own in ours {
            let id = id_of(own, by).filter(|id| !in_theirs.contains_key(id));
            let Some(id) = id else { continue };
            let before = in_old.get(&id).and_then(|at| old.get(*at));
            self.within(Part::Entry(by, id), |this| this.value([before, Some(own), None]));
        }
    }
}

fn get<'a>(pairs: &'a [(String, Value)], key: &str) -> Option<&'a Value> {
    pairs.iter().find(|(own, _)| own == key).map(|(_, value)| value)
}

fn ids(items: &[Value], by: Id) -> Vec<Vec<String>> {
    items.iter().filter_map(|item| id_of(item, by)).collect()
}

/// Whether nothing is filled in.
fn is_empty(value: Option<&Value>) -> bool {
    match value {
        None => true,
        Some(Value::Text(text) | Value::Plain(text)) => text.trim().is_empty(),
        Some(Value::List(items)) => items.is_empty(),
        Some(Value::Map(pairs)) => pairs.is_empty(),
    }
}

/// Whether two mappings that both added say the same at every key that both have.
fn agree(ours: &[(String, Value)], theirs: &[(String, Value)]) -> bool {
    ours.iter().all(|(key, own)| get(theirs, key).is_none_or(|other| other == own))
}

/// Whether both took a text out of a list and put others in, which may be two versions of it.
fn replaced_by_both(old: &[Value], ours: &[Value], theirs: &[Value]) -> bool {
    let [before, own, other] = [old, ours, theirs].map(BTreeSet::from_iter);
    let new = |items: &[Value], others: &BTreeSet<&Value>| {
        items.iter().any(|item| !before.contains(item) && !others.contains(item))
    };
    let gone = old.iter().any(|item| !own.contains(item) && !other.contains(item));
    gone && new(ours, &other) && new(theirs, &own)
}

/// Whether both gave one entry another id: they corrected a name or a code, each in another way.
fn corrected_by_both(old: &[Value], ours: &[Value], theirs: &[Value], by: Id) -> bool {
    let [in_old, in_ours, in_theirs] = [old, ours, theirs].map(|items| positions(items, by));
    let alone = |items: &'_ [Value], others: [&Positions; 2]| {
        let known = |id: &Vec<String>| others.iter().any(|ids| ids.contains_key(id));
        let alone = items.iter().enumerate();
        let alone = alone.filter(|(_, item)| id_of(item, by).is_some_and(|id| !known(&id)));
        alone.map(|(at, item)| (at, without(item, by))).collect::<Vec<_>>()
    };
    let gone = alone(old, [&in_ours, &in_theirs]);
    let new = [alone(ours, [&in_old, &in_theirs]), alone(theirs, [&in_old, &in_ours])];
    let places = new.each_ref().map(|new| new.iter().map(|(at, _)| *at).collect::<BTreeSet<_>>());
    let rests = new.each_ref().map(|new| new.iter().map(|(_, rest)| rest).collect::<BTreeSet<_>>());
    gone.iter().any(|(at, rest)| match rest {
        Some(_) => rests.iter().all(|rests| rests.contains(rest)),
        None => places.iter().all(|places| places.contains(at)),
    })
}

/// What an entry says besides its id; `None` if that is nothing.
fn without(item: &Value, by: Id) -> Option<Vec<(String, Value)>> {
    let Value::Map(pairs) = item else { return None };
    let rest = pairs.iter().filter(|(key, _)| !by.contains(&key.as_str())).cloned();
    Some(rest.collect()).filter(|rest: &Vec<_>| !rest.is_empty())
}

/// Whether theirs put entries that all three have in an order that is neither that of the base nor
/// that of ours.
fn reordered(old: &[Value], ours: &[Value], theirs: &[Value], by: Id) -> bool {
    let [old, ours, theirs] = [old, ours, theirs].map(|items| ids(items, by));
    let [before, own, other] = [&old, &ours, &theirs].map(BTreeSet::from_iter);
    let shared = |of: &[Vec<String>]| -> Vec<Vec<String>> {
        let in_all = |id: &&Vec<String>| [&before, &own, &other].iter().all(|ids| ids.contains(id));
        of.iter().filter(in_all).cloned().collect()
    };
    let theirs = shared(&theirs);
    theirs != shared(&old) && theirs != shared(&ours)
}
