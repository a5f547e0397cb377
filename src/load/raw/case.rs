//! The keys of a case's files.

use super::conducted::RawConducted;
use super::period::RawPeriod;
use super::{Any, List, Map, Text, raw};

raw! {
    /// `case.yaml`.
    RawCase {
        municipality "municipality": RawMunicipality [Must],
        study "study": RawStudy [Must],
        frameworks "frameworks": List<Text> [Must],
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
        pictures "pictures": List<RawPicture>,
        key_file "key-file": Text [YesNo],
    }
    /// An image of pixels that the researchers looked at.
    RawPicture {
        file "file": Text [Must],
        sha256 "sha256": Text [Must],
        reason "reason": Text [Must],
    }
    /// A warning that the researchers let stand.
    RawAccepted {
        code "code": Text [Must Warning],
        about "about": Text [Must],
        reason "reason": Text as Running [Must],
    }
    /// The municipality.
    RawMunicipality {
        name "name": Text [Must],
        cbs_code "cbs-code": Text,
        province "province": Text,
        inhabitants "inhabitants": Text [Whole],
        inhabitants_date "inhabitants-date": Text [Date],
        inhabitants_source "inhabitants-source": Text,
        attributes "attributes": Map<Text>,
    }
    /// The study.
    RawStudy {
        title "title": Text as Line [Must],
        subtitle "subtitle": Text as Line,
        commissioner "commissioner": Text [Must],
        researchers "researchers": Text,
        conducted "conducted": RawConducted [Must],
        period "period": RawPeriod,
        date "date": Text [Must Date],
        status "status": Text [Must StudyLabel],
        notice "notice": Text as Running,
        sample "sample": Text [Sampling],
        background "background": Text as Running [Must],
        method "method": Text as Running [Must],
        central_question "central-question": RawQuestion [Must],
        sub_questions "sub-questions": List<RawSubQuestion>,
        colofon "colofon": Text as Running,
    }
    /// The central question.
    RawQuestion {
        question "question": Text as Line [Must],
        answer "answer": Text as Running,
    }
    /// A sub-question.
    RawSubQuestion {
        id "id": Text [Must Id],
        question "question": Text as Line [Must],
        answer "answer": Text as Running,
        unanswered "unanswered": Text as Running,
    }
    /// A conclusion.
    RawConclusion {
        id "id": Text [Must Id],
        title "title": Text as Line [Must],
        text "text": Text as Running [Must],
        criteria "criteria": List<Text>,
        findings "findings": List<Text>,
    }
    /// A recommendation.
    RawRecommendation {
        id "id": Text [Must Id],
        addressee "addressee": Text [Must Addressee],
        title "title": Text as Line [Must],
        text "text": Text as Running [Must],
        conclusions "conclusions": List<Text>,
        findings "findings": List<Text>,
    }
    /// A box of observations.
    RawObservation {
        id "id": Text [Must Id],
        title "title": Text as Line [Must],
        text "text": Text as Running [Must],
        findings "findings": List<Text>,
    }
    /// How earlier recommendations were followed up.
    RawFollowUp {
        case "case": Text [Must],
        recommendations "recommendations": List<RawEarlierAdvice> [Must],
    }
    /// What became of one of them.
    RawEarlierAdvice {
        id "id": Text [Must Id],
        title "title": Text [Must],
        status "status": Text [Must Uptake],
        text "text": Text as Running,
        findings "findings": List<Text>,
    }
    /// Figures of comparable municipalities in a file that `compare` wrote.
    RawPeersFrom {
        file "file": Text [Must],
        source "source": Text [Must],
    }
    /// That file.
    RawPeersFile {
        format "format": Text [Must],
        program "program": Text,
        selection "selection": Text [Must],
        made_from "made-from": Any,
        peers "peers": List<RawFilePeerSet> [Must],
    }
    /// The figures for one criterion in it.
    RawFilePeerSet {
        framework "framework": Text [Must],
        version "version": Text [Must Version],
        criterion "criterion": Text [Must],
        unit "unit": Text [Must],
        municipalities "municipalities": List<RawPeer> [Must],
    }
    /// Figures of comparable municipalities.
    RawPeerSet {
        criterion "criterion": Text [Must],
        unit "unit": Text [Must],
        source "source": Text [Must],
        selection "selection": Text as Line [Must],
        municipalities "municipalities": List<RawPeer> [Must],
    }
    /// One comparable municipality.
    RawPeer {
        name "name": Text [Must],
        inhabitants "inhabitants": Text [Whole],
        value "value": Text [Must Number],
    }
    /// A context indicator.
    RawIndicator {
        id "id": Text [Must Id],
        name "name": Text as Line [Must],
        value "value": Text [Must Number],
        unit "unit": Text [Must],
        date "date": Text [Date],
        source "source": Text [Must],
        reference "reference": RawReference [Must],
        note "note": Text as Running,
    }
    /// What an indicator is held against.
    RawReference {
        name "name": Text as Line [Must],
        value "value": Text [Must Number],
        source "source": Text [Must],
    }
    /// The rekenkamer's reply.
    RawAfterword {
        text "text": Text as Running [Must],
    }
    /// The formal reaction.
    RawResponse {
        date "date": Text [Date],
        text "text": Text [Must],
    }
    /// `sources.yaml`.
    RawSources {
        sources "sources": List<RawSource> [Must],
    }
    /// A source.
    RawSource {
        code "code": Text [Must Id],
        kind "kind": Text [Must SourceKind],
        title "title": Text [Must],
        author "author": Text,
        date "date": Text [Date],
        url "url": Text [Url],
        derived_from "derived-from": List<Text>,
        count "count": Text [Whole],
        count_text "count-text": Text,
        note "note": Text as Running,
    }
    /// A file of findings.
    RawFindings {
        framework "framework": Text [Must],
        version "version": Text [Must Version],
        criteria "criteria": List<RawRecord>,
    }
    /// What a case says of a criterion.
    RawRecord {
        id "id": Text [Must Criterion],
        status "status": Text [Must StudyStatus],
        reason "reason": Text as Running,
        findings "findings": List<RawFinding>,
        resolution "resolution": RawDecision,
        overrule "overrule": RawDecision,
    }
    /// A resolution or an overruling.
    RawDecision {
        level "level": Text [Level],
        reason "reason": Text as Running [Must],
    }
    /// A finding.
    RawFinding {
        id "id": Text [Must Id],
        condition "condition": Text as Running [Must],
        cause "cause": Text as Running,
        effect "effect": Text as Running,
        level "level": Text [Level],
        level_reason "level-reason": Text as Running,
        points "points": Map<Text> [Answer],
        value "value": Text [Number],
        unit "unit": Text,
        evidence "evidence": List<RawEvidence> [Must Some],
    }
    /// A reference to a source.
    RawEvidence {
        source "source": Text [Must],
        locator "locator": Text,
        stance "stance": Text [Stance],
        searched "searched": Text as Running,
    }
    /// `findings/sub-questions.yaml`.
    RawSubFindings {
        sub_questions "sub-questions": List<RawSubRecord> [Must],
    }
    /// Findings of a sub-question.
    RawSubRecord {
        id "id": Text [Must],
        findings "findings": List<RawFinding>,
    }
    /// `confidential.yaml`.
    RawConfidential {
        people "people": List<RawPerson>,
        also "also": List<RawSecret>,
        someone_else "someone-else": List<RawSomeoneElse>,
    }
    /// A text that is about somebody else than the person whose name it holds.
    RawSomeoneElse {
        text "text": Text [Must],
        reason "reason": Text [Must],
    }
    /// A person behind a role.
    RawPerson {
        source "source": Text,
        what "what": Text,
        name "name": Text [Must],
        aliases "aliases": List<Text>,
        function "function": Text,
        surname_alone "surname-alone": Text [Alone],
        note "note": Text,
    }
    /// Texts that must not be published.
    RawSecret {
        what "what": Text [Must],
        texts "texts": List<Text> [Must],
        note "note": Text,
    }
}
