//! The publication firewall: names in every spelling and every format, and no false alarm.
#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::Work;
use crate::firewall_names::COMMON;
use insta::assert_snapshot;
use rekenkamer::diagnostics::{Diagnostic, Language, Report, SourceMap};
use rekenkamer::model::{Label, Person, Protected, Secret};
use rekenkamer::privacy::{Guard, Outgoing, Typed, clear};
use std::io::Write as _;
use std::path::Path;

/// Spellings of names: each of somebody else, so that one file can hold all.
const SPELLINGS: [(&str, &str); 26] = [
    ("Anneke Verschuur", "zei Anneke Verschuur daar"),
    ("Bram Oostermolenaar", "zei BRAM OOSTERMOLENAAR daar"),
    ("Cees Terwispelaer", "zei cees terwispelaer daar"),
    ("Dora Kloosterziel", "zei D. Kloosterziel daar"),
    ("Els Berta Hazelhekke", "zei E.B. Hazelhekke daar"),
    ("Frits Gerard Wolvenkamper", "zei FG Wolvenkamper daar"),
    ("Gijs van der Zonderland", "zei Van der Zonderland daar"),
    ("Henk van Broekhuizerveld", "zei Broekhuizerveld daar"),
    ("Ina de Grootenhuijs", "zei Grootenhuijs, I. de daar"),
    ("Jan Quaadvliegh-Torenbosch", "zei Quaadvliegh daar"),
    ("Kim Ruitenschild-Aardewerker", "zei Aardewerker daar"),
    ("Leo Übelacker", "zei Ubelacker daar"),
    ("Mia Brönninghauser", "zei Broenninghauser daar"),
    ("Nel Sérénitée", "zei Serenitee daar"),
    ("Ole Pietersonius", "zei Pieter\u{AD}sonius daar"),
    ("Pia Ingelse-Maan", "zei Ingel\u{200B}se daar"),
    ("Quin Hulstkampje", "zei Quin\u{A0}Hulstkampje daar"),
    ("Rik Vlasblommer", "mail r.vlasblommer@proefstad.example daar"),
    ("Suze de Ketelaarij", "mail sdeketelaarij@proefstad.example daar"),
    ("Tom van Wijngaarderen", "zie vanwijngaarderen-notulen.pdf daar"),
    ("Udo Bakker", "zei U. Bakker daar"),
    ("Vera de Wit", "zei Vera de Wit daar"),
    ("Wim van Zoetermeer", "zei mevrouw Van Zoetermeer daar"),
    ("Xandra Yspeert", "zei IJspeert daar"),
    ("Yolande Fijnaartje", "zei Fynaartje daar"),
    ("Zeno Dubbelkop", "zei Zeno Dubbelkop daar"),
];

pub fn person(label: &str, name: &str) -> Person {
    Person {
        label: Label::What(label.into()),
        name: name.into(),
        aliases: Vec::new(),
        function: None,
        alone: None,
    }
}

/// A guard for everybody; the label of each is the place in the table.
pub fn guard() -> Guard {
    let people = SPELLINGS.iter().enumerate();
    let people = people.map(|(at, (name, _))| person(&format!("#{at}#"), name)).collect();
    Guard::of(&Protected { people, also: Vec::new(), ..Protected::default() }, &["Proefstad"])
}

/// What the gate says of a file: whether it passed, and its messages.
pub fn gate(guard: &Guard, name: &str, bytes: Vec<u8>) -> (bool, String) {
    let (mut report, sources) = (Report::default(), SourceMap::default());
    let typed = Typed { texts: &[], sources: &sources, folders: &[] };
    let file = Outgoing::new(Path::new("output/proef"), name, bytes);
    let passed = clear(guard, vec![file], &typed, &mut report).is_some();
    let said = |d: &Diagnostic| rekenkamer::diagnostics::text(d, Language::Dutch).title;
    let each = report.iter().map(|d| format!("{} {}", d.code.as_str(), said(d)));
    (passed, each.collect::<Vec<_>>().join("\n"))
}

/// Every name of the table must be found for certain, and none told.
fn all_found(name: &str, bytes: Vec<u8>) {
    let (passed, said) = gate(&guard(), name, bytes);
    assert!(!passed, "{name}");
    let certain: Vec<&str> = said.lines().filter(|l| l.starts_with("R702")).collect();
    let missed: Vec<&str> = SPELLINGS
        .iter()
        .enumerate()
        .filter(|(at, _)| !certain.iter().any(|line| line.contains(&format!("#{at}#"))))
        .map(|(_, (_, spelling))| *spelling)
        .collect();
    assert!(missed.is_empty(), "{name} misses {missed:#?}");
    for (name, _) in SPELLINGS {
        assert!(!said.contains(name), "{said}");
    }
}

