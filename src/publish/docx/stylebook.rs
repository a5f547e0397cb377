//! The styles of a file and their ids: the program's own styles, or those of a municipality's Word
//! file with the missing ones added.

use crate::publish::office::slices::{Broken, attribute, children, elements};
use crate::publish::office::tokens::Colours;
use quick_xml::Writer;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};

/// The styles of a file, with a mapping from our ids.
pub struct StyleBook {
    /// The XML of the part.
    pub xml: String,
    /// Our ids that are different in this file.
    names: BTreeMap<String, String>,
    /// Our ids of styles that the municipality's file defines itself.
    theirs: BTreeSet<String>,
    colours: Colours,
    borrowed: bool,
}

/// The properties of a style that are needed here.
struct Style {
    kind: String,
    id: String,
    name: String,
    default: bool,
    range: std::ops::Range<usize>,
}

impl StyleBook {
    /// The program's own styles.
    pub fn own(xml: String, colours: Colours) -> Self {
        Self { xml, names: BTreeMap::new(), theirs: BTreeSet::new(), colours, borrowed: false }
    }

    /// A municipality's styles, with ours added. A style that has the name of one of ours replaces
    /// it: Word stores the names of built-in styles in English, whatever language it shows. If only
    /// the id is taken, ours gets another one.
    pub fn borrowed(theirs: &str, ours: &str, colours: Colours) -> Result<Self, Broken> {
        let (known, end) = styles(theirs)?;
        let (wanted, _) = styles(ours)?;
        let taken: BTreeSet<&str> = known.iter().map(|s| s.id.as_str()).collect();
        let mut names = BTreeMap::new();
        let (mut found, mut missing) = (BTreeSet::new(), Vec::new());
        for style in &wanted {
            let same = |s: &&Style| s.kind == style.kind && s.name == style.name;
            if let Some(own) = known.iter().find(same) {
                names.insert(style.id.clone(), own.id.clone());
                found.insert(style.id.clone());
                continue;
            }
            if taken.contains(style.id.as_str()) {
                names.insert(style.id.clone(), format!("Rekenkamer{}", style.id));
            }
            missing.push(style);
        }
        let mut xml = theirs.get(..end).unwrap_or("").to_owned();
        for style in missing {
            let others = known.iter().any(|s| s.kind == style.kind && s.default);
            let slice = ours.get(style.range.clone()).unwrap_or("");
            xml.push_str(&renamed(slice, &names, others));
        }
        xml.push_str(theirs.get(end..).unwrap_or(""));
        Ok(Self { xml: in_dutch(&xml), names, theirs: found, colours, borrowed: true })
    }

    /// The id in this file of one of our styles.
    pub fn id(&self, ours: &str) -> String {
        self.names.get(ours).cloned().unwrap_or_else(|| ours.to_owned())
    }

    /// Replaces our style ids in a part with the ids of this file.
    pub fn renamed(&self, xml: &str) -> String {
        rewritten(xml, |element| {
            if !matches!(element.name().as_ref(), "w:pStyle" | "w:rStyle" | "w:tblStyle") {
                return None;
            }
            let attributes = crate::publish::office::slices::attributes(element).ok()?;
            let mut out = BytesStart::new(element.name().as_ref().to_owned());
            out.push_attribute(("w:val", self.id(attribute(&attributes, "w:val")?).as_str()));
            Some(out)
        })
    }

    pub fn colours(&self) -> &Colours {
        &self.colours
    }

    /// Whether one of our styles is defined by the municipality.
    pub fn is_theirs(&self, ours: &str) -> bool {
        self.theirs.contains(ours)
    }

    /// Whether the styles come from a municipality's file.
    pub fn is_borrowed(&self) -> bool {
        self.borrowed
    }
}

/// The styles of a part, and the offset at which a style can be added.
fn styles(xml: &str) -> Result<(Vec<Style>, usize), Broken> {
    let part = children(xml)?;
    let mut out = Vec::new();
    for child in part.children.iter().filter(|c| c.name == "w:style") {
        let slice = xml.get(child.range.clone()).unwrap_or("");
        let name = elements(slice).into_iter().find(|e| e.name == "w:name");
        let name = name.and_then(|e| e.get("w:val").map(str::to_lowercase));
        out.push(Style {
            kind: child.get("w:type").unwrap_or("paragraph").to_owned(),
            id: child.get("w:styleId").unwrap_or_default().to_owned(),
            name: name.unwrap_or_default(),
            default: matches!(child.get("w:default"), Some("1" | "true" | "on")),
            range: child.range.clone(),
        });
    }
    let end = part.children.last().map_or(part.root.range.start, |c| c.range.end);
    Ok((out, end))
}

