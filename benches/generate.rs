//! Writes fictional municipalities: `cargo bench --bench generate -- 342 FOLDER`.

#![expect(clippy::print_stderr, reason = "a small tool tells what is wrong")]

mod generator;

use std::path::Path;
use std::process::ExitCode;

/// Where chance begins; the figures in `README.md` are of this one.
const SEED: u64 = 2026;

fn main() -> ExitCode {
    // cargo adds `--bench`.
    let words: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let [count, folder] = words.as_slice() else {
        // Alone, `cargo bench` runs everything, and this has nothing to measure.
        return ExitCode::SUCCESS;
    };
    let written = count
        .parse()
        .map_err(|_| "the first argument is a number".to_owned())
        .and_then(|n| generator::write(n, SEED, Path::new(folder)).map_err(|e| e.to_string()));
    match written {
        Ok(_) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}
