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
