//! The hearing of officials: the researchers' file `hearing.yaml`, and `hearing-sent.yaml`, which
//! records the text as it was sent.

use super::loader::{Loader, cx};
use super::raw::hearing::{RawHeard, RawHearing, RawParagraph, RawRemark, RawRespondent};
use super::raw::kinds::Date;
use super::raw::{Context, May, Text};
use super::reading::Files;
use super::references::References;
use super::values::Ids;
use crate::assets::sha256;
use crate::diagnostics::{Code, Diagnostic, Span, nearest, phrase, portable};
use crate::model::{Heard, Hearing, Located, Paragraph, PartialDate, Remark, Respondent};

/// The file of the researchers: who was asked, what they remarked, what was done with it.
pub const HEARING: &str = "hearing.yaml";
/// The file with the text as it was sent, which only the program writes.
pub const HEARD: &str = "hearing-sent.yaml";
/// The format of [`HEARD`].
pub const HEARD_FORMAT: &str = "rekenkamer-hearing/1";

/// The name of the file with the text of an earlier round.
pub fn earlier(round: usize) -> String {
    format!("hearing-sent-{round}.yaml")
}

/// Whether a file holds a text as it was sent, in this round or an earlier one.
pub fn is_heard(name: &str) -> bool {
    let round = name.strip_prefix("hearing-sent-").and_then(|rest| rest.strip_suffix(".yaml"));
    name == HEARD || round.is_some_and(|round| round.parse::<usize>().is_ok())
}

/// The check number over a text as it was sent, by which a later change of it is seen.
pub fn seal(heard: &Heard) -> String {
    let Heard { sent, round, judgements, paragraphs } = heard;
    let each = paragraphs.iter().map(|p| format!("{}\n{}\n", p.number, p.text));
    sha256(format!("{sent}\n{round}\n{judgements}\n{}", each.collect::<String>()).as_bytes())
}

impl Loader {
    /// The hearing of a case; `None` where it has none yet, or where its file has errors.
    pub(super) fn hearing(
        &mut self,
        known: &References<'_>,
        files: &mut Files<'_>,
    ) -> Option<Hearing> {
        let there = |name| files.folder.join(name).exists();
        let (own, sent) = (there(HEARING), there(HEARD));
        let heard = if sent { self.heard(HEARD, files) } else { None };
        let rounds = heard.as_ref().map_or(1, |heard| heard.round);
        let before: Vec<Option<Heard>> =
            (1..rounds).map(|round| self.heard(&earlier(round), files)).collect();
        if !own {
            if sent {
                let missing = portable(files.folder.join(HEARING));
                let help = phrase("hearing-own-gone");
                let diagnostic = Diagnostic::of_file(Code::FileMissing, missing);
                self.report.push(diagnostic.with("help", help));
            }
            return None;
        }
        let read = self.file(HEARING, files)?;
        let raw = self.raw::<RawHearing>(&read)?;
        let mut cx = cx!(self);
        let broken = (sent && heard.is_none()) || before.contains(&None);
        let rounds = (heard, before.into_iter().flatten().collect());
        hearing(raw, rounds, known, &mut cx).filter(|_| !broken)
    }

    /// The text as it was sent. Its texts repeat those of the case, and are not searched again.
    pub(super) fn heard(&mut self, name: &str, files: &mut Files<'_>) -> Option<Heard> {
        let bytes = self.bytes(name, files.folder, None)?;
        let read = self.tree(&portable(files.folder.join(name)), &bytes)?;
        files.hashes.insert(name.to_owned(), read.hash.clone());
        let raw = self.raw::<RawHeard>(&read)?;
        let mut cx = cx!(self);
        let _span = raw.span;
        let format = cx.value(raw.format)?;
        if format.value.as_deref() != Some(HEARD_FORMAT) {
            let diagnostic = Diagnostic::at(Code::OtherFormat, format.span)
                .with("found", format.value.unwrap_or_default());
            cx.push(diagnostic.with("expected", HEARD_FORMAT));
            return None;
        }
        let sent = cx.value(raw.sent);
        let sent = cx.date(sent);
        let round = cx.value(raw.round)?.value?.parse().unwrap_or_default();
        let judgements = cx.value(raw.judgements);
        let judgements = cx.word(judgements);
        let list = cx.need(raw.paragraphs)?;
        let whole = list.whole;
        let one = |item: RawParagraph| {
            let _span = item.span;
            let number = cx.value(item.number)?.value?;
            let text = cx.value(item.text)?.value?;
            Some(Paragraph { number, text: text.trim_end().to_owned() })
        };
        let paragraphs: Vec<_> = list.items.into_iter().filter_map(one).collect();
        let heard = Heard { sent: sent?, round, judgements: judgements?, paragraphs };
        let sealed = cx.value(raw.seal)?;
        if whole && sealed.value.as_deref() != Some(&seal(&heard)) {
            cx.push(Diagnostic::at(Code::HeardEdited, sealed.span));
            return None;
        }
        whole.then_some(heard)
    }
}

