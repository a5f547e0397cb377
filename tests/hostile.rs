//! Hostile and huge input: told with a code, never a panic, never a way out of the folder.

mod common;

use common::Work;
use proptest::prelude::*;

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
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    work.write(name, bytes);
    let text = work.read("output/proef/nota.md");
    work.write("output/proef/nota.md", format!("{text}\n\n![Een beeld]({link})\n"));
    let run = work.run("render output/proef/nota.md --format pdf,html,docx");
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(!work.path("output/proef/nota.pdf").exists());
    run.stderr
}

#[test]
fn what_costs_too_much_is_told_and_not_read() {
    assert!(check("case.yaml", vec![b'a'; 33 * 1024 * 1024]).contains("R140"));
    assert!(
        check("case.yaml", format!("a: {}{}", "[".repeat(500), "]".repeat(500))).contains("R1")
    );
    let mut laughs = String::from("a: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for n in 1..12 {
        laughs.push_str(&format!("b{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(", ")));
    }
    let told = check("case.yaml", laughs);
    assert!(told.contains("R142"), "{told}");
}

#[test]
fn no_image_comes_from_outside_the_folder() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    for link in ["../a.svg", "/etc/passwd", "https://example.nl/a.png", "file:///a.svg"] {
        let told = image("output/a.svg", svg, link);
        assert!(told.contains("R415"), "{link}: {told}");
    }
    assert!(image("output/proef/a.png", svg, "a.png").contains("R416"));
    let reaching =
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>";
    assert!(image("output/proef/a.svg", reaching, "a.svg").contains("R416"));
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_out_of_the_folder_is_not_followed() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    work.write("elders.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    std::os::unix::fs::symlink(work.path("elders.svg"), work.path("output/proef/a.svg"))
        .expect("a link");
    let text = work.read("output/proef/nota.md");
    work.write("output/proef/nota.md", format!("{text}\n\n![Een beeld](a.svg)\n"));
    assert!(work.run("render output/proef/nota.md").stderr.contains("R415"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_bytes_are_a_case_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for file in ["case.yaml", "sources.yaml", "findings/fte-capacity.yaml"] {
            check(file, &bytes);
        }
    }

    #[test]
    fn any_markdown_is_a_document_or_an_error(text in "\\PC{0,300}") {
        let work = Work::with_case();
        prop_assert_eq!(work.run("nota cases/proef --format md").status, 0);
        let made = work.read("output/proef/nota.md");
        work.write("output/proef/nota.md", format!("{made}\n\n{text}\n"));
        let run = work.run("render output/proef/nota.md --format pdf,html,docx");
        prop_assert!(run.status == 0 || run.status == 1, "{}: {}", run.status, run.stderr);
    }
}
