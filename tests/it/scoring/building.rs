//! Small audits, built in memory, for tests of the numbers.

#![expect(clippy::expect_used, reason = "the numbers and dates of these tests are valid")]

use rekenkamer::diagnostics::{SourceMap, Span};
use rekenkamer::model::*;
use std::collections::BTreeMap;

pub fn span() -> Span {
    Span { file: SourceMap::default().add("proef.yaml", ""), start: 0, end: 0 }
}

pub fn number(text: &str) -> Decimal {
    Decimal::parse(text).expect("a number")
}

/// A number as the researchers give it.
pub fn given(text: &str) -> Amount {
    Amount::Given(number(text))
}

/// A share that they counted.
pub fn counted(count: u32, of: u32, population: Option<u32>) -> Amount {
    Amount::Counted(Counted { count, of, population })
}

pub fn date(text: &str) -> PartialDate {
    text.parse().expect("a date")
}

/// A level of the scale of four.
pub fn at(key: &str) -> Level {
    Scale::default().level(key).expect("a level")
}

pub fn voldoet() -> Level {
    at("voldoet")
}

pub fn grotendeels() -> Level {
    at("grotendeels")
}

pub fn deels() -> Level {
    at("deels")
}

pub fn niet() -> Level {
    at("niet")
}

fn texts(text: &str) -> Levels<String> {
    Scale::default().levels().map(|level| (level, text.to_owned())).collect()
}

/// Thresholds of *voldoet*, *grotendeels* and *deels*.
pub fn thresholds(voldoet: &str, grotendeels: &str, deels: &str) -> Thresholds {
    let keys = [("voldoet", voldoet), ("grotendeels", grotendeels), ("deels", deels)];
    keys.map(|(key, value)| (at(key), number(value))).into()
}

/// A norm that a researcher judges, of weight 1.
pub fn criterion(id: &str) -> Criterion {
    Criterion {
        id: id.to_owned(),
        name: id.to_owned(),
        norm: "Een norm.".to_owned(),
        binds: String::new(),
        themes: Vec::new(),
        explanation: Markdown::default(),
        indicators: Vec::new(),
        basis: Vec::new(),
        weight: 1,
        legal_duty: false,
        holds_from: Some(date("2013-01-01").first()),
        holds_from_reason: String::new(),
        proposal: false,
        scale: Scale::default(),
        measure: Measure::Assessed,
        descriptions: texts("x"),
        drafts: Drafts::new(),
    }
}

/// A framework with verdicts from 85, 60 and 35 percent, at 60 percent coverage.
pub fn framework(criteria: Vec<Criterion>) -> Framework {
    let thresholds = thresholds("85", "60", "35");
    Framework {
        id: "proef".to_owned(),
        title: "Proef".to_owned(),
        version: "1.0.0".to_owned(),
        date: Some(date("2026")),
        adopted: None,
        description: Markdown::default(),
        scale: Scale::default(),
        meanings: texts("x"),
        rule: Rule::Score(Rules { minimum_coverage: number("60"), thresholds }),
        proposal: true,
        ranking_difference: None,
        earlier: Vec::new(),
        drafts: Drafts::new(),
        criteria,
        left_out: Vec::new(),
        hash: String::new(),
    }
}

pub fn source(code: &str, kind: SourceKind, derived_from: &[&str]) -> Source {
    Source {
        code: code.to_owned(),
        kind,
        title: code.to_owned(),
        author: None,
        date: None,
        url: None,
        derived_from: derived_from.iter().map(|s| (*s).to_owned()).collect(),
        count: 1,
        complete: false,
        count_text: None,
        received: None,
        retrieved: None,
        file: None,
        sha256: None,
        consent: false,
        report: None,
        note: Markdown::default(),
        place: span(),
    }
}

