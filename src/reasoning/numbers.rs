//! The numbers in a Dutch text, and which of them are figures that need a source.

use super::spelled::shares;
use crate::model::{Exact, MONTHS};
use std::ops::Range;

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The value: `1,5 miljoen` is 1500000.
    pub value: Exact,
    /// Number of decimals as written.
    pub decimals: u32,
    /// Whether the text calls it an approximation: ruim, bijna, ongeveer.
    pub about: bool,
    /// Byte range, including a percent or euro sign and a word such as 'miljoen'.
    pub range: Range<usize>,
}

/// Maximum number of digits of a number; a longer row is not a figure of an audit.
const MOST_DIGITS: usize = 12;

/// Words after which a number is a name: of an article, a table, an action.
const NAMED: [&str; 47] = [
    "artikel",
    "artikelen",
    "art",
    "artt",
    "lid",
    "leden",
    "onderdeel",
    "paragraaf",
    "par",
    "hoofdstuk",
    "hfst",
    "bijlage",
    "tabel",
    "figuur",
    "fig",
    "grafiek",
    "pagina",
    "pag",
    "p",
    "blz",
    "bladzijde",
    "nummer",
    "nr",
    "nrs",
    "no",
    "actie",
    "acties",
    "punt",
    "stap",
    "fase",
    "versie",
    "deel",
    "norm",
    "normen",
    "conclusie",
    "conclusies",
    "aanbeveling",
    "aanbevelingen",
    "bevinding",
    "deelvraag",
    "vraag",
    "doel",
    "spoor",
    "stb",
    "stcrt",
    "jaargang",
    "wijk",
];

/// Words between two numbers of one series: artikel 5, 28 en 32.
const JOINING: [&str; 6] = ["en", "of", "tot", "met", "t", "m"];

/// Abbreviated months.
const SHORT_MONTHS: [&str; 12] =
    ["jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"];

/// Spaces that may separate thousands: the ordinary space and non-breaking ones.
const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

const ABOUT: [&str; 12] = [
    "ongeveer", "ruim", "bijna", "circa", "ca", "rond", "zo'n", "zo’n", "krap", "ruwweg",
    "globaal", "nagenoeg",
];

/// Every number in a text, including names and years: the values on which a figure elsewhere may
/// rest.
pub fn all(text: &str) -> Vec<Exact> {
    let typed = runs(text).into_iter().flat_map(|run| values(text, &run));
    typed.chain(shares(text)).collect()
}

/// The figures in a text: numbers that say how much or how many. Anything that may be something
/// else is excluded: years and dates, times, articles of law and other numbered items, codes,
/// ordinals, 'per 1.000 inwoners', and whole numbers below ten without a unit.
pub fn figures(text: &str) -> Vec<Number> {
    let mut out = Vec::new();
    let mut named_until = None;
    for run in runs(text) {
        let before = text.get(..run.start).unwrap_or("");
        let joined = named_until.is_some_and(|end| joins(text.get(end..run.start).unwrap_or("")));
        if joined || is_named(before) {
            named_until = Some(run.end);
            continue;
        }
        out.extend(figure(text, run));
    }
    out
}

/// The ranges of digits, including the separators between them.
fn runs(text: &str) -> Vec<Range<usize>> {
    let inside = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match start {
            None if c.is_ascii_digit() => start = Some(at),
            Some(from) if !inside(c) && !parts_thousands(text, from, at) => {
                let run = text.get(from..at).unwrap_or("").trim_end_matches(['.', ',']);
                out.push(from..from + run.len());
                start = None;
            }
            _ => {}
        }
    }
    out
}

