//! Problems that a small file cannot show: a summary that runs on, a folder
//! in which another run is writing.

use crate::common::Work;
use insta::assert_snapshot;
use rekenkamer::files::Folder;

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
fn a_nota_of_more_than_twelve_pages_gets_the_advice_where_it_grew() {
    let work = Work::with_case();
    let long =
        "    Er is veel te vertellen over wat er speelt en wat daaraan is gedaan.\n\n".repeat(300);
    let own = "    Proefstad wil weten of de aanpak werkt.\n";
    work.edit("case.yaml", own, &format!("{own}\n{long}"));
    assert_snapshot!(work.run("nota cases/proef").seen(), @"
    output/proef/nota.md
    output/proef/nota.pdf
    tip[R608]: de nota telt 15 bladzijden; een raad leest er hooguit 12
    --> output/proef/nota.md
     |
    hulp: de langste hoofdstukken: Vraag en aanpak (10 bladzijden)

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
