//! XML with an element to a line, so that an archivist can read it too.

use crate::templates::clean;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Attributes of an element.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A document being written.
pub struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    pub fn new() -> Self {
        let mut out = Self { writer: Writer::new_with_indent(Vec::new(), b' ', 2) };
        out.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        out
    }

    /// An element with elements in it.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Self),
    ) {
        self.event(Event::Start(start(name, attributes)));
        inner(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with text in it.
    pub fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.event(Event::Start(start(name, attributes)));
        self.event(Event::Text(BytesText::new(&clean(text))));
        self.event(Event::End(BytesEnd::new(name)));
    }

    pub fn finish(self) -> String {
        let mut text = String::from_utf8(self.writer.into_inner()).unwrap_or_default();
        text.push('\n');
        text
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
