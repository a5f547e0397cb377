//! A form that came back filled in, and what it changes in a case.

use super::as_sent::CurrentText;
use super::opened::{Opened, Revision};
use crate::assets::read;
use crate::diagnostics::{Code, Diagnostic, Phrase, phrase, portable};
use crate::load::edit::{self, Step, Value};
use crate::load::folder::name_of;
use crate::load::guess;
use crate::load::loader::Loader;
use crate::load::no_case::no_single_case;
use crate::load::raw::case::{RawCase, RawPosition};
use crate::load::table::{FoundForm, form, form_of_lines};
use crate::load::yaml::tree::{Kind, Node};
use crate::markdown::escape;
use crate::model::{PartialDate, Position, ReactionColumn, ReturnedForm};
use crate::text::one_line;
use std::path::Path;

/// What a returned form changes.
pub struct Returned {
    /// `None` if the case has all of it already.
    pub revision: Option<Revision>,
    /// What was not read.
    pub notes: Vec<Phrase>,
}

/// The answer to one recommendation.
struct Answer {
    id: String,
    /// The keys to write, with their values; those of empty cells are not among them.
    keys: Vec<(&'static str, Value)>,
}

/// What a case has of a response already.
#[derive(Clone, Copy)]
enum There {
    Nothing,
    /// The response, without positions.
    Response,
    /// The list of positions.
    List,
}

/// How people write a position.
const POSITIONS: [(Position, &[&str]); 3] = [
    (
        Position::Adopted,
        &["overgenomen", "helemaal", "helemaal overgenomen", "geheel", "volledig", "ja"],
    ),
    (
        Position::Partly,
        &["ten dele", "deels", "gedeeltelijk", "ten dele overgenomen", "deels overgenomen"],
    ),
    (Position::Rejected, &["niet", "niet overgenomen", "nee"]),
];

impl Loader {
    /// The changes of a case by a form that came back in a file. `None` if it cannot be read; why,
    /// is reported. `by` is the role of whoever filled it in.
    /// `now` makes the text for the hearing as the case has it, for a file that is compared with it;
    /// `None` for a case with errors.
    pub fn returned(
        &mut self,
        folder: &Path,
        file: &Path,
        by: Option<&str>,
        now: &dyn Fn() -> Option<CurrentText>,
    ) -> Option<Returned> {
        if !folder.join("case.yaml").is_file() {
            self.report.push(no_single_case(folder));
            return None;
        }
        // For the names that no message may show.
        self.protected(folder, None);
        let shown = portable(file);
        let bytes = match read(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.report.push(Diagnostic::unreadable(shown, &error));
                return None;
            }
        };
        let lines = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        let found = match lines {
            true => {
                form_of_lines(self.csv(&bytes, &shown, |cell| ReturnedForm::named(cell).is_some())?)
            }
            false => form(&bytes, &shown),
        };
        let found = match found {
            Ok(found) => found,
            Err(refused) => {
                self.report.push(refused);
                return None;
            }
        };
        let own = name_of(folder);
        if found.case != own {
            let diagnostic = Diagnostic::of_file(Code::FormRefused, shown);
            let diagnostic = diagnostic.with("problem", "other-case");
            self.report.push(diagnostic.with("value", &found.case).with("expected", own));
            return None;
        }
        if found.form == ReturnedForm::Reaction && by.is_some() {
            let diagnostic = Diagnostic::of_file(Code::NoUse, "--by").with("value", "--by");
            self.report.push(diagnostic.with("what", phrase("what-reaction-form")));
            return None;
        }
        let notes = match found.unread() {
            Ok(notes) => notes,
            Err(problem) => {
                self.report.push(problem);
                return None;
            }
        };
        let mut returned = match found.form {
            ReturnedForm::Reaction => self.reaction(folder, &found, &shown),
            ReturnedForm::Hearing => self.remarks(folder, &found, &bytes, &shown, (by, now)),
        }?;
        returned.notes.splice(..0, notes);
        Some(returned)
    }

