//! What a publication holds: documents, checksums, a page, and the same as a zip.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::publication::{PUBLISH, finished, published, says};
use crate::common::{Work, needs, python};
use insta::assert_snapshot;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

#[test]
fn a_publication_holds_documents_metadata_checksums_and_a_page() {
    let work = finished();
    let run = work.run("publish cases/proef");
    assert_snapshot!(run.seen(), @"
    output/proef/publicatie/index.html
    output/proef/proef-publicatie.zip
    status 0
    ");
    assert_snapshot!(published(&work).join("\n"), @"
    SHA256SUMS
    index.html
    metadata/nota-van-bevindingen.diwoo.xml
    metadata/nota-van-bevindingen.mdto.xml
    metadata/nota-van-bevindingen.pdf.bestand.mdto.xml
    metadata/nota.diwoo.xml
    metadata/nota.html.bestand.mdto.xml
    metadata/nota.mdto.xml
    metadata/nota.odt.bestand.mdto.xml
    metadata/nota.pdf.bestand.mdto.xml
    metadata/scorekaart.json.bestand.mdto.xml
    metadata/scorekaart.mdto.xml
    nota-van-bevindingen.pdf
    nota.html
    nota.odt
    nota.pdf
    scorekaart.json
    ");
}

#[test]
fn what_is_left_out_is_not_there() {
    let work = finished();
    let run = work.run("publish cases/proef --format docx --without report,scorecard,metadata");
    assert_eq!(run.status, 0, "{}", run.seen());
    assert_snapshot!(published(&work).join("\n"), @"
    SHA256SUMS
    index.html
    nota.docx
    ");
}

#[test]
fn the_zip_holds_the_same_files_with_the_date_of_the_study_and_the_same_bytes_each_time() {
    let work = finished();
    assert_eq!(work.run(PUBLISH).status, 0);
    let path = "output/proef/proef-publicatie.zip";
    let first = work.bytes(path);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&first)).expect("a zip");
    let mut names = Vec::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).expect("a file");
        let name =
            file.name().expect("a name").strip_prefix("proef/").expect("a folder").to_owned();
        let time = file.last_modified().expect("a time");
        assert_eq!((time.year(), time.month(), time.day()), (2026, 3, 1), "{name}");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("bytes");
        assert!(bytes == work.bytes(&format!("output/proef/publicatie/{name}")), "{name}");
        names.push(name);
    }
    names.sort();
    assert_eq!(names, published(&work));
    assert_eq!(work.run(PUBLISH).status, 0);
    assert!(work.bytes(path) == first);
}

#[test]
fn the_page_lists_the_files_and_the_reason_of_a_closed_step() {
    let work = Work::with_case();
    work.shorten_nota();
    work.edit("case.yaml", "status: concept", "status: definitief");
    says(&work, "  closed:\n    - {step: reaction, reason: Het college *wilde* niet.}\n");
    assert_eq!(work.run(PUBLISH).status, 0);
    let page = work.read("output/proef/publicatie/index.html");
    let main = page.split("<main").nth(1).and_then(|rest| rest.split("</main>").next());
    let size = regex::Regex::new("[0-9]+\u{a0}kB").expect("a pattern");
    assert_snapshot!(size.replace_all(main.expect("a text"), "SIZE").into_owned(), @r#"
     id="tekst" tabindex="-1">
    <p>Ten dele.</p>
    <h2>Bestuurlijke nota</h2>
    <p>Wat de rekenkamer concludeert en aanbeveelt.</p>
    <ul class="files">
    <li><a href="nota.html">Bestuurlijke nota als webpagina</a> <span class="size">(SIZE)</span>: leest goed op een telefoon</li>
    </ul>
    <h2>Over dit onderzoek</h2>
    <dl class="facts">
    <dt>Onderzoek door</dt><dd>Rekenkamer Proefstad</dd>
    <dt>Onderzocht</dt><dd>Gemeente Proefstad</dd>
    <dt>Datum van het rapport</dt><dd>1 maart 2026</dd>
    <dt>Uitgegeven door</dt><dd>Gemeente Proefstad</dd>
    </dl>
    <h2>Wat niet is gebeurd</h2>
    <h3>Bestuurlijke reactie</h3>
    <p>Het college wilde niet.</p>
    <h2>Voor andere programma’s</h2>
    <h3>Voor wie het onderzoek wil vergelijken</h3>
    <p>Het oordeel per norm, als gegevens.</p>
    <ul class="files">
    <li><a href="scorekaart.json">scorekaart.json</a> <span class="size">(SIZE)</span></li>
    </ul>
    <h3>Voor zoekdiensten van de overheid</h3>
    <p>Een beschrijving van elk document, volgens DiWoo.</p>
    <ul class="files">
    <li><a href="metadata&#x2f;nota.diwoo.xml">nota.diwoo.xml</a> <span class="size">(SIZE)</span></li>
    </ul>
    <h3>Voor het archief</h3>
    <p>Een beschrijving van elk document en elk bestand, volgens MDTO.</p>
    <details>
    <summary>4 bestanden</summary>
    <ul class="files">
    <li><a href="metadata&#x2f;nota.mdto.xml">nota.mdto.xml</a> <span class="size">(SIZE)</span></li>
    <li><a href="metadata&#x2f;nota.html.bestand.mdto.xml">nota.html.bestand.mdto.xml</a> <span class="size">(SIZE)</span></li>
    <li><a href="metadata&#x2f;scorekaart.mdto.xml">scorekaart.mdto.xml</a> <span class="size">(SIZE)</span></li>
    <li><a href="metadata&#x2f;scorekaart.json.bestand.mdto.xml">scorekaart.json.bestand.mdto.xml</a> <span class="size">(SIZE)</span></li>
    </ul>
    </details>
    <h3>Controlegetallen</h3>
    <p>In <a href="SHA256SUMS">SHA256SUMS</a> staat bij elk bestand een controlegetal. Daarmee gaat u na of een bestand onderweg is veranderd. Op Linux doet u dat met <code>sha256sum --check SHA256SUMS</code>, op de Mac met <code>shasum -a 256 --check SHA256SUMS</code>. Op Windows geeft <code>Get-FileHash</code> met een bestandsnaam het getal van dat bestand.</p>
    "#);
}

#[test]
fn hostile_texts_stay_texts() {
    let work = finished();
    says(
        &work,
        "  summary: \"</script><script>alert(1)</script> & ]]> <b>\"\n  \
         subjects: [\"<a href='x'>\"]\n  identifier: \"../../x\\\" onload=\\\"y\"\n",
    );
    assert_eq!(work.run(PUBLISH).status, 0);
    let page = work.read("output/proef/publicatie/index.html");
    assert_eq!(page.matches("<script").count(), 1, "{page}");
    assert!(!page.contains("alert(1)</script>"), "{page}");
    let python = python();
    if needs(&python, &["-c", "import lxml"]) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/publication.py");
        let mut command = Command::new(python);
        let done = done_of(command.arg(script).arg(work.path("output/proef/publicatie")));
        assert!(done.ends_with("0 problems\n"), "{done}");
    }
}

fn done_of(command: &mut Command) -> String {
    let done = command.output().expect("it runs");
    String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr)
}

#[test]
fn sha256sum_finds_the_files_whole() {
    let work = finished();
    assert_eq!(work.run(PUBLISH).status, 0);
    if needs("sha256sum", &["--version"]) {
        let mut command = Command::new("sha256sum");
        command.args(["--check", "--strict", "--quiet", "SHA256SUMS"]);
        let done = command.current_dir(work.path("output/proef/publicatie")).output();
        assert!(done.expect("it runs").status.success());
    }
}
