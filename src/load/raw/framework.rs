//! The keys of a framework's file.

use super::{List, Map, Text, raw};

raw! {
    /// A framework's file.
    RawFramework {
        id "id": Text [Must],
        title "title": Text [Must],
        version "version": Text [Must Version],
        date "date": Text [Must Date],
        description "description": Text [Must],
        scale "scale": RawLevelTexts [Must],
        verdict "verdict": RawVerdict [Must],
        drafts "drafts": Map<RawDraft> [Must],
        earlier "earlier-versions": List<RawEarlierVersion>,
        criteria "criteria": List<RawCriterion> [Must],
    }
    /// An earlier version.
    RawEarlierVersion {
        version "version": Text [Must Version],
        criteria "criteria": Map<Text> [Must],
    }
    /// A text for each level.
    RawLevelTexts {
        voldoet "voldoet": Text [Must],
        grotendeels "grotendeels": Text [Must],
        deels "deels": Text [Must],
        niet "niet": Text [Must],
    }
    /// When there is a verdict, and which.
    RawVerdict {
        minimum_coverage "minimum-coverage": Text [Must Percentage],
        thresholds "thresholds": RawThresholds [Must],
        ranking_difference "ranking-coverage-difference": Text [Percentage],
        proposal "proposal": Text [YesNo],
    }
    /// Where levels begin.
    RawThresholds {
        voldoet "voldoet": Text [Must Percentage],
        grotendeels "grotendeels": Text [Must Percentage],
        deels "deels": Text [Must Percentage],
    }
    /// Drafted sentences.
    RawDraft {
        conclusion "conclusion": Text [Must],
        recommendation "recommendation": Text,
        addressee "addressee": Text [Addressee],
    }
    /// A criterion.
    RawCriterion {
        id "id": Text [Must Id],
        name "name": Text [Must],
        norm "norm": Text [Must],
        explanation "explanation": Text,
        indicators "indicators": List<Text>,
        basis "basis": List<RawBasis> [Must Some],
        weight "weight": Text [Must Weight],
        legal_duty "legal-duty": Text [YesNo],
        holds_from "holds-from": Text [Must Date],
        holds_from_reason "holds-from-reason": Text [Must],
        proposal "proposal": Text [YesNo],
        measure "measure": RawMeasure [Must],
        levels "levels": RawLevels [Must],
        drafts "drafts": Map<RawDraft> [Must],
    }
    /// A ground.
    RawBasis {
        kind "kind": Text [Must BasisKind],
        reference "reference": Text [Must],
        article "article": Text,
        text_date "text-date": Text [Date],
    }
    /// A measure.
    RawMeasure {
        kind "kind": Text [Must MeasureKind],
        points "points": Map<Text>,
        quantity "quantity": Text,
        unit "unit": Text,
        per_inhabitants "per-inhabitants": Text [Whole],
        relative_to "relative-to": Text [Relative],
        better "better": Text [Better],
    }
    /// The levels of a criterion.
    RawLevels {
        voldoet "voldoet": RawLevel [Must],
        grotendeels "grotendeels": RawLevel [Must],
        deels "deels": RawLevel [Must],
        niet "niet": RawLevel [Must],
    }
    /// One level of a criterion.
    RawLevel {
        description "description": Text [Must],
        requires "requires": List<Text>,
        at_least "at-least": Text [Whole],
        threshold "threshold": Text [Threshold],
    }
}
