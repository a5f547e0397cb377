//! The publication firewall on the command line: what is refused, what messages tell and what not,
//! and documents with names only where git does not look.

#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::{FINDINGS, Run, Work, needs};
use insta::assert_snapshot;
use std::process::Command;

const KEY: &str = "people:\n  - source: I01\n    name: Anneke Verschuur\n    aliases: [Ansje]\n\
    \x20   function: Adviseur\nalso:\n  - what: adres van de melder\n    texts: [Dorpsstraat 12]\n";

fn with_key() -> Work {
    let work = Work::with_case();
    work.write("cases/proef/confidential.yaml", KEY);
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    work
}

/// A run that was refused, wrote nothing and told no name.
fn refused(work: &Work, arguments: &str) -> Run {
    let before = work.files();
    let run = work.run(arguments);
    assert_eq!(run.status, 1, "{arguments}: {}", run.stderr);
    assert_eq!(work.files(), before, "{arguments}");
    tells_nothing(&run);
    run
}

fn tells_nothing(run: &Run) {
    let said = format!("{}{}", run.stdout, run.stderr).to_lowercase();
    for secret in ["verschuur", "ansje", "dorpsstraat", "anneke"] {
        assert!(!said.contains(secret), "{secret} is told: {said}");
    }
}

#[test]
fn every_command_that_publishes_is_refused_and_tells_where() {
    let places = [
        ("case.yaml", "Proefstad wil weten", "Anneke Verschuur wil weten"),
        ("case.yaml", "title: Breid de formatie uit", "title: Vraag mevrouw Verschuur"),
        ("case.yaml", "commissioner: Rekenkamer Proefstad", "commissioner: A. Verschuur"),
        ("sources.yaml", "title: Medewerker openbare orde", "title: Ansje, openbare orde"),
        (FINDINGS, "niet voor alle locaties", "niet voor Dorpsstraat 12"),
        (FINDINGS, "niet voor alle locaties", "niet voor Ver*schuur*"),
    ];
    for (file, from, to) in places {
        let work = with_key();
        work.edit(file, from, to);
        // What the case file holds stands in the nota, the rest in the report of findings.
        let commands = if file == "case.yaml" {
            vec!["nota cases/proef"]
        } else {
            vec!["nota cases/proef --document report", "nota cases/proef --document report,matrix"]
        };
        for command in commands {
            let run = refused(&work, command);
            assert!(run.stderr.contains("R702"), "{command} {to}: {}", run.stderr);
            assert!(run.stderr.contains(&format!("cases/proef/{file}:")), "{}", run.stderr);
        }
        let check = work.run("check cases/proef");
        assert_eq!(check.status, 1);
        tells_nothing(&check);
        tells_nothing(&work.run("check cases/proef --format short"));
    }
}

#[test]
fn scores_and_comparisons_are_refused_in_every_form() {
    let work = with_key();
    work.add_case("ander");
    let text = work.read("cases/ander/case.yaml");
    let text =
        text.replace("name: Proefstad", "name: Anderstad").replace("  cbs-code: GM9999\n", "");
    work.write("cases/ander/case.yaml", text);
    work.edit("case.yaml", "name: Proefstad", "name: Anneke Verschuur");
    for format in ["json", "csv", "table"] {
        let run = refused(&work, &format!("score cases/proef --format {format}"));
        assert!(run.stdout.is_empty() && run.stderr.contains("R702"), "{format}");
    }
    for format in ["md", "pdf", "json", "csv", "xlsx"] {
        let compare = format!("compare cases/proef cases/ander --format {format}");
        assert!(refused(&work, &compare).stderr.contains("R702"), "{format}");
    }
}

#[test]
fn the_name_of_a_folder_is_searched_and_not_told() {
    let work = Work::empty();
    work.add_case("verschuur-2026");
    work.write("cases/verschuur-2026/confidential.yaml", KEY);
    let run = refused(&work, "nota cases/verschuur-2026");
    assert!(run.stderr.contains("naam van het bestand of zijn map"), "{}", run.stderr);
    let work = with_key();
    let run = refused(&work, "nota cases/proef --output verschuur");
    assert!(run.stderr.contains("R702"), "{}", run.stderr);
}

#[test]
fn no_message_about_anything_else_shows_a_line_with_a_name() {
    let work = with_key();
    work.edit("case.yaml", "Ten dele.", "Ten dele, zei mevrouw Verschuur <b>daar</b>.");
    work.edit("case.yaml", "addressee: college", "addressee: Verschuur");
    let run = work.run("check cases/proef");
    assert!(run.stdout.contains("R402") && run.stdout.contains("R124"), "{}", run.stdout);
    tells_nothing(&run);
    tells_nothing(&work.run("check cases/proef --format short"));
    // Also where the case cannot be read at all.
    work.edit("case.yaml", "study:", "study: [ # Verschuur");
    tells_nothing(&work.run("check cases/proef"));
}

