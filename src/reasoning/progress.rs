//! Where a study stands: for each step of the procedure what is done, what is still to do, and who
//! has to answer. Nothing here reads a clock: whether a day has passed is for the reader to see.

use crate::diagnostics::{Phrase, phrase};
use crate::model::{Agreement, Case, Hearing, PartialDate, Response, StudyStatus};

/// A step of a study, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Plan,
    /// Agreement on the reports of conversations.
    Conversations,
    Findings,
    Hearing,
    Reaction,
    Afterword,
    Decision,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Done,
    /// Somebody else has to answer.
    Waiting,
    ToDo,
    /// The case says nothing of it.
    Unsaid,
}

/// How far a study is with one step.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    pub stage: Stage,
    pub state: State,
    /// In words, a part for each fact.
    pub said: Vec<Phrase>,
}

/// What a case says of one step.
type Step = fn(&Case) -> (State, Vec<Phrase>);

/// How far a case is with each step.
#[must_use]
pub fn progress(case: &Case) -> Vec<Progress> {
    let steps: [(Stage, Step); 7] = [
        (Stage::Plan, plan),
        (Stage::Conversations, conversations),
        (Stage::Findings, findings),
        (Stage::Hearing, hearing),
        (Stage::Reaction, reaction),
        (Stage::Afterword, afterword),
        (Stage::Decision, decision),
    ];
    let one = |(stage, step): (Stage, Step)| {
        let (state, said) = step(case);
        Progress { stage, state, said }
    };
    steps.into_iter().map(one).collect()
}

fn plan(case: &Case) -> (State, Vec<Phrase>) {
    match &case.plan {
        None => (State::Unsaid, vec![phrase("progress-unsaid")]),
        Some(plan) => match plan.adopted {
            Some(date) => (State::Done, vec![on("progress-adopted", date)]),
            None => (State::ToDo, vec![phrase("progress-not-adopted")]),
        },
    }
}

/// A report that nobody answered is no reason to wait: whether to go on is for the researchers.
fn conversations(case: &Case) -> (State, Vec<Phrase>) {
    let reports = case.sources.iter().filter(|source| source.kind.is_testimony());
    let reports: Vec<_> = reports.filter_map(|s| Some((s.code.as_str(), s.report?))).collect();
    if reports.is_empty() {
        return (State::Unsaid, vec![phrase("progress-unsaid")]);
    }
    let given = reports.iter().filter(|(_, report)| report.status.is_given()).count();
    let count = phrase("progress-agreed").with("count", given).with("of", reports.len());
    let mut said = vec![count];
    let mut state = State::Done;
    for (code, report) in reports {
        match report.status {
            Agreement::Draft => {
                state = State::ToDo;
                said.push(phrase("progress-report-draft").with("code", code));
            }
            Agreement::Sent => {
                state = if state == State::ToDo { state } else { State::Waiting };
                said.push(waiting(
                    phrase("progress-report-sent").with("code", code),
                    report.sent,
                    report.due,
                ));
            }
            Agreement::NoResponse => said.push(phrase("progress-report-silent").with("code", code)),
            Agreement::Agreed | Agreement::AgreedWithChanges => {}
        }
    }
    (state, said)
}

fn findings(case: &Case) -> (State, Vec<Phrase>) {
    let open = case.records.values().filter(|record| record.status == StudyStatus::ToDo).count();
    let (of, done) = (case.records.len(), case.records.len() - open);
    let said = phrase("progress-norms").with("count", done).with("of", of);
    (if open == 0 && of > 0 { State::Done } else { State::ToDo }, vec![said])
}

fn hearing(case: &Case) -> (State, Vec<Phrase>) {
    let Some(hearing) = &case.hearing else {
        return (State::Unsaid, vec![phrase("progress-unsaid")]);
    };
    let Hearing { sent, due, respondents, remarks, .. } = hearing;
    let mut said = vec![on("progress-sent", *sent)];
    let silent: Vec<&str> = hearing.silent().map(|respondent| respondent.role.as_str()).collect();
    let open: Vec<&str> = remarks.iter().filter(|r| r.is_open()).map(|r| r.id.as_str()).collect();
    said.push(phrase("progress-remarks").with("count", remarks.len()));
    if !open.is_empty() {
        said.push(phrase("progress-remarks-open").with("codes", open.join(", ")));
    }
    for role in &silent {
        said.push(waiting(phrase("progress-silent").with("role", *role), Some(*sent), *due));
    }
    if respondents.is_empty() {
        said.push(phrase("progress-nobody-named"));
    }
    let state = match (open.is_empty(), silent.is_empty()) {
        _ if respondents.is_empty() => State::ToDo,
        (false, _) => State::ToDo,
        (true, false) => State::Waiting,
        (true, true) => State::Done,
    };
    (state, said)
}

fn reaction(case: &Case) -> (State, Vec<Phrase>) {
    let Some(Response { requested, due, date, text, positions }) = &case.response else {
        return (State::Unsaid, vec![phrase("progress-unsaid")]);
    };
    if text.is_empty() && positions.is_empty() {
        let asked = phrase("progress-response-asked");
        return match requested {
            Some(_) => (State::Waiting, vec![waiting(asked, *requested, *due)]),
            None => (State::Unsaid, vec![phrase("progress-unsaid")]),
        };
    }
    let mut said: Vec<Phrase> = date.iter().map(|date| on("progress-response", *date)).collect();
    let of = case.recommendations.len();
    said.push(phrase("progress-positions").with("count", positions.len()).with("of", of));
    (State::Done, said)
}

fn afterword(case: &Case) -> (State, Vec<Phrase>) {
    let written = !case.afterword.text.is_empty() || !case.afterword.recommendations.is_empty();
    match (written, &case.response) {
        (true, _) => (State::Done, vec![phrase("progress-written")]),
        (false, Some(response)) if !response.text.is_empty() => {
            (State::ToDo, vec![phrase("progress-unwritten")])
        }
        (false, _) => (State::Unsaid, vec![phrase("progress-unsaid")]),
    }
}

fn decision(case: &Case) -> (State, Vec<Phrase>) {
    let Some(decision) = &case.decision else {
        return (State::Unsaid, vec![phrase("progress-unsaid")]);
    };
    let of = case.recommendations.len();
    let decided = phrase("progress-decided").with("count", decision.decided.len()).with("of", of);
    (State::Done, vec![on("progress-decision", decision.date), decided])
}

fn on(key: &'static str, date: PartialDate) -> Phrase {
    phrase(key).with("date", date.to_string())
}

/// Who has to answer, since when and until when, as far as that is known.
fn waiting(who: Phrase, since: Option<PartialDate>, due: Option<PartialDate>) -> Phrase {
    let date =
        |date: Option<PartialDate>| date.map_or_else(|| "none".to_owned(), |d| d.to_string());
    phrase("progress-waiting").with("who", who).with("since", date(since)).with("due", date(due))
}
