//! No name of a person behind a role code leaves the house.

use crate::model::Protected;

/// A name to look for, and the source behind which its bearer stands.
pub struct Name {
    words: Vec<String>,
    source: String,
    exact_case: bool,
}

/// What to look for: each full name in any case, and each surname as it is written.
#[must_use]
pub fn protected_names(protected: &Protected) -> Vec<Name> {
    let mut out = Vec::new();
    for person in &protected.people {
        let full = words(&person.name.to_lowercase());
        let surname: Vec<String> = words(&person.name).into_iter().skip(1).collect();
        let source = person.source.clone();
        if surname.iter().any(|w| w.chars().count() >= 4) {
            out.push(Name { words: surname, source: source.clone(), exact_case: true });
        }
        out.push(Name { words: full, source, exact_case: false });
    }
    out
}

/// The source behind the first protected name that stands in a text, if any.
#[must_use]
pub fn leak<'a>(text: &str, names: &'a [Name]) -> Option<&'a str> {
    if names.is_empty() {
        return None;
    }
    let exact = words(text);
    let lower = words(&text.to_lowercase());
    let stands = |name: &&Name| {
        let among = if name.exact_case { &exact } else { &lower };
        !name.words.is_empty() && among.windows(name.words.len()).any(|w| w == name.words)
    };
    names.iter().find(stands).map(|name| name.source.as_str())
}

/// The words of a text, without the marks of Markdown.
fn words(text: &str) -> Vec<String> {
    let plain: String =
        text.chars().filter(|c| !matches!(c, '*' | '_' | '`' | '\\' | '\u{AD}')).collect();
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Person;

    fn names() -> Vec<Name> {
        let person = |source: &str, name: &str| Person { source: source.into(), name: name.into() };
        let people = vec![person("I01", "Anneke Verschuur-Tol"), person("I02", "Bo de Wit")];
        protected_names(&Protected { people })
    }

    #[test]
    fn a_name_is_found_in_any_form_that_markdown_can_give_it() {
        for text in [
            "zei Anneke Verschuur-Tol.",
            "**anneke** VERSCHUUR\\-TOL",
            "mevrouw Verschuur-Tol",
            "Anneke\nVerschuur\u{AD}-Tol",
        ] {
            assert_eq!(leak(text, &names()), Some("I01"), "{text}");
        }
    }

    #[test]
    fn a_common_word_is_not_a_name() {
        assert_eq!(leak("de witte wijk, de wit geverfde muur, Tol", &names()), None);
        assert_eq!(leak("volgens Bo de Wit", &names()), Some("I02"));
    }
}
