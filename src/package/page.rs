//! The page that lists the files of a publication: what each is, how large, and how to check it.

use super::facts::Facts;
use super::file::{File, Role};
use super::schema_org::json_ld;
use crate::assets::Assets;
use crate::diagnostics::{Report, SourceMap};
use crate::dutch::{date, size};
use crate::markdown::Kind;
use crate::model::{PartialDate, Status, Step};
use crate::publish::{Form, STYLE};
use crate::templates::{Language, Templates, between_tags, css_string};
use crate::view::words;
use serde::Serialize;

/// The template of the page.
const TEMPLATE: &str = "html/publicatie.html.jinja";

/// The data for the page's template.
#[derive(Serialize)]
struct Sheet<'a> {
    title: &'a str,
    subtitle: Option<&'a str>,
    author: &'a str,
    body: &'a str,
    publisher: Option<&'a str>,
    identifier: Option<&'a str>,
    date: String,
    /// The day on which the study is made public, in words.
    on: Option<String>,
    /// The status as its key, and as shown to the reader.
    status: &'a str,
    status_text: &'a str,
    status_css: String,
    notice: &'a [String],
    summary: Option<&'a str>,
    subjects: &'a [String],
    closed: Vec<Closed<'a>>,
    documents: Vec<Item<'a>>,
    /// Files for other programs, by what they are for.
    data: Vec<Item<'a>>,
    version: &'static str,
    style: String,
    tokens: &'a toml::Table,
    /// The description for search engines.
    json_ld: String,
}

/// A document with its forms, or files with one purpose.
#[derive(Serialize)]
struct Item<'a> {
    title: &'static str,
    what: &'static str,
    links: Vec<Link<'a>>,
}

/// A link to a file.
#[derive(Serialize)]
struct Link<'a> {
    path: &'a str,
    text: String,
    what: &'static str,
    size: String,
}

/// A step that was closed, and why.
#[derive(Serialize)]
struct Closed<'a> {
    step: &'static str,
    reason: &'a [String],
}

/// The page. `None` if there is an error in the template or the tokens.
pub fn page(
    facts: &Facts,
    files: &[File],
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<u8>> {
    let (templates, tokens) = Templates::with_tokens(Language::Html, assets, sources, report)?;
    let status_text = words::status(facts.status);
    let closed = facts.closed.iter();
    let sheet = Sheet {
        title: &facts.title,
        subtitle: facts.subtitle.as_deref(),
        author: &facts.author,
        body: &facts.body.name,
        publisher: facts.publisher.as_ref().map(|publisher| publisher.name.as_str()),
        identifier: facts.identifier.as_deref(),
        date: date(facts.date),
        on: facts.on.map(|day| date(PartialDate::Day(day))),
        status: facts.status.key(),
        status_text,
        status_css: css_string(status_text),
        notice: if facts.status == Status::Definitief { &[] } else { &facts.notice },
        summary: facts.summary.as_deref(),
        subjects: &facts.subjects,
        closed: closed.map(|(step, reason)| Closed { step: step_word(*step), reason }).collect(),
        documents: [Kind::Nota, Kind::Report].into_iter().filter_map(|k| item(k, files)).collect(),
        data: DATA.into_iter().filter_map(|group| data(group, files)).collect(),
        version: env!("CARGO_PKG_VERSION"),
        style: between_tags(assets, STYLE),
        tokens: &tokens,
        json_ld: json_ld(facts, files),
    };
    templates.render(TEMPLATE, &sheet, report).map(String::into_bytes)
}

/// A step, for a reader.
fn step_word(step: Step) -> &'static str {
    match step {
        Step::Plan => "Onderzoeksplan",
        Step::Hearing => "Ambtelijk wederhoor",
        Step::Reaction => "Bestuurlijke reactie",
        Step::Afterword => "Nawoord",
        Step::Decision => "Raadsbesluit",
    }
}

/// A document and its forms; `None` if it is not published.
fn item(kind: Kind, files: &[File]) -> Option<Item<'_>> {
    let link = |file: &'_ File| match file.role {
        Role::Document(own, form) if own == kind => Some(form_word(form)),
        _ => None,
    };
    let links: Vec<Link<'_>> = files
        .iter()
        .filter_map(|file| {
            let (form, what) = link(file)?;
            let text = format!("{} {form}", kind.title());
            Some(Link { path: &file.path, text, what, size: size(file.bytes.len()) })
        })
        .collect();
    let what = match kind {
        Kind::Nota => "Wat de rekenkamer concludeert en aanbeveelt.",
        _ => "Alle bevindingen, met de bronnen waar zij op rusten.",
    };
    (!links.is_empty()).then_some(Item { title: kind.title(), what, links })
}

/// A form behind the title of a document, and what it is good for.
fn form_word(form: Form) -> (&'static str, &'static str) {
    match form {
        Form::Pdf => ("als pdf", "om te lezen, te bewaren en te printen"),
        Form::Html => ("als webpagina", "leest goed op een telefoon"),
        Form::Docx => ("als Word-bestand", "om uit over te nemen"),
        Form::Odt => ("als OpenDocument", "om uit over te nemen"),
    }
}

/// Files for other programs: what they are for, and which they are.
type Data = (&'static str, &'static str, fn(Role) -> bool);

const DATA: [Data; 3] = [
    ("Voor wie het onderzoek wil vergelijken", "Het oordeel per norm, als gegevens.", |role| {
        role == Role::Scorecard
    }),
    (
        "Voor zoekdiensten van de overheid",
        "Een beschrijving van elk document, volgens DiWoo.",
        |role| matches!(role, Role::Diwoo(_)),
    ),
    (
        "Voor het archief",
        "Een beschrijving van elk document en elk bestand, volgens MDTO.",
        |role| role == Role::Mdto,
    ),
];

/// A group of files for other programs; `None` if none of them is published.
fn data((title, what, is): Data, files: &[File]) -> Option<Item<'_>> {
    let own = files.iter().filter(|file| is(file.role));
    let links: Vec<Link<'_>> = own
        .map(|file| {
            let text = file.path.rsplit('/').next().unwrap_or_default().to_owned();
            Link { path: &file.path, text, what: "", size: size(file.bytes.len()) }
        })
        .collect();
    (!links.is_empty()).then_some(Item { title, what, links })
}
