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

fn text_of(work: &Work, pdf: &str) -> std::io::Result<String> {
    let out = Command::new("pdftotext").arg("-layout").arg(work.path(pdf)).arg("-").output()?;
    Ok(String::from_utf8_lossy(&out.stdout).into_owned())
}

#[test]
fn no_line_ends_within_an_amount_an_article_or_a_code_and_no_address_gets_a_hyphen() {
    if !needs("pdftotext", &["-v"]) {
        return;
    }
    let work = Work::empty();
    let (head, _) = DOCUMENT.split_once("\n---\n").expect("a head");
    // The same words after more and more letters, so that a line ends at each of them.
    let told = "kost € 650.000 en 2,5% volgens art. 12 en CA-3, zie www.raadsinformatiesysteem.nl en \
                https://voorbeeldgemeente.nl/raadsinformatie_documenten_vergaderingen";
    let paragraphs: Vec<String> =
        (0..60).map(|n| format!("{} {told}.", "a".repeat(n % 20 + 1) + &" b".repeat(n))).collect();
    work.write("regels.md", format!("{head}\n---\n\n# Regels\n\n{}\n", paragraphs.join("\n\n")));
    let run = work.run("render regels.md --without-name-search");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = text_of(&work, "regels.pdf").expect("pdftotext runs");
    let torn = ["€", "art.", "CA-", "2,5", "\u{ad}", "2,"];
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let found: Vec<_> = lines.iter().filter(|l| torn.iter().any(|t| l.ends_with(t))).collect();
    assert!(found.is_empty(), "{found:?}");
    let plain = text.replace('\u{a0}', " ");
    for whole in ["€ 650.000", "2,5%", "art. 12", "CA-3"] {
        assert_eq!(plain.matches(whole).count(), 60, "{whole}");
    }
}

/// The judgement with a remark took all the width there was, and the norms stood under it.
#[test]
fn a_judgement_with_a_remark_leaves_the_norm_beside_it_on_its_line() {
    if !needs("pdftotext", &["-v"]) {
        return;
    }
    let work = Work::empty();
    let (head, _) = DOCUMENT.split_once("\n---\n").expect("a head");
    let names = ["BB-4 Toetsen uitgevoerd", "BB-1 Actuele beleidsregel"];
    let open = "? niet te beoordelen";
    let judged = ["○ voldoet niet · smal", open];
    let row = |(n, j)| format!("| {n} | {open} | {j} | {open} | {open} |\n");
    let rows: String = names.iter().zip(judged).map(row).collect();
    let top = "| Norm | Amersfoort | Zoetermeer | Urk | Ede |\n|---|---|---|---|---|";
    work.write("tabel.md", format!("{head}\n---\n\n# Tabel\n\n{top}\n{rows}"));
    let run = work.run("render tabel.md --without-name-search");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = text_of(&work, "tabel.pdf").expect("pdftotext runs").replace('\u{a0}', " ");
    for name in names {
        let line = text.lines().find(|line| line.contains(name));
        assert!(line.is_some_and(|line| line.matches("niet te beoordelen").count() >= 3), "{text}");
    }
}

#[test]
fn a_long_commissioner_leaves_the_title_of_a_summary_whole_and_on_one_page() {
    if !needs("pdftotext", &["-v"]) {
        return;
    }
    for long in [36, 65, 90, 120] {
        let work = Work::with_case();
        let name: String =
            "Gezamenlijke rekenkamer van de gemeenten Berg en Dal, Beuningen, Druten, \
                            Heumen, Wijchen, Nijmegen, Overbetuwe en omstreken in Gelderland"
                .chars()
                .take(long)
                .collect();
        let commissioner = format!("commissioner: \"{}\"", name.trim());
        work.edit("case.yaml", "commissioner: Rekenkamer Proefstad", &commissioner);
        let title = "title: Grip op ondermijning in de prioriteitenstelling\n";
        work.edit("case.yaml", "title: Ondermijning\n", title);
        let run = work.run("nota cases/proef --document summary --format pdf");
        assert_eq!(run.status, 0, "{}", run.stderr);
        let pdf = Pdf::new(work.bytes("output/proef/samenvatting.pdf")).expect("a PDF");
        assert_eq!(pdf.pages().len(), 1, "{long}");
        let text = text_of(&work, "output/proef/samenvatting.pdf").expect("pdftotext runs");
        for word in ["Grip", "ondermijning", "prioriteitenstelling"] {
            assert!(text.split_whitespace().any(|w| w == word), "{long}: {text}");
        }
    }
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
