//! The comparison of one framework: what the document, the sheets and the page tell of it.

use super::super::judgement::{brief, chosen};
use super::super::table::{CellView, TableView};
use super::super::words;
use super::apart::apart;
use super::levels::{by_group, counts, distribution, size_classes, verdicts_by_size};
use super::matrix::{legend, matrix, signs};
use super::members::{name, some};
use super::robustness::{no_ranking, ranking, robustness};
use super::scores::scores;
use super::uncertain::uncertain;
use crate::model::{Comparison, FrameworkComparison, FrameworkScore, Rule};
use serde::Serialize;
use std::collections::BTreeMap;

/// Maximum number of groups of which the document tells the levels by norm.
const MOST_GROUPS: usize = 15;

/// A framework of a comparison.
#[derive(Debug, Clone, Serialize)]
pub struct ComparedFramework {
    pub title: String,
    pub version: String,
    /// Number of municipalities judged by it.
    pub count: usize,
    /// Whether it gives a verdict on the whole.
    pub verdicts: bool,
    /// Whether it adds up points.
    pub scored: bool,
    /// Every judgement as a sign, in parts that fit a page; empty if there are too many
    /// municipalities.
    pub signs: Vec<TableView>,
    /// What those signs mean.
    pub legend: String,
    /// How many municipalities have each level, by norm, and comply with each legal duty.
    pub counts: TableView,
    /// Whether there are legal duties among them.
    pub has_duties: bool,
    /// The verdicts by size class.
    pub size_verdicts: Option<TableView>,
    /// The levels by norm and size class.
    pub by_size: Option<TableView>,
    /// The levels by norm and group, where there are too many municipalities for signs.
    pub by_group: Option<TableView>,
    /// Municipalities that differ from most others, in sentences.
    pub apart: Vec<String>,
    /// What is uncertain, in sentences.
    pub uncertain: Vec<String>,
    /// Score and verdict of each municipality, as far as there are any.
    pub scores: TableView,
    /// Every judgement in full, by municipality.
    pub matrix: TableView,
    /// The distribution of levels by criterion, overall and by group.
    pub distribution: Option<TableView>,
    /// Whether legal duties are complied with, by duty, overall and by group.
    pub duties: Option<TableView>,
    /// Scores and verdicts under other weights, thresholds and points.
    pub robustness: Option<TableView>,
    /// The ranking, if requested and allowed.
    pub ranking: Option<TableView>,
    /// Why there is no ranking.
    pub no_ranking: Option<String>,
    /// Municipalities whose judgements were made with an earlier version, in sentences.
    pub translated: Vec<String>,
}

/// Verdicts by municipality and framework, each with its counts of norms; `None` if no framework is
/// compared.
pub fn overview(comparison: &Comparison) -> Option<TableView> {
    verdicts(comparison, brief)
}

/// The same with counts that fit a narrow column.
pub fn glance(comparison: &Comparison) -> Option<TableView> {
    verdicts(comparison, |score| {
        let [highest, lowest] = [score.scale.highest(), score.scale.lowest()]
            .map(|level| score.counts.levels.get(&level).copied().unwrap_or(0));
        format!("{highest} en {lowest} van {}", score.counts.applicable())
    })
}

fn verdicts(
    comparison: &Comparison,
    counts: impl Fn(&FrameworkScore) -> String,
) -> Option<TableView> {
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
                    let (counts, chosen) = (counts(&entry.score), chosen(&entry.score));
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

/// The view of a compared framework; `few` says whether there are few enough municipalities for
/// tables with a row for each.
pub fn framework(
    comparison: &Comparison,
    framework: &FrameworkComparison,
    few: bool,
) -> ComparedFramework {
    // One class alone would repeat the counts of all.
    let classes = Some(size_classes(&comparison.members)).filter(|classes| classes.len() > 1);
    let classes = classes.unwrap_or_default();
    let grouping = comparison.grouping.as_ref();
    // Groups by size class stand in the table by size already.
    let groups = grouping.filter(|g| !few && g.by != "size-class" && g.groups.len() <= MOST_GROUPS);
    ComparedFramework {
        title: framework.title.clone(),
        version: framework.version.clone(),
        count: framework.entries.len(),
        verdicts: framework.gives_verdicts(),
        scored: framework.scored(),
        signs: if few { signs(comparison, framework) } else { Vec::new() },
        legend: if few { legend(framework) } else { String::new() },
        counts: counts(framework, !few),
        has_duties: framework.criteria.iter().any(|row| row.legal_duty),
        size_verdicts: verdicts_by_size(framework, &classes),
        by_size: by_group(framework, "Verdeling naar grootte", "Inwoners", &classes),
        by_group: groups.and_then(|g| by_group(framework, "", "Groep", &g.groups)),
        apart: apart(comparison, framework),
        uncertain: uncertain(comparison, framework),
        scores: scores(comparison, framework),
        matrix: matrix(comparison, framework),
        distribution: distribution(comparison, framework, false),
        duties: distribution(comparison, framework, true),
        robustness: robustness(comparison, framework),
        ranking: ranking(comparison, framework),
        no_ranking: framework.no_ranking.map(|reason| no_ranking(reason, comparison.kind)),
        translated: translated(comparison, framework),
    }
}

/// Municipalities judged with an earlier version of the framework, a sentence for each version.
fn translated(comparison: &Comparison, framework: &FrameworkComparison) -> Vec<String> {
    let mut by_version: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for entry in &framework.entries {
        if let Some(version) = &entry.translated_from {
            by_version.entry(version).or_default().push(name(comparison, entry.member));
        }
    }
    let again = if framework.scored() { ", en de score is opnieuw berekend" } else { "" };
    let one = |(version, who): (&str, Vec<String>)| {
        let verb = if who.len() == 1 { "is" } else { "zijn" };
        let who = some(&who, comparison.kind);
        format!(
            "{who} {verb} beoordeeld met versie {version}. De oordelen zijn overgenomen waar het \
             normenkader zegt dat zij nog gelden{again}."
        )
    };
    by_version.into_iter().map(one).collect()
}
