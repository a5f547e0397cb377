//! The keys of `joint.yaml`: a study of several bodies with one report. What such a report shares
//! with that of a case is declared there.

use super::case::{RawAfterword, RawConclusion, RawRecommendation, RawResponse, RawStudy};
use super::kinds::{Date, Id};
use super::{List, May, Must, Text, raw};

raw! {
    /// `joint.yaml`.
    RawJoint {
        study "study": Must<RawStudy>,
        conclusions "conclusions": May<List<RawJointConclusion>>,
        addressees "addressees": May<List<Text, 1>>,
        recommendations "recommendations": May<List<RawJointRecommendation>>,
        responses "responses": May<List<RawBodyResponse>>,
        afterword "afterword": May<RawAfterword>,
    }
    /// A conclusion about all bodies or some of them.
    RawJointConclusion at span {
        id "id": Must<Text<Id>>,
        title "title": Must<Text> as Line,
        text "text": Must<Text> as Running,
        criteria "criteria": May<List<Text>>,
        bodies "bodies": May<List<Text>>,
    }
    /// A recommendation for all bodies or some of them.
    RawJointRecommendation at span {
        id "id": Must<Text<Id>>,
        addressee "addressee": Must<Text>,
        title "title": Must<Text> as Line,
        text "text": Must<Text> as Running,
        conclusions "conclusions": May<List<Text>>,
        deadline "deadline": May<Text<Date>>,
        owner "owner": May<Text>,
        bodies "bodies": May<List<Text>>,
    }
    /// The formal response of the executive of one body.
    RawBodyResponse at span {
        body "body": Must<Text>,
        date "date": May<Text<Date>>,
        text "text": Must<Text>,
    }
}

impl RawJointConclusion {
    /// The conclusion as in a case, and its bodies.
    pub fn apart(self) -> (RawConclusion, May<List<Text>>) {
        let Self { span, id, title, text, criteria, bodies } = self;
        let findings = May::absent("findings", span);
        (RawConclusion { span, id, title, text, criteria, findings }, bodies)
    }
}

impl RawJointRecommendation {
    /// The recommendation as in a case, and its bodies.
    pub fn apart(self) -> (RawRecommendation, May<List<Text>>) {
        let Self { span, id, addressee, title, text, conclusions, deadline, owner, bodies } = self;
        let own = RawRecommendation {
            span,
            id,
            addressee,
            title,
            text,
            conclusions,
            findings: May::absent("findings", span),
            deadline,
            owner,
        };
        (own, bodies)
    }
}

impl RawBodyResponse {
    /// The name of the body, and its response as in a case.
    pub fn apart(self) -> (Must<Text>, RawResponse) {
        let recommendations = May::absent("recommendations", self.span);
        let absent = |name| May::absent(name, self.span);
        let response = RawResponse {
            requested: absent("requested"),
            due: absent("due"),
            date: self.date,
            text: self.text.optional(),
            recommendations,
        };
        (self.body, response)
    }
}
