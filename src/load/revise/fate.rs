//! What becomes of a code in a new version of a framework.

use crate::model::{EarlierVersion, Framework};

/// What a code of an earlier version is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate<'a> {
    /// A criterion on which judgements remain valid, perhaps under another code.
    Stays(&'a str),
    /// A criterion with the same code, whose judgements do not simply remain valid.
    Changed,
    /// No criterion any more.
    Gone,
    /// The code of another criterion, with which it must not be mixed up.
    Taken,
}

impl<'a> Fate<'a> {
    /// The fate of a code by the mapping of the framework.
    pub fn of(code: &str, framework: &Framework, from: &'a EarlierVersion) -> Self {
        if let Some((now, _)) = from.criteria.iter().find(|(_, then)| *then == code) {
            return Self::Stays(now);
        }
        match framework.criterion(code) {
            None => Self::Gone,
            Some(_) if from.criteria.contains_key(code) => Self::Taken,
            Some(_) => Self::Changed,
        }
    }

    /// Whether codes are of the present version, or need no other name to be; `None` if each of them
    /// is a code of the present version and could also be one of the earlier version.
    pub fn are_present<'c>(
        mut codes: impl Iterator<Item = &'c String> + Clone,
        framework: &Framework,
        from: &EarlierVersion,
    ) -> Option<bool> {
        let same = |code: &String| match Fate::of(code, framework, from) {
            Fate::Stays(now) => now == code,
            Fate::Changed | Fate::Gone => true,
            Fate::Taken => false,
        };
        if codes.clone().all(same) {
            return Some(true);
        }
        codes.any(|code| framework.criterion(code).is_none()).then_some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::load::Loader;

    #[test]
    fn a_code_keeps_its_criterion_or_is_told_apart_from_another_one() {
        let text = "id: x\ntitle: X\nversion: 2.0.0\nearlier-versions:\n  - version: 1.0.0\n    \
                    criteria: {A-1: A-1, A-2: A-3}\ncriteria:\n  - {id: A-1, norm: een}\n  \
                    - {id: A-2, norm: twee}\n  - {id: A-4, norm: vier}\n";
        let mut loader = Loader::new(Assets::embedded());
        let framework = loader.framework_of("x.yaml", "x", text.as_bytes()).expect("a framework");
        let from = framework.earlier.first().expect("an earlier version");
        let fates = ["A-1", "A-3", "A-2", "A-4", "A-5"].map(|c| Fate::of(c, &framework, from));
        let meant =
            [Fate::Stays("A-1"), Fate::Stays("A-2"), Fate::Taken, Fate::Changed, Fate::Gone];
        assert_eq!(fates, meant);
    }
}
