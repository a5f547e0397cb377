//! Automatic styles: what one place asks beyond the styles that a reader sees in a list.

use crate::publish::office::xml::{Attributes, Xml};
use std::collections::BTreeMap;

/// A length as OpenDocument writes it, from twentieths of a point.
pub fn points(twips: usize) -> String {
    let cents = twips * 5;
    format!("{}.{:02}pt", cents / 100, cents % 100)
}

/// A family of styles, with the beginning of the names of its automatic styles.
#[derive(Debug, Clone, Copy)]
pub enum Family {
    Paragraph,
    Table,
    Column,
    Row,
    Cell,
}

impl Family {
    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Paragraph => ("paragraph", "style:paragraph-properties", "P"),
            Self::Table => ("table", "style:table-properties", "Tabel"),
            Self::Column => ("table-column", "style:table-column-properties", "Kolom"),
            Self::Row => ("table-row", "style:table-row-properties", "Rij"),
            Self::Cell => ("table-cell", "style:table-cell-properties", "Cel"),
        }
    }
}

/// The automatic styles of a text. What is asked for twice is one style.
#[derive(Debug, Default)]
pub struct Automatic {
    names: BTreeMap<String, String>,
    /// The styles as XML, in the order in which they were asked for.
    pub xml: String,
}

impl Automatic {
    /// The name of a style with these attributes and properties; `within` writes what stands in the
    /// properties.
    pub fn style(
        &mut self,
        family: Family,
        attributes: Attributes<'_>,
        properties: Attributes<'_>,
        within: impl FnOnce(&mut Xml),
    ) -> String {
        let (family, element, start) = family.names();
        let mut xml = Xml::fragment();
        xml.open(element, properties);
        within(&mut xml);
        xml.close(element);
        self.named("style:style", start, &[&[("style:family", family)], attributes].concat(), xml)
    }

    /// The name of a list style for one list whose place differs from the usual; see [`ListPlace`].
    pub fn list(&mut self, list: &ListPlace) -> String {
        let level = (list.level + 1).to_string();
        let (left, hang) = (points(list.left), format!("-{}", points(list.hang)));
        let tab = points(list.text);
        let mut xml = Xml::fragment();
        let number = [("style:num-format", if list.ordered { "1" } else { "" })];
        let suffix = if list.ordered { "." } else { list.bullet() };
        let style = if list.ordered { "Numbering_20_Symbols" } else { "Bullet_20_Symbols" };
        let before = "\u{2003}\u{2002}".repeat(list.inset);
        let about = [
            ("text:level", &*level),
            ("text:style-name", style),
            ("style:num-prefix", &before),
            ("style:num-suffix", suffix),
        ];
        xml.open("text:list-level-style-number", &[&about[..], &number].concat());
        let aligned = [("text:list-level-position-and-space-mode", "label-alignment")];
        xml.open("style:list-level-properties", &aligned);
        xml.empty(
            "style:list-level-label-alignment",
            &[
                ("text:label-followed-by", "listtab"),
                ("text:list-tab-stop-position", &tab),
                ("fo:margin-left", &left),
                ("fo:text-indent", &hang),
            ],
        );
        xml.close("style:list-level-properties");
        xml.close("text:list-level-style-number");
        self.named("text:list-style", "Lijst", &[], xml)
    }

    fn named(&mut self, element: &str, start: &str, about: Attributes<'_>, xml: Xml) -> String {
        let inner = xml.finish();
        let key = format!("{element} {about:?} {inner}");
        if let Some(name) = self.names.get(&key) {
            return name.clone();
        }
        let name = format!("{start}{}", self.names.len() + 1);
        let mut whole = Xml::fragment();
        whole.open(element, &[&[("style:name", name.as_str())], about].concat());
        whole.raw(&inner);
        whole.close(element);
        self.xml.push_str(&whole.finish());
        self.names.insert(key, name.clone());
        name
    }
}

/// The place of a list in a callout, in a quotation or in a list of another kind; lengths in
/// twentieths of a point.
#[derive(Debug, Clone, Copy)]
pub struct ListPlace {
    /// The level, from 0.
    pub level: usize,
    pub ordered: bool,
    /// How often the mark is indented by spaces, so that the bar of a callout stays in place.
    pub inset: usize,
    /// The left margin of its paragraphs.
    pub left: usize,
    /// How far the mark stands before that margin.
    pub hang: usize,
    /// Where the text begins behind the mark, from the edge of the border.
    pub text: usize,
}

impl ListPlace {
    fn bullet(&self) -> &'static str {
        ["•", "–", "·"][self.level % 3]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_twice_is_one_style() {
        let mut all = Automatic::default();
        let mut ask =
            |width: &str| all.style(Family::Column, &[], &[("style:column-width", width)], |_| {});
        assert_eq!([ask("1pt"), ask("2pt"), ask("1pt")], ["Kolom1", "Kolom2", "Kolom1"]);
        assert_eq!(all.xml.matches("<style:style ").count(), 2);
    }

    #[test]
    fn lengths_are_exact() {
        assert_eq!([points(0), points(1), points(230)], ["0.00pt", "0.05pt", "11.50pt"]);
    }
}
