//! Tables as every output shows them: the document, the CSV file and the workbook say the same.

use crate::dutch::rounded;
use crate::model::Exact;
use serde::Serialize;

/// A cell: what a reader sees, and the number behind it where it is one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CellView {
    /// What a reader sees.
    pub text: String,
    /// The number behind it, with its decimals.
    pub number: Option<(f64, u32)>,
}

impl CellView {
    /// A number with so many decimals; the text is the same number.
    #[must_use]
    pub fn number(value: Exact, decimals: u32) -> Self {
        // Rounded the same way as the text: a half goes up, also where a floating number would not.
        let scale = Exact::from(10_i128.pow(decimals));
        let same = (value * scale).round() / scale;
        Self { text: rounded(value, decimals), number: Some((float(same), decimals)) }
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: usize) -> Self {
        Self::number(Exact::from(i128::try_from(value).unwrap_or(0)), 0)
    }
}

impl<T: Into<String>> From<T> for CellView {
    fn from(text: T) -> Self {
        Self { text: text.into(), number: None }
    }
}

/// A fraction as a floating number, for programs that calculate with it.
#[expect(clippy::cast_precision_loss, reason = "shown figures have a few digits")]
#[must_use]
pub fn float(value: Exact) -> f64 {
    *value.numer() as f64 / *value.denom() as f64
}

/// What the numbers of a column are, for an output that computes them again or leaves them out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The value of a municipality.
    Value,
    /// The median of the others.
    Median,
    /// A quartile of the others.
    Quartile,
    /// The value less that median.
    Difference,
    /// Whether the value stands apart.
    Outlier,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnView {
    /// Its heading.
    pub name: String,
    /// Whether it holds numbers, which stand to the right.
    pub right: bool,
    #[serde(skip)]
    pub role: Option<Role>,
}

impl ColumnView {
    #[must_use]
    pub fn is(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }
}

/// A column of words.
#[must_use]
pub fn left(name: impl Into<String>) -> ColumnView {
    ColumnView { name: name.into(), right: false, role: None }
}

/// A column of numbers.
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
    /// The sheet of the workbook on which it stands; tables of one kind share a sheet.
    pub sheet: String,
    /// The framework that it is about.
    pub framework: Option<String>,
    /// How many columns say what a row is about.
    pub keys: usize,
    pub columns: Vec<ColumnView>,
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<CellView>>,
}

impl TableView {
    /// A table without rows. A column that is given by its name alone holds words.
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

    /// The same table, about a framework.
    #[must_use]
    pub fn of(mut self, framework: &str) -> Self {
        self.framework = Some(framework.to_owned());
        self
    }

    /// The table in parts of at most so many columns beside its keys, for a page.
    #[must_use]
    pub fn parts(&self, most: usize) -> Vec<Self> {
        let rest: Vec<usize> = (self.keys..self.columns.len()).collect();
        let keys: Vec<usize> = (0..self.keys).collect();
        let count = rest.len().div_ceil(most.max(1)).max(1);
        // Parts of one width rather than a full one and a rest.
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
