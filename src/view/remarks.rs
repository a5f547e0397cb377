//! The view of the hearing of officials: who was asked, what they remarked, what was done with it.

use super::words;
use crate::dutch::{self, date};
use crate::markdown::{Kind, Numbered};
use crate::model::{Case, Changed, Heard, Hearing, Remark, RemarkColumn, ReturnedForm};
use serde::Serialize;

/// The headings of the form in which respondents write their remarks.
pub fn form(case: &str) -> [String; 3] {
    RemarkColumn::ALL.map(|column| {
        let named = || ReturnedForm::Hearing.heading(case);
        column.heading().map_or_else(named, str::to_owned)
    })
}

/// The hearing of a case.
#[derive(Debug, Clone, Serialize)]
pub struct HearingView {
    /// The day on which the text was sent, or all of them, in words.
    pub sent: String,
    /// The last day for remarks, in words; empty if none was given.
    pub due: String,
    pub respondents: Vec<RespondentView>,
    pub remarks: Vec<RemarkView>,
    /// How many remarks changed the text, in words; empty without remarks.
    pub tally: String,
    /// Where the text now differs from what was sent.
    pub differences: Vec<DifferenceView>,
    /// The paragraphs as they were sent; `None` if that was not recorded.
    #[serde(skip)]
    pub heard: Option<Vec<Numbered>>,
    /// Those that the text is compared with.
    #[serde(skip)]
    base: Option<Vec<Numbered>>,
    /// Whether the text as it was sent is known.
    pub recorded: bool,
}

/// One who was asked.
#[derive(Debug, Clone, Serialize)]
pub struct RespondentView {
    pub role: String,
    /// When they answered, in words; empty if they did not.
    pub answered: String,
    /// Why the study went on without their answer.
    pub closed_md: String,
    /// Whether remarks of theirs are known.
    pub remarked: bool,
}

/// A remark with its answer.
#[derive(Debug, Clone, Serialize)]
pub struct RemarkView {
    pub id: String,
    /// Number or code; empty for the text as a whole.
    pub at: String,
    pub by: String,
    pub remark_md: String,
    pub proof_md: String,
    pub answer_md: String,
    /// Whether the text was changed, in words; empty while that is open.
    pub changed: String,
    pub where_: String,
}

/// A paragraph that is not as it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferenceView {
    pub number: String,
    /// As it was sent; empty for a new paragraph.
    pub was_md: String,
    /// As it is; empty for a paragraph that is gone.
    pub now_md: String,
    /// Whether a remark is about it.
    pub remarked: bool,
}

/// The hearing of a case; the differences are not known yet.
/// Answers to remarks are about the text since it was sent first, and so are their differences.
pub fn hearing(case: &Case, kind: Kind) -> Option<HearingView> {
    let hearing = case.hearing.as_ref()?;
    let Hearing { sent, due, respondents, remarks, heard, .. } = hearing;
    let answers = kind == Kind::HearingAnswers;
    let base = if answers { hearing.rounds().next() } else { heard.as_ref() };
    let days: Vec<String> = match (answers, heard) {
        (true, Some(_)) => hearing.rounds().map(|round| date(round.sent)).collect(),
        (_, heard) => vec![date(heard.as_ref().map_or(*sent, |heard| heard.sent))],
    };
    let respondents = respondents.iter().map(|respondent| RespondentView {
        role: respondent.role.clone(),
        answered: respondent.answered.map(date).unwrap_or_default(),
        closed_md: respondent.closed.as_str().to_owned(),
        remarked: remarks.iter().any(|r| r.by.as_ref() == Some(&respondent.role)),
    });
    let paragraphs = |heard: &Heard| -> Vec<Numbered> {
        let own = heard.paragraphs.iter();
        own.map(|p| Numbered { number: p.number.clone(), text: p.text.clone() }).collect()
    };
    Some(HearingView {
        sent: dutch::enumeration(&days),
        due: due.map(date).unwrap_or_default(),
        respondents: respondents.collect(),
        remarks: remarks.iter().map(remark).collect(),
        tally: tally(remarks),
        differences: Vec::new(),
        recorded: heard.is_some(),
        heard: heard.as_ref().map(paragraphs),
        base: base.map(paragraphs),
    })
}

fn remark(remark: &Remark) -> RemarkView {
    RemarkView {
        id: remark.id.clone(),
        at: remark.at.clone().unwrap_or_default(),
        by: remark.by.clone().unwrap_or_default(),
        remark_md: remark.remark.as_str().to_owned(),
        proof_md: remark.proof.as_str().to_owned(),
        answer_md: remark.answer.as_str().to_owned(),
        changed: remark.changed.map(words::changed).unwrap_or_default().to_owned(),
        where_: remark.where_.clone(),
    }
}

/// How many remarks changed the text, in words.
fn tally(remarks: &[Remark]) -> String {
    let many = |wanted: Option<Changed>| remarks.iter().filter(|r| r.changed == wanted).count();
    let answered = [
        (Changed::Yes, "aangepast", "aangepast"),
        (Changed::Partly, "deels aangepast", "deels"),
        (Changed::No, "niet aangepast", "niet"),
    ];
    let mut said: Vec<String> = Vec::new();
    for (changed, first, later) in answered {
        match (many(Some(changed)), said.is_empty()) {
            (0, _) => {}
            (count, true) => said.push(format!("{count} keer is de tekst {first}")),
            (count, false) => said.push(format!("{count} keer {later}")),
        }
    }
    let open = many(None);
    said.extend((open > 0).then(|| format!("{open} nog te beantwoorden")));
    dutch::enumeration(&said)
}

impl HearingView {
    /// Records where the text differs from what was sent: `now` are the paragraphs as they are.
    pub fn compare(&mut self, now: &[Numbered]) {
        // Without the text as it was sent there is nothing to compare with.
        let Some(heard) = self.base.as_deref() else { return };
        let about = |number: &str| {
            let code = number.rsplit_once('.').map_or(number, |(code, _)| code);
            self.remarks.iter().any(|r| r.at == number || r.at == code)
        };
        let difference = |number: &str, was: &str, now: &str| DifferenceView {
            number: number.to_owned(),
            was_md: was.to_owned(),
            now_md: now.to_owned(),
            remarked: about(number),
        };
        let text = |all: &[Numbered], number: &str| {
            all.iter().find(|p| p.number == number).map(|p| p.text.clone())
        };
        let gone = heard.iter().filter(|old| text(now, &old.number).is_none());
        let gone: Vec<_> = gone.map(|old| difference(&old.number, &old.text, "")).collect();
        let changed = now.iter().filter_map(|new| {
            let was = text(heard, &new.number).unwrap_or_default();
            (was != new.text).then(|| difference(&new.number, &was, &new.text))
        });
        self.differences = changed.chain(gone).collect();
    }
}
