//! One function a kind of input: it hands any bytes to the program as that input, and panics where
//! the program does not keep what it promises. `tests/fuzzing` and the targets of `fuzz/` call them.
//!
//! Promised is: every problem has a place within its file, or is about the file as a whole; where
//! nothing came out, an error says why; no text runs; a protected name reaches neither an output
//! nor a message; what is published is well formed.

use rekenkamer::assets::Assets;
use rekenkamer::compare::coding::count;
use rekenkamer::diagnostics::{Code, Language, Report, SourceMap, Style, json, render, sarif};
use rekenkamer::editorial::Editor;
use rekenkamer::load::Loader;
use rekenkamer::markdown::Kind;
use rekenkamer::model::Case;
use rekenkamer::narrative::Paper;
use rekenkamer::output::{Guard, Outgoing, Typed, clear};
use rekenkamer::publish::{ATTACHED, Form, Shelf, Typesetter, check_texts, manuscript, publish};
use rekenkamer::{figures, grounds, narrative, score, sheets, view};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

macro_rules! files {
    ($folder:literal: $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../", $folder, "/", $name)))),*]
    };
}

/// Files of a folder: their names and texts.
pub type Files = &'static [(&'static str, &'static str)];

/// A small valid case.
pub const SMALL: Files =
    files!("tests/common/cases/proef": "case.yaml" "sources.yaml" "findings/fte-capacity.yaml");

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
        &[$(($name, include_bytes!(concat!("../common/house/", $name)))),*]
    };
}

/// The parts of a municipality's own Word file.
pub const HOUSE: &[(&str, &[u8])] = parts!("[Content_Types].xml" "_rels/.rels" "word/document.xml"
    "word/styles.xml" "word/numbering.xml" "word/settings.xml" "word/header1.xml"
    "word/footer1.xml" "word/media/logo.png" "word/_rels/document.xml.rels"
    "word/_rels/header1.xml.rels");

/// Figures of other municipalities, as `compare --write-peers` writes them.
pub const PEERS: &str = include_str!("peers.yaml");

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
            .stack_size(rekenkamer::crew::STACK)
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
    Code::NoScorecardInPdf,
    Code::TableTooLarge,
    Code::RowLength,
    Code::DocumentTooLong,
    Code::SummaryTooLong,
    Code::CodingWarns,
    Code::NoGlyph,
    Code::TypesettingWarns,
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
                let row = diagnostic.path.as_ref().is_some_and(|path| path.contains(", rij "));
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

fn veil(loader: &mut Loader) {
    let guard = Guard::of(&loader.secrets, &[]);
    loader.sources.veil(Arc::new(move |text| guard.finds(text)));
}

