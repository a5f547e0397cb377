//! The keys of a codebook and of a coding study.

use super::period::RawPeriod;
use super::{List, Map, Text, raw};

raw! {
    /// A codebook's file.
    RawCodebook {
        id "id": Text [Must],
        title "title": Text [Must],
        version "version": Text [Must Version],
        date "date": Text [Must Date],
        description "description": Text [Must],
        questions "questions": List<RawCodedQuestion> [Must],
    }
    /// A question.
    RawCodedQuestion {
        id "id": Text [Must Id],
        name "name": Text [Must],
        question "question": Text [Must],
        explanation "explanation": Text,
        per "per": Text,
        categories "categories": List<RawCategory> [Must],
    }
    /// A category.
    RawCategory {
        id "id": Text [Must Id],
        label "label": Text [Must],
        combines "combines": List<Text>,
    }
    /// `study.yaml`.
    RawCodingStudy {
        study "study": RawCodingFacts [Must],
        codebook "codebook": Text [Must],
        version "version": Text [Must Version],
        coding "coding": Text [Must],
        rows "rows": Text [Rows],
        attributes "attributes": List<Text>,
        source "source": RawPublication,
        totals "totals": List<RawTotal>,
        published "published": RawPublished,
    }
    /// The study.
    RawCodingFacts {
        title "title": Text [Must],
        subtitle "subtitle": Text,
        commissioner "commissioner": Text,
        researchers "researchers": Text,
        conducted "conducted": RawPeriod [Must],
        date "date": Text [Must Date],
        status "status": Text [Must StudyLabel],
        notice "notice": Text,
        sample "sample": Text [Sampling],
        sample_reason "sample-reason": Text,
        background "background": Text,
        method "method": Text,
        colofon "colofon": Text,
    }
    /// The publication that a study follows.
    RawPublication {
        title "title": Text,
        author "author": Text,
        date "date": Text [Date],
        url "url": Text [Url],
    }
    /// A number for the whole.
    RawTotal {
        question "question": Text [Must],
        category "category": Text [Must],
        count "count": Text [Must Whole],
        of "of": Text [Must Whole],
    }
    /// What was published.
    RawPublished {
        tables "tables": List<RawPublishedTable> [Must],
    }
    /// A published table.
    RawPublishedTable {
        title "title": Text [Must],
        by "by": Text,
        rows "rows": List<RawPublishedRow> [Must],
    }
    /// A row of it.
    RawPublishedRow {
        question "question": Text [Must],
        category "category": Text [Must],
        values "values": Map<Text> [Must Percentage],
    }
}
