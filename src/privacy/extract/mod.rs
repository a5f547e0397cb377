//! Extracts all texts from a file of any format before it is written: the visible text, and hidden
//! data such as metadata.
//!
//! A file that cannot be read is never treated as empty: it is [`Unread`], and blocks publication.

mod markdown;
mod packed;
mod part;
mod pdf;
mod pdf_text;
mod xml;

use crate::publish::{is_clean, is_font};
use part::{Nested, json, printable, unread};
pub use part::{Part, Parts, Place, Unread};
use std::path::Path;

/// The extension of a font that Word obfuscated.
const OBFUSCATED: &str = "odttf";

/// Every text in a file. The format is recognised by its bytes; the name is used only if they do
/// not decide.
///
/// # Errors
/// If any part of the file cannot be read.
pub fn parts(name: &str, bytes: &[u8]) -> Parts {
    read(name, bytes, Nested::new(read))
}

fn read(name: &str, bytes: &[u8], nested: Nested) -> Parts {
    if bytes.starts_with(b"%PDF-") {
        return pdf::parts(bytes, nested);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return packed::parts(bytes, nested);
    }
    let ending = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or("");
    let Ok(text) = std::str::from_utf8(bytes) else {
        return binary(ending, bytes);
    };
    let mut out = vec![Part { place: Place::Lines, text: text.to_owned() }];
    match ending {
        "md" => {
            out.extend(markdown::parts(text));
            out.extend(nested.loose(text)?);
        }
        "json" => {
            out.push(json(text).ok_or_else(|| unread("unread-json"))?);
            out.extend(nested.loose(text)?);
        }
        "csv" | "txt" | "yaml" | "typ" | "toml" => out.extend(nested.loose(text)?),
        _ if text.trim_start().starts_with('<') => out.extend(xml::parts(text, nested)?),
        _ => out.extend(nested.loose(text)?),
    }
    Ok(out)
}

/// The texts of a binary file. Pixels cannot be searched; metadata was stripped from images before.
fn binary(ending: &str, bytes: &[u8]) -> Parts {
    // Names in a font's metadata are those of its designers.
    if is_font(bytes) || is_clean(bytes) {
        return Ok(Vec::new());
    }
    if ending == OBFUSCATED {
        return Ok(vec![Part { place: Place::Bytes, text: printable(bytes) }]);
    }
    let image = bytes.starts_with(b"\x89PNG") || bytes.starts_with(&[0xFF, 0xD8]);
    Err(unread(if image { "unread-picture" } else { "unread-kind" }))
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

    /// Each of these inputs was, or could be, mistaken for empty.
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