/// Reads and checks a case as `check --editorial` does.
fn audit(folder: &Path) -> (Loader, Option<Case>) {
    let mut loader = Loader::new(Assets::embedded());
    let case = loader.case(folder);
    veil(&mut loader);
    let mut case = told_why(case, &loader);
    if let Some(case) = &mut case {
        let card = score::score(case);
        grounds::check(case, &card, &mut loader.report);
        if !loader.report.has_errors() {
            let Loader { sources, report, .. } = &mut loader;
            case.accepted = grounds::lint(case, &card, sources, report);
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

fn paper(case: &Case, kind: Kind, loader: &mut Loader) -> Option<Paper> {
    let card = score::score(case);
    let assets = Assets::embedded();
    let view = view::case(case, &card, kind);
    let drafts = view::drafts(case, &card);
    let Loader { sources, report, .. } = loader;
    let pen = figures::Pen::new(&assets, sources, report);
    let drawn = pen.and_then(|pen| pen.draw(&view.charts(), report));
    let writer = narrative::Writer::new(kind, &assets, sources, report);
    let mut paper = writer.and_then(|writer| writer.paper(view, &drafts, report));
    if let (Some(paper), Some(drawn)) = (&mut paper, drawn) {
        paper.show(drawn);
    }
    assert!(paper.is_some(), "{}", told(report, sources));
    paper
}

/// Sets a document in every form, and gives the files. `made` says that the program itself made the
/// text, so that nothing may be wrong with it.
fn set(text: &str, shelf: Shelf<'_>, made: bool) -> Vec<(Form, Vec<u8>)> {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let file = sources.add("nota.md", text);
    let read = manuscript(typesetter(), file, shelf, &sources, &mut report);
    assert!(read.is_some() || report.has_errors(), "no document, and no error");
    let mut out = Vec::new();
    for form in [Form::Html, Form::Docx, Form::Pdf] {
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
        Form::Docx => {
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

/// A file of a case holds any bytes; what is still a valid case becomes a nota.
pub fn case_file(name: &str, bytes: &[u8]) {
    deep(|| {
        let work = folder(SMALL, name, bytes);
        let (mut loader, case) = audit(work.path());
        if let Some(case) = case {
            paper(&case, Kind::Nota, &mut loader);
        }
    });
}

/// The key file of a case holds any bytes.
pub fn confidential(bytes: &[u8]) {
    deep(|| {
        let work = folder(WHOLE, "confidential.yaml", bytes);
        audit(work.path());
        let mut alone = Loader::new(Assets::embedded());
        let protected = alone.protected_people(work.path());
        told_why(protected, &alone);
    });
}

/// A framework holds any bytes.
pub fn framework(bytes: &[u8]) {
    deep(|| {
        let work = folder(&[], "frameworks/fte-capacity.yaml", bytes);
        let mut loader = Loader::new(Assets::over(work.path()));
        let found = loader.framework("fte-capacity");
        told_why(found, &loader);
    });
}

/// A codebook holds any bytes.
pub fn codebook(bytes: &[u8]) {
    deep(|| {
        let work = folder(STUDY, "frameworks/coding/coalition-agreements.yaml", bytes);
        coded(work.path(), Assets::over(work.path()));
    });
}

/// A file of a coding study holds any bytes.
pub fn study_file(name: &str, bytes: &[u8]) {
    deep(|| coded(folder(STUDY, name, bytes).path(), Assets::embedded()));
}

/// A workbook with the coding holds any bytes.
pub fn workbook(bytes: &[u8]) {
    deep(|| {
        let work = folder(STUDY, "coding.xlsx", bytes);
        let study = STUDY[0].1.replace("coding.csv", "coding.xlsx");
        std::fs::write(work.path().join("study.yaml"), study).expect("a file");
        coded(work.path(), Assets::embedded());
    });
}

/// The coding of the study as a workbook.
pub fn workbook_of_coding() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0_u32..).zip(STUDY[1].1.lines()) {
        for (column, cell) in (0_u16..).zip(line.split(',')) {
            sheet.write(row, column, cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// Counts a coding study, and tells of it.
fn coded(folder: &Path, assets: Assets) {
    let mut loader = Loader::new(assets);
    let study = loader.coding_study(folder);
    let Some(study) = told_why(study, &loader) else { return };
    let Ok(result) = count(&study, None) else { return };
    let view = view::coding(&study, &result, true);
    let (notes, tables) = (view.notes(), view.tables());
    sheets::workbook(&view.title, view.date_parts, &notes, &tables).expect("a workbook");
    sheets::csv(&notes, &tables).expect("tables");
    let Loader { sources, report, .. } = &mut loader;
    let writer = narrative::Writer::new(Kind::CodingStudy, &Assets::embedded(), sources, report);
    let paper = writer.and_then(|writer| writer.coding(view, "studie", report));
    assert!(paper.is_some(), "{}", told(report, sources));
}

/// The figures of other municipalities hold any bytes.
pub fn peers(bytes: &[u8]) {
    deep(|| {
        let work = folder(SMALL, "cijfers.yaml", bytes);
        let own = SMALL[0].1;
        let (before, rest) = own.split_once("peers:\n").expect("peers");
        let (_, after) = rest.split_once("\naccepted:").expect("what comes behind them");
        let named = "peers-from:\n  file: cijfers.yaml\n  source: D02\n\naccepted:";
        let case = format!("{before}{named}{after}");
        std::fs::write(work.path().join("case.yaml"), case).expect("a file");
        audit(work.path());
    });
}

/// The list of words for editorial hints holds any bytes.
pub fn words(bytes: &[u8]) {
    deep(|| {
        let work = folder(SMALL, "templates/editorial/words.yaml", bytes);
        let mut loader = Loader::new(Assets::over(work.path()));
        loader.case(work.path());
        let own = std::mem::take(&mut loader.own);
        let words = loader.word_list();
        Editor::new(&words).read(&own, &[], &loader.sources, &mut loader.report);
        told(&loader.report, &loader.sources);
    });
}

/// A scorecard that came by post, or a PDF that should have one in it.
pub fn scorecard(bytes: &[u8]) {
    deep(|| {
        let work = folder(&[], "kaart", bytes);
        let mut loader = Loader::new(Assets::embedded());
        let cards = loader.scorecards(&work.path().join("kaart"));
        let nothing = cards.is_empty() && bytes.trim_ascii() != b"[]";
        told_why((!nothing).then_some(()), &loader);
    });
}

/// Any text in any field of the whole case. The first two bytes choose the field.
pub fn field(data: &[u8]) {
    let Some((which, text)) = data.split_at_checked(2) else { return };
    let text = String::from_utf8_lossy(text);
    let fields = fields();
    let which = usize::from(which[0]) * 256 + usize::from(which[1]);
    let (name, place) = &fields[which % fields.len()];
    let (_, whole) = WHOLE.iter().find(|(file, _)| file == name).expect("the file");
    let typed = serde_json::to_string(&text).expect("a text");
    let line_end = if whole[place.clone()].ends_with('\n') { "\n" } else { "" };
    let changed = format!("{}{typed}{line_end}{}", &whole[..place.start], &whole[place.end..]);
    deep(|| {
        let work = folder(WHOLE, name, changed.as_bytes());
        let (mut loader, case) = audit(work.path());
        let Some(case) = case else { return };
        for kind in Kind::OF_CASE {
            let Some(paper) = paper(&case, kind, &mut loader) else { continue };
            let all = paper.text();
            assert!(!all.contains(OUTCOME) || text.contains(OUTCOME), "the template ran a text");
            let forms = match kind {
                Kind::Nota | Kind::Hearing => {
                    let shelf = Shelf { figures: &paper.figures, folder: work.path() };
                    set(&all, shelf, true)
                }
                _ => Vec::new(),
            };
            leave(&case, &paper, forms, &mut loader);
        }
    });
}

/// Lets a document pass the gate: with a protected name in it, it must not.
fn leave(case: &Case, paper: &Paper, forms: Vec<(Form, Vec<u8>)>, loader: &mut Loader) {
    let mut files: Vec<Outgoing> = paper
        .texts()
        .into_iter()
        .map(|text| Outgoing { path: "nota.md".into(), bytes: text.into() })
        .collect();
    files.extend(forms.into_iter().map(|(form, bytes)| Outgoing {
        path: PathBuf::from(format!("nota.{}", form.ending())),
        bytes,
    }));
    let mut found = Report::default();
    let typed = Typed { texts: &loader.texts, sources: &loader.sources, folders: &[] };
    let cleared = clear(&Guard::of_case(case), files, &typed, &mut found);
    for file in cleared.iter().flatten() {
        let text = String::from_utf8_lossy(file.bytes());
        assert!(!text.contains(NAME), "a protected name leaves in {}", file.path().display());
    }
    assert!(cleared.is_some() || found.has_errors());
    let sorted = found.sorted();
    let all = render(&sorted, &loader.sources, Style::Plain, Language::Dutch);
    assert!(!all.contains(NAME), "a message tells a protected name");
    for form in [json, sarif] {
        let all = form(&sorted, &loader.sources, Language::English).to_string();
        assert!(!all.contains(NAME), "a machine-readable message tells a protected name");
    }
}

/// The places of every value in the files of the whole case, its key file left out.
fn fields() -> &'static [(&'static str, std::ops::Range<usize>)] {
    static FIELDS: OnceLock<Vec<(&str, std::ops::Range<usize>)>> = OnceLock::new();
    FIELDS.get_or_init(|| {
        let work = folder(WHOLE, "case.yaml", WHOLE[0].1.as_bytes());
        let mut loader = Loader::new(Assets::embedded());
        loader.case(work.path());
        let mut out = Vec::new();
        for text in &loader.texts {
            let path = loader.sources.path(text.span.file);
            let file = WHOLE.iter().find(|(name, _)| path.ends_with(&format!("/{name}")));
            let (Some((name, _)), true) = (file, path.starts_with(&*work.path().to_string_lossy()))
            else {
                continue;
            };
            out.push((*name, text.span.start..text.span.end));
        }
        assert!(out.len() > 300, "{} fields", out.len());
        out
    })
}

/// Any text in the place of a nota, or behind a head that is one.
pub fn document(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    deep(|| {
        let nothing = BTreeMap::new();
        let shelf = Shelf { figures: &nothing, folder: Path::new("/nergens") };
        set(&text, shelf, false);
        set(&format!("{HEAD}{text}"), shelf, false);
    });
}

/// The head of a nota.
const HEAD: &str = "---\nkind: \"nota\"\ndocument: \"Bestuurlijke nota\"\ntitle: \"Proef\"\n\
    municipality: \"Proefstad\"\ncommissioner: \"Rekenkamer Proefstad\"\ndate: \"maart 2026\"\n\
    date-parts: [2026, 3, 1]\nstatus: \"concept\"\nstatus-text: \"Concept\"\nlang: \"nl\"\n\
    case: \"proef\"\nversion: \"0.1.0\"\nseal: \"0\"\n---\n\n";

/// Any bytes as an image in a nota.
pub fn image(bytes: &[u8]) {
    deep(|| {
        let nothing = BTreeMap::new();
        for name in ["a.svg", "a.png", "a.jpg"] {
            let work = folder(&[], name, bytes);
            let shelf = Shelf { figures: &nothing, folder: work.path() };
            set(&format!("{HEAD}# Een\n\n![Een beeld]({name} \"Bijschrift\")\n"), shelf, false);
        }
    });
}

/// Any bytes as the municipality's own Word file.
pub fn house_style(bytes: &[u8]) {
    deep(|| {
        let work = folder(&[], "templates/word/huisstijl.docx", bytes);
        let (mut sources, mut report) = (SourceMap::default(), Report::default());
        let file = sources.add("nota.md", format!("{HEAD}# Een\n\nTekst.\n"));
        let nothing = BTreeMap::new();
        let shelf = Shelf { figures: &nothing, folder: work.path() };
        let read = manuscript(typesetter(), file, shelf, &sources, &mut report).expect("a nota");
        let assets = Assets::over(work.path());
        let made = publish(Form::Docx, &read, typesetter(), &assets, &mut sources, &mut report);
        assert!(made.is_some() || report.has_errors(), "no Word file, and no error");
        if let Some(bytes) = made {
            well_formed(Form::Docx, &bytes);
        }
    });
}

/// The scorecard of the whole case as JSON.
pub fn card() -> String {
    let work = folder(WHOLE, "case.yaml", WHOLE[0].1.as_bytes());
    let case = Loader::new(Assets::embedded()).case(work.path()).expect("the case");
    serde_json::to_string_pretty(&score::score(&case)).expect("a scorecard")
}

/// The nota of the small case, and a PDF of it with a scorecard in it.
pub fn nota() -> (String, Vec<u8>) {
    let mut out = (String::new(), Vec::new());
    deep(|| {
        let work = folder(SMALL, "case.yaml", SMALL[0].1.as_bytes());
        let (mut loader, case) = audit(work.path());
        let paper = paper(&case.expect("a case"), Kind::Nota, &mut loader).expect("a nota");
        let (mut sources, mut report) = (SourceMap::default(), Report::default());
        let file = sources.add("nota.md", paper.text());
        let shelf = Shelf { figures: &paper.figures, folder: work.path() };
        let mut read =
            manuscript(typesetter(), file, shelf, &sources, &mut report).expect("a nota");
        read.scorecard = Some(card());
        let assets = Assets::embedded();
        let pdf = publish(Form::Pdf, &read, typesetter(), &assets, &mut sources, &mut report);
        out = (paper.text(), pdf.expect("a PDF"));
        assert!(out.1.windows(ATTACHED.len()).any(|part| part == ATTACHED.as_bytes()));
    });
    out
}
