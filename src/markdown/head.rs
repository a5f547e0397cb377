//! The head of a nota: what a publisher must know that is no text.

use super::Kind;
use crate::assets::sha256;
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
    /// The title.
    pub title: String,
    /// The subtitle.
    #[serde(default)]
    pub subtitle: Option<String>,
    /// The municipality.
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
    /// The version of the program that wrote it.
    pub version: String,
    /// SHA-256 of the head and the text below it, as the program wrote them.
    pub seal: String,
}

impl Head {
    /// Reads a head; the error names the first key that is missing or wrong.
    ///
    /// # Errors
    /// Where the text is no YAML or lacks a key.
    pub fn parse(yaml: &str) -> Result<Self, String> {
        let options = serde_yaml::options! { with_snippet: false };
        serde_yaml::from_str_with_options(yaml, options).map_err(|error| {
            let text = error.without_snippet().to_string();
            text.split('`').nth(1).unwrap_or("title").to_owned()
        })
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
    fn windows_line_ends_are_no_edit_but_another_title_is() {
        let head = head();
        assert_eq!(seal(&head, "a\r\nb\r\n"), seal(&head, "a\nb\n"));
        assert_ne!(seal(&head, "a\nb\n"), seal(&head, "a\nc\n"));
        let other = Head { title: "Anders".into(), ..head.clone() };
        assert_ne!(seal(&head, "a"), seal(&other, "a"));
    }
}