/// Rewrites one of our styles with the ids of the file it goes to. With `others`, that file has a
/// default style, so ours is not marked as default.
fn renamed(slice: &str, names: &BTreeMap<String, String>, others: bool) -> String {
    rewritten(slice, |element| {
        let key = match element.name().as_ref() {
            "w:style" => "w:styleId",
            "w:basedOn" | "w:next" | "w:link" => "w:val",
            _ => return None,
        };
        let mut out = BytesStart::new(element.name().as_ref().to_owned());
        for (name, value) in crate::publish::office::slices::attributes(element).ok()? {
            let value = names.get(&value).filter(|_| name == key).unwrap_or(&value);
            if !(name == "w:default" && others) {
                out.push_attribute((name.as_str(), value.as_str()));
            }
        }
        Some(out)
    })
}

/// Sets Dutch as the language of all text, so that a screen reader and the spelling checker do not
/// assume another one.
fn in_dutch(xml: &str) -> String {
    let xml = rewritten(xml, |element| {
        if element.name().as_ref() != "w:lang" {
            return None;
        }
        let mut out = BytesStart::new("w:lang");
        for (name, value) in crate::publish::office::slices::attributes(element).ok()? {
            let value = if name == "w:val" { "nl-NL" } else { value.as_str() };
            out.push_attribute((name.as_str(), value));
        }
        Some(out)
    });
    let Ok(part) = children(&xml) else { return xml };
    let (range, defaults) = match part.children.iter().find(|c| c.name == "w:docDefaults") {
        Some(child) => (child.range.clone(), xml.get(child.range.clone()).unwrap_or("")),
        None => (part.root.range.start..part.root.range.start, ""),
    };
    if elements(defaults).iter().any(|e| e.name == "w:lang" && e.get("w:val").is_some()) {
        return xml;
    }
    let language = "<w:lang w:val=\"nl-NL\"/>";
    let spoken = if defaults.contains("</w:rPr>") {
        defaults.replacen("</w:rPr>", &format!("{language}</w:rPr>"), 1)
    } else {
        let paragraphs = children(defaults).ok().and_then(|part| {
            let child = part.children.into_iter().find(|c| c.name == "w:pPrDefault")?;
            defaults.get(child.range)
        });
        format!(
            "<w:docDefaults><w:rPrDefault><w:rPr>{language}</w:rPr></w:rPrDefault>{}</w:docDefaults>",
            paragraphs.unwrap_or("")
        )
    };
    let (before, after) = (xml.get(..range.start), xml.get(range.end..));
    format!("{}{spoken}{}", before.unwrap_or(""), after.unwrap_or(""))
}

/// Copies XML, with the elements replaced for which `change` returns a new one.
pub fn rewritten(
    xml: &str,
    change: impl Fn(&BytesStart<'_>) -> Option<BytesStart<'static>>,
) -> String {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut writer = Writer::new(Vec::new());
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) | Err(_) => break,
            Ok(Event::Start(element)) => match change(&element) {
                Some(changed) => Event::Start(changed),
                None => Event::Start(element),
            },
            Ok(Event::Empty(element)) => match change(&element) {
                Some(changed) => Event::Empty(changed),
                None => Event::Empty(element),
            },
            Ok(event) => event,
        };
        // Writing to memory cannot fail.
        let _ = writer.write_event(event);
    }
    String::from_utf8(writer.into_inner()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colours() -> Colours {
        let text = "ink='#000'\nmuted='#000'\nbrand='#000'\naccent='#000'\nlink='#000'\n\
            rule='#000'\npanel='#000'\nwarm='#000'\n[judgement]\n";
        toml::from_str(text).unwrap()
    }

    #[test]
    fn a_style_is_known_by_its_name_and_what_is_missing_is_added() {
        let theirs = "<w:styles xmlns:w=\"x\"><w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault>\
            </w:docDefaults><w:style w:type=\"paragraph\" w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/></w:style>\
            <w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Iets anders\"/></w:style></w:styles>";
        let ours = "<w:styles xmlns:w=\"x\"><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style>\
            <w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Quote\"/><w:basedOn w:val=\"Heading1\"/></w:style></w:styles>";
        let book = StyleBook::borrowed(theirs, ours, colours()).unwrap();
        assert_eq!(book.id("Heading1"), "Kop1");
        assert_eq!(book.id("Quote"), "RekenkamerQuote");
        assert!(book.xml.contains("<w:basedOn w:val=\"Kop1\"/>"), "{}", book.xml);
        assert_eq!(book.xml.matches("heading 1").count(), 1);
    }

    #[test]
    fn the_language_is_dutch_whatever_the_defaults_say() {
        for defaults in [
            "",
            "<w:docDefaults/>",
            "<w:docDefaults><w:rPrDefault/><w:pPrDefault/></w:docDefaults>",
            "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>",
            "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"20\"/></w:rPr></w:rPrDefault></w:docDefaults>",
            "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-US\"/></w:rPr></w:rPrDefault></w:docDefaults>",
        ] {
            let xml = in_dutch(&format!("<w:styles>{defaults}<w:style/></w:styles>"));
            let found = elements(&xml);
            let said: Vec<_> = found.iter().filter(|e| e.name == "w:lang").collect();
            assert_eq!(said.len(), 1, "{xml}");
            assert_eq!(said[0].get("w:val"), Some("nl-NL"), "{xml}");
            assert!(children(&xml).is_ok(), "{xml}");
        }
    }
}
