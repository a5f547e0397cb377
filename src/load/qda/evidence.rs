//! A file of findings to which findings and evidence are added.

use super::mapping::Target;
use crate::diagnostics::Span;
use crate::load::edit::{self, EditError, Step, Value};
use crate::load::loader::Loader;
use crate::load::raw::case::{RawFinding, RawFindings, RawRecord, RawSubFindings, RawSubRecord};
use crate::load::raw::{List, May};
use crate::load::revise::{Opened, Revision};
use crate::model::StudyStatus;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How a file of findings of sub-questions begins.
const BEGIN: &str = "sub-questions:\n";

/// A file of findings.
pub struct Records {
    pub path: PathBuf,
    /// The file that is there.
    file: Option<Opened>,
    text: String,
    list: &'static str,
    records: Vec<Record>,
    /// Findings that are still to be added, all of a record in one edit.
    new: Vec<NewFinding>,
    span: Option<Span>,
}

/// A finding that is still to be added to a record.
struct NewFinding {
    /// The place of the record in the file.
    record: usize,
    id: String,
    value: Value,
    /// What is added, in words.
    shown: String,
}

/// A norm or sub-question in it.
struct Record {
    id: String,
    findings: Vec<String>,
    /// Whether it has the key for them.
    has_key: bool,
}

impl Record {
    fn new(id: Option<String>, findings: &May<List<RawFinding>>) -> Self {
        let has_key = findings.is_some();
        let all = findings.iter().flat_map(|list| &list.items);
        let findings =
            all.map(|f| f.id.clone().known().and_then(|id| id.value).unwrap_or_default());
        Self { id: id.unwrap_or_default(), findings: findings.collect(), has_key }
    }
}

impl Loader {
    /// Opens the file in which a norm or sub-question has its findings; that of the sub-questions may
    /// be new.
    pub(super) fn records_of(&mut self, folder: &Path, target: &Target) -> Option<Records> {
        let path = folder.join(&target.file);
        let list = target.list;
        if list == "sub-questions" && path.symlink_metadata().is_err() {
            let (text, records) = (BEGIN.to_owned(), Vec::new());
            let new = Vec::new();
            return Some(Records { path, file: None, text, list, records, new, span: None });
        }
        let file = self.opened(&target.file, folder)?;
        let own = self.own.len();
        let records = if list == "criteria" {
            let raw = self.raw::<RawFindings>(&file.read)?;
            let items = raw.criteria.map(|list| list.items).unwrap_or_default();
            let one = |item: RawRecord| {
                Record::new(item.id.known().and_then(|id| id.value), &item.findings)
            };
            items.into_iter().map(one).collect()
        } else {
            let raw = self.raw::<RawSubFindings>(&file.read)?;
            let items = raw.sub_questions.known().map(|list| list.items).unwrap_or_default();
            let one = |item: RawSubRecord| {
                Record::new(item.id.known().and_then(|id| id.value), &item.findings)
            };
            items.into_iter().map(one).collect()
        };
        self.own.truncate(own);
        let (text, span) = (file.text.clone(), Some(file.read.node.span));
        Some(Records { path, file: Some(file), text, list, records, new: Vec::new(), span })
    }

    /// Adds evidence to a finding, which is new where the file does not have it. `shown` is what is
    /// added, in words.
    pub(super) fn add_evidence(
        &mut self,
        records: &mut Records,
        (id, finding): (&str, &str),
        evidence: &[Value],
        shown: String,
    ) {
        if let Some((record, list)) = records.list_without(id, finding) {
            list.push(finding.to_owned());
            let (id, value) = (finding.to_owned(), new(finding, evidence));
            return records.new.push(NewFinding { record, id, value, shown });
        }
        self.add_findings(records);
        let done = records.with_evidence(id, finding, evidence);
        match (&mut records.file, records.span) {
            (Some(file), Some(span)) => {
                self.take(file, done, span, (None, shown));
                records.text.clone_from(&file.text);
            }
            _ => records.text = done.unwrap_or_else(|_| records.text.clone()),
        }
    }

