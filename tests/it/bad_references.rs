//! References that lead nowhere, codes given twice, and files that belong to nothing.

use crate::common::{FINDINGS, FRAMEWORK, Work, check_with};
use insta::assert_snapshot;

#[test]
fn a_misspelt_point_of_a_checklist_gets_the_nearest_one() {
    assert_snapshot!(check_with(FINDINGS, "vervanger: ja", "vervangr: ja"), @"
    fout[R209]: punt `vervangr` staat niet op de checklist van `CA-3`
      --> cases/proef/findings/fte-capacity.yaml:33:33
       |
    33 |         points: {regisseur: ja, vervangr: ja, vier-ogen: nee}
       |                                 ^^^^^^^^ er zijn: regisseur, vervanger, vier-ogen
       |
    hulp: bedoelde u `vervanger`?

    1 fout
    status 1
    ");
}

#[test]
fn a_checklist_of_a_framework_asks_for_points_that_it_has_and_more_for_a_higher_level() {
    let with = |from: &str, to: &str| {
        let work = Work::with_case();
        assert_eq!(FRAMEWORK.matches(from).count(), 1, "{from}");
        work.write("frameworks/fte-capacity.yaml", FRAMEWORK.replace(from, to));
        work.check_short()
    };
    assert_snapshot!(with("[regisseur, vervanger]", "[regisseur, vervangster]"), @"
    frameworks/fte-capacity.yaml:209:31: fout[R209]: punt `vervangster` staat niet op de checklist van `deze norm`
    1 fout
    status 1
    ");
    assert_snapshot!(with("requires: [regisseur]", "requires: [regisseur, vier-ogen]"), @"
    frameworks/fte-capacity.yaml:208:9: fout[R312]: niveau `grotendeels` vraagt niet meer dan het niveau eronder
    1 fout
    status 1
    ");
    let many: String = (1..=10).map(|n| format!("        p{n}: punt {n}\n")).collect();
    let last = "        vier-ogen: besluiten in een casus door minstens twee mensen\n";
    assert_snapshot!(with(last, &format!("{last}{many}")), @"
    frameworks/fte-capacity.yaml:198:7: fout[R125]: `13` past hier niet: verwacht hooguit 12 punten
    1 fout
    status 1
    ");
}

#[test]
fn a_misspelt_criterion_gets_the_nearest_one() {
    assert_snapshot!(check_with(FINDINGS, "  - id: CA-6", "  - id: CA-66"), @"
    fout[R203]: norm `CA-66` bestaat niet in `fte-capacity`
      --> cases/proef/findings/fte-capacity.yaml:47:9
       |
    47 |   - id: CA-66
       |         ^^^^^
       |
    hulp: bedoelde u `CA-6`?

    1 fout
    status 1
    ");
    let out = check_with("case.yaml", "criteria: [CA-1, CA-2]", "criteria: [CB-1, CA-2]");
    assert_snapshot!(out, @"
    fout[R203]: norm `CB-1` bestaat niet in de gekozen normenkaders
      --> cases/proef/case.yaml:37:16
       |
    37 |     criteria: [CB-1, CA-2]
       |                ^^^^
       |
    hulp: bedoelde u `CA-1`?

    1 fout
    status 1
    ");
}

#[test]
fn a_misspelt_framework_gets_the_nearest_one() {
    let work = Work::with_case();
    work.edit("case.yaml", "frameworks: [fte-capacity]", "frameworks: [fte-capacity, council-rol]");
    assert_snapshot!(work.check(), @"
    fout[R201]: normenkader `council-rol` bestaat niet
      --> cases/proef/case.yaml:30:28
       |
    30 | frameworks: [fte-capacity, council-rol]
       |                            ^^^^^^^^^^^ er zijn: bibob, council-role, fte-capacity, integral-policy, public-private-cooperation, voorbeeld-energie, voorbeeld-inhuur, voorbeeld-subsidies
       |
    hulp: bedoelde u `council-role`?

    1 fout
    status 1
    ");
}

/// Who else must act is named once in the case, so that a typing error makes no new addressee.
#[test]
fn a_recommendation_goes_to_an_addressee_that_the_case_names() {
    let work = Work::with_case();
    work.edit(
        "case.yaml",
        "recommendations:",
        "addressees: [de omgevingsdienst]\nrecommendations:",
    );
    work.edit("case.yaml", "addressee: college", "addressee: de omgevingsdienst");
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let nota = work.read("output/proef/nota.md");
    assert_eq!(
        nota.lines().filter(|line| *line == "## Aan de omgevingsdienst").count(),
        1,
        "{nota}"
    );
    let card = work.run("score cases/proef --format json");
    let addressee = "\"addressee\": \"de omgevingsdienst\"";
    assert_eq!(card.stdout.matches(addressee).count(), 1, "{}", card.stdout);
    work.edit("case.yaml", "addressee: de omgevingsdienst", "addressee: de omgevingsdients");
    assert_snapshot!(work.check(), @"
    fout[R124]: onbekende waarde `de omgevingsdients`
      --> cases/proef/case.yaml:43:16
       |
    43 |     addressee: de omgevingsdients
       |                ^^^^^^^^^^^^^^^^^^ verwacht: raad-en-college, college, burgemeester, raad, griffie, de omgevingsdienst, of een naam die u zelf bij `addressees` noemt
       |
    hulp: bedoelde u `de omgevingsdienst`?

    1 fout
    status 1
    ");
}

#[test]
fn a_framework_of_a_findings_file_must_be_that_of_its_name() {
    let out = check_with(FINDINGS, "framework: fte-capacity", "framework: bibob");
    assert_snapshot!(out, @"
    fout[R211]: dit bestand hoort bij `fte-capacity`, maar noemt normenkader `bibob`
     --> cases/proef/findings/fte-capacity.yaml:1:12
      |
    1 | framework: bibob
      |            ^^^^^
      |
    hulp: schrijf `framework: fte-capacity`, of geef het bestand een andere naam

    1 fout
    status 1
    ");
}

#[test]
fn a_misspelt_source_gets_the_nearest_one() {
    let out =
        check_with(FINDINGS, "source: D01\n            locator", "source: D1\n            locator");
    assert_snapshot!(out, @"
    fout[R204]: bron `D1` staat niet in `sources.yaml`
      --> cases/proef/findings/fte-capacity.yaml:13:21
       |
    13 |           - source: D1
       |                     ^^
       |
    hulp: bedoelde u `D01`?

    1 fout
    status 1
    ");
}

#[test]
fn misspelt_references_between_conclusions_and_findings_get_the_nearest_ones() {
    let work = Work::with_case();
    work.edit("case.yaml", "findings: [B-1]", "findings: [B1]");
    work.edit("case.yaml", "conclusions: [C1]", "conclusions: [C11]");
    assert_snapshot!(work.check(), @"
    fout[R205]: bevinding `B1` bestaat niet
      --> cases/proef/case.yaml:38:16
       |
    38 |     findings: [B1]
       |                ^^
       |
    hulp: bedoelde u `B-1`?

    fout[R207]: conclusie `C11` bestaat niet
      --> cases/proef/case.yaml:46:19
       |
    46 |     conclusions: [C11]
       |                   ^^^
       |
    hulp: bedoelde u `C1`?

    2 fouten
    status 1
    ");
}

#[test]
fn an_id_of_a_finding_is_given_once_in_the_whole_case() {
    let work = Work::with_case();
    work.edit(FINDINGS, "id: B-3", "id: B-1");
    let again = "sub-questions:\n  - id: DV-1\n    findings:\n      - id: B-2\n        condition: |\n          \
                 Bijna.\n        evidence: [{source: D01}]\n";
    work.write("cases/proef/findings/sub-questions.yaml", again);
    assert_snapshot!(work.check(), @"
    fout[R127]: `B-1` komt al eerder voor
      --> cases/proef/findings/fte-capacity.yaml:30:13
       |
    30 |       - id: B-1
       |             ^^^ eerder in cases/proef/findings/fte-capacity.yaml:7
       |
    hulp: geef elk onderdeel zijn eigen code

    fout[R127]: `B-2` komt al eerder voor
     --> cases/proef/findings/sub-questions.yaml:4:13
      |
    4 |       - id: B-2
      |             ^^^ eerder in cases/proef/findings/fte-capacity.yaml:19
      |
    hulp: geef elk onderdeel zijn eigen code

    2 fouten
    status 1
    ");
}

#[test]
fn codes_of_sources_criteria_and_conclusions_are_given_once() {
    let work = Work::with_case();
    work.edit("sources.yaml", "code: D02", "code: D01");
    work.edit("case.yaml", "source: D02", "source: D01");
    work.edit(FINDINGS, "id: CA-5", "id: CA-4");
    work.edit(
        "case.yaml",
        "        Bijna.\n",
        "        Bijna.\n    - id: DV-1\n      question: Dubbel?\n      answer: Ja.\n",
    );
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:29:11: fout[R127]: `DV-1` komt al eerder voor
    cases/proef/sources.yaml:6:11: fout[R127]: `D01` komt al eerder voor
    cases/proef/findings/fte-capacity.yaml:42:9: fout[R127]: `CA-4` komt al eerder voor
    cases/proef/findings/fte-capacity.yaml:1:1: nog in te vullen[R350]: norm `CA-5` is nog in te vullen
    3 fouten, 1 plaats nog in te vullen
    status 1
    ");
}

#[test]
fn findings_made_with_another_version_are_refused() {
    assert_snapshot!(check_with(FINDINGS, "version: 1.0.0", "version: 0.9.0"), @"
    fout[R202]: bevindingen bij versie 0.9.0, het normenkader is versie 1.0.0
     --> cases/proef/findings/fte-capacity.yaml:2:10
      |
    2 | version: 0.9.0
      |          ^^^^^
      |
    hulp: loop de wijzigingen van het kader na en pas dan `version` aan; noemt het kader deze versie bij `earlier-versions`, dan helpt `rekenkamer framework upgrade`

    1 fout
    status 1
    ");
}

#[test]
fn sources_that_rest_on_each_other_in_a_circle_are_refused() {
    let work = Work::with_case();
    work.edit(
        "sources.yaml",
        "    date: 2024-03\n",
        "    date: 2024-03\n    derived-from: [D02]\n",
    );
    work.edit(
        "sources.yaml",
        "    date: 2025-06-01\n",
        "    date: 2025-06-01\n    derived-from: [I01]\n",
    );
    work.edit(
        "sources.yaml",
        "    date: 2025-10-07\n",
        "    date: 2025-10-07\n    derived-from: [D01]\n",
    );
    assert_snapshot!(work.check_short(), @"
    cases/proef/sources.yaml:6:20: fout[R208]: bron `D01` steunt op zichzelf: D01 → D02 → I01 → D01
    1 fout
    status 1
    ");
}

#[test]
fn findings_for_a_framework_that_was_not_chosen_are_not_lost_in_silence() {
    let work = Work::with_case();
    work.write("cases/proef/findings/bibob.yaml", "framework: bibob\n");
    assert_snapshot!(work.check(), @"
    fout[R210]: bevindingen bij `bibob`, maar `case.yaml` kiest dat kader niet
    --> cases/proef/findings/bibob.yaml
     |
    hulp: zet `bibob` bij `frameworks` in `case.yaml`, of haal dit bestand weg

    1 fout
    status 1
    ");
}

#[test]
fn a_findings_file_with_the_other_extension_is_told_about_its_name() {
    let work = Work::with_case();
    work.write(
        "cases/proef/findings/fte-capacity.yml",
        work.bytes("cases/proef/findings/fte-capacity.yaml"),
    );
    work.remove("cases/proef/findings/fte-capacity.yaml");
    assert_snapshot!(work.check(), @"
    fout[R212]: dit bestand wordt niet gelezen: het heeft een andere naam of eindigt niet op `.yaml`
    --> cases/proef/findings/fte-capacity.yml
     |
    hulp: noem dit bestand `fte-capacity.yaml`

    1 fout
    status 1
    ");
}

#[test]
fn a_misspelt_findings_file_gets_no_advice_to_choose_what_does_not_exist() {
    let work = Work::with_case();
    work.write("cases/proef/findings/fte-capacty.yaml", "framework: fte-capacity\n");
    assert_snapshot!(work.check(), @"
    fout[R201]: normenkader `fte-capacty` bestaat niet
    --> cases/proef/findings/fte-capacty.yaml
     = er zijn: bibob, council-role, fte-capacity, integral-policy, public-private-cooperation, voorbeeld-energie, voorbeeld-inhuur, voorbeeld-subsidies
    hulp: bedoelde u `fte-capacity`?

    1 fout
    status 1
    ");
}
