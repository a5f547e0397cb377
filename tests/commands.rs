//! The commands: exit status, what is written and what is not, and that nothing is lost.

mod common;

use common::{FINDINGS, Work};
use insta::assert_snapshot;

const NEW: &str = "new cases/nieuw --municipality Nieuwstad --frameworks bibob --date 2026-03-01";

#[test]
fn a_new_case_has_nothing_but_places_to_fill_in() {
    let work = Work::empty();
    let new = work.run(NEW);
    assert_snapshot!(new.seen(), @"");
    let check = work.run("check cases/nieuw --format short");
    assert_eq!(check.status, 0);
    assert!(check.stdout.lines().all(|l| l.contains(": nog in te vullen[R35")), "{}", check.stdout);
    assert_snapshot!(check.seen(), @"");
}

#[test]
fn a_new_case_with_every_framework_makes_a_nota_before_anything_is_filled_in() {
    let work = Work::empty();
    assert_eq!(work.run("new cases/nieuw --municipality Nieuwstad --date 2026-03-01").status, 0);
    assert_eq!(work.run("score cases/nieuw").status, 0);
    let nota = work.run("nota cases/nieuw");
    assert_eq!(
        (nota.status, nota.stdout.as_str()),
        (0, "output/nieuw/nota.md\noutput/nieuw/nota.pdf\n")
    );
    assert!(work.bytes("output/nieuw/nota.pdf").starts_with(b"%PDF-"));
}

#[test]
fn new_refuses_a_folder_that_has_something_in_it_and_changes_nothing() {
    let work = Work::empty();
    work.write("cases/nieuw/aantekening.txt", "van mij");
    assert_snapshot!(work.run(NEW).seen(), @"");
    assert_eq!(work.files(), ["cases/nieuw/aantekening.txt"]);
    assert_eq!(work.read("cases/nieuw/aantekening.txt"), "van mij");
}

#[test]
fn new_refuses_a_framework_that_does_not_exist_and_writes_nothing() {
    let work = Work::empty();
    assert_snapshot!(work.run("new cases/nieuw --municipality X --frameworks bibobb").seen(), @"");
    assert!(work.files().is_empty(), "{:?}", work.files());
}

#[test]
fn a_new_case_passes_check_whatever_the_arguments_of_new() {
    for arguments in
        ["--municipality N\u{85}\"#{{x}}:", "--municipality N --frameworks bibob,bibob"]
    {
        let work = Work::empty();
        let new = work.run(&format!("new cases/nieuw --date 2026 {arguments}"));
        let check = work.run("check cases/nieuw --format short");
        assert!(new.status != 0 || check.status == 0, "{arguments}: {}", check.seen());
    }
}

#[test]
fn wrong_usage_is_status_2() {
    let work = Work::with_case();
    for arguments in [
        "",
        "toets",
        "check",
        "nota",
        "render",
        "new cases/x",
        "check cases/proef --format xml",
        "nota cases/proef --format docx",
        "new cases/x --municipality X --date morgen",
    ] {
        assert_eq!(work.run(arguments).status, 2, "{arguments}");
    }
}

#[test]
fn a_machine_that_fails_us_is_status_3() {
    let work = Work::with_case();
    work.write("bezet", "een bestand, geen map");
    let run = work.run("nota cases/proef --format md --output bezet");
    assert_eq!((run.status, run.stdout.as_str()), (3, ""));
    assert!(run.stderr.starts_with("fout: de computer liet dit niet toe: bezet"), "{}", run.stderr);
}

#[test]
fn results_go_to_stdout_and_problems_to_stderr() {
    let work = Work::with_case();
    let good = work.run("nota cases/proef");
    assert_eq!(
        (good.stdout.as_str(), good.stderr.as_str()),
        ("output/proef/nota.md\noutput/proef/nota.pdf\n", "")
    );
    work.edit("case.yaml", "status: concept", "status: konsept");
    for command in ["nota", "score"] {
        let bad = work.run(&format!("{command} cases/proef"));
        assert_eq!((bad.status, bad.stdout.as_str()), (1, ""));
        assert!(bad.stderr.contains("onbekende waarde `konsept`"), "{}", bad.stderr);
    }
}

#[test]
fn nothing_is_written_where_one_of_two_cases_is_in_error() {
    let work = Work::with_case();
    work.add_case("goed");
    let before = work.files();
    work.edit("case.yaml", "status: concept", "status: konsept");
    assert_snapshot!(work.run("nota cases/goed cases/proef").seen(), @"");
    assert_eq!(work.files(), before);
}

