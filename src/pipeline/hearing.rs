//! The text for the hearing of officials as it is now: its numbered paragraphs, and whether the
//! answers to remarks fit it.

use super::prepare::{Prepared, scored};
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::load::{CurrentText, HEARD};
use crate::markdown::{Kind, Numbered};
use crate::model::{Changed, Heard, Hearing, Paragraph};
use std::path::Path;

/// The text for the hearing of a case, and the case with the problems found; `None` with errors.
pub fn hearing_now(case: &Path, without_judgements: bool) -> (Prepared, Option<CurrentText>) {
    let mut prepared = scored(&[case.to_owned()]);
    if prepared.has_errors() {
        return (prepared, None);
    }
    prepared.without_judgements = without_judgements;
    let one = |p: Numbered| Paragraph { number: p.number, text: p.text };
    let mut texts = prepared.documents_for(Kind::Hearing, false, |text| CurrentText {
        text: text.body,
        paragraphs: text.paragraphs.into_iter().map(one).collect(),
    });
    (prepared, texts.pop().flatten())
}

/// The numbered paragraphs of the text for the hearing of each case that has one.
fn texts_now(prepared: &mut Prepared) -> Vec<Option<Vec<Numbered>>> {
    let heard: Vec<bool> = prepared.cases.iter().map(|c| c.case.hearing.is_some()).collect();
    prepared.documents_of(Kind::Hearing, false, &heard, |text| text.paragraphs)
}

/// Warns of a text for the hearing that is not as it was recorded when it was sent.
pub fn check_as_sent(prepared: &mut Prepared) {
    let texts = texts_now(prepared);
    for (scored, now) in prepared.cases.iter().zip(texts) {
        let heard = scored.case.hearing.as_ref().and_then(|hearing| hearing.heard.as_ref());
        let (Some(heard), Some(now)) = (heard, now) else { continue };
        let is = |number: &str| now.iter().find(|p| p.number == number).map(|p| &p.text);
        let was = |number: &str| heard.paragraphs.iter().any(|p| p.number == number);
        let changed = heard.paragraphs.iter().filter(|p| is(&p.number) != Some(&p.text));
        let new = now.iter().map(|p| p.number.as_str()).filter(|number| !was(number));
        let numbers: Vec<&str> = changed.map(|p| p.number.as_str()).chain(new).collect();
        if !numbers.is_empty() {
            let folder = scored.folders.first().map_or("", String::as_str);
            let diagnostic = Diagnostic::of_file(Code::NotAsSent, format!("{folder}{HEARD}"));
            let diagnostic = diagnostic.with("sent", heard.sent.to_string());
            prepared.report.push(diagnostic.with("numbers", numbers.join(", ")));
        }
    }
}

/// Reports answers to remarks that say that the text was changed where it was not, or the reverse.
pub fn check_hearing(prepared: &mut Prepared) {
    let texts = texts_now(prepared);
    let mut found = Report::default();
    for (scored, now) in prepared.cases.iter().zip(texts) {
        if let (Some(hearing), Some(now)) = (&scored.case.hearing, now) {
            compare(hearing, &now, &mut found);
        }
    }
    prepared.report.extend(found);
}

fn compare(hearing: &Hearing, now: &[Numbered], report: &mut Report) {
    let Some(heard) = &hearing.heard else { return };
    let same = |heard: &Heard, number: &str| {
        let was = heard.paragraphs.iter().find(|p| p.number == number).map(|p| p.text.as_str());
        was == now.iter().find(|p| p.number == number).map(|p| p.text.as_str())
    };
    for remark in &hearing.remarks {
        let (Some(at), Some(changed)) = (&remark.at, remark.changed) else { continue };
        let sent = hearing.rounds().flat_map(|heard| &heard.paragraphs).map(|p| p.number.as_str());
        let is_now = now.iter().map(|p| p.number.as_str());
        let of_code = |number: &&str| number.rsplit_once('.').is_some_and(|(code, _)| code == at);
        let is_number = sent.clone().any(|number| number == at);
        if !is_number && !sent.clone().chain(is_now.clone()).any(|number| of_code(&number)) {
            continue;
        }
        let all_same = |heard: &Heard| match is_number {
            true => same(heard, at),
            false => sent.clone().chain(is_now.clone()).filter(of_code).all(|n| same(heard, n)),
        };
        let code = match changed {
            // Which round a remark is about, nobody says: a change since any of them counts.
            Changed::Yes | Changed::Partly
                if remark.where_.is_empty() && hearing.rounds().all(all_same) =>
            {
                Code::NotChanged
            }
            // Another remark may have changed a text that a code stands for.
            Changed::No if !all_same(heard) && is_number && !others(hearing, at, &remark.id) => {
                Code::ChangedAfterAll
            }
            _ => continue,
        };
        let diagnostic = Diagnostic::at(code, remark.changed_place);
        report.push(diagnostic.with("value", &remark.id).with("at", at));
    }
}

/// Whether another remark changed the text at a number, or at the code that it begins with.
fn others(hearing: &Hearing, at: &str, own: &str) -> bool {
    let code = at.rsplit_once('.').map_or(at, |(code, _)| code);
    hearing.remarks.iter().any(|other| {
        let here = other.at.as_deref().is_some_and(|there| there == at || there == code);
        here && other.id != own && matches!(other.changed, Some(Changed::Yes | Changed::Partly))
    })
}
