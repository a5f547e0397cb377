//! The comparison as one table for programs: a row for each norm of each audit, each fact in a
//! column of its own. The names of columns are part of the format: the manual lists them.

use crate::model::{
    Comparison, CriterionRow, Entry, Exact, FrameworkComparison, FrameworkScore, Judgement, Member,
};
use crate::view::table::{CellView, ColumnView, LongTable, left, right};
use crate::view::words;

/// Decimals of a share from 0 to 1: enough to compute with.
const DECIMALS: u32 = 6;

/// All judgements with the facts around them, a row each.
#[must_use]
pub fn rows(comparison: &Comparison) -> LongTable<'_> {
    let each = move || -> Box<dyn Iterator<Item = Vec<CellView>>> {
        Box::new(comparison.frameworks.iter().flat_map(move |framework| {
            let entries = framework.entries.iter();
            entries.flat_map(move |entry| of(comparison, framework, entry))
        }))
    };
    LongTable { sheet: "Rijen", keys: 0, columns: columns().into(), each: Box::new(each) }
}

/// The rows of an audit on a framework.
fn of<'c>(
    comparison: &'c Comparison,
    framework: &'c FrameworkComparison,
    entry: &'c Entry,
) -> impl Iterator<Item = Vec<CellView>> {
    let member = comparison.members.get(entry.member);
    let ends = member.map(|member| (about(comparison, member), whole(&entry.score)));
    let chosen = framework.criteria.iter().enumerate().filter(|(place, _)| entry.chose(*place));
    chosen.filter_map(move |(place, criterion)| {
        let (mut row, whole) = ends.clone()?;
        row.extend(of_norm(framework, criterion));
        row.extend(judged(entry.score.judgements.get(place)));
        row.push(yes(entry.judgement(place).is_some()));
        row.extend(whole);
        Some(row)
    })
}

fn columns() -> [ColumnView; 25] {
    [
        left("case"),
        left("code"),
        left("soort"),
        left("naam"),
        left("provincie"),
        right("inwoners"),
        left("datum"),
        left("status"),
        left("kader"),
        left("versie"),
        left("norm"),
        left("normnaam"),
        left("themas"),
        left("plicht"),
        right("gewicht"),
        left("uitkomst"),
        right("punten"),
        right("hoogste"),
        left("onderbouwing"),
        left("tegenspraak"),
        left("afgeweken"),
        left("vergelijkbaar"),
        right("kaderscore"),
        right("dekking"),
        left("kaderoordeel"),
    ]
}

/// The facts of a norm.
fn of_norm(framework: &FrameworkComparison, criterion: &CriterionRow) -> [CellView; 7] {
    [
        framework.framework.as_str().into(),
        framework.version.as_str().into(),
        criterion.criterion.as_str().into(),
        criterion.name.as_str().into(),
        criterion.themes.join("; ").into(),
        yes(criterion.legal_duty),
        CellView::whole(usize::try_from(criterion.weight).unwrap_or(0)),
    ]
}

/// The facts of an audit.
fn about(comparison: &Comparison, member: &Member) -> Vec<CellView> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default().into();
    vec![
        member.case.as_str().into(),
        text(&member.code),
        comparison.kind.key().into(),
        member.name.as_str().into(),
        text(&member.province),
        number(member.inhabitants.map(|n| Exact::from(i128::from(n))), 0),
        member.date.to_string().into(),
        member.status.key().into(),
    ]
}

/// The judgement on a norm, with the points of its level and those of the highest one.
fn judged(judgement: Option<&Judgement>) -> [CellView; 6] {
    let level = judgement.and_then(|j| j.outcome.level());
    let strength = level.and(judgement).map(|j| words::strength(j.strength));
    [
        judgement.map_or("", |j| j.outcome.key()).into(),
        number(level.map(|level| Exact::from(level.points())), 0),
        number(level.map(|level| Exact::from(level.scale().highest().points())), 0),
        strength.unwrap_or_default().into(),
        judgement.map_or("", |j| words::contradiction(j.conflict)).into(),
        judgement.map_or_else(|| "".into(), |j| yes(j.overruled)),
    ]
}

/// What the framework as a whole comes to.
fn whole(score: &FrameworkScore) -> [CellView; 3] {
    let added_up = score.rule.score().is_some();
    [
        number(score.score.filter(|_| added_up), DECIMALS),
        number(score.coverage, DECIMALS),
        score.verdict.level().map_or("", |level| level.key()).into(),
    ]
}

/// A number; empty where there is none.
fn number(value: Option<Exact>, decimals: u32) -> CellView {
    value.map_or_else(|| "".into(), |value| CellView::number(value, decimals))
}

fn yes(is: bool) -> CellView {
    if is { "ja" } else { "nee" }.into()
}
