//! Writes XML that is well formed whatever the text contains.

use crate::templates::clean;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Attributes of an element, as pairs of a name and a value.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A document, a part of a file or a fragment being written.
pub struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// A fragment, to be inserted into a part.
    pub fn fragment() -> Self {
        Self { writer: Writer::new(Vec::new()) }
    }

    /// A whole part, with an XML declaration.
    pub fn part() -> Self {
        let mut out = Self::fragment();
        out.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        out
    }

    /// A document with an element to a line, so that an archivist can read it too.
    pub fn indented() -> Self {
        let mut out = Self { writer: Writer::new_with_indent(Vec::new(), b' ', 2) };
        out.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        out
    }

    /// Writes an element with elements in it.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        inner(self);
        self.close(name);
    }

    pub fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Start(start(name, attributes)));
    }

    pub fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// Writes an element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// Writes an element with text.
    pub fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close(name);
    }

    /// Writes text.
    pub fn text(&mut self, text: &str) {
        self.event(Event::Text(BytesText::new(&clean(text))));
    }

    /// Writes a text that is already XML.
    pub fn raw(&mut self, xml: &str) {
        self.event(Event::Text(BytesText::from_escaped(xml)));
    }

    /// Returns the XML that was written.
    pub fn finish(self) -> String {
        String::from_utf8(self.writer.into_inner()).unwrap_or_default()
    }

    fn event(&mut self, event: Event<'_>) {
        // Writing to memory cannot fail.
        let _ = self.writer.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut out = BytesStart::new(name);
    for (name, value) in attributes {
        out.push_attribute((*name, &*clean(value)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let mut xml = Xml::fragment();
        xml.leaf("w:t", &[("a", "\"<&'\u{1}")], "]]></w:t><w:p/>&amp;\u{0}\u{FFFF}\u{B}");
        assert_eq!(
            xml.finish(),
            "<w:t a=\"&quot;&lt;&amp;&apos;\u{FFFD}\">\
             ]]&gt;&lt;/w:t&gt;&lt;w:p/&gt;&amp;amp;\u{FFFD}\u{FFFD}\u{FFFD}</w:t>"
        );
    }
}
