//! Many municipalities with Make: stopped and gone on with, and only what changed made again.

#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::needs;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_rekenkamer");
/// Where the Makefile looks for cases.
const REGION: &str = "cases/voorbeeldregio-2026";
/// The municipalities of the region, each with a nota of a few pages.
const TOWNS: [&str; 6] =
    ["aldermark", "brenkelo", "cravensluis", "dorswijk", "ekelmonde", "fluitbeek"];

/// Copies a file or folder of the repository into a working folder.
fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::create_dir_all(to.parent().expect("a parent")).expect("a folder");
        fs::copy(from, to).expect("a copy");
        return;
    }
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// A working folder with a region of small cases, a framework and a short nota of its own, and the
/// Makefile.
fn region() -> TempDir {
    let work = TempDir::new().expect("a folder");
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&top.join("cases/Makefile"), &work.path().join("cases/Makefile"));
    copy(&top.join("tests/fixtures/frameworks"), &work.path().join("frameworks"));
    let short = "# Achtergrond\n\n{{ background_md | md }}\n";
    fs::create_dir(work.path().join("templates")).expect("a folder");
    fs::write(work.path().join("templates/nota.md.jinja"), short).expect("a template");
    for town in TOWNS {
        let case = work.path().join(REGION).join(town);
        copy(&top.join("tests/fixtures/cases/proef"), &case);
        let text = fs::read_to_string(case.join("case.yaml")).expect("a case");
        let own = text.replace("name: Proefstad", &format!("name: {town}")).replace("GM9999", "");
        fs::write(case.join("case.yaml"), own.replace("  cbs-code: \n", "")).expect("a case");
    }
    work
}

fn make(work: &Path, arguments: &[&str]) -> Command {
    let mut make = Command::new("make");
    make.current_dir(work).args(["-f", "cases/Makefile", "-j2"]).args(arguments);
    make.arg(format!("REKENKAMER={PROGRAM}"));
    make
}

fn made(work: &Path, arguments: &[&str]) -> Output {
    let done = make(work, arguments).output().expect("make runs");
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{told}");
    done
}

