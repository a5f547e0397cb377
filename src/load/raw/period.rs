//! A period as read.

use super::kinds::Date;
use super::{Must, Text, raw};

raw! {
    RawPeriod at span {
        from "from": Must<Text<Date>>,
        to "to": Must<Text<Date>>,
    }
}
