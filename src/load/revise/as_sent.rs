//! A text that came back, laid beside the text as it was sent.

use crate::diagnostics::{Code, Diagnostic};
use crate::load::table::{Annotated, Tracked};
use crate::markdown::{Block, parse, plain};
use crate::model::{Heard, Paragraph};
use std::collections::{BTreeMap, BTreeSet};

/// At least this many paragraphs differ in a text of another version.
const FEWEST_OF_OTHER: usize = 5;

/// The text as it was sent: by number, the first paragraph as it is read, and all of it in letters.
pub struct Sent<'h>(BTreeMap<&'h str, (String, String)>);

impl<'h> Sent<'h> {
    pub fn of(heard: &'h Heard) -> Self {
        let one = |p: &'h Paragraph| {
            let whole = words(&parse(&p.text).blocks);
            (p.number.as_str(), (letters(&first_paragraph(&p.text)), letters(&whole)))
        };
        Self(heard.paragraphs.iter().map(one).collect())
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
        self.0.get(number).is_none_or(|(first, _)| *first != letters(&paragraph.was))
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
            let (_, whole) = sent?;
            // A paragraph that was only cut in two is as it was.
            let rest = below.iter().take_while(|p| !p.numbered && p.number == paragraph.number);
            let rest: String = rest.filter(|p| !p.in_table).map(|p| p.was.as_str()).collect();
            let same = !self.differs(paragraph) || letters(&format!("{now}{rest}")) == *whole;
            let said = || {
                format!("In het bestand luidt deze alinea, zonder bijgehouden wijziging: ‘{now}’.")
            };
            return (!same).then(said);
        }
        let new = paragraph.running && !paragraph.in_table && !now.is_empty();
        let known = sent.is_some_and(|(_, whole)| whole.contains(&letters(now)));
        match new && !known {
            true if paragraph.below_form => Some(format!("Onder het formulier staat: ‘{now}’.")),
            true if placed => Some(format!(
                "In het bestand staat hier ook, zonder bijgehouden wijziging: ‘{now}’."
            )),
            _ => None,
        }
    }
}

/// Refuses a text that lost its numbers, or that is another one than was sent.
pub fn same_text(
    paragraphs: &[Annotated],
    sent: &Sent<'_>,
    earlier: &[Heard],
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

/// Letters and digits alone: what Word makes of spaces, quotes and dashes is no change.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
