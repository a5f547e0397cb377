//! The parts of a framework that matter to comparisons: rankings, and earlier versions.

use super::raw::framework::RawEarlierVersion;
use super::raw::kinds::Version;
use super::raw::{Context, List, May, Text};
use super::values::Ids;
use crate::diagnostics::{Code, Diagnostic, phrase};
use crate::model::{Criterion, EarlierVersion, Located};
use std::collections::BTreeMap;

/// A version: three numbers.
pub fn version(raw: Text<Version>, cx: &mut Context<'_>) -> Option<String> {
    let value = raw.value.unwrap_or_default();
    let parts: Vec<&str> = value.split('.').collect();
    let fits = parts.len() == 3 && parts.iter().all(|p| p.parse::<u16>().is_ok());
    if !fits {
        let help = phrase("version-numbers");
        let diagnostic = Diagnostic::at(Code::BadId, raw.span);
        cx.push(diagnostic.with("value", &value).with("help", help));
    }
    fits.then_some(value)
}

/// The numbers of a version, for their order.
fn numbers(version: &str) -> Vec<u16> {
    version.split('.').filter_map(|part| part.parse().ok()).collect()
}

/// Versions before `present`, each with the criteria of this version that correspond to criteria of
/// that one.
pub fn earlier(
    raw: May<List<RawEarlierVersion>>,
    present: &str,
    criteria: &[Criterion],
    cx: &mut Context<'_>,
) -> Vec<EarlierVersion> {
    let known: Vec<&str> = criteria.iter().map(|c| c.id.as_str()).collect();
    let mut versions = Ids::default();
    let mut out = Vec::new();
    for item in raw.map(|l| l.items).unwrap_or_default() {
        let Some(number) = cx.value(item.version) else { continue };
        let span = number.span;
        let Some(number) = version(number, cx) else { continue };
        versions.note(&Located { value: number.clone(), span }, cx);
        if !present.is_empty() && numbers(&number) >= numbers(present) {
            let help = phrase("version-earlier").with("version", present);
            cx.push(Diagnostic::at(Code::BadId, span).with("value", &number).with("help", help));
        }
        let mut pairs = BTreeMap::new();
        let mut taken = Ids::default();
        let map = cx.need(item.criteria);
        for (own, old) in map.into_iter().flat_map(|m| m.entries) {
            let own = cx.reference(own, &known, Code::UnknownCriterion);
            let old = cx.present(old, "criteria").and_then(|old| cx.id_of(old));
            if let Some(old) = &old {
                taken.note(old, cx);
            }
            if let (Some(own), Some(old)) = (own, old) {
                pairs.insert(own, old.value);
            }
        }
        out.push(EarlierVersion { version: number, criteria: pairs });
    }
    out
}
