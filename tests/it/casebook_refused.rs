//! A workbook that cannot be taken over: each problem at its cell, and the case stays as it was.

use crate::casebook::{exported, imported};
use crate::common::Work;
use crate::common::workbook::Sheets;
use insta::assert_snapshot;

/// What `import` says of a workbook that was changed, and that it changed nothing.
pub fn refused(change: impl FnOnce(&mut Sheets)) -> String {
    let work = Work::with_case();
    let mut sheets = exported(&work);
    change(&mut sheets);
    let case = || {
        let files = work.files().into_iter().filter(|path| path.starts_with("cases/"));
        files.map(|path| work.read(&path)).collect::<Vec<_>>()
    };
    let before = case();
    let told = imported(&work, &sheets);
    assert_eq!(case(), before);
    told
}

/// The same for one cell.
pub fn cell(sheet: &str, code: &str, heading: &str, text: &str) -> String {
    refused(|sheets| sheets.set(sheet, code, heading, text))
}

#[test]
fn a_workbook_without_its_base_is_refused() {
    assert_snapshot!(refused(|sheets| sheets.0.retain(|(name, _)| name != "Basis")), @"
    fout[R267]: in deze werkmap ontbreekt het blad `Basis`, of het is geen werkmap van een case
    --> terug.xlsx
     |
    hulp: maak een nieuwe werkmap met `rekenkamer export`, en plak daarin wat u hebt ingevuld

    status 1
    ");
}

#[test]
fn a_workbook_of_another_case_is_refused() {
    assert_snapshot!(refused(|sheets| sheets.rows("Basis")[0][1] = "andere".to_owned()), @"
    fout[R267]: deze werkmap is van de case `andere`, niet van `proef`
    --> terug.xlsx
     |
    hulp: noem de case die bij deze werkmap hoort

    status 1
    ");
}

#[test]
fn a_workbook_of_another_version_is_refused() {
    let change =
        |sheets: &mut Sheets| sheets.rows("Basis")[0][0] = "werkmap van rekenkamer, 2".to_owned();
    assert_snapshot!(refused(change), @"
    fout[R267]: deze werkmap is door een andere versie van `rekenkamer` gemaakt
    --> terug.xlsx
     |
    hulp: maak een nieuwe werkmap met `rekenkamer export`, en plak daarin wat u hebt ingevuld

    status 1
    ");
}

#[test]
fn a_sheet_without_codes_is_refused() {
    assert_snapshot!(refused(|sheets| sheets.rows("Bronnen")[0][0] = "Nummer".to_owned()), @"
    fout[R267]: op blad `Bronnen` staat geen kolom `Code`
    --> terug.xlsx
     |
    hulp: zet de kop `Code` terug boven de kolom met codes

    status 1
    ");
}

#[test]
fn a_heading_that_stands_twice_is_refused() {
    let change = |sheets: &mut Sheets| sheets.rows("Bronnen")[0][3] = "Titel".to_owned();
    assert_snapshot!(refused(change), @"
    fout[R268]: de kop `Titel` staat er twee keer
    --> terug.xlsx, Bronnen!C1
     |
    hulp: houd de kolom die geldt, en geef de andere een andere kop

    status 1
    ");
}

#[test]
fn a_sheet_and_a_column_that_are_missing_are_told() {
    let told = refused(|sheets| {
        sheets.0.retain(|(name, _)| name != "Bronnen");
        sheets.rows("Bevindingen")[0][5] = "Oorzaken".to_owned();
    });
    assert_snapshot!(told, @"
    blad Bevindingen mist deze kolommen; wat er in de case staat, blijft: Oorzaak
    deze bladen zijn er niet meer, en zijn niet gelezen: Bronnen
    er is niets te veranderen in de case
    status 0
    ");
}

#[test]
fn codes_that_changed_or_stand_twice_are_refused() {
    assert_snapshot!(cell("Bevindingen", "B-2", "Code", "B-99"), @"
    fout[R268]: deze rij lijkt die van `B-2`, zonder haar code
    --> terug.xlsx, Bevindingen!A3
     |
    hulp: zet de code terug; een andere code geeft u in de case, overal waar zij staat

    status 1
    ");
    assert_snapshot!(cell("Bevindingen", "B-2", "Code", "B-1"), @"
    fout[R268]: code `B-1` staat er twee keer
    --> terug.xlsx, Bevindingen!A3
     |
    hulp: houd één rij; laat de code van een nieuwe rij leeg

    status 1
    ");
    let odd = [("Code", "een code"), ("Soort", "document"), ("Titel", "Brief")];
    assert_snapshot!(refused(|sheets| sheets.add("Bronnen", &odd)), @"
    fout[R268]: `een code` kan geen code zijn
    --> terug.xlsx, Bronnen!A6
     |
    hulp: gebruik letters, cijfers en `-`, hooguit 24; of laat de code leeg

    status 1
    ");
}

#[test]
fn a_finding_belongs_to_a_norm_and_stays_there() {
    assert_snapshot!(cell("Bevindingen", "B-2", "Norm of deelvraag", "CA-3"), @"
    fout[R268]: deze bevinding hoort bij `CA-2`, en staat nu bij `CA-3`
    --> terug.xlsx, Bevindingen!B3
     |
    hulp: zet de norm terug; verplaatsen doet u in de case

    status 1
    ");
    assert_snapshot!(refused(|sheets| sheets.add("Bevindingen", &[("Bevinding", "Iets")])), @"
    fout[R268]: bij deze nieuwe bevinding staat geen norm of deelvraag
    --> terug.xlsx, Bevindingen!B6
     |
    hulp: kies uit: CA-1, CA-2, CA-3, CA-4, CA-5, CA-6

    status 1
    ");
    let unknown = [("Norm of deelvraag", "ZZ-1"), ("Bevinding", "Iets")];
    assert_snapshot!(refused(|sheets| sheets.add("Bevindingen", &unknown)), @"
    fout[R268]: `ZZ-1` is geen norm of deelvraag van deze case
    --> terug.xlsx, Bevindingen!B6
     |
    hulp: kies uit: CA-1, CA-2, CA-3, CA-4, CA-5, CA-6

    status 1
    ");
}

#[test]
fn what_cannot_certainly_go_is_not_deleted() {
    let work = Work::with_case();
    let sheets = exported(&work);
    work.write("terug.xlsx", sheets.bytes());
    let delete =
        |code: &str| work.run(&format!("import cases/proef terug.xlsx --delete {code}")).seen();
    assert_snapshot!(delete("D02"), @"
    fout[R267]: `D02` staat nog in de werkmap
    --> --delete
     |
    hulp: haal eerst de hele rij weg uit de werkmap

    status 1
    ");
    assert_snapshot!(delete("D99"), @"
    fout[R267]: er is geen onderdeel `D99`
    --> --delete
     |
    hulp: gebruik een code zoals zij in de werkmap staat; een norm kunt u niet verwijderen

    status 1
    ");
}

#[test]
fn a_sheet_with_too_many_rows_is_refused() {
    let told = refused(|sheets| {
        for _ in 0..5_100 {
            sheets.add("Bronnen", &[("Titel", "x")]);
        }
    });
    assert_snapshot!(told, @"
    fout[R220]: deze tabel is te groot: 5001 rijen, hooguit 5000
    --> terug.xlsx
     |
    hulp: een werkmap mag per blad 5000 rijen hebben

    status 1
    ");
}

#[test]
fn a_row_that_lost_its_code_or_came_in_already_is_not_added_again() {
    assert_snapshot!(cell("Bevindingen", "B-2", "Code", ""), @"
    fout[R268]: deze rij lijkt die van `B-2`, zonder haar code
    --> terug.xlsx, Bevindingen!A3
     |
    hulp: zet de code terug; een andere code geeft u in de case, overal waar zij staat

    status 1
    ");
    assert_snapshot!(cell("Bronnen", "D01", "Code", "d01"), @"
    fout[R268]: code `d01` verschilt alleen in hoofdletters van `D01`
    --> terug.xlsx, Bronnen!A2
     |
    hulp: schrijf de code zoals in de case, of laat haar leeg

    status 1
    ");
    let work = Work::with_case();
    let mut sheets = exported(&work);
    let source = [("Soort", "document"), ("Titel", "Niew stuk"), ("Datum", "2025")];
    sheets.add("Bronnen", &source);
    assert!(imported(&work, &sheets).contains("+ D03: Niew stuk"));
    sheets.rows("Bronnen").pop();
    let mended = [("Soort", "document"), ("Titel", "Nieuw stuk"), ("Datum", "2025")];
    sheets.add("Bronnen", &mended);
    assert_snapshot!(imported(&work, &sheets), @"
    fout[R268]: deze rij lijkt op `D03`, die na de werkmap in de case kwam
    --> terug.xlsx, Bronnen!A6
     |
    hulp: is het dezelfde, zet dan die code erbij; is het een andere, geef haar dan zelf een code

    status 1
    ");
}

#[test]
fn a_file_that_is_no_workbook_is_named() {
    let work = Work::with_case();
    work.write("terug.xlsx", "a;b\n1;2\n");
    assert_snapshot!(work.run("import cases/proef terug.xlsx").seen(), @"
    fout[R267]: dit is een ander soort bestand
    --> terug.xlsx
     |
    hulp: bewaar haar als Excel-werkmap (.xlsx) of OpenDocument-rekenblad (.ods)

    status 1
    ");
}
