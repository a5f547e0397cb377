//! Any input is a document or an error, never a panic: each kind of input a bounded number of times,
//! the same ones in every run.
//!
//! `REKENKAMER_FUZZ_CASES=5000` tries that many of each kind, `REKENKAMER_FUZZ_SEED=2` others.
#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

mod entries;
mod mutations;

use entries::{CARRIED, HOUSE, PEERS, SMALL, STUDY, WHOLE};
use mutations::{changed, nasty, text_with};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestCaseError, TestRunner};
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Tries inputs, `cases` of them unless the environment asks for another number.
fn each<T: std::fmt::Debug>(cases: u32, inputs: impl Strategy<Value = T>, entry: impl Fn(T)) {
    let asked = |name| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let config = ProptestConfig {
        cases: asked("REKENKAMER_FUZZ_CASES").and_then(|n| u32::try_from(n).ok()).unwrap_or(cases),
        rng_seed: RngSeed::Fixed(asked("REKENKAMER_FUZZ_SEED").unwrap_or(1)),
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    };
    let run = |input| {
        entry(input);
        Ok::<(), TestCaseError>(())
    };
    if let Err(failure) = TestRunner::new(config).run(&inputs, run) {
        panic!("{failure}");
    }
}

fn file(files: entries::Files, name: &str) -> Vec<u8> {
    let found = files.iter().find(|(file, _)| *file == name || file.ends_with(&format!("/{name}")));
    found.expect("a seed").1.as_bytes().to_vec()
}

/// A shipped file with changes; now and then bytes at random.
fn bytes(seed: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![9 => changed(seed), 1 => prop::collection::vec(any::<u8>(), 0..300)]
}

/// `confidential.*` is ignored by git, and so was the target of that name.
#[test]
fn every_target_of_cargo_fuzz_has_its_file() {
    let fuzz = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = std::fs::read_to_string(fuzz.join("Cargo.toml")).expect("the manifest");
    let paths =
        manifest.lines().filter_map(|line| line.strip_prefix("path = \"")?.strip_suffix('"'));
    for path in paths {
        assert!(fuzz.join(path).is_file(), "{path} is not there");
    }
}

#[test]
fn any_file_of_a_case() {
    each(30, bytes(file(SMALL, "case.yaml")), |b| entries::case_file("case.yaml", &b));
    each(15, bytes(file(SMALL, "sources.yaml")), |b| entries::case_file("sources.yaml", &b));
    let name = "findings/voorbeeld-inhuur.yaml";
    each(25, bytes(file(SMALL, name)), |b| entries::case_file(name, &b));
}

#[test]
fn any_key_file() {
    each(8, bytes(file(WHOLE, "confidential.yaml")), |b| entries::confidential(&b));
}

#[test]
fn any_framework_codebook_and_list_of_words() {
    each(10, bytes(file(CARRIED, "fte-capacity.yaml")), |b| entries::framework(&b));
    each(10, bytes(file(CARRIED, "coalition-agreements.yaml")), |b| entries::codebook(&b));
    each(10, bytes(file(CARRIED, "words.yaml")), |b| entries::words(&b));
}

#[test]
fn any_coding_study() {
    each(15, bytes(file(STUDY, "study.yaml")), |b| entries::study_file("study.yaml", &b));
    each(25, bytes(file(STUDY, "coding.csv")), |b| entries::study_file("coding.csv", &b));
    each(10, bytes(PEERS.as_bytes().to_vec()), |b| entries::peers(&b));
}

/// A zip of one part.
fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A zip, changed in one of its parts or as a whole.
fn packed(parts: Vec<(String, Vec<u8>)>) -> impl Strategy<Value = Vec<u8>> {
    let zip = move |which: usize, bytes: Option<Vec<u8>>| {
        let each = parts.iter().enumerate().map(|(index, (name, own))| {
            let other = bytes.as_deref().filter(|_| index == which);
            (name.as_str(), other.unwrap_or(own))
        });
        zipped(&each.collect::<Vec<_>>())
    };
    let whole = zip(0, None);
    let (many, texts) = (parts_of(&whole).len(), parts_of(&whole));
    let inner = (0..many).prop_flat_map(move |which| {
        let zip = zip.clone();
        changed(texts[which].1.clone()).prop_map(move |bytes| zip(which, Some(bytes)))
    });
    prop_oneof![3 => inner, 1 => bytes(whole)]
}

