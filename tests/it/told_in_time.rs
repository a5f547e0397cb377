//! What would vanish, mislead or break later is told by `check`, at its place.

use crate::common::{FINDINGS, FRAMEWORK, SILENT, Work, warned};
use insta::assert_snapshot;

#[test]
fn an_open_contradiction_is_a_warning_and_a_settlement_stays_between_what_is_said() {
    let second = "level: grotendeels\n        evidence:\n          - source: I01\n      - id: B-7\n        \
                  condition: Er is niets.\n        level: niet\n        evidence: [{source: D01}]";
    let first = "level: grotendeels\n        evidence:\n          - source: I01";
    assert_snapshot!(warned(&[(FINDINGS, first, second)]), @"
    cases/proef/case.yaml:61:11: waarschuwing[R393]: hier valt niets te aanvaarden: `R367` komt bij `CA-6` niet voor
    cases/proef/findings/fte-capacity.yaml:47:9: waarschuwing[R305]: bevindingen bij norm `CA-6` spreken elkaar tegen, van `niet` tot `grotendeels`; het normenkader krijgt geen oordeel
    cases/proef/findings/fte-capacity.yaml:47:9: waarschuwing[R366]: het oordeel over norm `CA-6` heeft een smalle basis: de bevindingen die het niveau geven, hebben samen één bron
    3 waarschuwingen
    1 waarschuwing is aanvaard; de reden staat in de case
    status 0
    ");
    let settled = format!("{second}\n    resolution: {{level: voldoet, reason: Zo is het.}}");
    assert_snapshot!(warned(&[(FINDINGS, first, &settled)]), @"
    cases/proef/findings/fte-capacity.yaml:60:18: fout[R320]: de afweging bij norm `CA-6` geeft een niveau buiten wat de bevindingen zeggen, van `niet` tot `grotendeels`
    1 fout
    status 1
    ");
}

#[test]
fn text_behind_a_hash_that_belongs_to_it_is_pointed_at() {
    let title = "title: Ondermijning\n";
    assert_snapshot!(warned(&[("case.yaml", title, "title: Veilig op plek #1\n")]), @"
    cases/proef/case.yaml:9:25: waarschuwing[R117]: wat achter ` #` staat, leest YAML als commentaar; het komt niet in de nota
    1 waarschuwing
    status 0
    ");
    assert_eq!(warned(&[("case.yaml", title, "title: Veilig # de titel\n")]), SILENT);
}

#[test]
fn what_has_no_code_is_an_error_and_not_dropped() {
    assert_snapshot!(warned(&[(FINDINGS, "id: B-6", "id:")]), @"
    cases/proef/findings/fte-capacity.yaml:50:11: fout[R116]: sleutel `id` heeft geen waarde
    1 fout
    status 1
    ");
    assert_snapshot!(warned(&[("case.yaml", "id: C1", "id:")]), @"
    cases/proef/case.yaml:33:7: fout[R116]: sleutel `id` heeft geen waarde
    1 fout
    status 1
    ");
    assert_snapshot!(warned(&[("case.yaml", "[fte-capacity]", "[fte-capacity, ~]")]), @"
    cases/proef/case.yaml:30:28: fout[R116]: sleutel `id` heeft geen waarde
    1 fout
    status 1
    ");
    assert_snapshot!(warned(&[("case.yaml", "title: Ondermijning\n", "title:\n")]), @"
    cases/proef/case.yaml:9:8: nog in te vullen[R351]: `title` is nog in te vullen
    1 plaats nog in te vullen
    status 0
    ");
}

#[test]
fn two_frameworks_with_one_criterion_are_refused_together() {
    let work = Work::with_case();
    let shipped = FRAMEWORK;
    work.write("frameworks/eigen.yaml", shipped.replacen("id: fte-capacity", "id: eigen", 1));
    work.write(
        "cases/proef/findings/eigen.yaml",
        "framework: eigen\nversion: 1.0.0\ncriteria: []\n",
    );
    work.edit("case.yaml", "[fte-capacity]", "[fte-capacity, eigen]");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:30:28: fout[R127]: `CA-1` komt al eerder voor
    1 fout
    status 1
    ");
}

#[test]
fn peers_that_compare_with_nothing_are_refused() {
    let work = Work::with_case();
    for (from, to) in [
        ("value: 4}", "value: 0}"),
        ("95000, value: 5}", "95000, value: 0}"),
        ("100000, value: 5}", "100000, value: 0}"),
    ] {
        work.edit("case.yaml", from, to);
    }
    assert_snapshot!(work.check_short(), @"
    cases/proef/findings/fte-capacity.yaml:4:9: fout[R321]: de mediaan van vergelijkbare cijfers bij norm `CA-1` is nul, en daarmee is niet te vergelijken
    1 fout
    status 1
    ");
    assert_snapshot!(warned(&[("case.yaml", "value: 4}", "value: -4}")]), @"
    cases/proef/case.yaml:54:51: fout[R125]: `-4` past hier niet: verwacht een getal van nul of meer
    1 fout
    status 1
    ");
}

#[test]
fn a_list_of_names_under_another_file_name_protects_nobody_and_is_refused() {
    let work = Work::with_case();
    work.write("cases/proef/confidential.yml", "people: []\n");
    assert_snapshot!(work.check_short(), @"
    cases/proef/confidential.yml: fout[R212]: dit bestand wordt niet gelezen: het heeft een andere naam of eindigt niet op `.yaml`
    1 fout
    status 1
    ");
}

#[test]
fn emphasis_without_end_is_refused_and_a_soft_hyphen_at_an_end_does_no_harm() {
    let deep = format!("{}c{}", "*a **b ".repeat(40), "** c*".repeat(40));
    assert_snapshot!(warned(&[("case.yaml", "Ten dele.", &deep)]), @"
    cases/proef/case.yaml:23:84: fout[R403]: lijsten, citaten of nadruk staan dieper in elkaar dan 12 niveaus
    cases/proef/case.yaml:23:7: nog in te vullen[R351]: `answer` is nog in te vullen
    1 fout, 1 plaats nog in te vullen
    status 1
    ");
    let work = Work::with_case();
    work.edit(
        "case.yaml",
        "title: De formatie is aan de krappe kant",
        "title: \"De formatie\\u00AD\"",
    );
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
}

#[test]
fn a_verdict_cannot_begin_higher_than_its_level_on_every_criterion_gives() {
    let work = Work::with_case();
    let shipped = FRAMEWORK;
    work.write("frameworks/fte-capacity.yaml", shipped.replacen("deels: 25%", "deels: 35%", 1));
    assert_snapshot!(work.check_short(), @"
    frameworks/fte-capacity.yaml:21:12: fout[R313]: een oordeel `deels` begint hoger dan wat dat niveau op elke norm oplevert
    1 fout
    status 1
    ");
}

#[test]
fn a_nota_whose_case_is_not_at_hand_is_set_only_where_that_is_asked() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    work.remove("cases/proef/case.yaml");
    assert_snapshot!(work.run("render output/proef/nota.md").seen(), @"
    fout[R731]: de case achter dit document is niet te vinden, dus niet bekend is welke namen er niet in mogen: `cases/proef` is hier geen map met een case
    --> output/proef/nota.md
     |
    hulp: noem de map van de case met `--case`; `--without-name-search` zet het document zonder dat iemand naar namen zoekt

    1 fout
    er is niets geschreven
    status 1
    ");
    assert_snapshot!(work.run("render output/proef/nota.md --without-name-search").seen(), @"
    output/proef/nota.pdf
    waarschuwing[R705]: of er beschermde namen in dit document staan, is niet nagegaan (case `proef`)
    --> output/proef/nota.md
     |
    hulp: dat komt door `--without-name-search`; noem met `--case` de map van de case, dan wordt er wel gezocht

    status 0
    ");
}
