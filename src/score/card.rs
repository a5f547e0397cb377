//! The scorecard of a case: its outcome, and the facts that a comparison needs.

use super::framework;
use crate::assets::sha256;
use crate::model::{
    Advice, Case, ContextFigure, Derivation, FollowUp, FollowedUp, FrameworkScore, Measured,
    Scorecard, Source, SourceKind, StudyFacts, Subject,
};

/// Version of the scorecard format.
pub const FORMAT: u32 = 3;

#[must_use]
pub fn score(case: &Case) -> Scorecard {
    let mut inputs = case.hashes.clone();
    for framework in &case.frameworks {
        inputs.insert(format!("frameworks/{}.yaml", framework.id), framework.hash.clone());
    }
    let frameworks: Vec<FrameworkScore> =
        case.frameworks.iter().map(|f| framework(case, f)).collect();
    let (body, study) = (&case.body, &case.study);
    let mut card = Scorecard {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        case: case.name.clone(),
        municipality: Subject {
            kind: body.kind,
            name: body.name.clone(),
            cbs_code: body.code.clone(),
            province: body.province.clone(),
            inhabitants: body.inhabitants.map(|(number, _)| number),
            attributes: body.attributes.clone(),
        },
        study: StudyFacts {
            title: study.title.clone(),
            commissioner: study.commissioner.clone(),
            date: study.date,
            status: study.status,
            period: study.judged_period(),
            sampling: study.sampling,
        },
        quantities: frameworks.iter().flat_map(quantities).collect(),
        context: context(case),
        recommendations: case
            .recommendations
            .iter()
            .map(|r| Advice {
                id: r.id.clone(),
                addressee: r.addressee.clone(),
                title: r.title.clone(),
            })
            .collect(),
        follow_up: case.follow_up.iter().flat_map(followed_up).collect(),
        frameworks,
        inputs,
        seal: String::new(),
    };
    card.seal = seal(&card);
    card
}

/// The hash of a scorecard, by which a change is detected. It is not a signature: anybody can
/// change a card and recompute it.
#[must_use]
pub fn seal(card: &Scorecard) -> String {
    let unsealed = Scorecard { seal: String::new(), ..card.clone() };
    sha256(&serde_json::to_vec(&unsealed).unwrap_or_default())
}

/// The numbers that determined levels.
fn quantities(framework: &FrameworkScore) -> Vec<Measured> {
    let one = |judgement: &crate::model::Judgement| {
        let Derivation::Quantity { given, .. } = judgement.derivation.as_deref()? else {
            return None;
        };
        judgement.outcome.level()?;
        Some(Measured { criterion: judgement.criterion.clone(), given: (*given)? })
    };
    framework.judgements.iter().filter_map(one).collect()
}

/// The uptake of the recommendations of an earlier audit.
fn followed_up(earlier: &FollowUp) -> impl Iterator<Item = FollowedUp> {
    earlier.recommendations.iter().filter_map(|r| {
        Some(FollowedUp {
            case: earlier.case.clone(),
            id: r.id.clone(),
            title: r.title.clone(),
            status: r.status?,
        })
    })
}

/// The context indicators; each reference has the title of the published source.
fn context(case: &Case) -> Vec<ContextFigure> {
    // For an interview or an observation, even the title is not published.
    let published = |s: &&Source| matches!(s.kind, SourceKind::Document | SourceKind::Data);
    let title = |code: &str| {
        case.source(code).filter(published).map_or_else(String::new, |s| s.title.clone())
    };
    let one = |c: &crate::model::ContextIndicator| ContextFigure {
        id: c.id.clone(),
        name: c.name.clone(),
        value: c.value,
        unit: c.unit.clone(),
        date: c.date,
        reference: c.reference.name.clone(),
        reference_value: c.reference.value,
        reference_source: title(&c.reference.source),
    };
    case.context.iter().map(one).collect()
}
