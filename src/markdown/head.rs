//! The head of a nota: what a publisher must know that is no text.

use super::Kind;
use crate::assets::sha256;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The front matter of a nota.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Head {
    /// Which kind of document this is.
    #[serde(default)]
    pub kind: Kind,
    /// The same, as a reader sees it.
    pub document: String,
    /// Whether it is for the researchers' own eyes, with names in it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub internal: bool,
    pub title: String,
    #[serde(default)]
    pub subtitle: Option<String>,
    pub municipality: String,
    /// Who had the study done.
    pub commissioner: String,
    /// The date in words.
    pub date: String,
    /// The date as year, month and day, for the document's metadata.
    pub date_parts: (i32, u32, u32),
    /// The status as a word of the format.
    pub status: String,
    /// The status as a reader sees it.
    pub status_text: String,
    /// The language.
    pub lang: String,
    /// The folder name of the case.
    pub case: String,
    /// The folders of the cases behind it, each as a path from the working folder; none where the
    /// document may not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cases: Option<Vec<String>>,
    /// The version of the program that wrote it.
    pub version: String,
    /// SHA-256 of the head and the text below it, as the program wrote them.
    pub seal: String,
}

impl Head {
    /// Who had the study done, or else the municipality.
    #[must_use]
    pub fn commissioned_by(&self) -> &str {
        match self.commissioner.trim() {
            "" => &self.municipality,
            _ => &self.commissioner,
        }
    }

    /// Reads a head; the error names the first key that is missing or wrong.
    ///
    /// # Errors
    /// Where the text is no YAML or lacks a key.
    pub fn parse(yaml: &str) -> Result<Self, String> {
        let options = serde_yaml::options! { with_snippet: false };
        let head: Self = serde_yaml::from_str_with_options(yaml, options).map_err(|error| {
            let text = error.without_snippet().to_string();
            text.split('`').nth(1).unwrap_or("title").to_owned()
        })?;
        head.unfit().map_or(Ok(()), |key| Err(key.to_owned()))?;
        Ok(head)
    }

    /// The key whose value no document can have.
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

    /// Its texts that a reader sees.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let subtitle = self.subtitle.as_deref().unwrap_or("");
        [&*self.document, &*self.title, subtitle, &*self.municipality, &*self.commissioner]
            .into_iter()
            .chain([&*self.date, &*self.status_text, &*self.version])
    }

    /// The head as YAML between its fences. Every text is quoted, so that none can be read as
    /// anything else.
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

/// The hash of a nota, head and text, by which an edit of either is seen.
#[must_use]
pub fn seal(head: &Head, body: &str) -> String {
    let unsealed = Head { seal: String::new(), ..head.clone() };
    let unix = body.replace("\r\n", "\n");
    let whole = format!("{}\n{}", unsealed.write(), unix.trim());
    sha256(whole.as_bytes())
}

/// A nota's text without its head, and the head's YAML where there is one.
#[must_use]
pub fn split(text: &str) -> (Option<&str>, &str) {
    // Notepad puts a byte order mark in front.
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

/// Where the marks of a merge stand that nobody settled yet: start and end of each such line.
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
