//! Which frameworks are compared where not every audit used the same ones, and what is said of the
//! others.

use crate::common::comparisons::{compared, json, two};
use crate::common::{FINDINGS, FRAMEWORK, Work};
use insta::assert_snapshot;

/// Adds a second framework, `eigen`, of which a case judged one norm.
fn add_second(work: &Work, case: &str) {
    let own = FRAMEWORK.replace("id: fte-capacity", "id: eigen").replace("id: CA-", "id: EI-");
    work.write("frameworks/eigen.yaml", own.replace("title: Capaciteit", "title: Eigen kader"));
    let path = format!("cases/{case}/case.yaml");
    let text = work.read(&path).replace("[fte-capacity]", "[fte-capacity, eigen]");
    let accepted = "accepted:\n  - code: R376\n    about: eigen\n    reason: Idem.\n";
    work.write(&path, text.replace("accepted:\n", accepted));
    let open = |id: &str| {
        format!("  - id: EI-{id}\n    status: niet-onderzocht\n    reason: Buiten de opzet.\n")
    };
    let open: String = ["1", "2", "3", "4", "5"].map(open).concat();
    let judged = "  - id: EI-6\n    status: onderzocht\n    findings:\n      - id: E-6\n        condition: Er is een plan.\n        level: deels\n        evidence: [{source: D01, locator: p. 4}]\n";
    let text = format!("framework: eigen\nversion: 1.0.0\ncriteria:\n{open}{judged}");
    work.write(&format!("cases/{case}/findings/eigen.yaml"), text);
}

/// The ids of the compared frameworks, and what was left out.
fn outcome(work: &Work) -> String {
    let found = json(work);
    let frameworks = found["frameworks"].as_array().cloned().unwrap_or_default();
    let ids: Vec<String> = frameworks.iter().map(|f| f["framework"].to_string()).collect();
    format!("compared [{}], left out {}", ids.join(" "), found["left-out"])
}

