//! The audited body, and the kinds of body that there are. The table in this file is the only place
//! that knows what a kind is called, in Dutch, and which organs it has.

use super::PartialDate;
use super::study::Addressee;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// The kind of an audited body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum BodyKind {
    #[default]
    Gemeente,
    Provincie,
    Waterschap,
    /// A body of several bodies (Wet gemeenschappelijke regelingen).
    GemeenschappelijkeRegeling,
    /// An institution that a rekenkamer may study (Gemeentewet, articles 184 and 185).
    Instelling,
}

/// What a kind of body is called, and which organs it has.
struct Facts {
    kind: BodyKind,
    /// Its word in a file.
    key: &'static str,
    noun: &'static str,
    plural: &'static str,
    article: &'static str,
    possessive: &'static str,
    /// The preposition before its name.
    place: &'static str,
    /// Other nouns with which the name of such a body can begin.
    also: &'static [&'static str],
    /// How its code begins, and the number of digits behind that: those of Statistics Netherlands,
    /// and of TOOI (identifier.overheid.nl) in capitals. `None` where no form is known.
    code: Option<(&'static str, usize)>,
    /// The organs, by the word of the addressee.
    organs: &'static [(&'static str, &'static str)],
}

const TABLE: [Facts; 5] = [
    Facts {
        kind: BodyKind::Gemeente,
        key: "gemeente",
        noun: "gemeente",
        plural: "gemeenten",
        article: "de",
        possessive: "haar",
        place: "in",
        also: &[],
        code: Some(("GM", 4)),
        organs: &[
            ("raad-en-college", "de raad en het college"),
            ("college", "het college"),
            ("burgemeester", "de burgemeester"),
            ("raad", "de raad"),
            ("griffie", "de griffie"),
        ],
    },
    Facts {
        kind: BodyKind::Provincie,
        key: "provincie",
        noun: "provincie",
        plural: "provincies",
        article: "de",
        possessive: "haar",
        place: "in",
        also: &["provinsje"],
        code: Some(("PV", 2)),
        organs: &[
            ("raad-en-college", "provinciale staten en gedeputeerde staten"),
            ("college", "gedeputeerde staten"),
            ("raad", "provinciale staten"),
            ("griffie", "de griffie"),
        ],
    },
    Facts {
        kind: BodyKind::Waterschap,
        key: "waterschap",
        noun: "waterschap",
        plural: "waterschappen",
        article: "het",
        possessive: "zijn",
        place: "bij",
        also: &["hoogheemraadschap", "wetterskip"],
        code: Some(("WS", 4)),
        organs: BOARDS,
    },
    Facts {
        kind: BodyKind::GemeenschappelijkeRegeling,
        key: "gemeenschappelijke-regeling",
        noun: "gemeenschappelijke regeling",
        plural: "gemeenschappelijke regelingen",
        article: "de",
        possessive: "haar",
        place: "bij",
        also: &["gr"],
        code: None,
        organs: BOARDS,
    },
    Facts {
        kind: BodyKind::Instelling,
        key: "instelling",
        noun: "instelling",
        plural: "instellingen",
        article: "de",
        possessive: "haar",
        place: "bij",
        also: &[],
        code: None,
        organs: &[
            ("raad-en-college", "de raad van toezicht en het bestuur"),
            ("college", "het bestuur"),
            ("raad", "de raad van toezicht"),
        ],
    },
];

/// The organs of a water board (Waterschapswet, article 10) and of a joint arrangement (Wet
/// gemeenschappelijke regelingen, article 12).
const BOARDS: &[(&str, &str)] = &[
    ("raad-en-college", "het algemeen bestuur en het dagelijks bestuur"),
    ("college", "het dagelijks bestuur"),
    ("raad", "het algemeen bestuur"),
];

impl BodyKind {
    pub const ALL: [Self; 5] = [
        Self::Gemeente,
        Self::Provincie,
        Self::Waterschap,
        Self::GemeenschappelijkeRegeling,
        Self::Instelling,
    ];

