//! Turns case folders into documents in memory: the steps that `check`, `score` and `nota` share.

use super::behind::recorded;
use super::expanded::with_cases;
use super::filling::Filling;
use super::joint::Joint;
use super::scored::Scored;
use super::{depfile, privacy, states};
use crate::assets::Assets;
use crate::diagnostics::{
    Code, Diagnostic, Fact, Report, Severity, SourceMap, Span, phrase, portable,
};
use crate::editorial::Editor;
use crate::load::{Loader, is_framework_file, is_register_file, study_folder};
use crate::model::{Framework, Located, OwnText, Protected, Status};
use crate::narrative::check_drafts;
use crate::privacy::Guard;
use crate::publish::{self, Typesetter};
use crate::{parallel, reasoning, score};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Number of texts that one thread checks at a time.
const TOGETHER: usize = 1_000;

/// The texts by the researchers of a case.
struct Written {
    texts: Vec<OwnText>,
    /// The names of its criteria, whose words are technical terms.
    terms: Vec<String>,
}

/// All cases of a call, with the problems found in them.
pub struct Prepared {
    /// The cases that could be read and scored.
    pub cases: Vec<Scored>,
    /// The texts of all files that were read.
    pub sources: SourceMap,
    /// The problems found so far.
    pub report: Report,
    /// Every text that users typed, with its place.
    pub texts: Vec<Located<String>>,
    /// For each case folder, the texts by its researchers.
    own: Vec<Written>,
    /// The frameworks that were given as files.
    frameworks: Vec<Arc<Framework>>,
    /// Whether texts for the hearing leave judgements out, where none was sent yet.
    pub without_judgements: bool,
    /// The templates once they are needed; `None` inside if there is an error in one.
    filling: Option<Option<Arc<Filling>>>,
}

/// The assets: files in the working folder override the embedded ones.
pub fn assets() -> Assets {
    Assets::over(Path::new("."))
}

/// Reads and scores cases for publication, and checks their reasoning.
pub fn scored(folders: &[PathBuf]) -> Prepared {
    let mut loader = Loader::new(assets());
    let folders = &with_cases(folders, &mut loader.report);
    let given = Given { folders, joint: &[], registers: &[] };
    scored_by(loader, &given)
}

/// As [`scored`], without publication: a missing key file is only a warning, and a path may also be
/// a file with a framework or a codebook, or a joint study or register, which are checked with their
/// cases.
pub fn checked(paths: &[PathBuf]) -> Prepared {
    let mut loader = Loader::new(assets());
    loader.only_checks = true;
    let (mut folders, mut joint, mut frameworks) = (Vec::new(), Vec::new(), Vec::new());
    let mut registers = Vec::new();
    for path in paths {
        if let Some(study) = Joint::at(path, &mut loader.report) {
            // A pattern such as `*` gives the file and its cases.
            folders.extend(study.cases().filter(|case| !paths.contains(case)).cloned());
            joint.push(study);
        } else if study_folder(path).is_some() {
            let cases = with_cases(std::slice::from_ref(path), &mut loader.report);
            folders.extend(cases.into_iter().filter(|case| !paths.contains(case)));
        } else if is_register_file(path) {
            registers.push(path.clone());
        } else if is_framework_file(path) {
            frameworks.extend(loader.framework_file(path));
        } else {
            folders.push(path.clone());
        }
    }
    let given = Given { folders: &folders, joint: &joint, registers: &registers };
    Prepared { frameworks, ..scored_by(loader, &given) }
}

/// What a call is about.
struct Given<'a> {
    folders: &'a [PathBuf],
    joint: &'a [Joint],
    registers: &'a [PathBuf],
}

