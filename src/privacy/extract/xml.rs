//! Extracts the texts of XML and HTML: the text between tags, the attributes, and hidden text.

use super::part::{Nested, Part, Parts, json, unread};
use crate::diagnostics::phrase;
use crate::privacy::names::RUN_BREAK;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// Block-level elements of HTML, SVG, office formats and metadata, by local name: their text is
/// separate from the text before and after.
const APART: &str = " p div td th tr table li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article \
    header footer nav main aside figure figcaption caption blockquote pre title desc text option \
    label button body head html script style tc tbl si row c hdr ftr footnote comment docPr h \
    table-cell list-item annotation creator initial-creator subject description keyword keywords \
    category generator ";

/// Elements rendered as a space.
const SPACES: &str = " br tab cr wbr noBreakHyphen line-break text:s ";

/// HTML elements with raw text content, in which `<` does not begin a tag.
const RAW: [&str; 2] = ["script", "style"];

/// The texts of a file, and of the files embedded in its addresses.
pub fn parts(text: &str, nested: Nested) -> Parts {
    let (markup, raw) = without_raw(text);
    let mut out = markup_parts(&markup, nested)?;
    for text in raw {
        out.extend(nested.styled(&text)?);
        out.extend(nested.loose(&text)?);
        out.push(Part::inside(phrase("place-script"), text));
    }
    Ok(out)
}

/// Splits the markup from the contents of its scripts and style sheets. Data in a script is JSON,
/// which is also unescaped.
fn without_raw(text: &str) -> (Cow<'_, str>, Vec<String>) {
    let lower = text.to_ascii_lowercase();
    let tag = |mark: &str, name: &str, from: usize| {
        let whole = format!("{mark}{name}");
        let ends = |at: &usize| {
            let behind = lower.get(at + whole.len()..).unwrap_or("");
            behind.starts_with(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/')
        };
        lower.get(from..)?.match_indices(&whole).map(|(at, _)| from + at).find(ends)
    };
    let next = |from: usize| {
        let opened = RAW.iter().filter_map(|name| {
            let at = tag("<", name, from)?;
            let start = lower.get(at..)?.find('>')? + at + 1;
            Some((start, tag("</", name, start)?))
        });
        opened.min()
    };
    let mut raw = Vec::new();
    let (mut markup, mut from) = (String::new(), 0);
    while let Some((start, end)) = next(from) {
        markup.push_str(text.get(from..start).unwrap_or(""));
        let inside = text.get(start..end).unwrap_or("");
        raw.push(inside.to_owned());
        raw.extend(json(inside).map(|part| part.text));
        from = end;
    }
    if raw.is_empty() {
        return (Cow::Borrowed(text), raw);
    }
    markup.push_str(text.get(from..).unwrap_or(""));
    (Cow::Owned(markup), raw)
}

/// The element of a footnote in OpenDocument, which stands within the text that refers to it.
const NOTE: &str = "text:note";

fn markup_parts(text: &str, nested: Nested) -> Parts {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let (mut seen, mut unseen) = (String::new(), String::new());
    let mut within = Vec::new();
    // The texts around a note, which go on behind it.
    let mut around = Vec::new();
    loop {
        match reader.read_event().map_err(|_| unread("unread-xml"))? {
            Event::Eof => break,
            Event::Start(tag) if tag.name().as_ref() == NOTE => {
                around.push(std::mem::take(&mut seen));
                within.extend(attributes(&tag, nested, &mut unseen)?);
            }
            Event::Start(tag) | Event::Empty(tag) => {
                boundary(tag.name().as_ref(), &mut seen);
                within.extend(attributes(&tag, nested, &mut unseen)?);
            }
            Event::End(tag) => {
                if tag.name().as_ref() == NOTE
                    && let Some(text) = around.pop()
                {
                    let note = std::mem::replace(&mut seen, text);
                    within.push(Part::inside(phrase("place-text"), note));
                }
                boundary(tag.name().as_ref(), &mut seen);
            }
            Event::Text(text) => seen.push_str(&text),
            Event::CData(text) => seen.push_str(&text),
            Event::GeneralRef(name) => seen.push_str(&format!("&{};", &*name)),
            Event::Comment(text) => apart(&text, &mut unseen),
            Event::PI(text) => apart(&text, &mut unseen),
            Event::DocType(text) => apart(&text, &mut unseen),
            Event::Decl(_) => {}
        }
    }
    around.push(seen);
    let seen = around.join("\n\n");
    within.extend(nested.loose(&seen)?);
    within.extend(nested.loose(&unseen)?);
    within.push(Part::inside(phrase("place-text"), seen));
    within.push(Part::inside(phrase("place-attribute"), unseen));
    Ok(within)
}

/// Adds the separation that a tag makes between two texts: a paragraph break, a space, or a break
/// of the run that shows no space.
fn boundary(name: &str, into: &mut String) {
    let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
    let listed = |list: &str| [name, local].iter().any(|n| list.contains(&format!(" {n} ")));
    if listed(APART) {
        into.push_str("\n\n");
    } else if listed(SPACES) {
        into.push(' ');
    } else if local == "tspan" {
        // A line of a drawing, or a change of font within a word.
        into.push(RUN_BREAK);
    }
}

/// Adds the attribute texts of a tag, and returns the texts of the files embedded in them.
fn attributes(tag: &BytesStart<'_>, nested: Nested, into: &mut String) -> Parts {
    let mut out = Vec::new();
    for attribute in tag.html_attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| unread("unread-xml"))?;
        let typed = &*attribute.value;
        // An HTML-only entity is kept as typed: addresses do not need one.
        let value = unescape(typed).unwrap_or(Cow::Borrowed(typed));
        match nested.embedded(&value) {
            Some(parts) => out.extend(parts?),
            None => {
                out.extend(nested.styled(&value)?);
                apart(typed, into);
            }
        }
    }
    Ok(out)
}

fn apart(text: &str, into: &mut String) {
    into.push_str(text);
    into.push_str("\n\n");
}
