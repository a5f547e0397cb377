//! Random draws of the choices behind a score.
//!
//! A draw multiplies each weight by a number from 0,75 to 1,25, moves each threshold by at most five
//! percentage points and the points of each inner level by at most a quarter of a step, all
//! independent and uniform. Everything drawn is a whole number of small units.

use crate::assets::sha256;
use crate::model::{Decimal, Exact, LEVELS, Rules, Scale};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Number of draws.
pub const DRAWS: u32 = 10_000;

/// How many draws lie together in memory: those of one criterion are added up at once.
pub const BLOCK: usize = 250;

/// The lowest factor of a weight, three quarters, in units of 2⁻³³. What was drawn is added to it.
pub const LEAST: u64 = 3 << 31;

/// The points of one step in units of 2⁻³³, and a quarter of that.
pub const STEP: i64 = 1 << 33;
const QUARTER: i64 = STEP / 4;

/// A percentage point in the units of a threshold.
pub const POINT: i64 = 1_000_000;

/// The most levels that a scale has.
pub const MOST: usize = *LEVELS.end();

/// The thresholds and the points of levels in a draw; of levels that the scale has not, zero.
pub struct Moved {
    /// Of each level but the lowest, lowest first, in units of a percentage point.
    pub thresholds: [i64; MOST - 1],
    /// Of each level, lowest first, in units of a step.
    pub points: [i64; MOST],
}

/// All draws for one framework.
pub struct Draws {
    scale: Scale,
    criteria: usize,
    /// The smallest coverage with a verdict, in units of a percentage point.
    coverage: i128,
    /// What was drawn for the weights: by block, then by criterion, then by draw.
    factors: Vec<u32>,
    moved: Vec<Moved>,
}

impl Draws {
    /// The draws of a framework with this scale and number of criteria. Each framework has its own
    /// random stream, so that its draws do not depend on which other frameworks are compared.
    #[must_use]
    pub fn new(
        seed: u64,
        framework: &str,
        (scale, criteria): (Scale, usize),
        rules: &Rules,
    ) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        let hash = sha256(framework.as_bytes());
        let stream = u64::from_str_radix(hash.get(..16).unwrap_or("0"), 16).unwrap_or(0);
        generator.set_stream(stream);
        let draws = usize::try_from(DRAWS).unwrap_or(0);
        let mut factors = vec![0; criteria * draws];
        for block in factors.chunks_mut((criteria * BLOCK).max(1)) {
            for draw in 0..BLOCK {
                let own = block.iter_mut().skip(draw).step_by(BLOCK);
                own.for_each(|factor| *factor = generator.next_u32());
            }
        }
        let own: Vec<i64> = rules.thresholds.values().map(|percent| units(*percent)).collect();
        let moved = (0..draws).map(|_| Moved {
            thresholds: thresholds(&own, &mut generator),
            points: points(scale, &mut generator),
        });
        let (moved, coverage) = (moved.collect(), units(rules.minimum_coverage).into());
        Self { scale, criteria, coverage, factors, moved }
    }

    /// The scale of the framework.
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// The smallest coverage with a verdict, in units of a percentage point.
    pub fn coverage(&self) -> i128 {
        self.coverage
    }

    /// The draws by block: what was drawn for the weights, by criterion and then by draw, and what else
    /// moved.
    pub fn blocks(&self) -> impl Iterator<Item = (&[u32], &[Moved])> {
        self.factors.chunks((self.criteria * BLOCK).max(1)).zip(self.moved.chunks(BLOCK))
    }
}

/// A percentage in the units of a threshold.
pub fn units(percent: Decimal) -> i64 {
    let whole = (percent.exact() * Exact::from(i128::from(POINT))).to_integer();
    i64::try_from(whole).unwrap_or(i64::MAX)
}

/// Thresholds each moved by at most five percentage points, drawn anew until they ascend within 0 and
/// 100. Those of a framework ascend within these, so that a draw succeeds sooner or later.
fn thresholds(own: &[i64], generator: &mut ChaCha8Rng) -> [i64; MOST - 1] {
    let mut out = [0; MOST - 1];
    loop {
        for (moved, threshold) in out.iter_mut().zip(own) {
            let part = (u64::from(generator.next_u32()) * (10 * POINT).unsigned_abs()) >> 32;
            *moved = threshold - 5 * POINT + part.cast_signed();
        }
        let moved = out.get(..own.len()).unwrap_or(&out);
        let inside = moved.iter().all(|threshold| (0..=100 * POINT).contains(threshold));
        if inside && moved.is_sorted_by(|low, high| low < high) {
            return out;
        }
    }
}

