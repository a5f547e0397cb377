//! How many municipalities have each level, by norm: overall, by group and by size class.

use super::super::table::{CellView, ColumnView, TableView, left, right};
use super::super::words;
use crate::compare::ALL;
use crate::dutch::{out_of, share};
use crate::model::{
    BodyKind, Comparison, CriterionRow, Distribution, Entry, FrameworkComparison, Level, Member,
    Scale,
};
use std::collections::BTreeMap;

/// The name of a group as shown to readers.
pub fn group_name(group: &str, kind: BodyKind) -> String {
    if group == ALL { format!("alle {}", kind.plural()) } else { group.to_owned() }
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
    out.push(without(levels, members));
    out
}

/// The number without a level out of all.
fn without(levels: &[usize], members: usize) -> CellView {
    out_of(members - levels.iter().sum::<usize>(), members).into()
}

/// The columns of counts by level.
fn level_columns(scale: Scale, without: &str) -> impl Iterator<Item = ColumnView> {
    let levels: Vec<ColumnView> =
        scale.levels().map(|l| right(words::level(l).to_string())).collect();
    levels.into_iter().chain([right(without)])
}

/// What the last column of counts is called, for norms and for legal duties.
fn without_name(duties: bool) -> &'static str {
    if duties { "Niet vast te stellen" } else { "Zonder niveau" }
}

fn scale(framework: &FrameworkComparison, duties: bool) -> Scale {
    if duties { Scale::duty() } else { framework.scale }
}

