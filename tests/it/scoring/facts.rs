//! The rules of the numbers, each as a fact that a reader of a nota may rely on.

use super::building::*;
use super::measures::{checklist, points};
use rekenkamer::model::*;

fn exact(part: i128, whole: i128) -> Option<Exact> {
    Some(Exact::new(part, whole))
}

#[test]
fn the_score_is_the_weighted_mean_over_judged_norms_and_unknown_is_never_zero() {
    let heavy = Criterion { weight: 2, ..criterion("X-1") };
    let score = scored(
        vec![heavy, criterion("X-2"), criterion("X-3")],
        vec![
            judged("X-1", grotendeels()),
            judged("X-2", niet()),
            record("X-3", StudyStatus::NotAssessable, vec![]),
        ],
    );
    // Two thirds of weight 2 and nothing of weight 1, over a judged weight of 3.
    assert_eq!((score.points, score.score), (4, exact(4, 9)));
    assert_eq!(score.coverage, exact(3, 4));
    assert_eq!((score.lower, score.upper), (exact(4, 12), exact(7, 12)));
}

#[test]
fn what_does_not_apply_or_does_not_hold_yet_changes_no_number() {
    let base = (
        vec![criterion("X-1"), criterion("X-2")],
        vec![judged("X-1", deels()), judged("X-2", voldoet())],
    );
    let plain = scored(base.0.clone(), base.1.clone());
    let later = Criterion { holds_from: Some(date("2026-01-01").first()), ..criterion("X-4") };
    let mut criteria = base.0;
    criteria.extend([criterion("X-3"), later]);
    let mut records = base.1;
    records.extend([record("X-3", StudyStatus::NotApplicable, vec![]), judged("X-4", niet())]);
    let more = scored(criteria, records);
    let numbers = |s: &FrameworkScore| (s.score, s.coverage, s.lower, s.upper, s.verdict.clone());
    assert_eq!(numbers(&more), numbers(&plain));
    assert_eq!(more.judgements[3].outcome, Outcome::NotYetInForce);
    assert_eq!((more.counts.not_applicable, more.counts.not_yet_in_force), (1, 1));
}

#[test]
fn a_framework_without_rules_counts_its_levels_and_adds_nothing_up() {
    let by = |rule| Framework {
        rule,
        ..framework(vec![criterion("X-1"), criterion("X-2"), criterion("X-3")])
    };
    let records = || {
        vec![
            judged("X-1", voldoet()),
            judged("X-2", niet()),
            record("X-3", StudyStatus::NotStudied, vec![]),
        ]
    };
    let asked = by(framework(vec![]).rule);
    let score = scored_by(by(Rule::None), records());
    assert_eq!(score.verdict, Verdict::None(vec![NoVerdict::NotAsked]));
    assert_eq!((score.score, score.lower, score.upper, score.range), (None, None, None, None));
    let counted = scored_by(asked, records());
    assert_eq!(score.counts, counted.counts);
    assert_eq!((score.coverage, score.judgements), (counted.coverage, counted.judgements));
}

#[test]
fn under_the_minimum_coverage_there_is_no_verdict() {
    let criteria = || {
        vec![
            criterion("X-1"),
            criterion("X-2"),
            criterion("X-3"),
            criterion("X-4"),
            criterion("X-5"),
        ]
    };
    let unknown = |id| record(id, StudyStatus::NotStudied, vec![]);
    let two = scored(
        criteria(),
        vec![
            judged("X-1", voldoet()),
            judged("X-2", voldoet()),
            unknown("X-3"),
            unknown("X-4"),
            unknown("X-5"),
        ],
    );
    let Verdict::None(reasons) = two.verdict else { panic!("two of five are too few") };
    assert_eq!(reasons.first(), Some(&NoVerdict::Coverage));
    let three = scored(
        criteria(),
        vec![
            judged("X-1", grotendeels()),
            judged("X-2", grotendeels()),
            judged("X-3", grotendeels()),
            unknown("X-4"),
            unknown("X-5"),
        ],
    );
    // Three of five is just the sixty percent that the framework asks.
    assert_eq!(three.verdict.level(), Some(grotendeels()));
}

