//! Finds characters that no font has, or that PDF/A forbids, each at its place.
//!
//! Typst refuses them too, but can only point to a place in the theme.

use super::world::Typesetter;
use crate::diagnostics::{Code, Diagnostic, FileId, Report, SourceMap, Span};
use crate::markdown::{Block, Head, Inline, parse};
use crate::model::Located;
use crate::text::Places;
use crate::text::invisible::unseen;
use std::collections::BTreeSet;
use unicode_normalization::char::is_combining_mark;

/// Checks texts that a user typed: each typed character at its place, and each character that only
/// an escape stands for.
pub fn check_texts(
    typesetter: &Typesetter,
    texts: &[Located<String>],
    sources: &SourceMap,
    report: &mut Report,
) {
    for text in texts {
        check_span(typesetter, text.span, sources, report);
        let typed = sources.slice(text.span);
        // A Markdown entity or a YAML escape only becomes a character after parsing.
        if !typed.contains(['&', '\\']) {
            continue;
        }
        let mut meant: BTreeSet<char> = text.value.chars().collect();
        parse(&text.value).blocks.iter().for_each(|b| block(b, &mut meant));
        for character in meant.into_iter().filter(|c| !typed.contains(*c)) {
            let place = match text.value.find(character) {
                Some(at) => Places::of(text, sources).span(at, at + character.len_utf8()),
                None => typed.find("&#").map_or(text.span, |at| text.span.part(at, at + 2)),
            };
            let before = text.value.split(character).next().and_then(|t| t.chars().next_back());
            report.extend_some(match hidden(before, character) {
                true => Some(hidden_at(character, place)),
                false => diagnose(typesetter, character, place),
            });
        }
    }
}

fn check_span(typesetter: &Typesetter, span: Span, sources: &SourceMap, report: &mut Report) {
    let text = sources.slice(span);
    let plain = |b: u8| matches!(b, b' '..=b'~' | b'\n');
    if typesetter.covers_plain() && text.bytes().all(plain) {
        return;
    }
    // `before` is the previous character; `letter` is the base character that a combining mark is
    // set on, so other marks in between do not count.
    let (mut before, mut letter) = (None, None);
    for (at, character) in text.char_indices() {
        let place = span.part(at, at + character.len_utf8());
        report.extend_some(match hidden(before, character) {
            true => Some(hidden_at(character, place)),
            false if apart(typesetter, letter, character) => Some(no_glyph(character, place)),
            false => diagnose(typesetter, character, place),
        });
        before = Some(character);
        if !is_combining_mark(character) {
            letter = Some(character);
        }
    }
}

/// Whether no font has both a combining mark and the letter before it, such as `a\u{355}`.
fn apart(typesetter: &Typesetter, letter: Option<char>, mark: char) -> bool {
    let marked = is_combining_mark(mark) && !ignorable(mark);
    marked && letter.is_some_and(|letter| !typesetter.joins(letter, mark))
}

/// Checks a whole nota: its text, and characters that only appear after parsing, such as
/// `&#xE000;`.
pub fn check_document(
    typesetter: &Typesetter,
    (head, blocks): (&Head, &[Block]),
    file: FileId,
    sources: &SourceMap,
    report: &mut Report,
) {
    let text = sources.text(file);
    let whole = Span { file, start: 0, end: text.len() };
    check_span(typesetter, whole, sources, report);
    let typed: BTreeSet<char> = text.chars().collect();
    let mut read: BTreeSet<char> = head.texts().flat_map(str::chars).collect();
    blocks.iter().for_each(|b| block(b, &mut read));
    for character in read.difference(&typed) {
        // Where such a character was typed is not known, so it is reported at the start of the
        // file.
        let place = whole.part(0, 0);
        report.extend_some(match hidden(None, *character) {
            true => Some(hidden_at(*character, place)),
            false => diagnose(typesetter, *character, place),
        });
    }
}

