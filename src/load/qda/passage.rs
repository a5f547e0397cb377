//! Finds passages in their texts.
//!
//! REFI-QDA counts code points from zero, and the end is that of the character behind the last one.
//! NVivo counts the units of UTF-16, in which an emoji is two, and some programs count a Windows line
//! end as one. So a passage that quotes itself is held against its text in each of these ways, and
//! the way that fits most of them holds for those that quote nothing.

use super::package::Package;
use super::place::Place;
use super::project::{Passage, Project, Spot, TextPart};
use super::refusal::Refusal;
use crate::diagnostics::{Phrase, phrase};
use std::collections::BTreeMap;

/// A longer text is not looked through: some five thousand pages.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Number of places that a message names.
const NAMED: usize = 5;

/// What is told of the passages that were found.
#[derive(Default)]
pub struct Found {
    pub notes: Vec<Phrase>,
}

/// A way of counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Counting {
    /// In the units of UTF-16 rather than in code points.
    units: bool,
    /// A Windows line end as one.
    joined: bool,
}

/// A text, with the ways of counting that make a difference in it.
struct Text {
    text: String,
    ways: Vec<Counting>,
    formatted: bool,
}

/// The texts of all documents, by the numbers of document and text.
type Texts = BTreeMap<(usize, usize), Text>;

/// A text with its places. That takes many times its size, so one is counted at a time.
struct Counted<'t> {
    text: &'t str,
    /// For each way the bytes at which its characters begin, and the end of the text.
    ways: Vec<(Counting, Vec<usize>)>,
    /// The bytes behind line ends.
    lines: Vec<usize>,
    formatted: bool,
}

/// How a passage was found.
enum Fit {
    /// Its text is what it quotes.
    Proved,
    /// It quotes nothing that can be compared.
    Assumed,
    /// It does not fit its text in any way.
    Misfit,
    /// It goes on beyond the end of its text.
    Outside,
}

/// Finds the words and places of all passages.
pub fn find(project: &mut Project, package: &mut Package) -> Result<Found, Refusal> {
    let units = project.origin.to_lowercase().contains("nvivo");
    let assumed = Counting { units, joined: false };
    let mut texts = BTreeMap::new();
    for (at, document) in project.documents.iter().enumerate() {
        let is_coded = |part| document.passages.iter().any(|passage| passage.is_in(part));
        for (part, text) in document.texts.iter().enumerate().filter(|(part, _)| is_coded(*part)) {
            if let Some(text) = read(text, assumed, (package, at + 1))? {
                texts.insert((at, part), text);
            }
        }
    }
    let counting = counting(project, &texts, assumed);
    let first_page = first_page(project);
    let mut misfits = Vec::new();
    for ((at, part), text) in &texts {
        let Some(document) = project.documents.get_mut(*at) else { continue };
        let text = text.counted();
        for passage in document.passages.iter_mut().filter(|passage| passage.is_in(*part)) {
            match in_text(passage, &text, counting) {
                Fit::Misfit => misfits.push((*at, passage.place.clone())),
                Fit::Outside => passage.spot = Spot::Nowhere,
                Fit::Proved | Fit::Assumed => {}
            }
        }
    }
    for passage in project.documents.iter_mut().flat_map(|document| &mut document.passages) {
        match passage.spot {
            Spot::Characters { .. } | Spot::Nowhere => {}
            Spot::Page(page) => passage.place = Place::Page(page + 1 - first_page),
            Spot::Time(from, to) => passage.place = Place::Time(from, to),
            Spot::Area => passage.place = Place::Area,
            Spot::Whole => passage.place = Place::Whole,
        }
        tidy(passage);
    }
    let (mut silent, mut nowhere) = (0, Vec::new());
    for (document, number) in project.documents.iter_mut().zip(1..) {
        document.passages = merged(std::mem::take(&mut document.passages));
        let lost = document.passages.extract_if(.., |passage| passage.spot == Spot::Nowhere);
        nowhere.extend(lost.map(|passage| (number, passage.line)));
        silent += document.passages.iter().filter(|passage| passage.words.is_none()).count();
    }
    let mut notes = told(project, &texts, (assumed, counting), (misfits, silent, first_page));
    notes.extend(told_nowhere(&nowhere));
    Ok(Found { notes })
}

