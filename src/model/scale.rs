//! Scales: ordered sets of two to five levels, in the words of the researchers; and their levels.

use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{Mutex, PoisonError};

/// The fewest and the most levels of a scale.
pub const LEVELS: std::ops::RangeInclusive<usize> = 2..=5;

/// A level as a framework words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Step {
    /// The word in a YAML file.
    key: &'static str,
    /// The word in a document.
    word: &'static str,
}

/// A scale: its levels, highest first. Equal scales are one for the whole run, so that a level is a
/// place on it and can be copied; a run meets a handful, and they are kept until it ends. A comparison
/// of thousands keeps hundreds of levels of each, so both are as small as can be.
#[derive(Debug, Clone, Copy)]
pub struct Scale(&'static &'static [Step]);

const fn step(key: &'static str, word: &'static str) -> Step {
    Step { key, word }
}

const VOLDOET: Step = step("voldoet", "voldoet");
const GROTENDEELS: Step = step("grotendeels", "voldoet grotendeels");
const DEELS: Step = step("deels", "voldoet deels");
const NIET: Step = step("niet", "voldoet niet");

static TWO: &[Step] = &[VOLDOET, NIET];
static THREE: &[Step] = &[VOLDOET, DEELS, NIET];
static FOUR: &[Step] = &[VOLDOET, GROTENDEELS, DEELS, NIET];
static FIVE: &[Step] = &[
    step("goed", "goed"),
    step("voldoende", "voldoende"),
    step("matig", "matig"),
    step("onvoldoende", "onvoldoende"),
    step("slecht", "slecht"),
];

static DUTY: &[Step] = &[step("nageleefd", "nageleefd"), step("niet-nageleefd", "niet nageleefd")];

/// The scales that a framework may name.
static READY: [(&str, &&[Step]); 4] =
    [("twee", &TWO), ("drie", &THREE), ("vier", &FOUR), ("vijf", &FIVE)];

impl Scale {
    /// The scale with these levels as key and word, highest first; `None` unless there are two to
    /// five, each with a key and a word of its own.
    #[must_use]
    pub fn new(levels: &[(String, String)]) -> Option<Self> {
        static MADE: Mutex<Vec<&'static &'static [Step]>> = Mutex::new(Vec::new());
        let own = |at: usize, (key, word): &(String, String)| {
            levels.iter().take(at).all(|(k, w)| k != key && w != word)
        };
        if !LEVELS.contains(&levels.len()) || !levels.iter().enumerate().all(|(at, l)| own(at, l)) {
            return None;
        }
        let same = |steps: &&'static &'static [Step]| {
            steps.len() == levels.len()
                && steps.iter().zip(levels).all(|(s, (key, word))| s.key == key && s.word == word)
        };
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut known = READY.iter().map(|(_, steps)| *steps).chain(made.iter().copied());
        if let Some(steps) = known.find(same) {
            return Some(Self(steps));
        }
        let kept = |text: &String| &*String::leak(text.clone());
        let steps = levels.iter().map(|(key, word)| Step { key: kept(key), word: kept(word) });
        let steps: &'static [Step] = Vec::leak(steps.collect());
        let steps: &'static &'static [Step] = Box::leak(Box::new(steps));
        made.push(steps);
        Some(Self(steps))
    }

