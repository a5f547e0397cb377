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

/// Draws charts; each under the path by which documents name it. `None` where a template or the
/// tokens are in error.
pub fn draw(
    charts: &[&ChartView],
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<BTreeMap<String, String>> {
    let mut out = BTreeMap::new();
    if charts.is_empty() {
        return Some(out);
    }
    let tokens = crate::templates::tokens(assets, sources, report)?;
    let mut templates = Templates::new(Language::Svg, assets, sources, report)?;
    for chart in charts {
        let name = format!("figures/{}.svg.jinja", chart.drawing.template());
        let svg = templates.render(&name, &Sheet { chart, tokens: &tokens }, report)?;
        out.insert(chart.path.clone(), svg);
    }
    Some(out)
}
