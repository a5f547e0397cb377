//! `rekenkamer framework list`: the frameworks of the working folder and those of the program.

use crate::cli::outcome::Outcome;
use crate::cli::tell;
use crate::diagnostics::phrase;
use crate::dutch::enumeration;
use crate::load::Loader;
use crate::model::{Framework, Rule};
use crate::pipeline::assets;
use crate::view::judgement::size;
use anyhow::Result;

/// Prints a line for each framework.
pub fn run() -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    let (mut lines, mut broken) = (Vec::new(), Vec::new());
    for id in loader.framework_ids().iter() {
        match loader.framework(id) {
            Some(framework) => lines.push(line(&framework)),
            None => broken.push(id.clone()),
        }
    }
    tell::result(&lines.concat())?;
    for id in broken {
        tell::say(&phrase("framework-broken").with("id", id));
    }
    Ok(Outcome::Fine)
}

/// The code, the title, how many norms, the words of the levels, and how it comes to a verdict. What
/// a framework says is Dutch, so this is too.
pub fn line(framework: &Framework) -> String {
    let duties = framework.criteria.iter().filter(|c| c.legal_duty).count();
    let size = size(framework.criteria.len() - duties, duties);
    let levels: Vec<String> =
        framework.scale.levels().map(|level| level.word().to_owned()).collect();
    let verdict = match framework.rule {
        Rule::None => "geen oordeel over het geheel",
        Rule::Judged(_) => "oordeel door de onderzoekers",
        Rule::Score(_) => "oordeel naar score",
    };
    format!(
        "{}: {}, {size}; {}; {verdict}\n",
        framework.id,
        framework.titled(),
        enumeration(&levels)
    )
}
