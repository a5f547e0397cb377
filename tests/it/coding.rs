//! Studies that code documents: the published margins come out, and a bad table is told.

use crate::common::{Run, Work};
use insta::assert_snapshot;

const STUDY: &str = include_str!("../../cases/coalitieakkoorden-2022/study.yaml");
const CODING: &str = include_str!("../../cases/coalitieakkoorden-2022/coding.csv");

/// The shipped study, its coding changed.
fn study(coding: &[u8]) -> Work {
    let work = Work::empty();
    work.write("cases/studie/study.yaml", STUDY);
    work.write("cases/studie/coding.csv", coding);
    work
}

fn count(work: &Work, arguments: &str) -> Run {
    work.run(&format!("compare cases/studie --by size-group {arguments}"))
}

/// What is said of the coding after one change; nothing is written.
fn changed(from: &str, to: &str) -> String {
    assert!(CODING.contains(from), "{from}");
    let work = study(CODING.replacen(from, to, 1).as_bytes());
    let run = count(&work, "--format md");
    assert!(run.status == 1 && !work.path("output").exists(), "{}", run.stderr);
    run.stderr
}

#[test]
fn the_published_tables_come_out_to_the_digit_and_only_when_asked() {
    let work = study(CODING.as_bytes());
    assert_eq!(count(&work, "--format md").status, 0);
    let text = work.read("output/vergelijking/vergelijking.md");
    let row = text.lines().find(|line| line.contains("komt niet voor")).unwrap_or_default();
    assert_snapshot!(row, @"> - **Ondermijning genoemd**: komt niet voor 4, komt voor in één zin 3 en komt voor in meerdere zinnen 17 (van 24).");
    assert!(!text.contains("16,67%"), "{text}");
    assert_eq!(count(&work, "--published --format md").status, 0);
    let text = work.read("output/vergelijking/vergelijking.md");
    let at = text.find("# Zoals gepubliceerd").unwrap_or(text.len());
    let end = text.find("# Bijlage A").unwrap_or(text.len());
    let rows: Vec<&str> = text[at..end].lines().filter(|l| l.starts_with("| ")).collect();
    assert_snapshot!(rows.join("\n"), @r"
    | Onderwerp | groot | Gepubliceerd | Geteld | klein | Gepubliceerd | Geteld | Klopt |
    | Ondermijning genoemd: komt voor in één zin | 0% | 0% | 0 van 12 | 25% | 25% | 3 van 12 | ja |
    | Ondermijning genoemd: komt niet voor | 16,67% | 16,67% | 2 van 12 | 16,67% | 16,67% | 2 van 12 | ja |
    | Ondermijning genoemd: komt voor in meerdere zinnen | 83,33% | 83,33% | 10 van 12 | 58,33% | 58,33% | 7 van 12 | ja |
    | Specifieke aanpak benoemd: genoemd | 66,67% | 66,67% | 8 van 12 | 25% | 25% | 3 van 12 | ja |
    | Samenwerking (partners): genoemd | 58,33% | 58,33% | 7 van 12 | 50% | 50% | 6 van 12 | ja |
    | Preventie: genoemd | 50% | 50% | 6 van 12 | 25% | 25% | 3 van 12 | ja |
    | Onderwerp | alle gemeenten | Gepubliceerd | Geteld | Klopt |
    | Overeenkomst binnen de provincie: komt overeen | 8,33% | 8,33% | 1 van 12 | ja |
    | Overeenkomst binnen de provincie: komt niet overeen | 58,33% | 58,33% | 7 van 12 | ja |
    | Overeenkomst binnen de provincie: komt deels overeen of niet benoemd | 33,33% | 33,33% | 4 van 12 | ja |
    | Onderwerp | alle gemeenten | Gepubliceerd | Geteld | Klopt |
    | Ondermijning genoemd: komt niet voor | 16,67% | 16,67% | 4 van 24 | ja |
    | Preventie: genoemd | 37,50% | 37,50% | 9 van 24 | ja |
    | Repressie: genoemd | 4,17% | 4,17% | 1 van 24 | ja |
    | Onderwerp | klein | Gepubliceerd | Geteld | Klopt |
    | Specifieke aanpak benoemd: niet genoemd | 75% | 75% | 9 van 12 | ja |
    ");
}

#[test]
fn the_study_gets_the_warnings_that_it_deserves() {
    let work = study(CODING.as_bytes());
    let said = count(&work, "--format md").stderr;
    assert_snapshot!(said, @"
    waarschuwing[R823]: let op bij het lezen: De rijen zijn teruggerekend uit gepubliceerde totalen. Welke antwoorden bij elkaar op één rij staan, is verzonnen. Daarom staat hier niets dat van die combinatie afhangt: geen tabel met de antwoorden per gemeente, en geen groepen die de totalen niet hebben
    --> cases/studie/study.yaml

    waarschuwing[R823]: let op bij het lezen: De publicatie geeft percentages met 2 cijfers achter de komma bij 12 gevallen. Eén geval meer of minder scheelt daar 8,3 procentpunt; lees de aantallen
    --> cases/studie/study.yaml

    waarschuwing[R823]: let op bij het lezen: Bij ‘Overeenkomst binnen de provincie’ rust elk antwoord op 2 gemeenten per provincie. Dat zegt iets over die gemeenten, niet over het geheel waar zij in liggen
    --> cases/studie/study.yaml

    waarschuwing[R823]: let op bij het lezen: Bij ‘Overeenkomst binnen de provincie’ telt ‘komt deels overeen of niet benoemd’ samen wat niet hetzelfde is: ‘komt deels overeen’ en ‘niet benoemd’. Hoe vaak elk voorkomt, is niet bekend
    --> cases/studie/study.yaml
    ");
}

#[test]
fn a_published_figure_that_does_not_follow_is_told() {
    let work = study(CODING.as_bytes());
    work.write("cases/studie/study.yaml", STUDY.replace("83,33%", "83,34%"));
    let run = count(&work, "--published --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let told = run.stderr.lines().find(|line| line.contains("83,34%")).unwrap_or_default();
    assert_snapshot!(told, @"waarschuwing[R823]: let op bij het lezen: Gepubliceerd is 83,34% bij Ondermijning genoemd: komt voor in meerdere zinnen (groot); uit de tabel volgt 83,33%");
}

#[test]
fn nothing_is_told_of_the_combination_of_answers_in_rows_that_were_rebuilt() {
    let work = study(CODING.as_bytes());
    assert_eq!(count(&work, "--published").status, 0);
    for ending in ["md", "json", "csv"] {
        let text = work.read(&format!("output/vergelijking/vergelijking.{ending}"));
        assert!(!text.contains("Gemeente 07"), "{ending}");
    }
    work.write("cases/studie/study.yaml", STUDY.replace("rows: margins", "rows: coded"));
    assert_eq!(count(&work, "--format md").status, 0);
    assert!(work.read("output/vergelijking/vergelijking.md").contains("| Gemeente 07 |"));
}

#[test]
fn rebuilt_rows_say_nothing_by_a_property_that_the_margins_do_not_have() {
    let work = study(CODING.as_bytes());
    // What nobody has is another matter.
    let unknown = work.run("compare cases/studie --by wijk").problems();
    assert_snapshot!(unknown, @"compare: fout[R804]: geen enkel onderzoek heeft het kenmerk `wijk`");
    let run = work.run("compare cases/studie --by province");
    assert_snapshot!(run.seen(), @"
    fout[R824]: naar `province` valt niets te zeggen: de rijen zijn teruggerekend uit totalen die dat kenmerk niet hebben
    --> --by
     |
    hulp: groepeer naar een kenmerk dat bij `published` in study.yaml onder `by` staat

    1 fout
    er is niets geschreven
    status 1
    ");
    assert!(!work.path("output").exists());
}

#[test]
fn a_published_group_that_the_rows_do_not_have_is_told() {
    let work = study(CODING.as_bytes());
    work.write("cases/studie/study.yaml", STUDY.replace("klein: \"75%\"", "kleiner: \"75%\""));
    let run = count(&work, "--format md");
    assert_snapshot!(run.seen(), @r#"
    fout[R124]: onbekende waarde `kleiner`
      --> cases/studie/study.yaml:87:61
       |
    87 |         - {question: CO-2, category: niet-genoemd, values: {kleiner: "75%"}}
       |                                                             ^^^^^^^ verwacht: groot, klein

    1 fout
    er is niets geschreven
    status 1
    "#);
}

#[test]
fn a_total_cannot_contradict_the_rows() {
    let work = study(CODING.as_bytes());
    let from = "{question: CO-5, category: genoemd";
    let changed = STUDY.replace(from, "{question: CO-2, category: genoemd");
    work.write("cases/studie/study.yaml", changed);
    let run = count(&work, "--format md");
    assert_snapshot!(run.seen(), @"
    fout[R228]: vraag `CO-2` heeft al antwoorden in de rijen
      --> cases/studie/study.yaml:61:16
       |
    61 |   - {question: CO-2, category: genoemd, count: 1, of: 24}
       |                ^^^^
       |
    hulp: noem bij `totals` alleen wat de rijen niet zeggen

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn an_empty_cell_is_not_zero() {
    assert_snapshot!(changed("onbekend", ""), @r"
    fout[R224]: een lege cel in kolom `CO-5`: leeg is niet nul
     --> cases/studie/coding.csv:2:76
      |
    2 | Gemeente 01,Provincie 01,groot,niet,niet-genoemd,niet-genoemd,niet-genoemd,,deels-of-niet-genoemd
      |                                                                            ^
      |
    hulp: schrijf `onbekend` als het antwoord niet bekend is, of `nvt` als de vraag niet past

    1 fout
    er is niets geschreven
    ");
}

#[test]
fn a_wrong_category_names_those_that_there_are() {
    assert_snapshot!(changed("meer-zinnen", "meer-zinen"), @r"
    fout[R225]: `meer-zinen` past niet in kolom `CO-1`
     --> cases/studie/coding.csv:6:32
      |
    6 | Gemeente 05,Provincie 03,groot,meer-zinen,genoemd,genoemd,genoemd,onbekend,deels-of-niet-genoemd
      |                                ^^^^^^^^^^ verwacht: niet, een-zin, meer-zinnen, onbekend, nvt
      |
    hulp: bedoelde u `meer-zinnen`?

    1 fout
    er is niets geschreven
    ");
}

#[test]
fn an_unknown_column_and_one_that_misses_are_told() {
    assert_snapshot!(changed("CO-4", "CO-44"), @"
    fout[R223]: kolom `CO-4` ontbreekt
     --> cases/studie/coding.csv:1:1
      |
    1 | municipality,province,size-group,CO-1,CO-2,CO-3,CO-44,CO-5,CO-6
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ in deze kop
      |
    hulp: voeg de kolom toe; is het een eigen kenmerk, dan mag het ook bij `attributes` weg

    fout[R222]: onbekende kolom `CO-44`
     --> cases/studie/coding.csv:1:49
      |
    1 | municipality,province,size-group,CO-1,CO-2,CO-3,CO-44,CO-5,CO-6
      |                                                 ^^^^^ verwacht: municipality, province, inhabitants, size-group, CO-1, CO-2, CO-3, CO-4, CO-5, CO-6
      |
    hulp: bedoelde u `CO-4`?

    2 fouten
    er is niets geschreven
    ");
}

#[test]
fn two_answers_within_one_unit_are_told() {
    assert_snapshot!(changed("komt-niet-overeen", "komt-overeen"), @"
    fout[R227]: `CO-6` heeft voor `Provincie 05` één antwoord, en een eerdere rij geeft een ander
      --> cases/studie/coding.csv:11:88
       |
    11 | Gemeente 10,Provincie 05,klein,een-zin,niet-genoemd,niet-genoemd,niet-genoemd,onbekend,komt-niet-overeen
       |                                                                                        ^^^^^^^^^^^^^^^^^
       |
    hulp: geef alle rijen van `Provincie 05` hetzelfde antwoord

    1 fout
    er is niets geschreven
    ");
}

#[test]
fn a_municipality_with_two_rows_is_told() {
    assert_snapshot!(changed("Gemeente 02", "Gemeente 01"), @"
    fout[R226]: gemeente `Gemeente 01` staat al op een eerdere rij
     --> cases/studie/coding.csv:3:1
      |
    3 | Gemeente 01,Provincie 01,klein,niet,niet-genoemd,niet-genoemd,niet-genoemd,onbekend,deels-of-niet-genoemd
      | ^^^^^^^^^^^
      |
    hulp: houd één rij over; heten twee gemeenten hetzelfde, zet dan de provincie achter de naam

    1 fout
    er is niets geschreven
    ");
}

#[test]
fn ten_thousand_columns_give_one_message() {
    let wide: String = CODING.lines().map(|l| format!("{l}{}\n", ",x".repeat(10_000))).collect();
    let run = count(&study(wide.as_bytes()), "--format md");
    assert_snapshot!(run.seen(), @"
    fout[R220]: deze tabel is te groot: 10009 kolommen, hooguit 200
    --> cases/studie/coding.csv
     |
    hulp: houd de kolommen van het codeboek over, en een rij per gemeente

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_dutch_excel_writes_semicolons_and_a_byte_order_mark() {
    let dutch = format!("\u{feff}{}", CODING.replace(',', ";").replace('\n', "\r\n"));
    let work = study(dutch.as_bytes());
    let run = count(&work, "--format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let commas = study(CODING.as_bytes());
    assert_eq!(count(&commas, "--format csv").status, 0);
    assert_eq!(count(&work, "--format csv").status, 0);
    let path = "output/vergelijking/vergelijking.csv";
    assert_eq!(work.read(path), commas.read(path));
}

#[test]
fn a_workbook_serves_as_well_as_a_csv_file() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(CODING.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            let _ = sheet.write_string(row, column, cell);
        }
    }
    let work = study(CODING.as_bytes());
    work.write("cases/studie/coding.xlsx", book.save_to_buffer().unwrap_or_default());
    assert_eq!(count(&work, "--format csv").status, 0);
    let by_csv = work.read("output/vergelijking/vergelijking.csv");
    work.write("cases/studie/study.yaml", STUDY.replace("coding.csv", "coding.xlsx"));
    let run = count(&work, "--format csv");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(by_csv, work.read("output/vergelijking/vergelijking.csv"));
}

#[test]
fn a_table_as_a_dutch_excel_writes_it_is_read() {
    let semicolons = CODING.replace(',', ";");
    let margins: String = semicolons.lines().map(|line| format!("{line};;\r\n")).collect();
    for (what, coding) in [
        ("sep=;", format!("sep=;\n{semicolons}")),
        ("sep=, above semicolons", format!("sep=,\n{semicolons}")),
        ("tabs", CODING.replace(',', "\t")),
        ("bars", CODING.replace(',', "|")),
        ("a title above the heads", format!("Codering van akkoorden;;\n;;\n{semicolons}")),
        ("empty rows and columns", format!("\u{FEFF}{margins};;;;;;;;;;\r\n;;;;;;;;;;\r\n")),
        ("a hard space", CODING.replacen("niet-genoemd", "niet-genoemd\u{A0}", 1)),
    ] {
        let run = count(&study(coding.as_bytes()), "--format md");
        assert_eq!(run.status, 0, "{what}: {}", run.stderr);
    }
}

#[test]
fn a_table_that_is_none_is_told_what_it_is() {
    let told = |coding: &[u8]| count(&study(coding), "--format md").stderr;
    let seen = [
        told(b"PK\x03\x04 xl/workbook.xml"),
        told(CODING.replacen("Gemeente 04", "\"Gemeente 04", 1).as_bytes()),
        changed("Gemeente 01", "=Gemeente, 01"),
    ];
    assert_snapshot!(seen.join("\n"), @r#"
    fout[R151]: dit is geen tekst, maar een werkmap van Excel
    --> cases/studie/coding.csv
     |
    hulp: geef een werkmap de naam `.xlsx`, of bewaar het bestand in Excel als `CSV UTF-8`

    1 fout
    er is niets geschreven

    fout[R229]: een aanhalingsteken in deze tabel heeft geen tweede
     --> cases/studie/coding.csv:5:1
      |
    5 | "Gemeente 04,Provincie 02,klein,een-zin,niet-genoemd,genoemd,niet-genoemd,onbekend,deels-of-niet-genoemd
      | ^
      |
    hulp: zet het sluitende aanhalingsteken, of haal dit weg; een `"` binnen `"…"` schrijft u dubbel: `""`

    1 fout
    er is niets geschreven

    fout[R221]: deze rij heeft 10 cellen, de kop heeft er 9
     --> cases/studie/coding.csv:2:1
      |
    2 | =Gemeente, 01,Provincie 01,groot,niet,niet-genoemd,niet-genoemd,niet-genoemd,onbekend,deels-of-niet-genoemd
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
    hulp: staat er een komma of puntkomma in een tekst, zet die tekst dan tussen aanhalingstekens

    1 fout
    er is niets geschreven
    "#);
}
