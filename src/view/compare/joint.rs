//! The shared story of a joint study, before the comparison itself.

use super::super::case::QuestionView;
use super::super::conclusions::{by, by_addressee};
use super::super::grounds::ConclusionLink;
use super::super::table::{CellView, TableView};
use super::super::words;
use super::matrix::{norm_name, outcome};
use super::status::states;
use crate::dutch::{date, enumeration, period};
use crate::markdown::anchor;
use crate::model::{About, Comparison, Conclusion, JointStudy, Recommendation, SubQuestion};
use crate::view::case::during;
use serde::Serialize;

/// Maximum number of bodies beside each other on an upright page.
const PER_PAGE: usize = 5;

/// A conclusion of a joint study.
#[derive(Debug, Clone, Serialize)]
pub struct JointConclusionView {
    pub number: usize,
    pub title: String,
    pub text_md: String,
    /// The bodies that it is about; empty where it is about all.
    pub about: String,
    /// The anchor of its heading.
    pub anchor: String,
    /// The judgements of those bodies on the criteria on which it rests.
    pub judgements: Vec<TableView>,
}

/// A recommendation of a joint study.
#[derive(Debug, Clone, Serialize)]
pub struct JointRecommendationView {
    /// Its number in the report, over all addressees.
    pub number: usize,
    pub title: String,
    pub text_md: String,
    /// The bodies that it is for; empty where it is for all.
    pub about: String,
    pub conclusions: Vec<ConclusionLink>,
    /// When it should be carried out, in words; empty if not given.
    pub deadline: String,
}

/// The recommendations to one addressee.
#[derive(Debug, Clone, Serialize)]
pub struct JointAddresseeView {
    pub addressee: String,
    pub items: Vec<JointRecommendationView>,
}

/// The response of one executive.
#[derive(Debug, Clone, Serialize)]
pub struct BodyResponseView {
    /// The name of its body.
    pub body: String,
    /// The date in words, if known.
    pub date: Option<String>,
    pub text_md: String,
}

/// All that a joint study adds to a comparison.
#[derive(Debug, Clone, Serialize)]
pub struct JointView {
    /// A notice for readers, before all else.
    pub notice_md: String,
    /// Audits that are not final, except those of which the notice speaks: status and names.
    pub states: Vec<(String, String)>,
    pub researchers: Option<String>,
    /// When the study was conducted, as the end of a sentence; empty if unknown.
    pub conducted: String,
    /// The period that it judges; empty if unknown.
    pub judged_period: String,
    /// Whether that period was given separately from when the study was conducted.
    pub period_given: bool,
    pub background_md: String,
    pub method_md: String,
    pub central_question: String,
    pub answer_md: String,
    pub sub_questions: Vec<QuestionView>,
    pub conclusions: Vec<JointConclusionView>,
    /// The recommendations by addressee.
    pub recommendations: Vec<JointAddresseeView>,
    pub responses: Vec<BodyResponseView>,
    pub afterword_md: String,
    /// The replies on single recommendations: its number, and the text.
    pub replies: Vec<(usize, String)>,
    pub colofon_md: String,
}

/// The view of a joint study; `tables` says whether there are few enough bodies for tables.
pub fn joint(comparison: &Comparison, joint: &JointStudy, tables: bool) -> JointView {
    let study = &joint.study;
    let numbered = joint.conclusions.iter().enumerate();
    let conclusions: Vec<JointConclusionView> =
        numbered.map(|(index, about)| conclusion(comparison, index + 1, about, tables)).collect();
    let responses = joint.responses.iter().map(|(body, response)| BodyResponseView {
        body: body.clone(),
        date: response.date.map(date),
        text_md: response.text.as_str().to_owned(),
    });
    JointView {
        notice_md: study.notice.as_str().to_owned(),
        states: states(comparison, (!study.notice.is_empty()).then_some(study.status)),
        researchers: study.researchers.clone(),
        conducted: study.conducted.map_or_else(String::new, during),
        judged_period: study.judged_period().map_or_else(String::new, period),
        period_given: study.period.is_some(),
        background_md: study.background.as_str().to_owned(),
        method_md: study.method.as_str().to_owned(),
        central_question: study.central_question.question.clone(),
        answer_md: study.central_question.answer.as_str().to_owned(),
        sub_questions: study.sub_questions.iter().map(question).collect(),
        replies: replies(joint),
        recommendations: recommendations(comparison, joint),
        conclusions,
        responses: responses.collect(),
        afterword_md: joint.afterword.text.as_str().to_owned(),
        colofon_md: study.colofon.as_str().to_owned(),
    }
}

