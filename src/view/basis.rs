//! The grounds of a norm in words.

use super::words;
use crate::dutch::date;
use crate::model::{Basis, BasisKind, PartialDate};

/// A law with its article.
pub fn law(basis: &Basis) -> String {
    let article = basis.article.as_ref().map(|a| format!(", {a}")).unwrap_or_default();
    format!("{}{article}", basis.reference)
}

/// A ground with its kind; of a law also its number, and of when the text is that was read.
pub fn basis(basis: &Basis) -> String {
    let text = match (basis.text_date, basis.kind) {
        (Some(day), _) => format!(", tekst van {}", date(day)),
        (None, Some(BasisKind::Law)) => ", tekst niet nagegaan".to_owned(),
        (None, _) => String::new(),
    };
    let checked = basis.checked_on.map(|day| {
        let on = if matches!(day, PartialDate::Day(_)) { "op" } else { "in" };
        format!(", nagegaan {on} {}", date(day))
    });
    let checked = checked.unwrap_or_default();
    let bwb = basis.bwb.as_ref().map(|number| format!(", {number}")).unwrap_or_default();
    match basis.kind {
        Some(kind) => format!("{} ({}{bwb}{text}{checked})", law(basis), words::basis(kind)),
        None => law(basis),
    }
}
