//! Reports errors of libraries in our own words. The library's message follows, marked as such: it
//! helps the author of a template, but is no answer by itself.

use super::{Diagnostic, Fact, Phrase, phrase};

/// A phrase followed by the message of a library.
#[must_use]
pub fn library_says(what: Phrase, library: &str, sentence: &str) -> Fact {
    let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let what = phrase("library-says").with("what", what).with("library", library);
    what.with("reason", sentence).into()
}

/// Adds to a problem the reason why a template cannot be read or filled, and what to do.
#[must_use]
pub fn explain_template(diagnostic: Diagnostic, error: &minijinja::Error) -> Diagnostic {
    let help = match error.kind() {
        minijinja::ErrorKind::UndefinedError => phrase("template-names"),
        _ => phrase("template-compare"),
    };
    diagnostic.with("reason", of_template(error)).with("help", help)
}

fn of_template(error: &minijinja::Error) -> Fact {
    use minijinja::ErrorKind;
    let what = match error.kind() {
        ErrorKind::UndefinedError => return phrase("template-unknown-name").into(),
        ErrorKind::OutOfFuel => return phrase("template-too-much-work").into(),
        ErrorKind::WriteFailure => return phrase("template-too-much-text").into(),
        ErrorKind::SyntaxError => phrase("template-syntax"),
        ErrorKind::TemplateNotFound => phrase("template-none"),
        ErrorKind::UnknownFilter => phrase("template-unknown-filter"),
        ErrorKind::UnknownFunction | ErrorKind::UnknownMethod => {
            phrase("template-unknown-function")
        }
        ErrorKind::UnknownTest => phrase("template-unknown-test"),
        ErrorKind::TooManyArguments => phrase("template-too-many-values"),
        ErrorKind::MissingArgument => phrase("template-value-missing"),
        ErrorKind::BadInclude => phrase("template-included"),
        _ => phrase("template-unfit"),
    };
    let own = error.kind().to_string();
    library_says(what, "MiniJinja", error.detail().unwrap_or(&own))
}

/// The reason why a text is not valid TOML, or lacks the expected values.
#[must_use]
pub fn of_toml(error: &toml::de::Error) -> Fact {
    let said = error.message();
    let holds = |parts: &[&str]| parts.iter().any(|part| said.contains(part));
    let what = match () {
        () if holds(&["duplicate key"]) => phrase("toml-twice"),
        () if holds(&["invalid type", "invalid value", "unknown field", "missing field"]) => {
            phrase("toml-other-kind")
        }
        () if holds(&[
            "table header",
            "unclosed",
            "missing comma",
            "invalid inline table",
            "invalid array",
        ]) =>
        {
            phrase("toml-open")
        }
        () if holds(&[
            "expected `.`, `=`",
            "key with no value",
            "missing value",
            "missing assignment",
            "extra `=`",
        ]) =>
        {
            phrase("toml-no-value")
        }
        () if holds(&["string"]) => phrase("toml-no-quotes"),
        () => phrase("toml-unread"),
    };
    library_says(what, "TOML", said)
}

/// The reason why a text is not well-formed XML.
#[must_use]
pub fn of_xml(error: &quick_xml::Error) -> Fact {
    use quick_xml::errors::IllFormedError;
    let what = match error {
        quick_xml::Error::Syntax(_) => phrase("xml-not-ended"),
        quick_xml::Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            let what = phrase("xml-other-end").with("expected", expected);
            return what.with("found", found).into();
        }
        quick_xml::Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => {
            return phrase("xml-end-alone").with("found", found).into();
        }
        quick_xml::Error::InvalidAttr(_) | quick_xml::Error::Escape(_) => phrase("xml-attribute"),
        _ => phrase("xml-unread"),
    };
    library_says(what, "XML", &error.to_string())
}
