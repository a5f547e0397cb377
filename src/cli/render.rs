//! `rekenkamer render`: sets any nota.md again, also one edited by hand.

use super::prepare::{assets, scored};
use super::set::{Job, Published, set_all};
use super::{Outcome, tell};
use crate::diagnostics::{Code, Diagnostic, FileId, Span};
use crate::grounds::compare_edited;
use crate::load::Loader;
use crate::markdown::{Head, Kind, seal, split};
use crate::output::{Folder, leak, protected_names};
use crate::publish::Form;
use anyhow::Result;
use clap::ValueEnum;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Arguments of `render`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// De nota's om te zetten
    #[arg(required = true, value_name = "NOTA.MD")]
    files: Vec<PathBuf>,
    /// In welke vormen, met komma's ertussen
    #[arg(long, value_enum, value_delimiter = ',', default_value = "pdf")]
    format: Vec<Format>,
}

/// In which form a document is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// PDF/UA-1 en PDF/A-2a
    Pdf,
    /// Eén toegankelijk HTML-bestand
    Html,
    /// Word
    Docx,
}

impl Args {
    /// The forms, each once.
    fn forms(&self) -> Vec<Form> {
        let asked = |(format, form)| self.format.contains(&format).then_some(form);
        let all =
            [(Format::Pdf, Form::Pdf), (Format::Html, Form::Html), (Format::Docx, Form::Docx)];
        all.into_iter().filter_map(asked).collect()
    }
}

/// Sets notas; each comes beside its Markdown.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    let jobs: Vec<Job> =
        args.files.iter().filter_map(|file| job(file, args.forms(), &mut loader)).collect();
    tell::problems(&loader.report, &loader.sources);
    if loader.report.has_errors() {
        tell::line(&tell::summary(&loader.report.sorted()));
        tell::line("er is niets geschreven");
        return Ok(Outcome::Errors);
    }
    let Some(published) = set_all(&jobs, &assets())? else {
        return Ok(Outcome::Errors);
    };
    let mut written = Vec::new();
    for (file, forms) in args.files.iter().zip(published) {
        if !write(file, &forms, &mut written)? {
            return Ok(Outcome::Errors);
        }
    }
    tell::written(&written)
}

fn job(path: &Path, forms: Vec<Form>, loader: &mut Loader) -> Option<Job> {
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
    Some(Job {
        path: shown,
        text,
        folder,
        figures: BTreeMap::new(),
        forms,
        scorecard: None,
        dump: false,
    })
}

/// Where the case is at hand: its protected names stay protected, also while the case is in
/// error, and judgements and figures that an edit changed are pointed out.
fn hold_against_case(head: &Head, edited: bool, file: FileId, loader: &mut Loader) {
    // A comparison has no one case behind it.
    if !Kind::OF_CASE.contains(&head.kind) {
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
    let now = prepared.papers(head.kind).into_iter().next().flatten();
    if let Some(nota) = now.filter(|_| !prepared.has_errors()) {
        compare_edited((&nota.head, &nota.body), head, file, sources, report);
    }
}

/// Writes a document in its forms; `false` where another run is writing there.
fn write(file: &Path, published: &Published, written: &mut Vec<PathBuf>) -> Result<bool> {
    let parent = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Some(folder) = Folder::open(parent)? else {
        tell::busy(parent);
        return Ok(false);
    };
    let stem = file.file_stem().map_or("nota".into(), |s| s.to_string_lossy());
    for (form, bytes) in &published.forms {
        written.push(folder.write(&format!("{stem}.{}", form.ending()), bytes)?);
    }
    Ok(true)
}
