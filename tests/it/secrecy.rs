//! What guards the names of those who spoke in confidence beside the search itself: that it knows whom
//! to look for.

use crate::common::{Work, needs};
use crate::guarded_documents::told;
use crate::pictures::{svg, with_image};
use insta::assert_snapshot;

pub const KEY: &str = "people:\n  - source: I01\n    name: Anneke Verschuur\n";

#[test]
fn a_key_file_that_leads_nowhere_stops_every_command_that_publishes() {
    let work = with_image("foto.svg", svg(""));
    work.remove("cases/proef/confidential.yaml");
    #[cfg(unix)]
    {
        let path = work.path("cases/proef/confidential.yaml");
        std::os::unix::fs::symlink("weg/confidential.yaml", &path).expect("a link");
        assert_snapshot!(COMMANDS.map(|command| work.run(command).seen()).join("\n"), @"
        fout[R101]: bestand ontbreekt
        --> cases/proef/confidential.yaml
         |
        hulp: `confidential.yaml` is een koppeling naar iets dat er niet is: sluit de schijf aan waar het op staat, of zet het bestand hier

        1 fout
        er is niets geschreven
        status 1
        output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
        fout[R101]: bestand ontbreekt
        --> cases/proef/confidential.yaml
         |
        hulp: `confidential.yaml` is een koppeling naar iets dat er niet is: sluit de schijf aan waar het op staat, of zet het bestand hier

        1 fout
        er is niets geschreven
        status 1
        fout[R101]: bestand ontbreekt
        --> cases/proef/confidential.yaml
         |
        hulp: `confidential.yaml` is een koppeling naar iets dat er niet is: sluit de schijf aan waar het op staat, of zet het bestand hier

        1 fout
        status 1
        fout[R101]: bestand ontbreekt
        --> cases/proef/confidential.yaml
         |
        hulp: `confidential.yaml` is een koppeling naar iets dat er niet is: sluit de schijf aan waar het op staat, of zet het bestand hier

        1 fout
        status 1
        ");
        std::fs::remove_file(path).expect("a link to remove");
    }
    // And where it is not there at all, though the case says that it has one.
    assert_snapshot!(COMMANDS.map(|command| work.run(command).seen()).join("\n"), @"
    fout[R728]: deze case heeft een sleutelbestand, en dat is hier niet: niemand is beschermd
      --> cases/proef/case.yaml:60:11
       |
    60 | key-file: true
       |           ^^^^
       |
    hulp: zet `confidential.yaml` in de map van de case; hebt u er geen recht op, vraag dan wie het heeft om te publiceren (`check` werkt wel)

    1 fout
    er is niets geschreven
    status 1
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    fout[R728]: deze case heeft een sleutelbestand, en dat is hier niet: niemand is beschermd
      --> cases/proef/case.yaml:60:11
       |
    60 | key-file: true
       |           ^^^^
       |
    hulp: zet `confidential.yaml` in de map van de case; hebt u er geen recht op, vraag dan wie het heeft om te publiceren (`check` werkt wel)

    1 fout
    er is niets geschreven
    status 1
    fout[R728]: deze case heeft een sleutelbestand, en dat is hier niet: niemand is beschermd
      --> cases/proef/case.yaml:60:11
       |
    60 | key-file: true
       |           ^^^^
       |
    hulp: zet `confidential.yaml` in de map van de case; hebt u er geen recht op, vraag dan wie het heeft om te publiceren (`check` werkt wel)

    1 fout
    status 1
    fout[R728]: deze case heeft een sleutelbestand, en dat is hier niet: niemand is beschermd
      --> cases/proef/case.yaml:60:11
       |
    60 | key-file: true
       |           ^^^^
       |
    hulp: zet `confidential.yaml` in de map van de case; hebt u er geen recht op, vraag dan wie het heeft om te publiceren (`check` werkt wel)

    1 fout
    status 1
    ");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:60:11: waarschuwing[R729]: deze case heeft een sleutelbestand, en dat is hier niet: namen zijn niet gezocht
    1 waarschuwing
    status 0
    ");
}

/// One of each command that publishes something of a case.
const COMMANDS: [&str; 4] = [
    "nota cases/proef --format md --force",
    "render output/proef/nota.md",
    "score cases/proef --format json",
    "trace cases/proef A1",
];

#[test]
fn a_copy_of_the_key_file_is_an_error_and_git_ignores_it() {
    let names = [
        "confidential-LAPTOP.yaml",
        "Kopie van confidential.yaml",
        "confidential (1).yaml",
        "Confidential.yaml",
        "CONFIDENTIAL.txt",
        "findings/confidential.yaml",
    ];
    // A list of names by what is in it.
    for name in names.iter().chain(&["vertrouwelijk.yaml", "Namen.txt"]) {
        let work = with_image("foto.svg", svg(""));
        work.write(&format!("cases/proef/{name}"), KEY);
        for command in COMMANDS {
            let run = work.run(command);
            let told = format!(
                "cases/proef/{name}: fout[R727]: dit is een sleutelbestand onder een andere naam; wie \
                 alleen hierin staat, is niet beschermd"
            );
            assert_eq!((run.status, run.problems().lines().last()), (1, Some(told.as_str())));
            assert!(!run.stderr.contains("Verschuur"), "{}", run.stderr);
        }
    }
    let work = Work::empty();
    let run =
        work.run("new cases/nieuw --municipality Proefstad --frameworks fte-capacity --date 2026");
    assert_eq!(run.status, 0, "{}", run.stderr);
    if !needs("git", &["--version"]) {
        return;
    }
    let git = |arguments: &[&str]| {
        let mut command = std::process::Command::new("git");
        let done = command.current_dir(work.path("cases/nieuw")).args(arguments).output();
        done.expect("git runs").status.success()
    };
    assert!(git(&["init", "--quiet"]));
    for name in names.iter().chain(&["confidential.yaml"]) {
        assert!(git(&["check-ignore", "--quiet", name]), "{name} is not ignored");
    }
    assert!(!git(&["check-ignore", "--quiet", "case.yaml"]));
}

#[test]
fn a_case_says_that_it_has_a_key_file() {
    let work = Work::with_case();
    work.write("cases/proef/confidential.yaml", KEY);
    assert_snapshot!(work.check_short(), @r"
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    1 waarschuwing
    status 0
    ");
    let new = Work::empty();
    let run =
        new.run("new cases/nieuw --municipality Proefstad --frameworks fte-capacity --date 2026");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let case = new.read("cases/nieuw/case.yaml");
    assert_eq!(case.lines().filter(|line| *line == "key-file: true").count(), 1, "{case}");
}

#[test]
fn an_edited_comparison_is_searched_for_the_names_of_all_its_cases() {
    let work = Work::with_case();
    work.add_municipality("Anderstad", &[]);
    work.write("cases/anderstad/confidential.yaml", KEY);
    let case = work.read("cases/anderstad/case.yaml");
    work.write("cases/anderstad/case.yaml", format!("key-file: true\n\n{case}"));
    let run = work.run("compare cases/proef cases/anderstad --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let path = "output/vergelijking/vergelijking.md";
    let text = work.read(path);
    work.write(path, format!("{text}\n\nDat zei Anneke Verschuur.\n"));
    let run = work.run(&format!("render {path}"));
    let edited = format!(
        "{path}: waarschuwing[R706]: deze vergelijking is met de hand bewerkt; oordelen en cijfers in de \
         tekst zijn niet nagekeken"
    );
    assert_eq!((run.status, run.problems()), (1, format!("{edited}\n{}", told(&work, path))));
    // An anonymous one does not say which cases are behind it.
    let run =
        work.run("compare cases/proef cases/anderstad --format md --anonymise --name anoniem");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!work.read("output/anoniem/vergelijking.md").contains("cases/anderstad"));
    assert_snapshot!(work.run("render output/anoniem/vergelijking.md").seen(), @"
    fout[R731]: de case achter dit document is niet te vinden, dus niet bekend is welke namen er niet in mogen: de kop zegt niet welke cases erachter zitten
    --> output/anoniem/vergelijking.md
     |
    hulp: noem de map van de case met `--case`; `--without-name-search` zet het document zonder dat iemand naar namen zoekt

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn in_one_call_the_names_of_every_case_are_looked_for_in_every_document() {
    let work = Work::with_case();
    work.shorten_nota();
    work.write("cases/proef/confidential.yaml", KEY);
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    work.add_municipality(
        "Anderstad",
        &[("case.yaml", "Proefstad wil weten", "Anneke Verschuur wil weten")],
    );
    assert_eq!(work.run("nota cases/anderstad --format md").status, 0);
    let run = work.run("nota cases/proef cases/anderstad --format md --output samen");
    assert_snapshot!(run.seen(), @"
    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in nota.md (regel 22)
    --> cases/anderstad/case.yaml:16:12
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    1 fout
    er is niets geschreven
    status 1
    ");
    assert!(!work.path("samen/proef/nota.md").exists());
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let run = work.run("render output/proef/nota.md output/anderstad/nota.md");
    assert_snapshot!(run.seen(), @"
    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in nota.pdf (bladzijde 3)
    --> output/anderstad/nota.pdf
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_trace_passes_the_gate_in_both_of_its_forms() {
    let work = Work::with_case();
    work.write("cases/proef/confidential.yaml", KEY);
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    work.edit("case.yaml", "title: Breid de formatie uit", "title: Vraag Anneke Verschuur");
    for (format, place) in [("text", "spoor.txt (regel 1)"), ("json", "spoor.json (regel 5)")] {
        let run = work.run(&format!("trace cases/proef A1 --format {format}"));
        let told = format!(
            "cases/proef/case.yaml:43:25: fout[R702]: een beschermde naam of tekst staat in wat naar \
             buiten zou gaan: bron `I01`, in {place}"
        );
        assert_eq!((run.status, run.stdout.as_str(), run.problems()), (1, "", told));
        assert!(!run.stderr.contains("Verschuur"), "{}", run.stderr);
    }
}

#[test]
fn older_files_with_a_name_that_is_protected_now_are_told() {
    let work = Work::with_case();
    work.shorten_nota();
    work.edit("case.yaml", "Proefstad wil weten", "Anneke Verschuur wil weten");
    let run = work.run("nota cases/proef --format md,pdf,html,docx,odt");
    assert_eq!(run.status, 0, "{}", run.stderr);
    work.edit("case.yaml", "Anneke Verschuur wil weten", "Proefstad wil weten");
    work.write("cases/proef/confidential.yaml", KEY);
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    let run = work.run("nota cases/proef --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_snapshot!(run.stderr, @r"
    waarschuwing[R732]: een ouder bestand noemt wat nu beschermd is, of is niet te doorzoeken: nota.docx, nota.html, nota.odt, nota.pdf
    --> output/proef
     |
    hulp: maak het opnieuw of haal het weg, ook waar het al heen ging
    ");
}

#[test]
fn older_tables_with_a_name_that_is_protected_now_are_told() {
    let work = Work::with_case();
    work.edit("case.yaml", "Breid de formatie uit", "Vraag Anneke Verschuur om cijfers");
    let run = work.run("register cases --format csv,xlsx,ods,json");
    assert_eq!(run.status, 0, "{}", run.stderr);
    work.edit("case.yaml", "Vraag Anneke Verschuur om cijfers", "Breid de formatie uit");
    work.write("cases/proef/confidential.yaml", KEY);
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    assert_snapshot!(work.run("register cases --format md").stderr, @"
    waarschuwing[R732]: een ouder bestand noemt wat nu beschermd is, of is niet te doorzoeken: register.csv, register.json, register.ods, register.xlsx
    --> output/register
     |
    hulp: maak het opnieuw of haal het weg, ook waar het al heen ging
    ");
}

/// Where the texts of a file are read, a default would let pass what was not read.
#[test]
fn no_reader_of_what_goes_out_passes_over_what_it_cannot_read() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/privacy/extract");
    for file in ["mod.rs", "packed.rs", "part.rs", "pdf.rs", "xml.rs"] {
        let text = std::fs::read_to_string(folder.join(file)).expect("a source");
        let code = text.split("#[cfg(test)]").next().expect("the code before its tests");
        for open in ["unwrap_or_default()", "Err(_) =>", "continue", "if let Ok(mut", "let Ok("] {
            let allowed = usize::from(["mod.rs", "part.rs"].contains(&file) && open == "let Ok(");
            assert!(code.matches(open).count() <= allowed, "{file} has `{open}`");
        }
    }
}