fn parts_of(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(zip)).expect("a zip");
    let each = (0..zip.len()).map(|index| {
        let mut part = zip.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("bytes");
        (part.name().expect("a name").into_owned(), bytes)
    });
    each.collect()
}

#[test]
fn any_workbook_with_a_coding() {
    each(10, packed(parts_of(&entries::workbook_of_coding())), |b| entries::workbook(&b));
}

#[test]
fn any_workbook_of_a_case() {
    each(10, packed(parts_of(&entries::casebook_of_case())), |b| entries::casebook(&b));
}

#[test]
fn any_project_and_codebook_of_an_analysis_program() {
    let parts = [("project.qde", entries::PROJECT), ("sources/een.txt", entries::INTERVIEW)];
    let parts = parts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    each(40, packed(parts.to_vec()), |b| entries::project(&b));
    let book = entries::PROJECT.replace("urn:QDA-XML:project", "urn:QDA-XML:codebook");
    let start = book.find("<CodeBook>").expect("the codebook");
    let end = book.find("</CodeBook>").expect("its end") + "</CodeBook>".len();
    each(20, bytes(book.as_bytes()[start..end].to_vec()), |b| entries::analysis_codebook(&b));
}

#[test]
fn any_word_file_as_a_house_style() {
    let parts = HOUSE.iter().map(|(name, text)| ((*name).to_owned(), text.to_vec()));
    each(10, packed(parts.collect()), |b| entries::house_style(&b));
}

#[test]
fn any_scorecard_by_itself_or_in_a_pdf() {
    let (_, pdf) = entries::nota();
    each(15, bytes(entries::card().into_bytes()), |b| entries::scorecard(&b));
    each(15, bytes(pdf), |b| entries::scorecard(&b));
}

#[test]
fn any_sealed_scorecard_in_a_comparison() {
    let change = (any::<[u8; 2]>(), nasty())
        .prop_map(|(which, text)| which.into_iter().chain(text.into_bytes()).collect::<Vec<u8>>());
    let changes = prop::collection::vec(change, 1..4).prop_map(|parts| parts.join(&0xFF));
    each(8, changes, |data| entries::compared(&data));
    entries::many_frameworks(3_000);
}

/// A screen obeys it, wherever the page or table of the comparison is shown.
#[test]
fn a_control_character_in_a_sealed_scorecard_reaches_no_output() {
    for which in 0..60_u8 {
        entries::compared(&[0, which, b'a', 0x1b, b'[', b'3', b'1', b'm', 7]);
    }
}

#[test]
fn any_text_in_any_field_of_a_case() {
    let data = (any::<[u8; 2]>(), nasty())
        .prop_map(|(which, text)| which.into_iter().chain(text.into_bytes()).collect::<Vec<u8>>());
    each(4, data, |data| entries::field(&data));
}

#[test]
fn any_edited_nota() {
    let (nota, _) = entries::nota();
    let inputs = prop_oneof![
        text_with(nota.clone()),
        changed(nota.into_bytes()),
        prop::collection::vec(nasty(), 1..6).prop_map(|parts| parts.join("\n\n").into_bytes()),
    ];
    each(15, inputs, |bytes| entries::document(&bytes));
}

#[test]
fn any_image() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"30\">\n<defs>\n\
        <linearGradient id=\"a\"><stop offset=\"1\"/></linearGradient>\n</defs>\n\
        <text y=\"20\" font-family=\"Source Sans 3\">Lijn</text>\n<path d=\"M0 0L9 9\"/>\n</svg>\n";
    each(8, bytes(svg.as_bytes().to_vec()), |b| entries::image(&b));
}
