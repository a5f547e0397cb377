//! What may stand in a file of a format, as its declaration says it.

/// What may stand in a place of a file.
#[derive(Debug)]
pub enum Shape {
    /// A scalar.
    Text,
    /// Anything.
    Any,
    /// A list.
    List(Box<Shape>),
    /// A mapping whose keys the user chooses.
    Map(Box<Shape>),
    /// This shape, or one word in its place.
    OrWord(&'static str, Box<Shape>),
    /// A mapping with the keys of the format, by the name of its struct.
    Keys(&'static str, Vec<Key>),
}

/// A key of the format.
#[derive(Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What stands behind it.
    pub shape: Shape,
    /// What else is known of it.
    pub facts: &'static [Fact],
}

/// A fact about a key. In a list or a mapping it is about the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// The key must be there.
    Must,
    /// The list has at least one item.
    Some,
    /// A code: letters, digits and `-`, at most 24 of them.
    Id,
    /// The code of a criterion.
    Criterion,
    /// The number of a version: three numbers.
    Version,
    /// A day, a month or a year.
    Date,
    /// A number.
    Number,
    /// A whole number, in digits only.
    Whole,
    /// A whole number from 1 to 10.
    Weight,
    /// A number with a percent sign.
    Percentage,
    /// A number, with a percent sign or without.
    Threshold,
    /// An address on the web.
    Url,
    /// True or false.
    YesNo,
    /// The name of a warning that a case may accept.
    Warning,
    /// The label of a study.
    StudyLabel,
    /// How a municipality was chosen.
    Sampling,
    /// Whom a recommendation is for.
    Addressee,
    /// What became of a recommendation.
    Uptake,
    /// The kind of a source.
    SourceKind,
    /// How far a criterion was studied.
    StudyStatus,
    /// A level.
    Level,
    /// An answer to a point of a checklist.
    Answer,
    /// Whether a source supports.
    Stance,
    /// What a surname alone does.
    Alone,
    /// What the rows of a coding are.
    Rows,
    /// The kind of a ground.
    BasisKind,
    /// The kind of a measure.
    MeasureKind,
    /// What thresholds are relative to.
    Relative,
    /// Which way is better.
    Better,
}
