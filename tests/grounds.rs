//! Lint of the audit itself: each rule once where it warns and once where it stays silent.

mod common;

use common::{FINDINGS, Work};
use insta::assert_snapshot;

/// What `check` warns of after some changes, a line each, without what the case accepts.
fn warned(changes: &[(&str, &str, &str)]) -> String {
    changed(changes).check_short()
}

fn changed(changes: &[(&str, &str, &str)]) -> Work {
    let work = Work::with_case();
    for (file, from, to) in changes {
        work.edit(file, from, to);
    }
    work
}

const SILENT: &str = "geen problemen gevonden\nstatus 0";
const TEXT: &str = "      Er zijn net niet genoeg mensen.\n";
const RECONSTRUCTION: (&str, &str, &str) =
    ("case.yaml", "status: concept\n", "status: reconstructie\n  notice: Nagemaakt.\n");

#[test]
fn the_valid_case_accepts_two_warnings_and_has_no_others() {
    let run = Work::with_case().run("check cases/proef");
    assert_snapshot!(format!("{}{}", run.stdout, run.stderr), @"
    geen problemen gevonden
    2 waarschuwingen zijn aanvaard; de redenen staan in de case
    ");
}

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
fn a_criterion_that_falls_short_stands_in_a_conclusion() {
    let unspoken = ("case.yaml", "criteria: [CA-1, CA-2]", "criteria: [CA-1]");
    assert_snapshot!(changed(&[unspoken]).check(), @"
    waarschuwing[R361]: norm `CA-2` komt uit op `deels`, en geen conclusie gaat erover
      --> cases/proef/findings/fte-capacity.yaml:16:9
       |
    16 |   - id: CA-2
       |         ^^^^
       |
    hulp: noem de norm of een bevinding ervan bij een conclusie

    1 waarschuwing
    status 0
    ");
    // A finding of the criterion will do, and so do drafted conclusions, which speak of each.
    let by_finding = ("case.yaml", "findings: [B-1]", "findings: [B-1, B-2]");
    assert_eq!(warned(&[unspoken, by_finding]), SILENT);
    let work = changed(&[unspoken]);
    let text = work.read("cases/proef/case.yaml");
    let (before, rest) = text.split_once("conclusions:\n").expect("conclusions");
    let (_, after) = rest.split_once("peers:\n").expect("peers");
    work.write("cases/proef/case.yaml", format!("{before}peers:\n{after}"));
    assert!(work.check_short().starts_with("geen problemen"), "{}", work.check_short());
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
    assert!(warned(&[met]).contains("R363"), "voldoet grotendeels leaves something to advise");
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
    assert!(says("De formatie voldoet volledig aan de norm.").contains("R364"));
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
    assert!(warned(&[title, both[0], both[1]]).contains("R364"));
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
fn one_source_is_a_narrow_basis() {
    let one = (
        FINDINGS,
        "          - source: D01\n          - source: W01\n",
        "          - source: D01\n",
    );
    assert_snapshot!(changed(&[one]).check(), @"
    waarschuwing[R366]: het oordeel over norm `CA-2` heeft een smalle basis: alleen bron D01
      --> cases/proef/findings/fte-capacity.yaml:16:9
       |
    16 |   - id: CA-2
       |         ^^^^
       |
    hulp: zoek een tweede bron die losstaat van de eerste, liefst van een andere soort

    1 waarschuwing
    status 0
    ");
    let rebuilt = changed(&[one, RECONSTRUCTION]);
    let text = rebuilt.read("cases/proef/case.yaml");
    let (before, _) = text.split_once("\naccepted:\n").expect("what the case accepts");
    rebuilt.write("cases/proef/case.yaml", before);
    assert_eq!(rebuilt.check_short(), SILENT, "a reconstruction cannot mend that");
}

#[test]
fn what_people_said_is_no_evidence_by_itself() {
    let accepted =
        ("case.yaml", "  - code: R367\n    about: CA-6\n    reason: Er is geen register.\n", "");
    assert_snapshot!(changed(&[accepted]).check(), @"
    waarschuwing[R367]: het oordeel over norm `CA-6` rust alleen op gesprekken
      --> cases/proef/findings/fte-capacity.yaml:47:9
       |
    47 |   - id: CA-6
       |         ^^^^
       |
    hulp: zoek een stuk, een register of een eigen waarneming waaruit hetzelfde blijkt

    1 waarschuwing
    1 waarschuwing is aanvaard; de reden staat in de case
    status 0
    ");
    // A document that rests on an interview is testimony too; a register is none.
    let with = |source: &str| {
        let evidence = format!(
            "        level: grotendeels\n        evidence:\n          - source: {source}\n"
        );
        warned(&[
            accepted,
            (FINDINGS, "        level: grotendeels\n        evidence:\n", &evidence),
        ])
    };
    assert!(with("W01").starts_with("geen problemen"), "{}", with("W01"));
    let report = "    date: 2025-10-07\n  - {code: D03, kind: document, title: Verslag, derived-from: [I01]}\n";
    let derived = [
        accepted,
        ("sources.yaml", "    date: 2025-10-07\n", report),
        (FINDINGS, "evidence:\n          - source: I01\n", "evidence:\n          - source: D03\n"),
    ];
    assert!(warned(&derived).contains("R367"), "{}", warned(&derived));
}

#[test]
fn a_source_is_used_or_left_out() {
    let more = "    date: 2025-12-31\n  - {code: D09, kind: document, title: Nooit gebruikt}\n";
    let unused = ("sources.yaml", "    date: 2025-12-31\n", more);
    assert_snapshot!(changed(&[unused]).check(), @"
    waarschuwing[R368]: bron `D09` wordt door geen bevinding gebruikt
      --> cases/proef/sources.yaml:18:12
       |
    18 |   - {code: D09, kind: document, title: Nooit gebruikt}
       |            ^^^
       |
    hulp: noem de bron bij een bevinding, of haal haar weg

    1 waarschuwing
    status 0
    ");
    // D02 is the source of the peers alone, and of what derives from a used source.
    let origin = more.replace("title: Nooit gebruikt", "title: Wel gebruikt");
    let below =
        ("sources.yaml", "    date: 2025-12-31\n", &*format!("    derived-from: [D09]\n{origin}"));
    assert_eq!(warned(&[below]), SILENT);
    let open = (
        FINDINGS,
        "    status: niet-onderzocht\n    reason: |\n      Dit viel buiten de opzet.\n",
        "    status: nog-in-te-vullen\n",
    );
    assert!(!warned(&[unused, open]).contains("R368"), "it may yet find its use");
}

#[test]
fn one_source_does_not_carry_more_than_half() {
    let less = [
        (FINDINGS, "          - source: I01\n  - id: CA-4", "  - id: CA-4"),
        (
            FINDINGS,
            "          - source: D01\n          - source: W01\n",
            "          - source: D01\n",
        ),
    ];
    assert_snapshot!(warned(&less), @"
    cases/proef/sources.yaml:2:11: waarschuwing[R369]: bron `D01` draagt meer dan de helft van het bewijs: 3 van de 5 verwijzingen bij `fte-capacity`
    cases/proef/findings/fte-capacity.yaml:16:9: waarschuwing[R366]: het oordeel over norm `CA-2` heeft een smalle basis: alleen bron D01
    cases/proef/findings/fte-capacity.yaml:26:9: waarschuwing[R366]: het oordeel over norm `CA-3` heeft een smalle basis: alleen bron D01
    3 waarschuwingen
    status 0
    ");
    let bundle = ("sources.yaml", "    date: 2024-03\n", "    date: 2024-03\n    count: 12\n");
    assert!(!warned(&[less[0], less[1], bundle]).contains("R369"), "twelve documents are not one");
    assert!(!warned(&less[..1]).contains("R369"), "three of six is no more than half");
}

#[test]
fn a_source_does_not_confirm_what_it_derives_from() {
    let derived = (
        "sources.yaml",
        "    date: 2025-12-31\n",
        "    date: 2025-12-31\n    derived-from: [D01]\n",
    );
    let seen = changed(&[derived]).check_short();
    assert_snapshot!(seen, @"
    cases/proef/sources.yaml:2:11: waarschuwing[R369]: bron `D01` draagt meer dan de helft van het bewijs: 3 van de 5 verwijzingen bij `fte-capacity`
    cases/proef/findings/fte-capacity.yaml:4:9: waarschuwing[R366]: het oordeel over norm `CA-1` heeft een smalle basis: alle bronnen steunen op D01
    cases/proef/findings/fte-capacity.yaml:15:21: waarschuwing[R370]: bevinding `B-1` noemt `W01` naast `D01`, terwijl de ene op de andere steunt; samen tellen zij als één bron
    cases/proef/findings/fte-capacity.yaml:16:9: waarschuwing[R366]: het oordeel over norm `CA-2` heeft een smalle basis: alle bronnen steunen op D01
    cases/proef/findings/fte-capacity.yaml:26:21: waarschuwing[R370]: bevinding `B-2` noemt `W01` naast `D01`, terwijl de ene op de andere steunt; samen tellen zij als één bron
    5 waarschuwingen
    status 0
    ");
    let against = (
        FINDINGS,
        "locator: p. 4\n          - source: W01\n",
        "locator: p. 4\n          - source: W01\n            stance: contradicts\n",
    );
    assert_eq!(changed(&[derived, against]).check_short().matches("R370").count(), 1);
}

#[test]
fn an_overruled_judgement_is_pointed_out() {
    let overrule = "          - source: I01\n    overrule:\n      level: deels\n      reason: Het plan is oud.\n";
    let own = ("case.yaml", "findings: [B-1]", "findings: [B-1, B-6]");
    let work = Work::with_case();
    work.edit("case.yaml", own.1, own.2);
    let text = work.read(&format!("cases/proef/{FINDINGS}"));
    let text = text.strip_suffix("          - source: I01\n").expect("the last source");
    work.write(&format!("cases/proef/{FINDINGS}"), format!("{text}{overrule}"));
    assert_snapshot!(work.check(), @"
    waarschuwing[R371]: bij norm `CA-6` wijken de onderzoekers af van het niveau dat uit de bevindingen volgt: `deels` in plaats van `grotendeels`
      --> cases/proef/findings/fte-capacity.yaml:57:7
       |
    57 |       level: deels
       |       ^^^^^
       |
    hulp: volgt de reden voor een buitenstaander uit de bevindingen, aanvaard de waarschuwing dan bij `accepted`

    1 waarschuwing
    status 0
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
    assert!(!warned(&[conflict, spoken, accepted]).contains("R305"));
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
    assert!(says("Het ging om 31 zaken.").contains("R373"));
}

#[test]
fn a_comparison_has_at_least_five_municipalities_also_where_it_decides_nothing() {
    let few = ("case.yaml", "      - {name: Beestad, inhabitants: 95000, value: 5}\n", "");
    let estimated = (
        FINDINGS,
        "        value: 4.5\n        unit: fte\n",
        "        level: grotendeels\n        level-reason: Zo is het.\n",
    );
    assert_snapshot!(changed(&[few, estimated]).check(), @"
    waarschuwing[R374]: norm `CA-1` staat naast 4 andere gemeenten, en minder dan 5 zegt weinig
      --> cases/proef/case.yaml:49:5
       |
    49 |   - criterion: CA-1
       |     ^^^^^^^^^
       |
    hulp: noem er bij `peers` meer, of laat de vergelijking weg

    1 waarschuwing
    status 0
    ");
    assert_eq!(warned(&[estimated]), SILENT);
}

#[test]
fn a_norm_that_did_not_hold_yet_judges_nobody() {
    let work = Work::with_case();
    let embedded = include_str!("../frameworks/fte-capacity.yaml");
    let (first, rest) = embedded.split_once("  - id: CA-2\n").expect("the second norm");
    let at = first.find("    holds-from: ").expect("a date");
    let end = first[at..].find('\n').expect("a line") + at;
    let later =
        format!("{}    holds-from: 2030-01-01{}  - id: CA-2\n{rest}", &first[..at], &first[end..]);
    work.write("frameworks/fte-capacity.yaml", later);
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:33:9: waarschuwing[R375]: norm `CA-1` geldt pas vanaf 01-01-2030, na de onderzochte periode; toch draagt zij conclusie C1
    cases/proef/findings/fte-capacity.yaml:4:9: waarschuwing[R375]: norm `CA-1` geldt pas vanaf 01-01-2030, na de onderzochte periode; het niveau telt niet mee
    2 waarschuwingen
    status 0
    ");
}

#[test]
fn thresholds_without_an_outside_source_are_told_of_what_was_judged() {
    let accepted = (
        "case.yaml",
        "  - code: R376\n    about: fte-capacity\n    reason: De grenzen komen uit het kader.\n",
        "",
    );
    assert_snapshot!(changed(&[accepted]).check(), @"
    waarschuwing[R376]: bij normenkader `fte-capacity` hebben grenzen tussen niveaus geen bron van buiten: CA-1, CA-2, CA-3, CA-6, en het oordeel over het geheel
      --> cases/proef/case.yaml:30:14
       |
    30 | frameworks: [fte-capacity]
       |              ^^^^^^^^^^^^
       |
    hulp: leg bij `accepted` uit waarom deze grenzen hier passen, of onderbouw ze in een eigen kader

    1 waarschuwing
    1 waarschuwing is aanvaard; de reden staat in de case
    status 0
    ");
    let work = changed(&[accepted]);
    let embedded = include_str!("../frameworks/fte-capacity.yaml");
    work.write(
        "frameworks/fte-capacity.yaml",
        embedded.replace("proposal: true", "proposal: false"),
    );
    assert!(work.check_short().starts_with("geen problemen"), "{}", work.check_short());
}

#[test]
fn an_accepted_warning_is_a_known_one_about_a_known_thing_with_a_reason() {
    let first = "  - code: R367\n    about: CA-6\n    reason: Er is geen register.\n";
    let with = |to: &str| changed(&[("case.yaml", first, to)]).check();
    assert_snapshot!(with("  - {code: R999, about: CA-6, reason: Zo is het.}\n"), @"
    fout[R390]: waarschuwing `R999` bestaat niet
      --> cases/proef/case.yaml:61:12
       |
    61 |   - {code: R999, about: CA-6, reason: Zo is het.}
       |            ^^^^

    1 fout
    status 1
    ");
    assert_snapshot!(with("  - {code: R350, about: CA-6, reason: Zo is het.}\n"), @"
    fout[R391]: `R350` kan een case niet aanvaarden
      --> cases/proef/case.yaml:61:12
       |
    61 |   - {code: R350, about: CA-6, reason: Zo is het.}
       |            ^^^^
       |
    hulp: los op wat deze code meldt; welke waarschuwingen u kunt aanvaarden, staat in cases/README.md

    1 fout
    status 1
    ");
    assert_snapshot!(with("  - {code: R367, about: CA-66, reason: Zo is het.}\n"), @"
    fout[R392]: R367 gaat over een norm, en `CA-66` is dat niet
      --> cases/proef/case.yaml:61:25
       |
    61 |   - {code: R367, about: CA-66, reason: Zo is het.}
       |                         ^^^^^
       |
    hulp: bedoelde u `CA-6`?

    1 fout
    status 1
    ");
    assert_snapshot!(with("  - {code: R367, about: C1, reason: Zo is het.}\n"), @"
    fout[R392]: R367 gaat over een norm, en `C1` is dat niet
      --> cases/proef/case.yaml:61:25
       |
    61 |   - {code: R367, about: C1, reason: Zo is het.}
       |                         ^^

    1 fout
    status 1
    ");
    assert_snapshot!(with("  - {code: R367, about: CA-6, reason: ''}\n"), @"
    fout[R304]: `het aanvaarden van R367` vraagt om een reden
      --> cases/proef/case.yaml:61:39
       |
    61 |   - {code: R367, about: CA-6, reason: ''}
       |                                       ^^
       |
    hulp: schrijf bij `reason` waarom

    1 fout
    status 1
    ");
    assert_snapshot!(with("  - {code: R367, about: CA-6}\n"), @"
    fout[R111]: sleutel `reason` ontbreekt
      --> cases/proef/case.yaml:61:6
       |
    61 |   - {code: R367, about: CA-6}
       |      ^^^^ in dit onderdeel

    1 fout
    status 1
    ");
    assert_snapshot!(with(&format!("{first}  - {{code: R366, about: CA-1, reason: Zo is het.}}\n")), @"
    waarschuwing[R393]: hier valt niets te aanvaarden: `R366` komt bij `CA-1` niet voor
      --> cases/proef/case.yaml:64:12
       |
    64 |   - {code: R366, about: CA-1, reason: Zo is het.}
       |            ^^^^
       |
    hulp: haal dit onderdeel weg

    1 waarschuwing
    status 0
    ");
}

#[test]
fn strict_fails_on_what_is_warned_of_and_not_on_what_is_accepted() {
    let strict = |work: &Work| work.run("check cases/proef --format short --strict").status;
    assert_eq!(strict(&Work::with_case()), 0);
    let unspoken = changed(&[("case.yaml", "criteria: [CA-1, CA-2]", "criteria: [CA-1]")]);
    assert_eq!((strict(&unspoken), unspoken.run("check cases/proef").status), (1, 0));
    let open = changed(&[(
        FINDINGS,
        "    status: niet-te-beoordelen\n    reason: |\n      De gemeente houdt geen uren bij.\n",
        "    status: nog-in-te-vullen\n",
    )]);
    assert_eq!((strict(&open), open.run("check cases/proef").status), (1, 0));
    let hints = Work::with_case().run("check cases/proef --strict --editorial");
    assert_eq!(hints.status, 0, "a hint is no problem: {}", hints.seen());
}

#[test]
fn an_error_elsewhere_in_the_case_leaves_its_reasoning_alone() {
    let seen = warned(&[("case.yaml", "criteria: [CA-1, CA-2]", "criteria: [CA-11, CA-22]")]);
    assert!(!seen.contains("R36") && seen.contains("R203"), "{seen}");
}

#[test]
fn other_commands_tell_only_how_many_warnings_there_are() {
    let work = changed(&[("case.yaml", "criteria: [CA-1, CA-2]", "criteria: [CA-1]")]);
    let run = work.run("nota cases/proef --format md");
    assert_eq!(
        (run.status, run.stderr.as_str()),
        (0, "1 waarschuwing; `rekenkamer check` toont ze\n")
    );
}

#[test]
fn the_annexes_carry_the_chain_and_what_was_weighed() {
    let work = Work::with_case();
    let run = work.run("nota cases/proef --document nota,report --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let nota = work.read("output/proef/nota.md");
    let part = |text: &str, heading: &str| -> String {
        let from = text.find(&format!("{heading}\n")).unwrap_or_else(|| panic!("no {heading}"));
        let rest = &text[from..];
        rest[..rest[1..].find("\n# ").map_or(rest.len(), |end| end + 1)].trim_end().to_owned()
    };
    assert_snapshot!(part(&nota, "Bijlage B Van bron naar aanbeveling"), @"
    Bijlage B Van bron naar aanbeveling

    Elke rij is een keten: een aanbeveling, de conclusie waaruit zij volgt, de normen en bevindingen daaronder, en de bronnen waar die op steunen. Wat met een koppeling is genoemd, staat elders in dit document uitgeschreven.

    | Aanbeveling | Conclusie | Normen en bevindingen | Bronnen |
    |---|---|---|---|
    | [A1](#1-breid-de-formatie-uit) Breid de formatie uit | [C1](#1-de-formatie-is-aan-de-krappe-kant) De formatie is aan de krappe kant | [CA-1](#ca-1-omvang-van-de-formatie) (◕ voldoet grotendeels): [B-1](#bevinding-b-1); [CA-2](#ca-2-vaste-financiering) (◑ voldoet deels): [B-2](#bevinding-b-2) | [D01](#documenten), [W01](#waarnemingen) |
    ");
    assert_snapshot!(part(&nota, "Bijlage E Aandachtspunten die de onderzoekers hebben afgewogen"), @"
    Bijlage E Aandachtspunten die de onderzoekers hebben afgewogen

    Het programma waarschuwt waar de redenering van een onderzoek kwetsbaar is. Deze waarschuwingen hebben de onderzoekers gewogen en laten staan. Bij elk staat waarom.

    | Aandachtspunt | Waar | Afweging van de onderzoekers |
    |---|---|---|
    | Alleen gesprekken als bron | [CA-6](#ca-6-ruimte-voor-toezicht) Ruimte voor toezicht | Er is geen register. |
    | Grenzen van niveaus zonder bron van buiten | [Capaciteit](#normenkader-capaciteit) | De grenzen komen uit het kader. |
    ");
    let report = work.read("output/proef/nota-van-bevindingen.md");
    assert!(
        report.contains("Van bron naar aanbeveling\n") && report.contains("hebben afgewogen\n")
    );
    let hearing = work.run("nota cases/proef --document report --stage hearing --format md");
    assert_eq!(hearing.status, 0, "{}", hearing.stderr);
    let text = work.read("output/proef/wederhoor.md");
    assert!(!text.contains("Van bron naar aanbeveling") && !text.contains("hebben afgewogen"));
    for text in [nota, report, text] {
        assert_eq!(rekenkamer::markdown::parse(&text).problems, []);
    }
}
