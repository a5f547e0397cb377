//! `new` for a case that is there already: a framework is added, and all that was typed stays.

use crate::common::Work;
use std::fs;

const CASE: &str = "cases/proef/case.yaml";
const BIBOB: &str = "cases/proef/findings/bibob.yaml";

/// Every file of the case with its bytes.
fn state(work: &Work) -> Vec<(String, Vec<u8>)> {
    let of_case = work.files().into_iter().filter(|path| path.starts_with("cases/"));
    of_case.map(|path| (path.clone(), work.bytes(&path))).collect()
}

/// A case whose list of frameworks is written with dashes and comments.
fn with_dashes(line_end: &str) -> Work {
    let work = Work::with_case();
    let list = "frameworks:   # waaraan wij toetsen\n  - 'fte-capacity'   # vastgesteld in 2025\n";
    work.edit("case.yaml", "frameworks: [fte-capacity]\n", list);
    work.write(CASE, work.read(CASE).replace('\n', line_end));
    work
}

#[test]
fn a_framework_is_shown_first_and_added_only_when_asked() {
    let work = with_dashes("\n");
    let before = state(&work);
    assert_eq!(
        work.run("new cases/proef --frameworks bibob").seen(),
        "cases/proef/case.yaml
  regel 32: + bibob
cases/proef/findings/bibob.yaml (nieuw)
er is nog niets veranderd; met --write schrijft u dit
status 0"
    );
    assert_eq!(state(&work), before);
    assert_eq!(work.files().len(), before.len() + 1, "{:?}", work.files());
    assert_eq!(
        work.run("new cases/proef --frameworks bibob --write").seen(),
        "cases/proef/case.yaml
  regel 32: + bibob
cases/proef/findings/bibob.yaml (nieuw)
geschreven; kijk de case na met: rekenkamer check cases/proef
frameworks/schemas: schema's waarmee uw editor helpt invullen
status 0"
    );
    let last = "  - 'fte-capacity'   # vastgesteld in 2025\n";
    for (path, old) in before {
        let old = String::from_utf8(old).expect("a text");
        let new = match path == CASE {
            true => old.replacen(last, &format!("{last}  - 'bibob'\n"), 1),
            false => old,
        };
        assert_eq!(work.read(&path), new, "{path}");
    }
    // The findings are those of a new case.
    let made = "new cases/ander --municipality Ander --frameworks bibob --date 2026";
    assert_eq!(work.run(made).status, 0);
    assert_eq!(work.read(BIBOB), work.read("cases/ander/findings/bibob.yaml"));
}

#[test]
fn after_a_framework_is_added_check_asks_for_its_norms_and_for_nothing_else() {
    let work = Work::with_case();
    assert_eq!(work.check_short(), "geen problemen gevonden\nstatus 0");
    assert_eq!(work.run("new cases/proef --frameworks bibob:BB-1,BB-2 --write").status, 0);
    assert_eq!(
        work.read(CASE).lines().nth(29),
        Some("frameworks: [fte-capacity, {id: bibob, criteria: [BB-1, BB-2], reason:}]")
    );
    let said = work.check_short();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines,
        [
            "cases/proef/case.yaml:30:29: nog in te vullen[R351]: `reason` is nog in te vullen",
            "cases/proef/findings/bibob.yaml:24:9: nog in te vullen[R350]: norm `BB-1` is nog in te vullen",
            "cases/proef/findings/bibob.yaml:49:9: nog in te vullen[R350]: norm `BB-2` is nog in te vullen",
            "3 plaatsen nog in te vullen",
            "status 0",
        ]
    );
}

#[test]
fn windows_line_ends_stay_and_a_choice_of_norms_gets_lines_of_its_own() {
    let work = with_dashes("\r\n");
    let old = work.read(CASE);
    let asked = "new cases/proef --frameworks bibob:BB-1,council-role --write";
    assert_eq!(work.run(asked).status, 0);
    let last = "  - 'fte-capacity'   # vastgesteld in 2025\r\n";
    let added =
        "  - id: bibob\r\n    criteria:\r\n      - BB-1\r\n    reason:\r\n  - council-role\r\n";
    assert_eq!(work.read(CASE), old.replacen(last, &format!("{last}{added}"), 1));
}

#[test]
fn what_a_case_has_already_stays_as_it_is() {
    let work = Work::with_case();
    work.write(BIBOB, "framework: bibob\nversion: 1.0.0\ncriteria: []\n");
    let before = state(&work);
    assert_eq!(
        work.run("new cases/proef --frameworks bibob --write").seen(),
        "fout[R171]: er zijn al bevindingen bij dit normenkader
--> cases/proef/findings/bibob.yaml
 |
hulp: het bestand blijft zoals het is; zet het kader zelf bij `frameworks` in `case.yaml`, of geef dit bestand eerst een andere plaats

status 1"
    );
    assert_eq!(
        work.run("new cases/proef --frameworks council-role,fte-capacity --write").seen(),
        "fout[R170]: de case gebruikt normenkader `fte-capacity` al
  --> cases/proef/case.yaml:30:14
   |
30 | frameworks: [fte-capacity]
   |              ^^^^^^^^^^^^
   |
hulp: wilt u er normen bij, pas dan hier `criteria` of `without` aan; er is niets veranderd

status 1"
    );
    assert_eq!(state(&work), before);
}

