//! Failures of the machine: exit status 3, a message that says what it is, the old files whole, and
//! nothing half left behind.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::{Run, Work, needs};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

const OUT: &str = "output/proef";

/// A disk of its own on a folder, gone after the test.
struct Disk(PathBuf);

impl Disk {
    /// A disk of some kilobytes. `None` where only the superuser may make one; then that is told.
    fn on(work: &Work, folder: &str, kilobytes: usize) -> Option<Self> {
        std::fs::create_dir_all(work.path(folder)).expect("a folder");
        let path = work.path(folder).display().to_string();
        let size = format!("size={kilobytes}k");
        needs("mount", &["-t", "tmpfs", "-o", &size, "tmpfs", &path])
            .then(|| Self(work.path(folder)))
    }

    fn read_only(&self) {
        let done = Command::new("mount").args(["-o", "remount,ro"]).arg(&self.0).status();
        assert!(done.is_ok_and(|status| status.success()), "no read-only disk");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// Every file that is not temporary, and its bytes; temporary files are not there.
fn state(work: &Work) -> BTreeMap<String, Vec<u8>> {
    let files = work.files();
    let left: Vec<_> = files.iter().filter(|f| f.contains(".rekenkamer-")).collect();
    assert!(left.is_empty(), "left behind: {left:?}");
    files.iter().map(|file| (file.clone(), work.bytes(file))).collect()
}

fn failed(run: &Run, words: &str) {
    assert_eq!(run.status, 3, "{}", run.stderr);
    assert!(run.stderr.contains("fout: de computer liet dit niet toe: "), "{}", run.stderr);
    assert!(run.stderr.contains(words), "{}", run.stderr);
    assert!(!run.stderr.contains("os error"), "{}", run.stderr);
}

/// A case with its nota, and another title since.
fn changed_since(made: impl Fn(&Work)) -> Work {
    let work = Work::with_case();
    work.shorten_nota();
    made(&work);
    work.edit("case.yaml", "  title: Ondermijning", "  title: Een tweede titel");
    work
}

#[test]
fn a_full_disk_leaves_the_old_nota() {
    let work = Work::with_case();
    work.shorten_nota();
    let Some(_disk) = Disk::on(&work, OUT, 4_000) else { return };
    assert_eq!(work.run("nota cases/proef").status, 0);
    work.edit("case.yaml", "  title: Ondermijning", "  title: Een tweede titel");
    // Until there is no room for a single block.
    let mut rest = std::fs::File::create(work.path(OUT).join("vol")).expect("a file");
    while rest.write_all(&[b'x'; 512]).is_ok() {}
    drop(rest);
    let before = state(&work);
    failed(&work.run("nota cases/proef"), "de schijf is vol");
    assert!(state(&work) == before, "a file changed");
    work.remove("output/proef/vol");
    assert_eq!(work.run("nota cases/proef").status, 0);
    assert!(work.read("output/proef/nota.md").contains("Een tweede titel"));
}

#[test]
fn a_file_that_may_not_become_that_large_leaves_the_old_one() {
    let work = changed_since(|work| assert_eq!(work.run("nota cases/proef").status, 0));
    let old = work.bytes("output/proef/nota.pdf");
    // Blocks of 512 bytes: enough for the text, not for the PDF.
    let limited = |command: &str| {
        let program = env!("CARGO_BIN_EXE_rekenkamer");
        let line = format!("trap '' XFSZ; ulimit -f 20; exec '{program}' {command}");
        let done = Command::new("sh")
            .env("LC_ALL", "nl_NL.UTF-8")
            .arg("-c")
            .arg(line)
            .current_dir(work.path(""))
            .output();
        let done = done.expect("a shell");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Run {
            status: done.status.code().unwrap_or(-1),
            stdout: text(done.stdout),
            stderr: text(done.stderr),
        }
    };
    failed(&limited("nota cases/proef"), "het bestand wordt groter dan hier mag");
    assert!(work.bytes("output/proef/nota.pdf") == old);
    // A text of which the case gives another one is not set at all.
    work.edit("case.yaml", "  title: Een tweede titel", "  title: Ondermijning");
    failed(&limited("render output/proef/nota.md"), "het bestand wordt groter dan hier mag");
    assert!(work.bytes("output/proef/nota.pdf") == old);
    state(&work);
    assert_eq!(work.run("nota cases/proef").status, 0);
}

#[test]
fn a_disk_that_is_read_only_is_told() {
    let work = Work::with_case();
    work.shorten_nota();
    let Some(disk) = Disk::on(&work, "output", 4_000) else { return };
    assert_eq!(work.run("nota cases/proef").status, 0);
    disk.read_only();
    let before = state(&work);
    for command in [
        "nota cases/proef",
        "nota cases/proef --output output/elders",
        "render output/proef/nota.md",
        "new output/nieuw --municipality Nieuwstad --frameworks bibob",
    ] {
        failed(&work.run(command), "deze schijf is alleen te lezen");
        assert!(state(&work) == before, "{command} changed a file");
    }
    // Nothing of these writes.
    assert_eq!(work.run("check cases/proef").status, 0);
    assert_eq!(work.run("score cases/proef").status, 0);
}

#[test]
fn a_file_in_the_place_of_a_folder_and_a_folder_in_that_of_a_file_are_told() {
    let work = Work::with_case();
    work.shorten_nota();
    work.write("elders", "een bestand");
    failed(
        &work.run("nota cases/proef --output elders"),
        "elders/proef: een deel van dit pad is een bestand en geen map",
    );
    assert_eq!(work.read("elders"), "een bestand");
    work.write("output/proef", "ook een bestand");
    failed(&work.run("nota cases/proef"), "output/proef: dit bestaat al");
    assert_eq!(work.read("output/proef"), "ook een bestand");
    work.remove("output/proef");
    for (form, file) in [("md", "nota.md"), ("pdf", "nota.pdf"), ("html", "nota.html")] {
        std::fs::create_dir_all(work.path(OUT).join(file)).expect("a folder");
        let run = work.run(&format!("nota cases/proef --format {form}"));
        assert!(run.status == 3 || run.status == 1, "{}", run.stderr);
        assert!(run.stderr.contains(file), "{}", run.stderr);
        assert!(work.path(OUT).join(file).is_dir());
        state(&work);
        std::fs::remove_dir(work.path(OUT).join(file)).expect("an empty folder");
    }
}

#[test]
fn a_folder_in_the_place_of_a_file_of_a_case_is_told_as_the_users_own() {
    for file in ["case.yaml", "sources.yaml", "findings/fte-capacity.yaml", "confidential.yaml"] {
        let work = Work::with_case();
        let path = work.path("cases/proef").join(file);
        let _ = std::fs::remove_file(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        let run = work.run("nota cases/proef");
        assert_eq!(run.status, 1, "{file}: {}", run.stderr);
        assert!(run.stderr.contains("R102") || run.stderr.contains("R105"), "{}", run.stderr);
        assert!(!work.path("output").exists(), "{file}");
    }
}

#[test]
fn without_a_folder_for_temporary_files_nothing_is_written() {
    let work = Work::with_case();
    let run = Command::new(env!("CARGO_BIN_EXE_rekenkamer"))
        .env("LC_ALL", "nl_NL.UTF-8")
        .args(["nota", "cases/proef"])
        .current_dir(work.path(""))
        .env("TMPDIR", work.path("weg"))
        .output()
        .expect("the program runs");
    assert_eq!(run.status.code(), Some(3));
    let told = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(told.contains("dit bestaat niet"), "{told}");
    assert!(!work.path("output/proef/nota.md").exists());
}
