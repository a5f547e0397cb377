//! Findings with their readings and their sources.

use super::anchors::{finding_anchor, source_anchor};
use super::{shares, words};
use crate::model::{
    Answer, Case, Criterion, Evidence, Finding, Level, Measure, Reading, Source, Stance,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// A reference from a finding to a source.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceView {
    pub code: String,
    /// The anchor of the group of its kind in the annex of sources.
    pub anchor: String,
    /// The place in the source, such as a page.
    pub locator: Option<String>,
    /// Whether the source contradicts the finding.
    pub contradicts: bool,
    /// For a finding that something is absent: what was searched and who was asked.
    pub searched_md: String,
    /// The words of the source, if they may be quoted.
    pub quote: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct FindingView {
    pub id: String,
    pub anchor: String,
    /// What was found.
    pub condition_md: String,
    /// Why.
    pub cause_md: String,
    /// The consequence.
    pub effect_md: String,
    /// Its reading of the criterion (level, number or checklist), in words.
    pub reading: Option<String>,
    /// Why the researchers gave a level instead of a number.
    pub level_reason_md: String,
    /// The sources or bases on which it rests.
    pub evidence: Vec<EvidenceView>,
}

/// The view of a finding. `criterion` supplies the unit of a number and the texts of checklist
/// points.
pub fn finding(case: &Case, criterion: Option<&Criterion>, finding: &Finding) -> FindingView {
    let mut level_reason_md = String::new();
    let reading = match (&finding.reading, criterion.map(|c| &c.measure)) {
        (Reading::Level { level, reason }, _) => {
            level_reason_md = reason.as_ref().map(|r| r.as_str().to_owned()).unwrap_or_default();
            Some(match criterion.is_some_and(|c| c.legal_duty) {
                true => as_duty(*level),
                false => words::level(*level).to_string(),
            })
        }
        (Reading::Value(number), Some(Measure::Quantity(q))) => {
            Some(shares::with_certainty(*number, &q.unit))
        }
        (Reading::Points(answers), Some(Measure::Checklist { points, .. })) => {
            Some(self::answers(answers, points))
        }
        _ => None,
    };
    FindingView {
        id: finding.id.clone(),
        anchor: finding_anchor(&finding.id),
        condition_md: finding.condition.as_str().to_owned(),
        cause_md: finding.cause.as_str().to_owned(),
        effect_md: finding.effect.as_str().to_owned(),
        reading,
        level_reason_md,
        evidence: finding.evidence.iter().map(|e| evidence(case, e)).collect(),
    }
}

/// The level of a finding on a legal duty: complied with or not, with the level if it is another word
/// for partly.
fn as_duty(level: Level) -> String {
    let inner = level != level.scale().highest() && level != level.scale().lowest();
    let partly = if inner { format!(" ({})", level.word()) } else { String::new() };
    format!("{}{partly}", words::level(level.as_duty()))
}

/// The answers to points of a checklist, in the order of the checklist.
fn answers(answers: &BTreeMap<String, Answer>, points: &[(String, String)]) -> String {
    let word = |answer: &Answer| match answer {
        Answer::Yes => "ja",
        Answer::No => "nee",
        Answer::Unknown => "onbekend",
        Answer::NotApplicable => "niet van toepassing",
    };
    let answered = |(id, text): &(String, String)| {
        answers.get(id).map(|a| format!("{} {}", text.trim_end_matches('.'), word(a)))
    };
    points.iter().filter_map(answered).collect::<Vec<_>>().join("; ")
}

fn evidence(case: &Case, evidence: &Evidence) -> EvidenceView {
    EvidenceView {
        code: evidence.source.clone(),
        anchor: source_anchor(case, &evidence.source),
        locator: evidence.locator.clone(),
        contradicts: evidence.stance == Stance::Contradicts,
        searched_md: evidence.searched.as_str().to_owned(),
        quote: evidence
            .quote
            .clone()
            .filter(|_| case.source(&evidence.source).is_some_and(Source::may_be_quoted)),
    }
}
