//! The words of the program: a Fluent catalogue per language, a message per code.

use super::{Diagnostic, Fact, Language, Phrase, Severity, phrase};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;
use unic_langid::langid;

/// What a message says: the problem, what to look at, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// What was found and what was expected.
    pub title: String,
    /// What the underlined place is, where the title does not say it.
    pub label: Option<String>,
    /// What to do, where there is a likely way out.
    pub help: Option<String>,
}

type Bundle = FluentBundle<FluentResource>;

/// The files of a catalogue: messages of problems, other words, and help of the command line.
const DUTCH_FILES: [&str; 3] = [
    include_str!("words/nl/problems.ftl"),
    include_str!("words/nl/phrases.ftl"),
    include_str!("words/nl/help.ftl"),
];

/// The same in English, but for the help, which stands with the arguments in the code.
const ENGLISH_FILES: [&str; 2] =
    [include_str!("words/en/problems.ftl"), include_str!("words/en/phrases.ftl")];

static DUTCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Dutch));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English));

fn files(language: Language) -> &'static [&'static str] {
    match language {
        Language::Dutch => &DUTCH_FILES,
        Language::English => &ENGLISH_FILES,
    }
}

fn bundle(language: Language) -> Bundle {
    let locale = match language {
        Language::Dutch => langid!("nl"),
        Language::English => langid!("en"),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    for file in files(language) {
        // A broken line of the catalogue is left out here and found by the catalogue's own test.
        let resource = match FluentResource::try_new((*file).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn catalogue(language: Language) -> &'static Bundle {
    match language {
        Language::Dutch => &DUTCH,
        Language::English => &ENGLISH,
    }
}

/// The words of a problem. A help that names a fact that is not there stays away.
#[must_use]
pub fn text(diagnostic: &Diagnostic, language: Language) -> Texts {
    let facts = arguments(&diagnostic.facts, language);
    let code = diagnostic.code.as_str();
    Texts {
        title: format(code, None, &facts, language).unwrap_or_else(|| code.to_owned()),
        label: format(code, Some("label"), &facts, language),
        help: with_hidden(format(code, Some("help"), &facts, language), diagnostic, language),
    }
}

/// The help of an error with the character that nobody sees in what was typed: a code, a key or a word
/// of the format with a soft hyphen in it looks the same as the one that was meant.
fn with_hidden(
    help: Option<String>,
    diagnostic: &Diagnostic,
    language: Language,
) -> Option<String> {
    let typed = diagnostic.typed("value").or_else(|| diagnostic.typed("key"));
    let typed = typed.filter(|typed| !typed.contains(char::is_whitespace));
    let error = diagnostic.severity() == Severity::Error;
    let Some(name) = typed.filter(|_| error).and_then(|typed| typed.chars().find_map(hidden))
    else {
        return help;
    };
    Some(match help {
        Some(help) => {
            said(&phrase("hidden-sign-too").with("help", help).with("name", name), language)
        }
        None => said(&phrase("hidden-sign").with("name", name), language),
    })
}

/// What a character is called that looks like nothing, or like an ordinary dash.
fn hidden(c: char) -> Option<Phrase> {
    let code = format!("U+{:04X}", u32::from(c));
    Some(match c {
        '\u{AD}' => phrase("odd-soft"),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => phrase("odd-dash").with("code", code),
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {
            phrase("odd-unseen").with("code", code)
        }
        _ => return None,
    })
}

/// Words of the program that stand by themselves.
#[must_use]
pub fn said(phrase: &Phrase, language: Language) -> String {
    let facts = arguments(&phrase.facts, language);
    format(phrase.key, None, &facts, language).unwrap_or_else(|| phrase.key.to_owned())
}

/// The words of this name, where the catalogue has them.
#[must_use]
pub fn words(key: &str, language: Language) -> Option<String> {
    format(key, None, &FluentArgs::new(), language)
}

fn arguments(facts: &[(&'static str, Fact)], language: Language) -> FluentArgs<'static> {
    let mut out = FluentArgs::new();
    for (name, fact) in facts {
        match fact {
            Fact::Count(count) => out.set(*name, *count),
            other => out.set(*name, shown(other, language)),
        }
    }
    out
}

fn shown(fact: &Fact, language: Language) -> String {
    match fact {
        Fact::Text(text) => text.clone(),
        Fact::Count(count) => count.to_string(),
        Fact::Phrase(phrase) => said(phrase, language),
        Fact::Row(facts, between) => {
            facts.iter().map(|fact| shown(fact, language)).collect::<Vec<_>>().join(between)
        }
    }
}

fn format(
    key: &str,
    attribute: Option<&str>,
    facts: &FluentArgs<'_>,
    language: Language,
) -> Option<String> {
    let bundle = catalogue(language);
    let message = bundle.get_message(key)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(facts), &mut errors).into_owned();
    (attribute.is_none() || errors.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests;
