//! Two versions of a file of a case, merged as git asks of a driver.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::{Run, Work, needs};
use insta::assert_snapshot;
use std::process::Command;

const SOURCES: &str = include_str!("../fixtures/cases/proef/sources.yaml");

const FILE: &str = "cases/proef/sources.yaml";

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
    fout[R285]: `sources › D01 › date` is in de twee versies anders: hier `2024-04`, daar iets anders
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
    error[R285]: `sources › D01 › date` differs in the two versions: here `2024-04`, there something else
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

#[test]
fn two_conflicts_that_meet_at_the_end_of_a_list_are_both_in_the_file() {
    let entry = |code: &str, title: &str| format!("  - code: {code}\n    title: {title}\n");
    let sources = |entries: &[String]| format!("sources:\n{}", entries.concat());
    let work = Work::with_case();
    work.write("basis.yaml", sources(&[entry("D01", "A"), entry("D02", "B")]));
    work.write("mijn.yaml", sources(&[entry("D01", "A van mij")]));
    work.write("andere.yaml", sources(&[entry("D02", "B van de ander")]));
    assert_snapshot!(merged(&work).seen(), @"
    fout[R285]: `sources › D02` is in de twee versies anders: hier niets, daar iets anders
    --> cases/proef/sources.yaml
     |
    hulp: in het bestand staan beide tussen merktekens van git; kies wat moet blijven, en haal de merktekens weg

    fout[R285]: `sources › D01` is in de twee versies anders: hier `D01, A van mij`, daar niets
    --> cases/proef/sources.yaml
     |
    hulp: in het bestand staan beide tussen merktekens van git; kies wat moet blijven, en haal de merktekens weg

    status 1
    ");
    assert_snapshot!(work.read("mijn.yaml"), @"
    sources:
    <<<<<<< deze versie
      - code: D01
        title: A van mij
    =======
    >>>>>>> de andere versie
    <<<<<<< deze versie
    =======
      - code: D02
        title: B van de ander
    >>>>>>> de andere versie
    ");
}

#[test]
fn a_comment_that_stands_in_a_text_too_is_not_lost() {
    let work = versions(
        &SOURCES.replace("title: Integraal veiligheidsplan", "title: \"Plan # let op\""),
        &SOURCES
            .replace("sources:\n", "sources:\n  # let op\n")
            .replace("date: 2024-03", "date: 2024-04"),
    );
    assert_eq!(merged(&work).status, 0);
    assert!(work.read("mijn.yaml").contains("\n# let op\n"), "{}", work.read("mijn.yaml"));
}

#[test]
fn a_merge_of_a_file_with_names_shows_none_of_them() {
    let people =
        |name: &str| format!("people:\n  - source: I01\n    name: Jan {name}\n    note: {name}\n");
    let work = Work::with_case();
    work.write("basis.yaml", people("Een"));
    work.write("mijn.yaml", people("Een").replace("note: Een", "note: Oursnaam"));
    work.write("andere.yaml", people("Een").replace("note: Een", "note: Theirsnaam"));
    let run = work.run("merge basis.yaml mijn.yaml andere.yaml cases/proef/confidential.yaml");
    assert_snapshot!(run.seen(), @"
    fout[R285]: `…` is in de twee versies anders: hier …, daar …
    --> cases/proef/confidential.yaml
     |
    hulp: in het bestand staan beide tussen merktekens van git; kies wat moet blijven, en haal de merktekens weg

    status 1
    ");
}

#[test]
fn a_comment_above_a_new_entry_stays_above_it() {
    let ours = format!("{SOURCES}  - code: D08\n    kind: document\n    title: Van mij\n");
    let theirs = format!(
        "{SOURCES}  # navragen bij de griffie\n  - code: D09\n    kind: document\n    title: Ander\n"
    );
    let work = versions(&ours, &theirs);
    assert_eq!(merged(&work).seen(), "status 0");
    let new = work.read("mijn.yaml").replace(SOURCES, "");
    assert_snapshot!(new, @"
    - code: D08
      kind: document
      title: Van mij
    # navragen bij de griffie
    - code: D09
      kind: document
      title: Ander
    ");
}

#[test]
fn a_name_or_code_that_both_corrected_is_left_to_the_users() {
    let people = |name: &str| format!("people:\n  - source: I01\n    name: {name}\n");
    let work = Work::with_case();
    work.write("basis.yaml", people("J. Jansen"));
    work.write("mijn.yaml", people("J. Janssen"));
    work.write("andere.yaml", people("J. Jansens"));
    let run = work.run("merge basis.yaml mijn.yaml andere.yaml cases/proef/confidential.yaml");
    assert_snapshot!(run.seen(), @"
    fout[R285]: `…` is in de twee versies anders: hier …, daar …
    --> cases/proef/confidential.yaml
     |
    hulp: in het bestand staan beide tussen merktekens van git; kies wat moet blijven, en haal de merktekens weg

    status 1
    ");
    assert_snapshot!(work.read("mijn.yaml"), @"
    <<<<<<< deze versie
    people:
      - source: I01
        name: J. Janssen
    =======
    people:
      - source: I01
        name: J. Jansens
    >>>>>>> de andere versie
    ");
    let code = |code: &str| SOURCES.replace("code: D02", &format!("code: {code}"));
    let work = versions(&code("D20"), &code("D21"));
    assert_snapshot!(merged(&work).seen(), @"
    fout[R285]: `sources` is in de twee versies anders: hier `…veiligheidsplan, 2024-03, D20, data, Opgave van de gemeenten, 2025-06-…`, daar iets anders
    --> cases/proef/sources.yaml
     |
    hulp: in het bestand staan beide tussen merktekens van git; kies wat moet blijven, en haal de merktekens weg

    status 1
    ");
}

#[test]
fn the_marks_in_a_file_that_cannot_be_read_are_in_the_language_of_the_user() {
    let theirs = SOURCES.replace("date: 2024-03", "date: \"2024-05");
    let work = versions(&SOURCES.replace("2024-03", "2024-04"), &theirs);
    assert_eq!(merged(&work).status, 1);
    let text = work.read("mijn.yaml");
    assert_snapshot!(text.lines().take(9).collect::<Vec<_>>().join("\n"), @r#"
    sources:
      - code: D01
        kind: document
        title: Integraal veiligheidsplan
    <<<<<<< deze versie
        date: 2024-04
    =======
        date: "2024-05
    >>>>>>> de andere versie
    "#);
}

#[test]
fn many_changes_beside_a_conflict_come_into_their_entries() {
    let all = |ours: &str, first: &str| -> String {
        let source = |n: u32| {
            let (title, note) = (if n == 0 { first } else { "Stuk" }, ours);
            format!("  - code: D{n}\n    kind: document # {n}\n    title: {title}\n{note}")
        };
        format!("sources:\n{}", (0..20).map(source).collect::<String>())
    };
    let work = Work::with_case();
    work.write("basis.yaml", all("", "A"));
    work.write("mijn.yaml", all("    date: 2024-01\n", "B"));
    work.write("andere.yaml", all("    note: Nagekeken.\n", "C"));
    let run = merged(&work);
    assert_snapshot!(run.seen(), @"
    fout[R285]: `sources › D0 › title` is in de twee versies anders: hier `B`, daar iets anders
    --> cases/proef/sources.yaml
     |
    hulp: in het bestand staan beide tussen merktekens van git; kies wat moet blijven, en haal de merktekens weg

    status 1
    ");
    let expected = all("    note: Nagekeken.\n    date: 2024-01\n", "B").replace(
        "    title: B\n",
        "<<<<<<< deze versie\n    title: B\n=======\n    title: C\n>>>>>>> de andere versie\n",
    );
    assert_eq!(work.read("mijn.yaml"), expected);
}

#[test]
fn many_new_and_removed_entries_beside_a_conflict_come_to_their_places_with_the_line_ends_of_the_file()
 {
    let source =
        |code: String, title: &str| -> String { format!("  - code: {code}\n    title: {title}\n") };
    let all = |first: &str, without: &[u32], new: &[u32]| -> String {
        let of = |n: u32| {
            let own = source(format!("D{n}"), if n == 0 { first } else { "Stuk" });
            let extra = source(format!("E{n}"), "Nieuw");
            let comment = "  # nieuw\n";
            match (without.contains(&n), new.contains(&n)) {
                (true, _) => String::new(),
                (_, true) => format!("{own}{comment}{extra}"),
                _ => own,
            }
        };
        format!("sources:\n{}", (0..20).map(of).collect::<String>())
    };
    let work = Work::with_case();
    work.write("basis.yaml", all("A", &[], &[]));
    work.write("mijn.yaml", all("B", &[3], &[]).replace('\n', "\r\n"));
    work.write("andere.yaml", all("C", &[5, 6, 19], &[0, 1, 2, 4, 10, 11, 18]));
    let run = merged(&work);
    assert_snapshot!(run.seen(), @"
    fout[R285]: `sources › D0 › title` is in de twee versies anders: hier `B`, daar iets anders
    --> cases/proef/sources.yaml
     |
    hulp: in het bestand staan beide tussen merktekens van git; kies wat moet blijven, en haal de merktekens weg

    status 1
    ");
    let expected = all("B", &[3, 5, 6, 19], &[0, 1, 2, 4, 10, 11, 18]).replace(
        "    title: B\n",
        "<<<<<<< deze versie\n    title: B\n=======\n    title: C\n>>>>>>> de andere versie\n",
    );
    assert_eq!(work.read("mijn.yaml"), expected.replace('\n', "\r\n"));
}
