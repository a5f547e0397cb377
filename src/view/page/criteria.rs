//! A framework on the page: its criteria, what they require, and the distribution of levels.

use super::super::compare::{ComparedFramework, VERDICT, level_counts, ranked};
use super::super::table::{CellView, TableView};
use super::super::words;
use super::mark::{BarView, MarkView, bar, levels, mark};
use crate::model::{
    Basis, Criterion, CriterionRow, Entry, Framework, FrameworkComparison, Judgement, Level, Scale,
    Strength,
};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Debug, Clone, Serialize)]
pub struct PageFramework<'a> {
    pub id: String,
    /// The same framework as in the document.
    pub text: &'a ComparedFramework,
    /// The levels, highest first.
    pub levels: Vec<MarkView>,
    /// The bar of verdict counts.
    pub verdicts: BarView,
    /// The counts in words: one for each level, and those without a level.
    pub verdict_counts: Vec<String>,
    pub norms: Vec<NormView>,
    /// Scores and judgements by municipality.
    pub rows: Vec<ScoreRow>,
    /// Scores under other weights, thresholds and points: index of the member and cells.
    pub robustness: Vec<(usize, Vec<CellView>)>,
    /// The ranking, if there is one: index of the member and cells.
    pub ranking: Vec<(usize, Vec<CellView>)>,
}

/// A criterion: what it requires, and the results of the municipalities.
#[derive(Debug, Clone, Serialize)]
pub struct NormView {
    pub id: String,
    pub name: String,
    /// The subjects that it belongs to, in one line.
    pub themes: String,
    pub weight: u32,
    pub legal_duty: bool,
    /// The norm in a sentence.
    pub norm: String,
    /// The bases of the norm, such as laws.
    pub basis: Vec<String>,
    /// What each level means for this criterion.
    pub levels: Vec<(MarkView, String)>,
    /// The bar of level counts.
    pub bar: BarView,
    /// The counts in words: one for each level, and those without a level.
    pub counts: Vec<String>,
    /// Strength of the judgements, and anything unusual: a word and a count.
    pub evidence: Vec<(String, usize)>,
}

/// The results of a municipality on a framework.
#[derive(Debug, Clone, Serialize)]
pub struct ScoreRow {
    /// The index of the municipality.
    pub member: usize,
    pub name: String,
    /// `None` where the framework gives no verdict.
    pub verdict: Option<MarkView>,
    /// Points, bounds, coverage, and a remark on the verdict.
    pub scores: Vec<String>,
    /// The judgements, in the order of the criteria.
    pub cells: Vec<MarkView>,
}

/// The view of a framework for the page.
pub fn framework<'a>(
    compared: &FrameworkComparison,
    text: &'a ComparedFramework,
    frameworks: &BTreeMap<String, Arc<Framework>>,
    with_rows: bool,
) -> PageFramework<'a> {
    let total = compared.entries.len();
    let with = |level: Level| {
        compared.entries.iter().filter(|e| e.score.verdict.level() == Some(level)).count()
    };
    let verdicts: Vec<usize> = compared.scale.levels().map(with).collect();
    let all = frameworks.get(&compared.framework);
    let norm = |(place, row): (usize, &CriterionRow)| {
        let judgements = compared.entries.iter().filter_map(|e| e.judgement(place));
        let asked = all.and_then(|f| f.criterion(&row.criterion));
        let scale = if row.legal_duty { Scale::duty() } else { compared.scale };
        norm((scale, row), asked, &judgements.collect::<Vec<_>>())
    };
    let rows = if with_rows { rows(compared, text) } else { Vec::new() };
    PageFramework {
        id: compared.framework.clone(),
        levels: levels(compared.scale),
        text,
        verdicts: bar(compared.scale, &verdicts, total),
        verdict_counts: level_counts(&verdicts, total)
            .iter()
            .map(|cell| one_line(cell).text)
            .collect(),
        norms: compared.criteria.iter().enumerate().map(norm).collect(),
        robustness: robustness(&rows, text.robustness.as_ref()),
        ranking: if with_rows { ranking(compared, text) } else { Vec::new() },
        rows,
    }
}

/// Keeps counts on one line with non-breaking spaces; a percentage before them may be on the line
/// above.
pub fn one_line(cell: &CellView) -> CellView {
    let whole =
        |text: &String| text.replace(" van ", "\u{a0}van\u{a0}").replace(" punten", "\u{a0}punten");
    let remarks = cell.remarks.iter().map(whole).collect();
    CellView { text: whole(&cell.text), remarks, ..cell.clone() }
}

