//! YAML as a tree of positions: every scalar as typed, every key with its position.
//!
//! Only a syntax error stops a file. Everything else (a wrong key, a list instead of a text, a key
//! given twice) is left to the callers, which see the whole tree and report every problem.

pub(super) mod block;
mod events;
pub(super) mod fault;
pub(super) mod flow;
pub(super) mod lines;
pub(super) mod misread;
pub(super) mod mistake;
pub(super) mod syntax;
pub(super) mod tree;

use crate::diagnostics::{Code, Diagnostic, FileId, Report, SourceMap, Span, phrase};
use crate::text::composed;
use crate::text::invisible;
use misread::misread;
use mistake::{mistakes, without};
use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde_yaml::{DuplicateKeyPolicy, Location, Spanned};
use std::fmt;
use syntax::{divided, syntax, unmerged};
use tree::{Kind, Node};

/// Parses a file into a tree. A syntax error becomes a diagnostic, and the result is `None`.
pub fn parse(file: FileId, sources: &SourceMap, report: &mut Report) -> Option<Node> {
    let (tree, whole) = parse_part(file, sources, report)?;
    whole.then_some(tree)
}

/// Parses a file into a tree, and returns whether the tree is complete: entries that are not valid
/// YAML are reported and left out, if the rest can be parsed without them.
pub fn parse_part(file: FileId, sources: &SourceMap, report: &mut Report) -> Option<(Node, bool)> {
    let text = sources.text(file);
    let whole = Span { file, start: 0, end: text.len() };
    let conflicts = unmerged(text, whole);
    if !conflicts.is_empty() {
        conflicts.into_iter().for_each(|diagnostic| report.push(diagnostic));
        return None;
    }
    let (tree, whole) = match events::plain(text, file) {
        Some(tree) => (tree, true),
        None => match read(text) {
            Ok(raw) => (node(raw, file, text), true),
            Err(error) => {
                let rest = broken(text, file, error, report)?;
                (node(read(&rest).ok()?, file, &rest), false)
            }
        },
    };
    misread(&tree, text, report);
    Some((tree, whole))
}

fn read(text: &str) -> Result<Spanned<Raw>, serde_yaml::Error> {
    let options = serde_yaml::options! {
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        strict_booleans: true,
        with_snippet: false,
    };
    serde_yaml::from_str_with_options::<Spanned<Raw>>(text, options)
}

/// Reports each mistake of a file, and returns the text of the rest if that can be parsed.
fn broken(
    text: &str,
    file: FileId,
    error: serde_yaml::Error,
    report: &mut Report,
) -> Option<String> {
    let error = error.without_snippet();
    let reason = error.to_string();
    let at = |error: &serde_yaml::Error, start: usize, text: &str| {
        error.location().map_or(Span { file, start, end: start }, |at| {
            let place = offset(text, at);
            let end = text.get(place..).and_then(|rest| rest.find('\n'));
            let end = end.map_or(text.len(), |n| place + n);
            Span { file, start: start + place, end: start + end }
        })
    };
    // The scanner reports its own limit as a message without a kind.
    let deep = reason.starts_with("recursion limit exceeded");
    if deep || over_budget(error) {
        let reason = if deep { phrase("yaml-deep") } else { phrase("yaml-grows") };
        let span = at(error, 0, text);
        report.push(Diagnostic::at(Code::YamlBudget, span).with("reason", reason));
        return None;
    }
    if let Some(diagnostic) = divided(text, Span { file, start: 0, end: text.len() }) {
        report.push(diagnostic);
        return None;
    }
    let found = mistakes(text, &|part| read(part).is_err_and(|error| !elsewhere(&error, text)));
    let rest = without(text, &found);
    let readable = !found.is_empty() && read(&rest).is_ok();
    let unread = |mut diagnostic: Diagnostic| {
        for (name, fact) in diagnostic.facts.iter_mut().filter(|_| !readable) {
            if *name == "help" {
                *fact = phrase("yaml-rest").with("help", fact.clone()).into();
            }
        }
        diagnostic
    };
    for mistake in &found {
        report.push(unread(match &mistake.blame {
            Some(blame) => {
                let span = Span { file, start: blame.at.start, end: blame.at.end };
                let diagnostic = Diagnostic::at(Code::YamlSyntax, span);
                diagnostic.with("reason", blame.reason.clone()).with("help", blame.help.clone())
            }
            None => {
                let own = text.get(mistake.entry.clone()).unwrap_or("");
                let stuck = read(own).err();
                let stuck = stuck.as_ref().map(|stuck| stuck.without_snippet());
                let span =
                    stuck.map_or(at(error, 0, text), |stuck| at(stuck, mistake.entry.start, own));
                syntax(text, span, &stuck.map_or_else(|| reason.clone(), ToString::to_string))
            }
        }));
    }
    if found.is_empty() {
        report.push(unread(syntax(text, at(error, 0, text), &reason)));
    }
    readable.then_some(rest)
}

