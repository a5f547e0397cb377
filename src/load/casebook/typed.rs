//! What somebody typed in a cell, as the value of a key.

use super::columns::{Column, Content, stances, word};
use super::entries::OpenCase;
use super::plain;
use crate::load::edit::Value;
use crate::load::guess;
use crate::load::keywords::ANSWERS;
use crate::model::{Answer, Decimal, PartialDate};
use crate::text::one_line;

/// From where on two texts are nearly the same: 1 is equal.
const ALIKE: f64 = 0.8;

/// The value of a key as a cell gives it.
#[derive(PartialEq, Eq)]
pub enum Typed {
    Nothing,
    Text(String),
    Codes(Vec<String>),
    Points(Vec<(String, String)>),
    Evidence(Vec<Line>),
}

/// A source in a cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    pub source: String,
    /// The word of the format; empty where none was typed.
    pub stance: String,
    pub locator: String,
}

/// Why a cell cannot be read: which problem, the part that is wrong, and what it could be.
pub struct Unread {
    pub problem: &'static str,
    pub value: String,
    pub known: String,
}

impl Unread {
    fn of(problem: &'static str, value: &str) -> Self {
        Self { problem, value: one_line(value), known: String::new() }
    }

    fn among(self, known: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let known: Vec<String> = known.into_iter().map(Into::into).collect();
        Self { known: known.join(", "), ..self }
    }
}

/// Reads a cell of an entry below a norm or sub-question, if it is a finding.
pub fn typed(open: &OpenCase, parent: &str, column: &Column, cell: &str) -> Result<Typed, Unread> {
    let cell = cell.trim_end();
    if cell.trim().is_empty() {
        return Ok(Typed::Nothing);
    }
    let line = one_line(cell);
    Ok(match column.content {
        Content::Code | Content::Parent | Content::Norm | Content::Levels => Typed::Nothing,
        // The format keeps the end of the last of several lines.
        Content::Text if cell.contains('\n') => Typed::Text(format!("{cell}\n")),
        Content::Text => Typed::Text(cell.trim().to_owned()),
        Content::Word(words) => {
            let known = words();
            let labels = known.iter().map(|word| super::columns::label(word));
            let unread = || Unread::of("word", &line).among(labels);
            Typed::Text(word(&line, &known).ok_or_else(unread)?.to_owned())
        }
        Content::Level => Typed::Text(level(open, parent, &line)?),
        Content::Date => Typed::Text(match line.parse::<PartialDate>() {
            Ok(_) => line,
            Err(()) => guess::date(&line).ok_or_else(|| Unread::of("date", &line))?,
        }),
        Content::Number if Decimal::parse(&line).is_ok() => Typed::Text(line),
        Content::Number => return Err(Unread::of("number", &line)),
        Content::Whole if line.parse::<u32>().is_ok() => Typed::Text(line),
        Content::Whole => return Err(Unread::of("whole", &line)),
        Content::Codes => Typed::Codes(codes(cell)),
        Content::Points => Typed::Points(points(cell)?),
        Content::Evidence => {
            let lines = cell.lines().filter(|line| !line.trim().is_empty());
            if let Some(line) = lines.clone().find(|line| holds_two(open, line)) {
                return Err(Unread::of("several", line));
            }
            Typed::Evidence(lines.map(evidence).collect::<Result<Vec<Line>, _>>()?)
        }
    })
}

impl Typed {
    /// Whether both mean the same, or are nearly the same text.
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(own), Self::Text(other)) => {
                strsim::normalized_damerau_levenshtein(own, other) >= ALIKE
            }
            _ => self.is_same(other),
        }
    }

    /// Whether both mean the same; the order of sources does not count.
    pub fn is_same(&self, other: &Self) -> bool {
        let sorted = |lines: &[Line]| {
            let mut lines = lines.to_vec();
            lines.sort();
            lines
        };
        match (self, other) {
            (Self::Evidence(own), Self::Evidence(other)) => sorted(own) == sorted(other),
            (Self::Text(own), Self::Text(other)) => plain(own) == plain(other),
            (Self::Points(own), Self::Points(other)) => {
                own.len() == other.len() && own.iter().all(|point| other.contains(point))
            }
            _ => self == other,
        }
    }

    /// The value, as it is written; `None` for an empty cell.
    pub fn value(&self) -> Option<Value> {
        let text = |text: &String| Value::Text(text.clone());
        Some(match self {
            Self::Nothing => return None,
            Self::Text(typed) => text(typed),
            Self::Codes(codes) => Value::List(codes.iter().map(text).collect()),
            Self::Points(points) => {
                Value::Map(points.iter().map(|(key, answer)| (key.clone(), text(answer))).collect())
            }
            Self::Evidence(lines) => Value::List(lines.iter().map(Line::value).collect()),
        })
    }
}

