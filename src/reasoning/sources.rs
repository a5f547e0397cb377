//! The use of sources: too little, or too much.

use super::audit::{Audit, Issue};
use super::evidence::bottom;
use crate::diagnostics::Code;
use crate::model::{Finding, Source};
use std::collections::{BTreeMap, BTreeSet};

/// Minimum number of references to sources for which a share is meaningful.
const FEWEST_REFERENCES: usize = 5;

/// An unused source: no finding refers to it, no figure comes from it, and no source that is used
/// derives from it.
///
/// A list of sources tells a reader what the audit is based on. A source that was consulted and
/// never used makes the basis look broader than it is; or its finding was forgotten, which is worse
/// (professional insight; GUID 3920 on documentation). While criteria are still to be filled in, a
/// source may still be used later.
pub fn unused(audit: &Audit<'_>) -> Vec<Issue> {
    if audit.unfinished() {
        return Vec::new();
    }
    let used = used(audit);
    let idle = audit.case.sources.iter().filter(|s| !used.contains(s.code.as_str()));
    idle.map(|s| Issue::new(Code::SourceUnused, &s.code, s.place)).collect()
}

fn used<'a>(audit: &Audit<'a>) -> BTreeSet<&'a str> {
    let case = audit.case;
    let evidence = case.findings().flat_map(|f| &f.evidence).map(|e| &e.source);
    let figures = case.peers.iter().map(|set| &set.source);
    let context = case.context.iter().flat_map(|c| [&c.source, &c.reference.source]);
    let inhabitants = case.body.inhabitants_source.iter();
    let named = evidence.chain(figures).chain(context).chain(inhabitants);
    let mut open: Vec<&str> = named.map(String::as_str).collect();
    let mut used = BTreeSet::new();
    while let Some(code) = open.pop() {
        if used.insert(code) {
            let below = case.source(code).map(|s| s.derived_from.as_slice()).unwrap_or_default();
            open.extend(below.iter().map(String::as_str));
        }
    }
    used
}

/// A source that supports more than half of the evidence of a framework.
///
/// The verdict on a framework then depends on one document or one person (ISSAI 3000 on sufficient
/// evidence; professional insight on the threshold of a half). Each original source of the support
/// for a finding is counted, once per finding; a source that derives from another counts as that
/// other. The share is per framework and not for the whole case, because the verdict is given per
/// framework. An entry for several sources (`count`) is not one source, and with fewer than five
/// references a share is meaningless.
pub fn dominating(audit: &Audit<'_>) -> Vec<Issue> {
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (framework, score) in audit.frameworks() {
        let findings = audit.norms_of(framework, score).flat_map(|n| &n.record.findings);
        let (counts, all) = references(audit, findings);
        for (code, count) in counts.into_iter().filter(|(_, c)| 2 * c > all) {
            if all >= FEWEST_REFERENCES {
                let share = format!("{count} van de {all} verwijzingen bij `{}`", framework.id);
                found.entry(code).or_default().push(share);
            }
        }
    }
    let one = |s: &&Source| s.count == 1 && s.count_text.is_none();
    let issue = |source: &Source| {
        let shares = found.get(source.code.as_str())?;
        let issue = Issue::new(Code::SourceDominates, &source.code, source.place);
        Some(issue.with("count", shares.join(", ")))
    };
    audit.case.sources.iter().filter(one).filter_map(issue).collect()
}

/// The number of findings per source, and the sum of these numbers.
fn references<'a>(
    audit: &Audit<'a>,
    findings: impl Iterator<Item = &'a Finding>,
) -> (BTreeMap<&'a str, usize>, usize) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for code in findings.flat_map(|f| bottom(audit, f)) {
        *counts.entry(code).or_default() += 1;
    }
    let all = counts.values().sum();
    (counts, all)
}
