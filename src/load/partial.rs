//! What may be told of a file of which some entries are no YAML and were left out.

use super::loader::Loader;
use super::reading::Read;
use crate::diagnostics::Code;

/// Problems of a value by itself, whatever stands elsewhere in its file.
const BY_ITSELF: [Code; 22] = [
    Code::YamlSyntax,
    Code::UnknownKey,
    Code::DuplicateKey,
    Code::ExpectedText,
    Code::ExpectedList,
    Code::ExpectedMapping,
    Code::HiddenByHash,
    Code::CurlyQuotes,
    Code::ApostropheLost,
    Code::OddEnd,
    Code::NotADate,
    Code::NotANumber,
    Code::AmbiguousNumber,
    Code::NotAPercentage,
    Code::UnknownWord,
    Code::BadId,
    Code::DuplicateId,
    Code::PeriodReversed,
    Code::TooLong,
    Code::BadAddress,
    Code::UnknownCriterion,
    Code::UnknownSource,
];

/// References to what a `case.yaml` holds that was read in part.
const OF_CASE: [Code; 3] =
    [Code::UnknownConclusion, Code::UnknownSubQuestion, Code::UnknownFinding];

impl Loader {
    /// Judges no reference to what a `case.yaml` of which entries were left out may hold.
    pub(super) fn silence(&mut self, case: &Read) {
        if !case.whole {
            self.silent.extend(OF_CASE);
        }
    }

    /// Takes back what was told of files read in part and may only follow from what was left out.
    pub(super) fn keep_sound(&mut self) {
        let partial = std::mem::take(&mut self.partial);
        self.report.retain(|diagnostic| {
            let here = diagnostic.span.is_some_and(|span| partial.contains(&span.file));
            !here || BY_ITSELF.contains(&diagnostic.code)
        });
    }
}
