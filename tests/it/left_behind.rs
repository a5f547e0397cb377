//! What a killed run leaves, and what others find: a case is whole or not there, remains go, and a
//! folder that is shared is not one user's alone.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::{Work, needs};
use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

const NEW: [&str; 6] =
    ["new", "cases/nieuw", "--municipality", "Nieuwstad", "--frameworks", "bibob,fte-capacity"];

/// The files of a folder, without its own path.
fn below(work: &Work, folder: &str) -> Vec<String> {
    let files = work.files().into_iter();
    files.filter_map(|file| file.strip_prefix(folder).map(str::to_owned)).collect()
}

/// Remains of ours in a folder, in a file and in a folder; old enough to be of nobody.
fn remains(work: &Work, folder: &str) {
    work.write(&format!("{folder}/.rekenkamer-Fi1e00"), "half");
    work.write(&format!("{folder}/.rekenkamer-Fo1der/case.yaml"), "half");
    work.write(&format!("{folder}/.rekenkamer-Young0"), "half");
    let hour = SystemTime::now() - Duration::from_secs(3600);
    for name in [".rekenkamer-Fi1e00", ".rekenkamer-Fo1der"] {
        let old = File::open(work.path(folder).join(name)).expect("remains");
        old.set_modified(hour).expect("a time");
    }
}

#[test]
fn a_killed_new_leaves_a_whole_case_or_none() {
    let whole = Work::empty();
    assert_eq!(whole.run_each(&NEW).status, 0);
    let expected = below(&whole, "cases/nieuw/");
    assert!(expected.contains(&"case.yaml".to_owned()), "{expected:?}");
    for _ in 0..4 {
        let work = Work::empty();
        let mut run = Command::new(env!("CARGO_BIN_EXE_rekenkamer"))
            .args(NEW)
            .current_dir(work.path(""))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        // As soon as it began to write, or ended before that was seen.
        while !work.path("cases").exists() && run.try_wait().expect("a run").is_none() {}
        run.kill().expect("a run");
        run.wait().expect("a run");
        if work.path("cases/nieuw").exists() {
            assert_eq!(below(&work, "cases/nieuw/"), expected);
        } else {
            let again = work.run_each(&NEW);
            assert_eq!(again.status, 0, "{}", again.stderr);
            assert_eq!(below(&work, "cases/nieuw/"), expected);
        }
    }
}

#[test]
fn the_next_new_takes_old_remains_away() {
    let work = Work::empty();
    remains(&work, "cases");
    assert_eq!(work.run_each(&NEW).status, 0);
    let left: Vec<String> =
        below(&work, "cases/").into_iter().filter(|f| f.starts_with('.')).collect();
    assert_eq!(left, [".rekenkamer-Young0"]);
}

#[test]
fn the_next_scorecard_takes_old_remains_away() {
    let work = Work::with_case();
    remains(&work, "kaarten");
    assert_eq!(work.run("score cases/proef --output kaarten/proef.json").status, 0);
    assert_eq!(below(&work, "kaarten/"), [".rekenkamer-Young0", "proef.json"]);
    assert!(work.read("kaarten/proef.json").starts_with("{\n"), "its form follows its name");
}

/// The lock on the folder is a file of the first user, which is never taken away.
#[test]
fn a_second_user_writes_in_a_shared_folder() {
    const OTHER: [&str; 5] = ["--reuid", "65534", "--regid", "65534", "--clear-groups"];
    if !needs("setpriv", &[&OTHER[..], &["true"]].concat()) {
        return;
    }
    let work = Work::with_case();
    let program = work.path("rekenkamer");
    fs::copy(env!("CARGO_BIN_EXE_rekenkamer"), &program).expect("a copy");
    fs::create_dir(work.path("tmp")).expect("a folder");
    let open = |path: &str, mode| {
        fs::set_permissions(work.path(path), Permissions::from_mode(mode)).expect("open to all");
    };
    open("", 0o755);
    open("tmp", 0o1777);
    let run = |before: &[&str]| {
        let (first, rest) = before.split_first().unwrap_or((&"env", &[]));
        let done = Command::new(first)
            .args(rest)
            .arg(&program)
            .args(["nota", "cases/proef", "--format", "md"])
            .current_dir(work.path(""))
            .env("TMPDIR", work.path("tmp"))
            .output()
            .expect("the program runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    run(&[]);
    for folder in ["output", "output/proef", "output/proef/.basis"] {
        open(folder, 0o777);
    }
    let locks = || below(&work, "tmp/").into_iter().filter(|f| f.ends_with(".lock")).count();
    let before = locks();
    assert!(before > 0, "there is nothing to be locked out by");
    run(&[&["setpriv"], &OTHER[..]].concat());
    assert_eq!(locks(), before, "both took the same lock");
}