#[test]
fn what_is_unknown_may_still_change_a_verdict_and_the_scorecard_says_into_what() {
    let ids = ["X-1", "X-2", "X-3", "X-4", "X-5"];
    let unknown = record("X-5", StudyStatus::NotAssessable, vec![]);
    let mut records: Vec<_> = ids.iter().take(4).map(|id| judged(id, grotendeels())).collect();
    records.push(unknown);
    let score = scored(ids.map(criterion).to_vec(), records);
    // Eight of twelve points; with the unknown one eight or eleven of fifteen.
    assert_eq!(score.verdict.level(), Some(grotendeels()));
    assert_eq!(score.range, Some((deels(), grotendeels())));
}

#[test]
fn findings_two_levels_apart_contradict_each_other_until_the_researchers_settle_it() {
    let findings = || {
        vec![
            finding("B-1", level(voldoet()), &["D1", "I1"]),
            finding("B-2", level(deels()), &["I2"]),
        ]
    };
    let open = record("X-1", StudyStatus::Studied, findings());
    let score = scored(vec![criterion("X-1")], vec![open.clone()]);
    assert_eq!(score.judgements[0].outcome, Outcome::Judged(voldoet()), "the median stays");
    assert_eq!(score.verdict, Verdict::None(vec![NoVerdict::Conflict(vec!["X-1".to_owned()])]));
    let resolution = Some(Resolution {
        level: Some(grotendeels()),
        reason: Markdown::normalised("x".into()),
        place: span(),
    });
    let settled = scored(vec![criterion("X-1")], vec![CriterionRecord { resolution, ..open }]);
    assert_eq!(settled.judgements[0].outcome, Outcome::Judged(grotendeels()));
    assert_eq!(settled.verdict.level(), Some(grotendeels()));
}

#[test]
fn findings_of_one_level_from_one_source_count_as_one() {
    // Four times the same conversation does not outvote a document with data.
    let mut findings = vec![finding("B-0", level(deels()), &["D1", "R1"])];
    let repeated = ["B-1", "B-2", "B-3", "B-4"];
    findings.extend(repeated.map(|id| finding(id, level(grotendeels()), &["I1"])));
    let record = record("X-1", StudyStatus::Studied, findings);
    let judgement = scored(vec![criterion("X-1")], vec![record]).judgements.remove(0);
    assert_eq!(judgement.outcome, Outcome::Judged(deels()));
    let Some(Derivation::Median { votes }) = judgement.derivation.as_deref() else {
        panic!("a median")
    };
    let said = votes.iter().map(|v| (v.findings.len(), v.level, v.strength));
    let expected = [(1, deels(), Strength::Strong), (4, grotendeels(), Strength::Narrow)];
    assert_eq!(said.collect::<Vec<_>>(), expected);
}

#[test]
fn findings_that_share_a_source_through_others_are_one_with_the_strength_of_all_together() {
    // B-1 and B-3 share nothing but B-2; D3 rests on D1.
    let findings = vec![
        finding("B-1", level(deels()), &["D3"]),
        finding("B-2", level(deels()), &["D1", "I1"]),
        finding("B-3", level(deels()), &["I1"]),
    ];
    let record = record("X-1", StudyStatus::Studied, findings);
    let judgement = scored(vec![criterion("X-1")], vec![record]).judgements.remove(0);
    let Some(Derivation::Median { votes }) = judgement.derivation.as_deref() else {
        panic!("a median")
    };
    let ids = ["B-1", "B-2", "B-3"].map(str::to_owned).to_vec();
    assert_eq!(votes, &[Vote { findings: ids, level: deels(), strength: Strength::Strong }]);
}

#[test]
fn many_conversations_or_every_file_are_moderate_by_themselves() {
    let strength = |change: &dyn Fn(&mut Source)| {
        let mut case = case(framework(vec![criterion("X-1")]), vec![judged("X-1", deels())]);
        case.sources.iter_mut().filter(|s| s.code == "D1").for_each(change);
        rekenkamer::score::score(&case).frameworks.remove(0).judgements.remove(0).strength
    };
    assert_eq!(strength(&|_| {}), Some(Strength::Narrow));
    assert_eq!(strength(&|s| s.complete = true), Some(Strength::Moderate));
    assert_eq!(strength(&|s| s.count = 20), Some(Strength::Narrow), "documents are no talks");
    let talks = |count| {
        move |s: &mut Source| {
            s.kind = SourceKind::Interview;
            s.count = count;
        }
    };
    assert_eq!(strength(&talks(4)), Some(Strength::Narrow));
    assert_eq!(strength(&talks(5)), Some(Strength::Moderate));
}

