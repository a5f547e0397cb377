//! Robustness of a result under other choices: other weights, thresholds and points, equal weights,
//! one criterion less.
//!
//! The OECD/JRC Handbook on Constructing Composite Indicators (2008, chapter 7) advises to vary the
//! choices made. All municipalities get the same draws, so that differences between them are not due
//! to chance. The arithmetic is on whole numbers, exact and the same on every machine.

use super::draws::{BLOCK, DRAWS, Draws, LEAST, MOST, Moved, POINT, STEP};
use super::statistics::{quantile_at, sort_ends};
use crate::model::{
    Exact, FrameworkScore, Judgement, Level, NoVerdict, Rank, Robustness, Scale, Verdict,
};
use crate::score::{ceiling_rank, framework_score};

/// The shares of the draws below the printed ends, in thousandths: 2,5% and 97,5%.
const ENDS: [usize; 2] = [25, 975];

/// How many units a score of one is.
const WHOLE: u64 = 1 << 60;

/// A criterion in a draw: its weight, and its level by rank if it was judged.
struct Part {
    weight: u32,
    rank: Option<usize>,
}

/// The criteria of an audit in the order of the framework. What is in no score has weight zero.
fn parts(judgements: &[Judgement]) -> Vec<Part> {
    let one = |j: &Judgement| {
        let counts = !j.legal_duty && j.outcome.applicable();
        Part {
            weight: if counts { j.weight } else { 0 },
            rank: j.outcome.level().filter(|_| counts).map(Level::rank),
        }
    };
    judgements.iter().map(one).collect()
}

/// The weights of each draw of a block: at each level, lowest first, and at last without one.
struct Block([[u64; BLOCK]; MOST + 1]);

impl Block {
    /// Adds up what was drawn for the criteria, given by criterion and then by draw.
    ///
    /// Most of the time of a comparison goes to this sum, so it is laid out for the processor: one
    /// criterion over all draws, in plain numbers. A weight is at most 10, and 2³² × 10 for each
    /// criterion of a framework stays far within 64 bits.
    fn new(parts: &[Part], factors: &[u32]) -> Self {
        let mut out = Self([[0; BLOCK]; MOST + 1]);
        for (part, own) in parts.iter().zip(factors.chunks(BLOCK)) {
            let weight = u64::from(part.weight);
            let Some(sums) = out.0.get_mut(part.rank.unwrap_or(MOST)) else { continue };
            for (sum, factor) in sums.iter_mut().zip(own) {
                *sum = sum.wrapping_add(weight.wrapping_mul(LEAST + u64::from(*factor)));
            }
        }
        out
    }

    /// The draws, each with what else moved in it.
    fn each<'m>(&self, moved: &'m [Moved]) -> impl Iterator<Item = (Drawn, &'m Moved)> {
        moved.iter().enumerate().map(|(at, moved)| {
            let mut drawn = Drawn { levels: [0; MOST], judged: 0, open: 0 };
            let [levels @ .., open] = &self.0;
            for (weight, sums) in drawn.levels.iter_mut().zip(levels) {
                *weight = sums.get(at).copied().unwrap_or(0);
                drawn.judged += *weight;
            }
            drawn.open = open.get(at).copied().unwrap_or(0);
            (drawn, moved)
        })
    }
}

/// The weights of a draw: at each level, lowest first, of all of them, and without one.
struct Drawn {
    levels: [u64; MOST],
    judged: u64,
    open: u64,
}

impl Drawn {
    /// The points of all judged criteria, in units of a step times those of a weight.
    fn points(&self, moved: &Moved) -> i128 {
        let mut all = 0;
        for (weight, points) in self.levels.iter().zip(&moved.points) {
            all += i128::from(*weight) * i128::from(*points);
        }
        all
    }

    /// The score in units of 2⁻⁶⁰, rounded down; zero where nothing is judged.
    fn score(&self, scale: Scale, moved: &Moved) -> u64 {
        let most = scale.highest().points() * i128::from(self.judged);
        let whole = i128::from(WHOLE) / i128::from(STEP);
        let score = (self.points(moved) * whole).checked_div(most).unwrap_or(0);
        u64::try_from(score).unwrap_or(0)
    }

    /// The rank of the verdict, for a framework that only its coverage can keep from one.
    fn verdict(&self, draws: &Draws, moved: &Moved) -> Option<usize> {
        let (judged, steps) = (i128::from(self.judged), draws.scale().steps());
        let hundred = 100 * i128::from(POINT);
        if judged * hundred < (judged + i128::from(self.open)) * draws.coverage() {
            return None;
        }
        let most = draws.scale().highest().points() * judged * i128::from(STEP);
        let got = self.points(moved) * hundred;
        let reached = |threshold: &&i64| got >= i128::from(**threshold) * most;
        let by_score = moved.thresholds.iter().take(steps).take_while(reached).count();
        let weights = self.levels.iter().copied().enumerate().filter(|(_, weight)| *weight > 0);
        Some(by_score.min(ceiling_rank(steps, weights)?.0))
    }
}