    /// Adds the findings that are still to be added. A file is read again for each edit, so those of
    /// a record are one edit.
    pub(super) fn add_findings(&mut self, records: &mut Records) {
        let mut each: BTreeMap<usize, Vec<NewFinding>> = BTreeMap::new();
        for new in std::mem::take(&mut records.new) {
            each.entry(new.record).or_default().push(new);
        }
        for (record, new) in each {
            let way = [Step::Key(records.list), Step::Item(record), Step::Key("findings")];
            let values: Vec<Value> = new.iter().map(|new| new.value.clone()).collect();
            let done = edit::extend(&records.text, &way, &values);
            match (&mut records.file, records.span) {
                (Some(file), Some(span)) => {
                    let (ids, shown): (Vec<_>, Vec<_>) =
                        new.into_iter().map(|new| (new.id, new.shown)).unzip();
                    self.take_each(file, done, span, ("id", &ids), shown);
                    records.text.clone_from(&file.text);
                }
                _ => records.text = done.unwrap_or_else(|_| records.text.clone()),
            }
        }
    }
}

impl Records {
    /// How well the file fits a finding: 2 if it has it, 1 if it has the norm or sub-question.
    pub fn fits(&self, id: &str, finding: &str) -> usize {
        let record = self.records.iter().find(|record| record.id == id);
        record.map_or(0, |record| 1 + usize::from(record.findings.iter().any(|own| own == finding)))
    }

    /// The record of a norm or sub-question that has a list of findings without this one, with its
    /// place.
    fn list_without(&mut self, id: &str, finding: &str) -> Option<(usize, &mut Vec<String>)> {
        let mut all = self.records.iter_mut().enumerate();
        let (at, record) = all.find(|(_, record)| record.id == id)?;
        let is_new = record.has_key && !record.findings.iter().any(|own| own == finding);
        is_new.then_some((at, &mut record.findings))
    }

    fn with_evidence(
        &mut self,
        id: &str,
        finding: &str,
        evidence: &[Value],
    ) -> Result<String, EditError> {
        let text = self.text.as_str();
        let top = Step::Key(self.list);
        let Some((at, record)) =
            self.records.iter_mut().enumerate().find(|(_, record)| record.id == id)
        else {
            let mut pairs = vec![("id".to_owned(), Value::Text(id.to_owned()))];
            if self.list == "criteria" {
                let status = StudyStatus::ToDo.key();
                pairs.push(("status".to_owned(), Value::Plain(status.to_owned())));
            }
            let findings = Value::List(vec![new(finding, evidence)]);
            pairs.push(("findings".to_owned(), findings));
            let findings = vec![finding.to_owned()];
            self.records.push(Record { id: id.to_owned(), findings, has_key: true });
            return edit::append(text, &[top], &Value::Map(pairs));
        };
        let way = [top, Step::Item(at), Step::Key("findings")];
        if let Some(place) = record.findings.iter().position(|own| own == finding) {
            let [top, item, findings] = way;
            let way = [top, item, findings, Step::Item(place), Step::Key("evidence")];
            return edit::extend(text, &way, evidence);
        }
        record.findings.push(finding.to_owned());
        record.has_key = true;
        let findings = Value::List(vec![new(finding, evidence)]);
        let after = if self.list == "criteria" { "status" } else { "id" };
        edit::insert(text, &[top, Step::Item(at)], "findings", &findings, Some(after))
    }

    /// The file as it will be: a change of the one that is there, or a new one.
    pub fn done(self) -> Result<Option<Revision>, (PathBuf, String)> {
        match self.file {
            Some(file) => Ok(file.revision()),
            None => Err((self.path, self.text)),
        }
    }
}

/// A finding that rests on this evidence. What it finds is for the researchers to say, and so is the
/// level.
fn new(id: &str, evidence: &[Value]) -> Value {
    Value::Map(vec![
        ("id".to_owned(), Value::Text(id.to_owned())),
        ("condition".to_owned(), Value::Plain(String::new())),
        ("evidence".to_owned(), Value::List(evidence.to_vec())),
    ])
}

/// The part of the code of a new finding that comes before its number.
pub fn stem(target: &str) -> String {
    // A code has at most 24 characters, with room for a number.
    format!("B-{}", target.chars().take(16).collect::<String>())
}
