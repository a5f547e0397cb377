//! What a code means, why it matters in an audit, and an example of how it comes about.
//!
//! The words stand in one file per language, the examples in one file for both. Each example is
//! run by `tests/it/codes.rs`: what it calls wrong gives the code, what it calls right does not.

use super::{Code, Language};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What is said of a code.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
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

/// What is said of a code in a language.
#[must_use]
pub fn explanation(code: Code, language: Language) -> Option<Explanation> {
    let texts = match language {
        Language::Dutch => include_str!("explain/nl.toml"),
        Language::English => include_str!("explain/en.toml"),
    };
    of_code(texts, code)
}

/// The example of a code.
#[must_use]
pub fn example(code: Code) -> Option<Example> {
    of_code(include_str!("explain/examples.toml"), code)
}

/// One entry of a file; one that is not well formed is found by the test.
fn of_code<T: for<'a> Deserialize<'a>>(texts: &str, code: Code) -> Option<T> {
    let mut all: BTreeMap<String, toml::Value> = toml::from_str(texts).ok()?;
    all.remove(code.as_str())?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_both_languages_with_an_example() {
        for &code in Code::ALL {
            for language in Language::ALL {
                let said = explanation(code, language);
                assert!(said.is_some(), "{} in {}", code.as_str(), language.as_str());
            }
            assert!(example(code).is_some(), "{} has no example", code.as_str());
        }
    }

    #[test]
    fn nothing_is_explained_that_is_no_code_and_sources_agree() {
        let keys = |text: &str| toml::from_str::<BTreeMap<String, toml::Value>>(text);
        for text in [
            include_str!("explain/nl.toml"),
            include_str!("explain/en.toml"),
            include_str!("explain/examples.toml"),
        ] {
            for key in keys(text).unwrap_or_default().keys() {
                assert!(Code::ALL.iter().any(|code| code.as_str() == key), "{key}");
            }
        }
        for &code in Code::ALL {
            let has_source = |language| explanation(code, language).map(|e| e.source.is_some());
            assert_eq!(has_source(Language::Dutch), has_source(Language::English), "{code:?}");
        }
    }
}
