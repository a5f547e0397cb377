//! What cases share, in a file that each of them names.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::Work;
use insta::assert_snapshot;

/// Two cases with the study and the frameworks of the case `proef` in one file.
fn two() -> Work {
    let work = Work::with_case();
    work.add_case("ander");
    let case = work.read("cases/proef/case.yaml");
    let (head, rest) = case.split_once("study:").expect("a study");
    let (study, rest) = rest.split_once("conclusions:").expect("conclusions");
    let own = "study:\n  central-question:\n    answer: |\n      Ten dele.\n  sub-questions:\n    \
        - id: DV-1\n      answer: |\n        Bijna.\n\n";
    let study = study.replace("    answer: |\n      Ten dele.\n", "");
    let study = study.replace("      answer: |\n        Bijna.\n", "");
    work.write("cases/shared.yaml", format!("study:{study}"));
    let text = format!("{head}shared: ../shared.yaml\n\n{own}conclusions:{rest}");
    work.write("cases/proef/case.yaml", &text);
    let other = text.replace("Proefstad", "Anderstad").replace("GM9999", "GM9998");
    work.write("cases/ander/case.yaml", other);
    work
}

fn change(work: &Work, file: &str, from: &str, to: &str) {
    let text = work.read(file);
    assert_eq!(text.matches(from).count(), 1, "{from:?} must stand once in {file}");
    work.write(file, text.replacen(from, to, 1));
}

/// The title in the head of the nota of a case.
fn title(work: &Work, case: &str) -> String {
    work.run(&format!("nota cases/{case} --format md --force"));
    let nota = work.read(&format!("output/{case}/nota.md"));
    nota.lines().find(|line| line.starts_with("title:")).unwrap_or_default().to_owned()
}

