//! The place of a mistake between brackets: a list `[…]` or keys `{…}` typed on one line.
//!
//! Between brackets a comma ends every text, so a mistake concerns a single part; only that part is
//! reported, not everything between the brackets.

use super::fault::{Fault, begins_with_apostrophe, closed, invisible, is_key, rewritten};
use crate::diagnostics::{Phrase, phrase};
use crate::text::invisible::is_unusual_space;
use std::ops::Range;

/// What was read last.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    /// A bracket or a comma: a part may begin.
    Begin,
    /// The colon after a key: its value may begin.
    Colon,
    /// A character of a text without quotation marks.
    Plain,
    /// The end of a text between quotation marks.
    Quoted,
    /// A closing bracket.
    Closed,
}

/// An open bracket, and the part in it that is being read.
struct Open {
    mark: char,
    at: usize,
    /// Start of the value: after the colon, if there is one.
    value: usize,
    colons: usize,
}

/// A reader of text between brackets.
struct Flow<'t> {
    text: &'t str,
    at: usize,
    open: Vec<Open>,
    last: Last,
}

/// The fault in the brackets at the start of a text; if there is none, the offset at which they
/// end.
pub fn of_flow(text: &str) -> Result<usize, Fault> {
    let mut flow = Flow { text, at: 0, open: Vec::new(), last: Last::Begin };
    while let Some(c) = flow.rest().chars().next() {
        if let Some(blame) = flow.step(c) {
            return Err(blame);
        }
        if flow.open.is_empty() {
            return Ok(flow.at);
        }
    }
    Err(flow.unclosed())
}

