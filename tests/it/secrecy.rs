//! What guards the names of those who spoke in confidence beside the search itself: that it sees
//! everything that goes out, and that it knows whom to look for.

#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::word::zipped;
use crate::common::{Run, Work, needs};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use insta::assert_snapshot;
use std::io::{Cursor, Read as _};

const KEY: &str = "people:\n  - source: I01\n    name: Anneke Verschuur\n";

/// A case that protects a name, with its nota, which shows an image.
fn with_image(file: &str, bytes: impl AsRef<[u8]>) -> Work {
    let work = Work::with_case();
    work.shorten_nota();
    work.write("cases/proef/confidential.yaml", KEY);
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    let run = work.run("nota cases/proef --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/proef/nota.md");
    work.write("output/proef/nota.md", format!("{text}\n\n![beeld]({file})\n"));
    work.write(&format!("output/proef/{file}"), bytes);
    work
}

fn render(work: &Work, form: &str) -> Run {
    work.run(&format!("render output/proef/nota.md --format {form}"))
}

fn svg(inner: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"30\" \
         viewBox=\"0 0 90 30\">{inner}</svg>"
    )
}

fn embedded(kind: &str, bytes: &[u8]) -> String {
    // As Inkscape breaks its lines.
    let coded: Vec<char> = STANDARD.encode(bytes).chars().collect();
    let lines: Vec<String> = coded.chunks(76).map(|line| line.iter().collect()).collect();
    let address = format!("data:image/{kind};base64,{}", lines.join("\n"));
    svg(&format!("<image width=\"90\" height=\"30\" href=\"{address}\"/>"))
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).expect("a short segment").to_be_bytes();
    [&[0xFF, marker], &length[..], data].concat()
}

/// A photograph in which a camera, Windows and an editor all wrote a name.
fn photograph() -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let image = image::DynamicImage::new_rgb8(16, 8);
    image.write_to(&mut out, image::ImageFormat::Jpeg).expect("a JPEG");
    let out = out.into_inner();
    let (head, rest) = out.split_at(2);
    let wide: Vec<u8> = "Anneke Verschuur".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let told = [
        segment(0xE1, &[b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0", &wide[..]].concat()),
        segment(0xE1, "http://ns.adobe.com/xap/1.0/\0Anneke Verschuur".as_bytes()),
        segment(0xFE, b"Anneke Verschuur"),
    ];
    [head, &told.concat(), rest, b"Anneke Verschuur"].concat()
}

/// Whether the name stands anywhere in a file, in any of its parts and in either encoding.
fn tells(bytes: &[u8]) -> bool {
    let wide: Vec<u8> = "Verschuur".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let has = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    if has(b"Verschuur") || has(&wide) {
        return true;
    }
    if let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) {
        return (0..archive.len()).any(|index| {
            let mut part = Vec::new();
            archive.by_index(index).expect("a part").read_to_end(&mut part).expect("its bytes");
            tells(&part)
        });
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    text.split(";base64,").skip(1).any(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+/=".contains(c)));
        STANDARD.decode(&rest[..end.unwrap_or(rest.len())]).is_ok_and(|bytes| tells(&bytes))
    })
}

#[test]
fn the_text_of_a_drawing_is_searched_before_it_is_drawn_in_every_form() {
    let drawing = svg("<text x=\"1\" y=\"20\">Anneke Verschuur</text>");
    for form in ["pdf", "html", "docx"] {
        let run = render(&with_image("beeld.svg", &drawing), form);
        assert_eq!(run.status, 1, "{form}: {}", run.stderr);
        assert!(run.stderr.contains("fout[R702]") && run.stderr.contains("beeld.svg"), "{form}");
        // The same as the logo of the theme.
        let work = with_image("beeld.svg", svg("<rect width=\"9\" height=\"9\"/>"));
        work.write("templates/theme/logo.svg", &drawing);
        let run = work.run(&format!("nota cases/proef --format md,{form} --force"));
        assert_eq!(run.status, 1, "{form}: {}", run.stderr);
        assert!(run.stderr.contains("fout[R702]"), "{form}: {}", run.stderr);
    }
}

#[test]
fn text_in_a_drawing_in_a_drawing_is_refused_since_a_pdf_would_lose_it() {
    let inner = svg("<text x=\"1\" y=\"20\">Anneke Verschuur</text>");
    let work = with_image("beeld.svg", embedded("svg+xml", inner.as_bytes()));
    for form in ["pdf", "html", "docx"] {
        let run = render(&work, form);
        assert!(run.stderr.contains("fout[R416]"), "{form}: {}", run.stderr);
        assert!(run.stderr.contains("er zit een tekening met tekst in"), "{}", run.stderr);
    }
}

