//! Reads the files of a case and of its frameworks, and assembles the case.

use super::accepted::{self, Things};
use super::body;
use super::case;
use super::copies::entries;
use super::decision;
use super::findings::{self, Known};
use super::folder::name_of;
use super::follow_up;
use super::loader::{Loader, cx};
use super::no_case::no_case;
use super::parts::parts;
use super::peers;
use super::pictures;
use super::procedure::{self, only_planned};
use super::publication;
use super::raw::case::{RawCase, RawSources, RawSubFindings};
use super::raw::{Context, Raw};
use super::reactions;
use super::reading::{Files, Read};
use super::records::no_records;
use super::references::References;
use super::sources;
use super::values::Ids;
use crate::diagnostics::{Code, Diagnostic, portable};
use crate::model::{
    BodyKind, Case, Chosen, CriterionRecord, Framework, Protected, Source, SubQuestion,
};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The parts of a case that are available before its `case.yaml` is validated.
struct Parts<'a> {
    name: String,
    /// Whether there is only a plan.
    planned: bool,
    frameworks: Vec<Arc<Framework>>,
    chosen: Vec<Chosen>,
    records: BTreeMap<String, CriterionRecord>,
    protected: Protected,
    known: Known<'a>,
    sub: Option<Read>,
}

impl Loader {
    /// The case in a folder. `None` where something essential is missing or wrong; other problems
    /// are in the report, and the case is then otherwise complete.
    pub fn case(&mut self, folder: &Path) -> Option<Case> {
        let name = name_of(folder);
        self.suppressed.clear();
        if !folder.join("case.yaml").is_file() {
            self.report.push(no_case(folder));
            return None;
        }
        let mut files = Files { folder, hashes: BTreeMap::new() };
        let case_file = self.part("case.yaml", &mut files);
        let case_file = case_file.and_then(|read| self.with_shared(read, &mut files));
        let raw_case = case_file.and_then(|r| Some((self.raw::<RawCase>(&r)?, r)));
        let planned = raw_case.as_ref().is_some_and(|(raw, _)| only_planned(raw, folder));
        let no_sources = planned && !folder.join("sources.yaml").exists();
        let sources_file = match no_sources {
            true => self.missing_yet("sources.yaml", folder),
            false => self.part("sources.yaml", &mut files),
        };
        let whole_sources = no_sources || sources_file.as_ref().is_some_and(|read| read.whole);
        let sources = sources_file.and_then(|r| self.sources_of(&r));
        if (sources.is_none() && !no_sources) || !whole_sources {
            self.suppressed.push(Code::UnknownSource);
        }
        let sources = sources.unwrap_or_default();
        let Some((raw, read)) = raw_case else {
            self.look_at_rest(&mut files);
            self.keep_sound();
            return None;
        };
        self.suppress_references(&read);
        let codes: Vec<&str> = sources.iter().map(|s| s.code.as_str()).collect();
        let used = self.chosen(&raw);
        let frameworks: Vec<Arc<Framework>> = used.iter().map(|u| u.framework.clone()).collect();
        let many = raw.frameworks.as_ref().map_or(0, |l| l.items.len());
        if frameworks.len() < many || raw.frameworks.is_none() {
            self.suppressed.extend([Code::UnknownCriterion, Code::UnknownFinding]);
        }
        if raw.study.is_none() {
            self.suppressed.push(Code::UnknownSubQuestion);
            self.suppressed.push(Code::UnknownFinding);
        }
        let mut known = Known { sources: codes.clone(), findings: Ids::default() };
        let mut records = BTreeMap::new();
        for used in &used {
            let names = parts(folder, &used.whole.id);
            if planned {
                names.iter().for_each(|name| _ = self.missing_yet(name, folder));
                no_records(used, read.file, &mut records);
                continue;
            }
            // A file with the other ending is not missing; all such names are reported together.
            let other = |name: &String| {
                folder.join(name).with_extension("yml").exists() && !folder.join(name).exists()
            };
            let there = names.iter().filter(|name| !other(name));
            let found: Vec<Read> = there.filter_map(|n| self.part(n, &mut files)).collect();
            let all = found.len() == names.len();
            self.records(used, (&found, all), &mut known, &mut records, read.file);
        }
        let sub_file = "findings/sub-questions.yaml";
        let there = folder.join(sub_file).exists();
        let sub = if there { self.file(sub_file, &mut files) } else { None };
        if there && sub.is_none() {
            self.suppressed.push(Code::UnknownFinding);
        }
        let complete = frameworks.len() == many && many > 0 && read.whole;
        self.strays(folder, complete.then_some(&frameworks));
        self.misnamed_names(folder);
        let protected = self.protected(folder, Some(&codes));
        let said = [raw.key_file.as_ref(), raw.passages_file.as_ref()];
        self.guarded_files_said(folder, said, &protected);
        let chosen = used.into_iter().map(|used| used.chosen).collect();
        let parts = Parts { name, planned, frameworks, chosen, records, protected, known, sub };
        let case = self.assemble(raw, parts, sources.clone(), &mut files);
        self.keep_sound();
        let complete = self.suppressed.is_empty();
        case.filter(|_| complete).map(|case| Case { hashes: files.hashes, ..case })
    }

