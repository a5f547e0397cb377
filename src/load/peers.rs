//! The figures of comparable municipalities: in the case itself, or in a file of `compare`.

use super::amount::measured;
use super::loader::{Loader, cx};
use super::raw::case::{
    RawFilePeerSet, RawPeer, RawPeerSet, RawPeerTable, RawPeersFile, RawPeersFrom,
};
use super::raw::{Context, List, May, Must, Text};
use super::reading::Files;
use super::references::References;
use super::values::Ids;
use super::values::MOST_INHABITANTS;
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::model::PEERS_FORMAT;
use crate::model::{Framework, Located, Measure, Peer, PeerSet, Quantity, spelled};
use std::sync::Arc;

/// The sets of figures found so far, and their criteria.
#[derive(Default)]
pub struct Found {
    criteria: Ids,
    sets: Vec<PeerSet>,
}

impl Found {
    pub fn sets(self) -> Vec<PeerSet> {
        self.sets
    }

    pub fn add(&mut self, set: PeerSet, span: Span, cx: &mut Context<'_>) {
        self.criteria.note(&Located { value: set.criterion.clone(), span }, cx);
        self.sets.push(set);
    }
}

/// The figures in the case itself; the audited municipality is excluded. Sets whose figures are in a
/// table are returned, without them.
pub fn peers(
    raw: May<List<RawPeerSet>>,
    known: &References<'_>,
    frameworks: &[Arc<Framework>],
    own: &str,
    found: &mut Found,
    cx: &mut Context<'_>,
) -> Vec<(PeerSet, RawPeerTable)> {
    let mut of_tables = Vec::new();
    for item in raw.map(|l| l.items).unwrap_or_default() {
        let span = item.span;
        let criterion = cx.value(item.criterion);
        let criterion = cx.reference(criterion, known.criteria, Code::UnknownCriterion);
        let source = cx.value(item.source);
        let source = cx.reference(source, known.sources, Code::UnknownSource);
        let selection = cx.text(item.selection);
        let unit = cx.value(item.unit);
        if let (Some(id), Some(unit)) = (&criterion, unit) {
            check_unit(id, &unit, frameworks, cx);
        }
        if criterion.is_none() || source.is_none() {
            cx.suppressed.push(Code::TooFewPeers);
        }
        let quantity = criterion.as_ref().and_then(|id| quantity(id, frameworks));
        if let (Some(table), Some(list)) = (item.from.as_ref(), item.municipalities.as_ref()) {
            let at = if table.span.start > list.span.start { table.span } else { list.span };
            cx.push(Diagnostic::at(Code::PeerTableUnfit, at).with("problem", "both"));
            cx.suppressed.push(Code::TooFewPeers);
            continue;
        }
        let from_table = item.from.is_some() || item.from.is_broken();
        let municipalities = match from_table {
            true => Vec::new(),
            false => municipalities(item.municipalities.asked_for(), own, quantity, cx),
        };
        if let (Some(criterion), Some(source)) = (criterion, source) {
            let (place, table) = (span, None);
            let set = PeerSet { criterion, source, selection, municipalities, place, table };
            match item.from.known() {
                Some(table) => of_tables.push((set, table)),
                None if from_table => cx.suppressed.push(Code::TooFewPeers),
                None => found.add(set, span, cx),
            }
        }
    }
    of_tables
}

/// The figures of a file that `compare --write-peers` wrote, for the frameworks that the case uses.
fn of_file(
    raw: RawPeersFile,
    source: &str,
    frameworks: &[Arc<Framework>],
    own: &str,
    found: &mut Found,
    cx: &mut Context<'_>,
) {
    let _span = raw.span;
    let format = cx.value(raw.format);
    if let Some(Text { value: Some(value), span, .. }) = format
        && value != PEERS_FORMAT
    {
        let diagnostic = Diagnostic::at(Code::OtherFormat, span).with("found", value);
        cx.push(diagnostic.with("expected", PEERS_FORMAT));
        return;
    }
    let selection = cx.text(raw.selection);
    for item in cx.need(raw.peers).into_iter().flat_map(|l| l.items) {
        let at = item.span;
        let Some((criterion, item)) = in_use(item, frameworks, cx) else { continue };
        let quantity = quantity(&criterion, frameworks);
        let municipalities = municipalities(item.municipalities, own, quantity, cx);
        let (source, selection) = (source.to_owned(), selection.clone());
        let table = None;
        let set = PeerSet { criterion, source, selection, municipalities, place: at, table };
        found.add(set, at, cx);
    }
}

