//! The views of conclusions and recommendations.

use super::grounds::{GroundView, Grounds};
use super::words;
use crate::markdown::anchor;
use crate::model::Addressee;
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub struct ConclusionView {
    /// Its number in the nota.
    pub number: usize,
    /// Its id in the case.
    pub id: String,
    /// The conclusion in one line.
    pub title: String,
    /// The conclusion in full.
    pub text_md: String,
    /// The criteria on which it rests.
    pub criteria: Vec<GroundView>,
    /// The findings on which it rests.
    pub findings: Vec<GroundView>,
    /// The anchor of its heading.
    pub anchor: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct RecommendationView {
    /// Its id in the case.
    pub id: String,
    /// Its number under its addressee.
    pub number: usize,
    /// The recommendation in one line.
    pub title: String,
    /// The recommendation in full.
    pub text_md: String,
    /// The conclusions on which it rests.
    pub conclusions: Vec<GroundView>,
    /// The findings and criteria on which it rests.
    pub findings: Vec<GroundView>,
}

/// The recommendations to one addressee.
#[derive(Debug, Clone, Serialize)]
pub struct AddresseeView {
    pub heading: String,
    pub items: Vec<RecommendationView>,
}

/// The conclusions, numbered from 1.
pub fn conclusions(grounds: &Grounds<'_>) -> Vec<ConclusionView> {
    let numbered = grounds.case.conclusions.iter().enumerate();
    numbered
        .map(|(index, c)| ConclusionView {
            number: index + 1,
            id: c.id.clone(),
            title: c.title.clone(),
            text_md: c.text.as_str().to_owned(),
            criteria: grounds.criteria(&c.criteria),
            findings: grounds.findings(&c.findings),
            anchor: anchor(&format!("{}. {}", index + 1, c.title)),
        })
        .collect()
}

/// The recommendations by addressee.
pub fn recommendations(
    grounds: &Grounds<'_>,
    conclusions: &[ConclusionView],
) -> Vec<AddresseeView> {
    let advice = &grounds.case.recommendations;
    let to = |addressee: &Addressee| {
        let own = advice.iter().filter(|r| r.addressee == *addressee);
        let items: Vec<RecommendationView> = own
            .enumerate()
            .map(|(index, r)| RecommendationView {
                id: r.id.clone(),
                number: index + 1,
                title: r.title.clone(),
                text_md: r.text.as_str().to_owned(),
                conclusions: conclusions
                    .iter()
                    .filter(|c| r.conclusions.contains(&c.id))
                    .map(|c| GroundView {
                        name: format!("conclusie {}", c.number),
                        anchor: c.anchor.clone(),
                        judgement: None,
                    })
                    .collect(),
                findings: grounds.findings(&r.findings),
            })
            .collect();
        let heading = words::addressee(grounds.case.body.kind, addressee);
        AddresseeView { heading, items }
    };
    addressees(advice.iter().map(|r| &r.addressee)).iter().map(to).collect()
}

/// These addressees, each once: the known ones in the order of the report, then those that the
/// researchers named, in order of first use.
pub fn addressees<'a>(used: impl Iterator<Item = &'a Addressee>) -> Vec<Addressee> {
    let used: Vec<&Addressee> = used.collect();
    let mut all: Vec<Addressee> = Addressee::WORDS.into_iter().map(|(_, known)| known).collect();
    all.retain(|known| used.contains(&known));
    for own in used {
        if !all.contains(own) {
            all.push(own.clone());
        }
    }
    all
}
