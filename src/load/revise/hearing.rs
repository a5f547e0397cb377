//! The hearing of officials in the files of a case: taking over the remarks in a text that came
//! back.

use super::as_sent::{CurrentText, Sent, in_words, letters, same_text};
use super::opened::Opened;
use super::returned::Returned;
use crate::diagnostics::{Code, Diagnostic, Phrase, phrase, portable};
use crate::load::edit::{self, Step, Value};
use crate::load::hearing::{HEARD, HEARING, earlier};
use crate::load::loader::Loader;
use crate::load::raw::Text;
use crate::load::raw::hearing::{RawHearing, RawRemark};
use crate::load::reading::Files;
use crate::load::table::{Annotated, FoundForm, part};
use crate::load::table::{annotated, remarks as margin};
use crate::load::unreadable::unreadable;
use crate::markdown::escape;
use crate::model::{Case, Heard, Paragraph, RemarkColumn};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A remark that came back.
struct New {
    at: Option<String>,
    remark: String,
    proof: String,
    /// Whether the respondent wrote it; else it is what the program found to be different.
    is_theirs: bool,
}

impl New {
    fn of(at: Option<String>, remark: &str, proof: &str) -> Self {
        // What stands alone in the column for proof is what they had to say.
        let (remark, proof) = if remark.is_empty() { (proof, "") } else { (remark, proof) };
        Self { at, remark: typed(remark), proof: typed(proof), is_theirs: true }
    }
}

/// What a case has of the hearing.
struct There {
    heard: Heard,
    /// What was sent before that.
    earlier: Vec<Heard>,
    /// The codes that a remark can be about, besides numbers.
    codes: Vec<String>,
    /// Remarks by place, role and text, so that none is taken over twice.
    known: BTreeSet<(String, String, String)>,
    /// The highest number of a remark `W…`.
    last: usize,
    /// The roles of those who were asked.
    roles: Vec<String>,
}

impl Loader {
    /// Takes over the remarks in a text that came back: those in its form and in its margin, and
    /// the changes in its text.
    pub(super) fn remarks(
        &mut self,
        folder: &Path,
        found: &FoundForm,
        bytes: &[u8],
        shown: &str,
        (by, now): (Option<&str>, &dyn Fn() -> Option<CurrentText>),
    ) -> Option<Returned> {
        let there = self.there(folder)?;
        let by = self.respondent(&there, by)?;
        let number = RemarkColumn::Number.heading();
        if found.column(number).is_none() {
            let diagnostic = Diagnostic::of_file(Code::FormRefused, shown);
            let diagnostic = diagnostic.with("problem", "columns");
            self.report.push(diagnostic.with("value", number.unwrap_or_default()));
            return None;
        }
        let mut notes = Vec::new();
        let mut new = rows(found, &there, &mut notes);
        if found.is_word() {
            match self.in_text(bytes, shown, &there, now().as_ref(), &mut notes) {
                Ok(more) => new.extend(more),
                Err(refused) => {
                    self.report.push(refused);
                    return None;
                }
            }
        }
        let many = new.len();
        new.retain(|new| {
            let by = if new.is_theirs { by.as_deref() } else { None };
            !there.known.contains(&key(new.at.as_deref(), by, &new.remark))
        });
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
        if !new.is_empty() {
            self.add_remarks(&mut file, &there, by.as_deref(), new);
        }
        (!self.report.has_errors()).then(|| Returned { revision: file.revision(), notes })
    }

    /// Adds remarks with the next free numbers.
    fn add_remarks(&mut self, file: &mut Opened, there: &There, by: Option<&str>, new: Vec<New>) {
        let place = file.read.node.span;
        let ids: Vec<String> =
            (1..=new.len()).map(|count| format!("W{}", there.last + count)).collect();
        let shown = |(id, new): (&String, &New)| {
            format!("{id} {} {}", new.at.as_deref().unwrap_or("–"), new.remark.replace('\n', " "))
        };
        let shown: Vec<String> = ids.iter().zip(&new).map(shown).collect();
        let items: Vec<Value> = ids.iter().zip(new).map(|(id, new)| item(id, by, new)).collect();
        let done = match file.read.node.has("remarks") {
            true => edit::extend(&file.text, &[Step::Key("remarks")], &items),
            false => {
                let after = file.read.node.last_key();
                edit::insert(&file.text, &[], "remarks", &Value::List(items), after)
            }
        };
        self.take_each(file, done, place, ("id", &ids), shown);
    }

