//! The text of a Word file with what readers wrote in it: remarks in the margin, and changes that
//! Word kept track of. Names of authors are not read.

use super::package::{Mark, attribute, walk};
use crate::markdown::leading_number;
use crate::model::ReturnedForm;
use quick_xml::events::BytesStart;
use std::collections::BTreeMap;

/// A paragraph of a returned text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotated {
    /// The number at its begin, or that of the last paragraph with one below the same heading.
    pub number: Option<String>,
    /// Whether the number stands at its own begin.
    pub numbered: bool,
    /// The last heading; in a table, the first cell of the row.
    pub heading: String,
    /// In a table, the number of the last paragraph above it, below the same heading.
    pub below: Option<String>,
    /// Whether it stands in a table, and whether that is a form.
    pub in_table: bool,
    pub in_form: bool,
    /// Whether it stands below a form.
    pub below_form: bool,
    /// Whether it is running text: no title, caption, note or line of the contents.
    pub running: bool,
    /// The text before the changes that Word kept track of, without the number.
    pub was: String,
    /// The changes, in order.
    pub changes: Vec<Tracked>,
    /// The ids of the remarks that begin or stand in it.
    pub remarks: Vec<String>,
}

/// A change that Word kept track of: what was taken out, what was put in its place, and the words
/// before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tracked {
    pub before: String,
    pub out: String,
    pub new: String,
}

/// How many words before a change are kept.
const WORDS_BEFORE: usize = 5;

/// Parts of the names of styles that are no running text.
const NO_TEXT: [&str; 12] = [
    "heading",
    "kop",
    "kader",
    "kantlijn",
    "caption",
    "bijschrift",
    "toc",
    "contents",
    "title",
    "omslag",
    "herkomst",
    "figuur",
];

/// State while walking through a text.
#[derive(Default)]
struct Reading {
    done: Vec<Annotated>,
    open: Vec<Annotated>,
    number: Option<String>,
    heading: String,
    is_heading: bool,
    tables: usize,
    inserted: usize,
    deleted: usize,
    aside: usize,
    /// The first cell of the row.
    row: Option<String>,
    /// Whether the properties of a row are read, and whether Word keeps track that the row was taken
    /// out or put in.
    of_row: bool,
    row_deleted: bool,
    row_inserted: bool,
    /// Whether the run is set above or below the line.
    raised: Option<char>,
    /// Whether a field has begun that only repeats the number of a note.
    repeats: bool,
    in_form: bool,
    below_form: bool,
    in_text: bool,
    /// Whether the last text was part of a change.
    in_change: bool,
}

/// The paragraphs of a text in order, those in tables included.
pub fn annotated(document: &str) -> anyhow::Result<Vec<Annotated>> {
    let mut reading = Reading::default();
    walk(document, |mark| {
        reading.step(mark);
        Ok(())
    })?;
    Ok(reading.done)
}

/// The remarks in the margin, by id: their text, a line for each paragraph.
pub fn remarks(comments: &str) -> anyhow::Result<BTreeMap<String, String>> {
    let mut out: BTreeMap<String, String> = BTreeMap::new();
    let (mut id, mut in_text, mut above) = (None, false, None);
    walk(comments, |mark| {
        match mark {
            Mark::Open("comment", tag) => id = attribute(tag, "id"),
            Mark::Close("comment") => id = None,
            Mark::Open("p", _) => {
                if let Some(text) = id.as_ref().and_then(|id| out.get_mut(id)) {
                    text.push('\n');
                }
            }
            Mark::Open("t", _) => in_text = true,
            Mark::Close("t") => in_text = false,
            Mark::Open("tab" | "br", _) => add(&mut out, id.as_ref(), " "),
            Mark::Open("vertAlign", tag) => above = raised(tag),
            // The mark at the end of a paragraph has properties of its own.
            Mark::Open("r", _) | Mark::Close("r") => above = None,
            Mark::Text(text) if in_text => {
                let sign = above.take().map(String::from).unwrap_or_default();
                add(&mut out, id.as_ref(), &format!("{sign}{text}"));
            }
            _ => {}
        }
        if let Some(id) = &id {
            out.entry(id.clone()).or_default();
        }
        Ok(())
    })?;
    out.values_mut().for_each(|text| *text = text.trim().to_owned());
    Ok(out)
}

fn add(all: &mut BTreeMap<String, String>, id: Option<&String>, text: &str) {
    if let Some(id) = id {
        all.entry(id.clone()).or_default().push_str(text);
    }
}

