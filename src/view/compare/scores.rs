//! The verdicts and scores of a framework, for the sheets and the page.

use super::super::judgement::{bounds, chosen, points, tally};
use super::super::table::{CellView, TableView};
use super::super::words;
use super::matrix::VERDICT;
use super::members::name;
use crate::dutch::enumeration;
use crate::model::{Comparison, FrameworkComparison, FrameworkScore, Verdict};

/// Verdicts, points and counts of levels, without the columns that would be empty.
pub fn scores(comparison: &Comparison, framework: &FrameworkComparison) -> TableView {
    let remarked = framework.entries.iter().any(|entry| !remark(&entry.score).is_empty());
    let (verdicts, added) = (framework.gives_verdicts(), framework.scored());
    let title = comparison.kind.title();
    let wanted = [
        (title.as_str(), true),
        (VERDICT, verdicts),
        ("Punten", added),
        ("Mogelijk", added),
        ("Normen", true),
        ("Let op", remarked),
    ];
    let columns: Vec<&str> = wanted.iter().filter(|(_, has)| *has).map(|(name, _)| *name).collect();
    let mut table = TableView::new("Scores", 1, &columns).of(&framework.title);
    for entry in &framework.entries {
        let score = &entry.score;
        let mut row: Vec<CellView> = vec![name(comparison, entry.member).into()];
        if verdicts {
            row.push(words::verdict(&score.verdict).into());
        }
        if added {
            row.push(score.score.map_or_else(|| "–".into(), |_| points(score).into()));
            row.push(score.upper.map_or_else(|| "–".into(), |_| bounds(score).into()));
        }
        row.push(tally(score).into());
        if remarked {
            let remark = remark(score);
            row.push(if remark.is_empty() { "–".into() } else { remark.into() });
        }
        table.rows.push(row);
    }
    table
}

/// A short remark on a verdict and a choice of norms; empty if there is none.
fn remark(score: &FrameworkScore) -> String {
    let said = [of_verdict(&score.verdict), chosen(score)];
    let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
    said.join("; ")
}

/// Why there is no verdict, or that it is lower than the score gives; empty if there is nothing to say.
pub fn of_verdict(verdict: &Verdict) -> String {
    use crate::model::NoVerdict;
    match verdict {
        Verdict::Given { ceiling: Some(_), .. } => "lager dan de score".to_owned(),
        Verdict::Given { .. } | Verdict::Judged(_) => String::new(),
        Verdict::None(reasons) => {
            let each = reasons.iter().filter_map(|reason| match reason {
                NoVerdict::NotAsked => None,
                NoVerdict::NothingApplies => Some("geen norm van toepassing".to_owned()),
                NoVerdict::Coverage => Some("te weinig beoordeeld".to_owned()),
                NoVerdict::Conflict(ids) => Some(format!("tegenspraak bij {}", enumeration(ids))),
                NoVerdict::NotGiven => Some("nog geen oordeel gegeven".to_owned()),
                NoVerdict::Open(..) => Some("wat onbekend is, laat te veel open".to_owned()),
            });
            each.collect::<Vec<_>>().join("; ")
        }
    }
}
