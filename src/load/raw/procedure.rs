//! The keys of `case.yaml` for the steps around a study: the plan with which it begins, and the
//! proposal with which it goes to the council.

use super::kinds::{Agreement, Date, Id};
use super::{List, May, Must, Text, raw};

raw! {
    /// The plan of the study.
    RawPlan at span {
        adopted "adopted": May<Text<Date>>,
        date "date": May<Text<Date>>,
        background "background": May<Text> as Running,
        goal "goal": May<Text> as Running,
        scope "scope": May<Text> as Running,
        method "method": May<Text> as Running,
        planning "planning": May<List<RawPlanStep>>,
        organisation "organisation": May<Text> as Running,
        costs "costs": May<Text> as Running,
        confidential "confidential": May<Text> as Running,
    }
    /// A step of the planning.
    RawPlanStep at span {
        step "step": Must<Text> as Line,
        date "date": May<Text<Date>>,
        from "from": May<Text<Date>>,
        to "to": May<Text<Date>>,
    }
    /// The proposal to the council.
    RawProposal at span {
        date "date": May<Text<Date>>,
        meeting "meeting": May<Text<Date>>,
        number "number": May<Text>,
        committee "committee": May<Text>,
        registration "registration": May<Text>,
        author "author": May<Text>,
        portfolio "portfolio": May<Text>,
        text "text": May<Text> as Running,
        action_plan "action-plan": May<Text<Date>>,
        points "points": May<List<RawPoint>>,
    }
    /// A point of the proposal.
    RawPoint at span {
        text "text": Must<Text> as Line,
        recommendations "recommendations": May<List<Text>>,
    }
    /// The reply to the response to one recommendation.
    RawReply at span {
        id "id": Must<Text<Id>>,
        text "text": Must<Text> as Running,
    }
    /// The report of a conversation.
    RawTranscript at span {
        status "status": Must<Text<Agreement>>,
        sent "sent": May<Text<Date>>,
        due "due": May<Text<Date>>,
    }
}