#[test]
fn nothing_is_written_where_one_of_two_notas_cannot_be_set() {
    let work = Work::with_case();
    work.add_case("goed");
    let before = work.files();
    work.edit("case.yaml", "wil weten", "&#x4E2D; wil weten");
    assert_eq!(work.run("nota cases/goed cases/proef").status, 1);
    assert_eq!(work.files(), before);
}

#[test]
fn several_cases_a_call_each_get_their_own_folder() {
    let work = Work::with_case();
    work.add_case("ander");
    assert_eq!(work.run("nota cases/proef cases/ander/ --output uit --format pdf").status, 0);
    let written: Vec<_> = work.files().into_iter().filter(|f| !f.starts_with("cases/")).collect();
    assert_eq!(written, ["uit/ander/nota.pdf", "uit/proef/nota.pdf"]);
}

#[test]
fn two_cases_whose_notas_would_overwrite_each_other_are_refused() {
    let work = Work::with_case();
    for file in ["case.yaml", "sources.yaml", FINDINGS] {
        work.write(&format!("oud/proef/{file}"), work.bytes(&format!("cases/proef/{file}")));
    }
    let before = work.files();
    assert_eq!(work.run("nota cases/proef oud/proef").status, 1);
    assert_eq!(work.files(), before);
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let (one, other) = (Work::with_case(), Work::with_case());
    other.add_case("ander");
    assert_eq!(one.run("nota cases/proef").status, 0);
    assert_eq!(other.run("nota cases/ander cases/proef").status, 0);
    for file in ["output/proef/nota.md", "output/proef/nota.pdf"] {
        assert!(one.bytes(file) == other.bytes(file), "{file} differs");
    }
    let first = one.bytes("output/proef/nota.pdf");
    assert_eq!(one.run("nota cases/proef").status, 0, "an unedited nota is written again");
    assert_eq!(one.run("render output/proef/nota.md").status, 0);
    assert!(one.bytes("output/proef/nota.pdf") == first, "rendered again, the PDF differs");
}

#[test]
fn an_edited_nota_is_not_overwritten_and_kept_where_it_is_replaced() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let made = work.read("output/proef/nota.md");
    let edited = made.replace("Ten dele.", "Ten dele, maar het kan beter.");
    work.write("output/proef/nota.md", &edited);
    assert_snapshot!(work.run("nota cases/proef").seen(), @"");
    assert_eq!(work.read("output/proef/nota.md"), edited);
    assert!(!work.path("output/proef/nota.pdf").exists(), "a PDF of another text was written");

    assert_snapshot!(work.run("nota cases/proef --format md --replace").seen(), @"");
    assert_eq!(work.read("output/proef/nota.md"), made);
    assert_eq!(work.read("output/proef/nota.bewerkt-1.md"), edited);

    work.write("output/proef/nota.md", "iets heel anders");
    assert_eq!(work.run("nota cases/proef --format md").status, 1);
    assert_eq!(work.run("nota cases/proef --format md --replace").status, 0);
    assert_eq!(work.read("output/proef/nota.bewerkt-2.md"), "iets heel anders");
    assert_eq!(work.read("output/proef/nota.bewerkt-1.md"), edited);
}

#[test]
fn a_pdf_alone_does_not_come_beside_an_edited_nota_with_another_text() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let edited = work.read("output/proef/nota.md").replace("Ten dele.", "Helemaal.");
    work.write("output/proef/nota.md", edited);
    assert_eq!(work.run("nota cases/proef --format pdf").status, 1);
}

#[test]
fn render_sets_an_edited_nota_and_says_that_it_was_edited() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef").status, 0);
    let before = work.bytes("output/proef/nota.pdf");
    let edited = work.read("output/proef/nota.md").replace("Ten dele.", "Ten dele, *vinden wij*.");
    work.write("output/proef/nota.md", edited.replace('\n', "\r\n"));
    assert_snapshot!(work.run("render output/proef/nota.md").seen(), @"");
    assert!(work.bytes("output/proef/nota.pdf") != before, "the PDF is still the old one");
    assert_eq!(work.read("output/proef/nota.md"), edited.replace('\n', "\r\n"), "the edit stays");
}

