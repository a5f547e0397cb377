//! Forms that leave as a table in a document, and come back filled in.

/// A form that can come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReturnedForm {
    /// The executive's position on each recommendation.
    Reaction,
    /// Remarks of those who checked the facts.
    Hearing,
}

/// The columns of the form for remarks on a text for the hearing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkColumn {
    Number,
    Remark,
    Proof,
}

impl RemarkColumn {
    /// All columns, in their order.
    pub const ALL: [Self; 3] = [Self::Number, Self::Remark, Self::Proof];

    /// Its heading; `None` for that of the remarks, which names the form.
    #[must_use]
    pub fn heading(self) -> Option<&'static str> {
        match self {
            Self::Number => Some("Nummer"),
            Self::Remark => None,
            Self::Proof => Some("Waaruit blijkt dat?"),
        }
    }
}

/// A column of the form for the reaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReactionColumn {
    Code,
    Recommendation,
    Position,
    Text,
    Commitment,
    Due,
}

impl ReturnedForm {
    pub const ALL: [Self; 2] = [Self::Reaction, Self::Hearing];

    /// Its word in the heading by which it is recognised.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Reaction => "reactie",
            Self::Hearing => "wederhoor",
        }
    }

    /// The heading by which a returned file is recognised: the form, and the case that sent it.
    #[must_use]
    pub fn heading(self, case: &str) -> String {
        format!("Formulier {} {case}", self.word())
    }

    /// The headings of its columns; `None` for the one that names the form.
    #[must_use]
    pub fn headings(self) -> Vec<Option<&'static str>> {
        match self {
            Self::Reaction => ReactionColumn::ALL.map(ReactionColumn::heading).into(),
            Self::Hearing => RemarkColumn::ALL.map(RemarkColumn::heading).into(),
        }
    }

    /// The form and the case that a heading names.
    #[must_use]
    pub fn named(heading: &str) -> Option<(Self, &str)> {
        let rest = heading.trim().strip_prefix("Formulier ")?;
        let (word, case) = rest.split_once(' ')?;
        let form = Self::ALL.into_iter().find(|form| form.word() == word)?;
        Some((form, case.trim()))
    }
}

impl ReactionColumn {
    /// The columns in order. The heading of the recommendations is that of the form.
    pub const ALL: [Self; 6] =
        [Self::Code, Self::Recommendation, Self::Position, Self::Text, Self::Commitment, Self::Due];

    /// Its heading; `None` for that of the recommendations, which names the form.
    #[must_use]
    pub fn heading(self) -> Option<&'static str> {
        match self {
            Self::Code => Some("Code"),
            Self::Recommendation => None,
            Self::Position => Some("Standpunt"),
            Self::Text => Some("Toelichting"),
            Self::Commitment => Some("Toezegging"),
            Self::Due => Some("Termijn"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ReturnedForm;

    #[test]
    fn a_form_is_recognised_by_its_own_heading() {
        let heading = ReturnedForm::Reaction.heading("voorbeeldstad-2026");
        assert_eq!(heading, "Formulier reactie voorbeeldstad-2026");
        let found = ReturnedForm::named(&heading);
        assert_eq!(found, Some((ReturnedForm::Reaction, "voorbeeldstad-2026")));
        assert_eq!(ReturnedForm::named("Aanbeveling"), None);
        let hearing = ReturnedForm::named("Formulier wederhoor x");
        assert_eq!(hearing, Some((ReturnedForm::Hearing, "x")));
        assert_eq!(ReturnedForm::named("Formulier bezwaar x"), None);
    }
}
