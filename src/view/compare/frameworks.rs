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
    Comparison, Distribution, Entry, FrameworkComparison, FrameworkScore, Judgement, Rule, Scale,
    Verdict,
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
    /// Score and verdict of each municipality.
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
    /// Scores and verdicts under other weights.
    pub robustness: TableView,
    /// Criteria without which a verdict would differ, in sentences.
    pub flips: Vec<String>,
    /// The ranking, if requested and allowed.
    pub ranking: Option<TableView>,
    /// Why there is no ranking.
    pub no_ranking: Option<String>,
    /// Municipalities whose judgements were made with an earlier version, in sentences.
    pub translated: Vec<String>,
}

/// Verdicts by municipality and framework; `None` if no framework is compared.
pub fn overview(comparison: &Comparison) -> Option<TableView> {
    if comparison.frameworks.is_empty() {
        return None;
    }
    let mut columns = vec!["Gemeente"];
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

/// Maximum number of criteria that the overview names.
const MOST_NAMED: usize = 3;

/// What municipalities have in common: the criteria that most of them meet at least largely, and
/// those that most do not. Only criteria on which more than half of them, and at least two, have a
/// level.
pub fn shared(comparison: &Comparison) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    let each = comparison.frameworks.iter();
    for (scale, row) in each.flat_map(|f| f.norms().map(|row| (f.scale, row))) {
        let enough = |d: &&Distribution| d.judged >= 2 && 2 * d.judged > d.members;
        let Some(all) = row.distributions.first().filter(enough) else { continue };
        let met = scale.levels().filter(|level| level.counts_as_met()).count();
        let name = format!("{} {}", row.criterion, row.name);
        found.push((all.levels.iter().take(met).sum(), all.judged, name));
    }
    // Sorted by share without division: a/b comes before c/d if a·d is more than c·b.
    found.sort_by(|a, b| (b.0 * a.1).cmp(&(a.0 * b.1)).then_with(|| b.1.cmp(&a.1)));
    let line = |count: usize, judged: usize, name: &str| format!("{name}: {count} van {judged}");
    let high: Vec<String> = found
        .iter()
        .filter(|(reach, judged, _)| 2 * reach > *judged)
        .take(MOST_NAMED)
        .map(|(reach, judged, name)| line(*reach, *judged, name))
        .collect();
    let low: Vec<String> = found
        .iter()
        .rev()
        .filter(|(reach, judged, _)| 2 * reach < *judged)
        .take(MOST_NAMED)
        .map(|(reach, judged, name)| line(judged - reach, *judged, name))
        .collect();
    [
        ("Normen die de meeste beoordeelde gemeenten (grotendeels) halen", high),
        ("Normen die de meeste beoordeelde gemeenten maar deels of niet halen", low),
    ]
    .into_iter()
    .filter(|(_, items)| !items.is_empty())
    .map(|(title, items)| (title.to_owned(), items))
    .collect()
}

/// The view of a compared framework.
pub fn framework(comparison: &Comparison, framework: &FrameworkComparison) -> ComparedFramework {
    let matrix = matrix(comparison, framework);
    ComparedFramework {
        title: framework.title.clone(),
        version: framework.version.clone(),
        count: framework.entries.len(),
        scores: scores(comparison, framework),
        matrix_parts: matrix.parts(PER_PAGE),
        matrix,
        heat: charts::heat(framework, names(comparison, framework)),
        judgements: judgements(comparison, framework),
        distribution: distribution(comparison, framework, false),
        duties: distribution(comparison, framework, true),
        spread: charts::spread(framework),
        robustness: robustness(comparison, framework),
        flips: flips(comparison, framework),
        ranking: ranking(comparison, framework),
        no_ranking: framework.no_ranking.map(no_ranking),
        translated: translated(comparison, framework),
    }
}