/// Whether an entry fails only because it is parsed separately: it refers to an anchor of another
/// entry.
fn elsewhere(error: &serde_yaml::Error, text: &str) -> bool {
    let reason = error.to_string();
    (reason.contains("anchor") || reason.contains("alias")) && text.contains(" &")
}

/// Whether the parser stopped because the file exceeds a resource limit.
fn over_budget(error: &serde_yaml::Error) -> bool {
    use serde_yaml::Error;
    // An error inside an alias wraps the original error.
    if let Error::AliasError { error, .. } = error {
        return over_budget(error);
    }
    matches!(
        error,
        Error::Budget { .. }
            | Error::AliasReplayLimitExceeded { .. }
            | Error::AliasExpansionLimitExceeded { .. }
            | Error::AliasReplayStackDepthExceeded { .. }
    )
}

/// The byte offset of a location; the parser counts characters where it has no bytes.
fn offset(text: &str, at: Location) -> usize {
    let bytes = at.span().byte_offset().and_then(|b| usize::try_from(b).ok());
    bytes.filter(|b| text.is_char_boundary(*b)).unwrap_or_else(|| {
        let line = usize::try_from(at.line()).unwrap_or(1).max(1);
        let column = usize::try_from(at.column()).unwrap_or(1).max(1);
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let rest = text.get(start..).unwrap_or("");
        start + rest.char_indices().nth(column - 1).map_or(rest.len(), |(at, _)| at)
    })
}

fn node(raw: Spanned<Raw>, file: FileId, text: &str) -> Node {
    let start = offset(text, raw.referenced);
    let length = raw.referenced.span().byte_len().and_then(|n| usize::try_from(n).ok());
    let end = (start + length.unwrap_or(0)).min(text.len());
    let kind = match raw.value {
        Raw::Null => Kind::Null,
        Raw::Typed => {
            // For an alias, the text is at its anchor.
            let start = offset(text, raw.defined);
            let length = raw.defined.span().byte_len().and_then(|n| usize::try_from(n).ok());
            let typed = text.get(start..start + length.unwrap_or(0)).unwrap_or("");
            Kind::Scalar(composed(invisible::trimmed(typed)).into_owned())
        }
        Raw::Text(value) => Kind::scalar(&value, text.get(start..end)),
        Raw::List(items) => Kind::List(items.into_iter().map(|n| node(n, file, text)).collect()),
        Raw::Mapping(pairs) => Kind::Mapping(
            pairs.into_iter().map(|(k, v)| (node(k, file, text), node(v, file, text))).collect(),
        ),
    };
    Node::placed(kind, (start, end), file, text)
}

