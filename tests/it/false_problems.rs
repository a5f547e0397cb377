//! A mistake in one place draws no false problem of what refers to it.

use crate::common::{FINDINGS, Work, check_with};
use insta::assert_snapshot;

#[test]
fn a_framework_misspelt_alone_does_not_condemn_all_that_refers_to_its_criteria() {
    let out = check_with("case.yaml", "frameworks: [fte-capacity]", "frameworks: [fte-capacty]");
    assert_snapshot!(out, @"
    fout[R201]: normenkader `fte-capacty` bestaat niet
      --> cases/proef/case.yaml:30:14
       |
    30 | frameworks: [fte-capacty]
       |              ^^^^^^^^^^^ er zijn: bibob, council-role, fte-capacity, integral-policy, public-private-cooperation, voorbeeld-energie, voorbeeld-inhuur, voorbeeld-subsidies
       |
    hulp: bedoelde u `fte-capacity`?

    1 fout
    status 1
    ");
}

#[test]
fn what_is_wrong_in_one_place_draws_no_false_problem_of_what_refers_to_it() {
    let question = "sub-questions:\n  - id: DV-1\n    findings:\n      - id: B-9\n        condition: |\n          \
                    Bijna.\n        evidence: [{source: D01}]\n";
    let mut told = Vec::new();
    for (file, from, to) in [
        ("case.yaml", "status: concept", "status: konsept"),
        ("case.yaml", "- id: DV-1", "- id: DV 1"),
        ("case.yaml", "- id: C1", "- id: C 1"),
        ("case.yaml", "conclusions:\n  - id: C1", "conclusions: geen\nobservations:\n  - id: C1"),
        ("sources.yaml", "code: D01", "code: D 01"),
        ("sources.yaml", "sources:\n", "sources:\n  - jaarverslag\n"),
        ("sources.yaml", "sources:\n", "sources: geen\nbronnen:\n"),
        (FINDINGS, "- id: B-1\n", "- id: B 1\n"),
        (FINDINGS, "- id: CA-1\n", "- id: CB-1\n"),
        (FINDINGS, "evidence:\n          - source: I01", "evidence: I01"),
        ("case.yaml", "value: 4}", "value: vier}"),
        ("case.yaml", "inhabitants: 90000", "inhabitants: 90.000"),
        (FINDINGS, "criteria:\n", "criteria: geen\nnormen:\n"),
        (FINDINGS, "criteria:\n", "criterea:\n"),
        ("sources.yaml", "sources:\n", "source:\n"),
        ("case.yaml", "conclusions:\n", "conclusion:\n"),
        ("case.yaml", "commissioner:", "comissioner:"),
        ("findings/sub-questions.yaml", "findings:\n", "findings: geen\n    x:\n"),
        ("findings/sub-questions.yaml", "sub-questions:\n", "sub-questions: [\n"),
    ] {
        let work = Work::with_case();
        work.write("cases/proef/findings/sub-questions.yaml", question);
        work.edit("case.yaml", "findings: [B-1]", "findings: [B-1, B-9]");
        work.edit(file, from, to);
        told.push(format!("{file}: {to:?}\n{}", work.check_short()));
    }
    assert_snapshot!(told.join("\n\n"), @r#"
    case.yaml: "status: konsept"
    cases/proef/case.yaml:15:11: fout[R124]: onbekende waarde `konsept`
    1 fout
    status 1

    case.yaml: "- id: DV 1"
    cases/proef/case.yaml:25:11: fout[R126]: `DV 1` is geen geldige code
    1 fout
    status 1

    case.yaml: "- id: C 1"
    cases/proef/case.yaml:33:9: fout[R126]: `C 1` is geen geldige code
    1 fout
    status 1

    case.yaml: "conclusions: geen\nobservations:\n  - id: C1"
    cases/proef/case.yaml:32:14: fout[R114]: verwacht een lijst, gevonden een tekst
    cases/proef/case.yaml:38:5: fout[R110]: onbekende sleutel `criteria`
    2 fouten
    status 1

    sources.yaml: "code: D 01"
    cases/proef/sources.yaml:2:11: fout[R126]: `D 01` is geen geldige code
    1 fout
    status 1

    sources.yaml: "sources:\n  - jaarverslag\n"
    cases/proef/sources.yaml:2:5: fout[R115]: verwacht sleutels met een waarde, gevonden een tekst
    1 fout
    status 1

    sources.yaml: "sources: geen\nbronnen:\n"
    cases/proef/sources.yaml:1:10: fout[R114]: verwacht een lijst, gevonden een tekst
    cases/proef/sources.yaml:2:1: fout[R110]: onbekende sleutel `bronnen`
    2 fouten
    status 1

    findings/fte-capacity.yaml: "- id: B 1\n"
    cases/proef/findings/fte-capacity.yaml:7:13: fout[R126]: `B 1` is geen geldige code
    1 fout
    status 1

    findings/fte-capacity.yaml: "- id: CB-1\n"
    cases/proef/findings/fte-capacity.yaml:4:9: fout[R203]: norm `CB-1` bestaat niet in `fte-capacity`
    1 fout
    status 1

    findings/fte-capacity.yaml: "evidence: I01"
    cases/proef/findings/fte-capacity.yaml:54:19: fout[R114]: verwacht een lijst, gevonden een tekst
    1 fout
    status 1

    case.yaml: "value: vier}"
    cases/proef/case.yaml:54:51: fout[R121]: `vier` is geen getal
    1 fout
    status 1

    case.yaml: "inhabitants: 90.000"
    cases/proef/case.yaml:54:37: fout[R125]: `90.000` past hier niet: verwacht een geheel getal van 1 tot en met 20000000
    1 fout
    status 1

    findings/fte-capacity.yaml: "criteria: geen\nnormen:\n"
    cases/proef/findings/fte-capacity.yaml:3:11: fout[R114]: verwacht een lijst, gevonden een tekst
    cases/proef/findings/fte-capacity.yaml:4:1: fout[R110]: onbekende sleutel `normen`
    2 fouten
    status 1

    findings/fte-capacity.yaml: "criterea:\n"
    cases/proef/findings/fte-capacity.yaml:3:1: fout[R110]: onbekende sleutel `criterea`
    1 fout
    status 1

    sources.yaml: "source:\n"
    cases/proef/sources.yaml:1:1: fout[R110]: onbekende sleutel `source`
    1 fout
    status 1

    case.yaml: "conclusion:\n"
    cases/proef/case.yaml:32:1: fout[R110]: onbekende sleutel `conclusion`
    1 fout
    status 1

    case.yaml: "comissioner:"
    cases/proef/case.yaml:11:3: fout[R110]: onbekende sleutel `comissioner`
    1 fout
    status 1

    findings/sub-questions.yaml: "findings: geen\n    x:\n"
    cases/proef/findings/sub-questions.yaml:3:15: fout[R114]: verwacht een lijst, gevonden een tekst
    cases/proef/findings/sub-questions.yaml:4:5: fout[R110]: onbekende sleutel `x`
    2 fouten
    status 1

    findings/sub-questions.yaml: "sub-questions: [\n"
    cases/proef/findings/sub-questions.yaml:2:9: fout[R104]: dit is geen geldige YAML: hier staat twee keer een `: ` zonder komma ertussen
    1 fout
    status 1
    "#);
}

#[test]
fn a_weighing_of_findings_in_error_is_not_called_needless() {
    let work = Work::with_case();
    let judged = "level: grotendeels\n        evidence:\n          - source: I01\n";
    let settled = "level: groot\n        evidence:\n          - source: I01\n    \
                   resolution: {level: deels, reason: Wij wegen het plan zwaarder.}\n";
    work.edit(FINDINGS, judged, settled);
    assert_snapshot!(work.check_short(), @"
    cases/proef/findings/fte-capacity.yaml:53:16: fout[R124]: onbekende waarde `groot`
    1 fout
    status 1
    ");
}
