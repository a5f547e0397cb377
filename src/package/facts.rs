//! The facts that all metadata of a publication share.

use super::tooi;
use crate::markdown::{Kind, passages};
use crate::model::{
    Appraisal, BodyKind, Case, Markdown, PartialDate, PublicationFacts, Publisher, Status, Step,
};
use crate::view::words;
use chrono::NaiveDate;

/// The facts of a publication, as plain text.
pub struct Facts {
    pub title: String,
    pub subtitle: Option<String>,
    /// The name of the folder of the case.
    pub case: String,
    pub status: Status,
    /// The notice that says what is special about the study, such as that it is fictional.
    pub notice: Vec<String>,
    pub summary: Option<String>,
    pub subjects: Vec<String>,
    pub identifier: Option<String>,
    /// Who made the study: the rekenkamer; of a reconstruction who publishes it, empty where that is
    /// not said.
    pub author: String,
    pub publisher: Option<Publisher>,
    /// The audited body: its name, and its address in TOOI.
    pub body: Publisher,
    /// The date of the report.
    pub date: PartialDate,
    /// The day on which it is made public.
    pub on: Option<NaiveDate>,
    pub appraisal: Option<Appraisal>,
    /// The steps that were closed, each with its reason as paragraphs.
    pub closed: Vec<(Step, Vec<String>)>,
}

/// The organisation that publishes: the one that the case names, else the audited body. A joint
/// arrangement or an institution does not publish the study about itself, and no body publishes what
/// others reconstructed, so for these it must be named.
#[must_use]
pub fn publisher(case: &Case) -> Option<Publisher> {
    let own = case.study.status != Status::Reconstructie;
    let named = case.publication.publisher.clone();
    named.or_else(|| match case.body.kind {
        BodyKind::Gemeente | BodyKind::Provincie | BodyKind::Waterschap => {
            own.then(|| audited(case))
        }
        BodyKind::GemeenschappelijkeRegeling | BodyKind::Instelling => None,
    })
}

/// Who made the study.
fn author(case: &Case) -> String {
    match case.study.status {
        Status::Reconstructie => publisher(case).map_or(String::new(), |publisher| publisher.name),
        Status::Concept | Status::Definitief | Status::Fictief => case.study.commissioner.clone(),
    }
}

/// The audited body. A fictional one is in no register.
fn audited(case: &Case) -> Publisher {
    let real = case.study.status != Status::Fictief;
    let tooi = tooi::body(&case.body).filter(|_| real);
    Publisher { name: case.body.kind.titled(&case.body.name), tooi }
}

impl Facts {
    #[must_use]
    pub fn of(case: &Case, on: Option<NaiveDate>) -> Self {
        let PublicationFacts { summary, subjects, identifier, appraisal, closed, .. } =
            case.publication.clone();
        let study = &case.study;
        let answer = Some(plain(&study.central_question.answer).join(" "));
        let closed = closed.iter().map(|closed| (closed.step, plain(&closed.reason)));
        Self {
            title: words::title(&study.title).to_owned(),
            subtitle: study.subtitle.clone(),
            case: case.name.clone(),
            status: study.status,
            notice: plain(&study.notice),
            summary: summary.or(answer).filter(|text| !text.is_empty()),
            subjects,
            identifier,
            author: author(case),
            publisher: publisher(case),
            body: audited(case),
            date: study.date,
            on,
            appraisal,
            closed: closed.collect(),
        }
    }

    /// The rekenkamer; with an address where it publishes by itself.
    pub fn author(&self) -> Publisher {
        let own = self.publisher.as_ref().filter(|publisher| publisher.name == self.author);
        own.cloned().unwrap_or_else(|| Publisher { name: self.author.clone(), tooi: None })
    }

    /// The title of a document, with what it is; of the scorecard if that is `None`.
    pub fn title_of(&self, kind: Option<Kind>) -> String {
        let what = kind.map_or("scorekaart".to_owned(), |kind| kind.title().to_lowercase());
        match self.mark() {
            Some(mark) => format!("{} ({what}, {mark})", self.title),
            None => format!("{} ({what})", self.title),
        }
    }

    /// What a title must say of a study that is not an ordinary one.
    fn mark(&self) -> Option<&'static str> {
        match self.status {
            Status::Fictief => Some("fictief onderzoek"),
            Status::Reconstructie => Some("reconstructie uit openbare bronnen"),
            Status::Concept | Status::Definitief => None,
        }
    }

    /// What the study is about, in full: the notice first.
    pub fn descriptions(&self) -> impl Iterator<Item = &str> {
        let subtitle = self.subtitle.iter();
        self.notice.iter().chain(subtitle).chain(&self.summary).map(String::as_str)
    }

    /// The day of the report; `None` where only its month or year is known.
    pub fn day(&self) -> Option<NaiveDate> {
        match self.date {
            PartialDate::Day(day) => Some(day),
            PartialDate::Month(_) | PartialDate::Year(_) => None,
        }
    }
}

/// The paragraphs of a text, without their markup.
fn plain(text: &Markdown) -> Vec<String> {
    let each = passages(text.as_str()).into_iter().map(|passage| passage.text);
    each.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}
