//! The keys of the hearing of officials: the researchers' own file, and the one that records what
//! was sent.

use super::kinds::{ChangedText, Date, Id, Whole, YesNo};
use super::{List, May, Must, Text, raw};

raw! {
    /// `hearing.yaml`.
    RawHearing at span {
        sent "sent": Must<Text<Date>>,
        due "due": May<Text<Date>>,
        respondents "respondents": May<List<RawRespondent>>,
        remarks "remarks": May<List<RawRemark>>,
    }
    /// One who was asked to check the facts.
    RawRespondent at span {
        role "role": Must<Text>,
        answered "answered": May<Text<Date>>,
        closed "closed": May<Text> as Running,
    }
    /// A remark and its answer.
    RawRemark at span {
        id "id": Must<Text<Id>>,
        at "at": May<Text>,
        by "by": May<Text>,
        remark "remark": Must<Text>,
        proof "proof": May<Text>,
        answer "answer": May<Text> as Running,
        changed "changed": May<Text<ChangedText>>,
        where_ "where": May<Text> as Line,
    }
    /// `hearing-sent.yaml`.
    RawHeard at span {
        format "format": Must<Text>,
        sent "sent": Must<Text<Date>>,
        round "round": Must<Text<Whole>>,
        judgements "judgements": Must<Text<YesNo>>,
        seal "seal": Must<Text>,
        paragraphs "paragraphs": Must<List<RawParagraph>>,
    }
    /// A paragraph as it was sent.
    RawParagraph at span {
        number "number": Must<Text>,
        text "text": Must<Text>,
    }
}