    /// Validates the parts of `case.yaml` against everything that they may refer to.
    fn assemble(
        &mut self,
        raw: RawCase,
        mut parts: Parts<'_>,
        sources: Vec<Source>,
        files: &mut Files<'_>,
    ) -> Option<Case> {
        let mut cx = cx!(self);
        let codes = parts.known.sources.clone();
        let mut questions = Ids::default();
        let concluded = raw.conclusions.as_ref().is_some_and(|l| !l.items.is_empty());
        let stage = case::Stage { planned: parts.planned, concluded };
        if raw.conclusions.has_lost() {
            cx.suppressed.push(Code::UnknownConclusion);
        }
        let (mut body, counted) = body::body(raw.municipality, raw.body, &codes, &mut cx).unzip();
        let kind = body.as_ref().map_or_else(BodyKind::default, |body| body.kind);
        let mut study =
            cx.need(raw.study).and_then(|s| case::study(s, stage, &mut questions, &mut cx));
        if let Some(read) = &parts.sub {
            // Done even if the study has errors, because conclusions refer to these findings.
            let asked = study.as_mut().map_or(&mut [][..], |study| &mut study.sub_questions);
            sub_findings(read, asked, &questions, &mut parts.known, &mut cx);
        }
        let frameworks = parts.frameworks;
        let criteria: Vec<&str> =
            frameworks.iter().flat_map(|f| &f.criteria).map(|c| c.id.as_str()).collect();
        let finding_ids = parts.known.findings.known();
        let refs = References { sources: &codes, criteria: &criteria, findings: &finding_ids };
        let mut ids = Ids::default();
        let conclusions = case::conclusions(raw.conclusions, &refs, &mut ids, &mut cx);
        let addressees = case::addressees(kind, raw.addressees, &mut cx);
        let advice = raw.recommendations;
        let recommendations =
            case::recommendations(kind, advice, &addressees, &refs, &ids.known(), &mut cx);
        let observations = case::observations(raw.observations, &refs, &mut cx);
        let own = body.as_ref().map_or("", |body| body.name.as_str());
        let mut found = peers::Found::default();
        let tables = peers::peers(raw.peers, &refs, &frameworks, own, &mut found, &mut cx);
        let earlier = follow_up::named(raw.follow_up.as_ref());
        let follow_up = follow_up::follow_up(raw.follow_up, &refs, &mut cx);
        let context = case::indicators(raw.context_indicators, &codes, &mut cx);
        let advice: Vec<&str> = recommendations.iter().map(|r| r.id.as_str()).collect();
        reactions::check(raw.response.as_ref(), raw.afterword.as_ref(), &advice, &mut cx);
        let response = raw.response.and_then(|r| reactions::response(r, &advice, &mut cx));
        let afterword = reactions::afterword(raw.afterword, &advice, &mut cx);
        let report = study.as_ref().filter(|_| !parts.planned).map(|study| study.date);
        let plan = raw.plan.known().map(|plan| procedure::plan(plan, report, &mut cx));
        let proposal = procedure::proposal(raw.proposal, report, &advice, &mut cx);
        let dossier = sources::located(raw.dossier, &mut cx);
        let published = raw.publication.known();
        let publication =
            published.map(|p| publication::publication(p, &mut cx)).unwrap_or_default();
        let report_date = study.as_ref().map(|study| study.date);
        let answered = response.as_ref().and_then(|response| response.date);
        let decision = raw
            .decision
            .and_then(|d| decision::decision(d, report_date, answered, &advice, &mut cx));
        let things = Things {
            frameworks: &frameworks,
            known: &refs,
            study: study.as_ref(),
            conclusions: &conclusions,
            recommendations: &recommendations,
        };
        let accepted = accepted::accepted(raw.accepted, &things, &mut cx);
        let pictures = pictures::pictures(raw.pictures, &mut cx);
        let date = study.as_ref().map(|study| study.date);
        self.hold_against_earlier(earlier, date, files.folder);
        self.pictures.extend(pictures.iter().cloned());
        let hearing = self.hearing(&refs, files);
        if self.only_checks {
            self.dossier(files.folder, dossier.as_ref(), &sources);
        }
        if let Some((body, counted)) = body.as_mut().zip(counted.flatten()) {
            self.inhabitants(counted, body, files);
        }
        let own = body.as_ref().map_or("", |body| body.name.as_str());
        let code = body.as_ref().and_then(|body| body.code.as_deref());
        self.peers_of_tables(tables, &frameworks, (kind, own, code), &mut found, files);
        self.peers_from(raw.peers_from, &refs, &frameworks, own, &mut found, files);
        Some(Case {
            name: parts.name,
            body: body?,
            study: study?,
            records: parts.records,
            sources,
            conclusions,
            recommendations,
            observations,
            follow_up,
            peers: found.sets(),
            context,
            response,
            decision,
            afterword,
            hearing,
            plan,
            proposal,
            dossier,
            publication,
            accepted,
            pictures,
            protected: parts.protected,
            hashes: BTreeMap::new(),
            chosen: parts.chosen,
            frameworks,
        })
    }

