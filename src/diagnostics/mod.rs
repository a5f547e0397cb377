//! Problems that a user can cause, each with a code, a place and, if possible, a suggestion.
//!
//! Modules add [`Diagnostic`]s to a [`Report`] and do not stop at the first. The texts of a message
//! are in the file of its code (`codes/`), with everything else about that code; the code that
//! finds a problem supplies only the facts.
#![warn(missing_docs)]

mod catalogue;
mod cause;
mod code;
pub mod explain;
mod fact;
mod foreign;
mod gather;
mod item;
mod language;
mod library;
mod machine;
mod path;
mod redact;
mod render;
mod severity;
mod source;

pub use catalogue::{Texts, said, text, words};
pub use cause::cause;
pub use code::Code;
pub use fact::{Fact, Phrase, phrase};
pub use foreign::{foreign, is_utf16};
pub use item::Item;
pub use language::Language;
pub use library::{explain_template, library_says, of_toml, of_xml};
pub use machine::{json, sarif};
pub use path::portable;
pub use redact::{CONFIDENTIAL, PASSAGES, Redacted, is_confidential, redacted, shown_path};
pub use render::{Style, kind, render};
pub use severity::Severity;
pub use source::{FileId, LineColumn, Redaction, SourceMap, Span};

/// One problem: its code, its place, and the values that its message needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The code, which identifies the kind of problem.
    pub code: Code,
    /// Its place; `None` for a problem that has no place in a file.
    pub span: Option<Span>,
    /// The file or folder, if the problem has no place inside a file.
    pub path: Option<String>,
    /// The values that the message fills in, by their names in the catalogues.
    pub facts: Vec<(&'static str, Fact)>,
}

impl Diagnostic {
    /// A problem at a place in a source.
    #[must_use]
    pub fn at(code: Code, span: Span) -> Self {
        Self { code, span: Some(span), path: None, facts: Vec::new() }
    }

    /// A problem with a file or folder as a whole.
    #[must_use]
    pub fn of_file(code: Code, path: impl Into<String>) -> Self {
        Self { code, span: None, path: Some(path.into()), facts: Vec::new() }
    }

    /// A file that could not be read, or is too large to be.
    #[must_use]
    pub fn unreadable(path: impl Into<String>, error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::FileTooLarge => Self::of_file(Code::FileTooLarge, path),
            _ => Self::of_file(Code::FileUnreadable, path).with("reason", cause(error)),
        }
    }

    /// Adds a value that the message fills in.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.facts.push((name, fact.into()));
        self
    }

    /// Adds an optional value, such as the nearest known name.
    #[must_use]
    pub fn with_some(self, name: &'static str, fact: Option<impl Into<Fact>>) -> Self {
        match fact {
            Some(fact) => self.with(name, fact),
            None => self,
        }
    }

    /// The value of this name, if it is text that was typed.
    #[must_use]
    pub fn typed(&self, name: &str) -> Option<&str> {
        self.facts.iter().find(|(known, _)| *known == name)?.1.text()
    }

    /// How serious it is, which follows from the code.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// All problems of one run, in the order in which they were found; [`Report::sorted`] orders them
/// by place.
#[derive(Debug, Default, Clone)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds a problem if there is one.
    pub fn extend_some(&mut self, diagnostic: Option<Diagnostic>) {
        self.diagnostics.extend(diagnostic);
    }

    /// Adds all problems of another report.
    pub fn extend(&mut self, other: Report) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// Keeps the problems for which `keep` returns true.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.diagnostics.retain(keep);
    }

    /// Whether it contains an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity() == Severity::Error)
    }

    /// The number of problems of this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|d| d.severity() == severity).count()
    }

    /// The problems sorted by file and place, without duplicates.
    #[must_use]
    pub fn sorted(&self) -> Vec<Diagnostic> {
        let mut all = self.diagnostics.clone();
        all.sort_by(|a, b| {
            let span = |d: &Diagnostic| d.span.map(|s| (s.file, s.start));
            let place = span(a).cmp(&span(b)).then_with(|| a.path.cmp(&b.path));
            place.then_with(|| a.code.cmp(&b.code))
        });
        all.dedup();
        all
    }

    /// The problems in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }
}

/// Quotation marks as word processors insert them. YAML does not treat them as quotes.
pub const CURLY_QUOTES: [char; 6] = ['“', '”', '„', '‘', '’', '‚'];

/// The known name nearest to the typed one, if it is near enough to be a likely slip. In a code
/// with a number only one character may differ, and a different number is not a slip. Otherwise the
/// only name that begins with the typed text.
#[must_use]
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.trim_matches(CURLY_QUOTES).to_lowercase();
    let known: Vec<&str> = known.into_iter().collect();
    let near = known
        .iter()
        .map(|name| (strsim::damerau_levenshtein(&typed, &name.to_lowercase()), *name))
        .filter(|(distance, name)| *distance <= slips(name) && !renumbered(&typed, name))
        .min();
    let mut begun = known.iter().filter(|name| {
        let words = !name.contains(|c: char| c.is_ascii_digit());
        words && typed.len() > 2 && name.to_lowercase().starts_with(&typed)
    });
    let only = begun.next().filter(|_| begun.next().is_none());
    near.map(|(_, name)| name).or(only.copied())
}

/// Maximum edit distance that counts as a likely slip for a name.
fn slips(name: &str) -> usize {
    match name.contains(|c: char| c.is_ascii_digit()) {
        true => 1,
        false => (name.chars().count() / 3).max(1),
    }
}

/// Whether two codes differ only in their digits, other than by a transposition.
fn renumbered(typed: &str, name: &str) -> bool {
    let letters = |text: &str| text.to_lowercase().replace(|c: char| c.is_ascii_digit(), "");
    let digits = |text: &str| {
        let mut all: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
        all.sort_unstable();
        all
    };
    let (own, other) = (digits(typed), digits(name));
    letters(typed) == letters(name) && own.len() == other.len() && own != other
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_no_other_number() {
        let known = ["D01", "D12", "CA-1", "B-BB-1", "voldoet", "I01"];
        assert_eq!(nearest("DX12", known), Some("D12"));
        assert_eq!(nearest("I10", known), Some("I01"));
        assert_eq!(nearest("D02", known), None);
        assert_eq!(nearest("CA-9", known), None);
        assert_eq!(nearest("B-CA-1", known), None);
        assert_eq!(nearest("voldet", known), Some("voldoet"));
        assert_eq!(nearest("“voldoet”", known), Some("voldoet"));
    }
}
