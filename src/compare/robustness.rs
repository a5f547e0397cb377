//! Robustness of a result under other choices: other weights, equal weights, one criterion less.
//!
//! Each weight is multiplied by an independent draw from 0,75 to 1,25, as the OECD/JRC Handbook on
//! Constructing Composite Indicators (2008, chapter 7) advises to vary the choices made. All
//! municipalities get the same draws, so that differences between them are not due to chance. A
//! draw is a whole number of units of 2⁻³³, so that the arithmetic is exact and the same on every
//! machine.

use crate::assets::sha256;
use crate::model::{
    Decimal, Exact, FrameworkScore, Judgement, Level, NoVerdict, Rank, Robustness, Rules, Scale,
    Verdict,
};
use crate::score::{ceiling, framework_score};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::cmp::Ordering;

/// Number of draws.
pub const DRAWS: u32 = 10_000;

/// The lowest factor, three quarters, in units of 2⁻³³.
const LEAST: i64 = 3 << 31;

/// The factors of all draws for the criteria of one framework, stored draw by draw.
pub struct Draws {
    criteria: usize,
    factors: Vec<i64>,
}

impl Draws {
    /// Generates the factors. Each framework has its own random stream, so that its draws do not
    /// depend on which other frameworks are compared.
    #[must_use]
    pub fn new(seed: u64, framework: &str, criteria: usize) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        let hash = sha256(framework.as_bytes());
        let stream = u64::from_str_radix(hash.get(..16).unwrap_or("0"), 16).unwrap_or(0);
        generator.set_stream(stream);
        let many = criteria * usize::try_from(DRAWS).unwrap_or(0);
        // A 32-bit value is less than one half in units of 2⁻³³, so a factor is from 0,75 to 1,25.
        let factors = (0..many).map(|_| LEAST + i64::from(generator.next_u32())).collect();
        Self { criteria, factors }
    }

    fn each(&self) -> impl Iterator<Item = &[i64]> {
        self.factors.chunks_exact(self.criteria.max(1))
    }
}

/// The contribution of a criterion to a score, to be multiplied by the factor of a draw. Plain
/// numbers, because most of the time of a comparison goes to this sum.
struct Part {
    points: i64,
    judged: i64,
    applicable: i64,
}

/// A score under drawn weights: points, judged weight and applicable weight.
#[derive(Clone, Copy)]
struct Drawn {
    points: i64,
    judged: i64,
    applicable: i64,
}

impl Drawn {
    /// The score; `most` are the points of the highest level.
    fn score(self, most: i128) -> Exact {
        Exact::new(i128::from(self.points), most * i128::from(self.judged))
    }

    /// Compares by score; cross-multiplication avoids a division.
    fn order(&self, other: &Self) -> Ordering {
        let left = i128::from(self.points) * i128::from(other.judged);
        left.cmp(&(i128::from(other.points) * i128::from(self.judged)))
    }
}

fn parts(judgements: &[Judgement]) -> Vec<Part> {
    let one = |j: &Judgement| {
        // A legal duty is in no score.
        let weight = if j.legal_duty { 0 } else { i64::from(j.weight) };
        let points = j.outcome.level().and_then(|l| i64::try_from(l.points()).ok());
        Part {
            points: points.map_or(0, |points| weight * points),
            judged: if points.is_some() { weight } else { 0 },
            applicable: if j.outcome.applicable() { weight } else { 0 },
        }
    };
    judgements.iter().map(one).collect()
}

fn draw(parts: &[Part], factors: &[i64]) -> Drawn {
    let mut out = Drawn { points: 0, judged: 0, applicable: 0 };
    for (part, factor) in parts.iter().zip(factors) {
        out.points += part.points * factor;
        out.judged += part.judged * factor;
        out.applicable += part.applicable * factor;
    }
    out
}

/// A threshold for a fraction: `part / whole >= need / of`, tested as `part * of >= whole * need`.
#[derive(Clone, Copy)]
struct Bar {
    need: i128,
    of: i128,
}

impl Bar {
    /// The threshold of `percent`, for parts counted in units of one `wholes`-th.
    fn at(percent: Decimal, wholes: i128) -> Self {
        let percent = percent.exact();
        Self { need: percent.numer() * wholes, of: percent.denom() * 100 }
    }

    fn reached(self, part: i64, whole: i64) -> bool {
        i128::from(part) * self.of >= i128::from(whole) * self.need
    }
}

/// The thresholds of a framework, computed once for all draws.
struct Bars {
    scale: Scale,
    coverage: Bar,
    /// Highest first.
    levels: Vec<(Bar, Level)>,
}

