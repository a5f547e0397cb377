//! Reads the scorecards to compare, from cases, folders of cases, and scorecard files.

use super::places::Places;
use super::request::CompareRequest;
use crate::assets::linked_out;
use crate::compare::Entrant;
use crate::diagnostics::{Code, Diagnostic, Phrase, Report, Span, nearest, phrase, portable};
use crate::load::{Loader, STUDY, no_case};
use crate::model::{Framework, FrameworkScore, LeftOut, LeftOutReason};
use crate::pipeline::listener::Listener;
use crate::{reasoning, score};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The scorecards to compare, and the data needed to compare them.
pub struct Entrants {
    /// The scorecards, with where each came from.
    pub entrants: Vec<Entrant>,
    /// The frameworks that the scorecards name, by id.
    pub frameworks: BTreeMap<String, Arc<Framework>>,
    /// Cases that were skipped because of errors.
    pub left_out: Vec<LeftOut>,
    /// Their places, for messages.
    pub places: Places,
    /// The folders of the cases among them, including skipped ones.
    pub folders: Vec<PathBuf>,
}

/// Reads all scorecards to compare. `None` if an error prevents the comparison.
pub fn read(
    request: &CompareRequest,
    loader: &mut Loader,
    listener: &dyn Listener,
) -> Option<Entrants> {
    let mut out = Entrants {
        entrants: Vec::new(),
        frameworks: BTreeMap::new(),
        left_out: Vec::new(),
        places: Places::new(&request.cases),
        folders: Vec::new(),
    };
    // Problems of skipped cases are reported, but stop nothing.
    let mut skipped = Report::default();
    let paths: Vec<PathBuf> =
        request.cases.iter().flat_map(|path| expanded(path, &mut loader.report)).collect();
    out.folders.extend(paths.iter().filter(|path| path.is_dir()).cloned());
    let found = loader.each(&paths, |branch, path| one(path, branch));
    for (path, (entrants, mut branch)) in paths.iter().zip(found) {
        let own = std::mem::take(&mut branch.report);
        loader.absorb(branch);
        if own.has_errors() && request.skip_invalid {
            // If one scorecard of a file is wrong, the whole file is skipped.
            let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into());
            out.left_out.push(LeftOut { what: name, reason: LeftOutReason::Invalid });
            let shown = portable(path);
            skipped.extend(own);
            skipped.push(Diagnostic::of_file(Code::Skipped, shown));
        } else {
            for (entrant, period_end) in entrants {
                out.places.note(&entrant, period_end);
                out.entrants.push(entrant);
            }
            loader.report.extend(own);
        }
    }
    listener.problems(&skipped, &loader.sources);
    find_frameworks(&mut out, loader);
    (!loader.report.has_errors()).then_some(out)
}

/// The scorecards of one path: a case with the place where its period ends, or those in a file.
fn one(path: &Path, loader: &mut Loader) -> Vec<(Entrant, Option<Span>)> {
    let shown = portable(path);
    if path.join(STUDY).is_file() {
        loader.report.push(Diagnostic::of_file(Code::CodingAlone, shown));
        return Vec::new();
    }
    if path.is_file() && path.extension().is_some_and(|ending| ending == "yaml") {
        loader.report.push(no_case(path));
        return Vec::new();
    }
    if path.is_file() {
        let cards = loader.scorecards(path);
        let count = cards.len();
        let each = cards.into_iter().filter_map(|card| Entrant::new(shown.clone(), card, true));
        let out: Vec<_> = each.map(|entrant| (entrant, None)).collect();
        if out.len() < count {
            loader.report.push(Diagnostic::of_file(Code::PeriodUnknown, shown));
        }
        return out;
    }
    let Some(case) = loader.case(path) else { return Vec::new() };
    let card = score::score(&case);
    reasoning::check(&case, &card, &mut loader.report);
    let entrant = Entrant::new(shown, card, false);
    if entrant.is_none() {
        loader.report.push(Diagnostic::at(Code::PeriodUnknown, case.study.period_end));
    }
    match loader.report.has_errors() {
        true => Vec::new(),
        false => entrant.into_iter().map(|e| (e, Some(case.study.period_end))).collect(),
    }
}

/// Most cases and scorecards in a folder: all Dutch municipalities, five times.
const MOST: usize = 2_000;

/// Maximum depth of the search for them; levels for year and province are usual.
const DEEPEST: usize = 8;

