//! Findings, sources and frameworks that do not fit each other.

use crate::common::{FINDINGS, Work, check_with};
use insta::assert_snapshot;

/// The finding on CA-6, the only `assessed` criterion of the framework.
const ASSESSED: &str = "        level: grotendeels\n        evidence:\n          - source: I01\n";

#[test]
fn a_finding_without_evidence_is_refused() {
    assert_snapshot!(check_with(FINDINGS, ASSESSED, "        level: grotendeels\n"), @"
    fout[R301]: bevinding `B-6` heeft geen bewijs
      --> cases/proef/findings/fte-capacity.yaml:50:13
       |
    50 |       - id: B-6
       |             ^^^
       |
    hulp: noem bij `evidence` minstens één bron; is iets er niet, noem dan waar u zocht met `searched`

    1 fout
    status 1
    ");
    assert_snapshot!(check_with(FINDINGS, ASSESSED, "        level: deels\n        evidence: []\n"), @"
    fout[R301]: bevinding `B-6` heeft geen bewijs
      --> cases/proef/findings/fte-capacity.yaml:50:13
       |
    50 |       - id: B-6
       |             ^^^
       |
    hulp: noem bij `evidence` minstens één bron; is iets er niet, noem dan waar u zocht met `searched`

    1 fout
    status 1
    ");
}

#[test]
fn evidence_that_names_no_source_is_refused() {
    let out = check_with(FINDINGS, "- source: D01\n            locator: p. 4", "- locator: p. 4");
    assert_snapshot!(out, @"
    fout[R111]: sleutel `source` ontbreekt
      --> cases/proef/findings/fte-capacity.yaml:13:13
       |
    13 |           - locator: p. 4
       |             ^^^^^^^ in dit onderdeel
       |
    hulp: zet `source` bij dit onderdeel, even ver ingesprongen

    1 fout
    status 1
    ");
}

#[test]
fn a_level_that_every_source_contradicts_is_refused() {
    let contradicted = ASSESSED.replace("source: I01", "{source: I01, stance: contradicts}");
    assert_snapshot!(check_with(FINDINGS, ASSESSED, &contradicted), @"
    fout[R318]: bevinding `B-6` heeft geen bron die haar steunt
      --> cases/proef/findings/fte-capacity.yaml:50:13
       |
    50 |       - id: B-6
       |             ^^^
       |
    hulp: geef een niveau alleen met minstens één bron die het steunt

    1 fout
    status 1
    ");
}

#[test]
fn a_criterion_that_was_not_studied_needs_a_reason() {
    let work = Work::with_case();
    work.edit(FINDINGS, "    reason: |\n      Dit viel buiten de opzet.\n", "");
    work.edit(FINDINGS, "      De gemeente houdt geen uren bij.\n", "\n");
    assert_snapshot!(work.check(), @"
    fout[R304]: `niet-onderzocht` vraagt om een reden
      --> cases/proef/findings/fte-capacity.yaml:38:13
       |
    38 |     status: niet-onderzocht
       |             ^^^^^^^^^^^^^^^
       |
    hulp: schrijf bij `reason` waarom

    fout[R304]: `niet-te-beoordelen` vraagt om een reden
      --> cases/proef/findings/fte-capacity.yaml:41:13
       |
    41 |     status: niet-te-beoordelen
       |             ^^^^^^^^^^^^^^^^^^
       |
    hulp: schrijf bij `reason` waarom

    2 fouten
    status 1
    ");
}

#[test]
fn a_studied_criterion_without_level_is_refused() {
    assert_snapshot!(check_with(FINDINGS, "        level: grotendeels\n", ""), @"
    fout[R316]: norm `CA-6` is onderzocht, maar geen bevinding geeft een niveau
      --> cases/proef/findings/fte-capacity.yaml:47:9
       |
    47 |   - id: CA-6
       |         ^^^^
       |
    hulp: geef een bevinding een niveau, of kies `niet-te-beoordelen` met een reden

    1 fout
    status 1
    ");
}

#[test]
fn a_level_on_a_criterion_that_was_not_judged_is_refused() {
    let out = check_with(
        FINDINGS,
        "  - id: CA-6\n    status: onderzocht",
        "  - id: CA-6\n    status: nog-in-te-vullen",
    );
    assert_snapshot!(out, @"
    fout[R317]: norm `CA-6` heeft status `nog-in-te-vullen`, maar een bevinding geeft een niveau
      --> cases/proef/findings/fte-capacity.yaml:48:13
       |
    48 |     status: nog-in-te-vullen
       |             ^^^^^^^^^^^^^^^^
       |
    hulp: kies `onderzocht`, of haal het niveau weg

    nog in te vullen[R350]: norm `CA-6` is nog in te vullen
      --> cases/proef/findings/fte-capacity.yaml:47:9
       |
    47 |   - id: CA-6
       |         ^^^^

    1 fout, 1 plaats nog in te vullen
    status 1
    ");
}

#[test]
fn a_resolution_without_conflict_is_refused() {
    let resolved = format!(
        "{ASSESSED}    resolution:\n      level: deels\n      reason: Het interview weegt zwaarder.\n"
    );
    assert_snapshot!(check_with(FINDINGS, ASSESSED, &resolved), @"
    fout[R306]: norm `CA-6` heeft geen tegenspraak om op te lossen
      --> cases/proef/findings/fte-capacity.yaml:57:7
       |
    57 |       level: deels
       |       ^^^^^
       |
    hulp: `resolution` hoort bij bevindingen die twee niveaus of meer uiteenliggen

    1 fout
    status 1
    ");
}

#[test]
fn an_overrule_of_a_criterion_that_was_not_judged_is_refused_once() {
    let out = check_with(
        FINDINGS,
        "      De gemeente houdt geen uren bij.\n",
        "      De gemeente houdt geen uren bij.\n    overrule:\n      level: deels\n      reason: Het is zo.\n",
    );
    assert_snapshot!(out, @"
    fout[R307]: norm `CA-5` heeft geen afgeleid oordeel om van af te wijken
      --> cases/proef/findings/fte-capacity.yaml:47:7
       |
    47 |       level: deels
       |       ^^^^^
       |
    hulp: haal `overrule` weg; het hoort bij een norm die is onderzocht en een niveau heeft

    1 fout
    status 1
    ");
}

#[test]
fn an_overrule_needs_a_reason() {
    let overruled = format!("{ASSESSED}    overrule:\n      level: voldoet\n");
    assert_snapshot!(check_with(FINDINGS, ASSESSED, &overruled), @"
    fout[R304]: `een eigen afweging` vraagt om een reden
      --> cases/proef/findings/fte-capacity.yaml:57:7
       |
    57 |       level: voldoet
       |       ^^^^^
       |
    hulp: schrijf bij `reason` waarom

    1 fout
    status 1
    ");
}

#[test]
fn a_value_where_the_criterion_asks_a_level_is_refused() {
    assert_snapshot!(check_with(FINDINGS, "        level: grotendeels", "        value: 3"), @"
    fout[R302]: `value` past niet bij norm `CA-6`, die vraagt om een `level`
      --> cases/proef/findings/fte-capacity.yaml:53:16
       |
    53 |         value: 3
       |                ^
       |
    hulp: geef wat de norm vraagt; wat u verder vond, hoort in `condition`; meet de norm iets anders, verander dan `measure` in het normenkader

    1 fout
    status 1
    ");
    let points = "        points: {regisseur: ja, vervanger: ja, vier-ogen: nee}";
    assert_snapshot!(check_with(FINDINGS, points, "        level: deels"), @"
    fout[R302]: `level` past niet bij norm `CA-3`, die vraagt om `points`
      --> cases/proef/findings/fte-capacity.yaml:33:16
       |
    33 |         level: deels
       |                ^^^^^
       |
    hulp: geef wat de norm vraagt; wat u verder vond, hoort in `condition`; meet de norm iets anders, verander dan `measure` in het normenkader

    1 fout
    status 1
    ");
}

#[test]
fn a_level_in_place_of_a_number_needs_a_reason() {
    assert_snapshot!(check_with(FINDINGS, "        value: 4.5\n        unit: fte\n", "        level: deels\n"), @"
    fout[R304]: `een niveau zonder getal` vraagt om een reden
      --> cases/proef/findings/fte-capacity.yaml:10:16
       |
    10 |         level: deels
       |                ^^^^^
       |
    hulp: schrijf bij `level-reason` waarom

    1 fout
    status 1
    ");
}

#[test]
fn a_finding_of_a_sub_question_has_no_level() {
    let work = Work::with_case();
    let judged = "sub-questions:\n  - id: DV-1\n    findings:\n      - id: B-9\n        condition: Bijna.\n        \
                  level: deels\n        evidence: [{source: D01}]\n";
    work.write("cases/proef/findings/sub-questions.yaml", judged);
    assert_snapshot!(work.check(), @"
    fout[R319]: `level` hoort bij een norm; een bevinding bij een deelvraag heeft geen niveau
     --> cases/proef/findings/sub-questions.yaml:6:16
      |
    6 |         level: deels
      |                ^^^^^
      |
    hulp: haal `level` weg, of zet de bevinding bij een norm

    1 fout
    status 1
    ");
}

#[test]
fn a_sub_question_is_answered_or_unanswered_not_both() {
    let out = check_with(
        "case.yaml",
        "        Bijna.\n",
        "        Bijna.\n      unanswered: |\n        Geen cijfers.\n",
    );
    assert_snapshot!(out, @"
    fout[R308]: deelvraag `DV-1` heeft een antwoord en een reden waarom er geen antwoord is
      --> cases/proef/case.yaml:30:9
       |
    30 |         Geen cijfers.
       |         ^^^^^^^^^^^^^
       |
    hulp: kies `answer` of `unanswered`

    1 fout
    status 1
    ");
}

#[test]
fn a_reconstruction_says_so_itself() {
    assert_snapshot!(check_with("case.yaml", "status: concept", "status: reconstructie"), @"
    fout[R309]: een case met status `reconstructie` moet dat zelf zeggen
      --> cases/proef/case.yaml:15:11
       |
    15 |   status: reconstructie
       |           ^^^^^^^^^^^^^
       |
    hulp: schrijf bij `notice` wat dit voor uitgave is

    1 fout
    status 1
    ");
}
