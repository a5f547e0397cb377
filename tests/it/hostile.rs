//! Hostile and huge input: told with a code, never a panic, never a way out of the folder.

#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::{FRAMEWORK, Work};
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

#[cfg(unix)]
#[test]
fn a_symbolic_link_out_of_the_folder_is_not_followed() {
    let work = Work::with_case();
    work.shorten_nota();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    work.write("elders.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    std::os::unix::fs::symlink(work.path("elders.svg"), work.path("output/proef/a.svg"))
        .expect("a link");
    let text = work.read("output/proef/nota.md");
    work.write("output/proef/nota.md", format!("{text}\n\n![Een beeld](a.svg)\n"));
    assert_snapshot!(work.run("render output/proef/nota.md").problems(), @"output/proef/nota.md:25:1: fout[R415]: afbeelding `a.svg` staat niet in de map van dit document");
}

/// A case of which one file is a link to the same file elsewhere.
#[cfg(unix)]
fn linked(file: &str) -> Work {
    let work = Work::with_case();
    if !work.path("cases/proef").join(file).exists() {
        work.write(&format!("cases/proef/{file}"), "people: []\n");
    }
    work.write("elders/bestand.yaml", work.bytes(&format!("cases/proef/{file}")));
    work.remove(&format!("cases/proef/{file}"));
    work
}

#[cfg(unix)]
fn link(work: &Work, to: std::path::PathBuf, from: &str) {
    let from = work.path(from);
    std::fs::create_dir_all(from.parent().expect("a parent")).expect("a folder");
    std::os::unix::fs::symlink(to, from).expect("a link");
}

#[cfg(unix)]
#[test]
fn no_file_of_a_case_is_a_link_that_leads_out_of_it() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    for file in ["case.yaml", "sources.yaml", "findings/fte-capacity.yaml", "confidential.yaml"] {
        let work = linked(file);
        let there = elsewhere.path().join("bestand.yaml");
        std::fs::copy(work.path("elders/bestand.yaml"), &there).expect("a copy");
        link(&work, there, &format!("cases/proef/{file}"));
        let told = work.run("check cases/proef --format short").seen();
        let expected = format!(
            "cases/proef/{file}: fout[R143]: bestand `{file}` staat buiten de map waar het hoort\n\
             1 fout\nstatus 1"
        );
        assert_eq!(told, expected);
    }
    // A folder of findings that leads out is no other thing.
    let work = Work::with_case();
    let findings = elsewhere.path().join("findings");
    std::fs::rename(work.path("cases/proef/findings"), &findings).expect("a move");
    link(&work, findings, "cases/proef/findings");
    assert_snapshot!(work.check_short(), @"
    cases/proef/findings/fte-capacity.yaml: fout[R143]: bestand `findings/fte-capacity.yaml` staat buiten de map waar het hoort
    1 fout
    status 1
    ");
    // The case as a whole may stand anywhere, and a link to it is the user's own.
    let work = Work::empty();
    let other = Work::with_case();
    work.write("frameworks/fte-capacity.yaml", FRAMEWORK);
    link(&work, other.path("cases/proef"), "cases/proef");
    assert_eq!(work.run("check cases/proef").status, 0);
    // But a folder of cases does not reach out of itself.
    work.write("cases/leeg/notities.txt", "");
    assert_snapshot!(work.run("compare cases").problems(), @"
    cases: fout[R105]: hier is geen case: `case.yaml` ontbreekt
    cases: fout[R143]: bestand `proef` staat buiten de map waar het hoort
    ");
}

#[test]
fn a_file_that_a_case_names_stands_in_its_folder_or_the_working_folder() {
    let peers = "peers:\n  - criterion: CA-1";
    let outside = tempfile::tempdir().expect("a folder");
    let file = outside.path().join("peers.yaml");
    std::fs::write(&file, "geheim: ja\n").expect("a file");
    let up =
        format!("../../../{}/peers.yaml", outside.path().file_name().expect("a name").display());
    let whole = file.display().to_string();
    for path in [whole.as_str(), up.as_str(), "https://voorbeeld.nl/peers.yaml", "C:\\peers.yaml"] {
        let work = Work::with_case();
        let named = format!("peers-from: {{file: '{path}', source: D02}}\n\n{peers}");
        work.edit("case.yaml", peers, &named);
        let expected = format!(
            "cases/proef/case.yaml:48:20: fout[R143]: bestand `{path}` staat buiten de map waar het \
             hoort\n1 fout\nstatus 1"
        );
        assert_eq!(work.check_short(), expected);
    }
    let coding = include_str!("../../cases/coalitieakkoorden-2022/study.yaml");
    let told = ["/etc/passwd", "../../../etc/passwd", "file:///etc/passwd"].map(|path| {
        let work = Work::empty();
        work.write("cases/studie/study.yaml", coding.replace("coding.csv", path));
        work.run("compare cases/studie").seen()
    });
    assert_snapshot!(told.join("\n"), @"
    fout[R143]: bestand `/etc/passwd` staat buiten de map waar het hoort
      --> cases/studie/study.yaml:50:9
       |
    50 | coding: /etc/passwd
       |         ^^^^^^^^^^^
       |
    hulp: zet het bestand zelf in de map, en geen koppeling (symbolic link) of adres

    1 fout
    er is niets geschreven
    status 1
    fout[R101]: bestand ontbreekt
    --> cases/studie/../../../etc/passwd
     |
    hulp: de beschrijving van `../../../etc/passwd` staat in de handleiding onder Naslag

    1 fout
    er is niets geschreven
    status 1
    fout[R143]: bestand `file:///etc/passwd` staat buiten de map waar het hoort
      --> cases/studie/study.yaml:50:9
       |
    50 | coding: file:///etc/passwd
       |         ^^^^^^^^^^^^^^^^^^
       |
    hulp: zet het bestand zelf in de map, en geen koppeling (symbolic link) of adres

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[cfg(unix)]
#[test]
fn no_template_or_framework_is_a_link_that_leads_out_of_its_folder() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let there = elsewhere.path().join("x");
    std::fs::write(&there, "geheim").expect("a file");
    for (from, command) in [
        ("templates/nota.md.jinja", "nota cases/proef --format md"),
        ("frameworks/fte-capacity.yaml", "check cases/proef"),
        ("templates/editorial/words.yaml", "check cases/proef --editorial"),
    ] {
        let work = Work::with_case();
        let _ = std::fs::remove_file(work.path(from));
        link(&work, there.clone(), from);
        let run = work.run(command);
        assert_eq!(run.status, 1, "{from}: {}", run.stderr);
        let told =
            format!("{from}: fout[R143]: bestand `{from}` staat buiten de map waar het hoort");
        assert_eq!(run.problems(), told);
        let seen = run.seen();
        assert!(!seen.contains("geheim"), "{from}: {seen}");
    }
    let work = Work::with_case();
    work.write("geheim.md.jinja", "geheim");
    let told = ["../geheim.md.jinja", "/etc/passwd"].map(|name| {
        work.write("templates/nota.md.jinja", format!("{{% include '{name}' %}}"));
        work.run("nota cases/proef --format md").seen()
    });
    assert_snapshot!(told.join("\n"), @"
    fout[R502]: sjabloon is niet in te vullen: het sjabloon dat hier genoemd wordt, bestaat niet (melding van MiniJinja: tried to include non-existing template '../geheim.md.jinja')
     --> templates/nota.md.jinja:1:4
      |
    1 | {% include '../geheim.md.jinja' %}
      |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
    hulp: vergelijk deze plek met het sjabloon of het normenkader van het programma; wat er kan, staat in de handleiding onder Sjablonen en huisstijl

    1 fout
    er is niets geschreven
    status 1
    fout[R502]: sjabloon is niet in te vullen: het sjabloon dat hier genoemd wordt, bestaat niet (melding van MiniJinja: tried to include non-existing template '/etc/passwd')
     --> templates/nota.md.jinja:1:4
      |
    1 | {% include '/etc/passwd' %}
      |    ^^^^^^^^^^^^^^^^^^^^^
      |
    hulp: vergelijk deze plek met het sjabloon of het normenkader van het programma; wat er kan, staat in de handleiding onder Sjablonen en huisstijl

    1 fout
    er is niets geschreven
    status 1
    ");
    // The folder as a whole may be a link: a court of audit shares its templates on a disk.
    let shared = tempfile::tempdir().expect("a folder");
    let work = Work::with_case();
    std::fs::write(shared.path().join("nota.md.jinja"), "# Van de schijf\n").expect("a file");
    link(&work, shared.path().to_owned(), "templates");
    let run = work.run("nota cases/proef --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(work.read("output/proef/nota.md").ends_with("\n---\n\n# Van de schijf\n"));
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