#[test]
fn no_message_shows_anything_of_the_key_file() {
    for (text, code) in [
        ("people: [{source: I09, name: Anneke Verschuur}]", "R204"),
        ("people: [{source: Verschuur, name: Anneke Verschuur}]", "R204"),
        ("people: [{source: I01, naam: Anneke Verschuur}]", "R110"),
        ("people: {Anneke Verschuur: I01}", "R114"),
        ("people: [{Anneke Verschuur: I01}]", "R110"),
        ("people: [{source: I01, name: Anneke Verschuur, name: Ansje}]", "R112"),
        ("people: [Anneke Verschuur, ", "R104"),
        ("people:\n  - source: I01\n    name: *verschuur\n", "R104"),
        ("people:\n  - source: I01\n    name: Anneke Verschuur #Ansje\n", "R117"),
        ("people: [{source: I01, name: Verschuur, surname-alone: Ansje}]", "R124"),
        ("people: [{name: Anneke Verschuur}]", "R717"),
        ("people: [{what: collega Verschuur, name: Anneke Verschuur}]", "R717"),
        ("also: [{what: Dorpsstraat, texts: [Dorpsstraat 12]}]", "R717"),
        ("also: [{what: adres, texts: [x]}]", "R717"),
        (&format!("also: [{{what: stuk, texts: [{}]}}]", "abcde fghij ".repeat(2_000)), "R717"),
        ("also: [{what: adres, text: Dorpsstraat 12}]", "R110"),
        ("also: [{what: adres}]", "R111"),
        ("Anneke Verschuur", "R115"),
        ("people: [{source: I01, name: [Anneke, Verschuur]}]", "R113"),
    ] {
        let work = Work::with_case();
        work.write("cases/proef/confidential.yaml", text);
        for format in ["text", "short"] {
            let run = work.run(&format!("check cases/proef --format {format}"));
            tells_nothing(&run);
            assert!(run.stdout.contains(code), "{text}: {}", run.stdout);
            assert!(
                run.stdout.contains("cases/proef/confidential.yaml:"),
                "{text}: {}",
                run.stdout
            );
        }
    }
}

#[test]
fn personal_data_is_warned_of_where_it_was_typed() {
    let work = Work::with_case();
    let data = "Proefstad (p.smit@proefstad.example, 06-12345678, bsn 111222333, \
        NL91 ABNA 0417 1643 00, G-001-BB) wil weten";
    work.edit("case.yaml", "Proefstad wil weten", data);
    let run = work.check_short();
    for code in ["R710", "R711", "R712", "R713", "R714"] {
        assert_eq!(run.matches("cases/proef/case.yaml:17:").count(), 5, "{run}");
        assert!(run.contains(&format!("waarschuwing[{code}]")), "{run}");
    }
    assert!(run.ends_with("status 0"), "{run}");
    // What the colophon gives is how the rekenkamer wants to be reached.
    let work = Work::with_case();
    work.edit(
        "case.yaml",
        "  central-question:",
        "  colofon: |\n    Bel 06-12345678 of mail \
        p.smit@proefstad.example.\n  central-question:",
    );
    work.edit("case.yaml", "Proefstad wil weten", "Bel 06 12345678; Proefstad wil weten");
    assert_eq!(work.check_short(), "geen problemen gevonden\nstatus 0");
}

#[test]
fn roles_that_one_person_can_have_are_told_together_in_a_small_municipality() {
    let work = Work::with_case();
    let sources = work.read("cases/proef/sources.yaml");
    let more = "\n  - {code: I02, kind: interview, title: Griffier}\n  - {code: I03, kind: \
        interview, title: Wijkagent}\n  - {code: I04, kind: interview, title: wijkagent}\n";
    work.write("cases/proef/sources.yaml", format!("{}{more}", sources.trim_end()));
    assert!(!work.check_short().contains("R715"), "a hundred thousand inhabitants");
    work.edit("case.yaml", "  inhabitants: 100000\n", "  inhabitants: 24000\n");
    let run = work.check_short();
    assert_eq!(run.matches("R715").count(), 1, "{run}");
    assert!(run.contains("deze rol hebben: Medewerker openbare orde en veiligheid, Griffier\n"));
    assert!(run.contains("cases/proef/sources.yaml:"), "{run}");
}

fn git(work: &Work, arguments: &[&str]) {
    let done = Command::new("git").args(arguments).current_dir(work.path("")).output();
    assert!(done.expect("git runs").status.success(), "git {arguments:?}");
}

