//! `rekenkamer framework new`: a framework to fill in, or one from a table that a researcher wrote.

use crate::cli::names::{existing_path, folder_name};
use crate::cli::outcome::Outcome;
use crate::cli::{schema, tell};
use crate::diagnostics::{Code, Diagnostic, Phrase, Report, phrase, portable};
use crate::files::write_new;
use crate::load::{Loader, NormRow, NormTable};
use crate::model::{Scale, capital};
use crate::narrative::{NewFramework, NewNorm, new_framework};
use crate::pipeline::assets;
use crate::privacy::Outgoing;
use crate::publish::{Typesetter, check_texts};
use crate::text::one_line;
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The longest name that fits in tables and figures.
const LONGEST_NAME: usize = 40;

/// Arguments of `framework new`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The code of the framework, which is also the name of its file, such as inhuur
    #[arg(value_name = "ID", value_parser = code)]
    id: String,
    /// A table with the norms: a workbook (.xlsx, .ods), a Word file (.docx) or a .csv; or a codebook of an analysis program (.qdc)
    #[arg(long, value_name = "TABLE", value_parser = existing_path())]
    from: Option<PathBuf>,
    /// The title; the code with a capital without this
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// The levels: twee, drie, vier or vijf, or your own words from high to low with commas
    #[arg(long, value_name = "LEVELS", value_parser = scale)]
    scale: Option<Levels>,
}

/// A scale as it was asked for.
#[derive(Debug, Clone)]
struct Levels {
    scale: Scale,
    /// As the framework writes it.
    written: String,
}

/// Parses the code of a framework: small letters, digits and hyphens.
fn code(text: &str) -> Result<String, String> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    match text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(fits) {
        true => folder_name(text),
        false => Err(tell::words(&phrase("usage-framework-code"))),
    }
}

/// Parses a scale: its name, or its words.
fn scale(text: &str) -> Result<Levels, String> {
    if let Some(scale) = Scale::named(text.trim()) {
        return Ok(Levels { scale, written: text.trim().to_owned() });
    }
    let words: Vec<&str> = text.split(',').map(str::trim).collect();
    let word = |key: &&str| {
        let usual = Scale::usual_word(key).map_or_else(|| key.replace('-', " "), str::to_owned);
        ((*key).to_owned(), usual)
    };
    let pairs: Vec<(String, String)> = words.iter().map(word).collect();
    // What else a word may hold can mean something to YAML, and a number is no word to print.
    let odd = |c: char| !c.is_alphanumeric() && !matches!(c, ' ' | '-' | '\'');
    let bad = words.iter().any(|word| !word.starts_with(char::is_alphabetic) || word.contains(odd));
    let written: Vec<String> = words.iter().map(|word| in_list(word)).collect();
    match Scale::new(&pairs).filter(|_| !bad) {
        Some(scale) => Ok(Levels { scale, written: format!("[{}]", written.join(", ")) }),
        None => Err(tell::words(&phrase("usage-scale"))),
    }
}

/// A word as it stands in a list of YAML: between quotes where it would be no text.
fn in_list(word: &str) -> String {
    let text = serde_yaml::from_str::<serde_json::Value>(word).is_ok_and(|read| read == word);
    if text { word.to_owned() } else { format!("\"{word}\"") }
}

/// Makes the file, unless there is one.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    let path = PathBuf::from(format!("frameworks/{}.yaml", args.id));
    // One that the program carries would be hidden by a new file of that name.
    if loader.framework_ids().contains(&args.id) || path.exists() {
        loader.report.push(Diagnostic::of_file(Code::FrameworkExists, portable(&path)));
        return refused(&loader);
    }
    let table = match &args.from {
        Some(from) => match loader.norm_table(from) {
            Some(table) => table,
            None => return refused(&loader),
        },
        None => NormTable { norms: Vec::new(), levels: Vec::new(), notes: Vec::new() },
    };
    let from = args.from.as_ref().map(portable).unwrap_or_default();
    let taken = prefixes();
    let mut made = Made { from, taken: &taken, report: &mut loader.report, said: Vec::new() };
    let places: Vec<String> = table.norms.iter().map(|row| made.place(&row.place)).collect();
    let framework = made.framework(args, table);
    let said = made.said;
    let (assets, texts) = (assets(), &mut loader.sources);
    let Some(text) = new_framework(&framework, &assets, texts, &mut loader.report) else {
        return refused(&loader);
    };
    if !framework.norms.is_empty() && !loader.report.has_errors() {
        // What the table holds must be a framework, before anything is written.
        loader.framework_of(&portable(&path), &args.id, text.as_bytes());
        let typesetter = Typesetter::new(&assets);
        check_texts(&typesetter, &loader.texts, &loader.sources, &mut loader.report);
        let found = std::mem::take(&mut loader.report);
        found.iter().for_each(|d| loader.report.push(in_table(d, &text, &places)));
    }
    if loader.report.has_errors() {
        return refused(&loader);
    }
    for file in schema::without_secrets(vec![Outgoing::new(Path::new(""), &portable(&path), text)])
    {
        if !write_new(&file)? {
            loader.report.push(Diagnostic::of_file(Code::FrameworkExists, portable(&path)));
            return refused(&loader);
        }
    }
    schema::write_missing()?;
    tell::result(&format!("{}\n", portable(&path)))?;
    for note in said {
        tell::say(&note);
    }
    let next = if framework.norms.is_empty() { "framework-empty" } else { "framework-made" };
    let many = framework.norms.len();
    tell::say(&phrase(next).with("id", &args.id).with("count", many));
    Ok(Outcome::Fine)
}

