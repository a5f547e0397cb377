//! The valid case, ready to be published, and what a publication of it holds.

use super::Work;

/// Publishes it in the way that takes the least time.
pub const PUBLISH: &str = "publish cases/proef --format html --without report";

/// The valid case, final, with a response to its recommendation.
pub fn finished() -> Work {
    let work = Work::with_case();
    work.shorten_nota();
    work.edit("case.yaml", "status: concept", "status: definitief");
    work.edit(
        "case.yaml",
        "accepted:\n",
        "response:\n  date: 2026-02-10\n  text: Wij nemen dit over.\n  recommendations:\n    \
         - {id: A1, position: adopted}\n\naccepted:\n",
    );
    work
}

/// Adds what a case says of its publication.
pub fn says(work: &Work, publication: &str) {
    let text = format!("publication:\n{publication}\naccepted:\n");
    work.edit("case.yaml", "accepted:\n", &text);
}

/// The files of the publication, by their paths in its folder.
pub fn published(work: &Work) -> Vec<String> {
    let folder = "output/proef/publicatie/";
    work.files().iter().filter_map(|path| path.strip_prefix(folder).map(str::to_owned)).collect()
}

/// A description in the publication.
pub fn metadata(work: &Work, name: &str) -> String {
    work.read(&format!("output/proef/publicatie/metadata/{name}"))
}
