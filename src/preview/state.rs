//! The state of the preview, shared by the program that writes it and the server that reads it.

use crate::publish::PageImage;
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The state, and a signal for its changes.
pub struct Shared {
    pub state: Mutex<State>,
    pub changed: Condvar,
}

/// The current contents, encoded for sending.
#[derive(Default)]
pub struct State {
    pub tag: String,
    pub json: String,
    pub pages: BTreeMap<String, Arc<PageImage>>,
    /// The pages of the previous version, which a browser may still request.
    pub before: BTreeMap<String, Arc<PageImage>>,
    pub pdf: Option<Arc<Vec<u8>>>,
}

impl Shared {
    pub fn lock(&self) -> MutexGuard<'_, State> {
        // Each assignment leaves the state complete, so a lock poisoned by a panic is usable.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The current state as JSON: as soon as its tag differs from `tag`, or after `patience`.
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
