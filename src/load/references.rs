//! What the parts of a case may refer to.

/// What parts of a case may refer to.
pub struct References<'a> {
    /// Codes of sources.
    pub sources: &'a [&'a str],
    /// Ids of criteria.
    pub criteria: &'a [&'a str],
    /// Ids of findings.
    pub findings: &'a [&'a str],
}
