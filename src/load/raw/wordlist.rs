//! The list of words for editorial hints, as read.

use super::kinds::YesNo;
use super::{List, May, Must, Text, raw};

raw! {
    /// The list of words.
    RawWordList {
        jargon "jargon": Must<List<RawJargon>>,
        one_thing "one-thing": Must<List<RawOneThing>>,
    }
    /// A word with a plainer alternative.
    RawJargon at span {
        word "word": Must<Text>,
        forms "forms": May<List<Text>>,
        instead "instead": Must<Text>,
        except "except": May<List<Text>>,
    }
    /// A thing with several names.
    RawOneThing at span {
        names "names": Must<List<RawName>>,
        except "except": May<List<Text>>,
    }
    /// One of the names of a thing.
    RawName {
        name "name": Must<Text>,
        forms "forms": May<List<Text>>,
        in_full "in-full": May<Text<YesNo>>,
    }
}
