//! Bodies of another kind than a municipality beside each other.

use crate::bodies::MUNICIPALITY;
use crate::common::Work;
use insta::assert_snapshot;

/// A working folder with water boards in `cases/`, one of each name.
fn boards(names: &[&str]) -> Work {
    let work = Work::empty();
    for (at, name) in names.iter().enumerate() {
        let case = format!("b{at}");
        work.add_case(&case);
        let file = format!("cases/{case}/case.yaml");
        let body = format!("body:\n  kind: waterschap\n  name: {name}\n");
        let text = work.read(&file).replace(MUNICIPALITY, &body);
        work.write(&file, text);
    }
    work
}

#[test]
fn a_comparison_of_water_boards_speaks_of_water_boards() {
    let work = boards(&["Aawaarden", "Beewaarden", "Ceewaarden"]);
    let made = work.run("compare cases --format md,html,json --rank");
    assert_eq!(made.status, 0, "{}", made.seen());
    for file in ["vergelijking.md", "vergelijking.html", "vergelijking.json"] {
        let text = work.read(&format!("output/vergelijking/{file}"));
        // What a norm asks is the text of its framework; style sheet and script have comments.
        let (before, after) = text.split_once("<section id=\"normen\"").unwrap_or((&text, ""));
        let before = before.split("</style>").last().unwrap_or(before);
        let after = after.split("<section id=\"verantwoording\"").last().unwrap_or(after);
        let after = after.split("<script").next().unwrap_or(after);
        let lines = before.lines().chain(after.lines());
        let found: Vec<&str> = lines.filter(|l| l.to_lowercase().contains("gemeente")).collect();
        assert_eq!(found, Vec::<&str>::new(), "{file}");
    }
    let text = work.read("output/vergelijking/vergelijking.md");
    let says = |line: &&str| line.contains("aterschap");
    let told: Vec<&str> = text.lines().filter(says).collect();
    assert_snapshot!(told.get(..9).unwrap_or(&told).join("\n"), @r#"
    municipality: "3 waterschappen"
    title: "Vergelijking van drie waterschappen"
    > [!oogopslag] Vergelijking van drie waterschappen
    > | Waterschap | Capaciteit |
    > **Normen met ‘voldoet’ of ‘voldoet grotendeels’ bij de meeste beoordeelde waterschappen**
    > **Normen met ‘voldoet deels’ of ‘voldoet niet’ bij de meeste beoordeelde waterschappen**
    Niet alle onderzoeken zeggen hoe hun waterschap in deze vergelijking is gekomen. Zij zeggen daarom niets over andere waterschappen.
    | Waterschap | Inwoners | Oordeel over | Rapport | Status | Basis |
    Versie 1.0.0, 3 waterschappen. Tekens: ● voldoet, ◕ voldoet grotendeels, ◑ voldoet deels, ○ voldoet niet, ◌ niet onderzocht, ? niet te beoordelen.
    "#);
    assert!(
        work.read("output/vergelijking/vergelijking.json").contains("\"kind\": \"waterschap\"")
    );
}

#[test]
fn water_boards_have_no_size_class_and_no_province() {
    let work = boards(&["Aawaarden", "Beewaarden"]);
    assert_snapshot!(work.run("compare cases --by size-class").seen(), @"
    fout[R804]: geen enkel onderzoek heeft het kenmerk `size-class`
    --> compare
     |
    hulp: er zijn geen kenmerken; geef ze in `case.yaml` bij `attributes`

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn two_kinds_of_body_are_not_compared() {
    let work = boards(&["Aawaarden"]);
    work.add_case("stad");
    assert_snapshot!(work.run("compare cases").seen(), @"
    fout[R815]: Aawaarden is een waterschap en Proefstad een gemeente: die zijn niet te vergelijken
    --> cases/stad
     |
    hulp: vergelijk onderzoeken bij één soort organisatie; het andere staat in cases/b0

    1 fout
    er is niets geschreven
    status 1
    ");
    let card = work.run("score cases/b0 --format json --output kaart.json");
    assert_eq!(card.status, 0);
    assert_snapshot!(work.run("compare cases/stad kaart.json").seen(), @"
    fout[R815]: Proefstad is een gemeente en Aawaarden een waterschap: die zijn niet te vergelijken
    --> kaart.json
     |
    hulp: vergelijk onderzoeken bij één soort organisatie; het andere staat in cases/stad

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_scorecard_says_its_kind_and_is_read_again() {
    let work = boards(&["Aawaarden", "Beewaarden"]);
    for case in ["b0", "b1"] {
        let file = format!("kaarten/{case}.json");
        assert_eq!(
            work.run(&format!("score cases/{case} --format json --output {file}")).status,
            0
        );
    }
    let card = work.read("kaarten/b0.json");
    assert!(card.contains("\"municipality\": {\n    \"kind\": \"waterschap\","), "{card}");
    let made = work.run("compare kaarten --format md");
    assert_eq!(made.status, 0, "{}", made.seen());
    assert!(
        work.read("output/vergelijking/vergelijking.md")
            .contains("Vergelijking van twee waterschappen")
    );
}