    /// Says that a file of a case is not there yet.
    fn missing_yet(&mut self, name: &str, folder: &Path) -> Option<Read> {
        let path = portable(folder.join(name));
        self.report.push(Diagnostic::of_file(Code::PartToCome, path).with("value", name));
        None
    }

    fn sources_of(&mut self, read: &Read) -> Option<Vec<Source>> {
        let mut cx = cx!(self);
        let raw = RawSources::read(&read.node, &mut cx);
        raw.map(|raw| sources::sources(raw, &mut cx))
    }

    /// Parses the other files of a case whose `case.yaml` is broken, for their own syntax errors.
    fn look_at_rest(&mut self, files: &mut Files<'_>) {
        for name in entries(&files.folder.join("findings")) {
            if name.ends_with(".yaml") {
                self.file(&format!("findings/{name}"), files);
            }
        }
        self.strays(files.folder, None);
        self.misnamed_names(files.folder);
        self.protected(files.folder, None);
    }
}

fn sub_findings(
    read: &Read,
    questions: &mut [SubQuestion],
    ids: &Ids,
    known: &mut Known<'_>,
    cx: &mut Context<'_>,
) {
    let raw = RawSubFindings::read(&read.node, cx);
    let list = raw.and_then(|r| cx.need(r.sub_questions));
    if list.as_ref().is_none_or(|l| !l.whole) {
        cx.suppressed.push(Code::UnknownFinding);
    }
    for item in list.into_iter().flat_map(|l| l.items) {
        if item.findings.has_lost() {
            cx.suppressed.push(Code::UnknownFinding);
        }
        let id = cx.value(item.id);
        let id = cx.reference(id, &ids.known(), Code::UnknownSubQuestion);
        let found: Vec<_> = item
            .findings
            .into_iter()
            .flat_map(|l| l.items)
            .filter_map(|f| findings::finding(f, None, known, cx))
            .collect();
        if let Some(question) = questions.iter_mut().find(|q| Some(&q.id) == id.as_ref()) {
            question.findings.extend(found);
        }
    }
}