    /// What the case has of the hearing. `None` if nothing was sent yet.
    fn there(&mut self, folder: &Path) -> Option<There> {
        if !folder.join(HEARD).exists() || !folder.join(HEARING).exists() {
            let case = portable(folder);
            self.report.push(Diagnostic::of_file(Code::NothingSent, &case).with("case", case));
            return None;
        }
        let mut files = Files { folder, hashes: BTreeMap::new() };
        let heard = self.heard(HEARD, &mut files)?;
        let earlier = (1..heard.round).filter_map(|round| self.heard(&earlier(round), &mut files));
        let earlier: Vec<Heard> = earlier.collect();
        let codes = codes(Loader::new(self.assets.clone()).case(folder).as_ref(), &heard);
        let read = self.opened(HEARING, folder)?.read;
        let raw = self.raw::<RawHearing>(&read)?;
        let remarks = raw.remarks.into_iter().flat_map(|list| list.items);
        let remarks: Vec<RawRemark> = remarks.collect();
        let text = |text: Option<&Text>| text.and_then(|t| t.value.clone());
        let known = remarks.iter().filter_map(|r| {
            let remark = text(r.remark.as_ref())?;
            let (at, by) = (text(r.at.as_ref()), text(r.by.as_ref()));
            Some(key(at.as_deref(), by.as_deref(), &remark))
        });
        let ids = remarks.iter().filter_map(|r| r.id.as_ref()?.value.as_ref());
        let last = ids.filter_map(|id| id.strip_prefix('W')?.parse().ok()).max().unwrap_or(0);
        let roles = raw.respondents.into_iter().flat_map(|list| list.items);
        let roles = roles.filter_map(|r| text(r.role.as_ref())).collect();
        Some(There { heard, earlier, codes, known: known.collect(), last, roles })
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
        there: &There,
        now: Option<&CurrentText>,
        notes: &mut Vec<Phrase>,
    ) -> Result<Vec<New>, Diagnostic> {
        let broken = |error: anyhow::Error| unreadable(shown, &error);
        let document = part(bytes, "word/document.xml").map_err(broken)?;
        let paragraphs = annotated(&document).map_err(broken)?;
        let comments = part(bytes, "word/comments.xml").unwrap_or_default();
        let mut margin = margin(&comments).map_err(broken)?;
        let sent = Sent::of(&there.heard);
        same_text(&paragraphs, &sent, &there.earlier, now, shown)?;
        let known = now.map(CurrentText::letters);
        let mut out = Vec::new();
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let at = place(paragraph, there);
            for id in &paragraph.remarks {
                if let Some(remark) = margin.remove(id).filter(|remark| !remark.is_empty()) {
                    if at.is_none() {
                        notes.push(phrase("remark-unanchored").with("text", short(&remark)));
                    }
                    out.push(New::of(at.clone(), &remark, ""));
                }
            }
            if paragraph.in_form {
                continue;
            }
            let lines: Vec<String> = paragraph.changes.iter().filter_map(in_words).collect();
            if !lines.is_empty() {
                out.push(New::of(at.clone(), &lines.join("\n"), ""));
            }
            let below = paragraphs.get(index + 1..).unwrap_or_default();
            let own = sent.untracked(paragraph, below, at.is_some());
            let foreign = known.as_ref().and_then(|known| sent.unknown(paragraph, known));
            if let Some(remark) = own.or(foreign) {
                out.push(New { is_theirs: false, ..New::of(at, &remark, "") });
            }
        }
        for remark in margin.into_values().filter(|remark| !remark.is_empty()) {
            notes.push(phrase("remark-unanchored").with("text", short(&remark)));
            out.push(New::of(None, &remark, ""));
        }
        for number in sent.missing(&paragraphs) {
            let gone = "Deze alinea staat niet in het bestand; dat is geen bijgehouden wijziging.";
            out.push(New { is_theirs: false, ..New::of(Some(number.to_owned()), gone, "") });
        }
        Ok(out)
    }
}

