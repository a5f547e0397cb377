//! Which municipalities a comparison has, in which order, and how they were selected.

use crate::common::comparisons::{compared, json, many};
use crate::common::{FINDINGS, Work};
use serde_json::Value;

#[test]
fn municipalities_stand_in_the_order_that_was_asked() {
    let work = Work::empty();
    for (name, province, inhabitants) in [
        ("Zeedorp", "Limburg", "100000"),
        ("Akerdorp", "Utrecht", "90000"),
        ("berg", "Utrecht", "120000"),
        ("Midden", "Drenthe", "92000"),
    ] {
        let changes = [
            ("case.yaml", "province: Utrecht", format!("province: {province}")),
            ("case.yaml", "  inhabitants: 100000", format!("  inhabitants: {inhabitants}")),
        ];
        let changes = changes.each_ref().map(|(file, from, to)| (*file, *from, to.as_str()));
        work.add_municipality(name, &changes);
    }
    let order = |sort: &str| {
        let all = "cases/zeedorp cases/akerdorp cases/berg cases/midden --format json";
        compared(&work, &format!("{all} --sort {sort}"));
        let members = json(&work)["members"].as_array().cloned().expect("members");
        members.iter().map(|member| member["name"].to_string()).collect::<String>()
    };
    assert_eq!(order("given"), r#""Zeedorp""Akerdorp""berg""Midden""#);
    assert_eq!(order("name"), r#""Akerdorp""berg""Midden""Zeedorp""#);
    assert_eq!(order("inhabitants"), r#""berg""Zeedorp""Midden""Akerdorp""#);
    assert_eq!(order("province"), r#""Midden""Zeedorp""Akerdorp""berg""#);
}

/// Only of a whole population is a difference real without a test, so not where one is left out.
#[test]
fn a_selection_holds_as_far_as_every_study_says_so() {
    let selection = |work: &Work, arguments: &str| {
        compared(work, &format!("cases --format json {arguments}"));
        json(work)["selection"].clone()
    };
    for sample in ["population", "sample", "hand-picked"] {
        assert_eq!(selection(&many(3, sample), ""), sample);
    }
    let work = many(3, "population");
    let path = format!("cases/gemeente01/{FINDINGS}");
    work.write(&path, work.read(&path).replacen("level: niet", "level: laag", 1));
    assert_eq!(selection(&work, "--skip-invalid"), "incomplete");
    let path = "cases/gemeente00/case.yaml";
    work.write(path, work.read(path).replacen("  sample: population\n", "", 1));
    assert_eq!(selection(&work, "--skip-invalid"), "undeclared");
}

#[test]
fn namesakes_in_one_province_are_told_apart_by_their_codes() {
    let work = Work::empty();
    for (folder, code) in [("een", "\n  cbs-code: GM1111"), ("twee", "\n  cbs-code: GM2222")] {
        let own = format!("name: {folder}");
        let name = format!("name: Bergen{code}");
        work.add_municipality(folder, &[("case.yaml", &own, &name)]);
    }
    work.add_municipality("Esdorp", &[]);
    compared(&work, "cases --format json");
    let members = json(&work)["members"].as_array().cloned().expect("members");
    let names: Vec<&Value> = members.iter().map(|member| &member["name"]).collect();
    assert_eq!(names, ["Bergen (GM1111)", "Esdorp", "Bergen (GM2222)"]);
}