#[test]
fn an_internal_document_names_people_and_says_so_on_every_page() {
    let work = with_key();
    let run = work.run("nota cases/proef --internal --document matrix,report");
    assert_eq!(run.status, 0, "{}", run.stderr);
    for stem in ["intern-bronnenmatrix", "intern-nota-van-bevindingen"] {
        let text = work.read(&format!("output/proef/{stem}.md"));
        assert!(text.contains("internal: true") && text.contains("Anneke Verschuur"), "{stem}");
        assert!(text.contains("> [!let-op] INTERN, niet publiceren"), "{stem}");
        // Set again, it keeps its mark and its names.
        let file = format!("output/proef/{stem}.md");
        assert_eq!(work.run(&format!("render {file}")).status, 0);
    }
    if needs("pdftotext", &["-v"]) && needs("pdfinfo", &["-v"]) {
        for stem in ["intern-bronnenmatrix", "intern-nota-van-bevindingen"] {
            every_page_says(&work, &format!("output/proef/{stem}.pdf"));
        }
    }
    let matrix = work.run("nota cases/proef --internal --output ander --format md");
    assert_eq!(matrix.stdout, "ander/proef/intern-bronnenmatrix.md\n");
}

fn every_page_says(work: &Work, pdf: &str) {
    let out = Command::new("pdftotext").arg(work.path(pdf)).arg("-").output().expect("pdftotext");
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    let pages: Vec<&str> = text.trim_end_matches('\u{C}').split('\u{C}').collect();
    assert!(pages.len() > 1);
    for page in pages {
        assert!(page.contains("INTERN, niet publiceren"), "{pdf}: {page}");
    }
}

#[test]
fn an_internal_document_comes_only_where_git_does_not_look() {
    if !needs("git", &["--version"]) {
        return;
    }
    let work = with_key();
    git(&work, &["init", "-q"]);
    assert_snapshot!(refused(&work, "nota cases/proef --internal").seen(), @"
    fout[R718]: git bewaart deze map, dus een document met namen kan hier niet staan
    --> output/proef
     |
    hulp: kies met `--output` een map die in .gitignore staat, zoals output, of een map buiten de repository

    1 fout
    er is niets geschreven
    status 1
    ");
    // Files alone are not enough.
    work.write(".gitignore", "*.pdf\n*.md\n");
    assert!(refused(&work, "nota cases/proef --internal").stderr.contains("R718"));
    work.write(".gitignore", "/output/*\n");
    assert_eq!(work.run("nota cases/proef --internal").status, 0);
    assert!(refused(&work, "nota cases/proef --internal --output elders").stderr.contains("R718"));
    // What lies in a kept folder is not set again there.
    work.write("elders/x.md", work.bytes("output/proef/intern-bronnenmatrix.md"));
    assert!(refused(&work, "render elders/x.md").stderr.contains("R718"));
    // Without its mark it is a public text, with names in it.
    let text = work.read("output/proef/intern-bronnenmatrix.md").replace("internal: true\n", "");
    work.write("output/proef/x.md", text);
    assert!(refused(&work, "render output/proef/x.md").stderr.contains("R702"));
}

#[test]
fn a_repository_that_git_cannot_be_asked_about_gets_no_names() {
    let work = with_key();
    work.write(".git/HEAD", "dit is geen repository");
    let run = refused(&work, "nota cases/proef --internal");
    assert!(run.stderr.contains("R719") || run.stderr.contains("R718"), "{}", run.stderr);
    // Nor where there is no git at all.
    let done = Command::new(env!("CARGO_BIN_EXE_rekenkamer"))
        .env("LC_ALL", "nl_NL.UTF-8")
        .args(["nota", "cases/proef", "--internal"])
        .current_dir(work.path(""))
        .env("PATH", "")
        .output()
        .expect("the program runs");
    assert_snapshot!(String::from_utf8_lossy(&done.stderr), @"
    fout[R719]: of git deze map bewaart, is niet na te gaan: git is op deze computer niet te vinden
    --> output/proef
     |
    hulp: een document met namen komt alleen in een map die git negeert; kies met `--output` een map buiten de repository

    1 fout
    er is niets geschreven
    ");
}

#[test]
fn an_internal_document_is_nothing_else() {
    let work = with_key();
    for wrong in ["--attach", "--stage hearing --document report"] {
        assert_eq!(work.run(&format!("nota cases/proef --internal {wrong}")).status, 2, "{wrong}");
    }
    for wrong in
        ["--document nota", "--document summary", "--format html", "--format docx", "--format odt"]
    {
        let run = refused(&work, &format!("nota cases/proef --internal {wrong}"));
        assert!(run.stderr.contains("R821"), "{}", run.stderr);
    }
}

#[test]
fn what_may_be_a_name_is_told_once_at_its_place_and_stops_nothing() {
    let work = Work::with_case();
    let key = KEY.replace("Verschuur", "Bakker");
    work.write("cases/proef/confidential.yaml", &key);
    work.edit(FINDINGS, "niet voor alle locaties", "niet voor de Bakker op de hoek");
    let run = work.run("nota cases/proef --document report");
    assert_eq!(run.status, 0, "{}", run.stderr);
    // The text is searched when it is written, and again with all else once it was set.
    assert_eq!(run.stderr.matches("R716").count(), 1, "{}", run.stderr);
    assert!(run.stderr.contains(&format!("cases/proef/{FINDINGS}:")), "{}", run.stderr);
}
