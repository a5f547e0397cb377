//! The comparison of one framework: scores, matrix, levels, and robustness.

use super::super::charts::{self, ChartView};
use super::super::judgement::{bounds, brief, chosen, points, tally};
use super::super::table::{CellView, TableView, left, right};
use super::super::words;
use super::members::name;
use super::robustness::{flips, no_ranking, ranking, robustness};
use crate::compare::ALL;
use crate::dutch::{enumeration, share};
use crate::model::{
    BodyKind, Comparison, CriterionRow, Distribution, Entry, FrameworkComparison, FrameworkScore,
    Rule, Scale, Verdict,
};
use serde::Serialize;

/// Maximum number of municipality columns on a landscape page.
const PER_PAGE: usize = 13;

/// A framework of a comparison.
#[derive(Debug, Clone, Serialize)]
pub struct ComparedFramework {
    pub title: String,
    pub version: String,
    /// Number of municipalities judged by it.
    pub count: usize,
    /// Whether it gives a verdict on the whole.
    pub verdicts: bool,
    /// The heading over the scores.
    pub scores_title: &'static str,
    /// Score and verdict of each municipality, as far as there are any.
    pub scores: TableView,
    /// Criteria by municipalities.
    pub matrix: TableView,
    /// The matrix in parts that fit a page.
    pub matrix_parts: Vec<TableView>,
    /// The heat chart of the judgements.
    pub heat: Option<ChartView>,
    /// The judgements in long form, one per row.
    pub judgements: TableView,
    /// The distribution of levels by criterion, overall and by group.
    pub distribution: Option<TableView>,
    /// Whether legal duties are complied with, by duty, overall and by group.
    pub duties: Option<TableView>,
    /// The chart of that distribution.
    pub spread: ChartView,
    /// Whether the framework adds up points.
    pub scored: bool,
    /// Scores and verdicts under other weights, thresholds and points.
    pub robustness: Option<TableView>,
    /// Criteria without which a verdict would differ, in sentences.
    pub flips: Vec<String>,
    /// The ranking, if requested and allowed.
    pub ranking: Option<TableView>,
    /// Why there is no ranking.
    pub no_ranking: Option<String>,
    /// Whether an audit left a norm aside.
    pub not_chosen: bool,
    /// Municipalities whose judgements were made with an earlier version, in sentences.
    pub translated: Vec<String>,
}

/// Verdicts by municipality and framework; `None` if no framework is compared.
pub fn overview(comparison: &Comparison) -> Option<TableView> {
    if comparison.frameworks.is_empty() {
        return None;
    }
    let title = comparison.kind.title();
    let mut columns = vec![title.as_str()];
    columns.extend(comparison.frameworks.iter().map(|f| f.title.as_str()));
    let mut table = TableView::new("Overzicht", 1, &columns);
    for (index, member) in comparison.members.iter().enumerate() {
        let mut row: Vec<CellView> = vec![member.name.clone().into()];
        for framework in &comparison.frameworks {
            // Entries are in the order of the members.
            let place = framework.entries.binary_search_by_key(&index, |e| e.member).ok();
            row.push(match place.and_then(|p| framework.entries.get(p)) {
                Some(entry) => {
                    let verdict = words::verdict(&entry.score.verdict);
                    let (counts, chosen) = (brief(&entry.score), chosen(&entry.score));
                    match (entry.score.rule == Rule::None, chosen.is_empty()) {
                        (true, true) => counts.into(),
                        (true, false) => format!("{counts} ({chosen})").into(),
                        (false, true) => CellView::remarked(verdict, &[&counts]),
                        (false, false) => CellView::remarked(verdict, &[&counts, &chosen]),
                    }
                }
                None => "niet vergeleken".into(),
            });
        }
        table.rows.push(row);
    }
    Some(table)
}

/// The view of a compared framework.
pub fn framework(comparison: &Comparison, framework: &FrameworkComparison) -> ComparedFramework {
    let matrix = matrix(comparison, framework);
    ComparedFramework {
        title: framework.title.clone(),
        version: framework.version.clone(),
        count: framework.entries.len(),
        verdicts: framework.gives_verdicts(),
        scores_title: scores_title(framework),
        scores: scores(comparison, framework),
        matrix_parts: matrix.parts(PER_PAGE),
        matrix,
        heat: charts::heat(framework, names(comparison, framework), comparison.kind),
        judgements: judgements(comparison, framework),
        distribution: distribution(comparison, framework, false),
        duties: distribution(comparison, framework, true),
        spread: charts::spread(framework, comparison.kind),
        scored: framework.scored(),
        robustness: robustness(comparison, framework),
        flips: flips(comparison, framework),
        ranking: ranking(comparison, framework),
        no_ranking: framework.no_ranking.map(|reason| no_ranking(reason, comparison.kind)),
        not_chosen: framework.entries.iter().any(|entry| entry.chosen.contains(&false)),
        translated: translated(comparison, framework),
    }
}

/// The heading over the scores, as far as a framework has them.
fn scores_title(framework: &FrameworkComparison) -> &'static str {
    match (framework.scored(), framework.gives_verdicts()) {
        (true, _) => "Oordeel en score",
        (false, true) => "Oordeel",
        (false, false) => "Aantal normen per niveau",
    }
}

/// The name of the column of verdicts.
pub const VERDICT: &str = "Oordeel";

