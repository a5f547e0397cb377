//! Where a rule begins to hold, where it stops, and what a judgement does not rest on.

use super::building::*;
use super::measures::{checklist, points};
use rekenkamer::model::*;

/// The judgement on one norm.
fn judgement(criterion: Criterion, record: CriterionRecord) -> Judgement {
    scored(vec![criterion], vec![record]).judgements.remove(0)
}

/// The judgement on one norm by these findings.
fn of(criterion: Criterion, findings: Vec<Finding>) -> Judgement {
    judgement(criterion, record("X-1", StudyStatus::Studied, findings))
}

/// A norm on a number.
fn number_norm(relative_to_peers: bool) -> Criterion {
    let quantity = Quantity {
        name: "Formatie".to_owned(),
        unit: "fte".to_owned(),
        per_inhabitants: None,
        relative_to_peers,
        over_100: false,
        better: Better::Higher,
        thresholds: thresholds("6", "4", "2"),
    };
    Criterion { measure: Measure::Quantity(quantity), ..criterion("X-1") }
}

/// The study was conducted up to and including 2025.
#[test]
fn a_norm_that_begins_to_hold_on_the_last_day_of_the_period_is_judged() {
    let from = |day: &str| Criterion { holds_from: Some(date(day).first()), ..criterion("X-1") };
    let last = judgement(from("2025-12-31"), judged("X-1", deels()));
    assert_eq!((last.outcome, last.measured), (Outcome::Judged(deels()), Some(deels())));
    let next = judgement(from("2026-01-01"), judged("X-1", deels()));
    assert_eq!((next.outcome, next.measured), (Outcome::NotYetInForce, None));
}

#[test]
fn a_checklist_that_was_judged_leaves_no_level_open() {
    let answers = points(&[("a", Answer::No), ("b", Answer::Unknown)]);
    let judgement = of(checklist(), vec![finding("B-1", answers, &["D1"])]);
    assert_eq!((judgement.outcome, judgement.possible), (Outcome::Judged(niet()), None));
}

#[test]
fn a_judgement_is_overruled_only_by_another_level_of_the_researchers() {
    assert!(!judgement(criterion("X-1"), judged("X-1", deels())).overruled);
    let own = |level| {
        let reason = Markdown::normalised("x".into());
        let overrule = Some(Overrule { level, reason, place: span() });
        judgement(criterion("X-1"), CriterionRecord { overrule, ..judged("X-1", deels()) })
    };
    assert!(own(niet()).overruled);
    assert!(!own(deels()).overruled, "the level of the findings");
    // Without a finding there is nothing to depart from.
    let reason = Markdown::normalised("x".into());
    let overrule = Some(Overrule { level: niet(), reason, place: span() });
    let bare = CriterionRecord { overrule, ..record("X-1", StudyStatus::Studied, vec![]) };
    let bare = judgement(criterion("X-1"), bare);
    assert_eq!((bare.outcome, bare.overruled), (Outcome::NotAssessable, false));
}

#[test]
fn an_own_strength_is_told_beside_another_derived_one_and_never_without_a_judgement() {
    let weighed = |record| {
        let strength = Some((Strength::Narrow, Markdown::normalised("x".into())));
        let judgement = judgement(criterion("X-1"), CriterionRecord { strength, ..record });
        (judgement.strength, judgement.derived_strength)
    };
    assert_eq!(weighed(judged("X-1", deels())), (Some(Strength::Narrow), None));
    assert_eq!(weighed(record("X-1", StudyStatus::NotStudied, vec![])), (None, None));
}

#[test]
fn evidence_for_another_level_does_not_strengthen_a_judgement() {
    let findings = vec![
        finding("B-1", level(deels()), &["D1"]),
        finding("B-2", level(grotendeels()), &["I1"]),
    ];
    let judgement = of(criterion("X-1"), findings);
    assert_eq!(judgement.outcome, Outcome::Judged(deels()), "a tie is the lower level");
    assert_eq!(judgement.strength, Some(Strength::Narrow));
}

