//! Scales: ordered sets of two to five levels, in the words of the researchers.

use super::Level;
use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::sync::{Mutex, PoisonError};

/// The fewest and the most levels of a scale.
pub const LEVELS: std::ops::RangeInclusive<usize> = 2..=5;

/// A level as a framework words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Step {
    /// The word in a YAML file.
    pub key: &'static str,
    /// The word in a document.
    pub word: &'static str,
}

/// A scale: its levels, highest first. Equal scales are one for the whole run, so that a level is a
/// place on it and can be copied; a run meets a handful, and they are kept until it ends.
#[derive(Debug, Clone, Copy)]
pub struct Scale(&'static [Step]);

const fn step(key: &'static str, word: &'static str) -> Step {
    Step { key, word }
}

const VOLDOET: Step = step("voldoet", "voldoet");
const GROTENDEELS: Step = step("grotendeels", "voldoet grotendeels");
const DEELS: Step = step("deels", "voldoet deels");
const NIET: Step = step("niet", "voldoet niet");

static TWO: [Step; 2] = [VOLDOET, NIET];
static THREE: [Step; 3] = [VOLDOET, DEELS, NIET];
static FOUR: [Step; 4] = [VOLDOET, GROTENDEELS, DEELS, NIET];
static FIVE: [Step; 5] = [
    step("goed", "goed"),
    step("voldoende", "voldoende"),
    step("matig", "matig"),
    step("onvoldoende", "onvoldoende"),
    step("slecht", "slecht"),
];

/// The scales that a framework may name.
static READY: [(&str, &[Step]); 4] =
    [("twee", &TWO), ("drie", &THREE), ("vier", &FOUR), ("vijf", &FIVE)];

impl Scale {
    /// The scale with these levels as key and word, highest first; `None` unless there are two to
    /// five, each with a key and a word of its own.
    #[must_use]
    pub fn new(levels: &[(String, String)]) -> Option<Self> {
        static MADE: Mutex<Vec<&'static [Step]>> = Mutex::new(Vec::new());
        let own = |at: usize, (key, word): &(String, String)| {
            levels.iter().take(at).all(|(k, w)| k != key && w != word)
        };
        if !LEVELS.contains(&levels.len()) || !levels.iter().enumerate().all(|(at, l)| own(at, l)) {
            return None;
        }
        let same = |steps: &&[Step]| {
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
        made.push(steps);
        Some(Self(steps))
    }

    /// A scale by its name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        READY.iter().find(|(known, _)| *known == name).map(|(_, steps)| Self(steps))
    }

    /// The names of the scales that are there.
    pub fn names() -> impl Iterator<Item = &'static str> {
        READY.iter().map(|(name, _)| *name)
    }

    /// The word for a key of one of those scales: `deels` is *voldoet deels* in any scale.
    #[must_use]
    pub fn usual_word(key: &str) -> Option<&'static str> {
        let mut all = FOUR.iter().chain(&FIVE);
        all.find(|step| step.key == key).map(|step| step.word)
    }

    /// The levels, highest first, as in reports.
    pub fn levels(self) -> impl DoubleEndedIterator<Item = Level> + Clone {
        (0..self.0.len()).rev().map(move |rank| Level::at(self, rank))
    }

    /// The number of steps from the lowest to the highest level: the points of a criterion at the
    /// highest.
    #[must_use]
    pub fn steps(self) -> usize {
        self.0.len() - 1
    }

    #[must_use]
    pub fn lowest(self) -> Level {
        Level::at(self, 0)
    }

    #[must_use]
    pub fn highest(self) -> Level {
        Level::at(self, self.steps())
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

    /// The words of the level at this rank from the lowest. A level is only made for a rank of its
    /// scale.
    pub(super) fn step(self, rank: usize) -> Step {
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
