//! The line to blame in an entry that is not valid YAML, the reason, and what to type instead.

use super::fault::{
    Fault, begins_with_apostrophe, closed, invisible, is_key, rewritten, shortened,
};
use super::flow::of_flow;
use super::lines::{Line, is_item, lines};
use crate::diagnostics::{CURLY_QUOTES, Phrase, phrase};
use crate::text::invisible::is_unusual_space;
use std::ops::Range;

/// Dashes and dots that other programs use instead of the dash of a list.
pub const BULLETS: [char; 7] = ['–', '—', '•', '·', '−', '‑', '▪'];

impl Fault {
    /// The same fault in a text that begins `by` bytes earlier.
    pub fn moved(self, by: usize) -> Self {
        Self { at: self.at.start + by..self.at.end + by, ..self }
    }
}

/// The entry that does not belong among its neighbours: not a key among keys, or not an item among
/// items.
pub fn out_of_place(text: &str, entries: &[Range<usize>]) -> Option<(Range<usize>, Fault)> {
    let first = entries.first()?;
    let listed = is_item(text, first);
    let indent = |entry: &Range<usize>| {
        let line = first_line(text, entry);
        line.len() - line.trim_start_matches(' ').len()
    };
    let fits = |entry: &&Range<usize>| match listed {
        _ if indent(entry) < indent(first) => false,
        true => is_item(text, entry),
        false => entries.len() == 1 || has_key(first_line(text, entry)),
    };
    let at = entries.iter().position(|entry| !fits(&entry))?;
    let entry = entries.get(at)?;
    let line = lines(text, entry.clone()).into_iter().next()?;
    let typed = text.get(line.at.clone())?;
    let above = at.checked_sub(1).and_then(|at| entries.get(at));
    let above = above.and_then(|above| text.get(above.clone())).unwrap_or("");
    let above = above.trim_end().lines().last().unwrap_or("");
    // The line itself may show the mistake; otherwise, compare it with the line above and the first
    // entry.
    let blame = of_line(&line, typed).unwrap_or_else(|| {
        let (reason, help) = match () {
            () if opens_block(above) => (phrase("yaml-left"), phrase("yaml-left-help")),
            () if listed && indent(entry) == indent(first) => {
                (phrase("yaml-among-items"), phrase("yaml-among-items-help"))
            }
            () if has_key(typed) => (phrase("yaml-indent"), phrase("yaml-further-help")),
            () => (phrase("yaml-no-colon"), phrase("yaml-no-key-help")),
        };
        Fault { at: bare(&line, typed), reason, help }
    });
    Some((entry.clone(), blame))
}

/// The fault within a single entry.
pub fn of_entry(text: &str) -> Option<Fault> {
    let all = lines(text, 0..text.len());
    let mut block: Option<(usize, Option<usize>)> = None;
    // The key above whose value may continue on the next line, and that value.
    let mut open: Option<(usize, &str)> = None;
    for line in &all {
        let typed = text.get(line.at.clone())?;
        if typed.trim().is_empty() {
            continue;
        }
        // Inside a block text (`|` or `>`) nothing is checked except that no line is less indented
        // than its first.
        if let Some((key, indent)) = block {
            if line.indent > key {
                let indent = indent.unwrap_or(line.indent);
                if line.indent < indent {
                    return Some(indented(line, typed));
                }
                block = Some((key, Some(indent)));
                continue;
            }
            block = None;
        }
        if let Some(blame) = of_line(line, typed) {
            return Some(blame);
        }
        let (column, value) = key_and_value(typed);
        if let Some((_, above)) = open.filter(|(key, _)| line.indent > *key && has_key(typed)) {
            return Some(goes_on(line, typed, above));
        }
        let rest = text.get(line.at.start + value.start..)?;
        if let Some(blame) = of_value(line, typed, value.clone(), rest) {
            return Some(blame);
        }
        let value = typed.get(value)?.trim();
        // Only after a plain value or `[]` is an indented key a mistake: other values may span
        // lines.
        let plain = !value.is_empty() && !value.starts_with(['"', '\'', '{', '&', '!']);
        let plain = plain && (!value.starts_with('[') || value == "[]");
        open = (plain && has_key(typed)).then_some((column, value));
        if opens_block(typed) {
            (block, open) = (Some((column, None)), None);
        }
    }
    None
}

/// A line that is indented less or more than those above it.
fn indented(line: &Line, typed: &str) -> Fault {
    Fault {
        at: bare(line, typed),
        reason: phrase("yaml-indent"),
        help: phrase("yaml-further-help"),
    }
}

/// A line with a key below a key that already has a value.
fn goes_on(line: &Line, typed: &str, above: &str) -> Fault {
    let name = typed.trim_start().split(": ").next().unwrap_or("");
    let (reason, help) = match () {
        () if above == "[]" => (phrase("yaml-indent"), phrase("yaml-empty-list-help")),
        () if is_key(name) || name.starts_with("- ") => return indented(line, typed),
        () => (phrase("yaml-goes-on"), phrase("yaml-goes-on-help")),
    };
    Fault { at: bare(line, typed), reason, help }
}

