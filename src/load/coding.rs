//! A study that codes documents: `study.yaml` and its coding, one row per municipality.

use super::grid::Grid;
use super::guess;
use super::keywords::meant;
use super::loader::{Loader, cx};
use super::published::{Grouped, published, total};
use super::raw::coding::{RawCodingFacts, RawCodingStudy};
use super::raw::kinds::Version;
use super::raw::{Context, Must, Text};
use super::reading::Files;
use crate::assets::sha256;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::{Codebook, Coded, CodedQuestion, CodedRow, CodingStudy, Publication, Status};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The file that makes a folder a coding study.
pub const STUDY: &str = "study.yaml";

/// Maximum number of unknown columns that are reported one by one.
const MOST_REPORTED: usize = 5;

impl Loader {
    /// The coding study in a folder; problems are added to the report.
    pub fn coding_study(&mut self, folder: &Path) -> Option<CodingStudy> {
        self.suppressed.clear();
        let mut files = Files { folder, hashes: BTreeMap::new() };
        let read = self.file(STUDY, &mut files)?;
        let raw = self.raw::<RawCodingStudy>(&read)?;
        let codebook = self.chosen_codebook(raw.codebook.clone(), raw.version.clone());
        let mut cx = cx!(self);
        let name = cx.value(raw.coding.clone());
        let margins_only = cx.word(raw.rows.clone()).unwrap_or(false);
        let attributes: Vec<String> =
            raw.attributes.iter().flat_map(|l| &l.items).filter_map(|t| t.value.clone()).collect();
        let grid = name.and_then(|name| self.coding_file(folder, &name, &mut files));
        let codebook = codebook?;
        let mut cx = cx!(self);
        let rows = grid.map(|grid| rows(&grid, &codebook, &attributes, &mut cx));
        let totals = raw.totals.map(|l| l.items).unwrap_or_default();
        let totals = totals
            .into_iter()
            .filter_map(|t| total(t, &codebook, rows.as_deref().unwrap_or_default(), &mut cx))
            .collect();
        let grouped = Grouped { rows: rows.as_deref(), attributes: &attributes };
        let published = raw.published.map(|p| published(p, &codebook, &grouped, &mut cx));
        let published = published.unwrap_or_default();
        let source = raw.source.map(|s| {
            let title = cx.text(s.title.asked_for());
            let author = cx.text_some(s.author);
            Publication { title, author, date: cx.date(s.date), url: cx.address(s.url) }
        });
        let facts = cx.need(raw.study)?;
        let name = super::folder::name_of(folder);
        let study = study(facts, name, codebook, &mut cx)?;
        let hashes = files.hashes;
        Some(CodingStudy { rows: rows?, margins_only, totals, published, source, hashes, ..study })
    }

    fn coding_file(&mut self, folder: &Path, name: &Text, files: &mut Files<'_>) -> Option<Grid> {
        let place = Some(name.span);
        let name = name.value.as_deref()?;
        let bytes = self.bytes(name, folder, place)?;
        files.hashes.insert(name.to_owned(), sha256(&bytes));
        self.grid(&folder.join(name), bytes, "municipality")
    }

    fn chosen_codebook(
        &mut self,
        id: Must<Text>,
        version: Must<Text<Version>>,
    ) -> Option<Codebook> {
        let known = self.codebook_ids();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let mut cx = cx!(self);
        let id = cx.value(id);
        let version = cx.value(version);
        let id = cx.reference(id, &known, Code::UnknownCodebook)?;
        let codebook = self.codebook(&id)?;
        let typed = version?;
        let found = typed.value.unwrap_or_default();
        if found != codebook.version {
            let diagnostic = Diagnostic::at(Code::VersionDiffers, typed.span).with("found", found);
            self.report.push(diagnostic.with("expected", &codebook.version));
        }
        Some(codebook)
    }
}

/// The facts of the study, without its rows.
fn study(
    raw: RawCodingFacts,
    name: String,
    codebook: Codebook,
    cx: &mut Context<'_>,
) -> Option<CodingStudy> {
    let span = raw.span;
    let title = cx.text(raw.title);
    let conducted = cx.need(raw.conducted).and_then(|p| cx.period(p));
    let date = cx.value(raw.date);
    let date = cx.date(date);
    let _words: Vec<_> = Status::ALL.iter().map(|s| (s.key(), *s)).collect();
    let at = raw.status.as_ref().map_or(span, |s| s.span);
    let status = cx.value(raw.status).and_then(|s| cx.word(s));
    let notice = cx.markdown_some(raw.notice);
    if let Some(status @ (Status::Reconstructie | Status::Fictief)) = status
        && notice.is_empty()
    {
        cx.push(Diagnostic::at(Code::NoticeMissing, at).with("value", status.key()));
    }
    Some(CodingStudy {
        name,
        title,
        subtitle: cx.text_some(raw.subtitle),
        commissioner: cx.text_some(raw.commissioner).unwrap_or_default(),
        researchers: cx.text_some(raw.researchers),
        conducted: conducted?,
        date: date?,
        status: status?,
        notice,
        sampling: cx.word(raw.sample),
        sampling_reason: cx.markdown_some(raw.sample_reason),
        background: cx.markdown_some(raw.background),
        method: cx.markdown_some(raw.method),
        colofon: cx.markdown_some(raw.colofon),
        source: None,
        codebook,
        rows: Vec::new(),
        margins_only: false,
        totals: Vec::new(),
        published: Vec::new(),
        hashes: BTreeMap::new(),
    })
}

