//! Municipalities without their names: told nowhere, and told by nothing else.

use crate::common::Work;
use crate::common::comparisons::{MD, compared, json, many, two};
use insta::assert_snapshot;

#[test]
fn anonymous_municipalities_are_named_nowhere() {
    let work = two();
    work.add_municipality(
        "Berkwold",
        &[("case.yaml", "  inhabitants: 100000\n", "  inhabitants: 123456\n")],
    );
    compared(&work, "cases/proef cases/esdorp cases/berkwold --anonymise");
    for ending in ["md", "json", "csv"] {
        let text = work.read(&format!("output/vergelijking/vergelijking.{ending}"));
        let lower = text.to_lowercase();
        for told in ["esdorp", "berkwold", "123456", "123.456"] {
            assert!(!lower.contains(told), "{told} in {ending}");
        }
        assert!(text.contains("Proefstad") && text.contains("Gemeente 1"), "{ending}");
    }
    let text = work.read(MD);
    let rows: Vec<&str> = text.lines().filter(|line| line.contains("tot 150.000")).collect();
    assert_snapshot!(rows.join("\n"), @"
    | Gemeente 1 | – | 100.000 tot 150.000 | 2022 tot en met 2025 | 1 maart 2026 | Concept | het dossier |
    | Gemeente 2 | – | 100.000 tot 150.000 | 2022 tot en met 2025 | 1 maart 2026 | Concept | het dossier |
    ");
}

/// An exact fraction of inhabitants would give away how many there are.
#[test]
fn figures_of_anonymous_municipalities_are_rounded_before_anything_is_computed() {
    let work = many(6, "population");
    let change = ("  inhabitants: 100000\n", "  inhabitants: 98765\n");
    let path = "cases/gemeente03/case.yaml";
    work.write(path, work.read(path).replacen(change.0, change.1, 1));
    compared(&work, "cases --anonymise --format json");
    let figures = json(&work)["figures"].clone();
    let formation = figures.as_array().and_then(|f| f.iter().find(|f| f["criterion"] == "CA-1"));
    for value in formation.expect("CA-1")["values"].as_array().into_iter().flatten().skip(1) {
        let denominator = value["value"].as_str().and_then(|v| v.split('/').nth(1)?.parse().ok());
        assert!(denominator.is_some_and(|d: u32| 100 % d == 0), "{value}");
        assert!(value["given"].is_null());
    }
}

#[test]
fn anonymous_files_do_not_come_beside_those_with_names() {
    let work = two();
    compared(&work, "cases/proef cases/esdorp --write-peers --format json");
    let run = work.run("compare cases/proef cases/esdorp --anonymise --format md");
    assert_snapshot!(run.seen(), @"
    fout[R812]: hier staan bestanden van een andere vergelijking, misschien met namen: vergelijking.json, peers.yaml
    --> output/vergelijking
     |
    hulp: kies met `--name` een nieuwe map, of haal die bestanden weg

    1 fout
    er is niets geschreven
    status 1
    ");
    assert!(!work.path(MD).exists());
}

#[test]
fn a_replaced_name_in_a_text_stops_the_comparison_unless_it_is_a_common_word() {
    // The first municipality keeps its texts, and one of them may name another.
    let later = |name: &str, title: &str| {
        let work = Work::with_case();
        work.add_municipality(name, &[]);
        work.add_case("vroeger");
        let case = work
            .read("cases/vroeger/case.yaml")
            .replace("period: {from: 2022, to: 2025}", "period: {from: 2018, to: 2021}")
            .replace("title: Breid de formatie uit", title);
        work.write("cases/vroeger/case.yaml", case);
        let folder = name.to_lowercase();
        work.run(&format!("compare cases/proef cases/vroeger cases/{folder} --anonymise"))
    };
    assert_snapshot!(later("Esdorp", "title: Maak Esdorp veiliger").seen(), @"
    fout[R810]: de naam `Esdorp` zou in dit bestand staan, terwijl die anoniem moet blijven
      --> cases/vroeger/case.yaml:43:17
       |
    43 |     title: Maak Esdorp veiliger
       |                 ^^^^^^
       |
    hulp: haal de naam weg uit de tekst van de case of scorekaart

    1 fout
    er is niets geschreven
    status 1
    ");
    assert_snapshot!(later("Best", "title: Best een goed plan").seen(), @"
    output/vergelijking/vergelijking.md
    output/vergelijking/vergelijking.pdf
    output/vergelijking/vergelijking.html
    output/vergelijking/vergelijking.json
    output/vergelijking/vergelijking.csv
    output/vergelijking/vergelijking.xlsx
    waarschuwing[R811]: het woord `Best` staat in dit bestand; het is ook een naam die anoniem moet blijven
      --> cases/vroeger/case.yaml:43:12
       |
    43 |     title: Best een goed plan
       |            ^^^^
       |
    hulp: kijk zelf of die naam is bedoeld

    status 0
    ");
}

/// Every municipality of `many` has a province and two attributes; the first is the own one.
#[test]
fn of_a_hidden_municipality_only_the_property_is_kept_by_which_it_is_grouped() {
    let work = many(4, "sample");
    let path = "cases/gemeente01/case.yaml";
    let coded = "name: Gemeente01\n  cbs-code: GM1111";
    work.write(path, work.read(path).replacen("name: Gemeente01", coded, 1));
    let members = |arguments: &str| {
        compared(&work, &format!("cases --anonymise --format json {arguments}"));
        let members = json(&work)["members"].as_array().cloned().unwrap_or_default();
        let lines = members.iter().map(|member| {
            let keys =
                ["name", "case", "code", "province", "inhabitants", "attributes", "study", "seal"];
            let keys = keys.map(|key| member[key].to_string());
            keys.map(|text| if text.len() > 50 { "(seal)".to_owned() } else { text }).join(" ")
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(members(""), @r#"
    "Gemeente00" "gemeente00" null "Utrecht" 100000 {"paar":"p0","soort":"stad"} "Ondermijning" (seal)
    "Gemeente 1" "gemeente 1 (2025)" null null null {} "" ""
    "Gemeente 2" "gemeente 2 (2025)" null null null {} "" ""
    "Gemeente 3" "gemeente 3 (2025)" null null null {} "" ""
    "#);
    assert_snapshot!(members("--by province"), @r#"
    "Gemeente00" "gemeente00" null "Utrecht" 100000 {"paar":"p0","soort":"stad"} "Ondermijning" (seal)
    "Gemeente 1" "gemeente 1 (2025)" null "Utrecht" null {} "" ""
    "Gemeente 2" "gemeente 2 (2025)" null "Utrecht" null {} "" ""
    "Gemeente 3" "gemeente 3 (2025)" null "Utrecht" null {} "" ""
    "#);
    // The codes do not follow the order of the names, so which is a town is another matter.
    let mut kept: Vec<String> = Vec::new();
    for arguments in ["--by soort", "--by soort --pairs paar"] {
        members(arguments);
        let members = json(&work)["members"].as_array().cloned().unwrap_or_default();
        let own = members
            .iter()
            .skip(1)
            .map(|member| format!("{} {}", member["province"], member["attributes"]));
        let mut own: Vec<String> = own.collect();
        own.sort();
        kept.extend(own);
    }
    assert_snapshot!(kept.join("\n"), @r#"
    null {"soort":"dorp"}
    null {"soort":"dorp"}
    null {"soort":"stad"}
    null {"paar":"p0","soort":"dorp"}
    null {"paar":"p1","soort":"dorp"}
    null {"paar":"p1","soort":"stad"}
    "#);
}

/// Two audits of Esdorp: the later one tells what became of the advice of the earlier one, and of advice
/// that it does not have.
#[test]
fn what_became_of_the_advice_to_a_hidden_municipality_is_told_without_a_name_or_a_title() {
    let work = two();
    work.add_municipality(
        "Esdorp vroeger",
        &[
            ("case.yaml", "name: Esdorp vroeger", "name: Esdorp"),
            ("case.yaml", "period: {from: 2022, to: 2025}", "period: {from: 2018, to: 2021}"),
        ],
    );
    // Beside its case the advice that it does not have would be refused.
    work.scorecard("esdorp-vroeger", "vroeger.json");
    std::fs::remove_dir_all(work.path("cases/esdorp-vroeger")).expect("a folder");
    let path = "cases/esdorp/case.yaml";
    let told = "follow-up:\n  case: esdorp-vroeger\n  recommendations:\n    - {id: A1, title: Breid uit in Esdorp, status: deels-opgevolgd}\n    - {id: A9, title: Begin in Esdorp, status: onbekend}\n\npeers:\n";
    work.write(path, work.read(path).replacen("peers:\n", told, 1));
    let cases = "cases/proef vroeger.json cases/esdorp";
    compared(&work, &format!("{cases} --anonymise --format json"));
    let over = json(&work)["over-time"].clone();
    let keys = ["municipality", "before", "after", "recommendations"];
    let told = keys.map(|key| format!("{key}: {}", over[0][key])).join("\n");
    assert_snapshot!(told, @r#"
    municipality: "Gemeente 1"
    before: ["gemeente 1 (2021)",{"from":"2018","to":"2021"}]
    after: ["gemeente 1 (2025)",{"from":"2022","to":"2025"}]
    recommendations: [["A1","","deels-opgevolgd"],["A9 (gemeente 1 (2021))","","onbekend"]]
    "#);
    assert_eq!(over.as_array().map(Vec::len), Some(1));
}

/// A reader who knows the order of the names, or of the arguments, learns nothing from the codes.
#[test]
fn the_codes_of_hidden_municipalities_hang_on_no_order() {
    let work = many(9, "population");
    let names: Vec<String> = (1..9).map(|at| format!("cases/gemeente{at:02}")).collect();
    let shares = |names: &[String]| {
        let all = format!("cases/gemeente00 {}", names.join(" "));
        compared(&work, &format!("{all} --anonymise --format json"));
        let figures = json(&work)["figures"].as_array().cloned().unwrap_or_default();
        let shares = figures.into_iter().find(|figure| figure["criterion"] == "CA-2");
        let values = shares.map(|shares| shares["values"].clone()).unwrap_or_default();
        let values = values.as_array().cloned().unwrap_or_default();
        values.iter().map(|value| value["value"].to_string()).collect::<Vec<_>>()
    };
    let given = shares(&names);
    let mut turned = names.clone();
    turned.reverse();
    assert_eq!(given, shares(&turned));
    // By name these would be 60, 61, 62 and so on.
    assert!(given.len() == 9 && !given.is_sorted(), "{given:?}");
}
