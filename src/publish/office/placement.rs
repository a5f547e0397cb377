//! Where a block stands: indents, and what is around it.

use super::callouts::CalloutStyle;

/// The left and right indent of the text of a callout, in twentieths of a point, as in its style.
pub const CALLOUT_INDENT: (usize, usize) = (200, 200);

/// The left indent of a quotation, in twentieths of a point, as in its style.
const QUOTE: usize = 340;

/// Where a block is placed.
#[derive(Debug, Clone, Copy)]
pub struct Placement {
    /// The indent from the left margin, in twentieths of a point.
    pub left: usize,
    /// The indent from the right margin.
    pub right: usize,
    /// The remaining width.
    pub width: usize,
    /// The number of lists around it.
    pub lists: usize,
    /// The callout around it, and the left indent of the callout's text.
    pub callout: Option<(&'static CalloutStyle, usize)>,
    /// Whether it is in a quotation.
    pub quoted: bool,
    /// Whether it is in a footnote.
    pub noted: bool,
}

impl Placement {
    /// The full text width, without indents.
    pub fn page(width: usize) -> Self {
        Self { left: 0, right: 0, width, lists: 0, callout: None, quoted: false, noted: false }
    }

    /// The same place, indented further.
    pub fn within(self, left: usize, right: usize) -> Self {
        Self {
            left: self.left + left,
            right: self.right + right,
            width: self.width.saturating_sub(left + right).max(1000),
            ..self
        }
    }

    /// The place of the text of a list here.
    pub fn in_list(self, hang: usize) -> Self {
        Self { lists: self.lists + 1, ..self.within(hang, 0) }
    }

    /// The place of the text of a callout here.
    pub fn in_callout(self, callout: &'static CalloutStyle) -> Self {
        let inner = self.within(CALLOUT_INDENT.0, CALLOUT_INDENT.1);
        Self { callout: Some((callout, inner.left)), quoted: false, ..inner }
    }

    /// The place of the text of a quotation here.
    pub fn in_quote(self) -> Self {
        Self { quoted: true, ..self.within(QUOTE, 0) }
    }

    /// The callout whose fill a table here shares.
    pub fn filled(self) -> Option<&'static CalloutStyle> {
        self.callout.map(|(callout, _)| callout).filter(|callout| callout.filled())
    }

    /// The style of a paragraph here, and the left and right indent of that style itself.
    pub fn style(self) -> (&'static str, usize, usize) {
        match self.callout {
            Some((callout, _)) => (callout.id, CALLOUT_INDENT.0, CALLOUT_INDENT.1),
            None if self.quoted => ("Quote", QUOTE, 0),
            None if self.noted => ("FootnoteText", 0, 0),
            None if self.lists > 0 => ("ListContinue", 0, 0),
            None => ("Normal", 0, 0),
        }
    }
}
