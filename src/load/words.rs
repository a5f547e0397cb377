//! The words of the format that more than one file uses.

use crate::model::{Addressee, Level};

/// The words for addressees.
pub fn addressees() -> Vec<(&'static str, Addressee)> {
    Addressee::ALL.iter().map(|a| (a.key(), *a)).collect()
}

/// The words for levels.
pub fn levels() -> Vec<(&'static str, Level)> {
    Level::ALL.iter().map(|l| (l.key(), *l)).collect()
}
