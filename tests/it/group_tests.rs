//! Tests between groups of municipalities and between pairs of norms.

use crate::common::Work;
use crate::common::comparisons::{MD, compared, json, many};
use insta::assert_snapshot;

#[test]
fn an_unknown_property_or_an_empty_group_is_refused_with_what_there_is() {
    let work = many(4, "sample");
    let say = |arguments: &str| work.run(&format!("compare cases {arguments}")).seen();
    assert_snapshot!(say("--by sort"), @"
    fout[R804]: geen enkel onderzoek heeft het kenmerk `sort`
    --> compare
     |
    hulp: er zijn: size-class, province, paar, soort

    1 fout
    er is niets geschreven
    status 1
    ");
    assert_snapshot!(say("--by soort --contrast stad,eiland"), @"
    fout[R805]: groep `eiland` is leeg
    --> --contrast
     |
    hulp: er zijn: dorp, stad

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn groups_are_tested_only_where_the_lot_chose_the_municipalities() {
    let work = many(12, "sample");
    compared(&work, "cases --by soort --format json,md");
    let contrast = json(&work)["grouping"]["contrast"].clone();
    let test = contrast["tests"].as_array().and_then(|t| t.last()).cloned().expect("a test");
    assert_eq!(test["criterion"], "CA-6");
    // Nobody in a village reaches the level, everybody in a town does: 2 / C(12, 6).
    assert_eq!(
        [&test["first"], &test["second"]],
        [&serde_json::json!([0, 6]), &serde_json::json!([6, 6])]
    );
    let p = test["p"].as_f64().expect("a number");
    assert!((p - 2.0 / 924.0).abs() < 1e-12, "{p}");
    for (sample, reason) in [
        ("population", "Hier doet de hele groep mee: elk verschil is echt."),
        ("hand-picked", "Deze gemeenten zijn uitgekozen"),
    ] {
        let work = many(4, sample);
        compared(&work, "cases --by soort --format json,md");
        assert!(json(&work)["grouping"]["contrast"].is_null());
        assert!(work.read(MD).contains(reason), "{sample}");
    }
}

/// Three against three give one in ten at best; six against six can be significant where the outcome
/// leaves room for it. Holm counts only the norms where that is so.
#[test]
fn a_test_that_no_outcome_could_decide_is_not_printed_and_not_counted() {
    let work = many(6, "sample");
    compared(&work, "cases --by soort --format json,md");
    let text = work.read(MD);
    for line in [
        "| Norm | dorp | stad |",
        "| CA-6 Ruimte voor toezicht | 0 van 3 | 3 van 3 |",
        "Bij deze aantallen kan geen enkel verschil significant zijn; daarom staan er geen toetsen.",
    ] {
        assert_eq!(text.lines().filter(|own| *own == line).count(), 1, "{line}\n{text}");
    }
    assert!(!text.contains("Fisher"), "{text}");
    let tests = json(&work)["grouping"]["contrast"]["tests"].clone();
    for test in tests.as_array().expect("tests") {
        assert!(test["p"].is_null() && test["adjusted"].is_null(), "{test}");
    }
    let work = many(12, "sample");
    compared(&work, "cases --by soort --format json,md,csv");
    let csv = work.read("output/vergelijking/vergelijking.csv");
    for line in ["Toets;;CA-1;Kans;–;", "Toets;;CA-6;dorp;0 van 6;", "Toets;;CA-6;Kans;0,002;0,002"]
    {
        assert_eq!(csv.lines().filter(|own| *own == line).count(), 1, "{line}\n{csv}");
    }
    let text = work.read(MD);
    for line in [
        "| CA-6 Ruimte voor toezicht | 0 van 6 | 6 van 6 |",
        "Getoetst is met de exacte toets van Fisher, na correctie volgens Holm. De kans per norm staat in het werkblad *Toets* en op de bladzijde.",
        "Bij 3 van de 4 normen kan bij deze aantallen geen enkel verschil significant zijn; daar staat geen kans, en zij tellen bij de correctie niet mee.",
        "CA-6: 0 van 6 tegenover 6 van 6. Dit verschil is moeilijk met toeval te verklaren; gemeenten in de groep stad halen het niveau vaker.",
    ] {
        assert_eq!(text.lines().filter(|own| *own == line).count(), 1, "{line}\n{text}");
    }
    assert!(!text.contains("95%-interval") && !text.contains("Newcombe"), "{text}");
}

/// The smallest chance of a framework is multiplied by how many of its own norms can be tested.
#[test]
fn the_correction_counts_the_norms_of_each_framework_apart() {
    let region = concat!(env!("CARGO_MANIFEST_DIR"), "/cases/voorbeeldregio-2026");
    let work = Work::empty();
    compared(&work, &format!("{region} --by size-group --format json"));
    let tests = json(&work)["grouping"]["contrast"]["tests"].clone();
    let mut each: std::collections::BTreeMap<String, Vec<(f64, f64)>> = Default::default();
    for test in tests.as_array().expect("tests") {
        let number = |key: &str| test[key].as_f64();
        let able = number("least").is_some_and(|least| least <= 0.05);
        assert_eq!((able, able), (number("p").is_some(), number("adjusted").is_some()), "{test}");
        let chances = number("p").zip(number("adjusted"));
        each.entry(test["framework"].to_string()).or_default().extend(chances);
    }
    assert_eq!(each.len(), 5);
    for (framework, chances) in each {
        let count = u32::try_from(chances.len()).expect("a few");
        let least = chances.iter().copied().min_by(|a, b| a.0.total_cmp(&b.0)).expect("a test");
        let expected = (least.0 * f64::from(count)).min(1.0);
        assert!((least.1 - expected).abs() < 1e-12, "{framework}: {least:?} of {count}");
    }
}

#[test]
fn pairs_are_tested_by_the_pairs_that_differ() {
    let work = many(12, "sample");
    compared(&work, "cases --by soort --pairs paar --format json,md");
    let contrast = json(&work)["grouping"]["contrast"].clone();
    let test = contrast["tests"].as_array().and_then(|t| t.last()).cloned().expect("a test");
    assert_eq!(test["method"]["mc-nemar"]["only-second"], 6);
    let p = test["p"].as_f64().expect("a number");
    assert!((p - 2.0 / 64.0).abs() < f64::EPSILON, "{p}");
}
