//! Reads the records of the norms of a framework, from one file of findings or from several.

use super::choice::Used;
use super::findings::{self, Known};
use super::loader::{Loader, cx};
use super::raw::case::{RawFindings, RawRecord};
use super::raw::{Context, Text};
use super::reading::Read;
use super::values::Ids;
use crate::diagnostics::{Code, Diagnostic, FileId, Span, nearest};
use crate::model::{CriterionRecord, Framework};
use std::collections::BTreeMap;

impl Loader {
    /// The record of each criterion of a framework; a criterion that the case does not mention is
    /// still to be filled in. `all` says whether every file of findings could be read.
    pub(super) fn records(
        &mut self,
        used: &Used,
        (found, all): (&[Read], bool),
        known: &mut Known<'_>,
        records: &mut BTreeMap<String, CriterionRecord>,
        case_file: FileId,
    ) {
        let framework = &used.framework;
        let raw: Vec<_> =
            found.iter().map(|read| (self.raw::<RawFindings>(read), read.whole)).collect();
        let mut cx = cx!(self);
        let mut place = Span { file: case_file, start: 0, end: 0 };
        let mut whole = all && !raw.is_empty();
        let mut items: Vec<RawRecord> = Vec::new();
        for (raw, read_whole) in raw.into_iter().rev() {
            let Some(raw) = raw else {
                whole = false;
                continue;
            };
            place = raw.span;
            whole &= read_whole && !raw.criteria.has_lost();
            let own = head(raw, framework, &mut cx);
            items = joined(own, items, &mut cx);
        }
        let mut ids = Ids::default();
        for item in items {
            match one_record(item, used, &mut ids, known, &mut cx) {
                Some((id, record)) => _ = records.entry(id).or_insert(record),
                None => whole = false,
            }
        }
        if !whole {
            cx.suppressed.push(Code::UnknownFinding);
        }
        for criterion in &framework.criteria {
            if !records.contains_key(&criterion.id) {
                let mut record = CriterionRecord::to_do(criterion.id.clone(), place);
                match &used.rest {
                    Some((status, reason)) => {
                        (record.status, record.reason) = (*status, reason.clone());
                    }
                    // A record that seems to be missing may have been given under a wrong code.
                    None if whole => {
                        let diagnostic = Diagnostic::at(Code::CriterionToDo, place);
                        cx.push(diagnostic.with("value", &criterion.id));
                    }
                    None => {}
                }
                records.insert(criterion.id.clone(), record);
            }
        }
    }
}

/// The records of a file of findings, whose framework and version are looked at.
fn head(raw: RawFindings, framework: &Framework, cx: &mut Context<'_>) -> Vec<RawRecord> {
    let id = cx.value(raw.framework);
    if let Some(Text { value: Some(value), span, .. }) = id
        && value != framework.id
    {
        let diagnostic = Diagnostic::at(Code::OtherFramework, span).with("value", value);
        cx.push(diagnostic.with("expected", &framework.id));
    }
    // A framework without versions is named by its id alone.
    let version = match framework.version.is_empty() {
        true => raw.version.known(),
        false => cx.value(raw.version.asked_for()),
    };
    if let Some(version) = version {
        let typed = version.value.unwrap_or_default();
        if typed != framework.version {
            let diagnostic = Diagnostic::at(Code::VersionDiffers, version.span)
                .with("found", typed)
                .with("expected", &framework.version);
            cx.push(diagnostic);
        }
    }
    raw.criteria.map(|list| list.items).unwrap_or_default()
}

/// The records of a file, with what the files behind it say of the same norms. All that is said of a
/// norm besides its findings stands in one of them.
fn joined(mut own: Vec<RawRecord>, others: Vec<RawRecord>, cx: &mut Context<'_>) -> Vec<RawRecord> {
    let id = |record: &RawRecord| record.id.as_ref().and_then(|id| id.value.clone());
    for other in others {
        let same = id(&other).and_then(|typed| {
            own.iter_mut().find(|record| id(record).as_ref() == Some(&typed)).zip(Some(typed))
        });
        let Some((record, typed)) = same else {
            own.push(other);
            continue;
        };
        let span = other.id.as_ref().map_or(other.span, |id| id.span);
        let status = |record: &RawRecord| record.status.as_ref().and_then(|s| s.value.clone());
        let mut twice = Vec::new();
        if status(record) != status(&other) && status(&other).is_some() {
            twice.push("status");
        }
        record.findings.join(other.findings);
        record.judges.join_entries(other.judges);
        let once = [
            ("reason", record.reason.fill(other.reason)),
            ("resolution", record.resolution.fill(other.resolution)),
            ("overrule", record.overrule.fill(other.overrule)),
            ("strength", record.strength.fill(other.strength)),
            ("decided", record.decided.fill(other.decided)),
        ];
        twice.extend(once.into_iter().filter(|(_, fits)| !fits).map(|(key, _)| key));
        for key in twice {
            let diagnostic = Diagnostic::at(Code::SaidTwice, span).with("key", key);
            cx.push(diagnostic.with("value", &typed));
        }
    }
    own
}

/// The records of a framework whose findings are still to be made.
pub(super) fn no_records(
    used: &Used,
    case_file: FileId,
    records: &mut BTreeMap<String, CriterionRecord>,
) {
    let place = Span { file: case_file, start: 0, end: 0 };
    for criterion in &used.framework.criteria {
        let record = CriterionRecord::to_do(criterion.id.clone(), place);
        records.insert(criterion.id.clone(), record);
    }
}

fn one_record(
    raw: RawRecord,
    used: &Used,
    ids: &mut Ids,
    known: &mut Known<'_>,
    cx: &mut Context<'_>,
) -> Option<(String, CriterionRecord)> {
    let id = cx.id(raw.id.clone())?;
    let framework = &used.framework;
    let Some(criterion) = framework.criterion(&id.value) else {
        if used.whole.criterion(&id.value).is_some() {
            let diagnostic = Diagnostic::at(Code::CriterionNotChosen, id.span);
            cx.push(diagnostic.with("value", &id.value).with("framework", &framework.id));
            return None;
        }
        let diagnostic = Diagnostic::at(Code::UnknownCriterion, id.span)
            .with("value", &id.value)
            .with("framework", format!("`{}`", framework.id))
            .with_some(
                "nearest",
                nearest(&id.value, framework.criteria.iter().map(|c| c.id.as_str())),
            );
        cx.push(diagnostic);
        return None;
    };
    ids.note(&id, cx);
    let record = findings::record(raw, id.clone(), criterion, known, cx);
    Some((id.value, record))
}
