//! The cells of a participant: each read as what its column holds, with a problem at its place.

use super::headings::{Column, Columns};
use super::participant::{CONTACT, Participant};
use crate::diagnostics::{Code, Diagnostic, Report, nearest, phrase};
use crate::load::guess;
use crate::load::table::{Kind, Sheet, plain};
use crate::load::values::MOST_INHABITANTS;
use crate::model::{BodyKind, PartialDate, folder_of};
use crate::text::one_line;

/// Names of a row that adds up the others.
const TOTALS: [&str; 6] = ["totaal", "totalen", "eindtotaal", "total", "gemiddelde", "som"];

/// The participant in a row; `None` if a cell has an error.
pub fn participant(
    sheet: &Sheet,
    (head, row): (usize, usize),
    columns: &Columns,
    report: &mut Report,
) -> Option<Participant> {
    if moved_up(sheet, head, row) {
        let cells = |row: usize| sheet.rows.get(row).map_or(0, Vec::len);
        let diagnostic = sheet.problem(Code::RowLength, row, cells(head));
        let diagnostic = diagnostic.with("found", cells(row).to_string());
        let diagnostic = diagnostic.with("expected", cells(head).to_string());
        report.push(diagnostic.with("help", phrase("row-of-lines")));
        return None;
    }
    let mut cells = Cells { sheet, row, columns, report, whole: true };
    cells.computed();
    let kind = cells.kind();
    let name = cells.text(Column::Name).unwrap_or_default();
    let name = kind.known_as(&name).to_owned();
    if TOTALS.contains(&plain(&name).as_str()) {
        cells.wrong(Column::Name, "total", &name);
    }
    if name.is_empty() {
        cells.wrong(Column::Name, "name", "");
    }
    let code = cells.code(kind);
    let (inhabitants, date) = (cells.inhabitants(), cells.date());
    let mut attributes = Vec::new();
    let province = cells.text(Column::Province).filter(|province| match kind {
        BodyKind::Gemeente => true,
        // A case on another body has no key for it.
        _ => {
            attributes.push((Column::Province.heading().to_owned(), province.clone()));
            false
        }
    });
    attributes.extend(cells.text(Column::Contact).map(|role| (CONTACT.to_owned(), role)));
    let own = columns.attributes.iter().map(|(at, name)| (name.clone(), one_line(cells.at(*at))));
    attributes.extend(own.filter(|(_, value)| !value.is_empty()));
    let folder = match cells.text(Column::Folder) {
        Some(typed) => cells.folder(typed),
        None => folder_of(kind, &name),
    };
    if folder.is_empty() && !name.is_empty() {
        cells.wrong(Column::Name, "folder", &name);
    }
    let whole = cells.whole;
    let read =
        Participant { kind, name, code, province, inhabitants, date, attributes, folder, row };
    whole.then_some(read)
}

/// The cells of a row, and whether none had an error.
struct Cells<'a> {
    sheet: &'a Sheet,
    row: usize,
    columns: &'a Columns,
    report: &'a mut Report,
    whole: bool,
}

