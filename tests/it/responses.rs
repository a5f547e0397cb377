//! The version for wederhoor, and the response to recommendations in the documents.

use crate::common::Work;
use insta::assert_snapshot;

#[test]
fn the_version_for_wederhoor_has_the_facts_and_neither_conclusions_nor_advice() {
    let work = Work::with_case();
    let run = work.run("nota cases/proef --document hearing --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/proef/wederhoor.md");
    assert!(text.contains("# Normenkader Capaciteit"));
    assert!(text.contains("Bevinding B-1"), "findings stay");
    assert!(text.contains("**Oordeel: "), "so does the judgement that follows from them");
    for left_out in ["# Conclusies", "# Aanbevelingen", "De formatie is aan de krappe kant"] {
        assert!(!text.contains(left_out), "{left_out}");
    }
    assert!(!text.contains("**◕ voldoet grotendeels.**"), "the verdict on the whole is one too");
    // Each number belongs to a norm or a finding, and counts from 1 within it.
    let numbers: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("\\[")?.split_once("\\] "))
        .map(|(number, _)| number)
        .collect();
    assert_snapshot!(numbers.join(" "), @"CA-1.1 CA-1.2 CA-1.3 B-1.1 B-1.2 CA-2.1 CA-2.2 B-2.1 B-2.2 CA-3.1 CA-3.2 B-3.1 B-3.2 CA-6.1 CA-6.2 B-6.1 B-6.2");
    let form = "| Nummer | Formulier wederhoor proef | Waaruit blijkt dat? |";
    assert!(text.contains(form), "{text}");
}

#[test]
fn a_text_for_the_hearing_can_leave_the_judgements_out() {
    let work = Work::with_case();
    let run = work.run("nota cases/proef --document hearing --without-judgements --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/proef/wederhoor.md");
    for left_out in ["**Oordeel", "*Uitkomst", "Daaruit volgt", "Het oordeel bij een norm"] {
        assert!(!text.contains(left_out), "{left_out}");
    }
    assert!(text.contains("De gemeente heeft 4,5 fte."));
}

#[test]
fn a_recommendation_has_its_term_and_the_response_to_it_beside_it() {
    let work = Work::with_case();
    work.edit(
        "case.yaml",
        "    conclusions: [C1]\n",
        "    conclusions: [C1]\n    deadline: 2027-06-30\n",
    );
    let response = "response:\n  text: Wij danken u.\n  recommendations:\n    - {id: A1, position: partly, \
                    commitment: Een voorstel, due: 2027-03, text: Niet alles.}\n";
    work.edit("case.yaml", "\nrecommendations:", &format!("\n{response}\nrecommendations:"));
    let run = work.run("nota cases/proef --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/proef/nota.md");
    let (_, part) = text.split_once("# Aanbevelingen\n").expect("a chapter");
    assert_snapshot!(part.split("# Oordeel per norm").next().unwrap_or_default(), @"

    ## Aan het college

    ### 1. Breid de formatie uit

    Doe dat bij de begroting.

    > [!kantlijn] Volgt uit
    > [conclusie 1](#1-de-formatie-is-aan-de-krappe-kant)

    > [!kantlijn] Termijn en reactie
    > uiterlijk 30 juni 2027
    >
    > deels overgenomen

    # Bestuurlijke reactie en nawoord

    ## Bestuurlijke reactie

    Wij danken u.

    | Nr. | Aanbeveling | Reactie | Toezegging |
    |---|---|---|---|
    | 1 | Breid de formatie uit | deels overgenomen | Een voorstel, uiterlijk maart 2027 |

    **Bij aanbeveling 1.** Niet alles.
    ");
}

#[test]
fn a_response_that_is_a_list_and_a_reason_with_a_table_and_a_note_keep_their_form() {
    let work = Work::with_case();
    let response = "response:\n  text: Wij danken u.\n  recommendations:\n    - id: A1\n      \
                    position: partly\n      text: |\n        - een\n        - twee\n";
    work.edit("case.yaml", "\nrecommendations:", &format!("\n{response}\nrecommendations:"));
    let reason = "|\n      | a | b |\n      |---|---|\n      | 1 | 2 |\n\n      Gezien.[^1]\n\n      [^1]: In mei.\n";
    work.edit("case.yaml", "Er is geen register.", reason);
    let run = work.run("nota cases/proef --document nota,accounting --format md,pdf");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let nota = work.read("output/proef/nota.md");
    assert_eq!(nota.matches("**Bij aanbeveling 1.**\n\n- een\n- twee\n").count(), 1, "{nota}");
    let text = work.read("output/proef/verantwoording.md");
    assert_eq!(text.matches("*CA-6 Ruimte voor toezicht.*\n\n| a | b |\n").count(), 1, "{text}");
}

#[test]
fn a_response_to_a_recommendation_that_is_not_there_is_told_at_its_place() {
    let work = Work::with_case();
    let response = "response:\n  text: Wij danken u.\n  recommendations:\n    - {id: A9, position: adopted}\n    \
                    - {id: A1, position: ja}\n    - {id: A1, position: rejected}\n";
    work.edit("case.yaml", "\nrecommendations:", &format!("\n{response}\nrecommendations:"));
    assert_snapshot!(work.run("check cases/proef").seen(), @"
    fout[R238]: aanbeveling `A9` bestaat niet in deze case
      --> cases/proef/case.yaml:43:12
       |
    43 |     - {id: A9, position: adopted}
       |            ^^ er zijn: A1

    fout[R124]: onbekende waarde `ja`
      --> cases/proef/case.yaml:44:26
       |
    44 |     - {id: A1, position: ja}
       |                          ^^ verwacht: adopted, partly, rejected

    fout[R127]: `A1` komt al eerder voor
      --> cases/proef/case.yaml:45:12
       |
    45 |     - {id: A1, position: rejected}
       |            ^^ eerder in cases/proef/case.yaml:44
       |
    hulp: geef elk onderdeel zijn eigen code

    3 fouten
    status 1
    ");
}

#[test]
fn a_response_is_not_given_or_due_before_it_was_asked_for() {
    let work = Work::with_case();
    let dates = |due: &str, date: &str| {
        format!(
            "\nresponse:\n  requested: 2026-02-10\n  due: {due}\n  date: {date}\n  text: Wij danken u.\n\nrecommendations:"
        )
    };
    work.edit("case.yaml", "\nrecommendations:", &dates("2026-01", "2026-02-09"));
    assert_snapshot!(work.run("check cases/proef").seen(), @"
    fout[R262]: `due` is `2026-01`, vóór `requested` (`2026-02-10`)
      --> cases/proef/case.yaml:42:8
       |
    42 |   due: 2026-01
       |        ^^^^^^^
       |
    hulp: kijk beide datums na

    fout[R262]: `date` is `2026-02-09`, vóór `requested` (`2026-02-10`)
      --> cases/proef/case.yaml:43:9
       |
    43 |   date: 2026-02-09
       |         ^^^^^^^^^^
       |
    hulp: kijk beide datums na

    2 fouten
    status 1
    ");
    // A month may end after the day.
    work.edit(
        "case.yaml",
        "  due: 2026-01\n  date: 2026-02-09\n",
        "  due: 2026-02\n  date: 2026-02-10\n",
    );
    assert_snapshot!(work.check_short(), @"
    geen problemen gevonden
    status 0
    ");
}
