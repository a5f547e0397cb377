//! The breadth of the evidence for a judgement and for a finding.

use super::audit::{Audit, Issue, Norm};
use crate::diagnostics::{Code, phrase};
use crate::model::{Finding, Stance, Strength};
use crate::score::{is_testimony, origins};
use std::collections::BTreeSet;

/// A judgement on a narrow basis, or on testimony only.
///
/// Evidence must be sufficient and appropriate: enough of it, and from sources that do not share
/// one interest or one mistake (ISSAI 3000; GUID 3920 on evidence). With one source, a finding
/// cannot be distinguished from an error in that source. Testimony is weaker than observation or
/// documents: memory and interest affect it, and it can be withdrawn. A judgement on interviews
/// only gets that warning, and not the other as well.
pub fn basis(audit: &Audit<'_>) -> Vec<Issue> {
    let judged = audit.norms().filter(|n| n.judgement.outcome.level().is_some());
    let narrow = judged.filter(|n| n.judgement.strength == Some(Strength::Narrow));
    narrow.map(|norm| of_narrow(audit, norm)).collect()
}

fn of_narrow(audit: &Audit<'_>, norm: Norm<'_>) -> Issue {
    let codes: BTreeSet<&str> =
        norm.with_reading().flat_map(supporting).map(|(code, _)| code).collect();
    if codes.iter().all(|code| is_testimony(audit.case, code)) {
        return norm.issue(Code::TestimonyOnly);
    }
    let origins: BTreeSet<&str> = norm.with_reading().flat_map(|f| bottom(audit, f)).collect();
    let one =
        |set: &BTreeSet<&str>| set.first().copied().filter(|_| set.len() == 1).map(str::to_owned);
    let why = match (one(&codes), one(&origins)) {
        (Some(only), _) => phrase("only-source").with("source", only),
        (None, Some(origin)) => phrase("one-origin").with("source", origin),
        (None, None) => phrase("one-source-together"),
    };
    norm.issue(Code::NarrowBasis).with("why", why)
}

/// A finding supported by both a source and another source that derives from it.
///
/// A summary repeats its original; it does not confirm it. The score counts them as one, but a
/// reader who counts codes in the annex does not know that (GUID 3920: corroboration needs sources
/// that are independent of each other).
pub fn counted_twice(audit: &Audit<'_>) -> Vec<Issue> {
    audit.case.findings().filter_map(|f| derived_beside_its_origin(audit, f)).collect()
}

fn derived_beside_its_origin(audit: &Audit<'_>, finding: &Finding) -> Option<Issue> {
    let supporting: Vec<_> = supporting(finding).collect();
    supporting.iter().find_map(|(code, place)| {
        let below = below(audit, code);
        let (other, _) = supporting.iter().find(|(other, _)| below.contains(other))?;
        let issue = Issue::new(Code::SourceCountedTwice, &finding.id, *place);
        Some(issue.with("source", *code).with("other", *other))
    })
}

/// All sources from which a source derives, directly or indirectly.
fn below<'a>(audit: &Audit<'a>, code: &str) -> BTreeSet<&'a str> {
    let mut out = BTreeSet::new();
    let mut open: Vec<&str> = vec![code];
    while let Some(code) = open.pop() {
        let Some(source) = audit.case.source(code) else { continue };
        for next in &source.derived_from {
            if out.insert(next.as_str()) {
                open.push(next);
            }
        }
    }
    out
}

/// The sources that support a finding, with the positions of the references.
pub fn supporting(finding: &Finding) -> impl Iterator<Item = (&str, crate::diagnostics::Span)> {
    let supports = finding.evidence.iter().filter(|e| e.stance == Stance::Supports);
    supports.map(|e| (e.source.as_str(), e.place))
}

/// The original sources behind the support for a finding, each once.
pub fn bottom<'a>(audit: &Audit<'a>, finding: &'a Finding) -> BTreeSet<&'a str> {
    supporting(finding).flat_map(|(code, _)| origins(audit.case, code)).collect()
}