#[test]
fn a_photograph_is_published_once_somebody_looked_at_it_and_then_without_metadata() {
    let photograph = photograph();
    assert!(tells(&photograph));
    let drawn = embedded("jpeg", &photograph);
    for (file, bytes) in [("foto.jpg", photograph), ("foto.svg", drawn.into_bytes())] {
        for form in ["pdf", "html", "docx"] {
            let work = with_image(file, &bytes);
            let run = render(&work, form);
            let hash = rekenkamer::assets::sha256(&bytes);
            assert_eq!(run.status, 1, "{form}: {}", run.stderr);
            assert!(run.stderr.contains("fout[R726]") && run.stderr.contains(&hash), "{form}");
            let seen = format!(
                "pictures:\n  - {{file: {file}, sha256: {hash}, reason: Een gebouw.}}\n\naccepted:\n"
            );
            work.edit("case.yaml", "accepted:\n", &seen);
            let run = render(&work, form);
            assert_eq!(run.status, 0, "{file} {form}: {}", run.stderr);
            assert!(!tells(&work.bytes(&format!("output/proef/nota.{form}"))), "{file} {form}");
        }
    }
}

#[test]
fn where_nothing_is_protected_a_photograph_loses_its_metadata_too() {
    let work = with_image("foto.jpg", photograph());
    work.remove("cases/proef/confidential.yaml");
    work.edit("case.yaml", "key-file: true\n\n", "");
    let run = work.run("render output/proef/nota.md --format pdf,html,docx");
    assert_eq!(run.status, 0, "{}", run.stderr);
    for form in ["pdf", "html", "docx"] {
        assert!(!tells(&work.bytes(&format!("output/proef/nota.{form}"))), "{form}");
    }
}

#[test]
fn a_key_file_that_leads_nowhere_stops_every_command_that_publishes() {
    let work = with_image("foto.svg", svg(""));
    work.remove("cases/proef/confidential.yaml");
    #[cfg(unix)]
    {
        let path = work.path("cases/proef/confidential.yaml");
        std::os::unix::fs::symlink("weg/confidential.yaml", &path).expect("a link");
        for command in COMMANDS {
            let run = work.run(command);
            assert_eq!(run.status, 1, "{command}: {}", run.stderr);
            let link = "`confidential.yaml` is een koppeling naar iets dat er niet is";
            assert!(run.stderr.contains(link), "{command}: {}", run.stderr);
        }
        std::fs::remove_file(path).expect("a link to remove");
    }
    // And where it is not there at all, though the case says that it has one.
    for command in COMMANDS {
        let run = work.run(command);
        assert_eq!(run.status, 1, "{command}: {}", run.stderr);
        assert!(run.stderr.contains("fout[R728]"), "{command}: {}", run.stderr);
    }
    let check = work.run("check cases/proef");
    assert!(check.status == 0 && check.stdout.contains("waarschuwing[R729]"), "{}", check.stdout);
}

/// One of each command that publishes something of a case.
const COMMANDS: [&str; 4] = [
    "nota cases/proef --format md --force",
    "render output/proef/nota.md",
    "score cases/proef --format json",
    "trace cases/proef A1",
];

#[test]
fn a_copy_of_the_key_file_is_an_error_and_git_ignores_it() {
    let names = [
        "confidential-LAPTOP.yaml",
        "Kopie van confidential.yaml",
        "confidential (1).yaml",
        "Confidential.yaml",
        "CONFIDENTIAL.txt",
        "findings/confidential.yaml",
    ];
    // A list of names by what is in it.
    for name in names.iter().chain(&["vertrouwelijk.yaml", "Namen.txt"]) {
        let work = with_image("foto.svg", svg(""));
        work.write(&format!("cases/proef/{name}"), KEY);
        for command in COMMANDS {
            let run = work.run(command);
            assert_eq!(run.status, 1, "{name} {command}: {}", run.stderr);
            assert!(run.stderr.contains("fout[R727]"), "{name} {command}: {}", run.stderr);
            assert!(!run.stderr.contains("Verschuur"), "{}", run.stderr);
        }
    }
    let work = Work::empty();
    let run = work.run("new cases/nieuw --municipality Proefstad --date 2026");
    assert_eq!(run.status, 0, "{}", run.stderr);
    if !needs("git", &["--version"]) {
        return;
    }
    let git = |arguments: &[&str]| {
        let mut command = std::process::Command::new("git");
        let done = command.current_dir(work.path("cases/nieuw")).args(arguments).output();
        done.expect("git runs").status.success()
    };
    assert!(git(&["init", "--quiet"]));
    for name in names.iter().chain(&["confidential.yaml"]) {
        assert!(git(&["check-ignore", "--quiet", name]), "{name} is not ignored");
    }
    assert!(!git(&["check-ignore", "--quiet", "case.yaml"]));
}