/// The remarks in the rows of a form. A number that was not sent is told, and the remark kept.
fn rows(found: &FoundForm, there: &There, notes: &mut Vec<Phrase>) -> Vec<New> {
    let at = |column: RemarkColumn| found.column(column.heading());
    let (number, proof) = (at(RemarkColumn::Number), at(RemarkColumn::Proof));
    let cell = |row, column: Option<usize>| column.map_or("", |column| found.cell(row, column));
    let mut out = Vec::new();
    for row in found.rows() {
        let (typed_at, remark) = (cell(row, number), cell(row, at(RemarkColumn::Remark)));
        let proof = cell(row, proof);
        let bare = typed_at.trim_matches(['[', ']', ' ', '.']).replace('\u{2011}', "-");
        let known = sent_as(&bare, there);
        if remark.is_empty() && proof.is_empty() {
            // Who wrote in the column of numbers meant a remark.
            out.extend((known.is_none() && !bare.is_empty()).then(|| New::of(None, typed_at, "")));
            continue;
        }
        if known.is_none() && !bare.is_empty() {
            let note = phrase("remark-number-unknown").with("value", &bare);
            notes.push(note.with("text", short(remark)));
        }
        let kept = match known.is_none() && !bare.is_empty() {
            true => format!("({bare}) {remark}"),
            false => remark.to_owned(),
        };
        out.push(New::of(known, &kept, proof));
    }
    out
}

/// The number as it was sent, or a code of the case, whatever its capitals.
fn sent_as(typed: &str, there: &There) -> Option<String> {
    let numbers = there.heard.paragraphs.iter().map(|p| p.number.as_str());
    let mut known = numbers.chain(there.codes.iter().map(String::as_str));
    known.find(|known| known.eq_ignore_ascii_case(typed)).map(str::to_owned)
}

/// The codes of the findings, norms and sources of a case; of one with errors, those that numbers
/// begin with.
fn codes(case: Option<&Case>, heard: &Heard) -> Vec<String> {
    let Some(case) = case else {
        let numbers = heard.paragraphs.iter().filter_map(|p| p.number.rsplit_once('.'));
        let codes: BTreeSet<&str> = numbers.map(|(code, _)| code).collect();
        return codes.into_iter().map(str::to_owned).collect();
    };
    let questions = case.study.sub_questions.iter().flat_map(|q| &q.findings);
    let findings = case.records.values().flat_map(|r| &r.findings).chain(questions);
    let sources = case.sources.iter().map(|s| s.code.clone());
    findings.map(|f| f.id.clone()).chain(case.records.keys().cloned()).chain(sources).collect()
}

/// What a paragraph is about: its number, else the code in the heading above it.
fn place(paragraph: &Annotated, there: &There) -> Option<String> {
    let number = paragraph.number.as_deref().and_then(|number| sent_as(number, there));
    let mut words = paragraph.heading.split_whitespace();
    let bare = |word: &str| sent_as(word.trim_matches([':', ',', ';']), there);
    // A line of the contents begins with the code of what it leads to.
    let own =
        || paragraph.was.split_whitespace().next().and_then(bare).filter(|_| !paragraph.running);
    let table = || sent_as(paragraph.below.as_deref()?, there);
    number.or_else(|| words.find_map(bare)).or_else(own).or_else(table)
}

/// A text that somebody typed elsewhere, as Markdown.
fn typed(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(escape).filter(|line| !line.is_empty()).collect();
    lines.join("\n\n")
}

/// What a remark is recognised by.
fn key(at: Option<&str>, by: Option<&str>, remark: &str) -> (String, String, String) {
    (at.unwrap_or_default().to_owned(), by.unwrap_or_default().to_owned(), letters(remark))
}

/// A remark as an item of the list.
fn item(id: &str, by: Option<&str>, new: New) -> Value {
    let plain = |text: &str| Value::Plain(text.to_owned());
    let mut pairs = vec![("id", plain(id))];
    pairs.extend(new.at.map(|at| ("at", Value::Text(at))));
    let by = by.filter(|_| new.is_theirs);
    pairs.extend(by.map(|by| ("by", Value::Text(by.to_owned()))));
    pairs.push(("remark", Value::Text(new.remark)));
    pairs.extend((!new.proof.is_empty()).then_some(("proof", Value::Text(new.proof))));
    pairs.extend([("answer", plain("")), ("changed", plain(""))]);
    Value::Map(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(..12) {
        Some(first) if words.len() > 12 => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}
