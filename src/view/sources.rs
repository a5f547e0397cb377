//! The annexes of sources and of context figures, and how often each kind of source is used.

use super::table::{CellView, TableView, left, right};
use super::words;
use crate::dutch::{date, decimal};
use crate::model::{Case, ContextIndicator, Evidence, Finding, PartialDate, SourceKind, Stance};
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    pub code: String,
    /// Its title, with author.
    pub title: String,
    pub date: String,
    /// Its web address.
    pub url: Option<String>,
    /// The number of sources that it represents, and the sources from which it derives.
    pub remarks: String,
    /// A note for readers.
    pub note_md: String,
}

/// The sources of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct SourceGroupView {
    pub heading: String,
    pub items: Vec<SourceView>,
}

/// A context indicator.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorView {
    pub name: String,
    /// The municipality's value.
    pub value: String,
    /// The name of the reference.
    pub reference: String,
    pub reference_value: String,
    pub unit: String,
    /// Reference date of the value.
    pub date: String,
    pub sources: String,
    /// A note for readers.
    pub note_md: String,
}

/// The sources by kind.
pub fn sources(case: &Case) -> Vec<SourceGroupView> {
    let of_kind = |kind: SourceKind| {
        let items: Vec<SourceView> = case
            .sources
            .iter()
            .filter(|s| s.kind == kind)
            .map(|s| {
                let mut remarks = Vec::new();
                if let Some(text) = &s.count_text {
                    remarks.push(format!("Staat voor {text} bronnen"));
                } else if s.count > 1 {
                    remarks.push(format!("Staat voor {} bronnen", s.count));
                }
                if let Some(day) = s.retrieved {
                    remarks.push(format!("Geraadpleegd {}", on(day)));
                }
                if let Some(day) = s.received {
                    remarks.push(format!("Ontvangen {}", on(day)));
                }
                remarks.extend(s.report.map(|r| words::agreement(r.status).to_owned()));
                if !s.derived_from.is_empty() {
                    remarks.push(format!("Steunt op {}", s.derived_from.join(", ")));
                }
                let author = s.author.as_ref().map(|a| format!("{a}, ")).unwrap_or_default();
                SourceView {
                    code: s.code.clone(),
                    title: format!("{author}{}", s.title),
                    date: s.date.map(date).unwrap_or_default(),
                    url: s.url.clone(),
                    remarks: remarks.join(". "),
                    note_md: s.note.as_str().to_owned(),
                }
            })
            .collect();
        let heading = words::source_kind(kind).1.to_owned();
        (!items.is_empty()).then_some(SourceGroupView { heading, items })
    };
    SourceKind::ALL.into_iter().filter_map(of_kind).collect()
}

/// A date as the end of a sentence about when something was done.
fn on(day: PartialDate) -> String {
    let before = if matches!(day, PartialDate::Day(_)) { "op" } else { "in" };
    format!("{before} {}", date(day))
}

pub fn context(case: &Case) -> Vec<IndicatorView> {
    let one = |i: &ContextIndicator| IndicatorView {
        name: i.name.clone(),
        value: decimal(i.value),
        reference: i.reference.name.clone(),
        reference_value: decimal(i.reference.value),
        unit: i.unit.clone(),
        date: i.date.map(date).unwrap_or_default(),
        sources: if i.source == i.reference.source {
            i.source.clone()
        } else {
            format!("{}, {}", i.source, i.reference.source)
        },
        note_md: i.note.as_str().to_owned(),
    };
    case.context.iter().map(one).collect()
}

/// How often the findings of each framework, and those of the sub-questions, are supported by each
/// kind of source.
pub fn evidence(case: &Case) -> TableView {
    let mut columns = vec![left("Normenkader")];
    columns.extend(SourceKind::ALL.map(|kind| right(words::source_kind(kind).1)));
    let mut table = TableView::new("Bronnen", 1, &columns);
    for framework in &case.frameworks {
        let records = framework.criteria.iter().filter_map(|c| case.records.get(&c.id));
        table.rows.push(used(case, &framework.title, records.flat_map(|r| &r.findings)));
    }
    let mut asked = case.study.sub_questions.iter().flat_map(|q| &q.findings).peekable();
    if asked.peek().is_some() {
        table.rows.push(used(case, "Deelvragen", asked));
    }
    table
}

fn used<'a>(
    case: &Case,
    title: &str,
    findings: impl Iterator<Item = &'a Finding>,
) -> Vec<CellView> {
    let supports = |e: &&Evidence| e.stance == Stance::Supports;
    let kind = |e: &Evidence| case.source(&e.source).map(|s| s.kind);
    let kinds: Vec<_> = findings.flat_map(|f| &f.evidence).filter(supports).map(kind).collect();
    let count = |wanted| kinds.iter().filter(|kind| **kind == Some(wanted)).count();
    let counts = SourceKind::ALL.map(|wanted| CellView::whole(count(wanted)));
    std::iter::once(title.into()).chain(counts).collect()
}
