//! A framework that was written as a table: what is read of a workbook, a CSV file and a Word file,
//! and what is told of a table that is not as it should be.
#![expect(clippy::expect_used, reason = "a test may stop where its own tables fail it")]

use insta::assert_snapshot;
use rekenkamer::assets::Assets;
use rekenkamer::diagnostics::{Language, Style, render, said};
use rekenkamer::load::{Loader, NormRow, NormTable};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// All that comes of a file with this name: problems, else norms and notes.
pub fn read(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("a file");
    let mut loader = Loader::new(Assets::embedded());
    let table = loader.norm_table(&path);
    let problems = loader.report.sorted();
    assert_eq!(table.is_none(), !problems.is_empty(), "a table or problems");
    let problems = render(&problems, &loader.sources, Style::Plain, Language::Dutch);
    let above = format!("{}/", folder.path().display());
    let problems = problems.replace(&above, "").replace(&above[1..], "");
    problems + &table.map_or(String::new(), |table| shown(&table))
}

fn shown(table: &NormTable) -> String {
    let mut out = format!("niveaus: {:?}\n", table.levels);
    for norm in &table.norms {
        let NormRow { place, code, norm: text, name, source, explanation, theme, levels } =
            norm.clone();
        let texts = [
            ("code", code),
            ("norm", Some(text)),
            ("naam", name),
            ("bron", source),
            ("toelichting", explanation),
            ("thema", theme),
        ];
        let texts =
            texts.into_iter().filter_map(|(name, text)| Some(format!("{name} {:?}", text?)));
        let texts: Vec<String> = texts.collect();
        out.push_str(&format!("{place}: {}", texts.join(", ")));
        out.push_str(&if levels.is_empty() { "\n".to_owned() } else { format!(" {levels:?}\n") });
    }
    for note in &table.notes {
        out.push_str(&format!("* {}: {}\n", note.place, said(&note.text, Language::Dutch)));
    }
    out
}

/// A sheet with these rows from a row on.
pub fn fill(sheet: &mut Worksheet, from: u32, rows: &[&[&str]]) {
    for (at, row) in (from..).zip(rows) {
        for (column, cell) in (0..).zip(*row) {
            sheet.write(at, column, *cell).expect("a cell");
        }
    }
}

pub fn saved(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook")
}

/// A workbook of one sheet.
pub fn book(rows: &[&[&str]], change: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Blad1").expect("a name");
    fill(sheet, 0, rows);
    change(sheet);
    saved(book)
}

/// A zip file of these texts.
pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("a part");
    }
    zip.finish().expect("a zip file").into_inner()
}

