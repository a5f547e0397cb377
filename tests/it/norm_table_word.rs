//! A framework that was written as a table in Word.

use crate::norm_table::{fill, read, saved, zipped};
use insta::assert_snapshot;
use rust_xlsxwriter::Workbook;

/// A Word file with this body.
pub fn word(body: &str) -> Vec<u8> {
    let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let text = format!("<w:document xmlns:w='{w}'><w:body>{body}</w:body></w:document>");
    zipped(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &text)])
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat())
}

/// A row of a table in Word, its cells as texts or as XML.
fn row(cells: &[&str]) -> String {
    let cell = |cell: &&str| match cell.starts_with("<w:tc>") {
        true => (*cell).to_owned(),
        false => format!("<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"),
    };
    format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn a_table_of_word_is_read_as_it_stands_after_its_tracked_changes() {
    let cell = "<w:tc><w:p><w:r><w:t>De raad </w:t></w:r>\
        <w:del><w:r><w:delText>kan </w:delText></w:r></w:del>\
        <w:ins><w:r><w:t xml:space='preserve'>stelt &amp; </w:t></w:r></w:ins>\
        <w:r><w:t>geeft</w:t><w:br/><w:t>kaders</w:t><w:footnoteReference/></w:r></w:p>\
        <w:p/><w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>ie\u{308}der jaar.</w:t></w:r></w:p></w:tc>";
    let numbered = "<w:tc><w:p><w:pPr><w:numPr/></w:pPr></w:p></w:tc>";
    let deleted = row(&["9", "Weg."]).replacen("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1);
    let body = format!(
        "<w:p><w:r><w:t>Begrippen</w:t></w:r></w:p>{}<w:p/>{}{}",
        table(&[row(&["Begrip", "Omschrijving"]), row(&["Raad", "De gemeenteraad."])]),
        table(&[
            row(&["Code", "Norm"]),
            row(&["A-1", cell]),
            deleted,
            row(&["Code", "Norm"]),
            row(&[numbered, "Twee."]),
        ]),
        table(&[row(&["Code", "Norm"]), row(&["B-1", "Drie."])]),
    );
    assert_snapshot!(read("normen.docx", word(&body)), @r#"
    niveaus: []
    tabel 2, rij 2: code "A-1", norm "De raad stelt & geeft\nkaders\niëder jaar."
    tabel 2, rij 5: norm "Twee."
    * tabel 2, rij 4: de koppen staan hier nog een keer, en zijn overgeslagen in rij 4
    * tabel 2, rij 2: voetnoten zijn niet gelezen, in rij 2
    * tabel 2, rij 5: nummers die Word zelf telt zijn niet gelezen, in rij 5: typ de codes
    * tabel 3, rij 1: hier staat nog een tabel met normen; die is niet gelezen
    "#);
}

#[test]
fn merged_cells_of_word_are_told_and_borders_that_shifted_are_not_merged_cells() {
    let wide = |span: usize, text: &str| {
        let p = format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
        format!("<w:tc><w:tcPr><w:gridSpan w:val='{span}'/></w:tcPr>{p}</w:tc>")
    };
    let tall = |start: &str, text: &str| {
        let p = format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
        format!("<w:tc><w:tcPr><w:vMerge {start}/></w:tcPr>{p}</w:tc>")
    };
    let body = table(&[
        row(&[&wide(4, "Normenkader")]),
        row(&["Thema", &wide(2, "Norm"), "Bron"]),
        row(&[&wide(2, "Sturing"), "Een.", "Wet"]),
        row(&[&tall("w:val='restart'", "Uitvoering"), "Twee.", "Wet"]),
        row(&[&tall("", ""), "Drie.", "Wet"]),
        row(&[&wide(4, "Thema 3")]),
        row(&[&tall("w:val='restart'", "Alleen"), "Vier.", "Wet"]),
        row(&["", "Vijf.", "Wet"]),
        row(&["Sturing", "Zes."]),
    ]);
    assert_snapshot!(read("normen.docx", word(&body)), @"
    fout[R234]: samengevoegde cellen: ‘Uitvoering’
    --> normen.docx, tabel 1, rij 4
     |
    hulp: splits de cellen, en herhaal de tekst bij elke norm waar hij bij hoort; een thema hoort in een kolom `Thema`

    fout[R234]: samengevoegde cellen: ‘Thema 3’
    --> normen.docx, tabel 1, rij 6
     |
    hulp: splits de cellen, en herhaal de tekst bij elke norm waar hij bij hoort; een thema hoort in een kolom `Thema`

    fout[R221]: deze rij heeft 2 cellen, de kop heeft er 3
    --> normen.docx, tabel 1, rij 9
     |
    hulp: geef elke rij van de tabel evenveel cellen als de koppen
    ");
}

#[test]
fn headings_of_two_rows_are_told_as_merged_cells() {
    let body = table(&[
        row(&[
            "<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>Norm</w:t></w:r></w:p></w:tc>",
            "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>Oordeel</w:t></w:r></w:p></w:tc>",
        ]),
        row(&["<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>", "voldoet", "niet"]),
        row(&["Een.", "ja", "nee"]),
    ]);
    assert_snapshot!(read("normen.docx", word(&body)), @"
    fout[R234]: samengevoegde cellen: ‘Norm’
    --> normen.docx, tabel 1, rij 1
     |
    hulp: splits de cellen, en geef elke kolom één kop

    fout[R234]: samengevoegde cellen: ‘Oordeel’
    --> normen.docx, tabel 1, rij 1
     |
    hulp: splits de cellen, en geef elke kolom één kop
    ");
}

#[test]
fn a_table_within_a_cell_can_be_the_table_of_norms_and_a_hidden_sheet_too() {
    let inner = table(&[row(&["Code", "Norm"]), row(&["A-1", "Een."])]);
    let outer = table(&[row(&[&format!("<w:tc>{inner}<w:p/></w:tc>"), "Kantlijn"])]);
    assert_snapshot!(read("normen.docx", word(&outer)), @r#"
    niveaus: []
    tabel 2, rij 2: code "A-1", norm "Een."
    "#);
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Voorblad").expect("a name");
    let sheet = book.add_worksheet().set_name("Kader").expect("a name").set_hidden(true);
    fill(sheet, 0, &[&["Norm"], &["Een."]]);
    assert_snapshot!(read("normen.xlsx", saved(book)), @r#"
    niveaus: []
    Kader!A2: norm "Een."
    * Kader!A1: dit blad is verborgen, en is wel gelezen
    "#);
}
