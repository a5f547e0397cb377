//! Frameworks, lists of words, codings and figures of others.

use super::*;

/// A framework holds any bytes.
pub fn framework(bytes: &[u8]) {
    deep(|| {
        let work = folder(&[], "frameworks/fte-capacity.yaml", bytes);
        let mut loader = Loader::new(Assets::over(work.path()));
        let found = loader.framework("fte-capacity");
        told_why(found, &loader);
    });
}

/// A codebook holds any bytes.
pub fn codebook(bytes: &[u8]) {
    deep(|| {
        let work = folder(STUDY, "frameworks/coding/coalition-agreements.yaml", bytes);
        coded(work.path(), Assets::over(work.path()));
    });
}

/// A file of a coding study holds any bytes.
pub fn study_file(name: &str, bytes: &[u8]) {
    deep(|| coded(folder(STUDY, name, bytes).path(), Assets::embedded()));
}

/// A workbook with the coding holds any bytes.
pub fn workbook(bytes: &[u8]) {
    deep(|| {
        let work = folder(STUDY, "coding.xlsx", bytes);
        let study = STUDY[0].1.replace("coding.csv", "coding.xlsx");
        std::fs::write(work.path().join("study.yaml"), study).expect("a file");
        coded(work.path(), Assets::embedded());
    });
}

/// The coding of the study as a workbook.
pub fn workbook_of_coding() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0_u32..).zip(STUDY[1].1.lines()) {
        for (column, cell) in (0_u16..).zip(line.split(',')) {
            sheet.write(row, column, cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// The workbook of a case that came back holds any bytes: what it changes is valid YAML.
pub fn casebook(bytes: &[u8]) {
    deep(|| {
        let (work, case) = case_with_workbook(bytes);
        let mut loader = Loader::new(Assets::embedded());
        let merged = loader.merged(&case, Book::open(&work.path().join("terug.xlsx")), &[]);
        let Some(merged) = told_why(merged, &loader) else { return };
        for revision in merged.revisions {
            std::fs::write(&revision.path, revision.new).expect("a file");
        }
        assert!(Loader::new(Assets::embedded()).casebook(&case).is_some(), "broken YAML");
    });
}

/// A folder with a workbook, and a case in it.
fn case_with_workbook(bytes: &[u8]) -> (TempDir, PathBuf) {
    let work = folder(&[], "terug.xlsx", bytes);
    let case = work.path().join("zaak");
    for (name, text) in WHOLE {
        let path = case.join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    (work, case)
}

/// The workbook of a case.
pub fn casebook_of_case() -> Vec<u8> {
    let (_work, case) = case_with_workbook(b"");
    let book = Loader::new(Assets::embedded()).casebook(&case).expect("a case");
    sheets::casebook_xlsx(&book).expect("a workbook")
}

/// Counts a coding study, and tells of it.
fn coded(folder: &Path, assets: Assets) {
    let mut loader = Loader::new(assets);
    let study = loader.coding_study(folder);
    let Some(study) = told_why(study, &loader) else { return };
    let Ok(result) = count(&study, None) else { return };
    let view = view::coding(&study, &result, true);
    let (notes, tables) = (view.notes(), view.tables());
    sheets::workbook(&view.title, view.date_parts, &notes, &tables, &[]).expect("a workbook");
    let dialect = sheets::Dialect::Dutch;
    sheets::csv(&notes, &tables, None, dialect, &mut Vec::new()).expect("tables");
    let Loader { sources, report, .. } = &mut loader;
    let writer = narrative::Writer::new(Kind::CodingStudy, &Assets::embedded(), sources, report);
    let paper = writer.and_then(|writer| writer.coding(view, "studie", report));
    assert!(paper.is_some(), "{}", told(report, sources));
}

/// The figures of other municipalities hold any bytes.
pub fn peers(bytes: &[u8]) {
    deep(|| {
        let work = folder(WHOLE, "cijfers.yaml", bytes);
        let own = WHOLE[0].1;
        let (before, rest) = own.split_once("peers:\n").expect("peers");
        let (_, after) = rest.split_once("\ncontext-indicators:").expect("what comes behind them");
        let named = "peers-from:\n  file: cijfers.yaml\n  source: R05\n\ncontext-indicators:";
        let case = format!("{before}{named}{after}");
        std::fs::write(work.path().join("case.yaml"), case).expect("a file");
        audit(work.path());
    });
}

/// The list of words for editorial hints holds any bytes.
pub fn words(bytes: &[u8]) {
    deep(|| {
        let work = folder(SMALL, "templates/editorial/words.yaml", bytes);
        let mut loader = Loader::new(Assets::over(work.path()));
        loader.case(work.path());
        let own = std::mem::take(&mut loader.own);
        let words = loader.word_list();
        Editor::new(&words).read(&own, &[], &loader.sources, &mut loader.report);
        told(&loader.report, &loader.sources);
    });
}
