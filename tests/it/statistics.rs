//! Every statistic of a comparison beside an independent implementation: SciPy, statsmodels and
//! NumPy, on random data. Needs Python with those; without them the test says that it was skipped,
//! and fails where `REKENKAMER_REQUIRE` asks for all outside programs.

#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::{needs, python};
use num_bigint::BigUint;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rekenkamer::compare::statistics::{
    EachOut, Share, deviation, fisher, fisher_least, holm, mcnemar, mcnemar_least, outlier,
    quantile, quartile, significant, sort_ends, wilson_low,
};
use rekenkamer::model::{Chance, Exact};
use rekenkamer::score::wilson;
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::{Command, Stdio};

/// How many random data sets each statistic gets.
const SETS: usize = 300;

/// Both ends of the interval of a share.
fn ends(share: Share) -> (f64, f64) {
    let count = |count: usize| u32::try_from(count).expect("a small number");
    wilson(count(share.part), count(share.whole))
}

/// A whole number below a bound.
fn below(generator: &mut ChaCha8Rng, bound: u32) -> usize {
    usize::try_from(generator.next_u32() % bound).expect("a small number")
}

fn two_shares(generator: &mut ChaCha8Rng) -> (Share, Share) {
    let mut share = || {
        let whole = 1 + below(generator, 40);
        let part = below(generator, u32::try_from(whole + 1).expect("a small number"));
        Share { part, whole }
    };
    (share(), share())
}

fn float(value: Exact) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "the data have a few digits")]
    let out = *value.numer() as f64 / *value.denom() as f64;
    out
}

/// Random data with what the program makes of them.
fn data() -> Value {
    let mut generator = ChaCha8Rng::seed_from_u64(342);
    let mut tables = Vec::new();
    let mut pairs = Vec::new();
    let mut corrections = Vec::new();
    let mut numbers = Vec::new();
    for _ in 0..SETS {
        let (one, other) = two_shares(&mut generator);
        let table = [one.part, one.whole, other.part, other.whole];
        tables.push(json!({
            "table": table,
            "fisher": fisher(one, other).value(),
            "least": fisher_least(one, other).value(),
            "wilson": ends(one),
        }));
        let (b, c) = (below(&mut generator, 25), below(&mut generator, 25));
        pairs.push(json!({
            "pairs": [b, c],
            "mcnemar": mcnemar(b, c).value(),
            "least": mcnemar_least(b + c).value(),
        }));
        let many = 1 + below(&mut generator, 45);
        let chances: Vec<Chance> =
            (0..many).map(|_| Chance::new(generator.next_u32().into(), u32::MAX.into())).collect();
        let values = |chances: &[Chance]| chances.iter().map(Chance::value).collect::<Vec<_>>();
        corrections.push(json!({ "p": values(&chances), "holm": values(&holm(&chances)) }));
        let many = 5 + below(&mut generator, 30);
        let mut values: Vec<Exact> =
            (0..many).map(|_| Exact::new(i128::from(generator.next_u32() % 500), 10)).collect();
        let own = Exact::new(i128::from(generator.next_u32() % 1500), 10);
        values.sort_unstable();
        let quartiles: Vec<f64> = (1..4).filter_map(|q| quartile(&values, q)).map(float).collect();
        let ends = [25, 975].map(|part| quantile(&values, part, 1000).map(float));
        numbers.push(json!({
            "values": values.iter().map(|v| float(*v)).collect::<Vec<_>>(),
            "own": float(own),
            "quartiles": quartiles,
            "ends": ends,
            "mad": deviation(&values).map(float),
            "outlier": outlier(own, &values),
        }));
    }
    json!({ "tables": tables, "pairs": pairs, "corrections": corrections, "numbers": numbers })
}

#[test]
fn each_number_is_held_against_the_rest_as_if_that_were_sorted_alone() {
    let mut generator = ChaCha8Rng::seed_from_u64(7);
    for many in (1..40).chain([200]) {
        // Few different numbers, so that many are equal.
        let next = || Exact::new(i128::from(generator.next_u32() % 30), 10);
        let values: Vec<Exact> = std::iter::repeat_with(next).take(many).collect();
        let mut all = EachOut::new(values.clone());
        for (place, value) in values.iter().enumerate() {
            let mut rest = values.clone();
            rest.remove(place);
            rest.sort_unstable();
            let found = all.others(*value);
            assert_eq!(found.as_ref().map(|o| o.lower_quartile), quartile(&rest, 1));
            assert_eq!(found.as_ref().map(|o| o.median), quartile(&rest, 2));
            assert_eq!(found.as_ref().map(|o| o.upper_quartile), quartile(&rest, 3));
            assert_eq!(found.and_then(|o| o.outlier), outlier(*value, &rest));
        }
    }
}

