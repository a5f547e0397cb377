//! Audits of one municipality in more than one period.

use crate::common::comparisons::{MD, compared, json};
use crate::common::{FINDINGS, Work};
use insta::assert_snapshot;

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
    assert_snapshot!(work.run("compare cases --format md").seen(), @"
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
