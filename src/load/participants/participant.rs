//! A body that takes part in a study of many.

use crate::model::BodyKind;

/// A body that takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    pub kind: BodyKind,
    pub name: String,
    pub code: Option<String>,
    pub province: Option<String>,
    pub inhabitants: Option<u32>,
    pub date: Option<String>,
    /// Attributes for grouping; the role of the contact too.
    pub attributes: Vec<(String, String)>,
    /// The name of the folder of its case.
    pub folder: String,
    /// Its row.
    pub(super) row: usize,
}

/// The attribute that holds the role of a contact.
pub const CONTACT: &str = "contact";

impl Participant {
    /// The role of the contact, as typed.
    #[must_use]
    pub fn contact(&self) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == CONTACT).map(|(_, role)| role.as_str())
    }
}
