//! What the preview shows, shared by the program that writes it and the server that reads it.

use crate::publish::PageImage;
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What the program writes and the server reads.
pub struct Shared {
    pub state: Mutex<State>,
    pub changed: Condvar,
}

/// What is shown now, ready to be sent.
#[derive(Default)]
pub struct State {
    pub tag: String,
    pub json: String,
    pub pages: BTreeMap<String, Arc<PageImage>>,
    /// A browser may still ask for the pages of the version before.
    pub before: BTreeMap<String, Arc<PageImage>>,
    pub pdf: Option<Arc<Vec<u8>>>,
}

impl Shared {
    pub fn lock(&self) -> MutexGuard<'_, State> {
        // What stands in it is whole after each assignment, whoever was interrupted.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is shown, once it is something else than `tag` or after some time.
    pub fn next(&self, tag: &str, patience: Duration) -> String {
        let state = self.lock();
        let waited = self.changed.wait_timeout_while(state, patience, |state| state.tag == tag);
        waited.unwrap_or_else(PoisonError::into_inner).0.json.clone()
    }

    pub fn page(&self, id: &str) -> Option<Arc<PageImage>> {
        let state = self.lock();
        state.pages.get(id).or_else(|| state.before.get(id)).cloned()
    }

    pub fn pdf(&self) -> Option<Arc<Vec<u8>>> {
        self.lock().pdf.clone()
    }
}