/// The output of the deserializer. Numbers and booleans are read again from the source text, so
/// that `4.50` stays `4.50`.
enum Raw {
    Null,
    Typed,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Mapping(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

impl<'de> de::Deserialize<'de> for Raw {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("YAML")
    }
    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }
    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }
    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }
    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Raw::Mapping(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Places;

    fn tree(text: &str) -> (SourceMap, Node) {
        let mut sources = SourceMap::default();
        let file = sources.add("x.yaml", text);
        let mut report = Report::default();
        let node = parse(file, &sources, &mut report);
        assert!(!report.has_errors(), "{:?}", report.sorted());
        (sources, node.unwrap_or_else(|| unreachable!("no errors, so a tree")))
    }

    #[test]
    fn numbers_and_dates_stay_as_typed_and_every_scalar_has_its_place() {
        let text = "é: 4.50\ndate: 2022-11\nno: no\nlist: [a, \"b c\"]\nblok: |\n  een\n  twee\n";
        let (sources, node) = tree(text);
        let mut spans = Vec::new();
        node.scalars(&mut spans);
        let slices: Vec<_> = spans.iter().map(|s| sources.slice(s.span)).collect();
        assert_eq!(&slices[..5], ["4.50", "2022-11", "no", "a", "\"b c\""]);
        assert!(slices[5].contains("een\n  twee"), "{:?}", slices[5]);
    }

    #[test]
    fn an_alias_of_a_number_reads_as_the_number() {
        let (_, node) = tree("a: &n 4.50\nb: *n\n");
        let mut scalars = Vec::new();
        node.scalars(&mut scalars);
        assert_eq!(scalars.iter().map(|s| s.value.as_str()).collect::<Vec<_>>(), ["4.50", "4.50"]);
    }

    #[test]
    fn a_key_given_twice_reaches_the_reader_twice() {
        let (_, node) = tree("a: 1\na: 2\n");
        assert!(matches!(node.kind, Kind::Mapping(pairs) if pairs.len() == 2));
    }

    /// The source text of the scalar whose value is `word`.
    fn typed(yaml: &str, word: &str) -> String {
        let mut sources = SourceMap::default();
        let file = sources.add("x.yaml", yaml);
        let mut texts = Vec::new();
        if let Some(node) = parse(file, &sources, &mut Report::default()) {
            node.scalars(&mut texts);
        }
        let text = texts.remove(0);
        let start = text.value.find(word).unwrap_or(usize::MAX);
        let span = Places::of(&text, &sources).span(start, start.saturating_add(word.len()));
        let at = sources.line_column(span);
        format!("{}:{} {}", at.line, at.column, sources.slice(span))
    }

    #[test]
    fn a_word_is_found_where_it_was_typed_in_every_style_of_yaml() {
        assert_eq!(typed("a: een twee drie\n", "twee"), "1:8 twee");
        assert_eq!(typed("a: een\n  twee drie\n", "twee"), "2:3 twee");
        assert_eq!(typed("a: \"een \\\"twee\\\" drie\"\n", "drie"), "1:18 drie");
        assert_eq!(typed("a: \"x\\u00e9\\ty \\\n  drie\"\n", "drie"), "2:3 drie");
        assert_eq!(typed("a: 'z''n ''twee'''\n", "twee"), "1:12 twee");
        assert_eq!(typed("a: |\n  een\n\n  twee\n", "twee"), "4:3 twee");
        assert_eq!(typed("a: |-  # uitleg\n    een\n    é twee\n", "twee"), "3:7 twee");
        assert_eq!(typed("a: >\n  een\n  twee\n\n  drie\n", "drie"), "5:3 drie");
        assert_eq!(typed("a: >-\r\n  een\r\n  twee\r\n", "twee"), "3:3 twee");
        assert_eq!(typed("a: |\n  > een\n  > twee\n", "twee"), "3:5 twee");
        assert_eq!(typed("a: |\n  \"een\" twee\n", "twee"), "2:9 twee");
        assert_eq!(typed("- &x |\n  een twee\n", "twee").split(' ').next(), Some("2:7"));
    }
}
