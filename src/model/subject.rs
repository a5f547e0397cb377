//! The audited body and the study of a scorecard: enough for a comparison, nothing confidential.

use super::body::{BodyKind, is_municipality};
use super::study::{Addressee, Sampling, Status, Uptake};
use super::{Amount, Decimal, PartialDate, Period};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// Size class of a municipality, as defined by Statistics Netherlands (CBS, gemeentegrootte).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SizeClass(usize);

impl Serialize for SizeClass {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl SizeClass {
    /// Lower bound in inhabitants and name of each class.
    const CLASSES: [(u32, &'static str); 8] = [
        (0, "minder dan 5.000"),
        (5_000, "5.000 tot 10.000"),
        (10_000, "10.000 tot 20.000"),
        (20_000, "20.000 tot 50.000"),
        (50_000, "50.000 tot 100.000"),
        (100_000, "100.000 tot 150.000"),
        (150_000, "150.000 tot 250.000"),
        (250_000, "250.000 of meer"),
    ];

    /// The class for a number of inhabitants.
    #[must_use]
    pub fn of(inhabitants: u32) -> Self {
        let beyond = Self::CLASSES.iter().filter(|(from, _)| *from <= inhabitants).count();
        Self(beyond.saturating_sub(1))
    }

    #[must_use]
    pub fn name(self) -> &'static str {
        Self::CLASSES.get(self.0).map_or("", |(_, name)| name)
    }
}

/// The audited body of a scorecard. Its keys are those of a municipality, for which the format was
/// made.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Subject {
    /// Left out for a municipality, as in scorecards from before there were other kinds.
    #[serde(skip_serializing_if = "is_municipality")]
    pub kind: BodyKind,
    pub name: String,
    /// Its official code.
    pub cbs_code: Option<String>,
    pub province: Option<String>,
    pub inhabitants: Option<u32>,
    /// Attributes chosen by the researcher, for grouping.
    pub attributes: BTreeMap<String, String>,
}

/// The study of a scorecard.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct StudyFacts {
    pub title: String,
    /// The body that commissioned the study.
    pub commissioner: String,
    /// Date of the report.
    pub date: PartialDate,
    pub status: Status,
    /// The period that the study judges; `None` where its case does not give one.
    pub period: Option<Period>,
    /// How the body was selected for a comparison.
    pub sampling: Option<Sampling>,
}

/// A number that determined the level of a criterion.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Measured {
    pub criterion: String,
    /// As given by the researchers, in the unit of the criterion.
    pub given: Amount,
}

/// A context indicator: a figure that is shown but not scored.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ContextFigure {
    pub id: String,
    /// What it measures.
    pub name: String,
    /// The value of the audited body.
    pub value: Decimal,
    pub unit: String,
    /// Reference date of the value.
    pub date: Option<PartialDate>,
    /// The figure with which it is compared, such as a national average.
    pub reference: String,
    pub reference_value: Decimal,
    /// Title of the published source of the reference.
    pub reference_source: String,
}

/// A recommendation, with its title only.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Advice {
    pub id: String,
    pub addressee: Addressee,
    /// In one line.
    pub title: String,
}

/// An earlier recommendation and its uptake.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FollowedUp {
    /// Case name of the earlier audit.
    pub case: String,
    /// Id in that audit.
    pub id: String,
    /// In one line.
    pub title: String,
    pub status: Uptake,
}

/// The name of a body in a normalised spelling: Word replaces the apostrophe of
/// *'s-Gravenhage* and the hyphen by other characters.
#[must_use]
pub fn spelled(name: &str) -> String {
    let plain = |c: char| match c {
        '’' | '‘' | 'ʼ' | '´' | '`' => '\'',
        '‐' | '‑' | '–' | '−' => '-',
        c => c,
    };
    let name: String = name.to_lowercase().chars().map(plain).collect();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::SizeClass;

    #[test]
    fn a_class_begins_at_its_own_number() {
        assert_eq!(SizeClass::of(4_999).name(), "minder dan 5.000");
        assert_eq!(SizeClass::of(5_000).name(), "5.000 tot 10.000");
        assert_eq!(SizeClass::of(99_999).name(), "50.000 tot 100.000");
        assert_eq!(SizeClass::of(250_000).name(), "250.000 of meer");
    }
}
