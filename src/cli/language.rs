//! The language of this process: from `--lang`, else from the locale of the environment, else from
//! the system (Windows has no such locale in its environment).

use crate::diagnostics::Language;
use std::sync::LazyLock;

/// The language of this process. It depends on arguments and environment only.
pub fn language() -> Language {
    *SPOKEN
}

static SPOKEN: LazyLock<Language> = LazyLock::new(|| {
    let asked = asked(std::env::args_os().map(|a| a.to_string_lossy().into_owned()));
    // By POSIX, the first of these that is not empty decides.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let locale = locale.into_iter().filter_map(|name| std::env::var(name).ok());
    let locale = locale.into_iter().find(|value| !value.is_empty());
    let locale = || locale.or_else(sys_locale::get_locale).unwrap_or_default();
    asked.unwrap_or_else(|| Language::of_locale(&locale()))
});

/// The value of `--lang`, read before the other arguments, because the help itself needs it.
fn asked(arguments: impl Iterator<Item = String>) -> Option<Language> {
    let mut arguments = arguments.take_while(|argument| argument != "--");
    while let Some(argument) = arguments.next() {
        let value = match argument.strip_prefix("--lang") {
            Some("") => arguments.next(),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => continue,
        };
        if let Some(language) = value.and_then(|v| v.to_lowercase().parse().ok()) {
            return Some(language);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_known_before_the_rest_is_read() {
        let of = |line: &str| asked(line.split(' ').map(str::to_owned));
        assert_eq!(of("rekenkamer check x --lang en"), Some(Language::English));
        assert_eq!(of("rekenkamer --lang=NL check x"), Some(Language::Dutch));
        assert_eq!(of("rekenkamer check --lang xx"), None);
        assert_eq!(of("rekenkamer check -- --lang en"), None);
    }
}
