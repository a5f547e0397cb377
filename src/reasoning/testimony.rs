//! What people said: whether they agreed with the report of it, and with being quoted.

use super::audit::{Audit, Issue};
use super::evidence::supporting;
use crate::diagnostics::Code;
use crate::model::{Evidence, Finding, Source};

/// A quotation from a conversation without consent.
///
/// Words give away who spoke, also without a name; so does what only one person can know. Consent is
/// asked in the conversation (professional insight; NVRR on quotations out of their context). A
/// document speaks for itself and needs none.
pub fn quoted(audit: &Audit<'_>) -> Vec<Issue> {
    let of = |finding: &Finding| {
        let withheld = |e: &&Evidence| e.quote.is_some() && !may_quote(audit, &e.source);
        let evidence = finding.evidence.iter().find(withheld)?;
        let issue = Issue::new(Code::QuoteWithoutConsent, &finding.id, evidence.place);
        Some(issue.with("source", &evidence.source))
    };
    audit.case.findings().filter_map(of).collect()
}

fn may_quote(audit: &Audit<'_>, code: &str) -> bool {
    audit.case.source(code).is_none_or(Source::may_be_quoted)
}

/// A finding on conversations alone whose reports nobody agreed to.
///
/// A report is a draft until those who spoke agree with it: they may say that something else was
/// meant, and then the finding has no ground left (professional insight; protocols of courts of
/// audit). A conversation of which nothing is said about its report is passed over, and so is a
/// finding that also rests on something else.
pub fn disputable(audit: &Audit<'_>) -> Vec<Issue> {
    audit.case.findings().filter_map(|finding| of_drafts(audit, finding)).collect()
}

fn of_drafts(audit: &Audit<'_>, finding: &Finding) -> Option<Issue> {
    let codes: Vec<&str> = supporting(finding).map(|(code, _)| code).collect();
    let open = |code: &&str| {
        let report = audit.case.source(code).and_then(|source| source.report);
        report.is_some_and(|report| !report.status.is_given())
    };
    let all = !codes.is_empty() && codes.iter().all(open);
    all.then(|| {
        let issue = Issue::new(Code::NobodyAgreed, &finding.id, finding.place);
        issue.with("source", codes.join(", "))
    })
}
