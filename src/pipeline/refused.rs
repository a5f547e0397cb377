//! The end of a run that writes nothing.

use super::document::Written;
use super::listener::Listener;
use crate::diagnostics::phrase;
use crate::load::Loader;
use anyhow::Result;

/// Reports the problems, and that nothing was written.
pub fn refused(loader: &Loader, listener: &dyn Listener) -> Result<Option<Written>> {
    listener.problems(&loader.report, &loader.sources);
    listener.summary(&loader.report);
    listener.say(&phrase("nothing-written"));
    Ok(None)
}