    fn facts(self) -> &'static Facts {
        let [gemeente, ..] = &TABLE;
        TABLE.iter().find(|facts| facts.kind == self).unwrap_or(gemeente)
    }

    /// The word in a file.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.facts().key
    }

    /// *waterschap*
    #[must_use]
    pub fn noun(self) -> &'static str {
        self.facts().noun
    }

    /// *Waterschap*
    #[must_use]
    pub fn title(self) -> String {
        capital(self.noun())
    }

    /// *waterschappen*
    #[must_use]
    pub fn plural(self) -> &'static str {
        self.facts().plural
    }

    /// *de* or *het*
    #[must_use]
    pub fn article(self) -> &'static str {
        self.facts().article
    }

    /// *haar* or *zijn*
    #[must_use]
    pub fn possessive(self) -> &'static str {
        self.facts().possessive
    }

    /// How a code of such a body begins, and the number of digits behind that.
    #[must_use]
    pub fn code(self) -> Option<(&'static str, usize)> {
        self.facts().code
    }

    /// The organ that an addressee is at such a body, with its article; `None` where there is no
    /// such organ.
    #[must_use]
    pub fn organ(self, addressee: &Addressee) -> Option<&'static str> {
        let organs = self.facts().organs.iter();
        organs.copied().find(|(word, _)| *word == addressee.key()).map(|(_, organ)| organ)
    }

    /// The addressees that such a body has, in the order of the report.
    pub fn addressees(self) -> impl Iterator<Item = (&'static str, Addressee)> {
        Addressee::WORDS.into_iter().filter(move |(_, addressee)| self.organ(addressee).is_some())
    }

    /// The name with its noun, which some names have already: *Waterschap Voorbeeldwaarden*,
    /// *Hoogheemraadschap van Voorbeeldland*. An institution is known by its name alone.
    #[must_use]
    pub fn titled(self, name: &str) -> String {
        match self == Self::Instelling || self.begins(name) {
            true => name.to_owned(),
            false => format!("{} {name}", self.title()),
        }
    }

    /// The name under which the report knows the body: that of a municipality without its noun, which
    /// each sentence already has.
    #[must_use]
    pub fn known_as(self, name: &str) -> &str {
        match self == Self::Gemeente && self.begins(name) {
            true => name.get(self.noun().len()..).unwrap_or(name).trim_start(),
            false => name,
        }
    }

    /// The body in a sentence: *het waterschap Voorbeeldwaarden*.
    #[must_use]
    pub fn phrase(self, name: &str) -> String {
        let article = self.article();
        match (self, self.begins(name)) {
            (Self::Instelling, _) => name.to_owned(),
            (_, true) => format!("{article} {}", small(name)),
            (_, false) => format!("{article} {} {name}", self.noun()),
        }
    }

    /// The name where it stands alone, as on a cover and above each page. A province and a water
    /// board are often called after a region; the others are known by their name.
    #[must_use]
    pub fn label(self, name: &str) -> String {
        match self {
            Self::Provincie | Self::Waterschap => self.titled(name),
            Self::Gemeente | Self::GemeenschappelijkeRegeling | Self::Instelling => name.to_owned(),
        }
    }

    /// Where something is: *in Voorbeeldstad*, *bij het waterschap Voorbeeldwaarden*.
    #[must_use]
    pub fn place(self, name: &str) -> String {
        let whose = match self {
            Self::Gemeente => name.to_owned(),
            other => other.phrase(name),
        };
        format!("{} {whose}", self.facts().place)
    }

    /// Whether a name begins with what such a body calls itself.
    fn begins(self, name: &str) -> bool {
        let name = name.to_lowercase();
        let nouns = self.facts().also.iter().copied().chain([self.noun()]);
        nouns.into_iter().any(|noun| {
            name.strip_prefix(noun).is_some_and(|rest| rest.starts_with(char::is_whitespace))
        })
    }
}

impl Serialize for BodyKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

/// Whether a body is a municipality, which files leave unsaid.
#[must_use]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub(super) fn is_municipality(kind: &BodyKind) -> bool {
    *kind == BodyKind::Gemeente
}

