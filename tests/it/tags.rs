//! What a screen reader gets from a PDF: the tags in reading order, with their text.
//!
//! `pdfinfo` (poppler) reads the tags, apart from the libraries that wrote them. After a change
//! that should change them: `INSTA_UPDATE=always cargo test tags::`, and read the difference.

use crate::common::{Work, needs};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name, Object, String as PdfString};
use std::process::Command;

/// A document with every kind of block.
const DOCUMENT: &str = include_str!("../fixtures/blocks.md");

/// A picture of nothing much.
const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">\
                       <rect width=\"10\" height=\"10\"/></svg>";

fn set() -> Work {
    let work = Work::empty();
    work.write("blokken.md", DOCUMENT);
    work.write("figuur.svg", PICTURE);
    let run = work.run("render blokken.md --without-name-search");
    assert_eq!(run.status, 0, "{}", run.stderr);
    work
}

#[test]
fn a_screen_reader_meets_headings_tables_lists_and_links_in_the_order_of_the_text() {
    if !needs("pdfinfo", &["-v"]) {
        return;
    }
    let work = set();
    let done = Command::new("pdfinfo")
        .arg("-struct-text")
        .arg(work.path("blokken.pdf"))
        .output()
        .expect("pdfinfo runs");
    let text = String::from_utf8(done.stdout).expect("UTF-8");
    // How a table looks is no matter of reading, nor is the number of a link's object.
    let looks = ["/BBox", "/Border", "/Width", "/Height", "/Placement", "Object "];
    let lines = text.lines().filter(|l| !looks.iter().any(|look| l.trim_start().starts_with(look)));
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn figures_have_their_text_alternative_and_the_document_its_language_and_title() {
    let work = set();
    let pdf = Pdf::new(work.bytes("blokken.pdf")).expect("a PDF");
    let (mut figures, mut languages) = (Vec::new(), Vec::new());
    let text =
        |d: &Dict<'_>, key: &str| d.get::<PdfString<'_>>(key).map(|s| readable(s.as_bytes()));
    for object in pdf.objects() {
        let Object::Dict(dict) = object else { continue };
        let kind = dict.get::<Name<'_>>("S").map(|n| n.as_ref().to_vec());
        if kind.as_deref() == Some(b"Figure") {
            figures.push(text(&dict, "Alt"));
        }
        if dict.get::<Name<'_>>("Type").is_some_and(|n| n.as_ref() == b"Catalog") {
            languages.push(text(&dict, "Lang"));
        }
    }
    assert_eq!(figures, [Some("Een zwart vierkant.".to_owned())]);
    assert_eq!(languages, [Some("nl-NL".to_owned())]);
    let title = pdf.metadata().title.clone().expect("a title");
    assert_eq!(readable(&title), "Alle blokken");
}

/// A text of a PDF: UTF-16 with a mark, or a byte a letter.
fn readable(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => {
            let units = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).filter_map(Result::ok).collect()
        }
        None => bytes.iter().map(|b| char::from(*b)).collect(),
    }
}
