//! What a project changes in the files of a case.

use super::evidence::{Records, stem};
use super::groups::{Group, groups};
use super::guarded::{Guarded, Known};
use super::keys::{NewNames, new_names};
use super::mapping::{Target, targets};
use super::place::{Place, together};
use super::project::Passage;
use super::spoken::telling_codes;
use super::taking::{Leaving, Taking, in_locator, passages_of};
use super::xml::one_line;
use crate::diagnostics::{CONFIDENTIAL, Code, Diagnostic, PASSAGES, Phrase, phrase, portable};
use crate::load::edit::{self, Step, Value};
use crate::load::loader::Loader;
use crate::load::parts::parts;
use crate::load::revise::Revision;
use crate::model::{Case, Finding, Protected, Source, SourceKind};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The changes that a project makes in a case.
#[derive(Default)]
pub struct QdaPlan {
    pub revisions: Vec<Revision>,
    /// New files, with their texts.
    pub new: Vec<(PathBuf, String)>,
    /// The names that are new in the key file.
    pub names: Protected,
    /// What comes into files that git keeps.
    pub leaving: Vec<Leaving>,
    pub notes: Vec<Phrase>,
}

impl Loader {
    pub(super) fn plan(&mut self, mut taking: Taking<'_>, mut guarded: Guarded) -> Option<QdaPlan> {
        let mapped = self.mapping(&taking, &guarded)?;
        let notes = std::mem::take(&mut taking.notes);
        let mut plan = QdaPlan { notes, ..QdaPlan::default() };
        let groups = groups(&taking, &guarded, &mapped, &mut plan.notes);
        let many: usize = groups.iter().flat_map(|g| g.passages.values()).map(Vec::len).sum();
        // What becomes too large is not made first.
        let words = groups
            .iter()
            .flat_map(|g| g.passages.values().flatten())
            .filter_map(|p| p.words.as_ref());
        let bytes = guarded.text.len() + words.map(String::len).sum::<usize>();
        let few = self.is_few(&taking, many + guarded.passages.len());
        if !few || !self.is_small(&passages_of(taking.folder), bytes) {
            return None;
        }
        let used: BTreeSet<usize> =
            groups.iter().flat_map(|group| group.passages.keys().copied()).collect();
        let mut records: BTreeMap<String, Records> = BTreeMap::new();
        let remembered = self.add_groups(&taking, &guarded, &groups, &mut records)?;
        plan.leaving.extend(groups.iter().map(|group| group.mapped.leaving()));
        let quoted = self.add_quotes(&taking, &guarded, &mut records, &mut plan)?;
        let documents = used.iter().filter_map(|at| guarded.documents.get(*at));
        self.add_sources(&taking, (&guarded, documents.clone()), &mut plan)?;
        plan.notes.extend(nameless(documents.clone()));
        let names = match many {
            0 => NewNames::default(),
            _ => new_names(&taking, &guarded, documents),
        };
        self.add_names(&taking, &names, &mut plan)?;
        let said = [(!names.is_empty(), "key-file"), (!remembered.is_empty(), "passages-file")];
        let said: Vec<&str> = said.into_iter().filter(|(is, _)| *is).map(|(_, key)| key).collect();
        self.say_guarded(&taking, &said, &mut plan)?;
        for mut records in records.into_values() {
            self.add_findings(&mut records);
            match records.done() {
                Ok(revision) => plan.revisions.extend(revision),
                Err(new) => plan.new.push(new),
            }
        }
        self.remember(&taking, &mut guarded, (remembered, quoted), &mut plan)?;
        if many > 0 {
            let own = groups.iter().flat_map(|g| g.passages.values().flatten());
            let own: BTreeSet<&str> = own.map(|passage| passage.guid.as_str()).collect();
            let note = phrase("qda-taken").with("count", own.len());
            plan.notes.push(note.with("findings", groups.len()));
        }
        plan.names = names.protected;
        plan.names.also.extend(telling_codes(&taking.project, &guarded));
        self.check_sizes(&plan);
        (!self.report.has_errors()).then_some(plan)
    }