/// A problem with the text of a norm, at the row of the table that it comes from: the file in which
/// it was found is not written.
fn in_table(found: &Diagnostic, text: &str, places: &[String]) -> Diagnostic {
    let before = found.span.and_then(|span| text.get(..span.start));
    let norms = before.map_or(0, |before| before.matches("\n  - id: ").count());
    match norms.checked_sub(1).and_then(|at| places.get(at)) {
        Some(place) => Diagnostic { span: None, path: Some(place.clone()), ..found.clone() },
        None => found.clone(),
    }
}

fn refused(loader: &Loader) -> Result<Outcome> {
    tell::problems(&loader.report, &loader.sources);
    tell::line(&tell::summary(&loader.report.sorted()));
    Ok(Outcome::Errors)
}

/// A framework in the making, with what is to be told of the table.
struct Made<'a> {
    /// The path of the table.
    from: String,
    /// What the codes of the norms of other frameworks begin with.
    taken: &'a [String],
    report: &'a mut Report,
    said: Vec<Phrase>,
}

impl Made<'_> {
    fn framework(&mut self, args: &Args, table: NormTable) -> NewFramework {
        for note in table.notes {
            self.note(&note.place, note.text);
        }
        let prefix = prefix(&args.id, self.taken);
        let levels = self.levels(args.scale.as_ref(), &table.levels);
        let codes: Vec<String> =
            table.norms.iter().zip(1..).map(|(row, nth)| id(row, nth, &prefix)).collect();
        // Norms with a number or without a code get theirs in one way, so that is told once.
        let (mut numbered, mut counted) = (false, false);
        for (row, code) in table.norms.iter().zip(&codes) {
            let typed = row.code.clone().unwrap_or_default();
            let digits = typed.bytes().all(|b| b.is_ascii_digit());
            if typed == *code || (typed.is_empty() && numbered) || (digits && counted) {
                continue;
            }
            let text = if typed.is_empty() { "norms-numbered" } else { "norms-renamed" };
            numbered |= typed.is_empty();
            counted |= digits;
            self.note(&row.place, phrase(text).with("typed", typed).with("code", code));
        }
        for (at, (row, code)) in table.norms.iter().zip(&codes).enumerate() {
            if codes.iter().take(at).any(|other| other == code) {
                let diagnostic = Diagnostic::of_file(Code::DuplicateId, self.place(&row.place));
                self.report.push(diagnostic.with("value", code).with("where", "criteria"));
            }
        }
        let norms = table.norms.iter().zip(codes);
        let norms = norms.map(|(row, code)| self.norm(row, code, &levels)).collect();
        let title = args.title.as_ref().map(|title| one_line(title)).unwrap_or_default();
        let title = if title.is_empty() { capital(&args.id.replace('-', " ")) } else { title };
        let scale = levels.written;
        NewFramework { id: args.id.clone(), title, prefix, scale, norms }
    }

    /// A place in the table, with the table.
    fn place(&self, place: &str) -> String {
        format!("{}, {place}", self.from)
    }

    fn note(&mut self, place: &str, text: Phrase) {
        let note = phrase("table-note").with("path", &self.from).with("place", place);
        self.said.push(note.with("text", text));
    }

    /// Which columns hold texts of levels: those with a word of the scale that was asked for, or of
    /// the first usual scale whose words all have a column.
    fn levels(&mut self, asked: Option<&Levels>, headings: &[String]) -> Columns {
        let of = |scale: Scale| -> Vec<(String, Option<usize>)> {
            let place = |key: &str, word: &str| {
                let same = |heading: &String| {
                    let heading = heading.to_lowercase();
                    heading == key.to_lowercase() || heading == word.to_lowercase()
                };
                headings.iter().position(same)
            };
            scale.levels().map(|l| (l.key().to_owned(), place(l.key(), l.word()))).collect()
        };
        let whole = |scale: &Scale| of(*scale).iter().all(|(_, column)| column.is_some());
        let (written, levels) = match asked {
            Some(levels) => (levels.written.clone(), of(levels.scale)),
            None => {
                // The largest first: the words of three levels are among those of four.
                let mut named: Vec<&str> = Scale::names().collect();
                named.reverse();
                let found = named.iter().filter_map(|n| Some((*n, Scale::named(n)?)));
                let found = found.into_iter().find(|(_, scale)| whole(scale));
                found.map_or_else(Default::default, |(n, scale)| (n.to_owned(), of(scale)))
            }
        };
        for (at, heading) in headings.iter().enumerate() {
            if !levels.iter().any(|(_, column)| *column == Some(at)) {
                self.note("none", phrase("norms-column").with("heading", heading));
            }
        }
        Columns { written, levels }
    }

    fn norm(&mut self, row: &NormRow, id: String, levels: &Columns) -> NewNorm {
        let mut explanation = row.explanation.clone().unwrap_or_default();
        let mut name = row.name.clone().map(|name| one_line(&name)).unwrap_or_default();
        if name.chars().count() > LONGEST_NAME {
            self.note(&row.place, phrase("norms-long-name").with("name", &name));
            explanation = format!("{name}\n\n{explanation}").trim().to_owned();
            name.clear();
        }
        let cell = |column: &Option<usize>| {
            column.and_then(|at| row.levels.get(at)).cloned().unwrap_or_default()
        };
        let texts: Vec<(String, String)> =
            levels.levels.iter().map(|(key, at)| (key.clone(), one_line(&cell(at)))).collect();
        let has_text = texts.iter().any(|(_, text)| !text.is_empty());
        NewNorm {
            id,
            name,
            norm: one_line(&row.norm),
            themes: listed(row.theme.as_deref()),
            explanation,
            sources: listed(row.source.as_deref()),
            levels: if has_text { texts } else { Vec::new() },
        }
    }
}

