//! Makes the edits of a plan in the files of a case.

use super::codes::next;
use super::columns::{Column, Content, Table};
use super::edits::edited;
use super::entries::{Entry, OpenCase, items};
use super::new_row::NewRow;
use super::plan::{Change, Plan};
use super::returned::Base;
use super::shown::{differing, shown};
use super::typed::Typed;
use crate::diagnostics::Fact;
use crate::load::edit::{self, Step, Value};
use crate::load::loader::Loader;
use crate::load::revise::Opened;
use crate::load::yaml::tree::Node;
use crate::model::StudyStatus;
use std::collections::{BTreeMap, BTreeSet};

/// The norm or sub-question below which new findings come: its file, its list, and its code.
type Below = (usize, &'static str, String);

/// A new entry: its code, what it is in words, and its keys.
struct New {
    code: String,
    told: String,
    value: Value,
}

impl Loader {
    /// Makes the edits of a plan. What cannot be edited is reported.
    pub(super) fn write(&mut self, open: &mut OpenCase, base: &Base, plan: &Plan) {
        let mut by_entry: BTreeMap<usize, Vec<&Change>> = BTreeMap::new();
        for change in &plan.changes {
            by_entry.entry(change.entry).or_default().push(change);
        }
        let mut records: BTreeMap<String, Vec<(String, Value)>> = BTreeMap::new();
        for (at, changes) in by_entry {
            let Some(entry) = open.entries.get(at) else { continue };
            if entry.node.is_none() {
                let pairs = changes.iter().filter_map(|change| {
                    Some((change.column.key.to_owned(), change.value.value()?))
                });
                records.insert(entry.code.clone(), pairs.collect());
                continue;
            }
            // A new key comes behind another one, so the last comes first.
            for change in changes.into_iter().rev() {
                self.cell(open, at, change);
            }
        }
        let mut taken: BTreeSet<String> =
            open.entries.iter().map(|entry| entry.code.to_lowercase()).collect();
        let known = base.rows.keys().chain(&base.left_out).map(|(_, code)| code.to_lowercase());
        taken.extend(known);
        taken.extend(plan.new.iter().filter_map(|row| Some(row.code.as_ref()?.to_lowercase())));
        let mut findings: BTreeMap<Below, Vec<New>> = BTreeMap::new();
        let mut others: BTreeMap<Table, Vec<New>> = BTreeMap::new();
        for row in &plan.new {
            let code = row.code.clone().unwrap_or_else(|| {
                let kind = row.values.iter().find(|(column, _)| column.key == "kind");
                let kind = kind.and_then(|(_, kind)| kind.value());
                let kind = if let Some(Value::Text(kind)) = kind { kind } else { String::new() };
                next(open, row.table, (&row.parent, &kind), &taken)
            });
            taken.insert(code.to_lowercase());
            let (told, value) = (told(row, &code), entry(row, &code));
            let same = match below(open, row) {
                Some(below) => findings.entry(below).or_default(),
                None => others.entry(row.table).or_default(),
            };
            same.push(New { code, told, value });
        }
        for (table, new) in others {
            self.append(open, table, new);
        }
        for (below, new) in findings {
            self.findings(open, &below, new, &mut records);
        }
        for (code, pairs) in records {
            self.record(open, &code, pairs);
        }
        self.delete(open, plan);
    }

    /// Changes a key of an entry.
    fn cell(&mut self, open: &mut OpenCase, at: usize, change: &Change) {
        let Some(entry) = open.entries.get(at) else { return };
        let new = match (change.column.content, &change.value) {
            (Content::Date, Typed::Text(date)) => date,
            _ => &change.text,
        };
        let (old, new) = differing(&open.cell(entry, change.column), new);
        let named = |text: &str| format!("{} {}: {text}", entry.code, change.column.heading);
        let told = match (old.is_empty(), new.is_empty()) {
            (true, _) => (None, named(&new)),
            (_, true) => (Some(named(&old)), named("–")),
            _ => (Some(named(&old)), named(&new)),
        };
        let span = entry.node.as_ref().map(|node| node.span);
        let behind = key_before(entry, change.column);
        let Some(file) = open.files.get_mut(entry.file) else { return };
        let done = edited(&file.text, entry, change.column, behind, &change.value);
        let span = span.unwrap_or(file.read.node.span);
        self.take(file, done, span, told);
    }

    /// Adds entries to the end of their list, in one edit: a file is read again for each.
    fn append(&mut self, open: &mut OpenCase, table: Table, new: Vec<New>) {
        let (name, list, above) = match table {
            Table::Sources => ("sources.yaml", "sources", None),
            Table::Conclusions => ("case.yaml", "conclusions", Some("frameworks")),
            Table::Recommendations => ("case.yaml", "recommendations", Some("conclusions")),
            _ => ("hearing.yaml", "remarks", None),
        };
        let named = |file: &&mut Opened| file.is_named(name);
        let Some(file) = open.files.iter_mut().find(named) else { return };
        let ids: Vec<String> = new.iter().map(|new| new.code.clone()).collect();
        let told: Vec<String> = new.iter().map(|new| new.told.clone()).collect();
        let values: Vec<Value> = new.into_iter().map(|new| new.value).collect();
        let there = file.read.node.has(list) || open.added.contains(list);
        let done = match there {
            true => edit::extend(&file.text, &[Step::Key(list)], &values),
            false => {
                let is_there = |key: &str| file.read.node.has(key) || open.added.contains(key);
                let above = above.filter(|above| is_there(above));
                let above = above.or(file.read.node.last_key());
                edit::insert(&file.text, &[], list, &Value::List(values), above)
            }
        };
        open.added.insert(list);
        let (span, key) = (file.read.node.span, code_key(table));
        self.take_each(file, done, span, (key, &ids), told);
    }

    /// Adds findings below a norm or sub-question.
    fn findings(
        &mut self,
        open: &mut OpenCase,
        (at, list, parent): &Below,
        new: Vec<New>,
        records: &mut BTreeMap<String, Vec<(String, Value)>>,
    ) {
        let Some(file) = open.files.get_mut(*at) else { return };
        let ids: Vec<String> = new.iter().map(|new| new.code.clone()).collect();
        let told: Vec<String> = new.iter().map(|new| new.told.clone()).collect();
        let values: Vec<Value> = new.into_iter().map(|new| new.value).collect();
        let is = |node: &Node| node.get("id").and_then(Node::text) == Some(parent.as_str());
        let record = items(file.read.node.get(list)).enumerate().find(|(_, node)| is(node));
        let span = record.map_or(file.read.node.span, |(_, node)| node.span);
        let done = match record {
            Some((index, node)) if node.has("findings") => {
                let way = [Step::Key(list), Step::Item(index), Step::Key("findings")];
                edit::extend(&file.text, &way, &values)
            }
            Some((index, node)) => {
                let way = [Step::Key(list), Step::Item(index)];
                let list = Value::List(values);
                edit::insert(&file.text, &way, "findings", &list, node.last_key())
            }
            None if *list == "criteria" => {
                let pairs = records.entry(parent.clone()).or_default();
                pairs.push(("findings".to_owned(), Value::List(values)));
                return;
            }
            None => {
                let id = ("id".to_owned(), Value::Text(parent.clone()));
                let pairs = vec![id, ("findings".to_owned(), Value::List(values))];
                edit::append(&file.text, &[Step::Key(list)], &Value::Map(pairs))
            }
        };
        self.take_each(file, done, span, ("id", &ids), told);
    }

    /// Adds the record of a norm that its file does not mention yet.
    fn record(&mut self, open: &mut OpenCase, code: &str, mut pairs: Vec<(String, Value)>) {
        let is = |entry: &&Entry| entry.table == Table::Norms && entry.code == code;
        let Some(at) = open.entries.iter().find(is).map(|entry| entry.file) else { return };
        let Some(file) = open.files.get_mut(at) else { return };
        if !pairs.iter().any(|(key, _)| key == "status") {
            let status = Value::Text(StudyStatus::ToDo.key().to_owned());
            pairs.insert(0, ("status".to_owned(), status));
        }
        pairs.insert(0, ("id".to_owned(), Value::Text(code.to_owned())));
        let done = edit::append(&file.text, &[Step::Key("criteria")], &Value::Map(pairs));
        let span = file.read.node.span;
        self.take(file, done, span, (None, code.to_owned()));
    }

    /// Deletes entries, the last of each list first.
    fn delete(&mut self, open: &mut OpenCase, plan: &Plan) {
        let mut gone: Vec<usize> = plan.deletions.clone();
        gone.sort_unstable();
        gone.dedup();
        for at in gone.into_iter().rev() {
            let Some(entry) = open.entries.get(at) else { continue };
            let Some(file) = open.files.get_mut(entry.file) else { continue };
            let done = edit::remove(&file.text, &entry.way);
            let span = entry.node.as_ref().map_or(file.read.node.span, |node| node.span);
            let old = Some(entry.code.clone());
            self.take(file, done, span, (old, "–".to_owned()));
        }
    }
}

/// Where a new finding comes; `None` for another entry.
fn below(open: &OpenCase, row: &NewRow) -> Option<Below> {
    if row.table != Table::Findings {
        return None;
    }
    let mut frameworks = open.frameworks.iter();
    let of_norm = frameworks.find(|(framework, _)| framework.criterion(&row.parent).is_some());
    let is = |entry: &&Entry| entry.table == Table::Norms && entry.code == row.parent;
    let own = open.entries.iter().find(is).map(|entry| entry.file);
    Some(match of_norm {
        Some((_, file)) => (own.unwrap_or(*file), "criteria", row.parent.clone()),
        None => (open.question_file?, "sub-questions", row.parent.clone()),
    })
}

/// The key with the codes of entries.
fn code_key(table: Table) -> &'static str {
    let own = table.columns().iter().find(|column| matches!(column.content, Content::Code));
    own.map_or("id", |column| column.key)
}

/// A new entry with its keys, in the order of the columns.
fn entry(row: &NewRow, code: &str) -> Value {
    let key = code_key(row.table).to_owned();
    let mut pairs = vec![(key, Value::Text(code.to_owned()))];
    let values = row.values.iter();
    pairs
        .extend(values.filter_map(|(column, typed)| Some((column.key.to_owned(), typed.value()?))));
    Value::Map(pairs)
}

/// A new entry in words.
fn told(row: &NewRow, code: &str) -> String {
    let first = row.values.iter().find_map(|(column, typed)| match (column.key, typed) {
        ("condition" | "title" | "remark", Typed::Text(text)) => Some(text.clone()),
        _ => None,
    });
    match shown(&first.unwrap_or_default()) {
        Fact::Text(text) => format!("{code}: {text}"),
        _ => code.to_owned(),
    }
}

/// The last key of an entry that comes before a column.
fn key_before(entry: &Entry, column: &Column) -> &'static str {
    let columns = entry.table.columns().iter();
    let before = columns.take_while(|own| own.key != column.key);
    let has = |key: &str| !key.is_empty() && entry.node.as_ref().is_some_and(|n| n.has(key));
    before.filter(|own| has(own.key)).last().map_or("id", |own| own.key)
}
