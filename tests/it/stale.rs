//! A text of which the case gives another one by now does not go out unseen, and nobody is blamed
//! for what the program changed.

use crate::common::{FINDINGS, Work};
use insta::assert_snapshot;

/// Changes the answers of a checklist, and with them a judgement.
fn judge_anew(work: &Work) {
    let points = "value: 4.5";
    work.edit(FINDINGS, points, "value: 2.5");
}

/// A text that somebody edited, of a case that changed after that; the edited text too.
fn edited_before_the_case_changed() -> (Work, String) {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let text = work.read("output/proef/nota.md").replace("Ten dele.", "Ten dele, vinden wij.");
    work.write("output/proef/nota.md", &text);
    judge_anew(&work);
    (work, text)
}

#[test]
fn an_unedited_text_of_a_case_that_changed_is_refused_before_its_old_judgement_goes_out() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef").status, 0);
    let before = work.bytes("output/proef/nota.pdf");
    judge_anew(&work);
    assert_snapshot!(work.run("render output/proef/nota.md --format pdf,docx").seen(), @"
    fout[R740]: de case is veranderd sinds deze tekst is gemaakt: Capaciteit is nu ◑ voldoet deels en was ◕ voldoet grotendeels; CA-1 is nu ○ voldoet niet en was ◕ voldoet grotendeels
    --> output/proef/nota.md
     |
    hulp: maak haar opnieuw met `rekenkamer nota cases/proef`

    1 fout
    er is niets geschreven
    status 1
    ");
    assert!(work.bytes("output/proef/nota.pdf") == before);
    assert!(!work.path("output/proef/nota.docx").exists());
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    assert_eq!(work.run("render output/proef/nota.md --format docx").status, 0);
}