#[test]
fn a_framework_that_one_municipality_used_is_told_and_not_compared() {
    let work = two();
    add_second(&work, "esdorp");
    for case in ["proef", "esdorp"] {
        let path = format!("cases/{case}/case.yaml");
        let all = "status: concept\n  sample: population";
        work.write(&path, work.read(&path).replacen("status: concept", all, 1));
    }
    compared(&work, "cases/proef cases/esdorp --format json");
    // A framework is left out and no municipality, so it is still all of them.
    assert_eq!(json(&work)["selection"], "population");
    assert_snapshot!(outcome(&work), @r#"compared ["fte-capacity"], left out [{"reason":{"only-one":"Eigen kader"},"what":"Esdorp"}]"#);
    add_second(&work, "proef");
    compared(&work, "cases/proef cases/esdorp --format json");
    assert_snapshot!(outcome(&work), @r#"compared ["fte-capacity" "eigen"], left out []"#);
}

/// Two used the framework, so it is not said that one of them was alone.
#[test]
fn a_framework_of_which_one_audit_has_another_text_is_told_of_that_audit_alone() {
    let work = two();
    for case in ["proef", "esdorp"] {
        add_second(&work, case);
    }
    work.scorecard("esdorp", "kaart.json");
    let other = work.read("frameworks/eigen.yaml").replacen("norm: ", "norm: Ja, ", 1);
    work.write("frameworks/eigen.yaml", other);
    compared(&work, "cases/proef kaart.json --format json");
    assert_snapshot!(outcome(&work), @r#"compared ["fte-capacity"], left out [{"reason":{"other-text":"Eigen kader"},"what":"Esdorp"}]"#);
}

#[test]
fn of_two_years_a_framework_of_one_year_or_of_an_unknown_version_is_told_and_not_compared() {
    let work = Work::with_case();
    work.add_case("vroeger");
    let path = "cases/vroeger/case.yaml";
    work.write(path, work.read(path).replace("from: 2022, to: 2025", "from: 2018, to: 2021"));
    let over = |arguments: &str| {
        compared(&work, &format!("{arguments} --format json"));
        let over = json(&work)["over-time"][0].clone();
        let criteria = over["criteria"].as_array().map(Vec::len).unwrap_or_default();
        let differ = &over["not-shared"];
        format!("{}\n{criteria} norms, {}, not shared {differ}", outcome(&work), over["verdicts"])
    };
    assert_snapshot!(over("cases/proef cases/vroeger"), @r#"
    compared [], left out []
    6 norms, [["Capaciteit","grotendeels","grotendeels"]], not shared []
    "#);
    add_second(&work, "proef");
    assert_snapshot!(over("cases/proef cases/vroeger"), @r#"
    compared [], left out [{"reason":{"only-once":"Eigen kader"},"what":"Proefstad"}]
    6 norms, [["Capaciteit","grotendeels","grotendeels"]], not shared []
    "#);
    add_second(&work, "vroeger");
    work.scorecard("vroeger", "vroeger.json");
    let newer = work.read("frameworks/eigen.yaml").replacen("version: 1.0.0", "version: 1.1.0", 1);
    work.write("frameworks/eigen.yaml", newer);
    let path = "cases/proef/findings/eigen.yaml";
    work.write(path, work.read(path).replace("version: 1.0.0", "version: 1.1.0"));
    assert_snapshot!(over("cases/proef vroeger.json"), @r#"
    compared [], left out [{"reason":{"other-version":["Eigen kader","1.0.0","1.1.0"]},"what":"Proefstad"}]
    6 norms, [["Capaciteit","grotendeels","grotendeels"]], not shared []
    "#);
    // Of the norms of then one still counts.
    let mapping = "earlier-versions:\n  - version: 1.0.0\n    criteria: {EI-6: EI-6}\ncriteria:\n";
    let own = work.read("frameworks/eigen.yaml");
    work.write("frameworks/eigen.yaml", own.replacen("criteria:\n", mapping, 1));
    assert_snapshot!(over("cases/proef vroeger.json"), @r#"
    compared [], left out []
    7 norms, [["Eigen kader","deels","deels"],["Capaciteit","grotendeels","grotendeels"]], not shared [{"computed":true,"criteria":[["EI-1","Omvang van de formatie"],["EI-2","Vaste financiering"],["EI-3","Regie belegd"],["EI-4","Deskundigheid geborgd"],["EI-5","Tijd echt besteed"]],"framework":"Eigen kader"}]
    "#);
    work.write("frameworks/eigen.yaml", own);
    work.remove("cases/proef/findings/eigen.yaml");
    let path = "cases/proef/case.yaml";
    let text = work.read(path).replace("[fte-capacity, eigen]", "[fte-capacity]");
    let accepted = "accepted:\n  - code: R376\n    about: eigen\n    reason: Idem.\n";
    work.write(path, text.replace(accepted, "accepted:\n"));
    assert_snapshot!(over("cases/proef vroeger.json"), @r#"
    compared [], left out [{"reason":{"only-once":"Eigen kader"},"what":"Proefstad"}]
    6 norms, [["Capaciteit","grotendeels","grotendeels"]], not shared []
    "#);
}

/// Zeestad has three audits, of which the middle one is without the framework; Esdorp has two.
#[test]
fn what_is_left_out_is_told_once_and_by_name() {
    let work = Work::empty();
    for (name, case, years, second) in [
        ("Zeestad", "a1", "from: 2010, to: 2013", true),
        ("Zeestad", "a2", "from: 2014, to: 2017", false),
        ("Zeestad", "a3", "from: 2018, to: 2021", true),
        ("Esdorp", "b1", "from: 2014, to: 2017", true),
        ("Esdorp", "b2", "from: 2018, to: 2021", false),
    ] {
        let own = format!("name: {case}");
        let name = format!("name: {name}");
        let changes = [
            ("case.yaml", own.as_str(), name.as_str()),
            ("case.yaml", "from: 2022, to: 2025", years),
        ];
        work.add_municipality(case, &changes);
        if second {
            add_second(&work, case);
        }
    }
    compared(&work, "cases --format json");
    assert_snapshot!(outcome(&work), @r#"compared ["fte-capacity"], left out [{"reason":{"only-once":"Eigen kader"},"what":"Esdorp"},{"reason":{"only-one":"Eigen kader"},"what":"Zeestad"},{"reason":{"only-once":"Eigen kader"},"what":"Zeestad"}]"#);
}

/// A place asks for verdicts on the same norms, by a framework that allows it.
#[test]
fn there_is_no_ranking_where_the_framework_forbids_it_or_the_norms_differ() {
    let rank = |work: &Work| {
        compared(work, "cases/proef cases/esdorp --rank --format json");
        let framework = json(work)["frameworks"][0].clone();
        let entries = framework["entries"].as_array().cloned().unwrap_or_default();
        let places = entries.iter().map(|entry| entry["rank"]["place"].to_string());
        format!("{} {}", framework["no-ranking"], places.collect::<Vec<_>>().join(" "))
    };
    assert_snapshot!(rank(&two()), @"null 1 2");
    let work = two();
    let path = "frameworks/fte-capacity.yaml";
    let own = "  ranking-coverage-difference: 10%\n";
    work.write(path, work.read(path).replace(own, ""));
    assert_snapshot!(rank(&work), @r#""not-allowed" null null"#);
    let work = two();
    let path = "cases/esdorp/case.yaml";
    let own = "frameworks: [{id: fte-capacity, without: [CA-4], reason: Geen tijd.}]";
    work.write(path, work.read(path).replace("frameworks: [fte-capacity]", own));
    let path = format!("cases/esdorp/{FINDINGS}");
    let text = work.read(&path);
    let (start, end) = (text.find("  - id: CA-4"), text.find("  - id: CA-5"));
    let (start, end) = (start.unwrap_or_default(), end.unwrap_or_default());
    work.write(&path, format!("{}{}", &text[..start], &text[end..]));
    assert_snapshot!(rank(&work), @r#""other-criteria" null null"#);
    // With these weights the coverage is 9 and 8 of 10, which differs by just what is allowed.
    let work = two();
    let path = "frameworks/fte-capacity.yaml";
    work.write(path, work.read(path).replacen("weight: 2", "weight: 5", 1));
    let open = "  - id: CA-4\n    status: niet-onderzocht\n    reason: |\n      Dit viel buiten de opzet.\n    findings: []\n";
    let judged = "  - id: CA-4\n    status: onderzocht\n    findings:\n      - id: B-4\n        condition: Goed.\n        points: {bibob: ja, toezicht: ja, data-analyse: ja, criminologie: nee}\n        evidence: [{source: D01}]\n";
    work.edit(FINDINGS, open, judged);
    assert_snapshot!(rank(&work), @"null 1 2");
    // Of one of the two, and then of both, too little is known for a verdict.
    let work = two();
    for case in ["esdorp", "proef"] {
        let path = format!("cases/{case}/{FINDINGS}");
        let text = work.read(&path);
        let at = text.find("  - id: CA-3").unwrap_or_default();
        work.write(&path, &text[..at]);
        assert_eq!(rank(&work), r#""too-few" null null"#);
    }
}