/// Verdicts, points and counts of levels, without the columns that would be empty.
fn scores(comparison: &Comparison, framework: &FrameworkComparison) -> TableView {
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

fn of_verdict(verdict: &Verdict) -> String {
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

fn names(comparison: &Comparison, framework: &FrameworkComparison) -> Vec<String> {
    framework.entries.iter().map(|e| name(comparison, e.member)).collect()
}

fn matrix(comparison: &Comparison, framework: &FrameworkComparison) -> TableView {
    let names = names(comparison, framework);
    let themes = framework.criteria.iter().any(|row| !row.themes.is_empty());
    let mut columns = vec!["Norm"];
    if themes {
        columns.push("Thema");
    }
    let keys = columns.len();
    columns.extend(names.iter().map(String::as_str));
    let mut table = TableView::new("Matrix", keys, &columns).of(&framework.title);
    for (place, row) in framework.criteria.iter().enumerate() {
        let mut cells: Vec<CellView> = vec![norm_name(row).into()];
        if themes {
            cells.push(row.themes.join(", ").into());
        }
        cells.extend(framework.entries.iter().map(|e| cell(e, place)));
        table.rows.push(cells);
    }
    table
}

/// The code and name of a norm, at the head of a row.
pub fn norm_name(row: &CriterionRow) -> String {
    let duty = if row.legal_duty { " (wettelijke plicht)" } else { "" };
    format!("{} {}{duty}", row.criterion, row.name)
}

fn judgements(comparison: &Comparison, framework: &FrameworkComparison) -> TableView {
    let columns = [
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
    let mut table = TableView::new("Oordelen", 3, &columns).of(&framework.title);
    let yes = |b: bool| if b { "ja" } else { "nee" };
    for (place, row) in framework.criteria.iter().enumerate() {
        for entry in &framework.entries {
            let judgement = entry.judgement(place);
            let judged = judgement.filter(|j| j.outcome.level().is_some());
            table.rows.push(vec![
                row.criterion.clone().into(),
                row.name.clone().into(),
                name(comparison, entry.member).into(),
                outcome(entry, place),
                judged.map_or("–", |j| words::strength(j.strength)).into(),
                judgement.map_or("–", |j| yes(j.conflict.is_some_and(|c| !c.resolved))).into(),
                judgement.map_or("–", |j| yes(j.overruled)).into(),
                CellView::whole(usize::try_from(row.weight).unwrap_or(0)),
                yes(row.legal_duty).into(),
            ]);
        }
    }
    table
}

/// The distribution of levels by criterion and group, of norms or of legal duties; `None` if there
/// are none.
fn distribution(
    comparison: &Comparison,
    framework: &FrameworkComparison,
    duties: bool,
) -> Option<TableView> {
    let grouped = comparison.grouping.is_some();
    let scale = if duties { Scale::duty() } else { framework.scale };
    let levels: Vec<String> = scale.levels().map(|l| words::level(l).to_string()).collect();
    let mut columns = vec![if duties { "Wettelijke plicht" } else { "Norm" }];
    if grouped {
        columns.push("Groep");
    }
    columns.extend(levels.iter().map(String::as_str));
    columns.push(if duties { "Niet vast te stellen" } else { "Zonder niveau" });
    let keys = if grouped { 2 } else { 1 };
    let sheet = if duties { "Plichten" } else { "Verdeling" };
    let mut table = TableView::new(sheet, keys, &columns).of(&framework.title);
    for row in framework.criteria.iter().filter(|row| row.legal_duty == duties) {
        for distribution in &row.distributions {
            let mut cells: Vec<CellView> = vec![format!("{} {}", row.criterion, row.name).into()];
            if grouped {
                cells.push(group_name(&distribution.group, comparison.kind).into());
            }
            cells.extend(counts(distribution));
            table.rows.push(cells);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// The name of a group as shown to readers.
pub fn group_name(group: &str, kind: BodyKind) -> String {
    if group == ALL { format!("alle {}", kind.plural()) } else { group.to_owned() }
}

fn counts(distribution: &Distribution) -> Vec<CellView> {
    level_counts(&distribution.levels, distribution.members)
}

/// The number of members with each level out of those with a level, highest level first; then the
/// number without a level out of all.
pub fn level_counts(levels: &[usize], members: usize) -> Vec<CellView> {
    let count = |n: usize| i128::try_from(n).unwrap_or(0);
    let judged: usize = levels.iter().sum();
    let one = |n: &usize| -> CellView {
        if judged == 0 {
            return "–".into();
        }
        share(count(*n), count(judged), judged, "").replace(" )", ")").trim_end().into()
    };
    let mut out: Vec<CellView> = levels.iter().map(one).collect();
    out.push(format!("{} van {members}", members - judged).into());
    out
}

fn translated(comparison: &Comparison, framework: &FrameworkComparison) -> Vec<String> {
    let one = |entry: &Entry| {
        let version = entry.translated_from.as_ref()?;
        let who = name(comparison, entry.member);
        let again = if framework.scored() { ", en de score is opnieuw berekend" } else { "" };
        Some(format!(
            "{who} is beoordeeld met versie {version}. De oordelen zijn overgenomen waar het \
             normenkader zegt dat zij nog gelden{again}."
        ))
    };
    framework.entries.iter().filter_map(one).collect()
}
