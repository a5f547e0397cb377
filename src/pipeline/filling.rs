//! The templates that the documents of cases are filled with.

use crate::assets::Assets;
use crate::charts::ChartTemplates;
use crate::diagnostics::{Report, SourceMap};
use crate::templates::{Language, Templates};
use std::sync::Arc;

/// The templates of texts and of figures.
pub(super) struct Filling {
    pub(super) templates: Arc<Templates>,
    pub(super) charts: ChartTemplates,
}

impl Filling {
    /// Reads them. `None` if there is an error in any.
    pub(super) fn read(
        assets: &Assets,
        sources: &mut SourceMap,
        report: &mut Report,
    ) -> Option<Self> {
        let templates = Templates::new(Language::Markdown, assets, sources, report);
        let charts = ChartTemplates::new(assets, sources, report);
        Some(Self { templates: Arc::new(templates?), charts: charts? })
    }
}
