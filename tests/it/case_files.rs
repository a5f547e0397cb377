//! A case is a known set of files: what else stands in its folder is told, and what systems leave
//! is not.

use crate::common::{FINDINGS, Work};
use insta::assert_snapshot;
use rekenkamer::assets::Assets;
use rekenkamer::load::Loader;
use rekenkamer::model::Judgement;
use rekenkamer::score::{framework_score, seal};

#[test]
fn a_copy_by_a_drive_or_a_hand_is_an_error_and_not_a_second_case() {
    let work = Work::with_case();
    work.write("cases/proef/sources (1).yaml", work.read("cases/proef/sources.yaml"));
    work.write("cases/proef/case - kopie.yaml", work.read("cases/proef/case.yaml"));
    work.write("cases/proef/case.yaml.orig", work.read("cases/proef/case.yaml"));
    let findings = work.read(&format!("cases/proef/{FINDINGS}"));
    work.write("cases/proef/findings/fte-capacity-LAPTOP-7.yaml", findings);
    assert_snapshot!(work.run("nota cases/proef").seen(), @"
    fout[R160]: dit lijkt een kopie of een rest van `case.yaml`, en wordt niet gelezen
    --> cases/proef/case - kopie.yaml
     |
    hulp: `rekenkamer import` met dit bestand laat zien wat anders is dan in `case.yaml`, en neemt het over; haal het daarna weg, of zet het in de map `materiaal` van de case

    fout[R160]: dit lijkt een kopie of een rest van `case.yaml`, en wordt niet gelezen
    --> cases/proef/case.yaml.orig
     |
    hulp: `rekenkamer import` met dit bestand laat zien wat anders is dan in `case.yaml`, en neemt het over; haal het daarna weg, of zet het in de map `materiaal` van de case

    fout[R160]: dit lijkt een kopie of een rest van `fte-capacity.yaml`, en wordt niet gelezen
    --> cases/proef/findings/fte-capacity-LAPTOP-7.yaml
     |
    hulp: `rekenkamer import` met dit bestand laat zien wat anders is dan in `fte-capacity.yaml`, en neemt het over; haal het daarna weg, of zet het in de map `materiaal` van de case

    fout[R160]: dit lijkt een kopie of een rest van `sources.yaml`, en wordt niet gelezen
    --> cases/proef/sources (1).yaml
     |
    hulp: `rekenkamer import` met dit bestand laat zien wat anders is dan in `sources.yaml`, en neemt het over; haal het daarna weg, of zet het in de map `materiaal` van de case

    4 fouten
    er is niets geschreven
    status 1
    ");
    assert_eq!(work.run("check cases/proef").status, 1);
}

#[test]
fn what_nothing_reads_is_told_and_a_folder_for_it_is_not() {
    let work = Work::with_case();
    work.write("cases/proef/planning.xlsx", "x");
    work.write("cases/proef/bevindingen/fte-capacity.yaml", "x");
    work.write("cases/proef/materiaal/interview.docx", "x");
    work.write("cases/proef/materiaal/sources (1).yaml", "x");
    assert_snapshot!(work.run("check cases/proef --format short").seen(), @"
    cases/proef/bevindingen: waarschuwing[R163]: deze map hoort niet bij een case; wat erin staat, wordt niet gelezen
    cases/proef/planning.xlsx: waarschuwing[R161]: dit bestand hoort niet bij een case en wordt niet gelezen
    2 waarschuwingen
    status 0
    ");
    work.write("cases/proef/findings/Bevindingen Jan.xlsx", "x");
    assert_snapshot!(work.run("check cases/proef --format short").seen(), @"
    cases/proef/bevindingen: waarschuwing[R163]: deze map hoort niet bij een case; wat erin staat, wordt niet gelezen
    cases/proef/findings/Bevindingen Jan.xlsx: fout[R162]: bevindingen in dit bestand worden niet gelezen
    cases/proef/planning.xlsx: waarschuwing[R161]: dit bestand hoort niet bij een case en wordt niet gelezen
    1 fout, 2 waarschuwingen
    status 1
    ");
}

#[test]
fn a_picture_that_a_text_shows_belongs_to_the_case() {
    let work = Work::with_case();
    work.write("cases/proef/kaart van de haven.png", "x");
    work.edit(
        "case.yaml",
        "Doe dat bij de begroting.",
        "Zie ![De haven](<kaart van de haven.png>).",
    );
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:45:11: waarschuwing[R410]: een tekst van een case toont geen afbeelding; alleen haar beschrijving komt in de nota
    1 waarschuwing
    status 0
    ");
}

#[test]
fn what_systems_and_editors_leave_is_passed_over() {
    let work = Work::with_case();
    for name in ["~$case.docx", ".DS_Store", "Thumbs.db", "desktop.ini", "case.yaml~"] {
        work.write(&format!("cases/proef/{name}"), "x");
    }
    for name in ["~$fte-capacity.yaml", ".~lock.fte-capacity.yaml#", ".fte-capacity.yaml.swp"] {
        work.write(&format!("cases/proef/findings/{name}"), "x");
    }
    assert_snapshot!(work.run("check cases/proef").seen(), @"
    geen problemen gevonden
    status 0
    ");
}

#[test]
fn a_case_under_another_name_is_found() {
    for name in ["case.yaml.txt", "Case.yaml", "case.yml", "case (1).yaml"] {
        let work = Work::with_case();
        work.write(&format!("cases/proef/{name}"), work.read("cases/proef/case.yaml"));
        work.remove("cases/proef/case.yaml");
        let expected = format!(
            "fout[R105]: hier is geen case: `case.yaml` ontbreekt\n--> cases/proef\n |\n\
             hulp: hier staat wel `{name}`; noem dat bestand `case.yaml`\n\n1 fout\nstatus 1"
        );
        assert_eq!(work.check(), expected);
    }
}

#[test]
fn a_scorecard_that_its_framework_cannot_have_given_is_refused() {
    let work = Work::with_case();
    work.add_case("esdorp");
    let name = ("name: Proefstad\n  cbs-code: GM9999", "name: Esdorp");
    work.write(
        "cases/esdorp/case.yaml",
        work.read("cases/esdorp/case.yaml").replace(name.0, name.1),
    );
    work.write("kaart.json", work.run("score cases/esdorp --format json").stdout);
    let mut loader = Loader::new(Assets::embedded());
    let card = loader.scorecards(&work.path("kaart.json")).remove(0);
    // Whoever changes a card can compute all that follows anew, the seal too.
    let forged = |change: &dyn Fn(&mut Judgement)| {
        let mut card = card.clone();
        for own in &mut card.frameworks {
            let mut judgements = own.judgements.clone();
            judgements.iter_mut().take(1).for_each(change);
            *own = framework_score(own.terms(), judgements);
        }
        card.seal = seal(&card);
        work.write("kaart.json", serde_json::to_vec_pretty(&card).expect("JSON"));
        work.run("compare cases/proef kaart.json --format md").seen()
    };
    let refused = |norm: &str, why: &str| {
        format!(
            "fout[R239]: norm `{norm}` van deze scorekaart past niet bij normenkader \
             fte-capacity 1.0.0: {why}\n--> kaart.json\n |\nhulp: vraag om een scorekaart die het \
             programma zelf maakte\n\n1 fout\ner is niets geschreven\nstatus 1"
        )
    };
    assert_eq!(
        forged(&|judgement| {
            judgement.legal_duty = true;
            judgement.outcome = rekenkamer::model::Outcome::NotEstablished;
            judgement.derived = None;
        }),
        refused("CA-1", "of zij een wettelijke plicht is, zegt het kader anders")
    );
    assert_eq!(
        forged(&|judgement| judgement.criterion = "voldoet".to_owned()),
        refused("voldoet", "dat kader heeft deze norm niet")
    );
    assert_snapshot!(forged(&|_| {}), @"
    output/vergelijking/vergelijking.md
    status 0
    ");
}

#[test]
fn a_follow_up_is_held_against_the_earlier_case() {
    let work = Work::with_case();
    work.add_case("proef-2022");
    let follow_up = "follow-up:\n  case: proef-2022\n  recommendations:\n    - id: A99\n      title: \
        Iets anders\n      status: opgevolgd\n\naccepted:\n";
    work.edit("case.yaml", "accepted:\n", follow_up);
    assert_snapshot!(work.run("check cases/proef").seen(), @"
    waarschuwing[R237]: over deze aanbevelingen uit `proef-2022` staat hier niets: A1
      --> cases/proef/case.yaml:61:9
       |
    61 |   case: proef-2022
       |         ^^^^^^^^^^
       |
    hulp: zeg van elk wat ervan terechtkwam, of `onbekend`

    fout[R236]: aanbeveling `A99` staat niet in de eerdere case `proef-2022`
      --> cases/proef/case.yaml:63:11
       |
    63 |     - id: A99
       |           ^^^ er zijn: A1

    1 fout, 1 waarschuwing
    status 1
    ");
    // Without the earlier case nothing is known of it.
    for file in ["case.yaml", "sources.yaml", FINDINGS] {
        work.remove(&format!("cases/proef-2022/{file}"));
    }
    assert_eq!(work.run("check cases/proef").status, 0);
}

#[test]
fn a_reaction_to_a_recommendation_that_is_not_there_is_an_error_at_its_place() {
    let work = Work::with_case();
    let response = "response:\n  text: |\n    | Nr. | Reactie |\n    |---|---|\n    | A1 | Nemen wij \
        over. |\n    | A9 | Nemen wij niet over. |\n\n    De A2 loopt langs de stad.\n\naccepted:\n";
    work.edit("case.yaml", "accepted:\n", response);
    assert_snapshot!(work.run("check cases/proef").seen(), @"
    fout[R238]: aanbeveling `A9` bestaat niet in deze case
      --> cases/proef/case.yaml:65:7
       |
    65 |     | A9 | Nemen wij niet over. |
       |       ^^ er zijn: A1

    1 fout
    status 1
    ");
}