/// Whether a framework has no verdict for a reason other than coverage.
fn blocked(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::None(reasons) if reasons.iter().any(|r| *r != NoVerdict::Coverage))
}

/// The robustness of a score and verdict. The judgements are in the order of the framework's
/// criteria and as many as a draw has factors. `None` where nothing was judged, or the framework adds
/// up no points.
#[must_use]
pub fn robustness(score: &FrameworkScore, draws: &Draws) -> Option<Robustness> {
    score.score?;
    let parts = parts(&score.judgements);
    // A verdict that is absent for another reason than coverage stays absent under every draw.
    let blocked = blocked(&score.verdict);
    let own = score.verdict.level().map(Level::rank);
    let mut scores = Vec::with_capacity(usize::try_from(DRAWS).unwrap_or(0));
    let mut same = 0;
    for (factors, moved) in draws.blocks() {
        for (drawn, moved) in Block::new(&parts, factors).each(moved) {
            scores.push(drawn.score(draws.scale(), moved));
            let found = if blocked { None } else { drawn.verdict(draws, moved) };
            same += u32::from(found == own);
        }
    }
    sort_ends(&mut scores, ENDS);
    let at = |place: usize| scores.get(place).map(|score| units(*score));
    let [lower, upper] = ENDS.map(|part| quantile_at(scores.len(), at, (part, 1000)));
    let equal = again(score, equally_weighted(&score.judgements));
    Some(Robustness {
        lower: lower?,
        upper: upper?,
        same,
        equal_score: equal.score,
        equal_verdict: equal.verdict.level(),
        flips: flips(score),
    })
}

/// A score in units of 2⁻⁶⁰ as a fraction.
fn units(score: u64) -> Exact {
    Exact::new(i128::from(score), i128::from(WHOLE))
}

/// The criteria whose removal changes the verdict, each with the new verdict.
fn flips(score: &FrameworkScore) -> Vec<(String, Option<Level>)> {
    let own = score.verdict.level();
    let mut out = Vec::new();
    for left_out in score.judgements.iter().filter(|j| j.outcome.applicable()) {
        let rest = score.judgements.iter().filter(|j| j.criterion != left_out.criterion);
        let level = again(score, rest.cloned().collect()).verdict.level();
        if level != own {
            out.push((left_out.criterion.clone(), level));
        }
    }
    out
}

fn again(score: &FrameworkScore, judgements: Vec<Judgement>) -> FrameworkScore {
    framework_score(score.terms(), judgements)
}

/// A municipality in a ranking: its criteria, its score, and its places over the draws.
type Ranked = (Vec<Part>, Exact, Vec<u32>);

/// The places of municipalities by score, each with its range over the draws. Only municipalities
/// with a verdict have a place.
#[must_use]
pub fn ranks(scores: &[&FrameworkScore], draws: &Draws) -> Vec<Option<Rank>> {
    let with_verdict = |s: &&FrameworkScore| s.score.filter(|_| s.verdict.level().is_some());
    let exact: Vec<Option<Exact>> = scores.iter().map(with_verdict).collect();
    let mut sorted: Vec<Exact> = exact.iter().flatten().copied().collect();
    sorted.sort_unstable();
    let ahead = |own: Exact| sorted.len() - sorted.partition_point(|other| *other <= own) + 1;
    let ranked = |(score, own): (&&FrameworkScore, Option<Exact>)| {
        Some((parts(&score.judgements), own?, Vec::new()))
    };
    let mut all: Vec<Option<Ranked>> = scores.iter().zip(exact).map(ranked).collect();
    for (factors, moved) in draws.blocks() {
        let score = |(parts, ..): &Ranked| -> Vec<u64> {
            let block = Block::new(parts, factors);
            block.each(moved).map(|(drawn, moved)| drawn.score(draws.scale(), moved)).collect()
        };
        let drawn: Vec<Vec<u64>> = all.iter().flatten().map(score).collect();
        for at in 0..moved.len() {
            let own = || drawn.iter().filter_map(|scores| scores.get(at).copied());
            let mut order: Vec<u64> = own().collect();
            order.sort_unstable();
            // Equal scores share the place of the first of them.
            for ((.., places), own) in all.iter_mut().flatten().zip(own()) {
                let place = order.len() - order.partition_point(|other| *other <= own) + 1;
                places.push(u32::try_from(place).unwrap_or(u32::MAX));
            }
        }
    }
    let rank = |(_, own, mut places): Ranked| {
        sort_ends(&mut places, ENDS);
        let at = |place: usize| places.get(place).map(|place| Exact::from(i128::from(*place)));
        let [best, worst] = ENDS.map(|part| quantile_at(places.len(), at, (part, 1000)));
        // Outwards to a whole place, so that no fewer draws lie between them.
        let whole = |place: Exact| usize::try_from(place.to_integer()).ok();
        Some(Rank { place: ahead(own), best: whole(best?.floor())?, worst: whole(worst?.ceil())? })
    };
    all.into_iter().map(|one| rank(one?)).collect()
}

