//! Projects of a program for qualitative analysis, and a case that takes them over.

use super::Work;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The file of passages of the valid case.
pub const PASSAGES: &str = "cases/proef/confidential-passages.yaml";

/// A zip file with these files.
pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a zip file").into_inner()
}

/// A GUID with this number.
pub fn guid(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// A passage of characters with codes.
pub fn passage(number: u32, name: &str, (from, to): (i64, i64), codes: &[u32]) -> String {
    let codings = codes.iter().map(|code| {
        let (own, code) = (guid(900 + number * 10 + code), guid(*code));
        format!("<Coding guid=\"{own}\"><CodeRef targetGUID=\"{code}\"/></Coding>")
    });
    format!(
        "<PlainTextSelection guid=\"{}\" name=\"{name}\" startPosition=\"{from}\" endPosition=\"{to}\">{}</PlainTextSelection>",
        guid(number),
        codings.collect::<String>()
    )
}

/// `project.qde` by a program, with these sources.
pub fn project_by(origin: &str, sources: &str) -> String {
    let code = |number, name: &str, parts: &str| {
        let guid = guid(number);
        format!("<Code guid=\"{guid}\" name=\"{name}\" isCodable=\"true\">{parts}</Code>")
    };
    let codes =
        [code(1, "Samenwerking", &code(2, "regie", "")), code(3, "geld", ""), code(4, "sfeer", "")];
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Proef\" origin=\"{origin}\">\n\
         <Users><User guid=\"{}\" name=\"Sanne Bakhuis\"/></Users>\n\
         <CodeBook><Codes>{}</Codes></CodeBook>\n\
         <Cases><Case guid=\"{}\" name=\"Hadewych Oostermolenaar\"><SourceRef targetGUID=\"{}\"/></Case></Cases>\n\
         <Sources>{sources}</Sources>\n\
         <Notes><Note guid=\"{}\" name=\"Memo\"/></Notes>\n\
         </Project>\n",
        guid(801),
        codes.concat(),
        guid(802),
        guid(701),
        guid(803),
    )
}

/// What the first respondent said, in three paragraphs.
pub const SAID: &str = "Wie voert hier de regie?\nDat weet eerlijk gezegd niemand van ons, en dat al vier jaar lang 🙂.\nEr is wel geld genoeg.\n";

/// The place of a part of a text, as a program counts that has UTF-16.
pub fn units(text: &str, part: &str) -> (i64, i64) {
    let at = text.find(part).expect("the part");
    let count = |text: &str| i64::try_from(text.encode_utf16().count()).expect("a number");
    let from = count(&text[..at]);
    (from, from + count(part))
}

/// The project that the tests begin with: two conversations and a PDF.
pub fn sources(more: &str) -> String {
    let part = |number, text, codes: &[u32]| passage(number, "", units(SAID, text), codes);
    let whole = "Dat weet eerlijk gezegd niemand van ons, en dat al vier jaar lang 🙂.";
    format!(
        "<TextSource guid=\"{}\" name=\"Gesprek Hadewych Oostermolenaar.docx\" \
         plainTextPath=\"internal://een.txt\" richTextPath=\"internal://een.docx\">{}{}{more}</TextSource>\
         <TextSource guid=\"{}\" name=\"Gesprek 2\"><PlainTextContent>Zo is dat.</PlainTextContent>{}</TextSource>\
         <PDFSource guid=\"{}\" name=\"Begroting 2025.pdf\" path=\"internal://twee.pdf\">\
         <PDFSelection guid=\"{}\" page=\"0\" firstX=\"0\" firstY=\"0\" secondX=\"9\" secondY=\"9\">\
         <Representation guid=\"{}\"><PlainTextContent>Voor toezicht is 4 ton begroot.</PlainTextContent></Representation>\
         <Coding guid=\"{}\"><CodeRef targetGUID=\"{{{}}}\"/></Coding></PDFSelection></PDFSource>",
        guid(701),
        part(101, whole, &[2]),
        part(102, "Er is wel geld genoeg.", &[2, 3]),
        guid(702),
        passage(103, "", (0, 10), &[4]),
        guid(703),
        guid(104),
        guid(804),
        guid(805),
        guid(3),
    )
}

/// Writes a project with the text of its first source.
pub fn write_project(work: &Work, project: &str) {
    let files = [("project.qde", project.as_bytes()), ("sources/een.txt", SAID.as_bytes())];
    work.write("proef.qdpx", zipped(&files));
}

/// The valid case beside a project.
pub fn with_project(project: &str) -> Work {
    let work = Work::with_case();
    write_project(&work, project);
    work
}

/// What `import` says of the project.
pub fn import(work: &Work, more: &str) -> String {
    work.run(&format!("import cases/proef proef.qdpx --codes koppeling.yaml{more}")).seen()
}

/// Fills in the two files that the first run makes.
pub fn fill(work: &Work) {
    let write = |file: &str, from: &str, to: &str| {
        let text = work.read(file);
        assert!(text.contains(from), "{from:?} is not in {file}:\n{text}");
        work.write(file, text.replacen(from, to, 1));
    };
    let code = |name: &str, to: &str| {
        let text = work.read("koppeling.yaml");
        let at = text.find(&format!("- code: \"{name}\"")).expect("the code");
        let (before, after) = text.split_at(at);
        work.write("koppeling.yaml", before.to_owned() + &after.replacen("to: []", to, 1));
    };
    code("Samenwerking / regie", "to: [CA-3, DV-1]");
    code("geld", "to: [CA-2]");
    write(PASSAGES, "title:\n", "title: Medewerker toezicht\n");
    write(PASSAGES, "kind: document\n    title:\n", "kind: document\n    title: Begroting\n");
}

/// A case whose project was taken over.
pub fn taken() -> Work {
    let work = with_project(&project_by("NVivo 14", &sources("")));
    import(&work, "");
    fill(&work);
    let run = work.run("import cases/proef proef.qdpx --codes koppeling.yaml --write");
    assert_eq!(run.status, 0, "{}", run.seen());
    work
}

/// A project with a text, and passages in it.
pub fn small(passages: &str) -> String {
    let source = format!(
        "<TextSource guid=\"{}\" name=\"Gesprek 1\"><PlainTextContent>Er is geld.</PlainTextContent>{passages}</TextSource>",
        guid(701)
    );
    project_by("MAXQDA 2022", &source)
}

/// Fills in the two files of such a project: its code `geld` belongs to a norm.
pub fn fill_small(work: &Work) {
    work.write("koppeling.yaml", "codes:\n  - code: geld\n    to: [CA-1]\n");
    let text = work.read(PASSAGES).replacen("title:\n", "title: Een rol\n", 1);
    work.write(PASSAGES, text);
}
