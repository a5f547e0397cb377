//! The headings of a table of participants: which column a heading names.

use crate::load::table::plain;
use std::collections::BTreeMap;

/// The contents of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Name,
    Code,
    Kind,
    Province,
    Inhabitants,
    Date,
    /// The role of whom the researchers speak to; never a name.
    Contact,
    Folder,
}

/// The headings of each column, as [`plain`] gives them; the first is that of the manual.
const HEADINGS: [(Column, &[&str]); 8] = [
    (
        Column::Name,
        &[
            "naam",
            "gemeente",
            "deelnemer",
            "organisatie",
            "gemeentenaam",
            "naam gemeente",
            "regio's",
        ],
    ),
    (
        Column::Code,
        &[
            "code",
            "cbs code",
            "code cbs",
            "gemeentecode",
            "gm code",
            "regiocode",
            "organisatiecode",
        ],
    ),
    (Column::Kind, &["soort", "soort organisatie", "organisatiesoort", "bestuurslaag"]),
    (Column::Province, &["provincie", "provincienaam"]),
    (Column::Inhabitants, &["inwoners", "aantal inwoners", "inwonertal", "inwoneraantal"]),
    (Column::Date, &["peildatum", "peildatum inwoners", "inwoners op"]),
    (
        Column::Contact,
        &["contact", "contactrol", "rol contact", "rol contactpersoon", "contactpersoon"],
    ),
    (Column::Folder, &["map", "mapnaam", "case"]),
];

impl Column {
    /// The column that a heading names.
    pub fn named(heading: &str) -> Option<Self> {
        let heading = plain(heading);
        let named = |(_, known): &&(Self, &[&str])| known.contains(&heading.as_str());
        HEADINGS.iter().find(named).map(|(column, _)| *column)
    }

    /// The heading of the manual.
    pub fn heading(self) -> &'static str {
        let own = HEADINGS.iter().find(|(column, _)| *column == self);
        own.and_then(|(_, known)| known.first()).copied().unwrap_or_default()
    }

    /// The headings that a slip may have been meant as. A column of regions is likely to be one of the
    /// researchers' own, however near its heading comes to those of Statistics Netherlands.
    pub fn known() -> impl Iterator<Item = &'static str> {
        let all = HEADINGS.iter().flat_map(|(_, known)| known.iter().copied());
        all.filter(|heading| !heading.starts_with("regio"))
    }
}

/// Where the columns are.
#[derive(Default)]
pub struct Columns {
    pub known: BTreeMap<Column, usize>,
    /// Those that are read as attributes, by their names.
    pub attributes: Vec<(usize, String)>,
}

/// Whether a cell is the heading of the names.
pub fn is_name(cell: &str) -> bool {
    Column::named(cell) == Some(Column::Name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_capitals_and_hyphens_make_no_difference() {
        for (heading, column) in [
            ("Naam ", Some(Column::Name)),
            ("Code (CBS)", Some(Column::Code)),
            ("CBS-code", Some(Column::Code)),
            ("Aantal inwoners", Some(Column::Inhabitants)),
            ("Contact-rol", None),
            ("Omschrijving", None),
        ] {
            assert_eq!(Column::named(heading), column, "{heading}");
        }
    }
}
