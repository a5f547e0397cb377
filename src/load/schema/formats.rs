//! The formats of all files that users write.

use crate::load::raw::Raw as _;
use crate::load::raw::case::{
    RawCase, RawConfidential, RawFindings, RawPeersFile, RawSources, RawSubFindings,
};
use crate::load::raw::coding::{RawCodebook, RawCodingStudy};
use crate::load::raw::framework::RawFramework;
use crate::load::raw::hearing::{RawHeard, RawHearing};
use crate::load::raw::joint::RawJoint;
use crate::load::raw::register::RawRegister;
use crate::load::raw::shape::Shape;
use crate::load::raw::shared::RawShared;
use crate::load::raw::wordlist::RawWordList;

/// Name of a schema, and the shape of its files.
type Format = (&'static str, fn() -> Shape);

pub const FORMATS: [Format; 15] = [
    ("case", RawCase::shape),
    ("shared", RawShared::shape),
    ("sources", RawSources::shape),
    ("findings", RawFindings::shape),
    ("hearing", RawHearing::shape),
    ("hearing-sent", RawHeard::shape),
    ("joint", RawJoint::shape),
    ("sub-questions", RawSubFindings::shape),
    ("confidential", RawConfidential::shape),
    ("framework", RawFramework::shape),
    ("codebook", RawCodebook::shape),
    ("study", RawCodingStudy::shape),
    ("peers", RawPeersFile::shape),
    ("register", RawRegister::shape),
    ("words", RawWordList::shape),
];