/// Whether a space separates the thousands of a number, as in 1 200 and 1 250 000: up to three
/// digits before it, three after it.
fn parts_thousands(text: &str, from: usize, at: usize) -> bool {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let before = text.get(from..at).unwrap_or("");
    let mut groups = before.split(SPACES);
    let first = groups.next().is_some_and(|first| digits(first) && first.len() <= 3);
    let Some(behind) = text.get(at..).and_then(|rest| rest.strip_prefix(SPACES)) else {
        return false;
    };
    let three = behind.get(..3).is_some_and(digits);
    let more = behind.get(3..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    first && groups.all(|group| group.len() == 3) && three && !more
}

/// The value and number of decimals of a run, if it is a valid Dutch number.
fn value(run: &str) -> Option<(Exact, u32)> {
    let run = run.replace(SPACES, ".");
    let (whole, decimals) = match run.split_once(',') {
        Some((whole, decimals)) => (whole, decimals),
        None => (run.as_str(), ""),
    };
    let groups: Vec<&str> = whole.split('.').collect();
    let (first, rest) = groups.split_first()?;
    let thousands = !rest.is_empty() && first.len() <= 3 && rest.iter().all(|g| g.len() == 3);
    let (whole, decimals) = match rest {
        [] => ((*first).to_owned(), decimals),
        _ if thousands => (groups.concat(), decimals),
        // A decimal point instead of a comma: 4.5.
        [behind] if decimals.is_empty() => ((*first).to_owned(), *behind),
        _ => return None,
    };
    let digits = format!("{whole}{decimals}");
    if digits.len() > MOST_DIGITS || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let count = u32::try_from(decimals.len()).ok()?;
    Some((Exact::new(digits.parse().ok()?, 10_i128.pow(count)), count))
}

/// The possible values of a run: with its 'miljoen', and without.
fn values(text: &str, run: &Range<usize>) -> Vec<Exact> {
    let Some((value, _)) = value(text.get(run.clone()).unwrap_or("")) else { return Vec::new() };
    let scale = scale(text.get(run.end..).unwrap_or(""));
    match scale {
        Some((times, _)) => vec![value, value * Exact::from(times)],
        None => vec![value],
    }
}

/// The factor of 'miljoen' and the like after a number, and the length of the word.
fn scale(rest: &str) -> Option<(i128, usize)> {
    let word = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let skipped = rest.len() - word.len();
    let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    let times = match word.get(..end)?.to_lowercase().as_str() {
        "duizend" => 1_000,
        "miljoen" | "mln" => 1_000_000,
        "miljard" | "mld" => 1_000_000_000,
        _ => return None,
    };
    Some((times, skipped + end))
}

/// Whether the number after this text is the name of something.
fn is_named(before: &str) -> bool {
    let before = before.trim_end();
    if before.ends_with(['§', '#']) {
        return true;
    }
    last_word(before.trim_end_matches('.')).is_some_and(|w| NAMED.contains(&w.as_str()))
}

/// Whether only joining words separate two numbers.
fn joins(between: &str) -> bool {
    let words: Vec<&str> =
        between.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).collect();
    let marks = |c: char| c.is_alphabetic() || c.is_whitespace() || ",/–-".contains(c);
    words.iter().all(|w| JOINING.contains(w)) && between.chars().all(marks)
}

