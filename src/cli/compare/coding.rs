//! A study that codes documents: counted, and beside what was published.

use super::places::Places;
use super::write::{Outputs, write};
use super::{Args, Order, Reached, diagnostic, refused};
use crate::cli::Outcome;
use crate::cli::prepare::{assets, veil};
use crate::compare::coding::count;
use crate::diagnostics::{Code, Diagnostic, Severity, phrase, portable};
use crate::load::{Loader, STUDY};
use crate::markdown::Kind;
use crate::output::Guard;
use crate::{narrative, sheets, view};
use anyhow::Result;

/// Counts a study.
pub fn run(args: &Args, mut loader: Loader) -> Result<Outcome> {
    let [folder] = args.cases.as_slice() else {
        loader.report.push(Diagnostic::of_file(Code::CodingAlone, "compare"));
        return refused(&loader);
    };
    let shown = portable(folder.join(STUDY));
    for (given, option) in [
        (args.rank, "--rank"),
        (args.skip_invalid, "--skip-invalid"),
        (args.title.is_some(), "--title"),
        (args.date.is_some(), "--date"),
        (args.sort != Order::Given, "--sort"),
        (args.level != Reached::Grotendeels, "--level"),
        (args.anonymise, "--anonymise"),
        (args.write_peers, "--write-peers"),
        (args.contrast.is_some(), "--contrast"),
        (args.pairs.is_some(), "--pairs"),
    ] {
        if given {
            let diagnostic = Diagnostic::of_file(Code::NoUse, option);
            loader
                .report
                .push(diagnostic.with("value", option).with("what", phrase("what-coding")));
        }
    }
    let study = loader.coding_study(folder);
    // A study of documents can have a key file too.
    loader.protected_people(folder);
    veil(&mut loader);
    let Some(study) = study.filter(|_| loader.report.count(Severity::Error) == 0) else {
        return refused(&loader);
    };
    if args.published && study.published.is_empty() {
        loader.report.push(Diagnostic::of_file(Code::NothingPublished, &shown));
    }
    let result = match count(&study, args.by.as_deref()) {
        Ok(result) => result,
        Err(problem) => {
            loader.report.push(diagnostic(problem, &Places::new(&args.cases)));
            return refused(&loader);
        }
    };
    for warning in &result.warnings {
        let diagnostic = Diagnostic::of_file(Code::CodingWarns, &shown);
        loader.report.push(diagnostic.with("what", view::warning(warning).trim_end_matches('.')));
    }
    let view = view::coding(&study, &result, args.published);
    let (notes, tables) = (view.notes(), view.tables());
    let xlsx = sheets::workbook(&view.title, view.date_parts, &notes, &tables)?;
    let csv = sheets::csv(&notes, &tables)?;
    let json = format!("{}\n", serde_json::to_string_pretty(&result)?);
    let Loader { sources, report, .. } = &mut loader;
    let writer = narrative::Writer::new(Kind::CodingStudy, &assets(), sources, report);
    let nota = writer.and_then(|writer| writer.coding(view, &args.name, report));
    match nota {
        Some(nota) => {
            let guard = Guard::of(&loader.secrets, &[]);
            let mut outputs = Outputs { nota, page: None, json, csv, xlsx, peers: None };
            outputs.record(std::slice::from_ref(folder));
            write(args, outputs, &guard, loader)
        }
        None => refused(&loader),
    }
}
