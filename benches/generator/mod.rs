//! Fictional municipalities, as many as asked, each a complete case with every framework.
//!
//! The number of a municipality and the seed decide all of it, so that a set of a hundred is the
//! first hundred of a set of a thousand. Nothing in it is meant to be read for its own sake: it has
//! the size, the spread and the gaps of real audits, and says on its face that it is fictional.

mod case;
mod dice;
mod findings;
mod names;

use dice::Dice;
use rekenkamer::assets::Assets;
use rekenkamer::load::Loader;
use rekenkamer::model::Framework;
use std::collections::BTreeMap;
use std::io::Result;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The frameworks of every case, in the order in which a case names them.
const FRAMEWORKS: [&str; 5] =
    ["integral-policy", "fte-capacity", "bibob", "public-private-cooperation", "council-role"];

/// A municipality before anything was found there.
pub struct Town {
    /// Its name, which no other number has.
    pub name: String,
    /// Its province.
    pub province: &'static str,
    /// Its inhabitants.
    pub inhabitants: u32,
    /// How well it does, from 0 to 100.
    pub quality: u32,
    /// How much could not be found out, in percent of the criteria.
    pub unknown: u32,
}

/// Writes so many cases to a folder, each in a folder of its own; gives those.
pub fn write(count: usize, seed: u64, folder: &Path) -> Result<Vec<PathBuf>> {
    let mut loader = Loader::new(Assets::embedded());
    let frameworks: Vec<Arc<Framework>> =
        FRAMEWORKS.iter().filter_map(|id| loader.framework(id)).collect();
    let mut out = Vec::new();
    for number in 0..count {
        let (name, files) = municipality(number, seed, &frameworks);
        let own = folder.join(name);
        std::fs::create_dir_all(own.join("findings"))?;
        for (path, text) in files {
            std::fs::write(own.join(path), text)?;
        }
        out.push(own);
    }
    Ok(out)
}

/// The folder and the files of one municipality.
fn municipality(
    number: usize,
    seed: u64,
    frameworks: &[Arc<Framework>],
) -> (String, BTreeMap<String, String>) {
    let mut dice = Dice::new(seed, number);
    let town = names::town(number, &mut dice);
    let mut files = BTreeMap::new();
    let mut low = Vec::new();
    for framework in frameworks {
        let text = findings::findings(framework, &town, &mut low, &mut dice);
        files.insert(format!("findings/{}.yaml", framework.id), text);
    }
    files.insert("case.yaml".to_owned(), case::case(&town, frameworks, &low, &mut dice));
    files.insert("sources.yaml".to_owned(), case::sources(&town, &mut dice));
    (names::folder(&town.name), files)
}
