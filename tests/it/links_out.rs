//! Links and paths that lead out of the folder of a case, a template or a framework.
#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::{FRAMEWORK, Work};
use insta::assert_snapshot;

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