#[test]
fn a_framework_with_the_codes_of_another_one_is_not_added() {
    let work = Work::with_case();
    let own = "id: eigen\ntitle: Eigen\ncriteria:\n  - {id: CA-2, norm: De raad weet het.}\n";
    work.write("frameworks/eigen.yaml", own);
    let before = state(&work);
    assert_eq!(
        work.run("new cases/proef --frameworks eigen --write").seen(),
        "fout[R127]: `CA-2` komt al eerder voor
  --> cases/proef/case.yaml:30:14
   |
30 | frameworks: [fte-capacity]
   |              ^^^^^^^^^^^^ eerder in `eigen`
   |
hulp: geef elk onderdeel zijn eigen code

status 1"
    );
    assert_eq!(state(&work), before);
}

#[test]
fn a_form_that_the_editor_does_not_know_and_a_file_with_faults_stay_as_they_are() {
    let anchor = "fout[R172]: het programma kan dit bestand niet veilig aanpassen: er staat een anker \
                  (&), een verwijzing (*) of een label (!) in";
    for (from, to, said) in [
        (
            "  province: Utrecht\n",
            "  province: &plaats Utrecht\n  attributes: {regio: *plaats}\n",
            anchor,
        ),
        (
            "  title: Ondermijning\n",
            "  title: [Ondermijning\n",
            "fout[R104]: dit is geen geldige YAML: deze `[` heeft geen `]`",
        ),
        (
            "frameworks: [fte-capacity]\n",
            "frameworks:\t[fte-capacity]\n",
            "fout[R172]: het programma kan dit bestand niet veilig aanpassen: er staat een tab \
             tussen de waarden",
        ),
    ] {
        let work = Work::with_case();
        work.edit("case.yaml", from, to);
        let before = state(&work);
        let run = work.run("new cases/proef --frameworks bibob --write");
        assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{}", run.stderr);
        assert_eq!(run.stderr.lines().next(), Some(said));
        assert_eq!(state(&work), before);
    }
}

#[test]
fn a_case_that_may_not_be_written_gets_no_findings() {
    let work = Work::with_case();
    let path = work.path(CASE);
    let mut permissions = fs::metadata(&path).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("a read-only file");
    let before = state(&work);
    let run = work.run("new cases/proef --frameworks bibob --write");
    let said = "fout: de computer liet dit niet toe: cases/proef/case.yaml: u hebt hier geen toestemming voor\n";
    assert_eq!((run.status, run.stderr.as_str()), (3, said));
    assert_eq!(state(&work), before);
}

#[test]
fn what_belongs_to_a_new_case_is_not_asked_of_one_that_is_there() {
    let work = Work::with_case();
    let more = "met `--help` achter de opdracht ziet u wat kan\nstatus 2";
    assert_eq!(
        work.run("new cases/nieuw --frameworks bibob").seen(),
        format!("fout: dit ontbreekt: --municipality\n{more}")
    );
    assert_eq!(
        work.run("new cases/proef --frameworks bibob --date 2026").seen(),
        format!("fout: dit ontbreekt: --municipality\n{more}")
    );
    assert_eq!(
        work.run("new cases/x --municipality X --frameworks bibob --write").seen(),
        format!("fout: `--municipality <NAAM>` en `--write` gaan niet samen\n{more}")
    );
}

/// A case names a norm by its code alone, so two frameworks with one code cannot stand in it.
#[test]
fn two_frameworks_with_the_same_codes_are_refused_together_and_nothing_is_written() {
    let work = Work::with_case();
    let before = work.read(CASE);
    work.write("frameworks/bb.yaml", "id: bb\ntitle: Bb\ncriteria:\n  - {id: BB-1, norm: Zo.}\n");
    for command in [
        "new cases/proef --frameworks bb,bibob --write",
        "new cases/ander --municipality Ander --frameworks bb,bibob",
    ] {
        let run = work.run(command);
        assert_eq!(run.status, 1, "{}", run.stderr);
        let said = "fout[R127]: `BB-1` komt al eerder voor\n--> --frameworks\n = eerder in `bb`";
        assert!(run.stderr.starts_with(said), "{}", run.stderr);
    }
    assert_eq!(work.read(CASE), before);
    assert!(!work.path("cases/ander").exists());
}
