//! One function a kind of input: it hands any bytes to the program as that input, and panics where
//! the program does not keep what it promises. `tests/it/fuzzing` and the targets of `fuzz/` call them.
//!
//! Promised is: every problem has a place within its file, or is about the file as a whole; where
//! nothing came out, an error says why; no text runs; a protected name reaches neither an output
//! nor a message; what is published is well formed.

mod analysis;
mod cards;
mod cases;
mod compared;
mod documents;
mod tables;

pub use analysis::{INTERVIEW, PROJECT, analysis_codebook, project};
pub use cards::{card, scorecard};
pub use cases::{case_file, confidential, field};
pub use compared::{compared, many_frameworks};
pub use documents::{document, house_style, image, nota};
pub use tables::{
    casebook, casebook_of_case, codebook, framework, peers, study_file, words, workbook,
    workbook_of_coding,
};

use rekenkamer::assets::Assets;
use rekenkamer::compare::coding::count;
use rekenkamer::diagnostics::{Code, Language, Report, SourceMap, Style, json, render, sarif};
use rekenkamer::editorial::Editor;
use rekenkamer::load::{Book, Loader};
use rekenkamer::markdown::Kind;
use rekenkamer::model::Case;
use rekenkamer::narrative::DocumentText;
use rekenkamer::privacy::{Guard, Outgoing, Typed, clear};
use rekenkamer::publish::{
    ATTACHED, Form, ImageSources, Typesetter, check_texts, manuscript, publish,
};
use rekenkamer::{charts, narrative, reasoning, score, sheets, view};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

macro_rules! files {
    ($folder:literal: $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../../../", $folder, "/", $name)))),*]
    };
}

/// Files of a folder: their names and texts.
pub type Files = &'static [(&'static str, &'static str)];

/// A small valid case.
pub const SMALL: Files =
    files!("cases/inhuur-2026": "case.yaml" "sources.yaml" "findings/voorbeeld-inhuur.yaml");

/// A case that holds nearly all that a case can.
pub const WHOLE: Files = files!("cases/voorbeeldstad-2026": "case.yaml" "sources.yaml"
    "confidential.yaml" "findings/bibob.yaml" "findings/council-role.yaml"
    "findings/fte-capacity.yaml" "findings/integral-policy.yaml"
    "findings/public-private-cooperation.yaml" "findings/sub-questions.yaml");

/// A study that coded documents.
pub const STUDY: Files = files!("cases/coalitieakkoorden-2022": "study.yaml" "coding.csv");

/// What the program carries.
pub const CARRIED: Files = files!("": "frameworks/fte-capacity.yaml"
    "frameworks/coding/coalition-agreements.yaml" "templates/editorial/words.yaml");

macro_rules! parts {
    ($($name:literal)*) => {
        &[$(($name, include_bytes!(concat!("../../../fixtures/house/", $name)))),*]
    };
}

/// The parts of a municipality's own Word file.
pub const HOUSE: &[(&str, &[u8])] = parts!("[Content_Types].xml" "_rels/.rels" "word/document.xml"
    "word/styles.xml" "word/numbering.xml" "word/settings.xml" "word/header1.xml"
    "word/footer1.xml" "word/media/logo.png" "word/_rels/document.xml.rels"
    "word/_rels/header1.xml.rels");

/// Figures of other municipalities, as `compare --write-peers` writes them.
pub const PEERS: &str = include_str!("../peers.yaml");

/// A protected name of the whole case.
pub const NAME: &str = "Hadewych Oostermolenaar";

/// What a template would make of [`SUM`], if it ran.
const OUTCOME: &str = "62710561";

/// A sum for a template, that stands in no text of ours.
pub const SUM: &str = "{{ 7919*7919 }}";

/// Runs in a thread with the stack that setting documents takes.
fn deep(work: impl FnOnce() + Send) {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .stack_size(rekenkamer::parallel::STACK)
            .spawn_scoped(scope, work);
        if let Err(panic) = thread.expect("a thread").join() {
            std::panic::resume_unwind(panic);
        }
    });
}

/// A folder with these files, one of them replaced.
fn folder(files: Files, name: &str, bytes: &[u8]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let all = files.iter().map(|(name, text)| (*name, text.as_bytes()));
    for (file, bytes) in all.filter(|(file, _)| *file != name).chain([(name, bytes)]) {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    folder
}

fn typesetter() -> &'static Typesetter {
    static TYPESETTER: OnceLock<Typesetter> = OnceLock::new();
    TYPESETTER.get_or_init(|| Typesetter::new(&Assets::embedded()))
}

/// Problems that are about a file as a whole.
const WHOLE_FILE: &[Code] = &[
    Code::FileMissing,
    Code::FileUnreadable,
    Code::FileEmpty,
    Code::NoCase,
    Code::ForeignFile,
    Code::StrayCopy,
    Code::StrayFile,
    Code::StrayFolder,
    Code::UnreadFindings,
    Code::NoScorecardInPdf,
    Code::TableTooLarge,
    Code::BookRefused,
    Code::RowLength,
    Code::DocumentTooLong,
    Code::SummaryTooLong,
    Code::NotaTooLong,
    Code::CodingWarns,
    Code::NoGlyph,
    Code::TypesettingWarns,
    Code::QdaRefused,
    Code::QdaOtherProject,
    Code::QdaTooMany,
    Code::NotEditable,
];

