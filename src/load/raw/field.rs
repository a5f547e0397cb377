//! A key of a mapping: there with a value, absent, or there with a value that could not be read and was
//! told, so that nothing more is said of it.

use super::shape::Key;
use super::{Context, List, Raw};
use crate::diagnostics::Span;
use crate::load::yaml::tree::Node;

/// What is known of a key. `MUST` says that the format asks for it.
#[derive(Debug, Clone)]
pub struct Field<T, const MUST: bool> {
    /// As it is written.
    pub name: &'static str,
    /// Where its mapping begins.
    pub parent: Span,
    state: State<T>,
}

/// A key that must be there.
pub type Must<T> = Field<T, true>;

/// A key that may be absent.
pub type May<T> = Field<T, false>;

#[derive(Debug, Clone)]
enum State<T> {
    Known(T),
    Absent,
    Broken,
}

impl<T, const MUST: bool> Field<T, MUST> {
    /// A key that was not met yet.
    pub fn absent(name: &'static str, parent: Span) -> Self {
        Self { name, parent, state: State::Absent }
    }

    /// Whether it is there with a value that could not be read.
    pub fn is_broken(&self) -> bool {
        matches!(self.state, State::Broken)
    }

    /// Takes note that it was meant by another key, which was told.
    pub fn was_meant(&mut self) {
        if matches!(self.state, State::Absent) {
            self.state = State::Broken;
        }
    }

    /// Its value.
    pub fn known(self) -> Option<T> {
        match self.state {
            State::Known(value) => Some(value),
            State::Absent | State::Broken => None,
        }
    }

    /// Its value, where it stays.
    pub fn as_ref(&self) -> Option<&T> {
        match &self.state {
            State::Known(value) => Some(value),
            State::Absent | State::Broken => None,
        }
    }

    /// Whether it has a value.
    pub fn is_some(&self) -> bool {
        self.as_ref().is_some()
    }

    /// Whether it has none.
    pub fn is_none(&self) -> bool {
        self.as_ref().is_none()
    }

    /// Its value, for a loop.
    pub fn iter(&self) -> std::option::IntoIter<&T> {
        self.as_ref().into_iter()
    }

    /// The same where something else in the file asks for it.
    pub fn asked_for(self) -> Must<T> {
        Field { name: self.name, parent: self.parent, state: self.state }
    }

    /// Takes it out of its mapping.
    pub fn take(&mut self) -> Self {
        let state = std::mem::replace(&mut self.state, State::Absent);
        Self { name: self.name, parent: self.parent, state }
    }

    /// Its value as something else.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Option<U> {
        self.known().map(change)
    }

    /// What follows from its value.
    pub fn and_then<U>(self, next: impl FnOnce(T) -> Option<U>) -> Option<U> {
        self.known().and_then(next)
    }
}

impl<T: Raw, const MUST: bool> Field<T, MUST> {
    /// Reads its value.
    pub fn read(&mut self, node: &Node, cx: &mut Context<'_>) {
        self.state = T::read(node, cx).map_or(State::Broken, State::Known);
    }

    /// The key as a schema has it.
    pub fn key(name: &'static str) -> Key {
        Key { name, shape: T::shape(), must: MUST }
    }
}

impl<T, const LEAST: usize, const MUST: bool> Field<List<T, LEAST>, MUST> {
    /// Whether the list, or something in it, could not be read, so that what it holds is not known.
    pub fn has_lost(&self) -> bool {
        self.is_broken() || self.as_ref().is_some_and(|list| !list.whole)
    }
}

impl<T, const MUST: bool> IntoIterator for Field<T, MUST> {
    type Item = T;
    type IntoIter = std::option::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.known().into_iter()
    }
}

impl<T, const MUST: bool> From<Field<T, MUST>> for Option<T> {
    fn from(field: Field<T, MUST>) -> Self {
        field.known()
    }
}
