//! The document tree of a nota, which every publisher walks.

use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "t", rename_all = "kebab-case")]
pub enum Block {
    Heading {
        /// 1 to 6.
        level: u8,
        /// The anchor, unique in the document.
        id: String,
        c: Vec<Inline>,
    },
    /// A paragraph.
    Para { c: Vec<Inline> },
    List {
        /// Whether it is numbered.
        ordered: bool,
        /// The first number.
        start: usize,
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote { c: Vec<Block> },
    /// A callout: a block that the theme styles by its kind.
    Callout {
        /// The kind, such as `oogopslag`.
        kind: String,
        /// The label for that kind.
        label: String,
        title: Vec<Inline>,
        c: Vec<Block>,
    },
    /// Literal text.
    Code {
        text: String,
        /// The language, as written by the author.
        lang: Option<String>,
    },
    /// A table with one header row.
    Table {
        columns: Vec<Column>,
        /// Whether it has many judgements side by side, and so wants a page on its side.
        matrix: bool,
        header: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A thematic break between two parts.
    Rule,
    /// The footnotes, in the order of their numbers (from 1); always the last block of a document.
    Notes {
        /// The blocks of each note.
        items: Vec<Vec<Block>>,
    },
    /// An image that is the only content of its paragraph.
    Figure {
        /// Its path, relative to the document.
        src: String,
        /// Its alternative text.
        alt: String,
        caption: Option<Vec<Inline>>,
        /// Its line in the document, from 1.
        #[serde(skip)]
        line: usize,
    },
}

/// An inline element.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "t", rename_all = "kebab-case")]
pub enum Inline {
    Text {
        v: String,
    },
    /// Emphasis.
    Emph {
        c: Vec<Inline>,
    },
    /// Strong emphasis.
    Strong {
        c: Vec<Inline>,
    },
    /// Struck through.
    Strike {
        c: Vec<Inline>,
    },
    /// Literal text.
    Code {
        v: String,
    },
    /// A link; `#anchor` points to a heading in the document.
    Link {
        url: String,
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
        /// The code of what it is about, and the count within it: `B-CA-2.1`.
        n: String,
    },
    /// A forced line break.
    Break,
    /// A line end in the source, shown as a space.
    Soft,
    /// A judgement at the start of a table cell.
    Judgement {
        level: String,
        /// Symbol and word.
        v: String,
        /// What is said of it, such as the strength of its evidence; empty for nothing.
        remark: String,
    },
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Column {
    pub align: Alignment,
    pub holds: Holds,
}

/// The content of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holds {
    /// At least one judgement.
    Judgements,
    /// Numbers, and signs for unknown ones.
    Numbers,
    Text,
    /// Nothing: it is to be filled in.
    Blanks,
}

/// The alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Alignment {
    /// Not asked for: numbers to the right, all else to the left.
    None,
    Left,
    Center,
    Right,
}

/// A parsed nota.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// The problems found in it.
    pub problems: Vec<super::problem::Problem>,
}

/// Separates a judgement from the remark on it, in a table cell: `● voldoet · sterk`.
pub const REMARK: &str = " · ";

/// The plain text of inlines, without footnote references.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { v } | Inline::Code { v } => out.push_str(v),
            Inline::Judgement { v, remark, .. } => {
                out.push_str(v);
                if !remark.is_empty() {
                    out.push_str(REMARK);
                    out.push_str(remark);
                }
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
