//! The keys of a case's files.

use super::raw::{Any, List, Map, Text, raw};

raw! {
    /// `case.yaml`.
    RawCase {
        municipality "municipality": RawMunicipality,
        study "study": RawStudy,
        frameworks "frameworks": List<Text>,
        conclusions "conclusions": List<RawConclusion>,
        recommendations "recommendations": List<RawRecommendation>,
        observations "observations": List<RawObservation>,
        follow_up "follow-up": RawFollowUp,
        peers "peers": List<RawPeerSet>,
        peers_from "peers-from": RawPeersFrom,
        context_indicators "context-indicators": List<RawIndicator>,
        response "response": RawResponse,
        afterword "afterword": RawAfterword,
        accepted "accepted": List<RawAccepted>,
    }
    /// A warning that the researchers let stand.
    RawAccepted {
        code "code": Text,
        about "about": Text,
        reason "reason": Text as Running,
    }
    /// The municipality.
    RawMunicipality {
        name "name": Text,
        cbs_code "cbs-code": Text,
        province "province": Text,
        inhabitants "inhabitants": Text,
        inhabitants_date "inhabitants-date": Text,
        inhabitants_source "inhabitants-source": Text,
        attributes "attributes": Map<Text>,
    }
    /// The study.
    RawStudy {
        title "title": Text as Line,
        subtitle "subtitle": Text as Line,
        commissioner "commissioner": Text,
        researchers "researchers": Text,
        conducted "conducted": RawPeriod,
        period "period": RawPeriod,
        date "date": Text,
        status "status": Text,
        notice "notice": Text as Running,
        sample "sample": Text,
        background "background": Text as Running,
        method "method": Text as Running,
        central_question "central-question": RawQuestion,
        sub_questions "sub-questions": List<RawSubQuestion>,
        colofon "colofon": Text as Running,
    }
    /// A period.
    RawPeriod {
        from "from": Text,
        to "to": Text,
    }
    /// The central question.
    RawQuestion {
        question "question": Text as Line,
        answer "answer": Text as Running,
    }
    /// A sub-question.
    RawSubQuestion {
        id "id": Text,
        question "question": Text as Line,
        answer "answer": Text as Running,
        unanswered "unanswered": Text as Running,
    }
    /// A conclusion.
    RawConclusion {
        id "id": Text,
        title "title": Text as Line,
        text "text": Text as Running,
        criteria "criteria": List<Text>,
        findings "findings": List<Text>,
    }
    /// A recommendation.
    RawRecommendation {
        id "id": Text,
        addressee "addressee": Text,
        title "title": Text as Line,
        text "text": Text as Running,
        conclusions "conclusions": List<Text>,
        findings "findings": List<Text>,
    }
    /// A box of observations.
    RawObservation {
        id "id": Text,
        title "title": Text as Line,
        text "text": Text as Running,
        findings "findings": List<Text>,
    }
    /// How earlier recommendations were followed up.
    RawFollowUp {
        case "case": Text,
        recommendations "recommendations": List<RawEarlierAdvice>,
    }
    /// What became of one of them.
    RawEarlierAdvice {
        id "id": Text,
        title "title": Text,
        status "status": Text,
        text "text": Text as Running,
        findings "findings": List<Text>,
    }
    /// Figures of comparable municipalities in a file that `compare` wrote.
    RawPeersFrom {
        file "file": Text,
        source "source": Text,
    }
    /// That file.
    RawPeersFile {
        format "format": Text,
        program "program": Text,
        selection "selection": Text,
        made_from "made-from": Any,
        peers "peers": List<RawFilePeerSet>,
    }
    /// The figures for one criterion in it.
    RawFilePeerSet {
        framework "framework": Text,
        version "version": Text,
        criterion "criterion": Text,
        unit "unit": Text,
        municipalities "municipalities": List<RawPeer>,
    }
    /// Figures of comparable municipalities.
    RawPeerSet {
        criterion "criterion": Text,
        unit "unit": Text,
        source "source": Text,
        selection "selection": Text as Line,
        municipalities "municipalities": List<RawPeer>,
    }
    /// One comparable municipality.
    RawPeer {
        name "name": Text,
        inhabitants "inhabitants": Text,
        value "value": Text,
    }
    /// A context indicator.
    RawIndicator {
        id "id": Text,
        name "name": Text as Line,
        value "value": Text,
        unit "unit": Text,
        date "date": Text,
        source "source": Text,
        reference "reference": RawReference,
        note "note": Text as Running,
    }
    /// What an indicator is held against.
    RawReference {
        name "name": Text as Line,
        value "value": Text,
        source "source": Text,
    }
    /// The rekenkamer's reply.
    RawAfterword {
        text "text": Text as Running,
    }
    /// The formal reaction.
    RawResponse {
        date "date": Text,
        text "text": Text,
    }
    /// `sources.yaml`.
    RawSources {
        sources "sources": List<RawSource>,
    }
    /// A source.
    RawSource {
        code "code": Text,
        kind "kind": Text,
        title "title": Text,
        author "author": Text,
        date "date": Text,
        url "url": Text,
        derived_from "derived-from": List<Text>,
        count "count": Text,
        count_text "count-text": Text,
        note "note": Text as Running,
    }
    /// A file of findings.
    RawFindings {
        framework "framework": Text,
        version "version": Text,
        criteria "criteria": List<RawRecord>,
    }
    /// What a case says of a criterion.
    RawRecord {
        id "id": Text,
        status "status": Text,
        reason "reason": Text as Running,
        findings "findings": List<RawFinding>,
        resolution "resolution": RawDecision,
        overrule "overrule": RawDecision,
    }
    /// A resolution or an overruling.
    RawDecision {
        level "level": Text,
        reason "reason": Text as Running,
    }
    /// A finding.
    RawFinding {
        id "id": Text,
        condition "condition": Text as Running,
        cause "cause": Text as Running,
        effect "effect": Text as Running,
        level "level": Text,
        level_reason "level-reason": Text as Running,
        points "points": Map<Text>,
        value "value": Text,
        unit "unit": Text,
        evidence "evidence": List<RawEvidence>,
    }
    /// A reference to a source.
    RawEvidence {
        source "source": Text,
        locator "locator": Text,
        stance "stance": Text,
        searched "searched": Text as Running,
    }
    /// `findings/sub-questions.yaml`.
    RawSubFindings {
        sub_questions "sub-questions": List<RawSubRecord>,
    }
    /// Findings of a sub-question.
    RawSubRecord {
        id "id": Text,
        findings "findings": List<RawFinding>,
    }
    /// `confidential.yaml`.
    RawConfidential {
        people "people": List<RawPerson>,
        also "also": List<RawSecret>,
    }
    /// A person behind a role.
    RawPerson {
        source "source": Text,
        what "what": Text,
        name "name": Text,
        aliases "aliases": List<Text>,
        function "function": Text,
        surname_alone "surname-alone": Text,
        note "note": Text,
    }
    /// Texts that must not be published.
    RawSecret {
        what "what": Text,
        texts "texts": List<Text>,
        note "note": Text,
    }
}
