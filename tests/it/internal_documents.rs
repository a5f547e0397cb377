//! Documents with names: only where git does not look, and marked as such.
#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::{Work, needs};
use crate::firewall_commands::{problems, refused, with_key};
use insta::assert_snapshot;
use std::process::Command;

fn git(work: &Work, arguments: &[&str]) {
    let done = Command::new("git").args(arguments).current_dir(work.path("")).output();
    assert!(done.expect("git runs").status.success(), "git {arguments:?}");
}

#[test]
fn an_internal_document_names_people_and_says_so_on_every_page() {
    let work = with_key();
    let run = work.run("nota cases/proef --internal --document matrix,report");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let mut told = Vec::new();
    for stem in ["intern-bronnenmatrix", "intern-nota-van-bevindingen"] {
        let text = work.read(&format!("output/proef/{stem}.md"));
        let marks = ["internal: ", "> [!let-op] INTERN", "Anneke Verschuur"];
        let lines = text.lines().filter(|line| marks.iter().any(|mark| line.contains(mark)));
        told.extend(lines.map(|line| format!("{stem}: {line}")));
        // Set again, it keeps its mark and its names.
        let file = format!("output/proef/{stem}.md");
        assert_eq!(work.run(&format!("render {file}")).status, 0);
    }
    assert_snapshot!(told.join("\n"), @"
    intern-bronnenmatrix: internal: true
    intern-bronnenmatrix: > [!let-op] INTERN, niet publiceren
    intern-bronnenmatrix: | I01 | Medewerker openbare orde en veiligheid | Anneke Verschuur | Ansje | Adviseur |
    intern-bronnenmatrix: | CA-3 | B-3 | I01 | Anneke Verschuur |  | steunt |
    intern-bronnenmatrix: | CA-6 | B-6 | I01 | Anneke Verschuur |  | steunt |
    intern-nota-van-bevindingen: internal: true
    intern-nota-van-bevindingen: > [!let-op] INTERN, niet publiceren
    intern-nota-van-bevindingen: | I01 | Medewerker openbare orde en veiligheid | Anneke Verschuur | Ansje | Adviseur |
    intern-nota-van-bevindingen: | CA-3 | B-3 | I01 | Anneke Verschuur |  | steunt |
    intern-nota-van-bevindingen: | CA-6 | B-6 | I01 | Anneke Verschuur |  | steunt |
    ");
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
    let kept = |folder: &str| {
        format!(
            "{folder}: fout[R718]: git bewaart deze map, dus een document met namen kan hier niet \
             staan"
        )
    };
    // Files alone are not enough.
    work.write(".gitignore", "*.pdf\n*.md\n");
    assert_eq!(refused(&work, "nota cases/proef --internal").problems(), kept("output/proef"));
    work.write(".gitignore", "/output/*\n");
    assert_eq!(work.run("nota cases/proef --internal").status, 0);
    let elsewhere = refused(&work, "nota cases/proef --internal --output elders");
    assert_eq!(elsewhere.problems(), kept("elders/proef"));
    // What lies in a kept folder is not set again there.
    work.write("elders/x.md", work.bytes("output/proef/intern-bronnenmatrix.md"));
    assert_eq!(refused(&work, "render elders/x.md").problems(), kept("elders"));
    // Without its mark it is a public text, with names in it.
    let text = work.read("output/proef/intern-bronnenmatrix.md").replace("internal: true\n", "");
    work.write("output/proef/x.md", text);
    assert_snapshot!(problems(&refused(&work, "render output/proef/x.md")), @"
    output/proef/x.md: waarschuwing[R743]: de case is veranderd sinds deze tekst is gemaakt, en de tekst die het programma toen schreef is weg; wat met de hand is veranderd, is niet nagegaan
    output/proef/x.md: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in x.md (regel)
    output/proef/x.md: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘adres van de melder’, in x.md (regel)
    ");
}

#[test]
fn a_repository_that_git_cannot_be_asked_about_gets_no_names() {
    let work = with_key();
    work.write(".git/HEAD", "dit is geen repository");
    assert_snapshot!(refused(&work, "nota cases/proef --internal").seen(), @"
    fout[R719]: of git deze map bewaart, is niet na te gaan: git geeft geen antwoord (melding van git: fatal: not a git repository (or any of the parent directories): .git)
    --> output/proef
     |
    hulp: een document met namen komt alleen in een map die git negeert; kies met `--output` een map buiten de repository

    1 fout
    er is niets geschreven
    status 1
    ");
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
    for wrong in ["--attach", "--without-judgements"] {
        assert_eq!(work.run(&format!("nota cases/proef --internal {wrong}")).status, 2, "{wrong}");
    }
    let mut told = Vec::new();
    let documents = "nota,hearing,hearing-answers,hearing-changes,accounting,summary,framework,plan,\
                     letters,reaction,proposal";
    for wrong in
        [&format!("--document {documents}"), "--format html", "--format docx", "--format odt"]
    {
        told.push(refused(&work, &format!("nota cases/proef --internal {wrong}")).stderr);
    }
    assert_snapshot!(told.join("\n"), @"
    fout[R821]: `--document accounting` past niet bij een intern document
    --> --document accounting
     |
    hulp: laat de optie weg

    fout[R821]: `--document framework` past niet bij een intern document
    --> --document framework
     |
    hulp: laat de optie weg

    fout[R821]: `--document hearing` past niet bij een intern document
    --> --document hearing
     |
    hulp: laat de optie weg

    fout[R821]: `--document hearing-answers` past niet bij een intern document
    --> --document hearing-answers
     |
    hulp: laat de optie weg

    fout[R821]: `--document hearing-changes` past niet bij een intern document
    --> --document hearing-changes
     |
    hulp: laat de optie weg

    fout[R821]: `--document letters` past niet bij een intern document
    --> --document letters
     |
    hulp: laat de optie weg

    fout[R821]: `--document nota` past niet bij een intern document
    --> --document nota
     |
    hulp: laat de optie weg

    fout[R821]: `--document plan` past niet bij een intern document
    --> --document plan
     |
    hulp: laat de optie weg

    fout[R821]: `--document proposal` past niet bij een intern document
    --> --document proposal
     |
    hulp: laat de optie weg

    fout[R821]: `--document reaction` past niet bij een intern document
    --> --document reaction
     |
    hulp: laat de optie weg

    fout[R821]: `--document summary` past niet bij een intern document
    --> --document summary
     |
    hulp: laat de optie weg

    11 fouten
    er is niets geschreven

    fout[R821]: `--format html` past niet bij een intern document
    --> --format html
     |
    hulp: laat de optie weg

    1 fout
    er is niets geschreven

    fout[R821]: `--format docx` past niet bij een intern document
    --> --format docx
     |
    hulp: laat de optie weg

    1 fout
    er is niets geschreven

    fout[R821]: `--format odt` past niet bij een intern document
    --> --format odt
     |
    hulp: laat de optie weg

    1 fout
    er is niets geschreven
    ");
}

/// The scorecard holds all judgements, which these documents leave out or precede.
#[test]
fn the_scorecard_goes_only_with_documents_that_tell_all_judgements() {
    let work = Work::with_case();
    let wrong = "nota cases/proef --attach --format pdf --document nota,hearing,hearing-answers,\
                 hearing-changes,plan,letters,framework,matrix,reaction,proposal";
    assert_snapshot!(refused(&work, wrong).seen(), @"
    fout[R821]: `--attach` past niet bij `--document hearing`
    --> --attach
     |
    hulp: laat de optie weg

    fout[R821]: `--attach` past niet bij `--document hearing-answers`
    --> --attach
     |
    hulp: laat de optie weg

    fout[R821]: `--attach` past niet bij `--document hearing-changes`
    --> --attach
     |
    hulp: laat de optie weg

    fout[R821]: `--attach` past niet bij `--document matrix`
    --> --attach
     |
    hulp: laat de optie weg

    fout[R821]: `--attach` past niet bij `--document framework`
    --> --attach
     |
    hulp: laat de optie weg

    fout[R821]: `--attach` past niet bij `--document plan`
    --> --attach
     |
    hulp: laat de optie weg

    fout[R821]: `--attach` past niet bij `--document letters`
    --> --attach
     |
    hulp: laat de optie weg

    fout[R821]: `--attach` past niet bij `--document reaction`
    --> --attach
     |
    hulp: laat de optie weg

    fout[R821]: `--attach` past niet bij `--document proposal`
    --> --attach
     |
    hulp: laat de optie weg

    9 fouten
    er is niets geschreven
    status 1
    ");
    let unjudged = "nota cases/proef --attach --document hearing --without-judgements";
    assert_snapshot!(refused(&work, unjudged).seen(), @"
    fout[R821]: `--attach` past niet bij `--document hearing`
    --> --attach
     |
    hulp: laat de optie weg

    1 fout
    er is niets geschreven
    status 1
    ");
    let right = "nota cases/proef --attach --format pdf --document nota,report,accounting,summary";
    assert_eq!(work.run(right).status, 0);
}