impl Reading {
    fn step(&mut self, mark: Mark<'_>) {
        match mark {
            Mark::Open("Fallback", _) => self.aside += 1,
            Mark::Close("Fallback") => self.aside = self.aside.saturating_sub(1),
            _ if self.aside > 0 => {}
            Mark::Open("tbl", _) => self.tables += 1,
            Mark::Close("tbl") => {
                self.tables = self.tables.saturating_sub(1);
                self.below_form |= self.in_form && self.tables == 0;
                self.in_form &= self.tables > 0;
            }
            Mark::Open("tr", _) => {
                (self.row, self.row_deleted, self.row_inserted) = (None, false, false);
            }
            Mark::Open("trPr", _) => self.of_row = true,
            Mark::Close("trPr") => self.of_row = false,
            Mark::Open("del", _) if self.of_row => self.row_deleted = true,
            Mark::Open("ins", _) if self.of_row => self.row_inserted = true,
            Mark::Close("del" | "ins") if self.of_row => {}
            Mark::Close("tr") => (self.row_deleted, self.row_inserted) = (false, false),
            Mark::Open("vertAlign", tag) => self.raised = raised(tag),
            Mark::Open("r", _) | Mark::Close("r") => self.raised = None,
            Mark::Text(text) if text.contains("NOTEREF") => self.repeats = true,
            Mark::Open("fldChar", tag) => {
                let ends = attribute(tag, "fldCharType").is_some_and(|kind| kind == "end");
                self.repeats &= !ends;
            }
            Mark::Open("ins" | "moveTo", _) => self.inserted += 1,
            Mark::Close("ins" | "moveTo") => self.inserted = self.inserted.saturating_sub(1),
            Mark::Open("del" | "moveFrom", _) => self.deleted += 1,
            Mark::Close("del" | "moveFrom") => self.deleted = self.deleted.saturating_sub(1),
            Mark::Open("p", _) => {
                (self.is_heading, self.in_change) = (false, false);
                let in_table = self.tables > 0;
                self.open.push(Annotated { in_table, running: true, ..Annotated::default() });
            }
            Mark::Close("p") => self.close(),
            Mark::Open("pStyle", tag) => {
                let style = attribute(tag, "val").unwrap_or_default().to_lowercase();
                self.is_heading |= style.contains("heading") || style.starts_with("kop");
                let text = !NO_TEXT.iter().any(|part| style.contains(part));
                self.open.iter_mut().last().into_iter().for_each(|p| p.running &= text);
            }
            Mark::Open("outlineLvl", _) => self.is_heading = true,
            Mark::Open("t" | "delText", _) => self.in_text = true,
            Mark::Close("t" | "delText") => self.in_text = false,
            Mark::Open("tab" | "br" | "cr", _) => self.write(" "),
            Mark::Open("noBreakHyphen", _) => self.write("-"),
            Mark::Text(text) if self.in_text => {
                let sign = self.raised.take().map(String::from).unwrap_or_default();
                self.write(&format!("{sign}{}", text.replace(['\n', '\r'], " ")));
            }
            Mark::Open("commentRangeStart" | "commentReference", tag) => {
                let id = attribute(tag, "id");
                if let (Some(id), Some(paragraph)) = (id, self.open.last_mut())
                    && !paragraph.remarks.contains(&id)
                {
                    paragraph.remarks.push(id);
                }
            }
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if self.repeats {
            return;
        }
        let Some(paragraph) = self.open.last_mut() else { return };
        let inserted = self.inserted > 0 || self.row_inserted;
        let deleted = self.deleted > 0 || self.row_deleted;
        // What somebody put in and took out again was never there.
        if inserted && deleted {
            return;
        }
        if !inserted && !deleted {
            self.in_change = false;
            paragraph.was.push_str(text);
            return;
        }
        if !std::mem::replace(&mut self.in_change, true) {
            let before = last_words(&paragraph.was);
            paragraph.changes.push(Tracked { before, ..Tracked::default() });
        }
        if let Some(change) = paragraph.changes.last_mut() {
            let part = if inserted { &mut change.new } else { &mut change.out };
            part.push_str(text);
        }
        if deleted {
            paragraph.was.push_str(text);
        }
    }

    fn close(&mut self) {
        let Some(mut paragraph) = self.open.pop() else { return };
        let own = leading_number(&paragraph.was).map(|(n, rest)| (n.to_owned(), rest.to_owned()));
        if let Some((number, rest)) = own {
            paragraph.was = rest;
            paragraph.numbered = true;
            self.number = Some(number);
        } else if self.is_heading {
            self.number = None;
            self.heading = paragraph.was.trim().to_owned();
        }
        paragraph.number = self.number.clone();
        paragraph.heading = self.heading.clone();
        paragraph.below_form = self.below_form;
        if paragraph.in_table && !paragraph.numbered {
            self.in_form |= ReturnedForm::named(&paragraph.was).is_some();
            paragraph.in_form = self.in_form;
            let first = self.row.get_or_insert_with(|| paragraph.was.trim().to_owned());
            paragraph.heading = first.clone();
            paragraph.below = paragraph.number.take();
        }
        self.is_heading = false;
        self.done.push(paragraph);
    }
}

/// The sign that stands for a superscript or a subscript: `10^6` is another number than `106`.
pub fn raised(tag: &BytesStart<'_>) -> Option<char> {
    match attribute(tag, "val")?.as_str() {
        "superscript" => Some('^'),
        "subscript" => Some('_'),
        _ => None,
    }
}

fn last_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let from = words.len().saturating_sub(WORDS_BEFORE);
    words.get(from..).unwrap_or_default().join(" ")
}
