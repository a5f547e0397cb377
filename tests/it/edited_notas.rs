//! A nota in the hands of its editors: never overwritten, set again, and no name in it.

use crate::common::{FINDINGS, Work, changed};
use insta::assert_snapshot;

#[test]
fn an_edited_nota_is_not_overwritten_and_kept_where_it_is_replaced() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let made = work.read("output/proef/nota.md");
    let edited = made.replace("Ten dele.", "Ten dele, maar het kan beter.");
    work.write("output/proef/nota.md", &edited);
    assert_snapshot!(work.run("nota cases/proef").seen(), @"
    fout[R701]: deze nota is met de hand bewerkt en wordt niet overschreven
    --> output/proef/nota.md
     |
    hulp: zet haar opnieuw met `rekenkamer render output/proef/nota.md`, voeg samen met `--merge`, of laat haar bewaren en vervangen met `--force`

    1 fout
    de nieuwe tekst staat in output/proef/nota.nieuw.md
    --- output/proef/nota.md
    +++ output/proef/nota.nieuw.md
    @@ -2,7 +2,7 @@
     # In één oogopslag

     > [!oogopslag] Ondermijning in Proefstad
    -> Ten dele, maar het kan beter.
    +> Ten dele.
     >
     > **Conclusies**
     >
    samenvoegen: dezelfde opdracht met `--merge`; uw tekst vervangen, na een kopie: `--force`
    verder is er niets geschreven
    status 1
    ");
    assert_eq!(work.read("output/proef/nota.md"), edited);
    assert!(!work.path("output/proef/nota.pdf").exists(), "a PDF of another text was written");

    assert_snapshot!(work.run("nota cases/proef --format md --force").seen(), @"
    output/proef/nota.md
    de bewerkte nota is bewaard als output/proef/nota.bewerkt-1.md
    output/proef/nota.nieuw.md is weggehaald: de tekst ervan is nu verwerkt of vervangen
    status 0
    ");
    assert_eq!(work.read("output/proef/nota.md"), made);
    assert_eq!(work.read("output/proef/nota.bewerkt-1.md"), edited);

    work.write("output/proef/nota.md", "iets heel anders");
    assert_eq!(work.run("nota cases/proef --format md").status, 1);
    assert_eq!(work.run("nota cases/proef --format md --force").status, 0);
    assert_eq!(work.read("output/proef/nota.bewerkt-2.md"), "iets heel anders");
    assert_eq!(work.read("output/proef/nota.bewerkt-1.md"), edited);
}

#[test]
fn a_pdf_alone_does_not_come_beside_an_edited_nota_with_another_text() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let edited = work.read("output/proef/nota.md").replace("Ten dele.", "Helemaal.");
    work.write("output/proef/nota.md", edited);
    assert_eq!(work.run("nota cases/proef --format pdf").status, 1);
}

#[test]
fn render_sets_an_edited_nota_and_says_that_it_was_edited() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef").status, 0);
    let before = work.bytes("output/proef/nota.pdf");
    let edited = work.read("output/proef/nota.md").replace("Ten dele.", "Ten dele, *vinden wij*.");
    work.write("output/proef/nota.md", edited.replace('\n', "\r\n"));
    assert_snapshot!(work.run("render output/proef/nota.md").seen(), @"
    output/proef/nota.pdf
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    status 0
    ");
    assert!(work.bytes("output/proef/nota.pdf") != before, "the PDF is still the old one");
    assert_eq!(work.read("output/proef/nota.md"), edited.replace('\n', "\r\n"), "the edit stays");
}

