//! Files that hold no table of norms that can be read.

use crate::norm_table::{book, fill, read, saved, zipped};
use crate::norm_table_word::word;
use insta::assert_snapshot;
use rust_xlsxwriter::Workbook;

#[test]
fn a_file_without_a_column_of_norms_names_the_headings_that_it_has() {
    assert_snapshot!(read("normen.csv", "Code;Eis;Bron\nA-1;Een.;Wet\n"), @"
    fout[R231]: geen kolom met normen gevonden: de koppen zijn `Code`, `Eis`, `Bron`
    --> normen.csv
     |
    hulp: geef de kolom met de teksten van de normen de kop `Norm`
    ");
    assert_snapshot!(read("normen.docx", word("<w:p><w:r><w:t>Norm</w:t></w:r></w:p>")), @"
    fout[R231]: geen kolom met normen gevonden: er staat geen tabel in
    --> normen.docx
     |
    hulp: geef de kolom met de teksten van de normen de kop `Norm`
    ");
}

#[test]
fn headings_without_norms_are_told() {
    assert_snapshot!(read("normen.csv", "Code;Norm\n;\n"), @"
    fout[R232]: onder deze koppen staan geen normen
     --> normen.csv:1:6
      |
    1 | Code;Norm
      |      ^^^^
      |
    hulp: zet onder de koppen een rij per norm
    ");
}

#[test]
fn a_file_of_another_kind_is_refused_with_what_to_do() {
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let word_book = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W.o.r.d".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let workbook = book(&[&["Norm"], &["Een."]], |_| ());
    let files: [(&str, &[u8]); 9] = [
        ("normen.xlsx", &locked),
        ("normen.docx", &word_book),
        ("normen.doc", &word_book),
        ("normen.pdf", b"%PDF-1.7"),
        ("normen.rtf", b"{\\rtf1"),
        ("normen.csv", &workbook),
        ("normen.docx", &workbook),
        ("normen.xlsx", b"Code;Norm\n"),
        ("normen.txt", b"Code;Norm\n"),
    ];
    let all: Vec<String> = files.iter().map(|(name, bytes)| read(name, bytes)).collect();
    assert_snapshot!(all.concat(), @"
    fout[R230]: een normenkader kan in een tabel staan (.xlsx, .ods, .csv of .docx) of in een codeboek (.qdc), en dit is een bestand met een wachtwoord
    --> normen.xlsx
     |
    hulp: haal het wachtwoord weg en bewaar het bestand opnieuw

    fout[R230]: een normenkader kan in een tabel staan (.xlsx, .ods, .csv of .docx) of in een codeboek (.qdc), en dit is een bestand van een oude Word of Excel
    --> normen.docx
     |
    hulp: bewaar de tabel als Excel-werkmap (.xlsx) of als Word-document (.docx)

    fout[R230]: een normenkader kan in een tabel staan (.xlsx, .ods, .csv of .docx) of in een codeboek (.qdc), en dit is een bestand van een oude Word of Excel
    --> normen.doc
     |
    hulp: bewaar de tabel als Excel-werkmap (.xlsx) of als Word-document (.docx)

    fout[R230]: een normenkader kan in een tabel staan (.xlsx, .ods, .csv of .docx) of in een codeboek (.qdc), en dit is een PDF
    --> normen.pdf
     |
    hulp: bewaar de tabel als Excel-werkmap (.xlsx) of als Word-document (.docx)

    fout[R230]: een normenkader kan in een tabel staan (.xlsx, .ods, .csv of .docx) of in een codeboek (.qdc), en dit is opgemaakte tekst (RTF)
    --> normen.rtf
     |
    hulp: bewaar de tabel als Excel-werkmap (.xlsx) of als Word-document (.docx)

    fout[R230]: een normenkader kan in een tabel staan (.xlsx, .ods, .csv of .docx) of in een codeboek (.qdc), en dit is een werkmap van Excel
    --> normen.csv
     |
    hulp: geef het bestand de naam die bij zijn soort hoort: `.xlsx`, `.ods` of `.docx`

    fout[R230]: een normenkader kan in een tabel staan (.xlsx, .ods, .csv of .docx) of in een codeboek (.qdc), en dit is een werkmap van Excel
    --> normen.docx
     |
    hulp: geef het bestand de naam die bij zijn soort hoort: `.xlsx`, `.ods` of `.docx`

    fout[R230]: een normenkader kan in een tabel staan (.xlsx, .ods, .csv of .docx) of in een codeboek (.qdc), en dit is een ander soort bestand
    --> normen.xlsx
     |
    hulp: bewaar de tabel als Excel-werkmap (.xlsx) of als Word-document (.docx)

    fout[R230]: een normenkader kan in een tabel staan (.xlsx, .ods, .csv of .docx) of in een codeboek (.qdc), en dit is een ander soort bestand
    --> normen.txt
     |
    hulp: bewaar de tabel als Excel-werkmap (.xlsx) of als Word-document (.docx)
    ");
}

#[test]
fn an_encrypted_spreadsheet_is_told() {
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let manifest = "<manifest:encryption-data/>";
    let locked = zipped(&[("mimetype", kind), ("META-INF/manifest.xml", manifest)]);
    assert_snapshot!(read("normen.ods", locked), @"
    fout[R230]: een normenkader kan in een tabel staan (.xlsx, .ods, .csv of .docx) of in een codeboek (.qdc), en dit is een bestand met een wachtwoord
    --> normen.ods
     |
    hulp: haal het wachtwoord weg en bewaar het bestand opnieuw
    ");
}

#[test]
fn a_table_of_more_rows_than_any_framework_has_is_told() {
    let text = format!("Code;Norm\n{}", "1;Een.\n".repeat(5_001));
    assert_snapshot!(read("normen.csv", text), @"
    fout[R220]: deze tabel is te groot: 5001 rijen, hooguit 5000
    --> normen.csv
     |
    hulp: houd de kolommen van het normenkader over, en een rij per norm
    ");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(sheet, 0, &[&["Norm"], &["Een."]]);
    sheet.write(1_048_575, 16_383, "ver weg").expect("a cell");
    assert_snapshot!(read("normen.xlsx", saved(book)), @"
    fout[R220]: deze tabel is te groot: 201 kolommen, hooguit 200
    --> normen.xlsx
     |
    hulp: houd de kolommen van het normenkader over, en een rij per norm
    ");
}

#[test]
fn a_damaged_file_is_told() {
    assert_snapshot!(read("normen.docx", b"PK\x03\x04 word/document.xml"), @"
    fout[R102]: bestand is niet te lezen: het bestand is beschadigd, of het is geen tabel
    --> normen.docx
     |
    hulp: kijk of u het mag openen, en of de inhoud past bij de naam
    ");
    assert_snapshot!(read("normen.docx", word("<w:tbl><w:tr>")), @"
    fout[R102]: bestand is niet te lezen: het bestand is beschadigd, of het is geen tabel
    --> normen.docx
     |
    hulp: kijk of u het mag openen, en of de inhoud past bij de naam
    ");
}
