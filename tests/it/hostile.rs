//! Hostile and huge input: told with a code, never a panic, never a way out of the folder.

use crate::common::Work;
use image::{ImageFormat, Rgb, RgbImage};
use insta::assert_snapshot;
use std::io::Cursor;

/// What `check` says of a case of which one file holds this.
fn check(file: &str, bytes: impl AsRef<[u8]>) -> String {
    let work = Work::with_case();
    work.write(&format!("cases/proef/{file}"), bytes);
    let run = work.run("check cases/proef --format short");
    assert!(run.status == 0 || run.status == 1, "{}: {}", run.status, run.stderr);
    run.seen()
}

/// What `render` says of a nota with an image.
fn image(name: &str, bytes: &[u8], link: &str) -> String {
    let work = Work::with_case();
    work.shorten_nota();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    work.write(name, bytes);
    let text = work.read("output/proef/nota.md");
    work.write("output/proef/nota.md", format!("{text}\n\n![Een beeld]({link})\n"));
    let run = work.run("render output/proef/nota.md --format pdf,html,docx");
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(!work.path("output/proef/nota.pdf").exists());
    run.problems()
}

#[test]
fn what_costs_too_much_is_told_and_not_read() {
    assert_snapshot!(check("case.yaml", vec![b'a'; 33 * 1024 * 1024]), @"
    cases/proef/case.yaml: fout[R140]: bestand is te groot: meer dan 32 MiB
    1 fout
    status 1
    ");
    let nested = format!("a: {}{}", "[".repeat(500), "]".repeat(500));
    assert_snapshot!(check("case.yaml", nested), @"
    cases/proef/case.yaml:1:259: fout[R142]: deze YAML zit te diep in elkaar of wordt te groot: te veel lagen in elkaar
    1 fout
    status 1
    ");
    let mut laughs = String::from("a: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for n in 1..12 {
        laughs.push_str(&format!("b{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(", ")));
    }
    let work = Work::with_case();
    work.write("cases/proef/case.yaml", laughs);
    assert_snapshot!(work.check(), @"
    fout[R142]: deze YAML zit te diep in elkaar of wordt te groot: te veel onderdelen, of verwijzingen die steeds meer worden
     --> cases/proef/case.yaml:6:20
      |
    6 | b5: &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4]
      |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
    hulp: zet onderdelen minder diep in elkaar, en gebruik geen verwijzingen (`&`, `*`) naar elkaar

    1 fout
    status 1
    ");
}

#[test]
fn a_file_larger_than_any_case_needs_is_refused_unread() {
    let work = Work::with_case();
    work.write("back-up-van-de-server.json", vec![b'a'; 33 * 1024 * 1024]);
    assert_snapshot!(work.run("compare cases/proef back-up-van-de-server.json").seen(), @"
    fout[R140]: bestand is te groot: meer dan 32 MiB
    --> back-up-van-de-server.json
     |
    hulp: splits het, of kijk of dit het goede bestand is

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn no_image_comes_from_outside_the_folder() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    let links = ["../a.svg", "/etc/passwd", "https://example.nl/a.png", "file:///a.svg"];
    let told = links.map(|link| image("output/a.svg", svg, link));
    assert_snapshot!(told.join("\n"), @"
    output/proef/nota.md:25:1: fout[R415]: afbeelding `../a.svg` staat niet in de map van dit document
    output/proef/nota.md:25:1: fout[R415]: afbeelding `/etc/passwd` staat niet in de map van dit document
    output/proef/nota.md:25:1: fout[R415]: afbeelding `https://example.nl/a.png` staat niet in de map van dit document
    output/proef/nota.md:25:1: fout[R415]: afbeelding `file:///a.svg` staat niet in de map van dit document
    ");
    assert_snapshot!(image("output/proef/a.png", svg, "a.png"), @"output/proef/nota.md:25:1: fout[R416]: afbeelding `a.png` is niet bruikbaar: wat erin staat past niet bij haar naam");
    let reaching =
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>";
    assert_snapshot!(image("output/proef/a.svg", reaching, "a.svg"), @"output/proef/nota.md:25:1: fout[R416]: afbeelding `a.svg` is niet bruikbaar: zij verwijst naar iets buiten zichzelf");
}

#[test]
fn more_than_any_audit_has_is_told() {
    let work = Work::with_case();
    let many: String = (0..10_001).map(|n| format!("  - {{code: D{n}}}\n")).collect();
    work.write("cases/proef/sources.yaml", format!("sources:\n{many}"));
    let told = work.check_short();
    let expected = "cases/proef/sources.yaml:2:3: fout[R144]: dit is te veel: 10001 onderdelen in \
        deze lijst, en hooguit 10000 kunnen\n1 fout\nstatus 1";
    assert_eq!(&told[..told.len().min(900)], expected);

    let work = Work::empty();
    work.write(&format!("cases{}/diep.txt", "/a".repeat(12)), "");
    assert_snapshot!(work.run("compare cases").seen(), @"
    fout[R105]: hier is geen case: `case.yaml` ontbreekt
    --> cases
     |
    hulp: geef de map waarin `case.yaml` staat, of maak een case met `rekenkamer new`

    fout[R144]: dit is te veel: meer dan 8 lagen van mappen, en hooguit 8 kunnen
    --> cases/a/a/a/a/a/a/a/a
     |
    hulp: kijk of dit de goede map of het goede bestand is, of splits het

    2 fouten
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_document_longer_than_any_nota_is_told() {
    let work = Work::with_case();
    work.shorten_nota();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let text = work.read("output/proef/nota.md");
    let rows = "| a | b | c | d |\n".repeat(10_001);
    work.write("output/proef/nota.md", format!("{text}\n\n| a | b | c | d |\n|-|-|-|-|\n{rows}"));
    let run = work.run("render output/proef/nota.md");
    assert_eq!(run.status, 1, "{}", run.stderr);
    let found = run.stderr.split("omvang ").nth(1).and_then(|t| t.split(' ').next());
    let found = found.and_then(|n| n.parse::<usize>().ok()).unwrap_or(0);
    assert!((40_008..41_000).contains(&found), "{}", run.stderr);
    assert_snapshot!(run.stderr.replace(&found.to_string(), "N"), @"
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    fout[R417]: dit document is te lang: omvang N (alinea's, cellen en elke 1.000 tekens), en hooguit 40000 kan
    --> output/proef/nota.md
     |
    hulp: splits het

    er is niets geschreven
    ");
    assert!(!work.path("output/proef/nota.pdf").exists());
}

#[test]
fn more_images_than_any_nota_has_are_told() {
    let work = Work::with_case();
    work.shorten_nota();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let text = work.read("output/proef/nota.md");
    work.write(
        "output/proef/a.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
    );
    let images = "![Een beeld](a.svg)\n\n".repeat(501);
    work.write("output/proef/nota.md", format!("{text}\n\n{images}"));
    let run = work.run("render output/proef/nota.md");
    assert_snapshot!(run.seen(), @"
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    fout[R418]: dit document heeft te veel afbeeldingen: meer dan 500
        --> output/proef/nota.md:1025:1
         |
    1025 | ![Een beeld](a.svg)
         | ^^^^^^^^^^^^^^^^^^^
         |
    hulp: laat afbeeldingen weg, maak ze kleiner, of splits het document

    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_broken_image_is_told_before_anything_is_set() {
    let mut whole = Vec::new();
    let picture = RgbImage::from_fn(300, 300, |x, y| {
        Rgb([0, 1, 2].map(|n| u8::try_from(((x * y) >> n) % 256).unwrap_or(0)))
    });
    picture.write_to(&mut Cursor::new(&mut whole), ImageFormat::Png).expect("a picture");
    let half = image("output/proef/a.png", &whole[..whole.len() / 2], "a.png");
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>";
    let drawings = ["<text>a\u{85}b</text>", "<text>\u{e000}</text>", "<a #b='1'/>"];
    let told = drawings.map(|inner| {
        image("output/proef/a.svg", format!("{svg}{inner}</svg>").as_bytes(), "a.svg")
    });
    assert_snapshot!(format!("{half}\n{}", told.join("\n")), @"
    output/proef/nota.md:25:1: fout[R416]: afbeelding `a.png` is niet bruikbaar: zij is beschadigd
    output/proef/nota.md:25:1: fout[R416]: afbeelding `a.svg` is niet bruikbaar: zij heeft teken U+0085, dat niet in een PDF kan
    output/proef/nota.md:25:1: fout[R416]: afbeelding `a.svg` is niet bruikbaar: zij heeft teken U+E000, dat niet in een PDF kan
    output/proef/nota.md:25:1: fout[R416]: afbeelding `a.svg` is niet bruikbaar: zij is geen goede SVG
    ");
}

#[test]
fn a_workbook_with_cells_far_apart_does_not_fill_the_memory() {
    let work = Work::empty();
    let study = include_str!("../../cases/coalitieakkoorden-2022/study.yaml");
    work.write("cases/studie/study.yaml", study.replace("coding.csv", "coding.xlsx"));
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "municipality").expect("a cell");
    sheet.write(1_048_575, 16_383, "ver weg").expect("a cell");
    work.write("cases/studie/coding.xlsx", book.save_to_buffer().expect("a workbook"));
    let run = work.run("compare cases/studie");
    assert_snapshot!(run.seen(), @"
    fout[R220]: deze tabel is te groot: 201 kolommen, hooguit 200
    --> cases/studie/coding.xlsx
     |
    hulp: houd de kolommen van het codeboek over, en een rij per gemeente

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn what_a_terminal_obeys_does_not_reach_it() {
    let escape = "\u{1b}]0;x\u{7}\u{1b}[31m";
    let work = Work::empty();
    let study = include_str!("../../cases/coalitieakkoorden-2022/study.yaml");
    let coding = include_str!("../../cases/coalitieakkoorden-2022/coding.csv");
    work.write("cases/studie/study.yaml", study);
    work.write(
        "cases/studie/coding.csv",
        coding.replacen("province", &format!("pro{escape}vince"), 1),
    );
    let run = work.run("compare cases/studie");
    assert_snapshot!(run.problems(), @"
    cases/studie/coding.csv:1:17: fout[R405]: teken U+001B mag niet in een duurzame PDF
    cases/studie/coding.csv:1:22: fout[R405]: teken U+0007 mag niet in een duurzame PDF
    cases/studie/coding.csv:1:23: fout[R405]: teken U+001B mag niet in een duurzame PDF
    ");
    let work = Work::with_case();
    work.edit("case.yaml", "  cbs-code:", "  \"c\\e[31m\\u202Eb\":");
    let told = format!("{}{}{}", run.stderr, work.check_short(), work.check());
    let obeyed = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202A}'..='\u{202E}');
    assert!(!told.contains(obeyed), "{told:?}");
}
