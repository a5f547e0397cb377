//! A form that came back in a Word file, a workbook or a CSV file. It comes from outside, so it may
//! hold text alone: macros, files within it, and references to files outside it are refused.

use super::excel::sheets;
use super::package::{Mark, attribute, part, walk};
use super::sheet::{Kind, Sheet};
use super::tables::tables;
use crate::diagnostics::{Code, Diagnostic, Phrase, phrase};
use crate::load::grid::letters;
use crate::load::unreadable::{unpacks, unreadable};
use crate::model::ReturnedForm;
use std::collections::BTreeMap;
use std::io::Cursor;
use zip::ZipArchive;

/// A form that was recognised by its heading.
pub struct FoundForm {
    pub form: ReturnedForm,
    /// The case that its heading names.
    pub case: String,
    sheet: Sheet,
    /// The row of headings, and the column of the heading that names the form.
    head: usize,
    named: usize,
    /// Whether the file has remarks in its margin, which are not read.
    pub remarks: bool,
}

impl FoundForm {
    /// The column with this heading; the heading that names the form stands for `None`.
    pub fn column(&self, heading: Option<&str>) -> Option<usize> {
        let Some(heading) = heading else { return Some(self.named) };
        let row = self.sheet.rows.get(self.head)?;
        row.iter().position(|cell| cell.trim().eq_ignore_ascii_case(heading))
    }

    /// The rows below the headings.
    pub fn rows(&self) -> std::ops::Range<usize> {
        self.head + 1..self.sheet.rows.len()
    }

    /// The text of a cell.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.sheet.cell(row, column).trim()
    }

    /// The filled cells in columns that the form does not have, by heading or letter; somebody added
    /// them. In a CSV file a row with more cells than headings is an error: its cells may
    /// have moved up.
    pub fn unread(&self) -> Result<Vec<Phrase>, Diagnostic> {
        let own = self.form.headings().into_iter();
        let known: Vec<usize> = own.filter_map(|heading| self.column(heading)).collect();
        let headings = self.sheet.rows.get(self.head).map_or(0, Vec::len);
        let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for row in self.rows() {
            let cells = self.sheet.rows.get(row).map_or(&[][..], Vec::as_slice);
            let filled = |at: &usize| !self.cell(row, *at).is_empty();
            let last = (0..cells.len()).rfind(filled).map_or(0, |last| last + 1);
            if self.sheet.kind == Kind::Lines && last > headings {
                let diagnostic = self.problem(Code::RowLength, row, headings);
                let diagnostic = diagnostic.with("found", last.to_string());
                let help = phrase("row-of-lines");
                return Err(diagnostic.with("expected", headings.to_string()).with("help", help));
            }
            for at in (0..cells.len()).filter(filled).filter(|at| !known.contains(at)) {
                found.entry(at).or_default().push(self.sheet.place(row, at));
            }
        }
        let note = |(at, places): (usize, Vec<String>)| {
            let heading = self.cell(self.head, at);
            let column = match heading.is_empty() {
                true => letters(at).unwrap_or_default(),
                false => heading.to_owned(),
            };
            phrase("form-column-unread").with("column", column).with("places", places.join("; "))
        };
        Ok(found.into_iter().map(note).collect())
    }

    /// Whether it came in a Word file.
    pub fn is_word(&self) -> bool {
        self.sheet.kind == Kind::Word
    }

    /// A problem in a cell.
    pub fn problem(&self, code: Code, row: usize, column: usize) -> Diagnostic {
        self.sheet.problem(code, row, column)
    }
}

/// The form in a CSV file, or why there is none.
pub fn form_of_lines(sheet: Sheet) -> Result<FoundForm, Diagnostic> {
    let path = sheet.path.clone();
    let refused = || Diagnostic::of_file(Code::FormRefused, path).with("problem", "no-form");
    recognised(sheet, false).ok_or_else(refused)
}

/// The form in a Word file or a workbook, or why there is none.
pub fn form(bytes: &[u8], path: &str) -> Result<FoundForm, Diagnostic> {
    let refused = |problem: &'static str| {
        Diagnostic::of_file(Code::FormRefused, path).with("problem", problem)
    };
    let Ok(zip) = ZipArchive::new(Cursor::new(bytes)) else { return Err(refused("kind")) };
    let names = zip.file_names().map(|name| name.map(|name| name.into_owned()));
    let names: Vec<String> =
        names.collect::<Result<_, _>>().map_err(|error| unreadable(path, &error.into()))?;
    let has = |part: &str| names.iter().any(|name| name == part);
    if !has("word/document.xml") && !has("xl/workbook.xml") {
        return Err(refused("kind"));
    }
    let broken = |error: anyhow::Error| unreadable(path, &error);
    unpacks(bytes).map_err(broken)?;
    for name in &names {
        let lower = name.to_lowercase();
        if lower.ends_with("vbaproject.bin") || lower.ends_with("vbadata.xml") {
            return Err(refused("macros"));
        }
        if lower.contains("/embeddings/") || lower.contains("/activex/") {
            return Err(refused("embedded").with("value", name));
        }
    }
    for name in names.iter().filter(|name| name.ends_with(".rels")) {
        let text = part(bytes, name).map_err(broken)?;
        if let Some(target) = outward(&text).map_err(broken)? {
            return Err(refused("outside").with("value", target));
        }
    }
    let mut found = Vec::new();
    let remarks = has("word/comments.xml");
    let mut offer = |sheet: Sheet, _| found.extend(recognised(sheet, remarks));
    match part(bytes, "word/document.xml") {
        Ok(text) => tables(&text, Kind::Word, path, &mut offer),
        Err(_) => sheets(bytes, path, &mut offer),
    }
    .map_err(broken)?;
    match found.len() {
        0 => Err(refused("no-form")),
        1 => found.pop().ok_or_else(|| refused("no-form")),
        several => Err(refused("two-forms").with("count", several.to_string())),
    }
}

/// The table as a form, if one of its headings names one.
fn recognised(sheet: Sheet, remarks: bool) -> Option<FoundForm> {
    let named = sheet.rows.iter().enumerate().find_map(|(row, cells)| {
        let cells = cells.iter().enumerate();
        let mut named = cells.filter_map(|(at, cell)| Some((at, ReturnedForm::named(cell)?)));
        let (column, (form, case)) = named.next()?;
        Some((row, column, form, case.to_owned()))
    });
    let (head, named, form, case) = named?;
    Some(FoundForm { form, case, sheet, head, named, remarks })
}

/// The target of a reference to something outside the file, other than a link to follow.
fn outward(rels: &str) -> anyhow::Result<Option<String>> {
    let mut out = None;
    walk(rels, |mark| {
        if let Mark::Open("Relationship", tag) = mark
            && attribute(tag, "TargetMode")
                .is_some_and(|mode| mode.eq_ignore_ascii_case("external"))
            && !attribute(tag, "Type").is_some_and(|kind| kind.ends_with("/hyperlink"))
        {
            out = out.take().or(attribute(tag, "Target"));
        }
        Ok(())
    })?;
    Ok(out)
}
