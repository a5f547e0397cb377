//! A study of many: cases from a table of participants, with one file that all of them share.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::Work;
use crate::common::word::zipped;
use insta::assert_snapshot;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

const TABLE: &str = "Naam;Code (CBS);Soort;Inwoners;Peildatum;Contact;Regio\n\
    Aardorp;GM9001;;12000;2026-01-01;gemeentesecretaris;oost\n\
    Beekstad;9002;gemeente;45000;2026-01-01;hoofd control;west\n\
    Utrecht;PV26;provincie;;;;\n";

const NEW: &str = "new cases/samen --from deelnemers.csv --frameworks fte-capacity --date 2026-11";

/// A folder with a table of participants.
fn with(table: &str) -> Work {
    let work = Work::with_case();
    work.write("deelnemers.csv", table);
    work
}

/// What `new` says of a table.
fn told(table: &str) -> String {
    with(table).run(NEW).seen()
}

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

#[test]
fn each_row_becomes_a_case_that_names_what_it_shares() {
    let work = with(TABLE);
    let said = work.run(&format!("{NEW} --attributes regio")).seen();
    assert_snapshot!(said, @"
    cases/samen/shared.yaml
    cases/samen/aardorp
    cases/samen/beekstad
    cases/samen/provincie-utrecht
    frameworks/schemas: schema's waarmee uw editor helpt invullen
    3 nieuwe cases, 0 ongewijzigd, 0 met wijzigingen uit de tabel
    vul eerst in wat zij delen, in cases/samen/shared.yaml
    status 0
    ");
    assert_snapshot!(work.read("cases/samen/beekstad/case.yaml").split("\nstudy:").next().unwrap_or(""), @r#"
    # yaml-language-server: $schema=../../../frameworks/schemas/case.schema.json
    # De case van Beekstad. Vragen, teksten en normenkaders die alle deelnemers delen, staan in
    # ../shared.yaml. Wat u hier invult, geldt alleen voor deze case, en gaat voor.
    shared: "../shared.yaml"

    municipality:
      name: Beekstad
      cbs-code: GM9002
      inhabitants: 45000
      inhabitants-date: 2026-01-01
      attributes:
        contact: hoofd control
        regio: west
    "#);
    assert!(work.read("cases/samen/provincie-utrecht/case.yaml").contains("\n  code: PV26\n"));
    assert!(work.path("cases/samen/aardorp/findings/fte-capacity.yaml").is_file());
    let check = work.run("check cases/samen/aardorp --format short").seen();
    assert!(!check.contains("fout"), "{check}");
}

#[test]
fn run_again_it_makes_what_is_new_and_leaves_the_rest() {
    let work = with(TABLE);
    work.run(NEW);
    let typed = work.read("cases/samen/aardorp/case.yaml").replace("Aardorp\n", "Aardorp   # zo\n");
    work.write("cases/samen/aardorp/case.yaml", &typed);
    let before = work.read("cases/samen/beekstad/case.yaml");
    let table = TABLE.replace("12000", "12500").replace(
        "Beekstad;9002;gemeente;45000;2026-01-01;hoofd control;west\n",
        "Ceeveen;GM9003;;8000;;;\n",
    );
    work.write("deelnemers.csv", table);
    let again = "new cases/samen --from deelnemers.csv";
    assert_snapshot!(work.run(again).seen(), @"
    cases/samen/ceeveen
    cases/samen/aardorp/case.yaml
      regel 9: 12000 → inhabitants: 12500
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    één nieuwe case, 1 ongewijzigd, 1 met wijzigingen uit de tabel
    niet in de tabel, en ongemoeid gelaten: beekstad
    in de cases die er al waren, is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    assert_eq!(work.read("cases/samen/aardorp/case.yaml"), typed);
    work.run(&format!("{again} --write"));
    let brought = work.read("cases/samen/aardorp/case.yaml");
    assert_eq!(brought, typed.replace("inhabitants: 12000", "inhabitants: 12500"));
    assert_eq!(work.read("cases/samen/beekstad/case.yaml"), before);
    assert_snapshot!(work.run(again).seen(), @"
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    geen nieuwe cases, 3 ongewijzigd, 0 met wijzigingen uit de tabel
    niet in de tabel, en ongemoeid gelaten: beekstad
    status 0
    ");
}

#[test]
fn a_case_is_known_by_its_code_under_another_name() {
    let work = with(TABLE);
    work.run(NEW);
    work.write("deelnemers.csv", TABLE.replace("Beekstad", "Beekstede"));
    assert_snapshot!(work.run("new cases/samen --from deelnemers.csv --write").seen(), @"
    cases/samen/beekstad/case.yaml
      regel 7: Beekstad → name: Beekstede
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    geen nieuwe cases, 2 ongewijzigd, 1 met wijzigingen uit de tabel
    geschreven; kijk de case na met: rekenkamer check cases/samen
    status 0
    ");
    assert!(work.read("cases/samen/beekstad/case.yaml").contains("\n  name: Beekstede\n"));
}

#[test]
fn a_framework_that_the_shared_file_gets_comes_to_each_case() {
    let work = with(TABLE);
    work.run(NEW);
    let shared = work.read("cases/samen/shared.yaml");
    let shared = shared.replace("  - fte-capacity\n", "  - fte-capacity\n  - council-role\n");
    work.write("cases/samen/shared.yaml", shared);
    let again = "new cases/samen --from deelnemers.csv --write";
    assert_snapshot!(work.run(again).seen(), @"
    cases/samen/aardorp/findings/council-role.yaml (nieuw)
    cases/samen/beekstad/findings/council-role.yaml (nieuw)
    cases/samen/provincie-utrecht/findings/council-role.yaml (nieuw)
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    geen nieuwe cases, 0 ongewijzigd, 0 met wijzigingen uit de tabel
    geschreven; kijk de case na met: rekenkamer check cases/samen
    status 0
    ");
    let check = work.run("check cases/samen/beekstad --format short").seen();
    assert!(!check.contains("fout") && check.contains("RR-2"), "{check}");
    assert_snapshot!(work.run("new cases/samen --from deelnemers.csv --frameworks bibob --date 2027").seen(), @"
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    fout[R821]: `--date` past niet bij een onderzoek dat al een gedeeld deel heeft: pas cases/samen/shared.yaml aan
    --> --date
     |
    hulp: laat de optie weg

    fout[R821]: `--frameworks` past niet bij een onderzoek dat al een gedeeld deel heeft: pas cases/samen/shared.yaml aan
    --> --frameworks
     |
    hulp: laat de optie weg

    status 1
    ");
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
fn two_rows_about_one_body_or_with_one_folder_are_refused() {
    assert_snapshot!(told("Naam;Code\nAardorp;GM9001\nAARDORP;GM9002\nBeekstad;9001\nBergen (L.);\nBergen L;\n"), @"
    fout[R293]: `AARDORP` staat twee keer in de tabel
     --> deelnemers.csv:3:1
      |
    3 | AARDORP;GM9002
      | ^^^^^^^
      |
    hulp: houd één rij over, of verbeter de andere: die staat in regel 2

    fout[R293]: code `GM9001` staat ook bij een andere deelnemer
     --> deelnemers.csv:4:10
      |
    4 | Beekstad;9001
      |          ^^^^
      |
    hulp: houd één rij over, of verbeter de andere: die staat in regel 2

    fout[R293]: deze deelnemer krijgt dezelfde map als een andere: `bergen-l`
     --> deelnemers.csv:6:1
      |
    6 | Bergen L;
      | ^^^^^^^^
      |
    hulp: geef een van beide in de kolom `Map` een eigen naam; de andere staat in regel 5

    status 1
    ");
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

#[test]
fn a_folder_that_is_in_use_is_left_alone() {
    let work = with(TABLE);
    work.write("cases/samen/aardorp/notities.txt", "Van iemand anders.");
    assert_snapshot!(work.run(NEW).seen(), @"
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    fout[R294]: de map van deze deelnemer is al in gebruik: `cases/samen/aardorp`
     --> deelnemers.csv:2:1
      |
    2 | Aardorp;GM9001;;12000;2026-01-01;gemeentesecretaris;oost
      | ^^^^^^^
      |
    hulp: is het de case van deze deelnemer, kijk dan met `check` waarom zij niet te lezen is of waarom naam en code anders zijn; geef de deelnemer anders in de kolom `Map` een andere map

    status 1
    ");
    assert_snapshot!(work.run(&NEW.replace("cases/samen", "cases/proef")).seen(), @"
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    fout[R294]: deze map is zelf een case
    --> cases/proef
     |
    hulp: noem de map waar de cases van het onderzoek in komen

    status 1
    ");
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
fn a_name_in_capitals_is_no_contact() {
    assert_snapshot!(told("Naam;Contact\nAardorp;JAN JANSEN\nBeekstad;hoofd ICT\n"), @"
    fout[R292]: hier lijkt de naam van een mens te staan
    --> deelnemers.csv, regel 2
     |
    hulp: schrijf alleen de rol op, in kleine letters, zoals `hoofd control`; namen horen niet in een case

    status 1
    ");
}

#[test]
fn a_place_for_cases_that_is_no_folder_is_told() {
    let work = with("Naam\nAardorp\n");
    work.write("cases/samen", "iets anders");
    assert_snapshot!(work.run(NEW).seen(), @"
    fout[R294]: dit is geen map
    --> cases/samen
     |
    hulp: noem de map waar de cases van het onderzoek in komen, of geef het bestand een andere naam

    status 1
    ");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told() {
    let work = with("Naam\nAardorp\n");
    std::os::unix::fs::symlink("weg", work.path("cases/samen")).expect("a link");
    assert_snapshot!(work.run(NEW).seen(), @"
    fout[R294]: dit is een koppeling naar iets wat er niet is
    --> cases/samen
     |
    hulp: haal de koppeling weg, of noem een andere map

    status 1
    ");
    let work = with("Naam\nAardorp\n");
    std::fs::create_dir(work.path("cases/samen")).expect("a folder");
    std::os::unix::fs::symlink("weg", work.path("cases/samen/aardorp")).expect("a link");
    assert_snapshot!(work.run(NEW).seen(), @"
    fout[R294]: de map van deze deelnemer is al in gebruik: `cases/samen/aardorp`
     --> deelnemers.csv:2:1
      |
    2 | Aardorp
      | ^^^^^^^
      |
    hulp: is het de case van deze deelnemer, kijk dan met `check` waarom zij niet te lezen is of waarom naam en code anders zijn; geef de deelnemer anders in de kolom `Map` een andere map

    status 1
    ");
}