/// The fault in a line that does not depend on the lines around it.
fn of_line(line: &Line, typed: &str) -> Option<Fault> {
    let white = |c: char| c.is_whitespace() || is_unusual_space(c);
    let start = typed.len() - typed.trim_start_matches(white).len();
    let rest = typed.get(start..)?;
    let place = |at: usize, c: char| line.at.start + at..line.at.start + at + c.len_utf8();
    for (at, c) in typed.get(..start)?.char_indices() {
        if c == '\t' {
            let (reason, help) = (phrase("yaml-tabbed"), phrase("yaml-tab"));
            return Some(Fault { at: place(at, c), reason, help });
        }
        if is_unusual_space(c) {
            return Some(invisible(place(at, c), c));
        }
    }
    let mark = rest.chars().next()?;
    if BULLETS.contains(&mark) {
        let reason = phrase("yaml-bullet").with("mark", mark.to_string());
        return Some(Fault { at: place(start, mark), reason, help: phrase("yaml-bullet-help") });
    }
    if let Some(blame) = other_mark(line, start, rest) {
        return Some(blame);
    }
    // After a dash or a colon, only an ordinary space separates.
    let behind = |(at, c): (usize, char)| {
        let before = rest.get(..at)?;
        let key = before.strip_suffix(':').is_some_and(is_key) || before == "-";
        (is_unusual_space(c) && key).then(|| invisible(place(start + at, c), c))
    };
    if let Some(blame) = rest.char_indices().find_map(behind) {
        return Some(blame);
    }
    let key = rest.trim_start_matches("- ").trim_start();
    if let Some((name, value)) = key.split_once(':')
        && is_key(name)
        && value.starts_with(|c: char| !c.is_whitespace() && c != '/')
        && !has_key(rest)
    {
        let at = line.at.start + typed.len() - value.len();
        let help = phrase("yaml-write").with("example", format!("{name}: {}", shortened(value)));
        return Some(Fault { at: at - 1..at, reason: phrase("yaml-close-colon"), help });
    }
    if let Some(item) = rest.strip_prefix('-').filter(|item| has_key(item))
        && item.starts_with(|c: char| c.is_alphanumeric())
    {
        let help = phrase("yaml-write").with("example", format!("- {}", shortened(item)));
        return Some(Fault { at: place(start, '-'), reason: phrase("yaml-close-dash"), help });
    }
    None
}

/// A line with a mark that other programs use for an item or a comment.
fn other_mark(line: &Line, start: usize, rest: &str) -> Option<Fault> {
    let at = |length: usize| line.at.start + start..line.at.start + start + length;
    if rest.starts_with("* ") {
        let reason = phrase("yaml-bullet").with("mark", "*");
        return Some(Fault { at: at(1), reason, help: phrase("yaml-bullet-help") });
    }
    let mark = ["//", "/*", "<!--"].into_iter().find(|mark| rest.starts_with(mark))?;
    let reason = phrase("yaml-comment").with("mark", mark);
    Some(Fault { at: at(mark.len()), reason, help: phrase("yaml-comment-help") })
}

/// The fault in the value of a line. `rest` is the rest of the entry, from the value onwards.
fn of_value(line: &Line, typed: &str, at: Range<usize>, rest: &str) -> Option<Fault> {
    let value = without_comment(typed.get(at.clone())?);
    let place = line.at.start + at.start..line.at.start + at.start + value.len();
    let key = typed.get(..at.start)?.trim();
    let say = |reason: &'static str, help: Phrase| {
        Some(Fault { at: place.clone(), reason: phrase(reason), help })
    };
    match value.chars().next()? {
        quote @ ('"' | '\'') => {
            let after = closed(rest, quote).map(|(_, after)| after);
            match after {
                Some(after) if after.starts_with([',', ']', '}', ':', '#']) => None,
                None if quote == '\'' && begins_with_apostrophe(value) => {
                    say("yaml-apostrophe", rewritten(key, value))
                }
                None => say("yaml-quote", phrase("yaml-close-quote-help")),
                Some("") => None,
                Some(_) => say("yaml-after-quote", rewritten(key, value)),
            }
        }
        '[' | '{' => match of_flow(rest) {
            Err(blame) => Some(blame.moved(place.start)),
            Ok(end) => behind_brackets(key, value, end).map(|blame| blame.moved(place.start)),
        },
        '\u{FEFF}' => Some(invisible(place.start..place.start + 3, '\u{FEFF}')),
        '>' if value.trim_start_matches(['>', '=', ' ']).starts_with(|c: char| c.is_numeric()) => {
            say("yaml-character", rewritten(key, value))
        }
        '?' if value.starts_with("? ") => say("yaml-character", rewritten(key, value)),
        '-' if value.starts_with("- ") && !key.is_empty() && !key.ends_with('-') => {
            say("yaml-dash", rewritten(key, value))
        }
        '|' | '>' | '&' | '*' | '!' | '%' | '@' | '`' | '?' => None,
        curly if CURLY_QUOTES.contains(&curly) && value.contains(": ") => {
            let whole = !value.trim_matches(CURLY_QUOTES).contains(CURLY_QUOTES);
            let whole = whole && value.ends_with(CURLY_QUOTES);
            let help = if whole { phrase("yaml-curly-help") } else { rewritten(key, value) };
            say("yaml-colon", help)
        }
        _ if value.contains(": ") || value.ends_with(':') => {
            say("yaml-colon", rewritten(key, value))
        }
        _ => None,
    }
}

