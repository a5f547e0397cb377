//! Validates the levels that judges gave apart from each other.

use super::raw::{Context, Map, May, Text, kinds};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Criterion, Level, spelled};

/// The levels of judges, each by role, in the order in which they stand.
pub fn judges(
    raw: May<Map<Text<kinds::Level>>>,
    criterion: &Criterion,
    cx: &mut Context<'_>,
) -> Vec<(String, Level)> {
    let mut out: Vec<(String, Level)> = Vec::new();
    for (key, level) in raw.map(|map| map.entries).unwrap_or_default() {
        let span = key.span;
        let Some(role) = key.value.map(|role| role.trim().to_owned()) else { continue };
        // One judge in two ways of writing would agree with themselves.
        if out.iter().any(|(other, _)| spelled(other) == spelled(&role)) {
            cx.push(Diagnostic::at(Code::DuplicateKey, span).with("key", role));
            continue;
        }
        let typed = cx.present(level, &role);
        out.extend(typed.and_then(|typed| cx.level_of(typed, criterion)).map(|l| (role, l)));
    }
    out
}