#[test]
fn a_case_says_that_it_has_a_key_file() {
    let work = Work::with_case();
    work.write("cases/proef/confidential.yaml", KEY);
    assert_snapshot!(work.check_short(), @r"
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    1 waarschuwing
    status 0
    ");
    let new = Work::empty();
    let run = new.run("new cases/nieuw --municipality Proefstad --date 2026");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(new.read("cases/nieuw/case.yaml").contains("\nkey-file: true\n"));
}

/// A case in a folder below `cases`, its nota with a name added by hand.
fn deep() -> Work {
    let work = Work::empty();
    work.add_case("regio/diep");
    work.write("cases/regio/diep/confidential.yaml", KEY);
    // Another case of the same name protects nobody.
    work.add_case("diep");
    let run = work.run("nota cases/regio/diep --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/diep/nota.md");
    work.write("output/diep/nota.md", format!("{text}\n\nDat zei Anneke Verschuur.\n"));
    work
}

#[test]
fn a_document_finds_its_case_from_any_folder() {
    let work = deep();
    for (folder, document) in [
        ("", "output/diep/nota.md"),
        ("output/diep", "nota.md"),
        ("cases", "../output/diep/nota.md"),
    ] {
        let run = work.run_in(folder, &["render", document]);
        assert_eq!(run.status, 1, "{folder}: {}", run.stderr);
        assert!(run.stderr.contains("fout[R702]"), "{folder}: {}", run.stderr);
    }
    let text = work.read("output/diep/nota.md");
    let windows = text.replace("\"cases/regio/diep\"", r#""cases\\regio\\diep""#);
    assert_ne!(text, windows);
    // As Windows writes the path, and as a document of an earlier version names its case.
    let line = text.lines().find(|line| line.starts_with("cases: ")).expect("its case");
    for changed in [windows, text.replace(&format!("{line}\n"), "")] {
        work.write("output/diep/nota.md", changed);
        let run = work.run("render output/diep/nota.md");
        assert!(run.status == 1 && run.stderr.contains("fout[R702]"), "{}", run.stderr);
    }
}

#[test]
fn a_document_whose_case_cannot_be_found_is_refused() {
    let work = deep();
    let text = work.read("output/diep/nota.md");
    let changes = [
        ("case: \"diep\"", "case: \"\""),
        ("case: \"diep\"", "case: \".\""),
        ("case: \"diep\"", "case: \"..\""),
        ("case: \"diep\"", "case: \"/etc\""),
        ("case: \"diep\"", "case: \"C:\\\\diep\""),
        ("case: \"diep\"", "case: \"ander\""),
        ("case: \"diep\"\n", ""),
        ("[\"cases/regio/diep\"]", "[]"),
        ("[\"cases/regio/diep\"]", "[\"\"]"),
        ("[\"cases/regio/diep\"]", "[\"/cases/regio/diep\"]"),
        ("[\"cases/regio/diep\"]", "[\"elders/diep\"]"),
        ("kind: \"nota\"", "kind: \"comparison\""),
    ];
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        work.write("output/diep/nota.md", text.replacen(from, to, 1));
        let run = work.run("render output/diep/nota.md --format html");
        assert_eq!(run.status, 1, "{to}: {}", run.stderr);
        assert!(!work.path("output/diep/nota.html").exists(), "{to}");
    }
    // A folder without a case is none.
    work.write("output/diep/nota.md", text.replace("[\"cases/regio/diep\"]", "[\"leeg/diep\"]"));
    work.write("leeg/diep/lees.txt", "niets");
    let run = work.run("render output/diep/nota.md");
    assert_snapshot!(run.stderr, @r"
    output/diep/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    fout[R731]: de case achter dit document is niet te vinden, dus niet bekend is welke namen er niet in mogen: `leeg/diep` is hier geen map met een case
    --> output/diep/nota.md
     |
    hulp: noem de map van de case met `--case`; `--without-name-search` zet het document zonder dat iemand naar namen zoekt

    1 fout
    er is niets geschreven
    ");
    let run = work.run("render output/diep/nota.md --case cases/regio/diep");
    assert!(run.status == 1 && run.stderr.contains("fout[R702]"), "{}", run.stderr);
    let run = work.run("render output/diep/nota.md --format html --without-name-search");
    assert!(run.status == 0 && run.stderr.contains("waarschuwing[R705]"), "{}", run.stderr);
}

#[test]
fn another_study_cannot_stand_in_for_the_case_of_a_document() {
    let work = deep();
    work.add_municipality("Anderstad", &[]);
    let away = |to: &str| std::fs::rename(work.path("cases/regio/diep"), work.path(to));
    away("cases/elders").expect("a renamed case");
    let run = work.run("render output/diep/nota.md --case cases/anderstad --format html");
    assert_snapshot!(run.stderr, @r"
    output/diep/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    fout[R731]: de case achter dit document is niet te vinden, dus niet bekend is welke namen er niet in mogen: de tekst gaat over Proefstad, en `cases/anderstad` is een ander onderzoek, over Anderstad
    --> output/diep/nota.md
     |
    hulp: noem de map van de case met `--case`; `--without-name-search` zet het document zonder dat iemand naar namen zoekt

    1 fout
    er is niets geschreven
    ");
    // The same study under another name has the names that are looked for.
    let run = work.run("render output/diep/nota.md --case cases/elders --format html");
    assert!(run.status == 1 && run.stderr.contains("fout[R702]"), "{}", run.stderr);
}

#[test]
fn a_head_that_names_another_case_does_not_leave_the_names_of_the_first_behind() {
    let work = deep();
    work.add_case("ander");
    let text = work.read("output/diep/nota.md");
    let text = text.replace("cases/regio/diep", "cases/ander").replace("\"diep\"", "\"ander\"");
    work.write("output/diep/nota.md", text);
    let run = work.run("render output/diep/nota.md --format html");
    assert!(run.status == 1 && run.stderr.contains("fout[R702]"), "{}", run.stderr);
    assert!(!work.path("output/diep/nota.html").exists());
}

#[test]
fn an_edited_comparison_is_searched_for_the_names_of_all_its_cases() {
    let work = Work::with_case();
    work.add_municipality("Anderstad", &[]);
    work.write("cases/anderstad/confidential.yaml", KEY);
    let run = work.run("compare cases/proef cases/anderstad --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let path = "output/vergelijking/vergelijking.md";
    let text = work.read(path);
    work.write(path, format!("{text}\n\nDat zei Anneke Verschuur.\n"));
    let run = work.run(&format!("render {path}"));
    assert!(run.status == 1 && run.stderr.contains("fout[R702]"), "{}", run.stderr);
    // An anonymous one does not say which cases are behind it.
    let run =
        work.run("compare cases/proef cases/anderstad --format md --anonymise --name anoniem");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!work.read("output/anoniem/vergelijking.md").contains("cases/anderstad"));
    let run = work.run("render output/anoniem/vergelijking.md");
    assert!(run.status == 1 && run.stderr.contains("fout[R731]"), "{}", run.stderr);
}

#[test]
fn in_one_call_the_names_of_every_case_are_looked_for_in_every_document() {
    let work = Work::with_case();
    work.write("cases/proef/confidential.yaml", KEY);
    work.add_municipality(
        "Anderstad",
        &[("case.yaml", "Proefstad wil weten", "Anneke Verschuur wil weten")],
    );
    assert_eq!(work.run("nota cases/anderstad --format md").status, 0);
    let run = work.run("nota cases/proef cases/anderstad --format md --output samen");
    assert!(run.status == 1 && run.stderr.contains("fout[R702]"), "{}", run.stderr);
    assert!(!work.path("samen/proef/nota.md").exists());
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let run = work.run("render output/proef/nota.md output/anderstad/nota.md");
    assert!(run.status == 1 && run.stderr.contains("fout[R702]"), "{}", run.stderr);
}

#[test]
fn a_trace_passes_the_gate_in_both_of_its_forms() {
    let work = Work::with_case();
    work.write("cases/proef/confidential.yaml", KEY);
    work.edit("case.yaml", "title: Breid de formatie uit", "title: Vraag Anneke Verschuur");
    for format in ["text", "json"] {
        let run = work.run(&format!("trace cases/proef A1 --format {format}"));
        assert_eq!(run.status, 1, "{}", run.stderr);
        assert!(run.stdout.is_empty() && run.stderr.contains("fout[R702]"), "{}", run.stderr);
        assert!(!run.stderr.contains("Verschuur"), "{}", run.stderr);
    }
}

#[test]
fn older_files_with_a_name_that_is_protected_now_are_told() {
    let work = Work::with_case();
    work.shorten_nota();
    work.edit("case.yaml", "Proefstad wil weten", "Anneke Verschuur wil weten");
    let run = work.run("nota cases/proef --format md,pdf,html,docx");
    assert_eq!(run.status, 0, "{}", run.stderr);
    work.edit("case.yaml", "Anneke Verschuur wil weten", "Proefstad wil weten");
    work.write("cases/proef/confidential.yaml", KEY);
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    let run = work.run("nota cases/proef --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_snapshot!(run.stderr, @r"
    waarschuwing[R732]: een ouder bestand noemt wat nu beschermd is, of is niet te doorzoeken: nota.docx, nota.html, nota.pdf
    --> output/proef
     |
    hulp: maak het opnieuw of haal het weg, ook waar het al heen ging
    ");
}

/// A metafile of Windows has texts in it that nobody sees, and a picture may hold more than pixels.
#[test]
fn a_house_style_brings_only_pictures_that_were_cleaned() {
    let parts = |kind: &str, name: &str, picture: &[u8]| {
        let types = include_str!("../fixtures/house/[Content_Types].xml");
        let more =
            format!("<Override PartName=\"/word/media/{name}\" ContentType=\"{kind}\"/></Types>");
        let links = include_str!("../fixtures/house/word/_rels/header1.xml.rels");
        zipped(&[
            ("[Content_Types].xml", types.replace("</Types>", &more).as_bytes()),
            ("_rels/.rels", include_bytes!("../fixtures/house/_rels/.rels")),
            ("word/document.xml", include_bytes!("../fixtures/house/word/document.xml")),
            (
                "word/_rels/document.xml.rels",
                include_bytes!("../fixtures/house/word/_rels/document.xml.rels"),
            ),
            ("word/styles.xml", include_bytes!("../fixtures/house/word/styles.xml")),
            ("word/settings.xml", include_bytes!("../fixtures/house/word/settings.xml")),
            ("word/numbering.xml", include_bytes!("../fixtures/house/word/numbering.xml")),
            ("word/header1.xml", include_bytes!("../fixtures/house/word/header1.xml")),
            ("word/_rels/header1.xml.rels", links.replace("logo.png", name).as_bytes()),
            ("word/footer1.xml", include_bytes!("../fixtures/house/word/footer1.xml")),
            (&format!("word/media/{name}"), picture),
        ])
    };
    let work = Work::with_case();
    let set = |bytes: Vec<u8>| {
        work.write("templates/word/huisstijl.docx", bytes);
        work.run("nota cases/proef --format docx")
    };
    for (kind, name, picture) in [
        ("image/x-emf", "logo.emf", b"\x01\0\0\0".as_slice()),
        ("image/x-wmf", "logo.wmf", b"\xD7\xCD\xC6\x9A"),
        ("image/jpeg", "logo.jpg", b"OTTO Anneke Verschuur"),
        ("image/png", "logo.png", b"true Anneke Verschuur"),
    ] {
        let run = set(parts(kind, name, picture));
        assert_eq!(run.status, 1, "{name}: {}", run.stderr);
        assert!(run.stderr.contains(&format!("word/media/{name}")), "{name}: {}", run.stderr);
    }
    let run = set(parts("image/jpeg", "logo.jpg", &photograph()));
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!tells(&work.bytes("output/proef/nota.docx")));
    // Where names are protected, somebody must have looked at it; `check` says so too.
    work.write("cases/proef/confidential.yaml", KEY);
    for command in ["nota cases/proef --format docx", "check cases/proef"] {
        let run = work.run(command).seen();
        assert!(run.contains("fout[R726]"), "{command}: {run}");
        assert!(run.contains("huisstijl/word/media/logo.jpg"), "{command}: {run}");
    }
}

/// Where the texts of a file are read, a default would let pass what was not read.
#[test]
fn no_reader_of_what_goes_out_passes_over_what_it_cannot_read() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/output/extract");
    for file in ["mod.rs", "packed.rs", "pdf.rs", "xml.rs"] {
        let text = std::fs::read_to_string(folder.join(file)).expect("a source");
        let code = text.split("#[cfg(test)]").next().expect("the code before its tests");
        for open in ["unwrap_or_default()", "Err(_) =>", "continue", "if let Ok(mut", "let Ok("] {
            let allowed = usize::from(file == "mod.rs" && open == "let Ok(") * 2;
            assert!(code.matches(open).count() <= allowed, "{file} has `{open}`");
        }
    }
}