/// Its checksums are of other files since; and what makes it anew is told with its option.
#[test]
fn an_accounting_of_a_case_that_changed_is_refused() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --document accounting --format md").status, 0);
    work.edit(
        crate::common::FINDINGS,
        "De gemeente heeft 4,5 fte.",
        "De gemeente heeft wel 4,5 fte.",
    );
    assert_snapshot!(work.run("render output/proef/verantwoording.md").seen(), @"
    fout[R740]: de case is veranderd sinds deze tekst is gemaakt: 1 regel is anders
    --> output/proef/verantwoording.md
     |
    hulp: maak haar opnieuw met `rekenkamer nota cases/proef --document accounting`

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_comment_in_a_case_makes_no_text_old() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    work.write("cases/proef/case.yaml", work.read("cases/proef/case.yaml") + "# gezien door Jan\n");
    assert_snapshot!(work.run("render output/proef/nota.md").seen(), @"
    output/proef/nota.pdf
    status 0
    ");
}

/// Its name was mistyped: the same case all the same.
#[test]
fn a_municipality_that_was_spelled_right_since_is_no_other_study() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    work.edit("case.yaml", "name: Proefstad", "name: Proefstede");
    assert_snapshot!(work.run("render output/proef/nota.md --format html").seen(), @"
    fout[R740]: de case is veranderd sinds deze tekst is gemaakt: 1 regel is anders
    --> output/proef/nota.md
     |
    hulp: maak haar opnieuw met `rekenkamer nota cases/proef`

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn an_edited_text_is_held_against_what_the_program_wrote_and_not_against_the_case_of_today() {
    let (work, text) = edited_before_the_case_changed();
    assert_snapshot!(work.run("render output/proef/nota.md --format html").seen(), @"
    output/proef/nota.html
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R741]: de case is veranderd sinds deze tekst is gemaakt, en hier staat nog de oude: Capaciteit is nu ◑ voldoet deels en was ◕ voldoet grotendeels; CA-1 is nu ○ voldoet niet en was ◕ voldoet grotendeels
    --> output/proef/nota.md
     |
    hulp: voeg samen met `rekenkamer nota cases/proef --merge`

    status 0
    ");
    // What a hand changed is told still, and a digit of a checksum is no figure.
    work.write("output/proef/nota.md", text.replace("in november 2025", "in november 2024"));
    assert_snapshot!(work.run("render output/proef/nota.md --format html").seen(), @"
    output/proef/nota.html
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R741]: de case is veranderd sinds deze tekst is gemaakt, en hier staat nog de oude: Capaciteit is nu ◑ voldoet deels en was ◕ voldoet grotendeels; CA-1 is nu ○ voldoet niet en was ◕ voldoet grotendeels
    --> output/proef/nota.md
     |
    hulp: voeg samen met `rekenkamer nota cases/proef --merge`

    status 0
    ");
    // After a merge the text is of the case again.
    work.write("output/proef/nota.md", &text);
    assert_eq!(work.run("nota cases/proef --format md --merge").status, 0);
    assert_snapshot!(work.run("render output/proef/nota.md --format html").seen(), @"
    output/proef/nota.html
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    status 0
    ");
}

#[test]
fn without_the_text_that_was_generated_nobody_is_blamed() {
    let (work, _) = edited_before_the_case_changed();
    work.remove("output/proef/.basis/nota.md");
    assert_snapshot!(work.run("render output/proef/nota.md --format html").seen(), @"
    output/proef/nota.html
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R743]: de case is veranderd sinds deze tekst is gemaakt, en de tekst die het programma toen schreef is weg; wat met de hand is veranderd, is niet nagegaan
    --> output/proef/nota.md
     |
    hulp: maak haar opnieuw met `rekenkamer nota cases/proef`, en zet uw wijzigingen daarin over

    status 0
    ");
}

#[test]
fn a_second_case_of_one_folder_name_does_not_take_the_place_of_the_first() {
    let work = Work::with_case();
    for file in ["case.yaml", "sources.yaml", FINDINGS] {
        work.write(&format!("archief/proef/{file}"), work.read(&format!("cases/proef/{file}")));
    }
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let before = work.read("output/proef/nota.md");
    assert_snapshot!(work.run("nota archief/proef --format md --force").seen(), @"
    fout[R744]: hier staat al een document van een andere case: cases/proef
    --> output/proef/nota.md
     |
    hulp: geef met `--output` een andere map op, of geef een van de mappen een andere naam

    1 fout
    er is niets geschreven
    status 1
    ");
    assert_eq!(work.read("output/proef/nota.md"), before);
    assert_eq!(work.run("nota archief/proef --format md --output archief/uit").status, 0);
    // A case that moved is the same case.
    for file in ["case.yaml", "sources.yaml", FINDINGS] {
        work.remove(&format!("cases/proef/{file}"));
    }
    assert_eq!(work.run("nota archief/proef --format md").status, 0);
}

#[test]
fn a_final_report_is_held_to_what_strict_asks() {
    let work = Work::with_case();
    work.edit("case.yaml", "status: concept", "status: definitief");
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    work.remove("output/proef/nota.md");
    work.edit("case.yaml", "      Ten dele.\n", "");
    assert_snapshot!(work.run("nota cases/proef --format md").seen(), @"
    1 plaats nog in te vullen; `rekenkamer check` toont ze
    fout[R377]: de status is `definitief`, maar de case is niet af: 1 plaats nog in te vullen
      --> cases/proef/case.yaml:15:11
       |
    15 |   status: definitief
       |           ^^^^^^^^^^
       |
    hulp: `rekenkamer check` laat zien wat; vul in, los op of aanvaard met een reden, of laat de status op `concept`

    1 fout, 1 plaats nog in te vullen
    er is niets geschreven
    status 1
    ");
    assert!(!work.path("output/proef/nota.md").exists());
    assert_eq!(work.run("check cases/proef").status, 1);
}

#[test]
fn nothing_is_said_of_a_time_that_nobody_knows() {
    let work = Work::with_case();
    work.edit("case.yaml", "conducted: {from: 2025-09, to: 2025-12}", "conducted: onbekend");
    assert_snapshot!(work.run("check cases/proef").seen(), @"
    geen problemen gevonden
    status 0
    ");
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let text = work.read("output/proef/nota.md");
    let of_time = ["Het onderzoek liep", "Het oordeel gaat over"];
    let lines = text.lines().filter(|line| of_time.iter().any(|words| line.contains(words)));
    assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @" Het oordeel gaat over 2022 tot en met 2025. De bronnen zijn 1 document, 1 interview, 1 waarneming en 1 gegevensbestand. De deelvragen en de antwoorden erop, de bevindingen en de bronnen staan in de nota van bevindingen. Hoe wij tot de oordelen kwamen, staat in de verantwoording.");
    work.edit("case.yaml", "  period: {from: 2022, to: 2025}\n", "");
    assert_snapshot!(work.run("check cases/proef --format short").seen(), @"
    cases/proef/case.yaml:12:14: nog in te vullen[R351]: `period` is nog in te vullen
    1 plaats nog in te vullen
    status 0
    ");
    let card = work.run("score cases/proef --format json").stdout;
    assert_eq!(card.matches("\"period\": null").count(), 1, "{card}");
    work.write("kaart.json", card);
    assert_snapshot!(work.run("compare kaart.json cases/proef").seen(), @"
    1 plaats nog in te vullen; `rekenkamer check` toont ze
    fout[R814]: dit onderzoek zegt niet over welke jaren het oordeelt, en is daarom niet te vergelijken
    --> kaart.json
     |
    hulp: vul `period` in, of `conducted`

    fout[R814]: dit onderzoek zegt niet over welke jaren het oordeelt, en is daarom niet te vergelijken
      --> cases/proef/case.yaml:12:14
       |
    12 |   conducted: onbekend
       |              ^^^^^^^^
       |
    hulp: vul `period` in, of `conducted`

    2 fouten, 1 plaats nog in te vullen
    er is niets geschreven
    status 1
    ");
}

/// Every sentence that stands for a text that is still to come has a place that `check` tells.
#[test]
fn every_place_that_a_document_leaves_open_is_told_by_check() {
    let work = Work::with_case();
    for (typed, key) in [
        ("  title: Ondermijning\n", "title"),
        ("  background: |\n    Proefstad wil weten of de aanpak werkt.\n", "background"),
        ("  method: |\n    Wij lazen stukken en spraken met mensen.\n", "method"),
        ("    question: Werkt de aanpak?\n", "question"),
        ("    answer: |\n      Ten dele.\n", "answer"),
    ] {
        let indent = typed.len() - typed.trim_start().len();
        work.edit("case.yaml", typed, &format!("{}{key}:\n", " ".repeat(indent)));
    }
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:9:8: nog in te vullen[R351]: `title` is nog in te vullen
    cases/proef/case.yaml:16:13: nog in te vullen[R351]: `background` is nog in te vullen
    cases/proef/case.yaml:17:9: nog in te vullen[R351]: `method` is nog in te vullen
    cases/proef/case.yaml:19:13: nog in te vullen[R351]: `question` is nog in te vullen
    cases/proef/case.yaml:20:11: nog in te vullen[R351]: `answer` is nog in te vullen
    5 plaatsen nog in te vullen
    status 0
    ");
    assert_eq!(work.run("nota cases/proef --document nota,report,summary --format md").status, 0);
    let templates = ["nota.md", "nota-van-bevindingen.md", "samenvatting.md"];
    let open: usize = templates
        .map(|name| work.read(&format!("output/proef/{name}")).matches("Nog in te vullen").count())
        .iter()
        .sum();
    // In the templates nothing stands for any other text: title (head and page), background, question,
    // method and answer in the nota; title and question in the report; title, question and answer in the
    // summary.
    assert_eq!(open, 11);
}