#[test]
fn a_change_of_the_shared_part_reaches_all_but_a_case_that_has_its_own() {
    let work = two();
    assert_snapshot!(work.run("check cases").seen(), @"
    geen problemen gevonden
    status 0
    ");
    assert_eq!(title(&work, "proef"), "title: \"Ondermijning\"");
    change(&work, "cases/ander/case.yaml", "study:\n", "study:\n  title: Eigen titel\n");
    change(&work, "cases/shared.yaml", "title: Ondermijning", "title: Toezicht");
    assert_eq!(title(&work, "proef"), "title: \"Toezicht\"");
    assert_eq!(title(&work, "ander"), "title: \"Eigen titel\"");
}

#[test]
fn a_mistake_in_the_shared_part_is_told_once_and_what_a_case_lacks_at_that_case() {
    let work = two();
    change(&work, "cases/shared.yaml", "  title: Ondermijning", "  titel: Ondermijning");
    assert_snapshot!(work.run("check cases --format short").seen(), @"
    cases/shared.yaml:2:3: fout[R110]: onbekende sleutel `titel`
    1 fout
    status 1
    ");
    let work = two();
    change(
        &work,
        "cases/shared.yaml",
        "  sub-questions:\n",
        "  sub-questions:\n    - id: DV-2\n      question: Kan het beter?\n",
    );
    assert_snapshot!(work.run("check cases --format short").seen(), @"
    cases/ander/case.yaml:8:9: waarschuwing[R372]: deelvraag `DV-2` heeft geen antwoord, en geen reden waarom dat er niet is
    cases/proef/case.yaml:8:9: waarschuwing[R372]: deelvraag `DV-2` heeft geen antwoord, en geen reden waarom dat er niet is
    2 waarschuwingen
    status 0
    ");
}

#[test]
fn conclusions_cannot_be_shared() {
    let work = two();
    let shared = work.read("cases/shared.yaml");
    work.write("cases/shared.yaml", shared + "conclusions:\n  - id: C9\n");
    assert_snapshot!(work.run("check cases/proef").seen(), @"
    fout[R110]: onbekende sleutel `conclusions`
      --> cases/shared.yaml:21:1
       |
    21 | conclusions:
       | ^^^^^^^^^^^ verwacht: study, plan, frameworks, addressees

    1 fout
    status 1
    ");
}

#[test]
fn a_shared_file_that_is_away_or_outside_is_told_where_the_case_names_it() {
    for name in ["../geen.yaml", "../../../../shared.yaml", "case.yaml", "[a, b]", "''"] {
        let work = two();
        change(
            &work,
            "cases/proef/case.yaml",
            "shared: ../shared.yaml",
            &format!("shared: {name}"),
        );
        let said = work.run("check cases/proef --format short").seen();
        assert!(said.contains("cases/proef/case.yaml:") && said.contains("fout"), "{name}: {said}");
    }
    let work = two();
    change(&work, "cases/proef/case.yaml", "shared: ../shared.yaml", "shared: ../geen.yaml");
    assert_snapshot!(work.check(), @"
    fout[R101]: bestand ontbreekt
     --> cases/proef/case.yaml:8:9
      |
    8 | shared: ../geen.yaml
      |         ^^^^^^^^^^^^
      |
    hulp: dit bestand is er niet; een gedeeld deel heet meestal `../shared.yaml`

    1 fout
    status 1
    ");
}

#[test]
fn a_framework_is_added_to_one_case_and_the_shared_file_stays_as_it_was() {
    let work = two();
    let before = work.read("cases/shared.yaml");
    assert_snapshot!(work.run("new cases/proef --frameworks council-role --write").seen(), @"
    cases/proef/case.yaml
      regel 9: + council-role
    cases/proef/findings/council-role.yaml (nieuw)
    geschreven; kijk de case na met: rekenkamer check cases/proef
    frameworks/schemas: schema's waarmee uw editor helpt invullen
    status 0
    ");
    assert_eq!(work.read("cases/shared.yaml"), before);
    assert!(work.read("cases/proef/case.yaml").contains("frameworks:\n  - council-role\n"));
    let said = work.run("check cases/proef --format short").seen();
    assert!(said.contains("RR-2") && !said.contains("fout"), "{said}");
    // That a framework has another version is for the case; the shared file only names it.
    let upgraded = work.run("framework upgrade cases/ander").seen();
    assert!(upgraded.contains("gebruikt al versie"), "{upgraded}");
}

#[test]
fn the_hash_of_the_shared_file_is_on_the_scorecard_and_its_path_is_not() {
    let work = two();
    let card = work.run("score cases/proef --format json").stdout;
    let card: serde_json::Value = serde_json::from_str(&card).expect("JSON");
    let inputs = card["inputs"].as_object().expect("inputs");
    assert!(inputs.contains_key("shared") && !inputs.keys().any(|key| key.contains("..")));
}

#[test]
fn a_name_that_one_case_protects_stops_what_they_share() {
    let work = two();
    work.write(
        "cases/proef/confidential.yaml",
        "people:\n  - {what: melder, name: Tjitske Rikkersdonck}\n",
    );
    change(
        &work,
        "cases/proef/case.yaml",
        "shared: ../shared.yaml",
        "shared: ../shared.yaml\nkey-file: true",
    );
    change(&work, "cases/shared.yaml", "Proefstad wil weten", "Mevrouw Rikkersdonck wil weten");
    let said = work.run("nota cases/proef cases/ander --format md").seen();
    assert!(said.contains("[R70") && !said.contains("Rikkersdonck"), "{said}");
    assert!(!work.path("output").exists());
}

#[test]
fn a_copy_of_the_shared_file_is_told_once_and_taken_over_with_the_folder_of_the_study() {
    let work = two();
    let copy = "cases/shared-LAPTOP-7.yaml";
    let text = work.read("cases/shared.yaml");
    work.write(copy, format!("{text}addressees: [de raad]\n"));
    assert_snapshot!(work.run("check cases").seen(), @"
    fout[R160]: dit lijkt een kopie of een rest van `shared.yaml`, en wordt niet gelezen
    --> cases/shared-LAPTOP-7.yaml
     |
    hulp: `rekenkamer import` met dit bestand laat zien wat anders is dan in `shared.yaml`, en neemt het over; haal het daarna weg, of zet het in de map `materiaal` van de case

    1 fout
    status 1
    ");
    assert_snapshot!(work.run(&format!("import cases/proef {copy}")).seen(), @"
    fout[R286]: dit is een kopie van `shared.yaml`, en dat is van alle cases van het onderzoek
    --> cases/shared-LAPTOP-7.yaml
     |
    hulp: geef de opdracht met de map waarin `shared.yaml` staat in plaats van met de case

    status 1
    ");
    assert_snapshot!(work.run(&format!("import cases {copy} --write")).seen(), @"
    cases/shared.yaml
      regel 20: + addressees: de raad
    geschreven in `shared.yaml`, dat alle cases van het onderzoek delen; kijk ze na met: rekenkamer check cases
    haal de kopie weg, of zet haar in een andere map
    status 0
    ");
    assert_snapshot!(work.run(&format!("import cases {copy} --write")).seen(), @"
    alles uit de kopie staat al in `shared.yaml` van het onderzoek; u kunt de kopie weghalen
    status 0
    ");
    assert!(work.read("cases/shared.yaml").contains("\naddressees: [de raad]\n"));
    assert_snapshot!(work.run("import cases cases/proef/sources.yaml").seen(), @"
    fout[R286]: dit is geen kopie van het bestand dat de cases van dit onderzoek delen
    --> cases/proef/sources.yaml
     |
    hulp: is het een kopie van een bestand van één case, geef dan de map van die case

    status 1
    ");
    work.write(copy, format!("{text}titel: x\n"));
    assert_snapshot!(work.run(&format!("import cases {copy} --write")).seen(), @"
    fout[R110]: onbekende sleutel `titel`
      --> cases/shared-LAPTOP-7.yaml:21:1
       |
    21 | titel: x
       | ^^^^^ verwacht: study, plan, frameworks, addressees

    status 1
    ");
    assert!(!work.read("cases/shared.yaml").contains("titel"));
}

#[test]
fn invalid_yaml_in_the_shared_file_is_told_once() {
    let work = two();
    change(&work, "cases/shared.yaml", "  title: Ondermijning", "  title: \"Ondermijning");
    assert_snapshot!(work.run("check cases").seen(), @r#"
    fout[R104]: dit is geen geldige YAML: een aanhalingsteken heeft geen tweede, of de tekst erachter springt niet ver genoeg in
     --> cases/shared.yaml:2:10
      |
    2 |   title: "Ondermijning
      |          ^^^^^^^^^^^^^
      |
    hulp: zet een aanhalingsteken aan het einde van de tekst; een `'` binnen `'…'` schrijft u dubbel: `'foto''s'`

    1 fout
    status 1
    "#);
}

#[test]
fn a_folder_of_a_study_without_its_shared_file_is_told_so() {
    let work = two();
    std::fs::rename(work.path("cases/shared.yaml"), work.path("cases/shared (1).yaml"))
        .expect("another name");
    assert_snapshot!(work.run("status cases").seen(), @"
    fout[R105]: hier is geen case: `case.yaml` ontbreekt
    --> cases
     |
    hulp: de cases in deze map delen `shared.yaml`, en dat is er niet; zet het terug, of geef een kopie ervan die naam

    status 1
    ");
}
