//! The words of the field as types that are valid by construction: no reading, no writing.

mod case;
mod dates;
mod finding;
mod framework;
mod level;
mod numbers;
mod scorecard;
mod source;
mod text;

pub use case::{
    Addressee, Afterword, Case, Conclusion, ContextIndicator, Municipality, Observation, Peer,
    PeerSet, Person, Protected, Question, Recommendation, Reference, Response, Sampling, Status,
    Study, SubQuestion,
};
pub use dates::{PartialDate, Period};
pub use finding::{
    Answer, CriterionRecord, Evidence, Finding, Overrule, Reading, Resolution, Stance, StudyStatus,
};
pub use framework::{
    Basis, BasisKind, Better, Criterion, Draft, Drafts, Framework, LevelRule, Levels, Measure,
    Quantity, Template, Thresholds,
};
pub use level::{Level, Outcome};
pub use numbers::{Decimal, DecimalError, Exact};
pub use scorecard::{
    Conflict, Counts, Derivation, FrameworkScore, Judgement, NoVerdict, PeerReading, Scorecard,
    Strength, Verdict,
};
pub use source::{Source, SourceKind};
pub use text::{Located, Markdown};