impl Cells<'_> {
    fn at(&self, column: usize) -> &str {
        // What the file holds, and not how a spreadsheet program shows it.
        let (sheet, at) = (self.sheet, (self.row, column));
        let held = sheet.dates.get(&at).or(sheet.numbers.get(&at));
        held.map_or_else(|| sheet.cell(self.row, column), String::as_str)
    }

    /// The text of a column; `None` where the table has no such column, or the cell is empty.
    fn text(&self, column: Column) -> Option<String> {
        let text = one_line(self.at(*self.columns.known.get(&column)?));
        (!text.is_empty()).then_some(text)
    }

    /// Reports formulas of which the file has no outcome.
    fn computed(&mut self) {
        let read =
            self.columns.known.values().chain(self.columns.attributes.iter().map(|(at, _)| at));
        let without = |at: &&usize| {
            self.sheet.formulas.contains(&(self.row, **at)) && self.at(**at).is_empty()
        };
        let found: Vec<usize> = read.filter(without).copied().collect();
        for at in found {
            let diagnostic = self.sheet.problem(Code::BadParticipant, self.row, at);
            self.tell(diagnostic.with("problem", "formula").with("value", ""));
        }
    }

    fn problem(&self, column: Column, problem: &'static str, value: &str) -> Diagnostic {
        let at = self.columns.known.get(&column).copied().unwrap_or(0);
        let diagnostic = self.sheet.problem(Code::BadParticipant, self.row, at);
        diagnostic.with("problem", problem).with("value", value)
    }

    fn wrong(&mut self, column: Column, problem: &'static str, value: &str) {
        let problem = self.problem(column, problem, value);
        self.tell(problem);
    }

    fn tell(&mut self, problem: Diagnostic) {
        self.report.push(problem);
        self.whole = false;
    }

    fn kind(&mut self) -> BodyKind {
        let Some(typed) = self.text(Column::Kind) else { return BodyKind::default() };
        let own = plain(&typed);
        let called = |kind: &BodyKind| [plain(kind.key()), plain(kind.plural())].contains(&own);
        if let Some(kind) = BodyKind::ALL.into_iter().find(called) {
            return kind;
        }
        let known = BodyKind::ALL.map(BodyKind::noun);
        let near = nearest(&own, known);
        let word = if near.is_some() { "kind-near" } else { "kind" };
        let problem = self.problem(Column::Kind, word, &typed).with("known", known.join(", "));
        self.tell(problem.with_some("nearest", near));
        BodyKind::default()
    }

    /// The official code. Excel takes the zeros off a code of digits alone, and StatLine puts spaces
    /// behind it.
    fn code(&mut self, kind: BodyKind) -> Option<String> {
        let typed = self.text(Column::Code)?;
        let Some((prefix, length)) = kind.code() else { return Some(typed) };
        let code = official(&typed, prefix, length);
        if code.is_none() {
            let problem = self.problem(Column::Code, "code", &typed);
            let example = format!("{prefix}{}", "0".repeat(length));
            self.tell(problem.with("expected", example));
        }
        code
    }

    fn inhabitants(&mut self) -> Option<u32> {
        let typed = self.text(Column::Inhabitants)?;
        let number = typed.parse::<u32>().ok().filter(|n| (1..=MOST_INHABITANTS).contains(n));
        if number.is_none() {
            let meant = guess::number(&typed).filter(|meant| !meant.contains('.'));
            let meant = meant.filter(|meant| *meant != typed);
            let dated = typed.parse::<PartialDate>().is_ok() && typed.contains('-');
            let word = match meant {
                _ if dated => "date-as-number",
                Some(_) => "inhabitants-near",
                None => "inhabitants",
            };
            let problem = self.problem(Column::Inhabitants, word, &typed);
            self.tell(problem.with_some("nearest", meant));
        }
        number
    }

    fn date(&mut self) -> Option<String> {
        let typed = self.text(Column::Date)?;
        if typed.parse::<PartialDate>().is_err() {
            let meant = guess::date(&typed);
            let word = if meant.is_some() { "date-near" } else { "date" };
            let problem = self.problem(Column::Date, word, &typed);
            self.tell(problem.with_some("nearest", meant));
        }
        Some(typed)
    }

    /// A folder that was typed must be one that the program could have named: other names are not
    /// folders everywhere.
    fn folder(&mut self, typed: String) -> String {
        let own = folder_of(BodyKind::Gemeente, &typed);
        if own != typed {
            let meant = (!own.is_empty()).then_some(own);
            let word = if meant.is_some() { "folder-near" } else { "folder" };
            let problem = self.problem(Column::Folder, word, &typed);
            self.tell(problem.with_some("nearest", meant));
        }
        typed
    }
}

/// A code in the form of its register.
pub fn official(typed: &str, prefix: &str, length: usize) -> Option<String> {
    let typed = typed.trim();
    let digits = typed.strip_prefix(prefix);
    let whole = digits.is_some_and(|digits| digits.len() == length);
    let digits = digits.unwrap_or(typed);
    let fits = (1..=length).contains(&digits.len()) && (whole || digits == typed);
    let number = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u32>().ok());
    number.flatten().filter(|_| fits).map(|number| format!("{prefix}{number:0length$}"))
}

/// Whether cells of a row may stand under the heading of another one: in a CSV file those behind a
/// missing one move up.
fn moved_up(sheet: &Sheet, head: usize, row: usize) -> bool {
    let cells = |row: usize| sheet.rows.get(row).map_or(0, Vec::len);
    let filled = (0..cells(row)).rfind(|at| !sheet.cell(row, *at).is_empty());
    sheet.kind == Kind::Lines && filled.map_or(0, |last| last + 1) > cells(head)
}

#[cfg(test)]
mod tests {
    use super::official;

    #[test]
    fn a_code_without_its_letters_or_zeros_is_that_code() {
        for (typed, code) in [
            ("GM0637", Some("GM0637")),
            ("GM0637    ", Some("GM0637")),
            ("0637", Some("GM0637")),
            ("637", Some("GM0637")),
            ("GM637", None),
            ("PV20", None),
            ("06371", None),
            ("Zoetermeer", None),
            ("", None),
        ] {
            assert_eq!(official(typed, "GM", 4).as_deref(), code, "{typed:?}");
        }
    }
}