fn scored_by(mut loader: Loader, given: &Given<'_>) -> Prepared {
    let &Given { folders, joint, registers } = given;
    let mut cases = Vec::new();
    let mut own = Vec::new();
    for (scored, mut branch) in
        loader.each(folders, |branch, folder| read_and_score(branch, folder))
    {
        loader.told_once(&mut branch);
        let case = scored.iter().map(|s| &s.case);
        let criteria = case.flat_map(|c| &c.frameworks).flat_map(|f| &f.criteria);
        let terms = criteria.map(|c| c.name.clone()).collect();
        own.push(Written { texts: std::mem::take(&mut branch.own), terms });
        let from = loader.texts.len();
        let read = depfile::read(&branch.sources);
        loader.absorb(branch);
        let texts = from..loader.texts.len();
        cases.extend(scored.map(|scored| Scored { texts, read, ..scored }));
    }
    for study in joint {
        study.check(&cases, &mut loader);
        let terms = own.iter().flat_map(|written| written.terms.clone()).collect();
        own.push(Written { texts: std::mem::take(&mut loader.own), terms });
    }
    if !registers.is_empty() {
        states::check(registers, &cases, &mut loader);
        own.push(Written { texts: std::mem::take(&mut loader.own), terms: Vec::new() });
    }
    redaction(&mut loader);
    let Loader { sources, report, texts, .. } = loader;
    Prepared {
        cases,
        sources,
        report,
        texts,
        own,
        frameworks: Vec::new(),
        without_judgements: false,
        filling: None,
    }
}

/// Reads and scores one case; `None` if it cannot be read.
fn read_and_score(loader: &mut Loader, folder: &Path) -> Option<Scored> {
    let Some(mut case) = loader.case(folder) else {
        // A case that cannot be read must have an error, so that none is dropped silently.
        if !loader.report.has_errors() {
            let shown = portable(folder);
            loader.report.push(Diagnostic::of_file(Code::NoCase, shown));
        }
        return None;
    };
    let scorecard = score::score(&case);
    reasoning::check(&case, &scorecard, &mut loader.report);
    // Errors would cause misleading warnings about the reasoning.
    let mut accepted = 0;
    if !loader.report.has_errors() {
        let Loader { sources, report, .. } = loader;
        case.accepted = reasoning::lint(&case, &scorecard, sources, report);
        accepted = case.accepted.len();
    }
    let folders = vec![portable(folder.join("")), "frameworks/".to_owned()];
    let recorded = recorded(folder);
    Some(Scored {
        case,
        scorecard,
        accepted,
        folders,
        recorded,
        read: BTreeSet::new(),
        texts: 0..0,
    })
}

/// Hides the names in key files from every message.
pub fn redaction(loader: &mut Loader) {
    let guard = Guard::of(&loader.secrets, &[]);
    if !guard.is_empty() {
        loader.sources.redact(Arc::new(move |text| guard.finds(text)));
    }
}

impl Prepared {
    /// Whether an error prevents this call from writing anything.
    pub fn has_errors(&self) -> bool {
        self.report.has_errors()
    }

    /// For each case, a guard for the protected names of all others: a document must not contain
    /// them.
    pub fn others(&self) -> Vec<Guard> {
        let towns: Vec<&str> = self.cases.iter().map(|c| c.case.body.name.as_str()).collect();
        let of = |own: usize| {
            let mut protected = Protected::default();
            let others = self.cases.iter().enumerate().filter(|(place, _)| *place != own);
            others.for_each(|(_, other)| protected.extend(other.case.protected.clone()));
            Guard::of(&protected, &towns)
        };
        (0..self.cases.len()).map(of).collect()
    }

    /// Drops the cases, which are not needed once their documents are generated.
    pub fn without_cases(mut self) -> Self {
        (self.cases, self.own) = (Vec::new(), Vec::new());
        self
    }

    /// Checks all typed characters against the fonts, all typed texts for personal data, and all
    /// drafted sentences.
    pub fn check_texts(&mut self, typesetter: &Typesetter) {
        let parts: Vec<&[Located<String>]> = self.texts.chunks(TOGETHER).collect();
        let characters = parallel::each(&parts, |texts| {
            let mut found = Report::default();
            publish::check_texts(typesetter, texts, &self.sources, &mut found);
            found
        });
        characters.into_iter().for_each(|found| self.report.extend(found));
        let personal = parallel::each(&self.cases, |scored| {
            let mut found = Report::default();
            let texts = self.texts.get(scored.texts.clone()).unwrap_or_default();
            privacy::check(scored, texts, &self.sources, &mut found);
            found
        });
        personal.into_iter().for_each(|found| self.report.extend(found));
        let Some(filling) = self.filling() else { return };
        let all = self.cases.iter().flat_map(|c| &c.case.frameworks).chain(&self.frameworks);
        let each: BTreeMap<&str, &Framework> = all.map(|f| (f.id.as_str(), f.as_ref())).collect();
        let frameworks: Vec<&Framework> = each.into_values().collect();
        check_drafts(&frameworks, &filling.templates, &mut self.report);
    }

