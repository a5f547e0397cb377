//! Writes tables that a screen reader can navigate: with header rows, a name and a description.

use super::paragraph::{Form, Paragraph};
use super::text_writer::TextWriter;
use crate::markdown::{Alignment, Column, Inline};
use crate::publish::office::placement::Placement;
use crate::publish::office::reading::{is_short, table_texts};
use crate::publish::office::widths::{OUTSET, Plan, cell, plan};

type Cell = Vec<Inline>;

impl TextWriter<'_> {
    /// Writes a table with its header row.
    pub fn table(
        &mut self,
        columns: &[Column],
        header: &[Cell],
        rows: &[Vec<Cell>],
        place: Placement,
    ) {
        if header.is_empty() {
            return;
        }
        if self.after_table || self.gap {
            // Word joins two tables that have no paragraph between them.
            let mut between = Paragraph::of(&self.styles.id("Tussenruimte"));
            between.before = place.callout.is_none().then_some(160);
            between.write(&mut self.xml, "");
        }
        let plan = plan(header, rows, columns, place, self.table_sizes);
        self.xml.open("w:tbl", &[]);
        self.table_properties(header, rows.len(), &plan, place);
        self.xml.open("w:tblGrid", &[]);
        for width in &plan.widths {
            self.xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
        self.xml.close("w:tblGrid");
        self.row(header, true, &plan, place);
        for row in rows {
            self.row(row, false, &plan, place);
        }
        self.xml.close("w:tbl");
        self.after_table = true;
        self.gap = true;
        self.tables += 1;
    }

    /// Writes the table properties, in the order of the schema (CT_TblPr).
    fn table_properties(&mut self, header: &[Cell], rows: usize, plan: &Plan, place: Placement) {
        let width = plan.widths.iter().sum::<usize>().to_string();
        self.xml.open("w:tblPr", &[]);
        let style = self.styles.id("RekenkamerTabel");
        self.xml.value("w:tblStyle", &style);
        self.xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")]);
        let outset = if place.filled().is_some() { OUTSET } else { 0 };
        let left = place.left.saturating_sub(outset).to_string();
        self.xml.empty("w:tblInd", &[("w:w", &left), ("w:type", "dxa")]);
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        self.xml.empty(
            "w:tblLook",
            &[
                ("w:val", "00A0"),
                ("w:firstRow", "1"),
                ("w:lastRow", "0"),
                ("w:firstColumn", "1"),
                ("w:lastColumn", "0"),
                ("w:noHBand", "0"),
                ("w:noVBand", "1"),
            ],
        );
        let (name, description) = table_texts(self.tables + 1, &self.heading, header, rows);
        self.xml.value("w:tblCaption", &name);
        self.xml.value("w:tblDescription", &description);
        self.xml.close("w:tblPr");
    }

    fn row(&mut self, row: &[Cell], header: bool, plan: &Plan, place: Placement) {
        self.xml.open("w:tr", &[]);
        if header || is_short(row) {
            self.xml.open("w:trPr", &[]);
            self.xml.empty("w:cantSplit", &[]);
            if header {
                self.xml.empty("w:tblHeader", &[]);
            }
            self.xml.close("w:trPr");
        }
        for (index, width) in plan.widths.iter().enumerate() {
            self.xml.open("w:tc", &[]);
            self.xml.open("w:tcPr", &[]);
            self.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            self.cell_box(index, plan.widths.len(), place);
            self.xml.close("w:tcPr");
            let mut paragraph = Paragraph::of(&self.styles.id(plan.style(header)));
            paragraph.align = plan.sides.get(index).and_then(|side| match side {
                Alignment::Right => Some("right"),
                Alignment::Center => Some("center"),
                Alignment::Left | Alignment::None => None,
            });
            paragraph.keep_next = header;
            paragraph.open(&mut self.xml);
            self.inlines(cell(row, index), &Form::default());
            self.xml.close("w:p");
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
    }

    /// Gives a cell the fill of its callout (CT_TcPr: the order is that of the schema).
    fn cell_box(&mut self, index: usize, columns: usize, place: Placement) {
        let Some(callout) = place.filled() else { return };
        let fill = self.styles.colours().named(callout.fill);
        self.xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]);
        let (first, last) = (index == 0, index + 1 == columns);
        if first || last {
            let inset = OUTSET.to_string();
            self.xml.open("w:tcMar", &[]);
            for (on, side) in [(first, "w:left"), (last, "w:right")] {
                if on {
                    self.xml.empty(side, &[("w:w", &inset), ("w:type", "dxa")]);
                }
            }
            self.xml.close("w:tcMar");
        }
    }
}
