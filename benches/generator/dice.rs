//! Chance that gives the same on every machine.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The dice of one municipality.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// Dice of their own for each number.
    pub fn new(seed: u64, number: usize) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(u64::try_from(number).unwrap_or(0));
        Self(generator)
    }

    /// A whole number, both ends included.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.0.next_u32() % (high - low + 1)
    }

    /// Whether something of so many percent happens.
    pub fn percent(&mut self, chance: u32) -> bool {
        self.between(1, 100) <= chance
    }

    /// One of several.
    pub fn pick<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        let last = u32::try_from(all.len() - 1).unwrap_or(0);
        all[usize::try_from(self.between(0, last)).unwrap_or(0)]
    }
}
