//! From a save to the fresh PDF on disk, for every shipped case: `cargo bench --bench watch`.
//!
//! Each case is copied, watched, and gets another first conclusion some times. What is told is the median
//! and the longest of the times in milliseconds. Another title of the study takes longer: it stands on
//! each page.

#![expect(clippy::expect_used, reason = "a benchmark may stop where its own input fails it")]
#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often each case is saved.
const TIMES: usize = 15;

/// How long to wait for a PDF before giving up.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a researcher leaves the keyboard alone between two saves, at the least.
const PAUSE: Duration = Duration::from_millis(700);

fn main() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    println!("case, median and longest in ms");
    for entry in fs::read_dir(top.join("cases")).expect("cases").flatten() {
        if entry.path().join("case.yaml").is_file() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let mut took = watched(top, &name);
            took.sort_by(f64::total_cmp);
            let median = took.get(took.len() / 2).copied().unwrap_or_default();
            println!("{name:30} {median:6.0} {:6.0}", took.last().copied().unwrap_or_default());
        }
    }
}

/// The milliseconds of each save of a copy of a case.
fn watched(top: &Path, name: &str) -> Vec<f64> {
    let work = tempfile::tempdir().expect("a temporary folder");
    let mut copied = Command::new("cp");
    copied.arg("-r").arg(top.join("cases").join(name)).arg(work.path());
    assert!(copied.status().expect("cp").success());
    let (file, pdf) = (work.path().join(name).join("case.yaml"), work.path().join("output"));
    let pdf = pdf.join(name).join("nota.pdf");
    let text = fs::read_to_string(&file).expect("a case");
    let conclusions = text.lines().skip_while(|line| *line != "conclusions:");
    let title = conclusions.skip(1).find(|line| line.starts_with("    title: ")).expect("a title");
    let mut watch = Watch::of(work.path(), name);
    until(&mut watch, || pdf.is_file());
    let save = |number: usize| {
        sleep(PAUSE);
        let before = modified(&pdf);
        let fresh = text.replacen(title, &format!("{title} {number}"), 1);
        let clock = Instant::now();
        fs::write(&file, fresh).expect("a save");
        until(&mut watch, || modified(&pdf) != before);
        clock.elapsed().as_secs_f64() * 1000.0
    };
    (0..TIMES).map(save).collect()
}

fn modified(path: &Path) -> Option<std::time::SystemTime> {
    fs::metadata(path).and_then(|known| known.modified()).ok()
}

fn until(watch: &mut Watch, mut done: impl FnMut() -> bool) {
    let clock = Instant::now();
    while !done() {
        assert!(clock.elapsed() < PATIENCE, "no PDF came");
        assert!(watch.0.try_wait().expect("a process").is_none(), "it stopped watching");
        sleep(Duration::from_millis(1));
    }
}

/// A program that watches until this is dropped.
struct Watch(Child);

impl Watch {
    fn of(folder: &Path, name: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rekenkamer"));
        command.args(["watch", name, "--no-preview"]).current_dir(folder);
        Self(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a program"))
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.kill().expect("it runs");
        self.0.wait().expect("it ran");
    }
}
