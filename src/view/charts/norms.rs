//! The chart of a framework's criteria: the outcome and strength of evidence of each.

use super::super::annex::{CriterionView, FrameworkView};
use super::super::words;
use super::{ChartView, Drawing, path};
use crate::dutch::enumeration;
use crate::markdown::quarters;
use crate::model::{Level, Scale};
use serde::Serialize;

/// A criterion in a chart.
#[derive(Debug, Clone, Serialize)]
pub struct NormRow {
    pub id: String,
    /// Its short name.
    pub name: String,
    /// The key of the outcome's badge in the theme.
    pub outcome: String,
    /// The outcome, in a word.
    pub word: String,
    /// The rank of the level from the lowest, 0; `None` for an outcome that is not a level.
    pub level: Option<usize>,
    /// How many quarters of its disc are filled; also of a legal duty, which is not on the scale.
    pub quarters: Option<usize>,
    /// The strength of the evidence from 1 (narrow) to 3; 0 without a level.
    pub strength: usize,
    /// The strength of the evidence, in a word.
    pub strength_word: String,
    pub legal_duty: bool,
}

const STRENGTHS: [&str; 3] = ["smal", "redelijk", "sterk"];

/// The chart of a framework's criteria.
pub fn norms(framework: &FrameworkView, scale: Scale) -> ChartView {
    let row = |criterion: &CriterionView| {
        let same = |level: &Level| words::level(*level).key == criterion.outcome;
        let level = scale.levels().find(same).filter(|_| !criterion.legal_duty);
        row(criterion, level.map(Level::rank))
    };
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
            "Oordeel en onderbouwing per norm van {}, {}. {}.{firm} De tabel hieronder geeft \
             dezelfde gegevens.",
            framework.title,
            framework.size,
            enumeration(&counts)
        ),
        caption: format!("{}: oordeel en onderbouwing per norm", framework.title),
        drawing: Drawing::Norms {
            levels: scale.levels().rev().map(|level| level.key().to_owned()).collect(),
            rows: framework.criteria.iter().map(row).collect(),
        },
    }
}

/// The word of a badge, without its symbol.
fn word(badge: &str) -> &str {
    badge.split_once(' ').map_or(badge, |(_, word)| word)
}

fn row(criterion: &CriterionView, level: Option<usize>) -> NormRow {
    let strength_word = criterion.strength.clone().unwrap_or_default();
    NormRow {
        id: criterion.id.clone(),
        name: criterion.name.clone(),
        outcome: criterion.outcome.clone(),
        word: word(&criterion.badge).to_owned(),
        level,
        quarters: quarters(&criterion.outcome),
        strength: STRENGTHS.iter().position(|s| *s == strength_word).map_or(0, |at| at + 1),
        strength_word,
        legal_duty: criterion.legal_duty,
    }
}
