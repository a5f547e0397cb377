//! Two municipalities of one name: no table says of the one what is so of the other.
#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::Work;
use crate::common::comparisons::compared;
use calamine::{Reader as _, Xlsx, open_workbook_from_rs};
use std::io::Cursor;

/// Every text in the cells of a workbook.
fn cells(bytes: Vec<u8>) -> String {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let sheets = book.worksheets();
    let cells = sheets.iter().flat_map(|(_, sheet)| sheet.used_cells());
    cells.map(|(_, _, cell)| format!("{cell}\n")).collect()
}

#[test]
fn two_municipalities_of_one_name_are_told_apart_in_every_table() {
    let work = Work::empty();
    work.add_municipality("Esdorp", &[]);
    for (folder, province) in [("bergen-nh", "Noord-Holland"), ("bergen-l", "Limburg")] {
        let name = format!("name: {folder}");
        let changes = [
            ("case.yaml", name.as_str(), "name: Bergen"),
            ("case.yaml", "province: Utrecht", &format!("province: {province}")),
        ];
        work.add_municipality(folder, &changes);
    }
    compared(&work, "cases/bergen-nh cases/bergen-l cases/esdorp");
    let of = |ending: &str| format!("output/vergelijking/vergelijking.{ending}");
    let mut texts: Vec<(String, String)> =
        ["md", "html", "csv"].map(|e| (e.to_owned(), work.read(&of(e)))).into();
    texts.push(("xlsx".to_owned(), cells(work.bytes(&of("xlsx")))));
    let drawn = work.files().into_iter().filter(|file| file.ends_with(".svg"));
    let drawn: Vec<_> = drawn.map(|file| (file.clone(), work.read(&file))).collect();
    for (file, text) in texts.iter().chain(&drawn) {
        let all = text.matches("Bergen").count();
        let each = ["Bergen (Noord-Holland)", "Bergen (Limburg)"].map(|n| text.matches(n).count());
        assert_eq!(each[0] + each[1], all, "{file}: a Bergen without its province");
        assert!(each[0] == each[1], "{file}: {each:?}");
    }
    assert!(texts.iter().all(|(_, text)| text.contains("Bergen (Limburg)")));
}
