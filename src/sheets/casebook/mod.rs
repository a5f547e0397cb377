//! Writes a case as a workbook in which somebody works: lists to choose from, headings and codes that
//! are protected, and the base with which it comes back.

mod ods;
mod xlsx;

pub use ods::casebook_ods;
pub use xlsx::casebook_xlsx;

use crate::load::{BookRow, BookSheet, Casebook, Content, LEFT_OUT, MARK};

/// Rows that can be filled below the last one, with the same lists.
const MORE_ROWS: usize = 500;

/// The first sheet.
fn notes(book: &Casebook) -> Vec<(&'static str, String)> {
    let mut notes = vec![
        ("Werkmap bij", format!("{} ({})", book.title, book.case)),
        (
            "Wat u doet",
            "Vul in en verander wat u wilt in de witte cellen. De grijze cellen zeggen wat een norm vraagt; \
            die leest het programma niet terug."
                .to_owned(),
        ),
        (
            "Een rij erbij",
            "Vul de eerste lege rij onder de tabel. Laat de code leeg: het programma geeft de \
            eerste die vrij is. Een bevinding heeft een norm of deelvraag nodig."
                .to_owned(),
        ),
        (
            "Een rij weg",
            "Een rij die u weghaalt, blijft in de case. Zeg het met --delete als zij echt weg moet.".to_owned(),
        ),
        (
            "Bronnen bij een bevinding",
            "Elke bron op een eigen regel (Alt+Enter), met waar het staat: D04: p. 12. Spreekt een bron de \
            bevinding tegen: I02 (weerspreekt): p. 3."
                .to_owned(),
        ),
        (
            "Punten van een checklist",
            "Elk punt op een eigen regel: vastgesteld: ja. Kies uit ja, nee, onbekend en \
            niet-van-toepassing."
                .to_owned(),
        ),
        (
            "Terug in de case",
            format!("rekenkamer import {} DIT-BESTAND. U ziet eerst wat er verandert.", book.case),
        ),
    ];
    if !book.left_out.is_empty() {
        let codes: Vec<&str> = book.left_out.iter().map(|(_, code)| code.as_str()).collect();
        notes.push(("Niet in deze werkmap", codes.join(", ")));
    }
    notes
}

/// The rows of the sheet with the base: a line for each row of the others.
fn base(book: &Casebook) -> Vec<[&str; 3]> {
    let mut rows = vec![[MARK, &book.case, ""]];
    for sheet in &book.sheets {
        let own = sheet.rows.iter();
        rows.extend(own.map(|row| [sheet.table.name(), row.code.as_str(), row.base.as_str()]));
    }
    let left_out = book.left_out.iter();
    rows.extend(left_out.map(|(table, code)| [table.name(), code.as_str(), LEFT_OUT]));
    rows
}

/// What can be chosen in a cell; that of `None` is a row that is still empty.
fn choices<'b>(sheet: &'b BookSheet, at: usize, row: Option<&'b BookRow>) -> &'b [String] {
    let of_level = matches!(sheet.table.columns().get(at).map(|c| c.content), Some(Content::Level));
    match row {
        Some(row) if of_level => &row.levels,
        _ => sheet.choices.get(at).map_or(&[], Vec::as_slice),
    }
}
