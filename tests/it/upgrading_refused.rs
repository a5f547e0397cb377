//! What `framework upgrade` refuses, and that all files then stay as they were.

use crate::common::{FINDINGS, Work};
use crate::upgrading::{FOUND, WRITE, second_version, state, with_second_version};
use std::fs;

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
