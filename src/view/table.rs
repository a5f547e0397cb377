//! Tables shared by all outputs, so that the document, the CSV file and the workbook have the same
//! contents.

use crate::dutch::rounded;
use crate::markdown::{Badge, REMARK};
use crate::model::Exact;
use serde::Serialize;

/// A cell: its text, and the number or the judgement if it is one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CellView {
    pub text: String,
    /// The number, with the number of decimals to show.
    pub number: Option<(f64, u32)>,
    /// The judgement that the text begins with; what follows is a remark on it.
    #[serde(skip)]
    pub badge: Option<Badge>,
    /// The remarks on that judgement, which the text has too.
    #[serde(skip)]
    pub remarks: Vec<String>,
    /// Whether the row has no part in the column: a norm that an audit did not choose.
    #[serde(skip)]
    pub apart: bool,
}

impl CellView {
    /// A number with this number of decimals; the text shows the same number.
    #[must_use]
    pub fn number(value: Exact, decimals: u32) -> Self {
        // Rounded like the text: a half rounds away from zero, which floating-point rounding does
        // not guarantee.
        let scale = Exact::from(10_i128.pow(decimals));
        let same = (value * scale).round() / scale;
        Self {
            text: rounded(value, decimals),
            number: Some((float(same), decimals)),
            badge: None,
            remarks: Vec::new(),
            apart: false,
        }
    }

    /// A judgement, and remarks on it.
    #[must_use]
    pub fn remarked(badge: Badge, remarks: &[&str]) -> Self {
        let mut text = badge.to_string();
        for remark in remarks {
            text.push_str(REMARK);
            text.push_str(remark);
        }
        let remarks = remarks.iter().map(|remark| (*remark).to_owned()).collect();
        Self { text, number: None, badge: Some(badge), remarks, apart: false }
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: usize) -> Self {
        Self::number(Exact::from(i128::try_from(value).unwrap_or(0)), 0)
    }
}

impl<T: Into<String>> From<T> for CellView {
    fn from(text: T) -> Self {
        let remarks = Vec::new();
        Self { text: text.into(), number: None, badge: None, remarks, apart: false }
    }
}

impl From<Badge> for CellView {
    fn from(badge: Badge) -> Self {
        Self::remarked(badge, &[])
    }
}

/// A fraction as a floating-point number, for programs that calculate with it.
#[expect(clippy::cast_precision_loss, reason = "shown figures have a few digits")]
#[must_use]
pub fn float(value: Exact) -> f64 {
    *value.numer() as f64 / *value.denom() as f64
}

/// The role of a column of numbers, for an output that recomputes it or leaves it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The value of a municipality.
    Value,
    /// The median of the other municipalities.
    Median,
    /// A quartile of the other municipalities.
    Quartile,
    /// The value minus that median.
    Difference,
    /// Whether the value is an outlier.
    Outlier,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnView {
    pub name: String,
    /// Whether it contains numbers, which are right-aligned.
    pub right: bool,
    /// Whether it contains judgements of which a page shows the signs alone, centred.
    pub signs: bool,
    #[serde(skip)]
    pub role: Option<Role>,
}

impl ColumnView {
    #[must_use]
    pub fn is(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    /// A column of judgements of which a page shows the signs alone.
    #[must_use]
    pub fn of_signs(name: impl Into<String>) -> Self {
        Self { signs: true, ..left(name) }
    }
}

/// A left-aligned column of words.
#[must_use]
pub fn left(name: impl Into<String>) -> ColumnView {
    ColumnView { name: name.into(), right: false, signs: false, role: None }
}

/// A right-aligned column of numbers.
#[must_use]
pub fn right(name: impl Into<String>) -> ColumnView {
    ColumnView { right: true, ..left(name) }
}

impl From<&str> for ColumnView {
    fn from(name: &str) -> Self {
        left(name)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TableView {
    /// The sheet of the workbook that contains it; tables of one kind share a sheet.
    pub sheet: String,
    /// The framework that it is about, if any.
    pub framework: Option<String>,
    /// Number of leading columns that identify a row.
    pub keys: usize,
    pub columns: Vec<ColumnView>,
    /// The rows, each with one cell per column.
    pub rows: Vec<Vec<CellView>>,
}

/// A table with a row for each norm of each audit. Its rows are made one by one when they are written:
/// of thousands of audits they would take more memory than all other tables together.
pub struct LongTable<'c> {
    /// The name of the sheet that it has alone.
    pub sheet: &'static str,
    /// Number of leading columns that identify a row and stay in view.
    pub keys: usize,
    pub columns: Vec<ColumnView>,
    /// Makes the rows, with a cell for each column.
    pub each: Box<dyn Fn() -> Box<dyn Iterator<Item = Vec<CellView>> + 'c> + 'c>,
}

impl TableView {
    /// A table without rows. A column given only by its name contains words.
    #[must_use]
    pub fn new<C: Into<ColumnView> + Clone>(sheet: &str, keys: usize, columns: &[C]) -> Self {
        Self {
            sheet: sheet.to_owned(),
            framework: None,
            keys,
            columns: columns.iter().cloned().map(Into::into).collect(),
            rows: Vec::new(),
        }
    }

    /// Sets the framework that the table is about.
    #[must_use]
    pub fn of(mut self, framework: &str) -> Self {
        self.framework = Some(framework.to_owned());
        self
    }

    /// Splits the table into parts of at most `most` columns besides its keys, to fit a page.
    #[must_use]
    pub fn parts(&self, most: usize) -> Vec<Self> {
        let rest: Vec<usize> = (self.keys..self.columns.len()).collect();
        let keys: Vec<usize> = (0..self.keys).collect();
        let count = rest.len().div_ceil(most.max(1)).max(1);
        // Parts of equal width, rather than full ones and a small rest.
        let width = rest.len().div_ceil(count).max(1);
        let part = |chosen: &[usize]| {
            let places: Vec<usize> = keys.iter().chain(chosen).copied().collect();
            let column = |at: &usize| self.columns.get(*at).cloned();
            let cells = |row: &Vec<CellView>| {
                places.iter().filter_map(|at| row.get(*at).cloned()).collect()
            };
            Self {
                columns: places.iter().filter_map(column).collect(),
                rows: self.rows.iter().map(cells).collect(),
                ..self.clone()
            }
        };
        if rest.is_empty() { vec![self.clone()] } else { rest.chunks(width).map(part).collect() }
    }
}
