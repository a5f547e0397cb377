//! Random draws of the choices behind a score.
//!
//! A draw multiplies each weight by a number from 0,75 to 1,25, moves each threshold by at most five
//! percentage points and the points of each inner level by at most a quarter of a step, all
//! independent and uniform. Everything drawn is a whole number of small units.

use crate::assets::sha256;
use crate::model::{Decimal, Exact, Level, Rules, Scale};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Number of draws.
pub const DRAWS: u32 = 10_000;

/// The lowest factor of a weight, three quarters, in units of 2⁻³³.
const LEAST: i64 = 3 << 31;

/// The points of one step in units of 2⁻³³, and a quarter of that.
pub const STEP: i128 = 1 << 33;
const QUARTER: i128 = STEP / 4;

/// A percentage point in the units of a threshold.
pub const POINT: i128 = 1_000_000;

/// The thresholds and the points of levels in a draw.
pub struct Moved {
    /// Of each level but the lowest, lowest first, in units of a percentage point.
    pub thresholds: Vec<i128>,
    /// Of each level, lowest first, in units of a step.
    pub points: Vec<i128>,
}

/// All draws for one framework.
pub struct Draws {
    scale: Scale,
    criteria: usize,
    /// The factors of the weights, draw by draw.
    factors: Vec<i64>,
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
        // A 32-bit value is less than one half in units of 2⁻³³, so a factor is from 0,75 to 1,25.
        let factors = (0..criteria * draws).map(|_| LEAST + i64::from(generator.next_u32()));
        let factors = factors.collect();
        let own: Vec<i128> = rules.thresholds.values().map(|percent| units(*percent)).collect();
        let moved = (0..draws).map(|_| Moved {
            thresholds: thresholds(&own, &mut generator),
            points: points(scale, &mut generator),
        });
        Self { scale, criteria, factors, moved: moved.collect() }
    }

    /// The scale of the framework.
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// The draws: the factors of the weights, in the order of the criteria, and what else moved.
    pub fn each(&self) -> impl Iterator<Item = (&[i64], &Moved)> {
        self.factors.chunks(self.criteria.max(1)).zip(&self.moved)
    }
}

/// A percentage in the units of a threshold.
pub fn units(percent: Decimal) -> i128 {
    (percent.exact() * Exact::from(POINT)).to_integer()
}

/// Thresholds each moved by at most five percentage points, drawn anew until they ascend within 0 and
/// 100. Those of a framework ascend within these, so that a draw succeeds sooner or later.
fn thresholds(own: &[i128], generator: &mut ChaCha8Rng) -> Vec<i128> {
    loop {
        let mut move_one = |threshold: &i128| {
            let part = (i128::from(generator.next_u32()) * 10 * POINT) >> 32;
            threshold - 5 * POINT + part
        };
        let moved: Vec<i128> = own.iter().map(&mut move_one).collect();
        let inside = moved.iter().all(|threshold| (0..=100 * POINT).contains(threshold));
        if inside && moved.is_sorted_by(|low, high| low < high) {
            return moved;
        }
    }
}

/// The points of each level, lowest first: those between the lowest and the highest moved by at most a
/// quarter of a step.
fn points(scale: Scale, generator: &mut ChaCha8Rng) -> Vec<i128> {
    let mut one = |level: Level| {
        let fixed = level == scale.lowest() || level == scale.highest();
        let by = if fixed { 0 } else { i128::from(generator.next_u32()) - QUARTER };
        level.points() * STEP + by
    };
    scale.levels().rev().map(&mut one).collect()
}

#[cfg(test)]
mod tests {
    use super::{Draws, POINT, QUARTER, STEP, units};
    use crate::model::{Decimal, Rules, Scale};

    #[test]
    fn what_is_drawn_stays_within_its_bounds_and_uses_all_of_them() {
        let levels = Scale::default().levels().rev().skip(1);
        let rules = Rules {
            minimum_coverage: Decimal::scaled(70, 0),
            thresholds: levels.zip([3, 6, 98].map(|p| Decimal::scaled(p, 0))).collect(),
        };
        let own: Vec<i128> = rules.thresholds.values().map(|percent| units(*percent)).collect();
        let draws = Draws::new(1, "proef", (Scale::default(), 4), &rules);
        assert_eq!(draws.each().count(), 10_000);
        let mut far = [0_i128; 3];
        for (factors, moved) in draws.each() {
            assert!(factors.iter().all(|f| (3 << 31..5 << 31).contains(f)), "{factors:?}");
            assert!(moved.thresholds.is_sorted_by(|low, high| low < high));
            assert!(moved.thresholds.iter().all(|t| (0..=100 * POINT).contains(t)));
            for (threshold, own) in moved.thresholds.iter().zip(&own) {
                assert!((threshold - own).abs() <= 5 * POINT);
                far[0] = far[0].max((threshold - own).abs());
            }
            let [lowest, second, third, highest] = moved.points.as_slice() else {
                panic!("a scale of four")
            };
            assert_eq!((*lowest, *highest), (0, 3 * STEP));
            for (points, own, at) in [(second, STEP, 1), (third, 2 * STEP, 2)] {
                assert!((points - own).abs() <= QUARTER);
                far[at] = far[at].max((points - own).abs());
            }
        }
        assert!(far[0] > 49 * POINT / 10 && far[1].min(far[2]) > QUARTER * 99 / 100, "{far:?}");
    }
}
