//! What became of recommendations: the council's decision, the states by year, and the register.

use crate::common::{Work, changed};
use crate::secrecy::KEY;
use insta::assert_snapshot;

/// A recommendation more, and what college and council said of both.
const ANSWERED: &str = "recommendations:
  - id: A2
    addressee: raad
    title: Vraag elk jaar om cijfers
    text: |
      Bespreek ze in de commissie.
    conclusions: [C1]
    deadline: 2027-06
  - id: A1
    addressee: college
    title: Breid de formatie uit
    text: |
      Doe dat bij de begroting.
    conclusions: [C1]
    owner: de wethouder
    deadline: 2026-12

response:
  text: Wij danken de rekenkamer.
  recommendations:
    - {id: A1, position: partly, commitment: Een voorstel bij de begroting, due: 2027-03}

decision:
  date: 2026-05-20
  reference: 2026-12
  recommendations:
    - {id: A1, decision: amended, text: Voor de helft., owner: de secretaris, due: 2027-09-01}
";

const PLAIN: &str = "recommendations:
  - id: A1
    addressee: college
    title: Breid de formatie uit
    text: |
      Doe dat bij de begroting.
    conclusions: [C1]
";

const STATES: &str = "states:
  - case: proef
    recommendation: A1
    year: 2026
    college: {status: niet-opgevolgd}
  - case: proef
    recommendation: A1
    year: 2027
    college: {status: opgevolgd, text: De formatie is uitgebreid., evidence: raadsbrief 12}
    rekenkamer: {status: deels-opgevolgd, text: Voor twee fte.}
";

fn answered() -> Work {
    let work = changed(&[("case.yaml", PLAIN, ANSWERED)]);
    work.write("cases/register.yaml", STATES);
    work
}

/// The text of a document, without its head and without where it comes from.
fn body(work: &Work, path: &str) -> String {
    let text = work.read(path);
    let text = text.splitn(3, "---\n").nth(2).unwrap_or_default().trim().to_owned();
    text.split("\n# Herkomst").next().unwrap_or_default().trim().to_owned()
}

fn register(work: &Work, options: &str) -> String {
    let run = work.run(&format!("register cases --format md {options}"));
    assert_eq!(run.status, 0, "{}", run.seen());
    body(work, "output/register/register.md")
}

