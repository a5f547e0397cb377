//! A nota as PDF/UA-1 and PDF/A-2a at once.

use super::world::{Desk, Typesetter};
use super::{glyphs, images, report_problems};
use crate::diagnostics::{Code, Diagnostic, FileId, Report, SourceMap, Span};
use crate::markdown::{Block, Head, parse, seal, split};
use serde::Serialize;
use std::path::Path;
use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The document as the theme reads it.
#[derive(Serialize)]
struct Page<'a> {
    meta: Meta<'a>,
    blocks: &'a [Block],
}

/// What the theme must know beside the text.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Meta<'a> {
    #[serde(flatten)]
    head: &'a Head,
    edited: bool,
    provenance: String,
}

/// Sets a nota. `file` is its text in `sources`, `folder` where its images stand. `None` where
/// an error keeps it from being set; all problems stand in the report.
///
/// Runs in a thread with [`super::STACK`].
pub fn pdf(
    typesetter: &Typesetter,
    file: FileId,
    folder: &Path,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<u8>> {
    let text = sources.text(file);
    let (yaml, body) = split(text);
    let head = match yaml.map_or(Err("title".to_owned()), Head::parse) {
        Ok(head) => head,
        Err(key) => {
            let span = Span { file, start: 0, end: text.find('\n').unwrap_or(text.len()) };
            report.push(Diagnostic::at(Code::NoFrontMatter, span).with("key", key));
            return None;
        }
    };
    let hash = seal(&head, body);
    let edited = hash != head.seal;
    let mut document = parse(text);
    let mut found = Report::default();
    report_problems(&document.problems, file, sources, &mut found);
    glyphs::check_document(typesetter, &document.blocks, file, sources, &mut found);
    let images = images::collect(&mut document.blocks, folder, file, sources, &mut found);
    let broken = found.has_errors();
    report.extend(found);
    if broken {
        return None;
    }
    let mark = hash.get(..12).unwrap_or(&hash);
    let provenance = format!("Gemaakt met rekenkamer {}; controlegetal {mark}", head.version);
    let page = Page { meta: Meta { head: &head, edited, provenance }, blocks: &document.blocks };
    let json = serde_json::to_vec(&page).unwrap_or_default();
    set(typesetter, &typesetter.world(json, images), &head, sources, report)
}

fn set(
    typesetter: &Typesetter,
    world: &Desk<'_>,
    head: &Head,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<u8>> {
    let mut tell = |found: &[SourceDiagnostic]| {
        for diagnostic in found {
            report.push(explain(diagnostic, typesetter, world, sources));
        }
    };
    let compiled = typst::compile::<PagedDocument>(world);
    tell(&compiled.warnings);
    let document = compiled.output.map_err(|errors| tell(&errors)).ok()?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).ok()?;
    let options = PdfOptions {
        standards,
        creator: typst::foundations::Smart::Custom(Some(format!("rekenkamer {}", head.version))),
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| tell(&errors)).ok();
    typst::comemo::evict(2);
    pdf
}

/// An error of Typst at its place in the theme, where it has one there.
fn explain(
    found: &SourceDiagnostic,
    typesetter: &Typesetter,
    world: &Desk<'_>,
    sources: &mut SourceMap,
) -> Diagnostic {
    let code = match found.severity {
        Severity::Error => Code::TypesettingFails,
        Severity::Warning => Code::TypesettingWarns,
    };
    let trace = found.trace.iter().map(|t| t.span.into());
    let place = std::iter::once(found.span).chain(trace).find_map(|span| {
        let (path, text) = typesetter.theme_file(span.id()?)?;
        let range = world.range(span)?;
        let file = sources.add(path, text);
        Some(Span { file, start: range.start, end: range.end })
    });
    let hints: Vec<&str> = found.hints.iter().map(|h| h.v.as_str()).collect();
    let diagnostic = match place {
        Some(span) => Diagnostic::at(code, span),
        None => Diagnostic::of_file(code, "templates/theme"),
    };
    let help = (!hints.is_empty()).then(|| hints.join("; "));
    diagnostic.with("reason", found.message.as_str()).with_some("help", help)
}
