//! Keys that are not as the format has them, and values of another kind than it asks.

use crate::common::{FINDINGS, Work, check_with};
use insta::assert_snapshot;

#[test]
fn an_unknown_key_gets_the_nearest_one() {
    let out = check_with(FINDINGS, "locator: p. 4", "locatie: p. 4");
    assert_snapshot!(out, @"
    fout[R110]: onbekende sleutel `locatie`
      --> cases/proef/findings/fte-capacity.yaml:14:13
       |
    14 |             locatie: p. 4
       |             ^^^^^^^ verwacht: source, locator, stance, quote, searched
       |
    hulp: bedoelde u `locator`?

    1 fout
    status 1
    ");
}

#[test]
fn a_missing_key_is_named_where_it_belongs() {
    let out = check_with("sources.yaml", "    kind: data\n", "");
    assert_snapshot!(out, @"
    fout[R111]: sleutel `kind` ontbreekt
     --> cases/proef/sources.yaml:6:5
      |
    6 |   - code: D02
      |     ^^^^ in dit onderdeel
      |
    hulp: zet `kind` bij dit onderdeel, even ver ingesprongen

    1 fout
    status 1
    ");
}

#[test]
fn every_required_key_of_a_case_is_asked_for_at_once() {
    let work = Work::with_case();
    work.remove("cases/proef/findings/fte-capacity.yaml");
    work.write("cases/proef/case.yaml", "municipality: {}\nstudy:\n  title: Ondermijning\n");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:1:1: fout[R111]: sleutel `frameworks` ontbreekt
    cases/proef/case.yaml:1:15: fout[R111]: sleutel `name` ontbreekt
    cases/proef/case.yaml:3:3: fout[R111]: sleutel `commissioner` ontbreekt
    cases/proef/case.yaml:3:3: fout[R111]: sleutel `conducted` ontbreekt
    cases/proef/case.yaml:3:3: fout[R111]: sleutel `date` ontbreekt
    cases/proef/case.yaml:3:3: fout[R111]: sleutel `status` ontbreekt
    cases/proef/case.yaml:3:3: fout[R111]: sleutel `background` ontbreekt
    cases/proef/case.yaml:3:3: fout[R111]: sleutel `method` ontbreekt
    cases/proef/case.yaml:3:3: fout[R111]: sleutel `central-question` ontbreekt
    9 fouten
    status 1
    ");
}

#[test]
fn a_key_given_twice_is_pointed_at_its_second_place() {
    let out =
        check_with("case.yaml", "  status: concept\n", "  status: concept\n  title: Iets anders\n");
    assert_snapshot!(out, @"
    fout[R112]: sleutel `title` staat hier twee keer
      --> cases/proef/case.yaml:16:3
       |
    16 |   title: Iets anders
       |   ^^^^^
       |
    hulp: haal er een weg, of voeg ze samen

    1 fout
    status 1
    ");
}

#[test]
fn a_list_where_a_text_belongs_says_what_was_found() {
    let out = check_with("case.yaml", "title: Ondermijning", "title: [Ondermijning, Zorg]");
    assert_snapshot!(out, @"
    fout[R113]: verwacht een tekst, gevonden een lijst
     --> cases/proef/case.yaml:9:10
      |
    9 |   title: [Ondermijning, Zorg]
      |          ^^^^^^^^^^^^^^^^^^^^
      |
    hulp: schrijf één tekst, zonder haken of streepjes

    1 fout
    status 1
    ");
}

#[test]
fn a_text_where_a_list_belongs_says_how_to_write_one() {
    let out = check_with("case.yaml", "conclusions: [C1]", "conclusions: C1");
    assert_snapshot!(out, @"
    fout[R114]: verwacht een lijst, gevonden een tekst
      --> cases/proef/case.yaml:46:18
       |
    46 |     conclusions: C1
       |                  ^^
       |
    hulp: schrijf `[C1]`

    1 fout
    status 1
    ");
    let out = check_with("case.yaml", "frameworks: [fte-capacity]", "frameworks: fte-capacity");
    assert_snapshot!(out, @"
    fout[R114]: verwacht een lijst, gevonden een tekst
      --> cases/proef/case.yaml:30:13
       |
    30 | frameworks: fte-capacity
       |             ^^^^^^^^^^^^
       |
    hulp: schrijf `[fte-capacity]`

    1 fout
    status 1
    ");
}

#[test]
fn a_text_where_keys_belong_says_what_was_found() {
    let out = check_with("case.yaml", "period: {from: 2022, to: 2025}", "period: 2022-2025");
    assert_snapshot!(out, @"
    fout[R115]: verwacht sleutels met een waarde, gevonden een tekst
      --> cases/proef/case.yaml:13:11
       |
    13 |   period: 2022-2025
       |           ^^^^^^^^^
       |
    hulp: schrijf het begin en het einde: `{from: 2022, to: 2025}`

    1 fout
    status 1
    ");
}

#[test]
fn a_date_where_a_period_belongs_is_shown_as_a_period() {
    let conducted = "conducted: {from: 2025-09, to: 2025-12}";
    for (typed, period) in [
        ("2026", "{from: 2026, to: 2026}"),
        ("2025-09", "{from: 2025-09, to: 2025-09}"),
        ("2024 t/m 2025", "{from: 2024, to: 2025}"),
        ("najaar", "{from: 2022-11, to: 2025-03}"),
    ] {
        let out = check_with("case.yaml", conducted, &format!("conducted: {typed}"));
        let title = "fout[R115]: verwacht sleutels met een waarde, gevonden een tekst\n";
        assert!(out.starts_with(title), "{out}");
        let help = format!("hulp: schrijf het begin en het einde: `{period}`");
        assert_eq!(out.lines().filter(|line| *line == help).count(), 1, "{out}");
    }
}