fn scores(comparison: &Comparison, framework: &FrameworkComparison) -> TableView {
    let mut table = TableView::new(
        "Scores",
        1,
        &["Gemeente", "Oordeel", "Punten", "Mogelijk", "Normen", "Let op"],
    )
    .of(&framework.title);
    for entry in &framework.entries {
        let score = &entry.score;
        table.rows.push(vec![
            name(comparison, entry.member).into(),
            match score.rule {
                Rule::None => "–".into(),
                _ => words::verdict(&score.verdict).into(),
            },
            score.score.map_or_else(|| "–".into(), |_| points(score).into()),
            score.upper.map_or_else(|| "–".into(), |_| bounds(score).into()),
            tally(score).into(),
            remark(score).into(),
        ]);
    }
    table
}

/// A short remark on a verdict.
fn remark(score: &FrameworkScore) -> String {
    let chosen = chosen(score);
    let said = of_verdict(&score.verdict);
    match (chosen.is_empty(), said.as_str()) {
        (true, _) => said,
        (false, "–") => chosen,
        (false, said) => format!("{said}; {chosen}"),
    }
}

fn of_verdict(verdict: &Verdict) -> String {
    use crate::model::NoVerdict;
    match verdict {
        Verdict::Given { ceiling: Some(_), .. } => "lager dan de score".to_owned(),
        Verdict::Given { .. } => "–".to_owned(),
        Verdict::Judged(_) => "oordeel van de onderzoekers".to_owned(),
        Verdict::None(reasons) => {
            let each = reasons.iter().map(|reason| match reason {
                NoVerdict::NotAsked => "dit kader geeft geen oordeel over het geheel".to_owned(),
                NoVerdict::NothingApplies => "geen norm van toepassing".to_owned(),
                NoVerdict::Coverage => "te weinig beoordeeld".to_owned(),
                NoVerdict::Conflict(ids) => format!("tegenspraak bij {}", enumeration(ids)),
                NoVerdict::NotGiven => "nog geen oordeel gegeven".to_owned(),
                NoVerdict::Open(..) => "wat onbekend is, laat te veel open".to_owned(),
            });
            each.collect::<Vec<_>>().join("; ")
        }
    }
}

/// The cell of a judgement: level, strength, and anything unusual.
fn cell(judgement: Option<&Judgement>) -> CellView {
    let Some(judgement) = judgement else { return "niet vergelijkbaar".into() };
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
    let mut columns = vec!["Norm"];
    columns.extend(names.iter().map(String::as_str));
    let mut table = TableView::new("Matrix", 1, &columns).of(&framework.title);
    for (place, row) in framework.criteria.iter().enumerate() {
        let duty = if row.legal_duty { " (wettelijke plicht)" } else { "" };
        let mut cells: Vec<CellView> = vec![format!("{} {}{duty}", row.criterion, row.name).into()];
        cells.extend(framework.entries.iter().map(|e| cell(e.judgement(place))));
        table.rows.push(cells);
    }
    table
}

fn judgements(comparison: &Comparison, framework: &FrameworkComparison) -> TableView {
    let columns = [
        left("Norm"),
        left("Naam"),
        left("Gemeente"),
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
            let badge = judgement.map(|j| words::outcome(j.outcome).into());
            table.rows.push(vec![
                row.criterion.clone().into(),
                row.name.clone().into(),
                name(comparison, entry.member).into(),
                badge.unwrap_or_else(|| "niet vergelijkbaar".into()),
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
                cells.push(group_name(&distribution.group).into());
            }
            cells.extend(counts(distribution));
            table.rows.push(cells);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// The name of a group as shown to readers.
pub fn group_name(group: &str) -> String {
    if group == ALL { "alle gemeenten".to_owned() } else { group.to_owned() }
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
        Some(format!(
            "{who} is beoordeeld met versie {version}. De oordelen zijn overgenomen waar het \
             normenkader zegt dat zij nog gelden, en de score is opnieuw berekend."
        ))
    };
    framework.entries.iter().filter_map(one).collect()
}