/// The points of each level, lowest first: those between the lowest and the highest moved by at most a
/// quarter of a step.
fn points(scale: Scale, generator: &mut ChaCha8Rng) -> [i64; MOST] {
    let mut out = [0; MOST];
    for ((level, points), rank) in scale.levels().rev().zip(&mut out).zip(0..) {
        let fixed = level == scale.lowest() || level == scale.highest();
        let by = if fixed { 0 } else { i64::from(generator.next_u32()) - QUARTER };
        *points = rank * STEP + by;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, DRAWS, Draws, Moved, POINT, QUARTER, STEP, units};
    use crate::model::{Decimal, Rules, Scale};

    /// ChaCha8, the seed by PCG32 and the moves of thresholds and points, written in Python from
    /// their definitions, gave these: the first and the last of the draws.
    #[test]
    fn the_draws_are_those_of_an_independent_implementation() {
        let scale = Scale::named("drie").expect("a scale");
        let levels = scale.levels().rev().skip(1);
        let rules = Rules {
            minimum_coverage: Decimal::scaled(80, 0),
            thresholds: levels.zip([40, 75].map(|p| Decimal::scaled(p, 0))).collect(),
        };
        let draws = Draws::new(7, "proef", (scale, 3), &rules);
        assert_eq!((draws.scale(), draws.coverage()), (scale, 80_000_000));
        let blocks: Vec<_> = draws.blocks().collect();
        let drawn = |block: usize, at: usize| {
            let (factors, moved) = blocks[block];
            let factors: Vec<u32> = factors.chunks(BLOCK).map(|own| own[at]).collect();
            (factors, moved[at].thresholds, moved[at].points)
        };
        let first = (
            vec![2_223_516_124, 3_614_184_201, 3_195_218_150],
            [38_281_752, 78_289_260, 0, 0],
            [0, 10_004_829_537, 2 * STEP, 0, 0],
        );
        assert_eq!(drawn(0, 0), first);
        let last = (
            vec![2_168_012_534, 1_522_785_239, 3_802_092_682],
            [38_831_473, 70_382_015, 0, 0],
            [0, 6_772_134_020, 2 * STEP, 0, 0],
        );
        assert_eq!(drawn(blocks.len() - 1, BLOCK - 1), last);
    }

    #[test]
    fn blocks_hold_whole_draws() {
        assert_eq!(usize::try_from(DRAWS).unwrap_or(0) % BLOCK, 0);
    }

    #[test]
    fn what_is_drawn_stays_within_its_bounds_and_uses_all_of_them() {
        let levels = Scale::default().levels().rev().skip(1);
        let rules = Rules {
            minimum_coverage: Decimal::scaled(70, 0),
            thresholds: levels.zip([3, 6, 98].map(|p| Decimal::scaled(p, 0))).collect(),
        };
        let own: Vec<i64> = rules.thresholds.values().map(|percent| units(*percent)).collect();
        let draws = Draws::new(1, "proef", (Scale::default(), 4), &rules);
        let factors: Vec<u32> = draws.blocks().flat_map(|(drawn, _)| drawn.to_vec()).collect();
        assert_eq!(factors.len(), 4 * 10_000);
        let (low, high) = (factors.iter().min(), factors.iter().max());
        assert!(low < Some(&(1 << 20)) && high > Some(&(u32::MAX - (1 << 20))), "{low:?} {high:?}");
        let mut far = [0_i64; 3];
        let (mut least, mut most) = (100 * POINT, 0);
        let all: Vec<&Moved> = draws.blocks().flat_map(|(_, moved)| moved).collect();
        assert_eq!(all.len(), 10_000);
        for moved in all {
            assert!(moved.thresholds.get(..3).is_some_and(|own| own.is_sorted_by(|a, b| a < b)));
            assert!(moved.thresholds.iter().all(|t| (0..=100 * POINT).contains(t)));
            for (threshold, own) in moved.thresholds.iter().zip(&own) {
                assert!((threshold - own).abs() <= 5 * POINT);
                far[0] = far[0].max((threshold - own).abs());
                (least, most) = (least.min(*threshold), most.max(*threshold));
            }
            let [lowest, second, third, highest, _] = &moved.points;
            assert_eq!((*lowest, *highest), (0, 3 * STEP));
            for (points, own, at) in [(second, STEP, 1), (third, 2 * STEP, 2)] {
                assert!((points - own).abs() <= QUARTER);
                far[at] = far[at].max((points - own).abs());
            }
        }
        assert!(least < POINT / 10 && most > 999 * POINT / 10, "{least} {most}");
        assert!(far[0] > 49 * POINT / 10 && far[1].min(far[2]) > QUARTER * 99 / 100, "{far:?}");
    }
}
