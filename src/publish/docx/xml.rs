//! What all parts of a Word file have in their XML.

pub use crate::publish::office::xml::Xml;

/// The namespaces of the root element of a part.
pub const ROOT: [(&str, &str); 3] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
];

impl Xml {
    /// Writes an element whose only attribute is `w:val`, as most of Word's are.
    pub fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }
}