    /// Adds the evidence of all groups, and gives what the guarded file remembers of it.
    fn add_groups(
        &mut self,
        taking: &Taking<'_>,
        guarded: &Guarded,
        groups: &[Group<'_>],
        records: &mut BTreeMap<String, Records>,
    ) -> Option<Vec<Value>> {
        let mut ids = ids(&taking.case);
        // A code of which the passages are known is not given to another finding.
        ids.extend(guarded.passages.iter().map(|passage| passage.finding.clone()));
        let mut remembered = Vec::new();
        for group in groups {
            let finding = finding(group, guarded, &taking.case, &mut ids);
            let mut evidence = Vec::new();
            for (at, passages) in &group.passages {
                let code = guarded.documents.get(*at).and_then(|document| document.code.clone());
                let code = code.unwrap_or_default();
                let places = together(passages.iter().map(|passage| &passage.place));
                evidence.push(source(&code, &places, &group.mapped.path, None));
                let one = |passage: &&Passage| memory(passage, group, (&code, &finding));
                remembered.extend(passages.iter().map(one));
            }
            let many: usize = group.passages.values().map(Vec::len).sum();
            let shown = format!(
                "{} {finding}: {} ({many}, code {})",
                group.target.id,
                group.documents(guarded),
                group.mapped.path
            );
            let file = self.file_of(taking, (group.target, &finding), records)?;
            self.add_evidence(file, (&group.target.id, &finding), &evidence, shown);
        }
        Some(remembered)
    }

    /// The file in which a finding of a norm or sub-question stands, or will stand.
    fn file_of<'r>(
        &mut self,
        taking: &Taking<'_>,
        (target, finding): (&Target, &str),
        records: &'r mut BTreeMap<String, Records>,
    ) -> Option<&'r mut Records> {
        let framework = target.file.trim_start_matches("findings/").trim_end_matches(".yaml");
        let files = match target.list {
            "criteria" => parts(taking.folder, framework),
            _ => vec![target.file.clone()],
        };
        for file in &files {
            if !records.contains_key(file) {
                let target = Target { file: file.clone(), ..target.clone() };
                let opened = self.records_of(taking.folder, &target)?;
                records.insert(file.clone(), opened);
            }
        }
        // The file that has the finding, else the one that has the norm, else the first.
        let fits = |file: &&String| {
            records.get(*file).map_or(0, |records| records.fits(&target.id, finding))
        };
        let file = files.iter().rev().max_by_key(fits)?;
        records.get_mut(file)
    }

    /// Adds the passages that the researchers want to quote, where that is allowed, and gives what
    /// the guarded file remembers of it. What was quoted before is for the researchers to change.
    fn add_quotes(
        &mut self,
        taking: &Taking<'_>,
        guarded: &Guarded,
        records: &mut BTreeMap<String, Records>,
        plan: &mut QdaPlan,
    ) -> Option<Vec<Value>> {
        let all = targets(&taking.case);
        let (mut quoted, mut changed) = (Vec::new(), 0);
        for passage in &guarded.passages {
            let Some(place) = passage.quote else { continue };
            let code = &passage.source;
            if !taking.case.source(code).is_some_and(Source::may_be_quoted) {
                let diagnostic = Diagnostic::at(Code::QdaNoConsent, place);
                self.report.push(diagnostic.with("source", code));
                continue;
            }
            let words = one_line(&passage.text);
            let finding = findings(&taking.case).find(|(_, f)| f.id == passage.finding);
            let Some((target, finding)) = finding.filter(|_| !words.is_empty()) else { continue };
            let is_there = finding.evidence.iter().any(|e| e.quote.as_deref() == Some(&words));
            if guarded.quoted.contains(&(passage.finding.clone(), passage.guid.clone())) {
                changed += usize::from(!is_there);
                continue;
            }
            let pair = |key: &str, text: &str| (key.to_owned(), Value::Text(text.to_owned()));
            let own = [pair("finding", &passage.finding), pair("guid", &passage.guid)];
            quoted.push(Value::Map(own.to_vec()));
            if is_there {
                continue;
            }
            let text = format!("{code} ‘{words}’");
            plan.leaving.push(Leaving { kind: "quote", text, span: place });
            let known = all.iter().find(|(known, _)| known.id == target);
            let Some((target, _)) = known else { continue };
            let evidence = source(code, &passage.place, &passage.code, Some(words.clone()));
            let file = self.file_of(taking, (target, &passage.finding), records)?;
            let shown = format!("{} {}: {code} ‘{words}’", target.id, passage.finding);
            self.add_evidence(file, (&target.id, &passage.finding), &[evidence], shown);
        }
        if changed > 0 {
            plan.notes.push(phrase("qda-quoted").with("count", changed).with("path", PASSAGES));
        }
        Some(quoted)
    }

    /// Adds the documents that the case does not have as sources.
    fn add_sources<'k>(
        &mut self,
        taking: &Taking<'_>,
        (guarded, documents): (&Guarded, impl Iterator<Item = &'k Known>),
        plan: &mut QdaPlan,
    ) -> Option<()> {
        let mut file = self.opened("sources.yaml", taking.folder)?;
        let place = file.read.node.span;
        let mut added = BTreeSet::new();
        for document in documents {
            let code = document.code.clone().unwrap_or_default();
            if taking.case.source(&code).is_some() || !added.insert(code.clone()) {
                continue;
            }
            // It was a source before, and has another code now, or was removed.
            if let Some(span) = document.span.filter(|_| guarded.has_taken_from(&code)) {
                let diagnostic = Diagnostic::at(Code::QdaRefused, span).with("source", &code);
                self.report.push(diagnostic.with("problem", "gone"));
                continue;
            }
            plan.leaving.extend(document.leaving());
            let kind = document.kind.map_or("", SourceKind::key);
            let item = Value::Map(vec![
                ("code".to_owned(), Value::Text(code.clone())),
                ("kind".to_owned(), Value::Plain(kind.to_owned())),
                ("title".to_owned(), Value::Text(document.title.clone())),
            ]);
            let shown = format!("{code} {kind}: {}", document.title);
            self.add(&mut file, ("sources", place), (&item, shown));
        }
        plan.revisions.extend(file.revision());
        Some(())
    }

    /// Adds names to the key file.
    fn add_names(
        &mut self,
        taking: &Taking<'_>,
        names: &NewNames,
        plan: &mut QdaPlan,
    ) -> Option<()> {
        if names.is_empty() {
            return Some(());
        }
        plan.notes.push(names.told());
        let path = taking.folder.join(CONFIDENTIAL);
        let file = match path.symlink_metadata() {
            Err(_) => None,
            Ok(_) => Some(self.opened(CONFIDENTIAL, taking.folder)?),
        };
        let Ok(text) = names.added(file.as_ref().map(|file| file.text.as_str())) else {
            self.not_editable(portable(path));
            return None;
        };
        match file {
            Some(file) => plan.revisions.push(unnamed(file.rewritten(text, String::new()))),
            None => plan.new.push((path, text)),
        }
        Some(())
    }

    /// Says in the case which files it has that git does not keep.
    fn say_guarded(
        &mut self,
        taking: &Taking<'_>,
        keys: &[&'static str],
        plan: &mut QdaPlan,
    ) -> Option<()> {
        let mut case = self.opened("case.yaml", taking.folder)?;
        let node = &case.read.node;
        let above = ["key-file", "frameworks"].into_iter().find(|key| node.has(key));
        let new: Vec<&str> = keys.iter().copied().filter(|key| !node.has(key)).collect();
        // Each comes behind the same key, so the last is added first.
        for key in new.into_iter().rev() {
            let (place, yes) = (case.read.node.span, Value::Plain("true".to_owned()));
            let done = edit::insert(&case.text, &[], key, &yes, above);
            self.take(&mut case, done, place, (None, format!("{key}: true")));
        }
        plan.revisions.extend(case.revision());
        Some(())
    }

    /// Adds to the guarded file what was taken over.
    fn remember(
        &mut self,
        taking: &Taking<'_>,
        guarded: &mut Guarded,
        (remembered, quoted): (Vec<Value>, Vec<Value>),
        plan: &mut QdaPlan,
    ) -> Option<()> {
        let path = passages_of(taking.folder);
        let lists = [("passages", "documents", remembered), ("quoted", "passages", quoted)];
        for (key, above, items) in lists.into_iter().filter(|(.., items)| !items.is_empty()) {
            let done = edit::extend(&guarded.text, &[Step::Key(key)], &items).or_else(|_| {
                edit::insert(&guarded.text, &[], key, &Value::List(items), Some(above))
            });
            let Ok(text) = done else {
                self.not_editable(portable(path));
                return None;
            };
            guarded.text = text;
        }
        match guarded.file.take() {
            Some(file) if file.text != guarded.text => {
                let text = std::mem::take(&mut guarded.text);
                plan.revisions.push(unnamed(file.rewritten(text, String::new())));
            }
            Some(_) => {}
            None => plan.new.push((path, std::mem::take(&mut guarded.text))),
        }
        Some(())
    }

    fn not_editable(&mut self, path: String) {
        let diagnostic = Diagnostic::of_file(Code::NotEditable, path);
        self.report.push(diagnostic.with("reason", phrase("edit-other")));
    }
}

