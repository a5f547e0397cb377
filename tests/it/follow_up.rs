//! A new study of what became of the recommendations of an earlier one.

use crate::register::{answered, later};
use crate::secrecy::KEY;
use insta::assert_snapshot;

#[test]
fn a_new_study_can_follow_the_recommendations_of_an_earlier_one() {
    let work = answered();
    let new =
        "new cases/proef-2029 --follow-up cases/proef --frameworks bibob:BB-1 --date 2029-01-01";
    assert_snapshot!(work.run(new).seen(), @"
    cases/proef-2029/case.yaml
    cases/proef-2029/sources.yaml
    cases/proef-2029/confidential.yaml
    cases/proef-2029/.gitignore
    cases/proef-2029/findings/bibob.yaml
    frameworks/schemas: schema's waarmee uw editor helpt invullen
    vul de case in en kijk dan met: rekenkamer check cases/proef-2029
    status 0
    ");
    let case = work.read("cases/proef-2029/case.yaml");
    let from = case.find("# Wat er van de aanbevelingen").unwrap_or(0);
    let until = case.find("# addressees").unwrap_or(case.len());
    assert_snapshot!(&case[from..until], @r#"
    # Wat er van de aanbevelingen van proef terechtkwam: opgevolgd | deels-opgevolgd | niet-opgevolgd | achterhaald | onbekend
    follow-up:
      case: "proef"
      recommendations:
        - id: A2
          title: Vraag elk jaar om cijfers
          status:
          # text: …                          # wat u daarover vaststelde
          # findings: []                     # bevindingen waarop dat rust
        - id: A1
          title: Breid de formatie uit
          status:
          # text: …                          # wat u daarover vaststelde
          # findings: []                     # bevindingen waarop dat rust
    "#);
    assert!(case.contains("name: \"Proefstad\""), "{case}");
    let told = work.run("check cases/proef-2029 --format short").seen();
    let own: Vec<&str> = told.lines().filter(|line| line.contains("`status`")).collect();
    assert_snapshot!(own.join("\n"), @"
    cases/proef-2029/case.yaml:80:13: nog in te vullen[R351]: `status` is nog in te vullen
    cases/proef-2029/case.yaml:85:13: nog in te vullen[R351]: `status` is nog in te vullen
    ");
    assert_snapshot!(work.run("new cases/x --follow-up cases/geen --frameworks bibob").seen(), @"
    fout[R105]: hier is geen case: `case.yaml` ontbreekt
    --> cases/geen
     |
    hulp: geef de map waarin `case.yaml` staat, of maak een case met `rekenkamer new`

    status 1
    ");
}

#[test]
fn a_follow_up_takes_the_frameworks_of_the_earlier_case_if_none_is_named() {
    let work = answered();
    assert_snapshot!(work.run("new cases/later --follow-up cases/proef").seen(), @"
    cases/later/case.yaml
    cases/later/sources.yaml
    cases/later/confidential.yaml
    cases/later/.gitignore
    cases/later/findings/fte-capacity.yaml
    frameworks/schemas: schema's waarmee uw editor helpt invullen
    vul de case in en kijk dan met: rekenkamer check cases/later
    status 0
    ");
}

#[test]
fn a_follow_up_takes_over_no_protected_name_of_the_earlier_case() {
    let work = answered();
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    work.edit("case.yaml", "title: Breid de formatie uit", "title: Vraag mevrouw Verschuur");
    let new = "new cases/later --follow-up cases/proef --frameworks bibob:BB-1";
    assert_snapshot!(work.run(new).seen(), @"
    fout[R728]: deze case heeft een sleutelbestand, en dat is hier niet: niemand is beschermd
      --> cases/proef/case.yaml:80:11
       |
    80 | key-file: true
       |           ^^^^
       |
    hulp: zet `confidential.yaml` in de map van de case; hebt u er geen recht op, vraag dan wie het heeft om te publiceren (`check` werkt wel)

    status 1
    ");
    work.write("cases/proef/confidential.yaml", KEY);
    assert_snapshot!(work.run(new).seen(), @"
    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in case.yaml (regel 83)
    --> cases/proef/case.yaml:50:26
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    status 1
    ");
    assert!(!work.path("cases/later").exists());
}

#[test]
fn a_study_cannot_follow_one_that_came_after_it() {
    let work = answered();
    later(&work);
    let case = "cases/later/case.yaml";
    work.write(case, work.read(case).replace("date: 2029-04-01", "date: 2025-04-01"));
    assert_snapshot!(work.run("register cases --format md").seen(), @"
    fout[R254]: een stand over 2025-04-01 is ouder dan het onderzoek in `proef`, van 2026-03-01
      --> cases/later/case.yaml:61:9
       |
    61 |   case: proef
       |         ^^^^^
       |
    hulp: kijk het jaar na

    1 fout
    er is niets geschreven
    status 1
    ");
}
