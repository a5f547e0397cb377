//! The list of words for editorial hints, as it is read.

use super::{List, Text, raw};

raw! {
    /// The list.
    RawWordList {
        jargon "jargon": List<RawJargon> [Must],
        one_thing "one-thing": List<RawOneThing> [Must],
    }
    /// A word with a plainer one.
    RawJargon {
        word "word": Text [Must],
        forms "forms": List<Text>,
        instead "instead": Text [Must],
        except "except": List<Text>,
    }
    /// A thing with several names.
    RawOneThing {
        names "names": List<RawName> [Must],
        except "except": List<Text>,
    }
    /// One of them.
    RawName {
        name "name": Text [Must],
        forms "forms": List<Text>,
        in_full "in-full": Text [YesNo],
    }
}
