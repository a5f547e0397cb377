//! The languages of messages, help and explanations. Documents are always Dutch.

use std::str::FromStr;

/// A language of messages, help and explanations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Dutch.
    Dutch,
    /// English.
    English,
}

impl Language {
    /// Both languages; Dutch, that of the field, is first.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// The ISO 639-1 code of the language.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The language of a POSIX locale such as `nl_NL.UTF-8`: Dutch for `nl`, else English.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let tongue = locale.split(['_', '-', '.', '@']).next().unwrap_or("");
        if tongue.eq_ignore_ascii_case("nl") { Self::Dutch } else { Self::English }
    }
}

impl FromStr for Language {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|language| language.as_str() == text).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_locale_is_dutch_where_it_says_so() {
        for locale in ["nl_NL.UTF-8", "nl", "nl_BE@euro", "NL-nl"] {
            assert_eq!(Language::of_locale(locale), Language::Dutch, "{locale}");
        }
        for locale in ["en_US.UTF-8", "C", "C.UTF-8", "", "nld", "de_DE"] {
            assert_eq!(Language::of_locale(locale), Language::English, "{locale}");
        }
    }
}
