//! The audits on the page, and the properties by which municipalities can be filtered.

use super::super::table::{CellView, TableView};
use super::super::words;
use crate::model::{BodyKind, Comparison, Member};
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Debug, Clone, Serialize)]
pub struct AuditRow {
    /// The index of the municipality; `None` for an earlier audit of one.
    pub member: Option<usize>,
    /// Its size class; empty where it is unknown.
    pub class: String,
    /// Its cells: municipality, province, inhabitants, size class, attributes, and the study.
    pub cells: Vec<CellView>,
}

/// A property by which municipalities can be filtered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PickView {
    /// The index of its column in the table of audits.
    pub column: usize,
    /// Its name in the URL of the page.
    pub key: String,
    /// Its name as shown to readers.
    pub name: String,
    pub values: Vec<String>,
}

/// Shown for an unknown property.
const UNKNOWN: &str = "–";

/// The number of columns before those that are inserted: name and inhabitants, and the province of
/// municipalities.
pub fn leading(comparison: &Comparison) -> usize {
    if sized(comparison) { 3 } else { 2 }
}

/// Whether there is a column for the size class, which municipalities alone have.
pub fn sized(comparison: &Comparison) -> bool {
    comparison.kind == BodyKind::Gemeente
}

/// The names of all attributes of the municipalities in the comparison.
pub fn attributes(comparison: &Comparison) -> Vec<String> {
    let all = comparison.members.iter().flat_map(|m| m.attributes.keys());
    all.collect::<BTreeSet<_>>().into_iter().cloned().collect()
}

/// The audits: the columns of the table in the document, with size class and attributes inserted.
pub fn audits(comparison: &Comparison, table: &TableView, attributes: &[String]) -> Vec<AuditRow> {
    let all = comparison.members.iter().chain(&comparison.earlier);
    let row = |(place, (member, cells)): (usize, (&Member, &Vec<CellView>))| {
        let known = |text: Option<&String>| -> CellView {
            text.map_or_else(|| UNKNOWN.to_owned(), Clone::clone).into()
        };
        let size = member.size_class.map(|c| c.name().to_owned());
        let size = sized(comparison).then(|| known(size.as_ref()));
        let own = attributes.iter().map(|a| known(member.attributes.get(a)));
        let between = size.into_iter().chain(own);
        let (before, after) = cells.split_at(leading(comparison).min(cells.len()));
        AuditRow {
            class: member.size_class.map(|c| c.name().to_owned()).unwrap_or_default(),
            member: (place < comparison.members.len()).then_some(place),
            cells: before.iter().cloned().chain(between).chain(after.iter().cloned()).collect(),
        }
    };
    all.zip(&table.rows).enumerate().map(row).collect()
}

/// The properties worth filtering by: province, size class and attributes with at least two values,
/// but fewer values than municipalities.
pub fn picks(comparison: &Comparison, attributes: &[String]) -> Vec<PickView> {
    let members = &comparison.members;
    let provinces: BTreeSet<&String> = members.iter().filter_map(|m| m.province.as_ref()).collect();
    let sizes: BTreeSet<_> = members.iter().filter_map(|m| m.size_class).collect();
    let pick = |column: usize, key: &str, name: &str, values: Vec<String>| PickView {
        column,
        key: key.to_owned(),
        name: name.to_owned(),
        values,
    };
    let first = leading(comparison);
    let own = first + usize::from(sized(comparison));
    let mut out = vec![
        pick(1, "provincie", "Provincie", provinces.into_iter().cloned().collect()),
        pick(first, "grootte", "Inwoners", sizes.iter().map(|s| s.name().to_owned()).collect()),
    ];
    for (place, attribute) in attributes.iter().enumerate() {
        let values = members.iter().filter_map(|m| m.attributes.get(attribute));
        let values: BTreeSet<_> = values.cloned().collect();
        let key = format!("kenmerk-{attribute}");
        let name = words::attribute(attribute);
        out.push(pick(own + place, &key, &name, values.into_iter().collect()));
    }
    let tells = |p: &PickView| p.values.len() > 1 && p.values.len() < members.len().max(3);
    out.into_iter().filter(tells).collect()
}
