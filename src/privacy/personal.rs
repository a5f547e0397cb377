//! Finds personal data in a text: addresses and numbers that a published report rarely needs.

use crate::diagnostics::Code;
use regex::Regex;
use std::sync::LazyLock;

/// Possible personal data, by its byte range in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Personal {
    /// The kind of data.
    pub code: Code,
    /// Offset of its first byte.
    pub at: usize,
    /// Offset after its last byte.
    pub until: usize,
}

/// Checks a match by its byte range in a text, and returns where the data ends; `None` if it is
/// something else.
type Fits = fn(&str, usize, usize) -> Option<usize>;

/// Mailbox names of organisations (the part before the `@`), which are not personal data.
const ROLES: &str = " info contact post postbus rekenkamer rekenkamercommissie griffie gemeente \
    secretariaat bestuur meldpunt noreply no-reply woo privacy fg klantcontact redactie pers \
    communicatie receptie balie ondermijning veiligheid handhaving bibob vergunningen toezicht \
    signalen melding meldingen loket team klachten rekenkamers burgemeester wethouder college raad \
    provincie statengriffie waterschap hoogheemraadschap ";

/// Lengths of account numbers by country (SWIFT, IBAN Registry).
const IBAN: &str = " NL18 BE16 DE22 FR27 LU20 GB22 IE22 ES24 PT25 IT27 AT20 CH21 LI21 DK18 SE24 \
    NO15 FI18 IS26 PL28 CZ24 SK24 HU28 RO24 BG22 HR21 SI19 EE20 LV21 LT20 GR27 CY28 MT31 MC27 \
    SM27 TR26 MA28 ";

/// Formats of Dutch licence plates, side codes 1 to 14 (Regeling kentekens en kentekenplaten): `A`
/// is any letter, `X` a letter as used since code 4, without vowels, C and Q.
const PLATES: [&str; 14] = [
    "AA-99-99", "99-99-AA", "99-AA-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99",
    "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9",
];

static EMAIL: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}").ok());

static PHONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:\+|00)(?:[1-9][0-9]{0,2})[ .-]?(?:\(0\))?(?:[ .-]?[0-9]){8,10}|\(?0[1-9][0-9]{0,2}\)?(?:[ -]{0,3}[0-9]){6,8}",
    )
    .ok()
});

static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"[0-9]{9}|[0-9]{8}|[0-9]{3} [0-9]{3} [0-9]{3}|[0-9]{4}\.[0-9]{2}\.[0-9]{3}").ok()
});

static ACCOUNT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[A-Z]{2}[0-9]{2}(?:[ .]?[A-Z0-9]){11,30}").ok());

static PLATE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[A-Z0-9]{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{1,3}").ok());

/// All possible personal data in a text, in order.
#[must_use]
pub fn personal(text: &str) -> Vec<Personal> {
    let mut out = Vec::new();
    // Few texts have what a kind cannot do without, so most searches are saved.
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let kinds: [(Code, bool, &LazyLock<Option<Regex>>, Fits); 5] = [
        (Code::EmailInText, text.contains('@'), &EMAIL, email),
        (Code::IbanInText, digits >= 2 && text.len() >= 15, &ACCOUNT, account),
        (Code::PlateInText, digits >= 1 && text.contains('-'), &PLATE, plate),
        (Code::PhoneInText, digits >= 8, &PHONE, phone),
        (Code::BsnInText, digits >= 8, &NUMBER, bsn),
    ];
    if !kinds.iter().any(|(_, may, ..)| *may) {
        return out;
    }
    // Numbers within a web address or an account number are not reported separately.
    let links = words(text).filter(|(_, word)| word.contains("://") || word.starts_with("www."));
    let mut taken: Vec<_> = links.map(|(at, word)| (at, at + word.len())).collect();
    for (code, _, regex, fits) in kinds.into_iter().filter(|(_, may, ..)| *may) {
        let Some(regex) = regex.as_ref() else { continue };
        let mut from = 0;
        while let Some(found) = regex.find_at(text, from) {
            let (at, most) = (found.start(), found.end());
            let free = !taken.iter().any(|(a, b)| at < *b && *a < most);
            let until = fits(text, at, most).filter(|_| free && apart(text, at));
            from = until.unwrap_or(at + 1);
            while !text.is_char_boundary(from) {
                from += 1;
            }
            // A mistyped account number must not be reported as a telephone number.
            if code == Code::IbanInText && until.is_none() && free {
                taken.push((at, most));
            }
            if let Some(until) = until {
                taken.push((at, until));
                out.push(Personal { code, at, until });
            }
        }
    }
    out.sort_by_key(|p| p.at);
    out
}

/// The words of a text with their byte offsets.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - start, word))
}

