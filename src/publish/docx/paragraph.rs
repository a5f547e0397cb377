//! Writes paragraphs and runs, with their properties in the order that Word requires.

use super::xml::Xml;
use crate::markdown::is_symbol;
use crate::publish::office::reading::SYMBOLS;

/// The properties of a paragraph that differ from its style.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// The id of its style in the file.
    pub style: String,
    /// Keeps the paragraph on the same page as the next.
    pub keep_next: bool,
    /// Keeps the paragraph on one page.
    pub keep_lines: bool,
    /// Begins on a new page.
    pub page_break: bool,
    /// Its list: the level and the number; 0 means no list, whatever the style says.
    pub list: Option<(usize, usize)>,
    /// The position of the first tab stop, and whether the text begins with a tab: this indents the
    /// text while the bar of a callout stays in place.
    pub tab: Option<(usize, bool)>,
    /// The space above, in twentieths of a point.
    pub before: Option<usize>,
    /// The space below, in twentieths of a point.
    pub after: Option<usize>,
    /// The left, right and hanging indent, in twentieths of a point.
    pub indent: Option<(usize, usize, usize)>,
    /// Whether the space between it and paragraphs of the same style is dropped.
    pub contextual: Option<bool>,
    /// `left`, `center` or `right`.
    pub align: Option<&'static str>,
    /// The properties of the section that ends with it.
    pub section: Option<String>,
}

impl Paragraph {
    pub fn of(style: &str) -> Self {
        Self { style: style.to_owned(), ..Self::default() }
    }

    /// Opens the paragraph; the properties are in the order of the schema (CT_PPr).
    pub fn open(&self, xml: &mut Xml) {
        xml.open("w:p", &[]);
        xml.open("w:pPr", &[]);
        xml.value("w:pStyle", &self.style);
        for (on, name) in [
            (self.keep_next, "w:keepNext"),
            (self.keep_lines, "w:keepLines"),
            (self.page_break, "w:pageBreakBefore"),
        ] {
            if on {
                xml.empty(name, &[]);
            }
        }
        if let Some((level, number)) = self.list {
            xml.open("w:numPr", &[]);
            xml.value("w:ilvl", &level.to_string());
            xml.value("w:numId", &number.to_string());
            xml.close("w:numPr");
        }
        if let Some((end, _)) = self.tab {
            xml.open("w:tabs", &[]);
            xml.empty("w:tab", &[("w:val", "left"), ("w:pos", &end.to_string())]);
            xml.close("w:tabs");
        }
        let before = self.before.map(|n| ("w:before", n.to_string()));
        let after = self.after.map(|n| ("w:after", n.to_string()));
        let spacing: Vec<_> = before.iter().chain(&after).map(|(k, v)| (*k, v.as_str())).collect();
        if !spacing.is_empty() {
            xml.empty("w:spacing", &spacing);
        }
        if let Some((left, right, hanging)) = self.indent {
            let (left, right, hanging) = (left.to_string(), right.to_string(), hanging.to_string());
            xml.empty("w:ind", &[("w:left", &left), ("w:right", &right), ("w:hanging", &hanging)]);
        }
        if let Some(on) = self.contextual {
            xml.value("w:contextualSpacing", if on { "1" } else { "0" });
        }
        if let Some(side) = self.align {
            xml.value("w:jc", side);
        }
        if let Some(section) = &self.section {
            xml.raw(section);
        }
        xml.close("w:pPr");
        if let Some((_, true)) = self.tab {
            xml.open("w:r", &[]);
            xml.empty("w:tab", &[]);
            xml.close("w:r");
        }
    }

    /// Writes a paragraph with one run of plain text.
    pub fn write(&self, xml: &mut Xml, text: &str) {
        self.open(xml);
        run(xml, &Form::default(), text);
        xml.close("w:p");
    }
}

/// The character formatting of a run.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// The id of its character style.
    pub style: Option<String>,
    pub bold: bool,
    pub italic: bool,
    pub strike: bool,
}

impl Form {
    fn properties(&self, xml: &mut Xml, symbol: bool) {
        if self.style.is_none() && !(self.bold || self.italic || self.strike || symbol) {
            return;
        }
        xml.open("w:rPr", &[]);
        if let Some(style) = &self.style {
            xml.value("w:rStyle", style);
        }
        if symbol {
            // Without `w:eastAsia` Word takes ● and ○ from a Japanese font.
            let names = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|name| (name, SYMBOLS));
            xml.empty("w:rFonts", &names);
        }
        for (on, names) in [
            (self.bold, &["w:b", "w:bCs"][..]),
            (self.italic, &["w:i", "w:iCs"]),
            (self.strike, &["w:strike"]),
        ] {
            if on {
                names.iter().for_each(|name| xml.empty(name, &[]));
            }
        }
        xml.close("w:rPr");
    }
}

/// Writes text in one form. Symbols of judgements get their own font; tabs, line ends and soft
/// hyphens become Word's elements for them.
pub fn run(xml: &mut Xml, form: &Form, text: &str) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let symbol = is_symbol(first);
        let end = rest.find(|c| is_symbol(c) != symbol).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        xml.open("w:r", &[]);
        form.properties(xml, symbol);
        pieces(xml, part);
        xml.close("w:r");
        rest = after;
    }
}

fn pieces(xml: &mut Xml, text: &str) {
    let special = |c: char| matches!(c, '\t' | '\n' | '\u{AD}' | '\u{2011}');
    for piece in text.split_inclusive(special) {
        let last = piece.chars().next_back().filter(|c| special(*c));
        let plain = piece.trim_end_matches(special);
        if !plain.is_empty() {
            xml.leaf("w:t", &[("xml:space", "preserve")], plain);
        }
        match last {
            Some('\t') => xml.empty("w:tab", &[]),
            Some('\n') => xml.empty("w:br", &[]),
            Some('\u{AD}') => xml.empty("w:softHyphen", &[]),
            Some(_) => xml.empty("w:noBreakHyphen", &[]),
            None => {}
        }
    }
}

/// Writes a run that holds an element instead of text.
pub fn sign(xml: &mut Xml, form: &Form, element: impl FnOnce(&mut Xml)) {
    xml.open("w:r", &[]);
    form.properties(xml, false);
    element(xml);
    xml.close("w:r");
}

/// Writes a forced line break.
pub fn line_break(xml: &mut Xml) {
    sign(xml, &Form::default(), |xml| xml.empty("w:br", &[]));
}

/// Writes a field that Word calculates, with the text shown until then.
pub fn field(xml: &mut Xml, instruction: &str, shown: &str) {
    xml.open("w:fldSimple", &[("w:instr", instruction)]);
    run(xml, &Form::default(), shown);
    xml.close("w:fldSimple");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_hyphens_and_line_ends_become_what_word_has_for_them() {
        let mut xml = Xml::fragment();
        run(&mut xml, &Form::default(), "a\u{AD}b\tc ● d\n");
        let out = xml.finish();
        assert!(out.contains("a</w:t><w:softHyphen/><w:t"), "{out}");
        assert!(out.contains("<w:tab/>") && out.contains("<w:br/>"), "{out}");
        assert_eq!(out.matches("Segoe UI Symbol").count(), 4);
        assert!(out.contains("<w:t xml:space=\"preserve\">●</w:t>"), "{out}");
    }
}