/// The first character of a text that a PDF cannot show.
pub fn strange(typesetter: &Typesetter, text: &str) -> Option<char> {
    let fits = |c: &char| {
        matches!(c, '\n' | '\r' | '\t')
            || ignorable(*c)
            || (!forbidden(*c) && typesetter.covers(*c))
    };
    text.chars().find(|c| !fits(c))
}

fn diagnose(typesetter: &Typesetter, character: char, span: Span) -> Option<Diagnostic> {
    if matches!(character, '\n' | '\r' | '\t') || ignorable(character) {
        return None;
    }
    let code = || format!("U+{:04X}", u32::from(character));
    if forbidden(character) {
        return Some(Diagnostic::at(Code::ForbiddenCharacter, span).with("code", code()));
    }
    (!typesetter.covers(character)).then(|| no_glyph(character, span))
}

fn no_glyph(character: char, span: Span) -> Diagnostic {
    Diagnostic::at(Code::NoGlyph, span)
        .with("character", character.to_string())
        .with("code", format!("U+{:04X}", u32::from(character)))
}

/// Whether a character is invisible and changes how a text reads: it reverses the direction, or
/// splits or joins words. Joiners are allowed in scripts that join letters, and in emoji.
fn hidden(before: Option<char>, character: char) -> bool {
    match character {
        // A soft hyphen, direction marks, the word joiner, and variation selectors.
        '\u{AD}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' => false,
        // The tags of emoji flags.
        '\u{E0020}'..='\u{E007F}' => false,
        '\u{200C}' | '\u{200D}' => !before.is_some_and(|c| {
            matches!(c, '\u{0600}'..='\u{10FF}' | '\u{1780}'..='\u{18AF}' | '\u{2190}'..='\u{2BFF}'
                | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}' | '\u{E0020}'..='\u{E007F}')
        }),
        _ => unseen(character) && !forbidden(character),
    }
}

fn hidden_at(character: char, span: Span) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(character));
    Diagnostic::at(Code::HiddenCharacter, span).with("code", code)
}

/// Format characters that affect other characters and have no glyph themselves.
fn ignorable(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}')
}

/// Controls, private use, U+FEFF and line separators: PDF/A-2a (ISO 19005-2, 6.2.11.7) forbids
/// them, and the text extraction that PDF/UA-1 requires cannot handle them.
fn forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{FEFF}' | '\u{2028}' | '\u{2029}' | '\u{E000}'..='\u{F8FF}'
            | '\u{F0000}'..='\u{10FFFF}')
}

fn block(block: &Block, into: &mut BTreeSet<char>) {
    match block {
        Block::Heading { c, .. } | Block::Para { c } => inlines(c, into),
        Block::List { items, .. } | Block::Notes { items } => {
            items.iter().flatten().for_each(|b| self::block(b, into))
        }
        Block::Quote { c } => c.iter().for_each(|b| self::block(b, into)),
        Block::Callout { title, c, .. } => {
            inlines(title, into);
            c.iter().for_each(|b| self::block(b, into));
        }
        Block::Code { text, .. } => into.extend(text.chars()),
        Block::Table { header, rows, .. } => {
            header.iter().for_each(|cell| inlines(cell, into));
            rows.iter().flatten().for_each(|cell| inlines(cell, into));
        }
        Block::Rule => {}
        Block::Figure { alt, caption, .. } => {
            into.extend(alt.chars());
            caption.iter().for_each(|c| inlines(c, into));
        }
    }
}

fn inlines(run: &[Inline], into: &mut BTreeSet<char>) {
    for inline in run {
        match inline {
            Inline::Text { v } | Inline::Code { v } => into.extend(v.chars()),
            Inline::Judgement { v, remark, .. } => into.extend(v.chars().chain(remark.chars())),
            Inline::Emph { c } | Inline::Strong { c } | Inline::Strike { c } => inlines(c, into),
            Inline::Link { url, c } => {
                into.extend(url.chars());
                inlines(c, into);
            }
            Inline::Break | Inline::Soft | Inline::Note { .. } | Inline::Number { .. } => {}
        }
    }
}
