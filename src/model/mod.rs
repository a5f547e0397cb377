//! The concepts of the field as types that are valid by construction; no reading or writing.

mod accepted;
mod amount;
mod body;
mod case;
mod chance;
mod changes;
mod coded;
mod coding;
mod comparison;
mod dates;
mod decision;
mod finding;
mod folder;
mod form;
mod framework;
mod hearing;
mod joint;
mod numbers;
mod outcome;
mod peers;
mod picture;
mod plan;
mod proposal;
mod protected;
mod publication;
mod scale;
mod scorecard;
mod source;
mod step;
mod study;
mod subject;
mod text;
mod wordlist;

pub use accepted::Accepted;
pub use amount::{Amount, Counted, FEWEST_FOR_PERCENT};
pub use body::{Body, BodyKind, capital};
pub use case::{
    Afterword, Case, Chosen, Conclusion, ContextIndicator, EarlierAdvice, FollowUp, Observation,
    PROVINCES, PositionOn, Question, Recommendation, Reference, Response, Study, SubQuestion,
};
pub use chance::Chance;
pub use changes::{Change, ChangedCriterion, NotShared, OverTime};
pub use coded::{
    CategoryCounts, CodingResult, CodingWarning, PublishedFigure, PublishedLine, PublishedResult,
    QuestionResult,
};
pub use coding::{
    Category, Codebook, Coded, CodedQuestion, CodedRow, CodingStudy, Publication, PublishedRow,
    PublishedTable, WholeOnly,
};
pub use comparison::{
    Comparison, Contrast, CriterionRow, Distribution, Entry, FigureComparison, FigureValue,
    FrameworkComparison, GroupTest, Grouping, LeftOut, LeftOutReason, Member, Method, NoRanking,
    NoTest, PeerSummary, Rank, Robustness, Selection,
};
pub use dates::{MONTHS, PartialDate, Period};
pub use decision::{CouncilDecision, DecisionOn, State};
pub use finding::{
    Answer, CriterionRecord, Evidence, Finding, Overrule, Reading, Resolution, Stance, StudyStatus,
};
pub use folder::{folder_of, is_device};
pub use form::{ReactionColumn, RemarkColumn, ReturnedForm};
pub use framework::{
    Adopted, Basis, BasisKind, Better, Criterion, Draft, Drafts, EarlierVersion, Framework,
    LevelRule, Levels, Measure, Quantity, Rule, Rules, Template, Terms, Thresholds,
};
pub use hearing::{Changed, Heard, Hearing, Paragraph, Remark, Respondent};
pub use joint::{About, JointStudy};
pub use numbers::{Decimal, DecimalError, Exact};
pub use outcome::Outcome;
pub use peers::{FEWEST_PEERS, PEERS_FORMAT, Peer, PeerSet, PeerTable};
pub use picture::Picture;
pub use plan::{Plan, PlannedStep, When};
pub use proposal::{Point, Proposal};
pub use protected::{Alone, Label, Person, Protected, Secret, SomeoneElse};
pub use publication::{Appraisal, PublicationFacts, Publisher};
pub use scale::{LEVELS, Level, Scale};
pub use scorecard::{
    Ceiling, Conflict, Counts, Derivation, Duties, FrameworkScore, Judgement, NoVerdict,
    PeerReading, Scorecard, Strength, Verdict, Vote,
};
pub use source::{Agreement, Source, SourceKind, Transcript};
pub use step::{ClosedStep, Step};
pub use study::{Addressee, Decided, Position, Reader, Sampling, Status, Uptake};
pub use subject::{
    Advice, ContextFigure, FollowedUp, Measured, SizeClass, StudyFacts, Subject, spelled,
};
pub use text::{Located, Markdown, OwnText, Prose};
pub use wordlist::{Jargon, Name, OneThing, WordList};
