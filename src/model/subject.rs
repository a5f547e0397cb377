//! What a scorecard says of its municipality and study: enough to compare, nothing to confide.

use super::study::{Addressee, Sampling, Status, Uptake};
use super::{Decimal, PartialDate, Period};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// A municipality by its size, in the classes of Statistics Netherlands (CBS, gemeentegrootte).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SizeClass(usize);

impl Serialize for SizeClass {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl SizeClass {
    /// Where the classes begin, and their names.
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

    /// The class of a number of inhabitants.
    #[must_use]
    pub fn of(inhabitants: u32) -> Self {
        let beyond = Self::CLASSES.iter().filter(|(from, _)| *from <= inhabitants).count();
        Self(beyond.saturating_sub(1))
    }

    /// The name of the class.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::CLASSES.get(self.0).map_or("", |(_, name)| name)
    }
}

/// The municipality of a scorecard.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Subject {
    pub name: String,
    /// Its code at Statistics Netherlands.
    pub cbs_code: Option<String>,
    pub province: Option<String>,
    pub inhabitants: Option<u32>,
    /// Attributes of the researcher's own, for grouping.
    pub attributes: BTreeMap<String, String>,
}

/// The study of a scorecard.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct StudyFacts {
    pub title: String,
    /// Who had it done.
    pub commissioner: String,
    /// The date of its report.
    pub date: PartialDate,
    /// Where it stands.
    pub status: Status,
    /// Over which time it judges; `None` where its case does not tell.
    pub period: Option<Period>,
    /// How the municipality came to stand in a comparison.
    pub sampling: Option<Sampling>,
}

/// A number that decided the level of a criterion.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Measured {
    pub criterion: String,
    /// As the researchers gave it, in the unit of the criterion.
    pub given: Decimal,
}

/// A context indicator: a figure that is shown and not scored.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ContextFigure {
    pub id: String,
    /// What it measures.
    pub name: String,
    /// The municipality's value.
    pub value: Decimal,
    pub unit: String,
    /// Reference date of the value.
    pub date: Option<PartialDate>,
    /// What it is held against, such as a national average.
    pub reference: String,
    pub reference_value: Decimal,
    /// The published source of that, by its title.
    pub reference_source: String,
}

/// A recommendation by its title.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Advice {
    pub id: String,
    /// For whom it is.
    pub addressee: Addressee,
    /// The recommendation in one line.
    pub title: String,
}

/// An earlier recommendation and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FollowedUp {
    /// The earlier audit, by the name of its case.
    pub case: String,
    /// Its id in that audit.
    pub id: String,
    /// The recommendation in one line.
    pub title: String,
    /// What became of it.
    pub status: Uptake,
}

/// The name of a municipality in one spelling: Word makes another apostrophe of *'s-Gravenhage*, and
/// another hyphen.
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
