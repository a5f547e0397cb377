//! The hearing of officials in the files of a case: recording what was sent, and taking over the
//! remarks in a text that came back.

use super::opened::{Opened, Revision};
use super::returned::Returned;
use crate::diagnostics::{Code, Diagnostic, Phrase, phrase, portable};
use crate::load::edit::{self, Step, Value};
use crate::load::grid::unreadable;
use crate::load::hearing::{HEARD, HEARD_FORMAT, HEARING};
use crate::load::loader::Loader;
use crate::load::raw::Text;
use crate::load::raw::hearing::{RawHearing, RawRemark};
use crate::load::reading::Files;
use crate::load::table::{Annotated, FoundForm, Tracked, part};
use crate::load::table::{annotated, remarks as margin};
use crate::load::yaml::tree::Node;
use crate::markdown::{Block, escape, parse, plain};
use crate::model::{Heard, Paragraph, PartialDate, RemarkColumn};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The first lines of the file that records what was sent.
const HEARD_TOP: &str =
    "# Wat is voorgelegd, alinea voor alinea. Geschreven door rekenkamer; verander hier niets.\n";

/// A new file of the researchers' own for the hearing.
const HEARING_NEW: &str = "# Het ambtelijk wederhoor: wie is gevraagd de feiten na te gaan, wat zij opmerkten, en wat\n\
    # ermee is gedaan. Mensen staan hier met hun rol, nooit met hun naam.\n";

/// At least this many paragraphs differ in a text of another version.
const FEWEST_OF_OTHER: usize = 5;

/// A remark that came back.
struct New {
    at: Option<String>,
    remark: String,
    proof: String,
}

/// What a case has of the hearing.
struct There {
    heard: Heard,
    /// Remarks by place and text, so that none is taken over twice.
    known: BTreeSet<(String, String)>,
    /// The highest number of a remark `W…`.
    last: usize,
    /// The roles of those who were asked.
    roles: Vec<String>,
}

impl Loader {
    /// The files that record that a text was sent: changed ones, and new ones by name. `None` if a
    /// file cannot be changed; why, is reported.
    pub fn sending(
        &mut self,
        folder: &Path,
        heard: &Heard,
        due: Option<PartialDate>,
    ) -> Option<(Vec<Revision>, Vec<(String, String)>)> {
        let (mut revisions, mut new) = (Vec::new(), Vec::new());
        let sent = heard.sent.to_string();
        if folder.join(HEARING).exists() {
            let mut file = self.opened(HEARING, folder)?;
            self.put(&mut file, "sent", &sent, None);
            due.into_iter()
                .for_each(|due| self.put(&mut file, "due", &due.to_string(), Some("sent")));
            revisions.extend(file.revision());
        } else {
            let due = due.map_or_else(String::new, |due| format!("due: {due}\n"));
            let text = format!("{HEARING_NEW}sent: {sent}\n{due}\nrespondents:\n\nremarks:\n");
            new.push((HEARING.to_owned(), text));
        }
        let text = recorded(heard);
        if folder.join(HEARD).exists() {
            let file = self.opened(HEARD, folder)?;
            revisions.push(file.rewritten(text, format!("round: {}, sent: {sent}", heard.round)));
        } else {
            new.push((HEARD.to_owned(), text));
        }
        (!self.report.has_errors()).then_some((revisions, new))
    }

    /// Sets a key at the top of a file, or adds it.
    fn put(&mut self, file: &mut Opened, key: &str, new: &str, after: Option<&str>) {
        let value = Value::Plain(new.to_owned());
        let old = file.read.node.get(key).and_then(Node::text).map(str::to_owned);
        if old.as_deref() == Some(new) {
            return;
        }
        let done = match file.read.node.has(key) {
            true => edit::set(&file.text, &[Step::Key(key)], &value),
            false => edit::insert(&file.text, &[], key, &value, after),
        };
        let said = |text: &str| format!("{key}: {text}");
        let place = file.read.node.span;
        self.take(file, done, place, (old.as_deref().map(said), said(new)));
    }

    /// Takes over the remarks in a text that came back: those in its form and in its margin, and
    /// the changes in its text.
    pub(super) fn remarks(
        &mut self,
        folder: &Path,
        found: &FoundForm,
        bytes: &[u8],
        shown: &str,
        by: Option<&str>,
    ) -> Option<Returned> {
        let there = self.there(folder)?;
        let by = self.respondent(&there, by)?;
        let mut notes = Vec::new();
        let mut new = rows(found, &there.heard, &mut notes);
        if found.is_word() {
            match self.in_text(bytes, shown, &there.heard, &mut notes) {
                Ok(more) => new.extend(more),
                Err(refused) => {
                    self.report.push(refused);
                    return None;
                }
            }
        }
        let many = new.len();
        new.retain(|new| !there.known.contains(&key(new.at.as_deref(), &new.remark)));
        if many > new.len() {
            notes.push(phrase("remarks-known").with("count", many - new.len()));
        }
        // In the order of the text; what is about the whole comes last.
        let order = |new: &New| {
            let at = new.at.as_deref().unwrap_or("\0");
            let number = |p: &Paragraph| p.number == at || p.number.starts_with(&format!("{at}."));
            there.heard.paragraphs.iter().position(number).unwrap_or(usize::MAX)
        };
        new.sort_by_key(order);
        let mut file = self.opened(HEARING, folder)?;
        for (index, new) in new.into_iter().enumerate() {
            let id = format!("W{}", there.last + index + 1);
            self.add_remark(&mut file, &id, by.as_deref(), new);
        }
        (!self.report.has_errors()).then(|| Returned { revision: file.revision(), notes })
    }

