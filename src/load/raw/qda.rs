//! The keys of the two files that researchers fill in to take over a project of an analysis program.

use super::kinds::{Id, SourceKind, YesNo};
use super::{List, May, Must, Text, raw};

raw! {
    /// The mapping of codes to norms and sub-questions.
    RawMapping {
        codes "codes": Must<List<RawMappedCode>>,
    }
    RawMappedCode at span {
        code "code": Must<Text>,
        to "to": May<List<Text>>,
    }
    /// `confidential-passages.yaml`.
    RawPassages {
        users "users": May<List<Text>>,
        documents "documents": Must<List<RawCodedDocument>>,
        passages "passages": May<List<RawPassage>>,
        quoted "quoted": May<List<RawQuoted>>,
    }
    /// A document of the project.
    RawCodedDocument at span {
        name "name": May<Text>,
        code "code": Must<Text<Id>>,
        kind "kind": Must<Text<SourceKind>>,
        title "title": May<Text>,
        people "people": May<List<Text>>,
        guid "guid": Must<Text>,
    }
    /// A passage with one code, and the finding that it is evidence of.
    RawPassage at span {
        source "source": Must<Text>,
        code "code": Must<Text>,
        to "to": Must<Text>,
        finding "finding": Must<Text>,
        place "place": May<Text>,
        quote "quote": May<Text<YesNo>>,
        text "text": May<Text>,
        guid "guid": Must<Text>,
        code_guid "code-guid": May<Text>,
    }
    /// A passage that was put as a quote at a finding.
    RawQuoted at span {
        finding "finding": Must<Text>,
        guid "guid": Must<Text>,
    }
}
