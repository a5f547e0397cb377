//! Every code has an example, which `rekenkamer explain` shows. What it calls wrong gives the code,
//! what it calls right does not, and the exact message is a snapshot.
#![expect(clippy::expect_used, reason = "a test may stop where its own examples fail it")]

use crate::common::Work;
use insta::{assert_snapshot, with_settings};
use rekenkamer::crew;
use rekenkamer::diagnostics::Code;
use rekenkamer::diagnostics::explain::Example;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const TOP: &str = env!("CARGO_MANIFEST_DIR");

/// The examples, from the file itself: so a changed one needs no new program.
fn examples() -> BTreeMap<String, Example> {
    let path = Path::new(TOP).join("src/diagnostics/explain/examples.toml");
    toml::from_str(&fs::read_to_string(path).expect("the examples")).expect("TOML")
}

/// The working folder of an example, before its file is changed.
fn prepared(example: &Example) -> Work {
    let work = Work::with_case();
    for (from, to) in &example.copy {
        copy(&Path::new(TOP).join(from), &work.path(to));
    }
    for (path, text) in &example.add {
        work.write(path, text);
    }
    for path in &example.remove {
        work.remove(path);
    }
    let there = |(file, ..): &&(String, String, String)| work.path(file).exists();
    let (before, made): (Vec<_>, Vec<_>) = example.before.iter().partition(there);
    let change = |(file, from, to): &(String, String, String)| {
        replace(&work, file, from, to, false);
    };
    before.into_iter().for_each(change);
    for command in &example.first {
        let (command, file) = command.split_once(" > ").unwrap_or((command, ""));
        let run = work.run(command);
        assert_eq!(run.status, 0, "{command}: {}", run.seen());
        if !file.is_empty() {
            work.write(file, run.stdout);
        }
    }
    made.into_iter().for_each(change);
    work
}

/// Copies a file, or a folder with all in it.
fn copy(from: &Path, to: &PathBuf) {
    if from.is_dir() {
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
        return;
    }
    fs::create_dir_all(to.parent().expect("a folder above")).expect("a folder");
    fs::copy(from, to).unwrap_or_else(|e| panic!("{}: {e}", from.display()));
}

/// Puts a text in the one place of another.
fn replace(work: &Work, file: &str, from: &str, to: &str, latin: bool) {
    let text = work.read(file);
    assert_eq!(text.matches(from).count(), 1, "{from:?} must stand once in {file}:\n{text}");
    let text = text.replacen(from, to, 1);
    let byte = |c: char| u8::try_from(u32::from(c)).expect("a character of Latin-1");
    match latin {
        true => work.write(file, text.chars().map(byte).collect::<Vec<u8>>()),
        false => work.write(file, text),
    }
}

/// What the program says of an example, done right or wrong.
fn said(example: &Example, wrong: bool) -> String {
    let work = prepared(example);
    let text = if wrong { &example.wrong } else { &example.right };
    match &example.file {
        None => return work.run(text).seen(),
        Some(file) if wrong && example.gone => work.remove(file),
        Some(file) => replace(&work, file, &example.right, text, wrong && example.latin),
    }
    work.run(example.run.as_deref().unwrap_or("check cases/proef")).seen()
}

#[test]
fn what_is_wrong_gives_its_code_and_what_is_right_does_not() {
    let examples = examples();
    let only = std::env::var("REKENKAMER_CODE").ok();
    let asked = |code: &&str| only.as_deref().is_none_or(|only| code.starts_with(only));
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).filter(asked).collect();
    // Each is some runs of the program, so all cores take part.
    let told = crew::each(&codes, |&code| {
        let Some(example) = examples.get(code) else { panic!("{code} has no example") };
        let proved = example.proof.is_some();
        (example, (!proved).then(|| (said(example, false), said(example, true))))
    });
    for (&code, (example, told)) in codes.iter().zip(told) {
        let mark = format!("[{code}]");
        if let Some(proof) = &example.proof {
            let test = fs::read_to_string(Path::new(TOP).join(proof)).expect("a test");
            assert!(test.contains(&mark), "{proof} proves nothing of {code}");
        }
        let Some((right, wrong)) = told else { continue };
        assert!(!right.contains(&mark), "{code}, done right:\n{right}");
        assert!(wrong.contains(&mark), "{code}, done wrong:\n{wrong}");
        with_settings!({snapshot_path => "snapshots/codes", prepend_module_to_snapshot => false, omit_expression => true}, {
            assert_snapshot!(code, wrong);
        });
    }
}