/// The fault after the brackets of a value, which end at byte `end` of it.
fn behind_brackets(key: &str, value: &str, end: usize) -> Option<Fault> {
    let after = value.get(end..)?;
    let start = end + after.len() - after.trim_start_matches([' ', '\t']).len();
    let (at, after) = (0..value.len(), value.get(start..)?);
    let (reason, help) = match after.chars().next()? {
        c if is_unusual_space(c) => return Some(invisible(start..start + c.len_utf8(), c)),
        ']' | '}' => {
            let (reason, help) = (phrase("yaml-extra-bracket"), phrase("yaml-extra-bracket-help"));
            return Some(Fault { at: start..start + 1, reason, help });
        }
        ',' if !key.is_empty() && after.trim_start_matches([',', ' ']).starts_with(['{', '[']) => {
            let listed = format!("{key} [{value}]");
            ("yaml-bare-list", phrase("yaml-write").with("example", listed))
        }
        '#' | ',' | ':' => return None,
        c if c.is_alphanumeric() => ("yaml-after-bracket", rewritten(key, value)),
        _ => ("yaml-after-bracket", phrase("yaml-after-bracket-help")),
    };
    Some(Fault { at, reason: phrase(reason), help })
}

/// A value that begins with a quotation mark or a bracket, without the comment after it. A `#`
/// between quotation marks does not start a comment, nor does one without a space before it.
fn without_comment(value: &str) -> &str {
    let outside = |at: &usize| {
        let before = value.get(..*at).unwrap_or("");
        before.matches('"').count() % 2 == 0
            && (begins_with_apostrophe(value) || before.matches('\'').count() % 2 == 0)
    };
    let end = value.match_indices(" # ").map(|(at, _)| at).find(outside);
    end.and_then(|end| value.get(..end)).unwrap_or(value).trim_end()
}

/// Whether a line begins with a key and its colon, or with a character that may start a key.
fn has_key(line: &str) -> bool {
    let line = line.trim_start().trim_start_matches("- ").trim();
    let name = line.split_once(": ").map(|(name, _)| name).or_else(|| line.strip_suffix(':'));
    line.starts_with(['{', '[', '"', '\'', '?']) || name.is_some()
}

/// Whether a line opens a block text.
fn opens_block(line: &str) -> bool {
    let line = line.trim_end();
    let bare = line.trim_end_matches(['-', '+', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    bare.strip_suffix(['|', '>'])
        .is_some_and(|before| before.ends_with(": ") || before.ends_with("- "))
}

fn first_line<'t>(text: &'t str, entry: &Range<usize>) -> &'t str {
    text.get(entry.clone()).and_then(|own| own.lines().next()).unwrap_or("")
}

/// A line without its indentation and trailing white space.
fn bare(line: &Line, typed: &str) -> Range<usize> {
    line.at.start + line.indent..line.at.start + typed.trim_end().len()
}

/// The column of the key in a line, and the byte range of its value.
fn key_and_value(line: &str) -> (usize, Range<usize>) {
    let mut column = line.len() - line.trim_start().len();
    while line.get(column..).is_some_and(|rest| rest.starts_with("- ")) {
        let rest = line.get(column + 2..).unwrap_or("");
        column += 2 + rest.len() - rest.trim_start().len();
    }
    let rest = line.get(column..).unwrap_or("");
    let named = rest.split_once(": ").filter(|(name, _)| is_key(name));
    let before = named.map_or(0, |(name, _)| name.len() + 2);
    let value = rest.get(before..).unwrap_or("");
    let value = if named.is_none() && rest.trim_end().ends_with(':') { "" } else { value };
    let comment = match value.starts_with(['"', '\'', '[', '{']) {
        true => value.len(),
        false => value.find(" #").unwrap_or(value.len()),
    };
    let trimmed = value.get(..comment).unwrap_or("").trim_end();
    let lead = trimmed.len() - trimmed.trim_start().len();
    let start = column + before + lead;
    (column, start..start + trimmed.trim_start().len())
}
