//! Values that are none: words, dates, numbers, percentages and codes, each at its own place.

mod common;

use common::{FINDINGS, Work, check_with};
use insta::assert_snapshot;

#[test]
fn a_misspelt_level_gets_the_nearest_one() {
    assert_snapshot!(check_with(FINDINGS, "level: grotendeels", "level: grotendels"), @"
    fout[R124]: onbekende waarde `grotendels`
      --> cases/proef/findings/fte-capacity.yaml:51:16
       |
    51 |         level: grotendels
       |                ^^^^^^^^^^ verwacht: voldoet, grotendeels, deels, niet
       |
    hulp: bedoelde u `grotendeels`?

    1 fout
    status 1
    ");
}

#[test]
fn a_misspelt_status_of_a_criterion_gets_the_nearest_one() {
    assert_snapshot!(check_with(FINDINGS, "status: niet-onderzocht", "status: niet-onderzogt"), @"
    nog in te vullen[R350]: norm `CA-4` is nog in te vullen
      --> cases/proef/findings/fte-capacity.yaml:35:9
       |
    35 |   - id: CA-4
       |         ^^^^

    fout[R124]: onbekende waarde `niet-onderzogt`
      --> cases/proef/findings/fte-capacity.yaml:36:13
       |
    36 |     status: niet-onderzogt
       |             ^^^^^^^^^^^^^^ verwacht: nog-in-te-vullen, onderzocht, niet-te-beoordelen, niet-van-toepassing, niet-onderzocht
       |
    hulp: bedoelde u `niet-onderzocht`?

    1 fout, 1 plaats nog in te vullen
    status 1
    ");
}

#[test]
fn a_misspelt_status_of_the_study_gets_the_nearest_one() {
    assert_snapshot!(check_with("case.yaml", "status: concept", "status: konsept"), @"
    fout[R124]: onbekende waarde `konsept`
      --> cases/proef/case.yaml:15:11
       |
    15 |   status: konsept
       |           ^^^^^^^ verwacht: concept, definitief, reconstructie, fictief
       |
    hulp: bedoelde u `concept`?

    1 fout
    status 1
    ");
}

#[test]
fn a_word_like_no_other_gets_the_list_and_no_guess() {
    assert_snapshot!(check_with("case.yaml", "addressee: college", "addressee: iedereen"), @"
    fout[R124]: onbekende waarde `iedereen`
      --> cases/proef/case.yaml:42:16
       |
    42 |     addressee: iedereen
       |                ^^^^^^^^ verwacht: raad-en-college, college, burgemeester, raad, griffie

    1 fout
    status 1
    ");
}

#[test]
fn a_misspelt_answer_on_a_checklist_gets_the_nearest_one() {
    assert_snapshot!(check_with(FINDINGS, "vier-ogen: nee", "vier-ogen: neen"), @"
    fout[R124]: onbekende waarde `neen`
      --> cases/proef/findings/fte-capacity.yaml:31:59
       |
    31 |         points: {regisseur: ja, vervanger: ja, vier-ogen: neen}
       |                                                           ^^^^ verwacht: ja, nee, onbekend
       |
    hulp: bedoelde u `nee`?

    1 fout
    status 1
    ");
}

#[test]
fn a_misspelt_point_of_a_checklist_gets_the_nearest_one() {
    assert_snapshot!(check_with(FINDINGS, "vervanger: ja", "vervangr: ja"), @"
    fout[R209]: punt `vervangr` staat niet op de checklist van `CA-3`
      --> cases/proef/findings/fte-capacity.yaml:31:33
       |
    31 |         points: {regisseur: ja, vervangr: ja, vier-ogen: nee}
       |                                 ^^^^^^^^ er zijn: regisseur, vervanger, vier-ogen
       |
    hulp: bedoelde u `vervanger`?

    1 fout
    status 1
    ");
}

#[test]
fn a_misspelt_criterion_gets_the_nearest_one() {
    assert_snapshot!(check_with(FINDINGS, "  - id: CA-6", "  - id: CA-66"), @"
    nog in te vullen[R350]: norm `CA-6` is nog in te vullen
     --> cases/proef/findings/fte-capacity.yaml:1:1
      |
    1 | framework: fte-capacity
      | ^^^^^^^^^

    fout[R203]: norm `CA-66` bestaat niet in `fte-capacity`
      --> cases/proef/findings/fte-capacity.yaml:45:9
       |
    45 |   - id: CA-66
       |         ^^^^^
       |
    hulp: bedoelde u `CA-6`?

    1 fout, 1 plaats nog in te vullen
    status 1
    ");
    assert_snapshot!(check_with("case.yaml", "criteria: [CA-1]", "criteria: [CB-1]"), @"
    fout[R203]: norm `CB-1` bestaat niet in `{$framework}`
      --> cases/proef/case.yaml:37:16
       |
    37 |     criteria: [CB-1]
       |                ^^^^
       |
    hulp: bedoelde u `CA-1`?

    1 fout
    status 1
    ");
}

#[test]
fn a_misspelt_framework_gets_the_nearest_one() {
    let work = Work::with_case();
    work.edit("case.yaml", "frameworks: [fte-capacity]", "frameworks: [fte-capacity, council-rol]");
    assert_snapshot!(work.check(), @"
    fout[R201]: normenkader `council-rol` bestaat niet
      --> cases/proef/case.yaml:30:28
       |
    30 | frameworks: [fte-capacity, council-rol]
       |                            ^^^^^^^^^^^ er zijn: bibob, council-role, fte-capacity, integral-policy, public-private-cooperation
       |
    hulp: bedoelde u `council-role`?

    1 fout
    status 1
    ");
}

#[test]
fn a_framework_misspelt_alone_does_not_condemn_all_that_refers_to_its_criteria() {
    let out = check_with("case.yaml", "frameworks: [fte-capacity]", "frameworks: [fte-capacty]");
    assert_snapshot!(out, @"
    fout[R210]: bevindingen bij `fte-capacity`, maar `case.yaml` kiest dat kader niet
    --> cases/proef/findings/fte-capacity.yaml
     |
    hulp: zet `fte-capacity` bij `frameworks` in `case.yaml`, of haal dit bestand weg

    fout[R201]: normenkader `fte-capacty` bestaat niet
      --> cases/proef/case.yaml:30:14
       |
    30 | frameworks: [fte-capacty]
       |              ^^^^^^^^^^^ er zijn: bibob, council-role, fte-capacity, integral-policy, public-private-cooperation
       |
    hulp: bedoelde u `fte-capacity`?

    fout[R203]: norm `CA-1` bestaat niet in `{$framework}`
      --> cases/proef/case.yaml:37:16
       |
    37 |     criteria: [CA-1]
       |                ^^^^

    fout[R205]: bevinding `B-1` bestaat niet
      --> cases/proef/case.yaml:38:16
       |
    38 |     findings: [B-1]
       |                ^^^

    fout[R203]: norm `CA-1` bestaat niet in `{$framework}`
      --> cases/proef/case.yaml:49:16
       |
    49 |   - criterion: CA-1
       |                ^^^^

    5 fouten
    status 1
    ");
}

#[test]
fn a_framework_of_a_findings_file_must_be_that_of_its_name() {
    assert_snapshot!(check_with(FINDINGS, "framework: fte-capacity", "framework: bibob"), @"
    fout[R201]: normenkader `bibob` bestaat niet
     --> cases/proef/findings/fte-capacity.yaml:1:12
      |
    1 | framework: bibob
      |            ^^^^^ er zijn: fte-capacity

    1 fout
    status 1
    ");
}

#[test]
fn a_misspelt_source_gets_the_nearest_one() {
    let out =
        check_with(FINDINGS, "source: D01\n            locator", "source: D1\n            locator");
    assert_snapshot!(out, @"
    fout[R204]: bron `D1` staat niet in `sources.yaml`
      --> cases/proef/findings/fte-capacity.yaml:13:21
       |
    13 |           - source: D1
       |                     ^^
       |
    hulp: bedoelde u `D01`?

    1 fout
    status 1
    ");
}

#[test]
fn misspelt_references_between_conclusions_and_findings_get_the_nearest_ones() {
    let work = Work::with_case();
    work.edit("case.yaml", "findings: [B-1]", "findings: [B1]");
    work.edit("case.yaml", "conclusions: [C1]", "conclusions: [C11]");
    assert_snapshot!(work.check(), @"
    fout[R205]: bevinding `B1` bestaat niet
      --> cases/proef/case.yaml:38:16
       |
    38 |     findings: [B1]
       |                ^^
       |
    hulp: bedoelde u `B-1`?

    fout[R207]: conclusie `C11` bestaat niet
      --> cases/proef/case.yaml:46:19
       |
    46 |     conclusions: [C11]
       |                   ^^^
       |
    hulp: bedoelde u `C1`?

    2 fouten
    status 1
    ");
}

#[test]
fn a_date_that_is_none_is_shown_how_to_write() {
    assert_snapshot!(check_with("case.yaml", "date: 2026-03-01", "date: 1 maart 2026"), @"
    fout[R120]: `1 maart 2026` is geen datum
      --> cases/proef/case.yaml:14:9
       |
    14 |   date: 1 maart 2026
       |         ^^^^^^^^^^^^
       |
    hulp: schrijf `2026-11-22`, of `2026-11` of `2026` als de dag onbekend is

    1 fout
    status 1
    ");
    assert_snapshot!(check_with("sources.yaml", "date: 2024-03", "date: 2024-13"), @"
    fout[R120]: `2024-13` is geen datum
     --> cases/proef/sources.yaml:5:11
      |
    5 |     date: 2024-13
      |           ^^^^^^^
      |
    hulp: schrijf `2026-11-22`, of `2026-11` of `2026` als de dag onbekend is

    1 fout
    status 1
    ");
    assert_snapshot!(check_with("sources.yaml", "date: 2025-10-07", "date: 2025-02-30"), @"
    fout[R120]: `2025-02-30` is geen datum
      --> cases/proef/sources.yaml:13:11
       |
    13 |     date: 2025-02-30
       |           ^^^^^^^^^^
       |
    hulp: schrijf `2026-11-22`, of `2026-11` of `2026` als de dag onbekend is

    1 fout
    status 1
    ");
}

#[test]
fn a_period_that_ends_before_it_begins_is_refused() {
    let out =
        check_with("case.yaml", "{from: 2025-09, to: 2025-12}", "{from: 2025-09, to: 2025-08}");
    assert_snapshot!(out, @"
    fout[R128]: de periode eindigt voordat zij begint
      --> cases/proef/case.yaml:12:34
       |
    12 |   conducted: {from: 2025-09, to: 2025-08}
       |                                  ^^^^^^^

    1 fout
    status 1
    ");
}

#[test]
fn a_number_that_can_be_read_in_two_ways_is_refused_with_both() {
    assert_snapshot!(check_with(FINDINGS, "value: 4.5", "value: 1.500"), @"
    fout[R122]: `1.500` kan anderhalf of vijftienhonderd zijn
      --> cases/proef/findings/fte-capacity.yaml:10:16
       |
    10 |         value: 1.500
       |                ^^^^^
       |
    hulp: schrijf `1500` of `1,5000`

    1 fout
    status 1
    ");
    assert_snapshot!(check_with("case.yaml", "\"6,5\"", "\"1,500\""), @"
    geen problemen gevonden
    status 0
    ");
}

#[test]
fn numbers_of_money_written_the_dutch_way_are_not_misread() {
    assert_snapshot!(check_with(FINDINGS, "value: 66.7", "value: \"1.234,56\""), @r#"
    fout[R121]: `1.234,56` is geen getal
      --> cases/proef/findings/fte-capacity.yaml:21:16
       |
    21 |         value: "1.234,56"
       |                ^^^^^^^^^^
       |
    hulp: schrijf bijvoorbeeld `4.5` of `"4,5"`, zonder eenheid

    1 fout
    status 1
    "#);
    assert_snapshot!(check_with("case.yaml", "inhabitants: 100000\n", "inhabitants: 100.000\n"), @"
    fout[R125]: `100.000` valt buiten de grenzen: verwacht een geheel getal van 1 tot en met 20000000
     --> cases/proef/case.yaml:5:16
      |
    5 |   inhabitants: 100.000
      |                ^^^^^^^

    fout[R315]: norm `CA-1` rekent per inwoner, en het aantal inwoners ontbreekt
     --> cases/proef/findings/fte-capacity.yaml:4:9
      |
    4 |   - id: CA-1
      |         ^^^^
      |
    hulp: vul `inhabitants` in bij `municipality` in `case.yaml`

    2 fouten
    status 1
    ");
}

#[test]
fn a_number_that_is_none_is_shown_how_to_write() {
    assert_snapshot!(check_with(FINDINGS, "value: 4.5", "value: 4.5 fte"), @r#"
    fout[R121]: `4.5 fte` is geen getal
      --> cases/proef/findings/fte-capacity.yaml:10:16
       |
    10 |         value: 4.5 fte
       |                ^^^^^^^
       |
    hulp: schrijf bijvoorbeeld `4.5` of `"4,5"`, zonder eenheid

    1 fout
    status 1
    "#);
    assert_snapshot!(check_with(FINDINGS, "value: 66.7", "value: 66,7"), @"
    geen problemen gevonden
    status 0
    ");
}

#[test]
fn a_number_with_another_unit_than_that_of_the_criterion_is_refused() {
    assert_snapshot!(check_with(FINDINGS, "unit: fte", "unit: uren"), @r#"
    fout[R303]: eenheid `uren`, de norm rekent in `fte`
      --> cases/proef/findings/fte-capacity.yaml:11:15
       |
    11 |         unit: uren
       |               ^^^^
       |
    hulp: reken het getal om en schrijf `unit: "fte"`

    1 fout
    status 1
    "#);
    assert_snapshot!(check_with("case.yaml", "unit: fte", "unit: FTE"), @r#"
    fout[R303]: eenheid `FTE`, de norm rekent in `fte`
      --> cases/proef/case.yaml:50:11
       |
    50 |     unit: FTE
       |           ^^^
       |
    hulp: reken het getal om en schrijf `unit: "fte"`

    1 fout
    status 1
    "#);
}

#[test]
fn a_number_without_unit_is_asked_for_it() {
    assert_snapshot!(check_with(FINDINGS, "        unit: fte\n", ""), @"
    fout[R111]: sleutel `unit` ontbreekt
     --> cases/proef/findings/fte-capacity.yaml:7:9
      |
    7 |       - id: B-1
      |         ^^ in dit onderdeel

    1 fout
    status 1
    ");
}

#[test]
fn inhabitants_are_a_whole_number() {
    assert_snapshot!(check_with("case.yaml", "inhabitants: 100000\n", "inhabitants: 0\n"), @"
    fout[R125]: `0` valt buiten de grenzen: verwacht een geheel getal van 1 tot en met 20000000
     --> cases/proef/case.yaml:5:16
      |
    5 |   inhabitants: 0
      |                ^

    fout[R315]: norm `CA-1` rekent per inwoner, en het aantal inwoners ontbreekt
     --> cases/proef/findings/fte-capacity.yaml:4:9
      |
    4 |   - id: CA-1
      |         ^^^^
      |
    hulp: vul `inhabitants` in bij `municipality` in `case.yaml`

    2 fouten
    status 1
    ");
    assert_snapshot!(check_with("case.yaml", "inhabitants: 100000\n", "inhabitants: 1e5\n"), @"
    fout[R125]: `1e5` valt buiten de grenzen: verwacht een geheel getal van 1 tot en met 20000000
     --> cases/proef/case.yaml:5:16
      |
    5 |   inhabitants: 1e5
      |                ^^^

    fout[R315]: norm `CA-1` rekent per inwoner, en het aantal inwoners ontbreekt
     --> cases/proef/findings/fte-capacity.yaml:4:9
      |
    4 |   - id: CA-1
      |         ^^^^
      |
    hulp: vul `inhabitants` in bij `municipality` in `case.yaml`

    2 fouten
    status 1
    ");
}

#[test]
fn a_municipality_code_is_gm_with_four_digits() {
    assert_snapshot!(check_with("case.yaml", "cbs-code: GM9999", "cbs-code: GM999"), @"
    fout[R126]: `GM999` is geen geldige code
     --> cases/proef/case.yaml:3:13
      |
    3 |   cbs-code: GM999
      |             ^^^^^
      |
    hulp: een gemeentecode van het CBS is `GM` met vier cijfers

    1 fout
    status 1
    ");
    assert_snapshot!(check_with("case.yaml", "cbs-code: GM9999", "cbs-code: 0344"), @"
    fout[R126]: `0344` is geen geldige code
     --> cases/proef/case.yaml:3:13
      |
    3 |   cbs-code: 0344
      |             ^^^^
      |
    hulp: een gemeentecode van het CBS is `GM` met vier cijfers

    1 fout
    status 1
    ");
}

#[test]
fn a_code_with_a_space_in_it_is_refused() {
    assert_snapshot!(check_with(FINDINGS, "id: B-6", "id: B 6"), @"
    fout[R126]: `B 6` is geen geldige code
      --> cases/proef/findings/fte-capacity.yaml:48:13
       |
    48 |       - id: B 6
       |             ^^^
       |
    hulp: gebruik letters, cijfers, `-`, `.` en `_`, hooguit 24 tekens

    1 fout
    status 1
    ");
}

/// Percentages stand in frameworks only; the folder's own file wins over the embedded one.
#[test]
fn a_percentage_without_its_sign_is_refused_in_the_framework() {
    let work = Work::with_case();
    let embedded = include_str!("../frameworks/fte-capacity.yaml");
    let own = embedded.replacen("minimum-coverage: 60%", "minimum-coverage: 60", 1);
    work.write("frameworks/fte-capacity.yaml", own);
    assert_snapshot!(work.check(), @"
    fout[R203]: norm `CA-1` bestaat niet in `{$framework}`
      --> cases/proef/case.yaml:37:16
       |
    37 |     criteria: [CA-1]
       |                ^^^^

    fout[R205]: bevinding `B-1` bestaat niet
      --> cases/proef/case.yaml:38:16
       |
    38 |     findings: [B-1]
       |                ^^^

    fout[R203]: norm `CA-1` bestaat niet in `{$framework}`
      --> cases/proef/case.yaml:49:16
       |
    49 |   - criterion: CA-1
       |                ^^^^

    fout[R123]: `60` is geen percentage
      --> frameworks/fte-capacity.yaml:17:21
       |
    17 |   minimum-coverage: 60
       |                     ^^
       |
    hulp: schrijf bijvoorbeeld `60%`

    4 fouten
    status 1
    ");
}
