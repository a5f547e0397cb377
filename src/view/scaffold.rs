//! The data for the templates of a new case.

use super::body::{self, BodyView};
use crate::model::{
    Addressee, BodyKind, Case, Criterion, Framework, Level, Measure, PartialDate, Rule, Scale,
    Uptake,
};
use serde::Serialize;
use std::sync::Arc;

/// The data of a new case.
#[derive(Debug, Clone, Serialize)]
pub struct ScaffoldView {
    /// The name of the body that will be audited, of any kind.
    pub municipality: String,
    /// What that body is called.
    pub body: BodyView,
    /// The addressees that it has: the word of each in a file, and the organ.
    pub organs: Vec<(String, String)>,
    /// The date of the nota.
    pub date: String,
    pub frameworks: Vec<ScaffoldFramework>,
    /// The earlier study whose recommendations are followed.
    pub follow_up: Option<ScaffoldFollowUp>,
    /// Whether one of them has sentences for a nota without conclusions.
    pub drafts: bool,
    /// What is known of the body, if it takes part in a study of many.
    pub participant: Option<ScaffoldParticipant>,
}

/// A body that takes part in a study of many, as far as its table knows it.
#[derive(Debug, Clone, Serialize)]
pub struct ScaffoldParticipant {
    /// The file with what all cases share, from the folder of the case.
    pub shared: String,
    pub code: Option<String>,
    pub province: Option<String>,
    pub inhabitants: Option<u32>,
    pub date: Option<String>,
    pub attributes: Vec<(String, String)>,
}

/// The recommendations of an earlier study, each with its status still to be filled in.
#[derive(Debug, Clone, Serialize)]
pub struct ScaffoldFollowUp {
    /// Name of the earlier case.
    pub case: String,
    /// Id and title of each recommendation.
    pub recommendations: Vec<(String, String)>,
    /// The words for a status.
    pub words: Vec<&'static str>,
}

impl ScaffoldFollowUp {
    /// Of the recommendations of an earlier case.
    #[must_use]
    pub fn of(earlier: &Case) -> Self {
        let own = earlier.recommendations.iter();
        Self {
            case: earlier.name.clone(),
            recommendations: own.map(|r| (r.id.clone(), r.title.clone())).collect(),
            words: Uptake::ALL.map(Uptake::key).to_vec(),
        }
    }
}

/// A framework of a new case.
#[derive(Debug, Clone, Serialize)]
pub struct ScaffoldFramework {
    pub id: String,
    pub title: String,
    pub version: String,
    /// The codes of the criteria that were chosen; empty for all.
    pub chosen: Vec<String>,
    /// Whether it leaves the verdict to the researchers.
    pub judged: bool,
    pub criteria: Vec<ScaffoldCriterion>,
}

/// A criterion of a new case.
#[derive(Debug, Clone, Serialize)]
pub struct ScaffoldCriterion {
    pub id: String,
    pub name: String,
    pub norm: String,
    pub legal_duty: bool,
    /// Why the norm is reasonable and what it does not cover, by line.
    pub explanation: Vec<String>,
    /// What the researcher should look at.
    pub indicators: Vec<String>,
    /// The levels, highest first: word and description.
    pub levels: Vec<(String, String)>,
    /// `assessed`, `checklist` or `quantity`.
    pub measure: String,
    /// The points of a checklist: id and text.
    pub points: Vec<(String, String)>,
    /// The name of the quantity that is measured, if it is one.
    pub quantity: String,
    pub unit: String,
    /// Whether it can be given as counts: in how many of how many.
    pub countable: bool,
}

/// The data of a new case on a body of this kind and name, with the criteria that were chosen of each framework;
/// none chosen means all. It follows the recommendations of an earlier study where one is given.
#[must_use]
pub fn scaffold(
    kind: BodyKind,
    name: &str,
    date: PartialDate,
    frameworks: &[(Arc<Framework>, Vec<String>)],
    follow_up: Option<ScaffoldFollowUp>,
) -> ScaffoldView {
    let framework = |(f, chosen): &(Arc<Framework>, Vec<String>)| {
        let kept = |c: &&Criterion| chosen.is_empty() || chosen.contains(&c.id);
        ScaffoldFramework {
            id: f.id.clone(),
            title: f.title.clone(),
            version: f.version.clone(),
            chosen: chosen.clone(),
            judged: matches!(f.rule, Rule::Judged(_))
                && f.criteria.iter().filter(kept).any(|c| !c.legal_duty),
            criteria: f.criteria.iter().filter(kept).map(criterion).collect(),
        }
    };
    ScaffoldView {
        municipality: name.to_owned(),
        body: body::named(kind, name),
        organs: organs(kind),
        date: date.to_string(),
        frameworks: frameworks.iter().map(framework).collect(),
        follow_up,
        drafts: frameworks.iter().any(|(f, _)| !f.drafts.is_empty()),
        participant: None,
    }
}

fn organs(kind: BodyKind) -> Vec<(String, String)> {
    let organ = |(word, addressee): (&str, Addressee)| {
        Some((word.to_owned(), kind.organ(&addressee)?.to_owned()))
    };
    kind.addressees().filter_map(organ).collect()
}

/// The lines of a text that say something.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn criterion(c: &Criterion) -> ScaffoldCriterion {
    let (measure, points, quantity, unit) = match &c.measure {
        Measure::Assessed => ("assessed", Vec::new(), String::new(), String::new()),
        Measure::Checklist { points, .. } => {
            ("checklist", points.clone(), String::new(), String::new())
        }
        Measure::Quantity(q) => ("quantity", Vec::new(), q.name.clone(), q.unit.clone()),
    };
    // A duty is complied with or not, unless its framework says what each level of its scale means.
    let scale = if c.legal_duty && c.descriptions.is_empty() { Scale::duty() } else { c.scale };
    let meaning = |l: Level| c.descriptions.get(&l).cloned().unwrap_or_default();
    ScaffoldCriterion {
        id: c.id.clone(),
        name: c.name.clone(),
        norm: c.norm.clone(),
        legal_duty: c.legal_duty,
        explanation: lines(c.explanation.as_str()),
        indicators: c.indicators.clone(),
        levels: scale.levels().map(|l| (l.key().to_owned(), meaning(l))).collect(),
        measure: measure.to_owned(),
        points,
        quantity,
        unit,
        countable: matches!(&c.measure, Measure::Quantity(quantity) if quantity.is_countable()),
    }
}
