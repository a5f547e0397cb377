//! The council's decision on the recommendations of a study.

use crate::common::changed;
use crate::register::answered;
use insta::assert_snapshot;

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