#[test]
fn a_register_shows_positions_decisions_terms_and_both_readings() {
    assert_snapshot!(register(&answered(), "--on 2028-01-10"), @"
    > [!concept] Concept
    > **Nog niet vastgesteld:** Ondermijning (2026).

    # In het kort

    2 aanbevelingen uit één onderzoek: 1 deels opgevolgd, 1 nog geen stand. Van 2 is op 10 januari 2028 de termijn voorbij.

    **Termijn voorbij:**

    - **A2** Vraag elk jaar om cijfers (uiterlijk juni 2027)
    - **A1** Breid de formatie uit (uiterlijk 1 september 2027)

    **Het bestuur en de rekenkamer lezen de stand verschillend:**

    - **A1** Breid de formatie uit (2027: bestuur opgevolgd, rekenkamer deels opgevolgd)

    | Onderzoek | Aantal | deels opgevolgd | nog geen stand | termijn voorbij |
    |---|--:|--:|--:|--:|
    | Ondermijning (2026) | 2 | 1 | 1 | 2 |

    De laatste stand telt. Lezen het bestuur en de rekenkamer hetzelfde jaar verschillend, dan telt de lezing van de rekenkamer. Een termijn is voorbij als zij vóór 10 januari 2028 is verstreken, terwijl de aanbeveling niet is verworpen, en ook niet is opgevolgd of achterhaald.

    # Ondermijning (2026)

    Rapport van 1 maart 2026, nog niet vastgesteld. Raadsbesluit van 20 mei 2026 (2026-12).

    | Nr. | Aanbeveling | Voor wie | Reactie en besluit | Termijn | Stand |
    |---|---|---|---|---|---|
    | A2 | Vraag elk jaar om cijfers | de raad | – | juni 2027, voorbij | nog geen stand |
    | A1 | Breid de formatie uit | het college; de secretaris | college: deels overgenomen; raad: gewijzigd overgenomen | 1 september 2027, voorbij | deels opgevolgd (2027, niet volgens het bestuur) |

    ## Toezeggingen en besluiten

    **A1, toezegging.** Een voorstel bij de begroting.

    **A1, besluit.** Voor de helft.

    ## Stand per jaar

    | Nr. | Jaar | Volgens het bestuur | Volgens de rekenkamer |
    |---|---|---|---|
    | A1 | 2026 | niet opgevolgd | – |
    | A1 | 2027 | opgevolgd: De formatie is uitgebreid (raadsbrief 12) | deels opgevolgd: Voor twee fte |
    ");
}

#[test]
fn without_a_date_no_term_has_passed_and_the_register_says_so() {
    let text = register(&answered(), "");
    assert!(!text.contains("termijn voorbij"), "{text}");
    assert_snapshot!(text.lines().find(|line| line.starts_with("De laatste stand")).unwrap_or(""), @"De laatste stand telt. Lezen het bestuur en de rekenkamer hetzelfde jaar verschillend, dan telt de lezing van de rekenkamer. Er is geen datum opgegeven. Daarom zegt dit register van geen termijn dat zij voorbij is.");
}

#[test]
fn the_term_of_the_council_goes_before_the_promise_and_that_before_the_deadline() {
    let due = |work: &Work| {
        register(work, "--on 2027-06-15 --format md,json");
        let json = work.read("output/register/register.json");
        let json: serde_json::Value = serde_json::from_str(&json).unwrap_or_default();
        let one = &json["recommendations"][1];
        format!("{} {} {}", one["due"], one["due-from"], one["overdue"])
    };
    let work = answered();
    assert_eq!(due(&work), "\"2027-09-01\" \"decision\" false");
    work.edit("case.yaml", ", owner: de secretaris, due: 2027-09-01", "");
    assert_eq!(due(&work), "\"2027-03\" \"commitment\" true");
    work.edit("case.yaml", ", due: 2027-03", "");
    assert_eq!(due(&work), "\"2026-12\" \"deadline\" true");
}

#[test]
fn what_was_rejected_or_carried_out_is_never_too_late() {
    let overdue = |change: (&str, &str, &str)| {
        let work = answered();
        work.edit(change.0, change.1, change.2);
        let text = register(&work, "--on 2029-12-31");
        text.lines().find(|line| line.contains("aanbevelingen uit")).unwrap_or("").to_owned()
    };
    let (case, states) = ("case.yaml", "../register.yaml");
    assert_snapshot!(overdue((case, "decision: amended", "decision: amended")), @"2 aanbevelingen uit één onderzoek: 1 deels opgevolgd, 1 nog geen stand. Van 2 is op 31 december 2029 de termijn voorbij.");
    assert_snapshot!(overdue((case, "decision: amended", "decision: rejected")), @"2 aanbevelingen uit één onderzoek: 1 deels opgevolgd, 1 nog geen stand. Van 1 is op 31 december 2029 de termijn voorbij.");
    assert_snapshot!(overdue((states, "deels-opgevolgd, text: Voor twee fte.", "opgevolgd")), @"2 aanbevelingen uit één onderzoek: 1 opgevolgd, 1 nog geen stand. Van 1 is op 31 december 2029 de termijn voorbij.");
}

#[test]
fn the_follow_up_of_a_later_study_is_a_reading_of_the_rekenkamer() {
    let work = answered();
    later(&work);
    let text = register(&work, "");
    let states: Vec<&str> = text.lines().filter(|line| line.starts_with("| A1 | 20")).collect();
    assert_snapshot!(states.join("\n"), @"
    | A1 | 2026 | niet opgevolgd | – |
    | A1 | 2027 | opgevolgd: De formatie is uitgebreid (raadsbrief 12) | deels opgevolgd: Voor twee fte |
    | A1 | 2029 | – | opgevolgd (vervolgonderzoek later) |
    ");
}

/// A case of 2029 that follows the recommendations of the other.
fn later(work: &Work) {
    work.add_case("later");
    let case = "cases/later/case.yaml";
    let text = work.read(case).replace("date: 2026-03-01", "date: 2029-04-01");
    let advice = ["A1", "A2"].map(|id| {
        format!(
            "    - {{id: {id}, title: Breid de formatie uit, status: opgevolgd, findings: [B-1]}}\n"
        )
    });
    let follow_up =
        format!("follow-up:\n  case: proef\n  recommendations:\n{}\naccepted:\n", advice.concat());
    work.write(case, text.replace("accepted:\n", &follow_up));
}

#[test]
fn two_states_of_one_reader_in_one_year_are_refused_with_both_places() {
    let work = answered();
    later(&work);
    let more =
        "  - {case: proef, recommendation: A1, year: 2029, rekenkamer: {status: opgevolgd}}\n";
    work.write("cases/register.yaml", format!("{STATES}{more}"));
    assert_snapshot!(work.run("register cases --format md").seen(), @"
    fout[R253]: van aanbeveling `A1` uit `proef` staan er twee standen van de rekenkamer over 2029
      --> cases/later/case.yaml:63:12
       |
    63 |     - {id: A1, title: Breid de formatie uit, status: opgevolgd, findings: [B-1]}
       |            ^^ eerder in cases/register.yaml:11
       |
    hulp: houd één van de twee

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_state_names_a_case_and_a_recommendation_that_exist_after_the_report() {
    let work = answered();
    let states = "states:
  - {case: proeff, recommendation: A1, year: 2027, college: {status: opgevolgd}}
  - {case: proef, recommendation: A3, year: 2027, college: {status: opgevolgd}}
  - {case: proef, recommendation: A1, year: 2025, college: {status: opgevolgd}}
  - {case: proef, recommendation: A1, year: 2027}
  - {case: proef, recommendation: A1, year: twee, college: {status: gedaan}}
";
    work.write("standen.yaml", states);
    assert_snapshot!(work.run("register cases --states standen.yaml --format md").seen(), @"
    fout[R251]: een stand gaat over case `proeff`, en die is er niet
     --> standen.yaml:2:12
      |
    2 |   - {case: proeff, recommendation: A1, year: 2027, college: {status: opgevolgd}}
      |            ^^^^^^
      |
    hulp: bedoelde u `proef`?

    fout[R252]: case `proef` heeft geen aanbeveling `A3`
     --> standen.yaml:3:35
      |
    3 |   - {case: proef, recommendation: A3, year: 2027, college: {status: opgevolgd}}
      |                                   ^^ er zijn: A2, A1

    fout[R254]: een stand over 2025 is ouder dan het onderzoek in `proef`, van 2026-03-01
     --> standen.yaml:4:45
      |
    4 |   - {case: proef, recommendation: A1, year: 2025, college: {status: opgevolgd}}
      |                                             ^^^^
      |
    hulp: kijk het jaar na

    fout[R255]: een stand zonder lezing: `college` en `rekenkamer` ontbreken allebei
     --> standen.yaml:5:6
      |
    5 |   - {case: proef, recommendation: A1, year: 2027}
      |      ^^^^
      |
    hulp: schrijf bij minstens een van beide een `status`

    fout[R125]: `twee` past hier niet: verwacht een geheel getal van 1800 tot en met 2199
     --> standen.yaml:6:45
      |
    6 |   - {case: proef, recommendation: A1, year: twee, college: {status: gedaan}}
      |                                             ^^^^
      |
    hulp: schrijf een geheel getal, met alleen cijfers: `87400`

    fout[R124]: onbekende waarde `gedaan`
     --> standen.yaml:6:69
      |
    6 |   - {case: proef, recommendation: A1, year: twee, college: {status: gedaan}}
      |                                                                     ^^^^^^ verwacht: opgevolgd, deels-opgevolgd, niet-opgevolgd, achterhaald, onbekend

    6 fouten
    er is niets geschreven
    status 1
    ");
}

#[test]
fn states_of_cases_that_were_not_asked_for_are_passed_over() {
    let work = answered();
    work.add_case("ander");
    let text = {
        let run = work.run("register cases/ander --format md");
        assert_eq!(run.status, 0, "{}", run.seen());
        body(&work, "output/register/register.md")
    };
    assert!(!text.contains("2027"), "{text}");
}

#[test]
fn studies_without_recommendations_give_a_register_that_says_so() {
    let work = changed(&[("case.yaml", PLAIN, "")]);
    assert_snapshot!(register(&work, "--on 2027-12-31"), @"
    > [!concept] Concept
    > **Nog niet vastgesteld:** Ondermijning (2026).

    # In het kort

    In dit onderzoek staan geen aanbevelingen.
    ");
}

#[test]
fn a_register_can_be_by_addressee_or_by_term() {
    let headings = |options: &str| {
        let text = register(&answered(), options);
        let own = |line: &&str| line.starts_with("# ") || line.starts_with("| A");
        text.lines().filter(own).map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(headings("--by addressee"), @"
    # In het kort
    # Aan het college
    | A1 | Breid de formatie uit | het college; de secretaris | college: deels overgenomen; raad: gewijzigd overgenomen | 1 september 2027 | deels opgevolgd (2027, niet volgens het bestuur) |
    | A1 | 2026 | niet opgevolgd | – |
    | A1 | 2027 | opgevolgd: De formatie is uitgebreid (raadsbrief 12) | deels opgevolgd: Voor twee fte |
    # Aan de raad
    | A2 | Vraag elk jaar om cijfers | de raad | – | juni 2027 | nog geen stand |
    ");
    assert_snapshot!(headings("--by overdue --on 2027-08-31"), @"
    # In het kort
    # Termijn voorbij
    | A2 | Vraag elk jaar om cijfers | de raad | – | juni 2027, voorbij | nog geen stand |
    # Termijn loopt nog
    | A1 | Breid de formatie uit | het college; de secretaris | college: deels overgenomen; raad: gewijzigd overgenomen | 1 september 2027 | deels opgevolgd (2027, niet volgens het bestuur) |
    | A1 | 2026 | niet opgevolgd | – |
    | A1 | 2027 | opgevolgd: De formatie is uitgebreid (raadsbrief 12) | deels opgevolgd: Voor twee fte |
    ");
    assert_snapshot!(answered().run("register cases --by overdue").seen(), @"
    fout: dit ontbreekt: --on <DATUM>
    met `--help` achter de opdracht ziet u wat kan
    status 2
    ");
}

#[test]
fn the_year_report_has_the_studies_of_that_year_and_nothing_later() {
    let work = answered();
    work.edit("case.yaml", "status: concept", "status: definitief");
    later(&work);
    let report = |year: i32| {
        let options = format!("--document year-report --year {year} --format md");
        let run = work.run(&format!("register cases {options}"));
        assert_eq!(run.status, 0, "{}", run.seen());
        body(&work, "output/register/jaarverslag.md")
    };
    assert_snapshot!(report(2026), @"
    # Afgerond in 2026

    | Onderzoek | Rapport | Besluit van de raad | Aanbevelingen |
    |---|---|---|---|
    | Ondermijning | 1 maart 2026 | 20 mei 2026, 2026-12 | 2 aanbevelingen: 1 gewijzigd overgenomen |

    # De stand op 31 december 2026

    2 aanbevelingen uit één onderzoek: 1 niet opgevolgd, 1 nog geen stand. Op 31 december 2026 is van geen enkele de termijn voorbij.

    | Onderzoek | Aantal | niet opgevolgd | nog geen stand | termijn voorbij |
    |---|--:|--:|--:|--:|
    | Ondermijning (2026) | 2 | 1 | 1 | 0 |

    De laatste stand telt. Lezen het bestuur en de rekenkamer hetzelfde jaar verschillend, dan telt de lezing van de rekenkamer. Een termijn is voorbij als zij vóór 31 december 2026 is verstreken, terwijl de aanbeveling niet is verworpen, en ook niet is opgevolgd of achterhaald. Eén later onderzoek telt niet mee.

    # Ondermijning (2026)

    Rapport van 1 maart 2026. Raadsbesluit van 20 mei 2026 (2026-12).

    | Nr. | Aanbeveling | Voor wie | Reactie en besluit | Termijn | Stand |
    |---|---|---|---|---|---|
    | A2 | Vraag elk jaar om cijfers | de raad | – | juni 2027 | nog geen stand |
    | A1 | Breid de formatie uit | het college; de secretaris | college: deels overgenomen; raad: gewijzigd overgenomen | 1 september 2027 | niet opgevolgd (2026) |

    ## Toezeggingen en besluiten

    **A1, toezegging.** Een voorstel bij de begroting.

    **A1, besluit.** Voor de helft.

    ## Stand per jaar

    | Nr. | Jaar | Volgens het bestuur | Volgens de rekenkamer |
    |---|---|---|---|
    | A1 | 2026 | niet opgevolgd | – |
    ");
    let text = report(2025);
    assert_snapshot!(text, @"
    # Afgerond in 2025

    In 2025 is geen onderzoek afgerond.

    # De stand op 31 december 2025

    In dit register staan geen aanbevelingen. 2 latere onderzoeken tellen niet mee.
    ");
    assert_snapshot!(work.run("register cases --year 2026").seen(), @"
    fout[R821]: `--year` past niet bij het register zelf (het jaar hoort bij --document year-report)
    --> --year
     |
    hulp: laat de optie weg

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_concept_is_not_finished_and_the_register_says_that_it_is_one() {
    let work = answered();
    work.run("register cases --document year-report --year 2026 --format md");
    let report = body(&work, "output/register/jaarverslag.md");
    assert_snapshot!(report.split("# De stand").next().unwrap_or_default().trim(), @"
    > [!concept] Concept
    > **Nog niet vastgesteld:** Ondermijning (2026).

    # Afgerond in 2026

    In 2026 is geen onderzoek afgerond.
    ");
    let about = report.lines().find(|line| line.starts_with("Rapport van")).unwrap_or_default();
    assert_snapshot!(about, @"Rapport van 1 maart 2026, nog niet vastgesteld. Raadsbesluit van 20 mei 2026 (2026-12).");
}

#[test]
fn terms_are_judged_on_a_day() {
    assert_snapshot!(answered().run("register cases --on 2027").seen(), @"
    fout: `2027` past niet bij `--on <DATUM>`: schrijf er ook de dag bij, zoals 2027-03-12
    met `--help` achter de opdracht ziet u wat kan
    status 2
    ");
}

#[test]
fn a_protected_name_in_a_state_stops_the_register() {
    let work = answered();
    let person = "people:\n  - {source: I01, name: Jansje Duimstok}\n";
    work.write("cases/proef/confidential.yaml", person);
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    work.edit("../register.yaml", "raadsbrief 12", "brief van Jansje Duimstok");
    assert_snapshot!(work.run("register cases --format md,json").seen(), @"
    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in register.md (regel 56), register.json (regel 66), register.md (regel 56)
    --> cases/register.yaml:9:95
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    1 fout
    er is niets geschreven
    status 1
    ");
    assert!(!work.path("output/register/register.json").exists());
}

#[test]
fn the_json_of_a_register_has_a_format_and_says_nothing_of_terms_without_a_date() {
    let work = answered();
    register(&work, "--format md,json");
    let json = work.read("output/register/register.json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap_or_default();
    assert_eq!(json["format"], 1);
    assert_eq!(json["on"], serde_json::Value::Null);
    assert_snapshot!(serde_json::to_string_pretty(&json["recommendations"][1]).unwrap_or_default(), @r#"
    {
      "addressee": "college",
      "case": "proef",
      "commitment": "Een voorstel bij de begroting",
      "decision": "amended",
      "due": "2027-09-01",
      "due-from": "decision",
      "id": "A1",
      "overdue": null,
      "owner": "de secretaris",
      "position": "partly",
      "states": [
        {
          "college": {
            "evidence": "",
            "later-case": null,
            "status": "niet-opgevolgd",
            "text": ""
          },
          "rekenkamer": null,
          "year": 2026
        },
        {
          "college": {
            "evidence": "raadsbrief 12",
            "later-case": null,
            "status": "opgevolgd",
            "text": "De formatie is uitgebreid."
          },
          "rekenkamer": {
            "evidence": "",
            "later-case": null,
            "status": "deels-opgevolgd",
            "text": "Voor twee fte."
          },
          "year": 2027
        }
      ],
      "title": "Breid de formatie uit"
    }
    "#);
}

#[test]
fn the_council_decides_once_on_a_recommendation_that_is_there_after_the_report() {
    let decided = |lines: &str| {
        let decision = format!("decision:\n{lines}\naccepted:\n");
        changed(&[("case.yaml", "accepted:\n", &decision)]).check()
    };
    assert_snapshot!(decided("  date: 2026-02-28\n  recommendations:
    - {id: A1, decision: adopted}\n    - {id: A1, decision: rejected}\n    - {id: A2, decision: adopted}\n"), @"
    fout[R250]: het raadsbesluit van 2026-02-28 is ouder dan de nota van 2026-03-01
      --> cases/proef/case.yaml:61:9
       |
    61 |   date: 2026-02-28
       |         ^^^^^^^^^^
       |
    hulp: kijk beide data na

    fout[R127]: `A1` komt al eerder voor
      --> cases/proef/case.yaml:64:12
       |
    64 |     - {id: A1, decision: rejected}
       |            ^^ eerder in cases/proef/case.yaml:63
       |
    hulp: geef elk onderdeel zijn eigen code

    fout[R238]: aanbeveling `A2` bestaat niet in deze case
      --> cases/proef/case.yaml:65:12
       |
    65 |     - {id: A2, decision: adopted}
       |            ^^ er zijn: A1

    3 fouten
    status 1
    ");
    assert_snapshot!(decided("  recommendations:\n    - {id: A1, decision: overgenomen}\n"), @"
    fout[R111]: sleutel `date` ontbreekt
      --> cases/proef/case.yaml:61:3
       |
    61 |   recommendations:
       |   ^^^^^^^^^^^^^^^ in dit onderdeel
       |
    hulp: zet `date` bij dit onderdeel, even ver ingesprongen

    fout[R124]: onbekende waarde `overgenomen`
      --> cases/proef/case.yaml:62:26
       |
    62 |     - {id: A1, decision: overgenomen}
       |                          ^^^^^^^^^^^ verwacht: adopted, amended, rejected
       |
    hulp: bedoelde u `adopted`?

    2 fouten
    status 1
    ");
}

#[test]
fn the_council_decides_after_the_response_and_on_what_is_still_to_come() {
    let work = answered();
    work.edit("case.yaml", "response:\n", "response:\n  date: 2026-05-21\n");
    assert_snapshot!(work.check(), @"
    fout[R250]: het raadsbesluit van 2026-05-20 is ouder dan de bestuurlijke reactie van 2026-05-21
      --> cases/proef/case.yaml:64:9
       |
    64 |   date: 2026-05-20
       |         ^^^^^^^^^^
       |
    hulp: kijk beide data na

    1 fout
    status 1
    ");
    let work = answered();
    work.edit("case.yaml", "due: 2027-09-01", "due: 2026-04");
    assert_snapshot!(work.check(), @"
    waarschuwing[R381]: `due` bij aanbeveling `A1` is `2026-04`, vóór de datum van het raadsbesluit (`2026-05-20`)
      --> cases/proef/case.yaml:66:12
       |
    66 |     - {id: A1, decision: amended, text: Voor de helft., owner: de secretaris, due: 2026-04}
       |            ^^
       |
    hulp: ga na of de datum klopt

    1 waarschuwing
    status 0
    ");
}

#[test]
fn the_nota_shows_the_owner_and_not_the_decision_that_came_after_it() {
    let work = answered();
    work.run("nota cases/proef --format md --document nota,summary");
    let nota = work.read("output/proef/nota.md");
    let part = nota.split("### 1. Breid de formatie uit").nth(1).unwrap_or_default();
    assert_snapshot!(part.split("\n#").next().unwrap_or_default().trim(), @"
    Doe dat bij de begroting.

    > [!kantlijn] Volgt uit
    > [conclusie 1](#1-de-formatie-is-aan-de-krappe-kant)

    > [!kantlijn] Wie, termijn en reactie
    > de wethouder, uiterlijk december 2026
    >
    > deels overgenomen
    ");
    for document in [nota.as_str(), &work.read("output/proef/samenvatting.md")] {
        assert!(!document.contains("gewijzigd overgenomen"), "{document}");
    }
}

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
fn two_cases_of_one_name_cannot_be_told_apart_in_a_register() {
    let work = answered();
    work.write("archief/proef/case.yaml", work.read("cases/proef/case.yaml"));
    work.write("archief/proef/sources.yaml", work.read("cases/proef/sources.yaml"));
    let findings = work.read("cases/proef/findings/fte-capacity.yaml");
    work.write("archief/proef/findings/fte-capacity.yaml", findings);
    assert_snapshot!(work.run("register cases archief --format md").seen(), @"
    fout[R704]: twee cases heten `proef`, en hun nota's zouden op dezelfde plaats komen
    --> archief/proef
     |
    hulp: geef hun mappen verschillende namen, of zet ze apart met `--output`

    1 fout
    er is niets geschreven
    status 1
    ");
}
