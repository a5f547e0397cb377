//! Names in images: drawings are searched, photographs cleaned, and pixels looked at by somebody.

#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::word::zipped;
use crate::common::{Run, Work};
use crate::secrecy::KEY;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use insta::assert_snapshot;
use std::io::{Cursor, Read as _};

/// A case that protects a name, with its nota, which shows an image.
pub fn with_image(file: &str, bytes: impl AsRef<[u8]>) -> Work {
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

pub fn svg(inner: &str) -> String {
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
    let mut told = Vec::new();
    for form in ["pdf", "html", "docx", "odt"] {
        let run = render(&with_image("beeld.svg", &drawing), form);
        told.push(format!("{}\nstatus {}", run.problems(), run.status));
        // The same as the logo of the theme.
        let work = with_image("beeld.svg", svg("<rect width=\"9\" height=\"9\"/>"));
        work.write("templates/theme/logo.svg", &drawing);
        let run = work.run(&format!("nota cases/proef --format md,{form} --force"));
        told.push(format!("{}\nstatus {}", run.problems(), run.status));
    }
    assert_snapshot!(told.join("\n"), @"
    beeld.svg: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in beeld.svg (regel 1), nota.pdf (bladzijde 3)
    output/proef: waarschuwing[R732]: een ouder bestand noemt wat nu beschermd is, of is niet te doorzoeken: beeld.svg
    status 1
    templates/theme/logo.svg: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in logo.svg (regel 1)
    status 1
    beeld.svg: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in beeld.svg (regel 1), nota.html (een ingesloten bestand)
    output/proef: waarschuwing[R732]: een ouder bestand noemt wat nu beschermd is, of is niet te doorzoeken: beeld.svg
    status 1
    templates/theme/logo.svg: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in logo.svg (regel 1)
    status 1
    beeld.svg: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in beeld.svg (regel 1)
    output/proef: waarschuwing[R732]: een ouder bestand noemt wat nu beschermd is, of is niet te doorzoeken: beeld.svg
    status 1
    templates/theme/logo.svg: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in logo.svg (regel 1)
    status 1
    beeld.svg: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in beeld.svg (regel 1)
    output/proef: waarschuwing[R732]: een ouder bestand noemt wat nu beschermd is, of is niet te doorzoeken: beeld.svg
    status 1
    templates/theme/logo.svg: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in logo.svg (regel 1)
    status 1
    ");
}

#[test]
fn text_in_a_drawing_in_a_drawing_is_refused_since_a_pdf_would_lose_it() {
    let inner = svg("<text x=\"1\" y=\"20\">Anneke Verschuur</text>");
    let work = with_image("beeld.svg", embedded("svg+xml", inner.as_bytes()));
    for form in ["pdf", "html", "docx", "odt"] {
        let told = "output/proef/nota.md:25:1: fout[R416]: afbeelding `beeld.svg` is niet bruikbaar: er \
                    zit een tekening met tekst in; die tekst komt niet in de PDF, dus zet haar in de \
                    buitenste tekening";
        assert_eq!(render(&work, form).problems(), told, "{form}");
    }
}

#[test]
fn a_photograph_is_published_once_somebody_looked_at_it_and_then_without_metadata() {
    let photograph = photograph();
    assert!(tells(&photograph));
    let drawn = embedded("jpeg", &photograph);
    for (file, bytes) in [("foto.jpg", photograph), ("foto.svg", drawn.into_bytes())] {
        for form in ["pdf", "html", "docx", "odt"] {
            let work = with_image(file, &bytes);
            let run = render(&work, form);
            let hash = rekenkamer::assets::sha256(&bytes);
            let told = format!(
                "{file}: fout[R726]: in afbeelding `{file}` kan geen programma namen zoeken, en niemand \
                 heeft haar nagekeken"
            );
            assert_eq!((run.status, run.problems().lines().next()), (1, Some(told.as_str())));
            assert_eq!(run.stderr.matches(&hash).count(), 1, "{}", run.stderr);
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
    let run = work.run("render output/proef/nota.md --format pdf,html,docx,odt");
    assert_eq!(run.status, 0, "{}", run.stderr);
    for form in ["pdf", "html", "docx", "odt"] {
        assert!(!tells(&work.bytes(&format!("output/proef/nota.{form}"))), "{form}");
    }
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
    let mut told = Vec::new();
    for (kind, name, picture) in [
        ("image/x-emf", "logo.emf", b"\x01\0\0\0".as_slice()),
        ("image/x-wmf", "logo.wmf", b"\xD7\xCD\xC6\x9A"),
        ("image/jpeg", "logo.jpg", b"OTTO Anneke Verschuur"),
        ("image/png", "logo.png", b"true Anneke Verschuur"),
    ] {
        let run = set(parts(kind, name, picture));
        assert_eq!(run.status, 1, "{name}: {}", run.stderr);
        told.push(run.problems());
    }
    assert_snapshot!(told.join("\n"), @"
    templates/word/huisstijl.docx/word/media/logo.emf: fout[R614]: huisstijlbestand gebruikt iets dat niet mee kan: een plaatje van de soort `x-emf`; sla het op als PNG, JPEG of SVG
    templates/word/huisstijl.docx/word/media/logo.wmf: fout[R614]: huisstijlbestand gebruikt iets dat niet mee kan: een plaatje van de soort `x-wmf`; sla het op als PNG, JPEG of SVG
    templates/word/huisstijl.docx/word/media/logo.jpg: fout[R611]: huisstijlbestand is niet te gebruiken: wat erin staat past niet bij haar naam
    templates/word/huisstijl.docx/word/media/logo.png: fout[R611]: huisstijlbestand is niet te gebruiken: wat erin staat past niet bij haar naam
    ");
    let run = set(parts("image/jpeg", "logo.jpg", &photograph()));
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!tells(&work.bytes("output/proef/nota.docx")));
    // Where names are protected, somebody must have looked at it; `check` says so too.
    work.write("cases/proef/confidential.yaml", KEY);
    let told = ["nota cases/proef --format docx", "check cases/proef"]
        .map(|command| work.run(command).problems());
    assert_snapshot!(told.join("\n"), @"
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    huisstijl/word/media/logo.jpg: fout[R726]: in afbeelding `huisstijl/word/media/logo.jpg` kan geen programma namen zoeken, en niemand heeft haar nagekeken
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    huisstijl/word/media/logo.jpg: fout[R726]: in afbeelding `huisstijl/word/media/logo.jpg` kan geen programma namen zoeken, en niemand heeft haar nagekeken
    ");
}