/// Whether a place is not preceded by the rest of a longer number or word.
fn apart(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let last = before.chars().next_back().unwrap_or(' ');
    let number = before.trim_end_matches(['.', ',', '-', '/']);
    !last.is_alphanumeric() && (number.len() == before.len() || !number.ends_with(char::is_numeric))
}

/// Whether a place is not followed by the rest of a longer number or word.
fn ends(text: &str, until: usize) -> bool {
    let after = text.get(until..).unwrap_or("");
    let next = after.chars().next().unwrap_or(' ');
    let number = after.trim_start_matches(['.', ',', '-', '/']);
    let joined = number.len() < after.len() && number.starts_with(char::is_numeric);
    !(next.is_alphanumeric() || joined || next == '%')
}

fn email(text: &str, at: usize, until: usize) -> Option<usize> {
    let local = text.get(at..until)?.split('@').next()?.to_lowercase();
    (!ROLES.contains(&format!(" {local} "))).then_some(until)
}

/// Checks a telephone number; service numbers do not count.
fn phone(text: &str, at: usize, until: usize) -> Option<usize> {
    let found = text.get(at..until)?;
    let digits: String = found.chars().filter(char::is_ascii_digit).collect();
    let national = !found.starts_with('+') && !digits.starts_with("00");
    let served = ["0800", "0900", "0906", "0909", "088", "085", "084", "087"];
    let service = national && served.iter().any(|s| digits.starts_with(s));
    let whole = if national { digits.len() == 10 } else { (10..=15).contains(&digits.len()) };
    // `0,1234567890` and an amount of money are not telephone numbers.
    (whole && !service && ends(text, until) && !money(text, at)).then_some(until)
}

fn money(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").trim_end();
    ["€", "EUR", "euro"].iter().any(|sign| before.ends_with(sign))
}

/// Checks a citizen service number: nine digits that pass the eleven-test (Besluit
/// burgerservicenummer), or eight if the first is zero. Eight digits can also be a date or a
/// company number.
fn bsn(text: &str, at: usize, until: usize) -> Option<usize> {
    let digits: Vec<u32> = text.get(at..until)?.chars().filter_map(|c| c.to_digit(10)).collect();
    let amount = ["euro", "inwoner", "€", "procent"];
    let after = text.get(until..).unwrap_or("").trim_start();
    let before = text.get(..at).unwrap_or("");
    let near = before.char_indices().rev().nth(20).map_or(0, |(n, _)| n);
    let said = before.get(near..).unwrap_or("").to_lowercase();
    let other =
        ["kvk", "rsin", "dossier", "isbn", "issn", "k.v.k"].iter().any(|w| said.contains(w));
    let counted = money(text, at) || amount.iter().any(|word| after.starts_with(word));
    if other || counted || !ends(text, until) || !eleven(&digits) || date(&digits) {
        return None;
    }
    Some(until)
}

fn eleven(digits: &[u32]) -> bool {
    let missing = 9 - digits.len().min(9);
    let weights = (2..=9).rev().skip(missing).map(i64::from).chain([-1]);
    let sum: i64 = digits.iter().zip(weights).map(|(d, w)| i64::from(*d) * w).sum();
    sum != 0 && sum % 11 == 0
}

