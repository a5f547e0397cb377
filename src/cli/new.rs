//! `rekenkamer new`: creates a case with every norm waiting to be filled in, or adds a framework to
//! one.

use super::framework::list;
use super::names::{existing_path, new_folder};
use super::outcome::Outcome;
use super::schema::Ties;
use super::tell::Terminal;
use super::{revise, schema, tell};
use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Report, Severity, nearest, phrase, portable};
use crate::files::{Folder, write_new_folder};
use crate::load::{Loader, is_date_shaped, meant_date};
use crate::model::{BodyKind, Case, Framework, PartialDate};
use crate::pipeline::{assets, busy, redaction};
use crate::privacy::{Guard, Outgoing, Searched, Typed};
use crate::view::ScaffoldFollowUp;
use crate::{narrative, view};
use anyhow::Result;
use chrono::{DateTime, NaiveDate, Utc};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the new case, such as cases/utrecht-2026; or of a case, to add frameworks
    #[arg(value_name = "CASE", required_unless_present = "templates", value_parser = new_folder)]
    case: Option<PathBuf>,
    /// The municipality of a new case
    #[arg(long, value_name = "NAME")]
    municipality: Option<String>,
    /// What a new case is about if it is no municipality: kind and name
    /// (waterschap:Voorbeeldwaarden)
    #[arg(long, value_name = "KIND:NAME", value_parser = body, conflicts_with = "municipality")]
    body: Option<(BodyKind, String)>,
    /// Which frameworks, separated by commas; with criteria behind a colon only those
    /// (bibob:BB-1,BB-3). A follow-up takes those of the earlier case without this
    #[arg(long, value_delimiter = ',', value_name = "FRAMEWORK")]
    pub(super) frameworks: Vec<String>,
    /// The date of the report (2026-11-22, 2026-11 or 2026); today without this
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) date: Option<PartialDate>,
    /// A table of participants (.xlsx, .ods, .csv): the folder gets a case for each row, and one file
    /// that all of them share
    #[arg(long, value_name = "FILE", value_parser = existing_path(), requires = "case",
        conflicts_with_all = ["municipality", "body", "follow_up", "templates"])]
    from: Option<PathBuf>,
    /// Which other columns of that table are attributes of the cases, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "ATTRIBUTE", requires = "from")]
    pub(super) attributes: Vec<String>,
    /// Start a study on what became of the recommendations of this case; about the same body, if no
    /// other is named
    #[arg(long, value_name = "CASE", value_parser = existing_path(),
        conflicts_with_all = ["templates", "write"])]
    follow_up: Option<PathBuf>,
    /// Put the templates and the theme in the folder templates, to be changed
    #[arg(long, conflicts_with_all = ["case", "municipality", "body", "frameworks", "date"])]
    templates: bool,
    /// Write what changes in a case that is there already; without this the changes are only shown
    #[arg(long, conflicts_with_all = ["municipality", "body", "templates"])]
    pub(super) write: bool,
}

impl Args {
    /// The folder of a study of many, and the table of its participants, if this is about one.
    pub fn study(&self) -> Option<(&Path, &Path)> {
        Some((self.case.as_deref()?, self.from.as_deref()?))
    }

    /// Why these arguments are not enough: only of a case that is there already, and keeps its date,
    /// nothing has to be said of whom it is about.
    pub fn incomplete(&self) -> Option<clap::Error> {
        let said = self.audited().is_some() || self.follow_up.is_some() || self.from.is_some();
        let case = self.case.as_ref().filter(|_| !said)?;
        if self.date.is_none() && case.join("case.yaml").is_file() {
            return None;
        }
        let mut error = clap::Error::new(ErrorKind::MissingRequiredArgument);
        let missing = ContextValue::String("--municipality".to_owned());
        error.insert(ContextKind::InvalidArg, missing);
        Some(error)
    }

    /// The kind and name of the body that a new case is about.
    fn audited(&self) -> Option<(BodyKind, &str)> {
        let municipality = self.municipality.as_deref().map(|name| (BodyKind::Gemeente, name));
        municipality.or_else(|| self.body.as_ref().map(|(kind, name)| (*kind, name.as_str())))
    }
}

