//! Verdicts on a framework: by score, under ceilings; by the researchers; on scales of every size.

use super::building::*;
use rekenkamer::model::*;
use rekenkamer::score::score;

fn ids(many: usize) -> Vec<String> {
    (1..=many).map(|n| format!("X-{n}")).collect()
}

/// The score over norms of weight one that are all judged.
fn of(levels: &[Level]) -> FrameworkScore {
    let ids = ids(levels.len());
    let criteria = ids.iter().map(|id| criterion(id)).collect();
    let records = ids.iter().zip(levels).map(|(id, level)| judged(id, *level)).collect();
    score(&case(framework(criteria), records)).frameworks.remove(0)
}

/// A framework of norms on this scale, with this rule.
fn on(scale: Scale, rule: Rule, many: usize) -> Framework {
    let criteria = ids(many).iter().map(|id| Criterion { scale, ..criterion(id) }).collect();
    Framework { scale, rule, ..framework(criteria) }
}

#[test]
fn the_highest_verdict_is_not_given_while_a_norm_is_at_the_lowest_level() {
    let mut levels = vec![voldoet(); 11];
    levels.push(niet());
    let score = of(&levels);
    // 33 of 36 points are 91.7%.
    assert_eq!(score.score, Some(Exact::new(11, 12)));
    let ceiling = Some(Ceiling::Failing);
    assert_eq!(
        score.verdict,
        Verdict::Given { level: grotendeels(), by_score: voldoet(), ceiling }
    );
}

#[test]
fn a_verdict_is_at_most_one_level_above_the_lower_quartile() {
    // Five of twelve at the lowest: the mean alone would hide them (21 of 36 with some grotendeels).
    let mut levels = vec![voldoet(); 7];
    levels.extend([niet(); 5]);
    let score = of(&levels);
    assert_eq!(score.score, Some(Exact::new(7, 12)));
    let ceiling = Some(Ceiling::Quartile(niet()));
    assert_eq!(score.verdict.level(), Some(deels()));
    let mut higher = vec![voldoet(); 8];
    higher.extend([deels(); 3]);
    higher.push(niet());
    let score = of(&higher);
    // 27 of 36 points are 75%; a third of the norms is at deels or lower.
    let by_score = grotendeels();
    assert_eq!(
        score.verdict,
        Verdict::Given { level: grotendeels(), by_score, ceiling: None },
        "one above the quartile, which is deels"
    );
    let mut lower = vec![voldoet(); 9];
    lower.extend([niet(); 3]);
    // Exactly a quarter at the lowest; 75% of the points.
    assert_eq!(
        of(&lower).verdict,
        Verdict::Given { level: deels(), by_score: grotendeels(), ceiling }
    );
}

#[test]
fn verdicts_at_the_bounds_that_lie_two_levels_apart_leave_none() {
    let ids = ids(3);
    let criteria: Vec<_> = ids.iter().map(|id| criterion(id)).collect();
    let mut records: Vec<_> = ids.iter().take(2).map(|id| judged(id, grotendeels())).collect();
    records.push(record("X-3", StudyStatus::NotAssessable, vec![]));
    let score = score(&case(framework(criteria), records)).frameworks.remove(0);
    // Four of nine points at the lower bound, seven of nine at the upper.
    assert_eq!(score.coverage, Some(Exact::new(2, 3)));
    assert_eq!((score.lower, score.upper), (Some(Exact::new(4, 9)), Some(Exact::new(7, 9))));
    assert_eq!(score.verdict.level(), Some(grotendeels()), "deels and grotendeels are one apart");
    let wide = case(
        framework(vec![
            criterion("X-1"),
            criterion("X-2"),
            Criterion { weight: 1, ..criterion("X-3") },
        ]),
        vec![
            judged("X-1", voldoet()),
            judged("X-2", voldoet()),
            record("X-3", StudyStatus::NotStudied, vec![]),
        ],
    );
    let wide = rekenkamer::score::score(&wide).frameworks.remove(0);
    // At the lower bound a third of the weight is at the lowest level: one above it at most.
    assert_eq!(wide.verdict, Verdict::None(vec![NoVerdict::Open(deels(), voldoet())]));
}

