//! The keys of a framework's file.

use super::kinds::{
    Addressee, BasisKind, Better, Date, Id, Kind as _, MeasureKind, Percentage, Plain, Relative,
    Threshold, Version, Weight, Whole, YesNo,
};
use super::shape::Shape;
use super::{Context, List, Map, May, Must, Raw, Text, raw};
use crate::load::yaml::tree::{Kind, Node};

raw! {
    /// A framework's file.
    RawFramework at span {
        id "id": Must<Text>,
        title "title": Must<Text>,
        version "version": May<Text<Version>>,
        date "date": May<Text<Date>>,
        description "description": May<Text>,
        scale "scale": May<RawLevelTexts>,
        verdict "verdict": May<RawVerdict>,
        drafts "drafts": May<Map<RawDraft>>,
        earlier "earlier-versions": May<List<RawEarlierVersion>>,
        criteria "criteria": Must<List<RawCriterion>>,
    }
    RawEarlierVersion {
        version "version": Must<Text<Version>>,
        criteria "criteria": Must<Map<Text<Id>>>,
    }
    /// A text for each level.
    RawLevelTexts at span {
        voldoet "voldoet": Must<Text>,
        grotendeels "grotendeels": Must<Text>,
        deels "deels": Must<Text>,
        niet "niet": Must<Text>,
    }
    /// The conditions for a verdict, and its thresholds.
    RawVerdict {
        minimum_coverage "minimum-coverage": Must<Text<Percentage>>,
        thresholds "thresholds": Must<RawThresholds>,
        ranking_difference "ranking-coverage-difference": May<Text<Percentage>>,
        proposal "proposal": May<Text<YesNo>>,
    }
    /// The thresholds of levels.
    RawThresholds at span {
        voldoet "voldoet": Must<Text<Percentage>>,
        grotendeels "grotendeels": Must<Text<Percentage>>,
        deels "deels": Must<Text<Percentage>>,
    }
    /// Drafted sentences.
    RawDraft at span {
        conclusion "conclusion": Must<Text>,
        recommendation "recommendation": May<Text>,
        addressee "addressee": May<Text<Addressee>>,
    }
    RawCriterion at span {
        id "id": Must<Text<Id>>,
        name "name": May<Text>,
        norm "norm": Must<Text>,
        explanation "explanation": May<Text>,
        indicators "indicators": May<List<Text>>,
        basis "basis": May<List<RawBasis, 1>>,
        weight "weight": May<Text<Weight>>,
        legal_duty "legal-duty": May<Text<YesNo>>,
        holds_from "holds-from": May<Text<Date>>,
        holds_from_reason "holds-from-reason": May<Text>,
        proposal "proposal": May<Text<YesNo>>,
        measure "measure": May<RawMeasure>,
        levels "levels": May<RawLevels>,
        drafts "drafts": May<Map<RawDraft>>,
    }
    /// A ground of a norm.
    RawBasis at span {
        kind "kind": Must<Text<BasisKind>>,
        reference "reference": Must<Text>,
        article "article": May<Text>,
        text_date "text-date": May<Text<Date>>,
    }
    /// How the level of a criterion is determined.
    RawMeasure at span {
        kind "kind": Must<Text<MeasureKind>>,
        points "points": May<Map<Text>>,
        quantity "quantity": May<Text>,
        unit "unit": May<Text>,
        per_inhabitants "per-inhabitants": May<Text<Whole>>,
        relative_to "relative-to": May<Text<Relative>>,
        better "better": May<Text<Better>>,
    }
    /// The levels of a criterion.
    RawLevels at span {
        voldoet "voldoet": Must<Described>,
        grotendeels "grotendeels": Must<Described>,
        deels "deels": Must<Described>,
        niet "niet": Must<Described>,
    }
    /// One level of a criterion.
    RawLevel at span {
        description "description": Must<Text>,
        requires "requires": May<List<Text>>,
        at_least "at-least": May<Text<Whole>>,
        threshold "threshold": May<Text<Threshold>>,
    }
}

/// A level by its keys, or by its description alone.
#[derive(Debug, Clone)]
pub struct Described(pub RawLevel);

impl Raw for Described {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        if !matches!(node.kind, Kind::Scalar(_)) {
            return RawLevel::read(node, cx).map(Self);
        }
        let key = Node { span: node.span, kind: Kind::Scalar("description".to_owned()) };
        let kind = Kind::Mapping(vec![(key, node.clone())]);
        RawLevel::read(&Node { span: node.span, kind }, cx).map(Self)
    }

    fn shape() -> Shape {
        Shape::OrScalar(Plain::schema(), Box::new(RawLevel::shape()))
    }
}
