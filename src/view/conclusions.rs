//! The views of conclusions and recommendations.

use super::grounds::{GroundView, Grounds};
use super::words;
use crate::markdown::anchor;
use crate::model::{Addressee, Recommendation};
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
    /// Its number in the nota, over all addressees.
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
    let one = |(number, r): (usize, &Recommendation)| RecommendationView {
        id: r.id.clone(),
        number,
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
    };
    by_addressee(&grounds.case.recommendations, |r| &r.addressee)
        .into_iter()
        .map(|(addressee, items)| AddresseeView {
            heading: words::addressee(grounds.case.body.kind, &addressee),
            items: items.into_iter().map(one).collect(),
        })
        .collect()
}

/// Recommendations by addressee, each with its number in the report. The known addressees come in
/// their own order, then those that the researchers named, in order of first use.
pub fn by_addressee<T>(
    all: &[T],
    addressee: impl Fn(&T) -> &Addressee,
) -> Vec<(Addressee, Vec<(usize, &T)>)> {
    let mut order: Vec<Addressee> = Addressee::WORDS.into_iter().map(|(_, known)| known).collect();
    for own in all.iter().map(&addressee) {
        if !order.contains(own) {
            order.push(own.clone());
        }
    }
    let mut out = Vec::new();
    let mut given = 0;
    for to in order {
        let own = all.iter().filter(|one| *addressee(one) == to);
        let items: Vec<(usize, &T)> = (given + 1..).zip(own).collect();
        given += items.len();
        if !items.is_empty() {
            out.push((to, items));
        }
    }
    out
}
