//! Charts as SVG, drawn by templates that a designer can change.
//!
//! [`crate::view`] says what a chart shows, with places as shares of its axis; the templates in
//! `templates/figures/` say where that comes on the page and how it looks; colours and type are
//! those of the theme. Text stays text, in the document's own font.

use crate::assets::Assets;
use crate::diagnostics::{Report, SourceMap};
use crate::templates::{Language, Templates};
use crate::view::ChartView;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a drawing's template sees.
#[derive(Serialize)]
struct Sheet<'a> {
    /// What the chart shows.
    chart: &'a ChartView,
    /// The theme's tokens.
    tokens: &'a toml::Table,
}

/// What charts are drawn with: the templates and the theme's tokens, read once for all.
pub struct ChartTemplates {
    tokens: toml::Table,
    templates: Templates,
}

impl ChartTemplates {
    /// Reads the templates and the tokens. `None` where any is in error.
    pub fn new(assets: &Assets, sources: &mut SourceMap, report: &mut Report) -> Option<Self> {
        let (templates, tokens) = Templates::with_tokens(Language::Svg, assets, sources, report)?;
        Some(Self { tokens, templates })
    }

    /// Draws charts; each under the path by which documents name it. `None` where a template is in
    /// error.
    pub fn draw(
        &self,
        charts: &[&ChartView],
        report: &mut Report,
    ) -> Option<BTreeMap<String, String>> {
        let mut out = BTreeMap::new();
        for chart in charts {
            let name = format!("figures/{}.svg.jinja", chart.drawing.template());
            let sheet = Sheet { chart, tokens: &self.tokens };
            out.insert(chart.path.clone(), self.templates.render(&name, &sheet, report)?);
        }
        Some(out)
    }
}
