//! A codebook of an analysis program (`.qdc`, REFI-QDA 1.0) as the start of a framework: a code is a
//! norm, and the code that it is part of is its theme.

use super::rows::{NormNote, NormRow, NormTable};
use crate::diagnostics::{Diagnostic, phrase};
use crate::load::qda::{self, QdaCode};

/// The norms in a codebook, or why there are none.
pub fn norms(text: &str, path: &str) -> Result<NormTable, Diagnostic> {
    let codes = qda::codebook(text).map_err(|refused| refused.diagnostic(path))?;
    let (themes, codes): (Vec<_>, Vec<_>) = codes.into_iter().partition(|code| code.has_parts);
    // What a code says that other codes are part of has no place in a norm.
    let said = themes.into_iter().filter(|code| !code.description.is_empty());
    let notes =
        said.map(|code| NormNote { place: place(&code), text: phrase("norms-code-with-parts") });
    let notes = notes.collect();
    let norms = codes.into_iter().map(norm).collect();
    Ok(NormTable { norms, levels: Vec::new(), notes })
}

fn place(code: &QdaCode) -> String {
    format!("code ‘{}’", code.path)
}

fn norm(code: QdaCode) -> NormRow {
    let place = place(&code);
    let (id, name) = divided(&code.name);
    let mut paragraphs = code.description.splitn(2, "\n\n");
    let said = paragraphs.next().unwrap_or_default().trim();
    let (norm, name) = match said.is_empty() || said == name {
        true => (name.to_owned(), None),
        false => (said.to_owned(), Some(name.to_owned())),
    };
    let explanation = paragraphs.next().map(|rest| rest.trim().to_owned());
    // The outermost code is often the study; the nearest one is the subject.
    let theme = code.above.last().cloned();
    let code = id.map(str::to_owned);
    NormRow { code, norm, name, source: None, explanation, theme, levels: Vec::new(), place }
}

/// The code of a norm at the begin of a name, and the rest.
fn divided(name: &str) -> (Option<&str>, &str) {
    let id = |word: &str| {
        let (letters, number) = word.split_once('-')?;
        let capitals = !letters.is_empty() && letters.bytes().all(|b| b.is_ascii_uppercase());
        let fits = number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        (capitals && fits && !number.is_empty()).then_some(())
    };
    match name.split_once(' ') {
        Some((word, rest)) if id(word).is_some() => (Some(word), rest.trim()),
        _ => (None, name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_begins_with_the_code_of_a_norm_is_divided() {
        assert_eq!(divided("CA-1 Regie en vervanging"), (Some("CA-1"), "Regie en vervanging"));
        assert_eq!(divided("Regie-rol van de raad"), (None, "Regie-rol van de raad"));
        assert_eq!(divided("CA-1"), (None, "CA-1"));
    }
}
