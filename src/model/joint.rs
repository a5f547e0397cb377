//! A study of several bodies with one report.

use super::{Afterword, Conclusion, Recommendation, Response, Study};

/// A part of the report that is about all bodies or about some of them.
#[derive(Debug, Clone, PartialEq)]
pub struct About<T> {
    pub part: T,
    /// The names of the bodies; empty where it is about all.
    pub bodies: Vec<String>,
}

/// What the audits of several bodies share: their question, conclusions and recommendations.
#[derive(Debug, Clone, PartialEq)]
pub struct JointStudy {
    pub study: Study,
    pub conclusions: Vec<About<Conclusion>>,
    pub recommendations: Vec<About<Recommendation>>,
    /// The name of a body, and the response of its executive.
    pub responses: Vec<(String, Response)>,
    pub afterword: Afterword,
    /// SHA-256 of its file.
    pub hash: String,
}
