//! A working folder with one valid case, and the program to run in it.
//!
//! The case stands in `cases/proef/` in `tests/fixtures/` and passes `check` without a word. A test
//! changes what it is about and leaves the rest as it is.
#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

pub mod comparisons;
pub mod project;
pub mod publication;
pub mod schema;
pub mod word;
pub mod workbook;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Whether an outside program is there. Where it is not, a test says loudly that it is skipped, or
/// fails where `REKENKAMER_REQUIRE` is set.
#[expect(clippy::print_stderr, reason = "a test that is skipped says so loudly")]
pub fn needs(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    let there = command.args(arguments).output().is_ok_and(|done| done.status.success());
    let shown = format!("{program} {}", arguments.join(" "));
    if !there {
        let required = std::env::var_os("REKENKAMER_REQUIRE").is_some();
        assert!(!required, "`{shown}` fails, and REKENKAMER_REQUIRE is set");
        eprintln!("SKIPPED: `{shown}` fails");
    }
    there
}

/// Python, with the packages that `.ci/run` installs.
pub fn python() -> String {
    std::env::var("REKENKAMER_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

/// The files of the valid case.
const CASE: [(&str, &str); 3] = [
    ("case.yaml", include_str!("../../fixtures/cases/proef/case.yaml")),
    ("sources.yaml", include_str!("../../fixtures/cases/proef/sources.yaml")),
    (
        "findings/fte-capacity.yaml",
        include_str!("../../fixtures/cases/proef/findings/fte-capacity.yaml"),
    ),
];

/// The framework of the valid case, with a norm of every measure. It is that of the first version, so
/// that no test of the program depends on which norms are shipped.
pub const FRAMEWORK: &str = include_str!("../../fixtures/frameworks/fte-capacity.yaml");

/// The file of findings of the valid case.
pub const FINDINGS: &str = "findings/fte-capacity.yaml";

/// A folder to run the program in, gone after the test.
pub struct Work {
    folder: TempDir,
}

/// What a run of the program left.
pub struct Run {
    /// The exit status.
    pub status: i32,
    /// The results.
    pub stdout: String,
    /// All else.
    pub stderr: String,
}

impl Work {
    /// An empty folder: the frameworks, templates and fonts are the embedded ones.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// A folder with the valid case in `cases/proef`.
    pub fn with_case() -> Self {
        let work = Self::empty();
        work.add_case("proef");
        work
    }

    /// Adds the valid case under another name.
    pub fn add_case(&self, name: &str) {
        let framework = "frameworks/fte-capacity.yaml";
        if !self.path(framework).exists() {
            self.write(framework, FRAMEWORK);
        }
        for (file, text) in CASE {
            self.write(&format!("cases/{name}/{file}"), text);
        }
    }

    /// From here on a nota is its chapter on the background alone, so that its PDF takes a sixth
    /// of the time: for tests about something else than what is in it.
    pub fn shorten_nota(&self) {
        let nota = "# Achtergrond\n\n{{ background_md | md }}\n";
        self.write("templates/nota.md.jinja", nota);
    }

    /// A path in the folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("/"))).expect("a folder");
        fs::write(path, bytes).expect("a written file");
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        String::from_utf8(self.bytes(path)).expect("a text")
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    }

    /// Changes the one place in a file of the case `proef` that reads `from`.
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let path = format!("cases/proef/{file}");
        let text = self.read(&path);
        assert_eq!(text.matches(from).count(), 1, "{from:?} must stand once in {file}");
        self.write(&path, text.replacen(from, to, 1));
    }

    /// Every file below the folder, in order.
    pub fn files(&self) -> Vec<String> {
        let mut out = Vec::new();
        collect(self.folder.path(), self.folder.path(), &mut out);
        out.sort();
        out
    }

    /// Runs the program here, its arguments separated by spaces.
    pub fn run(&self, arguments: &str) -> Run {
        self.run_each(&arguments.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs the program here.
    pub fn run_each(&self, arguments: &[&str]) -> Run {
        self.run_in("", arguments)
    }

    /// Runs the program in a folder below this one.
    pub fn run_in(&self, folder: &str, arguments: &[&str]) -> Run {
        self.run_as(folder, "nl_NL.UTF-8", arguments)
    }

    /// Runs the program where the locale is this.
    pub fn run_speaking(&self, locale: &str, arguments: &[&str]) -> Run {
        self.run_as("", locale, arguments)
    }

    fn run_as(&self, folder: &str, locale: &str, arguments: &[&str]) -> Run {
        let done = Command::new(env!("CARGO_BIN_EXE_rekenkamer"))
            .args(arguments)
            .current_dir(self.path(folder))
            .env("NO_COLOR", "1")
            .env("COLUMNS", "100")
            .env("LC_ALL", locale)
            .output()
            .expect("the program runs");
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        Run {
            status: done.status.code().unwrap_or(-1),
            stdout: text(done.stdout),
            stderr: text(done.stderr),
        }
    }

    /// What `check` says about the case, with its exit status.
    pub fn check(&self) -> String {
        self.run("check cases/proef").seen()
    }

    /// `check`, one line a problem.
    pub fn check_short(&self) -> String {
        self.run("check cases/proef --format short").seen()
    }
}

impl Run {
    /// Results, the rest, and the exit status, as one text. The line that counts what the valid
    /// case accepts is left out: it is in every run of `check`, and few tests are about it.
    pub fn seen(&self) -> String {
        let counts = |line: &&str| {
            !line.ends_with("waarschuwingen zijn aanvaard; de redenen staan in de case\n")
        };
        let stderr: String = self.stderr.split_inclusive('\n').filter(counts).collect();
        format!("{}{stderr}status {}", self.stdout, self.status)
    }
}

impl Run {
    /// Its problems as `check --format short` has them, a line each: place, severity, code and title,
    /// without excerpt and help.
    pub fn problems(&self) -> String {
        let all = format!("{}{}", self.stdout, self.stderr);
        let lines: Vec<&str> = all.lines().collect();
        let told = lines.windows(2).filter_map(|pair| match pair {
            [title, place] if title.split_once("]: ")?.0.contains("[R") => {
                Some(format!("{}: {title}", place.trim_start().strip_prefix("--> ")?))
            }
            _ => None,
        });
        told.collect::<Vec<_>>().join("\n")
    }
}

/// The valid case after some changes.
pub fn changed(changes: &[(&str, &str, &str)]) -> Work {
    let work = Work::with_case();
    for (file, from, to) in changes {
        work.edit(file, from, to);
    }
    work
}

/// What `check` says about the valid case after some changes, a line a problem.
pub fn warned(changes: &[(&str, &str, &str)]) -> String {
    changed(changes).check_short()
}

/// What [`warned`] gives where there is nothing to warn of.
pub const SILENT: &str = "geen problemen gevonden\nstatus 0";

/// What `check` says about the valid case after one change.
pub fn check_with(file: &str, from: &str, to: &str) -> String {
    let work = Work::with_case();
    work.edit(file, from, to);
    work.check()
}

fn collect(folder: &Path, root: &Path, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, root, into);
        } else {
            let shown = path.strip_prefix(root).expect("a file below the folder");
            into.push(shown.display().to_string().replace('\\', "/"));
        }
    }
}

impl Work {
    /// Adds the valid case as that of another municipality, without its code and with changes.
    pub fn add_municipality(&self, name: &str, changes: &[(&str, &str, &str)]) {
        let folder = name.to_lowercase().replace(' ', "-");
        self.add_case(&folder);
        let own = format!("name: {name}");
        let always = [
            ("case.yaml", "name: Proefstad", own.as_str()),
            ("case.yaml", "  cbs-code: GM9999\n", ""),
        ];
        for (file, from, to) in always.iter().chain(changes) {
            let path = format!("cases/{folder}/{file}");
            let text = self.read(&path);
            assert_eq!(text.matches(from).count(), 1, "{from:?} must stand once in {path}");
            self.write(&path, text.replacen(from, to, 1));
        }
    }

    /// The scorecard of a case, written to a file.
    pub fn scorecard(&self, case: &str, path: &str) -> String {
        let run = self.run(&format!("score cases/{case} --format json"));
        assert_eq!(run.status, 0, "{}", run.stderr);
        self.write(path, &run.stdout);
        run.stdout
    }
}
