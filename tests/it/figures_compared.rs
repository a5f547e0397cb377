//! Numbers of municipalities beside each other: per inhabitants, and context indicators.
#![expect(clippy::expect_used, reason = "a test may stop where its own numbers are not there")]

use crate::common::Work;
use crate::common::comparisons::{compared, json, many};
use insta::assert_snapshot;
use serde_json::Value;

/// A line for each number of a figure: municipality, value, quartiles of the others, deviation from
/// their median, and whether it is an outlier.
fn lines(figure: &Value) -> String {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let values = figure["values"].as_array().expect("values").iter().map(|value| {
        let peers = ["lower-quartile", "median", "upper-quartile", "deviation", "outlier"];
        let peers = peers.map(|key| text(&value["peers"][key])).join(" ");
        let peers = if value["peers"].is_null() { "–".to_owned() } else { peers };
        format!("{} {} {peers}", value["member"], text(&value["value"]))
    });
    values.collect::<Vec<_>>().join("\n")
}

fn figure(work: &Work, criterion: &str) -> Value {
    let figures = json(work)["figures"].as_array().cloned().expect("figures");
    figures.into_iter().find(|figure| figure["criterion"] == criterion).expect("the figure")
}

/// The quartiles are those of NumPy 2.4.6 (`quantile`) on the other six numbers, and 0.6745 times the
/// deviation is over 3.5 times the median of their distances to the median for the last one alone.
#[test]
fn a_number_far_from_all_others_is_an_outlier_and_none_of_the_others_is() {
    let work = many(7, "population");
    let path = "cases/gemeente06/findings/fte-capacity.yaml";
    work.write(path, work.read(path).replacen("value: 66", "value: 95", 1));
    compared(&work, "cases --format json");
    assert_snapshot!(lines(&figure(&work, "CA-2")), @"
    0 60/1 249/4 127/2 259/4 -7/2 false
    1 61/1 249/4 127/2 259/4 -5/2 false
    2 62/1 123/2 127/2 259/4 -3/2 false
    3 63/1 245/4 63/1 259/4 0/1 false
    4 64/1 245/4 125/2 129/2 3/2 false
    5 65/1 245/4 125/2 255/4 5/2 false
    6 95/1 245/4 125/2 255/4 65/2 true
    ");
}

#[test]
fn a_number_of_people_is_taken_per_inhabitants_and_rounded_where_the_name_is_hidden() {
    let work = many(3, "population");
    for (index, inhabitants) in [(1, "80000"), (2, "64000")] {
        let path = format!("cases/gemeente{index:02}/case.yaml");
        let own = format!("  inhabitants: {inhabitants}\n");
        work.write(&path, work.read(&path).replacen("  inhabitants: 100000\n", &own, 1));
    }
    // 4,5 fte: per 100.000 inhabitants 4,5 and 5,625 and 7,03125.
    compared(&work, "cases --format json");
    let formation = figure(&work, "CA-1");
    assert_eq!(formation["per-inhabitants"], 100_000);
    assert_snapshot!(lines(&formation), @"
    0 9/2 –
    1 45/8 –
    2 225/32 –
    ");
    compared(&work, "cases --anonymise --format json");
    let formation = figure(&work, "CA-1");
    let mut values: Vec<String> = lines(&formation).lines().map(str::to_owned).collect();
    values.iter_mut().for_each(|line| *line = line.split_off(2));
    values.sort();
    assert_snapshot!(values.join("\n"), @"
    563/100 –
    703/100 –
    9/2 –
    ");
}

/// Of one municipality the latest number counts, and a number that nobody else gives stands alone.
#[test]
fn context_indicators_are_compared_by_name_and_unit() {
    let work = many(3, "population");
    let first = [
        ("Leegstand", "7.4", "2024", "3.2"),
        ("Leegstand", "6", "2022", "3.1"),
        ("Winkels", "12", "2024", "9"),
    ];
    let second = [("Scholen", "3", "2024", "4")];
    let third = [
        ("Leegstand", "5", "2021", "3.1"),
        ("Leegstand", "8", "2024", "3.4"),
        ("Scholen", "4", "2024", "4"),
    ];
    for (index, own) in [(0, &first[..]), (1, &second[..]), (2, &third[..])] {
        let items = own.iter().enumerate().map(|(at, (name, value, date, reference))| {
            format!(
                "  - id: CI-{at}\n    name: {name}\n    value: {value}\n    unit: \"%\"\n    date: {date}\n    source: D01\n    reference: {{name: landelijk, value: {reference}, source: D01}}\n",
            )
        });
        let path = format!("cases/gemeente{index:02}/case.yaml");
        let items = items.collect::<String>();
        let text = format!("context-indicators:\n{items}\npeers:\n");
        work.write(&path, work.read(&path).replacen("peers:\n", &text, 1));
    }
    compared(&work, "cases --format json");
    let found = json(&work);
    let context: Vec<&Value> = found["figures"]
        .as_array()
        .expect("figures")
        .iter()
        .filter(|figure| figure["criterion"].is_null())
        .collect();
    let names: Vec<&Value> = context.iter().map(|figure| &figure["name"]).collect();
    assert_eq!(names, ["Leegstand", "Scholen"]);
    assert_eq!((&context[0]["name"], &context[0]["unit"]), (&"Leegstand".into(), &"%".into()));
    assert_snapshot!(lines(context[0]), @"
    0 37/5 –
    2 8/1 –
    ");
    let missing = [0, 1].map(|at| context[at]["missing"].to_string());
    assert_eq!(missing, ["[1]", "[0]"]);
    let given = [0, 1].map(|at| context[0]["values"][at]["given"].to_string());
    assert_eq!(given, [r#""7.4""#, r#""8""#]);
    assert_snapshot!(context[0]["references"].to_string(), @r#"[["landelijk","3.2","Integraal veiligheidsplan"],["landelijk","3.4","Integraal veiligheidsplan"]]"#);
    assert_snapshot!(found["left-out"].to_string(), @r#"[{"reason":{"older-figure":"Leegstand"},"what":"Gemeente00"},{"reason":{"lone-figure":"Winkels"},"what":"Gemeente00"},{"reason":{"older-figure":"Leegstand"},"what":"Gemeente02"}]"#);
    // A reference could tell who a hidden municipality is.
    compared(&work, "cases --anonymise --format json");
    let figures = json(&work)["figures"].as_array().cloned().expect("figures");
    let hidden =
        figures.into_iter().find(|figure| figure["criterion"].is_null()).expect("Leegstand");
    assert_snapshot!(hidden["references"].to_string(), @r#"[["landelijk","3.2","Integraal veiligheidsplan"]]"#);
    // No municipality is missing, so it is the whole population still; until one is skipped.
    assert_eq!(found["selection"], "population");
    let path = "cases/gemeente01/findings/fte-capacity.yaml";
    work.write(path, work.read(path).replacen("level: niet", "level: laag", 1));
    compared(&work, "cases --skip-invalid --format json");
    assert_eq!(json(&work)["selection"], "incomplete");
}
