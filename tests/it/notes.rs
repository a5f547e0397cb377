//! Footnotes come out in every form, each at its own reference.

use crate::common::{Work, needs, word};
use insta::assert_snapshot;
use std::process::Command;

/// A case in which two fields use one label, one of them twice and from a table.
fn with_notes() -> Work {
    let work = Work::with_case();
    work.edit(
        "case.yaml",
        "    Proefstad wil weten of de aanpak werkt.\n",
        "    Proefstad wil weten of de aanpak werkt.[^1]\n\n    [^1]: Raadsbesluit van *mei*.\n",
    );
    work.edit(
        "case.yaml",
        "      Er zijn net niet genoeg mensen.\n",
        "      Er zijn net niet genoeg mensen.[^1]\n\n      | Team | Aantal |\n      |---|---|\n      \
         | Zorg | 4[^1] |\n\n      [^1]: Geteld in juni.\n",
    );
    work
}

#[test]
fn notes_of_two_fields_are_numbered_through_in_every_form() {
    let work = with_notes();
    let run = work.run("nota cases/proef --format md,pdf,html,docx");
    assert_eq!(run.status, 0, "{}", run.stderr);

    let html = work.read("output/proef/nota.html");
    let reference = |number: usize, id: &str| {
        format!(
            "<sup><a{id} href=\"#noot:{number}\" role=\"doc-noteref\" aria-label=\"Noot {number}\">{number}</a></sup>"
        )
    };
    for expected in [
        format!("werkt.{}", reference(1, " id=\"bij-noot:1\"")),
        format!("mensen.{}", reference(2, " id=\"bij-noot:2\"")),
        format!("<td class=\"right\">4{}</td>", reference(2, "")),
        "<li id=\"noot:1\"><p>Raadsbesluit van <em>mei</em>.</p>".to_owned(),
        "<li id=\"noot:2\"><p>Geteld in juni.</p>".to_owned(),
    ] {
        assert_eq!(html.matches(&expected).count(), 1, "{expected}");
    }

    let notes = word::part_of(work.bytes("output/proef/nota.docx"), "word/footnotes.xml");
    assert_eq!(notes.matches("<w:footnote w:id=").count(), 2, "{notes}");
    let document = word::part_of(work.bytes("output/proef/nota.docx"), "word/document.xml");
    assert_eq!(document.matches("<w:footnoteReference ").count(), 2);
    assert_eq!(document.matches(" NOTEREF _RefNoot2 ").count(), 1);

    if needs("pdftotext", &["-v"]) {
        let pdf = work.path("output/proef/nota.pdf");
        let run = Command::new("pdftotext").args([&pdf, &"-".into()]).output().unwrap();
        let text = String::from_utf8(run.stdout).unwrap();
        for expected in ["werkt.1", "mensen.2", "1 Raadsbesluit van mei.", "2 Geteld in juni."] {
            assert_eq!(text.matches(expected).count(), 1, "{expected} in {text}");
        }
    }
}

#[test]
fn a_name_in_a_note_is_found_and_a_note_does_not_hide_a_name() {
    let mut told = Vec::new();
    for note in ["Gesproken met Anneke Verschuur.", "Noot."] {
        let work = with_notes();
        work.shorten_nota();
        work.write(
            "cases/proef/confidential.yaml",
            "people:\n  - {source: I01, name: Anneke Verschuur}\n",
        );
        let text = if note == "Noot." { "Anneke[^1] Verschuur" } else { "Iemand[^1]" };
        work.edit("case.yaml", "*mei*.", &format!("*mei*.\n\n    {text} zei het."));
        work.edit("case.yaml", "[^1]: Raadsbesluit van", &format!("[^1]: {note} Raadsbesluit van"));
        told.push(work.run("nota cases/proef --format md,html").seen());
        assert!(!work.path("output").exists(), "{:?}", work.files());
    }
    assert_snapshot!(told.join("\n"), @"
    waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    --> cases/proef/case.yaml
     |
    hulp: zet `key-file: true` in case.yaml; dan weet het programma het ook in een kopie zonder dat bestand

    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de tekst van de nota, regel 27
    --> cases/proef/case.yaml:19:32
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    1 fout, 1 waarschuwing
    er is niets geschreven
    status 1
    waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    --> cases/proef/case.yaml
     |
    hulp: zet `key-file: true` in case.yaml; dan weet het programma het ook in een kopie zonder dat bestand

    waarschuwing[R716]: een woord dat een beschermde naam kan zijn staat in wat naar buiten gaat: bron `I01`, in de tekst van de nota, regel 24
    --> output/proef/nota.md
     |
    hulp: kijk of deze persoon is bedoeld

    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de tekst van de nota, regel 24
    --> cases/proef/case.yaml:21:16
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    1 fout, 2 waarschuwingen
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_note_of_a_field_that_is_shown_in_a_table_or_in_part_is_not_lost() {
    let work = with_notes();
    work.edit(
        "case.yaml",
        "      Ten dele.\n",
        "      Ten dele.[^1]\n\n      Maar.[^2]\n\n      [^2]: Bij maar.\n\n      [^1]: Bij ten dele.\n",
    );
    work.edit(
        "sources.yaml",
        "    title: Opgave van de gemeenten\n",
        "    title: Opgave van de gemeenten\n    note: \"Gekregen.[^1]\\n\\n[^1]: Per post.\\n\"\n",
    );
    let run = work.run("nota cases/proef --document nota,report,summary --format html");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let pages = ["nota", "nota-van-bevindingen", "samenvatting"]
        .map(|name| work.read(&format!("output/proef/{name}.html")));
    for (text, times) in
        [("Bij ten dele.", [1, 0, 1]), ("Bij maar.", [1, 0, 0]), ("Per post.", [0, 1, 0])]
    {
        let note = format!("\"><p>{text}</p>");
        assert_eq!(pages.each_ref().map(|page| page.matches(&note).count()), times, "{text}");
    }
    assert_eq!(pages.each_ref().map(|page| page.matches("Gekregen.<sup>").count()), [0, 1, 0]);
}