fn sentences() -> Vec<&'static str> {
    SPELLINGS.iter().map(|(_, spelling)| *spelling).collect()
}

/// A text as it stands in XML.
pub fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A zip of texts.
pub fn zip(files: &[(&str, String)]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        let options = zip::write::SimpleFileOptions::default();
        out.start_file(*name, options).expect("a file in a zip");
        out.write_all(text.as_bytes()).expect("a text in a zip");
    }
    out.finish().expect("a zip").into_inner()
}

#[test]
fn every_spelling_is_found_in_plain_formats() {
    all_found("nota.md", sentences().join("\n\n").into_bytes());
    all_found("x.csv", sentences().join("\n").into_bytes());
    let json = serde_json::to_string(&sentences()).expect("JSON");
    all_found("x.json", json.into_bytes());
    let escaped: String = SPELLINGS
        .iter()
        .flat_map(|(_, s)| s.chars().chain(['|']))
        .map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) })
        .collect();
    all_found("y.json", format!("[\"{}\"]", escaped.replace('|', "\",\"")).into_bytes());
}

#[test]
fn every_spelling_is_found_in_html_svg_word_and_opendocument() {
    let paragraphs = |open: &str, close: &str| -> String {
        sentences().iter().map(|s| format!("{open}{}{close}", xml(s))).collect()
    };
    all_found("x.html", format!("<html>{}</html>", paragraphs("<p>", "</p>")).into_bytes());
    all_found("y.html", format!("<html>{}</html>", paragraphs("<img alt=\"", "\">")).into_bytes());
    all_found("x.svg", format!("<svg>{}</svg>", paragraphs("<text>", "</text>")).into_bytes());
    all_found("y.svg", format!("<svg>{}</svg>", paragraphs("<title>", "</title>")).into_bytes());
    let body = paragraphs("<w:p><w:r><w:t>", "</w:t></w:r></w:p>");
    let document = format!("<w:document>{body}</w:document>");
    all_found("x.docx", zip(&[("word/document.xml", document)]));
    let alt = paragraphs("<wp:docPr descr=\"", "\"/>");
    all_found("y.docx", zip(&[("word/header1.xml", format!("<w:hdr>{alt}</w:hdr>"))]));
    let core = paragraphs("<dc:title>", "</dc:title>");
    all_found("z.docx", zip(&[("docProps/core.xml", format!("<c>{core}</c>"))]));
    for (part, open, close) in [
        ("content.xml", "<text:p>", "</text:p>"),
        ("content.xml", "<text:h>", "</text:h>"),
        ("content.xml", "<svg:desc>", "</svg:desc>"),
        ("content.xml", "<table:table table:name=\"", "\"/>"),
        ("styles.xml", "<style:footer><text:p>", "</text:p></style:footer>"),
        ("meta.xml", "<dc:creator>", "</dc:creator>"),
        ("meta.xml", "<meta:keyword>", "</meta:keyword>"),
    ] {
        all_found("x.odt", zip(&[(part, format!("<o>{}</o>", paragraphs(open, close)))]));
    }
}

#[test]
fn every_spelling_is_found_in_a_workbook() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, text) in (0..).zip(sentences()) {
        sheet.write(row, 0, text).expect("a cell");
    }
    all_found("x.xlsx", book.save_to_buffer().expect("a workbook"));
}

/// The PDF as Typst sets it: hyphenated, with every paragraph broken over lines.
#[test]
fn every_spelling_is_found_in_the_pages_of_a_pdf() {
    let work = Work::with_case();
    work.shorten_nota();
    // Long words in front bring names to the ends of lines, each at another place.
    // What nobody sees is refused before it comes so far.
    let seen = |s: &&str| s.replace(['\u{200B}', '\u{200C}', '\u{200D}', '\u{FEFF}'], "");
    let filled: Vec<String> = sentences()
        .iter()
        .map(seen)
        .enumerate()
        .map(|(at, s)| format!("{}{s} {s} {s} {s} {s} {s}", "lang ".repeat(at % 9)))
        .collect();
    let text = filled.join("\n\n    ");
    work.edit("case.yaml", "Proefstad wil weten of de aanpak werkt.", &text);
    let run = work.run("nota cases/proef --format pdf");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let pdf = work.bytes("output/proef/nota.pdf");
    assert!(!pdf.windows(6).any(|w| w == b"Wolven"), "the text of a page is compressed");
    all_found("nota.pdf", pdf);
}

