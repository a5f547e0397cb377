//! Files that are missing, unreadable or no YAML, and keys that are not as the format has them.

use crate::common::{FINDINGS, Work, check_with};
use insta::assert_snapshot;

#[test]
fn the_case_that_all_tests_start_from_is_valid() {
    assert_snapshot!(Work::with_case().check(), @"
    geen problemen gevonden
    status 0
    ");
}

#[test]
fn a_folder_without_case_is_told_so() {
    assert_snapshot!(Work::empty().check(), @"
    fout[R105]: hier is geen case: `case.yaml` ontbreekt
    --> cases/proef
     |
    hulp: geef de map waarin `case.yaml` staat, of maak een case met `rekenkamer new`

    1 fout
    status 1
    ");
}

#[test]
fn a_path_into_a_case_gets_the_folder_of_that_case() {
    let work = Work::with_case();
    let help = |kind: &str| format!("dit is een {kind}; geef de map van de case op: `cases/proef`");
    let nowhere = "geef de map waarin `case.yaml` staat, of maak een case met `rekenkamer new`";
    let told = |path: &str, help: &str| {
        format!(
            "fout[R105]: hier is geen case: `case.yaml` ontbreekt\n--> {path}\n |\nhulp: {help}\n\n"
        )
    };
    for (path, help) in [
        ("cases/proef/case.yaml", help("bestand")),
        ("cases/proef/findings/fte-capacity.yaml", help("bestand")),
        ("cases/proef/findings", help("map in een case")),
        ("cases/proef/nergens", nowhere.to_owned()),
    ] {
        for (command, end) in [
            ("check", "1 fout\n"),
            ("nota", "1 fout\ner is niets geschreven\n"),
            ("compare", "1 fout\ner is niets geschreven\n"),
        ] {
            let seen = work.run(&format!("{command} {path}")).seen();
            assert_eq!(seen, format!("{}{end}status 1", told(path, &help)), "{command}");
        }
    }
    let seen = work.run_in("cases/proef", &["check", "case.yaml"]).seen();
    let help = "dit is een bestand; geef de map van de case op: `.`";
    assert_eq!(seen, format!("{}1 fout\nstatus 1", told("case.yaml", help)));
}

#[test]
fn a_missing_file_is_named() {
    let work = Work::with_case();
    work.remove("cases/proef/findings/fte-capacity.yaml");
    work.edit("case.yaml", "    findings: [B-1]\n", "");
    assert_snapshot!(work.check(), @"
    fout[R101]: bestand ontbreekt
    --> cases/proef/findings/fte-capacity.yaml
     |
    hulp: de beschrijving van `findings/fte-capacity.yaml` staat in de handleiding onder Naslag

    1 fout
    status 1
    ");
}

#[test]
fn sources_that_cannot_be_read_are_the_only_thing_that_is_said_about_sources() {
    let work = Work::with_case();
    work.write("cases/proef/sources.yaml", "sources: [\n");
    assert_snapshot!(work.check_short(), @"
    cases/proef/sources.yaml:1:10: fout[R104]: dit is geen geldige YAML: deze `[` heeft geen `]`
    1 fout
    status 1
    ");
    work.remove("cases/proef/sources.yaml");
    assert_snapshot!(work.check_short(), @"
    cases/proef/sources.yaml: fout[R101]: bestand ontbreekt
    1 fout
    status 1
    ");
}

#[test]
fn an_empty_file_is_named() {
    let work = Work::with_case();
    work.write("cases/proef/case.yaml", "\n  \n");
    assert_snapshot!(work.check(), @"
    fout[R107]: bestand is leeg
    --> cases/proef/case.yaml
     |
    hulp: vul het in, of haal het weg als het er niet hoeft te zijn

    1 fout
    status 1
    ");
}

#[test]
fn a_file_with_only_comments_is_an_empty_file() {
    let work = Work::with_case();
    work.write("cases/proef/case.yaml", "# nog niets\n");
    assert_snapshot!(work.check(), @"
    fout[R107]: bestand is leeg
    --> cases/proef/case.yaml
     |
    hulp: vul het in, of haal het weg als het er niet hoeft te zijn

    1 fout
    status 1
    ");
}

#[test]
fn a_file_that_is_not_utf8_is_pointed_at_its_first_wrong_byte() {
    let work = Work::with_case();
    work.edit("case.yaml", "name: Aastad", "name: Café aan Zee");
    let utf8 = work.read("cases/proef/case.yaml");
    let latin1: Vec<u8> = utf8.chars().map(|c| u8::try_from(c).expect("in Latin-1")).collect();
    work.write("cases/proef/case.yaml", latin1);
    assert_snapshot!(work.check(), @"
    fout[R103]: bestand is geen UTF-8
      --> cases/proef/case.yaml:54:19
       |
    54 |       - {name: Caf� aan Zee, inhabitants: 90000, value: 4}
       |                   ^ hier staat een teken in een andere codering
       |
    hulp: sla het bestand op als UTF-8; waarschijnlijk is het opgeslagen als ANSI (Windows-1252)

    1 fout
    status 1
    ");
}

#[test]
fn a_tab_as_indent_is_explained() {
    let out = check_with("case.yaml", "  name: Proefstad", "\tname: Proefstad");
    assert_snapshot!(out, @"
    fout[R104]: dit is geen geldige YAML: deze regel springt in met een tab
     --> cases/proef/case.yaml:2:1
      |
    2 |     name: Proefstad
      | ^
      |
    hulp: spring in met spaties, niet met tabs

    1 fout
    status 1
    ");
}

#[test]
fn a_tab_as_indent_further_on_is_explained_at_its_own_line() {
    let out = check_with("case.yaml", "    text: |\n      Er zijn", "\ttext: |\n      Er zijn");
    assert_snapshot!(out, @"
    fout[R104]: dit is geen geldige YAML: deze regel springt in met een tab
      --> cases/proef/case.yaml:35:1
       |
    35 |     text: |
       | ^
       |
    hulp: spring in met spaties, niet met tabs

    1 fout
    status 1
    ");
}

#[test]
fn a_colon_in_a_text_is_pointed_at_with_the_way_out() {
    let out = check_with("case.yaml", "question: Werkt de aanpak?", "question: Kern: werkt het?");
    assert_snapshot!(out, @r#"
    fout[R104]: dit is geen geldige YAML: een `: ` staat waar dat niet kan
      --> cases/proef/case.yaml:21:15
       |
    21 |     question: Kern: werkt het?
       |               ^^^^^^^^^^^^^^^^
       |
    hulp: schrijf `question: "Kern: werkt het?"`

    1 fout
    status 1
    "#);
}

#[test]
fn a_quote_that_is_not_closed_is_pointed_at() {
    let out = check_with("case.yaml", "title: De formatie", "title: \"De formatie");
    assert_snapshot!(out, @r#"
    fout[R104]: dit is geen geldige YAML: een aanhalingsteken heeft geen tweede, of de tekst erachter springt niet ver genoeg in
      --> cases/proef/case.yaml:34:12
       |
    34 |     title: "De formatie is aan de krappe kant
       |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    hulp: zet een aanhalingsteken aan het einde van de tekst; een `'` binnen `'…'` schrijft u dubbel: `'foto''s'`

    1 fout
    status 1
    "#);
}

#[test]
fn a_list_that_is_not_closed_is_pointed_at() {
    let out = check_with("case.yaml", "criteria: [CA-1, CA-2]", "criteria: [CA-1, CA-2");
    assert_snapshot!(out, @"
    fout[R104]: dit is geen geldige YAML: deze `[` heeft geen `]`
      --> cases/proef/case.yaml:37:15
       |
    37 |     criteria: [CA-1, CA-2
       |               ^^^^^^^^^^^
       |
    hulp: zet `]` aan het einde van de regel

    1 fout
    status 1
    ");
}

#[test]
fn curly_quotes_around_a_whole_value_are_told_where_they_stand() {
    assert_snapshot!(check_with(FINDINGS, "level: grotendeels", "level: “grotendeels”"), @r#"
    waarschuwing[R118]: gekrulde aanhalingstekens, zoals Word ze maakt, zijn voor YAML gewone tekens en horen nu bij de waarde
      --> cases/proef/findings/fte-capacity.yaml:53:16
       |
    53 |         level: “grotendeels”
       |                ^^^^^^^^^^^^^
       |
    hulp: maak er rechte van (`"` of `'`), of haal ze weg; horen zij in de tekst, zet dan rechte om het geheel

    fout[R124]: onbekende waarde `“grotendeels”`
      --> cases/proef/findings/fte-capacity.yaml:53:16
       |
    53 |         level: “grotendeels”
       |                ^^^^^^^^^^^^^ verwacht: voldoet, grotendeels, deels, niet
       |
    hulp: bedoelde u `grotendeels`?

    1 fout, 1 waarschuwing
    status 1
    "#);
    let title = "title: De formatie is aan de krappe kant";
    for (typed, told) in [
        ("‘De formatie is krap’", true),
        ("„De formatie is krap”", true),
        ("‘Zo’n formatie is krap’", true),
        ("‘Krap’ is iets anders dan ‘te klein’", false),
        ("’s Avonds is de formatie krap", false),
        ("\"“De formatie is krap”\"", false),
        ("|\n      ‘De formatie is krap’", false),
    ] {
        let out = check_with("case.yaml", title, &format!("title: {typed}"));
        assert_eq!(out.contains("R118"), told, "{typed}: {out}");
    }
}

#[test]
fn a_colon_in_curly_quotes_is_not_safe_and_the_quotes_are_named() {
    let question = "question: Werkt de aanpak?";
    let out = check_with("case.yaml", question, "question: “De kern: werkt de aanpak?”");
    assert_snapshot!(out, @r#"
    fout[R104]: dit is geen geldige YAML: een `: ` staat waar dat niet kan
      --> cases/proef/case.yaml:21:15
       |
    21 |     question: “De kern: werkt de aanpak?”
       |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    hulp: gekrulde aanhalingstekens, zoals Word ze maakt, tellen voor YAML niet; maak er rechte van: `"` of `'`

    1 fout
    status 1
    "#);
}

#[test]
fn problems_of_all_files_come_in_one_run_in_the_order_of_the_files() {
    let work = Work::with_case();
    work.edit("case.yaml", "cbs-code: GM9999", "cbs-code: 9999");
    work.edit("case.yaml", "addressee: college", "addressee: colege");
    work.edit("sources.yaml", "kind: data", "kind: dataset");
    work.edit(FINDINGS, "locator: p. 4", "page: 4");
    work.edit(FINDINGS, "level: grotendeels", "level: groot");
    work.write("cases/proef/findings/sub-questions.yaml", "sub-questions: [{id: DV-9}]\n");
    work.write("cases/proef/confidential.yaml", "people: [{source: I09, name: Jan Jansen}]\n");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    cases/proef/case.yaml:3:13: fout[R126]: `9999` is geen geldige code
    cases/proef/case.yaml:42:16: fout[R124]: onbekende waarde `colege`
    cases/proef/sources.yaml:7:11: fout[R124]: onbekende waarde `dataset`
    cases/proef/findings/fte-capacity.yaml:14:13: fout[R110]: onbekende sleutel `page`
    cases/proef/findings/fte-capacity.yaml:53:16: fout[R124]: onbekende waarde `groot`
    cases/proef/findings/sub-questions.yaml:1:22: fout[R206]: deelvraag `DV-9` bestaat niet
    cases/proef/confidential.yaml:1:19: fout[R204]: bron `I09` staat niet in `sources.yaml`
    7 fouten, 1 waarschuwing
    status 1
    ");
}

#[test]
fn one_file_that_is_no_yaml_does_not_hide_the_problems_of_another() {
    let work = Work::with_case();
    work.write("cases/proef/case.yaml", "municipality: [\n");
    work.write("cases/proef/findings/fte-capacity.yaml", "criteria: [\n");
    work.write("cases/proef/confidential.yaml", "people: [\n");
    work.edit("sources.yaml", "kind: data", "kind: dataset");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:1:15: fout[R104]: dit is geen geldige YAML: deze `[` heeft geen `]`
    cases/proef/sources.yaml:7:11: fout[R124]: onbekende waarde `dataset`
    cases/proef/findings/fte-capacity.yaml:1:11: fout[R104]: dit is geen geldige YAML: deze `[` heeft geen `]`
    cases/proef/confidential.yaml:1:9: fout[R104]: dit is geen geldige YAML: deze `[` heeft geen `]`
    4 fouten
    status 1
    ");
}
