//! The chart of the kinds of source that the findings of each framework use.

use super::super::table::{CellView, TableView, float, left, right};
use super::{ChartView, Drawing, kinds, path};
use crate::model::{Case, Evidence, Exact, Finding, SourceKind, Stance};
use serde::Serialize;

/// A framework in the chart.
#[derive(Debug, Clone, Serialize)]
pub struct SourcesRow {
    /// Its title, or that of the sub-questions.
    pub title: String,
    /// For each kind the number of times, and that number as a fraction of the highest.
    pub bars: Vec<(usize, f64)>,
}

/// How often the findings of a framework use each kind of source.
struct Counted {
    title: String,
    counts: [usize; SourceKind::ALL.len()],
}

fn counted(case: &Case) -> Vec<Counted> {
    let of = |title: &str, findings: Vec<&Finding>| {
        let supports = |e: &&&Evidence| e.stance == Stance::Supports;
        let kind = |e: &Evidence| case.source(&e.source).map(|s| s.kind);
        let evidence: Vec<&Evidence> = findings.iter().flat_map(|f| &f.evidence).collect();
        let counts = SourceKind::ALL.map(|wanted| {
            evidence.iter().filter(supports).filter(|e| kind(e) == Some(wanted)).count()
        });
        Counted { title: title.to_owned(), counts }
    };
    let mut out: Vec<Counted> = case
        .frameworks
        .iter()
        .map(|framework| {
            let records = framework.criteria.iter().filter_map(|c| case.records.get(&c.id));
            of(&framework.title, records.flat_map(|r| &r.findings).collect())
        })
        .collect();
    let asked: Vec<&Finding> = case.study.sub_questions.iter().flat_map(|q| &q.findings).collect();
    if !asked.is_empty() {
        out.push(of("Deelvragen", asked));
    }
    out
}

/// The table behind the chart.
pub fn sources_table(case: &Case) -> TableView {
    let mut columns = vec![left("Normenkader")];
    columns.extend(kinds().into_iter().map(right));
    let mut table = TableView::new("Bronnen", 1, &columns);
    for row in counted(case) {
        let mut cells: Vec<CellView> = vec![row.title.into()];
        cells.extend(row.counts.map(CellView::whole));
        table.rows.push(cells);
    }
    table
}

/// The chart; `None` if no finding has a source.
pub fn sources(case: &Case) -> Option<ChartView> {
    let counted = counted(case);
    let most = counted.iter().flat_map(|r| r.counts).max().filter(|most| *most > 0)?;
    let share = |count: usize| {
        let whole = |n: usize| i128::try_from(n).unwrap_or(0);
        float(Exact::new(whole(count), whole(most)))
    };
    let totals: Vec<String> = kinds()
        .into_iter()
        .enumerate()
        .map(|(at, kind)| {
            let sum: usize = counted.iter().filter_map(|r| r.counts.get(at)).sum();
            format!("{} {sum}", kind.to_lowercase())
        })
        .collect();
    Some(ChartView {
        path: path("bronnen"),
        alt: format!(
            "Hoe vaak bevindingen steunen op elke soort bron, per normenkader. In totaal: {}. De \
             tabel hieronder geeft dezelfde gegevens.",
            totals.join(", ")
        ),
        caption: "Hoe vaak bevindingen steunen op elke soort bron".to_owned(),
        drawing: Drawing::Sources {
            kinds: kinds(),
            rows: counted
                .iter()
                .map(|r| SourcesRow {
                    title: r.title.clone(),
                    bars: r.counts.iter().map(|count| (*count, share(*count))).collect(),
                })
                .collect(),
        },
    })
}
