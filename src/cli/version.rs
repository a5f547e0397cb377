//! `rekenkamer --version`: which version this is, and what it carries.

use super::tell;
use crate::assets::Assets;
use crate::diagnostics::phrase;
use crate::load::Loader;

/// How many characters of a hash are shown.
const SHOWN: usize = 12;

/// The version, the frameworks with theirs, and a hash of the templates: who has the same lines,
/// gets the same documents from the same case.
pub fn carried() -> String {
    let assets = Assets::embedded();
    let templates: String = assets.digest("templates/").chars().take(SHOWN).collect();
    let mut loader = Loader::new(assets);
    let ids = loader.framework_ids();
    let frameworks = ids.iter().filter_map(|id| loader.framework(id));
    let frameworks: Vec<String> = frameworks.map(|f| format!("{} {}", f.id, f.version)).collect();
    let mut lines = vec![format!("rekenkamer {}", env!("CARGO_PKG_VERSION"))];
    lines.push(tell::words(&phrase("version-frameworks").with("list", frameworks.join(", "))));
    lines.push(tell::words(&phrase("version-templates").with("hash", templates)));
    lines.push(tell::words(&phrase("version-licence")));
    lines.join("\n")
}
