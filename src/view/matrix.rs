//! The evidence of an audit as a matrix of criteria by source.

use super::criteria::CriterionView;
use super::frameworks::FrameworkView;
use super::table::{CellView, TableView, left, right};
use super::words;
use crate::model::{Case, Finding, Source, Stance};
use serde::Serialize;

/// Maximum number of source columns on a landscape page.
const PER_PAGE: usize = 15;

/// The columns before those of the sources.
const KEYS: [&str; 3] = ["Norm", "Oordeel", "Onderbouwing"];

/// The evidence of one framework.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceMatrixView {
    /// The title of the framework.
    pub title: String,
    /// Criteria by sources, in parts that fit a page.
    pub parts: Vec<TableView>,
}

/// The number of findings that a source supports and contradicts.
#[derive(Debug, Clone, Copy, Default)]
struct Stances {
    supports: usize,
    contradicts: usize,
}

impl Stances {
    fn of(findings: &[&Finding], source: &Source) -> Self {
        let mut out = Self::default();
        let all = findings.iter().flat_map(|f| &f.evidence);
        for evidence in all.filter(|e| e.source == source.code) {
            match evidence.stance {
                Stance::Supports => out.supports += 1,
                Stance::Contradicts => out.contradicts += 1,
            }
        }
        out
    }

    fn cell(self) -> CellView {
        match (self.supports, self.contradicts) {
            (0, 0) => String::new(),
            (supports, 0) => format!("+{supports}"),
            (0, contradicts) => format!("−{contradicts}"),
            (supports, contradicts) => format!("+{supports} −{contradicts}"),
        }
        .into()
    }
}

/// The matrices of all frameworks.
pub fn evidence_matrix(case: &Case, frameworks: &[FrameworkView]) -> Vec<EvidenceMatrixView> {
    frameworks.iter().map(|framework| of_framework(case, framework)).collect()
}

fn of_framework(case: &Case, framework: &FrameworkView) -> EvidenceMatrixView {
    let findings = |criterion: &CriterionView| -> Vec<&Finding> {
        case.records.get(&criterion.id).map_or_else(Vec::new, |r| r.findings.iter().collect())
    };
    let named = |source: &&Source| {
        let all = framework.criteria.iter().flat_map(findings).flat_map(|f| &f.evidence);
        all.into_iter().any(|e| e.source == source.code)
    };
    let sources: Vec<&Source> = case.sources.iter().filter(named).collect();
    let mut columns = KEYS.to_vec();
    columns.extend(sources.iter().map(|s| s.code.as_str()));
    let mut table = TableView::new("Bronnenmatrix", KEYS.len(), &columns).of(&framework.title);
    for criterion in &framework.criteria {
        let found = findings(criterion);
        let mut cells: Vec<CellView> = vec![
            format!("{} {}", criterion.id, criterion.name).into(),
            criterion.badge.clone().into(),
            criterion.strength.clone().unwrap_or_else(|| "–".to_owned()).into(),
        ];
        cells.extend(sources.iter().map(|s| Stances::of(&found, s).cell()));
        table.rows.push(cells);
    }
    EvidenceMatrixView { title: framework.title.clone(), parts: table.parts(PER_PAGE) }
}

/// The table of sources: code, kind, title, and the number of findings that each supports and
/// contradicts.
pub fn source_list(case: &Case) -> TableView {
    let columns =
        [left("Code"), left("Soort"), left("Bron"), right("Steunt"), right("Spreekt tegen")];
    let mut table = TableView::new("Bronnen", 1, &columns);
    let findings: Vec<&Finding> = case.findings().collect();
    for source in &case.sources {
        let stances = Stances::of(&findings, source);
        let author = source.author.as_ref().map(|a| format!("{a}, ")).unwrap_or_default();
        table.rows.push(vec![
            source.code.clone().into(),
            words::source_kind(source.kind).0.into(),
            format!("{author}{}", source.title).into(),
            CellView::whole(stances.supports),
            CellView::whole(stances.contradicts),
        ]);
    }
    table
}
