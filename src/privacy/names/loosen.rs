//! A text with what could stand between the letters of a name taken away: marks of Markdown, tags,
//! escapes, a hyphen at the end of a line.

/// A character of a text that breaks a run of letters in two, where nobody can tell whether a
/// reader sees a space there. The PDF's text has it between two pieces on one line.
pub const RUN_BREAK: char = '\u{1}';

/// The longest tag that is taken for one.
const LONGEST_TAG: usize = 600;

/// The longest name of an entity that is taken for one.
const LONGEST_ENTITY: usize = 11;

/// A view of a text: characters with their places.
type View = Vec<(char, usize)>;

/// The text without marks and escapes, once with nothing where a tag or `_` stood and, where there
/// are any, once with a space. Nothing where the text has none of it.
pub fn loosened(text: &str, as_is: &[(char, usize)]) -> Vec<View> {
    let marks = text.contains(['%', '&', '\\', '*', '_', '`', '~', '<', RUN_BREAK]);
    let broken = as_is.windows(2).any(|w| hyphen(w[0].0) && w[1].0.is_whitespace());
    if !marks && !broken {
        return Vec::new();
    }
    let mut out = vec![loosen(text, as_is, "")];
    if text.contains(['<', '_']) {
        out.push(loosen(text, as_is, " "));
    }
    out
}

fn hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn loosen(text: &str, as_is: &[(char, usize)], apart: &str) -> View {
    let mut out = View::with_capacity(as_is.len());
    let mut index = 0;
    while let Some((c, at)) = as_is.get(index).copied() {
        let rest = text.get(at..).unwrap_or("");
        let (skip, written) = match c {
            '%' => percent(rest),
            '&' => entity(rest),
            '\\' => escape(rest),
            '<' => (tag_length(rest), apart.to_owned()),
            '_' => (1, apart.to_owned()),
            '*' | '`' | '~' | RUN_BREAK => (1, String::new()),
            c if hyphen(c) => (line_end(rest), String::new()),
            _ => (0, String::new()),
        };
        if skip == 0 {
            out.push((c, at));
            index += 1;
        } else {
            out.extend(written.chars().map(|c| (c, at)));
            index += rest.get(..skip).map_or(1, |skipped| skipped.chars().count());
        }
    }
    out
}

/// Bytes written as `%C3%BC`, also where the `%` was written so again, as in `%25C3`: how many bytes
/// of the text, and what they say.
fn percent(text: &str) -> (usize, String) {
    let byte = |text: &str| u8::from_str_radix(text.get(..2)?, 16).ok();
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(mut coded) = rest.strip_prefix('%') {
        while let Some(inner) = coded.strip_prefix("25").filter(|inner| byte(inner).is_some()) {
            coded = inner;
        }
        let Some(read) = byte(coded) else { break };
        bytes.push(read);
        rest = coded.get(2..).unwrap_or("");
    }
    // In a running text `50%de` is no byte.
    let said = String::from_utf8(bytes).unwrap_or_default();
    if said.is_empty() { (0, said) } else { (text.len() - rest.len(), said) }
}

/// An entity of HTML or XML, also where its `&` is written as one: how many bytes of the text, and
/// what they say.
fn entity(text: &str) -> (usize, String) {
    const AMPERSAND: &str = "amp;";
    let inner = text.get(1..).unwrap_or("");
    let mut bare = inner;
    while let Some(rest) = bare.strip_prefix(AMPERSAND) {
        bare = rest;
    }
    match named(bare) {
        Some((length, said)) => (text.len() - bare.len() + length, said),
        None if inner.starts_with(AMPERSAND) => (1 + AMPERSAND.len(), "&".to_owned()),
        None => (0, String::new()),
    }
}