/// What is told of the way in which passages were found.
fn told(
    project: &Project,
    texts: &Texts,
    (assumed, counting): (Counting, Counting),
    (misfits, silent, first_page): (Vec<(usize, Place)>, usize, i64),
) -> Vec<Phrase> {
    let mut notes = Vec::new();
    if texts.values().any(|text| text.ways.len() > 1) {
        let key = if counting == assumed { "qda-counted" } else { "qda-counted-other" };
        let way = phrase(if counting.units { "qda-units" } else { "qda-code-points" });
        let ends = phrase(if counting.joined { "qda-ends-one" } else { "qda-ends-two" });
        let note = phrase(key).with("way", way).with("ends", ends);
        notes.push(note.with("origin", &project.origin));
    }
    if project.documents.iter().flat_map(|d| &d.passages).any(|p| matches!(p.spot, Spot::Page(_))) {
        let key = if first_page == 0 { "qda-pages-zero" } else { "qda-pages-one" };
        notes.push(phrase(key));
    }
    if !misfits.is_empty() {
        // A document is named by its number in the project: its name may be that of a person.
        let place = |(at, place): &(usize, Place)| format!("document {} {place}", at + 1);
        let note = phrase("qda-misfit").with("count", misfits.len());
        notes.push(note.with("places", some(misfits.iter().map(place))));
    }
    if silent > 0 {
        notes.push(phrase("qda-no-words").with("count", silent));
    }
    notes
}

/// What is told of the passages that are left out because their place cannot be, each with the number
/// of its document and its line.
fn told_nowhere(nowhere: &[(usize, usize)]) -> Option<Phrase> {
    let place = |(document, line): &(usize, usize)| format!("document {document} (regel {line})");
    let note = phrase("qda-nowhere").with("count", nowhere.len());
    (!nowhere.is_empty()).then(|| note.with("places", some(nowhere.iter().map(place))))
}

/// Places in a row, at most so many that they can be read.
fn some(places: impl ExactSizeIterator<Item = String>) -> String {
    let more = (places.len() > NAMED).then(|| "…".to_owned());
    places.take(NAMED).chain(more).collect::<Vec<_>>().join("; ")
}

/// The number of the first page: PDF pages are counted from zero as soon as one has that number.
/// ATLAS.ti always does so.
fn first_page(project: &Project) -> i64 {
    let zero = |passage: &Passage| passage.spot == Spot::Page(0);
    let zero = project.documents.iter().flat_map(|d| &d.passages).any(zero);
    i64::from(!zero && !project.origin.to_lowercase().contains("atlas"))
}

fn read(
    part: &TextPart,
    assumed: Counting,
    (package, document): (&mut Package, usize),
) -> Result<Option<Text>, Refusal> {
    let text = match &part.content {
        Some(content) => Some(content.clone()),
        None if part.path.is_empty() => None,
        None => package.text(&part.path, document)?,
    };
    let Some(text) = text.filter(|text| text.len() <= MOST_BYTES) else { return Ok(None) };
    let wide = text.chars().any(|c| c.len_utf16() > 1);
    let windows = text.contains("\r\n");
    let other = Counting { units: !assumed.units, joined: false };
    let joined = |way| Counting { joined: true, ..way };
    let differs = |way: &Counting| (way.units == assumed.units || wide) && (!way.joined || windows);
    let ways = [assumed, other, joined(assumed), joined(other)].into_iter().filter(differs);
    Ok(Some(Text { ways: ways.collect(), formatted: part.formatted, text }))
}

impl Text {
    fn counted(&self) -> Counted<'_> {
        let ways = self.ways.iter().map(|way| (*way, starts(&self.text, *way))).collect();
        let lines = self.text.match_indices('\n').map(|(at, _)| at + 1).collect();
        Counted { text: &self.text, ways, lines, formatted: self.formatted }
    }
}

/// The byte at which each character begins, by a way of counting, and the end of the text.
fn starts(text: &str, way: Counting) -> Vec<usize> {
    let mut out = Vec::new();
    for (at, c) in text.char_indices() {
        if way.joined && c == '\r' && text.get(at + 1..).is_some_and(|rest| rest.starts_with('\n'))
        {
            continue;
        }
        // Within a pair of units there is no place: the byte is in the middle of a character.
        out.extend((0..if way.units { c.len_utf16() } else { 1 }).map(|unit| at + unit));
    }
    out.push(text.len());
    out
}