fn hearing(
    raw: RawHearing,
    (heard, earlier): (Option<Heard>, Vec<Heard>),
    known: &References<'_>,
    cx: &mut Context<'_>,
) -> Option<Hearing> {
    let _span = raw.span;
    let typed = cx.value(raw.sent);
    let place = typed.as_ref().map(|typed| typed.span);
    let sent = cx.date(typed);
    if let (Some(heard), Some(own), Some(place)) = (&heard, sent, place)
        && heard.sent != own
    {
        let diagnostic = Diagnostic::at(Code::SentElsewhere, place);
        let diagnostic = diagnostic.with("value", own.to_string());
        cx.push(diagnostic.with("sent", heard.sent.to_string()));
    }
    let due = not_before(raw.due, sent, cx);
    // Who answered the first time may have done so before the text was sent once more.
    let since = sent.filter(|_| heard.as_ref().is_none_or(|heard| heard.round == 1));
    let mut named = Ids::default();
    let respondents: Vec<Respondent> = raw
        .respondents
        .map(|list| list.items)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|item| respondent(item, since, &mut named, cx))
        .collect();
    let roles: Vec<&str> = respondents.iter().map(|r| r.role.as_str()).collect();
    let mut ids = Ids::default();
    let items = raw.remarks.map(|list| list.items).unwrap_or_default();
    let remarks = items
        .into_iter()
        .filter_map(|item| remark(item, &roles, heard.as_ref(), known, &mut ids, cx))
        .collect();
    Some(Hearing { sent: sent?, due, respondents, remarks, heard, earlier })
}

/// A date that cannot be before the day on which the text was sent.
fn not_before(
    raw: May<Text<Date>>,
    sent: Option<PartialDate>,
    cx: &mut Context<'_>,
) -> Option<PartialDate> {
    cx.date_since(raw, sent, |place, date, sent| {
        let diagnostic = Diagnostic::at(Code::BeforeHearing, place);
        diagnostic.with("value", date.to_string()).with("sent", sent.to_string())
    })
}

fn respondent(
    raw: RawRespondent,
    sent: Option<PartialDate>,
    named: &mut Ids,
    cx: &mut Context<'_>,
) -> Option<Respondent> {
    let span = raw.span;
    let place = raw.role.as_ref().map_or(span, |role| role.span);
    let role = cx.text(raw.role);
    let answered = not_before(raw.answered, sent, cx);
    let closed = cx.markdown_some(raw.closed);
    if !role.is_empty() {
        named.note(&Located { value: role.clone(), span: place }, cx);
    }
    (!role.is_empty()).then_some(Respondent { role, answered, closed, place })
}

fn remark(
    raw: RawRemark,
    roles: &[&str],
    heard: Option<&Heard>,
    known: &References<'_>,
    ids: &mut Ids,
    cx: &mut Context<'_>,
) -> Option<Remark> {
    let _span = raw.span;
    let id = cx.id(raw.id)?;
    ids.note(&id, cx);
    let at = raw.at.and_then(|at| place_of(at, heard, known, cx));
    let by = raw.by.and_then(|by| {
        let (typed, span) = (by.value.clone(), by.span);
        let by = cx.text_some(by)?;
        if !roles.is_empty() && !roles.contains(&by.as_str()) {
            let near = nearest(&by, roles.iter().copied());
            let diagnostic = Diagnostic::at(Code::UnknownRespondent, span)
                .with("value", typed.unwrap_or_default())
                .with("known", roles.join(", "));
            cx.push(diagnostic.with_some("nearest", near));
        }
        Some(by)
    });
    let remark = cx.markdown(raw.remark);
    let proof = cx.markdown_some(raw.proof);
    let answer = cx.markdown_some(raw.answer);
    let changed_place = raw.changed.as_ref().map_or(id.span, |changed| changed.span);
    let changed = cx.word(raw.changed);
    let where_ = cx.text_some(raw.where_).unwrap_or_default();
    let (id, place) = (id.value, id.span);
    let said = Remark { id, at, by, remark, proof, answer, changed, where_, place, changed_place };
    if said.is_open() {
        let key = if said.answer.is_empty() { "answer" } else { "changed" };
        let diagnostic = Diagnostic::at(Code::RemarkOpen, said.place).with("key", key);
        cx.push(diagnostic.with("value", &said.id));
    }
    Some(said)
}

/// The number or code that a remark is about. Without the text as it was sent, a number with a
/// known code is taken as it is.
fn place_of(
    raw: Text,
    heard: Option<&Heard>,
    known: &References<'_>,
    cx: &mut Context<'_>,
) -> Option<String> {
    let (typed, span): (String, Span) = (raw.value?.trim().to_owned(), raw.span);
    let codes = || known.findings.iter().chain(known.criteria).chain(known.sources).copied();
    let code = typed.rsplit_once('.').map_or(typed.as_str(), |(code, _)| code);
    let numbers: Vec<&str> =
        heard.iter().flat_map(|h| &h.paragraphs).map(|p| p.number.as_str()).collect();
    // A number of an earlier round has a code that is known.
    let there = match heard.filter(|heard| heard.round == 1) {
        Some(_) => numbers.contains(&typed.as_str()) || codes().any(|known| known == typed),
        None => codes().any(|known| known == code),
    };
    if !there && !cx.suppressed.contains(&Code::UnknownFinding) {
        let near = nearest(&typed, numbers.iter().copied().chain(codes()));
        let diagnostic = Diagnostic::at(Code::RemarkNowhere, span).with("value", &typed);
        cx.push(diagnostic.with_some("nearest", near));
    }
    Some(typed)
}
