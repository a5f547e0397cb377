//! Personal data and roles that point at one person are warned of where they were typed.

use crate::common::Work;
use insta::assert_snapshot;

#[test]
fn personal_data_is_warned_of_where_it_was_typed() {
    let work = Work::with_case();
    let data = "Proefstad (p.smit@proefstad.example, 06-12345678, bsn 111222333, \
        NL91 ABNA 0417 1643 00, G-001-BB) wil weten";
    work.edit("case.yaml", "Proefstad wil weten", data);
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:17:16: waarschuwing[R710]: dit lijkt het e-mailadres van een persoon
    cases/proef/case.yaml:17:42: waarschuwing[R711]: dit lijkt een telefoonnummer
    cases/proef/case.yaml:17:59: waarschuwing[R712]: dit kan een burgerservicenummer zijn: het voldoet aan de elfproef
    cases/proef/case.yaml:17:70: waarschuwing[R713]: dit is een rekeningnummer (IBAN)
    cases/proef/case.yaml:17:94: waarschuwing[R714]: dit lijkt een kenteken
    5 waarschuwingen
    status 0
    ");
    // What the colophon gives is how the rekenkamer wants to be reached.
    let work = Work::with_case();
    work.edit(
        "case.yaml",
        "  central-question:",
        "  colofon: |\n    Bel 06-12345678 of mail \
        p.smit@proefstad.example.\n  central-question:",
    );
    work.edit("case.yaml", "Proefstad wil weten", "Bel 06 12345678; Proefstad wil weten");
    assert_eq!(work.check_short(), "geen problemen gevonden\nstatus 0");
}

#[test]
fn roles_that_one_person_can_have_are_told_together_in_a_small_municipality() {
    let work = Work::with_case();
    let sources = work.read("cases/proef/sources.yaml");
    let more = "\n  - {code: I02, kind: interview, title: Griffier}\n  - {code: I03, kind: \
        interview, title: Wijkagent}\n  - {code: I04, kind: interview, title: wijkagent}\n";
    work.write("cases/proef/sources.yaml", format!("{}{more}", sources.trim_end()));
    // A hundred thousand inhabitants.
    assert_snapshot!(work.check_short(), @"
    cases/proef/sources.yaml:18:12: waarschuwing[R368]: bron `I02` wordt door geen bevinding gebruikt
    cases/proef/sources.yaml:19:12: waarschuwing[R368]: bron `I03` wordt door geen bevinding gebruikt
    cases/proef/sources.yaml:20:12: waarschuwing[R368]: bron `I04` wordt door geen bevinding gebruikt
    3 waarschuwingen
    status 0
    ");
    work.edit("case.yaml", "  inhabitants: 100000\n", "  inhabitants: 24000\n");
    assert_snapshot!(work.check_short(), @"
    cases/proef/sources.yaml:12:12: waarschuwing[R715]: bij zo weinig inwoners kan maar één persoon deze rol hebben: Medewerker openbare orde en veiligheid, Griffier
    cases/proef/sources.yaml:18:12: waarschuwing[R368]: bron `I02` wordt door geen bevinding gebruikt
    cases/proef/sources.yaml:19:12: waarschuwing[R368]: bron `I03` wordt door geen bevinding gebruikt
    cases/proef/sources.yaml:20:12: waarschuwing[R368]: bron `I04` wordt door geen bevinding gebruikt
    4 waarschuwingen
    status 0
    ");
}
