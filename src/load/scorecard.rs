//! A scorecard from another rekenkamer: read as strictly as YAML, and recomputed.
//!
//! The judgements on criteria are accepted as given; everything that follows from them (scores,
//! verdicts, counts, the seal) is recomputed and must be identical.

use super::attached;
use super::loader::{Loader, cx};
use super::raw::scorecard::RawScorecard;
use super::raw::{Context, Raw};
use super::scorecard_difference::difference;
use super::scorecard_values::card;
use super::yaml::tree::{Kind, Node};
use crate::diagnostics::{Code, Diagnostic, FileId, Span, phrase, portable};
use crate::model::Scorecard;
use crate::score;
use crate::text::composed;
use serde_json::Value;
use std::path::Path;

impl Loader {
    /// The scorecards in a file: one, a list of them, or the one attached to a PDF. Problems are
    /// added to the report.
    pub fn scorecards(&mut self, path: &Path) -> Vec<Scorecard> {
        let shown = portable(path);
        let bytes = match crate::assets::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.report.push(Diagnostic::unreadable(shown, &error));
                return Vec::new();
            }
        };
        let bytes = if bytes.starts_with(attached::MAGIC) {
            let Some(card) = attached::scorecard(bytes) else {
                self.report.push(Diagnostic::of_file(Code::NoScorecardInPdf, shown));
                return Vec::new();
            };
            card
        } else {
            bytes
        };
        let bytes = match String::from_utf8(bytes) {
            Ok(text) => composed(&text).into_owned().into_bytes(),
            Err(error) => error.into_bytes(),
        };
        // Invalid JSON is reported as such, and not with messages for YAML.
        let json = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        let written = match serde_json::from_slice::<Value>(json) {
            Ok(value) => value,
            Err(error) => {
                let Some(file) = self.text(&shown, &bytes) else { return Vec::new() };
                self.report.push(not_json(self.sources.text(file), &error, file));
                return Vec::new();
            }
        };
        if let Some(cards) = self.untouched(&shown, &bytes, &written) {
            return cards;
        }
        let Some(read) = self.tree(&shown, &bytes) else { return Vec::new() };
        let pairs: Vec<(&Node, &Value)> = match (&read.node.kind, &written) {
            (Kind::List(nodes), Value::Array(values)) => nodes.iter().zip(values).collect(),
            _ => vec![(&read.node, &written)],
        };
        pairs.into_iter().filter_map(|(node, value)| self.scorecard(node, value)).collect()
    }

    /// The scorecards of a file that is, byte for byte, what the program writes of them: then nothing
    /// in it can be wrong, and no place in it has to be known. That is the case of nearly all, and
    /// takes a fraction of the time. `None` for any other file, or if anything is wrong.
    fn untouched(&mut self, path: &str, bytes: &[u8], written: &Value) -> Option<Vec<Scorecard>> {
        let outer = std::mem::take(&mut self.report);
        let file = FileId::default();
        let node = without_places(written, Span { file, start: 0, end: 0 });
        let cards: Option<Vec<Scorecard>> = match &node.kind {
            Kind::List(nodes) => nodes.iter().map(|node| self.card(node)).collect(),
            _ => self.card(&node).map(|card| vec![card]),
        };
        let own = std::mem::replace(&mut self.report, outer);
        let cards = cards.filter(|_| own.iter().next().is_none())?;
        let again = match (written, cards.as_slice()) {
            (Value::Array(_), several) => serde_json::to_vec_pretty(several),
            (_, one) => serde_json::to_vec_pretty(one.first()?),
        };
        let same = |again: Vec<u8>| bytes.strip_suffix(b"\n") == Some(again.as_slice());
        let cards = again.is_ok_and(same).then_some(cards)?;
        self.sources.add(path, "");
        Some(cards)
    }

    /// A scorecard with its places, that says what follows from its judgements.
    fn scorecard(&mut self, node: &Node, written: &Value) -> Option<Scorecard> {
        let card = self.card(node)?;
        let again = serde_json::to_value(&card).unwrap_or_default();
        if let Some(difference) = difference("", node, written, &again) {
            self.report.push(difference);
            return None;
        }
        Some(card)
    }

    fn card(&mut self, node: &Node) -> Option<Scorecard> {
        let mut cx = cx!(self);
        let raw = RawScorecard::read(node, &mut cx)?;
        let format = cx.value(raw.format.clone())?;
        let expected = score::FORMAT.to_string();
        if format.value.as_deref() != Some(expected.as_str()) {
            let found = format.value.unwrap_or_default();
            let diagnostic = Diagnostic::at(Code::OtherFormat, format.span).with("found", found);
            cx.push(diagnostic.with("expected", expected));
            return None;
        }
        let before = cx.report.count(crate::diagnostics::Severity::Error);
        controls(node, &mut cx);
        let card = card(raw, &mut cx);
        if cx.report.count(crate::diagnostics::Severity::Error) > before {
            return None;
        }
        card
    }
}

/// A value of a JSON file as a tree whose values all have this place.
fn without_places(value: &Value, span: Span) -> Node {
    let kind = match value {
        Value::Null => Kind::Null,
        Value::Bool(is) => Kind::Scalar(is.to_string()),
        Value::Number(number) => Kind::Scalar(number.to_string()),
        Value::String(text) => Kind::Scalar(text.clone()),
        Value::Array(items) => {
            Kind::List(items.iter().map(|item| without_places(item, span)).collect())
        }
        Value::Object(pairs) => {
            let key = |key: &String| Node { span, kind: Kind::Scalar(key.clone()) };
            let pair = |(name, value)| (key(name), without_places(value, span));
            Kind::Mapping(pairs.iter().map(pair).collect())
        }
    };
    Node { span, kind }
}

/// A syntax error at its position; the parser counts lines, and bytes in a line.
fn not_json(text: &str, error: &serde_json::Error, file: FileId) -> Diagnostic {
    let above = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let line: usize = above.map(str::len).sum();
    let at = text.floor_char_boundary(line + error.column().saturating_sub(1));
    let end = text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |n| at + n);
    let reason = match error.is_eof() {
        true => phrase("json-ends"),
        false => phrase("json-other"),
    };
    Diagnostic::at(Code::NotJson, Span { file, start: at, end }).with("reason", reason)
}

/// Refuses control characters, for which JSON has escapes: a terminal would interpret them, and no
/// table or page of a comparison can show them.
fn controls(node: &Node, cx: &mut Context<'_>) {
    match &node.kind {
        Kind::Null => {}
        Kind::Scalar(text) => {
            let control = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
            if let Some(found) = text.chars().find(control) {
                let diagnostic = Diagnostic::at(Code::ForbiddenCharacter, node.span);
                cx.push(diagnostic.with("code", format!("U+{:04X}", u32::from(found))));
            }
        }
        Kind::List(items) => items.iter().for_each(|item| controls(item, cx)),
        Kind::Mapping(pairs) => pairs.iter().for_each(|(key, value)| {
            controls(key, cx);
            controls(value, cx);
        }),
    }
}
