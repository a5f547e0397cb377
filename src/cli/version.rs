//! `rekenkamer --version`: prints the version of the program and of its contents.

use super::tell;
use crate::assets::Assets;
use crate::diagnostics::phrase;
use crate::load::Loader;

/// Number of characters shown of a hash.
const SHOWN: usize = 12;

/// The version of the program, the versions of the frameworks, and a hash of the templates. Equal
/// lines give equal documents from the same case.
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
