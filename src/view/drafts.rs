//! The data for drafted sentences, and the drafts that apply to a case.

use super::body::{self, BodyView};
use super::criteria::scaled;
use super::grounds::GroundsView;
use super::judgement::compared_unit;
use super::words;
use crate::dutch::{counts, period, rounded, share_percentage};
use crate::model::{
    Addressee, Amount, BodyKind, Case, Criterion, Derivation, Draft, Framework, FrameworkScore,
    Judgement, Measure, NoVerdict, Scorecard, Template, Verdict,
};
use serde::Serialize;

/// The data that a drafted sentence can refer to.
#[derive(Debug, Clone, Serialize)]
pub struct DraftContext {
    /// The name of the audited body, of any kind.
    pub municipality: String,
    /// What the audited body is called.
    pub body: BodyView,
    /// The period that the case judges, in words.
    pub period: String,
    /// The criterion; `None` for a framework as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<DraftCriterion>,
    /// The figure that decided the level, in Dutch format; empty if there is none.
    pub value: String,
    pub unit: String,
    /// The counts of that figure, if it is a share that was counted. Under ten there is no `value`.
    pub counts: String,
    /// The median of comparable municipalities; empty if there is none.
    pub peer_median: String,
    /// Number of comparable municipalities; empty if there are none.
    pub peer_count: String,
    /// The checklist points that are not met.
    pub missing: Vec<String>,
    pub framework: DraftFramework,
}

/// The criterion, for a drafted sentence.
#[derive(Debug, Clone, Serialize)]
pub struct DraftCriterion {
    pub id: String,
    /// Its short name.
    pub name: String,
    pub norm: String,
}

/// The framework, for a drafted sentence.
#[derive(Debug, Clone, Serialize)]
pub struct DraftFramework {
    pub title: String,
    /// Its points in words.
    pub score: String,
    /// Its coverage in words.
    pub coverage: String,
    /// Number of judged criteria.
    pub judged: usize,
    /// Number of applicable criteria.
    pub applicable: usize,
    /// The verdict in sentences, or why there is none.
    pub verdict: String,
}

/// A draft that applies to the case.
#[derive(Debug, Clone)]
pub struct DraftView {
    /// The template of the conclusion.
    pub conclusion: Template,
    /// The addressee and template of the recommendation.
    pub recommendation: Option<(Addressee, Template)>,
    /// The data for the templates.
    pub context: DraftContext,
    /// The criterion on which it rests; none for the framework as a whole.
    pub grounds: GroundsView,
}

/// The drafts for a case: for each framework the one on the whole, then those on its judged
/// criteria.
#[must_use]
pub fn drafts(case: &Case, scorecard: &Scorecard) -> Vec<Vec<DraftView>> {
    let pairs = case.frameworks.iter().zip(&scorecard.frameworks);
    pairs.map(|(framework, score)| of_framework(case, framework, score)).collect()
}

/// All drafts of a framework with a context in which every name exists, to test its templates.
pub fn all_drafts(framework: &Framework) -> Vec<DraftView> {
    let context = |criterion: Option<&Criterion>| DraftContext {
        municipality: "Voorbeeldstad".to_owned(),
        body: body::named(BodyKind::Gemeente, "Voorbeeldstad"),
        period: "2026".to_owned(),
        criterion: criterion.map(of),
        value: "4,5".to_owned(),
        unit: "fte".to_owned(),
        counts: "17 van de 20".to_owned(),
        peer_median: "5,5".to_owned(),
        peer_count: "6".to_owned(),
        missing: vec!["een plan".to_owned()],
        framework: DraftFramework {
            title: framework.title.clone(),
            score: "1 van 3 punten".to_owned(),
            coverage: "1 van 2 normen".to_owned(),
            judged: 1,
            applicable: 2,
            verdict: "Beoordeeld: 1 van 2 normen.".to_owned(),
        },
    };
    let view = |draft: &Draft, criterion| DraftView {
        conclusion: draft.conclusion.clone(),
        recommendation: draft.recommendation.clone(),
        context: context(criterion),
        grounds: GroundsView::default(),
    };
    let whole = framework.drafts.values().map(|d| view(d, None));
    let each = framework.criteria.iter();
    let each = each.flat_map(|c| c.drafts.values().map(move |d| view(d, Some(c))));
    whole.chain(each).collect()
}

