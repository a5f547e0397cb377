//! Which problems may be reported for a file with entries that were left out as invalid YAML.

use super::loader::Loader;
use super::reading::Read;
use crate::diagnostics::Code;

/// Problems that depend on a value alone, not on the rest of its file.
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

/// References to items of a `case.yaml` that was read only in part.
const OF_CASE: [Code; 3] =
    [Code::UnknownConclusion, Code::UnknownSubQuestion, Code::UnknownFinding];

impl Loader {
    /// Suppresses errors for references to items of a `case.yaml` from which entries were left out.
    pub(super) fn suppress_references(&mut self, case: &Read) {
        if !case.whole {
            self.suppressed.extend(OF_CASE);
        }
    }

    /// Withdraws problems in partly read files that may be caused by what was left out.
    pub(super) fn keep_sound(&mut self) {
        let partial = std::mem::take(&mut self.partial);
        self.report.retain(|diagnostic| {
            let here = diagnostic.span.is_some_and(|span| partial.contains(&span.file));
            !here || BY_ITSELF.contains(&diagnostic.code)
        });
    }
}
