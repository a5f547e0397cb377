//! What a text asks of its layout, and what is said of its parts.

use crate::markdown::{Block, Inline, plain};

/// The font of the symbols of judgements: the only font on a Windows computer that has all of them,
/// so that they have one size.
pub const SYMBOLS: &str = "Segoe UI Symbol";

/// The maximum number of characters in a row of a table that is kept on one page.
const SHORT_ROW: usize = 900;

/// Whether a paragraph must stay on the page of the next block: it announces that block, such as a
/// bold line above a list, or that block is a note on it.
pub fn stays_with(c: &[Inline], next: Option<&Block>) -> bool {
    match next {
        None => false,
        Some(_) if matches!(c, [Inline::Strong { .. }]) => true,
        Some(Block::Para { c: note }) => is_note(note) && !is_note(c),
        Some(
            Block::List { .. } | Block::Table { .. } | Block::Figure { .. } | Block::Code { .. },
        ) => plain(c).trim_end().ends_with(':'),
        Some(_) => false,
    }
}

/// Whether a paragraph is emphasised as a whole, such as the grounds of a conclusion.
fn is_note(c: &[Inline]) -> bool {
    matches!(c, [Inline::Emph { .. }])
}

/// Whether code is short enough to be kept on one page.
pub fn is_kept_whole(code: &str) -> bool {
    code.lines().count() <= 15
}

/// The kind of a callout as its title shows it; `None` if the title ('Observatie 3') or the chapter
/// ('In één oogopslag') already names it.
pub fn callout_kind<'a>(kind: &'a str, title: &[Inline], chapter: &str) -> Option<&'a str> {
    let words = plain(title).trim().to_lowercase();
    let lower = kind.to_lowercase();
    let says_itself =
        words.starts_with(&lower) || (!words.is_empty() && chapter.trim().to_lowercase() == lower);
    (!says_itself).then_some(kind)
}

/// Whether each item is one short paragraph, optionally followed by lists.
pub fn is_tight(items: &[Vec<Block>]) -> bool {
    items.iter().all(|item| match item.split_first() {
        Some((Block::Para { c }, rest)) => {
            plain(c).chars().count() < 200 && rest.iter().all(|b| matches!(b, Block::List { .. }))
        }
        Some((_, rest)) => rest.is_empty(),
        None => true,
    })
}

/// The text and the rest of an item or a note. A mark needs a paragraph, also before a table or
/// another list.
pub fn first_paragraph(blocks: &[Block]) -> (&[Inline], &[Block]) {
    match blocks.split_first() {
        Some((Block::Para { c }, rest)) => (c, rest),
        _ => (&[], blocks),
    }
}

/// The text of a link without the links in it: no office format allows a link within a link. The
/// address itself if the text is empty.
pub fn link_text(url: &str, c: &[Inline]) -> Vec<Inline> {
    match plain(c).trim() {
        "" => vec![Inline::Text { v: url.to_owned() }],
        _ => unlinked(c),
    }
}

fn unlinked(list: &[Inline]) -> Vec<Inline> {
    let mut out = Vec::new();
    for inline in list {
        match inline {
            Inline::Link { c, .. } => out.extend(unlinked(c)),
            Inline::Emph { c } => out.push(Inline::Emph { c: unlinked(c) }),
            Inline::Strong { c } => out.push(Inline::Strong { c: unlinked(c) }),
            Inline::Strike { c } => out.push(Inline::Strike { c: unlinked(c) }),
            other => out.push(other.clone()),
        }
    }
    out
}

/// Whether a row of a table is short enough to be kept on one page.
pub fn is_short(row: &[Vec<Inline>]) -> bool {
    row.iter().map(|cell| plain(cell).chars().count()).sum::<usize>() <= SHORT_ROW
}

/// The name of a table, by its number and the heading above it, and its description for a screen
/// reader.
pub fn table_texts(
    number: usize,
    heading: &str,
    header: &[Vec<Inline>],
    rows: usize,
) -> (String, String) {
    let name = match heading.trim() {
        "" => format!("Tabel {number}"),
        heading => format!("Tabel {number}: {heading}"),
    };
    let columns: Vec<String> =
        header.iter().map(|c| plain(c).trim().to_owned()).filter(|c| !c.is_empty()).collect();
    let rows = if rows == 1 { "1 rij".to_owned() } else { format!("{rows} rijen") };
    let description = format!("{rows} onder een koprij; kolommen: {}", columns.join(", "));
    (shortened(&name), shortened(&description))
}

/// Shortens a name for Word, which can show 255 characters.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 250 {
        return text.to_owned();
    }
    text.chars().take(249).chain(['…']).collect()
}