/// Checks what the user would be told, and gives it.
fn told(report: &Report, sources: &SourceMap) -> String {
    for diagnostic in report.iter() {
        match diagnostic.span {
            Some(span) => {
                let text = sources.text(span.file);
                assert!(span.start <= span.end, "{diagnostic:?} ends before it begins");
                assert!(text.get(span.start..span.end).is_some(), "{diagnostic:?} is outside");
            }
            None => {
                // The place in a workbook is a row, not a stretch of text.
                let in_sheet = |path: &String| path.contains(", rij ") || path.contains('!');
                let row = diagnostic.path.as_ref().is_some_and(in_sheet);
                let whole = row || WHOLE_FILE.contains(&diagnostic.code);
                assert!(whole, "{diagnostic:?} has no place");
            }
        }
    }
    let sorted = report.sorted();
    let out = render(&sorted, sources, Style::Short, Language::Dutch)
        + &render(&sorted, sources, Style::Plain, Language::English);
    let obeyed = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    assert!(!out.contains(obeyed), "a terminal would obey {out:?}");
    out
}

/// Nothing may come of nothing without an error that says why.
fn told_why<T>(value: Option<T>, loader: &Loader) -> Option<T> {
    told(&loader.report, &loader.sources);
    assert!(value.is_some() || loader.report.has_errors(), "nothing came out, and no error");
    value.filter(|_| !loader.report.has_errors())
}

fn redaction(loader: &mut Loader) {
    let guard = Guard::of(&loader.secrets, &[]);
    loader.sources.redact(Arc::new(move |text| guard.finds(text)));
}

/// Reads and checks a case as `check --editorial` does.
fn audit(folder: &Path) -> (Loader, Option<Case>) {
    let mut loader = Loader::new(Assets::embedded());
    let case = loader.case(folder);
    redaction(&mut loader);
    let mut case = told_why(case, &loader);
    if let Some(case) = &mut case {
        let card = score::score(case);
        reasoning::check(case, &card, &mut loader.report);
        if !loader.report.has_errors() {
            let Loader { sources, report, .. } = &mut loader;
            case.accepted = reasoning::lint(case, &card, sources, report);
        }
        check_texts(typesetter(), &loader.texts, &loader.sources, &mut loader.report);
        let own = std::mem::take(&mut loader.own);
        let words = loader.word_list();
        Editor::new(&words).read(&own, &[], &loader.sources, &mut loader.report);
        told(&loader.report, &loader.sources);
    }
    let sound = !loader.report.has_errors();
    (loader, case.filter(|_| sound))
}

fn paper(case: &Case, kind: Kind, loader: &mut Loader) -> Option<DocumentText> {
    let card = score::score(case);
    let assets = Assets::embedded();
    let view = view::case(case, &card, kind);
    let drafts = view::drafts(case, &card);
    let Loader { sources, report, .. } = loader;
    let pen = charts::ChartTemplates::new(&assets, sources, report);
    let drawn = pen.and_then(|pen| pen.draw(&view.charts(), report));
    let writer = narrative::Writer::new(kind, &assets, sources, report);
    let mut paper = writer.and_then(|writer| writer.document(view, &drafts, report));
    if let (Some(paper), Some(drawn)) = (&mut paper, drawn) {
        paper.show(drawn);
    }
    assert!(paper.is_some(), "{}", told(report, sources));
    paper
}

/// Sets a document in every form, and gives the files. `made` says that the program itself made the
/// text, so that nothing may be wrong with it.
fn set(text: &str, image_sources: ImageSources<'_>, made: bool) -> Vec<(Form, Vec<u8>)> {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let file = sources.add("nota.md", text);
    let read = manuscript(typesetter(), file, image_sources, &sources, &mut report);
    assert!(read.is_some() || report.has_errors(), "no document, and no error");
    let mut out = Vec::new();
    for form in Form::ALL {
        let Some(manuscript) = &read else { break };
        let assets = Assets::embedded();
        let bytes = publish(form, manuscript, typesetter(), &assets, &mut sources, &mut report);
        let all = told(&report, &sources);
        assert!(bytes.is_some() || report.has_errors(), "nothing published, and no error");
        let fails = report.iter().any(|d| d.code == Code::TypesettingFails);
        assert!(!fails, "a text broke the typesetting: {all}");
        out.extend(bytes.map(|bytes| (form, bytes)));
    }
    assert!(!made || !report.has_errors(), "{}", told(&report, &sources));
    told(&report, &sources);
    for (form, bytes) in &out {
        well_formed(*form, bytes);
    }
    out
}

/// What a reader's program must be able to count on.
fn well_formed(form: Form, bytes: &[u8]) {
    match form {
        Form::Pdf => {
            assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"))
        }
        Form::Html => {
            let html = std::str::from_utf8(bytes).expect("UTF-8").to_ascii_lowercase();
            for runs in ["<script>alert", "<img src=x", "<svg onload", "href=\"javascript", "\0"] {
                assert!(!html.contains(runs), "{runs} in the page");
            }
        }
        Form::Docx | Form::Odt => {
            let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
            for index in 0..zip.len() {
                let mut part = zip.by_index(index).expect("a part");
                let name = part.name().expect("a name").into_owned();
                if !name.ends_with(".xml") && !name.ends_with(".rels") {
                    continue;
                }
                let mut text = String::new();
                part.read_to_string(&mut text).expect("UTF-8");
                // XML 1.0 has no place for most control characters.
                let unfit = |c: char| {
                    (c < ' ' && !"\t\n\r".contains(c)) || matches!(c, '\u{fffe}' | '\u{ffff}')
                };
                assert!(!text.contains(unfit), "{name} has a character that XML does not know");
                let mut reader = quick_xml::Reader::from_str(&text);
                loop {
                    match reader.read_event() {
                        Ok(quick_xml::events::Event::Eof) => break,
                        Ok(_) => {}
                        Err(error) => panic!("{name}: {error}"),
                    }
                }
            }
        }
    }
}