#[test]
fn quantiles_of_numbers_sorted_at_the_ends_are_those_of_sorted_numbers() {
    let mut generator = ChaCha8Rng::seed_from_u64(5);
    for many in (0..200).chain([1_000, 4_001, 10_000]) {
        let next = || Exact::from(i128::from(generator.next_u32()));
        let numbers: Vec<Exact> = std::iter::repeat_with(next).take(many).collect();
        let mut sorted = numbers.clone();
        sorted.sort_unstable();
        for ends in [[25, 975], [200, 400]] {
            let mut own = numbers.clone();
            sort_ends(&mut own, ends);
            for part in ends {
                assert_eq!(quantile(&own, part, 1000), quantile(&sorted, part, 1000), "{many}");
            }
        }
    }
}

/// The smallest p-value is that of the best of all tables with the same margins, and no table with
/// them gives a smaller one.
#[test]
fn the_least_that_a_test_can_give_is_the_least_over_all_outcomes_with_the_same_margins() {
    for (first, second) in (1..=9_usize).flat_map(|a| (1..=9_usize).map(move |b| (a, b))) {
        for reached in 0..=first + second {
            let parts = reached.saturating_sub(second)..=first.min(reached);
            let shares = |part: usize| {
                (Share { part, whole: first }, Share { part: reached - part, whole: second })
            };
            let all = parts.clone().map(shares);
            let least = all.clone().map(|(one, other)| fisher(one, other)).min();
            for (one, other) in all {
                assert_eq!(Some(fisher_least(one, other)), least, "{one:?} {other:?}");
            }
        }
    }
    for pairs in 0..=12 {
        let least = (0..=pairs).map(|one| mcnemar(one, pairs - one)).min();
        assert_eq!(Some(mcnemar_least(pairs)), least, "{pairs}");
    }
    // Three against three can never be significant, four against four can: 2 of 70.
    let share = |part, whole| Share { part, whole };
    assert!(!significant(&fisher_least(share(3, 3), share(0, 3))));
    assert!(significant(&fisher_least(share(2, 4), share(2, 4))));
    assert!(!significant(&fisher_least(share(4, 4), share(4, 4))));
    // Five pairs that differ cannot, six can; and exactly one in twenty can.
    assert!(!significant(&mcnemar_least(5)));
    assert!(significant(&mcnemar_least(6)));
    assert!(significant(&fisher_least(share(1, 1), share(0, 19))));
    assert!(!significant(&Chance::new(501_u32.into(), 10_000_u32.into())));
}

#[test]
fn exact_tests_give_exact_fractions() {
    let chance = |part: u32, whole: u32| Chance::new(BigUint::from(part), BigUint::from(whole));
    // Five pairs that all differ one way: 2 of 32, printed as 0,063.
    assert_eq!(mcnemar(5, 0), chance(1, 16));
    assert_eq!(mcnemar(0, 5).thousandths(), 63);
    assert_eq!(mcnemar(2, 2), chance(1, 1));
    assert_eq!(mcnemar(0, 0), chance(1, 1));
    // Six of six against one of six: 7 + 7 of 924 tables.
    let share = |part, whole| Share { part, whole };
    assert_eq!(fisher(share(6, 6), share(1, 6)), chance(14, 924));
    assert_eq!(fisher(share(3, 3), share(3, 3)), chance(1, 1));
    // Far beyond what a floating number holds exactly.
    assert!(mcnemar(300, 42).is_under(1));
    assert!((fisher(share(200, 1500), share(230, 1500)).value() - 0.128).abs() < 0.02);
}