    fn add_remark(&mut self, file: &mut Opened, id: &str, by: Option<&str>, new: New) {
        let place = file.read.node.span;
        let at = new.at.as_deref();
        let shown = format!("{id} {} {}", at.unwrap_or("–"), new.remark.replace('\n', " "));
        let plain = |text: &str| Value::Plain(text.to_owned());
        let mut pairs = vec![("id", plain(id))];
        pairs.extend(at.map(|at| ("at", Value::Text(at.to_owned()))));
        pairs.extend(by.map(|by| ("by", Value::Text(by.to_owned()))));
        pairs.push(("remark", Value::Text(new.remark)));
        pairs.extend((!new.proof.is_empty()).then_some(("proof", Value::Text(new.proof))));
        pairs.extend([("answer", plain("")), ("changed", plain(""))]);
        let pairs = pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let item = Value::Map(pairs);
        let done = match file.read.node.has("remarks") {
            true => edit::append(&file.text, &[Step::Key("remarks")], &item),
            false => {
                let list = Value::List(vec![item]);
                edit::insert(&file.text, &[], "remarks", &list, file.read.node.last_key())
            }
        };
        self.take(file, done, place, (None, shown));
    }

    /// What the case has of the hearing. `None` if nothing was sent yet.
    fn there(&mut self, folder: &Path) -> Option<There> {
        if !folder.join(HEARD).exists() || !folder.join(HEARING).exists() {
            let case = portable(folder);
            self.report.push(Diagnostic::of_file(Code::NothingSent, &case).with("case", case));
            return None;
        }
        let mut files = Files { folder, hashes: BTreeMap::new() };
        let heard = self.heard(&mut files)?;
        let read = self.opened(HEARING, folder)?.read;
        let raw = self.raw::<RawHearing>(&read)?;
        let remarks = raw.remarks.into_iter().flat_map(|list| list.items);
        let remarks: Vec<RawRemark> = remarks.collect();
        let text = |text: Option<&Text>| text.and_then(|t| t.value.clone());
        let known = remarks.iter().filter_map(|r| {
            let remark = text(r.remark.as_ref())?;
            Some(key(text(r.at.as_ref()).as_deref(), &remark))
        });
        let ids = remarks.iter().filter_map(|r| r.id.as_ref()?.value.as_ref());
        let last = ids.filter_map(|id| id.strip_prefix('W')?.parse().ok()).max().unwrap_or(0);
        let roles = raw.respondents.into_iter().flat_map(|list| list.items);
        let roles = roles.filter_map(|r| text(r.role.as_ref())).collect();
        Some(There { heard, known: known.collect(), last, roles })
    }

    /// The role of whoever sent the remarks: as asked for, or the only one that was asked.
    fn respondent(&mut self, there: &There, by: Option<&str>) -> Option<Option<String>> {
        let Some(by) = by else {
            let only = there.roles.first().filter(|_| there.roles.len() == 1);
            return Some(only.cloned());
        };
        if !there.roles.iter().any(|role| role == by) {
            let diagnostic = Diagnostic::of_file(Code::UnknownRespondent, "--by");
            let diagnostic = diagnostic.with("value", by).with("known", there.roles.join(", "));
            self.report.push(diagnostic);
            return None;
        }
        Some(Some(by.to_owned()))
    }

