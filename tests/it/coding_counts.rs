//! What a coding study counts: answers by group and by unit, percentages as published, and warnings
//! at their bounds. The expected numbers were counted by hand.

use crate::common::Work;
use insta::assert_snapshot;
use serde_json::Value;

/// One question by municipality and one by province.
const CODEBOOK: &str = "id: proef\ntitle: Proef\nversion: 1.0.0\ndate: 2026-11\ndescription: Twee vragen.\nquestions:\n  - id: Q-1\n    name: Plan\n    question: Is er een plan?\n    explanation: Ja of nee.\n    categories:\n      - {id: ja, label: Ja}\n      - {id: nee, label: Nee}\n  - id: Q-2\n    name: Gelijk\n    question: Zijn de plannen in een provincie gelijk?\n    per: province\n    explanation: Ja of nee.\n    categories:\n      - {id: ja, label: Gelijk}\n      - {id: nee, label: Ongelijk, combines: [ongelijk]}\n";

const STUDY: &str = "study:\n  title: Proef\n  commissioner: Rekenkamer Proefstad\n  conducted: {from: 2025, to: 2025}\n  date: 2026-01\n  status: concept\n  background: Een proef.\n  method: Lezen en tellen.\n  sample: hand-picked\n  sample-reason: Gekozen.\ncodebook: proef\nversion: 1.0.0\ncoding: coding.csv\nattributes: [soort]\n";

/// A study with these rows: province, group, and the two answers.
fn study(rows: &[[&str; 4]], published: &str) -> Work {
    let work = Work::empty();
    work.write("frameworks/coding/proef.yaml", CODEBOOK);
    work.write("cases/studie/study.yaml", format!("{STUDY}{published}"));
    let rows = rows.iter().enumerate().map(|(at, row)| format!("G{at:03},{}\n", row.join(",")));
    let table = format!("municipality,province,soort,Q-1,Q-2\n{}", rows.collect::<String>());
    work.write("cases/studie/coding.csv", table);
    work
}

fn counted(work: &Work, arguments: &str) -> Value {
    let run = work.run(&format!("compare cases/studie --format json {arguments}"));
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/vergelijking/vergelijking.json");
    serde_json::from_str(&text).unwrap_or_default()
}

/// A line a question and group: units, answered, unknown, not applicable, and each category.
fn lines(found: &Value) -> String {
    let questions = found["questions"].as_array().cloned().unwrap_or_default();
    let lines = questions.iter().flat_map(|question| {
        let groups = question["groups"].as_array().cloned().unwrap_or_default();
        let keys = ["group", "units", "answered", "unknown", "not-applicable", "counts"];
        let own = groups.into_iter().map(move |group| {
            let told = keys.map(|key| group[key].to_string()).join(" ");
            format!("{} {told} {}", question["question"], question["not-grouped"])
        });
        own.collect::<Vec<_>>()
    });
    format!("{} {}\n{}", found["by"], found["groups"], lines.collect::<Vec<_>>().join("\n"))
}

