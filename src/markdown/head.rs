//! The front matter of a nota: the metadata for publishers.

use super::Kind;
use crate::assets::sha256;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Head {
    /// The kind of document.
    #[serde(default)]
    pub kind: Kind,
    /// The kind as shown to the reader.
    pub document: String,
    /// Whether it is for the researchers only, because it contains names.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub internal: bool,
    pub title: String,
    #[serde(default)]
    pub subtitle: Option<String>,
    pub municipality: String,
    /// The client that commissioned the study; may be empty.
    pub commissioner: String,
    /// The date in words, for the reader.
    pub date: String,
    /// Year, month and day, for the document's metadata.
    pub date_parts: (i32, u32, u32),
    /// The status as its key in the file format.
    pub status: String,
    /// The status as shown to the reader.
    pub status_text: String,
    /// The language as a code of two or three lower-case letters.
    pub lang: String,
    /// The name of the folder of the case.
    pub case: String,
    /// The folders of the cases that it is based on, relative to the working directory; `None` if
    /// the document must not disclose them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cases: Option<Vec<String>>,
    /// SHA-256 over the names and hashes of the files of its case; empty for other documents.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub inputs: String,
    /// The version of the program that generated it.
    pub version: String,
    /// SHA-256 of the head and the text as generated; see [`seal`].
    pub seal: String,
}

impl Head {
    /// The commissioner, or else the municipality.
    #[must_use]
    pub fn commissioned_by(&self) -> &str {
        match self.commissioner.trim() {
            "" => &self.municipality,
            _ => &self.commissioner,
        }
    }

    /// Parses a head.
    ///
    /// # Errors
    /// If the text is not YAML, or a key is missing or wrong; holds the first such key.
    pub fn parse(yaml: &str) -> Result<Self, String> {
        let options = serde_yaml::options! { with_snippet: false };
        let head: Self = serde_yaml::from_str_with_options(yaml, options).map_err(|error| {
            match error.without_snippet() {
                serde_yaml::Error::SerdeMissingField { field, .. } => (*field).to_owned(),
                other => key_at(yaml, other.location().map_or(1, |place| place.line())),
            }
        })?;
        head.unfit().map_or(Ok(()), |key| Err(key.to_owned()))?;
        Ok(head)
    }

    /// The first key whose value is invalid in a document.
    fn unfit(&self) -> Option<&'static str> {
        let (year, month, day) = self.date_parts;
        let letters = self.lang.bytes().all(|b| b.is_ascii_lowercase());
        let wrong = [
            // A document that a screen reader announces needs a title and a language.
            (self.title.trim().is_empty(), "title"),
            (!letters || !matches!(self.lang.len(), 2 | 3), "lang"),
            (!(1..=9999).contains(&year), "date-parts"),
            (NaiveDate::from_ymd_opt(year, month, day).is_none(), "date-parts"),
        ];
        wrong.into_iter().find_map(|(wrong, key)| wrong.then_some(key))
    }

    /// The texts that the reader sees.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let subtitle = self.subtitle.as_deref().unwrap_or("");
        [&*self.document, &*self.title, subtitle, &*self.municipality, &*self.commissioner]
            .into_iter()
            .chain([&*self.date, &*self.status_text, &*self.version])
    }

    /// The head as YAML between `---` fences. Every text is quoted, so that YAML cannot read it as
    /// another type.
    #[must_use]
    pub fn write(&self) -> String {
        let value = serde_json::to_value(self).unwrap_or_default();
        let mut out = String::from("---\n");
        for (key, value) in value.as_object().into_iter().flatten() {
            out.push_str(&format!("{key}: {value}\n"));
        }
        out.push_str("---\n");
        out
    }
}

/// The key to which a line of a head (from 1) belongs; `title` if there is none.
fn key_at(yaml: &str, line: u64) -> String {
    let count = usize::try_from(line).unwrap_or(usize::MAX);
    let key = |line: &str| {
        let (key, _) = line.split_once(':')?;
        let word = |c: char| c.is_ascii_alphanumeric() || c == '-';
        (!key.is_empty() && key.chars().all(word)).then(|| key.to_owned())
    };
    let above: Vec<&str> = yaml.lines().take(count).collect();
    above.into_iter().rev().find_map(key).unwrap_or_else(|| "title".to_owned())
}