/// The criterion of a set, if the case uses its framework in the same version.
fn in_use(
    mut item: RawFilePeerSet,
    frameworks: &[Arc<Framework>],
    cx: &mut Context<'_>,
) -> Option<(String, RawFilePeerSet)> {
    let id = cx.value(item.framework.take())?.value?;
    let framework = frameworks.iter().find(|f| f.id == id)?;
    let (typed, at) = match framework.version.is_empty() {
        true => item.version.take().map(|v| (v.value, v.span)).unwrap_or((None, item.span)),
        false => cx.value(item.version.take().asked_for()).map(|v| (v.value, v.span))?,
    };
    let typed = typed.unwrap_or_default();
    if typed != framework.version {
        let diagnostic = Diagnostic::at(Code::VersionDiffers, at).with("found", typed);
        cx.push(diagnostic.with("expected", &framework.version));
        return None;
    }
    let known: Vec<&str> = framework.criteria.iter().map(|c| c.id.as_str()).collect();
    let criterion = cx.value(item.criterion.take());
    let criterion = cx.reference(criterion, &known, Code::UnknownCriterion)?;
    if let Some(unit) = cx.value(item.unit.take()) {
        check_unit(&criterion, &unit, frameworks, cx);
    }
    Some((criterion, item))
}

fn municipalities(
    raw: Must<List<RawPeer>>,
    own: &str,
    quantity: Option<&Quantity>,
    cx: &mut Context<'_>,
) -> Vec<Peer> {
    let mut names = Ids::default();
    let mut out = Vec::new();
    if raw.has_lost() {
        cx.suppressed.push(Code::TooFewPeers);
    }
    for peer in cx.need(raw).into_iter().flat_map(|l| l.items) {
        let at = peer.name.as_ref().map_or(peer.span, |n| n.span);
        let name = cx.text(peer.name);
        names.note(&Located { value: name.clone(), span: at }, cx);
        let typed = peer.inhabitants.as_ref().is_some_and(|t| t.value.is_some());
        let inhabitants = cx.whole(peer.inhabitants, 1, MOST_INHABITANTS);
        let value = cx.value(peer.value).and_then(|v| measured(v, quantity, cx));
        if value.is_none() || (typed && inhabitants.is_none()) {
            cx.suppressed.push(Code::TooFewPeers);
        }
        if let Some(value) = value
            && spelled(&name) != spelled(own)
        {
            out.push(Peer { name, inhabitants, value });
        }
    }
    out
}

/// How a criterion is measured, if by a number.
pub fn quantity<'a>(id: &str, frameworks: &'a [Arc<Framework>]) -> Option<&'a Quantity> {
    match &frameworks.iter().find_map(|f| f.criterion(id))?.measure {
        Measure::Quantity(quantity) => Some(quantity),
        _ => None,
    }
}

fn check_unit(id: &str, unit: &Text, frameworks: &[Arc<Framework>], cx: &mut Context<'_>) {
    let typed = unit.value.clone().unwrap_or_default();
    if let Some(quantity) = quantity(id, frameworks)
        && quantity.unit != typed.trim()
    {
        let diagnostic = Diagnostic::at(Code::WrongUnit, unit.span);
        cx.push(diagnostic.with("value", typed).with("expected", &quantity.unit));
    }
}

impl Loader {
    /// The figures of the file that a case names, if it names one. The path is relative to the
    /// case's folder.
    pub(super) fn peers_from(
        &mut self,
        raw: May<RawPeersFrom>,
        known: &References<'_>,
        frameworks: &[Arc<Framework>],
        own: &str,
        found: &mut Found,
        files: &mut Files<'_>,
    ) {
        let Some(raw) = raw.known() else { return };
        let mut cx = cx!(self);
        let source = cx.value(raw.source);
        let source = cx.reference(source, known.sources, Code::UnknownSource);
        let name = cx.value(raw.file);
        let read = name.and_then(|Text { value, span, .. }| {
            let name = value?;
            let read = self.named(&name, Some(span), files)?;
            // The path is private to the researcher; the hash is not.
            files.hashes.remove(&name);
            files.hashes.insert("peers-from".to_owned(), read.hash.clone());
            Some(read)
        });
        let raw = read.and_then(|read| self.raw::<RawPeersFile>(&read));
        let mut cx = cx!(self);
        let (Some(source), Some(raw)) = (source, raw) else {
            cx.suppressed.push(Code::TooFewPeers);
            return;
        };
        of_file(raw, &source, frameworks, own, found, &mut cx);
    }
}
