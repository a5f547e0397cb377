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
    let ids = Loader::new(assets.clone()).framework_ids();
    let version = |id: &String| {
        let bytes = assets.get(&format!("frameworks/{id}.yaml"))?;
        Some(format!("{id} {}", version(std::str::from_utf8(&bytes).ok()?)?))
    };
    let frameworks: Vec<String> = ids.iter().filter_map(version).collect();
    let mut lines = vec![format!("rekenkamer {}", env!("CARGO_PKG_VERSION"))];
    lines.push(tell::words(&phrase("version-frameworks").with("list", frameworks.join(", "))));
    lines.push(tell::words(&phrase("version-templates").with("hash", templates)));
    lines.push(tell::words(&phrase("version-licence")));
    lines.join("\n")
}

/// The version of an embedded framework, which stands on a line of its own. Reading all of them whole
/// would take longer than all the rest of a start.
fn version(framework: &str) -> Option<&str> {
    framework.lines().find_map(|line| line.strip_prefix("version: "))
}

#[cfg(test)]
mod tests {
    use super::carried;
    use crate::assets::Assets;
    use crate::load::Loader;

    #[test]
    fn the_versions_told_are_those_of_the_frameworks_as_they_are_read() {
        let mut loader = Loader::new(Assets::embedded());
        let ids = loader.framework_ids();
        let read = ids.iter().filter_map(|id| loader.framework(id));
        let read: Vec<String> = read.map(|f| format!("{} {}", f.id, f.version)).collect();
        assert_eq!(read.len(), ids.len());
        assert!(carried().contains(&read.join(", ")), "{}", carried());
    }
}