#[test]
fn what_is_unknown_or_does_not_apply_is_counted_and_in_no_denominator() {
    let mut rows = [
        ["Drenthe", "stad", "ja", "ja"],
        ["Drenthe", "stad", "nee", "ja"],
        ["Drenthe", "stad", "onbekend", "ja"],
        ["Utrecht", "dorp", "ja", "nee"],
        ["Utrecht", "dorp", "ja", "nee"],
        ["Limburg", "dorp", "nvt", "nvt"],
        ["Limburg", "dorp", "nvt", "nvt"],
    ];
    assert_snapshot!(lines(&counted(&study(&rows, ""), "")), @r#"
    null []
    "Q-1" "alle" 7 4 1 2 [3,1] false
    "Q-2" "alle" 3 2 0 1 [1,1] false
    "#);
    assert_snapshot!(lines(&counted(&study(&rows, ""), "--by soort")), @r#"
    "soort" [["dorp",4],["stad",3]]
    "Q-1" "alle" 7 4 1 2 [3,1] false
    "Q-1" "dorp" 4 2 0 2 [2,0] false
    "Q-1" "stad" 3 2 1 0 [1,1] false
    "Q-2" "alle" 3 2 0 1 [1,1] false
    "Q-2" "dorp" 2 1 0 1 [0,1] false
    "Q-2" "stad" 1 1 0 0 [1,0] false
    "#);
    // Where a province has towns and villages, its one answer belongs to neither group.
    rows[1][1] = "dorp";
    assert_snapshot!(lines(&counted(&study(&rows, ""), "--by soort")), @r#"
    "soort" [["dorp",5],["stad",2]]
    "Q-1" "alle" 7 4 1 2 [3,1] false
    "Q-1" "dorp" 5 3 0 2 [2,1] false
    "Q-1" "stad" 2 1 1 0 [1,0] false
    "Q-2" "alle" 3 2 0 1 [1,1] true
    "#);
    let refused = study(&rows, "").run("compare cases/studie --by wijk");
    assert_snapshot!(refused.seen(), @"
    fout[R804]: geen enkel onderzoek heeft het kenmerk `wijk`
    --> compare
     |
    hulp: er zijn: province, soort

    1 fout
    er is niets geschreven
    status 1
    ");
}

/// Five of eight is 62,5 percent, of which the half goes up; two of eight is 25 percent, and one of one is all.
#[test]
fn a_published_percentage_agrees_to_its_last_digit_with_halves_rounded_up() {
    let mut rows: Vec<_> = (0..16)
        .map(|at| {
            let group = if at < 8 { "stad" } else { "dorp" };
            let yes = at % 8 < if at < 8 { 5 } else { 2 };
            ["Utrecht", group, if yes { "ja" } else { "nee" }, "ja"]
        })
        .collect();
    rows.push(["Utrecht", "eiland", "ja", "ja"]);
    let line = |category: &str, town: &str, village: &str| {
        format!(
            "        - {{question: Q-1, category: {category}, values: {{stad: \"{town}\", dorp: \"{village}\"}}}}\n"
        )
    };
    let table = format!(
        "published:\n  tables:\n    - title: Naar soort\n      by: soort\n      rows:\n{}{}{}        - {{question: Q-1, category: ja, values: {{eiland: \"100%\"}}}}\n",
        line("ja", "63%", "25,0%"),
        line("ja", "62%", "26%"),
        line("nee", "37,5%", "75,1%"),
    );
    let found = counted(&study(&rows, &table), "");
    let rows = found["published"][0]["rows"].as_array().cloned().unwrap_or_default();
    let figures =
        rows.iter().flat_map(|row| row["figures"].as_array().cloned().unwrap_or_default());
    let keys = ["group", "published", "counted", "computed", "agrees"];
    let told: Vec<String> =
        figures.map(|own| keys.map(|key| own[key].to_string()).join(" ")).collect();
    assert_snapshot!(told.join("\n"), @r#"
    "stad" "63" [5,8] "125/2" true
    "dorp" "25.0" [2,8] "25/1" true
    "stad" "62" [5,8] "125/2" false
    "dorp" "26" [2,8] "25/1" false
    "stad" "37.5" [3,8] "75/2" true
    "dorp" "75.1" [6,8] "75/1" false
    "eiland" "100" [1,1] "100/1" true
    "#);
    let warned: Vec<String> =
        found["warnings"].as_array().into_iter().flatten().map(Value::to_string).collect();
    assert_snapshot!(warned.join("\n"), @r#"
    {"decimals":{"cases":8,"decimals":1}}
    {"published-differs":{"computed":"63","published":"62","what":"Plan: ja (stad)"}}
    {"published-differs":{"computed":"25","published":"26","what":"Plan: ja (dorp)"}}
    {"published-differs":{"computed":"75.0","published":"75.1","what":"Plan: nee (dorp)"}}
    "#);
}

/// A decimal says something from a hundred cases on, and an answer by province from ten municipalities.
#[test]
fn the_warnings_about_few_cases_begin_below_a_hundred_and_below_ten() {
    let warnings = |whole: usize, small: usize, printed: &str| {
        let rows: Vec<_> = (0..whole)
            .map(|at| [if at < small { "Drenthe" } else { "Utrecht" }, "stad", "ja", "ja"])
            .collect();
        let table = format!(
            "published:\n  tables:\n    - title: Alles\n      rows:\n        - {{question: Q-1, category: ja, values: {{alle: \"{printed}\"}}}}\n"
        );
        counted(&study(&rows, &table), "")["warnings"].to_string()
    };
    assert_snapshot!(warnings(99, 10, "100,0%"), @r#"[{"decimals":{"cases":99,"decimals":1}}]"#);
    assert_snapshot!(warnings(99, 10, "100%"), @"[]");
    assert_snapshot!(warnings(100, 9, "100,0%"), @r#"[{"few-per-unit":{"least":9,"most":91,"per":"province","question":"Gelijk"}}]"#);
    assert_snapshot!(warnings(100, 10, "100,0%"), @"[]");
}

/// Where the rows are silent a published table of the whole rests on the total, and one of a group on
/// nothing.
#[test]
fn a_total_of_the_whole_stands_with_its_question_and_the_files_with_their_hashes() {
    let rows = [["Drenthe", "stad", "onbekend", "onbekend"], ["Utrecht", "dorp", "nvt", "nvt"]];
    let total = |question: &str, category: &str, count: usize| {
        format!("  - {{question: {question}, category: {category}, count: {count}, of: 9}}\n")
    };
    let totals = [total("Q-2", "nee", 1), total("Q-1", "ja", 3), total("Q-1", "nee", 6)].concat();
    let row = "        - {question: Q-1, category: nee, values:";
    let whole = format!("    - title: Alles\n      rows:\n{row} {{alle: \"67%\"}}}}\n");
    let groups =
        format!("    - title: Soort\n      by: soort\n      rows:\n{row} {{stad: \"67%\"}}}}\n");
    let text = format!("totals:\n{totals}published:\n  tables:\n{whole}{groups}");
    let found = counted(&study(&rows, &text), "");
    let whole = [0, 1].map(|place| found["questions"][place]["whole-only"].to_string());
    assert_snapshot!(whole.join("\n"), @r#"
    [["ja",3,9],["nee",6,9]]
    [["nee",1,9]]
    "#);
    let figures = [0, 1].map(|at| found["published"][at]["rows"][0]["figures"][0].to_string());
    assert_snapshot!(figures.join("\n"), @r#"
    {"agrees":true,"computed":"200/3","counted":[6,9],"group":"alle","published":"67"}
    {"agrees":false,"computed":null,"counted":null,"group":"stad","published":"67"}
    "#);
    let warnings = &found["warnings"];
    assert_snapshot!(warnings, @r#"[{"few-per-unit":{"least":1,"most":1,"per":"province","question":"Gelijk"}},{"published-differs":{"computed":null,"published":"67","what":"Plan: nee (stad)"}}]"#);
    let inputs = found["inputs"].as_object().cloned().unwrap_or_default();
    let inputs =
        inputs.iter().map(|(path, hash)| format!("{path} {}", hash.as_str().map_or(0, str::len)));
    assert_snapshot!(inputs.collect::<Vec<_>>().join("\n"), @"
    coding.csv 64
    frameworks/coding/proef.yaml 64
    study.yaml 64
    ");
}
