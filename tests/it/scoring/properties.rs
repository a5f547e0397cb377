//! What holds for the numbers of every audit, however it was filled in.

use super::building::*;
use proptest::prelude::*;
use rekenkamer::model::*;
use rekenkamer::score::score;

const CODES: [&str; 10] = ["D1", "D2", "D3", "D4", "D5", "I1", "I2", "G1", "W1", "R1"];

fn any_level() -> impl Strategy<Value = Level> {
    prop::sample::select(Scale::default().levels().collect::<Vec<_>>())
}

fn any_finding() -> impl Strategy<Value = (Level, Vec<&'static str>)> {
    (any_level(), prop::sample::subsequence(CODES.to_vec(), 1..4))
}

fn any_status() -> impl Strategy<Value = StudyStatus> {
    prop_oneof![6 => Just(StudyStatus::Studied), 1 => prop::sample::select(StudyStatus::ALL.to_vec())]
}

type Norm = (u32, bool, StudyStatus, Vec<(Level, Vec<&'static str>)>);

fn any_audit() -> impl Strategy<Value = Vec<Norm>> {
    let norm = (
        1_u32..=10,
        prop::bool::weighted(0.2),
        any_status(),
        prop::collection::vec(any_finding(), 1..5),
    );
    prop::collection::vec(norm, 1..8)
}

fn build(audit: &[Norm]) -> Case {
    let mut criteria = Vec::new();
    let mut records = Vec::new();
    for (index, (weight, legal_duty, status, findings)) in audit.iter().enumerate() {
        let id = format!("X-{index}");
        criteria.push(Criterion { weight: *weight, legal_duty: *legal_duty, ..criterion(&id) });
        let findings = findings
            .iter()
            .enumerate()
            .map(|(n, (at, sources))| finding(&format!("B-{index}-{n}"), level(*at), sources))
            .collect();
        records.push(record(&id, *status, findings));
    }
    case(framework(criteria), records)
}

proptest! {
    // Held against whole numbers alone: count / of reaches t hundredths of a percent where
    // 10000 count is at least t times of.
    #[test]
    fn the_level_of_a_counted_share_is_that_of_its_exact_fraction(
        (of, count) in (1_u32..2000).prop_flat_map(|of| (Just(of), 0..=of)),
        mut bounds in prop::collection::hash_set(0_i128..=10_000, 3),
        beside in prop::bool::ANY,
        higher in prop::bool::ANY,
    ) {
        if beside {
            // A threshold at the share, rounded down: where rounding would decide otherwise.
            let nearest = 10_000 * i128::from(count) / i128::from(of);
            let rest: Vec<i128> = bounds.into_iter().filter(|bound| *bound != nearest).take(2).collect();
            bounds = rest.into_iter().chain([nearest]).collect();
        }
        let mut bounds: Vec<i128> = bounds.into_iter().collect();
        bounds.sort_unstable();
        if !higher {
            bounds.reverse();
        }
        let levels: Vec<Level> = Scale::default().levels().collect();
        let of_level = levels.iter().take(3).rev().zip(&bounds);
        let quantity = Quantity {
            name: "Deel".to_owned(),
            unit: "%".to_owned(),
            per_inhabitants: None,
            relative_to_peers: false,
            over_100: false,
            better: if higher { Better::Higher } else { Better::Lower },
            thresholds: of_level.map(|(level, bound)| (*level, Decimal::scaled(*bound, 2))).collect(),
        };
        let share = counted(count, of, None);
        let norm = Criterion { measure: Measure::Quantity(quantity), ..criterion("X-1") };
        let found = vec![finding("B-1", Reading::Value(share), &["D1"])];
        let record = record("X-1", StudyStatus::Studied, found);
        let reached = bounds.iter().filter(|bound| {
            let (own, bound) = (10_000 * i128::from(count), **bound * i128::from(of));
            if higher { own >= bound } else { own <= bound }
        });
        let expected = levels[3 - reached.count()];
        let score = scored(vec![norm], vec![record]);
        prop_assert_eq!(score.judgements[0].outcome, Outcome::Judged(expected));
    }

    #[test]
    fn bounds_always_enclose_the_score(audit in any_audit()) {
        let outcome = &score(&build(&audit)).frameworks[0];
        if let (Some(score), Some(lower), Some(upper)) = (outcome.score, outcome.lower, outcome.upper) {
            prop_assert!(lower <= score && score <= upper);
            prop_assert!(lower >= Exact::from(0) && upper <= Exact::from(1));
        }
    }

    // Findings that share a source count as one, so that raising one of them can part the others; of
    // findings with sources of their own it never lowers a score.
    #[test]
    fn raising_one_findings_level_never_lowers_a_score(
        audit in any_audit(), norm in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(),
    ) {
        let mut audit = audit;
        for (.., findings) in &mut audit {
            for ((_, sources), own) in findings.iter_mut().zip(["D1", "D2", "I1", "R1"]) {
                *sources = vec![own];
            }
        }
        let before = score(&build(&audit)).frameworks.remove(0);
        let mut raised = audit;
        let norm = norm.index(raised.len());
        let at = at.index(raised[norm].3.len());
        raised[norm].3[at].0 = raised[norm].3[at].0.above();
        let after = score(&build(&raised)).frameworks.remove(0);
        prop_assert!(after.score >= before.score);
        prop_assert!(after.lower >= before.lower && after.upper >= before.upper);
    }

    #[test]
    fn a_verdict_by_score_hides_no_failure(audit in any_audit()) {
        let outcome = &score(&build(&audit)).frameworks[0];
        let judged: Vec<(Level, u32)> =
            outcome.norms().filter_map(|j| Some((j.outcome.level()?, j.weight))).collect();
        if let Verdict::Given { level, by_score, ceiling } = outcome.verdict {
            prop_assert!(level <= by_score && (level < by_score) == ceiling.is_some());
            prop_assert!(level != voldoet() || judged.iter().all(|(own, _)| *own != niet()));
            let total: u32 = judged.iter().map(|(_, weight)| weight).sum();
            let weight_below = |most: Level| -> u32 {
                judged.iter().filter(|(own, _)| *own <= most).map(|(_, weight)| weight).sum()
            };
            let quartile = Scale::default().levels().rfind(|l| 4 * weight_below(*l) >= total);
            prop_assert!(quartile.is_some_and(|quartile| level <= quartile.above()));
            let (low, high) = outcome.range.expect("verdicts at the bounds");
            prop_assert!(low <= high && low.distance(high) < 2);
        }
    }

    #[test]
    fn legal_duties_change_no_number_of_norms(audit in any_audit()) {
        let all = &score(&build(&audit)).frameworks[0];
        let norms: Vec<_> = audit.iter().filter(|(_, duty, ..)| !duty).cloned().collect();
        let bare = &score(&build(&norms)).frameworks[0];
        let numbers = |s: &FrameworkScore| {
            (s.score, s.coverage, s.lower, s.upper, s.points, s.counts.levels.clone(), s.verdict.level())
        };
        prop_assert_eq!(numbers(all), numbers(bare));
        prop_assert_eq!(all.counts.duties.total, audit.len() - norms.len());
    }

    #[test]
    fn there_is_a_strength_exactly_where_there_is_a_judgement(audit in any_audit()) {
        for judgement in &score(&build(&audit)).frameworks[0].judgements {
            prop_assert_eq!(judgement.strength.is_some(), judgement.outcome.level().is_some());
        }
    }

    #[test]
    fn one_more_supporting_source_never_weakens_a_judgement(
        codes in prop::sample::subsequence(CODES.to_vec(), 1..6), more in prop::sample::select(CODES.to_vec()),
    ) {
        let strength = |codes: &[&'static str]| {
            let norm = (1, false, StudyStatus::Studied, vec![(deels(), codes.to_vec())]);
            score(&build(&[norm])).frameworks[0].judgements[0].strength
        };
        let with_more: Vec<&str> = codes.iter().copied().chain([more]).collect();
        prop_assert!(strength(&with_more) >= strength(&codes));
    }

    #[test]
    fn the_order_of_findings_and_sources_changes_nothing(audit in any_audit(), seed in any::<u64>()) {
        let case = build(&audit);
        let mut turned = case.clone();
        let by = usize::try_from(seed % 7).expect("small");
        for record in turned.records.values_mut() {
            let many = record.findings.len();
            record.findings.rotate_left(by % many);
            record.findings.iter_mut().for_each(|f| f.evidence.reverse());
        }
        turned.sources.rotate_left(by);
        let outcome = |case: &Case| {
            let mut card = score(case);
            let framework = card.frameworks.remove(0);
            let judgements: Vec<_> = framework
                .judgements.iter().map(|j| (j.outcome, j.derived, j.strength, j.conflict)).collect();
            (framework.score, framework.coverage, framework.lower, framework.upper, framework.verdict, judgements)
        };
        prop_assert_eq!(outcome(&case), outcome(&turned));
    }
}
