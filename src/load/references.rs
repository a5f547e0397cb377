//! The items of a case to which other parts may refer.

/// The items to which parts of a case may refer.
pub struct References<'a> {
    pub sources: &'a [&'a str],
    pub criteria: &'a [&'a str],
    pub findings: &'a [&'a str],
}
