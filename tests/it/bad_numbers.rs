//! Numbers and percentages that are none, or can be read in two ways.

use crate::common::{FINDINGS, FRAMEWORK, Work, check_with, warned};
use insta::assert_snapshot;

#[test]
fn a_number_that_can_be_read_in_two_ways_is_refused_with_both() {
    assert_snapshot!(check_with(FINDINGS, "value: 4.5", "value: 1.500"), @"
    fout[R122]: `1.500` is op twee manieren te lezen: met duizendtallen of met decimalen
      --> cases/proef/findings/fte-capacity.yaml:10:16
       |
    10 |         value: 1.500
       |                ^^^^^
       |
    hulp: schrijf `1500` of `1,5`

    1 fout
    status 1
    ");
    assert_snapshot!(check_with(FINDINGS, "value: 4.5", "value: 12.345"), @"
    fout[R122]: `12.345` is op twee manieren te lezen: met duizendtallen of met decimalen
      --> cases/proef/findings/fte-capacity.yaml:10:16
       |
    10 |         value: 12.345
       |                ^^^^^^
       |
    hulp: schrijf `12345` of `12,345`

    1 fout
    status 1
    ");
}

#[test]
fn numbers_of_money_written_the_dutch_way_are_not_misread() {
    assert_snapshot!(check_with(FINDINGS, "value: 66.7", "value: \"1.234,56\""), @r#"
    fout[R121]: `1.234,56` is geen getal
      --> cases/proef/findings/fte-capacity.yaml:22:16
       |
    22 |         value: "1.234,56"
       |                ^^^^^^^^^^
       |
    hulp: schrijf `1234.56`

    1 fout
    status 1
    "#);
}

#[test]
fn a_number_that_is_none_is_shown_how_to_write() {
    assert_snapshot!(check_with(FINDINGS, "value: 4.5", "value: 4.5 fte"), @"
    fout[R121]: `4.5 fte` is geen getal
      --> cases/proef/findings/fte-capacity.yaml:10:16
       |
    10 |         value: 4.5 fte
       |                ^^^^^^^
       |
    hulp: schrijf `4.5`

    1 fout
    status 1
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
    hulp: schrijf `unit: "fte"`, en reken het getal om als het in een andere eenheid staat

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
    hulp: schrijf `unit: "fte"`, en reken het getal om als het in een andere eenheid staat

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
      |
    hulp: zet `unit` bij dit onderdeel, even ver ingesprongen

    1 fout
    status 1
    ");
}

#[test]
fn inhabitants_that_are_no_whole_number_are_refused_once() {
    let told = ["0", "1e5", "100.000", "100000.5", "ongeveer 100000"].map(|typed| {
        let typed = format!("inhabitants: {typed}\n");
        warned(&[("case.yaml", "inhabitants: 100000\n", &typed)])
    });
    assert_snapshot!(told.join("\n"), @"
    cases/proef/case.yaml:5:16: fout[R125]: `0` past hier niet: verwacht een geheel getal van 1 tot en met 20000000
    1 fout
    status 1
    cases/proef/case.yaml:5:16: fout[R125]: `1e5` past hier niet: verwacht een geheel getal van 1 tot en met 20000000
    1 fout
    status 1
    cases/proef/case.yaml:5:16: fout[R125]: `100.000` past hier niet: verwacht een geheel getal van 1 tot en met 20000000
    1 fout
    status 1
    cases/proef/case.yaml:5:16: fout[R125]: `100000.5` past hier niet: verwacht een geheel getal van 1 tot en met 20000000
    1 fout
    status 1
    cases/proef/case.yaml:5:16: fout[R125]: `ongeveer 100000` past hier niet: verwacht een geheel getal van 1 tot en met 20000000
    1 fout
    status 1
    ");
}

/// Percentages stand in frameworks only; the folder's own file wins over the embedded one.
#[test]
fn a_percentage_without_its_sign_is_refused_in_the_framework() {
    let work = Work::with_case();
    let embedded = FRAMEWORK;
    let own = embedded.replacen("minimum-coverage: 60%", "minimum-coverage: 60", 1);
    work.write("frameworks/fte-capacity.yaml", own);
    assert_snapshot!(work.check(), @"
    fout[R123]: `60` is geen percentage
      --> frameworks/fte-capacity.yaml:17:21
       |
    17 |   minimum-coverage: 60
       |                     ^^
       |
    hulp: schrijf bijvoorbeeld `60%`

    1 fout
    status 1
    ");
}

#[test]
fn a_comma_before_decimals_is_a_decimal_comma() {
    let work = Work::with_case();
    work.edit(FINDINGS, "value: 66.7", "value: 66,75");
    work.edit("case.yaml", "\"6,5\"", "\"6,500\"");
    assert_snapshot!(work.check(), @"
    geen problemen gevonden
    status 0
    ");
    let score = work.run("score cases/proef").stdout;
    let points = score.lines().find(|line| line.contains("punten")).unwrap_or_default();
    assert_snapshot!(points, @"◕ voldoet grotendeels. 3 voldoet grotendeels, 1 voldoet deels, 2 niet beoordeeld. De beoordeelde normen halen samen 9 van 15 punten.");
}
