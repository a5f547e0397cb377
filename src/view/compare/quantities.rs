//! The view of quantities compared between municipalities.

use super::members::{counted, first, name};
use crate::compare::statistics::quartile;
use crate::dutch::date;
use crate::dutch::{counts, decimal, rounded, share_decimals, whole, with_unit};
use crate::model::{
    Amount, Comparison, Exact, FEWEST_PEERS, FigureComparison, FigureValue, capital,
};
use crate::score::median;
use crate::view::table::{CellView, Role, TableView, left, right};
use serde::Serialize;

/// A quantity of all municipalities.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// The quantity, with its criterion.
    pub title: String,
    /// The unit in which it is compared.
    pub unit: String,
    /// Whether there are enough municipalities for medians.
    pub enough: bool,
    /// Number of municipalities with a figure.
    pub count: usize,
    /// The figures by municipality.
    pub table: TableView,
    /// Questions about outliers.
    pub questions: Vec<String>,
    /// Municipalities without a figure.
    pub missing: String,
    /// Reference figures with their source, in sentences.
    pub references: Vec<String>,
}

/// The view of a quantity.
pub fn figure(comparison: &Comparison, figure: &FigureComparison) -> FigureView {
    let unit = match figure.per_inhabitants {
        Some(per) => format!("{} per {} inwoners", figure.unit, whole(i128::from(per))),
        None => figure.unit.clone(),
    };
    let title = match &figure.criterion {
        Some(id) => format!("{id} {}", figure.name),
        None => figure.name.clone(),
    };
    let missing: Vec<String> = figure.missing.iter().map(|m| name(comparison, *m)).collect();
    FigureView {
        table: table(comparison, figure, &title),
        questions: questions(comparison, figure, &unit),
        enough: figure.values.iter().any(|v| v.peers.is_some()),
        count: figure.values.len(),
        title,
        missing: first(&missing),
        references: figure.references.iter().map(|r| reference(r, &figure.unit)).collect(),
        unit,
    }
}

fn reference(
    (name, value, source): &(String, crate::model::Decimal, String),
    unit: &str,
) -> String {
    let number = with_unit(&decimal(*value), unit);
    let source = if source.is_empty() { String::new() } else { format!(" (bron: {source})") };
    format!("{name}: {number}{source}.")
}

/// Number of decimals of the compared figures: as typed, or two if recomputed per inhabitants.
pub fn decimals(figure: &FigureComparison) -> u32 {
    if figure.per_inhabitants.is_some() {
        return 2;
    }
    let typed = figure.values.iter().filter_map(|v| v.given).filter_map(|given| match given {
        Amount::Given(number) => Some(number.decimals()),
        Amount::Counted(counted) => share_decimals(counted),
    });
    typed.max().unwrap_or(2)
}

/// The number of decimals of one of those figures: a counted share has its own, and none at all where
/// there are too few for a percentage.
pub fn own_decimals(value: &FigureValue, places: u32) -> Option<u32> {
    match value.given {
        Some(Amount::Counted(counted)) => share_decimals(counted),
        _ => Some(places),
    }
}

/// A figure as a cell: a number, or counts if there are too few for a percentage.
fn cell(value: &FigureValue, places: u32) -> CellView {
    match (own_decimals(value, places), value.given) {
        (None, Some(Amount::Counted(counted))) => counts(counted).into(),
        (own, _) => CellView::number(value.value, own.unwrap_or(places)),
    }
}

/// Quartiles and median of sorted values; `None` unless each municipality has at least
/// [`FEWEST_PEERS`] others.
pub fn quarters(sorted: &[Exact]) -> Option<(Exact, Exact, Exact)> {
    if sorted.len() <= FEWEST_PEERS {
        return None;
    }
    Some((quartile(sorted, 1)?, median(sorted)?, quartile(sorted, 3)?))
}

/// All figures, a row for each: the lowest and the highest with the municipalities that have them,
/// and what lies between; `None` if there are no figures.
pub fn summary(comparison: &Comparison, figures: &[FigureView]) -> Option<TableView> {
    let columns = [
        left("Cijfer"),
        left("Eenheid"),
        right(capital(comparison.kind.plural())),
        left("Laagste"),
        right("Eerste kwartiel"),
        right("Mediaan"),
        right("Derde kwartiel"),
        left("Hoogste"),
    ];
    let mut table = TableView::new("Cijfers samengevat", 1, &columns);
    for (figure, view) in comparison.figures.iter().zip(figures) {
        let places = decimals(figure);
        let mut sorted: Vec<Exact> = figure.values.iter().map(|v| v.value).collect();
        sorted.sort_unstable();
        let end = |value: Option<&Exact>| end(comparison, figure, *value?);
        let mut row: Vec<CellView> = vec![
            view.title.clone().into(),
            view.unit.clone().into(),
            CellView::whole(figure.values.len()),
            end(sorted.first()).unwrap_or_default().into(),
        ];
        row.extend(match quarters(&sorted) {
            Some((first, middle, third)) => {
                [first, middle, third].map(|q| CellView::number(q, places.max(1)))
            }
            None => ["–", "–", "–"].map(CellView::from),
        });
        row.push(end(sorted.last()).unwrap_or_default().into());
        table.rows.push(row);
    }
    (!table.rows.is_empty()).then_some(table)
}

