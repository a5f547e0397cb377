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
      output/proef/figuren/bronnen.svg \
      output/proef/figuren/café.png \
      output/proef/figuren/cijfer-ca-1.svg \
      output/proef/figuren/jpeg.png \
      output/proef/figuren/mijn\ foto.png \
      output/proef/figuren/normen-fte-capacity.svg \
      output/proef/nota.md

    cases/proef/case.yaml:

    output/proef/figuren/bronnen.svg:

    output/proef/figuren/café.png:

    output/proef/figuren/cijfer-ca-1.svg:

    output/proef/figuren/jpeg.png:

    output/proef/figuren/mijn\ foto.png:

    output/proef/figuren/normen-fte-capacity.svg:

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
      --> output/proef/nota.md:71:1
       |
    71 | ![Haven](figuren/kaart.png)
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    hulp: schrijf `figuren/Kaart.png`

    fout[R407]: afbeelding `figuren\mijn%20foto.png` bestaat niet of is niet te lezen
      --> output/proef/nota.md:73:1
       |
    73 | ![Haven](figuren\mijn%20foto.png)
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
      --> output/proef/nota.md:71:1
       |
       |
    hulp: schrijf tussen de rechte haken in een paar zinnen wat er te zien is, en zet de rest in de tekst

    er is niets geschreven
    ");
}

#[test]
fn of_many_figures_the_first_are_described_and_the_others_counted() {
    let work = Work::with_case();
    let indicator = |at: usize| {
        let name = format!("Cijfer {at} {}", "over iets ".repeat(59));
        format!(
            "  - id: I-{at}\n    name: {name}\n    value: 12\n    unit: \"%\"\n    source: D02\n    \
             reference: {{name: Nederland, value: 10, source: D02}}\n"
        )
    };
    let context: String = (1..=60).map(indicator).collect();
    work.edit("case.yaml", "peers:\n", &format!("context-indicators:\n{context}\npeers:\n"));
    let run = work.run("nota cases/proef");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let nota = work.read(NOTA);
    let line = nota.lines().find(|line| line.starts_with("![Cijfers ter context")).unwrap_or("");
    let (description, _) = line.split_once("](").unwrap_or_default();
    assert_snapshot!(description.replace(" over iets", ""), @"![Cijfers ter context, elk naast een cijfer ter vergelijking. Cijfer 1: Proefstad 12%, Nederland 10%. Cijfer 2: Proefstad 12%, Nederland 10%. Cijfer 3: Proefstad 12%, Nederland 10%. De tabel hieronder geeft ook de 57 die hier niet staan.");
    let row =
        |at: usize| nota.lines().filter(|l| l.starts_with(&format!("| Cijfer {at} "))).count();
    assert!((1..=60).all(|at| row(at) == 1), "the table has them all");
}