fn question(question: &SubQuestion) -> QuestionView {
    QuestionView {
        id: question.id.clone(),
        question: question.question.clone(),
        answer_md: question.answer.as_str().to_owned(),
        unanswered_md: question.unanswered.as_str().to_owned(),
        findings: Vec::new(),
    }
}

fn conclusion(
    comparison: &Comparison,
    number: usize,
    about: &About<Conclusion>,
    tables: bool,
) -> JointConclusionView {
    let Conclusion { title, text, criteria, .. } = &about.part;
    let table = tables.then(|| judgements(comparison, criteria, &about.bodies));
    let table = table.filter(|table| !table.rows.is_empty());
    JointConclusionView {
        number,
        title: title.clone(),
        text_md: text.as_str().to_owned(),
        about: enumeration(&about.bodies),
        anchor: conclusion_anchor(number, title),
        judgements: table.map_or_else(Vec::new, |table| table.parts(PER_PAGE)),
    }
}

fn conclusion_anchor(number: usize, title: &str) -> String {
    anchor(&format!("{number}. {title}"))
}

/// The judgements on these criteria, of these bodies or of all.
fn judgements(comparison: &Comparison, criteria: &[String], bodies: &[String]) -> TableView {
    let shown = |name: &String| bodies.is_empty() || bodies.contains(name);
    let members = comparison.members.iter().enumerate().filter(|(_, member)| shown(&member.name));
    let (places, names): (Vec<usize>, Vec<&str>) =
        members.map(|(place, member)| (place, member.name.as_str())).unzip();
    let columns: Vec<&str> = std::iter::once("Norm").chain(names).collect();
    let mut table = TableView::new("Conclusies", 1, &columns);
    for id in criteria {
        for framework in &comparison.frameworks {
            let found = framework.criteria.iter().enumerate().find(|(_, row)| row.criterion == *id);
            let Some((criterion, row)) = found else { continue };
            let entry = |member: &usize| {
                let entry = framework.entries.iter().find(|entry| entry.member == *member);
                entry.map_or_else(|| "niet vergeleken".into(), |entry| outcome(entry, criterion))
            };
            let name: CellView = norm_name(row).into();
            table.rows.push(std::iter::once(name).chain(places.iter().map(entry)).collect());
        }
    }
    table
}

fn recommendations(comparison: &Comparison, joint: &JointStudy) -> Vec<JointAddresseeView> {
    let one = |(number, about): (usize, &About<Recommendation>)| JointRecommendationView {
        number,
        title: about.part.title.clone(),
        text_md: about.part.text.as_str().to_owned(),
        about: enumeration(&about.bodies),
        conclusions: named(&joint.conclusions, &about.part.conclusions),
        deadline: about.part.deadline.map(by).unwrap_or_default(),
    };
    by_addressee(&joint.recommendations, |about| &about.part.addressee)
        .into_iter()
        .map(|(addressee, items)| JointAddresseeView {
            addressee: words::addressee(comparison.kind, &addressee),
            items: items.into_iter().map(one).collect(),
        })
        .collect()
}

/// The replies on single recommendations, each with the number of its recommendation.
fn replies(joint: &JointStudy) -> Vec<(usize, String)> {
    let numbered = by_addressee(&joint.recommendations, |about| &about.part.addressee);
    let items = numbered.iter().flat_map(|(_, items)| items);
    let reply = |(number, about): &(usize, &About<Recommendation>)| {
        let own = joint.afterword.recommendations.iter().find(|(id, _)| *id == about.part.id);
        own.map(|(_, text)| (*number, text.as_str().to_owned()))
    };
    items.filter_map(reply).collect()
}

/// References to the conclusions with these ids.
fn named(conclusions: &[About<Conclusion>], ids: &[String]) -> Vec<ConclusionLink> {
    let numbered = (1..).zip(conclusions).filter(|(_, about)| ids.contains(&about.part.id));
    numbered
        .map(|(number, about)| ConclusionLink {
            name: format!("conclusie {number}"),
            anchor: conclusion_anchor(number, &about.part.title),
        })
        .collect()
}