/// The way of counting that fits most passages which quote themselves; where none does, that of the
/// program.
fn counting(project: &Project, texts: &Texts, assumed: Counting) -> Counting {
    let mut votes: BTreeMap<Counting, usize> = BTreeMap::new();
    for ((at, part), text) in texts.iter().filter(|(_, text)| text.ways.len() > 1) {
        let Some(document) = project.documents.get(*at) else { continue };
        let text = text.counted();
        for passage in document.passages.iter().filter(|passage| passage.is_in(*part)) {
            let Spot::Characters { from, to, .. } = passage.spot else { continue };
            for (way, starts) in &text.ways {
                let words = text.slice(starts, from, to).unwrap_or("");
                *votes.entry(*way).or_default() += usize::from(quotes(&passage.name, words));
            }
        }
    }
    let own = votes.get(&assumed).copied().unwrap_or(0);
    let best = votes.into_iter().max_by_key(|(_, count)| *count);
    best.filter(|(_, count)| *count > own).map_or(assumed, |(way, _)| way)
}

impl Counted<'_> {
    fn slice(&self, starts: &[usize], from: i64, to: i64) -> Option<&str> {
        let at = |place: i64| starts.get(usize::try_from(place).ok()?).copied();
        self.text.get(at(from)?..at(to)?)
    }

    /// The lines of a stretch of text, without the line ends around it.
    fn place(&self, words: &str) -> Place {
        let start = words.as_ptr().addr() - self.text.as_ptr().addr();
        let before = words.len() - words.trim_start().len();
        let first = start + before;
        let last = (start + words.trim_end().len()).saturating_sub(1).max(first);
        let line = |at: usize| self.lines.partition_point(|end| *end <= at) + 1;
        Place::Lines { paragraphs: self.formatted, from: line(first), to: line(last) }
    }
}

/// Finds a passage in its text.
fn in_text(passage: &mut Passage, text: &Counted<'_>, counting: Counting) -> Fit {
    let Spot::Characters { from, to, .. } = passage.spot else { return Fit::Assumed };
    // The last of the places is the end of the text.
    let beyond = |starts: &Vec<usize>| usize::try_from(to).is_ok_and(|to| to >= starts.len());
    if text.ways.iter().all(|(_, starts)| beyond(starts)) {
        return Fit::Outside;
    }
    let slice = |starts: &Vec<usize>| text.slice(starts, from, to).filter(|w| !w.trim().is_empty());
    let mut each = text.ways.iter().filter_map(|(way, starts)| Some((*way, slice(starts)?)));
    let proved = each.find(|(_, words)| quotes(&passage.name, words));
    // A text without the characters in which ways differ has only one.
    let own = text.ways.iter().find(|(way, _)| *way == counting).or(text.ways.first());
    let own = own.and_then(|(way, starts)| Some((*way, slice(starts)?)));
    let fit = match (proved, own) {
        (Some(_), _) => Fit::Proved,
        (None, Some(_)) if !is_quotation(&passage.name, from, to) => Fit::Assumed,
        _ => Fit::Misfit,
    };
    let words = match fit {
        Fit::Proved => proved.map(|(_, words)| words),
        Fit::Assumed => own.map(|(_, words)| words),
        Fit::Misfit | Fit::Outside => None,
    };
    match words {
        Some(words) => {
            passage.place = text.place(words);
            passage.words = Some(words.to_owned());
        }
        None => passage.place = Place::Characters(from, to),
    }
    fit
}

/// Whether the name of a selection is the text of it, whole or its beginning.
fn quotes(name: &str, words: &str) -> bool {
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    let (name, words) = (name.trim(), letters(words));
    match shortened(name) {
        Some(begin) => !begin.is_empty() && words.starts_with(&letters(begin)),
        None => !name.is_empty() && words == letters(name),
    }
}

/// What a name has of a text that was cut off.
fn shortened(name: &str) -> Option<&str> {
    name.strip_suffix('…').or_else(|| name.strip_suffix("...")).map(str::trim_end)
}

/// Whether the name of a selection is meant to be its text: that was cut off, or is as long as it.
fn is_quotation(name: &str, from: i64, to: i64) -> bool {
    let length = usize::try_from(to - from).unwrap_or(0);
    let as_long =
        length > 0 && [name.chars().count(), name.encode_utf16().count()].contains(&length);
    shortened(name).is_some() || as_long
}