/// Scores and judgements by municipality: the rows of the tables in the sheets.
fn rows(compared: &FrameworkComparison, text: &ComparedFramework) -> Vec<ScoreRow> {
    let both = text.scores.rows.iter().zip(&text.matrix.rows);
    let row = |(entry, (scores, judgements)): (&Entry, (&Vec<CellView>, &Vec<CellView>))| {
        let named = text.scores.columns.iter().zip(scores).skip(1);
        ScoreRow {
            member: entry.member,
            name: scores.first().map(|c| c.text.clone()).unwrap_or_default(),
            verdict: text.verdicts.then(|| mark(&words::verdict(&entry.score.verdict).into())),
            scores: named
                .filter(|(column, _)| column.name != VERDICT)
                .map(|(_, cell)| cell.text.clone())
                .collect(),
            cells: judgements.iter().skip(text.matrix.keys).map(mark).collect(),
        }
    };
    compared.entries.iter().zip(both).map(row).collect()
}

/// The rows of a table without some municipalities, in their order, each with the index of its member.
fn robustness(rows: &[ScoreRow], table: Option<&TableView>) -> Vec<(usize, Vec<CellView>)> {
    let mut rows = rows.iter();
    let member = |cells: &Vec<CellView>| {
        let name = cells.first()?.text.as_str();
        let row = rows.find(|row| row.name == name)?;
        Some((row.member, cells.clone()))
    };
    table.iter().flat_map(|table| &table.rows).filter_map(member).collect()
}

/// The rows of the ranking, each with the index of its member.
fn ranking(
    compared: &FrameworkComparison,
    text: &ComparedFramework,
) -> Vec<(usize, Vec<CellView>)> {
    let members = ranked(compared).into_iter().map(|(_, entry)| entry.member);
    let cells = |row: &Vec<CellView>| row.iter().map(one_line).collect();
    members.zip(text.ranking.iter().flat_map(|table| &table.rows).map(cells)).collect()
}

/// The view of a criterion: its text in the framework, and its results.
fn norm(
    (scale, row): (Scale, &CriterionRow),
    asked: Option<&Criterion>,
    judgements: &[&Judgement],
) -> NormView {
    let all = row.distributions.first();
    let judged = judgements.iter().filter(|j| j.outcome.level().is_some());
    let firm = |strength: Strength| {
        let count = judged.clone().filter(|j| j.strength == Some(strength)).count();
        (words::strength(Some(strength)).to_owned(), count)
    };
    let mut evidence: Vec<(String, usize)> =
        [Strength::Strong, Strength::Moderate, Strength::Narrow].map(firm).into();
    let open = judgements.iter().filter(|j| j.conflict.is_some_and(|c| !c.resolved));
    evidence.push(("tegenspraak".to_owned(), open.count()));
    evidence.push(("afgeweken".to_owned(), judgements.iter().filter(|j| j.overruled).count()));
    // What complying with a duty means is what its highest level means.
    let meaning = |level: Level| {
        let criterion = asked.filter(|_| !row.legal_duty || level == scale.highest())?;
        let own = if row.legal_duty { criterion.scale.highest() } else { level };
        criterion.descriptions.get(&own).cloned()
    };
    let level =
        |level: Level| (mark(&words::level(level).into()), meaning(level).unwrap_or_default());
    let counts = all.map(|d| level_counts(&d.levels, d.members)).unwrap_or_default();
    NormView {
        id: row.criterion.clone(),
        name: row.name.clone(),
        themes: row.themes.join(", "),
        weight: row.weight,
        legal_duty: row.legal_duty,
        norm: asked.map(|c| c.norm.clone()).unwrap_or_default(),
        basis: asked.iter().flat_map(|c| &c.basis).map(basis).collect(),
        levels: scale.levels().map(level).collect(),
        bar: bar(scale, all.map_or(&[], |d| &d.levels), all.map_or(0, |d| d.members)),
        counts: counts.iter().map(|cell| one_line(cell).text).collect(),
        evidence,
    }
}

/// A basis of a norm, with its article.
fn basis(basis: &Basis) -> String {
    let article = basis.article.as_ref().map(|a| format!(", {a}")).unwrap_or_default();
    let kind = basis.kind.map(|kind| format!(" ({})", words::basis(kind))).unwrap_or_default();
    format!("{}{article}{kind}", basis.reference)
}
