//! Small numbers, over whole tables: under ten counted no percentage stands, under a hundred none
//! with a decimal.
#![expect(clippy::expect_used, reason = "a test may stop where its own documents fail it")]

use crate::common::Work;
use crate::common::comparisons::{MD, compared, many};
use calamine::{Data, Reader as _, Xlsx};
use regex::Regex;
use std::io::Cursor;
use std::path::Path;

/// The head over a share of ten thousand draws, which may have a decimal.
const DRAWS: &str = "Zelfde oordeel bij andere gewichten, grenzen en punten";

/// A cell that is a percentage or a range of them, with or without what was counted. Weighted points
/// are no count.
const WHOLE: &str = r"^(\d+)(,\d+)?\s?%(?: tot \d+%)?(?:\s\(\d+\svan\s(\d+)(\spunten)?[^)]*\))?$";

/// A table: its heads and its rows.
type Table = (Vec<String>, Vec<Vec<String>>);

/// The tables of a text in Markdown, those in callouts too.
fn of_markdown(text: &str) -> Vec<Table> {
    let mut out: Vec<Table> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        let Some(row) = line.trim_start_matches(['>', ' ']).strip_prefix('|') else {
            inside = false;
            continue;
        };
        let cells: Vec<String> = row.split('|').map(|cell| cell.trim().to_owned()).collect();
        match out.last_mut().filter(|_| inside) {
            Some((_, rows)) => rows.push(cells),
            None => out.push((cells, Vec::new())),
        }
        inside = true;
    }
    out
}

/// The tables of a page.
fn of_page(text: &str) -> Vec<Table> {
    let tag = Regex::new("<[^>]*>").expect("a pattern");
    let cell = Regex::new("<t[dh][^>]*>").expect("a pattern");
    let row = Regex::new("<tr[^>]*>").expect("a pattern");
    let table = |part: &str| {
        let inside = part.split("</table>").next().unwrap_or_default();
        let mut rows = row.split(inside).skip(1).map(|row| {
            let cells = cell.split(row).skip(1);
            cells.map(|cell| tag.replace_all(cell, "").trim().to_owned()).collect()
        });
        (rows.next().unwrap_or_default(), rows.collect())
    };
    text.split("<table").skip(1).map(table).collect()
}

/// The sheets of a workbook, a row of heads anew wherever one stands.
fn of_workbook(bytes: Vec<u8>) -> Vec<Table> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let mut out = Vec::new();
    for (_, sheet) in book.worksheets() {
        let text = |cell: &Data| cell.to_string();
        for row in sheet.rows().map(|row| row.iter().map(text).collect::<Vec<_>>()) {
            match out.last_mut().filter(|_| !row.iter().any(|cell| cell == DRAWS)) {
                Some((_, rows)) => Vec::push(rows, row),
                None => out.push((row, Vec::new())),
            }
        }
    }
    out
}

/// The rows of a CSV file, whose fourth column is the head of the fifth.
fn of_csv(bytes: &[u8]) -> Vec<Table> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes);
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        let row = row.expect("a row");
        (vec![row[3].to_owned()], vec![vec![row[4].to_owned()]])
    };
    reader.records().map(row).collect()
}

/// How many percentages stand in tables. Each of them is over enough for it.
fn percentages(tables: &[Table], document: &str) -> usize {
    let percentage = Regex::new(WHOLE).expect("a pattern");
    let mut seen = 0;
    for (heads, rows) in tables {
        for (column, cell) in rows.iter().flat_map(|row| row.iter().enumerate()) {
            let head = heads.get(column).map_or("", String::as_str);
            for found in percentage.captures_iter(cell).filter(|_| head != DRAWS) {
                seen += 1;
                let counted = found.get(3).filter(|_| found.get(4).is_none());
                let counted = counted.and_then(|n| n.as_str().parse::<usize>().ok());
                let place = format!("{document}, {head}: {cell}");
                assert!(counted.is_none_or(|counted| counted >= 10), "{place}");
                let many = counted.is_some_and(|counted| counted >= 100);
                assert!(many || found.get(2).is_none(), "{place}");
            }
        }
    }
    seen
}

/// The percentages in the tables of a comparison, in each of its forms.
fn compared_forms(work: &Work, what: &str) -> [usize; 4] {
    compared(work, &format!("{what} --format md,html,xlsx,csv"));
    let page = work.read(&MD.replace(".md", ".html"));
    let book = work.bytes(&MD.replace(".md", ".xlsx"));
    [
        percentages(&of_markdown(&work.read(MD)), "md"),
        percentages(&of_page(&page), "html"),
        percentages(&of_workbook(book), "xlsx"),
        percentages(&of_csv(&work.bytes(&MD.replace(".md", ".csv"))), "csv"),
    ]
}

fn shipped(case: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(case).display().to_string()
}

#[test]
fn no_percentage_of_a_comparison_claims_more_than_was_counted() {
    let region = compared_forms(&Work::empty(), &shipped("voorbeeldregio-2026"));
    // The document has counts alone, the other forms percentages beside them.
    let [document, rest @ ..] = region;
    assert!(document == 0 && rest.iter().all(|seen| *seen > 40), "{region:?}");
    let study = compared_forms(&Work::empty(), &shipped("coalitieakkoorden-2022"));
    assert!(study.iter().all(|seen| *seen > 0), "{study:?}");
    let few = many(9, "sample");
    assert_eq!(compared_forms(&few, "cases"), [0; 4]);
}

#[test]
fn no_percentage_of_an_accounting_claims_more_than_was_counted() {
    for case in ["voorbeeldstad-2026", "zoetermeer-2022", "voorbeeldregio-2026/aldermark-2026"] {
        let work = Work::empty();
        let run = work.run(&format!(
            "nota {} --document accounting --format md,html --output uit",
            shipped(case)
        ));
        assert_eq!(run.status, 0, "{}", run.stderr);
        let file = work.files().into_iter().find(|file| file.ends_with("/verantwoording.html"));
        let file = file.expect("an accounting");
        let text = work.read(&file.replace(".html", ".md"));
        assert!(percentages(&of_markdown(&text), case) > 0, "{case}");
        assert!(percentages(&of_page(&work.read(&file)), case) > 0, "{case}");
    }
}
