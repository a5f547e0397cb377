//! What a schema knows of a key beyond its shape.

use crate::diagnostics::Code;
use crate::load::keywords::{
    ANSWERS, BASIS_KINDS, BETTER, MEASURE_KINDS, RELATIVE, ROWS, STANCES, YES_NO, addressees,
    levels,
};
use crate::load::raw::shape::Fact;
use crate::model::{Alone, Sampling, SourceKind, Status, StudyStatus, Uptake};
use serde_json::{Value, json};

/// The schema of a scalar under some facts. A value may always be absent: that is still to be
/// filled in, of which `check` tells.
pub fn scalar(facts: &[Fact]) -> Value {
    let form = facts.iter().find_map(|fact| form(*fact));
    form.unwrap_or_else(|| json!({ "type": ["string", "number", "boolean", "null"] }))
}

fn form(fact: Fact) -> Option<Value> {
    if let Some(words) = words(fact) {
        let mut known: Vec<Value> = words.into_iter().map(Value::from).collect();
        if fact == Fact::YesNo {
            known.extend([Value::from(true), Value::from(false)]);
        }
        known.push(Value::Null);
        return Some(json!({ "enum": known }));
    }
    let (kinds, pattern): (&[&str], &str) = match fact {
        Fact::Id | Fact::Criterion => {
            (&["string", "integer", "null"], "^[A-Za-z0-9][A-Za-z0-9-]{0,23}$")
        }
        Fact::Version => (&["string", "null"], r"^\s*\d+\.\d+\.\d+\s*$"),
        Fact::Date => (&["string", "integer", "null"], r"^\s*\d{4}(-\d{2}(-\d{2})?)?\s*$"),
        Fact::Number => (&["string", "number", "null"], r"^\s*[-−]?\d[\d.,\s]*$"),
        Fact::Whole | Fact::Weight => (&["string", "integer", "null"], r"^\s*\d+\s*$"),
        Fact::Percentage => (&["string", "null"], r"^\s*[-−]?\d[\d.,\s]*%\s*$"),
        Fact::Threshold => (&["string", "number", "null"], r"^\s*[-−]?\d[\d.,\s]*%?\s*$"),
        Fact::Url => (&["string", "null"], "^https?://."),
        _ => return None,
    };
    let mut schema = json!({ "type": kinds, "pattern": pattern });
    if let (Fact::Weight, Some(map)) = (fact, schema.as_object_mut()) {
        map.insert("minimum".to_owned(), 1.into());
        map.insert("maximum".to_owned(), 10.into());
    }
    Some(schema)
}

/// The words of a closed list, from where reading has them.
fn words(fact: Fact) -> Option<Vec<&'static str>> {
    fn first<T>(pairs: &[(&'static str, T)]) -> Vec<&'static str> {
        pairs.iter().map(|(word, _)| *word).collect()
    }
    Some(match fact {
        Fact::YesNo => first(&YES_NO),
        Fact::Warning => Code::acceptable().map(Code::as_str).collect(),
        Fact::StudyLabel => Status::ALL.iter().map(|s| s.key()).collect(),
        Fact::Sampling => first(&Sampling::WORDS),
        Fact::Addressee => first(&addressees()),
        Fact::Uptake => Uptake::ALL.iter().map(|u| u.key()).collect(),
        Fact::SourceKind => SourceKind::ALL.iter().map(|k| k.key()).collect(),
        Fact::StudyStatus => StudyStatus::ALL.iter().map(|s| s.key()).collect(),
        Fact::Level => first(&levels()),
        Fact::Answer => first(&ANSWERS),
        Fact::Stance => first(&STANCES),
        Fact::Alone => first(&Alone::WORDS),
        Fact::Rows => first(&ROWS),
        Fact::BasisKind => first(&BASIS_KINDS),
        Fact::MeasureKind => first(&MEASURE_KINDS),
        Fact::Relative => first(&RELATIVE),
        Fact::Better => first(&BETTER),
        _ => return None,
    })
}
