//! Images beside an edited nota: however their path is written, they are shown, or it is told what
//! to write.
#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::Work;
use image::{DynamicImage, ImageFormat, RgbImage};
use insta::assert_snapshot;
use std::io::Cursor;

const NOTA: &str = "output/proef/nota.md";

/// A nota with images beside it, one of them named after another kind than it is of.
fn nota() -> Work {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let of = |format| {
        let mut out = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(RgbImage::new(8, 4)).write_to(&mut out, format).expect("an image");
        out.into_inner()
    };
    for name in ["mijn foto", "cafe\u{301}", "Kaart"] {
        work.write(&format!("output/proef/figuren/{name}.png"), of(ImageFormat::Png));
    }
    work.write("output/proef/figuren/jpeg.png", of(ImageFormat::Jpeg));
    work
}

/// Adds paragraphs to the nota.
fn add(work: &Work, text: &str) {
    let nota = work.read(NOTA);
    assert_eq!(nota.matches("Ten dele.\n").count(), 1);
    work.write(NOTA, nota.replacen("Ten dele.\n", &format!("Ten dele.\n\n{text}\n"), 1));
}

#[test]
fn an_image_is_shown_however_its_path_is_written() {
    let work = nota();
    let paths = [
        "figuren/mijn%20foto.png",
        "<figuren/mijn foto.png>",
        "figuren/café.png",
        "figuren/jpeg.png",
    ];
    add(&work, &paths.map(|path| format!("![Een haven]({path})")).join("\n\n"));
    assert_snapshot!(work.run("render output/proef/nota.md --format pdf,html,docx").seen(), @"
    output/proef/nota.pdf
    output/proef/nota.html
    output/proef/nota.docx
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    status 0
    ");
    let html = work.read("output/proef/nota.html");
    assert_eq!(html.matches("alt=\"Een haven\"").count(), paths.len());
    assert_eq!(html.matches("src=\"data:image/jpeg;base64,").count(), 1);
    let depends = work.run("render output/proef/nota.md --format html --depfile los.d");
    assert_eq!(depends.status, 0, "{}", depends.stderr);
    assert_snapshot!(work.read("los.d"), @r"
    output/proef/nota.html: \
      cases/proef/case.yaml \
      output/proef/figuren/café.png \
      output/proef/figuren/jpeg.png \
      output/proef/figuren/mijn\ foto.png \
      output/proef/nota.md

    cases/proef/case.yaml:

    output/proef/figuren/café.png:

    output/proef/figuren/jpeg.png:

    output/proef/figuren/mijn\ foto.png:

    output/proef/nota.md:
    ");
}

#[test]
fn other_capitals_and_a_backslash_are_told_with_what_to_write() {
    let work = nota();
    add(&work, "![Haven](figuren/kaart.png)\n\n![Haven](figuren\\mijn%20foto.png)");
    assert_snapshot!(work.run("render output/proef/nota.md --format html").seen(), @r"
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    fout[R407]: afbeelding `figuren/kaart.png` bestaat niet of is niet te lezen
      --> output/proef/nota.md:25:1
       |
    25 | ![Haven](figuren/kaart.png)
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    hulp: schrijf `figuren/Kaart.png`

    fout[R407]: afbeelding `figuren\mijn%20foto.png` bestaat niet of is niet te lezen
      --> output/proef/nota.md:27:1
       |
    27 | ![Haven](figuren\mijn%20foto.png)
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    hulp: schrijf `<figuren/mijn foto.png>`

    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_description_that_no_pdf_can_hold_is_told_at_its_line() {
    let work = nota();
    let long = "lang ".repeat(6_600);
    add(&work, &format!("![{long}](figuren/Kaart.png)"));
    let run = work.run("render output/proef/nota.md --format pdf");
    // Without the excerpt, which is as long as the description.
    let told = run.stderr.lines().filter(|line| !line.contains("lang lang") && !line.contains("^"));
    let told: Vec<&str> = told.collect();
    assert_snapshot!(told.join("\n"), @"
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    fout[R408]: de beschrijving van deze afbeelding is te lang voor een PDF
      --> output/proef/nota.md:25:1
       |
       |
    hulp: schrijf tussen de rechte haken in een paar zinnen wat er te zien is, en zet de rest in de tekst

    er is niets geschreven
    ");
}
