//! The tree of a nota: what every publisher walks.

use serde::Serialize;

/// A block of a document.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "t", rename_all = "kebab-case")]
pub enum Block {
    Heading {
        /// 1 to 6.
        level: u8,
        /// The anchor, unique in the document.
        id: String,
        /// Its text.
        c: Vec<Inline>,
    },
    /// A paragraph.
    Para {
        /// Its text.
        c: Vec<Inline>,
    },
    List {
        /// Numbered or not.
        ordered: bool,
        /// The first number.
        start: usize,
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        c: Vec<Block>,
    },
    /// A callout: a block that the theme designs by its kind.
    Callout {
        /// The kind, such as `oogopslag`.
        kind: String,
        /// The word for that kind.
        label: String,
        title: Vec<Inline>,
        /// What is in it.
        c: Vec<Block>,
    },
    /// Literal text.
    Code {
        text: String,
        /// The language, as the writer named it.
        lang: Option<String>,
    },
    /// A table with one header row.
    Table {
        /// A column's alignment.
        align: Vec<Alignment>,
        /// The header cells.
        header: Vec<Vec<Inline>>,
        /// The rows of cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A break between two parts.
    Rule,
    /// The footnotes, by their numbers from 1; always the last block of a document.
    Notes {
        /// The text of each.
        items: Vec<Vec<Block>>,
    },
    /// An image that stands alone.
    Figure {
        /// Its path, relative to the document.
        src: String,
        /// What it shows, in words.
        alt: String,
        caption: Option<Vec<Inline>>,
        /// Its line in the document, from 1.
        #[serde(skip)]
        line: usize,
    },
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "t", rename_all = "kebab-case")]
pub enum Inline {
    Text {
        /// The text.
        v: String,
    },
    /// Emphasis.
    Emph {
        /// What is emphasised.
        c: Vec<Inline>,
    },
    /// Strong emphasis.
    Strong {
        /// What is emphasised.
        c: Vec<Inline>,
    },
    /// Struck through.
    Strike {
        /// What is struck through.
        c: Vec<Inline>,
    },
    /// Literal text.
    Code {
        /// The text.
        v: String,
    },
    /// A link; `#anchor` points into the document.
    Link {
        /// Where it points.
        url: String,
        /// Its text.
        c: Vec<Inline>,
    },
    /// A reference to a footnote.
    Note {
        /// Its number, from 1.
        number: usize,
        /// Whether this is the first reference to it.
        first: bool,
    },
    /// The number of a paragraph, at its begin, by which a respondent points at it.
    Number {
        /// The number, from 1.
        n: usize,
    },
    /// A forced line break.
    Break,
    /// A line end in the source: a space.
    Soft,
    /// A judgement that fills a table cell.
    Judgement {
        /// Its key.
        level: String,
        /// Symbol and word.
        v: String,
    },
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Alignment {
    /// As the theme likes.
    None,
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// A parsed nota.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// What is wrong with it.
    pub problems: Vec<super::problem::Problem>,
}

/// The text of a run without its form.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { v } | Inline::Code { v } | Inline::Judgement { v, .. } => {
                out.push_str(v);
            }
            Inline::Emph { c }
            | Inline::Strong { c }
            | Inline::Strike { c }
            | Inline::Link { c, .. } => out.push_str(&plain(c)),
            Inline::Number { n } => out.push_str(&format!("[{n}] ")),
            Inline::Note { .. } => {}
            Inline::Break | Inline::Soft => out.push(' '),
        }
    }
    out
}
