//! One municipality beside its size class, on a page: what it scores higher, equal and lower, and its
//! numbers beside the median.

use super::body::{self, KindView};
use super::compare::{ComparisonView, decimals, signed, with_its_unit};
use super::table::{CellView, TableView, left, right};
use super::words;
use crate::compare::{Beside, Standing, class_of};
use crate::dutch::{enumeration, rounded, whole};
use crate::model::{
    Comparison, Entry, Exact, FEWEST_PEERS, FigureComparison, FrameworkComparison, Level,
};
use crate::score::median;
use serde::Serialize;

/// Number of rows in all tables together that fit a page, and the least that norms get of them.
const ROOM: usize = 22;
const LEAST_ROOM: usize = 8;

/// Maximum number of norms at the same level that are named; of more there are the codes.
const MOST_NAMED: usize = 4;

/// Maximum number of figures.
const MOST_FIGURES: usize = 10;

/// The norms on one side of the class.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SideView {
    /// The number of norms.
    pub count: usize,
    /// The first of them, each with how many others are higher, equal and lower.
    pub table: Option<TableView>,
    /// The others by their code.
    pub more: String,
}

/// All data for the template of a factsheet.
#[derive(Debug, Clone, Serialize)]
pub struct FactsheetView {
    /// The municipality.
    pub name: String,
    /// The title of the comparison.
    pub comparison: String,
    pub date: String,
    pub date_parts: (i32, u32, u32),
    /// The status of the own audit, as in the file format and as shown to readers.
    pub status: String,
    pub status_text: String,
    pub commissioners: String,
    pub kind: KindView,
    /// The inhabitants, if they may be known.
    pub inhabitants: String,
    /// The size class; empty where it is unknown, and all others are compared.
    pub class: String,
    /// Number of others beside which it stands.
    pub others: usize,
    /// Whether there are too few of them to say much.
    pub few: bool,
    /// The verdicts, each with how many others are higher, equal and lower.
    pub verdicts: Option<TableView>,
    pub higher: SideView,
    pub lower: SideView,
    /// The number of norms at which it is equal, and their names, or codes of many.
    pub equal: (usize, String),
    /// The norms without a level of its own, or of any other.
    pub without: String,
    /// Its numbers beside the median of the others.
    pub figures: Option<TableView>,
    /// Number of figures left out.
    pub more_figures: usize,
    pub version: String,
}

/// A norm with the own level, and where the others stand.
struct Norm {
    id: String,
    name: String,
    level: Level,
    beside: Beside,
}

/// The factsheet of a member. `text` is the whole comparison in words.
#[must_use]
pub fn factsheet(
    comparison: &Comparison,
    text: &ComparisonView,
    member: usize,
) -> Option<FactsheetView> {
    let own = comparison.members.get(member)?;
    let others = class_of(comparison, member);
    let Sides { higher, equal, lower, without } = sides(comparison, member, &others);
    let name = own.name.clone();
    let figures = figures(comparison, member, &others, &name);
    let more_figures = figures.rows.len().saturating_sub(MOST_FIGURES);
    let verdicts = verdicts(comparison, member, &others);
    let taken = verdicts.as_ref().map_or(0, |table| table.rows.len());
    let taken = taken + figures.rows.len().min(MOST_FIGURES);
    let room = ROOM.saturating_sub(taken).max(LEAST_ROOM);
    let most_higher = higher.len().min(room - lower.len().min(room / 2));
    let most_lower = lower.len().min(room - most_higher);
    let equal_norm = |norm: &Norm| match equal.len() > MOST_NAMED {
        true => norm.id.clone(),
        false => norm.name.clone(),
    };
    Some(FactsheetView {
        comparison: text.title.clone(),
        date: text.date.clone(),
        date_parts: text.date_parts,
        status: own.status.key().to_owned(),
        status_text: words::status(own.status).to_owned(),
        commissioners: text.commissioners.clone(),
        kind: body::kind(comparison.kind),
        inhabitants: own.inhabitants.map(|n| whole(i128::from(n))).unwrap_or_default(),
        class: own.size_class.map(|class| class.name().to_owned()).unwrap_or_default(),
        others: others.len(),
        few: others.len() < FEWEST_PEERS,
        verdicts,
        higher: side(&higher, most_higher, &name),
        lower: side(&lower, most_lower, &name),
        equal: (equal.len(), enumeration(&equal.iter().map(equal_norm).collect::<Vec<_>>())),
        without: enumeration(&without),
        figures: (!figures.rows.is_empty()).then(|| TableView {
            rows: figures.rows.into_iter().take(MOST_FIGURES).collect(),
            ..figures
        }),
        more_figures,
        version: text.version.clone(),
        name,
    })
}

/// The norms by where the level stands, and the codes of those without one.
#[derive(Default)]
struct Sides {
    higher: Vec<Norm>,
    equal: Vec<Norm>,
    lower: Vec<Norm>,
    without: Vec<String>,
}

