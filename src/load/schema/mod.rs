//! JSON Schemas of the formats, from the declarations of the raw layer, with which an editor
//! completes and explains keys. Draft 7, which the YAML plugins of editors support best.
//!
//! A schema covers what can be checked within one file. Whether a code exists elsewhere, and what
//! depends on the value of another key, is left to `check`.

mod formats;
mod texts;

pub use texts::{Unsaid, unsaid};

use super::raw::shape::{Key, Shape};
use formats::FORMATS;
use serde_json::{Map, Value, json};
use texts::{Words, words};

/// The folder of the schemas, relative to a working folder.
pub const FOLDER: &str = "frameworks/schemas";

/// The schemas of what the program writes as JSON, by name. A test holds them against what it does
/// write.
const OUTPUTS: [(&str, &str); 2] = [
    ("scorecard", include_str!("../../../frameworks/schemas/scorecard.schema.json")),
    ("comparison", include_str!("../../../frameworks/schemas/comparison.schema.json")),
];

#[must_use]
pub fn names() -> Vec<&'static str> {
    let inputs = FORMATS.iter().map(|(name, _)| *name);
    inputs.chain(OUTPUTS.map(|(name, _)| name)).collect()
}

/// File name of a schema.
#[must_use]
pub fn file_name(name: &str) -> String {
    format!("{name}.schema.json")
}

/// The schema with this name.
#[must_use]
pub fn schema(name: &str) -> Option<Value> {
    if let Some((_, text)) = OUTPUTS.iter().find(|(known, _)| *known == name) {
        return serde_json::from_str(text).ok();
    }
    let (_, shape) = FORMATS.iter().find(|(known, _)| *known == name)?;
    let words = words();
    let mut schema = of(&shape(), &words);
    if name == "case" {
        let whole = schema.get("required").cloned();
        CAN_BE_SHARED.iter().for_each(|keys| loosened(&mut schema, keys));
        let either = json!([{ "required": ["shared"] }, { "required": whole }]);
        let map = schema.as_object_mut();
        map.into_iter().for_each(|map| drop(map.insert("anyOf".to_owned(), either.clone())));
    }
    if let Some(map) = schema.as_object_mut() {
        map.insert("$schema".to_owned(), "http://json-schema.org/draft-07/schema#".into());
        map.insert("type".to_owned(), "object".into());
    }
    Some(schema)
}

/// Where a case can leave out required keys, because a file that it shares with others has them.
/// Whether it does, only `check` sees.
const CAN_BE_SHARED: [&str; 4] = [
    "/required",
    "/properties/study/required",
    "/properties/study/properties/central-question/required",
    "/properties/study/properties/sub-questions/items/required",
];

/// Makes no key required at this place but the id of an item.
fn loosened(schema: &mut Value, place: &str) {
    if let Some(Value::Array(required)) = schema.pointer_mut(place) {
        required.retain(|key| key == "id");
    }
}

fn of(shape: &Shape, words: &Words) -> Value {
    match shape {
        Shape::Text(schema) => schema.clone(),
        Shape::Any => json!({}),
        Shape::List(item, 0) => json!({ "type": ["array", "null"], "items": of(item, words) }),
        Shape::List(item, least) => {
            json!({ "type": "array", "items": of(item, words), "minItems": least })
        }
        Shape::Map(value) => json!({
            "type": ["object", "null"],
            "additionalProperties": of(value, words),
        }),
        Shape::OrScalar(scalar, shape) => json!({ "anyOf": [scalar, of(shape, words)] }),
        Shape::Keys(name, keys) => mapping(name, keys, words),
    }
}

fn mapping(name: &str, keys: &[Key], words: &Words) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for key in keys {
        let mut property = of(&key.shape, words);
        if let (Some(said), Some(map)) = (words.of(name, key.name), property.as_object_mut()) {
            map.insert("title".to_owned(), said.title.clone().into());
            map.insert("description".to_owned(), said.description.clone().into());
            let example = said.example.clone().or_else(|| example(&key.shape, words));
            map.extend(example.map(|e| ("examples".to_owned(), json!([e]))));
        }
        properties.insert(key.name.to_owned(), property);
        if key.must {
            required.push(key.name);
        }
    }
    let kinds = if required.is_empty() { json!(["object", "null"]) } else { json!("object") };
    let mut schema = json!({
        "type": kinds,
        "properties": properties,
        "additionalProperties": false,
        "required": required,
    });
    if let (Some(said), Some(map)) = (words.of(name, texts::WHOLE), schema.as_object_mut()) {
        map.insert("title".to_owned(), said.title.clone().into());
        map.insert("description".to_owned(), said.description.clone().into());
    }
    schema
}

/// An example of a value with keys of its own: its required keys, or else all, each with its own
/// example.
fn example(shape: &Shape, words: &Words) -> Option<Value> {
    match shape {
        Shape::List(item, _) => Some(json!([example(item, words)?])),
        Shape::Map(value) => Some(json!({ "voldoet": example(value, words)? })),
        Shape::OrScalar(_, shape) => example(shape, words),
        Shape::Keys(name, keys) => {
            let needed = |key: &&Key| key.must;
            let all = !keys.iter().any(|key| needed(&key));
            let shown = keys.iter().filter(|key| all || needed(key));
            let one = |key: &Key| {
                let said = words.of(name, key.name)?.example.clone();
                Some((key.name.to_owned(), said.or_else(|| example(&key.shape, words))?))
            };
            Some(Value::Object(shown.filter_map(one).collect()))
        }
        Shape::Text(_) | Shape::Any => None,
    }
}
