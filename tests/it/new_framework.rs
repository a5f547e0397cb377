//! `framework new` and `framework list`: from a table to a framework that a case can use.

use crate::common::Work;

const TABLE: &str = "Normenkader inhuur;;;;;;
Nr;Norm;Bron;Thema;Op orde;Half;Mis
1;De raad heeft vastgesteld hoeveel de gemeente mag inhuren.;Gemeentewet, artikel 189;geld;Vastgesteld;Een voorstel;Niets
2;Voor elke inhuur is gekeken of eigen mensen het kunnen: eerst binnen, dan buiten.;\"Inkoopbeleid 2022; Coalitieakkoord\";;;;
";

#[test]
fn a_table_becomes_a_framework_and_what_was_not_understood_is_told() {
    let work = Work::empty();
    work.write("normen.csv", TABLE);
    let made = ["framework", "new", "inhuur", "--from", "normen.csv", "--scale"];
    let run = work.run_each(&[&made[..], &["op orde,half,mis", "--title", "Inhuur"]].concat());
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(run.stdout, "frameworks/inhuur.yaml\n");
    let told = [
        "normen.csv, regel 1: staat boven de koppen en is overgeslagen: ‘Normenkader inhuur’",
        "normen.csv, regel 3: code ‘1’ heet in het kader IN-1",
        "er staan 2 normen in; kijk het na, en maak een case met: rekenkamer new cases/… --municipality … --frameworks inhuur",
    ];
    assert_eq!(run.stderr.lines().skip(1).collect::<Vec<_>>(), told);
    insta::assert_snapshot!(work.read("frameworks/inhuur.yaml"), @r#"
    # yaml-language-server: $schema=schemas/framework.schema.json
    # Het normenkader Inhuur. Vul aan wat u wilt; `rekenkamer check frameworks/inhuur.yaml` kijkt het na.
    id: inhuur
    title: Inhuur
    scale: [op orde, half, mis]

    criteria:
      - id: IN-1
        norm: De raad heeft vastgesteld hoeveel de gemeente mag inhuren.
        themes:
          - geld
        basis:
          - Gemeentewet, artikel 189
        levels:
          op orde: Vastgesteld
          half: Een voorstel
          mis: Niets
      - id: IN-2
        norm: "Voor elke inhuur is gekeken of eigen mensen het kunnen: eerst binnen, dan buiten."
        basis:
          - Inkoopbeleid 2022
          - Coalitieakkoord
    "#);
    assert_eq!(
        work.run("check frameworks/inhuur.yaml").seen(),
        "geen problemen gevonden\nstatus 0"
    );
    let listed = work.run("framework list").stdout;
    let line = "inhuur: Inhuur, 2 normen; op orde, half en mis; geen oordeel over het geheel";
    assert_eq!(listed.lines().filter(|own| *own == line).count(), 1, "{listed}");
    let new = "new cases/proef --municipality Proefstad --frameworks inhuur:IN-1 --date 2026";
    assert_eq!(work.run(new).status, 0);
    let case = work.read("cases/proef/case.yaml");
    let chosen = "  - id: inhuur\n    criteria: [IN-1]\n    reason: ";
    assert_eq!(case.matches(chosen).count(), 1, "{case}");
    assert!(!work.read("cases/proef/findings/inhuur.yaml").contains("IN-2"));
}

#[test]
fn columns_that_are_no_levels_are_told_and_usual_levels_are_found() {
    let work = Work::empty();
    let usual = TABLE.replace("Op orde;Half;Mis", "Voldoet;Voldoet deels;Voldoet niet");
    work.write("normen.csv", usual);
    assert_eq!(work.run("framework new drie --from normen.csv").status, 0);
    let text = work.read("frameworks/drie.yaml");
    assert_eq!(text.lines().filter(|line| *line == "scale: drie").count(), 1, "{text}");
    work.write("normen.csv", TABLE);
    let run = work.run("framework new vier --from normen.csv");
    let unread: Vec<&str> = run.stderr.lines().filter(|line| line.contains("kolom")).collect();
    let told = |heading: &str| {
        format!(
            "normen.csv: kolom ‘{heading}’ is niet begrepen en niet gelezen; zijn het niveaus, \
             noem ze dan met --scale"
        )
    };
    assert_eq!(unread, ["Op orde", "Half", "Mis"].map(told));
}

#[test]
fn a_framework_that_is_there_stays_and_a_table_with_errors_makes_none() {
    let work = Work::empty();
    work.write("normen.csv", TABLE.replace("\n2;", "\n1;"));
    let run = work.run("framework new inhuur --from normen.csv");
    assert_eq!(run.status, 1);
    assert!(!work.path("frameworks/inhuur.yaml").exists());
    insta::assert_snapshot!(run.stderr, @"
    fout[R127]: `IN-1` komt al eerder voor
    --> normen.csv, regel 4
     = eerder in criteria
    hulp: geef elk onderdeel zijn eigen code

    1 fout
    ");
    work.write("frameworks/inhuur.yaml", "id: inhuur\n");
    let run = work.run("framework new inhuur");
    assert_eq!((run.status, work.read("frameworks/inhuur.yaml").as_str()), (1, "id: inhuur\n"));
}

#[test]
fn an_empty_framework_shows_where_to_write() {
    let work = Work::empty();
    let run = work.run("framework new tijdelijk-personeel");
    assert_eq!(run.status, 0, "{}", run.stderr);
    insta::assert_snapshot!(work.read("frameworks/tijdelijk-personeel.yaml"), @"
    # yaml-language-server: $schema=schemas/framework.schema.json
    # Het normenkader Tijdelijk personeel. Schrijf uw normen onder `criteria`, een per streepje:
    #
    #   - id: TP-1
    #     norm: De raad heeft vastgesteld wat …
    #
    # Wat u verder kunt opgeven, staat in de handleiding bij Normenkaders. Kijk het na met:
    # rekenkamer check frameworks/tijdelijk-personeel.yaml
    id: tijdelijk-personeel
    title: Tijdelijk personeel

    criteria: []
    ");
}

/// The framework is not written, so a problem is told at the row of the table.
#[test]
fn a_problem_with_a_text_is_told_at_the_row_of_the_table() {
    let work = Work::empty();
    work.write("normen.csv", "code;norm\nA-1;De raad stelt vast.\nA-2;De raad\u{200b}volgt.\n");
    insta::assert_snapshot!(work.run("framework new inhuur --from normen.csv").seen(), @"
    fout[R419]: onzichtbaar teken U+200B laat de tekst anders lezen dan zij is
    --> normen.csv, regel 3
     |
    hulp: haal het teken weg, het komt vaak mee bij het plakken: typ het woord en de spaties ernaast opnieuw

    1 fout
    status 1
    ");
    assert!(!work.path("frameworks/inhuur.yaml").exists());
}

#[test]
fn every_code_that_gets_another_name_is_told() {
    let work = Work::empty();
    work.write("normen.csv", "code;norm\nA 1;De raad stelt vast.\nA 2;De raad volgt.\n");
    insta::assert_snapshot!(work.run("framework new inhuur --from normen.csv").stderr, @"
    frameworks/schemas: schema's waarmee uw editor helpt invullen
    normen.csv, regel 2: code ‘A 1’ heet in het kader A-1
    normen.csv, regel 3: code ‘A 2’ heet in het kader A-2
    er staan 2 normen in; kijk het na, en maak een case met: rekenkamer new cases/… --municipality … --frameworks inhuur
    ");
}

#[test]
fn a_framework_with_errors_hides_no_other_in_the_list() {
    let work = Work::empty();
    work.write("frameworks/leeg.yaml", "id: leeg\ntitle: Leeg\ncriteria: []\n");
    let run = work.run("framework list");
    assert_eq!(run.status, 0);
    assert_eq!(run.stdout.lines().count(), 8, "{}", run.stdout);
    insta::assert_snapshot!(run.stderr, @"leeg: in dit kader staan fouten; kijk het na met: rekenkamer check frameworks/leeg.yaml");
}
