//! `framework upgrade`: a case goes to the present version of its framework, and all else that was
//! typed stays.

use crate::common::{FINDINGS, FRAMEWORK, Work};
use insta::assert_snapshot;
use std::fs;

pub const CASE: &str = "cases/proef/case.yaml";

pub const FOUND: &str = "cases/proef/findings/fte-capacity.yaml";

const UPGRADE: &str = "framework upgrade cases/proef";

pub const WRITE: &str = "framework upgrade cases/proef --write";

/// The second version of a framework: two norms have another code, two changed places, one is gone,
/// one is new, and one has the same code but no place in the mapping.
pub fn second_version(mapping: &str) -> String {
    let first = FRAMEWORK;
    let version = format!("version: 2.0.0\nearlier-versions:\n{mapping}");
    let mut text = first.replacen("version: 1.0.0\n", &version, 1);
    let codes =
        [("CA-1", "CB-1"), ("CA-2", "X"), ("CA-3", "CA-2"), ("X", "CA-3"), ("CA-4", "CA-7")];
    for (from, to) in codes.into_iter().chain([("CA-6", "CB-6")]) {
        let line = |id: &str| format!("  - id: {id}\n");
        assert_eq!(text.matches(&line(from)).count(), 1, "{from}");
        text = text.replacen(&line(from), &line(to), 1);
    }
    text
}

const MAPPING: &str =
    "  - version: 1.0.0\n    criteria: {CB-1: CA-1, CA-3: CA-2, CA-2: CA-3, CB-6: CA-6}\n";

/// The valid case, with the second version of its framework in the working folder.
pub fn with_second_version() -> Work {
    let work = Work::with_case();
    work.write("frameworks/fte-capacity.yaml", second_version(MAPPING));
    work
}

/// Every file of the case with its bytes.
pub fn state(work: &Work) -> Vec<(String, Vec<u8>)> {
    let of_case = work.files().into_iter().filter(|path| path.starts_with("cases/"));
    of_case.map(|path| (path.clone(), work.bytes(&path))).collect()
}

const SHOWN: &str = "cases/proef/case.yaml
  regel 37: CA-1 → CB-1
  regel 37: CA-2 → CA-3
  regel 49: CA-1 → CB-1
  regel 62: CA-6 → CB-6
cases/proef/findings/fte-capacity.yaml
  regel 2: 1.0.0 → 2.0.0
  regel 4: CA-1 → CB-1
  regel 16: CA-2 → CA-3
  regel 27: CA-3 → CA-2
  regel 47: CA-6 → CB-6
fte-capacity: van versie 1.0.0 naar 2.0.0
  nieuw: CA-7; neem ze op in de bevindingen
  veranderd: CA-5; bekijk de bevindingen opnieuw, want een oordeel van toen geldt hier niet vanzelf nog
  vervallen: CA-4; wat erbij staat is er nog, en `check` noemt het tot u het weghaalt of ergens anders onderbrengt
";

/// A file of the case after the upgrade, by replacing its lines.
pub fn moved(file: &str, text: &str) -> String {
    let mut text = text.to_owned();
    let changes: &[(&str, &str)] = match file {
        CASE => &[
            ("criteria: [CA-1, CA-2]", "criteria: [CB-1, CA-3]"),
            ("criterion: CA-1", "criterion: CB-1"),
            ("about: CA-6", "about: CB-6"),
        ],
        FOUND => &[
            ("version: 1.0.0", "version: 2.0.0"),
            ("id: CA-1", "id: CB-1"),
            ("id: CA-2", "id: X"),
            ("id: CA-3", "id: CA-2"),
            ("id: X", "id: CA-3"),
            ("id: CA-6", "id: CB-6"),
        ],
        _ => &[],
    };
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from} in {file}");
        text = text.replacen(from, to, 1);
    }
    text
}

#[test]
fn an_upgrade_is_shown_first_and_then_written_with_all_else_as_it_was() {
    let work = with_second_version();
    let before = state(&work);
    let not_yet = "er is nog niets veranderd; met --write schrijft u dit\nstatus 0";
    assert_eq!(work.run(UPGRADE).seen(), format!("{SHOWN}{not_yet}"));
    assert_eq!(state(&work), before);
    let written = "geschreven; kijk de case na met: rekenkamer check cases/proef\nstatus 0";
    assert_eq!(work.run(WRITE).seen(), format!("{SHOWN}{written}"));
    for (path, old) in before {
        let old = String::from_utf8(old).expect("a text");
        assert_eq!(work.read(&path), moved(&path, &old), "{path}");
    }
    let present = "de case gebruikt al versie 2.0.0 van fte-capacity\nstatus 0";
    assert_eq!(work.run(WRITE).seen(), present);
}

