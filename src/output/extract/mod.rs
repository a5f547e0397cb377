//! The texts in a file that is about to be written, whatever its format: what a reader sees, and
//! what travels with it unseen.
//!
//! What cannot be read is never taken for empty: it is [`Unread`], and stops a publication.

mod markdown;
mod packed;
mod pdf;
mod pdf_text;
mod xml;

use crate::diagnostics::{Fact, Phrase, phrase};
use crate::publish::{data_uri, from_base64, is_clean, is_font, urls_of_css};
use std::path::Path;

/// How deep files may lie within files: a scorecard in a PDF, an image in a drawing in a Word file.
const DEEPEST: usize = 8;

/// The shortest run of letters in a binary file that is taken for a text.
const SHORTEST: usize = 6;

/// How the name of a font ends that Word made unreadable for others.
const OBFUSCATED: &str = "odttf";

/// A file, or something in it, whose texts cannot be read; why, as a phrase of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread(pub Phrase);

/// All texts of a file, or why they cannot be known.
type Parts = Result<Vec<Part>, Unread>;

/// That something cannot be read.
fn unread(why: &'static str) -> Unread {
    Unread(phrase(why))
}

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
///
/// # Errors
/// Where anything in it cannot be read.
pub fn parts(name: &str, bytes: &[u8]) -> Parts {
    within(name, bytes, 0)
}

fn within(name: &str, bytes: &[u8], depth: usize) -> Parts {
    if depth > DEEPEST {
        return Err(unread("unread-depth"));
    }
    if bytes.starts_with(b"%PDF-") {
        return pdf::parts(bytes, depth);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return packed::parts(bytes, depth);
    }
    let ending = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or("");
    let Ok(text) = std::str::from_utf8(bytes) else {
        return binary(ending, bytes);
    };
    let mut out = vec![Part { place: Place::Lines, text: text.to_owned() }];
    match ending {
        "md" => {
            out.extend(markdown::parts(text));
            out.extend(loose(text, depth)?);
        }
        "json" => {
            out.push(json(text).ok_or_else(|| unread("unread-json"))?);
            out.extend(loose(text, depth)?);
        }
        "csv" | "txt" | "yaml" | "typ" | "toml" => out.extend(loose(text, depth)?),
        _ if text.trim_start().starts_with('<') => out.extend(xml::parts(text, depth)?),
        _ => out.extend(loose(text, depth)?),
    }
    Ok(out)
}

/// The texts of a file that is no text. Pixels cannot be searched; what stands beside them was
/// taken out before.
fn binary(ending: &str, bytes: &[u8]) -> Parts {
    // What a font says of itself is of its designers.
    if is_font(bytes) || is_clean(bytes) {
        return Ok(Vec::new());
    }
    if ending == OBFUSCATED {
        return Ok(vec![Part { place: Place::Bytes, text: printable(bytes) }]);
    }
    let image = bytes.starts_with(b"\x89PNG") || bytes.starts_with(&[0xFF, 0xD8]);
    Err(unread(if image { "unread-picture" } else { "unread-kind" }))
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

/// A file that stands in an address, such as that of an image. An address of another kind is a text
/// like any other.
fn embedded(address: &str, depth: usize) -> Option<Parts> {
    let file = data_uri(address)?.map_err(|_| unread("unread-address"));
    Some(file.and_then(|bytes| inner(&bytes, depth)))
}

/// The files that a style sheet holds within itself.
fn styled(css: &str, depth: usize) -> Parts {
    let files = urls_of_css(css).filter_map(|address| embedded(address, depth));
    Ok(files.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// What stands in a text as base64 though nothing says that it is an address. What is no base64 is
/// the text that it looks like, and was searched as that.
fn loose(text: &str, depth: usize) -> Parts {
    const MARK: &str = ";base64,";
    let mut out = Vec::new();
    for (at, _) in text.match_indices(MARK) {
        let rest = text.get(at + MARK.len()..).unwrap_or("");
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+/=".contains(c)));
        let coded = rest.get(..end.unwrap_or(rest.len())).unwrap_or("");
        if let Ok(bytes) = from_base64(coded.as_bytes()) {
            out.extend(inner(&bytes, depth)?);
        }
    }
    Ok(out)
}

/// The texts of a file within a text.
fn inner(bytes: &[u8], depth: usize) -> Parts {
    let parts = within("", bytes, depth + 1)?.into_iter();
    Ok(parts.map(|part| part.within(phrase("place-embedded"))).collect())
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
        let read = parts(name, bytes).unwrap_or_default();
        let each: Vec<String> = read.into_iter().map(|p| p.text).collect();
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
        let odttf = b"\xFF\x9A\x00\x01Verschuur\x00\xFF";
        assert!(texts("x.odttf", odttf).contains("Verschuur"));
    }

    /// Each of these was taken for empty once, or could be.
    #[test]
    fn what_cannot_be_read_is_never_taken_for_empty() {
        let image = |coded: &str| format!("<svg><image href=\"data:;base64,{coded}\"/></svg>");
        let deep = (0..12).fold("<svg/>".to_owned(), |inner, _| {
            use base64::Engine as _;
            image(&base64::engine::general_purpose::STANDARD.encode(inner))
        });
        let cases: [(&str, Vec<u8>, &str); 12] = [
            ("x.svg", deep.into_bytes(), "unread-depth"),
            ("x.svg", image("!!!!").into_bytes(), "unread-address"),
            ("x.svg", image("T1RUTwD/").into_bytes(), "unread-kind"),
            (
                "x.svg",
                b"<svg><style>a{b:url('data:;base64,!')}</style></svg>".to_vec(),
                "unread-address",
            ),
            ("x.svg", b"<svg><text>a</text".to_vec(), "unread-xml"),
            ("x.docx", b"PK\x03\x04 no zip".to_vec(), "unread-zip"),
            ("x.pdf", b"%PDF-1.7 no pdf".to_vec(), "unread-pdf"),
            ("x.png", b"\x89PNG\r\n\x1A\n cut off".to_vec(), "unread-picture"),
            ("x.jpg", b"\xFF\xD8\xFF\xE1 cut off".to_vec(), "unread-picture"),
            ("x.otf", b"OTTO\xFF\x00 Verschuur".to_vec(), "unread-kind"),
            ("x.txt", b"\xFF\xFEV\0e\0r\0s\0c\0h\0u\0u\0r\0".to_vec(), "unread-kind"),
            ("x.json", b"{\"a\": \"Vers".to_vec(), "unread-json"),
        ];
        for (name, bytes, why) in cases {
            assert_eq!(parts(name, &bytes), Err(unread(why)), "{name}: {why}");
        }
    }
}
