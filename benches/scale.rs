//! Many municipalities at once: `cargo bench --bench scale -- 342`.
//!
//! Runs the program as a user would on so many generated municipalities, and then sets the same
//! notas in this process by nothing but `typst::compile` and `typst_pdf::pdf`, to tell how much
//! the program adds to what Typst itself takes. `README.md` has the figures.

#![expect(clippy::expect_used, reason = "a benchmark may stop where its own input fails it")]
#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

mod generator;
mod measure;

use measure::{Took, program, run};
use mimalloc::MiMalloc;
use rekenkamer::assets::Assets;
use rekenkamer::charts::ChartTemplates;
use rekenkamer::diagnostics::{Report, SourceMap};
use rekenkamer::load::Loader;
use rekenkamer::markdown::Kind;
use rekenkamer::narrative::Writer;
use rekenkamer::parallel;
use rekenkamer::publish::{ImageSources, Manuscript, Typesetter, description, forget, manuscript};
use rekenkamer::{score, view};
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The same as the program has.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// What one nota is held against: the compiler alone, on what `nota --dump` wrote.
const PLAIN: &str = "import sys, typst
folder = sys.argv[1]
typst.compile(folder + '/main.typ', root=folder, font_paths=[folder + '/fonts'],
    ignore_system_fonts=True, pdf_standards=['ua-1', 'a-2a'])";

/// How often something short is measured.
const TIMES: usize = 9;

fn main() {
    let count = std::env::args().skip(1).find_map(|a| a.parse().ok()).unwrap_or(100);
    let work = tempfile::tempdir().expect("a temporary folder");
    let cases = generator::write(count, 2026, &work.path().join("cases")).expect("cases");
    println!("{count} municipalities; seconds, seconds of CPU, MiB");
    for words in [
        "check cases/* --format short",
        "compare cases --format json",
        "compare cases",
        "compare cases --format md",
        "compare cases --format md,pdf",
        "nota cases/*",
    ] {
        told(words, &program(work.path(), words));
    }
    println!("{:44} {:>8} {:8.2}", "only parsing the YAML of the cases", "", yaml(&cases));
    let spent = baseline(&cases);
    println!("{:44} {:8.2} {:8.2}", "only typst::compile and typst_pdf::pdf", spent.0, spent.1);
    one(work.path(), &cases);
}

fn told(what: &str, took: &Took) {
    println!("{what:44} {:8.2} {:8.2} {:8.0}", took.0, took.1, took.2);
}

/// Parses the YAML of the cases by nothing but the parser, on one core: seconds of CPU.
fn yaml(cases: &[PathBuf]) -> f64 {
    let files = cases.iter().flat_map(|case| {
        let below = [case.clone(), case.join("findings")];
        below.into_iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten())
    });
    let yaml = files
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "yaml"));
    let texts: Vec<String> = yaml.map(|path| fs::read_to_string(path).expect("a text")).collect();
    let before = cpu();
    for text in &texts {
        black_box(serde_yaml::from_str::<serde_json::Value>(text).expect("YAML"));
    }
    cpu() - before
}

/// Sets the notas on all cores by Typst alone: seconds by the clock and of CPU.
fn baseline(cases: &[PathBuf]) -> (f64, f64) {
    let typesetter = Typesetter::new(&Assets::embedded());
    let worlds: Vec<_> = manuscripts(cases, &typesetter)
        .into_iter()
        .map(|m| typesetter.world(description(&m), m.images))
        .collect();
    let standards = [PdfStandard::Ua_1, PdfStandard::A_2a];
    let standards = PdfStandards::new(&standards).expect("standards that go together");
    let options = PdfOptions { standards, ..PdfOptions::default() };
    let (clock, before) = (Instant::now(), cpu());
    let set = parallel::each(&worlds, |world| {
        let document = typst::compile::<PagedDocument>(world).output.expect("pages");
        let pdf = typst_pdf::pdf(&document, &options).expect("a PDF");
        forget(1);
        pdf.len()
    });
    assert_eq!(set.len(), cases.len());
    (clock.elapsed().as_secs_f64(), cpu() - before)
}

fn manuscripts(cases: &[PathBuf], typesetter: &Typesetter) -> Vec<Manuscript> {
    let assets = Assets::embedded();
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let pen = ChartTemplates::new(&assets, &mut sources, &mut report).expect("templates");
    let writer = Writer::new(Kind::Nota, &assets, &mut sources, &mut report).expect("templates");
    let mut loader = Loader::new(assets);
    let one = |folder: &PathBuf| {
        let case = loader.case(folder).expect("a valid case");
        let scorecard = score::score(&case);
        let view = view::case(&case, &scorecard, Kind::Nota);
        let drawn = pen.draw(&view.charts(), &mut report).expect("figures");
        let drafts = view::drafts(&case, &scorecard);
        let mut paper = writer.document(view, &drafts, &mut report).expect("a nota");
        paper.show(drawn);
        let file = sources.add("nota.md", paper.text());
        let image_sources = ImageSources { figures: &paper.figures, folder: Path::new(".") };
        manuscript(typesetter, file, image_sources, &sources, &mut report).expect("a document")
    };
    cases.iter().map(one).collect()
}

/// Seconds of CPU that this process took so far, on all its threads.
fn cpu() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux");
    let behind = stat.rsplit(')').next().unwrap_or("");
    let ticks = behind.split_whitespace().skip(11).take(2);
    ticks.filter_map(|n| n.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// One nota as a whole process, beside the plain compiler on its page description.
fn one(folder: &Path, cases: &[PathBuf]) {
    let case = cases.first().expect("a case").display().to_string();
    program(folder, &format!("nota {case} --dump --output dump"));
    let name = Path::new(&case).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let dump = folder.join("dump").join(name).join("zetwerk-nota").display().to_string();
    let python = std::env::var("REKENKAMER_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    told("nota, one", &median(|| program(folder, &format!("nota {case}"))));
    let probe = Command::new(&python).args(["-c", "import typst"]).stderr(Stdio::null()).status();
    match probe.is_ok_and(|status| status.success()) {
        true => {
            told("typst.compile in Python", &median(|| run(folder, &[&python, "-c", PLAIN, &dump])))
        }
        false => println!("no Python with the package `typst` (REKENKAMER_PYTHON)"),
    }
}

/// The run in the middle, by CPU.
fn median(mut measure: impl FnMut() -> Took) -> Took {
    let mut all: Vec<Took> = (0..TIMES).map(|_| measure()).collect();
    all.sort_by(|a, b| a.1.total_cmp(&b.1));
    all[TIMES / 2]
}
