//! Legal duties: complied with, breached or not established, and in no score.

use super::building::*;
use rekenkamer::diagnostics::{Code, Report};
use rekenkamer::model::*;
use rekenkamer::reasoning;
use rekenkamer::score::{framework_score, score};

fn duty(id: &str) -> Criterion {
    Criterion { legal_duty: true, ..criterion(id) }
}

fn complied() -> Outcome {
    Outcome::Judged(Scale::duty().highest())
}

fn breached() -> Outcome {
    Outcome::Judged(Scale::duty().lowest())
}

/// The judgement on one norm by its findings.
fn judgement(criterion: Criterion, record: CriterionRecord) -> Judgement {
    score(&case(framework(vec![criterion]), vec![record])).frameworks.remove(0).judgements.remove(0)
}

#[test]
fn a_lower_level_than_the_highest_is_a_breach() {
    for (level, expected) in [
        (voldoet(), complied()),
        (grotendeels(), breached()),
        (deels(), breached()),
        (niet(), breached()),
    ] {
        assert_eq!(judgement(duty("X-1"), judged("X-1", level)).outcome, expected);
    }
}

#[test]
fn a_duty_is_in_no_score_and_no_count_of_norms() {
    let criteria = |more: Vec<Criterion>| [vec![criterion("X-1"), criterion("X-2")], more].concat();
    let records = || vec![judged("X-1", voldoet()), judged("X-2", grotendeels())];
    let plain = score(&case(framework(criteria(vec![])), records())).frameworks.remove(0);
    let mut with = records();
    with.extend([judged("X-3", niet()), record("X-4", StudyStatus::NotAssessable, vec![])]);
    let with = case(framework(criteria(vec![duty("X-3"), duty("X-4")])), with);
    let with = score(&with).frameworks.remove(0);
    let numbers =
        |s: &FrameworkScore| (s.score, s.coverage, s.lower, s.upper, s.verdict.clone(), s.points);
    assert_eq!(numbers(&with), numbers(&plain));
    assert_eq!((with.counts.total, &with.counts.levels), (2, &plain.counts.levels));
    assert_eq!(with.counts.duties, Duties { total: 2, complied: 0, breached: 1, unknown: 1 });
    assert_eq!(with.judgements[3].outcome, Outcome::NotEstablished);
}

#[test]
fn duties_are_counted_by_what_became_of_them() {
    let ids = ["X-1", "X-2", "X-3", "X-4", "X-5"];
    let records = vec![
        judged("X-1", voldoet()),
        judged("X-2", voldoet()),
        judged("X-3", niet()),
        record("X-4", StudyStatus::NotStudied, vec![]),
        record("X-5", StudyStatus::NotApplicable, vec![]),
    ];
    let case = case(framework(ids.map(duty).to_vec()), records);
    let counts = score(&case).frameworks.remove(0).counts;
    assert_eq!(counts.duties, Duties { total: 5, complied: 2, breached: 1, unknown: 1 });
}

#[test]
fn a_framework_of_duties_alone_has_no_verdict() {
    let case = case(framework(vec![duty("X-1")]), vec![judged("X-1", voldoet())]);
    let score = score(&case).frameworks.remove(0);
    assert_eq!(score.verdict, Verdict::None(vec![NoVerdict::NothingApplies]));
}

/// Also where the framework leaves its verdict to the researchers, and they gave one.
#[test]
fn nobody_gives_a_verdict_on_duties_alone() {
    let mut terms = framework(vec![duty("X-1")]).terms(None);
    terms.rule = Rule::Judged(Some(voldoet()));
    let judged = judgement(duty("X-1"), judged("X-1", niet()));
    let score = framework_score(terms, vec![judged]);
    assert_eq!(score.verdict, Verdict::None(vec![NoVerdict::NothingApplies]));
}

