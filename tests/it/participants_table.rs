//! The table of participants of a study of many: its headings, cells and contacts, and the files that
//! are none.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::Work;
use crate::common::word::zipped;
use crate::participants::{NEW, told, with};
use insta::assert_snapshot;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

/// What `new` says of a workbook with these cells.
fn told_of(cells: &[&[&str]], change: impl FnOnce(&mut Worksheet)) -> (Work, String) {
    let work = Work::with_case();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Deelnemers").expect("a name");
    for (row, line) in (0..).zip(cells) {
        for (column, cell) in (0..).zip(*line) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).expect("a cell"),
                Err(_) => sheet.write_string(row, column, *cell).expect("a cell"),
            };
        }
    }
    change(sheet);
    work.write("deelnemers.xlsx", book.save_to_buffer().expect("a workbook"));
    let said = work.run(&NEW.replace(".csv", ".xlsx")).seen();
    (work, said)
}

/// The workbook of LibreOffice with these rows.
fn calc(rows: &str) -> Work {
    let namespaces: String = ["office", "table", "text"]
        .map(|name| format!(" xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'"))
        .concat();
    let content = format!(
        "<office:document-content{namespaces}><office:body><office:spreadsheet>\
         <table:table table:name='Blad1'>{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let work = Work::with_case();
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    let files: [(&str, &[u8]); 2] = [("mimetype", kind), ("content.xml", content.as_bytes())];
    work.write("deelnemers.ods", zipped(&files));
    work
}

/// A row of cells: texts, or the attributes of a cell before a `|` and its text behind it.
fn row(cells: &[&str]) -> String {
    let cell = |cell: &&str| {
        let (attributes, text) = cell.split_once('|').unwrap_or(("", cell));
        format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
    };
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn what_is_wrong_in_a_table_is_told_at_its_cell() {
    let cells: &[&[&str]] = &[
        &["Naam", "Code", "Soort", "Inwoners", "Peildatum", "Map"],
        &["Aardorp", "GM9001", "", "12.000", "", ""],
        &["aardorp", "GM9002", "gemeent", "twaalf", "", ""],
        &["Con", "GM9001", "", "", "gisteren", "aux"],
        &["", "Amsterdam", "", "5", "", ""],
        &["Bergen (L.)", "", "", "", "", ""],
        &["Bergen L", "", "stad", "", "", ""],
        &["北京", "", "", "", "", ""],
    ];
    let (work, said) = told_of(cells, |sheet| {
        let dated = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_number_with_format(4, 3, 46000, &dated).expect("a cell");
    });
    assert_snapshot!(said, @"
    fout[R292]: deze deelnemer heeft geen naam
    --> deelnemers.xlsx, Deelnemers!A5
     |
    hulp: vul de naam in, of haal de rij weg

    fout[R292]: `北京` kan niet de naam van een map zijn
    --> deelnemers.xlsx, Deelnemers!A8
     |
    hulp: geef de map zelf een naam in de kolom `Map`, in kleine letters zonder spaties

    fout[R292]: `Amsterdam` is geen code van zo'n organisatie
    --> deelnemers.xlsx, Deelnemers!B5
     |
    hulp: schrijf de code als GM0000

    fout[R292]: onbekende soort organisatie `gemeent`
    --> deelnemers.xlsx, Deelnemers!C3
     |
    hulp: bedoelde u `gemeente`? Er zijn: gemeente, provincie, waterschap, gemeenschappelijke regeling, instelling

    fout[R292]: onbekende soort organisatie `stad`
    --> deelnemers.xlsx, Deelnemers!C7
     |
    hulp: gebruik een van: gemeente, provincie, waterschap, gemeenschappelijke regeling, instelling

    fout[R292]: `twaalf` is geen aantal inwoners
    --> deelnemers.xlsx, Deelnemers!D3
     |
    hulp: schrijf een heel getal, zonder punten, spaties of woorden

    fout[R292]: hier staat een datum in plaats van een aantal inwoners: `2025-12-09`
    --> deelnemers.xlsx, Deelnemers!D5
     |
    hulp: geef de cel in het rekenblad de opmaak van een getal, en typ het getal opnieuw

    fout[R292]: `gisteren` is geen datum
    --> deelnemers.xlsx, Deelnemers!E4
     |
    hulp: schrijf 2026-01-01, 2026-01 of 2026

    fout[R292]: `aux` kan niet de naam van een map zijn
    --> deelnemers.xlsx, Deelnemers!F4
     |
    hulp: schrijf `aux-gemeente`: kleine letters, cijfers en streepjes

    status 1
    ");
    assert!(!work.path("cases/samen").exists());
}

#[test]
fn a_contact_is_a_role_and_no_person() {
    let table = "Naam;Contact\nAardorp;Jan Jansen\nBeekstad;j.jansen@voorbeeld.nl\nCeeveen;06-12345678\nDeestad;Griffier\n";
    let said = told(table);
    assert_snapshot!(said, @"
    fout[R292]: hier lijkt de naam van een mens te staan
    --> deelnemers.csv, regel 2
     |
    hulp: schrijf alleen de rol op, in kleine letters, zoals `hoofd control`; namen horen niet in een case

    fout[R292]: hier staat een adres of nummer waarmee iemand te bereiken is
    --> deelnemers.csv, regel 3
     |
    hulp: schrijf alleen de rol op, zoals `gemeentesecretaris`; bewaar adressen buiten de case

    fout[R292]: hier staat een adres of nummer waarmee iemand te bereiken is
    --> deelnemers.csv, regel 4
     |
    hulp: schrijf alleen de rol op, zoals `gemeentesecretaris`; bewaar adressen buiten de case

    status 1
    ");
    let away = ["Jansen", "@", "12345678"];
    // The line of a CSV file is shown by what it says of it, and not what stands in it.
    assert!(away.iter().all(|text| !said.contains(text)), "{said}");
}

#[test]
fn a_role_in_capitals_is_a_contact_and_a_name_in_capitals_is_none() {
    let table = "Naam;Contact\nAardorp;JAN JANSEN\nBeekstad;HOOFD ICT\nCeeveen;JANSEN\n\
        Deestad;GRIFFIER\nEedorp;HOOFD JANSEN\n";
    assert_snapshot!(told(table), @"
    fout[R292]: hier lijkt de naam van een mens te staan
    --> deelnemers.csv, regel 2
     |
    hulp: schrijf alleen de rol op, in kleine letters, zoals `hoofd control`; namen horen niet in een case

    fout[R292]: hier lijkt de naam van een mens te staan
    --> deelnemers.csv, regel 4
     |
    hulp: schrijf alleen de rol op, in kleine letters, zoals `hoofd control`; namen horen niet in een case

    fout[R292]: hier lijkt de naam van een mens te staan
    --> deelnemers.csv, regel 6
     |
    hulp: schrijf alleen de rol op, in kleine letters, zoals `hoofd control`; namen horen niet in een case

    status 1
    ");
}

#[test]
fn columns_are_found_by_their_headings_and_slips_are_told() {
    assert_snapshot!(told("Naam;Inwonners;Naam;Iets\nAardorp;5;B;x\n"), @"
    fout[R291]: onbekende kop `Inwonners`
     --> deelnemers.csv:1:6
      |
    1 | Naam;Inwonners;Naam;Iets
      |      ^^^^^^^^^
      |
    hulp: bedoelde u `inwoners`? Is het iets anders, geef de kolom dan een andere naam

    fout[R291]: er zijn twee kolommen met hetzelfde: `Naam` en `Naam`
     --> deelnemers.csv:1:16
      |
    1 | Naam;Inwonners;Naam;Iets
      |                ^^^^
      |
    hulp: houd één van de twee over, of geef de andere een andere naam

    status 1
    ");
    assert_snapshot!(told("Plaats;Inwoners\nAardorp;5\n"), @"
    fout[R290]: dit bestand heeft geen kolom met de namen van de deelnemers
    --> deelnemers.csv
     |
    hulp: geef die kolom de kop `Naam`; de koppen zijn nu `Plaats`, `Inwoners`

    status 1
    ");
    assert_snapshot!(told("Naam;Inwoners\n"), @"
    fout[R290]: er staat geen deelnemer onder de koppen
     --> deelnemers.csv:1:1
      |
    1 | Naam;Inwoners
      | ^^^^
      |
    hulp: zet elke deelnemer op een eigen rij

    status 1
    ");
    assert_snapshot!(told(""), @"
    fout[R290]: dit bestand is leeg
    --> deelnemers.csv
     |
    hulp: zet er een tabel in met een kolom `Naam`

    status 1
    ");
    assert_snapshot!(told("Naam;Inwoners\nAardorp;5;extra\n"), @"
    fout[R221]: deze rij heeft 3 cellen, de kop heeft er 2
     --> deelnemers.csv:2:11
      |
    2 | Aardorp;5;extra
      |           ^^^^^
      |
    hulp: staat er een komma of puntkomma in een tekst, zet die tekst dan tussen aanhalingstekens

    status 1
    ");
    let work = with("Naam;Regio\nAardorp;oost\n");
    assert_snapshot!(work.run(&format!("{NEW} --attributes regoi")).seen(), @"
    fout[R291]: er is geen kolom `regoi`
    --> deelnemers.csv
     |
    hulp: noem bij --attributes koppen uit de tabel

    status 1
    ");
}

#[test]
fn what_is_hidden_merged_or_computed_in_a_workbook_is_told() {
    let cells: &[&[&str]] =
        &[&["Naam", "Inwoners"], &["Aardorp", "5"], &["Beekstad", "6"], &["Ceeveen", "7"]];
    let (_, said) = told_of(cells, |sheet| {
        sheet.set_row_hidden(2).expect("a row");
        sheet.set_column_hidden(1).expect("a column");
        let formula = rust_xlsxwriter::Formula::new("=3+4").set_result("7");
        sheet.write_formula(3, 1, formula).expect("a cell");
    });
    assert_snapshot!(said, @"
    cases/samen/shared.yaml
    cases/samen/aardorp
    cases/samen/beekstad
    cases/samen/ceeveen
    deelnemers.xlsx, Deelnemers!A4: hier staan formules; hun laatst berekende waarde is gelezen, in rij 4
    deelnemers.xlsx, Deelnemers!B1: kolom B is verborgen, en is wel gelezen
    deelnemers.xlsx, Deelnemers!A3: verborgen rijen zijn wel gelezen: 3
    frameworks/schemas: schema's waarmee uw editor helpt invullen
    3 nieuwe cases, 0 ongewijzigd, 0 met wijzigingen uit de tabel
    vul eerst in wat zij delen, in cases/samen/shared.yaml
    status 0
    ");
    let (_, said) = told_of(cells, |sheet| {
        sheet.merge_range(1, 0, 2, 0, "Aardorp", &Format::new()).expect("cells");
    });
    assert_snapshot!(said, @"
    fout[R234]: samengevoegde cellen: ‘Aardorp’
    --> deelnemers.xlsx, Deelnemers!A2
     |
    hulp: splits de cellen, en geef elke deelnemer een eigen rij

    status 1
    ");
}

#[test]
fn a_formula_without_an_outcome_and_a_row_of_totals_are_told() {
    let rows = [
        row(&["Naam", "Inwoners"]),
        row(&["Aardorp", "table:formula='of:=3+4'|"]),
        row(&["Totaal", "45000"]),
    ];
    let work = calc(&rows.concat());
    assert_snapshot!(work.run(&NEW.replace(".csv", ".ods")).seen(), @"
    fout[R292]: `Totaal` is geen deelnemer
    --> deelnemers.ods, Blad1!A3
     |
    hulp: haal de rij met totalen weg

    fout[R292]: hier staat een formule zonder uitkomst
    --> deelnemers.ods, Blad1!B2
     |
    hulp: open het bestand in Excel of LibreOffice en sla het daar op, of typ de waarde zelf

    status 1
    ");
    assert!(!work.path("cases/samen").exists());
}

#[test]
fn a_number_and_a_date_are_read_as_a_workbook_holds_them() {
    let number = "office:value-type='float' office:value='45000'|45.000";
    let date = "office:value-type='date' office:date-value='2026-01-01'|1 jan. 26";
    let rows = [row(&["Naam", "Inwoners", "Peildatum"]), row(&["Aardorp", number, date])];
    let work = calc(&rows.concat());
    let run = work.run(&NEW.replace(".csv", ".ods"));
    assert_eq!(run.status, 0, "{}", run.seen());
    let case = work.read("cases/samen/aardorp/case.yaml");
    assert!(case.contains("inhabitants: 45000\n") && case.contains("date: 2026-01-01"), "{case}");
}

#[test]
fn a_table_of_another_kind_or_size_is_refused() {
    let rows: String = (0..6_000).map(|n| format!("Gemeente {n}\n")).collect();
    assert_snapshot!(told(&format!("Naam\n{rows}")), @"
    fout[R220]: deze tabel is te groot: 6000 rijen, hooguit 5000
    --> deelnemers.csv
     |
    hulp: houd de kolommen van de deelnemers over, en een rij per deelnemer

    status 1
    ");
    let locked = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes);
    let locked: Vec<u8> =
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain(locked).collect();
    let work = Work::with_case();
    let mut all = String::new();
    let files: [(&str, &[u8]); 4] = [
        ("deelnemers.xlsx", &locked),
        ("deelnemers.ods", b"Naam\n"),
        ("deelnemers.docx", b"PK"),
        ("deelnemers.txt", b"Naam\nAardorp\n"),
    ];
    for (name, bytes) in files {
        work.write(name, bytes);
        all += &work.run(&NEW.replace("deelnemers.csv", name)).seen();
        all += "\n";
    }
    assert_snapshot!(all, @"
    fout[R290]: dit is geen tabel met deelnemers, maar een bestand met een wachtwoord
    --> deelnemers.xlsx
     |
    hulp: haal het wachtwoord weg en bewaar het bestand opnieuw

    status 1
    fout[R290]: dit is geen tabel met deelnemers, maar een ander soort bestand
    --> deelnemers.ods
     |
    hulp: bewaar de tabel als werkmap (.xlsx of .ods) of als CSV-bestand

    status 1
    fout[R290]: dit is geen tabel met deelnemers, maar een Word-bestand
    --> deelnemers.docx
     |
    hulp: bewaar de tabel als werkmap (.xlsx of .ods) of als CSV-bestand

    status 1
    fout[R290]: dit is geen tabel met deelnemers, maar een ander soort bestand
    --> deelnemers.txt
     |
    hulp: bewaar de tabel als werkmap (.xlsx of .ods) of als CSV-bestand

    status 1
    ");
}