#[test]
fn render_refuses_what_is_no_nota_and_keeps_the_pdf_that_there_is() {
    let work = Work::with_case();
    work.shorten_nota();
    assert_eq!(work.run("nota cases/proef").status, 0);
    let before = work.bytes("output/proef/nota.pdf");
    let nota = work.read("output/proef/nota.md");
    work.write("output/proef/nota.md", nota.splitn(3, "---\n").nth(2).expect("a body"));
    assert_snapshot!(work.run("render output/proef/nota.md").seen(), @"
    fout[R603]: dit is geen nota van rekenkamer: in het kopje ontbreekt `title`, of het klopt niet
     --> output/proef/nota.md:1:1
      |
    1 |
      | ^
      |
    hulp: begin het bestand met het kopje dat `rekenkamer nota` schrijft

    er is niets geschreven
    status 1
    ");
    work.write("output/proef/nota.md", nota.replace("\nlang: \"nl\"", ""));
    assert_snapshot!(work.run("render output/proef/nota.md").seen(), @"
    fout[R603]: dit is geen nota van rekenkamer: in het kopje ontbreekt `lang`, of het klopt niet
     --> output/proef/nota.md:1:1
      |
    1 | ---
      | ^^^
      |
    hulp: begin het bestand met het kopje dat `rekenkamer nota` schrijft

    er is niets geschreven
    status 1
    ");
    assert_snapshot!(work.run("render output/proef/nietes.md").seen(), @"
    fout[R101]: bestand ontbreekt
    --> output/proef/nietes.md
     |
    hulp: geef het pad van een nota.md op

    1 fout
    er is niets geschreven
    status 1
    ");
    assert!(work.bytes("output/proef/nota.pdf") == before);
}

#[test]
fn render_points_at_the_line_in_the_nota() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let edited =
        work.read("output/proef/nota.md").replace("Ten dele.", "Ten 中 dele.\n\n#### Te diep");
    work.write("output/proef/nota.md", edited);
    assert_snapshot!(work.run("render output/proef/nota.md").seen(), @"
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    fout[R404]: teken `中` (U+4E2D) zit in geen lettertype
      --> output/proef/nota.md:23:7
       |
    23 | > Ten 中 dele.
       |       ^^
       |
    hulp: gebruik een ander teken, of zet een lettertype dat het heeft in templates/fonts

    fout[R409]: kop van niveau 4, verwacht hooguit niveau 2
      --> output/proef/nota.md:25:1
       |
    25 | #### Te diep
       | ^^^^^^^^^^^^
       |
    hulp: haal een `#` weg, of zet er een kop van niveau 2 boven

    er is niets geschreven
    status 1
    ");
}

#[test]
fn render_sees_a_changed_term_or_response_and_a_removed_judgement() {
    let response = "response:\n  text: Wij danken u.\n  recommendations:\n    \
        - {id: A1, position: partly}\n\npeers:\n";
    let work = changed(&[
        ("case.yaml", "    conclusions: [C1]\n", "    conclusions: [C1]\n    deadline: 2027-05\n"),
        ("case.yaml", "peers:\n", response),
    ]);
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let made = work.read("output/proef/nota.md");
    let row = made.lines().find(|line| line.starts_with("| CA-2 |")).expect("a row");
    let edited = made
        .replace("> uiterlijk mei 2027\n", "> uiterlijk juni 2027\n")
        .replace("> deels overgenomen\n", "> overgenomen\n")
        .replace(&format!("{row}\n"), "")
        .replace("Wij danken u.\n", "1. Wij danken u.\n2. Wij doen niets.\n");
    work.write("output/proef/nota.md", edited);
    assert_snapshot!(work.run("render output/proef/nota.md --format html").seen(), @"
    output/proef/nota.html
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R605]: datum `juni 2027` is met de hand veranderd of toegevoegd
      --> output/proef/nota.md:74:13
       |
    74 | > uiterlijk juni 2027
       |             ^^^^^^^^^
       |
    hulp: ga na of het klopt en of het een bron heeft

    waarschuwing[R604]: hier staat nu `overgenomen`, het programma schreef `deels overgenomen`
      --> output/proef/nota.md:76:3
       |
    76 | > overgenomen
       |   ^^^^^^^^^^^
       |
    hulp: pas de case aan en maak de nota opnieuw, of zet hier terug wat het programma schreef

    waarschuwing[R604]: hier is weggehaald wat het programma schreef: `CA-2: ◑ voldoet deels`
      --> output/proef/nota.md:99:1
       |
    99 | | CA-1 | De gemeente heeft voor de aanpak van ondermijning een formatie die past bij haar omvang en bij de problemen die er spelen. | ◕ voldoet grotendeels |
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    hulp: pas de case aan en maak de nota opnieuw, of zet hier terug wat het programma schreef

    status 0
    ");
}

#[test]
fn a_callout_that_comes_out_as_text_or_elsewhere_is_told_at_its_line() {
    let work = changed(&[
        ("case.yaml", "  background: |\n", "  colofon: Van ons.\n  background: |\n"),
        ("case.yaml", "      Ten dele.\n", "      Ten dele.\n\n      > [!tip] Goed\n"),
    ]);
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:26:9: waarschuwing[R425]: `[!tip]` begint hier geen kader en komt letterlijk in het document
    1 waarschuwing
    status 0
    ");
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let made = work.read("output/proef/nota.md");
    let second = "> [!colofon]\n> Ook van ons.\n> [!let-op] Pas op\n> Het is nog niet af.\n>\n> > [!note] Wel\n> > Dit is een kader.\n\n# Conclusies\n";
    work.write("output/proef/nota.md", made.replace("# Conclusies\n", second));
    assert_snapshot!(work.run("render output/proef/nota.md --format html").seen(), @"
    output/proef/nota.html
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R425]: `[!let-op]` begint hier geen kader en komt letterlijk in het document
      --> output/proef/nota.md:53:3
       |
    53 | > [!let-op] Pas op
       |   ^^^^^^^^^^^^^^^^
       |
    hulp: een kader begint in `nota.md` met een regel `> [!soort]` na een lege regel, en binnen een ander kader met `> > [!soort]`

    waarschuwing[R425]: een tweede colofon: in de PDF komt het bij het eerste, op de achterkant van het omslag
       --> output/proef/nota.md:106:1
        |
    106 | > [!colofon]
        | ^^^^^^^^^^^^
        |
    hulp: voeg de twee samen, of geef dit kader een andere soort, zoals `[!note]`

    status 0
    ");
}

#[test]
fn a_protected_name_stops_the_nota_with_the_code_of_its_source() {
    let work = Work::with_case();
    work.write(
        "cases/proef/confidential.yaml",
        "people:\n  - source: I01\n    name: Anneke Verschuur\n",
    );
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    let before = work.files();
    assert_eq!(work.run("check cases/proef").status, 0, "a name that stands nowhere harms nobody");
    work.edit(FINDINGS, "niet voor alle locaties", "zei mevrouw **Verschuur**, niet overal");
    assert_snapshot!(work.run("nota cases/proef --document report").seen(), @"
    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de tekst van het document, regel 105
    --> cases/proef/findings/fte-capacity.yaml:52:46
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    1 fout
    er is niets geschreven
    status 1
    ");
    assert_eq!(work.files(), before);
}

#[test]
fn a_protected_name_stops_an_edited_nota_too() {
    let work = Work::with_case();
    work.write(
        "cases/proef/confidential.yaml",
        "people:\n  - source: I01\n    name: Anneke Verschuur\n",
    );
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let edited = work.read("output/proef/nota.md").replace("Ten dele.", "Zei anneke\nverschuur.");
    work.write("output/proef/nota.md", edited);
    assert_snapshot!(work.run("render output/proef/nota.md").seen(), @"
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in nota.md (regel 24)
    --> output/proef/nota.md:24:1
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    1 fout
    er is niets geschreven
    status 1
    ");
    assert!(!work.path("output/proef/nota.pdf").exists());
}

#[test]
fn a_name_stays_protected_while_the_case_or_its_list_of_names_is_in_error() {
    for (file, from) in [("case.yaml", "study:"), ("confidential.yaml", "name:")] {
        let work = Work::with_case();
        work.write(
            "cases/proef/confidential.yaml",
            "people:\n  - source: I01\n    name: Anneke Verschuur\n",
        );
        assert_eq!(work.run("nota cases/proef --format md").status, 0);
        let edited =
            work.read("output/proef/nota.md").replace("Ten dele.", "Zei Anneke Verschuur.");
        work.write("output/proef/nota.md", edited);
        work.edit(file, from, "iets: [");
        assert_eq!(work.run("render output/proef/nota.md").status, 1, "{file}");
        assert!(!work.path("output/proef/nota.pdf").exists(), "{file}: her name is in a PDF");
    }
}

#[test]
fn an_image_that_is_not_there_is_named_at_its_line() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let edited = work.read("output/proef/nota.md").replace("Ten dele.", "![Een kaart](kaart.png)");
    let line = edited.lines().position(|l| l.starts_with("> ![")).expect("the image") + 1;
    work.write("output/proef/nota.md", edited);
    let out = work.run("render output/proef/nota.md");
    let told = format!(
        "output/proef/nota.md:{line}:1: fout[R407]: afbeelding `kaart.png` bestaat niet of is niet te \
         lezen"
    );
    assert_eq!((out.status, out.problems()), (1, told));
}

#[test]
fn an_image_may_have_capitals_in_its_ending_and_other_kinds_are_told() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let made = work.read("output/proef/nota.md");
    let logo = include_bytes!("../fixtures/house/word/media/logo.png");
    let line = made.lines().position(|line| line == "> Ten dele.").expect("the answer") + 3;
    let gif = format!(
        "output/proef/nota.md:{line}:1: fout[R416]: afbeelding `kaart.gif` is niet bruikbaar: haar naam \
         eindigt niet op `.svg`, `.png`, `.jpg` of `.jpeg`"
    );
    for (name, told) in [("KAART.PNG", ""), ("kaart.gif", gif.as_str())] {
        work.write(&format!("output/proef/{name}"), logo);
        let image = format!("Ten dele.\n>\n> ![Kaart]({name})");
        work.write("output/proef/nota.md", made.replace("Ten dele.", &image));
        let run = work.run("render output/proef/nota.md --format pdf,html,docx");
        assert_eq!((run.status == 0, run.problems().as_str()), (told.is_empty(), told), "{name}");
    }
}
