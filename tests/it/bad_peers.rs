//! Figures of other bodies that a norm cannot be held against.

use crate::common::check_with;
use insta::assert_snapshot;

/// A case whose peers have these figures, each with or without inhabitants.
fn check_with_peers(peers: &[(&str, Option<u32>)]) -> String {
    let of = "    municipalities:\n";
    let five = "      - {name: Aastad, inhabitants: 90000, value: 4}
      - {name: Beestad, inhabitants: 95000, value: 5}
      - {name: Ceestad, inhabitants: 100000, value: 5}
      - {name: Deestad, inhabitants: 105000, value: 6}
      - {name: Eestad, inhabitants: 110000, value: \"6,5\"}\n";
    let lines: String = peers
        .iter()
        .enumerate()
        .map(|(n, (value, inhabitants))| {
            let inhabitants =
                inhabitants.map(|i| format!("inhabitants: {i}, ")).unwrap_or_default();
            format!("      - {{name: Stad {n}, {inhabitants}value: {value}}}\n")
        })
        .collect();
    check_with("case.yaml", &format!("{of}{five}"), &format!("{of}{lines}"))
}

#[test]
fn a_median_of_zero_is_told_over_the_same_peers_that_the_score_uses() {
    let all = Some(100_000);
    // Those with inhabitants have a median of zero, whatever the others have.
    let peers =
        [("0", all), ("0", all), ("0", all), ("1", all), ("2", all), ("8", None), ("9", None)];
    assert_snapshot!(check_with_peers(&peers), @"
    fout[R321]: de mediaan van vergelijkbare cijfers bij norm `CA-1` is nul, en daarmee is niet te vergelijken
     --> cases/proef/findings/fte-capacity.yaml:4:9
      |
    4 |   - id: CA-1
      |         ^^^^
      |
    hulp: ga de cijfers bij `peers` na, of geef een niveau met `level-reason`

    1 fout
    status 1
    ");
    // And here a median of two, although most of what was typed is zero.
    let peers = [
        ("0", all),
        ("0", all),
        ("2", all),
        ("3", all),
        ("4", all),
        ("0", None),
        ("0", None),
        ("0", None),
    ];
    assert_snapshot!(check_with_peers(&peers), @"
    geen problemen gevonden
    status 0
    ");
}

#[test]
fn a_measure_relative_to_peers_needs_five_of_them() {
    let out =
        check_with("case.yaml", "      - {name: Beestad, inhabitants: 95000, value: 5}\n", "");
    assert_snapshot!(out, @"
    fout[R314]: norm `CA-1` rekent met de mediaan van vergelijkbare cijfers, en er zijn er 4 van minstens 5
     --> cases/proef/findings/fte-capacity.yaml:4:9
      |
    4 |   - id: CA-1
      |         ^^^^
      |
    hulp: noem ze bij `peers` in `case.yaml`, of geef een niveau met `level-reason`

    1 fout
    status 1
    ");
}

#[test]
fn neither_the_municipality_itself_nor_a_peer_given_twice_counts_among_the_five() {
    assert_snapshot!(check_with("case.yaml", "name: Beestad", "name: Proefstad"), @"
    fout[R314]: norm `CA-1` rekent met de mediaan van vergelijkbare cijfers, en er zijn er 4 van minstens 5
     --> cases/proef/findings/fte-capacity.yaml:4:9
      |
    4 |   - id: CA-1
      |         ^^^^
      |
    hulp: noem ze bij `peers` in `case.yaml`, of geef een niveau met `level-reason`

    1 fout
    status 1
    ");
    let twice = check_with("case.yaml", "name: Beestad", "name: Aastad");
    assert!(twice.ends_with("\n1 fout\nstatus 1"), "{twice}");
}

#[test]
fn a_measure_per_inhabitants_needs_their_number() {
    let out =
        check_with("case.yaml", "  inhabitants: 100000\n  inhabitants-date: 2025-01-01\n", "");
    assert_snapshot!(out, @"
    fout[R315]: norm `CA-1` rekent per inwoner, en het aantal inwoners ontbreekt
     --> cases/proef/findings/fte-capacity.yaml:4:9
      |
    4 |   - id: CA-1
      |         ^^^^
      |
    hulp: vul `inhabitants` in bij `municipality` of `body` in `case.yaml`

    1 fout
    status 1
    ");
    assert_snapshot!(check_with("case.yaml", "name: Eestad, inhabitants: 110000", "name: Eestad"), @"
    fout[R314]: norm `CA-1` rekent met de mediaan van vergelijkbare cijfers, en er zijn er 4 van minstens 5; van 1 is het aantal inwoners niet bekend
     --> cases/proef/findings/fte-capacity.yaml:4:9
      |
    4 |   - id: CA-1
      |         ^^^^
      |
    hulp: noem ze bij `peers` in `case.yaml`, of geef een niveau met `level-reason`

    1 fout
    status 1
    ");
}