/// A text with a capital in front.
#[must_use]
pub fn capital(text: &str) -> String {
    first_letter(text, |letter| letter.to_uppercase().collect())
}

/// A text without a capital in front; one that is written in capitals stays so.
fn small(text: &str) -> String {
    match text.chars().nth(1).is_some_and(char::is_uppercase) {
        true => text.to_owned(),
        false => first_letter(text, |letter| letter.to_lowercase().collect()),
    }
}

fn first_letter(text: &str, change: impl Fn(char) -> String) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(change).unwrap_or_default();
    first + letters.as_str()
}

/// The audited body.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    pub kind: BodyKind,
    pub name: String,
    /// Its official code: `GM` and four digits for a municipality.
    pub code: Option<String>,
    /// The province of a municipality.
    pub province: Option<String>,
    /// Number of inhabitants and its reference date.
    pub inhabitants: Option<(u32, Option<PartialDate>)>,
    /// The source of the number of inhabitants.
    pub inhabitants_source: Option<String>,
    /// Attributes chosen by the researcher, for grouping.
    pub attributes: BTreeMap<String, String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_called_by_its_own_noun_and_article() {
        let forms = |kind: BodyKind| {
            let name = "Voorbeeld";
            [kind.label(name), kind.phrase(name), kind.place(name), kind.titled(name)].join("; ")
        };
        assert_eq!(
            BodyKind::ALL.map(forms),
            [
                "Voorbeeld; de gemeente Voorbeeld; in Voorbeeld; Gemeente Voorbeeld",
                "Provincie Voorbeeld; de provincie Voorbeeld; in de provincie Voorbeeld; \
                 Provincie Voorbeeld",
                "Waterschap Voorbeeld; het waterschap Voorbeeld; bij het waterschap Voorbeeld; \
                 Waterschap Voorbeeld",
                "Voorbeeld; de gemeenschappelijke regeling Voorbeeld; \
                 bij de gemeenschappelijke regeling Voorbeeld; \
                 Gemeenschappelijke regeling Voorbeeld",
                "Voorbeeld; Voorbeeld; bij Voorbeeld; Voorbeeld",
            ]
        );
    }

    #[test]
    fn a_name_that_says_its_kind_gets_no_second_noun() {
        let kind = BodyKind::Waterschap;
        assert_eq!(kind.label("Hoogheemraadschap van Rijnland"), "Hoogheemraadschap van Rijnland");
        assert_eq!(kind.phrase("Waterschap Rivierenland"), "het waterschap Rivierenland");
        assert_eq!(kind.place("Wetterskip Fryslân"), "bij het wetterskip Fryslân");
        assert_eq!(kind.phrase("Waterschapsheuvel"), "het waterschap Waterschapsheuvel");
        assert_eq!(kind.phrase("WATERSCHAP LIMBURG"), "het WATERSCHAP LIMBURG");
        assert_eq!(BodyKind::Provincie.phrase("Provincie Utrecht"), "de provincie Utrecht");
        assert_eq!(BodyKind::Provincie.phrase("Provinsje Fryslân"), "de provinsje Fryslân");
        let joint = BodyKind::GemeenschappelijkeRegeling;
        assert_eq!(joint.phrase("GR Voorbeeldland"), "de GR Voorbeeldland");
        assert_eq!(BodyKind::Gemeente.known_as("Gemeente Utrecht"), "Utrecht");
        assert_eq!(BodyKind::Gemeente.known_as("Utrecht"), "Utrecht");
    }

    #[test]
    fn every_kind_has_a_council_and_a_board_and_its_organs_are_addressees() {
        for facts in &TABLE {
            for word in ["raad", "college", "raad-en-college"] {
                assert!(facts.kind.organ(&Addressee::of(word)).is_some(), "{} {word}", facts.key);
            }
            for (word, _) in facts.organs {
                assert!(Addressee::WORDS.iter().any(|(known, _)| known == word), "{word}");
            }
        }
    }
}
