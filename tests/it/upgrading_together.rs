//! `framework upgrade` of a study: all its cases go together where they share a choice of norms.

use crate::common::Work;
use crate::upgrading::{CASE, FOUND, WRITE, moved, state, with_second_version};
use insta::assert_snapshot;

/// Two cases that choose their norms in one file, with a second version of the framework.
fn shared_choice(codes: &str) -> Work {
    let work = with_second_version();
    work.edit("case.yaml", "frameworks: [fte-capacity]\n", "shared: ../shared.yaml\n");
    work.write(
        "cases/shared.yaml",
        format!("frameworks:\n  - id: fte-capacity\n    criteria: [{codes}]\n"),
    );
    work.add_case("ander");
    let copied = work.read(CASE).replace("GM9999", "GM9998").replace("Proefstad", "Anderstad");
    work.write("cases/ander/case.yaml", copied);
    work
}

#[test]
fn a_choice_that_cases_share_goes_with_all_of_them_at_once() {
    let work = shared_choice("CA-1, CA-2, CA-3, CA-4, CA-5, CA-6");
    let before = state(&work);
    assert_snapshot!(work.run(WRITE).seen(), @"
    fout[R289]: de normen van `fte-capacity` zijn gekozen in een bestand dat alle cases van het onderzoek lezen
     --> cases/shared.yaml:3:16
      |
    3 |     criteria: [CA-1, CA-2, CA-3, CA-4, CA-5, CA-6]
      |                ^^^^
      |
    hulp: zet alle cases tegelijk over, met `rekenkamer framework upgrade cases`; er is niets veranderd

    status 1
    ");
    assert_eq!(state(&work), before);
    assert_snapshot!(work.run("framework upgrade cases --write").seen(), @"
    cases/shared.yaml
      regel 3: CA-1 → CB-1
      regel 3: CA-2 → CA-3
      regel 3: CA-3 → CA-2
      regel 3: CA-6 → CB-6
    cases/ander/case.yaml
      regel 37: CA-1 → CB-1
      regel 37: CA-2 → CA-3
      regel 49: CA-1 → CB-1
      regel 62: CA-6 → CB-6
    cases/ander/findings/fte-capacity.yaml
      regel 2: 1.0.0 → 2.0.0
      regel 4: CA-1 → CB-1
      regel 16: CA-2 → CA-3
      regel 27: CA-3 → CA-2
      regel 47: CA-6 → CB-6
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
    geschreven; kijk de cases van het onderzoek na met: rekenkamer check cases
    status 0
    ");
    assert_eq!(
        work.read("cases/shared.yaml"),
        "frameworks:\n  - id: fte-capacity\n    criteria: [CB-1, CA-3, CA-2, CA-4, CA-5, CB-6]\n"
    );
    assert_snapshot!(work.run("check cases --format short").seen(), @"
    cases/shared.yaml:3:34: fout[R203]: norm `CA-4` bestaat niet in `fte-capacity`
    1 fout
    status 1
    ");
    assert_snapshot!(work.run("framework upgrade cases --write").seen(), @"
    de case gebruikt al versie 2.0.0 van fte-capacity
    status 0
    ");
}

#[test]
fn a_study_of_which_one_case_is_at_the_present_version_already() {
    let work = shared_choice("CA-1, CA-2");
    let upgraded = moved(FOUND, &work.read(FOUND));
    work.write("cases/ander/findings/fte-capacity.yaml", upgraded);
    assert_snapshot!(work.run("framework upgrade cases").seen(), @"
    cases/shared.yaml
      regel 3: CA-1 → CB-1
      regel 3: CA-2 → CA-3
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
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    let work = shared_choice("CA-3, CA-2");
    let upgraded = moved(FOUND, &work.read(FOUND));
    work.write("cases/ander/findings/fte-capacity.yaml", upgraded);
    assert_snapshot!(work.run("framework upgrade cases").seen(), @"
    fout[R289]: een deel van de bevindingen voor `fte-capacity` is al bij versie 2.0.0, en aan de codes in cases/shared.yaml is niet te zien bij welke versie zij horen
     --> cases/proef/findings/fte-capacity.yaml:2:10
      |
    2 | version: 1.0.0
      |          ^^^^^
      |
    hulp: geef de normen in cases/shared.yaml en in dit bestand zelf de codes van versie 2.0.0, en schrijf hier `version: 2.0.0`; er is niets veranderd

    status 1
    ");
}

#[test]
fn the_cases_of_a_joint_study_that_share_no_file_are_upgraded_one_by_one() {
    let work = with_second_version();
    work.add_case("ander");
    work.write("cases/joint.yaml", "title: Samen\n");
    assert_snapshot!(work.run("framework upgrade cases").seen(), @"
    fout[R105]: hier is geen case: `case.yaml` ontbreekt
    --> cases
     |
    hulp: geef een case in deze map: `cases/ander`, `cases/proef`

    status 1
    ");
}
