//! Removes confidential data from messages: names of people who spoke in confidence.
//!
//! The file with these names is never quoted, and neither is a line of any other file that contains
//! one of them. Every format of problems starts from [`redacted`].

use super::{Diagnostic, FileId, SourceMap};
use std::path::Path;

/// The key file of a case, whose contents may not be in any output or message.
pub const CONFIDENTIAL: &str = "confidential.yaml";

/// The file of a case with passages from interviews, which is guarded as the key file is.
pub const PASSAGES: &str = "confidential-passages.yaml";

/// Replaces confidential text in a message.
const HIDDEN: &str = "…";

/// Words of the file format, which messages about the key file may contain.
const OWN_WORDS: &str = " people also source what name aliases function surname-alone note texts \
    refuse warn users documents code kind title guid passages to finding place quote quoted text true \
    code-guid ";

/// Facts whose value is typed text.
const TYPED: [&str; 7] = ["value", "key", "found", "reason", "character", "help", "meant"];

/// A problem without confidential data.
#[derive(Debug, Clone)]
pub struct Redacted {
    /// The problem, with confidential facts replaced.
    pub diagnostic: Diagnostic,
    /// Whether the lines at its place may be quoted.
    pub excerpt: bool,
}

/// Removes confidential data from a problem.
#[must_use]
pub fn redacted(diagnostic: &Diagnostic, sources: &SourceMap) -> Redacted {
    let mut out = diagnostic.clone();
    let secret = diagnostic.span.map(|s| s.file).filter(|file| sources.is_secret(*file));
    let near = diagnostic.facts.iter().any(|(name, _)| *name == "nearest");
    for (name, fact) in &mut out.facts {
        for text in fact.texts_mut() {
            let may_show = match secret {
                Some(file) if TYPED.contains(name) && !near => may_say(text, sources.text(file)),
                _ => true,
            };
            if !may_show || sources.hides(text) {
                HIDDEN.clone_into(text);
            }
            *text = harmless(text);
        }
    }
    out.path = out.path.map(|path| shown_path(&path, sources));
    let visible =
        diagnostic.span.is_none_or(|span| !sources.hides(sources.slice(sources.whole_lines(span))));
    let excerpt = secret.is_none() && visible && !diagnostic.code.is_discreet();
    Redacted { diagnostic: out, excerpt }
}

/// A path with confidential names of folders and files replaced.
#[must_use]
pub fn shown_path(path: &str, sources: &SourceMap) -> String {
    let parts = path.split('/').map(|part| if sources.hides(part) { HIDDEN } else { part });
    harmless(&parts.collect::<Vec<_>>().join("/"))
}

/// A text without control characters for a terminal and without marks that change the direction of
/// text.
fn harmless(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let obeyed = |c: char| turns(c) || (c.is_control() && c != '\n' && c != '\t');
    text.chars().map(|c| if obeyed(c) { '\u{FFFD}' } else { c }).collect()
}

/// Whether a file is the key file, or a copy of it under any name.
#[must_use]
pub fn is_confidential(path: &str) -> bool {
    let name = Path::new(path).file_name().and_then(|n| n.to_str()).unwrap_or("");
    name.to_lowercase().contains("confidential")
}

/// Whether a fact reveals nothing that was typed in the key file: words of the file format, codes
/// of sources, and text that is not in the file.
fn may_say(value: &str, typed: &str) -> bool {
    let mark = |c: char| !(c.is_alphanumeric() || c == '-');
    let code = |word: &str| {
        let letters = word.chars().take_while(char::is_ascii_uppercase).count();
        let digits = word.get(letters..).unwrap_or("x");
        (1..=4).contains(&letters)
            && (1..=4).contains(&digits.len())
            && digits.chars().all(|c| c.is_ascii_digit())
    };
    let typed: Vec<&str> = typed.split(mark).collect();
    value.split(mark).filter(|word| word.chars().count() > 1).all(|word| {
        OWN_WORDS.contains(&format!(" {word} ")) || code(word) || !typed.contains(&word)
    })
}

impl SourceMap {
    /// Whether a file is the key file.
    #[must_use]
    pub fn is_secret(&self, file: FileId) -> bool {
        is_confidential(self.path(file))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Code, Span};
    use std::sync::Arc;

    #[test]
    fn the_file_of_names_is_never_shown_and_its_facts_only_where_they_are_ours() {
        let mut sources = SourceMap::default();
        let text = "people: [{source: Jansen, naam: Ans}, {source: I09}]\n";
        let file = sources.add("cases/x/confidential.yaml", text);
        let span = Span { file, start: 0, end: 6 };
        let shown = |diagnostic: Diagnostic| {
            let redacted = redacted(&diagnostic, &sources);
            assert!(!redacted.excerpt);
            redacted.diagnostic.facts[0].1.text().expect("a text").to_owned()
        };
        let at = |code| Diagnostic::at(code, span);
        assert_eq!(shown(at(Code::UnknownSource).with("value", "Jansen")), "…");
        assert_eq!(shown(at(Code::UnknownSource).with("value", "I09")), "I09");
        let near = at(Code::UnknownKey).with("key", "naam").with("nearest", "name");
        assert_eq!(shown(near), "naam");
        assert_eq!(shown(at(Code::UnknownKey).with("key", "Ans")), "…");
        assert_eq!(
            shown(at(Code::YamlSyntax).with("reason", "unclosed bracket")),
            "unclosed bracket"
        );
    }

    #[test]
    fn a_line_with_a_name_is_not_shown_in_any_file() {
        let mut sources = SourceMap::default();
        let file = sources.add("cases/x/case.yaml", "een\ntwee Verschuur\ndrie\n");
        sources.redact(Arc::new(|text: &str| text.contains("Verschuur")));
        let at = |start| Diagnostic::at(Code::HtmlInText, Span { file, start, end: start + 2 });
        assert!(redacted(&at(0), &sources).excerpt);
        assert!(!redacted(&at(4), &sources).excerpt);
        let named = redacted(&at(0).with("value", "mevrouw Verschuur"), &sources);
        assert_eq!(named.diagnostic.facts[0].1.text(), Some("…"));
        let path = Diagnostic::of_file(Code::NoCase, "cases/Verschuur/case.yaml");
        assert_eq!(redacted(&path, &sources).diagnostic.path.as_deref(), Some("cases/…/case.yaml"));
    }
}