/// ATLAS.ti gives a part of a PDF twice under one GUID: as a part of the page and as one of the text.
/// That is one passage, with the page as its place.
fn merged(passages: Vec<Passage>) -> Vec<Passage> {
    let mut out: Vec<Passage> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for passage in passages {
        let at = *places.entry(passage.guid.clone()).or_insert(out.len());
        let Some(same) = out.get_mut(at) else {
            out.push(passage);
            continue;
        };
        same.codes.extend(passage.codes);
        same.codes.sort();
        same.codes.dedup();
        same.words = same.words.take().or(passage.words);
        if matches!(passage.spot, Spot::Page(_)) || same.spot == Spot::Nowhere {
            (same.spot, same.place) = (passage.spot, passage.place);
        }
    }
    out
}

/// Without its text a passage has what its name quotes, and the place that the program gives.
fn tidy(passage: &mut Passage) {
    if let Spot::Characters { from, to, .. } = passage.spot
        && passage.words.is_none()
    {
        passage.place = Place::Characters(from, to);
        let said = is_quotation(&passage.name, from, to);
        passage.words = said.then(|| passage.name.clone());
    }
    let plain = |c: char| if c.is_control() && c != '\n' { ' ' } else { c };
    let words =
        passage.words.take().map(|words| words.replace("\r\n", "\n").chars().map(plain).collect());
    passage.words = words.map(|words: String| words.trim().to_owned()).filter(|w| !w.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The place and the words of a passage in a text.
    fn found(text: (&str, bool), name: &str, (from, to): (i64, i64)) -> (String, Option<String>) {
        let (text, units) = text;
        let assumed = Counting { units, joined: false };
        let other = Counting { units: !units, joined: false };
        let joined = |way| Counting { joined: true, ..way };
        let ways = vec![assumed, other, joined(assumed), joined(other)];
        let text = Text { text: text.to_owned(), ways, formatted: true };
        let spot = Spot::Characters { text: 0, from, to };
        let (guid, codes, name) = (String::new(), Vec::new(), name.to_owned());
        let mut passage =
            Passage { guid, codes, spot, name, words: None, place: Place::Whole, line: 1 };
        in_text(&mut passage, &text.counted(), assumed);
        tidy(&mut passage);
        (passage.place.to_string(), passage.words)
    }

    #[test]
    fn an_emoji_is_two_units_of_utf16_and_one_code_point() {
        let text = "Ja 🙂 goed.\nNee.";
        let words = |said: &str| Some(said.to_owned());
        assert_eq!(found((text, false), "", (5, 9)), ("alinea 1".into(), words("goed")));
        assert_eq!(found((text, true), "", (6, 10)), ("alinea 1".into(), words("goed")));
        // What the passage quotes decides, whatever was assumed.
        assert_eq!(found((text, false), "goed", (6, 10)), ("alinea 1".into(), words("goed")));
        assert_eq!(found((text, true), "goed", (5, 9)), ("alinea 1".into(), words("goed")));
        assert_eq!(found((text, false), "Nee.", (11, 15)), ("alinea 2".into(), words("Nee.")));
        // The middle of a character is no place.
        assert_eq!(found((text, true), "label", (4, 6)), ("tekens 4–6".into(), None));
    }

    #[test]
    fn a_windows_line_end_may_count_as_one() {
        let text = ("Een.\r\nTwee.\r\nDrie.", false);
        let words = |said: &str| Some(said.to_owned());
        assert_eq!(found(text, "Drie.", (11, 16)), ("alinea 3".into(), words("Drie.")));
        assert_eq!(found(text, "Drie.", (13, 18)), ("alinea 3".into(), words("Drie.")));
        assert_eq!(found(text, "", (0, 11)), ("alinea 1–2".into(), words("Een.\nTwee.")));
    }

    #[test]
    fn a_passage_that_fits_nowhere_has_what_it_quotes_and_the_place_as_given() {
        let text = ("Een tekst van iemand.", false);
        let quoted = Some("Heel iets anders".to_owned());
        assert_eq!(found(text, "Heel iets anders", (0, 16)), ("tekens 0–16".into(), quoted));
        let cut = Some("Iets dat verder gaat…".to_owned());
        assert_eq!(found(text, "Iets dat verder gaat…", (0, 21)), ("tekens 0–21".into(), cut));
        let begin = Some("Een tekst".to_owned());
        assert_eq!(found(text, "Een te…", (0, 9)), ("alinea 1".into(), begin));
    }
}
