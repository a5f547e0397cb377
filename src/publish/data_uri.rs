//! Files embedded in a text as a `data:` URI.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use percent_encoding::percent_decode_str;

/// Accepts base64 with or without padding, because programs write both.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// The start of a `data:` URI.
const SCHEME: &str = "data:";

/// A `data:` URI whose content cannot be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

/// The file in a `data:` URI; `None` for any other URI. White space in the base64 is ignored, and
/// percent escapes such as `%2B` are decoded.
///
/// # Errors
/// If the URI is a `data:` URI whose content cannot be decoded.
pub fn file(address: &str) -> Option<Result<Vec<u8>, Unreadable>> {
    let address = address.trim_start();
    let begins = address.get(..SCHEME.len()).is_some_and(|a| a.eq_ignore_ascii_case(SCHEME));
    let (kind, data) = address.get(SCHEME.len()..).filter(|_| begins)?.split_once(',')?;
    let bytes: Vec<u8> = percent_decode_str(data).collect();
    let coded = kind.split(';').any(|part| part.trim().eq_ignore_ascii_case("base64"));
    Some(if coded { decoded(&bytes) } else { Ok(bytes) })
}

/// Decodes base64.
///
/// # Errors
/// If the text is not base64.
pub fn decoded(letters: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let letters: Vec<u8> = letters.iter().copied().filter(|b| !b.is_ascii_whitespace()).collect();
    LENIENT.decode(letters).map_err(|_| Unreadable)
}

/// The address in each `url(…)` of a style sheet.
pub fn of_css(css: &str) -> impl Iterator<Item = &str> {
    let low = |at: usize| css.get(at..at + 4).is_some_and(|t| t.eq_ignore_ascii_case("url("));
    css.match_indices('(').filter_map(move |(at, _)| {
        at.checked_sub(3).filter(|start| low(*start))?;
        let rest = css.get(at + 1..)?.trim_start();
        let (rest, ends) = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => (rest.get(1..)?, quote),
            _ => (rest, ')'),
        };
        Some(rest.split(ends).next().unwrap_or(rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_however_its_address_is_written() {
        for address in [
            "data:text/plain;base64,SmFuc2Vu",
            " DATA:text/plain;BASE64,SmFu\n c2Vu",
            "data:text/plain;charset=utf-8;base64, SmFuc2Vu",
            "data:,Jansen",
            "data:text/plain,%4Aansen",
            "data:text/plain;base64,SmFuc2V%75",
        ] {
            assert_eq!(file(address), Some(Ok(b"Jansen".to_vec())), "{address}");
        }
        assert_eq!(file("data:;base64,Sg"), Some(Ok(b"J".to_vec())), "without filling");
        assert_eq!(file("data:;base64,S!"), Some(Err(Unreadable)));
        assert_eq!(file("https://x.example/a,b"), None);
    }

    #[test]
    fn css_names_its_files() {
        let css = "a{b:url( data:x,1 )} c{d:URL(\"data:x,(2)\")} e{f:url('data:x,3')}";
        assert_eq!(of_css(css).collect::<Vec<_>>(), ["data:x,1 ", "data:x,(2)", "data:x,3"]);
    }
}
