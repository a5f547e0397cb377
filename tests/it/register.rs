//! The register of what became of recommendations, and the year report.

use crate::common::{Work, changed};
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

/// What the college and the rekenkamer say of its first recommendation in two years.
pub const STATES: &str = "states:
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

/// A case with answers of the college, a decision of the council, and states of later years.
pub fn answered() -> Work {
    let work = changed(&[("case.yaml", PLAIN, ANSWERED)]);
    work.write("cases/register.yaml", STATES);
    work
}

/// The text of a document, without its head and without where it comes from.
pub fn body(work: &Work, path: &str) -> String {
    let text = work.read(path);
    let text = text.splitn(3, "---\n").nth(2).unwrap_or_default().trim().to_owned();
    text.split("\n# Herkomst").next().unwrap_or_default().trim().to_owned()
}

pub fn register(work: &Work, options: &str) -> String {
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
pub fn later(work: &Work) {
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
