//! The level that a checklist, a number or a counted share gives.

use super::building::*;
use rekenkamer::model::*;
use std::collections::BTreeMap;

/// A checklist of three points: all, two with the first, the first, or less.
pub fn checklist() -> Criterion {
    let points = ["a", "b", "c"].map(|p| (p.to_owned(), p.to_owned())).to_vec();
    let rule = |requires: &[&str], at_least| LevelRule {
        requires: requires.iter().map(|r| (*r).to_owned()).collect(),
        at_least,
    };
    let rules = Levels::from([
        (voldoet(), rule(&["a", "b", "c"], 0)),
        (grotendeels(), rule(&["a"], 2)),
        (deels(), rule(&["a"], 0)),
        (niet(), rule(&[], 0)),
    ]);
    Criterion { measure: Measure::Checklist { points, rules }, ..criterion("X-1") }
}

pub fn points(answers: &[(&str, Answer)]) -> Reading {
    Reading::Points(answers.iter().map(|(p, a)| ((*p).to_owned(), *a)).collect::<BTreeMap<_, _>>())
}

#[test]
fn an_unknown_point_matters_only_where_it_could_change_the_level() {
    let read = |answers: &[(&str, Answer)]| {
        let record =
            record("X-1", StudyStatus::Studied, vec![finding("B-1", points(answers), &["D1"])]);
        let score = scored(vec![checklist()], vec![record]);
        let range = match score.judgements[0].derivation.as_deref() {
            Some(Derivation::Checklist { range, .. }) => *range,
            other => panic!("{other:?}"),
        };
        (score.judgements[0].outcome, range)
    };
    let open = read(&[("a", Answer::Yes), ("b", Answer::Unknown)]);
    assert_eq!(open, (Outcome::NotAssessable, (deels(), voldoet())));
    let closed = read(&[("a", Answer::No), ("b", Answer::Unknown)]);
    assert_eq!(closed, (Outcome::Judged(niet()), (niet(), niet())));
}

#[test]
fn where_findings_differ_on_a_point_the_firmer_one_counts_and_a_tie_is_a_no() {
    let read = |first: &[&str], second: &[&str]| {
        let yes = finding(
            "B-1",
            points(&[("a", Answer::Yes), ("b", Answer::No), ("c", Answer::No)]),
            first,
        );
        let no = finding("B-2", points(&[("a", Answer::No)]), second);
        scored(vec![checklist()], vec![record("X-1", StudyStatus::Studied, vec![yes, no])])
            .judgements[0]
            .outcome
    };
    assert_eq!(read(&["D1", "I1"], &["I2"]), Outcome::Judged(deels()));
    assert_eq!(read(&["I1"], &["I2"]), Outcome::Judged(niet()));
}

#[test]
fn a_checklist_is_contradicted_by_findings_and_not_by_their_sum() {
    use Answer::{No, Yes};
    let read = |first: &[(&str, Answer)], second: &[(&str, Answer)]| {
        let findings =
            vec![finding("B-1", points(first), &["D1"]), finding("B-2", points(second), &["I1"])];
        let record = record("X-1", StudyStatus::Studied, findings);
        scored(vec![checklist()], vec![record]).judgements[0]
            .conflict
            .map(|c| (c.lowest, c.highest))
    };
    // One finding says deels, the other niet: one level apart. Only both together would reach more.
    assert_eq!(
        read(&[("a", Yes), ("b", No), ("c", No)], &[("a", No), ("b", Yes), ("c", No)]),
        None
    );
    let all = [("a", Yes), ("b", Yes), ("c", Yes)];
    assert_eq!(read(&all, &[("a", No), ("b", Yes), ("c", Yes)]), Some((niet(), voldoet())));
    // A finding that answers one point counts beside what nobody contests.
    assert_eq!(read(&all, &[("a", No)]), Some((niet(), voldoet())));
    assert_eq!(read(&[("a", Yes)], &[("a", No)]), None, "deels at least, against niet");
    assert_eq!(read(&all, &all), None);
}

#[test]
fn a_quantity_is_held_against_the_median_of_at_least_five_peers() {
    let thresholds = thresholds("100", "85", "60");
    let quantity = Quantity {
        name: "Formatie".to_owned(),
        unit: "fte".to_owned(),
        per_inhabitants: Some(100_000),
        relative_to_peers: true,
        over_100: false,
        better: Better::Higher,
        thresholds,
    };
    let relative = Criterion { measure: Measure::Quantity(quantity), ..criterion("X-1") };
    let read = |value: &str, peers: usize| {
        let record = record(
            "X-1",
            StudyStatus::Studied,
            vec![finding("B-1", Reading::Value(given(value)), &["D1"])],
        );
        let mut case = case(framework(vec![relative.clone()]), vec![record]);
        // Peers of 100,000 inhabitants with 2, 4, 6, 8 and 10 fte; the median is 6.
        let one = |n: usize| Peer {
            name: format!("P{n}"),
            inhabitants: Some(100_000),
            value: Decimal::from(i128::try_from(2 * n).expect("small")),
        };
        case.peers = vec![PeerSet {
            criterion: "X-1".to_owned(),
            source: "D1".to_owned(),
            selection: String::new(),
            municipalities: (1..=peers).map(one).collect(),
            place: span(),
            table: None,
        }];
        rekenkamer::score::score(&case).frameworks[0].judgements[0].outcome
    };
    // Proefstad has 50,000 inhabitants, so 2.55 fte is 5.1 per 100,000: just 85 percent.
    assert_eq!(read("2,55", 5), Outcome::Judged(grotendeels()));
    assert_eq!(read("2,54", 5), Outcome::Judged(deels()));
    assert_eq!(read("3", 5), Outcome::Judged(voldoet()));
    assert_eq!(read("3", 4), Outcome::NotAssessable, "four peers make no median");
}