#[test]
fn render_refuses_what_is_no_nota_and_keeps_the_pdf_that_there_is() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef").status, 0);
    let before = work.bytes("output/proef/nota.pdf");
    let nota = work.read("output/proef/nota.md");
    work.write("output/proef/nota.md", nota.splitn(3, "---\n").nth(2).expect("a body"));
    assert_snapshot!(work.run("render output/proef/nota.md").seen(), @"");
    work.write("output/proef/nota.md", nota.replace("\nlang: \"nl\"", ""));
    assert_snapshot!(work.run("render output/proef/nota.md").seen(), @"");
    assert_snapshot!(work.run("render output/proef/nietes.md").seen(), @"");
    assert!(work.bytes("output/proef/nota.pdf") == before);
}

#[test]
fn render_points_at_the_line_in_the_nota() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let edited =
        work.read("output/proef/nota.md").replace("Ten dele.", "Ten 中 dele.\n\n#### Te diep");
    work.write("output/proef/nota.md", edited);
    assert_snapshot!(work.run("render output/proef/nota.md").seen(), @"");
}

#[test]
fn a_protected_name_stops_the_nota_with_the_code_of_its_source() {
    let work = Work::with_case();
    work.write(
        "cases/proef/confidential.yaml",
        "people:\n  - source: I01\n    name: Anneke Verschuur\n",
    );
    let before = work.files();
    assert_eq!(work.run("check cases/proef").status, 0, "a name that stands nowhere harms nobody");
    work.edit(FINDINGS, "niet voor alle locaties", "zei mevrouw **Verschuur**, niet overal");
    assert_snapshot!(work.run("nota cases/proef").seen(), @"");
    assert_eq!(work.files(), before);
}

#[test]
fn a_protected_name_stops_an_edited_nota_too() {
    let work = Work::with_case();
    work.write(
        "cases/proef/confidential.yaml",
        "people:\n  - source: I01\n    name: Anneke Verschuur\n",
    );
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let edited = work.read("output/proef/nota.md").replace("Ten dele.", "Zei anneke\nverschuur.");
    work.write("output/proef/nota.md", edited);
    assert_snapshot!(work.run("render output/proef/nota.md").seen(), @"");
    assert!(!work.path("output/proef/nota.pdf").exists());
}

#[test]
fn score_shows_a_table_and_says_the_same_as_json_and_csv() {
    let work = Work::with_case();
    assert_snapshot!(work.run("score cases/proef").seen(), @"");
    assert_snapshot!(work.run("score cases/proef --format csv").seen(), @"");
    let json = work.run("score cases/proef --format json").stdout;
    let card: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(card["frameworks"][0]["framework"], "fte-capacity", "{json}");
    assert_eq!(card["frameworks"][0]["judgements"].as_array().map(Vec::len), Some(6), "{json}");
}

#[test]
fn score_of_several_cases_is_one_list_with_one_header() {
    let work = Work::with_case();
    work.add_case("ander");
    let csv = work.run("score cases/proef cases/ander --format csv").stdout;
    let cases: Vec<_> = csv.lines().map(|l| l.split(',').next().unwrap_or("")).collect();
    assert_eq!(cases, [["case"].as_slice(), &["proef"; 6], &["ander"; 6]].concat());
    let json = work.run("score cases/proef cases/ander --format json").stdout;
    let cards: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(cards.as_array().map(Vec::len), Some(2));
}

#[test]
fn a_framework_in_the_folder_wins_over_the_embedded_one() {
    let work = Work::with_case();
    let embedded = include_str!("../frameworks/fte-capacity.yaml");
    work.write(
        "frameworks/fte-capacity.yaml",
        embedded.replace("name: Ruimte voor toezicht", "name: Eigen naam"),
    );
    let table = work.run("score cases/proef").stdout;
    assert!(table.contains("Eigen naam") && !table.contains("Ruimte voor toezicht"), "{table}");

    work.write(
        "frameworks/eigen.yaml",
        embedded.replace("id: fte-capacity", "id: eigen").replace("id: CA-", "id: EI-"),
    );
    let new = work.run("new cases/nieuw --municipality Nieuwstad --frameworks eigen --date 2026");
    assert_eq!(new.status, 0, "{}", new.stderr);
    assert!(work.read("cases/nieuw/findings/eigen.yaml").contains("- id: EI-6\n"));
}

#[test]
fn two_cases_share_a_framework_and_its_problems_are_told_once() {
    let work = Work::with_case();
    work.add_case("ander");
    let embedded = include_str!("../frameworks/fte-capacity.yaml");
    let broken = embedded.replacen(
        "De gemeente {{ municipality }} heeft",
        "De gemeente {{ gemeente }} heeft",
        1,
    );
    work.write("frameworks/fte-capacity.yaml", broken);
    assert_snapshot!(work.run("check cases/proef cases/ander").seen(), @"");
}
