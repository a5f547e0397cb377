//! Writes inline text.

use super::paragraph::{Form, line_break, run};
use super::text_writer::TextWriter;
use crate::markdown::Inline;
use crate::publish::office::links::address;
use crate::publish::office::look::judgement_style;
use crate::publish::office::reading::link_text;
use crate::publish::unbroken::unbroken;

impl TextWriter<'_> {
    /// Writes inlines as runs; nested ones inherit the form.
    pub fn inlines(&mut self, list: &[Inline], form: &Form) {
        for inline in list {
            match inline {
                Inline::Text { v } => run(&mut self.xml, form, &unbroken(v)),
                Inline::Soft => run(&mut self.xml, form, " "),
                Inline::Break => line_break(&mut self.xml),
                Inline::Emph { c } => self.inlines(c, &Form { italic: true, ..form.clone() }),
                Inline::Strong { c } => self.inlines(c, &Form { bold: true, ..form.clone() }),
                Inline::Strike { c } => self.inlines(c, &Form { strike: true, ..form.clone() }),
                Inline::Code { v } => {
                    let style = Some(self.styles.id("CodeTeken"));
                    run(&mut self.xml, &Form { style, ..form.clone() }, v);
                }
                Inline::Judgement { level, v, remark } => {
                    let style = Some(self.styles.id(&judgement_style(level)));
                    run(&mut self.xml, &Form { style, ..form.clone() }, v);
                    if !remark.is_empty() {
                        line_break(&mut self.xml);
                        let style = Some(self.styles.id("Opmerking"));
                        run(&mut self.xml, &Form { style, ..form.clone() }, remark);
                    }
                }
                Inline::Number { n } => run(&mut self.xml, form, &format!("[{n}] ")),
                Inline::Note { number, first } => self.note_reference(*number, *first),
                Inline::Link { url, c } => self.link(url, c, form),
            }
        }
    }

    fn link(&mut self, url: &str, c: &[Inline], form: &Form) {
        let target = match url.strip_prefix('#') {
            Some(anchor) => self.bookmarks.name(anchor).map(|name| ("w:anchor", name.to_owned())),
            None => {
                address(url).map(|address| ("r:id", self.relations.id("hyperlink", &address, true)))
            }
        };
        let text = link_text(url, c);
        let Some((attribute, value)) = target else { return self.inlines(&text, form) };
        self.xml.open("w:hyperlink", &[(attribute, &value), ("w:history", "1")]);
        let style = Some(self.styles.id("Hyperlink"));
        self.inlines(&text, &Form { style, ..form.clone() });
        self.xml.close("w:hyperlink");
    }
}