/// The contents of a column of the coding.
enum Column<'a> {
    Municipality,
    Province,
    Inhabitants,
    Attribute(&'a str),
    Question(&'a CodedQuestion),
    Unknown,
}

fn rows(
    grid: &Grid,
    codebook: &Codebook,
    attributes: &[String],
    cx: &mut Context<'_>,
) -> Vec<CodedRow> {
    let columns = columns(grid, codebook, attributes, cx);
    let mut names = BTreeSet::new();
    let mut out = Vec::new();
    for (at, cells) in grid.rows() {
        let mut row = CodedRow {
            municipality: String::new(),
            province: None,
            inhabitants: None,
            attributes: BTreeMap::new(),
            codes: BTreeMap::new(),
        };
        for ((column, name), cell) in columns.iter().zip(grid.header()).zip(cells) {
            if matches!(column, Column::Unknown) {
                continue;
            }
            if cell.is_empty() {
                cx.push(grid.problem(Code::EmptyCell, at, name));
                continue;
            }
            match column {
                Column::Municipality => row.municipality.clone_from(cell),
                Column::Province => row.province = Some(cell.clone()),
                Column::Inhabitants => match cell.parse::<u32>() {
                    Ok(number) => row.inhabitants = Some(number),
                    Err(_) => {
                        let problem = grid.problem(Code::BadCell, at, name).with("value", cell);
                        let problem = problem.with("kind", "number");
                        cx.push(problem.with_some("nearest", guess::number(cell)));
                    }
                },
                Column::Attribute(key) => {
                    row.attributes.insert((*key).to_owned(), cell.clone());
                }
                Column::Question(question) => match coded(question, cell) {
                    Some(code) => {
                        row.codes.insert(question.id.clone(), code);
                    }
                    None => {
                        let known: Vec<&str> =
                            question.categories.iter().map(|c| c.id.as_str()).collect();
                        let near = meant(cell, &known);
                        let problem = grid.problem(Code::BadCell, at, name).with("value", cell);
                        let problem = problem.with("kind", "word");
                        let all = format!("{}, onbekend, nvt", known.join(", "));
                        cx.push(problem.with("known", all).with_some("nearest", near));
                    }
                },
                Column::Unknown => {}
            }
        }
        let named = !row.municipality.is_empty();
        if named && !names.insert(row.municipality.to_lowercase()) {
            let problem = grid.problem(Code::DuplicateRow, at, "municipality");
            cx.push(problem.with("value", &row.municipality));
        }
        out.push(row);
    }
    agree(grid, codebook, &out, cx);
    out
}

fn coded(question: &CodedQuestion, cell: &str) -> Option<Coded> {
    match cell {
        "onbekend" => Some(Coded::Unknown),
        "nvt" => Some(Coded::NotApplicable),
        cell => {
            let known = question.categories.iter().any(|c| c.id == cell);
            known.then(|| Coded::Category(cell.to_owned()))
        }
    }
}

fn columns<'a>(
    grid: &Grid,
    codebook: &'a Codebook,
    attributes: &'a [String],
    cx: &mut Context<'_>,
) -> Vec<Column<'a>> {
    let mut unknown = Vec::new();
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for name in grid.header() {
        if !seen.insert(name.as_str()) {
            cx.push(grid.problem(Code::DuplicateKey, 0, name).with("key", name));
        }
        let attribute = attributes.iter().find(|a| *a == name);
        let question = codebook.questions.iter().find(|q| q.id == *name);
        out.push(match (name.as_str(), attribute, question) {
            ("municipality", ..) => Column::Municipality,
            ("province", ..) => Column::Province,
            ("inhabitants", ..) => Column::Inhabitants,
            (_, Some(key), _) => Column::Attribute(key),
            (_, _, Some(question)) => Column::Question(question),
            _ => {
                unknown.push(name);
                Column::Unknown
            }
        });
    }
    let questions = codebook.questions.iter().map(|q| q.id.as_str());
    let known: Vec<&str> = ["municipality", "province", "inhabitants"]
        .into_iter()
        .chain(attributes.iter().map(String::as_str))
        .chain(questions.clone())
        .collect();
    for name in unknown.iter().take(MOST_REPORTED) {
        let problem = grid.problem(Code::UnknownColumn, 0, name);
        let near = nearest(name, known.iter().copied());
        let more = unknown.len().saturating_sub(MOST_REPORTED);
        let more = (more > 0).then(|| format!("{more}"));
        let kind = if near.is_some() { "slip" } else { "own" };
        let problem = problem.with("known", known.join(", ")).with("kind", kind);
        let problem = problem.with_some("nearest", near);
        cx.push(problem.with_some("more", more));
    }
    let needed = ["municipality"].into_iter().chain(attributes.iter().map(String::as_str));
    for name in needed.chain(questions) {
        if !seen.contains(name) {
            cx.push(grid.problem(Code::MissingColumn, 0, name));
        }
    }
    out
}

/// Checks that a question with one answer per value of an attribute has one answer there.
fn agree(grid: &Grid, codebook: &Codebook, rows: &[CodedRow], cx: &mut Context<'_>) {
    for question in &codebook.questions {
        let Some(per) = &question.per else { continue };
        if !grid.header().contains(per) {
            cx.push(grid.problem(Code::MissingColumn, 0, per));
        }
        let mut answers: BTreeMap<&str, &Coded> = BTreeMap::new();
        for (row, (at, _)) in rows.iter().zip(grid.rows()) {
            let (Some(unit), Some(code)) = (row.value(per), row.codes.get(&question.id)) else {
                continue;
            };
            let first = *answers.entry(unit).or_insert(code);
            if first != code {
                let problem = grid.problem(Code::UnitDiffers, at, &question.id);
                cx.push(problem.with("value", unit));
            }
        }
    }
}