/// Expands a folder to the cases and scorecards in it and in its subfolders, sorted by name. A
/// coding study is included, so that it is not skipped silently. A link to a case elsewhere and
/// endless nesting are reported.
fn expanded(path: &Path, report: &mut Report) -> Vec<PathBuf> {
    let own = |p: &Path| p.join("case.yaml").is_file() || p.join(STUDY).is_file();
    if !path.is_dir() || own(path) {
        return vec![path.to_owned()];
    }
    let mut found = Vec::new();
    let mut open = vec![(path.to_owned(), 0)];
    while let Some((folder, depth)) = open.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let inside = entry.path();
            // A hidden entry can be the leftover of a killed run, so it is not a case.
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let card = inside.is_file() && inside.extension().is_some_and(|e| e == "json");
            let name = portable(inside.strip_prefix(path).unwrap_or(&inside));
            if (card || own(&inside)) && linked_out(path, &name) {
                let diagnostic = Diagnostic::of_file(Code::FileOutside, portable(path));
                report.push(diagnostic.with("value", name));
            } else if card || own(&inside) {
                found.push(inside);
            } else if inside.is_dir() && !inside.is_symlink() {
                if depth == DEEPEST {
                    report.push(too_many(&folder, phrase("layers-of-folders"), DEEPEST));
                    break;
                }
                open.push((inside, depth + 1));
            }
        }
        if found.len() > MOST {
            report.push(too_many(path, phrase("cases-and-scorecards"), MOST));
            return Vec::new();
        }
    }
    found.sort();
    if found.is_empty() { vec![path.to_owned()] } else { found }
}

fn too_many(folder: &Path, what: Phrase, most: usize) -> Diagnostic {
    let diagnostic = Diagnostic::of_file(Code::TooMany, portable(folder));
    let found = phrase("more-than").with("most", most.to_string());
    diagnostic.with("what", what).with("found", found).with("most", most.to_string())
}

/// The first judgement of a scorecard that the framework it names cannot give, by criterion, weight,
/// duty or number. The program cannot have made such a scorecard.
fn foreign(framework: &Framework, score: &FrameworkScore, entrant: &Entrant) -> Option<Diagnostic> {
    // A scorecard of another text of the framework is reported elsewhere, and its judgements are
    // left out.
    let text = entrant.card.inputs.get(&format!("frameworks/{}.yaml", framework.id));
    if score.version != framework.version || text != Some(&framework.hash) {
        return None;
    }
    let told = |criterion: &str, what: &'static str| {
        Diagnostic::of_file(Code::ForeignJudgement, &entrant.path)
            .with("value", criterion)
            .with("framework", format!("{} {}", framework.id, framework.version))
            .with("what", phrase(what))
    };
    score.judgements.iter().find_map(|judgement| {
        let id = judgement.criterion.as_str();
        let Some(criterion) = framework.criterion(id) else {
            return Some(told(id, "foreign-unknown"));
        };
        let duty = criterion.legal_duty != judgement.legal_duty;
        let weight = criterion.weight != judgement.weight;
        let given = entrant.card.quantities.iter().find(|number| number.criterion == id);
        let number = given.is_some_and(|number| !criterion.measure.allows(number.given));
        let what = [(duty, "foreign-duty"), (weight, "foreign-weight"), (number, "foreign-number")];
        what.into_iter().find_map(|(wrong, what)| wrong.then(|| told(id, what)))
    })
}

/// Loads the frameworks that the scorecards name, from the working folder or the program itself.
fn find_frameworks(out: &mut Entrants, loader: &mut Loader) {
    let known = loader.framework_ids();
    let mut missed = BTreeSet::new();
    for entrant in &out.entrants {
        for score in &entrant.card.frameworks {
            let id = &score.framework;
            if known.contains(id) {
                let framework = loader.framework(id);
                loader
                    .report
                    .extend_some(framework.iter().find_map(|f| foreign(f, score, entrant)));
                out.frameworks.extend(framework.map(|f| (id.clone(), f)));
                continue;
            }
            if !missed.insert(id.clone()) {
                continue;
            }
            let diagnostic = Diagnostic::of_file(Code::UnknownFramework, &entrant.path)
                .with("value", id)
                .with("known", known.join(", "))
                .with_some("nearest", nearest(id, known.iter().map(String::as_str)));
            loader.report.push(diagnostic);
        }
    }
}
