//! Writing a comparison: everything in memory first, then file by file.

use super::{Args, Format};
use crate::cli::prepare::assets;
use crate::cli::set::{Job, set_all};
use crate::cli::{Outcome, tell};
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::load::Loader;
use crate::narrative::Paper;
use crate::output::{Folder, edited};
use crate::publish::{Form, Typesetter, check_texts};
use anyhow::Result;
use std::path::Path;

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
    /// All texts with the paths that they would be written to, and the paths themselves. The
    /// workbook holds what the CSV file holds; the PDF is set from the Markdown.
    pub fn texts(&self, folder: &Path) -> Vec<(String, String)> {
        let at = |ending: &str| folder.join(format!("{STEM}.{ending}")).display().to_string();
        let mut out = vec![
            (at("md"), self.nota.text()),
            (at("json"), self.json.clone()),
            (at("csv"), String::from_utf8_lossy(&self.csv).into_owned()),
            (folder.display().to_string(), folder.display().to_string()),
        ];
        out.extend(
            self.nota
                .figures
                .iter()
                .map(|(path, svg)| (folder.join(path).display().to_string(), svg.clone())),
        );
        if let Some(peers) = &self.peers {
            out.push((folder.join("peers.yaml").display().to_string(), peers.clone()));
        }
        out
    }
}

/// Writes a comparison, unless something is in error.
pub fn write(args: &Args, outputs: &Outputs, mut loader: Loader) -> Result<Outcome> {
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
    tell::problems(&loader.report, &loader.sources);
    let mut pdf = None;
    if args.format.contains(&Format::Pdf) {
        let job = Job {
            path: path.display().to_string(),
            text: outputs.nota.text(),
            folder: folder.clone(),
            figures: outputs.nota.figures.clone(),
            forms: vec![Form::Pdf],
            scorecard: None,
            dump: false,
        };
        match set_all(&[job], &assets())? {
            Some(set) => pdf = set.into_iter().flat_map(|p| p.forms).next().map(|(_, bytes)| bytes),
            None => return Ok(Outcome::Errors),
        }
    }
    let Some(open) = Folder::open(&folder)? else {
        tell::busy(&folder);
        return Ok(Outcome::Errors);
    };
    let mut written = Vec::new();
    let text = outputs.nota.text();
    for format in [Format::Md, Format::Pdf, Format::Json, Format::Csv, Format::Xlsx] {
        if !args.format.contains(&format) {
            continue;
        }
        let (ending, bytes): (&str, &[u8]) = match format {
            Format::Md => ("md", text.as_bytes()),
            Format::Pdf => ("pdf", pdf.as_deref().unwrap_or_default()),
            Format::Json => ("json", outputs.json.as_bytes()),
            Format::Csv => ("csv", &outputs.csv),
            Format::Xlsx => ("xlsx", &outputs.xlsx),
        };
        if format == Format::Md && edited(&path) {
            let kept = open.keep(STEM, "md")?;
            tell::line(&format!("de bewerkte vergelijking staat nu in {}", kept.display()));
        }
        written.push(open.write(&format!("{STEM}.{ending}"), bytes)?);
        if format == Format::Md {
            for (path, svg) in &outputs.nota.figures {
                open.write(path, svg.as_bytes())?;
            }
        }
    }
    if let Some(peers) = &outputs.peers {
        written.push(open.write("peers.yaml", peers.as_bytes())?);
    }
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
