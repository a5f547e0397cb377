//! The next free code of a new entry, as the researchers of a case give them.

use super::columns::Table;
use super::entries::{Entry, OpenCase};
use std::collections::BTreeSet;

/// The next free code for an entry of a table, below a norm or sub-question if it is a finding. `kind` is
/// the kind of a source. `taken` are the codes that are not free.
pub fn next(
    open: &OpenCase,
    table: Table,
    (parent, kind): (&str, &str),
    taken: &BTreeSet<String>,
) -> String {
    let all: Vec<&Entry> = open.entries.iter().filter(|entry| entry.table == table).collect();
    if table == Table::Findings {
        let beside: Vec<&Entry> = all.iter().copied().filter(|e| e.parent == parent).collect();
        let model = if beside.is_empty() { &all } else { &beside };
        let named = |entry: &&&Entry| entry.code.starts_with(&format!("B-{}", entry.parent));
        if model.iter().filter(named).count() * 2 >= model.len() {
            return lettered(&format!("B-{parent}"), taken);
        }
    }
    let start = match table {
        Table::Findings => "B",
        Table::Conclusions => "C",
        Table::Recommendations => "A",
        Table::Remarks => "W",
        Table::Norms | Table::Sources => match kind {
            "interview" | "group-session" => "I",
            "observation" => "W",
            "data" => "G",
            _ => "D",
        },
    };
    let of_kind = |entry: &&&Entry| {
        let own = entry.node.as_ref().and_then(|node| node.get("kind"));
        kind.is_empty() || own.and_then(|own| own.text()) == Some(kind)
    };
    let entries = all.iter().filter(of_kind);
    let numbered: Vec<(&str, &str)> = entries.filter_map(|entry| parts(&entry.code)).collect();
    // Those of a sort may have several beginnings; the last one goes on.
    let (start, width) =
        numbered.last().map_or((start, 1), |(start, number)| (*start, number.len()));
    let width = if numbered.is_empty() && table == Table::Sources { 2 } else { width };
    let highest =
        all.iter().filter_map(|entry| parts(&entry.code)).filter(|(own, _)| *own == start);
    let highest = highest.filter_map(|(_, number)| number.parse::<u64>().ok()).max().unwrap_or(0);
    let mut free = (highest + 1..).map(|number| format!("{start}{number:0width$}"));
    free.find(|code| !taken.contains(&code.to_lowercase())).unwrap_or_default()
}

/// The code itself, or else with the first free letter behind it; a code without a letter stands for `a`.
fn lettered(first: &str, taken: &BTreeSet<String>) -> String {
    let is_free = |code: &String| !taken.contains(&code.to_lowercase());
    let letters = ('b'..='z').map(|letter| format!("{first}{letter}"));
    let any = || letters.clone().any(|code| !is_free(&code)) || !is_free(&format!("{first}a"));
    if is_free(&first.to_owned()) && !any() {
        return first.to_owned();
    }
    let numbers = (27..).map(|number: u64| format!("{first}-{number}"));
    letters.clone().chain(numbers).find(is_free).unwrap_or_default()
}

/// The part before the digits at the end of a code, and the digits.
fn parts(code: &str) -> Option<(&str, &str)> {
    let start = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = code.get(start.len()..)?;
    (!number.is_empty()).then_some((start, number))
}
