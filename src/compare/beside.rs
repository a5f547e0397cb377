//! One municipality beside the others of its size class.

use crate::model::{Comparison, Level};

/// How many others have a higher, the same and a lower level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    pub above: usize,
    pub same: usize,
    pub below: usize,
}

/// Where a level stands among those of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// More than half of the others are lower.
    Higher,
    /// Neither.
    Equal,
    /// More than half of the others are higher.
    Lower,
}

impl Beside {
    /// A level beside those of others.
    #[must_use]
    pub fn new(own: Level, others: &[Level]) -> Self {
        let count = |is: &dyn Fn(&Level) -> bool| others.iter().filter(|level| is(level)).count();
        Self {
            above: count(&|level| *level > own),
            same: count(&|level| *level == own),
            below: count(&|level| *level < own),
        }
    }

    /// Where the level stands; `None` where no other has one.
    #[must_use]
    pub fn standing(self) -> Option<Standing> {
        let all = self.above + self.same + self.below;
        match (2 * self.below > all, 2 * self.above > all) {
            _ if all == 0 => None,
            (true, _) => Some(Standing::Higher),
            (_, true) => Some(Standing::Lower),
            _ => Some(Standing::Equal),
        }
    }
}

/// The other members of the size class of a member; all others where its class is unknown.
#[must_use]
pub fn class_of(comparison: &Comparison, member: usize) -> Vec<usize> {
    let own = comparison.members.get(member).and_then(|m| m.size_class);
    let others = comparison.members.iter().enumerate().filter(|(index, _)| *index != member);
    let same = others.filter(|(_, other)| own.is_none() || other.size_class == own);
    same.map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::{Beside, Standing};
    use crate::model::Scale;

    #[test]
    fn a_level_is_higher_or_lower_only_beside_more_than_half_of_the_others() {
        let level = |key: &str| Scale::default().level(key).expect("a level of the usual scale");
        let standing = |own: &str, others: &[&str]| {
            let others: Vec<_> = others.iter().map(|key| level(key)).collect();
            Beside::new(level(own), &others).standing()
        };
        assert_eq!(standing("deels", &[]), None);
        assert_eq!(standing("deels", &["niet"]), Some(Standing::Higher));
        assert_eq!(standing("deels", &["niet", "deels"]), Some(Standing::Equal));
        assert_eq!(standing("deels", &["niet", "voldoet"]), Some(Standing::Equal));
        assert_eq!(standing("deels", &["niet", "niet", "voldoet"]), Some(Standing::Higher));
        assert_eq!(standing("deels", &["grotendeels", "voldoet", "niet"]), Some(Standing::Lower));
    }
}
