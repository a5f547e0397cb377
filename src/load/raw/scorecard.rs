//! The keys of a scorecard.

use super::kinds::{
    Addressee, Date, Id, Level, Number, Sampling, Strength, StudyLabel, Uptake, Version, Weight,
    Whole, YesNo,
};
use super::period::RawPeriod;
use super::{Any, List, Map, May, Must, Text, raw};

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
    /// The municipality.
    RawSubject at span {
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
        rules "rules": May<RawRules>,
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
    /// The rules of a framework for giving a verdict.
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
        strength "strength": May<Text<Strength>>,
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
        given "given": Must<Text<Number>>,
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
        addressee "addressee": Must<Text<Addressee>>,
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
