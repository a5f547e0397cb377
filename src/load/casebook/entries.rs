//! The entries of a case as rows of cells.

use super::columns::{Column, Content, Table, label};
use crate::diagnostics::{Code, Diagnostic};
use crate::load::edit::Step;
use crate::load::loader::Loader;
use crate::load::parts::parts;
use crate::load::revise::Opened;
use crate::load::yaml::tree::{Kind, Node};
use crate::model::{Criterion, Framework, Level, Measure, PartialDate};
use crate::text::one_line;
use chrono::Datelike as _;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// An entry of a case: a row of a sheet.
pub struct Entry {
    pub table: Table,
    /// Its file, by its place among those of the case.
    pub file: usize,
    /// The way to it in that file.
    pub way: Vec<Step<'static>>,
    /// `None` for a norm that its file does not mention yet.
    pub node: Option<Node>,
    pub code: String,
    /// The code of the norm or sub-question of a finding.
    pub parent: String,
}

/// A case whose files are open for changes.
pub struct OpenCase {
    pub files: Vec<Opened>,
    pub entries: Vec<Entry>,
    /// The frameworks with the norms that the case chose, and the first file of findings of each.
    pub frameworks: Vec<(Arc<Framework>, usize)>,
    /// The code and the text of each sub-question, and the file of their findings.
    pub questions: Vec<(String, String)>,
    pub question_file: Option<usize>,
    pub title: String,
    /// The date of the report: year, month and day.
    pub date: (i32, u32, u32),
    /// Lists that got their first entry by an edit.
    pub added: BTreeSet<&'static str>,
}

impl Loader {
    /// Opens the files of a case. `None` if one of them is not valid YAML, or two entries have one
    /// code; why, is reported.
    pub(super) fn open_case(&mut self, folder: &Path) -> Option<OpenCase> {
        let case = self.opened("case.yaml", folder)?;
        let raw = self.raw_shared(&case.read, folder)?;
        let used = self.chosen(&raw);
        let whole = self.quietly_shared(case.read.node.clone(), folder);
        let study = whole.get("study");
        let title = study.and_then(|study| study.get("title")).and_then(Node::text);
        let questions = study.and_then(|study| study.get("sub-questions"));
        let questions = items(questions).filter_map(|question| {
            let text = |key| question.get(key).and_then(Node::text).map(str::to_owned);
            Some((text("id")?, text("question").unwrap_or_default()))
        });
        let mut open = OpenCase {
            title: title.unwrap_or_default().to_owned(),
            date: date(study),
            added: BTreeSet::new(),
            questions: questions.collect(),
            files: Vec::new(),
            entries: Vec::new(),
            frameworks: Vec::new(),
            question_file: None,
        };
        for used in used {
            let first = open.files.len();
            let names = parts(folder, &used.framework.id);
            for name in names.iter().filter(|name| folder.join(name).exists()) {
                open.files.push(self.opened(name, folder)?);
                open.add_norms();
            }
            if open.files.len() > first {
                open.frameworks.push((used.framework, first));
                open.add_unmentioned();
            }
        }
        let name = "findings/sub-questions.yaml";
        if folder.join(name).exists() {
            open.question_file = Some(open.files.len());
            open.files.push(self.opened(name, folder)?);
            open.add_below("sub-questions");
        }
        if folder.join("sources.yaml").exists() {
            open.files.push(self.opened("sources.yaml", folder)?);
            open.add_list(Table::Sources, "sources", "code");
        }
        open.files.push(case);
        open.add_list(Table::Conclusions, "conclusions", "id");
        open.add_list(Table::Recommendations, "recommendations", "id");
        if folder.join("hearing.yaml").exists() {
            open.files.push(self.opened("hearing.yaml", folder)?);
            open.add_list(Table::Remarks, "remarks", "id");
        }
        let mut known = BTreeSet::new();
        for entry in &open.entries {
            if let Some(node) = &entry.node
                && !known.insert((entry.table, entry.code.to_lowercase()))
            {
                let diagnostic = Diagnostic::at(Code::DuplicateId, node.span);
                let place = entry.table.name().to_lowercase();
                self.report.push(diagnostic.with("value", &entry.code).with("where", place));
            }
        }
        (!self.report.has_errors()).then_some(open)
    }
}

impl OpenCase {
    /// The entries of a list of the last file.
    fn add_list(&mut self, table: Table, list: &'static str, code: &str) {
        let file = self.files.len().saturating_sub(1);
        let Some(read) = self.files.last().map(|file| &file.read) else { return };
        for (at, node) in items(read.node.get(list)).enumerate() {
            let Some(code) = node.get(code).and_then(Node::text) else { continue };
            let way = vec![Step::Key(list), Step::Item(at)];
            let (node, code) = (Some(node.clone()), code.to_owned());
            self.entries.push(Entry { table, file, way, node, code, parent: String::new() });
        }
    }

    /// The findings below the items of a list of the last file.
    fn add_below(&mut self, list: &'static str) {
        let file = self.files.len().saturating_sub(1);
        let Some(read) = self.files.last().map(|file| &file.read) else { return };
        for (above, record) in items(read.node.get(list)).enumerate() {
            let Some(parent) = record.get("id").and_then(Node::text) else { continue };
            for (at, node) in items(record.get("findings")).enumerate() {
                let Some(code) = node.get("id").and_then(Node::text) else { continue };
                let way =
                    vec![Step::Key(list), Step::Item(above), Step::Key("findings"), Step::Item(at)];
                let (parent, code, node) = (parent.to_owned(), code.to_owned(), node.clone());
                let table = Table::Findings;
                self.entries.push(Entry { table, file, way, node: Some(node), code, parent });
            }
        }
    }

