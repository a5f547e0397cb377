//! The judgements of a framework side by side: in full for the sheets and the page, and as signs
//! with counts for the document.

use super::super::table::{CellView, ColumnView, LongTable, TableView, left, right};
use super::super::words;
use super::members::name;
use crate::model::{Comparison, CriterionRow, Entry, FrameworkComparison, FrameworkScore, Scale};

/// The name of the column of verdicts.
pub const VERDICT: &str = "Oordeel";

/// Maximum number of criteria beside each other on a landscape page, as signs.
const PER_PAGE: usize = 22;

/// Shown in the document where a norm was not chosen or cannot be compared.
const OUTSIDE: &str = "×";

/// Why a municipality has no judgement on a norm that others have.
fn absent(entry: &Entry, place: usize) -> CellView {
    match entry.chose(place) {
        true => "niet vergelijkbaar".into(),
        false => CellView { apart: true, ..CellView::from("niet gekozen") },
    }
}

/// The cell of an outcome alone.
pub fn outcome(entry: &Entry, place: usize) -> CellView {
    let badge = entry.judgement(place).map(|j| words::outcome(j.outcome).into());
    badge.unwrap_or_else(|| absent(entry, place))
}

/// The cell of a judgement: level, strength, and anything unusual.
fn cell(entry: &Entry, place: usize) -> CellView {
    let Some(judgement) = entry.judgement(place) else { return absent(entry, place) };
    let mut remarks = Vec::new();
    if judgement.outcome.level().is_some() {
        remarks.push(words::strength(judgement.strength));
    }
    if judgement.conflict.is_some_and(|c| !c.resolved) {
        remarks.push("tegenspraak");
    }
    if judgement.overruled {
        remarks.push("afgeweken");
    }
    CellView::remarked(words::outcome(judgement.outcome), &remarks)
}

/// The code and name of a norm, at the head of a row or column.
pub fn norm_name(row: &CriterionRow) -> String {
    let duty = if row.legal_duty { " (wettelijke plicht)" } else { "" };
    format!("{} {}{duty}", row.criterion, row.name)
}

/// Every judgement in full: a row for each municipality, so that any number of them fits a sheet.
pub fn matrix(comparison: &Comparison, framework: &FrameworkComparison) -> TableView {
    let mut columns = vec![left(comparison.kind.title())];
    columns.extend(framework.criteria.iter().map(|row| left(norm_name(row))));
    let mut table = TableView::new("Matrix", 1, &columns).of(&framework.title);
    for entry in &framework.entries {
        let mut cells: Vec<CellView> = vec![name(comparison, entry.member).into()];
        cells.extend((0..framework.criteria.len()).map(|place| cell(entry, place)));
        table.rows.push(cells);
    }
    table
}

/// The judgements as signs, with the verdict and how many norms are at the highest and the lowest
/// level, in parts that fit a page.
pub fn signs(comparison: &Comparison, framework: &FrameworkComparison) -> Vec<TableView> {
    let verdicts = framework.gives_verdicts();
    let mut keys = vec![left(comparison.kind.title())];
    keys.extend(verdicts.then(|| left(VERDICT)));
    keys.push(right(framework.scale.highest().word()));
    keys.push(right(framework.scale.lowest().word()));
    let count = keys.len();
    let norms = framework.criteria.iter().map(|row| ColumnView::of_signs(&row.criterion));
    let columns: Vec<ColumnView> = keys.into_iter().chain(norms).collect();
    let mut table = TableView::new("", count, &columns);
    for entry in &framework.entries {
        let mut cells: Vec<CellView> = vec![name(comparison, entry.member).into()];
        cells.extend(verdicts.then(|| words::verdict(&entry.score.verdict).into()));
        cells.extend(ends(&entry.score).map(CellView::from));
        cells.extend((0..framework.criteria.len()).map(|place| match entry.judgement(place) {
            Some(judgement) => words::outcome(judgement.outcome).into(),
            None => OUTSIDE.into(),
        }));
        table.rows.push(cells);
    }
    table.parts(PER_PAGE)
}

