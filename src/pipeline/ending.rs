//! The end of a run: nothing is written, new texts are offered beside edited ones, or all is written.

use super::document::{Document, Known, Options, Written, offer, write};
use super::edits;
use super::listener::Listener;
use super::prepare::assets;
use crate::diagnostics::phrase;
use crate::load::Loader;
use crate::privacy::Store;
use crate::publish::{Typesetter, check_texts};
use anyhow::Result;

/// Reports the problems, and that nothing was written.
pub fn refused(loader: &Loader, listener: &dyn Listener) -> Result<Option<Written>> {
    listener.problems(&loader.report, &loader.sources);
    listener.summary(&loader.report);
    listener.say(&phrase("nothing-written"));
    Ok(None)
}

/// Writes documents of which the texts edited by hand are settled, unless there is an error: those
/// that `check` finds prevent every format.
pub fn finish(
    documents: Vec<Document>,
    options: &Options,
    loader: &mut Loader,
    store: &Store,
    listener: &dyn Listener,
) -> Result<Option<Written>> {
    let Loader { sources, report, texts, .. } = &mut *loader;
    let typesetter = &Typesetter::new(&assets());
    check_texts(typesetter, texts, sources, report);
    let offered = edits::only_edits(report);
    if report.has_errors() && !offered {
        return refused(loader, listener);
    }
    listener.problems(&loader.report, &loader.sources);
    let Loader { sources, report, texts, .. } = &*loader;
    let known = Known { sources, texts, reported: report, typesetter };
    if offered {
        offer(documents, &known, store, listener)?;
        return Ok(None);
    }
    write(documents, options, &known, store, listener)
}
