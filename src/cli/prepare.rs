//! From the folders of cases to notas in memory: what `check`, `score` and `nota` share.

use super::privacy;
use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap};
use crate::editorial::Editor;
use crate::load::Loader;
use crate::markdown::Kind;
use crate::model::{Case, Framework, Located, OwnText, Scorecard};
use crate::narrative::{Paper, check_drafts};
use crate::output::{Guard, Outgoing, Searched, Typed};
use crate::publish::{self, Typesetter};
use crate::{figures, grounds, narrative, score, view};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A case with its scorecard.
pub struct Scored {
    /// The case.
    pub case: Case,
    /// Its outcome.
    pub scorecard: Scorecard,
    /// How many warnings about its reasoning it accepts.
    pub accepted: usize,
    /// The folders whose texts come into its documents.
    pub folders: Vec<String>,
}

impl Scored {
    /// What its documents may not tell.
    pub fn guard(&self) -> Guard {
        Guard::of_case(&self.case)
    }
}

/// What the researchers of a case wrote.
struct Written {
    texts: Vec<OwnText>,
    /// The names of the criteria that they judged by, whose words are terms of their field.
    terms: Vec<String>,
}

/// All cases of a call, with the problems found in them.
pub struct Prepared {
    /// The cases that could be read.
    pub cases: Vec<Scored>,
    /// The texts that were read.
    pub sources: SourceMap,
    /// The problems.
    pub report: Report,
    /// Every text that was typed.
    pub texts: Vec<Located<String>>,
    /// Of each folder, the texts that its researchers worded themselves.
    own: Vec<Written>,
}

/// The user's files over the embedded ones.
pub fn assets() -> Assets {
    Assets::over(Path::new("."))
}

/// Reads and scores cases, and checks their reasoning.
pub fn scored(folders: &[PathBuf]) -> Prepared {
    let mut loader = Loader::new(assets());
    let mut cases = Vec::new();
    let mut own = Vec::new();
    for (scored, mut branch) in loader.each(folders, one) {
        let case = scored.iter().map(|s| &s.case);
        let criteria = case.flat_map(|c| &c.frameworks).flat_map(|f| &f.criteria);
        let terms = criteria.map(|c| c.name.clone()).collect();
        own.push(Written { texts: std::mem::take(&mut branch.own), terms });
        loader.absorb(branch);
        cases.extend(scored);
    }
    veil(&mut loader);
    let Loader { sources, report, texts, .. } = loader;
    Prepared { cases, sources, report, texts, own }
}

/// Reads and scores one case.
fn one(loader: &mut Loader, folder: &PathBuf) -> Option<Scored> {
    let Some(mut case) = loader.case(folder) else {
        // Whatever keeps a case from being read must have been told; nothing vanishes.
        if !loader.report.has_errors() {
            let shown = folder.display().to_string();
            loader.report.push(Diagnostic::of_file(Code::NoCase, shown));
        }
        return None;
    };
    let scorecard = score::score(&case);
    grounds::check(&case, &scorecard, &mut loader.report);
    // What an error broke would look like bad reasoning.
    let mut accepted = 0;
    if !loader.report.has_errors() {
        let Loader { sources, report, .. } = loader;
        case.accepted = grounds::lint(&case, &scorecard, sources, report);
        accepted = case.accepted.len();
    }
    let folders = vec![folder.join("").display().to_string(), "frameworks/".to_owned()];
    Some(Scored { case, scorecard, accepted, folders })
}

/// Keeps what the key files protect out of every message.
pub fn veil(loader: &mut Loader) {
    let guard = Guard::of(&loader.secrets, &[]);
    if !guard.is_empty() {
        loader.sources.veil(Arc::new(move |text| guard.finds(text)));
    }
}

impl Prepared {
    /// Whether an error keeps this call from writing anything.
    pub fn has_errors(&self) -> bool {
        self.report.has_errors()
    }

    /// Checks every character that was typed against the fonts, personal data, and every drafted
    /// sentence.
    pub fn check_texts(&mut self, typesetter: &Typesetter) {
        publish::check_texts(typesetter, &self.texts, &self.sources, &mut self.report);
        for scored in &self.cases {
            privacy::check(scored, &self.texts, &self.sources, &mut self.report);
        }
        let all = self.cases.iter().flat_map(|c| &c.case.frameworks);
        let each: BTreeMap<&str, &Framework> = all.map(|f| (f.id.as_str(), f.as_ref())).collect();
        let frameworks: Vec<&Framework> = each.into_values().collect();
        check_drafts(&frameworks, &assets(), &mut self.sources, &mut self.report);
    }

    /// Gives editorial hints on what the researchers wrote, by the working folder's list of words.
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

    /// A document of every case, in order; a protected name in one is an error. `None` stands for
    /// a document that could not be made.
    pub fn papers(&mut self, kind: Kind) -> Vec<Option<Paper>> {
        self.papers_for(kind, false)
    }

    /// The same; `internal` gives those for the researchers' own eyes, with the names.
    pub fn papers_for(&mut self, kind: Kind, internal: bool) -> Vec<Option<Paper>> {
        let assets = assets();
        let mut out = Vec::new();
        for scored in &self.cases {
            let Scored { case, scorecard, folders, .. } = scored;
            let mut view = view::case(case, scorecard, kind);
            view.internal = internal.then(|| view::internal(case));
            let drafts = view::drafts(case, scorecard);
            let Self { sources, report, .. } = self;
            let drawn = figures::draw(&view.charts(), &assets, sources, report);
            let mut paper = narrative::paper(kind, view, &drafts, &assets, sources, report);
            if let (Some(paper), Some(drawn)) = (&mut paper, drawn) {
                paper.show(drawn);
            }
            if let Some(paper) = paper.as_ref().filter(|_| !internal) {
                let mut found = Report::default();
                let mut searched = Searched::default();
                let guard = scored.guard();
                let folder = Path::new("output").join(&case.name);
                let files = files_of(paper, &folder, kind.stem());
                files.iter().for_each(|file| searched.look(&guard, file));
                let typed = Typed { texts: &self.texts, sources, folders };
                searched.tell(&guard, &typed, &mut found);
                add_new(found, report);
            }
            out.push(paper);
        }
        out
    }
}

/// The text of a document and its figures, as files.
pub fn files_of(paper: &Paper, folder: &Path, stem: &str) -> Vec<Outgoing> {
    let text = Outgoing::new(folder, &format!("{stem}.md"), paper.text());
    let figures = paper.figures.iter().map(|(path, svg)| Outgoing::new(folder, path, svg.as_str()));
    std::iter::once(text).chain(figures).collect()
}

/// Adds what was not told yet of the same thing: another document may hold the same name.
pub fn add_new(found: Report, report: &mut Report) {
    let value = |d: &Diagnostic| d.args.iter().find(|(n, _)| *n == "value").map(|(_, v)| v.clone());
    let same = |a: &Diagnostic, b: &Diagnostic| {
        a.code == b.code && a.span == b.span && value(a) == value(b)
    };
    for diagnostic in found.sorted() {
        if !report.iter().any(|known| same(known, &diagnostic)) {
            report.push(diagnostic);
        }
    }
}
