//! Values that are none: words, dates, numbers, percentages and codes, each at its own place.

use crate::common::{FINDINGS, check_with, warned};
use insta::assert_snapshot;

#[test]
fn a_misspelt_level_gets_the_nearest_one() {
    assert_snapshot!(check_with(FINDINGS, "level: grotendeels", "level: grotendels"), @"
    fout[R124]: onbekende waarde `grotendels`
      --> cases/proef/findings/fte-capacity.yaml:53:16
       |
    53 |         level: grotendels
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
    fout[R124]: onbekende waarde `niet-onderzogt`
      --> cases/proef/findings/fte-capacity.yaml:38:13
       |
    38 |     status: niet-onderzogt
       |             ^^^^^^^^^^^^^^ verwacht: nog-in-te-vullen, onderzocht, niet-te-beoordelen, niet-van-toepassing, niet-onderzocht
       |
    hulp: bedoelde u `niet-onderzocht`?

    1 fout
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
fn a_dutch_word_for_one_of_the_format_gets_the_one_of_the_format() {
    for (file, from, key, typed, meant) in [
        ("sources.yaml", "kind: interview", "kind", "gesprek", "interview"),
        ("sources.yaml", "kind: interview", "kind", "Groepsgesprek", "group-session"),
        ("sources.yaml", "kind: data", "kind", "dataset", "data"),
        (FINDINGS, "level: grotendeels", "level", "voldoet deels", "deels"),
        (FINDINGS, "level: grotendeels", "level", "Grotendeels voldaan", "grotendeels"),
        (FINDINGS, "level: grotendeels", "level", "voldoet gedeeltelijk", "deels"),
        ("case.yaml", "addressee: college", "addressee", "gemeenteraad", "raad"),
    ] {
        let out = check_with(file, from, &format!("{key}: {typed}"));
        assert!(out.starts_with(&format!("fout[R124]: onbekende waarde `{typed}`\n")), "{out}");
        let help = format!("hulp: bedoelde u `{meant}`?");
        assert_eq!(out.lines().filter(|line| *line == help).count(), 1, "{typed}: {out}");
    }
}

#[test]
fn a_response_in_dutch_gets_the_word_of_the_format() {
    for (typed, meant) in [
        ("overgenomen", "adopted"),
        ("deels overgenomen", "partly"),
        ("gedeeltelijk", "partly"),
        ("niet overgenomen", "rejected"),
        ("Afgewezen", "rejected"),
    ] {
        let on = format!("    - {{id: A1, position: {typed}}}\n");
        let response = format!("response:\n  text: Ja.\n  recommendations:\n{on}\npeers:\n");
        let out = check_with("case.yaml", "peers:\n", &response);
        let at = "^".repeat(typed.len());
        let expected = format!(
            "fout[R124]: onbekende waarde `{typed}`\n  --> cases/proef/case.yaml:51:26\n   |\n\
             51 | {}   |                          {at} verwacht: adopted, partly, rejected\n   |\n\
             hulp: bedoelde u `{meant}`?\n\n1 fout\nstatus 1",
            on
        );
        assert_eq!(out, expected);
    }
}

#[test]
fn a_province_that_is_nearly_one_of_the_twelve_is_told_and_another_is_not() {
    assert_snapshot!(check_with("case.yaml", "province: Utrecht", "province: Zuidholland"), @"
    waarschuwing[R131]: `Zuidholland` is geen provincie van Nederland
     --> cases/proef/case.yaml:4:13
      |
    4 |   province: Zuidholland
      |             ^^^^^^^^^^^
      |
    hulp: bedoelde u `Zuid-Holland`? Zo niet, dan mag dit blijven staan

    1 waarschuwing
    status 0
    ");
    for (typed, told) in [
        ("utrecht", true),
        ("Brabant", true),
        ("Friesland", false),
        ("Vlaams-Brabant", false),
        ("Voorbeeld-Noord", false),
    ] {
        let out = check_with("case.yaml", "province: Utrecht", &format!("province: {typed}"));
        assert_eq!(out.contains("R131"), told, "{typed}: {out}");
    }
}

#[test]
fn a_word_like_no_other_gets_the_list_and_no_guess() {
    assert_snapshot!(check_with("case.yaml", "addressee: college", "addressee: iedereen"), @"
    fout[R124]: onbekende waarde `iedereen`
      --> cases/proef/case.yaml:42:16
       |
    42 |     addressee: iedereen
       |                ^^^^^^^^ verwacht: raad-en-college, college, burgemeester, raad, griffie, of een naam die u zelf bij `addressees` noemt

    1 fout
    status 1
    ");
}

#[test]
fn a_misspelt_answer_on_a_checklist_gets_the_nearest_one() {
    assert_snapshot!(check_with(FINDINGS, "vier-ogen: nee", "vier-ogen: neen"), @"
    fout[R124]: onbekende waarde `neen`
      --> cases/proef/findings/fte-capacity.yaml:33:59
       |
    33 |         points: {regisseur: ja, vervanger: ja, vier-ogen: neen}
       |                                                           ^^^^ verwacht: ja, nee, onbekend
       |
    hulp: bedoelde u `nee`?

    1 fout
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
    hulp: schrijf `2026-03-01`

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
    hulp: die datum bestaat niet, of ligt niet in de jaren 1800 tot en met 2199

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
    hulp: die datum bestaat niet, of ligt niet in de jaren 1800 tot en met 2199

    1 fout
    status 1
    ");
}

#[test]
fn a_period_that_ends_before_it_begins_is_refused() {
    let out =
        check_with("case.yaml", "{from: 2025-09, to: 2025-12}", "{from: 2025-09, to: 2025-08}");
    assert_snapshot!(out, @"
    fout[R128]: de periode eindigt in 2025-08, voordat zij begint in 2025-09
      --> cases/proef/case.yaml:12:34
       |
    12 |   conducted: {from: 2025-09, to: 2025-08}
       |                                  ^^^^^^^
       |
    hulp: verwissel `from` en `to`, of verbeter een van beide

    1 fout
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
    hulp: de code van een gemeente is `GM` met 4 cijfers

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
    hulp: schrijf `GM0344`

    1 fout
    status 1
    ");
}

#[test]
fn a_code_with_a_space_in_it_is_refused() {
    assert_snapshot!(check_with(FINDINGS, "id: B-6", "id: B 6"), @"
    fout[R126]: `B 6` is geen geldige code
      --> cases/proef/findings/fte-capacity.yaml:50:13
       |
    50 |       - id: B 6
       |             ^^^
       |
    hulp: gebruik letters, cijfers en `-`, hooguit 24 tekens

    1 fout
    status 1
    ");
}

#[test]
fn an_address_that_is_none_or_would_break_a_table_is_refused() {
    let dated = "    date: 2024-03\n";
    let with = |url: &str| check_with("sources.yaml", dated, &format!("{dated}    url: {url:?}\n"));
    assert_snapshot!(with("https://x.nl/a|b"), @r#"
    fout[R130]: `https://x.nl/a|b` is geen adres op het web
     --> cases/proef/sources.yaml:6:10
      |
    6 |     url: "https://x.nl/a|b"
      |          ^^^^^^^^^^^^^^^^^^
      |
    hulp: een adres begint met `https://` of `http://` en heeft geen spaties, `<`, `>` of `|`

    1 fout
    status 1
    "#);
    for url in ["x.nl", "https://x.nl/a b", "https://x.nl/>) **vet** [x](<y", "javascript:alert(1)"]
    {
        let told = format!(
            "cases/proef/sources.yaml:6:10: fout[R130]: `{url}` is geen adres op het web\n1 fout\n\
             status 1"
        );
        let change = format!("{dated}    url: {url:?}\n");
        assert_eq!(warned(&[("sources.yaml", dated, &change)]), told);
    }
}