    /// The norms of the last file with their findings. What another file of the framework says of
    /// them already is one row.
    fn add_norms(&mut self) {
        let file = self.files.len().saturating_sub(1);
        self.add_list(Table::Norms, "criteria", "id");
        let earlier = |entry: &Entry| entry.table == Table::Norms && entry.file < file;
        let known: BTreeSet<String> =
            self.entries.iter().filter(|e| earlier(e)).map(|e| e.code.clone()).collect();
        let again =
            |e: &Entry| e.table == Table::Norms && e.file == file && known.contains(&e.code);
        self.entries.retain(|entry| !again(entry));
        self.add_below("criteria");
    }

    /// The norms of the last framework that its files do not mention.
    fn add_unmentioned(&mut self) {
        let Some((framework, file)) = self.frameworks.last().cloned() else { return };
        let there = |entry: &Entry, id: &str| entry.table == Table::Norms && entry.code == id;
        for criterion in &framework.criteria {
            if !self.entries.iter().any(|entry| there(entry, &criterion.id)) {
                let (way, code) = (vec![Step::Key("criteria")], criterion.id.clone());
                let (table, parent) = (Table::Norms, String::new());
                self.entries.push(Entry { table, file, way, node: None, code, parent });
            }
        }
    }

    /// The norm with this code.
    pub fn criterion(&self, code: &str) -> Option<&Criterion> {
        self.frameworks.iter().find_map(|(framework, _)| framework.criterion(code))
    }

    /// Whether the case has a source with this code.
    pub fn has_source(&self, code: &str) -> bool {
        self.entries.iter().any(|entry| entry.table == Table::Sources && entry.code == code)
    }

    /// The codes of norms and sub-questions that a finding can belong to.
    pub fn parents(&self) -> Vec<String> {
        let criteria = self.frameworks.iter().flat_map(|(framework, _)| &framework.criteria);
        let asked = self.question_file.map(|_| &self.questions).into_iter().flatten();
        criteria.map(|c| c.id.clone()).chain(asked.map(|(code, _)| code.clone())).collect()
    }

    /// The text of a cell.
    pub fn cell(&self, entry: &Entry, column: &Column) -> String {
        let of = if entry.table == Table::Norms { &entry.code } else { &entry.parent };
        let value = || entry.node.as_ref()?.get(column.key);
        let typed = || value().and_then(Node::text).unwrap_or_default().trim_end().to_owned();
        match column.content {
            Content::Code => entry.code.clone(),
            Content::Parent => entry.parent.clone(),
            Content::Norm => self.norm(of),
            Content::Levels => self.criterion(of).map(meanings).unwrap_or_default(),
            Content::Word(_) => label(&typed()).to_owned(),
            Content::Text | Content::Level | Content::Date | Content::Number | Content::Whole => {
                typed()
            }
            Content::Codes => {
                let codes: Vec<&str> = items(value()).filter_map(Node::text).collect();
                codes.join(", ")
            }
            Content::Points => value().map(points).unwrap_or_default(),
            Content::Evidence => {
                let lines: Vec<String> = items(value()).map(evidence).collect();
                lines.join("\n")
            }
        }
    }

    /// What a norm asks, or a sub-question.
    fn norm(&self, code: &str) -> String {
        let question = self.questions.iter().find(|(own, _)| own == code);
        match self.criterion(code) {
            Some(criterion) => criterion.norm.clone(),
            None => question.map(|(_, text)| text.clone()).unwrap_or_default(),
        }
    }
}

/// The date of a study; that of a file without one is the first that Excel knows.
fn date(study: Option<&Node>) -> (i32, u32, u32) {
    let typed = study.and_then(|study| study.get("date")).and_then(Node::text);
    let date = typed.and_then(|date| date.trim().parse::<PartialDate>().ok());
    date.map_or((1900, 1, 1), |date| {
        (date.first().year(), date.first().month(), date.first().day())
    })
}

/// The items of a list; none for anything else.
pub fn items(node: Option<&Node>) -> impl Iterator<Item = &Node> {
    let items = node.map(|node| match &node.kind {
        Kind::List(items) => items.as_slice(),
        _ => &[],
    });
    items.unwrap_or_default().iter()
}

/// The meaning of each level of a norm, a line each, from high to low; of a checklist its points.
fn meanings(criterion: &Criterion) -> String {
    let lines: Vec<String> = match &criterion.measure {
        Measure::Checklist { points, .. } => {
            points.iter().map(|(id, text)| format!("{id}: {text}")).collect()
        }
        Measure::Quantity(quantity) => vec![format!("{} ({})", quantity.name, quantity.unit)],
        Measure::Assessed => {
            let meaning = |level: Level| {
                Some(format!("{}: {}", level.key(), criterion.descriptions.get(&level)?))
            };
            criterion.scale.levels().rev().filter_map(meaning).collect()
        }
    };
    lines.join("\n")
}

fn points(node: &Node) -> String {
    let Kind::Mapping(pairs) = &node.kind else { return String::new() };
    let line = |(key, value): &(Node, Node)| {
        Some(format!("{}: {}", key.text()?, value.text().unwrap_or_default()).trim_end().to_owned())
    };
    pairs.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}

/// A source as a line of a cell.
pub fn evidence(node: &Node) -> String {
    let text = |key| node.get(key).and_then(Node::text).unwrap_or_default();
    let mut line = text("source").to_owned();
    if !text("stance").is_empty() {
        line.push_str(&format!(" ({})", label(text("stance"))));
    }
    let locator = one_line(text("locator"));
    if !locator.is_empty() {
        line.push_str(&format!(": {locator}"));
    }
    line
}
