//! Publishes a document as both PDF/UA-1 and PDF/A-2a; with a scorecard attached, PDF/A-3a.

use super::anchors::{Anchors, anchors};
use super::lengths::add_lengths;
use super::manuscript::{ATTACHED, Manuscript};
use super::unbroken::{Piece, pieces, unbroken};
use super::world::{DocumentWorld, Typesetter};
use crate::diagnostics::{Code, Diagnostic, Fact, Report, SourceMap, Span, library_says, phrase};
use crate::markdown::{Head, Kind};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};
use typst::foundations::{NativeElement, Smart, StyleChain};
use typst::introspection::Introspector;
use typst::model::HeadingElem;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Most pages of a nota, cover and contents included.
const MOST_PAGES: usize = 12;

/// Number of chapters that the advice on a long nota names.
const NAMED: usize = 3;

/// The document as input for the theme.
#[derive(Serialize)]
struct Description<'a> {
    meta: Meta<'a>,
    blocks: Value,
}

/// The metadata for the theme.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Meta<'a> {
    #[serde(flatten)]
    head: &'a Head,
    /// The title with non-breaking spaces where no line may end.
    whole_title: String,
    edited: bool,
    provenance: &'a str,
    /// The name of the file attached to the PDF.
    attached: Option<&'static str>,
}

/// A document whose pages are laid out, before export.
pub struct Layout<'a> {
    typesetter: &'a Typesetter,
    world: DocumentWorld<'a>,
    version: String,
    durable: PdfStandard,
    document: PagedDocument,
}

/// Publishes a document as PDF. `None` if an error prevents it; all problems are in the report.
///
/// Must run in a thread with [`crate::parallel::STACK`].
pub fn pdf(
    typesetter: &Typesetter,
    manuscript: &Manuscript,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<u8>> {
    let layout = lay_out(typesetter, manuscript, sources, report)?;
    layout
        .too_long(manuscript.head.kind, sources.path(manuscript.file))
        .into_iter()
        .for_each(|d| report.push(d));
    layout.pdf(sources, report)
}

/// Lays out the pages of a document. `None` if an error prevents it; all problems are in the
/// report. Typst's caches of it stay in memory until [`forget`].
///
/// Must run in a thread with [`crate::parallel::STACK`].
pub fn lay_out<'a>(
    typesetter: &'a Typesetter,
    manuscript: &Manuscript,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Layout<'a>> {
    let mut files = manuscript.images.clone();
    let card = manuscript.scorecard.as_ref().map(|card| card.clone().into_bytes());
    files.extend(card.map(|card| (format!("/{ATTACHED}"), card)));
    let world = typesetter.world(description(manuscript), files);
    // Only PDF/A-3 allows attached files.
    let durable = match manuscript.scorecard {
        Some(_) => PdfStandard::A_3a,
        None => PdfStandard::A_2a,
    };
    let compiled = typst::compile::<PagedDocument>(&world);
    report_all(&compiled.warnings, typesetter, &world, sources, report);
    match compiled.output {
        Ok(document) => {
            let version = manuscript.head.version.clone();
            Some(Layout { typesetter, world, version, durable, document })
        }
        Err(errors) => {
            report_all(&errors, typesetter, &world, sources, report);
            None
        }
    }
}

/// Drops Typst's cache entries that were not used for the last `age` documents.
pub fn forget(age: usize) {
    typst::comemo::evict(age);
}

impl Layout<'_> {
    /// Exports the document as PDF. `None` if an error prevents it; all problems are in the report.
    pub fn pdf(&self, sources: &mut SourceMap, report: &mut Report) -> Option<Vec<u8>> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, self.durable]).ok()?;
        let options = PdfOptions {
            standards,
            creator: Smart::Custom(Some(format!("rekenkamer {}", self.version))),
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&self.document, &options);
        pdf.map_err(|errors| report_all(&errors, self.typesetter, &self.world, sources, report))
            .ok()
    }

    /// Reports a document that is longer than its reader reads.
    fn too_long(&self, kind: Kind, path: &str) -> Option<Diagnostic> {
        let count = self.pages().len();
        let about = |code| Diagnostic::of_file(code, path).with("count", count.to_string());
        match kind {
            Kind::Summary | Kind::Factsheet if count > 1 => {
                let what = if kind == Kind::Factsheet { "factsheet" } else { "summary" };
                Some(about(Code::SummaryTooLong).with("what", what))
            }
            Kind::Nota if count > MOST_PAGES => {
                let longest = self.longest_chapters(count);
                let each = longest.into_iter().map(|(title, pages)| {
                    Fact::from(phrase("pages-of-chapter").with("of", title).with("count", pages))
                });
                let diagnostic = about(Code::NotaTooLong).with("most", MOST_PAGES);
                Some(diagnostic.with("chapters", Fact::Row(each.collect(), ", ")))
            }
            _ => None,
        }
    }

    /// The chapters of more than a page with their numbers of pages, the longest first.
    fn longest_chapters(&self, count: usize) -> Vec<(String, usize)> {
        let introspector = self.document.introspector();
        let headings = introspector.query(&HeadingElem::ELEM.select());
        let mut starts: Vec<(String, usize)> = Vec::new();
        for heading in &headings {
            let Some(element) = heading.to_packed::<HeadingElem>() else { continue };
            let level = element.resolve_level(StyleChain::default()).get();
            let page = heading.location().and_then(|at| introspector.page(at));
            if let (1, Some(page)) = (level, page) {
                starts.push((element.body.plain_text().to_string(), page.get()));
            }
        }
        // The first is the table of contents.
        let starts = starts.split_off(1.min(starts.len()));
        let ends = starts.iter().skip(1).map(|(_, page)| *page).chain([count + 1]);
        let ends: Vec<usize> = ends.collect();
        let mut out: Vec<(String, usize)> = starts
            .into_iter()
            .zip(ends)
            .map(|((title, start), end)| (title, end.saturating_sub(start)))
            .filter(|(_, pages)| *pages > 1)
            .collect();
        out.sort_by_key(|(_, pages)| std::cmp::Reverse(*pages));
        out.truncate(NAMED);
        out
    }

    /// The pages, in order.
    #[must_use]
    pub fn pages(&self) -> &[Page] {
        self.document.pages()
    }
}