#[test]
fn researchers_may_weigh_the_evidence_of_a_norm_themselves_and_the_derived_strength_stays_known() {
    let own = Some((Strength::Moderate, Markdown::normalised("x".into())));
    let record = CriterionRecord { strength: own, ..judged("X-1", deels()) };
    let judgement = scored(vec![criterion("X-1")], vec![record]).judgements.remove(0);
    assert_eq!(judgement.strength, Some(Strength::Moderate));
    assert_eq!(judgement.derived_strength, Some(Strength::Narrow));
}

#[test]
fn the_median_weighs_findings_by_their_evidence() {
    // Strong 3 against narrow 1 and narrow 1.
    let findings = vec![
        finding("B-1", level(grotendeels()), &["D1", "I1"]),
        finding("B-2", level(deels()), &["I1"]),
        finding("B-3", level(deels()), &["I2"]),
    ];
    let score = scored(vec![criterion("X-1")], vec![record("X-1", StudyStatus::Studied, findings)]);
    assert_eq!(score.judgements[0].outcome, Outcome::Judged(grotendeels()));
    assert_eq!(
        score.judgements[0].strength,
        Some(Strength::Strong),
        "only what carries the level counts"
    );
}

#[test]
fn evidence_is_strong_with_two_independent_kinds_of_which_one_is_no_testimony() {
    for (sources, expected) in [
        (&["D1", "I1"][..], Strength::Strong),
        (&["D1", "W1"], Strength::Strong),
        (&["R1", "G1"], Strength::Strong),
        (&["D1", "D2"], Strength::Moderate),
        (&["D1"], Strength::Narrow),
        (&["D1", "D1"], Strength::Narrow),
        (&["I1", "I2"], Strength::Narrow),
        (&["I1", "G1"], Strength::Narrow),
        // A document that rests on another document, or on the interview beside it.
        (&["D1", "D3"], Strength::Narrow),
        (&["I1", "D4"], Strength::Narrow),
        // A document that rests on one interview is testimony, also beside another one.
        (&["I2", "D4"], Strength::Narrow),
        (&["D2", "D3", "I2"], Strength::Strong),
        // A report on both adds nothing to them and takes nothing away.
        (&["D1", "I1", "D5"], Strength::Strong),
    ] {
        let record =
            record("X-1", StudyStatus::Studied, vec![finding("B-1", level(deels()), sources)]);
        let score = scored(vec![criterion("X-1")], vec![record]);
        assert_eq!(score.judgements[0].strength, Some(expected), "{sources:?}");
    }
}

#[test]
fn an_overruled_judgement_keeps_what_it_departs_from() {
    let reason = Markdown::normalised("x".into());
    let overrule = Some(Overrule { level: deels(), reason, place: span() });
    let record = CriterionRecord { overrule, ..judged("X-1", voldoet()) };
    let score = scored(vec![criterion("X-1")], vec![record]);
    let judgement = &score.judgements[0];
    assert_eq!((judgement.outcome, judgement.derived), (Outcome::Judged(deels()), Some(voldoet())));
    assert!(judgement.overruled);
}

#[test]
fn a_norm_without_a_judgement_has_no_strength() {
    let later = Criterion { holds_from: Some(date("2026-01-01").first()), ..criterion("X-1") };
    let score = scored(vec![later], vec![judged("X-1", niet())]);
    assert_eq!(
        (score.judgements[0].outcome, score.judgements[0].strength),
        (Outcome::NotYetInForce, None)
    );
    let open = points(&[("a", Answer::Yes)]);
    let record = record("X-1", StudyStatus::Studied, vec![finding("B-1", open, &["D1", "I1"])]);
    let score = scored(vec![checklist()], vec![record]);
    assert_eq!(
        (score.judgements[0].outcome, score.judgements[0].strength),
        (Outcome::NotAssessable, None)
    );
}
