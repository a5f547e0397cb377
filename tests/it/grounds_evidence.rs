//! Lint of evidence, sources, comparisons and thresholds: each rule where it warns and where it stays
//! silent.

use crate::common::{FINDINGS, FRAMEWORK, SILENT, Work, changed, warned};
use insta::assert_snapshot;

const RECONSTRUCTION: (&str, &str, &str) =
    ("case.yaml", "status: concept\n", "status: reconstructie\n  notice: Nagemaakt.\n");

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
    let told =
        "geen problemen gevonden\n1 waarschuwing is aanvaard; de reden staat in de case\nstatus 0";
    assert_eq!(with("W01"), told);
    let report = "    date: 2025-10-07\n  - {code: D03, kind: document, title: Verslag, derived-from: [I01]}\n";
    let derived = [
        accepted,
        ("sources.yaml", "    date: 2025-10-07\n", report),
        (FINDINGS, "evidence:\n          - source: I01\n", "evidence:\n          - source: D03\n"),
    ];
    assert_snapshot!(warned(&derived), @"
    cases/proef/findings/fte-capacity.yaml:47:9: waarschuwing[R367]: het oordeel over norm `CA-6` rust alleen op gesprekken
    1 waarschuwing
    1 waarschuwing is aanvaard; de reden staat in de case
    status 0
    ");
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
    // It may yet find its use.
    assert_snapshot!(warned(&[unused, open]), @"
    cases/proef/findings/fte-capacity.yaml:37:9: nog in te vullen[R350]: norm `CA-4` is nog in te vullen
    1 plaats nog in te vullen
    status 0
    ");
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
    // Twelve documents are not one, and three of six is no more than half.
    assert_snapshot!(warned(&[less[0], less[1], bundle]), @"
    cases/proef/findings/fte-capacity.yaml:16:9: waarschuwing[R366]: het oordeel over norm `CA-2` heeft een smalle basis: alleen bron D01
    cases/proef/findings/fte-capacity.yaml:26:9: waarschuwing[R366]: het oordeel over norm `CA-3` heeft een smalle basis: alleen bron D01
    2 waarschuwingen
    status 0
    ");
    assert_snapshot!(warned(&less[..1]), @"
    cases/proef/findings/fte-capacity.yaml:27:9: waarschuwing[R366]: het oordeel over norm `CA-3` heeft een smalle basis: alleen bron D01
    1 waarschuwing
    status 0
    ");
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
fn a_comparison_has_at_least_five_municipalities_also_where_it_decides_nothing() {
    let few = ("case.yaml", "      - {name: Beestad, inhabitants: 95000, value: 5}\n", "");
    let estimated = (
        FINDINGS,
        "        value: 4.5\n        unit: fte\n",
        "        level: grotendeels\n        level-reason: Zo is het.\n",
    );
    assert_snapshot!(changed(&[few, estimated]).check(), @"
    waarschuwing[R374]: norm `CA-1` staat naast 4 andere cijfers, en minder dan 5 zegt weinig
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
    let embedded = FRAMEWORK;
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
    let embedded = FRAMEWORK;
    work.write(
        "frameworks/fte-capacity.yaml",
        embedded.replace("proposal: true", "proposal: false"),
    );
    assert!(work.check_short().starts_with("geen problemen"), "{}", work.check_short());
}