#[test]
fn after_an_upgrade_check_says_what_it_said_but_for_what_the_new_version_asks() {
    let work = Work::with_case();
    assert_eq!(work.check_short(), "geen problemen gevonden\nstatus 0");
    work.write("frameworks/fte-capacity.yaml", second_version(MAPPING));
    assert_eq!(work.run(WRITE).status, 0);
    assert_eq!(
        work.check_short(),
        "cases/proef/findings/fte-capacity.yaml:37:9: fout[R203]: norm `CA-4` bestaat niet in `fte-capacity`
1 fout
status 1"
    );
    let gone = "  - id: CA-4\n    status: niet-onderzocht\n    reason: |\n      Dit viel buiten de opzet.\n    findings: []\n";
    work.edit(FINDINGS, gone, "");
    assert_eq!(
        work.check_short(),
        "cases/proef/findings/fte-capacity.yaml:1:1: nog in te vullen[R350]: norm `CA-7` is nog in te vullen
1 plaats nog in te vullen
status 0"
    );
}

#[test]
fn comments_quotes_line_ends_and_a_byte_order_mark_stay() {
    let work = with_second_version();
    let edits = [
        (
            "case.yaml",
            "    criteria: [CA-1, CA-2]\n",
            "    criteria:   # drie\n      # eerst\n      - 'CA-1'   # een\n      - \"CA-2\"\n      - CA-6\n",
        ),
        (
            "case.yaml",
            "frameworks: [fte-capacity]\n",
            "frameworks:\n- id: fte-capacity\n  without: [ CA-2 ,\n    CA-6 ]  # niet\n  reason: Zo is het.\n",
        ),
        (FINDINGS, "version: 1.0.0\n", "version: \"1.0.0\" # van toen\n\n"),
        (
            FINDINGS,
            "  - id: CA-1\n    status: onderzocht\n",
            "  -   status: onderzocht\n      id:   CA-1     # de eerste\n",
        ),
        (FINDINGS, "    findings:\n      - id: B-1\n", "      findings:\n      - id: B-1\n"),
    ];
    for (file, from, to) in edits {
        work.edit(file, from, to);
    }
    let marked = |text: String| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let (case, found) = (marked(work.read(CASE)), marked(work.read(FOUND)));
    work.write(CASE, &case);
    work.write(FOUND, &found);
    let run = work.run(WRITE);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let case = [
        ("- 'CA-1'", "- 'CB-1'"),
        ("- \"CA-2\"", "- \"CA-3\""),
        ("- CA-6", "- CB-6"),
        ("[ CA-2 ,", "[ CA-3 ,"),
        ("    CA-6 ]", "    CB-6 ]"),
        ("criterion: CA-1", "criterion: CB-1"),
        ("about: CA-6", "about: CB-6"),
    ]
    .iter()
    .fold(case, |text, (from, to)| text.replacen(from, to, 1));
    assert_eq!(work.read(CASE), case);
    let found = [
        ("\"1.0.0\"", "\"2.0.0\""),
        ("id:   CA-1 ", "id:   CB-1 "),
        ("id: CA-2", "id: X"),
        ("id: CA-3", "id: CA-2"),
        ("id: X", "id: CA-3"),
        ("id: CA-6", "id: CB-6"),
    ]
    .iter()
    .fold(found, |text, (from, to)| text.replacen(from, to, 1));
    assert_eq!(work.read(FOUND), found);
}

