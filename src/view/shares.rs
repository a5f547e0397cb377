//! Shares of a sample: how certain they are, in words.

use super::words;
use crate::dutch::{amount, rounded, share_decimals, whole};
use crate::model::{
    Amount, Case, Counted, Criterion, Derivation, Exact, Judgement, Level, Measure, Quantity,
    Reading, Scale,
};
use crate::score;
use serde::Serialize;

/// The shares of a case, for the account of its method.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct SharesView {
    /// Whether a finding gives counts.
    pub counted: bool,
    /// Whether some of those are of a sample.
    pub sampled: bool,
}

/// The shares of a case.
pub fn shares(case: &Case) -> SharesView {
    let counted: Vec<Counted> = case.findings().filter_map(|f| counts(&f.reading)).collect();
    SharesView {
        counted: !counted.is_empty(),
        sampled: counted.iter().any(|share| share.sampled_from().is_some()),
    }
}

fn counts(reading: &Reading) -> Option<Counted> {
    match reading {
        Reading::Value(Amount::Counted(counted)) => Some(*counted),
        _ => None,
    }
}

/// The number of a finding, and for a sample how certain it is.
pub fn with_certainty(given: Amount, unit: &str) -> String {
    let text = amount(given, unit);
    match given {
        Amount::Counted(counted) => match sample(counted) {
            Some(sample) => format!("{text} ({sample})"),
            None => text,
        },
        Amount::Given(_) => text,
    }
}

/// How a share was sampled, with its interval where there are enough for a percentage.
fn sample(counted: Counted) -> Option<String> {
    let population = counted.sampled_from()?;
    let (of, from) = (whole(counted.of.into()), whole(population.into()));
    let drawn = format!("steekproef van {of} uit {from}");
    let (Some(decimals), Some((low, high))) = (share_decimals(counted), score::interval(counted))
    else {
        return Some(drawn);
    };
    let (low, high) = (rounded(low, decimals), rounded(high, decimals));
    Some(format!("{drawn}; met 95% zekerheid tussen {low}% en {high}%, afgerond"))
}

/// That the sample behind a judgement leaves more than one level open, in a sentence; empty if not. A
/// level that the researchers give themselves does not follow from the sample.
pub fn uncertain(criterion: &Criterion, judgement: &Judgement) -> String {
    let Some((low, high)) = open_levels(criterion, judgement) else { return String::new() };
    if !judgement.legal_duty {
        let (low, high) = (words::level(low), words::level(high));
        return format!(
            "De steekproef is te klein om zeker te zijn van het niveau: met 95% zekerheid ligt het \
             tussen {low} en {high}."
        );
    }
    match low.as_duty() == high.as_duty() {
        true => String::new(),
        false => "De steekproef is te klein om met 95% zekerheid te zeggen of deze plicht is \
                  nageleefd."
            .to_owned(),
    }
}

/// Whether the percentage that is printed has another level than the share from which it is rounded.
pub fn rounded_over(scale: Scale, quantity: &Quantity, given: Amount) -> bool {
    let Amount::Counted(counted) = given else { return false };
    let Some(decimals) = share_decimals(counted) else { return false };
    let places = Exact::from(10_i128.pow(decimals));
    let exact = counted.percentage();
    let level = |value| score::reached(scale, value, &quantity.thresholds, quantity.better);
    level((exact * places).round() / places) != level(exact)
}

fn open_levels(criterion: &Criterion, judgement: &Judgement) -> Option<(Level, Level)> {
    judgement.outcome.level().filter(|_| !judgement.overruled)?;
    let Measure::Quantity(quantity) = &criterion.measure else { return None };
    let Some(Derivation::Quantity { given: Some(given), .. }) = judgement.derivation.as_deref()
    else {
        return None;
    };
    score::uncertain(criterion.scale, quantity, *given)
}
