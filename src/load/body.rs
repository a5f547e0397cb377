//! Validates whom a case is about: `municipality`, or `body` for any kind of body.

use super::raw::body::{RawBody, RawInhabitants, RawMunicipality};
use super::raw::{Context, May, Must, Text, kinds};
use super::values::MOST_INHABITANTS;
use crate::diagnostics::{Code, Diagnostic, nearest, phrase};
use crate::model::{Body, BodyKind, PROVINCES, PartialDate};
use std::collections::BTreeMap;

/// A number of inhabitants that is still to be read from a table.
pub struct Counted {
    pub table: RawInhabitants,
    pub date: Option<PartialDate>,
    /// Whether the case gives a code, be it a wrong one.
    pub has_code: bool,
}

/// The audited body, which a case gives in one of two ways.
pub fn body(
    short: May<RawMunicipality>,
    full: May<RawBody>,
    sources: &[&str],
    cx: &mut Context<'_>,
) -> Option<(Body, Option<Counted>)> {
    if let (Some(short), Some(full)) = (short.as_ref(), full.as_ref()) {
        let later = if short.span.start > full.span.start { short.span } else { full.span };
        cx.push(Diagnostic::at(Code::BodyTwice, later));
        return None;
    }
    if full.is_none() && !full.is_broken() {
        let raw = cx.need(short.asked_for())?;
        return Some(of_kind(BodyKind::Gemeente, raw, sources, cx));
    }
    let (kind, same) = as_municipality(full.known()?);
    let kind = cx.value(kind);
    let kind = cx.word(kind);
    match kind {
        Some(kind) => Some(of_kind(kind, same, sources, cx)),
        // What the other keys must be depends on the kind.
        None => {
            cx.value(same.name);
            None
        }
    }
}

/// The kind of a body, and its other keys as those of a municipality.
fn as_municipality(raw: RawBody) -> (Must<Text<kinds::BodyKind>>, RawMunicipality) {
    let same = RawMunicipality {
        span: raw.span,
        name: raw.name,
        cbs_code: raw.code,
        province: raw.province,
        inhabitants: raw.inhabitants,
        inhabitants_from: raw.inhabitants_from,
        inhabitants_date: raw.inhabitants_date,
        inhabitants_source: raw.inhabitants_source,
        attributes: raw.attributes,
    };
    (raw.kind, same)
}

/// The kind and the keys of the body of a case, as far as they can be read.
pub fn facts(
    short: May<RawMunicipality>,
    full: May<RawBody>,
) -> Option<(BodyKind, RawMunicipality)> {
    let Some(raw) = full.known() else { return Some((BodyKind::Gemeente, short.known()?)) };
    let (kind, same) = as_municipality(raw);
    let word = kind.known()?.value?;
    let kind = BodyKind::ALL.into_iter().find(|kind| kind.key() == word.trim())?;
    Some((kind, same))
}

/// What the body of a case is called where its name stands alone, as far as that can be read.
pub fn label(short: May<RawMunicipality>, full: May<RawBody>) -> Option<String> {
    let (kind, facts) = facts(short, full)?;
    facts.name.known()?.value.map(|name| kind.label(kind.known_as(&name)))
}

fn of_kind(
    kind: BodyKind,
    raw: RawMunicipality,
    sources: &[&str],
    cx: &mut Context<'_>,
) -> (Body, Option<Counted>) {
    let _span = raw.span;
    // Without a name there is no report: everything in it is about this body.
    let name = cx.value(raw.name);
    let name = cx.text_some(name).unwrap_or_default();
    let name = kind.known_as(&name).to_owned();
    let has_code = raw.cbs_code.is_some();
    let code = code(kind, raw.cbs_code, cx);
    let date = cx.date(raw.inhabitants_date);
    let typed = raw.inhabitants.as_ref().is_some_and(|t| t.value.is_some());
    let from = raw.inhabitants_from;
    if (typed && from.is_some()) || from.is_broken() {
        cx.suppressed.push(Code::NoInhabitants);
    }
    if let Some(table) = from.as_ref().filter(|_| typed) {
        let diagnostic = Diagnostic::at(Code::PeerTableUnfit, table.span);
        cx.push(diagnostic.with("problem", "inhabitants-both"));
    }
    let counted = from.known().filter(|_| !typed);
    let counted = counted.map(|table| Counted { table, date, has_code });
    let inhabitants = cx.whole(raw.inhabitants, 1, MOST_INHABITANTS).map(|n| (n, date));
    if typed && inhabitants.is_none() {
        cx.suppressed.push(Code::NoInhabitants);
    }
    let inhabitants_source = cx.reference(raw.inhabitants_source, sources, Code::UnknownSource);
    let mut attributes = BTreeMap::new();
    for (key, value) in raw.attributes.into_iter().flat_map(|m| m.entries) {
        if let (Some(key), Some(value)) = (key.value, cx.text_some(value)) {
            attributes.insert(key, value);
        }
    }
    let province = province(kind, raw.province, cx);
    (Body { kind, name, code, province, inhabitants, inhabitants_source, attributes }, counted)
}

/// The province of a municipality. Any text is allowed, for a municipality abroad or a fictitious
/// one; only a value that resembles one of the twelve is reported.
fn province(kind: BodyKind, raw: May<Text>, cx: &mut Context<'_>) -> Option<String> {
    let span = raw.as_ref()?.span;
    let typed = cx.text_some(raw)?;
    if kind != BodyKind::Gemeente {
        let diagnostic = Diagnostic::at(Code::UnfitForKind, span).with("value", "province");
        let diagnostic = diagnostic.with("kind", kind.noun());
        cx.push(diagnostic.with("help", phrase("province-as-attribute")));
        return None;
    }
    // The Dutch name of Fryslân is accepted too.
    if !PROVINCES.contains(&typed.as_str()) && typed != "Friesland" {
        let short = (typed == "Brabant").then_some("Noord-Brabant");
        if let Some(near) = nearest(&typed, PROVINCES).or(short) {
            let diagnostic = Diagnostic::at(Code::NearlyProvince, span).with("value", &typed);
            cx.push(diagnostic.with("nearest", near));
        }
    }
    Some(typed)
}

/// The official code of a body. Only its form is checked, and only where the kind has one.
pub(super) fn code(kind: BodyKind, raw: May<Text>, cx: &mut Context<'_>) -> Option<String> {
    let Text { value: Some(value), span, .. } = raw.known()? else { return None };
    let Some((prefix, length)) = kind.code() else { return Some(value) };
    let digits = value.strip_prefix(prefix).filter(|d| d.len() == length);
    if digits.is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit())) {
        return Some(value);
    }
    let letter = |c: char| prefix.contains(c.to_ascii_uppercase()) || matches!(c, ' ' | '-');
    let digits = value.trim_start_matches(letter);
    // Excel removes a leading zero.
    let whole = digits.len() == length || digits == value && (2..length).contains(&digits.len());
    let meant = digits.parse::<u16>().ok().filter(|_| whole);
    let help = match meant {
        Some(number) => phrase("write-code").with("code", format!("{prefix}{number:0length$}")),
        None => phrase("id-of-body")
            .with("kind", kind.noun())
            .with("prefix", prefix)
            .with("length", length.to_string()),
    };
    cx.push(Diagnostic::at(Code::BadId, span).with("value", value).with("help", help));
    None
}
