//! The keys of `register.yaml`: what became of recommendations in years without a new study.

use super::kinds::{Id, Uptake, Whole};
use super::{List, May, Must, Text, raw};

raw! {
    /// `register.yaml`.
    RawRegister {
        states "states": Must<List<RawState>>,
    }
    /// The states of one recommendation in one year.
    RawState at span {
        case "case": Must<Text>,
        recommendation "recommendation": Must<Text<Id>>,
        year "year": Must<Text<Whole>>,
        college "college": May<RawReading>,
        rekenkamer "rekenkamer": May<RawReading>,
    }
    /// The state as one of the two reads it.
    RawReading at span {
        status "status": Must<Text<Uptake>>,
        text "text": May<Text> as Running,
        evidence "evidence": May<Text>,
    }
}
