//! What is wrong with a body, and with a framework that is about another kind of body.

use crate::bodies::{MUNICIPALITY, about};
use crate::common::Work;
use insta::assert_snapshot;

#[test]
fn what_is_wrong_with_a_body_is_told_at_its_place() {
    let told = |body: &str| about(body).run("check cases/proef").seen();
    assert_snapshot!(told("body:\n  kind: hoogheemraadschap\n  name: Voorbeeldland\n"), @"
    fout[R124]: onbekende waarde `hoogheemraadschap`
     --> cases/proef/case.yaml:2:9
      |
    2 |   kind: hoogheemraadschap
      |         ^^^^^^^^^^^^^^^^^ verwacht: gemeente, provincie, waterschap, gemeenschappelijke-regeling, instelling
      |
    hulp: bedoelde u `waterschap`?

    1 fout
    status 1
    ");
    assert_snapshot!(told("body:\n  kind: zbo\n  name: Voorbeeldland\n"), @"
    fout[R124]: onbekende waarde `zbo`
     --> cases/proef/case.yaml:2:9
      |
    2 |   kind: zbo
      |         ^^^ verwacht: gemeente, provincie, waterschap, gemeenschappelijke-regeling, instelling

    1 fout
    status 1
    ");
    assert_snapshot!(told("body:\n  kind: waterschap\n"), @"
    fout[R111]: sleutel `name` ontbreekt
     --> cases/proef/case.yaml:2:3
      |
    2 |   kind: waterschap
      |   ^^^^ in dit onderdeel
      |
    hulp: zet `name` bij dit onderdeel, even ver ingesprongen

    1 fout
    status 1
    ");
    assert_snapshot!(told("body:\n  name: Voorbeeldwaarden\n"), @"
    fout[R111]: sleutel `kind` ontbreekt
     --> cases/proef/case.yaml:2:3
      |
    2 |   name: Voorbeeldwaarden
      |   ^^^^ in dit onderdeel
      |
    hulp: zet `kind` bij dit onderdeel, even ver ingesprongen

    1 fout
    status 1
    ");
    assert_snapshot!(told("body:\n  kind: waterschap\n  name: Voorbeeldwaarden\n  code: ws652\n  province: Utrecht\n"), @"
    fout[R126]: `ws652` is geen geldige code
     --> cases/proef/case.yaml:4:9
      |
    4 |   code: ws652
      |         ^^^^^
      |
    hulp: de code van een waterschap is `WS` met 4 cijfers

    fout[R248]: `province` past niet bij een waterschap
     --> cases/proef/case.yaml:5:13
      |
    5 |   province: Utrecht
      |             ^^^^^^^
      |
    hulp: zet de provincie als eigen kenmerk bij `attributes`, of laat haar weg

    2 fouten
    status 1
    ");
    assert_snapshot!(told("body:\n  kind: provincie\n  name: Voorbeeldland\n  code: Utrecht\n"), @"
    fout[R126]: `Utrecht` is geen geldige code
     --> cases/proef/case.yaml:4:9
      |
    4 |   code: Utrecht
      |         ^^^^^^^
      |
    hulp: de code van een provincie is `PV` met 2 cijfers

    1 fout
    status 1
    ");
    assert_snapshot!(told("body:\n  kind: waterschap\n  name: Voorbeeldwaarden\nmunicipality:\n  name: Proefstad\n"), @"
    fout[R132]: de case zegt twee keer over wie het onderzoek gaat: met `municipality` en met `body`
     --> cases/proef/case.yaml:5:3
      |
    5 |   name: Proefstad
      |   ^^^^
      |
    hulp: houd een van beide; `municipality` is kort voor `body` met `kind: gemeente`

    1 fout
    status 1
    ");
    assert_snapshot!(told("attributes:\n"), @"
    fout[R110]: onbekende sleutel `attributes`
     --> cases/proef/case.yaml:1:1
      |
    1 | attributes:
      | ^^^^^^^^^^ verwacht: shared, municipality, body, study, plan, frameworks, conclusions, addressees, recommendations, observations, follow-up, peers, peers-from, context-indicators, response, afterword, proposal, publication, decision, accepted, pictures, dossier, key-file, passages-file

    fout[R111]: sleutel `municipality` ontbreekt
     --> cases/proef/case.yaml:1:1
      |
    1 | attributes:
      | ^^^^^^^^^^ in dit onderdeel
      |
    hulp: zet `municipality` bij dit onderdeel, even ver ingesprongen

    2 fouten
    status 1
    ");
}

#[test]
fn a_framework_that_speaks_of_a_municipality_is_told_where_the_case_is_about_another_body() {
    let work = Work::with_case();
    work.edit("case.yaml", MUNICIPALITY, "body:\n  kind: waterschap\n  name: Voorbeeldwaarden\n");
    assert_snapshot!(work.run("check cases/proef --strict").seen(), @"
    waarschuwing[R380]: normenkader `fte-capacity` spreekt van een gemeente, en deze case gaat over een waterschap: CA-1, CA-3, CA-4
      --> cases/proef/case.yaml:29:14
       |
    29 | frameworks: [fte-capacity]
       |              ^^^^^^^^^^^^
       |
    hulp: schrijf de normen voor deze organisatie in een eigen kader, of leg bij `accepted` uit waarom ze passen

    1 waarschuwing
    status 1
    ");
}