    /// The templates, read once.
    pub(super) fn filling(&mut self) -> Option<Arc<Filling>> {
        let Self { sources, report, filling, .. } = self;
        let read = || Filling::read(&assets(), sources, report).map(Arc::new);
        filling.get_or_insert_with(read).clone()
    }

    /// Applies `check --strict` to final reports: open places and warnings that the researchers can
    /// settle or accept become errors.
    pub fn hold_final(&mut self) {
        for scored in &self.cases {
            let study = &scored.case.study;
            if study.status != Status::Definitief {
                continue;
            }
            let parts = self.unfinished(scored, true);
            if !parts.is_empty() {
                let diagnostic = Diagnostic::at(Code::NotFinal, study.status_place);
                self.report.push(diagnostic.with("found", Fact::Row(parts, ", ")));
            }
        }
    }

    /// The warnings of a case that its researchers can still settle or accept, and with `places` the
    /// places to fill in, in order.
    fn open(&self, scored: &Scored, places: bool) -> Vec<Diagnostic> {
        let own = |d: &Diagnostic| {
            let path = d.span.map(|span| self.sources.path(span.file)).or(d.path.as_deref());
            let here = |path: &str| scored.folders.first().is_some_and(|own| path.starts_with(own));
            path.is_some_and(here)
        };
        // An answer to a remark that does not fit the text can be settled, and never accepted.
        let unfit = |d: &Diagnostic| matches!(d.code, Code::NotChanged | Code::ChangedAfterAll);
        let open = |d: &Diagnostic| {
            d.code.about().is_some() || unfit(d) || (places && d.severity() == Severity::Todo)
        };
        let mut found = Report::default();
        let all = self.report.iter().filter(|d| own(d) && open(d));
        all.for_each(|diagnostic| found.push(diagnostic.clone()));
        found.sorted()
    }

    /// Where the first of what is open in a case stands, if that is in a file.
    pub fn first_open(&self, scored: &Scored, places: bool) -> Option<Span> {
        self.open(scored, places).into_iter().find_map(|d| d.span)
    }

    /// The number of warnings and, with `places`, of places to fill in that are open in a case, in
    /// words. Empty if there are none.
    pub fn unfinished(&self, scored: &Scored, places: bool) -> Vec<Fact> {
        let open = self.open(scored, places);
        let to_fill = open.iter().filter(|d| d.severity() == Severity::Todo).count();
        let parts = [("warnings", open.len() - to_fill), ("places-to-fill", to_fill)];
        let some = parts.into_iter().filter(|(_, count)| *count > 0);
        some.map(|(name, count)| phrase(name).with("count", count).into()).collect()
    }

    /// Whether any case has the status final.
    pub fn has_final(&self) -> bool {
        self.cases.iter().any(|scored| scored.case.study.status == Status::Definitief)
    }

    /// Adds editorial hints on the texts of the researchers, by the word list of the working
    /// folder.
    pub fn edit(&mut self) {
        let mut loader = Loader::new(assets());
        loader.sources = std::mem::take(&mut self.sources);
        let words = loader.word_list();
        self.sources = loader.sources;
        self.report.extend(loader.report);
        let editor = Editor::new(&words);
        for Written { texts, terms } in &self.own {
            editor.read(texts, terms, &self.sources, &mut self.report);
        }
    }
}

/// Adds the problems that are not in the report yet: another document may contain the same name.
pub fn add_new(found: Report, report: &mut Report) {
    let same = |a: &Diagnostic, b: &Diagnostic| {
        let place = a.code.is_discreet() || a.path == b.path;
        place && a.code == b.code && a.span == b.span && a.typed("value") == b.typed("value")
    };
    for diagnostic in found.sorted() {
        if !report.iter().any(|known| same(known, &diagnostic)) {
            report.push(diagnostic);
        }
    }
}
