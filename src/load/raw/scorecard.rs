//! The keys of a scorecard.

use super::kinds::{
    BodyKind, Date, Id, Kind as _, Level, Number, Sampling, Strength, StudyLabel, Uptake,
    VerdictWord, Version, Weight, Whole, YesNo,
};
use super::period::RawPeriod;
use super::shape::Shape;
use super::{Any, Context, List, Map, May, Must, Raw, Text, raw};
use crate::load::yaml::tree::{Kind, Node};

raw! {
    RawScorecard at span {
        format "format": Must<Text>,
        program "program": Must<Text>,
        case "case": Must<Text>,
        municipality "municipality": Must<RawSubject>,
        study "study": Must<RawStudyFacts>,
        frameworks "frameworks": Must<List<RawFrameworkScore>>,
        quantities "quantities": Must<List<RawMeasured>>,
        context "context": Must<List<RawFigure>>,
        recommendations "recommendations": Must<List<RawAdvice>>,
        follow_up "follow-up": Must<List<RawFollowedUp>>,
        inputs "inputs": Must<Map<Text>>,
        seal "seal": Must<Text>,
    }
    /// The audited body.
    RawSubject at span {
        kind "kind": May<Text<BodyKind>>,
        name "name": Must<Text>,
        cbs_code "cbs-code": May<Text>,
        province "province": May<Text>,
        inhabitants "inhabitants": May<Text<Whole>>,
        attributes "attributes": May<Map<Text>>,
    }
    RawStudyFacts at span {
        title "title": Must<Text>,
        commissioner "commissioner": May<Text>,
        date "date": Must<Text<Date>>,
        status "status": Must<Text<StudyLabel>>,
        period "period": Must<RawPeriod>,
        sampling "sampling": May<Text<Sampling>>,
    }
    /// The result for a framework; derived values are recomputed.
    RawFrameworkScore at span {
        framework "framework": Must<Text>,
        version "version": May<Text<Version>>,
        scale "scale": Must<List<List<Text>>>,
        available "available": Must<Text<Whole>>,
        rule "rule": Must<RawRule>,
        points "points": May<Any>,
        judged_weight "judged-weight": May<Any>,
        applicable_weight "applicable-weight": May<Any>,
        score "score": May<Any>,
        coverage "coverage": May<Any>,
        lower "lower": May<Any>,
        upper "upper": May<Any>,
        range "range": May<Any>,
        verdict "verdict": May<Any>,
        counts "counts": May<Any>,
        judgements "judgements": Must<List<RawJudgement>>,
    }
    /// A verdict by the researchers or by score.
    RawGivenRule {
        judged "judged": May<Text<Level>>,
        score "score": May<RawRules>,
    }
    /// The conditions of a verdict by score.
    RawRules {
        minimum_coverage "minimum-coverage": Must<Text<Number>>,
        thresholds "thresholds": Must<Map<Text<Number>>>,
    }
    /// The result for a criterion.
    RawJudgement at span {
        criterion "criterion": Must<Text<Id>>,
        weight "weight": Must<Text<Weight>>,
        legal_duty "legal-duty": Must<Text<YesNo>>,
        outcome "outcome": Must<Text>,
        derived "derived": May<Text<Level>>,
        possible "possible": May<List<Text<Level>>>,
        strength "strength": May<Text<Strength>>,
        derived_strength "derived-strength": May<Text<Strength>>,
        conflict "conflict": May<RawConflict>,
        overruled "overruled": Must<Text<YesNo>>,
    }
    /// A contradiction between findings.
    RawConflict at span {
        lowest "lowest": Must<Text<Level>>,
        highest "highest": Must<Text<Level>>,
        resolved "resolved": Must<Text<YesNo>>,
    }
    /// A number that determined a level.
    RawMeasured {
        criterion "criterion": Must<Text<Id>>,
        given "given": Must<RawAmount>,
    }
    /// A share that was counted.
    RawCounted {
        count "count": Must<Text<Whole>>,
        of "of": Must<Text<Whole>>,
        population "population": May<Text<Whole>>,
    }
    /// A context indicator.
    RawFigure at span {
        id "id": Must<Text<Id>>,
        name "name": Must<Text>,
        value "value": Must<Text<Number>>,
        unit "unit": Must<Text>,
        date "date": May<Text<Date>>,
        reference "reference": Must<Text>,
        reference_value "reference-value": Must<Text<Number>>,
        reference_source "reference-source": May<Text>,
    }
    RawAdvice {
        id "id": Must<Text<Id>>,
        addressee "addressee": Must<Text>,
        title "title": Must<Text>,
    }
    /// The uptake of an earlier recommendation.
    RawFollowedUp {
        case "case": Must<Text>,
        id "id": Must<Text<Id>>,
        title "title": Must<Text>,
        status "status": Must<Text<Uptake>>,
    }
}

/// How a framework comes to a verdict: the word `none`, or keys.
#[derive(Debug, Clone)]
pub enum RawRule {
    Word(Text<VerdictWord>),
    Given(Box<RawGivenRule>),
}

impl Raw for RawRule {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match node.kind {
            Kind::Scalar(_) => Text::read(node, cx).map(Self::Word),
            _ => RawGivenRule::read(node, cx).map(|raw| Self::Given(Box::new(raw))),
        }
    }

    fn shape() -> Shape {
        Shape::OrScalar(VerdictWord::schema(), Box::new(RawGivenRule::shape()))
    }
}

/// A number, or the counts from which it follows.
#[derive(Debug, Clone)]
pub enum RawAmount {
    Given(Text<Number>),
    Counted(Box<RawCounted>),
}

impl Raw for RawAmount {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match node.kind {
            Kind::Mapping(_) => RawCounted::read(node, cx).map(Box::new).map(Self::Counted),
            _ => Text::read(node, cx).map(Self::Given),
        }
    }

    fn shape() -> Shape {
        Shape::OrScalar(Number::schema(), Box::new(RawCounted::shape()))
    }
}
