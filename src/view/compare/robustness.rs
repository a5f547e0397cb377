//! The robustness of scores and verdicts: under other weights, thresholds and points, without one
//! norm, and in the ranking.

use super::super::judgement::points;
use super::super::table::{CellView, TableView, left, right};
use super::super::words;
use super::members::{level_or_none, name};
use crate::dutch::{decimal, percent_decimals, rounded, share};
use crate::model::{
    BodyKind, Comparison, Entry, Exact, FrameworkComparison, NoRanking, Rank, Robustness,
};

/// A score as a percentage under the rules for all percentages: none under ten judged norms, no
/// decimals under a hundred.
fn percent(value: Exact, norms: usize) -> CellView {
    let Some(decimals) = percent_decimals(norms) else { return "–".into() };
    let cell = CellView::number(value * Exact::from(100), decimals);
    CellView { text: format!("{}%", cell.text), ..cell }
}

/// A score as a percentage, or as points of the most that there are if there are too few norms.
fn score(value: Option<Exact>, most: i128, norms: usize) -> CellView {
    let Some(value) = value else { return "–".into() };
    if percent_decimals(norms).is_some() {
        return percent(value, norms);
    }
    share((value * Exact::from(most)).to_integer(), most, norms, "punten").into()
}

/// The table of scores and verdicts under other choices; `None` where there is nothing to tell.
pub fn robustness(comparison: &Comparison, framework: &FrameworkComparison) -> Option<TableView> {
    // Without a verdict there is nothing to test, unless other choices would give one.
    let tested = |entry: &Entry| {
        let found = entry.robustness.as_ref()?;
        let none = entry.score.verdict.level().is_none() && found.same == comparison.draws;
        (!none).then(|| found.clone())
    };
    let rows: Vec<(&Entry, Robustness)> =
        framework.entries.iter().filter_map(|entry| Some((entry, tested(entry)?))).collect();
    // Under ten norms there is no percentage, and drawn weights make no whole points.
    let enough = |(entry, _): &(&Entry, _)| percent_decimals(entry.score.counts.judged()).is_some();
    let ends = rows.iter().any(enough);
    let mut columns = vec![left(comparison.kind.title()), left("Oordeel"), right("Score")];
    if ends {
        columns.push(left("Score bij andere gewichten en punten"));
    }
    columns.extend([
        left("Zelfde oordeel bij andere gewichten, grenzen en punten"),
        right("Score bij gelijke gewichten"),
        left("Oordeel bij gelijke gewichten"),
        left("Ander oordeel zonder"),
    ]);
    let mut table = TableView::new("Robuustheid", 1, &columns).of(&framework.title);
    for (entry, robustness) in rows {
        let norms = entry.score.counts.judged();
        let most = entry.score.scale.highest().points();
        let flips = robustness.flips.iter();
        let flips: Vec<String> =
            flips.map(|(id, level)| format!("{id} (dan {})", level_or_none(*level))).collect();
        let mut cells: Vec<CellView> = vec![
            name(comparison, entry.member).into(),
            words::verdict(&entry.score.verdict).into(),
            score(entry.score.score, most * entry.score.judged_weight, norms),
        ];
        if ends {
            let [lower, upper] =
                [robustness.lower, robustness.upper].map(|end| percent(end, norms));
            cells.push(match percent_decimals(norms) {
                Some(_) => format!("{} tot {}", lower.text, upper.text).into(),
                None => "–".into(),
            });
        }
        cells.extend([
            same(robustness.same, comparison.draws).into(),
            score(robustness.equal_score, most * i128::try_from(norms).unwrap_or(0), norms),
            level_or_none(robustness.equal_verdict).into(),
            if flips.is_empty() { "–".into() } else { flips.join(", ").into() },
        ]);
        table.rows.push(cells);
    }
    (!table.rows.is_empty()).then_some(table)
}

/// The share of draws in which the verdict is the same; never rounded to all or none.
pub fn same(count: u32, draws: u32) -> String {
    let share = rounded(Exact::new(i128::from(count) * 100, i128::from(draws.max(1))), 1);
    match (count, share.as_str()) {
        (n, "100,0") if n < draws => "meer dan 99,9%".to_owned(),
        (n, "0,0") if n > 0 => "minder dan 0,1%".to_owned(),
        _ => format!("{share}%"),
    }
}

/// The ranked municipalities, in order of rank.
pub fn ranked(framework: &FrameworkComparison) -> Vec<(Rank, &Entry)> {
    let mut ranked: Vec<_> = framework.entries.iter().filter_map(|e| Some((e.rank?, e))).collect();
    ranked.sort_by_key(|(rank, _)| rank.place);
    ranked
}

/// The table of the ranking, if there is one.
pub fn ranking(comparison: &Comparison, framework: &FrameworkComparison) -> Option<TableView> {
    let ranked = ranked(framework);
    if ranked.is_empty() {
        return None;
    }
    let columns = [
        right("Plaats"),
        left(comparison.kind.title()),
        left("Punten"),
        right("Hoogste plaats bij andere gewichten en punten"),
        right("Laagste plaats bij andere gewichten en punten"),
    ];
    let mut table = TableView::new("Rangorde", 2, &columns).of(&framework.title);
    for (rank, entry) in ranked {
        table.rows.push(vec![
            CellView::whole(rank.place),
            name(comparison, entry.member).into(),
            points(&entry.score).into(),
            CellView::whole(rank.best),
            CellView::whole(rank.worst),
        ]);
    }
    Some(table)
}

/// Why there is no ranking, in a sentence.
pub fn no_ranking(reason: NoRanking, kind: BodyKind) -> String {
    let many = kind.plural();
    match reason {
        NoRanking::NotAllowed => "Dit normenkader staat geen rangorde toe.".to_owned(),
        NoRanking::TooFew => {
            format!("Minder dan twee {many} hebben een oordeel; er is geen rangorde.")
        }
        NoRanking::OtherCriteria => {
            format!("Er is geen rangorde: niet alle {many} zijn op dezelfde normen beoordeeld.")
        }
        NoRanking::Coverage(difference, allowed) => format!(
            "Er is geen rangorde: het beoordeelde deel verschilt {} procentpunten tussen \
             {many}, en dit normenkader staat hooguit {} toe.",
            rounded(difference, 1),
            decimal(allowed)
        ),
    }
}
