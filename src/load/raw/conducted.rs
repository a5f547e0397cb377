//! When a study was carried out: a period, the word for unknown, or not filled in yet.

use super::period::RawPeriod;
use super::shape::Shape;
use super::{Context, Raw};
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::load::yaml::tree::{Kind, Node};
use crate::model::Period;
use serde_json::json;

/// The word for an unknown period, where no document gives one.
pub const UNKNOWN: &str = "onbekend";

/// The period of a study, as typed.
#[derive(Debug, Clone)]
pub enum RawConducted {
    /// First and last date.
    Period(Box<RawPeriod>),
    /// The word for unknown.
    Unknown(Span),
    /// Not filled in yet.
    Empty(Span),
}

impl Raw for RawConducted {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match &node.kind {
            Kind::Null => Some(Self::Empty(node.span)),
            Kind::Scalar(text) if text.trim() == UNKNOWN => Some(Self::Unknown(node.span)),
            _ => RawPeriod::read(node, cx).map(Box::new).map(Self::Period),
        }
    }

    fn shape() -> Shape {
        Shape::OrScalar(json!({ "enum": [UNKNOWN, null] }), Box::new(RawPeriod::shape()))
    }
}

impl RawConducted {
    /// Position of its end.
    pub fn end(&self) -> Option<Span> {
        match self {
            Self::Period(period) => period.to.as_ref().map(|to| to.span),
            Self::Unknown(span) | Self::Empty(span) => Some(*span),
        }
    }

    /// The period. Reports an empty one, and an unknown one unless the judged years are given.
    pub fn period(self, years_given: bool, cx: &mut Context<'_>) -> Option<Period> {
        let (key, span) = match self {
            Self::Period(period) => return cx.period(*period),
            Self::Unknown(_) if years_given => return None,
            Self::Unknown(span) => ("period", span),
            Self::Empty(span) => ("conducted", span),
        };
        cx.push(Diagnostic::at(Code::TextToDo, span).with("key", key));
        None
    }
}