    /// The remarks in the margin of a Word file, and the changes in its text.
    fn in_text(
        &self,
        bytes: &[u8],
        shown: &str,
        heard: &Heard,
        notes: &mut Vec<Phrase>,
    ) -> Result<Vec<New>, Diagnostic> {
        let broken = |error: anyhow::Error| unreadable(shown, &error);
        let document = part(bytes, "word/document.xml").map_err(broken)?;
        let paragraphs = annotated(&document).map_err(broken)?;
        let comments = part(bytes, "word/comments.xml").unwrap_or_default();
        let mut margin = margin(&comments).map_err(broken)?;
        let refused = |problem: &'static str, count: usize| {
            let diagnostic = Diagnostic::of_file(Code::FormRefused, shown);
            diagnostic.with("problem", problem).with("count", count.to_string())
        };
        let text: BTreeMap<&str, String> = heard
            .paragraphs
            .iter()
            .map(|p| (p.number.as_str(), first_paragraph(&p.text)))
            .collect();
        let own: Vec<&Annotated> = paragraphs.iter().filter(|p| p.numbered).collect();
        let missing: Vec<&str> = text
            .keys()
            .filter(|number| !own.iter().any(|p| p.number.as_deref() == Some(**number)))
            .copied()
            .collect();
        if missing.len() * 2 > text.len() {
            return Err(refused("no-numbers", missing.len()));
        }
        let differs = |p: &&Annotated| {
            let number = p.number.as_deref().unwrap_or_default();
            text.get(number).is_none_or(|sent| letters(sent) != letters(&p.was))
        };
        let differing = own.iter().copied().filter(differs).count();
        if differing >= FEWEST_OF_OTHER && differing * 3 > own.len() {
            return Err(refused("other-version", differing));
        }
        let mut out = Vec::new();
        for paragraph in &paragraphs {
            let at = place(paragraph, heard);
            for id in &paragraph.remarks {
                if let Some(remark) = margin.remove(id).filter(|remark| !remark.is_empty()) {
                    let (at, remark) = (at.clone(), typed(&remark));
                    out.push(New { at, remark, proof: String::new() });
                }
            }
            if paragraph.in_table {
                continue;
            }
            let mut lines: Vec<String> = paragraph.changes.iter().filter_map(in_words).collect();
            if paragraph.numbered
                && differs(&paragraph)
                && text.contains_key(at.as_deref().unwrap_or_default())
            {
                lines.push(format!("Tekstvoorstel: de alinea wordt ‘{}’.", paragraph.was.trim()));
            }
            if !lines.is_empty() {
                let remark = typed(&lines.join("\n"));
                out.push(New { at, remark, proof: String::new() });
            }
        }
        for remark in margin.into_values().filter(|remark| !remark.is_empty()) {
            notes.push(phrase("remark-unanchored").with("text", short(&remark)));
            out.push(New { at: None, remark: typed(&remark), proof: String::new() });
        }
        if !missing.is_empty() {
            notes.push(phrase("numbers-missing").with("numbers", missing.join(", ")));
        }
        Ok(out)
    }
}

/// The remarks in the rows of a form. A number that was not sent is told, and the remark kept.
fn rows(found: &FoundForm, heard: &Heard, notes: &mut Vec<Phrase>) -> Vec<New> {
    let at = |column: RemarkColumn| found.column(column.heading());
    let (number, proof) = (at(RemarkColumn::Number), at(RemarkColumn::Proof));
    let cell = |row, column: Option<usize>| column.map_or("", |column| found.cell(row, column));
    let mut out = Vec::new();
    for row in found.rows() {
        let (typed_at, remark) = (cell(row, number), cell(row, at(RemarkColumn::Remark)));
        let proof = cell(row, proof);
        if remark.is_empty() && proof.is_empty() {
            continue;
        }
        let bare = typed_at.trim_matches(['[', ']', ' ', '.']);
        let known = sent_as(bare, heard);
        if known.is_none() && !bare.is_empty() {
            let note = phrase("remark-number-unknown").with("value", bare);
            notes.push(note.with("text", short(remark)));
        }
        let kept = match (&known, bare) {
            (None, bare) if !bare.is_empty() => format!("({bare}) {remark}"),
            _ => remark.to_owned(),
        };
        out.push(New { at: known, remark: typed(&kept), proof: typed(proof) });
    }
    out
}

/// The number as it was sent, or the code of what numbers begin with, whatever its capitals.
fn sent_as(typed: &str, heard: &Heard) -> Option<String> {
    let codes = heard.paragraphs.iter().filter_map(|p| Some(p.number.rsplit_once('.')?.0));
    let mut known = heard.paragraphs.iter().map(|p| p.number.as_str()).chain(codes);
    known.find(|known| known.eq_ignore_ascii_case(typed)).map(str::to_owned)
}

/// What a paragraph is about: its number, else the code in the heading above it.
fn place(paragraph: &Annotated, heard: &Heard) -> Option<String> {
    let number = paragraph.number.as_deref().and_then(|number| sent_as(number, heard));
    let words = || paragraph.heading.split_whitespace();
    number.or_else(|| words().find_map(|word| sent_as(word, heard)))
}

/// A change in words. `None` for one of spaces alone.
fn in_words(change: &Tracked) -> Option<String> {
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

/// Letters and digits alone: what Word makes of spaces, quotes and dashes is no change.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A text that somebody typed elsewhere, as Markdown.
fn typed(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(escape).filter(|line| !line.is_empty()).collect();
    lines.join("\n\n")
}

/// A remark by which it is recognised.
fn key(at: Option<&str>, remark: &str) -> (String, String) {
    (at.unwrap_or_default().to_owned(), letters(remark))
}

fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(..12) {
        Some(first) if words.len() > 12 => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}

/// The file that records what was sent.
fn recorded(heard: &Heard) -> String {
    let one = |paragraph: &Paragraph| {
        let text = Value::Text(format!("{}\n", paragraph.text));
        let number = Value::Text(paragraph.number.clone());
        Value::Map(vec![("number".to_owned(), number), ("text".to_owned(), text)])
    };
    let list = Value::List(heard.paragraphs.iter().map(one).collect());
    let top = format!(
        "{HEARD_TOP}format: {HEARD_FORMAT}\nsent: {}\nround: {}\njudgements: {}\n",
        heard.sent, heard.round, heard.judgements
    );
    edit::insert(&top, &[], "paragraphs", &list, Some("judgements")).unwrap_or(top)
}
