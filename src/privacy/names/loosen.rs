//! Removes what can separate the letters of a name: Markdown markup, tags, escapes, and hyphens at
//! line ends.

/// Marks a break in a run of letters where it is unknown whether a reader sees a space. Extracted
/// PDF text has it between two pieces on one line.
pub const RUN_BREAK: char = '\u{1}';

/// The longest text from `<` to `>` that counts as a tag, in bytes.
const LONGEST_TAG: usize = 600;

/// The longest entity name, in bytes.
const LONGEST_ENTITY: usize = 11;

/// A reading of a text: characters with their byte offsets in the original.
type View = Vec<(char, usize)>;

/// The text without markup and escapes, with tags and `_` removed; if there are any, also with a
/// space in their place. Empty if there is nothing to remove.
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
        // `skip` is the number of bytes to replace by `written`; 0 keeps the character as it is.
        // Replaced characters all get the offset of the first one.
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

/// Decodes a run of percent-encoded bytes such as `%C3%BC`, also if the `%` is itself encoded, as
/// in `%25C3`. Returns the number of bytes consumed and the decoded text.
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
    // `50%de` in running text is not an encoded byte: it does not decode to UTF-8.
    let said = String::from_utf8(bytes).unwrap_or_default();
    if said.is_empty() { (0, said) } else { (text.len() - rest.len(), said) }
}

/// Decodes an entity of HTML or XML, also if its `&` is itself encoded. Returns the number of bytes
/// consumed and the decoded text.
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

/// Decodes an entity after its `&`. An entity for a letter with a diacritic gives the plain letter.
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

/// A letter that has two spellings without its diacritic (`u` and `ue`), so it is kept.
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

/// The plain letters of an entity name such as `eacute` or `AElig`.
fn lettered(name: &str) -> Option<&str> {
    let marks = [
        "acute", "grave", "circ", "uml", "tilde", "cedil", "caron", "breve", "macr", "ogon", "dot",
        "strok", "lig",
    ];
    let plain = marks.iter().find_map(|mark| name.strip_suffix(mark))?;
    (1..=2).contains(&plain.len()).then_some(plain)
}

/// Decodes a backslash: an escape of Markdown, or of JSON before `u` and four hexadecimal digits.
fn escape(text: &str) -> (usize, String) {
    let code = text.strip_prefix("\\u").and_then(|rest| rest.get(..4));
    let said = code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
    match (said, text.chars().nth(1)) {
        (Some(c), _) => (6, c.to_string()),
        (None, Some('n' | 'r' | 't')) => (0, String::new()),
        _ => (1, String::new()),
    }
}

/// Length of a tag in bytes; 0 if `<` does not begin a tag.
fn tag_length(text: &str) -> usize {
    let second = text.chars().nth(1).unwrap_or(' ');
    if !(second.is_ascii_alphabetic() || matches!(second, '/' | '!' | '?')) {
        return 0;
    }
    text.find('>').filter(|end| *end <= LONGEST_TAG).map_or(0, |end| end + 1)
}

/// Length in bytes from a hyphen at a line end to the letter with which the word continues; 0 if
/// there is none.
fn line_end(text: &str) -> usize {
    let mark = text.chars().next().map_or(1, char::len_utf8);
    let rest = text.get(mark..).unwrap_or("");
    // Each line of a Markdown quotation begins with `>`.
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
            ("&auml;&ouml;&uuml;&Auml;&Ouml;&Uuml;", "äöüÄÖÜ"),
            ("&oslash;&Oslash;&aring;&Aring;&szlig;", "øØåÅss"),
            ("&lt;&gt;&quot;&rsquo;&ndash;&hyphen;", "<>''--"),
            ("&#1114112;", "&#1114112;"),
            ("Ver_schuur", "Verschuur"),
            ("regel\\neen \\#", "regel\\neen #"),
        ] {
            assert_eq!(loose(text).first().map(String::as_str), Some(said), "{text}");
        }
        assert_eq!(loose("Jan <b>de</b>Wit"), ["Jan deWit", "Jan  de Wit"]);
        assert!(loose("niets bijzonders, a-b").is_empty());
    }
}
