//! Audits of one municipality in more than one period.

use crate::common::comparisons::{MD, compared, json};
use crate::common::{FINDINGS, Work};
use insta::assert_snapshot;
use serde_json::Value;

#[test]
fn one_municipality_cannot_take_part_twice_in_one_period() {
    let work = Work::with_case();
    work.add_case("nog-eens");
    assert_snapshot!(work.run("compare cases/proef cases/nog-eens").seen(), @r"
    fout[R802]: Proefstad doet twee keer mee over dezelfde periode
    --> cases/nog-eens
     |
    hulp: haal een van beide weg; de andere staat in cases/proef

    1 fout
    er is niets geschreven
    status 1
    ");
}

/// The third audit shares its code with the second, and the second its name with the first: each
/// is held against all audits of the municipality, not only against the first.
#[test]
fn a_code_that_a_later_audit_brings_counts_for_the_ones_after_it() {
    let work = Work::empty();
    for (folder, period, own) in [
        ("eerst", "{from: 2014, to: 2017}", "name: Proefstad"),
        ("daarna", "{from: 2018, to: 2021}", "name: Proefstad\n  cbs-code: GM9999"),
        ("laatst", "{from: 2022, to: 2025}", "name: Proefdorp\n  cbs-code: GM9999"),
    ] {
        work.add_case(folder);
        let path = format!("cases/{folder}/case.yaml");
        let text = work.read(&path).replacen("{from: 2022, to: 2025}", period, 1);
        work.write(&path, text.replacen("name: Proefstad\n  cbs-code: GM9999", own, 1));
    }
    let all = "cases/eerst cases/daarna cases/laatst";
    assert_snapshot!(work.run(&format!("compare {all} --format md")).seen(), @"
    fout[R813]: code GM9999 is hier die van Proefdorp (Utrecht), en elders die van Proefstad (Utrecht)
    --> cases/laatst
     |
    hulp: gaat het om dezelfde, schrijf naam en provincie dan gelijk; verbeter anders de code. Het andere onderzoek staat in cases/daarna

    1 fout
    er is niets geschreven
    status 1
    ");
    let path = "cases/laatst/case.yaml";
    let other = work
        .read(path)
        .replace("name: Proefdorp\n  cbs-code: GM9999", "name: Proefstad\n  cbs-code: GM8888");
    work.write(path, other);
    compared(&work, "cases --format json");
    let found = json(&work);
    assert_eq!(found["members"][0]["case"], "daarna");
    assert_eq!(found["members"][1]["case"], "laatst");
    assert_eq!(found["over-time"][0]["before"][0], "eerst");
    assert_eq!(found["over-time"].as_array().map(Vec::len), Some(1));
}

#[test]
fn an_earlier_audit_of_the_same_municipality_shows_what_changed() {
    let work = Work::with_case();
    work.add_case("vroeger");
    for (file, from, to) in [
        ("case.yaml", "period: {from: 2022, to: 2025}", "period: {from: 2018, to: 2021}"),
        (FINDINGS, "level: grotendeels", "level: niet"),
        (
            FINDINGS,
            "{regisseur: ja, vervanger: ja, vier-ogen: nee}",
            "{regisseur: ja, vervanger: ja, vier-ogen: ja}",
        ),
    ] {
        let path = format!("cases/vroeger/{file}");
        let text = work.read(&path);
        assert!(text.contains(from));
        work.write(&path, text.replacen(from, to, 1));
    }
    work.edit(
        "case.yaml",
        "peers:\n",
        "follow-up:\n  case: vroeger\n  recommendations:\n    - {id: A1, title: Breid de formatie uit, status: deels-opgevolgd}\n\npeers:\n",
    );
    // The order of the arguments does not matter: the period does.
    compared(&work, "cases/proef cases/vroeger");
    let over = &json(&work)["over-time"][0];
    let change = |at: usize| over["criteria"][at]["change"].clone();
    assert_eq!(
        [change(0), change(2), change(3), change(5)],
        ["same", "worse", "not-comparable", "better"]
    );
    assert_eq!(over["recommendations"][0][2], "deels-opgevolgd");
    let text = work.read(MD);
    assert!(text.contains("## Proefstad: 2018 tot en met 2021 en 2022 tot en met 2025"), "{text}");
    assert!(text.contains("| A1 | Breid de formatie uit | deels opgevolgd |"));
    assert!(!text.contains("# Cijfers naast elkaar"), "there is nobody to stand beside");
    assert!(text.contains("| Capaciteit | ◑ voldoet deels | ◕ voldoet grotendeels |"), "{text}");
}

/// Ids of recommendations return in every audit; what is said of one audit is not said of another.
#[test]
fn a_follow_up_belongs_to_the_audit_that_it_names() {
    let work = Work::with_case();
    for (name, years) in [("eerste", "from: 2014, to: 2017"), ("tweede", "from: 2018, to: 2021")] {
        work.add_case(name);
        let path = format!("cases/{name}/case.yaml");
        let text = work.read(&path).replace("from: 2022, to: 2025", years);
        work.write(&path, text);
    }
    let told = "follow-up:\n  case: eerste\n  recommendations:\n    - {id: A1, title: Breid uit, status: opgevolgd}\n\npeers:\n";
    work.edit("case.yaml", "peers:\n", told);
    compared(&work, "cases/proef cases/eerste cases/tweede --format json");
    let over = json(&work)["over-time"].clone();
    let latest = over[1]["recommendations"].clone();
    assert!(latest[0][0] == "A1" && latest[0][2].is_null(), "{latest}");
    assert!(latest[1][0] == "A1 (eerste)" && latest[1][2] == "opgevolgd", "{latest}");
}

/// The verdict by score is computed for both years without the norm that one of them did not choose.
#[test]
fn the_verdicts_of_two_years_are_on_the_norms_that_both_have() {
    let work = Work::with_case();
    work.add_case("vroeger");
    let path = "cases/vroeger/case.yaml";
    let own = "{id: fte-capacity, without: [CA-3], reason: Daarover ging een ander onderzoek.}";
    let text = work
        .read(path)
        .replace("from: 2022, to: 2025", "from: 2018, to: 2021")
        .replace("[fte-capacity]", &format!("[{own}]"));
    work.write(path, text);
    let path = format!("cases/vroeger/{FINDINGS}");
    let text = work.read(&path);
    let (start, end) = (text.find("  - id: CA-3"), text.find("  - id: CA-4"));
    let (start, end) = start.zip(end).expect("CA-3 and CA-4");
    work.write(&path, format!("{}{}", &text[..start], &text[end..]));
    compared(&work, "cases/proef cases/vroeger --format md,json");
    let told = "Capaciteit: alleen de normen die in beide onderzoeken meetellen, zijn vergeleken. Weggelaten: CA-3 Regie belegd. De oordelen zijn voor beide jaren berekend zonder die normen.";
    let text = work.read(MD);
    assert_eq!(text.lines().filter(|own| *own == told).count(), 1, "{text}");
    let over = &json(&work)["over-time"][0];
    let ids: Vec<_> = over["criteria"]
        .as_array()
        .expect("criteria")
        .iter()
        .map(|c| c["criterion"].clone())
        .collect();
    assert_eq!(ids, ["CA-1", "CA-2", "CA-4", "CA-5", "CA-6"]);
    let verdicts = &over["verdicts"][0];
    assert_eq!(verdicts[1], verdicts[2], "the same judgements on the same norms");
}

/// A later audit judges a later end and a later begin; else neither of the two is the later one.
#[test]
fn of_two_periods_one_in_the_other_neither_is_the_later_one() {
    let told = |first: &str, second: &str| {
        let work = Work::empty();
        for (case, period) in [("een", first), ("twee", second)] {
            work.add_case(case);
            let path = format!("cases/{case}/case.yaml");
            work.write(&path, work.read(&path).replace("from: 2022, to: 2025", period));
        }
        let run = work.run("compare cases --format json");
        let found = if run.status == 0 { json(&work)["over-time"][0].clone() } else { Value::Null };
        format!("{} {} {}", run.problems(), found["before"][0], found["after"][0])
    };
    let periods = [
        ("from: 2018, to: 2021", "from: 2019, to: 2021"),
        ("from: 2018, to: 2021", "from: 2018, to: 2019"),
        ("from: 2018, to: 2021", "from: 2019, to: 2020"),
        ("from: 2018, to: 2021", "from: 2019, to: 2022"),
        ("from: 2020, to: 2023", "from: 2018, to: 2021"),
        ("from: 2019, to: 2021", "from: 2018, to: 2021-06"),
        ("from: 2018, to: 2019", "from: 2018-06, to: 2021"),
    ];
    let told = periods.map(|(first, second)| told(first, second));
    assert_snapshot!(told.join("\n"), @r#"
    cases/twee: fout[R802]: Proefstad doet twee keer mee over dezelfde periode null null
    cases/een: fout[R802]: Proefstad doet twee keer mee over dezelfde periode null null
    cases/een: fout[R802]: Proefstad doet twee keer mee over dezelfde periode null null
     "een" "twee"
     "twee" "een"
     "twee" "een"
     "een" "twee"
    "#);
}

/// Without a code a municipality is known by its name, however its apostrophe was typed, and by its
/// province where both audits give one.
#[test]
fn an_audit_without_a_code_or_a_province_is_of_the_municipality_with_that_name() {
    let work = Work::empty();
    for (case, name, province, code, period) in [
        ("a", "'s-Eswoude", "Utrecht", "GM1111", "from: 2022, to: 2025"),
        ("b", "\u{2019}s\u{2011}Eswoude", "", "", "from: 2018, to: 2021"),
        ("c", "'s-Eswoude", "Limburg", "", "from: 2018, to: 2021"),
        ("d", "'s-Eswoude", "", "GM2222", "from: 2014, to: 2017"),
    ] {
        work.add_case(case);
        let path = format!("cases/{case}/case.yaml");
        let line = |key: &str, value: &str| {
            if value.is_empty() { String::new() } else { format!("  {key}: {value}\n") }
        };
        let text = work
            .read(&path)
            .replace("name: Proefstad", &format!("name: \"{name}\""))
            .replace("  cbs-code: GM9999\n", &line("cbs-code", code))
            .replace("  province: Utrecht\n", &line("province", province))
            .replace("from: 2022, to: 2025", period);
        work.write(&path, text);
    }
    compared(&work, "cases --format json");
    let found = json(&work);
    let list = |key: &str| {
        let all = found[key].as_array().cloned().unwrap_or_default();
        all.iter().map(|m| format!("{} {}", m["case"], m["name"])).collect::<Vec<_>>().join(", ")
    };
    assert_snapshot!(format!("{}\n{}", list("members"), list("earlier")), @r#"
    "a" "'s-Eswoude (Utrecht)", "c" "'s-Eswoude (Limburg)"
    "b" "’s‑Eswoude (Utrecht)", "d" "'s-Eswoude (Limburg)"
    "#);
}

/// What was advised in another audit, or under an id that the earlier audit does not have, is told too.
#[test]
fn every_recommendation_that_is_followed_up_is_told_once() {
    let work = Work::with_case();
    work.add_case("vroeger");
    let path = "cases/vroeger/case.yaml";
    let text = work.read(path).replace("from: 2022, to: 2025", "from: 2018, to: 2021");
    let second = "recommendations:\n  - id: A2\n    addressee: college\n    title: Houd uren bij\n    text: Elk jaar.\n    conclusions: [C1]\n";
    work.write(path, text.replacen("recommendations:\n", second, 1));
    let told = "follow-up:\n  case: vroeger\n  recommendations:\n    - {id: A1, title: Breid uit, status: opgevolgd}\n    - {id: A9, title: Nog iets, status: onbekend}\n\npeers:\n";
    work.edit("case.yaml", "peers:\n", told);
    // Beside its case it would be refused: there is no A9, and nothing is said of A2.
    work.scorecard("vroeger", "vroeger.json");
    std::fs::remove_dir_all(work.path("cases/vroeger")).expect("a folder");
    compared(&work, "cases/proef vroeger.json --format json");
    assert_snapshot!(json(&work)["over-time"][0]["recommendations"], @r#"[["A2","Houd uren bij",null],["A1","Breid de formatie uit","opgevolgd"],["A9 (vroeger)","Nog iets","onbekend"]]"#);
}

const OWN: &str = "id: inhuur
title: Inhuur
scale: {op-orde: Alles is geregeld., half: De helft is geregeld., mis: Er is niets geregeld.}
verdict: judged
criteria:
  - {id: IH-1, norm: De raad stelde een grens vast., name: Grens}
  - {id: IH-2, norm: Eigen mensen gaan voor., name: Eigen mensen}
  - {id: IH-3, norm: De raad hoort de kosten., name: Kosten}
  - {id: IH-4, norm: Er is een register., name: Register}
";

/// Adds a case on the framework of its own, with these levels of IH-1, IH-2 and IH-4, of which an empty
/// one is not there. IH-3 does not apply.
fn add_own(work: &Work, case: &str, years: &str, choice: &str, levels: [&str; 3]) {
    let text = include_str!("../fixtures/cases/inhuur/case.yaml");
    let (before, rest) = text.split_once("frameworks:\n").unwrap_or_default();
    let (_, after) = rest.split_once("conclusions:\n").unwrap_or_default();
    let before = before.replace("  date:", &format!("  period: {{{years}}}\n  date:"));
    let norm = if levels[0].is_empty() { "IH-4" } else { "IH-1" };
    let after = after.replace("criteria: [IH-1, IH-2]", &format!("criteria: [{norm}]"));
    let text = format!("{before}frameworks:\n  - {{id: inhuur{choice}}}\nconclusions:\n{after}");
    work.write(&format!("cases/{case}/case.yaml"), text);
    let sources = include_str!("../fixtures/cases/inhuur/sources.yaml");
    work.write(&format!("cases/{case}/sources.yaml"), sources);
    let mut text = "framework: inhuur\ncriteria:\n".to_owned();
    for (id, level) in ["IH-1", "IH-2", "IH-4"].into_iter().zip(levels) {
        if !level.is_empty() {
            text += &format!(
                "  - id: {id}\n    status: onderzocht\n    findings:\n      - {{id: B-{id}, condition: Zo is het., level: {level}, evidence: [{{source: D01}}]}}\n"
            );
        }
    }
    if !choice.contains(" criteria:") {
        text += "  - id: IH-3\n    status: niet-van-toepassing\n    reason: Er is geen inhuur.\n";
    }
    work.write(&format!("cases/{case}/findings/inhuur.yaml"), text);
}

/// IH-3 applies in neither year, IH-4 was chosen in the later year alone.
#[test]
fn a_verdict_that_the_researchers_gave_stays_theirs_where_the_norms_of_two_years_differ() {
    let work = Work::empty();
    let over = || {
        compared(&work, "cases --format json");
        let over = json(&work)["over-time"][0].clone();
        let criteria = over["criteria"].as_array().cloned().unwrap_or_default();
        let changes: Vec<String> =
            criteria.iter().map(|c| format!("{} {}", c["criterion"], c["change"])).collect();
        format!("{}\n{}\n{}", changes.join(", "), over["verdicts"], over["not-shared"])
    };
    let given = |level: &str| format!(", verdict: {{level: {level}, reason: Zo is het.}}");
    let (then, now) = ("from: 2018, to: 2021", "from: 2022, to: 2025");
    let without = ", without: [IH-4], reason: Dat komt later.";
    let (half, wrong) = (given("half"), given("mis"));
    let levels = ["half", "op-orde", "mis"];
    work.write("frameworks/inhuur.yaml", OWN);
    add_own(&work, "vroeger", then, &format!("{without}{half}"), ["op-orde", "half", ""]);
    add_own(&work, "nu", now, &wrong, levels);
    assert_snapshot!(over(), @r#"
    "IH-1" "worse", "IH-2" "better"
    [["Inhuur","half","mis"]]
    [{"computed":false,"criteria":[["IH-4","Register"]],"framework":"Inhuur"}]
    "#);
    // Where the two share no norm there is nothing to hold beside each other.
    let alone = format!(", criteria: [IH-4], reason: Alleen dit.{wrong}");
    add_own(&work, "nu", now, &alone, ["", "", "mis"]);
    let none = "cases: fout[R803]: de onderzoeken hebben geen normenkader gemeen";
    assert_eq!(work.run("compare cases").problems(), none);
    work.add_municipality("Esdorp", &[]);
    work.add_municipality("Berkwold", &[]);
    assert_snapshot!(over(), @r#"

    []
    [{"computed":false,"criteria":[["IH-1","Grens"],["IH-2","Eigen mensen"],["IH-4","Register"]],"framework":"Inhuur"}]
    "#);
    std::fs::remove_dir_all(work.path("cases/esdorp")).expect("a folder");
    std::fs::remove_dir_all(work.path("cases/berkwold")).expect("a folder");
    work.write("frameworks/inhuur.yaml", OWN.replace("verdict: judged\n", ""));
    add_own(&work, "vroeger", then, without, ["op-orde", "half", ""]);
    add_own(&work, "nu", now, "", levels);
    assert_snapshot!(over(), @r#"
    "IH-1" "worse", "IH-2" "better"
    []
    [{"computed":null,"criteria":[["IH-4","Register"]],"framework":"Inhuur"}]
    "#);
}

/// A typing error in a code makes one municipality of two: that is told, and not that this one takes part
/// twice. Two audits of one name and code are of one province.
#[test]
fn one_code_for_two_municipalities_is_told_and_nothing_that_follows_from_it() {
    let told = |name: &str, province: &str| {
        let work = Work::with_case();
        work.add_case("tweede");
        let path = "cases/tweede/case.yaml";
        let text = work.read(path).replace("name: Proefstad", &format!("name: {name}"));
        work.write(path, text.replace("province: Utrecht", &format!("province: {province}")));
        work.run("compare cases --format md").problems()
    };
    let told = [told("Proefdorp", "Utrecht"), told("Proefstad", "Limburg")];
    assert_snapshot!(told.join("\n"), @"
    cases/tweede: fout[R813]: code GM9999 is hier die van Proefdorp (Utrecht), en elders die van Proefstad (Utrecht)
    cases/tweede: fout[R813]: code GM9999 is hier die van Proefstad (Limburg), en elders die van Proefstad (Utrecht)
    ");
}
