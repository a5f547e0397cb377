//! A workbook that comes back as it was, by whatever program it was saved, changes nothing in the
//! case, and a cell stands there as it was typed.

use crate::casebook::{differences, exported};
use crate::common::workbook::Sheets;
use crate::common::{Work, needs};
use insta::assert_snapshot;
use proptest::prelude::*;
use rekenkamer::load::{Book, Loader};
use rekenkamer::pipeline::assets;
use rekenkamer::sheets::{casebook_ods, casebook_xlsx};
use std::fs;
use std::process::Command;

#[test]
fn a_workbook_that_nobody_changed_changes_no_shipped_case() {
    for entry in fs::read_dir("cases").expect("the cases").flatten() {
        let folder = entry.path();
        if !folder.join("case.yaml").is_file() {
            continue;
        }
        let book = Loader::new(assets()).casebook(&folder).expect("a case");
        let made = tempfile::tempdir().expect("a folder");
        let written = [
            ("terug.xlsx", casebook_xlsx(&book).expect("a workbook")),
            ("terug.ods", casebook_ods(&book).expect("a workbook")),
            ("anders.xlsx", Sheets::of(casebook_xlsx(&book).expect("a workbook")).bytes()),
        ];
        for (name, bytes) in written {
            let path = made.path().join(name);
            fs::write(&path, bytes).expect("a file");
            let mut loader = Loader::new(assets());
            let merged = loader.merged(&folder, Book::open(&path), &[]).expect("a workbook");
            assert_eq!(merged.revisions, [], "{}: {name}", folder.display());
            assert_eq!(merged.notes, [], "{}: {name}", folder.display());
        }
    }
}

#[test]
fn a_workbook_that_libreoffice_saved_changes_nothing_but_what_somebody_changed() {
    let soffice = std::env::var("REKENKAMER_SOFFICE").unwrap_or_else(|_| "soffice".to_owned());
    if !needs(&soffice, &["--version"]) {
        return;
    }
    let work = Work::with_case();
    exported(&work);
    assert_eq!(work.run("export cases/proef --format ods").status, 0);
    let profile = format!("-env:UserInstallation=file://{}", work.path("profiel").display());
    let saved = |file: &str, kind: &str| {
        let done = Command::new(&soffice)
            .args([&profile, "--headless", "--convert-to", kind, "--outdir", "bewaard", file])
            .current_dir(work.path(""))
            .output()
            .expect("LibreOffice runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        work.run(&format!("import cases/proef bewaard/proef-werkmap.{kind} --write")).seen()
    };
    for file in ["output/proef/proef-werkmap.xlsx", "output/proef/proef-werkmap.ods"] {
        for kind in ["xlsx", "ods"] {
            let nothing = "er is niets te veranderen in de case\nstatus 0";
            assert_eq!(saved(file, kind), nothing, "{file} as {kind}");
        }
    }
    let mut sheets = Sheets::of(work.bytes("bewaard/proef-werkmap.xlsx"));
    sheets.set("Bevindingen", "B-1", "Oorzaak", "Er is bezuinigd.\n\nDat was in 2023.");
    work.write("output/proef/proef-werkmap.xlsx", sheets.bytes());
    let before = work.read("cases/proef/findings/fte-capacity.yaml");
    saved("output/proef/proef-werkmap.xlsx", "ods");
    let after = work.read("cases/proef/findings/fte-capacity.yaml");
    assert_snapshot!(differences(&before, &after), @"
    +        cause: |
    +          Er is bezuinigd.
    +
    +          Dat was in 2023.
    ");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_in_a_cell_stands_in_the_case(
        text in "[ -~éë‘’€\n]{0,60}[a-z]",
        place in 0..6usize,
    ) {
        let (sheet, code, heading) = [
            ("Bevindingen", "B-1", "Bevinding"),
            ("Bevindingen", "B-2", "Gevolg"),
            ("Bronnen", "D02", "Titel"),
            ("Conclusies", "C1", "Tekst"),
            ("Aanbevelingen", "A1", "Wie het doet"),
            ("Normen", "CA-5", "Reden"),
        ][place];
        let work = Work::with_case();
        let folder = work.path("cases/proef");
        let read = || Loader::new(assets()).casebook(&folder).expect("a case");
        let bytes = || casebook_xlsx(&read()).expect("a workbook");
        let mut sheets = Sheets::of(bytes());
        // A text that begins with this is a formula in `Sheets`.
        let text = text.trim_start_matches(['=', ' ', '\n']);
        sheets.set(sheet, code, heading, text);
        work.write("terug.xlsx", sheets.bytes());
        let merged = Loader::new(assets()).merged(&folder, Book::open(&work.path("terug.xlsx")), &[]);
        for revision in merged.expect("a workbook").revisions {
            fs::write(&revision.path, revision.new).expect("a file");
        }
        let mut now = Sheets::of(bytes());
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        for (name, rows) in sheets.0.clone().into_iter().filter(|(name, _)| name != "Basis") {
            let other = now.rows(&name).clone();
            for (row, other) in rows.iter().zip(other) {
                let (row, other): (Vec<String>, Vec<String>) =
                    (row.iter().map(|c| plain(c)).collect(), other.iter().map(|c| plain(c)).collect());
                prop_assert_eq!(row, other);
            }
        }
    }
}
