//! The descriptions that an editor shows for each key, from `nl.toml`.

use super::formats::FORMATS;
use crate::load::raw::shape::{Key, Shape};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The descriptions, by struct and key.
const TEXTS: &str = include_str!("nl.toml");

/// The key for the description of a struct as a whole.
pub const WHOLE: &str = "_";

/// The description of a key.
#[derive(Debug)]
pub struct Said {
    /// A few words.
    pub title: String,
    /// A sentence or two.
    pub description: String,
    /// Absent for a key whose value has keys of its own.
    pub example: Option<Value>,
}

/// The descriptions of all keys.
#[derive(Debug)]
pub struct Words(BTreeMap<String, BTreeMap<String, Said>>);

impl Words {
    /// The description of a key of a struct.
    pub fn of(&self, name: &str, key: &str) -> Option<&Said> {
        self.0.get(name)?.get(key)
    }
}

/// Reads the descriptions. A malformed one is left out, and then reported by [`unsaid`].
pub fn words() -> Words {
    let texts: BTreeMap<String, BTreeMap<String, Vec<Value>>> =
        toml::from_str(TEXTS).unwrap_or_default();
    let said = |parts: Vec<Value>| {
        let mut parts = parts.into_iter();
        let title = parts.next()?.as_str()?.to_owned();
        let description = parts.next()?.as_str()?.to_owned();
        Some(Said { title, description, example: parts.next() })
    };
    let keys = |keys: BTreeMap<String, Vec<Value>>| {
        keys.into_iter().filter_map(|(key, parts)| Some((key, said(parts)?))).collect()
    };
    Words(texts.into_iter().map(|(name, texts)| (name, keys(texts))).collect())
}

/// The differences between the descriptions and the formats, as `Struct.key`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Unsaid {
    /// Keys without a title, a description or an example.
    pub missing: BTreeSet<String>,
    /// Descriptions of keys that no format has.
    pub needless: BTreeSet<String>,
}

/// Compares the descriptions with the formats.
#[must_use]
pub fn unsaid() -> Unsaid {
    let words = words();
    let mut asked = BTreeSet::new();
    let mut missing = BTreeSet::new();
    for (_, shape) in FORMATS {
        walk(&shape(), &mut |name, key| {
            let place = format!("{name}.{}", key.map_or(WHOLE, |k| k.name));
            let said = words.of(name, key.map_or(WHOLE, |k| k.name));
            let shown =
                key.is_none_or(|k| keyed(&k.shape) || said.is_some_and(|s| s.example.is_some()));
            if !said.is_some_and(|s| !s.title.is_empty() && !s.description.is_empty()) || !shown {
                missing.insert(place.clone());
            }
            asked.insert(place);
        });
    }
    let all =
        words.0.iter().flat_map(|(name, keys)| keys.keys().map(move |k| format!("{name}.{k}")));
    Unsaid { missing, needless: all.filter(|place| !asked.contains(place)).collect() }
}

/// Whether a shape has keys of its own, which have the examples.
fn keyed(shape: &Shape) -> bool {
    match shape {
        Shape::Text(_) | Shape::Any => false,
        Shape::List(inner, _) | Shape::Map(inner) | Shape::OrScalar(_, inner) => keyed(inner),
        Shape::Keys(..) => true,
    }
}

fn walk(shape: &Shape, visit: &mut impl FnMut(&str, Option<&Key>)) {
    match shape {
        Shape::Text(_) | Shape::Any => {}
        Shape::List(inner, _) | Shape::Map(inner) | Shape::OrScalar(_, inner) => walk(inner, visit),
        Shape::Keys(name, keys) => {
            visit(name, None);
            for key in keys {
                visit(name, Some(key));
                walk(&key.shape, visit);
            }
        }
    }
}
