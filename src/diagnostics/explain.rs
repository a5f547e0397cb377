//! What is said of a code: its message, what it means, why it matters in an audit, and an example of
//! how it comes about.
//!
//! One file a code in `codes/` says all of that in both languages; it is read where the code is first
//! told. Each example is run by `tests/it/codes.rs`: what it calls wrong gives the code, what it calls
//! right does not.

use super::{Code, Language};
use rust_embed::RustEmbed;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

#[derive(RustEmbed)]
#[folder = "src/diagnostics/codes/"]
struct Files;

/// The file of a code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Description {
    nl: Explanation,
    en: Explanation,
    /// How it comes about.
    pub example: Example,
}

impl Description {
    /// What is said in a language.
    #[must_use]
    pub fn said(&self, language: Language) -> &Explanation {
        match language {
            Language::Dutch => &self.nl,
            Language::English => &self.en,
        }
    }
}

/// What is said of a code in a language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// The message: what was found and what was expected. This and the next two name facts as Fluent
    /// does, `{ $name }`.
    pub title: String,
    /// What the underlined place is, where the title does not say it.
    pub label: Option<String>,
    /// What to do, where there is a likely way out.
    pub help: Option<String>,
    /// What the problem is, in a sentence or two.
    pub meaning: String,
    /// Why it matters in an audit, or to those who read the report.
    pub why: String,
    /// Where that is laid down: a law, a standard of the field, a format.
    pub source: Option<String>,
}

/// How a problem comes about, and the same without it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Example {
    /// The file in which it stands, from the working folder; without it, `right` and `wrong` are
    /// what is typed after `rekenkamer`.
    pub file: Option<String>,
    /// What has the problem: the text in the place of `right`.
    pub wrong: String,
    /// What does not: a text that stands in the file once.
    pub right: String,
    /// The rest is for the test alone, which begins with the case `cases/proef`: other files of
    /// the working folder.
    #[serde(default)]
    pub add: BTreeMap<String, String>,
    /// Files or folders of the repository, copied to a place in the working folder.
    #[serde(default)]
    pub copy: BTreeMap<String, String>,
    /// Files to take away.
    #[serde(default)]
    pub remove: Vec<String>,
    /// Changes made before: a file, a text that stands in it once, and what comes in its place. In
    /// a file that the commands of `first` make, they come after those.
    #[serde(default)]
    pub before: Vec<(String, String, String)>,
    /// Commands to run before the file is changed; ` > FILE` keeps the results of one.
    #[serde(default)]
    pub first: Vec<String>,
    /// The command that tells the problem, where it is not `check cases/proef`.
    pub run: Option<String>,
    /// Whether the file is written in Latin-1.
    #[serde(default)]
    pub latin: bool,
    /// Whether the wrong file is not there at all.
    #[serde(default)]
    pub gone: bool,
    /// The test that proves it in its own way, where a file or a command cannot.
    pub proof: Option<String>,
}

/// The file of a code, read once. One that is not well formed is found by the test.
#[must_use]
pub fn description(code: Code) -> Option<&'static Description> {
    static READ: [OnceLock<Option<Description>>; Code::ALL.len()] =
        [const { OnceLock::new() }; Code::ALL.len()];
    let read = || {
        let file = Files::get(&format!("{}.toml", code.as_str()))?;
        toml::from_str(std::str::from_utf8(&file.data).ok()?).ok()
    };
    READ.get(code as usize)?.get_or_init(read).as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_has_its_file_and_every_file_its_code() {
        for &code in Code::ALL {
            assert!(description(code).is_some(), "{} is not well formed", code.as_str());
        }
        let files: BTreeSet<String> = Files::iter().map(|name| name.into_owned()).collect();
        let codes = Code::ALL.iter().map(|code| format!("{}.toml", code.as_str())).collect();
        assert_eq!(files, codes);
    }

    #[test]
    fn both_languages_say_where_a_thing_is_laid_down() {
        for &code in Code::ALL {
            let has_source =
                |language| description(code).map(|d| d.said(language).source.is_some());
            assert_eq!(has_source(Language::Dutch), has_source(Language::English), "{code:?}");
        }
    }
}
