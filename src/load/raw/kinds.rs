//! The kinds of scalar in the formats. The kind of a field's type determines both how it is read
//! and its schema.

use crate::diagnostics::Code;
use crate::load::keywords::{
    ANSWERS, BASIS_KINDS, BETTER, MEASURE_KINDS, MeasureKind as Measured, OWN_STRENGTHS, RELATIVE,
    ROWS, STANCES, STRENGTHS, VERDICT_WORDS, Verdicts, YES_NO,
};
use crate::model;
use serde_json::{Value, json};

/// A kind of scalar.
pub trait Kind {
    /// The JSON schema of the kind. A value may always be absent: it is then still to be filled in,
    /// which `check` reports.
    fn schema() -> Value;
}

/// A closed list of words, each with its meaning.
pub trait Words {
    /// The type of the meaning.
    type Value: Clone;

    fn words() -> Vec<(&'static str, Self::Value)>;

    /// Other YAML values that are accepted for a word: `true` needs no quotation marks.
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

/// Declares kinds whose schema is a list of JSON types and a pattern.
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

/// A level of the scale of a framework.
#[derive(Debug, Clone)]
pub struct Level;

impl Kind for Level {
    fn schema() -> Value {
        let usual: Vec<&str> = model::Scale::default().levels().map(model::Level::key).collect();
        json!({ "type": ["string", "boolean", "number", "null"], "examples": usual })
    }
}

patterns! {
    /// A code: letters, digits and `-`, at most 24 of them.
    Id: ["string", "integer", "null"] "^[A-Za-z0-9][A-Za-z0-9-]{0,23}$";
    /// The version number of a framework or codebook: three numbers.
    Version: ["string", "null"] r"^\s*\d+\.\d+\.\d+\s*$";
    /// A day, a month or a year.
    Date: ["string", "integer", "null"] r"^\s*\d{4}(-\d{2}(-\d{2})?)?\s*$";
    Number: ["string", "number", "null"] r"^\s*[-−]?\d[\d.,\s]*$";
    /// A whole number, in digits only.
    Whole: ["string", "integer", "null"] r"^\s*\d+\s*$";
    /// A whole number from 1 to 10.
    Weight: ["string", "integer", "null"] r"^\s*\d+\s*$", "minimum": 1, "maximum": 10;
    /// A number with a percent sign.
    Percentage: ["string", "null"] r"^\s*[-−]?\d[\d.,\s]*%\s*$";
    /// A number, with or without a percent sign.
    Threshold: ["string", "number", "null"] r"^\s*[-−]?\d[\d.,\s]*%?\s*$";
    /// A web address.
    Url: ["string", "null"] "^https?://.";
}

lists! {
    /// The name of a warning that a case may accept.
    Warning -> Code: Code::acceptable().map(|code| (code.as_str(), code)).collect();
    /// The status of a study.
    StudyLabel -> model::Status: model::Status::ALL.iter().map(|s| (s.key(), *s)).collect();
    /// The kind of the audited body.
    BodyKind -> model::BodyKind: model::BodyKind::ALL.map(|k| (k.key(), k)).to_vec();
    /// How a municipality was selected.
    Sampling -> model::Sampling: model::Sampling::WORDS.to_vec();
    /// The addressee of a recommendation.
    Addressee -> model::Addressee: model::Addressee::WORDS.to_vec();
    /// The uptake of a recommendation.
    Uptake -> model::Uptake: model::Uptake::ALL.iter().map(|u| (u.key(), *u)).collect();
    /// The response to a recommendation.
    Position -> model::Position: model::Position::WORDS.to_vec();
    /// Whether those who were interviewed agreed with the report.
    Agreement -> model::Agreement: model::Agreement::WORDS.to_vec();
    /// How long an archive keeps a study.
    Appraisal -> model::Appraisal: model::Appraisal::WORDS.to_vec();
    /// A step of the procedure.
    Step -> model::Step: model::Step::WORDS.to_vec();
    /// The council's decision on a recommendation.
    Decided -> model::Decided: model::Decided::WORDS.to_vec();
    /// The kind of a source.
    SourceKind -> model::SourceKind: model::SourceKind::ALL.iter().map(|k| (k.key(), *k)).collect();
    /// The status of a criterion in the study.
    StudyStatus -> model::StudyStatus: model::StudyStatus::ALL.iter().map(|s| (s.key(), *s)).collect();
    /// Strength of the evidence for a judgement.
    Strength -> model::Strength: STRENGTHS.to_vec();
    /// Strength of the evidence as researchers write it.
    OwnStrength -> model::Strength: OWN_STRENGTHS.to_vec();
    /// An answer to a point of a checklist.
    Answer -> model::Answer: ANSWERS.to_vec();
    /// Whether a source supports or contradicts a finding.
    Stance -> model::Stance: STANCES.to_vec();
    /// Whether a surname alone stops a publication or gives a warning.
    Alone -> model::Alone: model::Alone::WORDS.to_vec();
    /// What the rows of a coding are: real, or only totals (`true`).
    Rows -> bool: ROWS.to_vec();
    /// The kind of a ground of a norm.
    BasisKind -> model::BasisKind: BASIS_KINDS.to_vec();
    /// How the level of a criterion is determined.
    MeasureKind -> Measured: MEASURE_KINDS.to_vec();
    /// How a framework comes to a verdict, other than by a score.
    VerdictWord -> Verdicts: VERDICT_WORDS.to_vec();
    /// What thresholds are relative to.
    Relative -> (): RELATIVE.to_vec();
    /// The direction in which a quantity is better.
    Better -> model::Better: BETTER.to_vec();
}

/// A boolean.
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

/// Whether a remark changed the text.
#[derive(Debug, Clone)]
pub struct ChangedText;

impl Words for ChangedText {
    type Value = model::Changed;

    fn words() -> Vec<(&'static str, model::Changed)> {
        model::Changed::WORDS.to_vec()
    }

    fn also() -> Vec<Value> {
        vec![Value::from(true), Value::from(false)]
    }
}
