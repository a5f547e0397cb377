//! Writes all tables to one OpenDocument spreadsheet, sheet by sheet as the workbook of Excel has
//! them.

use super::content::{Line, MOST_ROWS, SheetContent, contents, long_sheets};
use crate::publish::{Xml, opendocument};
use crate::view::table::{CellView, LongTable, TableView};
use anyhow::Result;

pub(super) const SPREADSHEET: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// The widest column and the narrowest, in millimetres, and the width of a character.
const WIDEST: usize = 130;
const NARROWEST: usize = 18;
const PER_CHARACTER: usize = 2;

/// Most decimals that a number is shown with.
const MOST_DECIMALS: u32 = 6;

/// A row is as high as its text.
const ROW: [(&str, &str); 1] = [("table:style-name", "rij")];

/// Makes a spreadsheet: a sheet of notes, a sheet for each kind of table, and at last the long tables
/// of a comparison. Its creation date is `date`, not the clock, so that the same input gives the same
/// bytes.
///
/// # Errors
/// If the tables are larger than a file can hold.
pub fn spreadsheet(
    title: &str,
    date: (i32, u32, u32),
    notes: &[(String, String)],
    tables: &[&TableView],
    long: &[LongTable<'_>],
) -> Result<Vec<u8>> {
    let sheets = contents(tables);
    let of_long =
        long.iter().flat_map(|table| long_sheets(table).into_iter().map(|s| (s, table.keys)));
    let of_long: Vec<(String, usize)> = of_long.collect();
    let names = sheets.iter().map(|sheet| (sheet.name, sheet.keys));
    let names = names.chain(of_long.iter().map(|(name, keys)| (name.as_str(), *keys)));
    let written = opendocument(SPREADSHEET, |root| {
        vec![
            ("content.xml", content(root, notes, &sheets, long)),
            ("meta.xml", meta(root, title, date)),
            ("settings.xml", settings(root, names)),
            ("styles.xml", styles(root)),
        ]
    });
    Ok(written?)
}

fn content(
    root: &[(&str, &str)],
    notes: &[(String, String)],
    sheets: &[SheetContent<'_>],
    long: &[LongTable<'_>],
) -> String {
    let number = ("xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0");
    let mut xml = Xml::part();
    xml.open("office:document-content", &[root, &[number]].concat());
    xml.element("office:automatic-styles", &[], automatic);
    xml.open("office:body", &[]);
    xml.open("office:spreadsheet", &[]);
    xml.element("table:table", &named("Toelichting"), |xml| {
        [36, WIDEST].into_iter().for_each(|width| column(xml, width));
        for (name, text) in notes {
            xml.element("table:table-row", &ROW, |xml| {
                words(xml, "vet", name);
                words(xml, "tekst", text);
            });
        }
    });
    for sheet in sheets {
        xml.element("table:table", &named(sheet.name), |xml| {
            widths(sheet).into_iter().for_each(|width| column(xml, width));
            let (head, rows) = sheet.lines.split_at(sheet.lines.len().min(1));
            xml.element("table:table-header-rows", &[], |xml| lines(xml, sheet, head));
            lines(xml, sheet, rows);
        });
    }
    long.iter().for_each(|table| row_by_row(&mut xml, table));
    for name in ["office:spreadsheet", "office:body", "office:document-content"] {
        xml.close(name);
    }
    xml.finish()
}

/// Writes a long table, on as many sheets as it needs.
fn row_by_row(xml: &mut Xml, table: &LongTable<'_>) {
    let mut longest = Vec::new();
    table.columns.iter().enumerate().for_each(|(at, column)| note(&mut longest, at, &column.name));
    for row in (table.each)() {
        row.iter().enumerate().for_each(|(at, cell)| note(&mut longest, at, &cell.text));
    }
    let widths = in_millimetres(&longest);
    let mut open = (table.each)();
    for name in long_sheets(table) {
        xml.element("table:table", &named(&name), |xml| {
            widths.iter().for_each(|width| column(xml, *width));
            xml.element("table:table-header-rows", &[], |xml| {
                xml.element("table:table-row", &ROW, |xml| {
                    table.columns.iter().for_each(|column| words(xml, "kop", &column.name));
                });
            });
            for row in open.by_ref().take(MOST_ROWS - 1) {
                xml.element("table:table-row", &ROW, |xml| {
                    row.iter().for_each(|one| cell(xml, one));
                });
            }
        });
    }
}

fn named(name: &str) -> [(&str, &str); 2] {
    [("table:name", name), ("table:style-name", "blad")]
}

fn lines(xml: &mut Xml, sheet: &SheetContent<'_>, lines: &[Line<'_>]) {
    for line in lines {
        xml.element("table:table-row", &ROW, |xml| match line {
            Line::Blank => xml.empty("table:table-cell", &[]),
            Line::Head(names) => names.iter().for_each(|name| words(xml, "kop", name)),
            Line::Row(framework, cells) => {
                if sheet.framed {
                    words(xml, "tekst", framework.unwrap_or_default());
                }
                cells.iter().for_each(|one| cell(xml, one));
            }
        });
    }
}

fn cell(xml: &mut Xml, cell: &CellView) {
    let Some((value, decimals)) = cell.number else { return words(xml, "tekst", &cell.text) };
    let (style, value) = (format!("getal{}", decimals.min(MOST_DECIMALS)), value.to_string());
    let about = [
        ("table:style-name", style.as_str()),
        ("office:value-type", "float"),
        ("office:value", &value),
    ];
    xml.element("table:table-cell", &about, |xml| xml.leaf("text:p", &[], &cell.text));
}

/// A cell with text; it stays text, whatever it looks like.
fn words(xml: &mut Xml, style: &str, text: &str) {
    let about = [("table:style-name", style), ("office:value-type", "string")];
    match text.is_empty() {
        true => xml.empty("table:table-cell", &about[..1]),
        false => xml.element("table:table-cell", &about, |xml| {
            text.lines().for_each(|line| xml.leaf("text:p", &[], line));
        }),
    }
}

fn column(xml: &mut Xml, width: usize) {
    xml.empty("table:table-column", &[("table:style-name", &format!("kolom{width}"))]);
}

/// Notes the length of a text in a column, where it is the longest so far.
fn note(longest: &mut Vec<usize>, at: usize, text: &str) {
    longest.resize(longest.len().max(at + 1), 0);
    let own = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    longest.iter_mut().skip(at).take(1).for_each(|most| *most = own.max(*most));
}

/// The width of columns by their longest texts, in millimetres.
fn in_millimetres(longest: &[usize]) -> Vec<usize> {
    let width = |most: &usize| (most * PER_CHARACTER + 4).clamp(NARROWEST, WIDEST);
    longest.iter().map(width).collect()
}

/// The width of each column, by its longest text, in millimetres.
fn widths(sheet: &SheetContent<'_>) -> Vec<usize> {
    let mut longest: Vec<usize> = Vec::new();
    let mut note = |at: usize, text: &str| note(&mut longest, at, text);
    for line in &sheet.lines {
        match line {
            Line::Blank => {}
            Line::Head(names) => names.iter().enumerate().for_each(|(at, name)| note(at, name)),
            Line::Row(framework, cells) => {
                note(0, framework.unwrap_or_default());
                let from = usize::from(sheet.framed);
                cells.iter().enumerate().for_each(|(at, cell)| note(at + from, &cell.text));
            }
        }
    }
    in_millimetres(&longest)
}

/// The styles of sheets, columns, texts and numbers.
fn automatic(xml: &mut Xml) {
    for decimals in 0..=MOST_DECIMALS {
        let places = decimals.to_string();
        let name = format!("cijfer{places}");
        let dutch = [("number:language", "nl"), ("number:country", "NL")];
        let about = [("style:name", name.as_str()), dutch[0], dutch[1]];
        xml.element("number:number-style", &about, |xml| {
            let number = [
                ("number:decimal-places", places.as_str()),
                ("number:min-decimal-places", &places),
                ("number:min-integer-digits", "1"),
                ("number:grouping", "true"),
            ];
            xml.empty("number:number", &number);
        });
    }
    let style = |xml: &mut Xml, name: &str, more: &[(&str, &str)], inner: &dyn Fn(&mut Xml)| {
        xml.element("style:style", &[&[("style:name", name)], more].concat(), |xml| inner(xml));
    };
    let sheet = [("style:family", "table"), ("style:master-page-name", "Standard")];
    style(xml, "blad", &sheet, &|xml| {
        xml.empty("style:table-properties", &[("table:display", "true")]);
    });
    for width in NARROWEST..=WIDEST {
        style(xml, &format!("kolom{width}"), &[("style:family", "table-column")], &|xml| {
            let width = format!("{width}mm");
            xml.empty("style:table-column-properties", &[("style:column-width", &width)]);
        });
    }
    style(xml, "rij", &[("style:family", "table-row")], &|xml| {
        let high = [("style:use-optimal-row-height", "true")];
        xml.empty("style:table-row-properties", &high);
    });
    let family = ("style:family", "table-cell");
    let top = [("fo:wrap-option", "wrap"), ("style:vertical-align", "top")];
    style(xml, "tekst", &[family], &|xml| xml.empty("style:table-cell-properties", &top));
    let bold = [("fo:font-weight", "bold")];
    style(xml, "vet", &[family], &|xml| {
        xml.empty("style:table-cell-properties", &top);
        xml.empty("style:text-properties", &bold);
    });
    style(xml, "kop", &[family], &|xml| {
        let below = [("fo:border-bottom", "0.6pt solid #000000")];
        xml.empty("style:table-cell-properties", &[&top[..], &below].concat());
        xml.empty("style:text-properties", &bold);
    });
    for decimals in 0..=MOST_DECIMALS {
        let shape = format!("cijfer{decimals}");
        let data = ("style:data-style-name", shape.as_str());
        style(xml, &format!("getal{decimals}"), &[family, data], &|xml| {
            xml.empty("style:table-cell-properties", &top);
        });
    }
}

/// The type, and a page on its side on which all columns fit.
pub(super) fn styles(root: &[(&str, &str)]) -> String {
    let mut xml = Xml::part();
    xml.open("office:document-styles", root);
    xml.element("office:styles", &[], |xml| {
        xml.element("style:default-style", &[("style:family", "table-cell")], |xml| {
            let face = [("fo:font-family", "Arial"), ("fo:font-size", "10pt")];
            xml.empty("style:text-properties", &face);
        });
    });
    xml.element("office:automatic-styles", &[], |xml| {
        xml.element("style:page-layout", &[("style:name", "dwars")], |xml| {
            let page = [
                ("fo:page-width", "297mm"),
                ("fo:page-height", "210mm"),
                ("style:print-orientation", "landscape"),
                ("fo:margin", "15mm"),
                ("style:scale-to-X", "1"),
            ];
            xml.empty("style:page-layout-properties", &page);
        });
    });
    xml.element("office:master-styles", &[], |xml| {
        let page = [("style:name", "Standard"), ("style:page-layout-name", "dwars")];
        xml.empty("style:master-page", &page);
    });
    xml.close("office:document-styles");
    xml.finish()
}

pub(super) fn meta(
    root: &[(&str, &str)],
    title: &str,
    (year, month, day): (i32, u32, u32),
) -> String {
    let moment = format!("{year:04}-{month:02}-{day:02}T00:00:00");
    let mut xml = Xml::part();
    xml.open("office:document-meta", root);
    xml.element("office:meta", &[], |xml| {
        let generator = concat!("rekenkamer/", env!("CARGO_PKG_VERSION"));
        let texts = [
            ("meta:generator", generator),
            ("dc:title", title),
            ("dc:language", "nl-NL"),
            ("meta:creation-date", &moment),
            ("dc:date", &moment),
        ];
        texts.iter().for_each(|(name, text)| xml.leaf(name, &[], text));
    });
    xml.close("office:document-meta");
    xml.finish()
}

/// Keeps the header and the first columns of each sheet in view, by their number.
pub(super) fn settings<'n>(
    root: &[(&str, &str)],
    sheets: impl Iterator<Item = (&'n str, usize)>,
) -> String {
    let own = [
        ("xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0"),
        ("xmlns:ooo", "http://openoffice.org/2004/office"),
    ];
    let mut xml = Xml::part();
    xml.open("office:document-settings", &[root, &own].concat());
    xml.open("office:settings", &[]);
    xml.open("config:config-item-set", &[("config:name", "ooo:view-settings")]);
    xml.open("config:config-item-map-indexed", &[("config:name", "Views")]);
    xml.open("config:config-item-map-entry", &[]);
    xml.open("config:config-item-map-named", &[("config:name", "Tables")]);
    for (name, keys) in sheets {
        let (split, keys) = (if keys > 0 { "2" } else { "0" }, keys.to_string());
        let items = [
            ("HorizontalSplitMode", "short", split),
            ("HorizontalSplitPosition", "int", keys.as_str()),
            ("VerticalSplitMode", "short", "2"),
            ("VerticalSplitPosition", "int", "1"),
            ("PositionRight", "int", &keys),
            ("PositionBottom", "int", "1"),
        ];
        xml.element("config:config-item-map-entry", &[("config:name", name)], |xml| {
            for (name, kind, value) in items {
                xml.leaf(
                    "config:config-item",
                    &[("config:name", name), ("config:type", kind)],
                    value,
                );
            }
        });
    }
    for name in ["map-named", "map-entry", "map-indexed", "set"] {
        xml.close(&format!("config:config-item-{name}"));
    }
    xml.close("office:settings");
    xml.close("office:document-settings");
    xml.finish()
}
