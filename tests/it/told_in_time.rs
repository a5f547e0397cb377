//! What would vanish, mislead or break later is told by `check`, at its place.

use crate::common::{FINDINGS, FRAMEWORK, Work, check_with};

/// Whether `check` names a code at a place.
fn told(out: &str, code: &str, place: &str) {
    assert!(out.contains(code) && out.contains(place), "{code} at {place}: {out}");
}

#[test]
fn an_open_contradiction_is_a_warning_and_a_settlement_stays_between_what_is_said() {
    let second = "level: grotendeels\n        evidence:\n          - source: I01\n      - id: B-7\n        \
                  condition: Er is niets.\n        level: niet\n        evidence: [{source: D01}]";
    let first = "level: grotendeels\n        evidence:\n          - source: I01";
    let open = check_with(FINDINGS, first, second);
    told(&open, "waarschuwing[R305]", "fte-capacity.yaml:47:9");
    assert!(open.ends_with("status 0"), "{open}");
    let settled = format!("{second}\n    resolution: {{level: voldoet, reason: Zo is het.}}");
    told(&check_with(FINDINGS, first, &settled), "fout[R320]", "fte-capacity.yaml:60:18");
}

#[test]
fn text_behind_a_hash_that_belongs_to_it_is_pointed_at() {
    let out = check_with("case.yaml", "title: Ondermijning\n", "title: Veilig op plek #1\n");
    told(&out, "waarschuwing[R117]", "case.yaml:9:25");
    let comment = check_with("case.yaml", "title: Ondermijning\n", "title: Veilig # de titel\n");
    assert!(comment.starts_with("geen problemen"), "{comment}");
}

#[test]
fn what_has_no_code_is_an_error_and_not_dropped() {
    told(&check_with(FINDINGS, "id: B-6", "id:"), "fout[R116]", "fte-capacity.yaml:50:");
    told(&check_with("case.yaml", "id: C1", "id:"), "fout[R116]", "case.yaml:");
    told(
        &check_with("case.yaml", "[fte-capacity]", "[fte-capacity, ~]"),
        "fout[R116]",
        "case.yaml:30:",
    );
    told(
        &check_with("case.yaml", "title: Ondermijning\n", "title:\n"),
        "nog in te vullen[R351]",
        "case.yaml:9:",
    );
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
    told(&work.check(), "fout[R127]: `CA-1` komt al eerder voor", "case.yaml:30:28");
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
    told(&work.check(), "fout[R321]", "fte-capacity.yaml:4:9");
    told(&check_with("case.yaml", "value: 4}", "value: -4}"), "fout[R125]", "case.yaml:54:");
}

#[test]
fn a_list_of_names_under_another_file_name_protects_nobody_and_is_refused() {
    let work = Work::with_case();
    work.write("cases/proef/confidential.yml", "people: []\n");
    told(&work.check(), "fout[R212]", "cases/proef/confidential.yml");
}

#[test]
fn emphasis_without_end_is_refused_and_a_soft_hyphen_at_an_end_does_no_harm() {
    let deep = format!("{}c{}", "*a **b ".repeat(40), "** c*".repeat(40));
    told(&check_with("case.yaml", "Ten dele.", &deep), "fout[R403]", "case.yaml:23:");
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
    told(&work.check(), "fout[R313]", "frameworks/fte-capacity.yaml:");
}

#[test]
fn a_nota_whose_case_is_not_at_hand_is_set_only_where_that_is_asked() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    work.remove("cases/proef/case.yaml");
    let out = work.run("render output/proef/nota.md");
    assert!(out.status == 1 && out.stderr.contains("fout[R731]"), "{}", out.stderr);
    let out = work.run("render output/proef/nota.md --without-name-search");
    assert!(out.status == 0 && out.stderr.contains("waarschuwing[R705]"), "{}", out.stderr);
}