/// D1, D2 documents; D3 a document that rests on D1; D4 one that rests on I1; D5 one that rests on
/// D1 and I1; I1, I2 interviews;
/// G1 a group session; W1 an observation; R1 a data set.
pub fn sources() -> Vec<Source> {
    use SourceKind::{Data, Document, GroupSession, Interview, Observation};
    vec![
        source("D1", Document, &[]),
        source("D2", Document, &[]),
        source("D3", Document, &["D1"]),
        source("D4", Document, &["I1"]),
        source("D5", Document, &["D1", "I1"]),
        source("I1", Interview, &[]),
        source("I2", Interview, &[]),
        source("G1", GroupSession, &[]),
        source("W1", Observation, &[]),
        source("R1", Data, &[]),
    ]
}

pub fn finding(id: &str, reading: Reading, sources: &[&str]) -> Finding {
    let evidence = |code: &&str| Evidence {
        source: (*code).to_owned(),
        locator: None,
        stance: Stance::Supports,
        searched: Markdown::default(),
        quote: None,
        place: span(),
    };
    Finding {
        id: id.to_owned(),
        condition: Markdown::default(),
        cause: Markdown::default(),
        effect: Markdown::default(),
        reading,
        evidence: sources.iter().map(evidence).collect(),
        place: span(),
    }
}

pub fn level(level: Level) -> Reading {
    Reading::Level { level, reason: None }
}

pub fn record(id: &str, status: StudyStatus, findings: Vec<Finding>) -> CriterionRecord {
    CriterionRecord { status, findings, ..CriterionRecord::to_do(id.to_owned(), span()) }
}

/// A studied norm whose one finding, on one document, gives a level.
pub fn judged(id: &str, at: Level) -> CriterionRecord {
    record(id, StudyStatus::Studied, vec![finding(&format!("B-{id}"), level(at), &["D1"])])
}

pub fn case(framework: Framework, records: Vec<CriterionRecord>) -> Case {
    let period = Period { from: date("2024"), to: date("2025") };
    let study = Study {
        title: "Proef".to_owned(),
        subtitle: None,
        commissioner: String::new(),
        researchers: None,
        conducted: Some(period),
        period: None,
        period_end: span(),
        status_place: span(),
        date: date("2026-01"),
        date_place: span(),
        status: Status::Concept,
        notice: Markdown::default(),
        sampling: None,
        background: Markdown::default(),
        method: Markdown::default(),
        central_question: Question { question: String::new(), answer: Markdown::default() },
        sub_questions: Vec::new(),
        colofon: Markdown::default(),
    };
    let body = Body {
        kind: BodyKind::Gemeente,
        name: "Proefstad".to_owned(),
        code: None,
        province: None,
        inhabitants: Some((50_000, None)),
        inhabitants_source: None,
        attributes: BTreeMap::new(),
    };
    Case {
        name: "proef".to_owned(),
        body,
        study,
        chosen: Vec::new(),
        frameworks: vec![framework.into()],
        records: records.into_iter().map(|r| (r.criterion.value.clone(), r)).collect(),
        sources: sources(),
        conclusions: Vec::new(),
        recommendations: Vec::new(),
        observations: Vec::new(),
        follow_up: None,
        peers: Vec::new(),
        context: Vec::new(),
        response: None,
        afterword: Afterword::default(),
        hearing: None,
        plan: None,
        proposal: Proposal::default(),
        dossier: None,
        publication: PublicationFacts::default(),
        decision: None,
        accepted: Vec::new(),
        pictures: Vec::new(),
        protected: Protected::default(),
        hashes: BTreeMap::new(),
    }
}

/// The outcome of an audit of these norms.
pub fn scored(criteria: Vec<Criterion>, records: Vec<CriterionRecord>) -> FrameworkScore {
    scored_by(framework(criteria), records)
}

pub fn scored_by(framework: Framework, records: Vec<CriterionRecord>) -> FrameworkScore {
    let case = case(framework, records);
    rekenkamer::score::score(&case).frameworks.remove(0)
}