impl Bars {
    fn new(scale: Scale, rules: &Rules) -> Self {
        let most = scale.highest().points();
        let levels = rules.thresholds.iter().rev();
        Self {
            scale,
            coverage: Bar::at(rules.minimum_coverage, 1),
            levels: levels.map(|(level, percent)| (Bar::at(*percent, most), *level)).collect(),
        }
    }

    /// The verdict under drawn weights, for a framework that only its coverage can keep from a
    /// verdict. `levels` are those of the judged criteria with their drawn weights.
    fn verdict(&self, drawn: Drawn, levels: &[(Level, i128)]) -> Option<Level> {
        if !self.coverage.reached(drawn.judged, drawn.applicable) {
            return None;
        }
        let reached = self.levels.iter().find(|(bar, _)| bar.reached(drawn.points, drawn.judged));
        let (most, _) = ceiling(self.scale, levels)?;
        Some(reached.map_or(self.scale.lowest(), |(_, level)| *level).min(most))
    }
}

/// Whether a framework has no verdict for a reason other than coverage.
fn blocked(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::None(reasons) if reasons.iter().any(|r| *r != NoVerdict::Coverage))
}

/// The robustness of a score and verdict. The judgements are in the order of the framework's
/// criteria and as many as a draw has factors. `None` where nothing was judged, or the framework gives
/// no verdict.
#[must_use]
pub fn robustness(score: &FrameworkScore, draws: &Draws) -> Option<Robustness> {
    score.score?;
    let parts = parts(&score.judgements);
    let bars = Bars::new(score.scale, score.rule.score()?);
    let blocked = blocked(&score.verdict);
    let own = score.verdict.level();
    let mut ends: Option<(Drawn, Drawn)> = None;
    let mut same = 0;
    for factors in draws.each() {
        let drawn = draw(&parts, factors);
        let (low, high) = ends.unwrap_or((drawn, drawn));
        let low = if drawn.order(&low).is_lt() { drawn } else { low };
        let high = if drawn.order(&high).is_gt() { drawn } else { high };
        ends = Some((low, high));
        // A verdict that is absent for another reason than coverage stays absent under every draw.
        let levels = score.judgements.iter().zip(factors).filter(|(j, _)| !j.legal_duty);
        let levels: Vec<(Level, i128)> = levels
            .filter_map(|(j, factor)| {
                Some((j.outcome.level()?, i128::from(j.weight) * i128::from(*factor)))
            })
            .collect();
        let found = if blocked { None } else { bars.verdict(drawn, &levels) };
        same += u32::from(found == own);
    }
    let equal = equally_weighted(&score.judgements);
    let equal = again(score, equal);
    let (lowest, highest) = ends?;
    let most = score.scale.highest().points();
    Some(Robustness {
        lowest: lowest.score(most),
        highest: highest.score(most),
        same,
        equal_score: equal.score,
        equal_verdict: equal.verdict.level(),
        flips: flips(score),
    })
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

/// The places of municipalities by score, each with its range over the draws. Only municipalities
/// with a verdict have a place.
#[must_use]
pub fn ranks(scores: &[&FrameworkScore], draws: &Draws) -> Vec<Option<Rank>> {
    let with_verdict = |s: &&FrameworkScore| s.score.filter(|_| s.verdict.level().is_some());
    let exact: Vec<Option<Exact>> = scores.iter().map(with_verdict).collect();
    let mut sorted: Vec<Exact> = exact.iter().flatten().copied().collect();
    sorted.sort_unstable();
    let ahead = |own: Exact| sorted.len() - sorted.partition_point(|other| *other <= own) + 1;
    let mut out: Vec<Option<Rank>> = exact
        .iter()
        .map(|own| own.map(ahead).map(|place| Rank { place, best: place, worst: place }))
        .collect();
    let parts: Vec<Vec<Part>> = scores.iter().map(|s| parts(&s.judgements)).collect();
    for factors in draws.each() {
        let mut drawn: Vec<(usize, Drawn)> = parts
            .iter()
            .enumerate()
            .filter(|(index, _)| exact.get(*index).is_some_and(Option::is_some))
            .map(|(index, parts)| (index, draw(parts, factors)))
            .collect();
        drawn.sort_by(|a, b| b.1.order(&a.1));
        let mut place = 1;
        for (index, (member, own)) in drawn.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|i| drawn.get(i));
            // Equal scores share the place of the first of them.
            if before.is_none_or(|(_, other)| other.order(own).is_ne()) {
                place = index + 1;
            }
            if let Some(Some(rank)) = out.get_mut(*member) {
                rank.best = rank.best.min(place);
                rank.worst = rank.worst.max(place);
            }
        }
    }
    out
}

/// The same judgements, each with weight one.
fn equally_weighted(judgements: &[Judgement]) -> Vec<Judgement> {
    judgements.iter().map(|j| Judgement { weight: 1, ..j.clone() }).collect()
}