/// A change of a file that no message says anything of.
fn unnamed(revision: Revision) -> Revision {
    Revision { changes: Vec::new(), ..revision }
}

/// The findings of a case, each with its norm or sub-question.
fn findings(case: &Case) -> impl Iterator<Item = (&str, &Finding)> {
    let norms = case.records.values();
    let norms = norms.flat_map(|record| {
        record.findings.iter().map(|finding| (record.criterion.value.as_str(), finding))
    });
    let questions = case.study.sub_questions.iter();
    norms.chain(questions.flat_map(|q| q.findings.iter().map(|finding| (q.id.as_str(), finding))))
}

fn ids(case: &Case) -> BTreeSet<String> {
    findings(case).map(|(_, finding)| finding.id.clone()).collect()
}

/// The finding of earlier passages of a group, if it is still at its norm; else a new one.
fn finding(
    group: &Group<'_>,
    guarded: &Guarded,
    case: &Case,
    ids: &mut BTreeSet<String>,
) -> String {
    let own = findings(case).filter(|(target, _)| *target == group.target.id);
    let own: BTreeSet<&str> = own.map(|(_, finding)| finding.id.as_str()).collect();
    let all = guarded.passages.iter();
    let same = all.filter(|passage| group.mapped.is_of(passage) && passage.to == group.target.id);
    let same = same.map(|passage| &passage.finding);
    let mut known = same.filter(|id| own.contains(id.as_str())).cloned();
    let stem = stem(&group.target.id);
    let mut new = (1..).map(|number: u32| format!("{stem}-{number}"));
    let id = known.next().or_else(|| new.find(|id| !ids.contains(id))).unwrap_or_default();
    ids.insert(id.clone());
    id
}