/// An entity behind its `&`. One for a letter with a diacritic gives the letter.
fn named(text: &str) -> Option<(usize, String)> {
    let end = text.find(';').filter(|end| *end <= LONGEST_ENTITY)?;
    let name = text.get(..end).unwrap_or("");
    let number = name.strip_prefix('#').map(|number| {
        let hex = number.strip_prefix(['x', 'X']).map(|n| u32::from_str_radix(n, 16).ok());
        hex.unwrap_or_else(|| number.parse().ok()).and_then(char::from_u32)
    });
    let said = match (number, name) {
        (Some(Some(c)), _) => c.to_string(),
        (Some(None), _) => return None,
        (_, "nbsp" | "ensp" | "emsp" | "thinsp" | "Tab" | "NewLine") => " ".to_owned(),
        (_, "shy" | "zwnj" | "zwj") => String::new(),
        (_, "hyphen" | "dash" | "ndash" | "mdash") => "-".to_owned(),
        (_, "lt") => "<".to_owned(),
        (_, "gt") => ">".to_owned(),
        (_, "quot" | "apos" | "rsquo" | "lsquo") => "'".to_owned(),
        (_, "szlig") => "ss".to_owned(),
        _ => match (diaeresis(name), lettered(name)) {
            (Some(c), _) => c.to_string(),
            (None, Some(plain)) => plain.to_owned(),
            _ => return None,
        },
    };
    Some((end + 1, said))
}

/// A letter with two dots, which has two spellings without them.
fn diaeresis(name: &str) -> Option<char> {
    Some(match name {
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "oslash" => 'ø',
        "Oslash" => 'Ø',
        "aring" => 'å',
        "Aring" => 'Å',
        _ => return None,
    })
}

/// The letters of a name such as `eacute` or `AElig`.
fn lettered(name: &str) -> Option<&str> {
    let marks = [
        "acute", "grave", "circ", "uml", "tilde", "cedil", "caron", "breve", "macr", "ogon", "dot",
        "strok", "lig",
    ];
    let plain = marks.iter().find_map(|mark| name.strip_suffix(mark))?;
    (1..=2).contains(&plain.len()).then_some(plain)
}

/// A backslash: of Markdown before a mark, of JSON before `u` and four digits.
fn escape(text: &str) -> (usize, String) {
    let code = text.strip_prefix("\\u").and_then(|rest| rest.get(..4));
    let said = code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
    match (said, text.chars().nth(1)) {
        (Some(c), _) => (6, c.to_string()),
        (None, Some('n' | 'r' | 't')) => (0, String::new()),
        _ => (1, String::new()),
    }
}

/// How long a tag is; 0 where `<` is no tag.
fn tag_length(text: &str) -> usize {
    let second = text.chars().nth(1).unwrap_or(' ');
    if !(second.is_ascii_alphabetic() || matches!(second, '/' | '!' | '?')) {
        return 0;
    }
    text.find('>').filter(|end| *end <= LONGEST_TAG).map_or(0, |end| end + 1)
}

/// A hyphen with the end of a line behind it, up to the letter with which the word goes on.
fn line_end(text: &str) -> usize {
    let mark = text.chars().next().map_or(1, char::len_utf8);
    let rest = text.get(mark..).unwrap_or("");
    // Quotations in Markdown have a mark before each line.
    let next = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '#'));
    let skipped = rest.get(..rest.len() - next.len()).unwrap_or("");
    let goes_on = next.starts_with(char::is_alphabetic);
    if skipped.contains('\n') && goes_on { mark + skipped.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loose(text: &str) -> Vec<String> {
        let as_is: View = text.char_indices().map(|(at, c)| (c, at)).collect();
        let views = loosened(text, &as_is);
        views.into_iter().map(|v| v.into_iter().map(|(c, _)| c).collect()).collect()
    }

    #[test]
    fn marks_and_escapes_are_undone() {
        for (text, said) in [
            ("Ver**schuur**", "Verschuur"),
            ("Verschu\u{2010}\n  > ur", "Verschuur"),
            ("M%C3%BCller", "Müller"),
            ("M&uuml;ller", "Müller"),
            ("&#86;er&shy;schuur", "Verschuur"),
            ("\\u0056erschuur", "Verschuur"),
            ("Bon&nbsp;n&eacute;", "Bon ne"),
            ("%2556er%25%2573chuur", "Ver%schuur"),
            ("%252556erschuur en M%25C3%25BCller", "Verschuur en Müller"),
            ("&amp;#86;erschuur, &amp;amp;#86;an", "Verschuur, Van"),
            ("R&amp;D; of R&amp;", "R&D; of R&"),
            ("50% de", "50% de"),
        ] {
            assert_eq!(loose(text).first().map(String::as_str), Some(said), "{text}");
        }
        assert_eq!(loose("Jan <b>de</b>Wit"), ["Jan deWit", "Jan  de Wit"]);
        assert!(loose("niets bijzonders, a-b").is_empty());
    }
}
