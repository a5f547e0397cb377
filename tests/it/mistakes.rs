//! Mistakes that people make who do not know YAML, as a table: what they type, the line that must be
//! named, and what to do. The whole message stands in `tests/fixtures/mistakes.toml`.
#![expect(clippy::expect_used, reason = "a test may stop where its own table fails it")]

use crate::common::{FINDINGS, Work};
use insta::assert_snapshot;
use rekenkamer::parallel;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Table {
    mistake: Vec<Mistake>,
}

/// A mistake: in place of `right`, which stands once in the file, `wrong` was typed.
#[derive(Deserialize)]
struct Mistake {
    what: String,
    file: String,
    right: String,
    wrong: String,
    said: String,
}

/// Every problem that `check` finds: its place and code, what it is, and what to do.
fn said(work: &Work) -> String {
    let run = work.run("check cases/proef --format json");
    let found: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let problem = |problem: &Value| {
        let place = match problem.get("start") {
            Some(start) => format!(":{}:{}", start["line"], start["column"]),
            None => String::new(),
        };
        let file = text(&problem["file"]).replace("cases/proef/", "");
        let label = problem.get("label").map(|label| format!(" [{}]", text(label)));
        let help = problem.get("help").map(|help| format!("\n    hulp: {}", text(help)));
        let (code, message) = (text(&problem["code"]), text(&problem["message"]));
        let (label, help) = (label.unwrap_or_default(), help.unwrap_or_default());
        format!("{file}{place} {code} {message}{label}{help}\n")
    };
    found["problems"].as_array().into_iter().flatten().map(problem).collect()
}

#[test]
fn each_mistake_is_told_at_its_line_with_what_to_do_and_nothing_else_is() {
    let table: Table =
        toml::from_str(include_str!("../fixtures/mistakes.toml")).expect("the table is TOML");
    assert!(table.mistake.len() >= 60, "the table has {} mistakes", table.mistake.len());
    let seen = parallel::each(&table.mistake, |mistake| {
        let work = Work::with_case();
        work.edit(&mistake.file, &mistake.right, &mistake.wrong);
        said(&work)
    });
    for (mistake, seen) in table.mistake.iter().zip(seen) {
        assert_eq!(seen, mistake.said, "{}", mistake.what);
    }
}

#[test]
fn one_broken_line_does_not_hide_the_rest_and_draws_no_other_message() {
    let work = Work::with_case();
    work.edit("case.yaml", "title: Ondermijning\n", "title: Grip: een onderzoek\n");
    work.edit(
        "case.yaml",
        "title: De formatie is aan de krappe kant",
        "title: \"De formatie\" is krap",
    );
    work.edit("case.yaml", "addressee: college", "addressee: colege");
    work.edit("sources.yaml", "title: Opgave", "title: 'Opgave");
    work.edit("sources.yaml", "date: 2025-10-07", "date: 7-10-2025");
    work.edit(FINDINGS, "value: 66.7", "value: 66,7%");
    work.edit(FINDINGS, "        level: grotendeels", "\tlevel: grotendeels");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:9:10: fout[R104]: dit is geen geldige YAML: een `: ` staat waar dat niet kan
    cases/proef/case.yaml:34:12: fout[R104]: dit is geen geldige YAML: achter het sluitende aanhalingsteken staat nog iets
    cases/proef/case.yaml:42:16: fout[R124]: onbekende waarde `colege`
    cases/proef/sources.yaml:8:12: fout[R104]: dit is geen geldige YAML: een aanhalingsteken heeft geen tweede, of de tekst erachter springt niet ver genoeg in
    cases/proef/sources.yaml:13:11: fout[R120]: `7-10-2025` is geen datum
    cases/proef/findings/fte-capacity.yaml:22:16: fout[R121]: `66,7%` is geen getal
    cases/proef/findings/fte-capacity.yaml:53:1: fout[R104]: dit is geen geldige YAML: deze regel springt in met een tab
    7 fouten
    status 1
    ");
}