/// The distribution of levels by criterion and group, of norms or of legal duties; `None` if there
/// are none.
pub fn distribution(
    comparison: &Comparison,
    framework: &FrameworkComparison,
    duties: bool,
) -> Option<TableView> {
    let grouped = comparison.grouping.is_some();
    let mut columns = vec![left(if duties { "Wettelijke plicht" } else { "Norm" })];
    columns.extend(grouped.then(|| left("Groep")));
    columns.extend(level_columns(scale(framework, duties), without_name(duties)));
    let sheet = if duties { "Plichten" } else { "Verdeling" };
    let keys = 1 + usize::from(grouped);
    let mut table = TableView::new(sheet, keys, &columns).of(&framework.title);
    for row in framework.criteria.iter().filter(|row| row.legal_duty == duties) {
        for Distribution { group, levels, members, .. } in &row.distributions {
            let mut cells: Vec<CellView> = vec![format!("{} {}", row.criterion, row.name).into()];
            cells.extend(grouped.then(|| group_name(group, comparison.kind).into()));
            cells.extend(level_counts(levels, *members));
            table.rows.push(cells);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// The same over all municipalities, for the document: norms first, then legal duties, which are
/// counted under the signs that they share with norms. In plain counts; with percentages if asked.
pub fn counts(framework: &FrameworkComparison, percentages: bool) -> TableView {
    let themes = framework.has_themes();
    let mut columns = vec![left("Norm")];
    columns.extend(themes.then(|| left("Thema")));
    let norms = framework.norms().next().is_some();
    let scale = scale(framework, !norms);
    columns.extend(level_columns(scale, without_name(!norms)));
    let mut table = TableView::new("", 1, &columns);
    let (duties, asked): (Vec<_>, Vec<_>) =
        framework.criteria.iter().partition(|row| row.legal_duty && norms);
    for row in asked.into_iter().chain(duties) {
        let Some(all) = row.distributions.first() else { continue };
        let duty = if row.legal_duty && norms { " (plicht)" } else { "" };
        let mut cells: Vec<CellView> = vec![format!("{} {}{duty}", row.criterion, row.name).into()];
        cells.extend(themes.then(|| row.themes.join(", ").into()));
        let mut counts = match percentages {
            true => level_counts(&all.levels, all.members),
            false => plain(&all.levels, all.members),
        };
        // A duty is complied with or not: it has the highest and the lowest sign alone.
        let between = scale.levels().count() + 1 - counts.len();
        counts.splice(1..1, (0..between).map(|_| CellView::from("–")));
        cells.extend(counts);
        table.rows.push(cells);
    }
    table
}

fn plain(levels: &[usize], members: usize) -> Vec<CellView> {
    levels.iter().map(|n| CellView::whole(*n)).chain([without(levels, members)]).collect()
}

/// Shown for municipalities whose size or group is unknown.
const UNKNOWN: &str = "onbekend";

/// The members by size class, smallest first; empty where nobody has one.
pub fn size_classes(members: &[Member]) -> Vec<(String, Vec<usize>)> {
    let mut known = BTreeMap::new();
    let mut unknown = Vec::new();
    for (index, member) in members.iter().enumerate() {
        match member.size_class {
            Some(class) => known.entry(class).or_insert_with(Vec::new).push(index),
            None => unknown.push(index),
        }
    }
    if known.is_empty() {
        return Vec::new();
    }
    let known = known.into_iter().map(|(class, members)| (class.name().to_owned(), members));
    let unknown = (!unknown.is_empty()).then(|| (UNKNOWN.to_owned(), unknown));
    known.chain(unknown).collect()
}

/// Groups of members, each with its name.
type Groups = [(String, Vec<usize>)];

/// The counts by criterion and group. `by` names the property.
pub fn by_group(
    framework: &FrameworkComparison,
    sheet: &str,
    by: &str,
    groups: &Groups,
) -> Option<TableView> {
    let columns: Vec<ColumnView> = [left("Norm"), left(by)]
        .into_iter()
        .chain(level_columns(framework.scale, without_name(false)))
        .collect();
    let mut table = TableView::new(sheet, 2, &columns).of(&framework.title);
    for (place, row) in framework.criteria.iter().enumerate() {
        if row.legal_duty {
            continue;
        }
        for (name, members) in groups {
            let (levels, count) = levels_of(framework, (place, row), members);
            if count > 0 {
                let head = [format!("{} {}", row.criterion, row.name), name.clone()];
                let cells = head.into_iter().map(CellView::from).chain(plain(&levels, count));
                table.rows.push(cells.collect());
            }
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// How many of the members have each level on a criterion, and how many of them chose it. The members
/// are in order.
fn levels_of(
    framework: &FrameworkComparison,
    (place, row): (usize, &CriterionRow),
    members: &[usize],
) -> (Vec<usize>, usize) {
    let inside = |e: &&Entry| e.chose(place) && members.binary_search(&e.member).is_ok();
    let entries = framework.entries.iter().filter(inside);
    let outcomes: Vec<Option<Level>> =
        entries.map(|e| e.judgement(place).and_then(|j| j.outcome.level())).collect();
    let scale = scale(framework, row.legal_duty);
    let at = |level: Level| outcomes.iter().filter(|own| **own == Some(level)).count();
    (scale.levels().map(at).collect(), outcomes.len())
}

/// The verdicts by size class; `None` where the framework gives none, or no class is known.
pub fn verdicts_by_size(framework: &FrameworkComparison, classes: &Groups) -> Option<TableView> {
    if !framework.gives_verdicts() || classes.is_empty() {
        return None;
    }
    let columns: Vec<ColumnView> = std::iter::once(left("Inwoners"))
        .chain(level_columns(framework.scale, "Zonder oordeel"))
        .collect();
    let mut table = TableView::new("Oordelen naar grootte", 1, &columns).of(&framework.title);
    for (name, members) in classes {
        let inside = framework.entries.iter().filter(|e| members.binary_search(&e.member).is_ok());
        let verdicts: Vec<Option<Level>> = inside.map(|e| e.score.verdict.level()).collect();
        let at = |level: Level| verdicts.iter().filter(|own| **own == Some(level)).count();
        let levels: Vec<usize> = framework.scale.levels().map(at).collect();
        if !verdicts.is_empty() {
            let cells = std::iter::once(name.clone().into()).chain(plain(&levels, verdicts.len()));
            table.rows.push(cells.collect());
        }
    }
    Some(table)
}
