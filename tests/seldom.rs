//! Problems that a small file cannot show: a document without end, a summary that runs on, a folder
//! in which another run is writing.

mod common;

use common::Work;
use common::word::HEAD;
use insta::assert_snapshot;
use rekenkamer::output::Folder;

#[test]
fn a_document_longer_than_any_nota_is_refused() {
    let work = Work::empty();
    work.write("nota.md", format!("{HEAD}\n# Kop\n\n{}", "Een alinea.\n\n".repeat(20_000)));
    assert_snapshot!(work.run("render nota.md").seen(), @"
    nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R705]: case `proef` is hier niet te vinden; of er beschermde namen in staan, is niet nagegaan
    --> nota.md
     |
    hulp: geef de opdracht in de map waarin `cases` staat

    fout[R417]: dit document is te lang: 20001 alinea's en tabellen, en hooguit 20000 kunnen
    --> nota.md
     |
    hulp: splits het

    er is niets geschreven
    status 1
    ");
    assert!(!work.path("nota.pdf").exists());
}

#[test]
fn a_summary_of_more_than_a_page_is_told() {
    let work = Work::with_case();
    let answer = format!("Ten dele.{}", " En dat heeft een reden.".repeat(300));
    work.edit("case.yaml", "Ten dele.", &answer);
    assert_snapshot!(work.run("nota cases/proef --document summary").seen(), @"
    output/proef/samenvatting.md
    output/proef/samenvatting.pdf
    waarschuwing[R607]: de samenvatting past niet op één bladzijde; zij telt er 2
    --> output/proef/samenvatting.md
     |
    hulp: maak titels van conclusies en aanbevelingen korter, of het antwoord op de centrale vraag

    status 0
    ");
}

#[test]
fn a_folder_in_which_another_run_is_writing_is_left_alone() {
    let work = Work::with_case();
    let folder = work.path("output/proef");
    let other = Folder::open(&folder).ok().flatten();
    assert!(other.is_some());
    assert_snapshot!(work.run("nota cases/proef --format md").seen(), @"
    fout[R703]: een andere opdracht schrijft in deze map
    --> output/proef
     |
    hulp: wacht tot die klaar is

    status 1
    ");
    drop(other);
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
}
