//! The criteria of a framework: what each came out as, and how firmly it stands.

use super::super::annex::{CriterionView, FrameworkView};
use super::{ChartView, Drawing, path};
use crate::dutch::enumeration;
use crate::model::Level;
use serde::Serialize;

/// A criterion in a chart.
#[derive(Debug, Clone, Serialize)]
pub struct NormRow {
    pub id: String,
    /// Its short name.
    pub name: String,
    /// The outcome's key.
    pub outcome: String,
    /// The outcome in a word.
    pub word: String,
    /// Its place on the scale, 0 (lowest) to 3; absent beside the scale.
    pub level: Option<i128>,
    /// How firmly it stands, 1 (narrow) to 3; 0 without a level.
    pub strength: usize,
    /// The same in a word.
    pub strength_word: String,
    /// Whether it is a legal duty.
    pub legal_duty: bool,
}

const STRENGTHS: [&str; 3] = ["smal", "redelijk", "sterk"];

/// The chart of a framework's criteria.
pub fn norms(framework: &FrameworkView) -> ChartView {
    // A screen reader would spell out the symbol before the word.
    let counts: Vec<String> =
        framework.counts.iter().map(|(name, count)| format!("{} {count}", word(name))).collect();
    let firm = match framework.evidence.as_str() {
        "–" => String::new(),
        evidence => format!(" Onderbouwing van de oordelen: {evidence}."),
    };
    ChartView {
        path: path(&format!("normen-{}", framework.id)),
        alt: format!(
            "Oordeel en onderbouwing per norm van {}, {} normen. {}.{firm} De tabel hieronder geeft \
             dezelfde gegevens.",
            framework.title,
            framework.total,
            enumeration(&counts)
        ),
        caption: format!("{}: oordeel en onderbouwing per norm", framework.title),
        drawing: Drawing::Norms(framework.criteria.iter().map(row).collect()),
    }
}

/// A badge without its symbol.
fn word(badge: &str) -> &str {
    badge.split_once(' ').map_or(badge, |(_, word)| word)
}

fn row(criterion: &CriterionView) -> NormRow {
    let strength_word = criterion.strength.clone().unwrap_or_default();
    NormRow {
        id: criterion.id.clone(),
        name: criterion.name.clone(),
        outcome: criterion.outcome.clone(),
        word: word(&criterion.badge).to_owned(),
        level: Level::ALL.iter().find(|l| l.key() == criterion.outcome).map(|l| l.thirds()),
        strength: STRENGTHS.iter().position(|s| *s == strength_word).map_or(0, |at| at + 1),
        strength_word,
        legal_duty: criterion.legal_duty,
    }
}
