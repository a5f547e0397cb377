//! The keys of a codebook and of a coding study.

use super::raw::{List, Map, Text, raw};
use super::raw_case::RawPeriod;

raw! {
    /// A codebook's file.
    RawCodebook {
        id "id": Text,
        title "title": Text,
        version "version": Text,
        date "date": Text,
        description "description": Text,
        questions "questions": List<RawCodedQuestion>,
    }
    /// A question.
    RawCodedQuestion {
        id "id": Text,
        name "name": Text,
        question "question": Text,
        explanation "explanation": Text,
        per "per": Text,
        categories "categories": List<RawCategory>,
    }
    /// A category.
    RawCategory {
        id "id": Text,
        label "label": Text,
        combines "combines": List<Text>,
    }
    /// `study.yaml`.
    RawCodingStudy {
        study "study": RawCodingFacts,
        codebook "codebook": Text,
        version "version": Text,
        coding "coding": Text,
        rows "rows": Text,
        attributes "attributes": List<Text>,
        source "source": RawPublication,
        totals "totals": List<RawTotal>,
        published "published": RawPublished,
    }
    /// The study.
    RawCodingFacts {
        title "title": Text,
        subtitle "subtitle": Text,
        commissioner "commissioner": Text,
        researchers "researchers": Text,
        conducted "conducted": RawPeriod,
        date "date": Text,
        status "status": Text,
        notice "notice": Text,
        sample "sample": Text,
        sample_reason "sample-reason": Text,
        background "background": Text,
        method "method": Text,
        colofon "colofon": Text,
    }
    /// The publication that a study follows.
    RawPublication {
        title "title": Text,
        author "author": Text,
        date "date": Text,
        url "url": Text,
    }
    /// A number for the whole.
    RawTotal {
        question "question": Text,
        category "category": Text,
        count "count": Text,
        of "of": Text,
    }
    /// What was published.
    RawPublished {
        tables "tables": List<RawPublishedTable>,
    }
    /// A published table.
    RawPublishedTable {
        title "title": Text,
        by "by": Text,
        rows "rows": List<RawPublishedRow>,
    }
    /// A row of it.
    RawPublishedRow {
        question "question": Text,
        category "category": Text,
        values "values": Map<Text>,
    }
}
