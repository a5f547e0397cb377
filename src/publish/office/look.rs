//! The look of the house for the templates of an office document, and their filling in.

use super::callouts::CALLOUTS;
use super::slices;
use super::tokens::{Colours, Tokens, whole};
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, Span};
use crate::markdown::{Head, judgement_keys};
use crate::templates::Templates;
use serde::Serialize;

/// What every template sees.
#[derive(Serialize)]
pub struct Look<'a> {
    colour: &'a Colours,
    /// Fonts, and sizes in half points.
    font: FontView<'a>,
    head: &'a Head,
    callouts: Vec<CalloutView<'a>>,
    judgements: Vec<JudgementView<'a>>,
}

#[derive(Serialize)]
struct FontView<'a> {
    text: &'a str,
    heading: &'a str,
    code: &'a str,
    size: usize,
    table: usize,
}

#[derive(Serialize)]
struct CalloutView<'a> {
    id: &'a str,
    name: &'a str,
    bar: &'a str,
    width: usize,
    fill: &'a str,
    filled: bool,
    top: bool,
    italic: bool,
    small: bool,
}

#[derive(Serialize)]
struct JudgementView<'a> {
    id: String,
    name: String,
    colour: &'a str,
}

impl<'a> Look<'a> {
    pub fn new(tokens: &'a Tokens, head: &'a Head) -> Self {
        let Tokens { colour, word, .. } = tokens;
        // A summary must fit on one page, so its type is smaller.
        let less = if head.kind.is_one_page() { 1.0 } else { 0.0 };
        let callouts = CALLOUTS.iter().map(|callout| CalloutView {
            id: callout.id,
            name: callout.name,
            bar: colour.named(callout.bar),
            width: callout.width,
            fill: colour.named(callout.fill),
            filled: callout.filled(),
            top: callout.top,
            italic: callout.italic,
            small: callout.small,
        });
        let judgements = judgement_keys().map(|key| JudgementView {
            id: judgement_style(key),
            name: format!("Oordeel {}", key.replace('-', " ")),
            colour: colour.judgement(key),
        });
        Self {
            colour,
            font: FontView {
                text: &word.text,
                heading: &word.heading,
                code: &word.code,
                size: whole((word.size - less) * 2.0),
                table: whole((word.table - less / 2.0) * 2.0),
            },
            head,
            callouts: callouts.collect(),
            judgements: judgements.collect(),
        }
    }
}

/// The id of the character style of a judgement.
pub fn judgement_style(level: &str) -> String {
    let words = level.split('-').map(|word| {
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        format!("{}{rest}", first.to_uppercase())
    });
    format!("Oordeel{}", words.collect::<String>())
}

/// Fills in a part, by its path below `templates/` without the endings; errors in its template are in
/// the report.
pub fn fill(
    part: &str,
    view: &impl Serialize,
    templates: &mut Templates,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<String> {
    let path = format!("{part}.xml.jinja");
    let xml = templates.render(&path, view, report)?;
    match slices::children(&xml) {
        Ok(_) => Some(xml),
        Err(broken) => {
            let file = sources.add(format!("templates/{path}"), &xml);
            let span = Span { file, start: broken.at, end: broken.at };
            report.push(Diagnostic::at(Code::WordPartBroken, span).with("reason", broken.reason));
            None
        }
    }
}
