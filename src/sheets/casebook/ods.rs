//! The workbook for LibreOffice and other programs with OpenDocument.

use super::{MORE_ROWS, base, choices, notes};
use crate::load::{BASE, BookRow, BookSheet, Casebook};
use crate::publish::{Xml, characters, opendocument};
use crate::sheets::ods::{SPREADSHEET, meta, settings, styles};
use anyhow::Result;

/// Makes the workbook of a case for OpenDocument. The same case gives the same bytes.
///
/// # Errors
/// If the case is larger than a file can hold.
pub fn casebook_ods(book: &Casebook) -> Result<Vec<u8>> {
    let written = opendocument(SPREADSHEET, |root| {
        let sheets = book.sheets.iter().map(|sheet| (sheet.table.name(), 1));
        vec![
            ("content.xml", content(root, book)),
            ("meta.xml", meta(root, &book.title, book.date)),
            ("settings.xml", settings(root, sheets)),
            ("styles.xml", styles(root)),
        ]
    });
    Ok(written?)
}

fn content(root: &[(&str, &str)], book: &Casebook) -> String {
    let number = ("xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0");
    let of = ("xmlns:of", "urn:oasis:names:tc:opendocument:xmlns:of:1.2");
    let mut lists: Vec<&[String]> = Vec::new();
    let mut tables = Xml::fragment();
    table(&mut tables, "Toelichting", "blad", |xml| {
        [36, 130].into_iter().for_each(|width| column(xml, width, "vast"));
        for (name, text) in notes(book) {
            xml.element("table:table-row", &[ROW], |xml| {
                cell(xml, "kop", None, name);
                cell(xml, "vast", None, &text);
            });
        }
    });
    for sheet in &book.sheets {
        table(&mut tables, sheet.table.name(), "beschermd", |xml| rows(xml, sheet, &mut lists));
    }
    table(&mut tables, BASE, "verborgen", |xml| {
        xml.empty("table:table-column", &[("table:number-columns-repeated", "3")]);
        for cells in base(book) {
            xml.element("table:table-row", &[ROW], |xml| {
                cells.into_iter().for_each(|text| cell(xml, "vast", None, text));
            });
        }
    });
    let mut xml = Xml::part();
    xml.open("office:document-content", &[root, &[number, of]].concat());
    xml.element("office:automatic-styles", &[], automatic);
    xml.open("office:body", &[]);
    xml.open("office:spreadsheet", &[]);
    xml.element("table:content-validations", &[], |xml| {
        for (at, list) in lists.iter().enumerate() {
            let quoted = list.iter().map(|word| format!("\"{}\"", word.replace('"', "\"\"")));
            let words = quoted.collect::<Vec<_>>().join(";");
            let rule = [
                ("table:name", keuze(at)),
                ("table:condition", format!("of:cell-content-is-in-list({words})")),
                ("table:allow-empty-cell", "true".to_owned()),
            ];
            let rule: Vec<(&str, &str)> =
                rule.iter().map(|(name, v)| (*name, v.as_str())).collect();
            xml.element("table:content-validation", &rule, |xml| {
                let about = [
                    ("table:title", "Kies uit de lijst"),
                    ("table:display", "true"),
                    ("table:message-type", "stop"),
                ];
                xml.element("table:error-message", &about, |xml| {
                    xml.leaf("text:p", &[], "Kies een woord uit de lijst, of laat de cel leeg.");
                });
            });
        }
    });
    xml.raw(&tables.finish());
    for name in ["office:spreadsheet", "office:body", "office:document-content"] {
        xml.close(name);
    }
    xml.finish()
}

const ROW: (&str, &str) = ("table:style-name", "rij");

/// The name of a list to choose from.
fn keuze(at: usize) -> String {
    format!("keuze{at}")
}

fn table(xml: &mut Xml, name: &str, style: &str, inner: impl FnOnce(&mut Xml)) {
    let about = [("table:name", name), ("table:style-name", style), ("table:protected", "true")];
    let about = if style == "beschermd" { &about[..] } else { &about[..2] };
    xml.element("table:table", about, inner);
}

