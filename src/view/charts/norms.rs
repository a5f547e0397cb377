//! The chart of a framework's criteria: the outcome and strength of evidence of each.

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
    /// The key of the outcome.
    pub outcome: String,
    /// The outcome, in a word.
    pub word: String,
    /// The level from 0 (lowest) to 3; `None` for an outcome that is not a level.
    pub level: Option<i128>,
    /// The strength of the evidence from 1 (narrow) to 3; 0 without a level.
    pub strength: usize,
    /// The strength of the evidence, in a word.
    pub strength_word: String,
    pub legal_duty: bool,
}

const STRENGTHS: [&str; 3] = ["smal", "redelijk", "sterk"];

/// The chart of a framework's criteria.
pub fn norms(framework: &FrameworkView) -> ChartView {
    // Without symbols, because a screen reader would spell them out.
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

/// The word of a badge, without its symbol.
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
