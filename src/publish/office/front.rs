//! What stands on the cover, in the table of contents and in the provenance, and where pages begin.

use super::links::Bookmarks;
use super::tokens::{Logo, twips};
use crate::assets::Assets;
use crate::markdown::{Block, Head, Kind, plain};
use crate::publish::manuscript::Manuscript;
use crate::publish::theme;
use chrono::NaiveDate;

/// With more entries than this, the table of contents lists chapters only.
const MOST_ENTRIES: usize = 32;

/// The name of the logo among the images.
pub const LOGO: &str = "/logo";

const EDITED: &str = "Bewerkt na generatie: de tekst is na het opmaken met de hand bewerkt.";

/// The path of the logo and its file, if the theme has one.
pub fn logo(logo: &Logo, assets: &Assets) -> Option<(String, Vec<u8>)> {
    let path = format!("templates/theme/{}", logo.path.as_ref()?);
    let bytes = theme::file(assets, &path)?;
    Some((path, bytes))
}

/// The lines of the cover, each with its style. A final document does not say so.
pub fn cover_lines(manuscript: &Manuscript) -> Vec<(&'static str, String)> {
    let Manuscript { head, edited, .. } = manuscript;
    let mut out = vec![("OmslagSoort", head.document.clone()), ("Title", head.title.clone())];
    out.extend(head.subtitle.clone().map(|text| ("Subtitle", text)));
    if head.status != "definitief" {
        out.push(("OmslagStatus", head.status_text.clone()));
    }
    let whose = Some(head.municipality.as_str()).filter(|name| *name != head.commissioned_by());
    let lines = whose.into_iter().chain([head.commissioned_by(), &head.date]);
    let mut lines = grouped(head, lines.map(str::to_owned).collect());
    if *edited {
        lines.push(EDITED.to_owned());
    }
    out.extend(lines.into_iter().map(|line| ("OmslagRegel", line)));
    out.retain(|(_, text)| !text.trim().is_empty());
    out
}

/// The text alternative of the logo on the cover, and its maximum width and height.
pub fn logo_on_cover<'a>(logo: &'a Logo, head: &'a Head, room: usize) -> (&'a str, (usize, usize)) {
    let alt = logo.alt.as_deref().unwrap_or(head.commissioned_by());
    let wide = logo.width.unwrap_or(38.0).clamp(5.0, 150.0);
    (alt, (twips(wide).min(room), twips(60.0)))
}

/// The lines of the provenance, at the end of a document.
pub fn provenance_lines(manuscript: &Manuscript) -> Vec<String> {
    let Manuscript { head, edited, provenance, .. } = manuscript;
    let mut lines = vec![
        format!("{} – {}", head.document, head.title),
        format!("{}, {}", head.commissioned_by(), head.date),
        head.status_text.clone(),
    ];
    if *edited {
        lines.push(EDITED.to_owned());
    }
    lines.push(provenance.clone());
    grouped(head, lines)
}

/// The lines as they are, or as one line in a document without a front.
fn grouped(head: &Head, lines: Vec<String>) -> Vec<String> {
    if has_front(head.kind) { lines } else { vec![lines.join(" · ")] }
}

/// An entry of the table of contents.
pub struct Entry<'a> {
    pub level: u8,
    /// The anchor of its heading.
    pub id: &'a str,
    pub text: String,
}

/// The headings in the table of contents: chapters, and their sections unless there are too many.
pub fn entries(blocks: &[Block]) -> Vec<Entry<'_>> {
    let all: Vec<Entry<'_>> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, id, c } if *level <= 2 => {
                let text = plain(c).trim().to_owned();
                (!text.is_empty()).then_some(Entry { level: *level, id, text })
            }
            _ => None,
        })
        .collect();
    if all.len() <= MOST_ENTRIES {
        return all;
    }
    all.into_iter().filter(|entry| entry.level == 1).collect()
}

/// Adds the bookmarks of all headings, also those in quotations, callouts, lists and notes.
pub fn bookmarks(blocks: &[Block], into: &mut Bookmarks) {
    for block in blocks {
        match block {
            Block::Heading { id, .. } => into.add(id),
            Block::Quote { c } | Block::Callout { c, .. } => bookmarks(c, into),
            Block::List { items, .. } | Block::Notes { items } => {
                items.iter().for_each(|item| bookmarks(item, into))
            }
            _ => {}
        }
    }
}

/// Whether a document has a cover page and a table of contents.
pub fn has_front(kind: Kind) -> bool {
    kind.has_cover()
}

/// Whether a chapter begins on a new page: an annex, the page at a glance and the chapter after it;
/// in a comparison and a coding study every chapter; in a letter what is signed; letters each.
pub fn begins_page(kind: Kind, words: &str, before: &str) -> bool {
    let lower = words.trim().to_lowercase();
    let glance = "in één oogopslag";
    if kind == Kind::Letters {
        return !before.is_empty();
    }
    if kind.is_letter() {
        return lower.starts_with("ontwerpbesluit");
    }
    if !has_front(kind) {
        return false;
    }
    matches!(kind, Kind::Comparison | Kind::CodingStudy)
        || lower.starts_with("bijlage")
        || lower.starts_with(glance)
        || before.trim().to_lowercase().starts_with(glance)
}

/// The keywords of a document.
pub fn keywords(head: &Head) -> [&str; 3] {
    [&head.document, &head.municipality, &head.status_text].map(String::as_str)
}

/// The date of a document at midnight, as metadata have it; the clock is never read. `None` if
/// there is no such day: a program can report a file with an invalid date as damaged.
pub fn moment(head: &Head) -> Option<String> {
    let (year, month, day) = head.date_parts;
    let date = NaiveDate::from_ymd_opt(year, month, day);
    let date = date.filter(|_| (1..=9999).contains(&year))?;
    Some(format!("{}T00:00:00", date.format("%Y-%m-%d")))
}