/// Every file that was made, with its bytes.
fn outputs(work: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut open = vec![work.join("output")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            // What a killed run was writing stands under such a name, and nothing reads it.
            let scrap = entry.file_name().to_string_lossy().starts_with(".rekenkamer-");
            if path.is_dir() {
                open.push(path);
            } else if !scrap {
                let name = path.strip_prefix(work).expect("a path below").to_owned();
                out.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    out
}

fn time(work: &Path, name: &str) -> SystemTime {
    fs::metadata(work.join(name)).and_then(|m| m.modified()).expect("a file")
}

/// What the commands of a run were about, such as `score aldermark-2026`.
fn commands(done: &Output) -> Vec<String> {
    let text = String::from_utf8_lossy(&done.stdout);
    let mut out: Vec<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix(PROGRAM))
        .map(|line| {
            let mut words = line.split_whitespace();
            let (what, about) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
            let about = about.rsplit('/').next().unwrap_or("");
            if what == "compare" { what.to_owned() } else { format!("{what} {about}") }
        })
        .collect();
    out.sort();
    out
}

/// Starts a run, and kills it with all that it started once two notas are there.
fn killed(work: &Path) {
    let mut running = make(work, &["all"])
        .process_group(0)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("make runs");
    let done = || outputs(work).keys().filter(|path| path.ends_with("nota.pdf")).count();
    while done() < 2 {
        assert!(running.try_wait().expect("a state").is_none(), "it ended before it was killed");
        std::thread::sleep(Duration::from_millis(20));
    }
    let group = format!("-{}", running.id());
    Command::new("kill").args(["-9", "--", &group]).status().expect("kill");
    running.wait().expect("an end");
}

#[test]
fn a_stopped_run_goes_on_and_a_change_makes_only_what_rests_on_it() {
    if !needs("make", &["--version"]) {
        return;
    }
    let (work, scratch) = (region(), region());
    killed(work.path());
    let half = outputs(work.path());
    assert!(!half.keys().any(|path| path.ends_with("vergelijking.pdf")), "it was not half way");
    for (path, bytes) in &half {
        if path.extension().is_some_and(|e| e == "pdf") {
            assert!(bytes.trim_ascii_end().ends_with(b"%%EOF"), "{}", path.display());
        }
    }
    let ready = half.keys().find(|path| path.ends_with("nota.pdf")).expect("a nota");
    let ready = ready.to_str().expect("a name");
    let before = time(work.path(), ready);
    made(work.path(), &["all"]);
    assert_eq!(time(work.path(), ready), before, "what was ready is not made again");
    assert!(commands(&made(work.path(), &["all"])).is_empty(), "nothing is left to do");

    let finding = format!("{REGION}/brenkelo/findings/fte-capacity.yaml");
    for work in [&work, &scratch] {
        let path = work.path().join(&finding);
        let text = fs::read_to_string(&path).expect("findings").replace("value: ", "value:  ");
        fs::write(path, text).expect("findings");
    }
    let again = commands(&made(work.path(), &["all"]));
    assert_eq!(again, ["compare", "nota brenkelo", "score brenkelo"]);

    made(scratch.path(), &["all"]);
    let (own, fresh) = (outputs(work.path()), outputs(scratch.path()));
    assert_eq!(own.keys().collect::<Vec<_>>(), fresh.keys().collect::<Vec<_>>());
    for (path, bytes) in &own {
        assert!(fresh.get(path) == Some(bytes), "{} is another", path.display());
    }

    // A framework of the folder's own is read by all, and one that is gone stops nothing.
    fs::remove_file(work.path().join("frameworks/fte-capacity.yaml")).expect("gone");
    let all = commands(&made(work.path(), &["scorecards", "--dry-run"]));
    assert_eq!(all.len(), TOWNS.len(), "{all:?}");
}

#[test]
fn names_that_mean_something_to_make_come_through() {
    if !needs("make", &["--version"]) {
        return;
    }
    let work = region();
    for name in ["met spatie", "$(x) $1", "een #2", "50%", "a:b", "ster*[x]", "streep\\ en"] {
        let case = work.path().join("cases").join(name);
        copy(&work.path().join(REGION).join("aldermark"), &case);
        let output = format!("uit/{name}.json");
        let arguments = ["--format", "json", "--output", &output, "--depfile", "x.d"];
        let folder = format!("cases/{name}");
        let mut score = Command::new(PROGRAM);
        let done = score.current_dir(work.path()).args(["score", &folder]).args(arguments).output();
        let told = done.expect("the program runs");
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        let depfile = fs::read_to_string(work.path().join("x.d")).expect("a depfile");
        // Make itself says of what the target is made and whether all of it is there.
        let rule = format!("all: $(target)\n{depfile}\n%.json: ; @echo $(words $^) > stale\n");
        let target = depfile.split(": \\").next().expect("a target");
        // Behind a colon a `%` stands for itself.
        let rule = format!("target := {}\n{rule}", target.replace("\\%", "%"));
        fs::write(work.path().join("x.mk"), rule).expect("a makefile");
        let fresh = || {
            let _ = fs::remove_file(work.path().join("stale"));
            let mut make = Command::new("make");
            let done = make.current_dir(work.path()).args(["-f", "x.mk"]).output().expect("make");
            let told = String::from_utf8_lossy(&done.stderr).into_owned();
            assert!(done.status.success(), "{name}: {told}");
            !work.path().join("stale").exists()
        };
        assert!(fresh(), "{name}: nothing changed\n{depfile}");
        let later = SystemTime::now() + Duration::from_secs(5);
        let finding = case.join("findings/fte-capacity.yaml");
        let file = fs::File::options().append(true).open(finding).expect("findings");
        file.set_modified(later).expect("a time");
        assert!(!fresh(), "{name}: a finding changed\n{depfile}");
    }
}