/// The levels of a new framework, each with the column of its texts.
struct Columns {
    /// As the framework writes its scale; empty for the usual one.
    written: String,
    levels: Vec<(String, Option<usize>)>,
}

/// The code of a norm: as it was typed where that can be one; a bare number gets the letters of the
/// framework before it.
fn id(row: &NormRow, nth: usize, prefix: &str) -> String {
    let fits = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let typed: String = row.code.as_deref().unwrap_or("").trim().chars().map(fits).collect();
    let parts: Vec<&str> = typed.split('-').filter(|part| !part.is_empty()).collect();
    match parts.join("-") {
        code if code.is_empty() => format!("{prefix}-{nth}"),
        code if code.starts_with(|c: char| c.is_ascii_digit()) => format!("{prefix}-{code}"),
        code => code,
    }
}

/// What the codes of norms begin with in the frameworks that there are.
fn prefixes() -> Vec<String> {
    // Their mistakes are no business of a new one.
    let mut loader = Loader::new(assets());
    let mut out = BTreeSet::new();
    for id in loader.framework_ids().iter() {
        let framework = loader.framework(id);
        let codes = framework.iter().flat_map(|f| &f.criteria).map(|c| c.id.as_str());
        out.extend(codes.filter_map(|code| Some(code.split_once('-')?.0.to_owned())));
    }
    out.into_iter().collect()
}

/// Letters for the codes of norms, which no other framework has: those that the words of the code
/// begin with, or its first two, or more of them.
fn prefix(id: &str, taken: &[String]) -> String {
    let letters: String = id.chars().filter(|c| *c != '-').collect();
    let longer = (2..=letters.len()).filter_map(|end| letters.get(..end)).map(str::to_uppercase);
    let first = initials(id);
    let mut each = std::iter::once(first.clone()).chain(longer);
    each.find(|letters| !taken.contains(letters)).unwrap_or(first)
}

fn initials(id: &str) -> String {
    let words: Vec<&str> = id.split('-').filter(|word| !word.is_empty()).collect();
    let letters: String = match words.as_slice() {
        [one] => one.chars().take(2).collect(),
        several => several.iter().filter_map(|word| word.chars().next()).take(3).collect(),
    };
    letters.to_uppercase()
}

/// Things that were typed in one cell, on lines of their own or with semicolons between them.
fn listed(text: Option<&str>) -> Vec<String> {
    let each = text.into_iter().flat_map(|text| text.split([';', '\n'])).map(one_line);
    each.filter(|one| !one.is_empty()).collect()
}
