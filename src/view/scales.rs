//! The scales that occur, for the explanation of levels and points.

use super::words;
use crate::dutch::enumeration;
use crate::model::Scale;
use serde::Serialize;

/// A scale, and the frameworks with it.
#[derive(Debug, Clone, Serialize)]
pub struct ScaleView {
    /// The levels as symbol and word, each with its points, highest first.
    pub levels: Vec<(String, usize)>,
    /// Whether one of the frameworks adds up points.
    pub scored: bool,
    /// The titles of the frameworks, in words.
    pub frameworks: String,
}

/// The scales of frameworks, in order of first use; for each framework its title, and whether it
/// adds up points.
pub fn scales<'a>(each: impl Iterator<Item = (Scale, &'a str, bool)>) -> Vec<ScaleView> {
    let each: Vec<_> = each.collect();
    let view = |(scale, members): (Scale, Vec<usize>)| {
        let of: Vec<_> = members.iter().filter_map(|at| each.get(*at)).collect();
        let titles: Vec<String> = of.iter().map(|(_, title, _)| (*title).to_owned()).collect();
        let levels = scale.levels().map(|l| (words::level(l).to_string(), l.rank()));
        ScaleView {
            levels: levels.collect(),
            scored: of.iter().any(|(.., scored)| *scored),
            frameworks: enumeration(&titles),
        }
    };
    by_scale(each.iter().map(|(scale, ..)| *scale)).into_iter().map(view).collect()
}

/// The places of frameworks by their scale, in order of first use.
pub fn by_scale(scales: impl Iterator<Item = Scale>) -> Vec<(Scale, Vec<usize>)> {
    let mut out: Vec<(Scale, Vec<usize>)> = Vec::new();
    for (at, scale) in scales.enumerate() {
        match out.iter_mut().find(|(known, _)| *known == scale) {
            Some((_, same)) => same.push(at),
            None => out.push((scale, vec![at])),
        }
    }
    out
}
