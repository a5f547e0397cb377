//! Writing a comparison: everything in memory first, then file by file.

use super::{Args, Format};
use crate::cli::prepare::{assets, files_of};
use crate::cli::release;
use crate::cli::set::{Job, set_all};
use crate::cli::{Outcome, tell};
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::load::Loader;
use crate::narrative::Paper;
use crate::output::{Folder, Guard, Outgoing, Typed, clear, edited};
use crate::publish::{Form, Typesetter, check_texts};
use anyhow::Result;
use std::path::Path;
use std::sync::Arc;

/// The name of the files, without their ending.
const STEM: &str = "vergelijking";

/// What may be written.
pub struct Outputs {
    /// The document.
    pub nota: Paper,
    /// All numbers.
    pub json: String,
    /// All tables.
    pub csv: Vec<u8>,
    /// All tables.
    pub xlsx: Vec<u8>,
    /// Figures that a case can name.
    pub peers: Option<String>,
}

impl Outputs {
    /// The files in the forms that were asked for.
    fn files(self, args: &Args, pdf: Option<Vec<u8>>, folder: &Path) -> Vec<Outgoing> {
        let mut out = Vec::new();
        let at = |ending: &str, bytes: Vec<u8>| {
            Outgoing::new(folder, &format!("{STEM}.{ending}"), bytes)
        };
        let asked = |format: Format| args.format.contains(&format);
        if asked(Format::Md) {
            out.extend(files_of(&self.nota, folder, STEM));
        }
        out.extend(pdf.map(|bytes| at("pdf", bytes)));
        let tables = [
            (Format::Json, "json", self.json.into_bytes()),
            (Format::Csv, "csv", self.csv),
            (Format::Xlsx, "xlsx", self.xlsx),
        ];
        let tables = tables.into_iter().filter(|(format, ..)| asked(*format));
        out.extend(tables.map(|(_, ending, bytes)| at(ending, bytes)));
        out.extend(self.peers.map(|peers| Outgoing::new(folder, "peers.yaml", peers)));
        out
    }
}

/// Writes a comparison, unless something is in error.
pub fn write(args: &Args, outputs: Outputs, guard: &Guard, mut loader: Loader) -> Result<Outcome> {
    let folder = args.output.join(&args.name);
    let path = folder.join(format!("{STEM}.md"));
    let kept_aside = args.replace && args.format.contains(&Format::Md);
    if !kept_aside && edited(&path) {
        let shown = path.display().to_string();
        let diagnostic = Diagnostic::of_file(Code::EditedByHand, &shown).with("path", shown);
        loader.report.push(diagnostic);
    }
    if args.anonymise {
        old_files(args, &folder, &mut loader.report);
    }
    if args.format.contains(&Format::Pdf) {
        let typesetter = Typesetter::new(&assets());
        check_texts(&typesetter, &loader.texts, &loader.sources, &mut loader.report);
    }
    if loader.report.has_errors() {
        return super::refused(&loader);
    }
    let mut pdf = None;
    if args.format.contains(&Format::Pdf) {
        let veil = guard.clone();
        let job = Job {
            path: path.display().to_string(),
            text: outputs.nota.text(),
            folder: folder.clone(),
            figures: outputs.nota.figures.clone(),
            forms: vec![Form::Pdf],
            scorecard: None,
            dump: false,
            veil: Some(Arc::new(move |text: &str| veil.finds(text))),
        };
        match set_all(&[job], &assets())? {
            Some(set) => pdf = set.into_iter().flat_map(|p| p.forms).next().map(|(_, bytes)| bytes),
            None => return Ok(Outcome::Errors),
        }
    }
    let Loader { sources, report, texts, .. } = &mut loader;
    let typed = Typed { texts, sources, folders: &[] };
    let passed = clear(guard, outputs.files(args, pdf, &folder), &typed, report);
    let Some(files) = passed else {
        return super::refused(&loader);
    };
    tell::problems(&loader.report, &loader.sources);
    let Some(open) = Folder::open(&folder)? else {
        tell::busy(&folder);
        return Ok(Outcome::Errors);
    };
    if args.format.contains(&Format::Md) && edited(&path) {
        let kept = open.keep(STEM, "md")?;
        tell::line(&format!("de bewerkte vergelijking staat nu in {}", kept.display()));
    }
    let mut written = Vec::new();
    release::write(&open, &files, &mut written)?;
    tell::written(&written)
}

/// What an earlier run left in the folder and this one does not replace would stand, with names,
/// beside what is anonymous.
fn old_files(args: &Args, folder: &Path, report: &mut Report) {
    let forms = [
        (Format::Md, "md"),
        (Format::Pdf, "pdf"),
        (Format::Json, "json"),
        (Format::Csv, "csv"),
        (Format::Xlsx, "xlsx"),
    ];
    let kept = forms.iter().filter(|(form, _)| !args.format.contains(form));
    let names = kept.map(|(_, ending)| format!("{STEM}.{ending}"));
    let old: Vec<String> =
        names.chain(["peers.yaml".to_owned()]).filter(|name| folder.join(name).exists()).collect();
    if !old.is_empty() {
        let diagnostic = Diagnostic::of_file(Code::OldFiles, folder.display().to_string());
        report.push(diagnostic.with("value", old.join(", ")));
    }
}
