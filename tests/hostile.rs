//! Hostile and huge input: told with a code, never a panic, never a way out of the folder.

mod common;

use common::Work;
use insta::assert_snapshot;
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
    let nested = format!("a: {}{}", "[".repeat(500), "]".repeat(500));
    assert!(check("case.yaml", nested).contains("R142"));
    let mut laughs = String::from("a: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for n in 1..12 {
        laughs.push_str(&format!("b{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(", ")));
    }
    let work = Work::with_case();
    work.write("cases/proef/case.yaml", laughs);
    assert_snapshot!(work.check(), @"
    fout[R142]: deze YAML is te diep genest of wordt te groot: budget breached: Nodes { nodes: 250001 }
     --> cases/proef/case.yaml:6:20
      |
    6 | b5: &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4]
      |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
    hulp: nest minder diep, en gebruik geen verwijzingen (`&`, `*`) naar elkaar

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
