//! Tests between groups of municipalities and between pairs of norms.
#![expect(clippy::expect_used, reason = "a test may stop where its own numbers are not there")]

use crate::common::Work;
use crate::common::comparisons::{MD, compared, json, many};
use insta::assert_snapshot;
use serde_json::Value;

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
    assert_snapshot!(say("--by soort --pairs wijk"), @"
    fout[R804]: geen enkel onderzoek heeft het kenmerk `wijk`
    --> compare
     |
    hulp: er zijn: size-class, province, paar, soort

    1 fout
    er is niets geschreven
    status 1
    ");
    assert_snapshot!(say("--by soort --pairs soort"), @"
    fout[R806]: met `soort: dorp` valt geen paar te vormen: verwacht er één in elke groep
    --> --pairs
     |
    hulp: geef elk paar een eigen waarde van `soort`

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_property_that_one_municipality_has_can_be_grouped_by() {
    let work = many(3, "sample");
    // An attribute of the same name is not listed beside it.
    let path = "cases/gemeente00/case.yaml";
    work.write(path, work.read(path).replacen("{soort:", "{province: ergens, soort:", 1));
    for case in ["gemeente01", "gemeente02"] {
        let path = format!("cases/{case}/case.yaml");
        work.write(&path, work.read(&path).replacen("  province: Utrecht\n", "", 1));
    }
    let run = work.run("compare cases --by sort");
    assert!(run.stderr.contains("hulp: er zijn: size-class, province, paar, soort\n"));
    compared(&work, "cases --by province --format json");
    let grouping = json(&work)["grouping"].clone();
    assert_eq!(grouping["groups"], serde_json::json!([["Utrecht", [0]]]));
    assert_eq!(grouping["unknown"], serde_json::json!([1, 2]));
}

#[test]
fn size_classes_go_by_size_and_other_groups_by_name() {
    let work = many(4, "sample");
    for (index, inhabitants) in ["120000", "30000", "4000", "120000"].iter().enumerate() {
        let path = format!("cases/gemeente{index:02}/case.yaml");
        let own = format!("  inhabitants: {inhabitants}\n");
        work.write(&path, work.read(&path).replacen("  inhabitants: 100000\n", &own, 1));
    }
    let groups = |by: &str| {
        compared(&work, &format!("cases --by {by} --format json"));
        json(&work)["grouping"]["groups"].to_string()
    };
    let by_size =
        r#"[["minder dan 5.000",[2]],["20.000 tot 50.000",[1]],["100.000 tot 150.000",[0,3]]]"#;
    assert_eq!(groups("size-class"), by_size);
    assert_eq!(groups("soort"), r#"[["dorp",[1,3]],["stad",[0,2]]]"#);
    // How many of each group stand at each level, highest first.
    let rows = json(&work)["frameworks"][0]["criteria"][5]["distributions"].clone();
    let lines = rows.as_array().into_iter().flatten().map(|row| {
        let keys = ["group", "judged", "members", "levels"].map(|key| row[key].to_string());
        keys.join(" ")
    });
    assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r#"
    "alle" 4 4 [0,2,0,2]
    "dorp" 2 2 [0,0,0,2]
    "stad" 2 2 [0,2,0,0]
    "#);
}

/// The tests on a framework of the fictional region: criterion, both counts, difference, smallest
/// p-value that there could be, p-value, the same corrected, and pairs that differ.
fn region(arguments: &str, framework: &str) -> String {
    let region = concat!(env!("CARGO_MANIFEST_DIR"), "/cases/voorbeeldregio-2026");
    let work = Work::empty();
    compared(&work, &format!("{region} --by size-group --format json {arguments}"));
    let tests = json(&work)["grouping"]["contrast"]["tests"].clone();
    let own = tests.as_array().expect("tests").iter().filter(|t| t["framework"] == framework);
    let number = |value: &Value| value.as_f64().map_or("–".to_owned(), |n| format!("{n:.6}"));
    let lines = own.map(|test| {
        let numbers = ["difference", "least", "p", "adjusted"].map(|key| number(&test[key]));
        let criterion = test["criterion"].as_str().expect("an id");
        let line =
            format!("{criterion} {} {} {}", test["first"], test["second"], numbers.join(" "));
        let pairs = &test["method"]["mc-nemar"];
        let differ = ["only-first", "only-second"].map(|key| pairs[key].to_string()).join(" ");
        if pairs.is_null() { line } else { format!("{line} {differ}") }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Counted from the scorecards in Python, a duty as complied with or not, and tested by SciPy 1.17.1
/// (`fisher_exact`, `binomtest`) and statsmodels 0.15.0 (`multipletests`).
#[test]
fn counts_and_chances_of_groups_are_those_of_scipy_and_statsmodels() {
    assert_snapshot!(region("", "integral-policy"), @"
    IB-2 [6,6] [2,6] 0.666667 0.060606 – –
    IB-3 [4,6] [0,6] 0.666667 0.060606 – –
    IB-4 [4,6] [2,6] 0.333333 0.002165 0.567100 0.727273
    IB-5 [5,6] [3,6] 0.333333 0.060606 – –
    IB-7 [4,6] [1,6] 0.500000 0.015152 0.242424 0.727273
    IB-8 [5,6] [2,6] 0.500000 0.015152 0.242424 0.727273
    IB-13 [3,5] [1,3] 0.266667 0.142857 – –
    IB-14 [3,5] [1,1] -0.400000 0.333333 – –
    IB-15 [1,2] [1,2] 0.000000 0.333333 – –
    ");
    assert_snapshot!(region("--level deels", "integral-policy"), @"
    IB-2 [6,6] [5,6] 0.166667 1.000000 – –
    IB-3 [6,6] [4,6] 0.333333 0.454545 – –
    IB-4 [5,6] [5,6] 0.000000 0.454545 – –
    IB-5 [6,6] [6,6] 0.000000 1.000000 – –
    IB-7 [5,6] [4,6] 0.166667 0.181818 – –
    IB-8 [5,6] [2,6] 0.500000 0.015152 0.242424 0.242424
    IB-13 [3,5] [3,3] -0.400000 0.107143 – –
    IB-14 [3,5] [1,1] -0.400000 0.333333 – –
    IB-15 [1,2] [1,2] 0.000000 0.333333 – –
    ");
    assert_snapshot!(region("--pairs paar", "bibob"), @"
    BB-1 [6,6] [3,6] 0.500000 0.250000 – – 3 0
    BB-2 [5,6] [1,6] 0.666667 0.125000 – – 4 0
    BB-4 [3,5] [2,5] 0.200000 0.250000 – – 2 1
    BB-5 [5,6] [2,6] 0.500000 0.062500 – – 4 1
    BB-7 [2,5] [1,5] 0.200000 1.000000 – – 1 0
    ");
}

#[test]
fn an_unknown_level_is_refused_with_each_level_that_there_is() {
    let region = concat!(env!("CARGO_MANIFEST_DIR"), "/cases/voorbeeldregio-2026");
    let run = Work::empty().run(&format!("compare {region} --by size-group --level prima"));
    assert_eq!(run.status, 1);
    let told = "fout[R124]: onbekende waarde `prima`\n--> --level\n = verwacht: voldoet, grotendeels, deels, niet\n";
    assert!(run.stderr.contains(told), "{}", run.stderr);
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
    // Of three groups nobody said which two.
    let work = many(6, "sample");
    compared(&work, "cases --by paar --format json");
    let grouping = json(&work)["grouping"].clone();
    assert_eq!((&grouping["no-test"], &grouping["contrast"]), (&"not-two".into(), &Value::Null));
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
    let contrast = json(&work)["grouping"]["contrast"].clone();
    // All frameworks have the same scale, so one level is told.
    assert_eq!(contrast["levels"], serde_json::json!(["grotendeels"]));
    let tests = contrast["tests"].clone();
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
    assert_eq!(contrast["unpaired"], serde_json::json!([]));
}

#[test]
fn a_municipality_without_a_partner_is_in_no_pair_and_named() {
    let work = many(11, "sample");
    compared(&work, "cases --by soort --pairs paar --format json");
    let contrast = json(&work)["grouping"]["contrast"].clone();
    assert_eq!(contrast["unpaired"], serde_json::json!(["Gemeente10"]));
    assert_eq!(contrast["levels"], serde_json::json!(["grotendeels"]));
    let test = contrast["tests"].as_array().and_then(|t| t.last()).cloned().expect("a test");
    assert_eq!(test["second"], serde_json::json!([5, 5]));
    // One whose pair is not known, and the one that it leaves alone.
    let path = "cases/gemeente09/case.yaml";
    work.write(path, work.read(path).replacen(", paar: p4}", "}", 1));
    compared(&work, "cases --by soort --pairs paar --format json");
    let contrast = json(&work)["grouping"]["contrast"].clone();
    let alone = ["Gemeente09", "Gemeente08", "Gemeente10"];
    assert_eq!(contrast["unpaired"], serde_json::json!(alone));
    let test = contrast["tests"].as_array().and_then(|t| t.last()).cloned().expect("a test");
    assert_eq!(test["second"], serde_json::json!([4, 4]));
}
