//! The keys of a framework's file.

use super::raw::{List, Map, Text, raw};

raw! {
    /// A framework's file.
    RawFramework {
        id "id": Text,
        title "title": Text,
        version "version": Text,
        date "date": Text,
        description "description": Text,
        scale "scale": RawLevelTexts,
        verdict "verdict": RawVerdict,
        drafts "drafts": Map<RawDraft>,
        earlier "earlier-versions": List<RawEarlierVersion>,
        criteria "criteria": List<RawCriterion>,
    }
    /// An earlier version.
    RawEarlierVersion {
        version "version": Text,
        criteria "criteria": Map<Text>,
    }
    /// A text for each level.
    RawLevelTexts {
        voldoet "voldoet": Text,
        grotendeels "grotendeels": Text,
        deels "deels": Text,
        niet "niet": Text,
    }
    /// When there is a verdict, and which.
    RawVerdict {
        minimum_coverage "minimum-coverage": Text,
        thresholds "thresholds": RawThresholds,
        ranking_difference "ranking-coverage-difference": Text,
        proposal "proposal": Text,
    }
    /// Where levels begin.
    RawThresholds {
        voldoet "voldoet": Text,
        grotendeels "grotendeels": Text,
        deels "deels": Text,
    }
    /// Drafted sentences.
    RawDraft {
        conclusion "conclusion": Text,
        recommendation "recommendation": Text,
        addressee "addressee": Text,
    }
    /// A criterion.
    RawCriterion {
        id "id": Text,
        name "name": Text,
        norm "norm": Text,
        explanation "explanation": Text,
        indicators "indicators": List<Text>,
        basis "basis": List<RawBasis>,
        weight "weight": Text,
        legal_duty "legal-duty": Text,
        holds_from "holds-from": Text,
        holds_from_reason "holds-from-reason": Text,
        proposal "proposal": Text,
        measure "measure": RawMeasure,
        levels "levels": RawLevels,
        drafts "drafts": Map<RawDraft>,
    }
    /// A ground.
    RawBasis {
        kind "kind": Text,
        reference "reference": Text,
        article "article": Text,
        text_date "text-date": Text,
    }
    /// A measure.
    RawMeasure {
        kind "kind": Text,
        points "points": Map<Text>,
        quantity "quantity": Text,
        unit "unit": Text,
        per_inhabitants "per-inhabitants": Text,
        relative_to "relative-to": Text,
        better "better": Text,
    }
    /// The levels of a criterion.
    RawLevels {
        voldoet "voldoet": RawLevel,
        grotendeels "grotendeels": RawLevel,
        deels "deels": RawLevel,
        niet "niet": RawLevel,
    }
    /// One level of a criterion.
    RawLevel {
        description "description": Text,
        requires "requires": List<Text>,
        at_least "at-least": Text,
        threshold "threshold": Text,
    }
}
