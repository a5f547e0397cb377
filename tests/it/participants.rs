//! A study of many: cases from a table of participants, with one file that all of them share.

use crate::common::Work;
use insta::assert_snapshot;

const TABLE: &str = "Naam;Code (CBS);Soort;Inwoners;Peildatum;Contact;Regio\n\
    Aardorp;GM9001;;12000;2026-01-01;gemeentesecretaris;oost\n\
    Beekstad;9002;gemeente;45000;2026-01-01;hoofd control;west\n\
    Utrecht;PV26;provincie;;;;\n";

pub const NEW: &str =
    "new cases/samen --from deelnemers.csv --frameworks fte-capacity --date 2026-11";

/// A folder with a table of participants.
pub fn with(table: &str) -> Work {
    let work = Work::with_case();
    work.write("deelnemers.csv", table);
    work
}

/// What `new` says of a table.
pub fn told(table: &str) -> String {
    with(table).run(NEW).seen()
}

#[test]
fn each_row_becomes_a_case_that_names_what_it_shares() {
    let work = with(TABLE);
    let said = work.run(&format!("{NEW} --attributes regio")).seen();
    assert_snapshot!(said, @"
    cases/samen/shared.yaml
    cases/samen/aardorp
    cases/samen/beekstad
    cases/samen/provincie-utrecht
    frameworks/schemas: schema's waarmee uw editor helpt invullen
    3 nieuwe cases, 0 ongewijzigd, 0 met wijzigingen uit de tabel
    vul eerst in wat zij delen, in cases/samen/shared.yaml
    status 0
    ");
    assert_snapshot!(work.read("cases/samen/beekstad/case.yaml").split("\nstudy:").next().unwrap_or(""), @r#"
    # yaml-language-server: $schema=../../../frameworks/schemas/case.schema.json
    # De case van Beekstad. Vragen, teksten en normenkaders die alle deelnemers delen, staan in
    # ../shared.yaml. Wat u hier invult, geldt alleen voor deze case, en gaat voor.
    shared: "../shared.yaml"

    municipality:
      name: Beekstad
      cbs-code: GM9002
      inhabitants: 45000
      inhabitants-date: 2026-01-01
      attributes:
        contact: hoofd control
        regio: west
    "#);
    assert!(work.read("cases/samen/provincie-utrecht/case.yaml").contains("\n  code: PV26\n"));
    assert!(work.path("cases/samen/aardorp/findings/fte-capacity.yaml").is_file());
    let check = work.run("check cases/samen/aardorp --format short").seen();
    assert!(!check.contains("fout"), "{check}");
}

#[test]
fn run_again_it_makes_what_is_new_and_leaves_the_rest() {
    let work = with(TABLE);
    work.run(NEW);
    let typed = work.read("cases/samen/aardorp/case.yaml").replace("Aardorp\n", "Aardorp   # zo\n");
    work.write("cases/samen/aardorp/case.yaml", &typed);
    let before = work.read("cases/samen/beekstad/case.yaml");
    let table = TABLE.replace("12000", "12500").replace(
        "Beekstad;9002;gemeente;45000;2026-01-01;hoofd control;west\n",
        "Ceeveen;GM9003;;8000;;;\n",
    );
    work.write("deelnemers.csv", table);
    let again = "new cases/samen --from deelnemers.csv";
    assert_snapshot!(work.run(again).seen(), @"
    cases/samen/ceeveen
    cases/samen/aardorp/case.yaml
      regel 9: 12000 → inhabitants: 12500
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    één nieuwe case, 1 ongewijzigd, 1 met wijzigingen uit de tabel
    niet in de tabel, en ongemoeid gelaten: beekstad
    in de cases die er al waren, is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    assert_eq!(work.read("cases/samen/aardorp/case.yaml"), typed);
    work.run(&format!("{again} --write"));
    let brought = work.read("cases/samen/aardorp/case.yaml");
    assert_eq!(brought, typed.replace("inhabitants: 12000", "inhabitants: 12500"));
    assert_eq!(work.read("cases/samen/beekstad/case.yaml"), before);
    assert_snapshot!(work.run(again).seen(), @"
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    geen nieuwe cases, 3 ongewijzigd, 0 met wijzigingen uit de tabel
    niet in de tabel, en ongemoeid gelaten: beekstad
    status 0
    ");
}

#[test]
fn a_case_is_known_by_its_code_under_another_name() {
    let work = with(TABLE);
    work.run(NEW);
    work.write("deelnemers.csv", TABLE.replace("Beekstad", "Beekstede"));
    assert_snapshot!(work.run("new cases/samen --from deelnemers.csv --write").seen(), @"
    cases/samen/beekstad/case.yaml
      regel 7: Beekstad → name: Beekstede
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    geen nieuwe cases, 2 ongewijzigd, 1 met wijzigingen uit de tabel
    geschreven; kijk de cases van het onderzoek na met: rekenkamer check cases/samen
    status 0
    ");
    assert!(work.read("cases/samen/beekstad/case.yaml").contains("\n  name: Beekstede\n"));
}

#[test]
fn a_framework_that_the_shared_file_gets_comes_to_each_case() {
    let work = with(TABLE);
    work.run(NEW);
    let shared = work.read("cases/samen/shared.yaml");
    let shared = shared.replace("  - fte-capacity\n", "  - fte-capacity\n  - council-role\n");
    work.write("cases/samen/shared.yaml", shared);
    let again = "new cases/samen --from deelnemers.csv --write";
    assert_snapshot!(work.run(again).seen(), @"
    cases/samen/aardorp/findings/council-role.yaml (nieuw)
    cases/samen/beekstad/findings/council-role.yaml (nieuw)
    cases/samen/provincie-utrecht/findings/council-role.yaml (nieuw)
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    geen nieuwe cases, 0 ongewijzigd, 0 met wijzigingen uit de tabel
    geschreven; kijk de cases van het onderzoek na met: rekenkamer check cases/samen
    status 0
    ");
    let check = work.run("check cases/samen/beekstad --format short").seen();
    assert!(!check.contains("fout") && check.contains("RR-2"), "{check}");
    assert_snapshot!(work.run("new cases/samen --from deelnemers.csv --frameworks bibob --date 2027").seen(), @"
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    fout[R821]: `--date` past niet bij een onderzoek dat al een gedeeld deel heeft: pas cases/samen/shared.yaml aan
    --> --date
     |
    hulp: laat de optie weg

    fout[R821]: `--frameworks` past niet bij een onderzoek dat al een gedeeld deel heeft: pas cases/samen/shared.yaml aan
    --> --frameworks
     |
    hulp: laat de optie weg

    status 1
    ");
}

#[test]
fn two_rows_about_one_body_or_with_one_folder_are_refused() {
    assert_snapshot!(told("Naam;Code\nAardorp;GM9001\nAARDORP;GM9002\nBeekstad;9001\nBergen (L.);\nBergen L;\n"), @"
    fout[R293]: `AARDORP` staat twee keer in de tabel
     --> deelnemers.csv:3:1
      |
    3 | AARDORP;GM9002
      | ^^^^^^^
      |
    hulp: houd één rij over, of verbeter de andere: die staat in regel 2

    fout[R293]: code `GM9001` staat ook bij een andere deelnemer
     --> deelnemers.csv:4:10
      |
    4 | Beekstad;9001
      |          ^^^^
      |
    hulp: houd één rij over, of verbeter de andere: die staat in regel 2

    fout[R293]: deze deelnemer krijgt dezelfde map als een andere: `bergen-l`
     --> deelnemers.csv:6:1
      |
    6 | Bergen L;
      | ^^^^^^^^
      |
    hulp: geef een van beide in de kolom `Map` een eigen naam; de andere staat in regel 5

    status 1
    ");
}

#[test]
fn a_folder_that_is_in_use_is_left_alone() {
    let work = with(TABLE);
    work.write("cases/samen/aardorp/notities.txt", "Van iemand anders.");
    assert_snapshot!(work.run(NEW).seen(), @"
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    fout[R294]: de map van deze deelnemer is al in gebruik: `cases/samen/aardorp`
     --> deelnemers.csv:2:1
      |
    2 | Aardorp;GM9001;;12000;2026-01-01;gemeentesecretaris;oost
      | ^^^^^^^
      |
    hulp: is het de case van deze deelnemer, kijk dan met `check` waarom zij niet te lezen is of waarom naam en code anders zijn; geef de deelnemer anders in de kolom `Map` een andere map

    status 1
    ");
    assert_snapshot!(work.run(&NEW.replace("cases/samen", "cases/proef")).seen(), @"
    deelnemers.csv, regel 1: kolom ‘Regio’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
    fout[R294]: deze map is zelf een case
    --> cases/proef
     |
    hulp: noem de map waar de cases van het onderzoek in komen

    status 1
    ");
}

#[test]
fn a_place_for_cases_that_is_no_folder_is_told() {
    let work = with("Naam\nAardorp\n");
    work.write("cases/samen", "iets anders");
    assert_snapshot!(work.run(NEW).seen(), @"
    fout[R294]: dit is geen map
    --> cases/samen
     |
    hulp: noem de map waar de cases van het onderzoek in komen, of geef het bestand een andere naam

    status 1
    ");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told() {
    let work = with("Naam\nAardorp\n");
    std::os::unix::fs::symlink("weg", work.path("cases/samen")).expect("a link");
    assert_snapshot!(work.run(NEW).seen(), @"
    fout[R294]: dit is een koppeling naar iets wat er niet is
    --> cases/samen
     |
    hulp: haal de koppeling weg, of noem een andere map

    status 1
    ");
    let work = with("Naam\nAardorp\n");
    std::fs::create_dir(work.path("cases/samen")).expect("a folder");
    std::os::unix::fs::symlink("weg", work.path("cases/samen/aardorp")).expect("a link");
    assert_snapshot!(work.run(NEW).seen(), @"
    fout[R294]: de map van deze deelnemer is al in gebruik: `cases/samen/aardorp`
     --> deelnemers.csv:2:1
      |
    2 | Aardorp
      | ^^^^^^^
      |
    hulp: is het de case van deze deelnemer, kijk dan met `check` waarom zij niet te lezen is of waarom naam en code anders zijn; geef de deelnemer anders in de kolom `Map` een andere map

    status 1
    ");
}
