//! Documents to set as Word files, and what is in those.

use super::Work;
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The head of a document for wederhoor.
pub const HEAD: &str = "---\nkind: \"hearing\"\ndocument: \"Nota van bevindingen\"\ntitle: \"Proef\"\n\
    municipality: \"Proefstad\"\ncommissioner: \"Rekenkamer Proefstad\"\ndate: \"maart 2026\"\n\
    date-parts: [2026, 3, 1]\nstatus: \"concept\"\nstatus-text: \"Concept voor wederhoor\"\nlang: \"nl\"\n\
    case: \"proef\"\nversion: \"0.1.0\"\nseal: \"0\"\n---\n";

/// A text with a little of everything.
pub const TEXT: &str = "\n# Eerste hoofdstuk\n\n[N-1.1] Een alinea, met een [koppeling](#tweede) en \
    [een andere](https://voorbeeld.nl/a%20b).\n\n## Tweede\n\n3. drie\n4. vier\n   - diep\n\nTussen.\n\n\
    1. weer een\n\n| norm | oordeel |\n|---|---|\n| N-1 | ◑ voldoet deels |\n\n\
    > [!observatie] Iets gezien\n> Het staat er.\n\n![Een rode lijn](lijn.svg \"De lijn\")\n";

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"30\">\
    <script>alert(1)</script><text y=\"20\" font-family=\"Source Sans 3\">Lijn</text></svg>";

/// A folder with a document in it.
pub fn work(text: &str) -> Work {
    let work = Work::empty();
    work.write("nota.md", format!("{HEAD}{text}"));
    work.write("lijn.svg", SVG);
    work
}

/// What the program says when it sets the document.
pub fn set(work: &Work) -> String {
    work.run("render nota.md --format docx --without-name-search").seen()
}

/// A part of a Word file.
pub fn part_of(bytes: Vec<u8>, name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect(name).read_to_string(&mut text).expect("a text");
    text
}

/// A part of the document that was set.
pub fn part(work: &Work, name: &str) -> String {
    part_of(work.bytes("nota.docx"), name)
}

/// The parts of a document of this text.
pub fn document(text: &str) -> String {
    let work = work(text);
    let said = set(&work);
    assert!(said.ends_with("status 0"), "{said}");
    part(&work, "word/document.xml")
}

/// The same zip file with a part changed and files added.
pub fn rewritten(
    bytes: &[u8],
    changed: &str,
    change: impl Fn(String) -> String,
    added: &[(&str, &str)],
) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut own = Vec::new();
        part.read_to_end(&mut own).expect("its bytes");
        if name == changed {
            own = change(String::from_utf8(own).expect("a text")).into_bytes();
        }
        to.start_file(name, SimpleFileOptions::default()).expect("a part");
        to.write_all(&own).expect("its bytes");
    }
    for (name, text) in added {
        to.start_file(*name, SimpleFileOptions::default()).expect("a part");
        to.write_all(text.as_bytes()).expect("its bytes");
    }
    to.finish().expect("a zip file").into_inner()
}

/// A zip of some files.
pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a file");
        zip.write_all(bytes).expect("bytes");
    }
    zip.finish().expect("a zip").into_inner()
}
