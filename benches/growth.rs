//! How time and memory grow with the number of municipalities:
//! `cargo bench --bench growth -- 10 100 1000 > FILE`.
//!
//! Each line is a command, a number of municipalities, seconds by the clock, seconds of CPU, and MiB.
//! `chart.py` draws them.

#![expect(clippy::expect_used, reason = "a benchmark may stop where its own input fails it")]
#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

mod generator;
mod measure;

use measure::program;
use rekenkamer::assets::Assets;
use rekenkamer::load::Loader;
use rekenkamer::{parallel, score};
use std::fs;
use std::path::{Path, PathBuf};

/// Most municipalities of which all notas are set, some half a second each.
const MOST_NOTAS: usize = 400;

/// Most municipalities of which the cases are checked and compared, some twenty milliseconds each.
const MOST_CASES: usize = 3_000;

fn main() {
    let counts: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    // Alone, `cargo bench` runs everything, and this would take long.
    if counts.is_empty() {
        return;
    }
    println!("command,municipalities,seconds,cpu,mib");
    for count in counts {
        let work = tempfile::tempdir().expect("a temporary folder");
        let cases = generator::write(count, 2026, &work.path().join("cases")).expect("cases");
        cards(&cases, &work.path().join("cards"));
        let runs = [
            ("check", "check cases/* --format short", MOST_CASES),
            ("compare, cases, JSON", "compare cases --format json", MOST_CASES),
            ("compare, scorecards, JSON", "compare cards --format json", usize::MAX),
            ("compare, scorecards, all forms", "compare cards", usize::MAX),
            ("nota", "nota cases/*", MOST_NOTAS),
        ];
        for (name, words, most) in runs {
            // A comparison needs two.
            if count <= most && (count > 1 || !name.starts_with("compare")) {
                let (clock, cpu, mib) = program(work.path(), words);
                println!("\"{name}\",{count},{clock:.2},{cpu:.2},{mib:.0}");
            }
        }
    }
}

/// Writes the scorecard of each case.
fn cards(cases: &[PathBuf], folder: &Path) {
    fs::create_dir_all(folder).expect("a folder");
    parallel::each(cases, |case| {
        let name = case.file_name().expect("a name").to_string_lossy().into_owned();
        let card = score::score(&Loader::new(Assets::embedded()).case(case).expect("a case"));
        let json = serde_json::to_string_pretty(&card).expect("JSON");
        fs::write(folder.join(format!("{name}.json")), json + "\n").expect("a file");
    });
}
