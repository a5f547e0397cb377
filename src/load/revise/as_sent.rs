//! A text that came back, laid beside the text as it was sent.

use crate::diagnostics::{Code, Diagnostic};
use crate::load::table::{Annotated, Tracked};
use crate::markdown::{Block, parse, plain};
use crate::model::{Heard, Paragraph};
use std::collections::{BTreeMap, BTreeSet};

/// At least this many paragraphs differ in a text of another version.
const FEWEST_OF_OTHER: usize = 5;

/// The text as it was sent, by number.
pub struct Sent<'h>(BTreeMap<&'h str, Letters>);

/// A paragraph in letters: the first paragraph as it is read, all of its running text, and the cells of
/// its tables.
struct Letters {
    first: String,
    whole: String,
    cells: Vec<String>,
}

impl<'h> Sent<'h> {
    pub fn of(heard: &'h Heard) -> Self {
        Self::of_each(&heard.paragraphs)
    }

    fn of_each(paragraphs: &'h [Paragraph]) -> Self {
        let one = |p: &'h Paragraph| {
            let blocks = parse(&p.text).blocks;
            let first = letters(&first_paragraph(&p.text));
            let (whole, cells) = (letters(&words(&blocks)), cells(&blocks));
            (p.number.as_str(), Letters { first, whole, cells })
        };
        Self(paragraphs.iter().map(one).collect())
    }

    /// The numbers that no paragraph begins with.
    pub fn missing(&self, paragraphs: &[Annotated]) -> Vec<&'h str> {
        let numbered: BTreeSet<&str> =
            paragraphs.iter().filter(|p| p.numbered).filter_map(|p| p.number.as_deref()).collect();
        self.0.keys().filter(|number| !numbered.contains(**number)).copied().collect()
    }

    /// Whether a paragraph with a number is not as it was sent.
    fn differs(&self, paragraph: &Annotated) -> bool {
        let number = paragraph.number.as_deref().unwrap_or_default();
        self.0.get(number).is_none_or(|sent| sent.first != letters(&paragraph.was))
    }

    /// What stands outside the numbered paragraphs and is nowhere in the text of now, in words.
    pub fn unknown(&self, paragraph: &Annotated, now: &str) -> Option<String> {
        let Annotated { numbered, in_table, in_form, running, below, .. } = paragraph;
        let recorded = below.as_deref().and_then(|number| self.0.get(number));
        if *numbered || *in_form || recorded.is_some_and(|sent| !sent.cells.is_empty()) {
            return None;
        }
        let read = paragraph.was.trim();
        let own = letters(read);
        let new = (*running || *in_table) && !own.is_empty() && !now.contains(&own);
        new.then(|| format!("In het bestand staat, zonder bijgehouden wijziging: ‘{read}’."))
    }

    /// What stands in a paragraph and was not sent so, though no change was kept track of, in
    /// words. `below` are the paragraphs after it; `placed` is whether it belongs to a number or code.
    pub fn untracked(
        &self,
        paragraph: &Annotated,
        below: &[Annotated],
        placed: bool,
    ) -> Option<String> {
        let now = paragraph.was.trim();
        let sent = paragraph.number.as_deref().and_then(|number| self.0.get(number));
        if paragraph.numbered {
            let Letters { whole, cells, .. } = sent?;
            let own = |p: &&Annotated| {
                let number = if p.in_table { &p.below } else { &p.number };
                !p.numbered && *number == paragraph.number
            };
            let (tables, rest): (Vec<_>, Vec<_>) =
                below.iter().take_while(own).partition(|p| p.in_table);
            // A paragraph that was only cut in two is as it was.
            let rest: String = rest.iter().map(|p| p.was.as_str()).collect();
            if self.differs(paragraph) && letters(&format!("{now}{rest}")) != *whole {
                return Some(format!(
                    "In het bestand luidt deze alinea, zonder bijgehouden wijziging: ‘{now}’."
                ));
            }
            return in_table(&tables, cells);
        }
        let new = paragraph.running && !paragraph.in_table && !now.is_empty();
        let known = sent.is_some_and(|sent| sent.whole.contains(&letters(now)));
        match new && !known {
            true if paragraph.below_form => Some(format!("Onder het formulier staat: ‘{now}’.")),
            true if placed => Some(format!(
                "In het bestand staat hier ook, zonder bijgehouden wijziging: ‘{now}’."
            )),
            _ => None,
        }
    }
}

/// How the tables of a paragraph differ from the cells that were sent, in words.
fn in_table(tables: &[&Annotated], sent: &[String]) -> Option<String> {
    let now: Vec<String> = tables.iter().map(|cell| letters(&cell.was)).collect();
    if sent.is_empty() || now.concat() == sent.concat() {
        return None;
    }
    let new = tables.iter().zip(&now).filter(|(_, now)| !sent.contains(now));
    let new: Vec<String> = new.map(|(cell, _)| format!("‘{}’", cell.was.trim())).collect();
    Some(match new.is_empty() {
        true => "In het bestand is de tabel bij deze alinea anders, zonder bijgehouden wijziging: er zijn cellen weg of verplaatst.".to_owned(),
        false => format!(
            "In het bestand staat in de tabel bij deze alinea, zonder bijgehouden wijziging: {}.",
            new.join(", ")
        ),
    })
}

