//! Whether the norms fit the body that is audited.

use super::audit::{Audit, Issue};
use crate::diagnostics::Code;
use crate::model::BodyKind;

/// Frameworks whose norms speak of another kind of body than the case is about.
///
/// Another kind has other duties, organs and laws, and the drafted sentences would call it what it is
/// not. Only a norm that begins with that other body counts, for a norm may well mention another. There
/// is one warning per framework, because one decision mostly covers all its norms.
pub fn of_other_kind(audit: &Audit<'_>) -> Vec<Issue> {
    let kind = audit.case.body.kind;
    let others = BodyKind::ALL.into_iter().filter(|other| *other != kind);
    let begins = others.map(|other| (other, format!("{} {} ", other.article(), other.noun())));
    let begins: Vec<(BodyKind, String)> = begins.collect();
    let mut out = Vec::new();
    for (framework, _) in audit.frameworks() {
        let subject = |norm: &str| {
            let norm = norm.to_lowercase();
            begins.iter().find(|(_, start)| norm.starts_with(start)).map(|(other, _)| *other)
        };
        let found: Vec<(&str, BodyKind)> = framework
            .criteria
            .iter()
            .filter_map(|criterion| Some((criterion.id.as_str(), subject(&criterion.norm)?)))
            .collect();
        let (Some((_, other)), Some(place)) = (found.first(), audit.place_of(&framework.id)) else {
            continue;
        };
        let ids: Vec<&str> = found.iter().map(|(id, _)| *id).collect();
        let issue = Issue::new(Code::FrameworkOfOtherKind, &framework.id, place);
        let issue = issue.with("other", other.noun()).with("kind", kind.noun());
        out.push(issue.with("criteria", ids.join(", ")));
    }
    out
}
