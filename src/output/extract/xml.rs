//! The texts of XML and HTML: what stands between tags, attribute by attribute, and what a reader
//! does not see.

use super::Part;
use crate::diagnostics::phrase;
use crate::output::firewall::SEAM;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// Elements that a reader sees apart from what stands before and after them, in HTML, SVG, Word and
/// Excel, by their name without prefix.
const APART: &str = " p div td th tr table li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article \
    header footer nav main aside figure figcaption caption blockquote pre title desc text option \
    label button body head html script style tc tbl si row c hdr ftr footnote comment docPr ";

/// Elements that a reader sees as a space.
const SPACES: &str = " br tab cr wbr noBreakHyphen ";

/// Elements of HTML whose content is no markup: a `<` in them begins no tag.
const RAW: [&str; 2] = ["script", "style"];

/// The texts of a file. What is no XML gives what could be read of it.
pub fn parts(text: &str) -> Vec<Part> {
    let (markup, raw) = without_raw(text);
    let mut out = markup_parts(&markup);
    out.extend(raw.into_iter().map(|text| Part::inside(phrase("place-script"), text)));
    out
}

/// The markup with its scripts and style sheets left empty, and what stood in those. Data in a
/// script is JSON, whose escapes are undone too.
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
        raw.extend(super::json(inside).map(|part| part.text));
        from = end;
    }
    if raw.is_empty() {
        return (Cow::Borrowed(text), raw);
    }
    markup.push_str(text.get(from..).unwrap_or(""));
    (Cow::Owned(markup), raw)
}

fn markup_parts(text: &str) -> Vec<Part> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let (mut seen, mut unseen) = (String::new(), String::new());
    loop {
        match reader.read_event() {
            Ok(Event::Eof) | Err(_) => break,
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                boundary(tag.local_name().as_ref(), &mut seen);
                attributes(&tag, &mut unseen);
            }
            Ok(Event::End(tag)) => boundary(tag.local_name().as_ref(), &mut seen),
            Ok(Event::Text(text)) => seen.push_str(&text),
            Ok(Event::CData(text)) => seen.push_str(&text),
            Ok(Event::GeneralRef(name)) => seen.push_str(&format!("&{};", &*name)),
            Ok(Event::Comment(text)) => apart(&text, &mut unseen),
            Ok(Event::PI(text)) => apart(&text, &mut unseen),
            Ok(Event::DocType(text)) => apart(&text, &mut unseen),
            Ok(Event::Decl(_)) => {}
        }
    }
    vec![Part::inside(phrase("place-text"), seen), Part::inside(phrase("place-attribute"), unseen)]
}

/// What a tag is between two texts: an end, a space, or nothing that a reader would see.
fn boundary(name: &str, into: &mut String) {
    let listed = |list: &str| list.contains(&format!(" {name} "));
    if listed(APART) {
        into.push_str("\n\n");
    } else if listed(SPACES) {
        into.push(' ');
    } else if name == "tspan" {
        // A line of a drawing, or a run of other letters within one.
        into.push(SEAM);
    }
}

fn attributes(tag: &BytesStart<'_>, into: &mut String) {
    for attribute in tag.html_attributes().with_checks(false).flatten() {
        // What is embedded is read by itself.
        let value = &*attribute.value;
        if !value.starts_with("data:") {
            apart(value, into);
        }
    }
}

fn apart(text: &str, into: &mut String) {
    into.push_str(text);
    into.push_str("\n\n");
}
