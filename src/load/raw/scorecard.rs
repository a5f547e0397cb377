//! The keys of a scorecard.

use super::framework::RawThresholds;
use super::period::RawPeriod;
use super::{Any, List, Map, Text, raw};

raw! {
    /// A scorecard.
    RawScorecard {
        format "format": Text,
        program "program": Text,
        case "case": Text,
        municipality "municipality": RawSubject,
        study "study": RawStudyFacts,
        frameworks "frameworks": List<RawFrameworkScore>,
        quantities "quantities": List<RawMeasured>,
        context "context": List<RawFigure>,
        recommendations "recommendations": List<RawAdvice>,
        follow_up "follow-up": List<RawFollowedUp>,
        inputs "inputs": Map<Text>,
        seal "seal": Text,
    }
    /// The municipality.
    RawSubject {
        name "name": Text,
        cbs_code "cbs-code": Text,
        province "province": Text,
        inhabitants "inhabitants": Text,
        attributes "attributes": Map<Text>,
    }
    /// The study.
    RawStudyFacts {
        title "title": Text,
        commissioner "commissioner": Text,
        date "date": Text,
        status "status": Text,
        period "period": RawPeriod,
        sampling "sampling": Text,
    }
    /// The outcome of a framework; what is computed is computed again.
    RawFrameworkScore {
        framework "framework": Text,
        version "version": Text,
        rules "rules": RawRules,
        points "points": Any,
        judged_weight "judged-weight": Any,
        applicable_weight "applicable-weight": Any,
        score "score": Any,
        coverage "coverage": Any,
        lower "lower": Any,
        upper "upper": Any,
        range "range": Any,
        verdict "verdict": Any,
        counts "counts": Any,
        judgements "judgements": List<RawJudgement>,
    }
    /// When a framework gives a verdict.
    RawRules {
        minimum_coverage "minimum-coverage": Text,
        thresholds "thresholds": RawThresholds,
    }
    /// The outcome of a criterion.
    RawJudgement {
        criterion "criterion": Text,
        weight "weight": Text,
        legal_duty "legal-duty": Text,
        outcome "outcome": Text,
        derived "derived": Text,
        strength "strength": Text,
        conflict "conflict": RawConflict,
        overruled "overruled": Text,
    }
    /// Contradiction between findings.
    RawConflict {
        lowest "lowest": Text,
        highest "highest": Text,
        resolved "resolved": Text,
    }
    /// A number that decided a level.
    RawMeasured {
        criterion "criterion": Text,
        given "given": Text,
    }
    /// A context indicator.
    RawFigure {
        id "id": Text,
        name "name": Text,
        value "value": Text,
        unit "unit": Text,
        date "date": Text,
        reference "reference": Text,
        reference_value "reference-value": Text,
        reference_source "reference-source": Text,
    }
    /// A recommendation.
    RawAdvice {
        id "id": Text,
        addressee "addressee": Text,
        title "title": Text,
    }
    /// What became of an earlier recommendation.
    RawFollowedUp {
        case "case": Text,
        id "id": Text,
        title "title": Text,
        status "status": Text,
    }
}
