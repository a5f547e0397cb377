//! The table of the audits that are compared.

use super::super::table::{CellView, TableView, left, right};
use super::super::words;
use crate::dutch::{date, period};
use crate::model::{BodyKind, Comparison};

/// The audits. Only municipalities have a province.
pub fn members(comparison: &Comparison) -> TableView {
    let provinces = comparison.kind == BodyKind::Gemeente;
    let mut columns = vec![left(comparison.kind.title())];
    columns.extend(provinces.then(|| left("Provincie")));
    columns.extend([
        right("Inwoners"),
        left("Oordeel over"),
        left("Rapport"),
        left("Status"),
        left("Basis"),
    ]);
    let mut table = TableView::new("Onderzoeken", 1, &columns);
    for member in comparison.members.iter().chain(&comparison.earlier) {
        let inhabitants = match (member.inhabitants, &member.size_class) {
            (Some(number), _) => CellView::whole(usize::try_from(number).unwrap_or(0)),
            (None, Some(class)) => class.name().into(),
            (None, None) => "–".into(),
        };
        let basis = if member.by_scorecard { "alleen de scorekaart" } else { "het dossier" };
        let province = || member.province.clone().unwrap_or_else(|| "–".to_owned());
        let mut row: Vec<CellView> = vec![member.name.clone().into()];
        row.extend(provinces.then(|| province().into()));
        row.extend([
            inhabitants,
            period(member.period).into(),
            date(member.date).into(),
            words::status(member.status).into(),
            basis.into(),
        ]);
        table.rows.push(row);
    }
    table
}