#[test]
fn at_a_bound_a_checklist_counts_between_the_levels_that_it_leaves_open() {
    let points = ["a", "b"].map(|p| (p.to_owned(), p.to_owned())).to_vec();
    let rule = |at_least| LevelRule { requires: Vec::new(), at_least };
    let rules = Levels::from([
        (voldoet(), rule(2)),
        (grotendeels(), rule(1)),
        (deels(), rule(0)),
        (niet(), rule(0)),
    ]);
    let checklist = Criterion { measure: Measure::Checklist { points, rules }, ..criterion("X-1") };
    let answers = [("a".to_owned(), Answer::Yes), ("b".to_owned(), Answer::Unknown)].into();
    let finding = finding("B-1", Reading::Points(answers), &["D1"]);
    let case = case(
        framework(vec![checklist, criterion("X-2"), criterion("X-3")]),
        vec![
            record("X-1", StudyStatus::Studied, vec![finding]),
            judged("X-2", voldoet()),
            judged("X-3", voldoet()),
        ],
    );
    let score = score(&case).frameworks.remove(0);
    assert_eq!(score.judgements[0].outcome, Outcome::NotAssessable);
    assert_eq!(score.judgements[0].possible, Some((grotendeels(), voldoet())));
    assert_eq!((score.lower, score.upper), (Some(Exact::new(8, 9)), Some(Exact::from(1))));
    assert_eq!(score.verdict.level(), Some(voldoet()));
}

#[test]
fn the_researchers_give_a_verdict_where_the_framework_leaves_it_to_them() {
    let records = || vec![judged("X-1", voldoet()), judged("X-2", niet())];
    let framework = || on(Scale::default(), Rule::Judged(None), 2);
    let open = score(&case(framework(), records())).frameworks.remove(0);
    assert_eq!(open.verdict, Verdict::None(vec![NoVerdict::NotGiven]));
    let mut given = case(framework(), records());
    given.chosen = vec![Chosen {
        framework: Located { value: "proef".to_owned(), span: span() },
        reason: Markdown::default(),
        verdict: Some(Overrule { level: deels(), reason: Markdown::default(), place: span() }),
    }];
    let given = score(&given).frameworks.remove(0);
    assert_eq!(given.verdict, Verdict::Judged(deels()));
    assert_eq!((given.score, given.range), (None, None), "nothing is added up");
    assert_eq!(given.counts, open.counts);
}

#[test]
fn points_are_the_rank_of_a_level_on_any_scale() {
    for (name, keys, expected) in [
        ("twee", &["voldoet", "niet"][..], Exact::new(1, 2)),
        ("drie", &["voldoet", "deels"], Exact::new(3, 4)),
        ("vier", &["voldoet", "deels"], Exact::new(2, 3)),
        ("vijf", &["goed", "matig", "onvoldoende"], Exact::new(7, 12)),
    ] {
        let scale = Scale::named(name).expect("a scale");
        let top = scale.levels().filter(|l| *l > scale.lowest());
        let thresholds = top.map(|level| (level, number("1"))).collect();
        let rule = Rule::Score(Rules { minimum_coverage: number("60"), thresholds });
        let levels = keys.iter().map(|key| scale.level(key).expect("a level"));
        let records =
            ids(keys.len()).iter().zip(levels).map(|(id, level)| judged(id, level)).collect();
        let framework = on(scale, rule, keys.len());
        let found = score(&case(framework, records)).frameworks.remove(0);
        assert_eq!(found.score, Some(expected), "{name}");
        assert_eq!(found.counts.levels.len(), scale.levels().count());
    }
}

#[test]
fn on_two_levels_two_findings_that_differ_contradict_each_other() {
    let scale = Scale::named("twee").expect("a scale");
    let at = |key| level(scale.level(key).expect("a level"));
    let findings =
        vec![finding("B-1", at("voldoet"), &["D1"]), finding("B-2", at("niet"), &["D2"])];
    let case = case(on(scale, Rule::None, 1), vec![record("X-1", StudyStatus::Studied, findings)]);
    let judgement = score(&case).frameworks.remove(0).judgements.remove(0);
    let conflict = judgement.conflict.expect("a contradiction");
    assert_eq!((conflict.lowest, conflict.highest), (scale.lowest(), scale.highest()));
}

#[test]
fn two_scales_with_the_same_words_are_one_and_levels_are_found_by_their_key() {
    let words = |keys: &[&str]| -> Vec<(String, String)> {
        keys.iter().map(|key| ((*key).to_owned(), (*key).to_owned())).collect()
    };
    let own = Scale::new(&words(&["ja", "half", "nee"])).expect("a scale");
    assert_eq!(Scale::new(&words(&["ja", "half", "nee"])), Some(own));
    assert_ne!(Scale::new(&words(&["ja", "deels", "nee"])), Some(own));
    assert_eq!(own.level("half").map(Level::rank), Some(1));
    assert_eq!(own.level("voldoet"), None);
    for keys in [&["een"][..], &["a", "b", "c", "d", "e", "f"], &["a", "a"]] {
        assert_eq!(Scale::new(&words(keys)), None, "{keys:?}");
    }
}