#[test]
fn a_checklist_rests_on_the_findings_with_an_answer_that_counted() {
    let all = [("a", Answer::Yes), ("b", Answer::Yes), ("c", Answer::Yes)];
    let findings = vec![
        finding("B-1", points(&all), &["D1", "I1"]),
        finding("B-2", points(&[("a", Answer::Unknown)]), &["D2"]),
    ];
    let judgement = of(checklist(), findings);
    assert_eq!(judgement.outcome, Outcome::Judged(voldoet()));
    assert_eq!(judgement.strength, Some(Strength::Strong));
    let narrow = vec![
        finding("B-1", points(&all), &["D1"]),
        finding("B-2", points(&[("a", Answer::Unknown)]), &["D2", "I1"]),
    ];
    assert_eq!(of(checklist(), narrow).strength, Some(Strength::Narrow));
}

/// The first finding says yes to all; each of the others contests one point and says nothing of the
/// other.
#[test]
fn a_point_that_a_finding_leaves_open_does_not_make_it_contradict_another() {
    use Answer::{No, Yes};
    let findings = vec![
        finding("B-1", points(&[("a", Yes), ("b", Yes), ("c", Yes)]), &["D1"]),
        finding("B-2", points(&[("a", Yes), ("b", No)]), &["D2"]),
        finding("B-3", points(&[("a", Yes), ("c", No)]), &["R1"]),
    ];
    assert_eq!(of(checklist(), findings).conflict, None);
}

#[test]
fn a_level_may_stand_in_the_place_of_a_number_that_is_not_known() {
    let estimate = Reading::Level { level: deels(), reason: Some(Markdown::default()) };
    let judgement = of(number_norm(false), vec![finding("B-1", estimate, &["D1"])]);
    assert_eq!(judgement.outcome, Outcome::Judged(deels()));
    let Some(Derivation::Quantity { value, given, .. }) = judgement.derivation.as_deref() else {
        panic!("a number")
    };
    assert_eq!((value, given), (&None, &None));
}

#[test]
fn of_several_numbers_at_the_level_that_counts_the_lower_middle_one_is_shown() {
    let shown = |values: &[&str]| {
        let sources = ["D1", "D2", "R1"];
        let each = values.iter().zip(sources).map(|(value, source)| {
            finding(&format!("B-{source}"), Reading::Value(given(value)), &[source])
        });
        match of(number_norm(false), each.collect()).derivation.as_deref() {
            Some(Derivation::Quantity { value, .. }) => *value,
            _ => None,
        }
    };
    assert_eq!(shown(&["8", "6", "7"]), Some(Exact::from(7)));
    assert_eq!(shown(&["8", "6"]), Some(Exact::from(6)));
}

#[test]
fn a_number_beside_peers_is_told_as_a_percentage_of_their_median() {
    let findings = vec![finding("B-1", Reading::Value(given("6")), &["D1"])];
    let record = record("X-1", StudyStatus::Studied, findings);
    let mut case = case(framework(vec![number_norm(true)]), vec![record]);
    let peer = |value: i128| Peer {
        name: format!("P{value}"),
        inhabitants: None,
        value: Decimal::from(value),
    };
    let peers = |median: i128| PeerSet {
        criterion: "X-1".to_owned(),
        source: "D1".to_owned(),
        selection: String::new(),
        municipalities: [0, 0, median, 9, 9].map(peer).into(),
        place: span(),
        table: None,
    };
    case.peers = vec![peers(8)];
    let judgement = rekenkamer::score::score(&case).frameworks.remove(0).judgements.remove(0);
    let Some(Derivation::Quantity { peers: Some(reading), .. }) = judgement.derivation.as_deref()
    else {
        panic!("a number beside peers")
    };
    let expected = (5, Exact::from(8), Exact::from(75));
    assert_eq!((reading.count, reading.median, reading.percentage), expected);
    // A median of zero is no measure.
    case.peers = vec![peers(0)];
    let judgement = rekenkamer::score::score(&case).frameworks.remove(0).judgements.remove(0);
    assert_eq!(judgement.outcome, Outcome::NotAssessable);
}
