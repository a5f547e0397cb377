//! The description of a code: its message, its meaning, why it matters in an audit, and an example.
//!
//! Each code has one file in `codes/` with all of this in both languages, loaded when the code is
//! first used. `tests/it/codes.rs` runs each example: the wrong text gives the code, the right one
//! does not.

use super::{Code, Language};
use rust_embed::RustEmbed;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

#[derive(RustEmbed)]
#[folder = "src/diagnostics/codes/"]
struct Files;

/// The contents of the file of a code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Description {
    nl: Explanation,
    en: Explanation,
    /// An example of the problem.
    pub example: Example,
}

impl Description {
    /// The texts in a language.
    #[must_use]
    pub fn said(&self, language: Language) -> &Explanation {
        match language {
            Language::Dutch => &self.nl,
            Language::English => &self.en,
        }
    }
}

/// The texts about a code in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// The message: what was found and what was expected. This and the next two refer to facts as
    /// Fluent does, `{ $name }`.
    pub title: String,
    /// What the underlined place is, if the title does not say it.
    pub label: Option<String>,
    /// What to do, if there is a likely solution.
    pub help: Option<String>,
    /// What the problem is, in a sentence or two.
    pub meaning: String,
    /// Why it matters in an audit, or to readers of the report.
    pub why: String,
    /// The source of the rule: a law, a standard of the field, a format.
    pub source: Option<String>,
}

/// An example with the problem, and the same without it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Example {
    /// The file to change, relative to the working folder. Without it, `right` and `wrong` are the
    /// arguments of `rekenkamer`.
    pub file: Option<String>,
    /// The text with the problem, which replaces `right`.
    pub wrong: String,
    /// The text without the problem, which occurs once in the file.
    pub right: String,
    /// Other files to create in the working folder. This and the following fields are only for the
    /// test, which starts with the case `cases/proef`.
    #[serde(default)]
    pub add: BTreeMap<String, String>,
    /// Files or folders of the repository to copy to a place in the working folder.
    #[serde(default)]
    pub copy: BTreeMap<String, String>,
    /// Files to delete.
    #[serde(default)]
    pub remove: Vec<String>,
    /// Changes to make before: a file, a text that occurs in it once, and its replacement. Files
    /// made by the commands of `first` are changed after those.
    #[serde(default)]
    pub before: Vec<(String, String, String)>,
    /// Commands to run before the file is changed; ` > FILE` saves the output of one.
    #[serde(default)]
    pub first: Vec<String>,
    /// The command that reports the problem, if it is not `check cases/proef`.
    pub run: Option<String>,
    /// Whether the file is written in Latin-1.
    #[serde(default)]
    pub latin: bool,
    /// Whether the problem is that the file does not exist.
    #[serde(default)]
    pub gone: bool,
    /// The name of a separate test, if a file and a command cannot show the problem.
    pub proof: Option<String>,
}

/// The description of a code, read once. `None` if its file is malformed, which a test finds.
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
