use super::*;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The files of a catalogue, and the messages of all codes.
fn files(language: Language) -> Vec<String> {
    let files: &[&str] = match language {
        Language::Dutch => &DUTCH_FILES,
        Language::English => &ENGLISH_FILES,
    };
    let words = files.iter().map(|file| (*file).to_owned()).take(1);
    words.chain(Code::ALL.iter().filter_map(|code| fluent(*code, language))).collect()
}

/// The messages and attributes of a catalogue, each with the facts that it refers to.
fn entries(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let key = Regex::new(r"^([A-Za-z][\w-]*) =").expect("a pattern");
    let attribute = Regex::new(r"^ +(\.[a-z]+) =").expect("a pattern");
    let fact = Regex::new(r"\{ *\$([a-z]+)").expect("a pattern");
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files(language) {
        let (mut message, mut at) = (String::new(), String::new());
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some(found) = key.captures(line) {
                found[1].clone_into(&mut message);
                at.clone_from(&message);
                assert!(!out.contains_key(&at), "{at} stands twice in {}", language.as_str());
            } else if let Some(found) = attribute.captures(line) {
                at = format!("{message}{}", &found[1]);
            } else if line.trim().is_empty() {
                continue;
            }
            let facts = out.entry(at.clone()).or_default();
            facts.extend(fact.captures_iter(line).map(|found| found[1].to_owned()));
        }
    }
    out
}

/// The source text of the program, without tests.
fn sources(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push_str(&std::fs::read_to_string(path).expect("a file"));
        }
    }
}

#[test]
fn the_catalogues_are_well_formed_and_say_the_same_things_with_the_same_facts() {
    for language in Language::ALL {
        for file in files(language) {
            let problems = FluentResource::try_new(file).err().map(|(_, e)| e);
            assert_eq!(problems, None, "{}", language.as_str());
        }
    }
    let (dutch, english) = (entries(Language::Dutch), entries(Language::English));
    let keys = |all: &BTreeMap<String, BTreeSet<String>>| all.keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&dutch), keys(&english));
    assert_eq!(dutch, english);
}

#[test]
fn every_code_and_every_phrase_of_the_program_has_words() {
    let mut text = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    let phrase = Regex::new(r#"\bphrase\(\s*"([a-z0-9-]+)"\s*\)"#).expect("a pattern");
    let used: BTreeSet<&str> =
        phrase.captures_iter(&text).filter_map(|f| Some(f.get(1)?.as_str())).collect();
    let known = entries(Language::Dutch);
    for key in used.iter().copied().chain(Code::ALL.iter().map(|c| c.as_str())) {
        assert!(known.contains_key(key), "no words for {key}");
    }
    let free = Regex::new(r"^R\d").expect("a pattern");
    for key in known.keys().filter(|key| !key.contains('.') && !free.is_match(key)) {
        assert!(
            used.contains(key.as_str()) || text.contains(&format!("\"{key}\"")),
            "{key} is never said"
        );
    }
}