fn last_word(text: &str) -> Option<String> {
    let end = text.trim_end();
    let start = end.rfind(|c: char| !c.is_alphabetic() && c != '\'' && c != '’');
    let word = start.map_or(end, |at| {
        let width = end.get(at..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
        end.get(at + width..).unwrap_or("")
    });
    (!word.is_empty()).then(|| word.to_lowercase())
}

/// A run as a figure; `None` if it may be something else.
fn figure(text: &str, run: Range<usize>) -> Option<Number> {
    let typed = text.get(run.clone())?;
    let (number, decimals) = value(typed)?;
    let before = text.get(..run.start)?;
    let after = text.get(run.end..)?;
    if is_part(before, after) {
        return None;
    }
    let spaced = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let percent = spaced.starts_with('%') || spaced.starts_with("procent");
    let euro = before.trim_end().ends_with('€');
    let scale = scale(after);
    let whole = typed.bytes().all(|b| b.is_ascii_digit());
    let unit = percent || euro || scale.is_some();
    // A bare whole number may be a year, the day of a date or a trivial count.
    if whole && !unit {
        let year =
            typed.len() == 4 && ["18", "19", "20", "21"].iter().any(|c| typed.starts_with(c));
        let next: String = spaced.chars().take_while(|c| c.is_alphabetic()).collect();
        let month = next.to_lowercase();
        let month = MONTHS.iter().chain(&SHORT_MONTHS).any(|name| *name == month);
        if year || month || number < Exact::from(10) {
            return None;
        }
    }
    let word = last_word(before.trim_end().trim_end_matches('€'));
    if word.as_deref() == Some("per") && !euro {
        return None;
    }
    let start = if euro { before.rfind('€').unwrap_or(run.start) } else { run.start };
    let reach = match (scale, percent) {
        (Some((_, length)), _) => length,
        (None, true) if spaced.starts_with('%') => after.len() - spaced.len() + 1,
        (None, true) => after.len() - spaced.len() + "procent".len(),
        (None, false) => 0,
    };
    Some(Number {
        value: number * Exact::from(scale.map_or(1, |(times, _)| times)),
        decimals: if scale.is_some() { 0 } else { decimals },
        about: word.is_some_and(|w| ABOUT.contains(&w.as_str())),
        range: start..run.end + reach,
    })
}

/// Whether the digits belong to a code, an ordinal, a time, a ratio or a numeric date.
fn is_part(before: &str, after: &str) -> bool {
    let mut back = before.chars().rev();
    let mut ahead = after.chars();
    let (last, one_before) = (back.next(), back.next());
    let (next, one_after) = (ahead.next(), ahead.next());
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let code = letter(last) || matches!(last, Some('_' | '@' | '/'));
    let hyphen = matches!(last, Some('-')) && (letter(one_before) || digit(one_before));
    let tail = letter(next)
        || matches!(next, Some('_' | '@' | '/' | 'º' | '°'))
        || (matches!(next, Some('-')) && (letter(one_after) || digit(one_after)));
    let time = (matches!(next, Some(':')) && digit(one_after))
        || (matches!(last, Some(':')) && digit(one_before));
    let hour = after.trim_start().starts_with("uur");
    code || hyphen || tail || time || hour
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Vec<(&str, String)> {
        let each = figures(text).into_iter();
        each.map(|n| (&text[n.range.clone()], n.value.to_string())).collect()
    }

    #[test]
    fn spaces_part_thousands_and_nothing_else() {
        let text = "Er zijn 1 200 dagen, € 1\u{a0}250\u{202f}000 en 12 345,6 uren.";
        let read = [("1 200", "1200"), ("€ 1\u{a0}250\u{202f}000", "1250000")];
        let seen = |text| -> Vec<(String, String)> {
            seen(text).into_iter().map(|(typed, value)| (typed.to_owned(), value)).collect()
        };
        let own = |(typed, value): (&str, &str)| (typed.to_owned(), value.to_owned());
        assert_eq!(seen(text)[..2], read.map(own));
        assert_eq!(seen(text)[2].0, "12 345,6");
        for text in ["in 2023 200 zaken", "de 45 1234 keer", "20 30 keer"] {
            assert!(seen(text).iter().all(|(typed, _)| !typed.contains(' ')), "{text}");
        }
    }

    #[test]
    fn dutch_notation_is_read() {
        let text = "Er is 4,5 fte, € 1.250.000 en € 1,5 miljoen; 77% of 12,5 procent van 4.6 fte.";
        let expected = [
            ("4,5", "9/2"),
            ("€ 1.250.000", "1250000"),
            ("€ 1,5 miljoen", "1500000"),
            ("77%", "77"),
            ("12,5 procent", "25/2"),
            ("4.6", "23/5"),
        ];
        assert_eq!(seen(text), expected.map(|(t, v)| (t, v.to_owned())));
        assert_eq!(seen("Per saldo 3% en 12 keer."), [("3%", "3".into()), ("12", "12".into())]);
    }

    #[test]
    fn what_is_no_figure_is_left_out() {
        for text in [
            "In 2023 en 2024, van 2019–2022, en in 2023-2024.",
            "Op 20 april 2026 en vóór 1 september 2026, om 19.30 uur en 9:15.",
            "Artikel 28 van de wet, de artikelen 15, 32 en 45, art. 13b en § 3.11.",
            "Zie tabel 12, bijlage 14, actie #12, norm CA-11, bron D14 en G40.",
            "De 11e keer, 24/7, 10-jarigen en per 100.000 inwoners.",
            "Op 2 van de 3 onderdelen.",
            "Bel 0612345678901.",
        ] {
            assert_eq!(seen(text), [], "{text}");
        }
    }
}
