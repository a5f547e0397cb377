//! Strength of the evidence for a finding: supporting sources that are independent of each other.
//!
//! Strong requires two kinds of source, one of them not testimony; moderate requires two sources of
//! one kind that is not testimony, or one source that stands for five independent conversations or
//! more, or one that holds every file of the period; everything else is narrow (triangulation; ISSAI
//! 3000 on sufficient and appropriate evidence).

use crate::model::{Case, Finding, Source, SourceKind, Stance, Strength};
use std::collections::BTreeSet;

/// The strength of one finding; `None` where no source supports it.
pub fn of_finding(case: &Case, finding: &Finding) -> Option<Strength> {
    of_findings(case, std::iter::once(finding))
}

/// The original sources that support a finding.
pub fn origins_of<'a>(case: &'a Case, finding: &'a Finding) -> BTreeSet<&'a str> {
    supporting(finding).flat_map(|code| origins(case, code)).collect()
}

/// The combined strength of several findings: that of their pooled sources.
pub fn of_findings<'a>(
    case: &'a Case,
    findings: impl Iterator<Item = &'a Finding>,
) -> Option<Strength> {
    of_sources(case, findings.flat_map(supporting))
}

fn supporting(finding: &Finding) -> impl Iterator<Item = &str> {
    let supports = finding.evidence.iter().filter(|e| e.stance == Stance::Supports);
    supports.map(|e| e.source.as_str())
}

/// Only pairs of sources are considered, so that an extra supporting source never reduces strength.
fn of_sources<'a>(case: &'a Case, codes: impl Iterator<Item = &'a str>) -> Option<Strength> {
    let codes: BTreeSet<&str> = codes.collect();
    let sources: Vec<Grounded<'_>> = codes.into_iter().map(|code| grounded(case, code)).collect();
    let alone =
        if sources.iter().any(|s| s.enough) { Strength::Moderate } else { Strength::Narrow };
    let mut strength = (!sources.is_empty()).then_some(alone);
    for (index, one) in sources.iter().enumerate() {
        for other in sources.iter().skip(index + 1) {
            let written = !one.kind.is_testimony() || !other.kind.is_testimony();
            let both_written = !one.kind.is_testimony() && !other.kind.is_testimony();
            let found = match one.origins.is_disjoint(&other.origins) {
                true if written && one.kind != other.kind => Strength::Strong,
                true if both_written => Strength::Moderate,
                _ => Strength::Narrow,
            };
            strength = strength.max(Some(found));
        }
    }
    strength
}

/// A source with the original sources from which it derives.
struct Grounded<'a> {
    origins: BTreeSet<&'a str>,
    kind: SourceKind,
    /// Whether it is moderate by itself.
    enough: bool,
}

/// From this many independent conversations on one source is moderate by itself.
const CONVERSATIONS: u32 = 5;

/// Whether a source is moderate by itself: many conversations, or every file of the period.
fn is_enough(source: &Source) -> bool {
    source.complete || (source.kind.is_testimony() && source.count >= CONVERSATIONS)
}

/// A source that derives from testimony counts as testimony, whatever its own kind.
fn grounded<'a>(case: &'a Case, code: &'a str) -> Grounded<'a> {
    let origins = origins(case, code);
    let kinds = || origins.iter().filter_map(|o| case.source(o)).map(|s| s.kind);
    let kind = kinds().find(|k| k.is_testimony()).or_else(|| kinds().min());
    let enough =
        origins.iter().copied().chain([code]).filter_map(|o| case.source(o)).any(is_enough);
    Grounded { kind: kind.unwrap_or(SourceKind::Document), enough, origins }
}

/// Whether a source counts as testimony: it is testimony, or derives from it.
#[must_use]
pub fn is_testimony(case: &Case, code: &str) -> bool {
    grounded(case, code).kind.is_testimony()
}

/// The original sources of a source: itself, or those from which it ultimately derives.
#[must_use]
pub fn origins<'a>(case: &'a Case, code: &'a str) -> BTreeSet<&'a str> {
    let mut out = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![code];
    while let Some(code) = open.pop() {
        if !seen.insert(code) {
            continue;
        }
        match case.source(code) {
            Some(source) if !source.derived_from.is_empty() => {
                open.extend(source.derived_from.iter().map(String::as_str));
            }
            _ => {
                out.insert(code);
            }
        }
    }
    out
}
