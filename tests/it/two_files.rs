//! The findings of one framework in several files, so that two people need not share one.

use crate::common::Work;
use crate::upgrading::second_version;
use insta::assert_snapshot;

const FINDINGS: &str = include_str!("../fixtures/cases/proef/findings/fte-capacity.yaml");

const MAIN: &str = "cases/proef/findings/fte-capacity.yaml";

const PART: &str = "cases/proef/findings/fte-capacity+gesprekken.yaml";

/// The findings up to a norm, and those from it on with the same head.
fn divided() -> (String, String) {
    let (above, below) = FINDINGS.split_once("  - id: CA-3\n").unwrap_or_default();
    let head = "framework: fte-capacity\nversion: 1.0.0\ncriteria:\n";
    (above.to_owned(), format!("{head}  - id: CA-3\n{below}"))
}

fn with_parts() -> Work {
    let work = Work::with_case();
    let (main, part) = divided();
    work.write(MAIN, main);
    work.write(PART, part);
    work
}

/// The scores of a case, without the checksums of its files.
fn scores(work: &Work) -> String {
    let run = work.run("score cases/proef");
    assert_eq!(run.status, 0, "{}", run.seen());
    run.stdout
}

#[test]
fn findings_in_two_files_give_the_scores_of_one() {
    let work = with_parts();
    assert_snapshot!(work.check(), @"
    geen problemen gevonden
    status 0
    ");
    assert_eq!(scores(&work), scores(&Work::with_case()));
    // Who has parts alone needs no main file.
    let (main, _) = divided();
    work.write("cases/proef/findings/fte-capacity+stukken.yaml", main);
    work.remove(MAIN);
    assert_eq!(scores(&work), scores(&Work::with_case()));
}

#[test]
fn findings_on_one_norm_in_two_files_are_taken_together() {
    let work = Work::with_case();
    let part = "framework: fte-capacity\nversion: 1.0.0\ncriteria:\n  - id: CA-6\n    status: onderzocht\n    findings:\n      - id: B-7\n        condition: Ook een gesprek wijst op gaten in het toezicht.\n        level: grotendeels\n        evidence: [{source: W01}]\n";
    work.write(PART, part);
    assert_snapshot!(work.check(), @"
    waarschuwing[R393]: hier valt niets te aanvaarden: `R367` komt bij `CA-6` niet voor
      --> cases/proef/case.yaml:61:11
       |
    61 |   - code: R367
       |           ^^^^
       |
    hulp: haal dit onderdeel weg

    1 waarschuwing
    1 waarschuwing is aanvaard; de reden staat in de case
    status 0
    ");
    let run = work.run("trace cases/proef CA-6");
    assert!(run.stdout.contains("B-6") && run.stdout.contains("B-7"), "{}", run.seen());
    // An id that is taken is told with the other place.
    work.write(PART, part.replace("B-7", "B-6"));
    assert_snapshot!(work.check_short(), @"
    cases/proef/findings/fte-capacity+gesprekken.yaml:7:13: fout[R127]: `B-6` komt al eerder voor
    1 fout
    status 1
    ");
    // All that is not a finding stands in one of them.
    let reasons = "    status: onderzocht\n    overrule: {level: deels, reason: Omdat.}\n";
    work.write(PART, part.replace("    status: onderzocht\n", reasons));
    work.edit(
        "findings/fte-capacity.yaml",
        "  - id: CA-6\n    status: onderzocht\n",
        &format!("  - id: CA-6\n{reasons}"),
    );
    assert_snapshot!(work.check_short(), @"
    cases/proef/findings/fte-capacity.yaml:49:16: fout[R323]: een eigen oordeel bij norm `CA-6` valt buiten wat de bevindingen mogelijk laten, van `grotendeels` tot `grotendeels`
    cases/proef/findings/fte-capacity+gesprekken.yaml:4:9: fout[R287]: `overrule` van norm `CA-6` staat in twee bestanden met bevindingen
    2 fouten
    status 1
    ");
}

#[test]
fn a_part_of_another_framework_or_version_and_a_copy_of_a_part_are_told() {
    let work = with_parts();
    let (_, part) = divided();
    work.write(PART, part.replace("1.0.0", "2.0.0"));
    work.write("cases/proef/findings/fte-capacity+gesprekken-LAPTOP.yaml", &part);
    work.write("cases/proef/findings/onbekend+x.yaml", &part);
    work.write("cases/proef/findings/bibob+x.yaml", &part);
    assert_snapshot!(work.check_short(), @"
    cases/proef/findings/bibob+x.yaml: fout[R210]: bevindingen bij `bibob`, maar `case.yaml` kiest dat kader niet
    cases/proef/findings/fte-capacity+gesprekken-LAPTOP.yaml: fout[R160]: dit lijkt een kopie of een rest van `fte-capacity+gesprekken.yaml`, en wordt niet gelezen
    cases/proef/findings/onbekend+x.yaml: fout[R201]: normenkader `onbekend+x` bestaat niet
    cases/proef/findings/fte-capacity+gesprekken.yaml:2:10: fout[R202]: bevindingen bij versie 2.0.0, het normenkader is versie 1.0.0
    4 fouten
    status 1
    ");
}

#[test]
fn a_copy_of_a_part_is_held_against_that_part() {
    let work = with_parts();
    let (_, part) = divided();
    let copy = "cases/proef/findings/fte-capacity+gesprekken-LAPTOP.yaml";
    work.write(copy, part.replace("De gemeente houdt geen uren bij.", "Uren zijn er niet."));
    assert_snapshot!(work.run(&format!("import cases/proef {copy}")).seen(), @"
    fout[R285]: `criteria › CA-5 › reason` is in de twee versies anders: hier `De gemeente houdt geen uren bij.`, daar `Uren zijn er niet.`
      --> cases/proef/findings/fte-capacity+gesprekken.yaml:21:5
       |
    21 |     reason: |
       |     ^^^^^^^^^
       |
    hulp: kies zelf en pas het bestand aan, of kies voor alles in één keer met `--keep case` of `--keep copy`

    status 1
    ");
}

#[test]
fn the_workbook_has_the_norms_and_findings_of_every_file() {
    let (work, whole) = (with_parts(), Work::with_case());
    let rows = |work: &Work| {
        let run = work.run("export cases/proef --format xlsx");
        assert_eq!(run.status, 0, "{}", run.seen());
        run.stderr
    };
    assert_eq!(rows(&work), rows(&whole));
    // Nothing changes by an export and an import.
    let back = work.run("import cases/proef output/proef/proef-werkmap.xlsx");
    assert_snapshot!(back.seen(), @"
    er is niets te veranderen in de case
    status 0
    ");
}

#[test]
fn every_file_of_findings_goes_to_a_new_version() {
    let work = with_parts();
    let mapping =
        "  - version: 1.0.0\n    criteria: {CB-1: CA-1, CA-3: CA-2, CA-2: CA-3, CB-6: CA-6}\n";
    work.write("frameworks/fte-capacity.yaml", second_version(mapping));
    assert_snapshot!(work.run("framework upgrade cases/proef").seen(), @"
    cases/proef/case.yaml
      regel 37: CA-1 → CB-1
      regel 37: CA-2 → CA-3
      regel 49: CA-1 → CB-1
      regel 62: CA-6 → CB-6
    cases/proef/findings/fte-capacity.yaml
      regel 2: 1.0.0 → 2.0.0
      regel 4: CA-1 → CB-1
      regel 16: CA-2 → CA-3
    cases/proef/findings/fte-capacity+gesprekken.yaml
      regel 2: 1.0.0 → 2.0.0
      regel 4: CA-3 → CA-2
      regel 24: CA-6 → CB-6
    fte-capacity: van versie 1.0.0 naar 2.0.0
      nieuw: CA-7; neem ze op in de bevindingen
      veranderd: CA-5; bekijk de bevindingen opnieuw, want een oordeel van toen geldt hier niet vanzelf nog
      vervallen: CA-4; wat erbij staat is er nog, en `check` noemt het tot u het weghaalt of ergens anders onderbrengt
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
}