/// Parses the kind and the name of a body on the command line.
fn body(text: &str) -> Result<(BodyKind, String), String> {
    let known = BodyKind::ALL.map(BodyKind::key);
    let (word, name) = text.split_once(':').unwrap_or((text, ""));
    let kind = BodyKind::ALL.into_iter().find(|kind| kind.key() == word.trim());
    match (kind, name.trim()) {
        (Some(kind), name) if !name.is_empty() => Ok((kind, name.to_owned())),
        _ => Err(tell::words(&phrase("usage-body").with("known", known.join(", ")))),
    }
}

/// Parses a date on the command line.
pub fn date(text: &str) -> Result<PartialDate, String> {
    text.parse().map_err(|()| {
        tell::words(&match meant_date(text) {
            Some(meant) => phrase("usage-date-meant").with("value", meant),
            None if is_date_shaped(text) => phrase("no-such-date"),
            None => phrase("usage-date"),
        })
    })
}

/// Parses a day on the command line.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    match date(text)? {
        PartialDate::Day(day) => Ok(day),
        PartialDate::Month(_) | PartialDate::Year(_) => Err(tell::words(&phrase("usage-day"))),
    }
}

/// Creates a case, adds frameworks to one, or copies the templates to where they can be changed.
pub fn run(args: &Args) -> Result<Outcome> {
    match &args.case {
        Some(case) if args.audited().is_some() || args.follow_up.is_some() => new_case(args, case),
        Some(case) => add(args, case),
        None => templates(),
    }
}

/// Writes the built-in templates and theme into the working folder. Existing files are kept. Fonts
/// are not written: nobody edits them.
fn templates() -> Result<Outcome> {
    let carried = Assets::embedded();
    let Some(folder) = Folder::open(Path::new("templates"))? else {
        busy(Path::new("templates"), &Terminal);
        return Ok(Outcome::Errors);
    };
    let mut files = Vec::new();
    for path in carried.list("templates/", "") {
        if path.starts_with("templates/fonts/") {
            continue;
        }
        if Path::new(&path).exists() {
            tell::say(&phrase("left-as-it-was").with("path", &path));
            continue;
        }
        let bytes = carried.get(&path).unwrap_or_default();
        files.push(Outgoing::new(Path::new(""), &path, bytes));
    }
    for file in schema::without_secrets(files) {
        tell::result(&format!("{}\n", portable(folder.write(&file)?)))?;
    }
    tell::say(&phrase("templates-unchanged"));
    Ok(Outcome::Fine)
}

fn new_case(args: &Args, case: &Path) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    let shown = portable(case);
    let taken =
        case.is_file() || std::fs::read_dir(case).is_ok_and(|mut entries| entries.next().is_some());
    if taken {
        loader.report.push(Diagnostic::of_file(Code::FolderExists, &shown));
    }
    if args.frameworks.is_empty() && args.follow_up.is_none() {
        return unnamed(&mut loader);
    }
    let earlier = args.follow_up.as_ref().map(|path| earlier(path, &mut loader));
    let files = match (args.audited(), &earlier) {
        // Its problems are in the report.
        (_, Some(None)) | (None, None) => None,
        (audited, earlier) => {
            let earlier = earlier.iter().flatten().next();
            let frameworks = match earlier.filter(|_| args.frameworks.is_empty()) {
                Some(earlier) => those_of(earlier, &mut loader),
                None => asked(&args.frameworks, &mut loader),
            };
            let body = earlier.map(|earlier| (earlier.body.kind, earlier.body.name.as_str()));
            let (kind, name) = audited.or(body).unwrap_or_default();
            let follow_up = earlier.map(ScaffoldFollowUp::of);
            let date = args.date.unwrap_or_else(today);
            let view = view::scaffold(kind, &one_line(name), date, &frameworks, follow_up);
            let files =
                narrative::scaffold(&view, &assets(), &mut loader.sources, &mut loader.report);
            let written = files.iter().flatten().find(|(name, _)| name == "case.yaml");
            if let (Some(earlier), Some((name, text))) = (earlier, written) {
                let case_file = Outgoing::new(case, name, text.as_str());
                search_copied(earlier, &case_file, &mut loader);
            }
            files
        }
    };
    tell::problems(&loader.report, &loader.sources);
    let Some(files) = files.filter(|_| !loader.report.has_errors()) else {
        return Ok(Outcome::Errors);
    };
    let ties = schema::ties(case)?;
    let files = tied(case, files, ties);
    let Some(written) = write_new_folder(case, &schema::without_secrets(files))? else {
        let mut report = Report::default();
        report.push(Diagnostic::of_file(Code::FolderExists, &shown));
        tell::problems(&report, &loader.sources);
        return Ok(Outcome::Errors);
    };
    tell::names(&written)?;
    if ties.is_some() {
        schema::write_missing()?;
    }
    tell::say(&phrase("fill-in").with("case", tell::pasted(case)));
    Ok(Outcome::Fine)
}

