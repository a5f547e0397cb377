//! What documents call the audited body and others of its kind.

use crate::model::{Body, BodyKind, capital};
use serde::Serialize;

/// The words for one body of a kind, and for several.
#[derive(Debug, Clone, Serialize)]
pub struct KindView {
    /// The word of the kind in a file.
    pub key: String,
    /// *Welk*, before the noun of a question.
    pub which: String,
    /// *waterschap*
    pub noun: String,
    /// *Waterschap*
    pub title: String,
    /// *waterschappen*
    pub plural: String,
    /// *het waterschap*
    pub the: String,
    /// *Het waterschap*
    pub the_title: String,
    /// *Waterschappen*
    pub plural_title: String,
    /// *elk waterschap*
    pub each: String,
    /// *Elk waterschap*
    pub each_title: String,
    /// *het eigen waterschap*
    pub own: String,
    /// *zijn*
    pub possessive: String,
}

/// The words for a kind of body.
pub fn kind(kind: BodyKind) -> KindView {
    let (noun, article) = (kind.noun(), kind.article());
    let each = format!("{} {noun}", if article == "het" { "elk" } else { "elke" });
    let the = format!("{article} {noun}");
    KindView {
        key: kind.key().to_owned(),
        which: if article == "het" { "Welk" } else { "Welke" }.to_owned(),
        noun: noun.to_owned(),
        title: kind.title(),
        plural: kind.plural().to_owned(),
        plural_title: capital(kind.plural()),
        the_title: capital(&the),
        the,
        each_title: capital(&each),
        each,
        own: format!("{article} eigen {noun}"),
        possessive: kind.possessive().to_owned(),
    }
}

/// The audited body.
#[derive(Debug, Clone, Serialize)]
pub struct BodyView {
    pub name: String,
    /// The word of its kind in a file, such as `waterschap`.
    pub kind: String,
    /// In a sentence: *het waterschap Voorbeeldwaarden*.
    pub phrase: String,
    /// Where its name stands alone: *Waterschap Voorbeeldwaarden*.
    pub label: String,
    /// With its noun: *Gemeente Voorbeeldstad*.
    pub titled: String,
    /// Where something is: *bij het waterschap Voorbeeldwaarden*.
    pub place: String,
    /// The words for its kind.
    pub words: KindView,
}

/// The view of the audited body.
pub fn body(body: &Body) -> BodyView {
    named(body.kind, &body.name)
}

/// The view of a body of this kind and name.
pub fn named(of: BodyKind, name: &str) -> BodyView {
    BodyView {
        name: name.to_owned(),
        kind: of.key().to_owned(),
        phrase: of.phrase(name),
        label: of.label(name),
        titled: of.titled(name),
        place: of.place(name),
        words: kind(of),
    }
}
