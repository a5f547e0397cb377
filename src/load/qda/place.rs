//! Where a passage is, in words that a reader can follow.

use std::collections::BTreeMap;

/// The place of a passage in its document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Lines, or paragraphs, from 1.
    Lines {
        paragraphs: bool,
        from: usize,
        to: usize,
    },
    /// A page, from 1.
    Page(i64),
    /// In milliseconds.
    Time(i64, i64),
    /// Characters, as the analysis program counts them.
    Characters(i64, i64),
    /// A part of a picture or a page.
    Area,
    Whole,
}

impl Place {
    /// What comes before it, and the place itself.
    fn parts(&self) -> (&'static str, String) {
        match self {
            Self::Lines { paragraphs: true, from, to } => ("alinea ", range(from, to)),
            Self::Lines { paragraphs: false, from, to } => ("regel ", range(from, to)),
            Self::Page(page) => ("p. ", page.to_string()),
            Self::Time(from, to) => ("", range(&clock(*from), &clock(*to))),
            Self::Characters(from, to) => ("tekens ", range(from, to)),
            Self::Area => ("een uitsnede", String::new()),
            Self::Whole => ("het geheel", String::new()),
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (before, place) = self.parts();
        write!(f, "{before}{place}")
    }
}

/// Several places of one document in a line, in their order.
pub fn together<'a>(places: impl IntoIterator<Item = &'a Place>) -> String {
    let mut sorted: Vec<&Place> = places.into_iter().collect();
    sorted.sort();
    sorted.dedup();
    let mut kinds: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for place in sorted {
        let (before, place) = place.parts();
        kinds.entry(before).or_default().push(place);
    }
    let each = kinds.into_iter().map(|(before, places)| format!("{before}{}", places.join(", ")));
    each.collect::<Vec<_>>().join("; ")
}

fn range<T: ToString>(from: &T, to: &T) -> String {
    let (from, to) = (from.to_string(), to.to_string());
    if from == to { from } else { format!("{from}–{to}") }
}

/// Minutes and seconds, with hours from an hour on.
fn clock(milliseconds: i64) -> String {
    let seconds = milliseconds.max(0) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stand_together_by_their_kind_and_in_order() {
        let lines = |from, to| Place::Lines { paragraphs: true, from, to };
        let several = [lines(12, 14), lines(3, 3), lines(3, 3), lines(20, 20)];
        assert_eq!(together(&several), "alinea 3, 12–14, 20");
        let mixed = [Place::Page(4), Place::Time(725_000, 3_790_999), Place::Characters(0, 9)];
        assert_eq!(together(&mixed), "12:05–1:03:10; p. 4; tekens 0–9");
        assert_eq!(together(&[Place::Whole, Place::Area]), "een uitsnede; het geheel");
    }
}
