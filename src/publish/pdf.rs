//! A document as PDF/UA-1 and PDF/A-2a at once; with a scorecard in it, PDF/A-3a.

use super::Manuscript;
use super::manuscript::ATTACHED;
use super::world::{Desk, Typesetter};
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, Span};
use crate::markdown::{Block, Head};
use serde::Serialize;
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
    provenance: &'a str,
    /// The name of the file that travels inside the PDF.
    attached: Option<&'static str>,
}

/// Sets a document. `None` where an error keeps it from being set; all problems stand in the
/// report.
///
/// Runs in a thread with [`super::STACK`].
pub fn pdf(
    typesetter: &Typesetter,
    manuscript: &Manuscript,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<u8>> {
    let json = description(manuscript);
    let mut files = manuscript.images.clone();
    let card = manuscript.scorecard.as_ref().map(|card| card.clone().into_bytes());
    files.extend(card.map(|card| (format!("/{ATTACHED}"), card)));
    let world = typesetter.world(json, files);
    // Only PDF/A-3 may carry other files.
    let durable = match manuscript.scorecard {
        Some(_) => PdfStandard::A_3a,
        None => PdfStandard::A_2a,
    };
    set(typesetter, &world, (&manuscript.head, durable), sources, report)
}

/// The document as the theme reads it, as JSON.
pub fn description(manuscript: &Manuscript) -> Vec<u8> {
    let Manuscript { head, edited, provenance, blocks, scorecard, .. } = manuscript;
    let attached = scorecard.as_ref().map(|_| ATTACHED);
    let page = Page { meta: Meta { head, edited: *edited, provenance, attached }, blocks };
    serde_json::to_vec(&page).unwrap_or_default()
}

fn set(
    typesetter: &Typesetter,
    world: &Desk<'_>,
    (head, durable): (&Head, PdfStandard),
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
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, durable]).ok()?;
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
