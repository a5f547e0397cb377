//! Copies of a file of a case that a synchronising drive made, taken up by `import`.

use crate::common::Work;
use insta::assert_snapshot;

const SOURCES: &str = include_str!("../fixtures/cases/proef/sources.yaml");

const FILE: &str = "cases/proef/sources.yaml";

const COPY: &str = "cases/proef/sources-LAPTOP-ABC.yaml";

/// The valid case with a copy of its sources.
fn copied(text: &str) -> Work {
    let work = Work::with_case();
    work.write(COPY, text);
    work
}

fn taken(work: &Work, options: &str) -> String {
    work.run(&format!("import cases/proef {COPY} {options}")).seen()
}

#[test]
fn what_only_a_copy_has_is_added_and_what_only_the_case_has_stays() {
    let text = SOURCES
        .replace("    date: 2024-03\n", "    date: 2024-03\n    note: Van de website.\n")
        .replace("  - code: D02\n    kind: data\n    title: Opgave van de gemeenten\n    date: 2025-06-01\n", "");
    let text = format!("{text}  - code: D08\n    kind: document # kijk na\n    title: Nieuw\n");
    let work = copied(&text);
    assert_snapshot!(work.check(), @"
    fout[R160]: dit lijkt een kopie of een rest van `sources.yaml`, en wordt niet gelezen
    --> cases/proef/sources-LAPTOP-ABC.yaml
     |
    hulp: `rekenkamer import` met dit bestand laat zien wat anders is dan in `sources.yaml`, en neemt het over; haal het daarna weg, of zet het in de map `materiaal` van de case

    1 fout
    status 1
    ");
    assert_snapshot!(taken(&work, ""), @"
    cases/proef/sources.yaml
      regel 6: + sources › D01 › note: Van de website.
      regel 19: + sources › D08: D08, document, Nieuw
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    assert_eq!(work.read(FILE), SOURCES);
    assert_snapshot!(taken(&work, "--write"), @"
    cases/proef/sources.yaml
      regel 6: + sources › D01 › note: Van de website.
      regel 19: + sources › D08: D08, document, Nieuw
    geschreven; kijk de case na met: rekenkamer check cases/proef
    haal de kopie weg, of zet haar in de map `materiaal` van de case
    status 0
    ");
    let expected =
        SOURCES.replace("    date: 2024-03\n", "    date: 2024-03\n    note: Van de website.\n");
    let expected =
        format!("{expected}  - code: D08\n    kind: document # kijk na\n    title: Nieuw\n");
    assert_eq!(work.read(FILE), expected);
    assert_snapshot!(taken(&work, "--write"), @"
    alles uit de kopie staat al in de case; u kunt de kopie weghalen
    status 0
    ");
}

#[test]
fn where_a_copy_says_something_else_nothing_is_written_until_somebody_chooses() {
    let text = SOURCES.replace("date: 2024-03", "date: 2024-04");
    let text = format!("{text}  - code: D08\n    kind: document\n    title: Nieuw\n");
    let work = copied(&text);
    assert_snapshot!(taken(&work, "--write"), @"
    cases/proef/sources.yaml
      regel 18: + sources › D08: D08, document, Nieuw
    fout[R285]: `sources › D01 › date` is in de twee versies anders: hier `2024-03`, daar `2024-04`
     --> cases/proef/sources.yaml:5:5
      |
    5 |     date: 2024-03
      |     ^^^^^^^^^^^^^
      |
    hulp: kies zelf en pas het bestand aan, of kies voor alles in één keer met `--keep case` of `--keep copy`

    status 1
    ");
    assert_eq!(work.read(FILE), SOURCES);
    assert!(taken(&work, "--write --keep case").ends_with("status 0"));
    let added = format!("{SOURCES}  - code: D08\n    kind: document\n    title: Nieuw\n");
    assert_eq!(work.read(FILE), added);
    assert!(taken(&work, "--write --keep copy").ends_with("status 0"));
    assert_eq!(work.read(FILE), text);
}

#[test]
fn a_copy_of_findings_is_held_against_those_of_its_framework() {
    let work = Work::with_case();
    let name = "cases/proef/findings/fte-capacity.yaml";
    let text = work.read(name).replace("Twee derde van het geld is vast.", "De helft is vast.");
    work.write("van-anna.yaml", text);
    assert_snapshot!(work.run("import cases/proef van-anna.yaml").seen(), @"
    fout[R285]: `criteria › CA-2 › findings › B-2 › condition` is in de twee versies anders: hier `Twee derde van het geld is vast.`, daar `De helft is vast.`
      --> cases/proef/findings/fte-capacity.yaml:20:9
       |
    20 |         condition: |
       |         ^^^^^^^^^^^^
       |
    hulp: kies zelf en pas het bestand aan, of kies voor alles in één keer met `--keep case` of `--keep copy`

    status 1
    ");
}

#[test]
fn what_is_no_copy_of_a_file_of_the_case_is_refused() {
    let work = copied(SOURCES);
    let told = |file: &str| work.run(&format!("import cases/proef {file}")).seen();
    work.write("bibob.yaml", "framework: bibob\nversion: 1.0.0\ncriteria: []\n");
    work.write("hearing.yaml", "sent: 2026-03-02\nremarks: []\n");
    work.write("cases/proef/confidential (1).yaml", "people:\n  - name: J. Verschuur\n");
    work.write("los.yaml", "een: twee\n");
    work.write("leeg.yaml", "");
    work.write("marks.yaml", format!("<<<<<<< a\n{SOURCES}=======\n>>>>>>> b\n"));
    let all = [
        FILE,
        "bibob.yaml",
        "hearing.yaml",
        "cases/proef/confidential (1).yaml",
        "los.yaml",
        "leeg.yaml",
        "marks.yaml",
        "nergens.yaml",
    ];
    let told: Vec<String> = all[..3].iter().chain(&all[4..]).map(|file| told(file)).collect();
    assert_snapshot!(told.join("\n\n"), @"
    fout[R286]: dit is `sources.yaml` van de case zelf, en geen kopie
    --> cases/proef/sources.yaml
     |
    hulp: noem het bestand dat ernaast staat, zoals `sources-LAPTOP.yaml`

    status 1

    fout[R286]: de case heeft geen `findings/bibob.yaml` waar dit een kopie van kan zijn
    --> bibob.yaml
     |
    hulp: is het bestand goed, geef het dan die naam

    status 1

    fout[R286]: de case heeft geen `hearing.yaml` waar dit een kopie van kan zijn
    --> hearing.yaml
     |
    hulp: is het bestand goed, geef het dan die naam

    status 1

    fout[R286]: dit is geen kopie van een bestand van deze case
    --> los.yaml
     |
    hulp: in een kopie staan dezelfde sleutels als in het bestand zelf, zoals `sources`, `framework` of `study`

    status 1

    fout[R107]: bestand is leeg
    --> leeg.yaml
     |
    hulp: vul het in, of haal het weg als het er niet hoeft te zijn

    status 1

    fout[R150]: hier staat een samenvoegconflict van git: twee versies van dezelfde regels
     --> marks.yaml:1:1
      |
    1 | <<<<<<< a
      | ^^^^^^^^^
      |
    hulp: kies wat moet blijven, en haal de regels met `<<<<<<<`, `=======` en `>>>>>>>` weg

    status 1

    fout[R102]: bestand is niet te lezen: dit bestaat niet
    --> nergens.yaml
     |
    hulp: kijk of u het mag openen, en of de inhoud past bij de naam

    status 1
    ");
    let run = work.run_each(&["import", "cases/proef", all[3]]);
    assert_snapshot!(run.seen(), @"
    fout[R286]: een lijst van namen wordt niet overgenomen
    --> cases/proef/confidential (1).yaml
     |
    hulp: zet zelf over wat in `confidential.yaml` hoort, en haal de kopie weg

    status 1
    ");
    work.write("x.docx", "geen Word");
    assert_snapshot!(work.run("import cases/proef x.docx --keep case").seen(), @"
    fout[R821]: `--keep` past niet bij een formulier; zij is er voor een kopie van een YAML-bestand
    --> --keep
     |
    hulp: laat de optie weg

    status 1
    ");
    assert_eq!(work.read(FILE), SOURCES);
}

#[test]
fn a_copy_with_a_key_that_its_file_does_not_have_is_refused() {
    let work = copied(&format!("{SOURCES}    titel: Een ander\n"));
    assert_snapshot!(taken(&work, "--write"), @"
    fout[R110]: onbekende sleutel `titel`
      --> cases/proef/sources-LAPTOP-ABC.yaml:18:5
       |
    18 |     titel: Een ander
       |     ^^^^^ verwacht: code, kind, title, author, date, url, received, retrieved, file, sha256, consent, report, derived-from, count, complete, count-text, note
       |
    hulp: bedoelde u `title`?

    status 1
    ");
    assert_eq!(work.read(FILE), SOURCES);
}
