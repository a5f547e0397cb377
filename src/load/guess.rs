//! The intended date, number or key, where a user wrote it in another way than the format does.

use crate::model::MONTHS;

/// Dutch words for keys of the format.
const KEYS: &[(&str, &str)] = &[
    ("aanbevelingen", "recommendations"),
    ("aanleiding", "background"),
    ("aanpak", "method"),
    ("aantal", "count"),
    ("aanvaard", "accepted"),
    ("achtergrond", "background"),
    ("adressant", "addressee"),
    ("antwoord", "answer"),
    ("auteur", "author"),
    ("bevinding", "condition"),
    ("bevindingen", "findings"),
    ("bewijs", "evidence"),
    ("bron", "source"),
    ("bronnen", "sources"),
    ("cbs", "cbs-code"),
    ("centrale-vraag", "central-question"),
    ("code", "id"),
    ("conclusies", "conclusions"),
    ("datum", "date"),
    ("deelvragen", "sub-questions"),
    ("eenheid", "unit"),
    ("effect", "effect"),
    ("gemeente", "municipality"),
    ("gemeenten", "municipalities"),
    ("gevolg", "effect"),
    ("hoofdvraag", "central-question"),
    ("id", "code"),
    ("inwoners", "inhabitants"),
    ("kader", "framework"),
    ("kaders", "frameworks"),
    ("methode", "method"),
    ("naam", "name"),
    ("nawoord", "afterword"),
    ("niveau", "level"),
    ("norm", "criterion"),
    ("normen", "criteria"),
    ("normenkader", "framework"),
    ("normenkaders", "frameworks"),
    ("observaties", "observations"),
    ("omschrijving", "description"),
    ("onderzoek", "study"),
    ("onderzoekers", "researchers"),
    ("ondertitel", "subtitle"),
    ("oorzaak", "cause"),
    ("oordeel", "level"),
    ("opdrachtgever", "commissioner"),
    ("pagina", "locator"),
    ("periode", "period"),
    ("plaats", "locator"),
    ("provincie", "province"),
    ("punten", "points"),
    ("reactie", "response"),
    ("reden", "reason"),
    ("soort", "kind"),
    ("tekst", "text"),
    ("titel", "title"),
    ("toelichting", "note"),
    ("tot", "to"),
    ("uitgevoerd", "conducted"),
    ("waterschap", "body"),
    ("van", "from"),
    ("versie", "version"),
    ("vindplaats", "locator"),
    ("vraag", "question"),
    ("waarde", "value"),
];

