//! Letters with marks are typed as one character on Windows and as two on a Mac: one text all the
//! same, in every file and argument.

use crate::common::{Work, comparisons};
use unicode_normalization::UnicodeNormalization as _;

/// A name as Windows has it.
const NAME: &str = "Súdwest-Fryslân";

fn as_on_a_mac(text: &str) -> String {
    text.nfd().collect()
}

#[test]
fn two_audits_of_one_municipality_are_of_one_however_its_name_was_typed() {
    let work = Work::empty();
    work.add_municipality(NAME, &[]);
    work.add_municipality(
        "Later",
        &[
            ("case.yaml", "{from: 2025-09, to: 2025-12}", "{from: 2028-01, to: 2028-02}"),
            ("case.yaml", "{from: 2022, to: 2025}", "{from: 2026, to: 2027}"),
            ("case.yaml", "date: 2026-03-01", "date: 2028-03-01"),
        ],
    );
    let later = "cases/later/case.yaml";
    let named = format!("name: {}", as_on_a_mac(NAME));
    work.write(later, work.read(later).replace("name: Later", &named));
    let first = NAME.to_lowercase();
    let card = work.scorecard(&first, "kaart.json");
    work.write("kaart.json", as_on_a_mac(&card));
    for other in [format!("cases/{first}"), "kaart.json".to_owned()] {
        let run = work.run_each(&["compare", &other, "cases/later", "--format", "md"]);
        assert_eq!(run.status, 0, "{other}: {}", run.stderr);
        let text = work.read(comparisons::MD);
        assert!(text.contains("# Door de tijd"), "{other}: {text}");
        assert!(!text.contains(&as_on_a_mac(NAME)), "{other}");
    }
}

/// Word makes another apostrophe of it, and another hyphen.
#[test]
fn a_municipality_is_one_whatever_apostrophe_and_hyphen_its_name_has() {
    let work = Work::empty();
    work.add_municipality(
        "'s-Gravenberg",
        &[("case.yaml", "name: 's-Gravenberg", "name: \"'s-Gravenberg\"")],
    );
    let text = work.read("cases/'s-gravenberg/case.yaml");
    work.add_case("later");
    let text = text
        .replace("'s-Gravenberg", "’s\u{2011}Gravenberg")
        .replace("{from: 2025-09, to: 2025-12}", "{from: 2028-01, to: 2028-02}")
        .replace("{from: 2022, to: 2025}", "{from: 2026, to: 2027}")
        .replace("date: 2026-03-01", "date: 2028-03-01");
    work.write("cases/later/case.yaml", text);
    let run = work.run("compare cases/'s-gravenberg cases/later --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(work.read(comparisons::MD).contains("# Door de tijd"));
}

/// A folder from a Mac keeps its letters and marks apart, also on another computer.
#[test]
fn a_folder_is_found_however_its_name_was_typed() {
    let work = Work::empty();
    let (folder, typed) = (as_on_a_mac("cases/réünie/proef-é"), "cases/réünie/proef-é");
    work.add_case("proef");
    std::fs::create_dir_all(work.path(&as_on_a_mac("cases/réünie"))).expect("a folder");
    std::fs::rename(work.path("cases/proef"), work.path(&folder)).expect("a renamed folder");
    assert_eq!(work.run(&format!("check {typed}")).seen(), "geen problemen gevonden\nstatus 0");
    assert_eq!(work.run(&format!("nota {typed} --format md")).stdout, "output/proef-é/nota.md\n");
    // What the document records of its case is found again too.
    let again = work.run("render output/proef-é/nota.md --format html");
    assert_eq!(again.seen(), "output/proef-é/nota.html\nstatus 0");
}

#[test]
fn an_attribute_is_found_however_it_was_typed() {
    let work = comparisons::many(4, "sample");
    for file in work.files().iter().filter(|file| file.ends_with("case.yaml")) {
        work.write(file, work.read(file).replace("soort:", "reünie:"));
    }
    let by = as_on_a_mac("reünie");
    let run = work.run_each(&["compare", "cases", "--by", &by, "--format", "md"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read(comparisons::MD);
    assert!(text.contains("# Groepen naar kenmerk ‘Reünie’"), "{text}");
}
