//! A key of a mapping: present with a value, absent, or present with a value that could not be
//! read. The last was already reported, so no further problem is reported for it.

use super::shape::Key;
use super::{Context, List, Map, Raw};
use crate::diagnostics::Span;
use crate::load::yaml::tree::Node;

/// The state of a key. `MUST` says whether the format requires it.
#[derive(Debug, Clone)]
pub struct Field<T, const MUST: bool> {
    /// The key as written.
    pub name: &'static str,
    /// Start of its mapping.
    pub parent: Span,
    state: State<T>,
}

/// A key that must be present.
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
    /// A key that was not found yet.
    pub fn absent(name: &'static str, parent: Span) -> Self {
        Self { name, parent, state: State::Absent }
    }

    /// Whether the key is present with a value that could not be read.
    pub fn is_broken(&self) -> bool {
        matches!(self.state, State::Broken)
    }

    /// Marks an absent key as broken, because an unknown key was reported that was probably meant
    /// as it.
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

    /// A reference to its value.
    pub fn as_ref(&self) -> Option<&T> {
        match &self.state {
            State::Known(value) => Some(value),
            State::Absent | State::Broken => None,
        }
    }

    pub fn is_some(&self) -> bool {
        self.as_ref().is_some()
    }

    pub fn is_none(&self) -> bool {
        self.as_ref().is_none()
    }

    /// Iterates over its value, if any.
    pub fn iter(&self) -> std::option::IntoIter<&T> {
        self.as_ref().into_iter()
    }

    /// The same key as a required one, where another part of the file requires it.
    pub fn asked_for(self) -> Must<T> {
        Field { name: self.name, parent: self.parent, state: self.state }
    }

    /// The same key as one that may be absent, where something else may stand in its place.
    pub fn optional(self) -> May<T> {
        Field { name: self.name, parent: self.parent, state: self.state }
    }

    /// Takes the key out of its mapping.
    pub fn take(&mut self) -> Self {
        let state = std::mem::replace(&mut self.state, State::Absent);
        Self { name: self.name, parent: self.parent, state }
    }

    /// Takes over the same key of another mapping, if it is absent here. `false` if both have it.
    pub fn fill(&mut self, other: Self) -> bool {
        match (&self.state, other.state) {
            (_, State::Absent) => true,
            (State::Absent, state) => {
                self.state = state;
                true
            }
            _ => false,
        }
    }

    /// Converts its value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Option<U> {
        self.known().map(change)
    }

    /// Converts its value with a function that may give nothing.
    pub fn and_then<U>(self, next: impl FnOnce(T) -> Option<U>) -> Option<U> {
        self.known().and_then(next)
    }
}

impl<T: Raw, const MUST: bool> Field<T, MUST> {
    pub fn read(&mut self, node: &Node, cx: &mut Context<'_>) {
        self.state = T::read(node, cx).map_or(State::Broken, State::Known);
    }

    /// The key as the schema declares it.
    pub fn key(name: &'static str) -> Key {
        Key { name, shape: T::shape(), must: MUST }
    }
}

impl<T, const LEAST: usize, const MUST: bool> Field<List<T, LEAST>, MUST> {
    /// Adds the items of the same key of another mapping.
    pub fn join(&mut self, other: Self) {
        match (&mut self.state, other.state) {
            (State::Known(own), State::Known(more)) => {
                own.items.extend(more.items);
                own.whole &= more.whole;
            }
            (State::Broken, _) | (_, State::Absent) => {}
            (_, state) => self.state = state,
        }
    }

    /// Whether the list or one of its items could not be read, so that its contents are not fully
    /// known.
    pub fn has_lost(&self) -> bool {
        self.is_broken() || self.as_ref().is_some_and(|list| !list.whole)
    }
}

impl<T, const MUST: bool> Field<Map<T>, MUST> {
    /// Adds the entries of the same key of another mapping.
    pub fn join_entries(&mut self, other: Self) {
        match (&mut self.state, other.state) {
            (State::Known(own), State::Known(more)) => {
                own.entries.extend(more.entries);
                own.whole &= more.whole;
            }
            (State::Broken, _) | (_, State::Absent) => {}
            (_, state) => self.state = state,
        }
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
