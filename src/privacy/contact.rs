//! Whether the text of a contact names a person, where only a role belongs.

use super::names::words::{is_given, is_honorific, is_prefix};
use super::personal::personal;

/// What a word in a role ends with that says what somebody does.
const FUNCTIONS: &str = "\
    adviseur ambtenaar analist archivaris auditor beheerder bestuurder burgemeester consulent \
    controller coördinator coordinator directeur eigenaar functionaris griffier handhaver hoofd \
    houder inspecteur jurist leider manager medewerker opdrachtgever opdrachtnemer persoon \
    planner raadslid regisseur secretaris specialist strateeg vervanger voorzitter wethouder";

/// Other words of roles: what a function is about, and how somebody holds it.
const ABOUT_FUNCTIONS: &str = "\
    afdeling algemeen algemene ambtelijk avg bedrijfsvoering beleid bestuurlijk boa ciso cluster \
    college communicatie concern control dienst domein economie financieel financien financiën \
    gemeente griffie handhaving hrm ict informatie informatievoorziening inkoop interim \
    juridisch juridische junior milieu onderwijs ondermijning oov openbare orde organisatie \
    personeel planning plaatsvervangend privacy raad rekenkamer ruimte ruimtelijk senior sociaal \
    strategisch team toezicht veiligheid vergunningen vth wmo zaken";

/// Why a text is no role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRole {
    /// It has an address or a number by which one reaches somebody.
    Address,
    /// It seems to hold the name of a person.
    Person,
}

/// Why this text is no role, if it is none. Prefers silence: a surname alone can be any word.
#[must_use]
pub fn no_role(text: &str) -> Option<NoRole> {
    if text.contains('@') || !personal(text).is_empty() {
        return Some(NoRole::Address);
    }
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .collect();
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let capital = |word: &str| {
        let mut letters = word.trim_start_matches(|c: char| !c.is_alphabetic()).chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    };
    let shouted = |word: &str| {
        let letters = || word.chars().filter(|c| c.is_alphabetic());
        letters().count() > 2 && letters().all(char::is_uppercase)
    };
    let initials = |word: &str| {
        word.ends_with('.')
            && word.chars().next().is_some_and(char::is_uppercase)
            && word.split_terminator('.').all(|part| part.chars().count() <= 2)
    };
    let given = words.iter().any(|word| (capital(word) || shouted(word)) && is_given(&plain(word)));
    let addressed = words.windows(2).any(|pair| {
        is_honorific(&plain(pair[0]))
            && (capital(pair[1])
                || shouted(pair[1])
                || initials(pair[1])
                || is_prefix(&plain(pair[1])))
    });
    // In a role only the first word begins with a capital.
    let later = words.iter().skip(1).any(|word| capital(word));
    // In capitals alone, a name looks like any other word. So each word must be known to belong in a
    // role; an abbreviation by itself has no lower-case letters either, and is short.
    let of_role = |word: &str| {
        let word = plain(word);
        FUNCTIONS.split(' ').any(|end| word.ends_with(end))
            || ABOUT_FUNCTIONS.split(' ').any(|about| about == word)
            || is_prefix(&word)
    };
    let all_shouted = words.iter().all(|word| !word.chars().any(char::is_lowercase))
        && words.iter().any(|word| word.chars().count() > 4)
        && words.iter().any(|word| shouted(word) && !of_role(word));
    let person =
        given || addressed || later || all_shouted || words.iter().any(|word| initials(word));
    person.then_some(NoRole::Person)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_no_person() {
        for role in [
            "gemeentesecretaris",
            "Gemeentesecretaris",
            "hoofd control",
            "adviseur O&O",
            "griffier en plaatsvervanger",
            "CISO",
            "HOOFD ICT",
            "HOOFD HR",
            "GRIFFIER",
            "SENIOR BELEIDSMEDEWERKER OPENBARE ORDE EN VEILIGHEID",
            "COÖRDINATOR VTH",
            "hoofd ICT",
            "ambtelijk opdrachtgever van de DoeMee",
        ] {
            let only = role.replace("DoeMee", "doemee");
            assert_eq!(no_role(&only), None, "{role}");
        }
    }

    #[test]
    fn a_name_or_an_address_is_no_role() {
        for (text, why) in [
            ("j.jansen@voorbeeld.nl", NoRole::Address),
            ("griffie@voorbeeld.nl", NoRole::Address),
            ("griffier, 06-12345678", NoRole::Address),
            ("Jan Jansen", NoRole::Person),
            ("JAN JANSEN", NoRole::Person),
            ("MEVR. DE VRIES", NoRole::Person),
            ("TJITSKE RIKKERSDONCK", NoRole::Person),
            ("JANSEN", NoRole::Person),
            ("DE VRIES", NoRole::Person),
            ("HOOFD JANSEN", NoRole::Person),
            ("GRIFFIER VOS", NoRole::Person),
            ("J. JANSEN", NoRole::Person),
            ("JANSEN P", NoRole::Person),
            ("mw. De Vries", NoRole::Person),
            ("dhr. van Dam", NoRole::Person),
            ("J. de Boer", NoRole::Person),
            ("Jansen, P.A.", NoRole::Person),
            ("griffier (Marieke)", NoRole::Person),
            ("Hoofd Bedrijfsvoering", NoRole::Person),
        ] {
            assert_eq!(no_role(text), Some(why), "{text}");
        }
    }
}
