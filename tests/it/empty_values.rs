//! Keys without a value: what `new` writes and what a researcher leaves for later. Each is either
//! a place to fill in or an error; none is lost in silence.

use crate::common::{FINDINGS, Work, check_with};
use insta::assert_snapshot;

#[test]
fn evidence_with_an_empty_source_is_not_lost() {
    let out =
        check_with(FINDINGS, "source: D01\n            locator", "source:\n            locator");
    assert!(out.contains("cases/proef/findings/fte-capacity.yaml:13:"), "{out}");
}

#[test]
fn a_finding_whose_value_is_empty_is_not_lost() {
    let out = check_with(FINDINGS, "value: 4.5", "value:");
    assert!(out.contains("cases/proef/findings/fte-capacity.yaml:10:"), "{out}");
}

#[test]
fn a_finding_whose_value_is_empty_still_stands_in_the_nota() {
    let work = Work::with_case();
    work.edit(FINDINGS, "value: 4.5", "value:");
    let run = work.run("nota cases/proef --format md");
    assert!(
        run.status == 1 || work.read("output/proef/nota.md").contains("De gemeente heeft 4,5 fte.")
    );
}

#[test]
fn a_case_with_an_empty_period_does_not_vanish() {
    for empty in ["{from: 2025-09, to: }", "{from: , to: 2025-12}", "{}"] {
        let work = Work::with_case();
        work.edit("case.yaml", "{from: 2025-09, to: 2025-12}", empty);
        let out = work.check();
        assert!(out.contains("cases/proef/case.yaml:12:"), "{empty}: {out}");
        let nota = work.run("nota cases/proef --format md");
        assert!(
            nota.status == 1 || work.path("output/proef/nota.md").exists(),
            "{empty}: no nota, no word"
        );
    }
}

#[test]
fn an_empty_criterion_or_source_of_peers_is_named_at_its_place() {
    for (from, to, line) in [("criterion: CA-1", "criterion:", 49), ("source: D02", "source:", 51)]
    {
        let out = check_with("case.yaml", from, to);
        assert!(out.contains(&format!("cases/proef/case.yaml:{line}:")), "{out}");
    }
}

#[test]
fn empty_words_are_named_at_their_places_and_not_as_a_word_without_letters() {
    let work = Work::with_case();
    work.edit("case.yaml", "status: concept", "status:");
    work.edit("case.yaml", "addressee: college", "addressee:");
    work.edit("sources.yaml", "kind: data", "kind:");
    work.edit(FINDINGS, "level: grotendeels", "level:");
    work.edit(FINDINGS, "version: 1.0.0", "version:");
    work.edit(FINDINGS, "vier-ogen: nee", "vier-ogen: ");
    let out = work.check_short();
    let places = [
        "case.yaml:15:",
        "case.yaml:42:",
        "sources.yaml:7:",
        "fte-capacity.yaml:2:",
        "fte-capacity.yaml:33:",
        "fte-capacity.yaml:53:",
    ];
    for place in places {
        assert!(out.contains(place), "{place} is missing: {out}");
    }
    assert!(!out.contains("``") && !out.contains("versie ,"), "{out}");
}

#[test]
fn texts_that_are_still_empty_are_places_to_fill_in_and_no_error() {
    let work = Work::with_case();
    work.edit("case.yaml", "    Proefstad wil weten of de aanpak werkt.\n", "");
    work.edit("case.yaml", "    question: Werkt de aanpak?", "    question:");
    work.edit("case.yaml", "        Bijna.\n", "");
    work.edit("sources.yaml", "title: Integraal veiligheidsplan", "title:");
    work.edit(FINDINGS, "          De gemeente heeft 4,5 fte.\n", "");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:24:11: waarschuwing[R372]: deelvraag `DV-1` heeft geen antwoord, en geen reden waarom dat er niet is
    cases/proef/case.yaml:17:3: nog in te vullen[R351]: `background` is nog in te vullen
    cases/proef/case.yaml:20:13: nog in te vullen[R351]: `question` is nog in te vullen
    cases/proef/sources.yaml:4:10: nog in te vullen[R351]: `title` is nog in te vullen
    cases/proef/findings/fte-capacity.yaml:9:9: nog in te vullen[R351]: `condition` is nog in te vullen
    1 waarschuwing, 4 plaatsen nog in te vullen
    status 0
    ");
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
}

#[test]
fn a_case_without_the_name_of_its_municipality_makes_no_nota() {
    let out = check_with("case.yaml", "name: Proefstad", "name:");
    assert!(out.starts_with("fout[R116]: sleutel `name`"), "{out}");
    assert!(out.contains("cases/proef/case.yaml:2:"), "{out}");
}