/// Whether eight digits are a date: 20230115 or 15012023.
fn date(digits: &[u32]) -> bool {
    let part = |from: usize, to: usize| {
        digits.get(from..to).unwrap_or_default().iter().fold(0, |n, d| n * 10 + d)
    };
    let day = |year: u32, month: u32, day: u32| {
        (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
    };
    digits.len() == 8
        && (day(part(0, 4), part(4, 6), part(6, 8)) || day(part(4, 8), part(2, 4), part(0, 2)))
}

/// Checks an account number: the length of its country, and 1 modulo 97 (ISO 13616, ISO 7064).
fn account(text: &str, at: usize, most: usize) -> Option<usize> {
    let country = text.get(at..at + 2)?;
    let length: usize =
        IBAN.split_whitespace().find_map(|c| c.strip_prefix(country))?.parse().ok()?;
    let mut plain = String::new();
    let mut until = at;
    for (index, c) in text.get(at..most)?.char_indices() {
        if plain.len() == length {
            break;
        }
        if c.is_ascii_alphanumeric() {
            plain.push(c);
            until = at + index + 1;
        }
    }
    let (head, tail) = plain.split_at_checked(4)?;
    let rest = format!("{tail}{head}").chars().try_fold(0, |rest, c| {
        let value = c.to_digit(36)?;
        Some((rest * if value > 9 { 100 } else { 10 } + value) % 97)
    });
    let next = text.get(until..).unwrap_or("").chars().next().unwrap_or(' ');
    (plain.len() == length && rest == Some(1) && !next.is_alphanumeric()).then_some(until)
}

fn plate(text: &str, at: usize, until: usize) -> Option<usize> {
    let found = text.get(at..until)?;
    let fits = |pattern: &&&str| {
        pattern.len() == found.len()
            && pattern.chars().zip(found.chars()).all(|(p, c)| match p {
                '9' => c.is_ascii_digit(),
                'A' => c.is_ascii_uppercase(),
                'X' => c.is_ascii_uppercase() && !"AEIOUCQY".contains(c),
                other => other == c,
            })
    };
    let known = PLATES.iter().any(|p| fits(&p)) && ends(text, until);
    let joined = text.get(until..).unwrap_or("").starts_with('-');
    (known && !joined && !text.get(..at).unwrap_or("").ends_with('-')).then_some(until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, &str)> {
        let each = personal(text).into_iter();
        each.map(|p| (p.code.as_str(), &text[p.at..p.until])).collect()
    }

    #[test]
    fn personal_data_is_seen() {
        for (text, code, said) in [
            ("Mail jan.jansen@gemeente.nl.", "R710", "jan.jansen@gemeente.nl"),
            ("bel 06-12345678", "R711", "06-12345678"),
            ("bel 06 12 34 56 78.", "R711", "06 12 34 56 78"),
            ("(079) 346 82 34", "R711", "(079) 346 82 34"),
            ("+31 6 12345678", "R711", "+31 6 12345678"),
            ("+31 (0)6 12345678", "R711", "+31 (0)6 12345678"),
            ("010-1234567", "R711", "010-1234567"),
            ("bsn 123456782", "R712", "123456782"),
            ("111222333,", "R712", "111222333"),
            ("123 456 782", "R712", "123 456 782"),
            ("op NL91 ABNA 0417 1643 00 gestort", "R713", "NL91 ABNA 0417 1643 00"),
            ("NL91ABNA0417164300", "R713", "NL91ABNA0417164300"),
            ("BE68 5390 0754 7034", "R713", "BE68 5390 0754 7034"),
            ("een auto, G-001-BB, reed", "R714", "G-001-BB"),
            ("12-GHJ-3", "R714", "12-GHJ-3"),
            ("DA-12-34", "R714", "DA-12-34"),
        ] {
            assert_eq!(found(text), [(code, said)], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "griffie@proefstad.nl of info@x.nl",
            "€ 123456782",
            "123.456.782",
            "123456782 euro",
            "1234567820",
            "0,123456782",
            "20230115 en 15012023",
            "KvK 27248698",
            "https://x.nl/123456782",
            "123456789",
            "000000000",
            "van 2018-2022 en 12-05-2023",
            "NL91 ABNA 0417 1643 01",
            "CA-12, B-CA-3, ISO-27001, DV-1",
            "B-12-CA-3",
            "bel 14 079 of 0800-1234",
            "088-1234567",
            "art. 2.1.3 lid 4",
            "Z-2023-001234",
            "2022-11-01",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