/// The earlier case, of which only errors are told: it is checked by itself. Its key file has to be
/// there, because its recommendations are copied.
fn earlier(path: &Path, loader: &mut Loader) -> Option<Case> {
    let case = loader.case(path);
    loader.report.retain(|problem| problem.severity() == Severity::Error);
    redaction(loader);
    case
}

/// The frameworks of the earlier case, each with the criteria that it chose; none for all.
fn those_of(earlier: &Case, loader: &mut Loader) -> Vec<(Arc<Framework>, Vec<String>)> {
    let whole = |own: &Arc<Framework>| {
        let chosen = own.criteria.iter().filter(|_| !own.left_out.is_empty());
        Some((loader.framework(&own.id)?, chosen.map(|c| c.id.clone()).collect()))
    };
    earlier.frameworks.iter().filter_map(whole).collect()
}

/// Reports protected names of the earlier case in what the new case file takes over from it. The
/// new case has no key file yet that would keep them out of its documents.
fn search_copied(earlier: &Case, case_file: &Outgoing, loader: &mut Loader) {
    let guard = Guard::of_case(earlier);
    let advice = earlier.recommendations.iter().flat_map(|r| [r.id.as_str(), r.title.as_str()]);
    let copied: Vec<&str> = advice.chain([earlier.name.as_str()]).collect();
    // Any other word of the file is of the template or of the command line.
    if !copied.iter().any(|text| guard.finds(text)) {
        return;
    }
    let mut searched = Searched::default();
    searched.look(&guard, case_file);
    let own = loader.texts.iter().filter(|text| copied.contains(&text.value.as_str()));
    let texts: Vec<_> = own.cloned().collect();
    let typed = Typed { texts: &texts, sources: &loader.sources, folders: &[] };
    searched.report_finds(&guard, &typed, &mut loader.report);
}

/// The files of a new case, each with the line that refers to its schema.
pub fn tied(case: &Path, files: Vec<(String, String)>, ties: Option<Ties>) -> Vec<Outgoing> {
    let tied = |(name, text): (String, String)| {
        let text = ties.map_or_else(|| text.clone(), |ties| ties.tie(&name, &text));
        Outgoing::new(case, &name, text)
    };
    files.into_iter().map(tied).collect()
}

/// Adds frameworks to a case: a line in `case.yaml`, and findings to fill in.
fn add(args: &Args, case: &Path) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    if args.frameworks.is_empty() {
        return unnamed(&mut loader);
    }
    let frameworks = asked(&args.frameworks, &mut loader);
    let case_file = loader.with_frameworks(case, &frameworks);
    // Only the findings of it are new.
    let view = view::scaffold(BodyKind::default(), "", today(), &frameworks, None);
    let files = narrative::scaffold(&view, &assets(), &mut loader.sources, &mut loader.report);
    let (Some(case_file), Some(mut files), false) = (case_file, files, loader.report.has_errors())
    else {
        return Ok(revise::refused(&mut loader));
    };
    files.retain(|(name, _)| name.starts_with("findings/"));
    let ties = schema::ties(case)?;
    let (changed, new) = (vec![case_file], tied(case, files, ties));
    revise::show(&changed, &new)?;
    let done = revise::store(case, changed, new, args.write)?;
    if args.write && ties.is_some() && matches!(done, Outcome::Fine) {
        schema::write_missing()?;
    }
    Ok(done)
}