#[test]
fn a_text_that_names_an_old_code_is_told_and_left() {
    let work = with_second_version();
    let text = "      Er zijn net niet genoeg mensen.\n";
    work.edit("case.yaml", text, &format!("{text}      Zie norm CA-1, niet CA-10 of B-CA-1.\n"));
    let run = work.run(UPGRADE);
    let last = run.stdout.lines().last();
    let told = "cases/proef/case.yaml, regel 37: de tekst noemt CA-1 en is gelaten zoals zij was";
    assert_eq!((run.status, last), (0, Some(told)));
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions_and_a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let work = with_second_version();
    let (path, elsewhere) = (work.path(CASE), work.path("cases/proef/echt.txt"));
    fs::rename(&path, &elsewhere).expect("a moved file");
    symlink("echt.txt", &path).expect("a link");
    fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o640)).expect("permissions");
    let old = work.read(CASE);
    assert_eq!(work.run(WRITE).status, 0);
    assert!(path.is_symlink());
    assert_eq!(work.read("cases/proef/echt.txt"), moved(CASE, &old));
    let mode = fs::metadata(&elsewhere).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn of_several_frameworks_all_go_or_the_one_that_was_asked_for() {
    let work = with_second_version();
    let small = "id: klein\ntitle: Klein\nversion: 1.1.0\nearlier-versions:\n  - version: 1.0.0\n    criteria: {IH-9: IH-1}\ncriteria:\n  - {id: IH-9, norm: De raad heeft vastgesteld hoeveel de gemeente mag inhuren.}\n";
    work.write("frameworks/klein.yaml", small);
    work.edit(
        "case.yaml",
        "[fte-capacity]",
        "[fte-capacity, {id: klein, criteria: [IH-1], reason: Meer past niet.}]",
    );
    let record = "framework: klein\nversion: 1.0.0\ncriteria:\n  - {id: IH-1, status: niet-onderzocht, reason: Geen tijd.}\n";
    work.write("cases/proef/findings/klein.yaml", record);
    let small = "framework upgrade cases/proef --framework klein";
    assert_eq!(
        work.run(small).seen(),
        "cases/proef/case.yaml
  regel 30: IH-1 → IH-9
cases/proef/findings/klein.yaml
  regel 2: 1.0.0 → 1.1.0
  regel 4: IH-1 → IH-9
klein: van versie 1.0.0 naar 1.1.0
er is nog niets veranderd; met --write schrijft u dit
status 0"
    );
    let run = work.run(WRITE);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(run.stdout.lines().filter(|line| line.contains(": van versie ")).count(), 2);
    assert_eq!(
        work.read("cases/proef/findings/klein.yaml"),
        record.replace("1.0.0", "1.1.0").replace("IH-1", "IH-9")
    );
}

#[test]
fn a_message_of_an_upgrade_names_nobody_whom_the_case_protects() {
    let work = with_second_version();
    let people = "people:\n  - source: I01\n    name: Pietje Geheimpersoon\n";
    work.write("cases/proef/confidential.yaml", people);
    work.edit(FINDINGS, "version: 1.0.0\n", "version: 0.1.0 # volgens Geheimpersoon\n");
    let said = work.run(WRITE).seen();
    assert_eq!(
        said,
        "fout[R173]: normenkader `fte-capacity` zegt niet hoe bevindingen van versie 0.1.0 naar versie 2.0.0 gaan
--> cases/proef/findings/fte-capacity.yaml:2:10
 |
hulp: zet bij `earlier-versions` in het kader welke normen van 0.1.0 nog hetzelfde betekenen, of pas de case zelf aan; er is niets veranderd

status 1"
    );
}

#[test]
fn of_two_files_of_findings_the_one_at_the_present_version_stays() {
    let work = with_second_version();
    let other = "cases/proef/findings/fte-capacity+anna.yaml";
    work.write(other, "framework: fte-capacity\nversion: 2.0.0\ncriteria:\n  - id: CA-7\n    status: niet-onderzocht\n    reason: Dit viel buiten de opzet.\n");
    let text = work.read(other);
    assert_snapshot!(work.run(WRITE).seen(), @"
    cases/proef/case.yaml
      regel 37: CA-1 → CB-1
      regel 37: CA-2 → CA-3
      regel 49: CA-1 → CB-1
      regel 62: CA-6 → CB-6
    cases/proef/findings/fte-capacity.yaml
      regel 2: 1.0.0 → 2.0.0
      regel 4: CA-1 → CB-1
      regel 16: CA-2 → CA-3
      regel 27: CA-3 → CA-2
      regel 47: CA-6 → CB-6
    fte-capacity: van versie 1.0.0 naar 2.0.0
      nieuw: CA-7; neem ze op in de bevindingen
      veranderd: CA-5; bekijk de bevindingen opnieuw, want een oordeel van toen geldt hier niet vanzelf nog
      vervallen: CA-4; wat erbij staat is er nog, en `check` noemt het tot u het weghaalt of ergens anders onderbrengt
    geschreven; kijk de case na met: rekenkamer check cases/proef
    status 0
    ");
    assert_eq!(work.read(other), text);
    assert_eq!(work.read(CASE), moved(CASE, &Work::with_case().read(CASE)));
    // What refers to the norms is at the present version, and one file of findings is not yet.
    let work = with_second_version();
    let case = moved(CASE, &work.read(CASE));
    work.write(CASE, case);
    work.write(other, text);
    assert_snapshot!(work.run(WRITE).seen(), @"
    fout[R289]: een deel van de bevindingen voor `fte-capacity` is al bij versie 2.0.0, en aan de codes in cases/proef/case.yaml is niet te zien bij welke versie zij horen
     --> cases/proef/findings/fte-capacity.yaml:2:10
      |
    2 | version: 1.0.0
      |          ^^^^^
      |
    hulp: geef de normen in cases/proef/case.yaml en in dit bestand zelf de codes van versie 2.0.0, en schrijf hier `version: 2.0.0`; er is niets veranderd

    status 1
    ");
}
