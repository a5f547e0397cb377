//! The uptake of the recommendations of an earlier audit, checked against that audit if it is
//! available.

use super::loader::{Loader, cx};
use super::raw::case::{RawCase, RawFollowUp, RawRecommendation};
use super::raw::{Context, List, May, Raw as _, Text};
use super::references::References;
use super::values::Ids;
use super::yaml;
use crate::diagnostics::{Code, Diagnostic, Report, nearest, portable};
use crate::model::{EarlierAdvice, FollowUp, Located, PartialDate, Uptake};
use crate::text::composed;
use std::path::Path;

/// What is known of another case without validating it.
pub(super) struct Outline {
    /// The date of its study.
    pub(super) date: Option<PartialDate>,
    /// The ids of its recommendations.
    pub(super) recommendations: Vec<String>,
}

/// The names in a follow-up, with their positions.
pub struct Named {
    case: Located<String>,
    /// The ids of its recommendations.
    advice: Vec<Located<String>>,
}

fn located<K>(text: &Text<K>) -> Option<Located<String>> {
    Some(Located { value: text.value.clone()?, span: text.span })
}

/// The names in a follow-up; `None` where its list could not be read completely.
pub fn named(raw: Option<&RawFollowUp>) -> Option<Named> {
    let raw = raw?;
    let list: &List<_> = raw.recommendations.as_ref().filter(|list| list.whole)?;
    let advice = list.items.iter().map(|item| located(item.id.as_ref()?)).collect::<Option<_>>()?;
    Some(Named { case: located(raw.case.as_ref()?)?, advice })
}

impl Loader {
    /// Checks a follow-up against the earlier case: recommendations that the earlier case does not
    /// have, and recommendations without follow-up, are reported. An earlier case is next to this
    /// one, or in `cases`.
    /// `own` is the date of the study that follows it.
    pub(super) fn hold_against_earlier(
        &mut self,
        named: Option<Named>,
        own: Option<PartialDate>,
        folder: &Path,
    ) {
        let Some(Named { case, advice }) = named else { return };
        let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let beside = whole.parent().map(|above| above.join(&case.value));
        let below = Path::new("cases").join(&case.value);
        let plain = !case.value.contains(['/', '\\']) && case.value != "..";
        let found = beside.into_iter().chain([below]).map(|earlier| earlier.join("case.yaml"));
        let Some(path) = found.filter(|_| plain).find(|path| path.is_file()) else { return };
        let Some(Outline { recommendations: known, date }) = self.outline(&path) else { return };
        if let (Some(own), Some(date)) = (own, date)
            && own.last() < date.first()
        {
            let diagnostic = Diagnostic::at(Code::StateBeforeReport, case.span);
            let diagnostic = diagnostic.with("value", own.to_string()).with("case", &case.value);
            self.report.push(diagnostic.with("date", date.to_string()));
        }
        for id in advice.iter().filter(|id| !known.contains(&id.value)) {
            let near = nearest(&id.value, known.iter().map(String::as_str));
            let diagnostic = Diagnostic::at(Code::UnknownAdvice, id.span)
                .with("value", &id.value)
                .with("case", &case.value)
                .with("known", known.join(", "));
            self.report.push(diagnostic.with_some("nearest", near));
        }
        let missing: Vec<&str> = known
            .iter()
            .filter(|id| !advice.iter().any(|own| own.value == **id))
            .map(String::as_str)
            .collect();
        if !missing.is_empty() {
            let diagnostic = Diagnostic::at(Code::AdviceNotFollowed, case.span);
            let diagnostic = diagnostic.with("case", &case.value);
            self.report.push(diagnostic.with("value", missing.join(", ")));
        }
    }

    /// The outline of another case. `None` where its file cannot be read completely; its problems
    /// are reported when that case itself is checked.
    pub(super) fn outline(&mut self, path: &Path) -> Option<Outline> {
        let bytes = crate::assets::read(path).ok()?;
        let text =
            std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)).ok()?;
        let file = self.sources.add(portable(path), composed(text));
        let node = yaml::parse(file, &self.sources, &mut Report::default())?;
        let node = self.quietly_shared(node, path.parent()?);
        let report_so_far = std::mem::take(&mut self.report);
        let own = self.own.len();
        let mut cx = cx!(self);
        let raw = RawCase::read(&node, &mut cx);
        self.report = report_so_far;
        self.own.truncate(own);
        let raw = raw?;
        let date = raw.study.and_then(|study| study.date.known()?.value?.parse().ok());
        let Some(list) = raw.recommendations.known() else {
            return Some(Outline { date, recommendations: Vec::new() });
        };
        let id = |item: RawRecommendation| item.id.known()?.value;
        let recommendations = list.whole.then(|| list.items.into_iter().filter_map(id).collect());
        Some(Outline { date, recommendations: recommendations? })
    }
}

/// The follow-up of an earlier audit.
pub fn follow_up(
    raw: May<RawFollowUp>,
    known: &References<'_>,
    cx: &mut Context<'_>,
) -> Option<FollowUp> {
    let raw = raw.known()?;
    let _words: Vec<_> = Uptake::ALL.iter().map(|u| (u.key(), *u)).collect();
    let case = cx.value(raw.case);
    let list = cx.need(raw.recommendations)?;
    let mut ids = Ids::default();
    let mut recommendations = Vec::new();
    for item in list.items {
        let _span = item.span;
        let id = cx.id(item.id);
        if let Some(id) = &id {
            ids.note(id, cx);
        }
        let title = cx.text(item.title);
        let status = cx.need(item.status);
        if let Some(Text { value: None, span, .. }) = status {
            cx.push(Diagnostic::at(Code::TextToDo, span).with("key", "status"));
        }
        let status = cx.word(status);
        let text = cx.markdown_some(item.text);
        let findings = cx.references(item.findings, known.findings, Code::UnknownFinding);
        if let Some(Located { value: id, span: place }) = id {
            recommendations.push(EarlierAdvice { id, title, status, text, findings, place });
        }
    }
    Some(FollowUp { case: case?.value?, recommendations })
}