/// Published figures, and the same interval as the shares t for which (p - t)^2 is at most
/// z^2 t(1 - t) / n.
#[test]
fn the_interval_of_wilson_is_that_of_the_test_that_it_inverts() {
    for (part, whole, low, high) in [(17, 20, 0.6396, 0.9476), (11, 14, 0.5241, 0.9243)] {
        let own = wilson(part, whole);
        assert!((own.0 - low).abs() < 1e-4 && (own.1 - high).abs() < 1e-4, "{own:?}");
    }
    for whole in 1..200_u32 {
        let n = f64::from(whole);
        for part in 0..=whole {
            let p = f64::from(part) / n;
            let (low, high) = wilson(part, whole);
            assert!(0.0 <= low && low <= p && p <= high && high <= 1.0, "{part} of {whole}");
            for end in [low, high] {
                let apart = (p - end).abs() - 1.959_964 * (end * (1.0 - end) / n).sqrt();
                assert!(apart.abs() < 1e-7 || p == end, "{part} of {whole}: {apart}");
            }
            let z = 1.959_963_984_540_054_f64;
            let middle = p + z * z / (2.0 * n);
            let spread = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
            let other = |sum: f64| sum / (1.0 + z * z / n);
            assert!((low - other(middle - spread)).abs() < 1e-9);
            assert!((high - other(middle + spread)).abs() < 1e-9);
        }
    }
}

/// What SciPy 1.17.1, statsmodels 0.15.0 and NumPy 2.4.6 give, so that it is tested where there is no
/// Python too.
#[test]
fn every_statistic_gives_what_an_independent_implementation_gave() {
    let close = |own: f64, other: f64| assert!((own - other).abs() < 1e-9, "{own} is not {other}");
    let share = |part, whole| Share { part, whole };
    let tables = [
        (share(9, 12), share(3, 15), 0.007135699436143641, 0.46769466506643426),
        (share(0, 8), share(5, 9), 0.029411764705882353, 0.0),
        (share(20, 40), share(19, 38), 1.0, 0.35199526933465375),
        (share(1, 5), share(0, 7), 0.4166666666666667, 0.036224108632430196),
    ];
    for (one, other, p, low) in tables {
        close(fisher(one, other).value(), p);
        close(wilson_low(one), low);
        close(ends(one).0, low);
    }
    for (first, second, p) in [(1, 9, 0.021484375), (6, 4, 0.75390625), (12, 2, 0.012939453125)] {
        close(mcnemar(first, second).value(), p);
    }
    let chances = [(4, 100), (1, 100), (1, 2), (3, 100), (2, 100)];
    let chances = chances.map(|(part, whole): (u32, u32)| Chance::new(part.into(), whole.into()));
    let corrected = [0.09, 0.05, 0.5, 0.09, 0.08];
    holm(&chances).iter().zip(corrected).for_each(|(own, other)| close(own.value(), other));
    let values = [12, 34, 50, 55, 71, 99, 123].map(|tenths| Exact::new(tenths, 10));
    let quartiles: Vec<f64> = (1..4).filter_map(|q| quartile(&values, q)).map(float).collect();
    assert_eq!(quartiles, [4.2, 5.5, 8.5]);
    assert_eq!(deviation(&values), Some(Exact::new(21, 10)));
    // 0.6745 · (16.4 − 5.5) / 2.1 is just over 3.5, and 16.3 just under it.
    assert_eq!(outlier(Exact::new(164, 10), &values), Some(true));
    assert_eq!(outlier(Exact::new(163, 10), &values), Some(false));
}

/// A score over 3.5 makes an outlier (Iglewicz and Hoaglin), 3.5 itself does not; and where more than
/// half of the others are equal there is no score.
#[test]
fn the_bound_of_an_outlier_is_exact() {
    let part = |part: i128| Exact::new(part, 10_000);
    let others = [part(-6745), part(0), part(6745)];
    assert_eq!(deviation(&others), Some(part(6745)));
    assert_eq!(outlier(part(35_000), &others), Some(false));
    assert_eq!(outlier(part(35_001), &others), Some(true));
    assert_eq!(outlier(part(-35_001), &others), Some(true));
    assert_eq!(outlier(part(5), &[part(1), part(1), part(1), part(2)]), None);
    assert_eq!(outlier(part(5), &[]), None);
    // One number is every quantile of itself.
    for quarter in 0..=4 {
        assert_eq!(quartile(&[part(3)], quarter), Some(part(3)));
        assert_eq!(quartile(&[], quarter), None);
    }
    assert_eq!(quartile(&others, 4), Some(part(6745)));
}

#[test]
fn every_statistic_agrees_with_an_independent_implementation() {
    let python = python();
    if !needs(&python, &["-c", "import numpy, scipy, statsmodels"]) {
        return;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/statistics.py");
    let mut child = Command::new(&python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python runs");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(data().to_string().as_bytes()).expect("Python reads");
    drop(input);
    let done = child.wait_with_output().expect("Python ends");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{said}");
    assert_eq!(said.trim(), format!("{SETS} data sets, all agree"));
}
