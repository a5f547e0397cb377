//! How firmly a finding stands: supporting sources that are independent of each other.
//!
//! Strong needs two kinds of source, one of them not testimony; moderate two sources of one kind
//! that is not testimony; all else is narrow (triangulation; ISSAI 3000 on sufficient and
//! appropriate evidence).

use super::level::Read;
use crate::model::{Case, CriterionRecord, Finding, Level, SourceKind, Stance, Strength};
use std::collections::{BTreeMap, BTreeSet};

/// The strength of one finding; `None` where no source supports it.
pub fn of_finding(case: &Case, finding: &Finding) -> Option<Strength> {
    of_sources(case, supporting(finding))
}

/// The strength of a judgement: the pooled sources of the findings that give its level; for a
/// checklist those of all findings that answer a point.
pub fn of_judgement(
    case: &Case,
    record: &CriterionRecord,
    read: &Read,
    derived: Option<Level>,
) -> Option<Strength> {
    let carries = |finding: &&Finding| read.carries(&finding.id, derived);
    of_sources(case, record.findings.iter().filter(carries).flat_map(supporting))
}

fn supporting(finding: &Finding) -> impl Iterator<Item = &str> {
    let supports = finding.evidence.iter().filter(|e| e.stance == Stance::Supports);
    supports.map(|e| e.source.as_str())
}

fn of_sources<'a>(case: &'a Case, codes: impl Iterator<Item = &'a str>) -> Option<Strength> {
    let kinds = independent(case, codes);
    let all: BTreeSet<SourceKind> = kinds.iter().copied().collect();
    let written: Vec<SourceKind> = kinds.iter().copied().filter(|k| !k.is_testimony()).collect();
    if kinds.is_empty() {
        None
    } else if all.len() >= 2 && !written.is_empty() {
        Some(Strength::Strong)
    } else if written.len() >= 2 {
        Some(Strength::Moderate)
    } else {
        Some(Strength::Narrow)
    }
}

/// The kind of each group of sources that rest on a common origin. A source that derives from
/// another, or shares an origin with it, adds nothing to it. A group that rests on testimony
/// counts as testimony.
fn independent<'a>(case: &'a Case, codes: impl Iterator<Item = &'a str>) -> Vec<SourceKind> {
    let mut groups: Vec<BTreeSet<&str>> = Vec::new();
    for code in codes {
        let mut merged = origins(case, code);
        groups.retain(|group| {
            let apart = group.is_disjoint(&merged);
            if !apart {
                merged.extend(group);
            }
            apart
        });
        groups.push(merged);
    }
    let kinds: BTreeMap<&str, SourceKind> =
        case.sources.iter().map(|s| (s.code.as_str(), s.kind)).collect();
    let kind_of = |group: &BTreeSet<&str>| {
        let of: Vec<SourceKind> = group.iter().filter_map(|c| kinds.get(c).copied()).collect();
        of.iter().copied().find(|k| k.is_testimony()).or_else(|| of.iter().copied().min())
    };
    groups.iter().filter_map(kind_of).collect()
}

/// The sources at the bottom of a source: itself, or those that it derives from in the end.
fn origins<'a>(case: &'a Case, code: &'a str) -> BTreeSet<&'a str> {
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