impl Flow<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn step(&mut self, c: char) -> Option<Fault> {
        let begins = matches!(self.last, Last::Begin | Last::Colon);
        let ended = matches!(self.last, Last::Quoted | Last::Closed);
        match c {
            c if is_unusual_space(c) && (ended || (begins && self.odd_breaks(c))) => {
                return Some(invisible(self.here(c.len_utf8()), c));
            }
            c if c.is_whitespace() || (begins && is_unusual_space(c)) => self.at += c.len_utf8(),
            '#' if self.text.get(..self.at).is_some_and(|t| t.ends_with([' ', '\n'])) => {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
            }
            ',' => return self.comma(),
            ']' | '}' => return self.close(c),
            '[' | '{' if begins => {
                self.at += 1;
                self.open.push(Open { mark: c, at: self.at - 1, value: self.at, colons: 0 });
                self.last = Last::Begin;
            }
            '"' | '\'' if begins => return self.quoted(c),
            // A colon ends a key only before a space or after a closing quotation mark or bracket,
            // so that `a:b` and `https://` remain text.
            ':' if ended || self.rest().get(1..).is_some_and(|r| r.starts_with([' ', '\n'])) => {
                return self.colon();
            }
            _ if ended => return Some(self.behind(c)),
            '[' | '{' => {
                let held = self.value_around();
                return self.of_text("yaml-bracket-within", held);
            }
            _ => (self.at, self.last) = (self.at + c.len_utf8(), Last::Plain),
        }
        None
    }

    /// Whether an invisible character at the start of a part prevents parsing: before a bracket or
    /// a quotation mark, or if it is a byte order mark.
    fn odd_breaks(&self, c: char) -> bool {
        let rest = self.rest().trim_start_matches(|c: char| is_unusual_space(c) || c == ' ');
        c == '\u{FEFF}' || rest.starts_with(['[', '{', '"', '\''])
    }

    fn here(&self, length: usize) -> Range<usize> {
        self.at..self.at + length
    }

    fn comma(&mut self) -> Option<Fault> {
        let list = self.open.last().is_some_and(|open| open.mark == '[');
        if self.last == Last::Begin && list {
            let (reason, help) = (phrase("yaml-two-commas"), phrase("yaml-two-commas-help"));
            return Some(Fault { at: self.here(1), reason, help });
        }
        self.at += 1;
        let value = self.at;
        if let Some(open) = self.open.last_mut() {
            (open.value, open.colons) = (value, 0);
        }
        self.last = Last::Begin;
        None
    }

    fn close(&mut self, c: char) -> Option<Fault> {
        let open = self.open.pop()?;
        if (open.mark == '[') != (c == ']') {
            let (reason, mark) = missing(open.mark);
            let help = phrase("yaml-close-before-help").with("mark", mark);
            return Some(Fault { at: open.at..open.at + 1, reason: phrase(reason), help });
        }
        self.at += 1;
        self.last = Last::Closed;
        None
    }

    fn colon(&mut self) -> Option<Fault> {
        let at = self.at + 1;
        let open = self.open.last_mut()?;
        open.colons += 1;
        if open.colons > 1 {
            let from = open.value;
            return Some(self.second_colon(from));
        }
        open.value = at;
        (self.at, self.last) = (at, Last::Colon);
        None
    }

    /// A second `: ` in one part: a `;` was typed for a comma, or a comma is missing.
    fn second_colon(&self, from: usize) -> Fault {
        let between = self.text.get(from..self.at).unwrap_or("");
        if let Some(at) = between.find("; ") {
            return semicolon(from + at);
        }
        let at = from + between.len() - between.trim_start().len();
        Fault {
            at: at..self.part_end(self.at),
            reason: phrase("yaml-two-colons"),
            help: phrase("yaml-two-colons-help"),
        }
    }

    /// A text between quotation marks, up to the closing one.
    fn quoted(&mut self, quote: char) -> Option<Fault> {
        let typed = self.rest().split([',', '}', ']', '\n']).next().unwrap_or("").trim_end();
        let length = typed.len();
        if begins_with_apostrophe(typed) && !typed.ends_with('\'') {
            return self.of_text("yaml-apostrophe", self.here(length));
        }
        let Some((end, _)) = closed(self.rest(), quote) else {
            let (reason, help) = (phrase("yaml-quote"), phrase("yaml-close-quote-help"));
            return Some(Fault { at: self.here(length), reason, help });
        };
        (self.at, self.last) = (self.at + end, Last::Quoted);
        None
    }

    /// Text directly after a closing quotation mark or bracket: a comma is missing, or the text
    /// continues.
    fn behind(&self, c: char) -> Fault {
        if c == ';' {
            return semicolon(self.at);
        }
        let next = self.rest().split([',', ']', '}', '\n']).next().unwrap_or("");
        let keys = self.open.last().is_some_and(|open| open.mark == '{');
        let named = keys && next.split_once(": ").is_some_and(|(name, _)| is_key(name.trim()));
        let again = match self.last {
            Last::Closed => matches!(c, '[' | '{'),
            _ => !keys && matches!(c, '"' | '\'' | '[' | '{'),
        };
        if named || again {
            let before = self.text.get(..self.at).unwrap_or("").trim_end();
            let (reason, help) = (phrase("yaml-no-comma"), phrase("yaml-no-comma-help"));
            let at = before.len().saturating_sub(1)..self.at + c.len_utf8();
            return Fault { at, reason, help };
        }
        let reason =
            if self.last == Last::Closed { "yaml-after-bracket" } else { "yaml-after-quote" };
        let held = self.value_around();
        let (help, reason) = (self.write(held.clone()), phrase(reason));
        Fault { at: held, reason, help }
    }

    /// The value at the current position, with everything that belongs to it up to the next key:
    /// between `{` and `}`, a comma in a text splits the text too.
    fn value_around(&self) -> Range<usize> {
        let Some(open) = self.open.last() else { return self.at..self.at };
        let value = self.text.get(open.value..).unwrap_or("");
        let start = open.value + value.len() - value.trim_start().len();
        let mut end = self.part_end(self.at);
        while open.mark == '{' && self.text.get(end..).is_some_and(|rest| rest.starts_with(',')) {
            let next = self.part_end(end + 1);
            let part = self.text.get(end + 1..next).unwrap_or("");
            // A part after a comma without `: ` is not a key, so it continues the text before the
            // comma.
            if part.trim().is_empty() || part.contains(": ") || part.contains('\n') {
                break;
            }
            end = next;
        }
        start..end
    }

    /// Where a part ends, from an offset in it: before a comma or a closing bracket.
    fn part_end(&self, from: usize) -> usize {
        let (mut depth, mut end) = (0_usize, from);
        for (at, c) in self.text.get(from..).unwrap_or("").char_indices() {
            end = from + at;
            match c {
                '\n' | ',' | ']' | '}' if depth == 0 => return self.trimmed_end(from, end),
                '[' | '{' => depth += 1,
                ']' | '}' => depth -= 1,
                _ => {}
            }
            end += c.len_utf8();
        }
        self.trimmed_end(from, end)
    }

    fn trimmed_end(&self, from: usize, end: usize) -> usize {
        from + self.text.get(from..end).map_or(0, |part| part.trim_end().len())
    }

    /// A text that must be between quotation marks.
    fn of_text(&self, reason: &'static str, at: Range<usize>) -> Option<Fault> {
        Some(Fault { help: self.write(at.clone()), at, reason: phrase(reason) })
    }

    fn write(&self, at: Range<usize>) -> Phrase {
        rewritten("", self.text.get(at).unwrap_or(""))
    }

    fn unclosed(&self) -> Fault {
        let (mark, at) = self.open.first().map_or(('[', 0), |open| (open.mark, open.at));
        let (reason, close) = missing(mark);
        let line = self.text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or("");
        Fault {
            at: at..at + line.trim_end().len(),
            reason: phrase(reason),
            help: phrase("yaml-close-help").with("mark", close),
        }
    }
}

/// The reason for an unclosed bracket, and the character that closes it.
fn missing(mark: char) -> (&'static str, &'static str) {
    match mark {
        '[' => ("yaml-open-list", "]"),
        _ => ("yaml-open-keys", "}"),
    }
}

fn semicolon(at: usize) -> Fault {
    let (reason, help) = (phrase("yaml-semicolon"), phrase("yaml-semicolon-help"));
    Fault { at: at..at + 1, reason, help }
}
