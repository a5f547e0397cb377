//! What a scalar of a format may be: the kind in its type is what reading holds it to and what the
//! schema says of it.

use crate::diagnostics::Code;
use crate::load::keywords::{
    ANSWERS, BASIS_KINDS, BETTER, MEASURE_KINDS, MeasureKind as Measured, RELATIVE, ROWS, STANCES,
    STRENGTHS, YES_NO, addressees, levels,
};
use crate::model;
use serde_json::{Value, json};

/// A kind of scalar.
pub trait Kind {
    /// What a schema says of it. A value may always be absent: that is still to be filled in, of
    /// which `check` tells.
    fn schema() -> Value;
}

/// A closed list of words, each with what it means.
pub trait Words {
    /// What a word means.
    type Value: Copy;

    /// The words.
    fn words() -> Vec<(&'static str, Self::Value)>;

    /// Other values that stand for a word in YAML: `true` needs no quotation marks.
    fn also() -> Vec<Value> {
        Vec::new()
    }
}

impl<W: Words> Kind for W {
    fn schema() -> Value {
        let mut known: Vec<Value> = W::words().iter().map(|(word, _)| Value::from(*word)).collect();
        known.extend(W::also());
        known.push(Value::Null);
        json!({ "enum": known })
    }
}

/// Declares kinds that a schema holds to types of JSON and a pattern.
macro_rules! patterns {
    ($($(#[$doc:meta])* $name:ident: [$($json:literal),*] $pattern:literal $(, $key:literal: $value:literal)*;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name;

        impl Kind for $name {
            fn schema() -> Value {
                json!({ "type": [$($json),*], "pattern": $pattern $(, $key: $value)* })
            }
        }
    )*};
}

/// Declares kinds that are a closed list of words.
macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident -> $value:ty: $words:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name;

        impl Words for $name {
            type Value = $value;

            fn words() -> Vec<(&'static str, $value)> {
                $words
            }
        }
    )*};
}

/// Any text.
#[derive(Debug, Clone)]
pub struct Plain;

impl Kind for Plain {
    fn schema() -> Value {
        json!({ "type": ["string", "number", "boolean", "null"] })
    }
}

patterns! {
    /// A code: letters, digits and `-`, at most 24 of them.
    Id: ["string", "integer", "null"] "^[A-Za-z0-9][A-Za-z0-9-]{0,23}$";
    /// The number of a version: three numbers.
    Version: ["string", "null"] r"^\s*\d+\.\d+\.\d+\s*$";
    /// A day, a month or a year.
    Date: ["string", "integer", "null"] r"^\s*\d{4}(-\d{2}(-\d{2})?)?\s*$";
    /// A number.
    Number: ["string", "number", "null"] r"^\s*[-−]?\d[\d.,\s]*$";
    /// A whole number, in digits only.
    Whole: ["string", "integer", "null"] r"^\s*\d+\s*$";
    /// A whole number from 1 to 10.
    Weight: ["string", "integer", "null"] r"^\s*\d+\s*$", "minimum": 1, "maximum": 10;
    /// A number with a percent sign.
    Percentage: ["string", "null"] r"^\s*[-−]?\d[\d.,\s]*%\s*$";
    /// A number, with a percent sign or without.
    Threshold: ["string", "number", "null"] r"^\s*[-−]?\d[\d.,\s]*%?\s*$";
    /// An address on the web.
    Url: ["string", "null"] "^https?://.";
}

lists! {
    /// The name of a warning that a case may accept.
    Warning -> Code: Code::acceptable().map(|code| (code.as_str(), code)).collect();
    /// The label of a study.
    StudyLabel -> model::Status: model::Status::ALL.iter().map(|s| (s.key(), *s)).collect();
    /// How a municipality was chosen.
    Sampling -> model::Sampling: model::Sampling::WORDS.to_vec();
    /// Whom a recommendation is for.
    Addressee -> model::Addressee: addressees();
    /// What became of a recommendation.
    Uptake -> model::Uptake: model::Uptake::ALL.iter().map(|u| (u.key(), *u)).collect();
    /// The kind of a source.
    SourceKind -> model::SourceKind: model::SourceKind::ALL.iter().map(|k| (k.key(), *k)).collect();
    /// How far a criterion was studied.
    StudyStatus -> model::StudyStatus: model::StudyStatus::ALL.iter().map(|s| (s.key(), *s)).collect();
    /// A level.
    Level -> model::Level: levels();
    /// The outcome of a criterion on a scorecard.
    Outcome -> model::Outcome: {
        let judged = levels().into_iter().map(|(key, level)| (key, model::Outcome::Judged(level)));
        judged.chain(model::Outcome::BESIDE.map(|outcome| (outcome.key(), outcome))).collect()
    };
    /// How firmly a judgement stands.
    Strength -> model::Strength: STRENGTHS.to_vec();
    /// An answer to a point of a checklist.
    Answer -> model::Answer: ANSWERS.to_vec();
    /// Whether a source supports.
    Stance -> model::Stance: STANCES.to_vec();
    /// What a surname alone does.
    Alone -> model::Alone: model::Alone::WORDS.to_vec();
    /// What the rows of a coding are: real, or only totals (`true`).
    Rows -> bool: ROWS.to_vec();
    /// The kind of a ground.
    BasisKind -> model::BasisKind: BASIS_KINDS.to_vec();
    /// The kind of a measure.
    MeasureKind -> Measured: MEASURE_KINDS.to_vec();
    /// What thresholds are relative to.
    Relative -> (): RELATIVE.to_vec();
    /// Which way is better.
    Better -> model::Better: BETTER.to_vec();
}

/// True or not.
#[derive(Debug, Clone)]
pub struct YesNo;

impl Words for YesNo {
    type Value = bool;

    fn words() -> Vec<(&'static str, bool)> {
        YES_NO.to_vec()
    }

    fn also() -> Vec<Value> {
        vec![Value::from(true), Value::from(false)]
    }
}