#[test]
fn what_no_one_can_read_in_part_says_that_the_rest_was_not_read() {
    let work = Work::with_case();
    work.edit("case.yaml", "title: Ondermijning\n", "title: *echt* te weinig\n");
    work.edit("case.yaml", "addressee: college", "addressee: &c colege");
    assert_snapshot!(work.check(), @r#"
    fout[R104]: dit is geen geldige YAML: een `&` of `*` aan het begin is in YAML een verwijzing, en die leidt nergens heen
     --> cases/proef/case.yaml:9:10
      |
    9 |   title: *echt* te weinig
      |          ^^^^^^^^^^^^^^^^
      |
    hulp: schrijf `title: "*echt* te weinig"`; de rest van dit bestand is nog niet gelezen

    1 fout
    status 1
    "#);
}

#[test]
fn each_conflict_of_a_merge_is_told_once_at_its_first_line() {
    let work = Work::with_case();
    let conflict =
        |typed: &str| format!("<<<<<<< HEAD\n{typed}\n=======\n{typed}!\n>>>>>>> main\n");
    work.edit("case.yaml", "  status: concept\n", &conflict("  status: concept"));
    work.edit("case.yaml", "    addressee: college\n", &conflict("    addressee: college"));
    work.write("cases/proef/confidential.yaml", conflict("people: []"));
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:15:1: fout[R150]: hier staat een samenvoegconflict van git: twee versies van dezelfde regels
    cases/proef/case.yaml:46:1: fout[R150]: hier staat een samenvoegconflict van git: twee versies van dezelfde regels
    cases/proef/confidential.yaml:1:1: fout[R150]: hier staat een samenvoegconflict van git: twee versies van dezelfde regels
    3 fouten
    status 1
    ");
}

#[test]
fn a_file_that_is_no_text_is_told_at_once_with_what_it_is() {
    let told = |bytes: &[u8]| {
        let work = Work::with_case();
        work.write("cases/proef/sources.yaml", bytes);
        work.check_short()
    };
    let utf16: Vec<u8> = "sources: []\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xFF\xFE".as_slice(), &utf16].concat();
    let seen = [
        told(&[0; 4096]),
        told(b"PK\x03\x04 word/document.xml"),
        told(b"PK\x03\x04 xl/workbook.xml"),
        told(b"\xD0\xCF\x11\xE0\xA1\xB1"),
        told(b"{\\rtf1 Bronnen}"),
        told(&utf16),
        told(&marked),
    ];
    assert_snapshot!(seen.join("\n"), @"
    cases/proef/sources.yaml: fout[R151]: dit is geen tekst, maar een bestand dat alleen uit nullen bestaat: het bewaren of overzetten is mislukt
    1 fout
    status 1
    cases/proef/sources.yaml: fout[R151]: dit is geen tekst, maar een Word-bestand
    1 fout
    status 1
    cases/proef/sources.yaml: fout[R151]: dit is geen tekst, maar een werkmap van Excel
    1 fout
    status 1
    cases/proef/sources.yaml: fout[R151]: dit is geen tekst, maar een bestand van een oude Word of Excel
    1 fout
    status 1
    cases/proef/sources.yaml: fout[R151]: dit is geen tekst, maar opgemaakte tekst (RTF)
    1 fout
    status 1
    cases/proef/sources.yaml: fout[R103]: bestand is geen UTF-8
    1 fout
    status 1
    cases/proef/sources.yaml: fout[R103]: bestand is geen UTF-8
    1 fout
    status 1
    ");
}

#[test]
fn many_equal_errors_are_one_message_with_their_number_for_a_reader_and_all_for_a_program() {
    let work = Work::with_case();
    let more: String =
        (0..25).map(|n| format!("  - code: Z{n}\n    kind: nieuws\n    title: Iets\n")).collect();
    let sources = work.read("cases/proef/sources.yaml");
    work.write("cases/proef/sources.yaml", format!("{sources}{more}"));
    assert_snapshot!(work.check(), @"
    fout[R124]: onbekende waarde `nieuws`
      --> cases/proef/sources.yaml:19:11
       |
    19 |     kind: nieuws
       |           ^^^^^^ verwacht: document, interview, group-session, observation, data
       |
    hulp: bedoelde u `document`?
    waar: zo staat het nog 24 keer in dit bestand: regel 22, 25, 28, 31, 34, 37 en nog 18

    25 fouten
    status 1
    ");
    let json = work.run("check cases/proef --format json").stdout;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["problems"].as_array().map(Vec::len), Some(25));
}

#[test]
fn places_still_to_fill_in_come_after_errors_as_counts_for_each_file() {
    let work = Work::empty();
    work.run("new cases/proef --municipality Proefstad --date 2026 --frameworks bibob");
    work.edit("case.yaml", "\n  date: 2026  ", "\n  date: 12-09-2026  ");
    assert_snapshot!(work.check(), @"
    fout[R120]: `12-09-2026` is geen datum
      --> cases/proef/case.yaml:22:9
       |
    22 |   date: 12-09-2026                       # datum van de nota
       |         ^^^^^^^^^^
       |
    hulp: schrijf `2026-09-12`

    nog in te vullen[R351]: 7 plaatsen
    --> cases/proef/case.yaml
     |
    waar: `title` (regel 16), `commissioner` (regel 18), `conducted` (regel 20), `background` (regel 24), `method` (regel 25), `question` (regel 27) en nog 1

    nog in te vullen[R350]: 6 plaatsen
    --> cases/proef/findings/bibob.yaml
     |
    waar: BB-1, BB-2, BB-4, BB-5, BB-7, BB-9

    1 fout, 13 plaatsen nog in te vullen
    status 1
    ");
}

#[test]
fn a_case_is_suggested_of_a_path_with_a_slip() {
    let work = Work::with_case();
    work.add_case("ander");
    for path in
        ["cases\\proef", "cases/prof", "proef", "CASES/Proef", "“cases/proef”", "cases/proef "]
    {
        let run = work.run_each(&["check", path, "--format", "short"]);
        let said = format!(
            "{path}: fout[R105]: hier is geen case: `case.yaml` ontbreekt\n1 fout\nstatus 1"
        );
        assert_eq!(run.seen().replace('/', "\\"), said.replace('/', "\\"));
        let help = "hulp: bedoelde u `cases/proef`?";
        let run = work.run_each(&["check", path]);
        assert_eq!(run.stdout.lines().filter(|line| *line == help).count(), 1, "{}", run.stdout);
    }
    assert_snapshot!(work.run("check cases").seen(), @"
    fout[R105]: hier is geen case: `case.yaml` ontbreekt
    --> cases
     |
    hulp: geef een case in deze map: `cases/ander`, `cases/proef`

    1 fout
    status 1
    ");
    assert_eq!(work.run("explain 105").stdout, work.run("explain R105").stdout);
}

#[test]
fn a_command_or_an_option_is_suggested_of_what_was_typed() {
    let work = Work::with_case();
    work.write("output/proef/nota.docx", b"PK\x03\x04 word/document.xml");
    for (typed, wrong, right) in [
        ("controleer cases/proef", "opdracht `controleer` bestaat niet", "check"),
        ("rapport cases/proef", "opdracht `rapport` bestaat niet", "nota"),
        ("maak cases/proef", "opdracht `maak` bestaat niet", "nota"),
        ("vergelijk cases/proef", "opdracht `vergelijk` bestaat niet", "compare"),
        ("nieuw cases/x", "opdracht `nieuw` bestaat niet", "new"),
        ("help", "opdracht `help` bestaat niet", "--help"),
        ("nota cases/proef --formaat pdf", "`--formaat` is hier niet bekend", "--format"),
        ("nota cases/proef --format word", "`word` past niet bij `--format <VORM>`", "docx"),
        ("nota cases/proef --stage hearing", "`--stage` is hier niet bekend", "--document"),
        (
            "nota cases/proef --document wederhoor",
            "`wederhoor` past niet bij `--document <DOCUMENT>`",
            "hearing",
        ),
    ] {
        let said = format!(
            "fout: {wrong}\nhulp: bedoelde u `{right}`?\nmet `--help` achter de opdracht ziet u wat \
             kan\nstatus 2"
        );
        assert_eq!(work.run(typed).seen(), said, "{typed}");
    }
    assert_eq!(
        work.run("compare cases/proef cases/proef --seed 1.5").seen(),
        "fout: `1.5` past niet bij `--seed <GETAL>`: geef een heel getal, zonder punt of komma\n\
         met `--help` achter de opdracht ziet u wat kan\nstatus 2"
    );
    let commands = [
        "nota cases/proef --format html xlsx",
        "new cases/x --municipality X --frameworks lijst",
        "new cases/x --municipality X --frameworks bibob fte-capacity",
        "render output/proef",
        "render output/proef/nota.docx",
    ];
    let seen = commands.map(|command| format!("$ {command}\n{}", work.run(command).seen()));
    assert_snapshot!(seen.join("\n\n"), @r#"
    $ nota cases/proef --format html xlsx
    fout[R105]: hier is geen case: `case.yaml` ontbreekt
    --> xlsx
     |
    hulp: hoort dit bij een optie, zet de lijst dan tussen aanhalingstekens en zonder spaties: `--format "md,pdf"`

    1 fout
    er is niets geschreven
    status 1

    $ new cases/x --municipality X --frameworks lijst
    fout[R201]: normenkader `lijst` bestaat niet
    --> --frameworks
     = er zijn: bibob, council-role, fte-capacity, integral-policy, public-private-cooperation, voorbeeld-energie, voorbeeld-inhuur, voorbeeld-subsidies

    status 1

    $ new cases/x --municipality X --frameworks bibob fte-capacity
    fout: `fte-capacity` staat hier los; hoort het bij een lijst, zet die dan tussen aanhalingstekens en zonder spaties: `"een,twee"`
    met `--help` achter de opdracht ziet u wat kan
    status 2

    $ render output/proef
    fout[R151]: dit is geen tekst, maar een map
    --> output/proef
     |
    hulp: geef een bestand op, bijvoorbeeld `output/proef/nota.md`

    1 fout
    er is niets geschreven
    status 1

    $ render output/proef/nota.docx
    fout[R151]: dit is geen tekst, maar een Word-bestand
    --> output/proef/nota.docx
     |
    hulp: bewerk `output/proef/nota.md` en geef dat op; `render` maakt daar de PDF en het Word-bestand opnieuw van

    1 fout
    er is niets geschreven
    status 1
    "#);
}
