//! `rekenkamer render`: sets any nota.md again, also one edited by hand.

use super::prepare::{assets, scored};
use super::set::{Job, set_all};
use super::{Outcome, tell};
use crate::diagnostics::{Code, Diagnostic, FileId, Span};
use crate::grounds::compare_edited;
use crate::load::Loader;
use crate::markdown::{Head, seal, split};
use crate::narrative::NOTA;
use crate::output::{Folder, leak, protected_names};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Arguments of `render`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// De nota's om te zetten
    #[arg(required = true, value_name = "NOTA.MD")]
    files: Vec<PathBuf>,
}

/// Sets notas; each PDF comes beside its Markdown.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    let jobs: Vec<Job> = args.files.iter().filter_map(|file| job(file, &mut loader)).collect();
    tell::problems(&loader.report, &loader.sources);
    if loader.report.has_errors() {
        tell::line(&tell::summary(&loader.report.sorted()));
        tell::line("er is niets geschreven");
        return Ok(Outcome::Errors);
    }
    let Some(pdfs) = set_all(&jobs, &assets())? else {
        return Ok(Outcome::Errors);
    };
    let mut written = Vec::new();
    for (file, pdf) in args.files.iter().zip(pdfs) {
        match write(file, &pdf)? {
            Some(path) => written.push(path),
            None => return Ok(Outcome::Errors),
        }
    }
    tell::written(&written)
}

fn job(path: &Path, loader: &mut Loader) -> Option<Job> {
    let Loader { sources, report, .. } = loader;
    let shown = path.display().to_string();
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let help = "geef het pad van een nota.md op";
            report.push(Diagnostic::of_file(Code::FileMissing, shown).with("help", help));
            return None;
        }
        Err(error) => {
            let diagnostic = Diagnostic::of_file(Code::FileUnreadable, shown);
            report.push(diagnostic.with("reason", error.to_string()));
            return None;
        }
    };
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let Ok(text) = std::str::from_utf8(bytes).map(|t| t.replace("\r\n", "\n")) else {
        let file = sources.add(shown, String::from_utf8_lossy(bytes));
        let start = String::from_utf8_lossy(bytes).find('\u{FFFD}').unwrap_or(0);
        report.push(Diagnostic::at(Code::NotUtf8, Span { file, start, end: start + 3 }));
        return None;
    };
    let (yaml, body) = split(&text);
    if let Some(Ok(head)) = yaml.map(Head::parse) {
        let edited = seal(&head, body) != head.seal;
        if edited {
            tell::line(&format!("{shown}: bewerkt na generatie; dat komt in de herkomst te staan"));
        }
        let file = sources.add(&shown, &text);
        hold_against_case(&head, edited, file, loader);
    }
    let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
    Some(Job { path: shown, text, folder })
}

/// Where the case is at hand: its protected names stay protected, also while the case is in
/// error, and judgements and figures that an edit changed are pointed out.
fn hold_against_case(head: &Head, edited: bool, file: FileId, loader: &mut Loader) {
    // Only a nota has one case behind it.
    if head.document != NOTA {
        if edited {
            let shown = loader.sources.path(file).to_owned();
            loader.report.push(Diagnostic::of_file(Code::NotHeldAgainst, shown));
        }
        return;
    }
    let case = Path::new("cases").join(&head.case);
    if head.case.contains(['/', '\\']) || !case.is_dir() {
        let shown = loader.sources.path(file).to_owned();
        let diagnostic = Diagnostic::of_file(Code::NamesNotChecked, shown);
        loader.report.push(diagnostic.with("value", &head.case));
        return;
    }
    // A list of names that cannot be read leaves its error in the report, and nothing is written.
    let protected = loader.protected_people(&case).unwrap_or_default();
    let Loader { sources, report, .. } = loader;
    if let Some(source) = leak(sources.text(file), &protected_names(&protected)) {
        let shown = sources.path(file);
        report.push(Diagnostic::of_file(Code::ProtectedName, shown).with("source", source));
    }
    if !edited || !case.join("case.yaml").is_file() {
        return;
    }
    let mut prepared = scored(&[case]);
    let now = prepared.notas().into_iter().next().flatten();
    if let Some(nota) = now.filter(|_| !prepared.has_errors()) {
        compare_edited((&nota.head, &nota.body), head, file, sources, report);
    }
}

fn write(file: &Path, pdf: &[u8]) -> Result<Option<PathBuf>> {
    let parent = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Some(folder) = Folder::open(parent)? else {
        tell::busy(parent);
        return Ok(None);
    };
    let stem = file.file_stem().map_or("nota".into(), |s| s.to_string_lossy());
    folder.write(&format!("{stem}.pdf"), pdf).map(Some)
}
