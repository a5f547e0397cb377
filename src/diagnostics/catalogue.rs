//! The texts of the program: a Fluent catalogue per language, and the messages from the file of
//! each code.

use super::explain::description;
use super::{Code, Diagnostic, Fact, Language, Phrase, Severity, phrase};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::{LazyLock, OnceLock};
use unic_langid::langid;

/// The texts of a message: the problem, the underlined place, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// What was found and what was expected.
    pub title: String,
    /// What the underlined place is, if the title does not say it.
    pub label: Option<String>,
    /// What to do, if there is a likely solution.
    pub help: Option<String>,
}

type Bundle = FluentBundle<FluentResource>;

/// The files of the Dutch catalogue: texts of the program, and help of the command line.
const DUTCH_FILES: [&str; 2] =
    [include_str!("words/nl/phrases.ftl"), include_str!("words/nl/help.ftl")];

/// The files of the English catalogue. The help is not in it, but in the code, with the arguments.
const ENGLISH_FILES: [&str; 1] = [include_str!("words/en/phrases.ftl")];

static DUTCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Dutch, &DUTCH_FILES));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English, &ENGLISH_FILES));

/// The messages of each code, loaded per language on first use.
static MESSAGES: [[OnceLock<Bundle>; 2]; Code::ALL.len()] =
    [const { [const { OnceLock::new() }; 2] }; Code::ALL.len()];

fn bundle(language: Language, files: &[&str]) -> Bundle {
    let locale = match language {
        Language::Dutch => langid!("nl"),
        Language::English => langid!("en"),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    for file in files {
        // A malformed line is skipped here, and found by the catalogue's own test.
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

/// The Fluent bundle with the message of a code.
fn message(code: Code, language: Language) -> Option<&'static Bundle> {
    let read = || bundle(language, &[&fluent(code, language).unwrap_or_default()]);
    Some(MESSAGES.get(code as usize)?.get(language as usize)?.get_or_init(read))
}

/// The Fluent message for a code, generated from its file.
fn fluent(code: Code, language: Language) -> Option<String> {
    let said = description(code)?.said(language);
    let text = |text: &str| text.replace('\n', "\n        ");
    let mut out = format!("{} = {}\n", code.as_str(), text(&said.title));
    for (name, value) in [("label", &said.label), ("help", &said.help)] {
        if let Some(value) = value {
            out.push_str(&format!("    .{name} = {}\n", text(value)));
        }
    }
    Some(out)
}

/// The texts of a problem. A label or help that refers to a missing fact is omitted.
#[must_use]
pub fn text(diagnostic: &Diagnostic, language: Language) -> Texts {
    let facts = arguments(&diagnostic.facts, language);
    let code = diagnostic.code.as_str();
    let said = |attribute| format(message(diagnostic.code, language)?, code, attribute, &facts);
    Texts {
        title: said(None).unwrap_or_else(|| code.to_owned()),
        label: said(Some("label")),
        help: with_hidden(said(Some("help")), diagnostic, language),
    }
}

/// Adds to the help of an error which invisible or look-alike character was typed: a code, key or
/// keyword with a soft hyphen in it looks correct.
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

/// The name of a character that is invisible or looks like an ordinary hyphen; `None` for any
/// other.
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

/// The text of a phrase. It is the key itself if the catalogue does not have it.
#[must_use]
pub fn said(phrase: &Phrase, language: Language) -> String {
    let facts = arguments(&phrase.facts, language);
    format(catalogue(language), phrase.key, None, &facts).unwrap_or_else(|| phrase.key.to_owned())
}

/// The text of this key, if the catalogue has it.
#[must_use]
pub fn words(key: &str, language: Language) -> Option<String> {
    format(catalogue(language), key, None, &FluentArgs::new())
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
    bundle: &Bundle,
    key: &str,
    attribute: Option<&str>,
    facts: &FluentArgs<'_>,
) -> Option<String> {
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