/// The lowest or highest value, with who has it: a name, or how many there are.
fn end(comparison: &Comparison, figure: &FigureComparison, value: Exact) -> Option<String> {
    let mut own = figure.values.iter().filter(|own| own.value == value);
    let first = own.next()?;
    let who = match own.count() {
        0 => name(comparison, first.member),
        more => counted(more + 1, comparison.kind),
    };
    Some(format!("{} ({who})", cell(first, decimals(figure)).text))
}

/// A figure with its unit, in words.
pub fn with_its_unit(value: &FigureValue, places: u32, unit: &str) -> String {
    let cell = cell(value, places);
    if cell.number.is_some() { with_unit(&cell.text, unit) } else { cell.text }
}

fn table(comparison: &Comparison, figure: &FigureComparison, title: &str) -> TableView {
    let places = decimals(figure);
    let recomputed = figure.per_inhabitants.is_some();
    let given = recomputed && figure.values.iter().any(|v| v.given.is_some());
    let dated = figure.values.iter().any(|v| v.date.is_some());
    let mut columns = vec![left("Cijfer"), left(comparison.kind.title())];
    if given {
        columns.push(right(format!("Opgegeven ({})", figure.unit)));
    }
    columns.extend([
        right("Waarde").is(Role::Value),
        right("Eerste kwartiel").is(Role::Quartile),
        right("Mediaan").is(Role::Median),
        right("Derde kwartiel").is(Role::Quartile),
        right("Verschil met mediaan").is(Role::Difference),
        left("Opvallend").is(Role::Outlier),
    ]);
    if dated {
        columns.push(left("Van"));
    }
    let mut out = TableView::new("Cijfers", 2, &columns);
    for value in &figure.values {
        let mut row: Vec<CellView> =
            vec![title.to_owned().into(), name(comparison, value.member).into()];
        if given {
            row.push(match value.given {
                Some(Amount::Given(given)) => CellView::number(given.exact(), given.decimals()),
                Some(Amount::Counted(counted)) => counts(counted).into(),
                None => "–".into(),
            });
        }
        row.push(cell(value, places));
        let more = places.max(1);
        match &value.peers {
            Some(peers) => row.extend([
                CellView::number(peers.lower_quartile, more),
                CellView::number(peers.median, more),
                CellView::number(peers.upper_quartile, more),
                signed(peers.deviation, more),
                match peers.outlier {
                    Some(true) => "ja".into(),
                    Some(false) => "nee".into(),
                    None => "niet te zeggen".into(),
                },
            ]),
            None => row.extend((0..5).map(|_| CellView::from("–"))),
        }
        if dated {
            row.push(value.date.map(date).unwrap_or_else(|| "–".to_owned()).into());
        }
        out.rows.push(row);
    }
    out
}

/// A difference with its sign.
pub fn signed(value: Exact, decimals: u32) -> CellView {
    let cell = CellView::number(value, decimals);
    let text = cell.text.replace('-', "−");
    let plus = if value > Exact::from(0) && !text.chars().all(|c| matches!(c, '0' | ',')) {
        "+"
    } else {
        ""
    };
    CellView { text: format!("{plus}{text}"), ..cell }
}

/// Questions about outliers. An outlier is a reason to ask, not evidence.
fn questions(comparison: &Comparison, figure: &FigureComparison, unit: &str) -> Vec<String> {
    let places = decimals(figure);
    let ask = |value: &FigureValue| {
        let peers = value.peers.as_ref().filter(|p| p.outlier == Some(true))?;
        let who = name(comparison, value.member);
        let side = if peers.deviation > Exact::from(0) { "hoger" } else { "lager" };
        // Both figures get the same number of decimals: at least one if the median needs it.
        let exact = (peers.median * Exact::from(10_i128.pow(places))).is_integer();
        let places = if exact { places } else { places.max(1) };
        Some(format!(
            "Waardoor ligt {who} met {} zoveel {side} dan de {} andere {}, waarvan de \
             mediaan {} is?",
            with_its_unit(value, places, unit),
            peers.count,
            comparison.kind.plural(),
            with_unit(&rounded(peers.median, places), unit)
        ))
    };
    figure.values.iter().filter_map(ask).collect()
}