/// The hash of a nota's head and text, which reveals an edit of either. White space around the text
/// and Windows line ends do not count.
#[must_use]
pub fn seal(head: &Head, body: &str) -> String {
    let unsealed = Head { seal: String::new(), ..head.clone() };
    let unix = body.replace("\r\n", "\n");
    let whole = format!("{}\n{}", unsealed.write(), unix.trim());
    sha256(whole.as_bytes())
}

/// Splits a nota into the YAML of its head, if there is one, and the text after it.
#[must_use]
pub fn split(text: &str) -> (Option<&str>, &str) {
    // Notepad adds a byte order mark.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else {
        return (None, text);
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            let body = rest.get(at + line.len()..).unwrap_or("");
            return (rest.get(..at), body);
        }
        at += line.len();
    }
    (None, text)
}

/// The unresolved merge conflict markers: start and end of each such line.
#[must_use]
pub fn conflict_marks(text: &str) -> Vec<(usize, usize)> {
    let mut at = 0;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        let marks = ["<<<<<<< ", "||||||| ", ">>>>>>> "];
        if marks.iter().any(|mark| line.starts_with(mark)) {
            out.push((at, at + line.trim_end().len()));
        }
        at += line.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> Head {
        Head {
            kind: Kind::Nota,
            document: "Bestuurlijke nota".into(),
            internal: false,
            title: "Ja: \"nee\" # {{ x }} | --- \u{2028}".into(),
            subtitle: None,
            municipality: "'s-Hertogenbosch".into(),
            commissioner: "- x".into(),
            date: "november 2022".into(),
            date_parts: (2022, 11, 1),
            status: "concept".into(),
            status_text: "Concept".into(),
            lang: "nl".into(),
            case: "null".into(),
            cases: Some(vec!["cases/null".into()]),
            inputs: "0".repeat(64),
            version: "1.0".into(),
            seal: "0".into(),
        }
    }

    #[test]
    fn a_head_reads_back_as_it_was_written_whatever_a_title_holds() {
        let head = head();
        let text = format!("{}tekst\n", head.write());
        let (yaml, body) = split(&text);
        assert_eq!(yaml.map(Head::parse), Some(Ok(head)));
        assert_eq!(body, "tekst\n");
    }

    #[test]
    fn a_head_that_no_document_can_have_is_refused_by_its_key() {
        let parse = |head: Head| Head::parse(head.write().trim_matches(['-', '\n']));
        assert!(parse(head()).is_ok());
        for (lang, parts, key) in [
            ("Nederlands", (2022, 11, 1), "lang"),
            ("", (2022, 11, 1), "lang"),
            ("nl", (2022, 13, 1), "date-parts"),
            ("nl", (2022, 2, 30), "date-parts"),
            ("nl", (-1, 1, 1), "date-parts"),
        ] {
            let wrong = Head { lang: lang.into(), date_parts: parts, ..head() };
            assert_eq!(parse(wrong), Err(key.to_owned()));
        }
        assert_eq!(parse(Head { title: " ".into(), ..head() }), Err("title".to_owned()));
    }

    #[test]
    fn a_value_of_another_kind_is_refused_by_its_own_key() {
        let written = head().write();
        let wrong = |key: &str, value: &str| {
            let line = |line: &str| match line.starts_with(&format!("{key}:")) {
                true => format!("{key}: {value}\n"),
                false => format!("{line}\n"),
            };
            let yaml: String = written.trim_matches(['-', '\n']).lines().map(line).collect();
            Head::parse(&yaml).err()
        };
        for (key, value) in [
            ("kind", "\"folder\""),
            ("date", "[a]"),
            ("date-parts", "2026"),
            ("date-parts", "[2026, 6]"),
            ("date-parts", "[2026,\n  juni, 1]"),
            ("cases", "5"),
            ("status", "{a: b}"),
            ("title", "`x`: b"),
            ("version", "\"1.0"),
        ] {
            assert_eq!(wrong(key, value), Some(key.to_owned()), "{value}");
        }
    }

    #[test]
    fn windows_line_ends_are_no_edit_but_another_title_is() {
        let head = head();
        assert_eq!(seal(&head, "a\r\nb\r\n"), seal(&head, "a\nb\n"));
        let marked = format!("\u{FEFF}{}a\n", head.write());
        assert_eq!(split(&marked), split(marked.trim_start_matches('\u{FEFF}')));
        assert_ne!(seal(&head, "a\nb\n"), seal(&head, "a\nc\n"));
        let other = Head { title: "Anders".into(), ..head.clone() };
        assert_ne!(seal(&head, "a"), seal(&other, "a"));
    }
}
