//! Reads the scorecards to compare, from cases, folders of cases, and scorecard files.

use super::places::Places;
use super::request::CompareRequest;
use crate::compare::Entrant;
use crate::diagnostics::{Code, Diagnostic, Report, Span, nearest, phrase, portable};
use crate::load::{Joined, Loader, STUDY, joint_folder, no_case};
use crate::model::{Framework, FrameworkScore, JointStudy, LeftOut, LeftOutReason};
use crate::pipeline::expanded::expanded;
use crate::pipeline::listener::Listener;
use crate::{reasoning, score};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// From how many audits on the memory that they take is told beforehand.
const MANY: usize = 1_000;

/// What a case and a scorecard take of memory with all forms, in KiB; measured, see
/// `docs/src/developers/speed.md`.
const KIB_OF_CASE: usize = 300;
const KIB_OF_CARD: usize = 120;

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
    /// The story that they share.
    pub joint: Option<JointStudy>,
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
        joint: None,
    };
    let joint = match request.cases.as_slice() {
        [path] => joint_folder(path),
        _ => None,
    };
    let given = joint.as_ref().map_or(request.cases.as_slice(), std::slice::from_ref);
    // Problems of skipped cases are reported, but stop nothing.
    let mut skipped = Report::default();
    let paths: Vec<PathBuf> =
        given.iter().flat_map(|path| expanded(path, &mut loader.report)).collect();
    if paths.len() > MANY {
        let cases = paths.iter().filter(|path| path.is_dir()).count();
        let kib = cases * KIB_OF_CASE + (paths.len() - cases) * KIB_OF_CARD;
        let gigabytes = kib.div_ceil(1024 * 1024);
        let message = phrase("many-audits").with("count", paths.len());
        listener.say(&message.with("memory", gigabytes));
    }
    out.folders.extend(paths.iter().filter(|path| path.is_dir()).cloned());
    let anonymised = request.choices.anonymised;
    let found = loader.each(&paths, |branch, path| {
        let found = entrants_of(path, branch);
        // In an anonymised comparison the places of names are told.
        if path.is_file() && branch.report.iter().next().is_none() && !anonymised {
            branch.texts = Vec::new();
            branch.sources.forget_texts();
        }
        found
    });
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
    out.joint = joint.and_then(|folder| shared(&folder, request, &out, loader));
    (!loader.report.has_errors()).then_some(out)
}

/// The joint study of these scorecards. What a skipped case would have brought may be named.
fn shared(
    folder: &Path,
    request: &CompareRequest,
    found: &Entrants,
    loader: &mut Loader,
) -> Option<JointStudy> {
    if request.choices.anonymised {
        let diagnostic = Diagnostic::of_file(Code::NoUse, "--anonymise");
        let diagnostic = diagnostic.with("value", "--anonymise");
        loader.report.push(diagnostic.with("what", phrase("what-joint")));
    }
    let cards: Vec<_> = found.entrants.iter().map(|entrant| &entrant.card).collect();
    let whole = found.left_out.is_empty() && !loader.report.has_errors();
    loader.joint_study(folder, &Joined::of(&cards, whole))
}

/// The scorecards of one path: a case with the place where its period ends, or those in a file.
fn entrants_of(path: &Path, loader: &mut Loader) -> Vec<(Entrant, Option<Span>)> {
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

/// The first judgement of a scorecard that the framework it names cannot give, by criterion, weight,
/// duty or number. The program cannot have made such a scorecard.
fn foreign(framework: &Framework, score: &FrameworkScore, entrant: &Entrant) -> Option<Diagnostic> {
    // A scorecard of another text of the framework is reported elsewhere, and its judgements are
    // left out.
    let text = entrant.card.inputs.get(&format!("frameworks/{}.yaml", framework.id));
    if score.version != framework.version || text != Some(&framework.hash) {
        return None;
    }
    let diagnostic = |criterion: &str, what: &'static str| {
        Diagnostic::of_file(Code::ForeignJudgement, &entrant.path)
            .with("value", criterion)
            .with("framework", format!("{} {}", framework.id, framework.version))
            .with("what", phrase(what))
    };
    score.judgements.iter().find_map(|judgement| {
        let id = judgement.criterion.as_str();
        let Some(criterion) = framework.criterion(id) else {
            return Some(diagnostic(id, "foreign-unknown"));
        };
        let duty = criterion.legal_duty != judgement.legal_duty;
        let weight = criterion.weight != judgement.weight;
        let given = entrant.card.quantities.iter().find(|number| number.criterion == id);
        let number = given.is_some_and(|number| !criterion.measure.allows(number.given));
        let what = [(duty, "foreign-duty"), (weight, "foreign-weight"), (number, "foreign-number")];
        what.into_iter().find_map(|(wrong, what)| wrong.then(|| diagnostic(id, what)))
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