/// A spreadsheet as LibreOffice saves it, with these tables.
fn calc(tables: &str) -> Vec<u8> {
    let namespaces: String = ["office", "table", "text", "draw"]
        .map(|name| format!(" xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'"))
        .concat();
    let content = format!(
        "<office:document-content{namespaces}><office:body><office:spreadsheet>{tables}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

#[test]
fn columns_are_found_by_their_headings_in_any_order() {
    let rows: &[&[&str]] = &[
        &["Voldoet", "BRONNEN:", "Norm\u{a0}nr.", "Normen ", "Thema’s", "Uitleg", "Kort", "Niet"],
        &[
            "Er is beleid\r\nen het is actueel",
            "Gemeentewet, artikel 147",
            "A-1",
            "\u{a0}De raad stelt kaders vast.\u{a0}",
            "Sturing",
            "Kaders zijn besluiten.",
            "Kaders",
            "Er is niets",
        ],
        &["", "", "", "", "", "", "", ""],
        &["", "", "A-2", "De raad is goed geïnformeerd", "", "", "", ""],
    ];
    assert_snapshot!(read("normen.xlsx", book(rows, |_| ())), @r#"
    niveaus: ["Voldoet", "Niet"]
    Blad1!D2: code "A-1", norm "De raad stelt kaders vast.", naam "Kaders", bron "Gemeentewet, artikel 147", toelichting "Kaders zijn besluiten.", thema "Sturing" ["Er is beleid\nen het is actueel", "Er is niets"]
    Blad1!D4: code "A-2", norm "De raad is goed geïnformeerd" ["", ""]
    "#);
}

#[test]
fn the_headings_may_be_on_a_later_row_of_a_later_sheet() {
    let mut book = Workbook::new();
    let first = book.add_worksheet().set_name("Begrippen").expect("a name");
    fill(first, 0, &[&["Begrip", "Omschrijving"], &["Raad", "De gemeenteraad."]]);
    let second = book.add_worksheet().set_name("Kader 2026").expect("a name");
    fill(second, 0, &[&["Normen"], &[], &["Vastgesteld", "door de rekenkamer"]]);
    fill(second, 4, &[&["Nr", "Criterium"], &["1", "De raad stelt kaders vast."]]);
    let third = book.add_worksheet().set_name("Oud").expect("a name");
    fill(third, 0, &[&["Code", "Norm"], &["1", "Iets anders."]]);
    assert_snapshot!(read("normen.xlsx", saved(book)), @r#"
    niveaus: []
    Kader 2026!B6: code "1", norm "De raad stelt kaders vast."
    * Kader 2026!A1: staat boven de koppen en is overgeslagen: ‘Normen’
    * Kader 2026!A3: staat boven de koppen en is overgeslagen: ‘Vastgesteld door de rekenkamer’
    * Oud!A1: hier staat nog een tabel met normen; die is niet gelezen
    "#);
}

#[test]
fn what_is_hidden_is_read_and_told() {
    let rows: &[&[&str]] =
        &[&["Code", "Norm", "Bron"], &["A-1", "Een.", "Wet"], &["A-2", "Twee.", "Wet"]];
    let hide = |sheet: &mut Worksheet| {
        sheet.set_row_hidden(2).expect("a row");
        sheet.set_row_hidden(9).expect("a row");
        sheet.set_column_hidden(2).expect("a column");
    };
    assert_snapshot!(read("normen.xlsx", book(rows, hide)), @r#"
    niveaus: []
    Blad1!B2: code "A-1", norm "Een.", bron "Wet"
    Blad1!B3: code "A-2", norm "Twee.", bron "Wet"
    * Blad1!C1: kolom C is verborgen, en is wel gelezen
    * Blad1!A3: verborgen rijen zijn wel gelezen: 3
    "#);
}

#[test]
fn a_formula_is_the_value_that_is_shown_and_a_date_for_a_code_is_told() {
    let rows: &[&[&str]] = &[&["Code", "Norm", ""], &["", "", "los"], &["A-2", "Twee.", ""]];
    let change = |sheet: &mut Worksheet| {
        let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 1, 1).expect("a date");
        let format = Format::new().set_num_format("d-m");
        sheet.write_with_format(1, 0, date, &format).expect("a date");
        let formula = rust_xlsxwriter::Formula::new("=\"E\"&\"en.\"").set_result("Een.");
        sheet.write(1, 1, formula).expect("a formula");
    };
    assert_snapshot!(read("normen.xlsx", book(rows, change)), @r#"
    niveaus: []
    Blad1!B2: code "2026-01-01", norm "Een."
    Blad1!B3: code "A-2", norm "Twee."
    * Blad1!C1: deze kolom heeft geen kop, en is niet gelezen
    * Blad1!A2: hier staat een datum als code, in rij 2: Excel maakt van een code als 1-1 een datum
    "#);
}

#[test]
fn merged_cells_and_rows_without_a_norm_are_each_told_at_their_cell() {
    let rows: &[&[&str]] = &[
        &["Normenkader"],
        &["Code", "Norm", "Thema"],
        &["A-1", "Een.", "Sturing"],
        &["A-2", "Twee.", ""],
        &["Thema 2: Uitvoering", "", ""],
        &["B-1", "", ""],
        &["* alleen grote gemeenten", "", ""],
    ];
    let merge = |sheet: &mut Worksheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 2, "Normenkader", &plain).expect("cells");
        sheet.merge_range(2, 2, 3, 2, "Sturing", &plain).expect("cells");
        sheet.merge_range(4, 0, 4, 2, "Thema 2: Uitvoering", &plain).expect("cells");
    };
    assert_snapshot!(read("normen.xlsx", book(rows, merge)), @"
    fout[R234]: samengevoegde cellen: ‘Thema 2: Uitvoering’
    --> normen.xlsx, Blad1!A5
     |
    hulp: splits de cellen, en herhaal de tekst bij elke norm waar hij bij hoort; een thema hoort in een kolom `Thema`

    fout[R233]: deze rij heeft tekst, maar geen norm
    --> normen.xlsx, Blad1!B6
     |
    hulp: vul de norm in, of haal de rij weg; een thema hoort in een kolom `Thema`, bij elke norm

    fout[R233]: deze rij heeft tekst, maar geen norm
    --> normen.xlsx, Blad1!B7
     |
    hulp: vul de norm in, of haal de rij weg; een thema hoort in een kolom `Thema`, bij elke norm

    fout[R234]: samengevoegde cellen: ‘Sturing’
    --> normen.xlsx, Blad1!C3
     |
    hulp: splits de cellen, en herhaal de tekst bij elke norm waar hij bij hoort; een thema hoort in een kolom `Thema`
    ");
}

#[test]
fn a_second_heading_of_one_meaning_is_left_to_the_levels_and_told() {
    let rows: &[&[&str]] = &[&["Criterium", "Norm", "Nr"], &["Doelmatigheid", "Een.", "1"]];
    assert_snapshot!(read("normen.xlsx", book(rows, |_| ())), @r#"
    niveaus: ["Criterium"]
    Blad1!B2: code "1", norm "Een." ["Doelmatigheid"]
    * Blad1!A1: ‘Criterium’ is niet gelezen als ‘Norm’: die kolom is er al
    "#);
}

#[test]
fn a_dutch_excel_writes_semicolons_below_a_title_with_commas() {
    let text = "\u{feff}Normenkader, versie 2, concept\r\n\r\n\"Nr\";\"Norm (eis, maat)\";Criterium;Bron\r\n\
                1;x;\"De raad, en \"\"het\"\" college,\r\nstellen kaders vast; jaarlijks.\";Wet\r\n;;;\r\n2;y;Twee.;\r\n";
    assert_snapshot!(read("normen.csv", text), @r#"
    niveaus: ["Norm (eis, maat)"]
    regel 4: code "1", norm "De raad, en \"het\" college,\nstellen kaders vast; jaarlijks.", bron "Wet" ["x"]
    regel 7: code "2", norm "Twee." ["y"]
    * regel 1: staat boven de koppen en is overgeslagen: ‘Normenkader, versie 2, concept’
    "#);
}

#[test]
fn a_row_of_a_csv_file_with_too_many_or_too_few_cells_is_told() {
    let text = "Code,Norm,Bron\nA-1,De raad stelt kaders, en doelen, vast.,Wet\nA-2,Twee.\n";
    assert_snapshot!(read("normen.csv", text), @"
    fout[R221]: deze rij heeft 5 cellen, de kop heeft er 3
     --> normen.csv:2:44
      |
    2 | A-1,De raad stelt kaders, en doelen, vast.,Wet
      |                                            ^^^
      |
    hulp: staat er een komma of puntkomma in een tekst, zet die tekst dan tussen aanhalingstekens

    fout[R221]: deze rij heeft 2 cellen, de kop heeft er 3
     --> normen.csv:3:5
      |
    3 | A-2,Twee.
      |     ^^^^^
      |
    hulp: staat er een komma of puntkomma in een tekst, zet die tekst dan tussen aanhalingstekens
    ");
}

#[test]
fn a_csv_file_in_windows_1252_is_told_at_its_first_such_letter() {
    let text = b"Code;Norm\nA-1;De raad is ge\xEFnformeerd.\n";
    assert_snapshot!(read("normen.csv", text), @"
    fout[R103]: bestand is geen UTF-8
     --> normen.csv:2:18
      |
    2 | A-1;De raad is ge�nformeerd.
      |                  ^ hier staat een teken in een andere codering
      |
    hulp: sla het bestand op als UTF-8; waarschijnlijk is het opgeslagen als ANSI (Windows-1252)
    ");
}

#[test]
fn a_spreadsheet_of_libreoffice_is_read_as_it_is_shown() {
    let tables = "<table:table table:name='Normen'>\
        <table:table-column/><table:table-column table:visibility='collapse'/>\
        <table:table-row><table:table-cell><text:p>Nr</text:p></table:table-cell>\
        <table:table-cell><text:p>Norm</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated='16382'/></table:table-row>\
        <table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>\
        <table:table-row table:visibility='filter'><table:table-cell office:value-type='float' office:value='1.1'>\
        <text:p>1,10</text:p></table:table-cell>\
        <table:table-cell><office:annotation><text:p>Let op!</text:p></office:annotation>\
        <text:p>Eén<text:s text:c='2'/>norm.</text:p><text:p>En een regel.</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated='1048572'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>\
        </table:table>";
    assert_snapshot!(read("normen.ods", calc(tables)), @r#"
    niveaus: []
    Normen!B4: code "1,10", norm "Eén  norm.\nEn een regel."
    * Normen!B1: kolom B is verborgen, en is wel gelezen
    * Normen!A4: verborgen rijen zijn wel gelezen: 4
    "#);
    let merged = "<table:table table:name='Normen'><table:table-row>\
        <table:table-cell><text:p>Thema</text:p></table:table-cell>\
        <table:table-cell><text:p>Norm</text:p></table:table-cell></table:table-row><table:table-row>\
        <table:table-cell table:number-rows-spanned='2'><text:p>Sturing</text:p></table:table-cell>\
        <table:table-cell><text:p>Een.</text:p></table:table-cell></table:table-row><table:table-row>\
        <table:covered-table-cell/><table:table-cell><text:p>Twee.</text:p></table:table-cell>\
        </table:table-row></table:table>";
    assert_snapshot!(read("normen.ods", calc(merged)), @"
    fout[R234]: samengevoegde cellen: ‘Sturing’
    --> normen.ods, Normen!A2
     |
    hulp: splits de cellen, en herhaal de tekst bij elke norm waar hij bij hoort; een thema hoort in een kolom `Thema`
    ");
}

#[test]
fn a_cell_that_is_repeated_a_million_times_does_not_fill_the_memory() {
    let sheet = "<table:table table:name='x'>\
        <table:table-row table:number-rows-repeated='1048576'>\
        <table:table-cell table:number-columns-repeated='16384'><text:p>Norm</text:p></table:table-cell>\
        </table:table-row></table:table>";
    assert_snapshot!(read("normen.ods", calc(sheet)), @"
    fout[R220]: deze tabel is te groot: 201 kolommen, hooguit 200
    --> normen.ods
     |
    hulp: houd de kolommen van het normenkader over, en een rij per norm
    ");
    assert_snapshot!(read("normen.ods", calc(&sheet.repeat(100))), @"
    fout[R140]: bestand is te groot: meer dan 32 MiB
    --> normen.ods
     |
    hulp: splits het, of kijk of dit het goede bestand is
    ");
}