    /// A scale by its name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        READY.iter().find(|(known, _)| *known == name).map(|(_, steps)| Self(steps))
    }

    /// Whether a legal duty is complied with: *nageleefd* or *niet nageleefd*.
    #[must_use]
    pub fn duty() -> Self {
        Self(&DUTY)
    }

    /// The names of the scales that are there.
    pub fn names() -> impl Iterator<Item = &'static str> {
        READY.iter().map(|(name, _)| *name)
    }

    /// The word for a key of one of those scales: `deels` is *voldoet deels* in any scale.
    #[must_use]
    pub fn usual_word(key: &str) -> Option<&'static str> {
        let mut all = FOUR.iter().chain(FIVE);
        all.find(|step| step.key == key).map(|step| step.word)
    }

    /// The levels, highest first, as in reports.
    pub fn levels(self) -> impl DoubleEndedIterator<Item = Level> + Clone {
        (0..=self.top()).rev().map(move |rank| Level { scale: self, rank })
    }

    /// The number of steps from the lowest to the highest level: the points of a criterion at the
    /// highest.
    #[must_use]
    pub fn steps(self) -> usize {
        self.0.len() - 1
    }

    #[must_use]
    pub fn lowest(self) -> Level {
        Level { scale: self, rank: 0 }
    }

    #[must_use]
    pub fn highest(self) -> Level {
        Level { scale: self, rank: self.top() }
    }

    /// The level with this key.
    #[must_use]
    pub fn level(self, key: &str) -> Option<Level> {
        self.levels().find(|level| level.key() == key)
    }

    /// How many steps two findings must lie apart to contradict each other: two, and on a scale of
    /// two levels one.
    #[must_use]
    pub fn contradicts(self) -> usize {
        self.steps().min(2)
    }

    /// The rank of the highest level; [`LEVELS`] fit.
    fn top(self) -> u8 {
        u8::try_from(self.steps()).unwrap_or(u8::MAX)
    }

    /// The words of the level at this rank from the lowest. A level is only made for a rank of its
    /// scale.
    fn step(self, rank: usize) -> Step {
        self.0[self.steps() - rank]
    }
}

/// *Voldoet*, *voldoet grotendeels*, *voldoet deels*, *voldoet niet*.
impl Default for Scale {
    fn default() -> Self {
        Self(&FOUR)
    }
}

impl PartialEq for Scale {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Scale {}

impl Ord for Scale {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(other.0)
    }
}

impl PartialOrd for Scale {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Scale {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// The levels, highest first: key and word.
impl Serialize for Scale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|step| (step.key, step.word)))
    }
}

/// A level of a scale. Levels of one scale are ordered from lowest to highest; those of different
/// scales are never held against each other.
///
/// Consecutive levels differ by one point. That the steps are equal is an assumption of this
/// project, and every report with a score prints it as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Level {
    scale: Scale,
    rank: u8,
}

impl Level {
    #[must_use]
    pub fn scale(self) -> Scale {
        self.scale
    }

    /// The number of levels below it, which is also its points.
    #[must_use]
    pub fn rank(self) -> usize {
        usize::from(self.rank)
    }

    /// The points of a criterion at this level: 0 at the lowest, one more at each level.
    #[must_use]
    pub fn points(self) -> i128 {
        i128::from(self.rank)
    }

    /// Whether a criterion at this level counts as met where the question is only yes or no: with at
    /// least two thirds of the points, so *voldoet grotendeels* on the scale of four.
    #[must_use]
    pub fn counts_as_met(self) -> bool {
        3 * self.rank() >= 2 * self.scale.steps()
    }

    /// Whether a legal duty at this level is complied with: a lower level than the highest is a breach.
    #[must_use]
    pub fn as_duty(self) -> Self {
        let duty = Scale::duty();
        if self == self.scale.highest() { duty.highest() } else { duty.lowest() }
    }

    /// The next higher level; the highest returns itself.
    #[must_use]
    pub fn above(self) -> Self {
        Self { rank: (self.rank + 1).min(self.scale.top()), ..self }
    }

    /// The number of steps between two levels.
    #[must_use]
    pub fn distance(self, other: Self) -> usize {
        self.rank().abs_diff(other.rank())
    }

    /// Whether findings at these two levels contradict each other.
    #[must_use]
    pub fn contradicts(self, other: Self) -> bool {
        self.distance(other) >= self.scale.contradicts()
    }

    /// The word in a YAML file.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.scale.step(self.rank()).key
    }

    /// The word in a document.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.scale.step(self.rank()).word
    }
}

impl Ord for Level {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank.cmp(&other.rank).then_with(|| self.scale.cmp(&other.scale))
    }
}

impl PartialOrd for Level {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}
