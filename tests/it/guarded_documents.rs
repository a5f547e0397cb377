//! A document is searched for the names of the case that it was made from, wherever it stands.

use crate::common::Work;
use crate::secrecy::KEY;
use insta::assert_snapshot;

/// What is said of a document with the name in its last line.
pub fn told(work: &Work, path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    let line = work.read(path).lines().count();
    format!(
        "{path}:{line}:16: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: \
         bron `I01`, in {name} (regel {line})"
    )
}

/// A case in a folder below `cases`, its nota with a name added by hand.
fn deep() -> Work {
    let work = Work::empty();
    work.shorten_nota();
    work.add_case("regio/diep");
    work.write("cases/regio/diep/confidential.yaml", KEY);
    let case = work.read("cases/regio/diep/case.yaml");
    work.write("cases/regio/diep/case.yaml", format!("key-file: true\n\n{case}"));
    // Another case of the same name protects nobody.
    work.add_case("diep");
    let run = work.run("nota cases/regio/diep --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/diep/nota.md");
    work.write("output/diep/nota.md", format!("{text}\n\nDat zei Anneke Verschuur.\n"));
    work
}

#[test]
fn a_document_finds_its_case_from_any_folder() {
    let work = deep();
    for (folder, document) in [
        ("", "output/diep/nota.md"),
        ("output/diep", "nota.md"),
        ("cases", "../output/diep/nota.md"),
    ] {
        let run = work.run_in(folder, &["render", document]);
        let told = told(&work, "output/diep/nota.md").replacen("output/diep/nota.md", document, 1);
        assert_eq!((run.status, run.problems().lines().last()), (1, Some(told.as_str())));
    }
    let text = work.read("output/diep/nota.md");
    let windows = text.replace("\"cases/regio/diep\"", r#""cases\\regio\\diep""#);
    assert_ne!(text, windows);
    // As Windows writes the path, and as a document of an earlier version names its case.
    let line = text.lines().find(|line| line.starts_with("cases: ")).expect("its case");
    for changed in [windows, text.replace(&format!("{line}\n"), "")] {
        work.write("output/diep/nota.md", changed);
        let run = work.run("render output/diep/nota.md");
        assert_eq!((run.status, run.problems()), (1, told(&work, "output/diep/nota.md")));
    }
}

#[test]
fn a_document_whose_case_cannot_be_found_is_refused() {
    let work = deep();
    let text = work.read("output/diep/nota.md");
    let changes = [
        ("case: \"diep\"", "case: \"\""),
        ("case: \"diep\"", "case: \".\""),
        ("case: \"diep\"", "case: \"..\""),
        ("case: \"diep\"", "case: \"/etc\""),
        ("case: \"diep\"", "case: \"C:\\\\diep\""),
        ("case: \"diep\"", "case: \"ander\""),
        ("case: \"diep\"\n", ""),
        ("[\"cases/regio/diep\"]", "[]"),
        ("[\"cases/regio/diep\"]", "[\"\"]"),
        ("[\"cases/regio/diep\"]", "[\"/cases/regio/diep\"]"),
        ("[\"cases/regio/diep\"]", "[\"elders/diep\"]"),
        ("kind: \"nota\"", "kind: \"comparison\""),
    ];
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        work.write("output/diep/nota.md", text.replacen(from, to, 1));
        let run = work.run("render output/diep/nota.md --format html");
        assert_eq!(run.status, 1, "{to}: {}", run.stderr);
        assert!(!work.path("output/diep/nota.html").exists(), "{to}");
    }
    // A folder without a case is none.
    work.write("output/diep/nota.md", text.replace("[\"cases/regio/diep\"]", "[\"leeg/diep\"]"));
    work.write("leeg/diep/lees.txt", "niets");
    let run = work.run("render output/diep/nota.md");
    assert_snapshot!(run.stderr, @r"
    output/diep/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    fout[R731]: de case achter dit document is niet te vinden, dus niet bekend is welke namen er niet in mogen: `leeg/diep` is hier geen map met een case
    --> output/diep/nota.md
     |
    hulp: noem de map van de case met `--case`; `--without-name-search` zet het document zonder dat iemand naar namen zoekt

    1 fout
    er is niets geschreven
    ");
    let run = work.run("render output/diep/nota.md --case cases/regio/diep");
    assert_eq!((run.status, run.problems()), (1, told(&work, "output/diep/nota.md")));
    let run = work.run("render output/diep/nota.md --format html --without-name-search");
    assert_snapshot!(run.seen(), @"
    output/diep/nota.html
    output/diep/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R705]: of er beschermde namen in dit document staan, is niet nagegaan (case `diep`)
    --> output/diep/nota.md
     |
    hulp: dat komt door `--without-name-search`; noem met `--case` de map van de case, dan wordt er wel gezocht

    status 0
    ");
}

#[test]
fn another_study_cannot_stand_in_for_the_case_of_a_document() {
    let work = deep();
    work.add_municipality("Anderstad", &[]);
    let away = |to: &str| std::fs::rename(work.path("cases/regio/diep"), work.path(to));
    away("cases/elders").expect("a renamed case");
    let run = work.run("render output/diep/nota.md --case cases/anderstad --format html");
    assert_snapshot!(run.stderr, @r"
    output/diep/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    fout[R731]: de case achter dit document is niet te vinden, dus niet bekend is welke namen er niet in mogen: de tekst gaat over Proefstad, en `cases/anderstad` is een ander onderzoek, over Anderstad
    --> output/diep/nota.md
     |
    hulp: noem de map van de case met `--case`; `--without-name-search` zet het document zonder dat iemand naar namen zoekt

    1 fout
    er is niets geschreven
    ");
    // The same study under another name has the names that are looked for.
    let run = work.run("render output/diep/nota.md --case cases/elders --format html");
    assert_eq!((run.status, run.problems()), (1, told(&work, "output/diep/nota.md")));
}

#[test]
fn a_head_that_names_another_case_does_not_leave_the_names_of_the_first_behind() {
    let work = deep();
    work.add_case("ander");
    let text = work.read("output/diep/nota.md");
    let text = text.replace("cases/regio/diep", "cases/ander").replace("\"diep\"", "\"ander\"");
    work.write("output/diep/nota.md", text);
    let run = work.run("render output/diep/nota.md --format html");
    assert_eq!((run.status, run.problems()), (1, told(&work, "output/diep/nota.md")));
    assert!(!work.path("output/diep/nota.html").exists());
}
