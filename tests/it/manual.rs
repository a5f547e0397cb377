//! The manual and the README say what the program does: their commands run, and give what they show.
//!
//! A `console` block holds commands behind `$`, each with its output; a line `…` stands for any
//! lines. `yaml,file=PATH` writes a file, `yaml,append=PATH` adds to one, `diff,file=PATH` replaces
//! text in one. `console,norun` is only shown. Blocks of a page run in its order, in one folder, with
//! the cases of the repository where the page begins with `<!-- test: repository -->`.
#![expect(clippy::expect_used, reason = "a test may stop where its own page fails it")]

use crate::common::Work;
use rekenkamer::diagnostics::{Code, Language, said};
use std::fs;
use std::path::{Path, PathBuf};

const TOP: &str = env!("CARGO_MANIFEST_DIR");

/// A fenced block: what stands behind its fence, and its lines.
struct Block<'a> {
    info: &'a str,
    lines: Vec<&'a str>,
}

impl Block<'_> {
    /// The value of `name=` behind the fence.
    fn value(&self, name: &str) -> Option<&str> {
        self.info.split(',').find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    }

    fn is(&self, word: &str) -> bool {
        self.info.split(',').any(|part| part == word)
    }

    /// The lines that have one of these signs before them, without it.
    fn signed(&self, signs: [char; 2]) -> String {
        let own = self.lines.iter().filter_map(|line| line.strip_prefix(signs));
        own.collect::<Vec<_>>().join("\n")
    }
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut open): (Vec<Block<'_>>, bool) = (Vec::new(), false);
    for line in text.lines() {
        let inner = line.trim_start();
        match (inner.strip_prefix("```"), open) {
            (Some(info), false) => {
                blocks.push(Block { info, lines: Vec::new() });
                open = true;
            }
            (Some(_), true) => open = false,
            (None, true) => blocks.last_mut().expect("an open block").lines.push(line),
            (None, false) => {}
        }
    }
    blocks
}

/// The words of a command, as a shell takes them apart.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut quote) = (vec![String::new()], None);
    for c in command.chars() {
        match (c, quote) {
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            (' ', None) => words.push(String::new()),
            (c, _) => words.last_mut().expect("a word").push(c),
        }
    }
    words
}

/// Whether lines are those that a page shows, where `…` stands for any.
fn shown(expected: &[&str], lines: &[&str]) -> bool {
    match expected.split_first() {
        None => lines.is_empty(),
        Some((&"…", rest)) => (0..=lines.len()).any(|skip| shown(rest, &lines[skip..])),
        Some((first, rest)) => {
            lines.split_first().is_some_and(|(line, lines)| line == first && shown(rest, lines))
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder of the repository").flatten() {
        let to = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).expect("a copied file")),
        }
    }
}

/// Runs a block; what the page shows and is not so comes in `wrong`.
fn run(block: &Block<'_>, work: &Work, wrong: &mut Vec<String>) {
    let whole = || format!("{}\n", block.lines.join("\n"));
    if let Some(path) = block.value("append") {
        work.write(path, work.read(path) + &whole());
    } else if let (Some(path), true) = (block.value("file"), block.is("diff")) {
        let (text, from) = (work.read(path), block.signed(['-', ' ']));
        assert_eq!(text.matches(&from).count(), 1, "{from:?} must stand once in {path}");
        work.write(path, text.replacen(&from, &block.signed(['+', ' ']), 1));
    } else if let Some(path) = block.value("file") {
        work.write(path, whole());
    } else if block.is("console") && !block.is("norun") {
        for command in commands(&block.lines) {
            let (typed, expected) = command.split_first().expect("a command");
            let words = words(typed.trim_start_matches("$ "));
            let arguments: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
            let done = work.run_each(&arguments);
            let seen = done.stdout + &done.stderr;
            let expected = expected.join("\n");
            let expected: Vec<&str> = expected.trim_end().lines().collect();
            if !shown(&expected, &seen.trim_end().lines().collect::<Vec<_>>()) {
                wrong.push(format!("{typed}\n{seen}"));
            }
        }
    }
}

/// The commands of a block, each with the lines below it. What stands before the first, such as a
/// `cargo` line that `.ci/run` runs, is none.
fn commands<'a>(lines: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut commands: Vec<Vec<&'a str>> = Vec::new();
    for line in lines {
        if line.starts_with("$ ") {
            commands.push(vec![line]);
        } else if let Some(command) = commands.last_mut() {
            command.push(line);
        }
    }
    commands
}

/// What a page shows that is not so.
fn untrue(page: &Path) -> Vec<String> {
    let text = fs::read_to_string(page).expect("a page");
    let work = Work::empty();
    if page.ends_with("README.md") || text.contains("<!-- test: repository -->") {
        copy(&Path::new(TOP).join("cases"), &work.path("cases"));
    }
    let mut wrong = Vec::new();
    blocks(&text).iter().for_each(|block| run(block, &work, &mut wrong));
    wrong
}

/// Pages of a folder of the manual.
fn pages(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(Path::new(TOP).join(folder)).expect("pages of the manual");
    let mut pages: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    pages.retain(|page| page.extension().is_some_and(|e| e == "md"));
    pages.sort();
    assert!(!pages.is_empty(), "{folder} has no pages");
    pages
}

fn all_true(pages: &[PathBuf]) {
    let mut wrong = Vec::new();
    for page in pages {
        wrong.extend(untrue(page).into_iter().map(|told| format!("{}\n{told}", page.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn the_first_chapter_can_be_followed_word_for_word() {
    all_true(&[Path::new(TOP).join("docs/src/onderzoekers/eerste-onderzoek.md")]);
}

#[test]
fn the_pages_of_tasks_show_what_the_program_does() {
    let mut pages = pages("docs/src/onderzoekers");
    pages.retain(|page| !page.ends_with("eerste-onderzoek.md"));
    all_true(&pages);
}

#[test]
fn the_pages_of_reference_show_what_the_program_does() {
    all_true(&pages("docs/src/naslag"));
    all_true(&pages("docs/src"));
}

#[test]
fn the_readme_shows_what_the_program_does() {
    all_true(&[Path::new(TOP).join("README.md")]);
}

/// The table of the warnings that a case may accept names each of them, with what it is about.
#[test]
fn the_table_of_warnings_is_that_of_the_program() {
    let path = Path::new(TOP).join("docs/src/naslag/waarschuwingen.md");
    let text = fs::read_to_string(path).expect("the page");
    let rows = text.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [code, _, about] = cells.as_slice() else { return None };
        code.starts_with('R').then(|| format!("{code} {about}"))
    });
    let known = Code::acceptable().filter_map(|code| {
        let about = said(&code.about()?.word(), Language::Dutch);
        Some(format!("{} {about}", code.as_str()))
    });
    assert_eq!(rows.collect::<Vec<_>>(), known.collect::<Vec<_>>());
}
