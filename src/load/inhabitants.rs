//! The number of inhabitants of the body of a case, from a table with official codes.

use super::body::Counted;
use super::loader::{Loader, cx};
use super::peer_table::unfit;
use super::raw::body::RawInhabitants;
use super::raw::{Context, Text};
use super::reading::Files;
use super::values::MOST_INHABITANTS;
use crate::assets::sha256;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Body;

impl Loader {
    /// Reads the number of inhabitants of a body from the row with its code. The path of the table is
    /// relative to the case's folder.
    pub(super) fn inhabitants(
        &mut self,
        Counted { table, date, has_code }: Counted,
        body: &mut Body,
        files: &mut Files<'_>,
    ) {
        let number = match (&body.code, has_code) {
            (Some(code), _) => self.counted(&table, body, code, files),
            // What is wrong with the code was told.
            (None, true) => None,
            (None, false) => {
                let diagnostic = Diagnostic::at(Code::PeerTableUnfit, table.span);
                self.report.push(diagnostic.with("problem", "no-code"));
                None
            }
        };
        match number {
            Some(number) => body.inhabitants = Some((number, date)),
            None => self.suppressed.push(Code::NoInhabitants),
        }
    }

    fn counted(
        &mut self,
        raw: &RawInhabitants,
        body: &Body,
        own: &str,
        files: &mut Files<'_>,
    ) -> Option<u32> {
        let mut cx = cx!(self);
        let typed = |text: Option<Text>| text.and_then(|text| Some((text.value?, text.span)));
        let file = typed(cx.value(raw.file.clone()));
        let code = typed(cx.value(raw.code_column.clone()));
        let value = typed(cx.value(raw.value_column.clone()));
        let ((file, place), code, value) = (file?, code?, value?);
        let bytes = self.bytes(&file, files.folder, Some(place))?;
        files.hashes.insert("inhabitants".to_owned(), sha256(&bytes));
        let grid = self.table_of(&files.folder.join(&file), bytes, &code.0)?;
        let columns = self.known_columns(&grid, &raw.rows, &code, &value)?;
        let is_own = |cells: &[String]| columns.code(cells, body.kind).as_deref() == Some(own);
        let rows: Vec<_> = grid.rows().filter(|(_, cells)| is_own(cells)).collect();
        if let [_, (row, _), ..] = rows.as_slice() {
            self.report.push(unfit(&grid, *row, columns.value, ("twice", own)));
            return None;
        }
        let found = rows.first().and_then(|(row, cells)| Some((*row, columns.figure(cells)?)));
        let Some((row, typed)) = found else {
            let diagnostic = Diagnostic::at(Code::PeerTableUnfit, raw.span);
            self.report.push(diagnostic.with("problem", "own").with("value", own));
            return None;
        };
        let number = typed.parse().ok().filter(|number| (1..=MOST_INHABITANTS).contains(number));
        if number.is_none() {
            self.report.push(unfit(&grid, row, columns.value, ("whole", typed)));
        }
        number
    }
}
