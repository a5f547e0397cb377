//! Two versions of a file of a case: the merge driver of git, and copies that a synchronising drive
//! made.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::{Run, Work, needs};
use insta::assert_snapshot;
use std::process::Command;

const SOURCES: &str = include_str!("../fixtures/cases/proef/sources.yaml");

const FILE: &str = "cases/proef/sources.yaml";

const COPY: &str = "cases/proef/sources-LAPTOP-ABC.yaml";

/// The valid case with three versions of its sources beside it.
fn versions(ours: &str, theirs: &str) -> Work {
    let work = Work::with_case();
    work.write("basis.yaml", SOURCES);
    work.write("mijn.yaml", ours);
    work.write("andere.yaml", theirs);
    work
}

fn merged(work: &Work) -> Run {
    work.run(&format!("merge basis.yaml mijn.yaml andere.yaml {FILE}"))
}

#[test]
fn what_both_changed_is_told_by_code_and_key_and_marked_in_the_file() {
    let ours = SOURCES.replace("date: 2024-03\n", "date: 2024-04\n    note: Nagekeken.\n");
    let theirs = SOURCES
        .replace("date: 2024-03\n", "date: 2024-05\n")
        .replace("Medewerker openbare", "Senior openbare");
    let work = versions(&ours, &theirs);
    let run = merged(&work);
    assert_snapshot!(run.seen(), @"
    fout[R285]: `sources › D01 › date` is in de twee versies anders: hier `2024-04`, daar `2024-05`
    --> cases/proef/sources.yaml
     |
    hulp: in het bestand staan beide tussen merktekens van git; kies wat moet blijven, en haal de merktekens weg

    status 1
    ");
    let text = work.read("mijn.yaml");
    assert_snapshot!(text.lines().take(14).collect::<Vec<_>>().join("\n"), @"
    sources:
      - code: D01
        kind: document
        title: Integraal veiligheidsplan
    <<<<<<< deze versie
        date: 2024-04
    =======
        date: 2024-05
    >>>>>>> de andere versie
        note: Nagekeken.
      - code: D02
        kind: data
        title: Opgave van de gemeenten
        date: 2025-06-01
    ");
    assert!(text.contains("Senior openbare"), "{text}");
    // The marks keep the file from being read.
    work.write(FILE, &text);
    assert!(work.check_short().contains("sources.yaml:5:1: fout[R150]"), "{}", work.check_short());
    let run = versions(&ours, &theirs)
        .run_speaking("en_GB.UTF-8", &["merge", "basis.yaml", "mijn.yaml", "andere.yaml", FILE]);
    assert_snapshot!(run.stderr, @"
    error[R285]: `sources › D01 › date` differs in the two versions: here `2024-04`, there `2024-05`
    --> cases/proef/sources.yaml
     |
    help: the file has both between marks of git; choose what is to stay, and remove the marks
    ");
}

#[test]
fn where_only_one_changed_a_file_its_bytes_come_out() {
    let other = format!("{SOURCES}# van Anna\n");
    for (ours, theirs, expected) in [
        (SOURCES, other.as_str(), other.as_str()),
        (&other, SOURCES, &other),
        (&other, &other, &other),
    ] {
        let work = versions(ours, theirs);
        let run = merged(&work);
        assert_eq!((run.seen().as_str(), work.read("mijn.yaml").as_str()), ("status 0", expected));
    }
}

#[test]
fn a_comment_without_a_place_is_kept_at_the_end() {
    let ours = SOURCES.replace('\n', "\r\n").replace("2024-03", "2024-04");
    let theirs = SOURCES.replace("title: Opgave", "# navragen\n    title: Opgave");
    let work = versions(&ours, &theirs);
    assert_snapshot!(merged(&work).seen(), @"
    1 opmerking achter een `#` had geen vaste plaats, en staat onderaan het bestand
    status 0
    ");
    let text = work.read("mijn.yaml");
    let end =
        "\r\n# opmerkingen zonder vaste plaats, uit een van de twee versies:\r\n# navragen\r\n";
    assert!(text.ends_with(end) && !text.replace("\r\n", "").contains('\n'), "{text}");
}

#[test]
fn what_cannot_be_read_is_not_merged_and_both_versions_are_kept() {
    let ours = SOURCES.replace("2024-03", "2024-04");
    for (theirs, told) in [
        (
            SOURCES.replace("title: Opgave", "title: \"Opgave"),
            "de andere versie is niet goed te lezen",
        ),
        (format!("{SOURCES}sources: []\n"), "de andere versie is niet goed te lezen"),
    ] {
        let work = versions(&ours, &theirs);
        let run = merged(&work);
        assert!(run.status == 1 && run.stderr.contains(told), "{}", run.seen());
        let text = work.read("mijn.yaml");
        assert!(text.starts_with("<<<<<<< deze versie\n"), "{text}");
        assert!(text.contains(&ours) && text.contains(&theirs), "{text}");
    }
    let work = versions(&ours, "");
    work.write("andere.yaml", b"sources:\n  - code: \xff\n");
    assert_snapshot!(merged(&work).seen(), @"
    fout[R288]: een van de versies is geen UTF-8; deze versie is gebleven zoals zij was
    --> cases/proef/sources.yaml
     |
    hulp: bewaar het bestand als UTF-8, en voeg dan opnieuw samen

    status 1
    ");
    assert_eq!(work.read("mijn.yaml"), ours);
    // A text that was sent has a seal, and two of them are never mixed.
    let work = versions("paragraphs: []\nround: 1\n", "paragraphs: []\nround: 2\n");
    let run = work.run("merge basis.yaml mijn.yaml andere.yaml cases/proef/hearing-sent.yaml");
    assert_snapshot!(run.seen(), @"
    fout[R288]: dit bestand schrijft het programma zelf, en twee versies ervan gaan niet samen
    --> cases/proef/hearing-sent.yaml
     |
    hulp: houd de versie die echt is verstuurd

    status 1
    ");
    assert_snapshot!(work.run("merge basis.yaml mijn.yaml nergens.yaml").seen(), @"
    fout[R102]: bestand is niet te lezen: dit bestaat niet
    --> nergens.yaml
     |
    hulp: kijk of u het mag openen, en of de inhoud past bij de naam

    status 1
    ");
}

#[test]
fn a_protected_name_is_in_no_message_of_a_merge() {
    let ours = SOURCES.replace("Integraal veiligheidsplan", "Plan van mevrouw Verschuur");
    let theirs = SOURCES.replace("Integraal veiligheidsplan", "Plan van wethouder");
    let work = versions(&ours, &theirs);
    work.write(
        "cases/proef/confidential.yaml",
        "people:\n  - source: I01\n    name: A. Verschuur\n",
    );
    let run = merged(&work);
    assert!(run.status == 1 && !run.seen().contains("Verschuur"), "{}", run.seen());
}

fn git(work: &Work, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Test", "-c", "user.email=test@example.org"]);
    let done = command.args(arguments).current_dir(work.path("")).env("LC_ALL", "nl_NL.UTF-8");
    let done = done.output().expect("git runs");
    let said = [done.stdout, done.stderr].concat();
    (done.status.success(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn git_merges_a_case_by_key_once_it_is_told_so() {
    if !needs("git", &["--version"]) {
        return;
    }
    let work = Work::with_case();
    let must = |arguments: &[&str]| {
        let (done, said) = git(&work, arguments);
        assert!(done, "{arguments:?}: {said}");
    };
    let driver = format!("\"{}\" merge %O %A %B %P", env!("CARGO_BIN_EXE_rekenkamer"));
    must(&["init", "--quiet", "--initial-branch=main"]);
    must(&["config", "merge.rekenkamer.driver", &driver.replace('\\', "/")]);
    work.write(".gitattributes", "cases/**/*.yaml merge=rekenkamer\n");
    must(&["add", "."]);
    must(&["commit", "--quiet", "--message=begin"]);
    must(&["checkout", "--quiet", "-b", "anna"]);
    let added = |code: &str, title: &str| {
        format!("{SOURCES}  - code: {code}\n    kind: document\n    title: {title}\n")
    };
    work.write(FILE, added("D08", "Van Anna"));
    must(&["commit", "--quiet", "--all", "--message=anna"]);
    must(&["checkout", "--quiet", "main"]);
    work.write(FILE, added("D09", "Van Bert"));
    must(&["commit", "--quiet", "--all", "--message=bert"]);
    must(&["merge", "--quiet", "--no-edit", "anna"]);
    let both = format!(
        "{}  - code: D08\n    kind: document\n    title: Van Anna\n",
        added("D09", "Van Bert")
    );
    assert_eq!(work.read(FILE), both);
    // Both add a source under one code: git says that there is a conflict, the program which.
    must(&["checkout", "--quiet", "anna"]);
    work.write(
        FILE,
        format!("{}  - code: D10\n    kind: data\n    title: Een\n", added("D08", "Van Anna")),
    );
    must(&["commit", "--quiet", "--all", "--message=een"]);
    must(&["checkout", "--quiet", "main"]);
    work.write(FILE, format!("{both}  - code: D10\n    kind: data\n    title: Twee\n"));
    must(&["commit", "--quiet", "--all", "--message=twee"]);
    let (done, said) = git(&work, &["merge", "--no-edit", "anna"]);
    assert!(
        !done && said.contains("fout[R285]: `sources › D10` is in beide versies toegevoegd"),
        "{said}"
    );
    let end = "<<<<<<< deze versie\n  - code: D10\n    kind: data\n    title: Twee\n=======\n  - code: D10\n    kind: data\n    title: Een\n>>>>>>> de andere versie\n";
    assert_eq!(work.read(FILE), format!("{both}{end}"));
}

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
