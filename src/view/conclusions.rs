//! The views of conclusions and recommendations.

use super::grounds::{ConclusionLink, Grounds, GroundsView};
use super::words;
use crate::dutch;
use crate::markdown::anchor;
use crate::model::{Addressee, Case, PartialDate, Recommendation};
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
    pub grounds: GroundsView,
    /// The anchor of its heading.
    pub anchor: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct RecommendationView {
    /// Its id in the case.
    pub id: String,
    /// Its number in the nota, over all addressees.
    pub number: usize,
    /// The anchor of its heading.
    pub anchor: String,
    /// The recommendation in one line.
    pub title: String,
    /// The recommendation in full.
    pub text_md: String,
    /// The conclusions from which it follows.
    pub conclusions: Vec<ConclusionLink>,
    /// What it rests on besides.
    pub grounds: GroundsView,
    /// When it should be carried out, in words; empty if not given.
    pub deadline: String,
    /// The response of the executive to it.
    pub position: Option<PositionView>,
    /// Who should carry it out; empty if not given.
    pub owner: String,
    /// What the council decided on it.
    pub decision: Option<DecisionView>,
}

/// The council's decision on a recommendation.
#[derive(Debug, Clone, Serialize)]
pub struct DecisionView {
    /// The decision, in words.
    pub decision: String,
    pub text_md: String,
    /// Who carries it out, and by when; may be empty.
    pub task: String,
}

/// The response of the executive to a recommendation.
#[derive(Debug, Clone, Serialize)]
pub struct PositionView {
    /// The position, in words.
    pub position: String,
    pub text_md: String,
    /// What the executive promises, and by when; may be empty.
    pub commitment: String,
}

/// The recommendations to one addressee.
#[derive(Debug, Clone, Serialize)]
pub struct AddresseeView {
    /// The addressee, as in a sentence.
    pub addressee: String,
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
            grounds: grounds.of(&c.criteria, &c.findings),
            anchor: anchor(&format!("{}. {}", index + 1, c.title)),
        })
        .collect()
}

/// The recommendations by addressee.
pub fn recommendations(
    grounds: &Grounds<'_>,
    conclusions: &[ConclusionView],
) -> Vec<AddresseeView> {
    let one = |(number, r): (usize, &Recommendation)| {
        let own = || conclusions.iter().filter(|c| r.conclusions.contains(&c.id));
        let link = |c: &ConclusionView| ConclusionLink {
            name: format!("conclusie {}", c.number),
            anchor: c.anchor.clone(),
        };
        RecommendationView {
            id: r.id.clone(),
            number,
            anchor: anchor(&format!("{number}. {}", r.title)),
            title: r.title.clone(),
            text_md: r.text.as_str().to_owned(),
            conclusions: own().map(link).collect(),
            grounds: grounds.of(&[], &r.findings).without(own().map(|c| &c.grounds)),
            deadline: r.deadline.map(by).unwrap_or_default(),
            position: position(grounds.case, &r.id),
            owner: r.owner.clone().unwrap_or_default(),
            decision: decision(grounds.case, &r.id),
        }
    };
    by_addressee(&grounds.case.recommendations, |r| &r.addressee)
        .into_iter()
        .map(|(addressee, items)| AddresseeView {
            addressee: words::addressee(grounds.case.body.kind, &addressee),
            items: items.into_iter().map(one).collect(),
        })
        .collect()
}

/// A date as the end of a term.
pub fn by(date: PartialDate) -> String {
    format!("uiterlijk {}", dutch::date(date))
}

fn position(case: &Case, recommendation: &str) -> Option<PositionView> {
    let positions = &case.response.as_ref()?.positions;
    let own = positions.iter().find(|p| p.recommendation == recommendation)?;
    let promised =
        [own.commitment.trim_end_matches('.').to_owned(), own.due.map(by).unwrap_or_default()];
    let promised: Vec<String> = promised.into_iter().filter(|part| !part.is_empty()).collect();
    Some(PositionView {
        position: words::position(own.position).to_owned(),
        text_md: own.text.as_str().to_owned(),
        commitment: promised.join(", "),
    })
}

fn decision(case: &Case, recommendation: &str) -> Option<DecisionView> {
    let decided = &case.decision.as_ref()?.decided;
    let own = decided.iter().find(|d| d.recommendation == recommendation)?;
    let task = [own.owner.clone(), own.due.map(by).unwrap_or_default()];
    let task: Vec<String> = task.into_iter().filter(|part| !part.is_empty()).collect();
    Some(DecisionView {
        decision: words::decided(own.decision).to_owned(),
        text_md: own.text.as_str().to_owned(),
        task: task.join(", "),
    })
}

/// The council's decision on a report.
#[derive(Debug, Clone, Serialize)]
pub struct CouncilView {
    /// The council, as in a sentence.
    pub organ: String,
    /// The date, and the number where there is one.
    pub what: String,
    pub url: String,
    pub text_md: String,
}

/// The council's decision on the report of a case.
pub fn council(case: &Case) -> Option<CouncilView> {
    let decision = case.decision.as_ref()?;
    let number = decision.reference.as_deref().map(|n| format!(", nummer {n}"));
    Some(CouncilView {
        organ: words::addressee(case.body.kind, &Addressee::Raad),
        what: format!("{}{}", dutch::date(decision.date), number.unwrap_or_default()),
        url: decision.url.clone().unwrap_or_default(),
        text_md: decision.text.as_str().to_owned(),
    })
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
