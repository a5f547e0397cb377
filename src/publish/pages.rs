//! The pages of a document as pictures, for whoever looks on while it is written.

use super::pdf::Layout;
use crate::assets::sha256;
use std::collections::BTreeMap;
use std::sync::Arc;
use typst_svg::{SvgOptions, svg};

/// A page as SVG. Text is drawn, so it has no text to read aloud; the PDF is for that.
#[derive(Debug, Clone, PartialEq)]
pub struct PageImage {
    /// The same for pages that look the same, in hexadecimal.
    pub id: String,
    /// The picture.
    pub svg: String,
    /// Its width in points.
    pub width: f64,
    /// Its height in points.
    pub height: f64,
}

/// The pages of one document through its edits: a page that stays the same is drawn once.
#[derive(Debug, Default)]
pub struct PageImages {
    drawn: BTreeMap<u128, Arc<PageImage>>,
}

impl PageImages {
    /// The pages of a document, in order.
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