/// The words for an unknown period.
fn unknown_period() -> String {
    "de onderzochte periode".to_owned()
}

fn of(criterion: &Criterion) -> DraftCriterion {
    DraftCriterion {
        id: criterion.id.clone(),
        name: criterion.name.clone(),
        norm: criterion.norm.clone(),
    }
}

fn of_framework(case: &Case, framework: &Framework, score: &FrameworkScore) -> Vec<DraftView> {
    let mut out = Vec::new();
    let base = DraftContext {
        municipality: case.body.name.clone(),
        body: body::body(&case.body),
        period: case.study.judged_period().map_or_else(unknown_period, period),
        criterion: None,
        value: String::new(),
        unit: String::new(),
        counts: String::new(),
        peer_median: String::new(),
        peer_count: String::new(),
        missing: Vec::new(),
        framework: DraftFramework {
            title: framework.title.clone(),
            score: super::judgement::points(score),
            coverage: super::judgement::coverage(score),
            judged: score.counts.judged(),
            applicable: score.counts.applicable(),
            verdict: super::judgement::verdict(framework, score),
        },
    };
    if let Some(draft) = framework.drafts.get(&score.verdict.level()) {
        let mut whole = view(draft, base.clone(), GroundsView::default());
        if let Verdict::None(reasons) = &score.verdict
            && !reasons.contains(&NoVerdict::Coverage)
        {
            // The framework's draft is about too little coverage; here the verdict is missing for
            // another reason.
            whole.conclusion.text = "{{ framework.verdict }}".to_owned();
        }
        out.push(whole);
    }
    for (criterion, judgement) in framework.criteria.iter().zip(&score.judgements) {
        let Some(level) = scaled(criterion, judgement) else { continue };
        let Some(draft) = criterion.drafts.get(&Some(level)) else { continue };
        let context = of_criterion(base.clone(), criterion, judgement);
        out.push(view(draft, context, grounds(criterion, judgement)));
    }
    out
}

fn view(draft: &Draft, context: DraftContext, grounds: GroundsView) -> DraftView {
    DraftView {
        conclusion: draft.conclusion.clone(),
        recommendation: draft.recommendation.clone(),
        context,
        grounds,
    }
}

fn grounds(criterion: &Criterion, judgement: &Judgement) -> GroundsView {
    let mut out = GroundsView::default();
    let name = format!("{} ({})", criterion.name.trim_end_matches('.'), criterion.id);
    out.add(&words::outcome(judgement.outcome).to_string(), name);
    out
}

fn of_criterion(
    mut base: DraftContext,
    criterion: &Criterion,
    judgement: &Judgement,
) -> DraftContext {
    base.criterion = Some(of(criterion));
    match (judgement.derivation.as_deref(), &criterion.measure) {
        // An overruled level does not follow from the figure, so the figure cannot explain it.
        (
            Some(Derivation::Quantity { value: Some(value), given, peers, .. }),
            Measure::Quantity(quantity),
        ) if !judgement.overruled => {
            base.value = match given {
                Some(Amount::Counted(counted)) => share_percentage(*counted).unwrap_or_default(),
                _ => trimmed(*value),
            };
            if !base.value.is_empty() {
                base.unit = compared_unit(quantity);
            }
            if let Some(Amount::Counted(counted)) = given {
                base.counts = counts(*counted);
            }
            if let Some(peers) = peers {
                base.peer_median = rounded(peers.median, 2);
                base.peer_count = peers.count.to_string();
            }
        }
        (Some(Derivation::Checklist { no, .. }), Measure::Checklist { points, .. }) => {
            let text = |id: &String| points.iter().find(|(p, _)| p == id).map(|(_, t)| t.clone());
            base.missing = no.iter().filter_map(text).collect();
        }
        _ => {}
    }
    base
}

/// With at most two decimals, without trailing zeros.
fn trimmed(value: crate::model::Exact) -> String {
    let text = rounded(value, 2);
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}