/// What is told of conversations that nobody is named to have taken part in.
fn nameless<'k>(documents: impl Iterator<Item = &'k Known>) -> Option<Phrase> {
    let nameless = documents.filter(|document| document.is_nameless());
    let codes: Vec<&str> = nameless.filter_map(|document| document.code.as_deref()).collect();
    let note = phrase("qda-nameless").with("codes", codes.join(", ")).with("path", PASSAGES);
    (!codes.is_empty()).then_some(note)
}

/// A piece of evidence: a source, where in it, and the code.
fn source(source: &str, place: &str, code: &str, quote: Option<String>) -> Value {
    let mut pairs = vec![
        ("source".to_owned(), Value::Text(source.to_owned())),
        ("locator".to_owned(), Value::Text(format!("{place} {}", in_locator(code)))),
    ];
    pairs.extend(quote.map(|quote| ("quote".to_owned(), Value::Text(quote))));
    Value::Map(pairs)
}

/// What the guarded file remembers of a passage.
fn memory(passage: &Passage, group: &Group<'_>, (source, finding): (&str, &str)) -> Value {
    let Passage { guid, place, words, .. } = passage;
    let place: &Place = place;
    let pair = |key: &str, text: &str| (key.to_owned(), Value::Text(text.to_owned()));
    let mut pairs = vec![
        pair("source", source),
        pair("code", &group.mapped.path),
        pair("to", &group.target.id),
        pair("finding", finding),
        pair("place", &place.to_string()),
    ];
    pairs.extend(words.as_ref().map(|words| pair("text", words)));
    pairs.push(pair("guid", guid));
    pairs.extend(group.mapped.guid_in(passage).map(|guid| pair("code-guid", guid)));
    Value::Map(pairs)
}
