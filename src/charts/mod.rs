//! Draws charts as SVG with templates that a designer can change.
//!
//! [`crate::view`] decides what a chart shows, with positions as fractions of its axis; the
//! templates in `templates/figures/` determine position on the page and appearance; colours and
//! type are those of the theme. Text stays text, in the document's own font.

use crate::assets::Assets;
use crate::diagnostics::{Report, SourceMap};
use crate::templates::{Language, Templates};
use crate::view::ChartView;
use serde::Serialize;
use std::collections::BTreeMap;

/// The template of a figure beside those of comparable bodies, the only kind of chart.
const TEMPLATE: &str = "figures/vergelijkbaar.svg.jinja";

/// The data for the template of a chart.
#[derive(Serialize)]
struct Sheet<'a> {
    chart: &'a ChartView,
    tokens: &'a toml::Table,
}

/// The templates and theme tokens for charts, read once.
pub struct ChartTemplates {
    tokens: toml::Table,
    templates: Templates,
}

impl ChartTemplates {
    /// Reads the templates and the tokens. `None` if there is an error in any of them.
    pub fn new(assets: &Assets, sources: &mut SourceMap, report: &mut Report) -> Option<Self> {
        let (templates, tokens) = Templates::with_tokens(Language::Svg, assets, sources, report)?;
        Some(Self { tokens, templates })
    }

    /// Draws charts; returns them by the path that documents use for them. `None` if there is an
    /// error in a template.
    pub fn draw(
        &self,
        charts: &[&ChartView],
        report: &mut Report,
    ) -> Option<BTreeMap<String, String>> {
        let mut out = BTreeMap::new();
        for chart in charts {
            let sheet = Sheet { chart, tokens: &self.tokens };
            out.insert(chart.path.clone(), self.templates.render(TEMPLATE, &sheet, report)?);
        }
        Some(out)
    }
}