/// What a finding shows cannot be written away: an own judgement lies within the findings (R323).
#[test]
fn a_breach_that_nobody_contests_is_not_overruled() {
    use Answer::{No, Unknown, Yes};
    let own = |criterion: Criterion, findings: Vec<Finding>| {
        let overrule = Overrule {
            level: voldoet(),
            reason: Markdown::normalised("Zo zien wij het.".into()),
            place: span(),
        };
        let record = CriterionRecord {
            overrule: Some(overrule),
            ..record("X-1", StudyStatus::Studied, findings)
        };
        let case = case(framework(vec![criterion]), vec![record]);
        let mut report = Report::default();
        reasoning::check(&case, &score(&case), &mut report);
        report.sorted().iter().any(|found| found.code == Code::OverruleOutside)
    };
    let answers = |a, b| {
        let answers = [("a".to_owned(), a), ("b".to_owned(), b)].into();
        vec![finding("B-1", Reading::Points(answers), &["D1", "I1"])]
    };
    assert!(own(duty("X-1"), vec![finding("B-1", level(niet()), &["D1"])]));
    assert!(own(checklist(), answers(Yes, No)));
    assert!(!own(checklist(), answers(Yes, Unknown)), "an unknown point leaves both open");
}

fn checklist() -> Criterion {
    let points = ["a", "b"].map(|p| (p.to_owned(), p.to_owned())).to_vec();
    let rule = |at_least| LevelRule { requires: Vec::new(), at_least };
    let rules = Levels::from([
        (voldoet(), rule(2)),
        (grotendeels(), rule(1)),
        (deels(), rule(1)),
        (niet(), rule(0)),
    ]);
    Criterion { measure: Measure::Checklist { points, rules }, ..duty("X-1") }
}

/// The outcome of a checklist of two points, each finding with its answers.
fn answered(findings: &[&[(&str, Answer)]], resolution: Option<Resolution>) -> Judgement {
    let each = findings.iter().enumerate().map(|(at, answers)| {
        let answers = answers.iter().map(|(p, a)| ((*p).to_owned(), *a)).collect();
        finding(&format!("B-{at}"), Reading::Points(answers), &["D1", "I1"])
    });
    let record = record("X-1", StudyStatus::Studied, each.collect());
    judgement(checklist(), CriterionRecord { resolution, ..record })
}

#[test]
fn an_uncontested_no_on_a_checklist_is_a_breach_and_an_unknown_point_leaves_it_open() {
    use Answer::{No, NotApplicable, Unknown, Yes};
    for (findings, expected) in [
        (&[&[("a", Yes), ("b", Yes)][..]][..], complied()),
        (&[&[("a", Yes), ("b", No)]], breached()),
        (&[&[("a", No), ("b", Unknown)]], breached()),
        (&[&[("a", Yes), ("b", Unknown)]], Outcome::NotEstablished),
        (&[&[("a", Yes)]], Outcome::NotEstablished),
        (&[&[("a", Yes), ("b", NotApplicable)]], complied()),
        (&[&[("a", No), ("b", NotApplicable)]], breached()),
        (&[&[("a", NotApplicable), ("b", NotApplicable)]], Outcome::NotEstablished),
        // Two findings differ on b; on a both say no.
        (&[&[("a", Yes), ("b", Yes)], &[("b", No)]], Outcome::NotEstablished),
        (&[&[("a", No), ("b", Yes)], &[("b", No)]], breached()),
    ] {
        assert_eq!(answered(findings, None).outcome, expected, "{findings:?}");
    }
}

#[test]
fn a_contested_point_of_a_duty_is_a_contradiction_that_the_researchers_settle() {
    use Answer::{No, Yes};
    let findings = &[&[("a", Yes), ("b", Yes)][..], &[("b", No)]];
    assert_eq!(answered(&findings[..1], None).conflict, None, "one finding contradicts nothing");
    let breach = &[&[("a", No), ("b", Yes)][..], &[("b", No)]];
    assert_eq!(answered(breach, None).conflict, None, "what is contested changes nothing");
    let open = answered(findings, None).conflict.expect("a contradiction");
    assert!(!open.resolved);
    let by = |level| Resolution { level, reason: Markdown::normalised("x".into()), place: span() };
    assert_eq!(answered(findings, Some(by(Some(voldoet())))).outcome, complied());
    assert_eq!(answered(findings, Some(by(Some(deels())))).outcome, breached());
    // Weighed without a level: the stronger side counts, and a tie is a no.
    assert_eq!(answered(findings, Some(by(None))).outcome, breached());
}

#[test]
fn findings_that_all_show_a_breach_do_not_contradict_each_other_on_the_law() {
    let findings =
        vec![finding("B-1", level(grotendeels()), &["D1"]), finding("B-2", level(niet()), &["D2"])];
    let found = judgement(duty("X-1"), record("X-1", StudyStatus::Studied, findings));
    assert_eq!((found.outcome, found.conflict), (breached(), None));
}