/// How many of the applicable norms are at the highest level, and how many at the lowest.
fn ends(score: &FrameworkScore) -> [String; 2] {
    let at = |level| score.counts.levels.get(&level).copied().unwrap_or(0);
    let highest = format!("{} van {}", at(score.scale.highest()), score.counts.applicable());
    [highest, at(score.scale.lowest()).to_string()]
}

/// What the signs mean, in a line: those of the levels, and what else occurs.
pub fn legend(framework: &FrameworkComparison) -> String {
    let norms = framework.norms().next().map(|_| framework.scale);
    let duties = framework.criteria.iter().any(|row| row.legal_duty).then(Scale::duty);
    let levels = norms.into_iter().chain(duties).flat_map(Scale::levels).map(words::level);
    let places = 0..framework.criteria.len();
    let all = framework.entries.iter().flat_map(|e| places.clone().map(move |p| e.judgement(p)));
    let (judged, outside): (Vec<_>, Vec<_>) = all.partition(Option::is_some);
    let beside = judged.into_iter().flatten().filter(|j| j.outcome.level().is_none());
    // One sign can stand for a level of norms and for one of duties.
    let mut words_by_sign: Vec<(&str, Vec<&str>)> = Vec::new();
    for badge in levels.chain(beside.map(|j| words::outcome(j.outcome))) {
        match words_by_sign.iter_mut().find(|(symbol, _)| *symbol == badge.symbol) {
            Some((_, words)) if words.contains(&badge.word) => {}
            Some((_, words)) => words.push(badge.word),
            None => words_by_sign.push((badge.symbol, vec![badge.word])),
        }
    }
    if !outside.is_empty() {
        words_by_sign.push((OUTSIDE, vec!["niet gekozen", "niet vergelijkbaar"]));
    }
    let each = words_by_sign.iter().map(|(sign, words)| format!("{sign} {}", words.join(" of ")));
    each.collect::<Vec<_>>().join(", ")
}

/// The judgements of all frameworks in long form, one per row, in the words of the document.
#[must_use]
pub fn judgements(comparison: &Comparison) -> LongTable<'_> {
    let themes = comparison.frameworks.iter().any(FrameworkComparison::has_themes);
    let mut columns = vec![
        left("Normenkader"),
        left("Norm"),
        left("Naam"),
        left(comparison.kind.title()),
        left("Oordeel"),
        left("Onderbouwing"),
        left("Tegenspraak"),
        left("Afgeweken"),
        right("Gewicht"),
        left("Wettelijke plicht"),
    ];
    columns.extend(themes.then(|| left("Thema")));
    let each = move || -> Box<dyn Iterator<Item = Vec<CellView>>> {
        Box::new(comparison.frameworks.iter().flat_map(move |framework| {
            framework.criteria.iter().enumerate().flat_map(move |(place, row)| {
                let entries = framework.entries.iter();
                entries.map(move |entry| {
                    let mut cells: Vec<CellView> = vec![
                        framework.title.as_str().into(),
                        row.criterion.as_str().into(),
                        row.name.as_str().into(),
                        name(comparison, entry.member).into(),
                    ];
                    cells.extend(in_words(entry, place, row));
                    cells.extend(themes.then(|| row.themes.join(", ").into()));
                    cells
                })
            })
        }))
    };
    LongTable { sheet: "Oordelen", keys: 4, columns, each: Box::new(each) }
}

/// The judgement of an audit on a norm, and what it rests on.
fn in_words(entry: &Entry, place: usize, row: &CriterionRow) -> [CellView; 6] {
    let judgement = entry.judgement(place);
    let judged = judgement.filter(|j| j.outcome.level().is_some());
    let yes = |is: bool| if is { "ja" } else { "nee" };
    [
        outcome(entry, place),
        judged.map_or("–", |j| words::strength(j.strength)).into(),
        judgement.map_or("–", |j| words::contradiction(j.conflict)).into(),
        judgement.map_or("–", |j| yes(j.overruled)).into(),
        CellView::whole(usize::try_from(row.weight).unwrap_or(0)),
        yes(row.legal_duty).into(),
    ]
}
