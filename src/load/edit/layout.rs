//! Where each value of a YAML file stands, from its first byte to its last.
//!
//! The parser knows the places of scalars. What stands between them (dashes, colons, brackets,
//! comments) is read here again beside its tree, and what does not fit is refused.

use super::value::{EditError, Refusal};
use crate::load::yaml::tree::{Kind, Node};
use std::ops::Range;

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Plain,
    Single,
    Double,
    /// Lines behind `|` or `>`, with the sign that says what becomes of the last line end.
    Lines(&'static str),
    /// Nothing behind a dash or colon.
    Nothing,
    /// A list or mapping between brackets.
    Flow,
    /// A list with a dash before each item.
    Items,
    /// A mapping with a line for each key.
    Keys,
}

/// A value in the text. Its range begins with its quote, bracket, `|`, or first dash or key, and has
/// no line end behind it.
pub struct Layout {
    pub at: Range<usize>,
    pub form: Form,
    pub entries: Vec<Entry>,
}

/// An item of a list or a key of a mapping, with its value.
pub struct Entry {
    /// The start of its dash or key; between brackets, of the item itself.
    pub start: usize,
    /// The end of its dash or colon.
    pub behind: usize,
    /// Whether a comma follows.
    pub comma: bool,
    pub value: Layout,
}

impl Layout {
    pub fn of(tree: &Node, text: &str) -> Result<Self, EditError> {
        let mut scan = Scan { text, at: 0 };
        scan.skip()?;
        if scan.rest().starts_with("---") {
            scan.at += 3;
        }
        let root = scan.value(tree, false)?;
        scan.skip()?;
        let ended = scan.rest().is_empty() || scan.rest().starts_with("...");
        if ended { Ok(root) } else { Err(scan.odd()) }
    }

    /// How much further the first list under a key is indented than that key.
    pub fn list_step(&self, text: &str) -> Option<usize> {
        self.entries.iter().find_map(|entry| match entry.value.form {
            Form::Items if self.form == Form::Keys => {
                column(text, entry.value.at.start).checked_sub(column(text, entry.start))
            }
            _ => entry.value.list_step(text),
        })
    }
}

/// The number of bytes before a place on its line.
pub fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}

pub fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// The end of the line of a place, before its line end.
pub fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let line =
        rest.find('\n').and_then(|end| rest.get(..end)).map(|l| l.strip_suffix('\r').unwrap_or(l));
    at + line.unwrap_or(rest).len()
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn skip(&mut self) -> Result<(), EditError> {
        loop {
            self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\n', '\r']).len();
            match self.rest().chars().next() {
                Some('#') => self.at = line_end(self.text, self.at),
                Some('\t') => return Err(self.odd()),
                _ => return Ok(()),
            }
        }
    }

    fn takes(&mut self, mark: char) -> bool {
        let found = self.rest().starts_with(mark);
        self.at += usize::from(found);
        found
    }

    /// The refusal of what stands here, which the tree does not have here.
    fn odd(&self) -> EditError {
        EditError::Refused(match self.rest().chars().next() {
            Some('&' | '*' | '!') => Refusal::Reference,
            Some('\t') => Refusal::Tab,
            _ => Refusal::Unknown,
        })
    }

    fn value(&mut self, node: &Node, in_flow: bool) -> Result<Layout, EditError> {
        let leaf = |at, form| Layout { at, form, entries: Vec::new() };
        if matches!(node.kind, Kind::Null) && node.span.start == node.span.end {
            return Ok(leaf(self.at..self.at, Form::Nothing));
        }
        self.skip()?;
        let start = self.at;
        let (form, close) = match (&node.kind, self.rest().chars().next()) {
            (_, Some('&' | '*' | '!')) => return Err(self.odd()),
            (Kind::List(_), Some('[')) => (Form::Flow, Some(']')),
            (Kind::Mapping(_), Some('{')) => (Form::Flow, Some('}')),
            (Kind::List(_), _) => (Form::Items, None),
            (Kind::Mapping(_), _) => (if in_flow { Form::Flow } else { Form::Keys }, None),
            (_, Some('|' | '>')) => return Ok(self.lines(node)),
            (_, mark) if node.span.start == start => {
                self.at = node.span.end;
                let quoted = if mark == Some('"') { Form::Double } else { Form::Plain };
                let form = if mark == Some('\'') { Form::Single } else { quoted };
                return Ok(leaf(start..self.at, form));
            }
            _ => return Err(self.odd()),
        };
        self.at += usize::from(close.is_some());
        let entries: Result<Vec<_>, _> = match &node.kind {
            Kind::List(items) => items.iter().map(|v| self.entry(None, v, form)).collect(),
            Kind::Mapping(pairs) => {
                pairs.iter().map(|(k, v)| self.entry(Some(k), v, form)).collect()
            }
            _ => Ok(Vec::new()),
        };
        let entries = entries?;
        let mut end = entries.last().map_or(start, |last| last.value.at.end);
        if let Some(close) = close {
            self.skip()?;
            end = self.at + 1;
            if !self.takes(close) {
                return Err(self.odd());
            }
        }
        Ok(Layout { at: start..end, form, entries })
    }

    fn entry(&mut self, key: Option<&Node>, value: &Node, form: Form) -> Result<Entry, EditError> {
        self.skip()?;
        let start = self.at;
        let flow = form == Form::Flow;
        if let Some(key) = key {
            let scalar = matches!(key.kind, Kind::Scalar(_)) && !self.rest().starts_with('*');
            if !scalar || key.span.start != start {
                return Err(self.odd());
            }
            self.at = key.span.end;
            self.skip()?;
        }
        let marked = (key.is_some() || !flow) && self.takes(if key.is_some() { ':' } else { '-' });
        if !marked && !flow {
            return Err(self.odd());
        }
        let behind = self.at;
        let value = self.value(value, flow)?;
        if flow {
            self.skip()?;
        }
        Ok(Entry { start, behind, comma: flow && self.takes(','), value })
    }

    /// A text behind `|` or `>`. Blank lines behind it belong to it only after `|+`.
    fn lines(&mut self, node: &Node) -> Layout {
        let start = self.at;
        let head = line_end(self.text, start);
        let header = self.text.get(start..head).unwrap_or("").split('#').next().unwrap_or("");
        let signs = ["|-", "|+", "|", ">-", ">+", ">"];
        let fits = |sign: &&str| sign.chars().all(|c| header.contains(c));
        let sign = signs.into_iter().find(fits).unwrap_or("|");
        let typed = self.text.get(..node.span.end).unwrap_or("");
        let typed = match sign.ends_with('+') {
            true => {
                let typed = typed.trim_end_matches(' ');
                typed.strip_suffix("\r\n").or_else(|| typed.strip_suffix('\n')).unwrap_or(typed)
            }
            false => typed.trim_end_matches([' ', '\n', '\r']),
        };
        self.at = typed.len().max(head);
        Layout { at: start..self.at, form: Form::Lines(sign), entries: Vec::new() }
    }
}
