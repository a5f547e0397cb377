//! The theme's tokens: colours, type and sizes in one small file.

use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, Span};

/// Where the tokens stand.
const PATH: &str = "templates/theme/tokens.toml";

/// The tokens. `None` where the file is no TOML; the report says where.
pub fn tokens(
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<toml::Table> {
    let bytes = assets.get(PATH)?;
    let text = String::from_utf8_lossy(&bytes);
    match text.parse::<toml::Table>() {
        Ok(table) => Some(table),
        Err(error) => {
            let file = sources.add(PATH, text.as_ref());
            let range = error.span().unwrap_or(0..0);
            let span = Span { file, start: range.start, end: range.end };
            let reason = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
            report.push(Diagnostic::at(Code::BadTokens, span).with("reason", reason));
            None
        }
    }
}
