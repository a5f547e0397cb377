//! When a study was done: a period, the word that says that nobody knows, or not filled in yet.

use super::period::RawPeriod;
use super::shape::Shape;
use super::{Context, Raw};
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::load::yaml::tree::{Kind, Node};
use crate::model::Period;

/// The word for a time that is not known, of which no document says anything.
pub const UNKNOWN: &str = "onbekend";

/// As it was typed.
#[derive(Debug, Clone)]
pub enum RawConducted {
    /// From when to when.
    Period(Box<RawPeriod>),
    /// That it is not known.
    Unknown(Span),
    /// Nothing yet.
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
        Shape::OrWord(UNKNOWN, Box::new(RawPeriod::shape()))
    }
}

impl RawConducted {
    /// Where its end was typed.
    pub fn end(&self) -> Option<Span> {
        match self {
            Self::Period(period) => period.to.as_ref().map(|to| to.span),
            Self::Unknown(span) | Self::Empty(span) => Some(*span),
        }
    }

    /// The period. Without one, and without the years that are judged, what is missing is told.
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
