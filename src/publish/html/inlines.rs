//! Writes inline text as HTML.

use crate::markdown::{Inline, is_symbol, plain, quarters};
use crate::publish::anchors::Anchors;
use crate::publish::unbroken::kept;
use quick_xml::escape::escape;

/// Writes plain text, escaped. An amount or a code stays on one line, and symbols of judgements are
/// hidden from screen readers, which would read out their names.
pub fn text(value: &str) -> String {
    let piece = |(whole, piece)| match whole {
        true => format!("<span class=\"kept\">{}</span>", spoken(piece)),
        false => spoken(piece),
    };
    kept(value).into_iter().map(piece).collect()
}

fn spoken(value: &str) -> String {
    let mut out = String::new();
    for run in value.chars().collect::<Vec<_>>().chunk_by(|a, b| !is_symbol(*a) && !is_symbol(*b)) {
        let piece: String = run.iter().collect();
        match run.first().filter(|c| is_symbol(**c)) {
            Some(_) => out.push_str(&format!("<span aria-hidden=\"true\">{piece}</span>")),
            None => out.push_str(&escape(&piece)),
        }
    }
    out
}

/// Writes inlines; `anchors` are those that a link may target.
pub fn inlines(run: &[Inline], anchors: &Anchors) -> String {
    run.iter().map(|i| inline(i, anchors)).collect()
}

fn inline(inline: &Inline, anchors: &Anchors) -> String {
    let inlines = |c: &[Inline]| inlines(c, anchors);
    match inline {
        Inline::Text { v } => text(v),
        Inline::Emph { c } => format!("<em>{}</em>", inlines(c)),
        Inline::Strong { c } => format!("<strong>{}</strong>", inlines(c)),
        Inline::Strike { c } => format!("<s>{}</s>", inlines(c)),
        Inline::Code { v } => format!("<code>{}</code>", escape(v)),
        Inline::Link { url, c } => {
            let words = if plain(c).trim().is_empty() { text(url) } else { inlines(c) };
            // A link to an unknown anchor is plain text, as in the PDF.
            if url.strip_prefix('#').is_some_and(|to| !anchors.contains(to)) {
                return words;
            }
            format!("<a href=\"{}\">{words}</a>", escape(url))
        }
        Inline::Number { n } => format!("[{n}] "),
        Inline::Note { number, first } => reference(*number, *first),
        Inline::Break => "<br>".to_owned(),
        Inline::Soft => "\n".to_owned(),
        Inline::Judgement { level, v, remark } => match remark.as_str() {
            "" => judgement(level, v),
            remark => format!("{}<small>{}</small>", judgement(level, v), text(remark)),
        },
    }
}

/// The anchor of a footnote. No heading has a colon in its anchor.
pub fn note_anchor(number: usize) -> String {
    format!("noot:{number}")
}

/// The anchor of the first reference to a footnote.
pub fn reference_anchor(number: usize) -> String {
    format!("bij-noot:{number}")
}

fn reference(number: usize, first: bool) -> String {
    let id = if first { format!(" id=\"{}\"", reference_anchor(number)) } else { String::new() };
    format!(
        "<sup><a{id} href=\"#{}\" role=\"doc-noteref\" aria-label=\"Noot {number}\">{number}</a></sup>",
        note_anchor(number)
    )
}

/// Writes a judgement as a badge: its symbol as a drawing, and its word.
fn judgement(key: &str, value: &str) -> String {
    let (symbol, word) = value.split_once(' ').unwrap_or(("", value));
    let word = escape(word);
    let disc = match quarters(key) {
        Some(0) => "",
        Some(1) => "<path d=\"M8 8V0A8 8 0 0 1 16 8Z\"/>",
        Some(2) => "<path d=\"M8 0A8 8 0 0 1 8 16Z\"/>",
        Some(3) => "<path d=\"M8 8V0A8 8 0 1 1 0 8Z\"/>",
        Some(_) => "<circle cx=\"8\" cy=\"8\" r=\"8\"/>",
        None => {
            return format!(
                "<span class=\"judgement beside\"><span aria-hidden=\"true\">{symbol}</span> \
                 <span>{word}</span></span>"
            );
        }
    };
    format!(
        "<span class=\"judgement {key}\"><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">\
         <circle class=\"ring\" cx=\"8\" cy=\"8\" r=\"7\"/>{disc}</svg> \
         <span>{word}</span></span>"
    )
}
