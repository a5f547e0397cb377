//! The words of the messages: one Fluent catalogue, a message a code.

use super::Diagnostic;
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

static DUTCH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let mut bundle = FluentBundle::new_concurrent(vec![langid!("nl")]);
    bundle.set_use_isolating(false);
    // A broken line of the catalogue is left out here and found by the catalogue's own test.
    let resource = match FluentResource::try_new(include_str!("nl.ftl").to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
});

/// The words of a problem. A help that names a fact that is not there stays away.
#[must_use]
pub fn text(diagnostic: &Diagnostic) -> Texts {
    let mut args = FluentArgs::new();
    for (name, value) in &diagnostic.args {
        args.set(*name, value.as_str());
    }
    let code = diagnostic.code.as_str();
    Texts {
        title: format(code, None, &args).unwrap_or_else(|| code.to_owned()),
        label: format(code, Some("label"), &args),
        help: format(code, Some("help"), &args),
    }
}

fn format(code: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
    let message = DUTCH.get_message(code)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    let text = DUTCH.format_pattern(pattern, Some(args), &mut errors).into_owned();
    (attribute.is_none() || errors.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;

    #[test]
    fn the_catalogue_is_well_formed_and_has_a_message_for_every_code() {
        assert!(FluentResource::try_new(include_str!("nl.ftl").to_owned()).is_ok());
        for code in Code::ALL {
            assert!(DUTCH.get_message(code.as_str()).is_some(), "no message for {code:?}");
        }
    }
}