/// The input for the theme, as JSON.
#[must_use]
pub fn description(manuscript: &Manuscript) -> Vec<u8> {
    let Manuscript { head, edited, provenance, blocks, scorecard, .. } = manuscript;
    let attached = scorecard.as_ref().map(|_| ATTACHED);
    let whole_title = unbroken(&head.title);
    let meta = Meta { head, whole_title, edited: *edited, provenance, attached };
    let anchors = anchors(blocks);
    let mut blocks = serde_json::to_value(blocks).unwrap_or_default();
    in_pieces(&mut blocks);
    add_lengths(&mut blocks);
    drop_dead_links(&mut blocks, &anchors);
    serde_json::to_vec(&Description { meta, blocks }).unwrap_or_default()
}

/// Empties the address of a link to an unknown anchor, which Typst would refuse.
fn drop_dead_links(value: &mut Value, anchors: &Anchors) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| drop_dead_links(item, anchors)),
        Value::Object(keys) => {
            let anchor = keys.get("url").and_then(Value::as_str).and_then(|u| u.strip_prefix('#'));
            if anchor.is_some_and(|anchor| !anchors.contains(anchor)) {
                keys.insert("url".to_owned(), json!(""));
            }
            keys.values_mut().for_each(|item| drop_dead_links(item, anchors));
        }
        _ => {}
    }
}

/// Splits each text into ordinary text, pieces that stay on one line, addresses and symbols.
fn in_pieces(value: &mut Value) {
    match value {
        Value::Array(items) => {
            for mut item in std::mem::take(items) {
                match item.get("v").and_then(Value::as_str).filter(|_| item["t"] == "text") {
                    Some(text) => items.extend(pieces(text).into_iter().map(piece)),
                    None => {
                        in_pieces(&mut item);
                        items.push(item);
                    }
                }
            }
        }
        Value::Object(keys) => keys.values_mut().for_each(in_pieces),
        _ => {}
    }
}

fn piece((kind, text): (Piece, &str)) -> Value {
    match kind {
        Piece::Text => json!({"t": "text", "v": text}),
        Piece::Whole => json!({"t": "whole", "v": text.replace(' ', "\u{a0}")}),
        Piece::Address => json!({"t": "address", "v": text}),
        Piece::Symbol => json!({"t": "whole", "v": text, "symbol": true}),
    }
}

/// Reports the errors and warnings of Typst.
fn report_all(
    found: &[SourceDiagnostic],
    typesetter: &Typesetter,
    world: &DocumentWorld<'_>,
    sources: &mut SourceMap,
    report: &mut Report,
) {
    // A missing font causes a warning at every place that uses it; the warning is reported once.
    let mut reported = BTreeSet::new();
    let mut new =
        |d: &&SourceDiagnostic| d.severity == Severity::Error || reported.insert(d.message.clone());
    for diagnostic in found.iter().filter(&mut new) {
        report.push(explain(diagnostic, typesetter, world, sources));
    }
}

/// Converts a diagnostic of Typst, placed in the theme if it has a place there.
fn explain(
    found: &SourceDiagnostic,
    typesetter: &Typesetter,
    world: &DocumentWorld<'_>,
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
    let diagnostic = match place {
        Some(span) => Diagnostic::at(code, span),
        None => Diagnostic::of_file(code, "templates/theme"),
    };
    let help = if place.is_some() { phrase("theme-help") } else { phrase("theme-away") };
    let font = found.message.strip_prefix("unknown font family: ");
    let problem = if font.is_some() { "font" } else { "other" };
    let reason = match (font, found.severity) {
        (Some(name), _) => phrase("font-unknown").with("name", name).into(),
        (None, Severity::Error) => library_says(phrase("theme-stuck"), "Typst", &message(found)),
        (None, Severity::Warning) => library_says(phrase("theme-warns"), "Typst", &message(found)),
    };
    diagnostic.with("problem", problem).with("help", help).with("reason", reason)
}

/// The message of Typst, with its hints.
fn message(found: &SourceDiagnostic) -> String {
    let hints = found.hints.iter().map(|hint| hint.v.as_str());
    std::iter::once(found.message.as_str()).chain(hints).collect::<Vec<_>>().join("; ")
}
