//! Lint of conclusions, recommendations and decisions: each rule where it warns and where it stays
//! silent.

use crate::common::{FINDINGS, SILENT, Work, changed, warned};
use insta::assert_snapshot;

const TEXT: &str = "      Er zijn net niet genoeg mensen.\n";

#[test]
fn a_conclusion_rests_on_a_finding_or_a_criterion() {
    let bare = "  - id: C2\n    title: Er is meer te doen\n    text: Dat vinden wij.\n\nrecommendations:\n";
    let advised = ("case.yaml", "    conclusions: [C1]\n", "    conclusions: [C1, C2]\n");
    assert_snapshot!(changed(&[("case.yaml", "recommendations:\n", bare), advised]).check(), @"
    waarschuwing[R360]: conclusie `C2` rust op geen bevinding en geen norm
      --> cases/proef/case.yaml:40:9
       |
    40 |   - id: C2
       |         ^^
       |
    hulp: noem bij `criteria` of `findings` waar zij uit volgt

    1 waarschuwing
    status 0
    ");
    let founded = bare.replace("vinden wij.\n", "vinden wij.\n    findings: [B-3]\n");
    assert_eq!(warned(&[("case.yaml", "recommendations:\n", &founded), advised]), SILENT);
}

#[test]
fn a_criterion_that_falls_short_and_is_in_no_conclusion_is_listed_in_the_accounting() {
    const HEADING: &str = "# Tekorten waar geen conclusie over gaat";
    let listed = |edits: &[(&str, &str, &str)]| {
        let work = changed(edits);
        assert_eq!(work.run("nota cases/proef --document accounting --format md").status, 0);
        let text = work.read("output/proef/verantwoording.md");
        let after = text.lines().skip_while(|line| *line != HEADING).skip(4);
        let rows = after.take_while(|line| line.starts_with('|'));
        rows.map(str::to_owned).collect::<Vec<_>>()
    };
    let unspoken = ("case.yaml", "criteria: [CA-1, CA-2]", "criteria: [CA-1]");
    let row = "| CA-2 | Vaste financiering | ◑ voldoet deels |";
    assert_eq!(listed(&[unspoken]), [row]);
    assert_eq!(listed(&[]), [""; 0]);
    // A finding of the criterion will do.
    let by_finding = ("case.yaml", "findings: [B-1]", "findings: [B-1, B-2]");
    assert_eq!(listed(&[unspoken, by_finding]), [""; 0]);
}

#[test]
fn a_recommendation_follows_from_a_conclusion_and_a_conclusion_has_one() {
    let alone =
        ("case.yaml", "    conclusions: [C1]\n", "    conclusions: []\n    findings: [B-1]\n");
    assert_snapshot!(changed(&[alone]).check(), @"
    waarschuwing[R363]: uit conclusie `C1` volgt geen aanbeveling
      --> cases/proef/case.yaml:33:9
       |
    33 |   - id: C1
       |         ^^
       |
    hulp: noem de conclusie bij een aanbeveling, of schrijf er een

    waarschuwing[R362]: aanbeveling `A1` volgt uit geen conclusie
      --> cases/proef/case.yaml:41:9
       |
    41 |   - id: A1
       |         ^^
       |
    hulp: noem bij `conclusions` de conclusie waar zij uit volgt

    2 waarschuwingen
    status 0
    ");
    // Where every criterion meets its norm in full, there is nothing to recommend.
    let good = "    title: Een ander oordeel\n    text: Het gaat goed.\n    criteria: [CA-6]\n\nrecommendations:\n";
    let met = ("case.yaml", "recommendations:\n", &*format!("  - id: C2\n{good}"));
    // What is met for the most part leaves something to advise.
    assert_snapshot!(warned(&[met]), @"
    cases/proef/case.yaml:40:9: waarschuwing[R363]: uit conclusie `C2` volgt geen aanbeveling
    1 waarschuwing
    status 0
    ");
    let in_full = (FINDINGS, "        level: grotendeels\n", "        level: voldoet\n");
    assert_eq!(warned(&[met, in_full]), SILENT);
}

#[test]
fn a_conclusion_says_no_level_that_its_criteria_do_not_have() {
    let says = |words: &str| warned(&[("case.yaml", TEXT, &format!("      {words}\n"))]);
    let other = (
        "case.yaml",
        TEXT,
        "      Er is weinig.\n      De formatie **voldoet niet** aan de norm.\n",
    );
    assert_snapshot!(changed(&[other]).check(), @"
    waarschuwing[R364]: conclusie `C1` zegt `voldoet niet`, en haar normen zeggen iets anders: van `deels` tot `grotendeels`
      --> cases/proef/case.yaml:37:21
       |
    37 |       De formatie **voldoet niet** aan de norm.
       |                     ^^^^^^^^^^^^
       |
    hulp: pas de woorden aan, of noem de normen waaruit dit volgt

    1 waarschuwing
    status 0
    ");
    assert_snapshot!(says("De formatie voldoet volledig aan de norm."), @"
    cases/proef/case.yaml:36:19: waarschuwing[R364]: conclusie `C1` zegt `voldoet volledig`, en haar normen zeggen iets anders: van `deels` tot `grotendeels`
    1 waarschuwing
    status 0
    ");
    for silent in [
        "De formatie voldoet deels.",
        "De formatie voldoet grotendeels.",
        "De formatie voldoet niet helemaal aan de norm.",
        "Geen enkel team voldoet niet.",
        "De formatie voldoet.",
        "Het oordeel kan niet lager zijn dan voldoet niet.",
    ] {
        assert_eq!(says(silent), SILENT, "{silent}");
    }
    // A level that changed after the sentence was written.
    let title = (
        "case.yaml",
        "title: De formatie is aan de krappe kant",
        "title: Alle formatie voldoet aan de norm",
    );
    assert_eq!(warned(&[title]), SILENT, "'voldoet' by itself is common Dutch");
    let low = [("value: 4.5\n", "value: 1\n"), ("value: 66.7\n", "value: 10\n")];
    let both = low.map(|(from, to)| (FINDINGS, from, to));
    assert_snapshot!(warned(&[title, both[0], both[1]]), @"
    cases/proef/case.yaml:34:26: waarschuwing[R364]: conclusie `C1` zegt `voldoet`, en haar normen zeggen iets anders: alle `niet`
    1 waarschuwing
    status 0
    ");
}

#[test]
fn a_verdict_hides_no_criterion_two_levels_below_it() {
    let high = [
        (FINDINGS, "        value: 4.5\n", "        value: 6.5\n"),
        (FINDINGS, "vier-ogen: nee", "vier-ogen: ja"),
    ];
    let low = (FINDINGS, "        value: 66.7\n", "        value: 10\n");
    assert_snapshot!(changed(&[high[0], high[1], low]).check(), @"
    waarschuwing[R365]: normenkader `fte-capacity` komt uit op `grotendeels`, en toch ligt CA-2 (`niet`) twee niveaus of meer lager
      --> cases/proef/case.yaml:30:14
       |
    30 | frameworks: [fte-capacity]
       |              ^^^^^^^^^^^^
       |
    hulp: het gemiddelde verbergt dit: zeg het in een conclusie, en aanvaard de waarschuwing bij `accepted`

    1 waarschuwing
    status 0
    ");
    assert_eq!(warned(&high), SILENT, "one level below is no contradiction");
    assert_eq!(warned(&[low]), SILENT, "the verdict is low itself");
}

#[test]
fn an_overruled_judgement_is_pointed_out() {
    let overrule = "          - source: I01\n      - id: B-7\n        condition: Het plan is oud.\n        level: deels\n        evidence: [{source: I01}]\n    overrule:\n      level: deels\n      reason: Een oud plan helpt niet.\n";
    let own = ("case.yaml", "findings: [B-1]", "findings: [B-1, B-6]");
    let work = Work::with_case();
    work.edit("case.yaml", own.1, own.2);
    let text = work.read(&format!("cases/proef/{FINDINGS}"));
    let text = text.strip_suffix("          - source: I01\n").expect("the last source");
    work.write(&format!("cases/proef/{FINDINGS}"), format!("{text}{overrule}"));
    assert_snapshot!(work.check(), @"
    fout[R322]: `overrule` bij norm `CA-6` geeft hetzelfde niveau als de bevindingen
      --> cases/proef/findings/fte-capacity.yaml:61:7
       |
    61 |       level: deels
       |       ^^^^^
       |
    hulp: haal `overrule` weg; de reden past misschien bij een bevinding

    1 fout
    status 1
    ");
}

#[test]
fn findings_in_conflict_ask_for_a_resolution_and_may_be_let_stand() {
    let other = "        level: grotendeels\n        evidence:\n          - source: W01\n      - id: B-6b\n        condition: Er is niets.\n        level: niet\n        evidence:\n";
    let conflict = (FINDINGS, "        level: grotendeels\n        evidence:\n", other);
    let spoken = ("case.yaml", "findings: [B-1]", "findings: [B-1, B-6]");
    assert_snapshot!(warned(&[conflict, spoken]), @"
    cases/proef/case.yaml:61:11: waarschuwing[R393]: hier valt niets te aanvaarden: `R367` komt bij `CA-6` niet voor
    cases/proef/findings/fte-capacity.yaml:47:9: waarschuwing[R305]: bevindingen bij norm `CA-6` spreken elkaar tegen, van `niet` tot `grotendeels`; het normenkader krijgt geen oordeel
    cases/proef/findings/fte-capacity.yaml:47:9: waarschuwing[R366]: het oordeel over norm `CA-6` heeft een smalle basis: de bevindingen die het niveau geven, hebben samen één bron
    3 waarschuwingen
    1 waarschuwing is aanvaard; de reden staat in de case
    status 0
    ");
    let accepted = ("case.yaml", "  - code: R367\n", "  - code: R305\n");
    assert_snapshot!(warned(&[conflict, spoken, accepted]), @"
    cases/proef/findings/fte-capacity.yaml:47:9: waarschuwing[R366]: het oordeel over norm `CA-6` heeft een smalle basis: de bevindingen die het niveau geven, hebben samen één bron
    1 waarschuwing
    status 0
    ");
}

#[test]
fn a_sub_question_has_an_answer_or_a_reason() {
    let open = ("case.yaml", "      answer: |\n        Bijna.\n", "");
    assert_snapshot!(changed(&[open]).check(), @"
    waarschuwing[R372]: deelvraag `DV-1` heeft geen antwoord, en geen reden waarom dat er niet is
      --> cases/proef/case.yaml:25:11
       |
    25 |     - id: DV-1
       |           ^^^^
       |
    hulp: schrijf `answer` of `unanswered`

    1 waarschuwing
    status 0
    ");
    let reason = (
        "case.yaml",
        "      answer: |\n        Bijna.\n",
        "      unanswered: Er zijn geen cijfers.\n",
    );
    assert_eq!(warned(&[reason]), SILENT);
}

#[test]
fn a_figure_in_a_conclusion_comes_from_a_finding() {
    let says = |words: &str| warned(&[("case.yaml", TEXT, &format!("      {words}\n"))]);
    let figures = "      Er is 4,5 fte,\n      maar 37% van de *€ 1,5 miljoen* is vast.\n";
    assert_snapshot!(changed(&[("case.yaml", TEXT, figures)]).check(), @"
    waarschuwing[R373]: getal `37%` in conclusie `C1` komt in geen bevinding voor
      --> cases/proef/case.yaml:37:12
       |
    37 |       maar 37% van de *€ 1,5 miljoen* is vast.
       |            ^^^
       |
    hulp: noem het getal bij een bevinding, met zijn bron, of haal het hier weg

    waarschuwing[R373]: getal `€ 1,5 miljoen` in conclusie `C1` komt in geen bevinding voor
      --> cases/proef/case.yaml:37:24
       |
    37 |       maar 37% van de *€ 1,5 miljoen* is vast.
       |                        ^^^^^^^^^^^^^
       |
    hulp: noem het getal bij een bevinding, met zijn bron, of haal het hier weg

    2 waarschuwingen
    status 0
    ");
    for silent in [
        "Er is 4,5 fte, en 66,7% is vast; dat is 67 procent.",
        "Van 2022 tot 2025 gold artikel 28, en op 14 maart 2024 ook CA-17.",
        "Ruim 65% is vast, 2 van de 3 delen.",
        "De G40, de 14e keer, per 100.000 inwoners, om 19.30 uur.",
        "Er zijn 100.000 inwoners.",
    ] {
        assert_eq!(says(silent), SILENT, "{silent}");
    }
    // A finding may tell a number in words, and one anywhere in the case will do.
    let words = (FINDINGS, "Er is een plan, maar", "In eenendertig zaken is er een plan, maar");
    assert_eq!(warned(&[words, ("case.yaml", TEXT, "      Het ging om 31 zaken.\n")]), SILENT);
    assert_snapshot!(says("Het ging om 31 zaken."), @"
    cases/proef/case.yaml:36:19: waarschuwing[R373]: getal `31` in conclusie `C1` komt in geen bevinding voor
    1 waarschuwing
    status 0
    ");
}

#[test]
fn a_term_lies_after_the_report_and_a_commitment_fits_the_response() {
    let given = |deadline: &str, response: &str, on: &str| {
        let advice = format!("    conclusions: [C1]\n    deadline: {deadline}\n");
        let response = format!(
            "response:\n  date: {response}\n  text: Wij danken u.\n  recommendations:\n    \
             - {{id: A1, {on}}}\n\npeers:\n"
        );
        changed(&[
            ("case.yaml", "    conclusions: [C1]\n", &advice),
            ("case.yaml", "peers:\n", &response),
        ])
    };
    let late = "position: rejected, commitment: Een brief, due: 2025-12";
    assert_snapshot!(given("2026-02", "2026-01-15", late).check(), @"
    waarschuwing[R381]: `deadline` van aanbeveling `A1` is `2026-02`, vóór de datum van het onderzoek (`2026-03-01`)
      --> cases/proef/case.yaml:41:9
       |
    41 |   - id: A1
       |         ^^
       |
    hulp: ga na of de datum klopt

    waarschuwing[R381]: `due` bij aanbeveling `A1` is `2025-12`, vóór de datum van de bestuurlijke reactie (`2026-01-15`)
      --> cases/proef/case.yaml:53:12
       |
    53 |     - {id: A1, position: rejected, commitment: Een brief, due: 2025-12}
       |            ^^
       |
    hulp: ga na of de datum klopt

    waarschuwing[R382]: aanbeveling `A1` is niet overgenomen, en toch staat er een toezegging bij
      --> cases/proef/case.yaml:53:12
       |
    53 |     - {id: A1, position: rejected, commitment: Een brief, due: 2025-12}
       |            ^^
       |
    hulp: kies `partly` als een deel is toegezegd, of zet bij `text` wat er wél gebeurt

    3 waarschuwingen
    status 0
    ");
    let alone = "position: adopted, due: 2026-01";
    assert_snapshot!(given("2026", "2026-01-15", alone).check_short(), @"
    cases/proef/case.yaml:53:12: waarschuwing[R382]: bij aanbeveling `A1` staat een datum (`due`) zonder toezegging
    1 waarschuwing
    status 0
    ");
    // A month or a year is over after its last day.
    let good = "position: partly, commitment: Een brief, due: 2026-01";
    assert_eq!(given("2026-03", "2026-01-15", good).check_short(), SILENT);
    let rejected = "position: rejected, text: Wij doen dat niet.";
    assert_eq!(given("2026", "2026", rejected).check_short(), SILENT);
}
