//! Runs the program as a user does, and measures what it takes.

use std::path::Path;
use std::process::{Command, Stdio};

/// What a run took: seconds by the clock, seconds of CPU, MiB.
pub type Took = (f64, f64, f64);

/// Runs the program with these words, of which the shell expands patterns.
pub fn program(folder: &Path, words: &str) -> Took {
    // The names of thousands do not fit in one command otherwise.
    let shell = format!("ulimit -s unlimited; exec {} {words}", env!("CARGO_BIN_EXE_rekenkamer"));
    run(folder, &["sh", "-c", &shell])
}

/// Runs a command under `time`, whose last line of stderr is ours.
pub fn run(folder: &Path, words: &[&str]) -> Took {
    let mut command = Command::new("/usr/bin/time");
    command.args(["-f", "%e %U %S %M"]).args(words).current_dir(folder).stdout(Stdio::null());
    let done = command.output().expect("/usr/bin/time is there");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    let last = told.lines().last().unwrap_or("");
    let each: Vec<f64> = last.split(' ').filter_map(|n| n.parse().ok()).collect();
    let [wall, user, system, kib] = each.as_slice() else { panic!("{last}") };
    (*wall, user + system, kib / 1024.0)
}