impl Line {
    pub fn value(&self) -> Value {
        let keys = [("source", &self.source), ("stance", &self.stance), ("locator", &self.locator)];
        let filled = keys.into_iter().filter(|(_, text)| !text.is_empty());
        Value::Map(filled.map(|(k, text)| (k.to_owned(), Value::Text(text.clone()))).collect())
    }
}

/// A level of the norm, by its word.
fn level(open: &OpenCase, parent: &str, line: &str) -> Result<String, Unread> {
    let Some(criterion) = open.criterion(parent) else {
        return Err(Unread::of("level-of-question", line));
    };
    let typed = line.to_lowercase();
    let mut levels = criterion.scale.levels();
    let known = || criterion.scale.levels().map(|level| level.key());
    let found = levels.find(|level| level.key() == typed || level.word().to_lowercase() == typed);
    found
        .map(|level| level.key().to_owned())
        .ok_or_else(|| Unread::of("level", line).among(known()))
}

/// The answers to points, one a line.
fn points(cell: &str) -> Result<Vec<(String, String)>, Unread> {
    let lines = cell.lines().filter(|line| !line.trim().is_empty());
    let points = lines.map(point).collect::<Result<Vec<_>, _>>()?;
    let again = (1..)
        .zip(&points)
        .find(|(next, (name, _))| points.iter().skip(*next).any(|(other, _)| other == name));
    match again {
        Some((_, (name, _))) => Err(Unread::of("point-twice", name)),
        None => Ok(points),
    }
}

/// The letters, digits and `-` at the beginning of a text.
fn first_code(text: &str) -> &str {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
    text.get(..text.len() - behind.len()).unwrap_or("")
}

/// Whether a line holds two sources, of which the second would be read as a place in the first. Behind
/// a semicolon, what looks like the code of a source is one.
fn holds_two(open: &OpenCase, line: &str) -> bool {
    let looks_so = |code: &str| {
        let digits = code.trim_start_matches(|c: char| c.is_ascii_uppercase());
        digits.len() < code.len() && digits.len() > 1 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let code = |part: &'_ str| first_code(part.trim_start()).to_owned();
    let mut listed = line.split([',', ';', ':', ')']).skip(1).map(code);
    let mut behind = line.split(';').skip(1).map(code);
    listed.any(|code| open.has_source(&code)) || behind.any(|code| looks_so(&code))
}

/// Codes, separated by commas, semicolons or spaces.
pub fn codes(cell: &str) -> Vec<String> {
    let parts = cell.split(|c: char| c == ',' || c == ';' || c.is_whitespace());
    parts.filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

/// An answer to a point: `point: ja`.
fn point(line: &str) -> Result<(String, String), Unread> {
    let (key, answer) = line.split_once([':', '=']).ok_or_else(|| Unread::of("point", line))?;
    let known: Vec<&'static str> = ANSWERS.iter().map(|(word, _): &(_, Answer)| *word).collect();
    let answer = word(answer, &known);
    let answer = answer.ok_or_else(|| Unread::of("answer", line).among(known))?;
    Ok((one_line(key), answer.to_owned()))
}

/// A source with where in it, and whether it contradicts the finding.
fn evidence(line: &str) -> Result<Line, Unread> {
    let line = one_line(line);
    let source = first_code(&line);
    if !source.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return Err(Unread::of("source", &line));
    }
    let behind = line.get(source.len()..).unwrap_or("").trim_start();
    let (stance, behind) = match behind.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        None => ("", behind),
        Some((typed, rest)) => {
            let known = stances().into_iter().map(super::columns::label);
            let unread = || Unread::of("stance", &line).among(known);
            (word(typed, &stances()).ok_or_else(unread)?, rest)
        }
    };
    let locator = behind.trim_start().trim_start_matches([':', ',', ';']).trim();
    Ok(Line { source: source.to_owned(), stance: stance.to_owned(), locator: locator.to_owned() })
}

/// A source in a line of a cell, if it is one.
pub fn line(text: &str) -> Option<Line> {
    evidence(text).ok()
}
