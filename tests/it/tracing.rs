//! `trace`: on what something rests, and what rests on it.

use crate::common::{FINDINGS, Work};
use insta::assert_snapshot;

#[test]
fn a_criterion_is_traced_down_to_its_sources_and_up_to_advice() {
    assert_snapshot!(Work::with_case().run("trace cases/proef CA-1").seen(), @"
    norm CA-1 Omvang van de formatie (◕ voldoet grotendeels, sterk)  cases/proef/findings/fte-capacity.yaml:4
    rust op
      bevinding B-1 De gemeente heeft 4,5 fte.  cases/proef/findings/fte-capacity.yaml:7
        steunt: bron D01 Integraal veiligheidsplan (p. 4)  cases/proef/sources.yaml:2
        steunt: bron W01 Inzage in de personeelsregistratie  cases/proef/sources.yaml:14
      bron D02 Opgave van de gemeenten  cases/proef/sources.yaml:6
    draagt
      conclusie C1 De formatie is aan de krappe kant  cases/proef/case.yaml:33
        aanbeveling A1 Breid de formatie uit  cases/proef/case.yaml:41
    status 0
    ");
}

#[test]
fn a_source_is_traced_up_with_the_place_in_it_and_the_side_it_takes() {
    let work = Work::with_case();
    let against = "locator: p. 4\n          - source: I01\n            stance: contradicts\n            locator: eerste uur\n";
    work.edit(FINDINGS, "locator: p. 4\n", against);
    let derived = "    date: 2025-10-07\n    derived-from: [D02]\n";
    work.edit("sources.yaml", "    date: 2025-10-07\n", derived);
    assert_snapshot!(work.run("trace cases/proef I01").seen(), @"
    bron I01 Medewerker openbare orde en veiligheid  cases/proef/sources.yaml:10
    rust op
      bron D02 Opgave van de gemeenten  cases/proef/sources.yaml:6
    draagt
      spreekt tegen: bevinding B-1 De gemeente heeft 4,5 fte. (eerste uur)  cases/proef/findings/fte-capacity.yaml:7
        norm CA-1 Omvang van de formatie (◕ voldoet grotendeels, sterk)  cases/proef/findings/fte-capacity.yaml:4
          conclusie C1 De formatie is aan de krappe kant  cases/proef/case.yaml:33
            aanbeveling A1 Breid de formatie uit  cases/proef/case.yaml:41
      steunt: bevinding B-3 Er is een regisseur met een vervanger.  cases/proef/findings/fte-capacity.yaml:33
        norm CA-3 Regie belegd (◕ voldoet grotendeels, sterk)  cases/proef/findings/fte-capacity.yaml:30
      steunt: bevinding B-6 Er is een plan, maar niet voor alle locaties.  cases/proef/findings/fte-capacity.yaml:53
        norm CA-6 Ruimte voor toezicht (◕ voldoet grotendeels, smal)  cases/proef/findings/fte-capacity.yaml:50
    status 0
    ");
}

#[test]
fn a_recommendation_a_question_and_an_observation_are_traced_too() {
    let work = Work::with_case();
    let observed = "observations:\n  - id: O1\n    title: Wat opviel\n    text: Dit.\n    findings: [B-9]\n\npeers:\n";
    work.edit("case.yaml", "peers:\n", observed);
    let judged = "sub-questions:\n  - id: DV-1\n    findings:\n      - id: B-9\n        condition: |\n          \
                  Het is *bijna* genoeg, zeggen de mensen die wij spraken; maar zij zeggen dat al jaren, en niemand telt.\n        \
                  evidence: [{source: I01}]\n";
    work.write("cases/proef/findings/sub-questions.yaml", judged);
    let seen = |id: &str| work.run(&format!("trace cases/proef {id}")).seen();
    assert_snapshot!(seen("A1"), @"
    aanbeveling A1 Breid de formatie uit  cases/proef/case.yaml:41
    rust op
      conclusie C1 De formatie is aan de krappe kant  cases/proef/case.yaml:33
        norm CA-1 Omvang van de formatie (◕ voldoet grotendeels, sterk)  cases/proef/findings/fte-capacity.yaml:4
          bevinding B-1 De gemeente heeft 4,5 fte.  cases/proef/findings/fte-capacity.yaml:7
            steunt: bron D01 Integraal veiligheidsplan (p. 4)  cases/proef/sources.yaml:2
            steunt: bron W01 Inzage in de personeelsregistratie  cases/proef/sources.yaml:14
          bron D02 Opgave van de gemeenten  cases/proef/sources.yaml:6
        norm CA-2 Vaste financiering (◑ voldoet deels, sterk)  cases/proef/findings/fte-capacity.yaml:16
          bevinding B-2 Twee derde van het geld is vast.  cases/proef/findings/fte-capacity.yaml:19
            steunt: bron D01 Integraal veiligheidsplan  cases/proef/sources.yaml:2
            steunt: bron W01 Inzage in de personeelsregistratie  cases/proef/sources.yaml:14
    status 0
    ");
    assert_snapshot!(seen("DV-1"), @"
    deelvraag DV-1 Zijn er genoeg mensen?  cases/proef/case.yaml:25
    rust op
      bevinding B-9 Het is bijna genoeg, zeggen de mensen die wij spraken; maar zij zeggen dat al jaren, en …  cases/proef/findings/sub-questions.yaml:4
        steunt: bron I01 Medewerker openbare orde en veiligheid  cases/proef/sources.yaml:10
    status 0
    ");
    assert_snapshot!(seen("O1"), @"
    observatie O1 Wat opviel  cases/proef/case.yaml:49
    rust op
      bevinding B-9 Het is bijna genoeg, zeggen de mensen die wij spraken; maar zij zeggen dat al jaren, en …  cases/proef/findings/sub-questions.yaml:4
        steunt: bron I01 Medewerker openbare orde en veiligheid  cases/proef/sources.yaml:10
    status 0
    ");
    assert_snapshot!(seen("B-9"), @"
    bevinding B-9 Het is bijna genoeg, zeggen de mensen die wij spraken; maar zij zeggen dat al jaren, en …  cases/proef/findings/sub-questions.yaml:4
    rust op
      steunt: bron I01 Medewerker openbare orde en veiligheid  cases/proef/sources.yaml:10
    draagt
      deelvraag DV-1 Zijn er genoeg mensen?  cases/proef/case.yaml:25
      observatie O1 Wat opviel  cases/proef/case.yaml:49
    status 0
    ");
}

#[test]
fn an_unknown_code_is_told_with_the_nearest_and_a_broken_case_with_its_errors() {
    let work = Work::with_case();
    assert_snapshot!(work.run("trace cases/proef CA-11").seen(), @"
    fout[R394]: `CA-11` komt in deze case niet voor
    --> cases/proef
     |
    hulp: bedoelde u `CA-1`?

    status 1
    ");
    work.edit("case.yaml", "status: concept", "status: konsept");
    let broken = work.run("trace cases/proef CA-1");
    assert_snapshot!(broken.seen(), @"
    fout[R124]: onbekende waarde `konsept`
      --> cases/proef/case.yaml:15:11
       |
    15 |   status: konsept
       |           ^^^^^^^ verwacht: concept, definitief, reconstructie, fictief
       |
    hulp: bedoelde u `concept`?

    1 fout
    status 1
    ");
    assert_eq!(work.run("trace cases/proef").status, 2);
}

#[test]
fn the_chain_as_json_says_the_same() {
    let json = Work::with_case().run("trace cases/proef B-3 --format json").stdout;
    assert_snapshot!(json, @r#"
    [
      {
        "kind": "finding",
        "id": "B-3",
        "title": "Er is een regisseur met een vervanger.",
        "file": "cases/proef/findings/fte-capacity.yaml",
        "line": 30,
        "rests-on": [
          {
            "kind": "source",
            "id": "D01",
            "title": "Integraal veiligheidsplan",
            "file": "cases/proef/sources.yaml",
            "line": 2,
            "stance": "supports"
          },
          {
            "kind": "source",
            "id": "I01",
            "title": "Medewerker openbare orde en veiligheid",
            "file": "cases/proef/sources.yaml",
            "line": 10,
            "stance": "supports"
          }
        ],
        "carries": [
          {
            "kind": "criterion",
            "id": "CA-3",
            "title": "Regie belegd",
            "judgement": "grotendeels",
            "strength": "strong",
            "file": "cases/proef/findings/fte-capacity.yaml",
            "line": 27
          }
        ]
      }
    ]
    "#);
}

#[test]
fn a_norm_that_the_case_did_not_choose_has_nothing_to_trace() {
    let work = Work::empty();
    let new = "new cases/proef --municipality Proefstad --frameworks bibob:BB-1 --date 2026";
    assert_eq!(work.run(new).status, 0);
    work.edit("case.yaml", "    reason:  ", "    reason: Alleen het beleid. #");
    insta::assert_snapshot!(work.run("trace cases/proef BB-2").seen(), @"
    fout[R394]: `BB-2` komt in deze case niet voor
    --> cases/proef
     |
    hulp: deze norm is in `case.yaml` niet gekozen, en heeft dus geen oordeel

    status 1
    ");
}
