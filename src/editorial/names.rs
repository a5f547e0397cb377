//! One thing called by two names: a reader looks for a difference that does not exist.

use super::phrases::{Entry, Phrases};
use super::reading::Reading;
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, Span};
use crate::model::OneThing;
use std::collections::BTreeMap;

/// The use of a name in a case.
struct Use {
    name: usize,
    written: String,
    count: usize,
    first: Span,
    /// Index of the first text of the case that has the name.
    order: usize,
}

/// Gives a hint at the first place of each name that is used less often than another name of the
/// same thing. A full name may precede the first shorter one once: that is how a short name is
/// introduced. Source: *Schrijfwijzer* of Gebruiker Centraal, ‘gebruik consequent hetzelfde woord
/// voor hetzelfde ding’.
pub fn check(
    readings: &[Reading],
    phrases: &Phrases,
    list: &[OneThing],
    sources: &SourceMap,
    report: &mut Report,
) {
    let mut uses: BTreeMap<Entry, Use> = BTreeMap::new();
    let mut order = 0;
    for reading in readings {
        for found in phrases.find(reading) {
            order += 1;
            let first = || Use {
                name: found.entry.name,
                written: found.written.clone(),
                count: 0,
                first: reading.span(&found.range),
                order,
            };
            uses.entry(found.entry).or_insert_with(first).count += 1;
        }
    }
    for (index, thing) in list.iter().enumerate() {
        let mut of_thing: Vec<&Use> =
            uses.iter().filter(|(e, _)| e.index == index).map(|(_, u)| u).collect();
        let introduces = |u: &Use| {
            let in_full = thing.names.get(u.name).is_some_and(|n| n.in_full);
            in_full && u.count == 1
        };
        let earliest = of_thing.iter().map(|u| u.order).min();
        of_thing.retain(|u| !(introduces(u) && Some(u.order) == earliest));
        of_thing.sort_by_key(|u| (std::cmp::Reverse(u.count), u.order));
        let Some((most, others)) = of_thing.split_first() else { continue };
        for other in others {
            report_two_names(other, most, sources, report);
        }
    }
}

fn report_two_names(other: &Use, most: &Use, sources: &SourceMap, report: &mut Report) {
    let at = sources.line_column(most.first);
    let place = format!("{}:{}:{}", sources.path(most.first.file), at.line, at.column);
    let diagnostic = Diagnostic::at(Code::TwoNames, other.first)
        .with("name", &other.written)
        .with("count", other.count.to_string())
        .with("other", &most.written)
        .with("others", most.count.to_string())
        .with("place", place);
    report.push(diagnostic);
}
