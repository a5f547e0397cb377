//! The keys of a case's files.

use super::body::{RawBody, RawMunicipality};
use super::conducted::RawConducted;
use super::kinds::{
    Alone, Answer, Appraisal, Date, Decided, Id, Kind as _, Level, Number, OwnStrength, Plain,
    Position, Sampling, SourceKind, Stance, Step, StudyLabel, StudyStatus, Uptake, Url, Version,
    Warning, Whole, YesNo,
};
use super::period::RawPeriod;
use super::procedure::{RawPlan, RawProposal, RawReply, RawTranscript};
use super::shape::Shape;
use super::{Any, Context, List, Map, May, Must, Raw, Text, raw, under};
use crate::load::yaml::tree::Node;

raw! {
    /// `case.yaml`.
    RawCase {
        shared "shared": May<Text>,
        municipality "municipality": May<RawMunicipality>,
        body "body": May<RawBody>,
        study "study": Must<RawStudy>,
        plan "plan": May<RawPlan>,
        frameworks "frameworks": Must<List<Chosen>>,
        conclusions "conclusions": May<List<RawConclusion>>,
        addressees "addressees": May<List<Text, 1>>,
        recommendations "recommendations": May<List<RawRecommendation>>,
        observations "observations": May<List<RawObservation>>,
        follow_up "follow-up": May<RawFollowUp>,
        peers "peers": May<List<RawPeerSet>>,
        peers_from "peers-from": May<RawPeersFrom>,
        context_indicators "context-indicators": May<List<RawIndicator>>,
        response "response": May<RawResponse>,
        afterword "afterword": May<RawAfterword>,
        proposal "proposal": May<RawProposal>,
        publication "publication": May<RawPublicationFacts>,
        decision "decision": May<RawCouncilDecision>,
        accepted "accepted": May<List<RawAccepted>>,
        pictures "pictures": May<List<RawPicture>>,
        dossier "dossier": May<Text>,
        key_file "key-file": May<Text<YesNo>>,
        passages_file "passages-file": May<Text<YesNo>>,
    }
    /// A framework, and what of it the case uses.
    RawChosen at span {
        id "id": Must<Text>,
        criteria "criteria": May<List<Text, 1>>,
        without "without": May<List<Text, 1>>,
        by_theme "by-theme": May<Text<YesNo>>,
        reason "reason": May<Text> as Running,
        rest "rest": May<RawRest>,
        verdict "verdict": May<RawDecision>,
    }
    /// The status of criteria without an entry of their own.
    RawRest at span {
        status "status": Must<Text<StudyStatus>>,
        reason "reason": Must<Text> as Running,
    }
    /// A bitmap image that the researchers checked.
    RawPicture at span {
        file "file": Must<Text>,
        sha256 "sha256": Must<Text>,
        reason "reason": Must<Text>,
    }
    /// A warning that the researchers accept.
    RawAccepted at span {
        code "code": Must<Text<Warning>>,
        about "about": Must<Text>,
        reason "reason": Must<Text> as Running,
    }
    RawStudy at span {
        title "title": Must<Text> as Line,
        subtitle "subtitle": May<Text> as Line,
        commissioner "commissioner": Must<Text>,
        researchers "researchers": May<Text>,
        conducted "conducted": Must<RawConducted>,
        period "period": May<RawPeriod>,
        date "date": Must<Text<Date>>,
        status "status": Must<Text<StudyLabel>>,
        notice "notice": May<Text> as Running,
        sample "sample": May<Text<Sampling>>,
        background "background": Must<Text> as Running,
        method "method": Must<Text> as Running,
        central_question "central-question": Must<RawQuestion>,
        sub_questions "sub-questions": May<List<RawSubQuestion>>,
        colofon "colofon": May<Text> as Running,
    }
    RawQuestion at span {
        question "question": Must<Text> as Line,
        answer "answer": May<Text> as Running,
    }
    RawSubQuestion at span {
        id "id": Must<Text<Id>>,
        question "question": Must<Text> as Line,
        answer "answer": May<Text> as Running,
        unanswered "unanswered": May<Text> as Running,
    }
    RawConclusion at span {
        id "id": Must<Text<Id>>,
        title "title": Must<Text> as Line,
        text "text": Must<Text> as Running,
        criteria "criteria": May<List<Text>>,
        findings "findings": May<List<Text>>,
    }
    RawRecommendation at span {
        id "id": Must<Text<Id>>,
        addressee "addressee": Must<Text>,
        title "title": Must<Text> as Line,
        text "text": Must<Text> as Running,
        conclusions "conclusions": May<List<Text>>,
        findings "findings": May<List<Text>>,
        deadline "deadline": May<Text<Date>>,
        owner "owner": May<Text>,
    }
    /// A box of observations.
    RawObservation at span {
        id "id": Must<Text<Id>>,
        title "title": Must<Text> as Line,
        text "text": Must<Text> as Running,
        findings "findings": May<List<Text>>,
    }
    /// The follow-up of earlier recommendations.
    RawFollowUp {
        case "case": Must<Text>,
        recommendations "recommendations": Must<List<RawEarlierAdvice>>,
    }
    /// The uptake of an earlier recommendation.
    RawEarlierAdvice at span {
        id "id": Must<Text<Id>>,
        title "title": Must<Text>,
        status "status": Must<Text<Uptake>>,
        text "text": May<Text> as Running,
        findings "findings": May<List<Text>>,
    }
    /// The figures of comparable municipalities in a file that `compare` wrote.
    RawPeersFrom {
        file "file": Must<Text>,
        source "source": Must<Text>,
    }
    /// A file of figures that `compare` wrote.
    RawPeersFile at span {
        format "format": Must<Text>,
        program "program": May<Text>,
        selection "selection": Must<Text>,
        made_from "made-from": May<Any>,
        peers "peers": Must<List<RawFilePeerSet>>,
    }
    /// The figures for one criterion in such a file.
    RawFilePeerSet at span {
        framework "framework": Must<Text>,
        version "version": May<Text<Version>>,
        criterion "criterion": Must<Text>,
        unit "unit": Must<Text>,
        municipalities "municipalities": Must<List<RawPeer>>,
    }
    /// Figures of comparable municipalities.
    RawPeerSet at span {
        criterion "criterion": Must<Text>,
        unit "unit": Must<Text>,
        source "source": Must<Text>,
        selection "selection": Must<Text> as Line,
        municipalities "municipalities": May<List<RawPeer>>,
        from "from": May<RawPeerTable>,
    }
    /// A table with figures of municipalities by their code, such as one of StatLine.
    RawPeerTable at span {
        file "file": Must<Text>,
        code_column "code-column": Must<Text>,
        value_column "value-column": Must<Text>,
        name_column "name-column": May<Text>,
        inhabitants_column "inhabitants-column": May<Text>,
        rows "rows": May<Map<Text>>,
        codes "codes": May<List<Text, 1>>,
        date "date": May<Text<Date>>,
    }
    /// One comparable municipality.
    RawPeer at span {
        name "name": Must<Text>,
        inhabitants "inhabitants": May<Text<Whole>>,
        value "value": Must<Text<Number>>,
    }
    RawIndicator at span {
        id "id": Must<Text<Id>>,
        name "name": Must<Text> as Line,
        value "value": Must<Text<Number>>,
        unit "unit": Must<Text>,
        date "date": May<Text<Date>>,
        source "source": Must<Text>,
        reference "reference": Must<RawReference>,
        note "note": May<Text> as Running,
    }
    /// The figure with which an indicator is compared.
    RawReference {
        name "name": Must<Text> as Line,
        value "value": Must<Text<Number>>,
        source "source": Must<Text>,
    }
    /// The rekenkamer's reply to the response.
    RawAfterword {
        text "text": May<Text> as Running,
        recommendations "recommendations": May<List<RawReply>>,
    }
    /// The formal response of the body's executive.
    RawResponse {
        requested "requested": May<Text<Date>>,
        due "due": May<Text<Date>>,
        date "date": May<Text<Date>>,
        text "text": May<Text>,
        recommendations "recommendations": May<List<RawPosition>>,
    }
    /// The response to one recommendation.
    RawPosition at span {
        id "id": Must<Text<Id>>,
        position "position": Must<Text<Position>>,
        text "text": May<Text>,
        commitment "commitment": May<Text>,
        due "due": May<Text<Date>>,
    }
    /// What only the publication needs.
    RawPublicationFacts {
        embargo "embargo": May<Text<Date>>,
        summary "summary": May<Text> as Running,
        subjects "subjects": May<List<Text>>,
        identifier "identifier": May<Text>,
        publisher "publisher": May<RawPublisher>,
        appraisal "appraisal": May<Text<Appraisal>>,
        closed "closed": May<List<RawClosedStep>>,
    }
    /// The organisation that publishes.
    RawPublisher at span {
        name "name": Must<Text>,
        tooi "tooi": May<Text<Url>>,
    }
    /// A step that is closed although something of it is missing.
    RawClosedStep at span {
        step "step": Must<Text<Step>>,
        reason "reason": Must<Text> as Running,
    }
    /// The council's decision on the report.
    RawCouncilDecision at span {
        date "date": Must<Text<Date>>,
        reference "reference": May<Text>,
        url "url": May<Text<Url>>,
        text "text": May<Text>,
        recommendations "recommendations": May<List<RawDecisionOn>>,
    }
    /// The council's decision on one recommendation.
    RawDecisionOn at span {
        id "id": Must<Text<Id>>,
        decision "decision": Must<Text<Decided>>,
        text "text": May<Text>,
        owner "owner": May<Text>,
        due "due": May<Text<Date>>,
    }
    /// `sources.yaml`.
    RawSources {
        sources "sources": Must<List<RawSource>>,
    }
    RawSource at span {
        code "code": Must<Text<Id>>,
        kind "kind": Must<Text<SourceKind>>,
        title "title": Must<Text>,
        author "author": May<Text>,
        date "date": May<Text<Date>>,
        url "url": May<Text<Url>>,
        received "received": May<Text<Date>>,
        retrieved "retrieved": May<Text<Date>>,
        file "file": May<Text>,
        sha256 "sha256": May<Text>,
        consent "consent": May<Text<YesNo>>,
        report "report": May<RawTranscript>,
        derived_from "derived-from": May<List<Text>>,
        count "count": May<Text<Whole>>,
        complete "complete": May<Text<YesNo>>,
        count_text "count-text": May<Text>,
        note "note": May<Text> as Running,
    }
    /// A file of findings.
    RawFindings at span {
        framework "framework": Must<Text>,
        version "version": May<Text<Version>>,
        criteria "criteria": May<List<RawRecord>>,
    }
    /// The record of a criterion.
    RawRecord at span {
        id "id": Must<Text<Id>>,
        status "status": Must<Text<StudyStatus>>,
        reason "reason": May<Text> as Running,
        findings "findings": May<List<RawFinding>>,
        resolution "resolution": May<RawDecision>,
        overrule "overrule": May<RawDecision>,
        strength "strength": May<RawStrength>,
        judges "judges": May<Map<Text<Level>>>,
        decided "decided": May<Text> as Running,
    }
    /// The strength of the evidence as the researchers weigh it.
    RawStrength at span {
        is "is": Must<Text<OwnStrength>>,
        reason "reason": Must<Text> as Running,
    }
    /// A resolution or an overruling.
    RawDecision at span {
        level "level": May<Text<Level>>,
        reason "reason": Must<Text> as Running,
    }
    RawFinding at span {
        id "id": Must<Text<Id>>,
        condition "condition": Must<Text> as Running,
        cause "cause": May<Text> as Running,
        effect "effect": May<Text> as Running,
        level "level": May<Text<Level>>,
        level_reason "level-reason": May<Text> as Running,
        points "points": May<Map<Text<Answer>>>,
        count "count": May<Text<Whole>>,
        of "of": May<Text<Whole>>,
        population "population": May<Text<Whole>>,
        value "value": May<Text<Number>>,
        unit "unit": May<Text>,
        evidence "evidence": Must<List<RawEvidence, 1>>,
    }
    /// A reference to a source.
    RawEvidence at span {
        source "source": Must<Text>,
        locator "locator": May<Text>,
        stance "stance": May<Text<Stance>>,
        quote "quote": May<Text>,
        searched "searched": May<Text> as Running,
    }
    /// `findings/sub-questions.yaml`.
    RawSubFindings {
        sub_questions "sub-questions": Must<List<RawSubRecord>>,
    }
    /// Findings of a sub-question.
    RawSubRecord {
        id "id": Must<Text>,
        findings "findings": May<List<RawFinding>>,
    }
    /// `confidential.yaml`.
    RawConfidential {
        people "people": May<List<RawPerson>>,
        also "also": May<List<RawSecret>>,
        someone_else "someone-else": May<List<RawSomeoneElse>>,
    }
    /// A text that contains a protected name but concerns somebody else.
    RawSomeoneElse at span {
        text "text": Must<Text>,
        reason "reason": Must<Text>,
    }
    /// A protected person, whom the case names by role only.
    RawPerson at span {
        source "source": May<Text>,
        what "what": May<Text>,
        name "name": Must<Text>,
        aliases "aliases": May<List<Text>>,
        function "function": May<Text>,
        surname_alone "surname-alone": May<Text<Alone>>,
        note "note": May<Text>,
    }
    /// Texts that must not be published.
    RawSecret at span {
        what "what": Must<Text>,
        texts "texts": Must<List<Text>>,
        note "note": May<Text>,
    }
}

/// A framework by its id alone, or with keys.
#[derive(Debug, Clone)]
pub struct Chosen(pub RawChosen);

impl Raw for Chosen {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        RawChosen::read(&under("id", node), cx).map(Self)
    }

    fn shape() -> Shape {
        Shape::OrScalar(Plain::schema(), Box::new(RawChosen::shape()))
    }
}
