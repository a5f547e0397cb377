//! The keys of a codebook and of a coding study.

use super::kinds::{Date, Id, Percentage, Rows, Sampling, StudyLabel, Url, Version, Whole};
use super::period::RawPeriod;
use super::{List, Map, May, Must, Text, raw};

raw! {
    /// A codebook's file.
    RawCodebook at span {
        id "id": Must<Text>,
        title "title": Must<Text>,
        version "version": Must<Text<Version>>,
        date "date": Must<Text<Date>>,
        description "description": Must<Text>,
        questions "questions": Must<List<RawCodedQuestion>>,
    }
    /// A question.
    RawCodedQuestion at span {
        id "id": Must<Text<Id>>,
        name "name": Must<Text>,
        question "question": Must<Text>,
        explanation "explanation": May<Text>,
        per "per": May<Text>,
        categories "categories": Must<List<RawCategory>>,
    }
    RawCategory {
        id "id": Must<Text<Id>>,
        label "label": Must<Text>,
        combines "combines": May<List<Text>>,
    }
    /// `study.yaml`.
    RawCodingStudy {
        study "study": Must<RawCodingFacts>,
        codebook "codebook": Must<Text>,
        version "version": Must<Text<Version>>,
        coding "coding": Must<Text>,
        rows "rows": May<Text<Rows>>,
        attributes "attributes": May<List<Text>>,
        source "source": May<RawPublication>,
        totals "totals": May<List<RawTotal>>,
        published "published": May<RawPublished>,
    }
    /// The study.
    RawCodingFacts at span {
        title "title": Must<Text>,
        subtitle "subtitle": May<Text>,
        commissioner "commissioner": May<Text>,
        researchers "researchers": May<Text>,
        conducted "conducted": Must<RawPeriod>,
        date "date": Must<Text<Date>>,
        status "status": Must<Text<StudyLabel>>,
        notice "notice": May<Text>,
        sample "sample": May<Text<Sampling>>,
        sample_reason "sample-reason": May<Text>,
        background "background": May<Text>,
        method "method": May<Text>,
        colofon "colofon": May<Text>,
    }
    /// The publication on which a study is based.
    RawPublication {
        title "title": May<Text>,
        author "author": May<Text>,
        date "date": May<Text<Date>>,
        url "url": May<Text<Url>>,
    }
    /// A number that is known for the whole only.
    RawTotal {
        question "question": Must<Text>,
        category "category": Must<Text>,
        count "count": Must<Text<Whole>>,
        of "of": Must<Text<Whole>>,
    }
    /// The published tables.
    RawPublished {
        tables "tables": Must<List<RawPublishedTable>>,
    }
    RawPublishedTable {
        title "title": Must<Text>,
        by "by": May<Text>,
        rows "rows": Must<List<RawPublishedRow>>,
    }
    /// A row of a published table.
    RawPublishedRow {
        question "question": Must<Text>,
        category "category": Must<Text>,
        values "values": Must<Map<Text<Percentage>>>,
    }
}