/// The key for a Dutch word, if it is allowed here.
pub fn key(typed: &str, known: &[&'static str]) -> Option<&'static str> {
    let typed = typed.trim().to_lowercase().replace([' ', '_'], "-");
    let same = known.iter().find(|known| **known == typed);
    same.copied().or_else(|| {
        let (_, meant) = KEYS.iter().find(|(word, _)| *word == typed)?;
        known.iter().find(|known| *known == meant).copied()
    })
}

/// Whether a text is written as the format writes a date, `2026-04-31` or `2026-13`.
#[must_use]
pub fn is_date_shaped(typed: &str) -> bool {
    let parts: Vec<&str> = typed.trim().split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let digits = parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    digits && matches!(lengths.as_slice(), [4] | [4, 2] | [4, 2, 2])
}

/// A date in the notation of the format, from one in common notation: day first.
pub fn date(typed: &str) -> Option<String> {
    let typed = typed.trim().to_lowercase();
    let parts: Vec<&str> =
        typed.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.parse::<u32>().ok();
    let month = |part: &str| {
        let named = |name: &str| part.len() > 2 && name.starts_with(part.get(..3).unwrap_or(part));
        let nth = if part == "mrt" { Some(2) } else { MONTHS.iter().position(|n| named(n)) };
        number(part).or_else(|| u32::try_from(nth? + 1).ok())
    };
    let year = |part: &str| (part.len() == 4).then(|| number(part)).flatten();
    let written = match parts.as_slice() {
        [d, m, y] if year(y).is_some() => {
            format!("{}-{:02}-{:02}", year(y)?, month(m)?, number(d)?)
        }
        [y, m, d] => format!("{}-{:02}-{:02}", year(y)?, month(m)?, number(d)?),
        [m, y] if year(y).is_some() => format!("{}-{:02}", year(y)?, month(m)?),
        [y, m] => format!("{}-{:02}", year(y)?, month(m)?),
        _ => return None,
    };
    written.parse::<crate::model::PartialDate>().ok().map(|_| written)
}

/// Words after a number that multiply it, with the number of zeros.
const MULTIPLES: [(&str, usize); 7] =
    [("duizend", 3), ("k", 3), ("miljoen", 6), ("mln", 6), ("miljard", 9), ("mld", 9), ("mrd", 9)];

/// A number in the notation of the format, from one with dots, spaces, a unit or `miljoen`; `None`
/// for a text with two numbers.
pub fn number(typed: &str) -> Option<String> {
    let bare = typed.trim().trim_start_matches('€').trim_end_matches(['%', '-', ',']).trim();
    let end = bare.find(|c: char| c.is_alphabetic()).unwrap_or(bare.len());
    let (bare, behind) = bare.split_at(end);
    if behind.contains(|c: char| c.is_numeric()) {
        return None;
    }
    let word = behind.split([' ', '.']).next().unwrap_or_default().to_lowercase();
    let zeros = MULTIPLES.iter().find(|(name, _)| *name == word).map_or(0, |(_, zeros)| *zeros);
    let bare = bare.trim();
    let spaced = |c: char| c.is_whitespace() || c == '\'';
    let packed: String = bare.chars().filter(|c| !spaced(*c)).collect();
    let (whole, decimals) = match (packed.rfind('.'), packed.rfind(',')) {
        (Some(dot), Some(comma)) if dot < comma => packed.split_once(',')?,
        (Some(_), Some(_)) => packed.rsplit_once('.')?,
        (None, Some(_)) if packed.matches(',').count() == 1 => packed.split_once(',')?,
        (Some(_), None)
            if packed.matches('.').count() == 1 && packed.rsplit('.').next()?.len() != 3 =>
        {
            packed.split_once('.')?
        }
        _ => (packed.as_str(), ""),
    };
    // Groups of thousands have three digits each.
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let fits = groups.iter().skip(1).all(|group| group.len() == 3);
    let joined = groups.concat();
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !fits || joined.is_empty() || !digits(&joined) || !digits(decimals) {
        return None;
    }
    Some(match decimals.split_at_checked(zeros) {
        Some((whole, rest)) if !rest.is_empty() => format!("{joined}{whole}.{rest}"),
        _ => format!("{joined}{decimals:0<zeros$}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_people_write_them() {
        for (typed, meant) in [
            ("12-09-2023", "2023-09-12"),
            ("12/9/2023", "2023-09-12"),
            ("7.10.2025", "2025-10-07"),
            ("12 september 2023", "2023-09-12"),
            ("1 mrt. 2024", "2024-03-01"),
            ("september 2023", "2023-09"),
            ("09-2023", "2023-09"),
            ("2023/09/12", "2023-09-12"),
            ("2023-9-1", "2023-09-01"),
        ] {
            assert_eq!(date(typed).as_deref(), Some(meant), "{typed}");
        }
        for typed in ["31-02-2023", "najaar 2023", "12-09-23", "vorig jaar", "2023-2024"] {
            assert_eq!(date(typed), None, "{typed}");
        }
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (typed, meant) in [
            ("1.200,50", "1200.50"),
            ("45 678", "45678"),
            ("45.678", "45678"),
            ("1.234.567", "1234567"),
            ("€ 1.200", "1200"),
            ("66,7%", "66.7"),
            ("4,5 fte", "4.5"),
            ("1,200.50", "1200.50"),
            ("1,2 miljoen", "1200000"),
            ("€ 12,5 mln. euro", "12500000"),
            ("1,2345 duizend", "1234.5"),
            ("3 miljard", "3000000000"),
            ("100k", "100000"),
        ] {
            assert_eq!(number(typed).as_deref(), Some(meant), "{typed}");
        }
        for typed in ["veel", "1.2.3", "4-5", "1,2,3", "4 à 5", "10 tot 20", "3 van 12"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }
}
