//! A row that somebody added to a workbook, beside the entries that came into the case since.

use super::columns::{Column, Content, Table};
use super::entries::{Entry, OpenCase};
use super::returned::Base;
use super::typed::{Typed, typed};

/// A row that somebody added.
pub struct NewRow {
    pub table: Table,
    /// `None` for the next free code.
    pub code: Option<String>,
    /// The norm or sub-question of a finding.
    pub parent: String,
    pub values: Vec<(&'static Column, Typed)>,
}

impl NewRow {
    /// Whether an entry that the workbook did not have yet says half of the same.
    pub fn resembles(&self, open: &OpenCase, base: &Base, entry: &Entry) -> bool {
        if !self.can_be(base, entry) {
            return false;
        }
        let like = |(column, own): &&(&Column, Typed)| {
            let there = typed(open, &entry.parent, column, &open.cell(entry, column));
            there.is_ok_and(|there| own.is_like(&there))
        };
        let alike: Vec<_> = self.values.iter().filter(like).collect();
        // A kind or a date says little.
        let says = alike.iter().any(|(column, _)| matches!(column.content, Content::Text));
        says && alike.len() * 2 >= self.values.len()
    }

    /// Whether an entry came into the case after the workbook, where this row would come.
    fn can_be(&self, base: &Base, entry: &Entry) -> bool {
        let key = (entry.table, entry.code.clone());
        let known = base.rows.contains_key(&key) || base.left_out.contains(&key);
        let here = entry.table == self.table && entry.parent == self.parent;
        here && !known && entry.node.is_some()
    }

    /// Whether an entry that the workbook did not have yet says the same.
    pub fn is_entry(&self, open: &OpenCase, base: &Base, entry: &Entry) -> bool {
        let other = |code: &String| *code != entry.code;
        if !self.can_be(base, entry) {
            return false;
        }
        let mut columns = self.table.columns().iter().filter(|column| column.is_typed());
        let own = |column: &Column| {
            let own = self.values.iter().find(|(typed, _)| typed.key == column.key);
            let there = typed(open, &entry.parent, column, &open.cell(entry, column));
            there.is_ok_and(|there| own.map_or(&Typed::Nothing, |(_, own)| own).is_same(&there))
        };
        !self.code.as_ref().is_some_and(other) && columns.all(own)
    }
}
