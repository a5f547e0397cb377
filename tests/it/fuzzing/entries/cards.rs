//! Scorecards that came by post.

use super::*;

/// A scorecard that came by post, or a PDF that should have one in it.
pub fn scorecard(bytes: &[u8]) {
    deep(|| {
        let work = folder(&[], "kaart", bytes);
        let mut loader = Loader::new(Assets::embedded());
        let cards = loader.scorecards(&work.path().join("kaart"));
        let nothing = cards.is_empty() && bytes.trim_ascii() != b"[]";
        told_why((!nothing).then_some(()), &loader);
    });
}

/// The scorecard of the whole case as JSON.
pub fn card() -> String {
    let work = folder(WHOLE, "case.yaml", WHOLE[0].1.as_bytes());
    let case = Loader::new(Assets::embedded()).case(work.path()).expect("the case");
    serde_json::to_string_pretty(&score::score(&case)).expect("a scorecard")
}
