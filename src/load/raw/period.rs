//! A period, as it is read.

use super::{Text, raw};

raw! {
    /// A period.
    RawPeriod {
        from "from": Text [Must Date],
        to "to": Text [Must Date],
    }
}