/// Writes the headings and rows of a sheet, and empty rows to fill.
fn rows<'b>(xml: &mut Xml, sheet: &'b BookSheet, lists: &mut Vec<&'b [String]>) {
    let columns = sheet.table.columns();
    for own in columns {
        let style = if own.is_read() { "vrij" } else { "grijs" };
        // A character of 10 points takes some two millimetres.
        column(xml, usize::from(own.width) * 2, style);
    }
    xml.element("table:table-header-rows", &[], |xml| {
        xml.element("table:table-row", &[ROW], |xml| {
            columns.iter().for_each(|column| cell(xml, "kop", None, column.heading));
        });
    });
    let mut place = |at: usize, row: Option<&'b BookRow>| {
        let list = choices(sheet, at, row);
        let known = lists.iter().position(|known| *known == list);
        (!list.is_empty()).then(|| {
            known.unwrap_or_else(|| {
                lists.push(list);
                lists.len() - 1
            })
        })
    };
    for row in &sheet.rows {
        xml.element("table:table-row", &[ROW], |xml| {
            for ((at, column), text) in columns.iter().enumerate().zip(&row.cells) {
                let style = if column.is_typed() { "vrij" } else { "grijs" };
                cell(xml, style, place(at, Some(row)), text);
            }
        });
    }
    let empty = MORE_ROWS.to_string();
    xml.element("table:table-row", &[ROW, ("table:number-rows-repeated", &empty)], |xml| {
        for (at, column) in columns.iter().enumerate() {
            let style = if column.is_read() { "vrij" } else { "grijs" };
            cell(xml, style, place(at, None), "");
        }
    });
}

fn column(xml: &mut Xml, width: usize, style: &str) {
    let (name, cells) = ("table:style-name", "table:default-cell-style-name");
    xml.empty("table:table-column", &[(name, &format!("kolom{width}")), (cells, style)]);
}

/// A cell with text; it stays text, whatever it looks like.
fn cell(xml: &mut Xml, style: &str, list: Option<usize>, text: &str) {
    let list = list.map(keuze);
    let mut about = vec![("table:style-name", style)];
    about.extend(list.iter().map(|list| ("table:content-validation-name", list.as_str())));
    if text.is_empty() {
        return xml.empty("table:table-cell", &about);
    }
    about.push(("office:value-type", "string"));
    xml.element("table:table-cell", &about, |xml| {
        // Indents and runs of spaces have a meaning in Markdown.
        for line in text.lines() {
            xml.element("text:p", &[], |xml| characters(xml, line, &mut true));
        }
    });
}

/// The styles of sheets, columns and cells.
fn automatic(xml: &mut Xml) {
    xml.element("number:text-style", &[("style:name", "letters")], |xml| {
        xml.empty("number:text-content", &[]);
    });
    let style = |xml: &mut Xml, name: &str, more: &[(&str, &str)], inner: &dyn Fn(&mut Xml)| {
        xml.element("style:style", &[&[("style:name", name)], more].concat(), |xml| inner(xml));
    };
    let sheet = [("style:family", "table"), ("style:master-page-name", "Standard")];
    for (name, display) in [("blad", "true"), ("beschermd", "true"), ("verborgen", "false")] {
        style(xml, name, &sheet, &|xml| {
            xml.empty("style:table-properties", &[("table:display", display)]);
        });
    }
    for width in 10..=180 {
        style(xml, &format!("kolom{width}"), &[("style:family", "table-column")], &|xml| {
            let width = format!("{width}mm");
            xml.empty("style:table-column-properties", &[("style:column-width", &width)]);
        });
    }
    style(xml, "rij", &[("style:family", "table-row")], &|xml| {
        xml.empty("style:table-row-properties", &[("style:use-optimal-row-height", "true")]);
    });
    let letters = [("style:family", "table-cell"), ("style:data-style-name", "letters")];
    let top = [("fo:wrap-option", "wrap"), ("style:vertical-align", "top")];
    let (grey, free) = (("fo:background-color", "#f2f2f2"), ("style:cell-protect", "none"));
    let (line, below) =
        (("fo:border-bottom", "0.6pt solid #d9d9d9"), ("fo:border-bottom", "0.6pt solid #000000"));
    let own: [(&str, Option<(&str, &str)>); 4] =
        [("vast", None), ("grijs", Some(grey)), ("vrij", Some(free)), ("kop", Some(below))];
    for (name, more) in own {
        style(xml, name, &letters, &|xml| {
            let rule = matches!(name, "grijs" | "vrij").then_some(line);
            let more: Vec<(&str, &str)> = top.into_iter().chain(more).chain(rule).collect();
            xml.empty("style:table-cell-properties", &more);
            if name == "kop" {
                xml.empty("style:text-properties", &[("fo:font-weight", "bold")]);
            }
        });
    }
}
