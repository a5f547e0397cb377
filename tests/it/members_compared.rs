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
    // Of several audits of one municipality the latest says how large it is, and where.
    let text = work.read("cases/akerdorp/case.yaml");
    let text = text.replace("from: 2022, to: 2025", "from: 2018, to: 2021");
    let text = text.replace("  province: Utrecht\n", "").replace(": 90000", ": 500000");
    work.add_case("vroeger");
    work.write("cases/vroeger/case.yaml", text);
    let order = |sort: &str| {
        let all =
            "cases/zeedorp cases/vroeger cases/akerdorp cases/berg cases/midden --format json";
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
    let path = "cases/gemeente02/case.yaml";
    let text = work.read(path);
    work.write(path, text.replacen("sample: population", "sample: hand-picked", 1));
    assert_eq!(selection(&work, ""), "mixed");
    work.write(path, text);
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

/// A province tells a municipality apart from its namesakes only where it is no other's.
#[test]
fn a_namesake_in_a_province_of_its_own_is_told_apart_by_it_and_the_others_by_their_codes() {
    let work = Work::empty();
    for (folder, province, code) in [
        ("een", "Noord-Holland", "GM1111"),
        ("twee", "Limburg", "GM2222"),
        ("drie", "Limburg", "GM3333"),
    ] {
        let own = format!("name: {folder}");
        let name = format!("name: Bergen\n  cbs-code: {code}");
        let province = format!("province: {province}");
        let changes = [
            ("case.yaml", own.as_str(), name.as_str()),
            ("case.yaml", "province: Utrecht", province.as_str()),
        ];
        work.add_municipality(folder, &changes);
    }
    work.add_municipality("Esdorp", &[]);
    compared(&work, "cases/een cases/twee cases/drie cases/esdorp --format json");
    let members = json(&work)["members"].as_array().cloned().unwrap_or_default();
    let names: Vec<&Value> = members.iter().map(|member| &member["name"]).collect();
    assert_eq!(names, ["Bergen (Noord-Holland)", "Bergen (GM2222)", "Bergen (GM3333)", "Esdorp"]);
}
