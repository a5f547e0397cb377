//! The pages of an office document: their size, their margins, and which lie on their side.

use super::tokens::{Word, twips};
use crate::markdown::{Block, Kind};

/// The orientation of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Portrait.
    Upright,
    /// Landscape, for wide tables.
    Lying,
}

/// The page size and margins in portrait, in twentieths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSize {
    pub width: usize,
    pub height: usize,
    /// Top, right, bottom, left.
    pub margins: [usize; 4],
    /// The distance from the edge of the paper to the header and to the footer.
    pub running: [usize; 2],
}

impl PageSize {
    /// A4 with the margins of the tokens; those of a sheet without a cover are smaller.
    pub fn a4(word: &Word, kind: Kind) -> Self {
        let most = if kind.is_sheet() { 18.0 } else { f64::MAX };
        let margins = [word.top, word.right, word.bottom, word.left].map(|m| twips(m.min(most)));
        Self { width: 11906, height: 16838, margins, running: [twips(13.0), twips(11.0)] }
    }

    /// The page with this orientation.
    pub fn turned(self, side: Side) -> Self {
        let [top, right, bottom, left] = self.margins;
        match side {
            Side::Upright => self,
            Side::Lying => Self {
                width: self.height,
                height: self.width,
                margins: [left.min(right), top, right, bottom].map(|m| m.min(1700)),
                ..self
            },
        }
    }

    pub fn text_width(self, side: Side) -> usize {
        let turned = self.turned(side);
        let [_, right, _, left] = turned.margins;
        turned.width.saturating_sub(left + right).max(2000)
    }

    pub fn text_height(self, side: Side) -> usize {
        let turned = self.turned(side);
        let [top, _, bottom, _] = turned.margins;
        turned.height.saturating_sub(top + bottom).max(2000)
    }
}

/// Whether a block is a table that needs a landscape page.
fn is_matrix(block: &Block) -> bool {
    matches!(block, Block::Table { matrix: true, .. })
}

/// Splits the document into stretches of one orientation. A section (a heading and what follows it)
/// with a matrix is in landscape.
pub fn stretches(blocks: &[Block], kind: Kind) -> Vec<(Side, &[Block])> {
    if kind == Kind::Matrix {
        return vec![(Side::Lying, blocks)];
    }
    let mut out: Vec<(Side, std::ops::Range<usize>)> = Vec::new();
    let mut start = 0;
    while start < blocks.len() {
        let rest = blocks.get(start + 1..).unwrap_or(&[]);
        let next = rest.iter().position(|b| matches!(b, Block::Heading { .. }));
        let end = next.map_or(blocks.len(), |n| start + 1 + n);
        let section = blocks.get(start..end).unwrap_or(&[]);
        let side = if section.iter().any(is_matrix) { Side::Lying } else { Side::Upright };
        match out.last_mut() {
            Some((last, range)) if *last == side => range.end = end,
            _ => out.push((side, start..end)),
        }
        start = end;
    }
    out.into_iter().map(|(side, range)| (side, blocks.get(range).unwrap_or(&[]))).collect()
}