/// A researcher who settles a contradiction between numbers says which of them holds.
#[test]
fn the_number_that_is_shown_is_one_of_the_level_that_counts_with_the_fewest_decimals() {
    let quantity = Quantity {
        name: "Formatie".to_owned(),
        unit: "fte".to_owned(),
        per_inhabitants: None,
        relative_to_peers: false,
        over_100: false,
        better: Better::Higher,
        thresholds: thresholds("6", "4", "2"),
    };
    let counted = Criterion { measure: Measure::Quantity(quantity), ..criterion("X-1") };
    let given = |values: &[&str], level: Option<Level>| {
        let each = values.iter().enumerate().map(|(at, value)| {
            finding(&format!("B-{at}"), Reading::Value(self::given(value)), &["D1"])
        });
        let resolution = level.map(|level| Resolution {
            level: Some(level),
            reason: Markdown::normalised("Zo is geteld.".into()),
            place: span(),
        });
        let record = record("X-1", StudyStatus::Studied, each.collect());
        let record = CriterionRecord { resolution, ..record };
        let score = scored(vec![counted.clone()], vec![record]);
        match score.judgements[0].derivation.as_deref() {
            Some(Derivation::Quantity { given: Some(Amount::Given(number)), .. }) => {
                Some(number.to_string())
            }
            _ => None,
        }
    };
    assert_eq!(given(&["7", "1"], None).as_deref(), Some("1"), "a tie is the lower level");
    assert_eq!(given(&["7", "1"], Some(voldoet())).as_deref(), Some("7"));
    assert_eq!(given(&["6", "6.0", "7"], None).as_deref(), Some("6"));
}

/// A norm that asks for a part of a whole.
fn share(thresholds: Thresholds) -> Criterion {
    let quantity = Quantity {
        name: "Deel".to_owned(),
        unit: "%".to_owned(),
        per_inhabitants: None,
        relative_to_peers: false,
        over_100: false,
        better: Better::Higher,
        thresholds,
    };
    Criterion { measure: Measure::Quantity(quantity), ..criterion("X-1") }
}

fn decided(values: &[Amount]) -> (Outcome, Option<Amount>) {
    let each = values.iter().zip(["D1", "D2", "R1", "W1"]).enumerate();
    let each = each
        .map(|(at, (value, code))| finding(&format!("B-{at}"), Reading::Value(*value), &[code]))
        .collect();
    let record = record("X-1", StudyStatus::Studied, each);
    let score = scored(vec![share(thresholds("66.7", "60", "35"))], vec![record]);
    let judgement = &score.judgements[0];
    match judgement.derivation.as_deref() {
        Some(Derivation::Quantity { given, .. }) => (judgement.outcome, *given),
        _ => (judgement.outcome, None),
    }
}

#[test]
fn a_counted_share_has_the_level_of_its_exact_fraction() {
    let (third, typed) = (counted(2, 3, None), given("66.7"));
    assert_eq!(decided(&[third]), (Outcome::Judged(grotendeels()), Some(third)));
    assert_eq!(decided(&[typed]), (Outcome::Judged(voldoet()), Some(typed)));
    assert_eq!(decided(&[counted(667, 1000, None)]).0, Outcome::Judged(voldoet()));
}

/// Each finding gives its own level; what they counted is not added up.
#[test]
fn of_equal_shares_the_one_with_the_fewest_counted_is_shown() {
    let (few, many) = (counted(17, 20, Some(50)), counted(34, 40, None));
    assert_eq!(decided(&[given("85"), many, few]).1, Some(few));
    assert_eq!(decided(&[counted(17, 20, None), few]).1, Some(few));
    // One of nine and nine of nine are far apart, whatever ten of eighteen would be.
    let apart = [counted(1, 9, None), counted(9, 9, None)];
    assert_eq!(decided(&apart), (Outcome::Judged(niet()), Some(apart[0])));
}

#[test]
fn a_sample_leaves_the_levels_open_that_its_interval_holds() {
    let open = |count, of, population| {
        let norm = share(thresholds("90", "70", "40"));
        let Measure::Quantity(quantity) = &norm.measure else { return None };
        rekenkamer::score::uncertain(norm.scale, quantity, counted(count, of, population))
    };
    // From 64 to 95%.
    assert_eq!(open(17, 20, Some(50)), Some((deels(), voldoet())));
    assert_eq!(open(17, 20, None), None, "all were looked at");
    assert_eq!(open(17, 20, Some(20)), None, "all were looked at");
    // From 92 to 97%.
    assert_eq!(open(380, 400, Some(5000)), None);
    // Of nothing and of all the interval ends at 0 and at 100.
    assert_eq!(open(0, 1000, Some(5000)), None);
    assert_eq!(open(1000, 1000, Some(5000)), None);
}
