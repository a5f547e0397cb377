//! What each step from a case to its nota takes, for one case and for a hundred.
//!
//! `cargo bench --bench pipeline` runs it, on the fullest case that ships.

#![expect(clippy::expect_used, reason = "a benchmark may stop where its own input fails it")]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use rekenkamer::assets::Assets;
use rekenkamer::compare::{DRAWS, Draws, robustness};
use rekenkamer::diagnostics::{Report, SourceMap};
use rekenkamer::load::Loader;
use rekenkamer::markdown::Kind;
use rekenkamer::model::{Case, Scorecard};
use rekenkamer::narrative::{DocumentText, Writer};
use rekenkamer::parallel::STACK;
use rekenkamer::publish::{Form, ImageSources, Typesetter, manuscript, publish};
use rekenkamer::{markdown, score, view};
use std::collections::BTreeMap;
use std::path::Path;

const COUNTS: [usize; 2] = [1, 100];

fn main() {
    // Typst needs more stack than a thread has by default, so divan runs in one that has it.
    let thread = std::thread::Builder::new().stack_size(STACK);
    thread.spawn(divan::main).expect("a thread").join().expect("benchmarks run");
}

fn load() -> Case {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/voorbeeldstad-2026");
    Loader::new(Assets::embedded()).case(&folder).expect("a valid case")
}

fn writer() -> Writer {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let assets = Assets::embedded();
    Writer::new(Kind::Nota, &assets, &mut sources, &mut report).expect("templates")
}

fn tell(writer: &Writer, case: &Case, scorecard: &Scorecard) -> DocumentText {
    let view = view::case(case, scorecard, Kind::Nota);
    let drafts = view::drafts(case, scorecard);
    writer.document(view, &drafts, &mut Report::default()).expect("a nota")
}

fn set(typesetter: &Typesetter, text: &str) -> Vec<u8> {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let file = sources.add("nota.md", text);
    let image_sources = ImageSources { figures: &BTreeMap::new(), folder: Path::new(".") };
    let nota = manuscript(typesetter, file, image_sources, &sources, &mut report).expect("a nota");
    publish(Form::Pdf, &nota, typesetter, &Assets::embedded(), &mut sources, &mut report)
        .expect("a PDF")
}

fn repeat<T>(count: usize, mut step: impl FnMut() -> T) {
    for _ in 0..count {
        black_box(step());
    }
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn load_case(bencher: Bencher<'_, '_>, count: usize) {
    bencher.bench_local(|| repeat(count, load));
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn score_case(bencher: Bencher<'_, '_>, count: usize) {
    let case = load();
    bencher.bench_local(|| repeat(count, || score::score(&case)));
}

/// The robustness of each framework of a case that adds up points; an item is a draw of a norm.
#[divan::bench(sample_count = 100)]
fn draws(bencher: Bencher<'_, '_>) {
    let scorecard = score::score(&load());
    let scored = scorecard.frameworks.iter().filter_map(|framework| {
        let size = (framework.scale, framework.judgements.len());
        let draws = Draws::new(2026, &framework.framework, size, framework.rule.score()?);
        Some((framework, draws))
    });
    let scored: Vec<_> = scored.collect();
    let norms: usize = scored.iter().map(|(framework, _)| framework.judgements.len()).sum();
    let each = norms * usize::try_from(DRAWS).expect("a number of draws");
    bencher.counter(ItemsCount::new(each)).bench_local(|| {
        for (framework, draws) in &scored {
            black_box(robustness(framework, draws));
        }
    });
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn narrative(bencher: Bencher<'_, '_>, count: usize) {
    let case = load();
    let scorecard = score::score(&case);
    let writer = writer();
    bencher.bench_local(|| repeat(count, || tell(&writer, &case, &scorecard)));
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn parse_markdown(bencher: Bencher<'_, '_>, count: usize) {
    let case = load();
    let text = tell(&writer(), &case, &score::score(&case)).text();
    bencher.bench_local(|| repeat(count, || markdown::parse(&text)));
}

#[divan::bench(args = COUNTS, sample_count = 2)]
fn typeset(bencher: Bencher<'_, '_>, count: usize) {
    let case = load();
    let text = tell(&writer(), &case, &score::score(&case)).text();
    let typesetter = Typesetter::new(&Assets::embedded());
    let mut number = 0;
    // Each nota gets a title of its own, else Typst's cache would answer from the second on.
    bencher.bench_local(|| {
        repeat(count, || {
            number += 1;
            set(&typesetter, &text.replacen("Ondermijning", &format!("Ondermijning {number}"), 1))
        });
    });
}

#[divan::bench(args = COUNTS, sample_count = 2)]
fn whole(bencher: Bencher<'_, '_>, count: usize) {
    let (writer, typesetter) = (writer(), Typesetter::new(&Assets::embedded()));
    let mut number = 0;
    bencher.bench_local(|| {
        repeat(count, || {
            number += 1;
            let mut case = load();
            case.study.title = format!("Ondermijning {number}");
            set(&typesetter, &tell(&writer, &case, &score::score(&case)).text())
        });
    });
}