/// Refuses a case without a framework, and lists those that there are.
pub fn unnamed(loader: &mut Loader) -> Result<Outcome> {
    loader.report.push(Diagnostic::of_file(Code::NoFrameworkNamed, "--frameworks"));
    tell::problems(&loader.report, &loader.sources);
    for id in loader.framework_ids().iter() {
        if let Some(framework) = loader.framework(id) {
            tell::result(&list::line(&framework))?;
        }
    }
    Ok(Outcome::Errors)
}

/// The frameworks that were asked for, each with the criteria that were named behind its colon; none
/// named means all.
pub fn asked(typed: &[String], loader: &mut Loader) -> Vec<(Arc<Framework>, Vec<String>)> {
    let known = loader.framework_ids();
    let mut out: Vec<(Arc<Framework>, Vec<String>)> = Vec::new();
    let mut open = false;
    for part in typed.iter().map(|part| part.trim()) {
        let (id, first) = match part.split_once(':') {
            Some((id, first)) => (id, Some(first)),
            None => (part, None),
        };
        let framework = if known.iter().any(|k| k == id) { loader.framework(id) } else { None };
        match (framework, out.last_mut()) {
            (Some(framework), _) => {
                open = first.is_some();
                if !out.iter().any(|(other, _)| other.id == framework.id) {
                    let criterion =
                        first.and_then(|c| criterion(c, &framework, &mut loader.report));
                    out.push((framework, criterion.into_iter().collect()));
                }
            }
            (None, Some((framework, chosen))) if open && first.is_none() => {
                chosen.extend(criterion(part, framework, &mut loader.report));
            }
            (None, _) if known.iter().any(|k| k == id) => {}
            (None, _) => {
                let diagnostic = Diagnostic::of_file(Code::UnknownFramework, "--frameworks")
                    .with("value", id)
                    .with("known", known.join(", "))
                    .with_some("nearest", nearest(id, known.iter().map(String::as_str)));
                loader.report.push(diagnostic);
            }
        }
    }
    shared_codes(&out, &mut loader.report);
    out
}

/// Refuses frameworks of which criteria have the same code: a case names a criterion by its code
/// alone.
fn shared_codes(frameworks: &[(Arc<Framework>, Vec<String>)], report: &mut Report) {
    let codes = |(framework, chosen): &(Arc<Framework>, Vec<String>)| -> Vec<String> {
        let all = framework.criteria.iter().map(|c| c.id.clone());
        all.filter(|id| chosen.is_empty() || chosen.contains(id)).collect()
    };
    for (at, one) in frameworks.iter().enumerate() {
        let own = codes(one);
        for other in frameworks.iter().take(at) {
            if let Some(twice) = codes(other).iter().find(|code| own.contains(code)) {
                let diagnostic = Diagnostic::of_file(Code::DuplicateId, "--frameworks");
                let diagnostic = diagnostic.with("value", twice);
                report.push(diagnostic.with("where", format!("`{}`", other.0.id)));
            }
        }
    }
}

/// The code of a criterion that was asked for.
fn criterion(typed: &str, framework: &Framework, report: &mut Report) -> Option<String> {
    let id = typed.trim();
    if framework.criterion(id).is_some() {
        return Some(id.to_owned());
    }
    let known = framework.criteria.iter().map(|c| c.id.as_str());
    let diagnostic = Diagnostic::of_file(Code::UnknownCriterion, "--frameworks")
        .with("value", id)
        .with("framework", format!("`{}`", framework.id))
        .with_some("nearest", nearest(id, known));
    report.push(diagnostic);
    None
}

/// A name on one line, without control characters, which no file of a case may contain.
fn one_line(name: &str) -> String {
    let shown = name.replace(|c: char| c.is_control(), " ");
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Today's date. It is written into the case, and documents never read the clock.
pub fn today() -> PartialDate {
    PartialDate::Day(DateTime::<Utc>::from(SystemTime::now()).date_naive())
}
