//! Writes tables that a screen reader can navigate: with header rows, a name and a description.

use super::automatic::{Family, points};
use super::text_writer::{Paragraph, TextWriter};
use crate::markdown::{Alignment, Column, Inline};
use crate::publish::office::placement::Placement;
use crate::publish::office::reading::{is_short, table_texts};
use crate::publish::office::tokens::Colours;
use crate::publish::office::widths::{OUTSET, Plan, cell, plan};

/// The maximum number of short rows in a table that is kept on one page.
const FEW: usize = 8;

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
        let plan = plan(header, rows, columns, place, self.table_sizes);
        self.tables += 1;
        let (name, description) = table_texts(self.tables, &self.heading, header, rows.len());
        let whole = rows.len() <= FEW && rows.iter().all(|row| is_short(row));
        let style = self.table_style(&plan, whole, place);
        self.xml.open("table:table", &[("table:name", &name), ("table:style-name", &style)]);
        self.xml.leaf("table:title", &[], &name);
        self.xml.leaf("table:desc", &[], &description);
        for width in &plan.widths {
            let width = points(*width);
            let own = [("style:column-width", width.as_str())];
            let style = self.automatic.style(Family::Column, &[], &own, |_| {});
            self.xml.empty("table:table-column", &[("table:style-name", &style)]);
        }
        self.xml.open("table:table-header-rows", &[]);
        self.row(header, true, &plan, place);
        self.xml.close("table:table-header-rows");
        rows.iter().for_each(|row| self.row(row, false, &plan, place));
        self.xml.close("table:table");
    }

    fn table_style(&mut self, plan: &Plan, whole: bool, place: Placement) -> String {
        let outset = if place.filled().is_some() { OUTSET } else { 0 };
        let left = points(place.left.saturating_sub(outset));
        let width = points(plan.widths.iter().sum());
        // In a callout the fill goes on without a gap.
        let [above, below] = if outset > 0 { [0, 0] } else { [80, 240] }.map(points);
        let above = if std::mem::take(&mut self.gap) { points(240) } else { above };
        let page = self.page.take().map(|page| ("style:master-page-name", page));
        let about: Vec<(&str, &str)> = page.into_iter().collect();
        let own = [
            ("style:width", width.as_str()),
            ("table:align", "left"),
            ("fo:margin-left", &left),
            ("fo:margin-top", &above),
            ("fo:margin-bottom", &below),
            ("table:border-model", "collapsing"),
            ("style:may-break-between-rows", if whole { "false" } else { "true" }),
        ];
        self.automatic.style(Family::Table, &about, &own, |_| {})
    }

    fn row(&mut self, row: &[Cell], header: bool, plan: &Plan, place: Placement) {
        let keep = if header || is_short(row) { "always" } else { "auto" };
        let style = self.automatic.style(Family::Row, &[], &[("fo:keep-together", keep)], |_| {});
        self.xml.open("table:table-row", &[("table:style-name", &style)]);
        for index in 0..plan.widths.len() {
            let style = self.cell_style(index, plan, header, place);
            let about = [("table:style-name", style.as_str()), ("office:value-type", "string")];
            self.xml.open("table:table-cell", &about);
            let style = plan.style(header).to_owned();
            let mut paragraph = Paragraph { style, ..Paragraph::default() };
            let side = plan.sides.get(index).and_then(|side| match side {
                Alignment::Right => Some("end"),
                Alignment::Center => Some("center"),
                Alignment::Left | Alignment::None => None,
            });
            paragraph.own.extend(side.map(|side| ("fo:text-align", side.to_owned())));
            self.filled(&paragraph, cell(row, index));
            self.xml.close("table:table-cell");
        }
        self.xml.close("table:table-row");
    }

    /// The lines, the padding and, in a callout, the fill of a cell.
    fn cell_style(&mut self, index: usize, plan: &Plan, header: bool, place: Placement) -> String {
        let inset = |edge: bool| if edge && place.filled().is_some() { OUTSET } else { 70 };
        let (left, right) =
            (points(inset(index == 0)), points(inset(index + 1 == plan.widths.len())));
        // A summary must fit on one page, so its rows are as low as those of the smallest type.
        let low = plan.is_smallest() || self.below < 100;
        let above = points(if low { 40 } else { 60 });
        let line =
            |width: &str, colour: &str| format!("{width} solid {}", self.colours.hex(colour));
        let (top, bottom) = match header {
            true => (line("1pt", "brand"), line("0.75pt", "brand")),
            false => ("none".to_owned(), line("0.5pt", "rule")),
        };
        let fill = place.filled().map(|callout| self.colours.hex(callout.fill));
        let own = [
            ("fo:background-color", fill.as_deref().unwrap_or("transparent")),
            ("fo:border-top", &top),
            ("fo:border-bottom", &bottom),
            ("fo:border-left", "none"),
            ("fo:border-right", "none"),
            ("fo:padding-top", &above),
            ("fo:padding-bottom", &above),
            ("fo:padding-left", &left),
            ("fo:padding-right", &right),
            ("style:vertical-align", if header { "bottom" } else { "top" }),
        ];
        self.automatic.style(Family::Cell, &[], &own, |_| {})
    }
}

impl Colours {
    /// The colour of a token as OpenDocument writes it.
    fn hex(&self, token: &str) -> String {
        format!("#{}", self.named(token))
    }
}