/// The same judgements, each with weight one.
fn equally_weighted(judgements: &[Judgement]) -> Vec<Judgement> {
    judgements.iter().map(|j| Judgement { weight: 1, ..j.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::draws::{BLOCK, DRAWS, Draws, MOST, Moved, STEP, units};
    use super::{Block, blocked, parts, ranks, robustness};
    use crate::model::{
        Decimal, Exact, FrameworkScore, Judgement, Level, Outcome, Robustness, Rule, Rules, Scale,
        Terms,
    };
    use crate::score::framework_score;
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::{Rng, SeedableRng};

    fn rules(scale: Scale, coverage: i128, percentages: &[i128]) -> Rules {
        let levels = scale.levels().rev().skip(1);
        Rules {
            minimum_coverage: Decimal::scaled(coverage, 0),
            thresholds: levels.zip(percentages.iter().map(|p| Decimal::scaled(*p, 0))).collect(),
        }
    }

    /// A score with these ranks and weights, `None` for what is unknown.
    fn scored(terms: (Scale, &Rules), norms: &[(Option<usize>, u32)]) -> FrameworkScore {
        let (scale, rules) = terms;
        let one = |(place, (rank, weight)): (usize, &(Option<usize>, u32))| {
            let level = rank.and_then(|rank| scale.levels().rev().nth(rank));
            Judgement {
                criterion: format!("N-{place}"),
                weight: *weight,
                legal_duty: false,
                outcome: level.map_or(Outcome::NotStudied, Outcome::Judged),
                derived: level,
                possible: None,
                measured: level,
                derivation: None,
                strength: None,
                derived_strength: None,
                conflict: None,
                overruled: false,
            }
        };
        let terms = Terms {
            framework: "proef".to_owned(),
            version: String::new(),
            scale,
            available: norms.len(),
            rule: Rule::Score(rules.clone()),
        };
        framework_score(terms, norms.iter().enumerate().map(one).collect())
    }

    #[test]
    fn a_duty_and_what_does_not_apply_have_no_weight_in_a_draw() {
        let rules = rules(Scale::default(), 70, &[30, 60, 85]);
        let norms = [(Some(1), 2), (Some(1), 2), (Some(1), 2), (None, 2)];
        let mut judgements = scored((Scale::default(), &rules), &norms).judgements;
        judgements[1].legal_duty = true;
        judgements[2].outcome = Outcome::NotApplicable;
        let parts = parts(&judgements).into_iter().map(|part| (part.weight, part.rank));
        assert!(parts.eq([(2, Some(1)), (0, None), (0, None), (2, None)]));
    }

    #[test]
    fn where_nothing_is_moved_a_draw_gives_the_score_and_verdict_of_the_framework() {
        let rules = rules(Scale::default(), 70, &[30, 60, 85]);
        let draws = Draws::new(1, "proef", (Scale::default(), 1), &rules);
        let mut moved =
            Moved { thresholds: [0; MOST - 1], points: [0, 1, 2, 3, 0].map(|r| r * STEP) };
        let own = rules.thresholds.values().map(|percent| units(*percent));
        moved.thresholds.iter_mut().zip(own).for_each(|(threshold, own)| *threshold = own);
        let moved = [moved];
        let mut generator = ChaCha8Rng::seed_from_u64(8);
        let mut below = |bound: u32| usize::try_from(generator.next_u32() % bound).unwrap_or(0);
        let (mut with, mut without) = (0, 0);
        for _ in 0..2000 {
            let norms: Vec<(Option<usize>, u32)> = (0..=below(9))
                .map(|_| (Some(below(5)).filter(|rank| *rank < 4), [1, 2, 5][below(3)]))
                .collect();
            let score = scored((Scale::default(), &rules), &norms);
            let Some(own) = score.score else { continue };
            // Half of what can be drawn is a factor of one.
            let factors = vec![1 << 31; norms.len() * BLOCK];
            let block = Block::new(&parts(&score.judgements), &factors);
            let Some((drawn, moved)) = block.each(&moved).next() else { panic!("one draw") };
            let found = super::units(drawn.score(Scale::default(), moved));
            assert!(found <= own && own - found < super::units(1), "{own} {found}");
            if !blocked(&score.verdict) {
                let found = drawn.verdict(&draws, moved);
                assert_eq!(found, score.verdict.level().map(Level::rank), "{norms:?}");
                *(if found.is_some() { &mut with } else { &mut without }) += 1;
            }
        }
        assert!(with > 500 && without > 100, "{with} {without}");
    }

    #[test]
    fn the_ends_lie_within_all_draws_and_what_no_choice_changes_stays() {
        let rules = rules(Scale::default(), 70, &[30, 60, 85]);
        let draws = Draws::new(1, "proef", (Scale::default(), 4), &rules);
        let of = |ranks: [Option<usize>; 4]| {
            let norms: Vec<_> = ranks.into_iter().zip([1, 2, 3, 4]).collect();
            robustness(&scored((Scale::default(), &rules), &norms), &draws)
        };
        let each = |rank| of([Some(rank); 4]).map(|found| (found.lower, found.upper, found.same));
        assert_eq!(each(3), Some((Exact::from(1), Exact::from(1), DRAWS)));
        assert_eq!(each(0), Some((Exact::from(0), Exact::from(0), DRAWS)));
        // What is unknown leaves two verdicts open, so there is none in any draw.
        let open = of([Some(3), Some(3), None, Some(3)]);
        assert_eq!(open.map(|found| found.same), Some(DRAWS));
        // Where too little is judged besides, that is so in every draw in which enough is.
        let strict = self::rules(Scale::default(), 75, &[30, 60, 85]);
        let draws = Draws::new(1, "proef", (Scale::default(), 4), &strict);
        let norms = [(Some(3), 1), (Some(3), 2), (None, 3), (Some(3), 4)];
        let open = robustness(&scored((Scale::default(), &strict), &norms), &draws);
        assert_eq!(open.map(|found| found.same), Some(DRAWS));
        // Only the points of that level move, at most a twelfth of the score: the middle 95% of that.
        let (lower, upper, _) = each(1).unwrap_or_default();
        let close = |end: Exact, share: i128| {
            let off = end - Exact::new(1, 4) - Exact::new(share, 1000) * Exact::new(1, 6);
            off < Exact::new(1, 1000) && off > Exact::new(-1, 1000)
        };
        assert!(close(lower, 25) && close(upper, 975), "{lower} {upper}");
    }

    /// The same draws and arithmetic in exact fractions in Python, with the quantiles of NumPy's default.
    #[test]
    fn ends_verdicts_and_places_are_those_of_an_independent_implementation() {
        let scale = Scale::named("drie").expect("a scale");
        let rules = rules(scale, 80, &[40, 75]);
        let draws = Draws::new(7, "proef", (scale, 3), &rules);
        let score = |norms: [(Option<usize>, u32); 3]| scored((scale, &rules), &norms);
        let found = robustness(&score([(Some(2), 3), (Some(1), 2), (None, 1)]), &draws);
        // Scores are rounded down to a multiple of 2⁻⁶⁰; their quantiles are exact.
        let expected = Robustness {
            lower: Exact::new(33_210_632_794_604_487_437, 40 << 60),
            upper: Exact::new(39_945_751_348_915_533_465, 40 << 60),
            same: 7574,
            equal_score: Some(Exact::new(3, 4)),
            equal_verdict: None,
            // Without one of the two that were judged too little is known for a verdict.
            flips: vec![("N-0".to_owned(), None), ("N-1".to_owned(), None)],
        };
        assert_eq!(found, Some(expected));
        assert_eq!(robustness(&score([(None, 3), (None, 2), (None, 1)]), &draws), None);
        let all = [
            score([(Some(2), 3), (Some(1), 2), (Some(1), 1)]),
            score([(Some(1), 3), (Some(2), 2), (Some(2), 1)]),
            score([(Some(1), 3), (Some(2), 2), (Some(2), 1)]),
            score([(Some(2), 3), (Some(0), 2), (Some(1), 1)]),
            // Of this one too little is known for a verdict, and so for a place.
            score([(None, 3), (Some(2), 2), (Some(2), 1)]),
        ];
        let places = |all: &[FrameworkScore]| -> Vec<_> {
            let ranks = ranks(&all.iter().collect::<Vec<_>>(), &draws).into_iter();
            ranks.map(|rank| rank.map(|r| (r.place, r.best, r.worst))).collect()
        };
        let expected = [Some((1, 1, 3)), Some((1, 1, 2)), Some((1, 1, 2)), Some((4, 4, 4)), None];
        assert_eq!(places(&all), expected);
        // The second is ahead in 9750 of the draws, so 2.5% lies between two places: 1.975 and 1.025.
        let all = [
            score([(Some(0), 5), (Some(2), 2), (Some(1), 1)]),
            score([(Some(1), 5), (Some(0), 2), (Some(2), 1)]),
        ];
        assert_eq!(places(&all), [Some((2, 1, 2)), Some((1, 1, 2))]);
    }
}