    fn reaction(&mut self, folder: &Path, found: &FoundForm, shown: &str) -> Option<Returned> {
        let mut file = self.opened("case.yaml", folder)?;
        let raw = self.raw::<RawCase>(&file.read)?;
        let advice = raw.recommendations.into_iter().flat_map(|list| list.items);
        let known: Vec<String> = advice.filter_map(|item| item.id.known()?.value).collect();
        let answers = self.answers(found, &known, shown)?;
        let mut notes = Vec::new();
        if found.remarks {
            notes.push(phrase("form-remarks"));
        }
        let open = known.iter().filter(|id| !answers.iter().any(|answer| answer.id == **id));
        let open: Vec<&str> = open.map(String::as_str).collect();
        if !open.is_empty() {
            notes.push(phrase("form-open").with("codes", open.join(", ")));
        }
        let given = raw.response.as_ref().map(|response| response.recommendations.clone());
        let mut there = match &given {
            Some(list) if list.is_some() => There::List,
            Some(_) => There::Response,
            None => There::Nothing,
        };
        let given = given.and_then(|list| list.known()).map(|list| list.items).unwrap_or_default();
        for answer in answers {
            let same = given.iter().position(|item| id_of(item) == Some(answer.id.as_str()));
            match same.and_then(|at| Some((at, given.get(at)?))) {
                Some((at, item)) => self.changed(&mut file, at, item, answer),
                None => {
                    self.added(&mut file, there, answer);
                    there = There::List;
                }
            }
        }
        let none = self.report.has_errors();
        (!none).then(|| Returned { revision: file.revision(), notes })
    }

    /// The answers in the rows of a form. `None` if one cannot be read, or a column is missing.
    fn answers(&mut self, found: &FoundForm, known: &[String], shown: &str) -> Option<Vec<Answer>> {
        let mut columns = Vec::new();
        for column in ReactionColumn::ALL {
            let Some(at) = found.column(column.heading()) else {
                let diagnostic = Diagnostic::of_file(Code::FormRefused, shown);
                let diagnostic = diagnostic.with("problem", "columns");
                self.report.push(diagnostic.with("value", column.heading().unwrap_or_default()));
                return None;
            };
            columns.push((column, at));
        }
        let mut out: Vec<Answer> = Vec::new();
        for row in found.rows() {
            match answer(found, &columns, row, known) {
                Ok(Some(answer)) if out.iter().any(|other| other.id == answer.id) => {
                    let diagnostic = found.problem(Code::FormRowUnread, row, 0);
                    let diagnostic = diagnostic.with("problem", "twice");
                    self.report.push(diagnostic.with("value", answer.id));
                }
                Ok(answer) => out.extend(answer),
                Err(diagnostic) => self.report.push(diagnostic),
            }
        }
        (!self.report.has_errors()).then_some(out)
    }

    /// Adds a position to the response, with the keys above it that are not there yet.
    fn added(&mut self, file: &mut Opened, there: There, answer: Answer) {
        let Answer { id, keys } = answer;
        let new = in_words(&id, &keys);
        let mut pairs = vec![("id".to_owned(), Value::Text(id))];
        pairs.extend(keys.into_iter().map(|(key, value)| (key.to_owned(), value)));
        let (item, response) = (Value::Map(pairs), [Step::Key("response")]);
        let done = match there {
            There::List => {
                let way = [Step::Key("response"), Step::Key("recommendations")];
                edit::append(&file.text, &way, &item)
            }
            There::Response => {
                let last = last_key(&file.read.node, "response");
                let list = Value::List(vec![item]);
                edit::insert(&file.text, &response, "recommendations", &list, last.as_deref())
            }
            There::Nothing => {
                let list = ("recommendations".to_owned(), Value::List(vec![item]));
                let above = Some("recommendations");
                edit::insert(&file.text, &[], "response", &Value::Map(vec![list]), above)
            }
        };
        let place = file.read.node.span;
        self.take(file, done, place, (None, new));
    }

    /// Changes what differs in a position that the case has already.
    fn changed(&mut self, file: &mut Opened, at: usize, item: &RawPosition, answer: Answer) {
        for (key, value) in answer.keys {
            let old = typed(item, key);
            let new = match &value {
                Value::Text(text) | Value::Plain(text) => text.clone(),
                Value::List(_) | Value::Map(_) => continue,
            };
            if old.as_deref().map(str::trim) == Some(new.trim()) {
                continue;
            }
            let way = [
                Step::Key("response"),
                Step::Key("recommendations"),
                Step::Item(at),
                Step::Key(key),
            ];
            let (above, _) = way.split_at(3);
            let done = match has(item, key) {
                true => edit::set(&file.text, &way, &value),
                false => edit::insert(&file.text, above, key, &value, Some("position")),
            };
            let said = |text: &str| format!("{} {key}: {}", answer.id, one_line(text));
            let told = (old.map(|old| said(&old)), said(&new));
            self.take(file, done, item.span, told);
        }
    }
}

