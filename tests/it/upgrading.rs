//! `framework upgrade`: a case goes to the present version of its framework, and all else that was
//! typed stays.

use crate::common::{FINDINGS, FRAMEWORK, Work};
use std::fs;

const CASE: &str = "cases/proef/case.yaml";
const FOUND: &str = "cases/proef/findings/fte-capacity.yaml";
const UPGRADE: &str = "framework upgrade cases/proef";
const WRITE: &str = "framework upgrade cases/proef --write";

/// The second version of a framework: two norms have another code, two changed places, one is gone,
/// one is new, and one has the same code but no place in the mapping.
fn second_version(mapping: &str) -> String {
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
fn with_second_version() -> Work {
    let work = Work::with_case();
    work.write("frameworks/fte-capacity.yaml", second_version(MAPPING));
    work
}

/// Every file of the case with its bytes.
fn state(work: &Work) -> Vec<(String, Vec<u8>)> {
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
fn moved(file: &str, text: &str) -> String {
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

#[test]
fn a_version_without_a_way_and_a_framework_that_is_not_there_are_told() {
    let work = Work::with_case();
    let none = second_version("  - version: 0.8.0\n    criteria: {CB-1: CA-1}\n");
    work.write("frameworks/fte-capacity.yaml", none);
    let before = state(&work);
    assert_eq!(
        work.run(WRITE).seen(),
        "fout[R173]: normenkader `fte-capacity` zegt niet hoe bevindingen van versie 1.0.0 naar versie 2.0.0 gaan
 --> cases/proef/findings/fte-capacity.yaml:2:10
  |
2 | version: 1.0.0
  |          ^^^^^
  |
hulp: zet bij `earlier-versions` in het kader welke normen van 1.0.0 nog hetzelfde betekenen, of pas de case zelf aan; er is niets veranderd

status 1"
    );
    assert_eq!(
        work.run("framework upgrade cases/proef --framework bibob --write").seen(),
        "fout[R174]: de case gebruikt normenkader `bibob` niet
 --> cases/proef/case.yaml:1:1
  |
1 | municipality:
  | ^^^^^^^^^^^^
  |
hulp: zij gebruikt: fte-capacity

status 1"
    );
    work.edit("case.yaml", "frameworks: [fte-capacity]", "frameworks: [fte-capaciteit]");
    let unknown = work.run(WRITE);
    assert_eq!(
        unknown.seen(),
        "fout[R201]: normenkader `fte-capaciteit` bestaat niet
  --> cases/proef/case.yaml:30:14
   |
30 | frameworks: [fte-capaciteit]
   |              ^^^^^^^^^^^^^^ er zijn: bibob, council-role, fte-capacity, integral-policy, public-private-cooperation, voorbeeld-energie, voorbeeld-inhuur, voorbeeld-subsidies
   |
hulp: bedoelde u `fte-capacity`?

status 1"
    );
    work.edit("case.yaml", "frameworks: [fte-capaciteit]", "frameworks: [fte-capacity]");
    assert_eq!(state(&work), before);
}

#[test]
fn a_code_twice_in_the_mapping_stops_the_upgrade() {
    let work = Work::with_case();
    let twice = second_version("  - version: 1.0.0\n    criteria: {CB-1: CA-1, CA-3: CA-1}\n");
    work.write("frameworks/fte-capacity.yaml", twice);
    let before = state(&work);
    assert_eq!(
        work.run(WRITE).seen(),
        "fout[R127]: `CA-1` komt al eerder voor
 --> frameworks/fte-capacity.yaml:6:34
  |
6 |     criteria: {CB-1: CA-1, CA-3: CA-1}
  |                                  ^^^^ eerder in frameworks/fte-capacity.yaml:6
  |
hulp: geef elk onderdeel zijn eigen code

status 1"
    );
    assert_eq!(state(&work), before);
}

#[test]
fn an_anchor_in_one_file_keeps_all_files_as_they_were() {
    for file in ["case.yaml", FINDINGS] {
        let work = with_second_version();
        match file {
            FINDINGS => work.edit(
                file,
                "        unit: fte\n",
                "        unit: &eenheid fte\n        cause: *eenheid\n",
            ),
            _ => work.edit(
                file,
                "  province: Utrecht\n",
                "  province: &plaats Utrecht\n  attributes: {regio: *plaats}\n",
            ),
        }
        let before = state(&work);
        let run = work.run(WRITE);
        let first = "fout[R172]: het programma kan dit bestand niet veilig aanpassen: er staat een anker (&), een verwijzing (*) of een label (!) in";
        assert_eq!(run.stderr.lines().next(), Some(first), "{file}");
        assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{file}");
        assert_eq!(state(&work), before, "{file}");
    }
}

#[test]
fn a_file_that_may_not_be_written_keeps_all_files_as_they_were() {
    let work = with_second_version();
    let path = work.path(FOUND);
    let mut permissions = fs::metadata(&path).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("a read-only file");
    let before = state(&work);
    let run = work.run(WRITE);
    assert_eq!(
        (run.status, run.stderr.as_str()),
        (
            3,
            "fout: de computer liet dit niet toe: cases/proef/findings/fte-capacity.yaml: u hebt hier geen toestemming voor\n"
        )
    );
    assert_eq!(state(&work), before);
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
fn a_framework_without_versions_has_nothing_to_upgrade() {
    let work = Work::with_case();
    let small = "id: klein\ntitle: Klein\ncriteria:\n  - {id: IH-1, norm: De raad weet het.}\n";
    work.write("frameworks/klein.yaml", small);
    work.edit("case.yaml", "[fte-capacity]", "[fte-capacity, klein]");
    work.write("cases/proef/findings/klein.yaml", "framework: klein\ncriteria: []\n");
    assert_eq!(
        work.run(WRITE).seen(),
        "de case gebruikt al versie 1.0.0 van fte-capacity
normenkader klein heeft geen versies; er is niets over te zetten
status 0"
    );
}

#[test]
fn a_code_that_means_another_norm_now_keeps_all_files_as_they_were() {
    let work = Work::with_case();
    // CA-3 of then is gone, and CA-2 of then is called CA-3 now.
    let mapping = "  - version: 1.0.0\n    criteria: {CB-1: CA-1, CA-3: CA-2, CB-6: CA-6}\n";
    work.write("frameworks/fte-capacity.yaml", second_version(mapping));
    let before = state(&work);
    assert_eq!(
        work.run(WRITE).seen(),
        "fout[R175]: norm `CA-3` van versie 1.0.0 is vervallen, en `CA-3` is in versie 2.0.0 een andere norm
  --> cases/proef/findings/fte-capacity.yaml:27:9
   |
27 |   - id: CA-3
   |         ^^^^ in versie 2.0.0 is dit wat eerst `CA-2` heette
   |
hulp: haal deze norm weg, of breng onder wat erbij staat, en geef de opdracht opnieuw; er is niets veranderd

status 1"
    );
    assert_eq!(state(&work), before);
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
