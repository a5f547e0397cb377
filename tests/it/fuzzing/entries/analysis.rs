//! Projects of analysis programs.

use super::*;
use rekenkamer::load::Qda;

/// A project as an analysis program writes it.
pub const PROJECT: &str = include_str!("../project.qde");

/// The text of its first document.
pub const INTERVIEW: &str = "Zeker 🙂. Er is geld genoeg.\r\nMaar ja.\r\n";

/// A project holds any bytes. What it changes in a case leaves a case without errors.
pub fn project(bytes: &[u8]) {
    deep(|| {
        let work = folder(SMALL, "proef.qdpx", bytes);
        let (case, file) = (work.path(), work.path().join("proef.qdpx"));
        let codes = case.join("materiaal/codes.yaml");
        let mut loader = Loader::new(Assets::embedded());
        let found = loader.qda(case, &file, &codes);
        let Some(Qda::Blank(blank)) = told_why(found, &loader) else { return };
        // Everything in it is taken over.
        let line = |(path, ..): &(String, usize, usize)| {
            let name = serde_json::Value::from(path.as_str());
            format!("  - code: {name}\n    to: [IH-1, DV-1]\n")
        };
        let mapping: String = blank.codes.iter().map(line).collect();
        std::fs::create_dir_all(case.join("materiaal")).expect("a folder");
        std::fs::write(&codes, format!("codes:\n{mapping}")).expect("a file");
        let (path, text) = blank.documents.expect("the documents");
        std::fs::write(path, text.replace("title:\n", "title: Een rol\n")).expect("a file");
        let mut loader = Loader::new(Assets::embedded());
        let found = loader.qda(case, &file, &codes);
        let Some(Qda::Plan(plan)) = told_why(found, &loader) else { return };
        for revision in plan.revisions {
            std::fs::write(revision.path, revision.new).expect("a file");
        }
        for (path, text) in plan.new {
            std::fs::write(path, text).expect("a file");
        }
        let mut loader = Loader::new(Assets::embedded());
        loader.case(case);
        assert!(!loader.report.has_errors(), "{}", told(&loader.report, &loader.sources));
    });
}

/// A codebook holds any bytes.
pub fn analysis_codebook(bytes: &[u8]) {
    deep(|| {
        let work = folder(&[], "codes.qdc", bytes);
        let mut loader = Loader::new(Assets::embedded());
        let found = loader.norm_table(&work.path().join("codes.qdc"));
        told_why(found, &loader);
    });
}
