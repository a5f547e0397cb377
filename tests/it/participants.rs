//! A study of many: cases from a table of participants, with one file that all of them share.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::Work;
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
    assert_snapshot!(said, @"");
    assert_snapshot!(work.read("cases/samen/beekstad/case.yaml").split("\nstudy:").next().unwrap_or(""), @"");
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
    assert_snapshot!(work.run(again).seen(), @"");
    assert_eq!(work.read("cases/samen/aardorp/case.yaml"), typed);
    work.run(&format!("{again} --write"));
    let brought = work.read("cases/samen/aardorp/case.yaml");
    assert_eq!(brought, typed.replace("inhabitants: 12000", "inhabitants: 12500"));
    assert_eq!(work.read("cases/samen/beekstad/case.yaml"), before);
    assert_snapshot!(work.run(again).seen(), @"");
}

#[test]
fn a_case_is_known_by_its_code_under_another_name() {
    let work = with(TABLE);
    work.run(NEW);
    work.write("deelnemers.csv", TABLE.replace("Beekstad", "Beekstede"));
    assert_snapshot!(work.run("new cases/samen --from deelnemers.csv --write").seen(), @"");
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
    assert_snapshot!(work.run(again).seen(), @"");
    let check = work.run("check cases/samen/beekstad --format short").seen();
    assert!(!check.contains("fout") && check.contains("RR-2"), "{check}");
    assert_snapshot!(work.run("new cases/samen --from deelnemers.csv --frameworks bibob --date 2027").seen(), @"");
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
    assert_snapshot!(said, @"");
    assert!(!work.path("cases/samen").exists());
}

#[test]
fn two_rows_about_one_body_or_with_one_folder_are_refused() {
    assert_snapshot!(told("Naam;Code\nAardorp;GM9001\nAARDORP;GM9002\nBeekstad;9001\nBergen (L.);\nBergen L;\n"), @"");
}

#[test]
fn a_contact_is_a_role_and_no_person() {
    let table = "Naam;Contact\nAardorp;Jan Jansen\nBeekstad;j.jansen@voorbeeld.nl\nCeeveen;06-12345678\nDeestad;Griffier\n";
    let said = told(table);
    assert_snapshot!(said, @"");
    let away = ["Jansen", "@", "12345678"];
    // The line of a CSV file is shown by what it says of it, and not what stands in it.
    assert!(away.iter().all(|text| !said.contains(text)), "{said}");
}

#[test]
fn columns_are_found_by_their_headings_and_slips_are_told() {
    assert_snapshot!(told("Naam;Inwonners;Naam;Iets\nAardorp;5;B;x\n"), @"");
    assert_snapshot!(told("Plaats;Inwoners\nAardorp;5\n"), @"");
    assert_snapshot!(told("Naam;Inwoners\n"), @"");
    assert_snapshot!(told(""), @"");
    assert_snapshot!(told("Naam;Inwoners\nAardorp;5;extra\n"), @"");
    let work = with("Naam;Regio\nAardorp;oost\n");
    assert_snapshot!(work.run(&format!("{NEW} --attributes regoi")).seen(), @"");
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
    assert_snapshot!(said, @"");
    let (_, said) = told_of(cells, |sheet| {
        sheet.merge_range(1, 0, 2, 0, "Aardorp", &Format::new()).expect("cells");
    });
    assert_snapshot!(said, @"");
}

#[test]
fn a_table_of_another_kind_or_size_is_refused() {
    let rows: String = (0..6_000).map(|n| format!("Gemeente {n}\n")).collect();
    assert_snapshot!(told(&format!("Naam\n{rows}")), @"");
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
    assert_snapshot!(all, @"");
}

#[test]
fn a_folder_that_is_in_use_is_left_alone() {
    let work = with(TABLE);
    work.write("cases/samen/aardorp/notities.txt", "Van iemand anders.");
    assert_snapshot!(work.run(NEW).seen(), @"");
    assert_snapshot!(work.run(&NEW.replace("cases/samen", "cases/proef")).seen(), @"");
}