/// A firewall that cries wolf is soon switched off.
#[test]
fn what_is_no_name_passes_without_a_word() {
    let names = [
        "Kees Bakker",
        "Jan Visser",
        "Bo de Wit",
        "Mia de Vos",
        "Piet van den Berg",
        "Sam de Boer",
        "Ali Kaya",
        "Wu Lee",
        "Roos van Dam",
        "Jan Jansen",
        "Mohamed El Amrani",
        "Ans de Raad",
        "Tom de Rechter",
        "Ine van Stad",
        "Lia Mol",
        "Bas Kok",
        "Jos van Zoetermeer",
    ];
    let people = names.iter().map(|n| person("x", n)).collect();
    let secret = Secret { label: Label::What("x".into()), texts: vec!["Dorpsstraat 12".into()] };
    let guard = Guard::of(
        &Protected { people, also: vec![secret], ..Protected::default() },
        &["Proefstad"],
    );
    for text in [
        "De bakker en de visser spraken met de boer over de berg afval.",
        "het wit geverfde pand, de witte wijk, een vos",
        "De raad besluit; de rechter oordeelt; de stad groeit.",
        "Dorpsstraat 120 en Dorpsstraat 1",
        "de dam in de rivier, een mol in de tuin, de kok",
        "Jansenius en Kayaks, Leeuwarden, Leerdam, Amsterdam",
        "de raad van Proefstad en van zijn buren",
        "een jan-van-gent, jansalie",
        "Van de raad kwam geen vraag. Het college zag geen berg werk.",
        "https://www.rijksoverheid.example/bergen/visserij.pdf",
        "sport@proefstad.example, plaats, boom",
    ] {
        for name in ["x.md", "x.csv", "x.html"] {
            let (passed, said) = gate(&guard, name, text.as_bytes().to_vec());
            assert!(passed && said.is_empty(), "{name}: {text}: {said}");
        }
    }
    // A surname by itself that is a word as well is told, and stops nothing.
    let told = ["volgens Bakker", "De Wit vond dat", "VAN DEN BERG", "gemeente Van Zoetermeer"]
        .map(|text| {
            let (passed, said) = gate(&guard, "x.md", text.as_bytes().to_vec());
            format!("{text}: {}: {said}", if passed { "passed" } else { "refused" })
        });
    assert_snapshot!(told.join("\n"), @"
    volgens Bakker: passed: R716 een woord dat een beschermde naam kan zijn staat in wat naar buiten gaat: ‘x’, in x.md (regel 1)
    De Wit vond dat: passed: R716 een woord dat een beschermde naam kan zijn staat in wat naar buiten gaat: ‘x’, in x.md (regel 1)
    VAN DEN BERG: passed: R716 een woord dat een beschermde naam kan zijn staat in wat naar buiten gaat: ‘x’, in x.md (regel 1)
    gemeente Van Zoetermeer: passed: R716 een woord dat een beschermde naam kan zijn staat in wat naar buiten gaat: ‘x’, in x.md (regel 1)
    ");
}

/// The texts that ship, with four hundred made-up names behind them, raise no alarm that stops.
#[test]
fn the_shipped_texts_raise_no_alarm_over_ordinary_names() {
    let given =
        ["Jan", "Anna", "Kees", "Fatima", "Piet", "Sophie", "Mohamed", "Ria", "Bas", "Emma"];
    let people = given.iter().flat_map(|g| COMMON.iter().map(move |s| format!("{g} {s}")));
    let people = people.enumerate().map(|(at, name)| person(&format!("{at}"), &name)).collect();
    let guard = Guard::of(
        &Protected { people, also: Vec::new(), ..Protected::default() },
        &["Voorbeeldstad"],
    );
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for folder in ["cases", "frameworks", "templates"] {
        for file in texts(&root.join(folder)) {
            let bytes = std::fs::read(&file).expect("a text that ships");
            let (passed, said) = gate(&guard, "x.md", bytes);
            assert!(passed, "{}: {said}", file.display());
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen}");
}

/// The texts that ship in a folder, without key files.
pub fn texts(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("");
        if path.is_dir() {
            out.extend(texts(&path));
        } else if ["yaml", "jinja", "csv", "typ"].contains(&ending) {
            out.push(path);
        }
    }
    out.retain(|p| !p.ends_with("confidential.yaml"));
    out
}