/// The text for the hearing as the case has it now, beside the one that was sent.
pub struct CurrentText {
    /// All of it, in Markdown.
    pub text: String,
    pub paragraphs: Vec<Paragraph>,
}

impl CurrentText {
    /// All of it in letters.
    pub fn letters(&self) -> String {
        all_letters(&parse(&self.text).blocks)
    }
}

/// Refuses a text that lost its numbers, or that is another one than was sent: of an earlier round,
/// or made of the case as it is now.
pub fn same_text(
    paragraphs: &[Annotated],
    sent: &Sent<'_>,
    earlier: &[Heard],
    now: Option<&CurrentText>,
    shown: &str,
) -> Result<(), Diagnostic> {
    let refused = |problem: &'static str, count: usize| {
        let diagnostic = Diagnostic::of_file(Code::FormRefused, shown);
        diagnostic.with("problem", problem).with("count", count.to_string())
    };
    let missing = sent.missing(paragraphs).len();
    if missing * 2 > sent.0.len() {
        return Err(refused("no-numbers", missing));
    }
    let own: Vec<&Annotated> = paragraphs.iter().filter(|p| p.numbered).collect();
    let differing: Vec<&Annotated> = own.iter().copied().filter(|p| sent.differs(p)).collect();
    let before: Vec<Sent<'_>> = earlier.iter().map(Sent::of).collect();
    let same = differing.iter().filter(|p| before.iter().any(|sent| !sent.differs(p))).count();
    if same > 0 {
        return Err(refused("earlier-round", same));
    }
    let now = now.map(|now| Sent::of_each(&now.paragraphs));
    let later =
        differing.iter().filter(|p| now.as_ref().is_some_and(|now| !now.differs(p))).count();
    if later > 0 {
        return Err(refused("later-text", later));
    }
    if differing.len() >= FEWEST_OF_OTHER && differing.len() * 3 > own.len() {
        return Err(refused("other-version", differing.len()));
    }
    Ok(())
}

/// A change in words. `None` for one of spaces alone.
pub fn in_words(change: &Tracked) -> Option<String> {
    let (out, new) = (change.out.trim(), change.new.trim());
    let after = match change.before.as_str() {
        "" => "aan het begin".to_owned(),
        before => format!("na ‘{before}’"),
    };
    match (out, new) {
        ("", "") => None,
        ("", new) => Some(format!("Tekstvoorstel: zet {after} erbij: ‘{new}’.")),
        (out, "") => Some(format!("Tekstvoorstel: haal ‘{out}’ weg.")),
        (out, new) => Some(format!("Tekstvoorstel: vervang ‘{out}’ door ‘{new}’.")),
    }
}

/// The first paragraph of a text as it is read.
fn first_paragraph(text: &str) -> String {
    match parse(text).blocks.first() {
        Some(Block::Para { c }) => plain(c),
        _ => text.to_owned(),
    }
}

/// The words of blocks, at any depth.
fn words(blocks: &[Block]) -> String {
    let one = |block: &Block| match block {
        Block::Para { c } => plain(c),
        Block::List { items, .. } => items.iter().map(|item| words(item)).collect(),
        Block::Quote { c } | Block::Callout { c, .. } => words(c),
        _ => String::new(),
    };
    blocks.iter().map(one).collect()
}

/// Everything that is read in blocks, in letters.
fn all_letters(blocks: &[Block]) -> String {
    let each = |all: &[Vec<Block>]| all.iter().map(|item| all_letters(item)).collect();
    let one = |block: &Block| match block {
        Block::Para { c } | Block::Heading { c, .. } => letters(&plain(c)),
        Block::List { items, .. } | Block::Notes { items } => each(items),
        Block::Quote { c } => all_letters(c),
        Block::Callout { label, title, c, .. } => {
            format!("{}{}{}", letters(label), letters(&plain(title)), all_letters(c))
        }
        Block::Table { .. } => cells(std::slice::from_ref(block)).concat(),
        Block::Figure { caption, .. } => letters(&plain(caption.as_deref().unwrap_or_default())),
        Block::Code { text, .. } => letters(text),
        Block::Rule => String::new(),
    };
    blocks.iter().map(one).collect()
}

/// The cells of the tables among blocks, in letters.
fn cells(blocks: &[Block]) -> Vec<String> {
    let one = |block: &Block| match block {
        Block::Table { header, rows, .. } => {
            let all = std::iter::once(header).chain(rows).flatten();
            all.map(|cell| letters(&plain(cell))).collect()
        }
        Block::Quote { c } | Block::Callout { c, .. } => cells(c),
        _ => Vec::new(),
    };
    blocks.iter().flat_map(one).collect()
}

/// Letters and digits alone: what Word makes of spaces, quotes and dashes is no change.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
