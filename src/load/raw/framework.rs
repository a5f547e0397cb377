//! The keys of a framework's file.

use super::kinds::{
    Addressee, BasisKind, Better, Date, Id, Kind as _, MeasureKind, Percentage, Plain, Relative,
    Threshold, VerdictWord, Version, Weight, Whole, YesNo,
};
use super::shape::Shape;
use super::{Context, List, Map, May, Must, Raw, Text, raw, under};
use crate::load::yaml::tree::{Kind, Node};
use crate::model::Scale;

raw! {
    /// A framework's file.
    RawFramework {
        id "id": Must<Text>,
        title "title": Must<Text>,
        version "version": May<Text<Version>>,
        date "date": May<Text<Date>>,
        adopted "adopted": May<RawAdopted>,
        description "description": May<Text>,
        scale "scale": May<RawScale>,
        verdict "verdict": May<RawRule>,
        drafts "drafts": May<Map<RawDraft>>,
        earlier "earlier-versions": May<List<RawEarlierVersion>>,
        criteria "criteria": Must<List<RawCriterion>>,
    }
    /// That the framework was adopted before the study.
    RawAdopted {
        by "by": Must<Text>,
        date "date": Must<Text<Date>>,
        discussed_with "discussed-with": May<Text>,
    }
    RawEarlierVersion {
        version "version": Must<Text<Version>>,
        criteria "criteria": Must<Map<Text<Id>>>,
    }
    /// A level of a scale with a word of its own.
    RawStep {
        word "word": May<Text>,
        meaning "meaning": May<Text>,
    }
    /// The conditions for a verdict by score, and its thresholds.
    RawVerdict {
        minimum_coverage "minimum-coverage": Must<Text<Percentage>>,
        thresholds "thresholds": Must<Map<Text<Percentage>>>,
        ranking_difference "ranking-coverage-difference": May<Text<Percentage>>,
        proposal "proposal": May<Text<YesNo>>,
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
        binds "binds": May<Text>,
        themes "themes": May<List<Text>>,
        explanation "explanation": May<Text>,
        indicators "indicators": May<List<Text>>,
        basis "basis": May<List<Grounded, 1>>,
        weight "weight": May<Text<Weight>>,
        legal_duty "legal-duty": May<Text<YesNo>>,
        holds_from "holds-from": May<Text<Date>>,
        holds_from_reason "holds-from-reason": May<Text>,
        proposal "proposal": May<Text<YesNo>>,
        measure "measure": May<RawMeasure>,
        levels "levels": May<Map<Described>>,
        drafts "drafts": May<Map<RawDraft>>,
    }
    /// A ground of a norm.
    RawBasis at span {
        kind "kind": May<Text<BasisKind>>,
        reference "reference": Must<Text>,
        article "article": May<Text>,
        bwb "bwb": May<Text>,
        text_date "text-date": May<Text<Date>>,
        checked_on "checked-on": May<Text<Date>>,
    }
    /// How the level of a criterion is determined.
    RawMeasure at span {
        kind "kind": Must<Text<MeasureKind>>,
        points "points": May<Map<Text>>,
        quantity "quantity": May<Text>,
        unit "unit": May<Text>,
        per_inhabitants "per-inhabitants": May<Text<Whole>>,
        relative_to "relative-to": May<Text<Relative>>,
        over_100 "over-100": May<Text<YesNo>>,
        better "better": May<Text<Better>>,
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
        RawLevel::read(&under("description", node), cx).map(Self)
    }

    fn shape() -> Shape {
        Shape::OrScalar(Plain::schema(), Box::new(RawLevel::shape()))
    }
}

/// A ground of a norm by its keys, or by what it refers to alone.
#[derive(Debug, Clone)]
pub struct Grounded(pub RawBasis);

impl Raw for Grounded {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        RawBasis::read(&under("reference", node), cx).map(Self)
    }

    fn shape() -> Shape {
        Shape::OrScalar(Plain::schema(), Box::new(RawBasis::shape()))
    }
}

/// A level of a scale by its keys, or by its meaning alone.
#[derive(Debug, Clone)]
pub struct Meant(pub RawStep);

impl Raw for Meant {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        RawStep::read(&under("meaning", node), cx).map(Self)
    }

    fn shape() -> Shape {
        Shape::OrScalar(Plain::schema(), Box::new(RawStep::shape()))
    }
}

/// How a framework comes to a verdict: a word, or the conditions of one by score.
#[derive(Debug, Clone)]
pub enum RawRule {
    Word(Text<VerdictWord>),
    Score(Box<RawVerdict>),
}

impl Raw for RawRule {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match node.kind {
            Kind::Scalar(_) => Text::read(node, cx).map(Self::Word),
            _ => RawVerdict::read(node, cx).map(|raw| Self::Score(Box::new(raw))),
        }
    }

    fn shape() -> Shape {
        Shape::OrScalar(VerdictWord::schema(), Box::new(RawVerdict::shape()))
    }
}

/// A scale: the name of one that is there, or its levels from high to low, as words alone or with
/// their meanings.
#[derive(Debug, Clone)]
pub enum RawScale {
    Named(Text),
    Levels(Map<Meant>),
}

impl Raw for RawScale {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match node.kind {
            Kind::Scalar(_) => Text::read(node, cx).map(Self::Named),
            Kind::List(ref words) => {
                let none = |word: &Node| Node { span: word.span, kind: Kind::Null };
                let pairs = words.iter().map(|word| (word.clone(), none(word))).collect();
                let levels = Node { span: node.span, kind: Kind::Mapping(pairs) };
                Map::read(&levels, cx).map(Self::Levels)
            }
            _ => Map::read(node, cx).map(Self::Levels),
        }
    }

    fn shape() -> Shape {
        let names: Vec<&str> = Scale::names().collect();
        let named = serde_json::json!({ "anyOf": [
            { "enum": names },
            { "type": "array", "items": { "type": ["string", "number", "boolean"] } },
        ] });
        Shape::OrScalar(named, Box::new(Map::<Meant>::shape()))
    }
}
