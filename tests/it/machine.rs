//! Failures of the machine: exit status 3, a message that says what it is, the old files whole, and
//! nothing half left behind.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::{Run, Work, needs};
use insta::assert_snapshot;
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

/// The machine's failure is the last that was said: what it was about, and why.
fn failed(run: &Run, words: &str) {
    let told = format!("fout: de computer liet dit niet toe: {words}");
    assert_eq!((run.status, run.stderr.lines().last()), (3, Some(told.as_str())), "{}", run.stderr);
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
    failed(&work.run("nota cases/proef"), "output/proef/nota.md: de schijf is vol");
    assert!(state(&work) == before, "a file changed");
    work.remove("output/proef/vol");
    assert_eq!(work.run("nota cases/proef").status, 0);
    let text = work.read("output/proef/nota.md");
    assert_eq!(
        text.lines().filter(|line| *line == "title: \"Een tweede titel\"").count(),
        1,
        "{text}"
    );
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
    let told = "output/proef/nota.pdf: het bestand wordt groter dan hier mag";
    failed(&limited("nota cases/proef"), told);
    assert!(work.bytes("output/proef/nota.pdf") == old);
    // A text of which the case gives another one is not set at all.
    work.edit("case.yaml", "  title: Een tweede titel", "  title: Ondermijning");
    failed(&limited("render output/proef/nota.md"), told);
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
    for (command, file) in [
        ("nota cases/proef", "output/proef/nota.md"),
        ("nota cases/proef --output output/elders", "output/elders/proef"),
        ("render output/proef/nota.md", "output/proef/nota.pdf"),
        ("new output/nieuw --municipality Nieuwstad --frameworks bibob", "output/nieuw"),
    ] {
        failed(&work.run(command), &format!("{file}: deze schijf is alleen te lezen"));
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
    let mut told = Vec::new();
    for (form, file) in [("md", "nota.md"), ("pdf", "nota.pdf"), ("html", "nota.html")] {
        std::fs::create_dir_all(work.path(OUT).join(file)).expect("a folder");
        let run = work.run(&format!("nota cases/proef --format {form}"));
        told.push(run.seen());
        assert!(work.path(OUT).join(file).is_dir());
        state(&work);
        std::fs::remove_dir(work.path(OUT).join(file)).expect("an empty folder");
    }
    assert_snapshot!(told.join("\n"), @"
    fout[R102]: bestand is niet te lezen: hier staat een map met die naam
    --> output/proef/nota.md
     |
    hulp: kijk of u het mag openen, en of de inhoud past bij de naam

    1 fout
    er is niets geschreven
    status 1
    fout: de computer liet dit niet toe: output/proef/nota.pdf: hier staat een map met die naam
    status 3
    fout: de computer liet dit niet toe: output/proef/nota.html: hier staat een map met die naam
    status 3
    ");
}

#[test]
fn a_folder_in_the_place_of_a_file_of_a_case_is_told_as_the_users_own() {
    let mut told = Vec::new();
    for file in ["case.yaml", "sources.yaml", "findings/fte-capacity.yaml", "confidential.yaml"] {
        let work = Work::with_case();
        let path = work.path("cases/proef").join(file);
        let _ = std::fs::remove_file(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        told.push(work.run("nota cases/proef").seen());
        assert!(!work.path("output").exists(), "{file}");
    }
    assert_snapshot!(told.join("\n"), @"
    fout[R105]: hier is geen case: `case.yaml` ontbreekt
    --> cases/proef
     |
    hulp: geef de map waarin `case.yaml` staat, of maak een case met `rekenkamer new`

    1 fout
    er is niets geschreven
    status 1
    fout[R102]: bestand is niet te lezen: hier staat een map met die naam
    --> cases/proef/sources.yaml
     |
    hulp: kijk of u het mag openen, en of de inhoud past bij de naam

    1 fout
    er is niets geschreven
    status 1
    fout[R102]: bestand is niet te lezen: hier staat een map met die naam
    --> cases/proef/findings/fte-capacity.yaml
     |
    hulp: kijk of u het mag openen, en of de inhoud past bij de naam

    waarschuwing[R163]: deze map hoort niet bij een case; wat erin staat, wordt niet gelezen
    --> cases/proef/findings/fte-capacity.yaml
     |
    hulp: zet het in de map `materiaal` van de case, of haal het weg

    1 fout, 1 waarschuwing
    er is niets geschreven
    status 1
    fout[R102]: bestand is niet te lezen: hier staat een map met die naam
    --> cases/proef/confidential.yaml
     |
    hulp: kijk of u het mag openen, en of de inhoud past bij de naam

    1 fout
    er is niets geschreven
    status 1
    ");
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
    let folder = work.path("weg").display().to_string();
    let start = format!("fout: de computer liet dit niet toe: {folder}/rekenkamer-");
    assert!(told.starts_with(&start) && told.ends_with(".lock: dit bestaat niet\n"), "{told}");
    assert!(!work.path("output/proef/nota.md").exists());
}
