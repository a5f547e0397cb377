//! Draws the pages of a document as images for the live preview.

use super::pdf::Layout;
use crate::assets::sha256;
use std::collections::BTreeMap;
use std::sync::Arc;
use typst_svg::{SvgOptions, svg};

/// A page as SVG. Its text is drawn as outlines, so a screen reader cannot read it; the PDF is for
/// that.
#[derive(Debug, Clone, PartialEq)]
pub struct PageImage {
    /// A hash in hexadecimal, the same for pages that look the same.
    pub id: String,
    pub svg: String,
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
}

/// The pages of one document across edits: an unchanged page is drawn only once.
#[derive(Debug, Default)]
pub struct PageImages {
    drawn: BTreeMap<u128, Arc<PageImage>>,
}

impl PageImages {
    /// Draws the pages of a document, in order; reuses unchanged ones.
    pub fn draw(&mut self, layout: &Layout<'_>) -> Vec<Arc<PageImage>> {
        let mut drawn = BTreeMap::new();
        let mut pages = Vec::new();
        for page in layout.pages() {
            let known = typst::utils::hash128(page);
            let image = self.drawn.remove(&known).or_else(|| drawn.get(&known).cloned());
            let image = image.unwrap_or_else(|| {
                let svg = svg(page, &SvgOptions::default());
                let id = sha256(svg.as_bytes()).get(..24).unwrap_or_default().to_owned();
                let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
                Arc::new(PageImage { id, svg, width, height })
            });
            drawn.insert(known, Arc::clone(&image));
            pages.push(image);
        }
        self.drawn = drawn;
        pages
    }
}