fn sides(comparison: &Comparison, member: usize, others: &[usize]) -> Sides {
    let mut sides = Sides::default();
    for framework in &comparison.frameworks {
        let Some(entry) = framework.entries.iter().find(|e| e.member == member) else { continue };
        for (place, row) in framework.criteria.iter().enumerate() {
            let level = |e: &Entry| e.judgement(place).and_then(|j| j.outcome.level());
            let levels = of_others(framework, others, level);
            let norm = level(entry).map(|level| Norm {
                id: row.criterion.clone(),
                name: format!(
                    "{} {}{}",
                    row.criterion,
                    row.name,
                    if row.legal_duty { " (plicht)" } else { "" }
                ),
                level,
                beside: Beside::new(level, &levels),
            });
            match norm.as_ref().and_then(|norm| norm.beside.standing()) {
                Some(Standing::Higher) => sides.higher.extend(norm),
                Some(Standing::Equal) => sides.equal.extend(norm),
                Some(Standing::Lower) => sides.lower.extend(norm),
                None => sides.without.push(row.criterion.clone()),
            }
        }
    }
    sides
}

/// The levels of the others on something, as far as they have one.
fn of_others(
    framework: &FrameworkComparison,
    others: &[usize],
    level: impl Fn(&Entry) -> Option<Level>,
) -> Vec<Level> {
    let entries = framework.entries.iter().filter(|e| others.binary_search(&e.member).is_ok());
    entries.filter_map(level).collect()
}

/// The columns of a table of judgements beside others.
fn columns(about: &str, name: &str) -> TableView {
    let counts = ["Andere hoger", "gelijk", "lager"].map(right);
    let columns: Vec<_> = [left(about), left(name)].into_iter().chain(counts).collect();
    TableView::new("", 1, &columns)
}

fn row(about: &str, level: Level, beside: Beside) -> Vec<CellView> {
    let counts = [beside.above, beside.same, beside.below].map(CellView::whole);
    let head: [CellView; 2] = [about.into(), words::level(level).into()];
    head.into_iter().chain(counts).collect()
}

fn verdicts(comparison: &Comparison, member: usize, others: &[usize]) -> Option<TableView> {
    let name = comparison.members.get(member).map(|m| m.name.clone())?;
    let mut table = columns("Normenkader", &name);
    for framework in &comparison.frameworks {
        let verdict = |e: &Entry| e.score.verdict.level();
        let entry = framework.entries.iter().find(|e| e.member == member);
        if let Some(own) = entry.and_then(verdict) {
            let beside = Beside::new(own, &of_others(framework, others, verdict));
            table.rows.push(row(&framework.title, own, beside));
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// The norms on a side, at most so many of them in its table.
fn side(norms: &[Norm], most: usize, name: &str) -> SideView {
    let (shown, more) = norms.split_at(most.min(norms.len()));
    let mut table = columns("Norm", name);
    table.rows = shown.iter().map(|norm| row(&norm.name, norm.level, norm.beside)).collect();
    SideView {
        count: norms.len(),
        table: (!table.rows.is_empty()).then_some(table),
        more: enumeration(&more.iter().map(|norm| norm.id.clone()).collect::<Vec<_>>()),
    }
}

/// The numbers of a member beside the median of the others, those with enough others.
fn figures(comparison: &Comparison, member: usize, others: &[usize], name: &str) -> TableView {
    let columns = [left("Cijfer"), right(name), right("Mediaan van de andere"), right("Verschil")];
    let mut table = TableView::new("", 1, &columns);
    let own = |figure: &FigureComparison| {
        figure.values.iter().find(|v| v.member == member).map(|v| v.value)
    };
    for (figure, value) in comparison.figures.iter().filter_map(|f| Some((f, own(f)?))) {
        let unit = match figure.per_inhabitants {
            Some(per) => format!("{} per {} inwoners", figure.unit, whole(i128::from(per))),
            None => figure.unit.clone(),
        };
        let about = match figure.name.ends_with(unit.as_str()) {
            true => figure.name.clone(),
            false => format!("{} ({unit})", figure.name),
        };
        let places = decimals(figure);
        let inside = figure.values.iter().filter(|v| others.binary_search(&v.member).is_ok());
        let values: Vec<Exact> = inside.map(|v| v.value).collect();
        let Some(median) = median(&values).filter(|_| values.len() >= FEWEST_PEERS) else {
            continue;
        };
        let shown = figure.values.iter().find(|v| v.member == member);
        let more = places.max(1);
        table.rows.push(vec![
            about.into(),
            shown.map(|v| with_its_unit(v, places, "aantal")).unwrap_or_default().into(),
            rounded(median, more).into(),
            signed(value - median, more),
        ]);
    }
    table
}
