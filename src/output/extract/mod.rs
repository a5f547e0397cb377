//! The texts in a file that is about to be written, whatever its format: what a reader sees, and
//! what travels with it unseen.

mod markdown;
mod packed;
mod pdf;
mod pdf_text;
mod xml;

use crate::diagnostics::{Fact, phrase};
use std::path::Path;

/// How deep files may lie within files: a scorecard in a PDF, a drawing in an HTML page.
const DEEPEST: usize = 4;

/// The shortest run of letters in a binary file that is taken for a text.
const SHORTEST: usize = 6;

/// How fonts begin: TrueType, OpenType, collections, WOFF.
const FONTS: [&[u8]; 6] = [b"\0\x01\0\0", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2"];

/// Where in a file a text stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the lines of the file itself.
    Lines,
    /// On a page, from 1.
    Page(usize),
    /// In a part of it, as a message names it.
    Inside(Fact),
    /// Among bytes that are no text, such as those of an image.
    Bytes,
    /// In its name.
    Name,
}

/// A text in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands.
    pub place: Place,
    /// The text.
    pub text: String,
}

impl Part {
    fn inside(what: impl Into<Fact>, text: impl Into<String>) -> Self {
        Self { place: Place::Inside(what.into()), text: text.into() }
    }

    /// The same text in a file that holds the file.
    fn within(self, what: impl Into<Fact>) -> Self {
        let place = match self.place {
            Place::Bytes => Place::Bytes,
            _ => Place::Inside(what.into()),
        };
        Self { place, ..self }
    }
}

/// Every text in a file, by its bytes; the name of the file only helps where they do not tell.
#[must_use]
pub fn parts(name: &str, bytes: &[u8]) -> Vec<Part> {
    within(name, bytes, 0)
}

fn within(name: &str, bytes: &[u8], depth: usize) -> Vec<Part> {
    if depth > DEEPEST {
        return Vec::new();
    }
    if bytes.starts_with(b"%PDF-") {
        return pdf::parts(bytes, depth);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return packed::parts(bytes, depth);
    }
    // What a font says of itself is of its designers.
    if FONTS.iter().any(|magic| bytes.starts_with(magic)) {
        return Vec::new();
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return vec![Part { place: Place::Bytes, text: printable(bytes) }];
    };
    let mut out = vec![Part { place: Place::Lines, text: text.to_owned() }];
    let ending = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or("");
    match ending {
        "md" => out.extend(markdown::parts(text)),
        "json" => out.extend(json(text)),
        _ if text.trim_start().starts_with('<') => out.extend(xml::parts(text)),
        _ => {}
    }
    out.extend(embedded(text, depth));
    out
}

/// All strings of a JSON file, with their escapes undone.
fn json(text: &str) -> Option<Part> {
    fn strings(value: &serde_json::Value, into: &mut String) {
        match value {
            serde_json::Value::String(text) => {
                into.push_str(text);
                into.push_str("\n\n");
            }
            serde_json::Value::Array(items) => items.iter().for_each(|v| strings(v, into)),
            serde_json::Value::Object(pairs) => pairs.iter().for_each(|(key, v)| {
                into.push_str(key);
                into.push_str("\n\n");
                strings(v, into);
            }),
            _ => {}
        }
    }
    let value = serde_json::from_str(text).ok()?;
    let mut out = String::new();
    strings(&value, &mut out);
    Some(Part::inside(phrase("place-value"), out))
}

/// What is embedded in a text as `data:…;base64,…`: drawings, images, fonts.
fn embedded(text: &str, depth: usize) -> Vec<Part> {
    use base64::Engine as _;
    const MARK: &str = ";base64,";
    let mut out = Vec::new();
    for (at, _) in text.match_indices(MARK) {
        let rest = text.get(at + MARK.len()..).unwrap_or("");
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+/=".contains(c)));
        let coded = rest.get(..end.unwrap_or(rest.len())).unwrap_or("");
        if let Ok(bytes) = base64::engine::general_purpose::STANDARD.decode(coded) {
            let inner = within("", &bytes, depth + 1).into_iter();
            out.extend(inner.map(|part| part.within(phrase("place-embedded"))));
        }
    }
    out
}

/// The runs of letters in a binary file, such as what a camera wrote in a photograph.
fn printable(bytes: &[u8]) -> String {
    let mut out = String::new();
    let plain = |b: &u8| matches!(b, 0x20..=0x7E) || *b >= 0xC0;
    for run in bytes.split(|b| !plain(b)).filter(|run| run.len() >= SHORTEST) {
        let read = std::str::from_utf8(run).map(str::to_owned);
        out.push_str(&read.unwrap_or_else(|_| latin(run)));
        out.push_str("\n\n");
    }
    out
}

/// Bytes of Latin-1 as text.
fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|b| char::from(*b)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(name: &str, bytes: &[u8]) -> String {
        let each: Vec<String> = parts(name, bytes).into_iter().map(|p| p.text).collect();
        each.join("\n").replace('\u{1}', "")
    }

    #[test]
    fn what_lies_within_a_text_is_found() {
        assert!(texts("x.json", br#"{"a": ["Vers\u0063huur"]}"#).contains("Verschuur"));
        assert!(
            texts("x.svg", b"<svg><text>Ver<tspan>schuur</tspan></text></svg>")
                .contains("Verschuur")
        );
        let html =
            b"<html><img src=\"data:image/svg+xml;base64,PHN2Zz5WZXJzY2h1dXI8L3N2Zz4=\"></html>";
        assert!(texts("x.html", html).contains("Verschuur"));
        let script =
            br#"<html><script>if (1 < 2) go("</p>");</script><p>Ver<b>schuur</b></p></html>"#;
        assert!(texts("x.html", script).contains("Verschuur"), "behind a script");
        let data = br#"<html><SCRIPT type="application/json">["Vers\u0063huur"]</SCRIPT></html>"#;
        assert!(texts("x.html", data).contains("Verschuur"), "in the data of a script");
        let sheet = b"<styleSheet><t>Ver</t><t>schuur</t></styleSheet>";
        assert!(texts("x.xml", sheet).contains("Verschuur"), "a longer name is another element");
        assert!(texts("x.md", b"Zie Ver**schuur**").contains("Verschuur"));
        assert!(texts("x.jpg", b"\xFF\xD8\x00\x01Artist Verschuur\x00\xFF").contains("Verschuur"));
    }
}
