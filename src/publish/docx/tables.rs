//! Writes tables that a screen reader can navigate: with header rows, a name and a description.

use super::callouts::CalloutStyle;
use super::paragraph::{Form, Paragraph};
use super::text_writer::{Placement, TextWriter};
use super::widths::{Plan, cell, plan};
use crate::markdown::{Alignment, Column, Inline, plain};

/// The styles of table text, from the largest.
const STYLES: [&str; 3] = ["TabelTekst", "TabelTekstKlein", "TabelTekstKleinst"];

/// The styles of header text, from the largest.
const HEADS: [&str; 3] = ["TabelKop", "TabelKopKlein", "TabelKopKleinst"];

/// The maximum number of characters in a row that is kept on one page.
const SHORT_ROW: usize = 900;

/// How far the fill of a callout extends beyond its text, in twentieths of a point.
const OUTSET: usize = 200;

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
        let mut plan = plan(header, rows, columns, place.width, self.table_sizes);
        if filled(place).is_some() {
            let used: usize = plan.widths.iter().sum();
            let slack = place.width.saturating_sub(used);
            plan.widths.first_mut().into_iter().for_each(|w| *w += OUTSET);
            plan.widths.last_mut().into_iter().for_each(|w| *w += OUTSET + slack);
        }
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
        let outset = if filled(place).is_some() { OUTSET } else { 0 };
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
        let columns: Vec<String> =
            header.iter().map(|c| plain(c).trim().to_owned()).filter(|c| !c.is_empty()).collect();
        let name = match self.heading.trim() {
            "" => format!("Tabel {}", self.tables + 1),
            heading => format!("Tabel {}: {heading}", self.tables + 1),
        };
        self.xml.value("w:tblCaption", &shortened(&name));
        let rows = if rows == 1 { "1 rij".to_owned() } else { format!("{rows} rijen") };
        let description = format!("{rows} onder een koprij; kolommen: {}", columns.join(", "));
        self.xml.value("w:tblDescription", &shortened(&description));
        self.xml.close("w:tblPr");
    }

    fn row(&mut self, row: &[Cell], header: bool, plan: &Plan, place: Placement) {
        self.xml.open("w:tr", &[]);
        let length: usize = row.iter().map(|c| plain(c).chars().count()).sum();
        let short = header || length <= SHORT_ROW;
        if short {
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
            let styles = if header { HEADS } else { STYLES };
            let style = styles.get(plan.size).copied().unwrap_or("TabelTekst");
            let mut paragraph = Paragraph::of(&self.styles.id(style));
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
        let Some(callout) = filled(place) else { return };
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

/// The callout whose fill a table shares.
fn filled(place: Placement) -> Option<&'static CalloutStyle> {
    place.callout.map(|(callout, _)| callout).filter(|callout| callout.filled())
}

/// Shortens a name for Word, which can show 255 characters.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 250 {
        return text.to_owned();
    }
    text.chars().take(249).chain(['…']).collect()
}
