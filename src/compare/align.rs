//! Which judgements can be compared with each other.

use super::entrant::{Entrant, Scored, Scores, leave};
use crate::model::{
    Criterion, EarlierVersion, Framework, FrameworkScore, Judgement, LeftOut, LeftOutReason,
    Outcome, Rule,
};
use crate::score::framework_score;

/// A score in terms of a framework's current version.
pub struct Aligned {
    /// With its judgements in the order of the framework's criteria.
    pub score: FrameworkScore,
    /// Whether each judgement can be compared.
    pub comparable: Vec<bool>,
    /// Whether the audit chose each criterion.
    pub chosen: Vec<bool>,
    /// The earlier version from which they were carried over.
    pub translated_from: Option<String>,
}

/// The scores on one framework that can be compared; `None` where there are fewer than two. What
/// cannot be compared is added to `left_out`. The judgements are taken out of the scorecards: each
/// is needed once.
pub fn align(
    framework: &Framework,
    entrants: &mut [Entrant],
    left_out: &mut Vec<LeftOut>,
) -> Option<Scores> {
    let mut members = Vec::new();
    let mut places = vec![None; entrants.len()];
    for (member, entrant) in entrants.iter_mut().enumerate() {
        let aligned = in_terms_of(framework, entrant);
        let own = entrant.card.frameworks.iter_mut().filter(|s| s.framework == framework.id);
        own.for_each(|score| score.judgements = Vec::new());
        let name = &entrant.card.municipality.name;
        match aligned {
            None => {}
            Some(Err(reason)) => leave(name, reason, left_out),
            Some(Ok(aligned)) => {
                let Aligned { score, comparable, chosen, translated_from } = aligned;
                if let Some(version) = &translated_from {
                    let missing: Vec<String> = framework
                        .criteria
                        .iter()
                        .zip(comparable.iter().zip(&chosen))
                        .filter(|(_, (known, chosen))| !**known && **chosen)
                        .map(|(c, _)| c.id.clone())
                        .collect();
                    if !missing.is_empty() {
                        let (id, version) = (framework.title.clone(), version.clone());
                        leave(name, LeftOutReason::NoCounterpart(id, version, missing), left_out);
                    }
                }
                if let Some(place) = places.get_mut(member) {
                    *place = Some(members.len());
                }
                members.push(Scored { member, score, comparable, chosen, translated_from });
            }
        }
    }
    if members.len() < 2 {
        // A single audited municipality is compared with itself in another year, so it is not
        // excluded.
        let users = entrants.iter().flat_map(|e| &e.card.frameworks);
        let users = users.filter(|s| s.framework == framework.id).count();
        for scored in members.iter().filter(|_| entrants.len() > 1 && users == 1) {
            if let Some(entrant) = entrants.get(scored.member) {
                let reason = LeftOutReason::OnlyOne(framework.title.clone());
                leave(&entrant.card.municipality.name, reason, left_out);
            }
        }
        return None;
    }
    let criteria = framework.criteria.iter().map(|c| c.id.clone()).collect();
    Some(Scores { framework: framework.clone(), criteria, members, places })
}

/// The score of an audit in terms of a framework; `None` where the audit does not use it.
pub fn in_terms_of(
    framework: &Framework,
    entrant: &Entrant,
) -> Option<Result<Aligned, LeftOutReason>> {
    let score = entrant.card.frameworks.iter().find(|s| s.framework == framework.id)?;
    if score.version != framework.version {
        let earlier = framework.earlier.iter().find(|e| e.version == score.version);
        return Some(earlier.map(|e| translated(framework, e, score, entrant)).ok_or_else(|| {
            LeftOutReason::OtherVersion(
                framework.title.clone(),
                score.version.clone(),
                framework.version.clone(),
            )
        }));
    }
    // An equal version number is no proof: a score is comparable only if text and rules match.
    let hash = entrant.card.inputs.get(&format!("frameworks/{}.yaml", framework.id));
    let same_text = hash.is_some_and(|h| *h == framework.hash);
    let same_rule = match (&score.rule, &framework.rule) {
        (Rule::Judged(_), Rule::Judged(_)) => true,
        (own, known) => own == known,
    };
    let same = same_text && same_rule && score.available == framework.available();
    let other = || LeftOutReason::OtherText(framework.title.clone());
    Some(same.then(|| in_order(framework, score)).ok_or_else(other))
}

/// A score with its judgements in the order of the framework's criteria, which they fit: the program
/// refuses a scorecard of which one does not. A criterion that the audit did not choose cannot be compared
/// and counts nowhere.
fn in_order(framework: &Framework, score: &FrameworkScore) -> Aligned {
    let mut judgements = Vec::new();
    let mut comparable = Vec::new();
    for criterion in &framework.criteria {
        let found = score.judgements.iter().find(|j| j.criterion == criterion.id);
        comparable.push(found.is_some());
        let judgement = found.cloned();
        judgements.push(judgement.unwrap_or_else(|| without(criterion, Outcome::NotApplicable)));
    }
    let score = FrameworkScore { judgements, ..score.clone() };
    Aligned { score, chosen: comparable.clone(), comparable, translated_from: None }
}

/// A judgement that is not there, for a reason.
fn without(criterion: &Criterion, outcome: Outcome) -> Judgement {
    Judgement {
        criterion: criterion.id.clone(),
        weight: criterion.weight,
        legal_duty: criterion.legal_duty,
        outcome,
        derived: None,
        possible: None,
        measured: None,
        derivation: None,
        strength: None,
        derived_strength: None,
        conflict: None,
        overruled: false,
    }
}

/// Judgements of an earlier version, carried over where the framework declares them still valid,
/// and scored with the current weights. A criterion without a counterpart is unknown, never zero; one
/// whose counterpart the audit did not choose counts nowhere.
fn translated(
    framework: &Framework,
    earlier: &EarlierVersion,
    score: &FrameworkScore,
    entrant: &Entrant,
) -> Aligned {
    let judged_until = entrant.period.to.last();
    let (mut comparable, mut chosen) = (Vec::new(), Vec::new());
    let mut judgements = Vec::new();
    for criterion in &framework.criteria {
        let counterpart = earlier.criteria.get(&criterion.id);
        let old = counterpart.and_then(|old| score.judgements.iter().find(|j| j.criterion == *old));
        // A norm that took effect after the audit is not a gap in the audit.
        let later = criterion.holds_from.is_some_and(|from| from > judged_until);
        let left_aside = counterpart.is_some() && old.is_none();
        let missing = match (later, left_aside) {
            (true, _) => Outcome::NotYetInForce,
            (false, true) => Outcome::NotApplicable,
            (false, false) => Outcome::NotStudied,
        };
        comparable.push(old.is_some() || later);
        chosen.push(!left_aside);
        let (id, weight) = (criterion.id.clone(), criterion.weight);
        // A duty of today that was judged as a norm, or the other way round, is no longer the same.
        let old = old.filter(|j| j.legal_duty == criterion.legal_duty);
        judgements.push(match old {
            Some(old) => Judgement { criterion: id, weight, ..old.clone() },
            None => without(criterion, missing),
        });
    }
    Aligned {
        score: framework_score(framework.terms(score.verdict.level()), judgements),
        comparable,
        chosen,
        translated_from: Some(earlier.version.clone()),
    }
}
