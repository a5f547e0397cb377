//! The audits on the page, and by what municipalities can be filtered.

use super::super::table::{CellView, TableView};
use super::super::words;
use crate::model::{Comparison, Member};
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Debug, Clone, Serialize)]
pub struct AuditRow {
    /// The municipality by its place; `None` for an earlier audit of one.
    pub member: Option<usize>,
    /// Its cells: municipality, province, inhabitants, size class, attributes, and the study.
    pub cells: Vec<CellView>,
}

/// A property by which municipalities can be filtered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PickView {
    /// Its place among the columns of the audits.
    pub column: usize,
    /// Its name in the address of the page.
    pub key: String,
    /// Its name as a reader sees it.
    pub name: String,
    pub values: Vec<String>,
}

/// What stands where a property is not known.
const UNKNOWN: &str = "–";

/// Where the columns of properties begin: behind name, province and inhabitants.
const FIRST: usize = 3;

/// The names of all attributes that a municipality of the comparison has.
pub fn attributes(comparison: &Comparison) -> Vec<String> {
    let all = comparison.members.iter().flat_map(|m| m.attributes.keys());
    all.collect::<BTreeSet<_>>().into_iter().cloned().collect()
}

/// The audits: the columns of the document's table, with size class and attributes between them.
pub fn audits(comparison: &Comparison, table: &TableView, attributes: &[String]) -> Vec<AuditRow> {
    let all = comparison.members.iter().chain(&comparison.earlier);
    let row = |(place, (member, cells)): (usize, (&Member, &Vec<CellView>))| {
        let known = |text: Option<&String>| -> CellView {
            text.map_or_else(|| UNKNOWN.to_owned(), Clone::clone).into()
        };
        let size = member.size_class.map(|c| c.name().to_owned());
        let own = attributes.iter().map(|a| known(member.attributes.get(a)));
        let between = std::iter::once(known(size.as_ref())).chain(own);
        let (before, after) = cells.split_at(FIRST.min(cells.len()));
        AuditRow {
            member: (place < comparison.members.len()).then_some(place),
            cells: before.iter().cloned().chain(between).chain(after.iter().cloned()).collect(),
        }
    };
    all.zip(&table.rows).enumerate().map(row).collect()
}

/// What distinguishes municipalities: province, size class and attributes with two values or more,
/// but fewer than there are municipalities.
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
    let mut out = vec![
        pick(1, "provincie", "Provincie", provinces.into_iter().cloned().collect()),
        pick(FIRST, "grootte", "Inwoners", sizes.iter().map(|s| s.name().to_owned()).collect()),
    ];
    for (place, attribute) in attributes.iter().enumerate() {
        let values = members.iter().filter_map(|m| m.attributes.get(attribute));
        let values: BTreeSet<_> = values.cloned().collect();
        let key = format!("kenmerk-{attribute}");
        let name = words::attribute(attribute);
        out.push(pick(FIRST + 1 + place, &key, &name, values.into_iter().collect()));
    }
    let tells = |p: &PickView| p.values.len() > 1 && p.values.len() < members.len().max(3);
    out.into_iter().filter(tells).collect()
}
