//! Keys without a value: what `new` writes and what a researcher leaves for later. Each is either
//! a place to fill in or an error; none is lost in silence.

use crate::common::{FINDINGS, Work, changed, warned};
use insta::assert_snapshot;

#[test]
fn evidence_with_an_empty_source_is_not_lost() {
    let from = "source: D01\n            locator";
    assert_snapshot!(warned(&[(FINDINGS, from, "source:\n            locator")]), @"
    cases/proef/findings/fte-capacity.yaml:13:19: fout[R116]: sleutel `source` heeft geen waarde
    1 fout
    status 1
    ");
}

#[test]
fn a_finding_whose_value_is_empty_is_not_lost() {
    let work = changed(&[(FINDINGS, "value: 4.5", "value:")]);
    assert_snapshot!(work.check_short(), @"
    cases/proef/findings/fte-capacity.yaml:10:14: fout[R116]: sleutel `value` heeft geen waarde
    1 fout
    status 1
    ");
    assert_snapshot!(work.run("nota cases/proef --format md").seen(), @"
    fout[R116]: sleutel `value` heeft geen waarde
      --> cases/proef/findings/fte-capacity.yaml:10:14
       |
    10 |         value:
       |              ^
       |
    hulp: vul een waarde in, of haal de sleutel weg als die er niet hoeft te zijn

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_case_with_an_empty_period_does_not_vanish() {
    let told = ["{from: 2025-09, to: }", "{from: , to: 2025-12}", "{}"].map(|empty| {
        let work = changed(&[("case.yaml", "{from: 2025-09, to: 2025-12}", empty)]);
        format!("{empty}\n{}\n{}", work.check_short(), work.run("nota cases/proef").seen())
    });
    assert_snapshot!(told.join("\n\n"), @"
    {from: 2025-09, to: }
    cases/proef/case.yaml:12:32: fout[R116]: sleutel `to` heeft geen waarde
    1 fout
    status 1
    fout[R116]: sleutel `to` heeft geen waarde
      --> cases/proef/case.yaml:12:32
       |
    12 |   conducted: {from: 2025-09, to: }
       |                                ^
       |
    hulp: vul een waarde in, of haal de sleutel weg als die er niet hoeft te zijn

    1 fout
    er is niets geschreven
    status 1

    {from: , to: 2025-12}
    cases/proef/case.yaml:12:19: fout[R116]: sleutel `from` heeft geen waarde
    1 fout
    status 1
    fout[R116]: sleutel `from` heeft geen waarde
      --> cases/proef/case.yaml:12:19
       |
    12 |   conducted: {from: , to: 2025-12}
       |                   ^
       |
    hulp: vul een waarde in, of haal de sleutel weg als die er niet hoeft te zijn

    1 fout
    er is niets geschreven
    status 1

    {}
    cases/proef/case.yaml:12:14: fout[R111]: sleutel `from` ontbreekt
    cases/proef/case.yaml:12:14: fout[R111]: sleutel `to` ontbreekt
    2 fouten
    status 1
    fout[R111]: sleutel `from` ontbreekt
      --> cases/proef/case.yaml:12:14
       |
    12 |   conducted: {}
       |              ^ in dit onderdeel
       |
    hulp: zet `from` bij dit onderdeel, even ver ingesprongen

    fout[R111]: sleutel `to` ontbreekt
      --> cases/proef/case.yaml:12:14
       |
    12 |   conducted: {}
       |              ^ in dit onderdeel
       |
    hulp: zet `to` bij dit onderdeel, even ver ingesprongen

    2 fouten
    er is niets geschreven
    status 1
    ");
}

#[test]
fn an_empty_criterion_or_source_of_peers_is_named_at_its_place() {
    assert_snapshot!(warned(&[("case.yaml", "criterion: CA-1", "criterion:")]), @"
    cases/proef/case.yaml:49:14: fout[R116]: sleutel `criterion` heeft geen waarde
    1 fout
    status 1
    ");
    assert_snapshot!(warned(&[("case.yaml", "source: D02", "source:")]), @"
    cases/proef/case.yaml:51:11: fout[R116]: sleutel `source` heeft geen waarde
    1 fout
    status 1
    ");
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
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:15:9: fout[R116]: sleutel `status` heeft geen waarde
    cases/proef/case.yaml:42:14: fout[R116]: sleutel `addressee` heeft geen waarde
    cases/proef/sources.yaml:7:9: fout[R116]: sleutel `kind` heeft geen waarde
    cases/proef/findings/fte-capacity.yaml:2:8: fout[R116]: sleutel `version` heeft geen waarde
    cases/proef/findings/fte-capacity.yaml:33:57: fout[R116]: sleutel `vier-ogen` heeft geen waarde
    cases/proef/findings/fte-capacity.yaml:53:14: fout[R116]: sleutel `level` heeft geen waarde
    6 fouten
    status 1
    ");
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
    let work = changed(&[("case.yaml", "name: Proefstad", "name:")]);
    assert_snapshot!(work.run("nota cases/proef").seen(), @"
    fout[R116]: sleutel `name` heeft geen waarde
     --> cases/proef/case.yaml:2:7
      |
    2 |   name:
      |       ^
      |
    hulp: vul een waarde in, of haal de sleutel weg als die er niet hoeft te zijn

    1 fout
    er is niets geschreven
    status 1
    ");
    assert!(!work.path("output").exists());
}