/// The answer in a row; `None` where nobody answered.
fn answer(
    found: &FoundForm,
    columns: &[(ReactionColumn, usize)],
    row: usize,
    known: &[String],
) -> Result<Option<Answer>, Diagnostic> {
    let at = |column| columns.iter().find(|(c, _)| *c == column).map_or(0, |(_, at)| *at);
    let cell = |column| found.cell(row, at(column));
    let (code, typed) = (cell(ReactionColumn::Code), cell(ReactionColumn::Position));
    let (text, commitment) = (cell(ReactionColumn::Text), cell(ReactionColumn::Commitment));
    let term = cell(ReactionColumn::Due);
    if [typed, text, commitment, term].iter().all(|cell| cell.is_empty()) {
        return Ok(None);
    }
    let wrong = |problem: &'static str, column, value: &str| {
        let diagnostic = found.problem(Code::FormRowUnread, row, at(column));
        diagnostic.with("problem", problem).with("value", value).with("id", code)
    };
    if !known.iter().any(|id| id == code) {
        let diagnostic = wrong("code", ReactionColumn::Code, code);
        return Err(diagnostic.with("known", known.join(", ")));
    }
    if typed.is_empty() {
        return Err(wrong("no-position", ReactionColumn::Position, typed));
    }
    let position = position(typed)
        .ok_or_else(|| wrong("position", ReactionColumn::Position, &one_line(typed)))?;
    let word =
        Position::WORDS.iter().find(|(_, own)| *own == position).map_or("", |(word, _)| *word);
    let mut keys = vec![("position", Value::Plain(word.to_owned()))];
    if !text.is_empty() {
        let paragraphs: Vec<String> = text.lines().map(escape).filter(|p| !p.is_empty()).collect();
        keys.push(("text", Value::Text(paragraphs.join("\n\n"))));
    }
    if !commitment.is_empty() {
        keys.push(("commitment", Value::Text(one_line(commitment))));
    }
    if !term.is_empty() {
        let day = day(term).ok_or_else(|| wrong("due", ReactionColumn::Due, &one_line(term)))?;
        keys.push(("due", Value::Plain(day)));
    }
    Ok(Some(Answer { id: code.to_owned(), keys }))
}

fn position(typed: &str) -> Option<Position> {
    let typed = one_line(typed).to_lowercase();
    let typed = typed.trim_end_matches('.');
    let known = POSITIONS.iter().find(|(_, words)| words.contains(&typed));
    known.map(|(position, _)| *position)
}

/// A date as the format writes it.
fn day(typed: &str) -> Option<String> {
    let typed = one_line(typed);
    let typed = typed.trim_end_matches('.');
    match typed.parse::<PartialDate>() {
        Ok(_) => Some(typed.to_owned()),
        Err(()) => guess::date(typed),
    }
}

/// A new position in a line.
fn in_words(id: &str, keys: &[(&'static str, Value)]) -> String {
    let shown = keys.iter().filter_map(|(key, value)| match value {
        Value::Text(text) | Value::Plain(text) => Some(format!("{key}: {}", one_line(text))),
        Value::List(_) | Value::Map(_) => None,
    });
    format!("{id} {}", shown.collect::<Vec<_>>().join(", "))
}

/// The last key of the mapping at a key.
fn last_key(node: &Node, key: &str) -> Option<String> {
    let pairs = |node: &Node| match &node.kind {
        Kind::Mapping(pairs) => pairs.clone(),
        _ => Vec::new(),
    };
    let name = |node: &Node| match &node.kind {
        Kind::Scalar(name) => Some(name.clone()),
        _ => None,
    };
    let (_, below) = pairs(node).into_iter().find(|(own, _)| name(own).as_deref() == Some(key))?;
    pairs(&below).last().and_then(|(last, _)| name(last))
}

fn id_of(item: &RawPosition) -> Option<&str> {
    item.id.as_ref()?.value.as_deref()
}

fn has(item: &RawPosition, key: &str) -> bool {
    match key {
        "position" => item.position.is_some(),
        "text" => item.text.is_some(),
        "commitment" => item.commitment.is_some(),
        _ => item.due.is_some(),
    }
}

/// What a position says at a key, as it was typed.
fn typed(item: &RawPosition, key: &str) -> Option<String> {
    match key {
        "position" => item.position.as_ref()?.value.clone(),
        "text" => item.text.as_ref()?.value.clone(),
        "commitment" => item.commitment.as_ref()?.value.clone(),
        _ => item.due.as_ref()?.value.clone(),
    }
}
