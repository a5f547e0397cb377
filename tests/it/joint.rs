//! A joint study: one report of the cases in a folder, with `joint.yaml` beside them.

use crate::common::comparisons::{MD, compared, json, two};
use crate::common::{FINDINGS, Work};
use insta::assert_snapshot;
use std::path::Path;

const JOINT: &str = include_str!("../fixtures/joint.yaml");

/// Two municipalities and their joint study.
fn joined() -> Work {
    let work = two();
    work.write("cases/joint.yaml", JOINT);
    work
}

/// The same, with another text at one place of the joint study.
fn changed(from: &str, to: &str) -> Work {
    let work = joined();
    assert_eq!(JOINT.matches(from).count(), 1, "{from:?} must stand once");
    work.write("cases/joint.yaml", JOINT.replacen(from, to, 1));
    work
}

/// What `check` says of the folder, one line a problem.
fn said(work: &Work) -> String {
    work.run("check cases --format short").seen()
}

#[test]
fn the_report_tells_the_shared_story_before_the_comparison() {
    let work = joined();
    compared(&work, "cases --format md");
    let text = work.read(MD);
    let (story, comparison) = text.split_once("# Wat is vergeleken").unwrap_or_default();
    let story = story.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    let lines = story.lines().filter(|line| !line.starts_with("seal:"));
    assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
    assert!(comparison.contains("| joint.yaml | `"), "{comparison}");
}

#[test]
fn the_folder_and_the_file_are_the_same_study() {
    let work = joined();
    compared(&work, "cases --format md --name map");
    compared(&work, "cases/joint.yaml --format md --name map --output bestand");
    assert_eq!(work.read("output/map/vergelijking.md"), work.read("bestand/map/vergelijking.md"));
    assert_snapshot!(work.run("check cases/joint.yaml").seen(), @"
    geen problemen gevonden
    status 0
    ");
}

#[test]
fn cases_that_are_named_one_by_one_are_compared_without_it() {
    let work = joined();
    compared(&work, "cases/proef cases/esdorp --format md");
    let with = work.read(MD);
    work.remove("cases/joint.yaml");
    compared(&work, "cases/proef cases/esdorp --format md");
    assert_eq!(with, work.read(MD));
    assert!(!with.contains("Gezamenlijk"), "{with}");
}

#[test]
fn options_for_the_title_and_the_date_are_stronger_than_the_file() {
    let work = joined();
    compared(&work, "cases --format md --title Anders --date 2027");
    let text = work.read(MD);
    assert!(text.contains("title: \"Anders\"") && text.contains("date: \"2027\""), "{text}");
}

#[test]
fn each_wrong_reference_is_told_at_its_place() {
    let work = changed("criteria: [CA-3]", "criteria: [CA-33]");
    assert_snapshot!(said(&work), @"
    cases/joint.yaml:23:16: fout[R203]: norm `CA-33` bestaat niet in de gekozen normenkaders
    1 fout
    status 1
    ");
    let work = changed(
        "    conclusions: [C1]\n    bodies: [Esdorp]",
        "    conclusions: [C7]\n    bodies: [Esdrop]",
    );
    assert_snapshot!(said(&work), @"
    cases/joint.yaml:39:19: fout[R207]: conclusie `C7` bestaat niet
    cases/joint.yaml:40:14: fout[R249]: `Esdrop` is geen van de cases in deze map
    2 fouten
    status 1
    ");
    let work = changed("  - body: Esdorp", "  - body: Elders");
    assert_snapshot!(said(&work), @"
    cases/joint.yaml:48:11: fout[R249]: `Elders` is geen van de cases in deze map
    1 fout
    status 1
    ");
    let work = changed("aanbeveling A1", "aanbeveling A8");
    assert_snapshot!(said(&work), @"
    cases/joint.yaml:51:29: fout[R238]: aanbeveling `A8` bestaat niet in deze case
    1 fout
    status 1
    ");
    let work = changed("addressee: college", "addressee: colege");
    assert_snapshot!(said(&work), @"
    cases/joint.yaml:35:16: fout[R124]: onbekende waarde `colege`
    1 fout
    status 1
    ");
}

#[test]
fn a_key_that_is_missing_or_of_a_case_alone_is_told() {
    let work = changed("  commissioner: Rekenkamer De Streek\n", "");
    assert_snapshot!(said(&work), @"
    cases/joint.yaml:2:3: fout[R111]: sleutel `commissioner` ontbreekt
    1 fout
    status 1
    ");
    let work = changed("    criteria: [CA-3]", "    findings: [B-1]");
    assert_snapshot!(said(&work), @"
    cases/joint.yaml:23:5: fout[R110]: onbekende sleutel `findings`
    1 fout
    status 1
    ");
    let work = changed("  status: concept", "  status: fictief");
    assert_snapshot!(said(&work), @"
    cases/joint.yaml:6:11: fout[R309]: een case met status `fictief` moet dat zelf zeggen
    1 fout
    status 1
    ");
}

#[test]
fn a_norm_that_only_one_case_chose_is_shown_as_such() {
    let work = joined();
    let only =
        "frameworks: [{id: fte-capacity, without: [CA-3], reason: Dat onderzoekt een ander.}]";
    work.edit("case.yaml", "frameworks: [fte-capacity]", only);
    let findings = work.read(&format!("cases/proef/{FINDINGS}"));
    let (before, rest) = findings.split_once("  - id: CA-3").unwrap_or_default();
    let after = rest.split_once("  - id: CA-4").map_or("", |(_, after)| after);
    work.write(&format!("cases/proef/{FINDINGS}"), format!("{before}  - id: CA-4{after}"));
    compared(&work, "cases --format md");
    let text = work.read(MD);
    assert!(text.contains("| CA-3 Regie belegd | ○ voldoet niet | niet gekozen |"), "{text}");
}

#[test]
fn a_norm_of_a_framework_that_no_other_case_uses_is_unknown() {
    let work = changed("criteria: [CA-3]", "criteria: [BB-1]");
    let added = work.run("new cases/proef --frameworks bibob --write");
    assert_eq!(added.status, 0, "{}", added.stderr);
    let found = said(&work);
    assert!(found.contains("fout[R203]: norm `BB-1` bestaat niet in de gekozen"), "{found}");
}

#[test]
fn where_a_case_cannot_be_read_no_body_and_no_norm_is_called_unknown() {
    let work = joined();
    let path = "cases/esdorp/case.yaml";
    work.write(path, work.read(path).replace("  title: Ondermijning\n", "  titel: Ondermijning\n"));
    assert_snapshot!(said(&work), @"
    cases/esdorp/case.yaml:8:3: fout[R110]: onbekende sleutel `titel`
    1 fout
    status 1
    ");
}

#[test]
fn a_joint_study_with_one_case_is_told_so_and_nothing_else() {
    let work = joined();
    std::fs::remove_dir_all(work.path("cases/esdorp")).expect("a case less");
    assert_snapshot!(work.run("compare cases --format md").seen(), @"
    fout[R801]: er zijn minder dan twee onderzoeken om te vergelijken
    --> cases
     |
    hulp: geef twee cases of scorekaarten op, of een map met cases erin

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_protected_name_in_the_joint_text_stops_check_and_comparison() {
    let work = changed("Doe dat dit jaar.", "Vraag het aan Jan Quispelaar.");
    work.edit("case.yaml", "study:\n", "key-file: true\n\nstudy:\n");
    work.write(
        "cases/proef/confidential.yaml",
        "people:\n  - what: de regisseur\n    name: Jan Quispelaar\n",
    );
    assert_snapshot!(said(&work), @"
    cases/joint.yaml:38:25: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘de regisseur’, in joint.yaml (regel 38)
    1 fout
    status 1
    ");
    assert_snapshot!(work.run("compare cases --format md").seen(), @"
    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘de regisseur’, in vergelijking.md (regel 88)
    --> cases/joint.yaml:38:25
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    1 fout
    er is niets geschreven
    status 1
    ");
    assert!(!work.path("output").exists());
}

#[test]
fn an_address_in_the_joint_text_is_personal_data_but_in_the_colophon() {
    let work = changed("Doe dat dit jaar.", "Mail jan@esdorp.nl.");
    assert_snapshot!(said(&work), @"
    cases/joint.yaml:38:12: waarschuwing[R710]: dit lijkt het e-mailadres van een persoon
    1 waarschuwing
    status 0
    ");
    let colophon = "  colofon: |\n    Mail jan@esdorp.nl.\n\nconclusions:";
    let text = work.read("cases/joint.yaml").replacen("\nconclusions:", colophon, 1);
    work.write("cases/joint.yaml", text);
    assert_snapshot!(said(&work), @"
    geen problemen gevonden
    status 0
    ");
}

#[test]
fn municipalities_of_a_joint_study_are_not_made_anonymous() {
    let work = joined();
    assert_snapshot!(work.run("compare cases --anonymise --format md").seen(), @"
    fout[R821]: `--anonymise` past niet bij een gezamenlijk onderzoek
    --> --anonymise
     |
    hulp: laat de optie weg

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn the_study_says_once_how_its_municipalities_were_selected() {
    let work = changed("  status: concept", "  status: concept\n  sample: population");
    compared(&work, "cases --format json");
    assert_eq!(json(&work)["selection"], "population");
    work.edit("case.yaml", "  status: concept", "  status: concept\n  sample: hand-picked");
    compared(&work, "cases --format json");
    assert_eq!(json(&work)["selection"], "mixed");
}

#[test]
fn a_report_is_no_more_final_than_its_cases() {
    let work = changed("  status: concept", "  status: definitief");
    compared(&work, "cases --format md");
    let text = work.read(MD);
    assert!(text.contains("status: \"concept\""), "{text}");
    assert!(text.contains("> **Nog niet vastgesteld:** Esdorp en Proefstad."), "{text}");
}

#[test]
fn a_body_that_sent_its_scorecard_is_one_of_the_study() {
    let work = joined();
    let run = work.run("score cases/esdorp --format json --output cases/esdorp.json");
    assert_eq!(run.status, 0, "{}", run.stderr);
    for file in ["case.yaml", "sources.yaml", FINDINGS] {
        work.remove(&format!("cases/esdorp/{file}"));
    }
    assert_snapshot!(said(&work), @"
    geen problemen gevonden
    status 0
    ");
    compared(&work, "cases --format md");
    assert!(work.read(MD).contains("*Deze conclusie gaat over Esdorp.*"));
}

#[test]
fn the_page_lists_conclusions_and_recommendations_and_still_tells_the_status() {
    let work = joined();
    compared(&work, "cases --format html");
    let page = work.read("output/vergelijking/vergelijking.html");
    for part in [
        "<h1>Ondermijning in de streek</h1>",
        "<li>De formatie is krap (Esdorp)</li>",
        "<h3>Aan de veiligheidsregio</h3>",
        "<p><strong>Nog niet vastgesteld:</strong> Esdorp en Proefstad.</p>",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn editorial_hints_are_given_on_the_joint_text_too() {
    let work = changed("Doe dat dit jaar.", "Dit dient te worden gedaan teneinde te sturen.");
    let run = work.run("check cases --editorial --format short");
    let hints: Vec<&str> =
        run.stdout.lines().filter(|line| line.starts_with("cases/joint.yaml")).collect();
    assert_snapshot!(hints.join("\n"), @"
    cases/joint.yaml:38:11: tip[R903]: `dient te` kan gewoner: moeten
    cases/joint.yaml:38:34: tip[R903]: `teneinde` kan gewoner: om
    ");
}

#[test]
fn other_commands_say_what_makes_the_joint_report() {
    let work = joined();
    assert_snapshot!(work.run("nota cases/joint.yaml").seen(), @"
    fout[R105]: hier is geen case: `case.yaml` ontbreekt
    --> cases/joint.yaml
     |
    hulp: geef de mappen van de cases; het gezamenlijke rapport maakt `rekenkamer compare cases`

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn cases_named_by_a_pattern_are_told_of_once() {
    let work = changed("criteria: [CA-3]", "criteria: [CA-33]");
    work.edit(FINDINGS, "level: grotendeels", "level: groot");
    assert_snapshot!(
        work.run("check cases/esdorp cases/joint.yaml cases/proef --format short").seen(), @"
    cases/proef/findings/fte-capacity.yaml:53:16: fout[R124]: onbekende waarde `groot`
    cases/joint.yaml:23:16: fout[R203]: norm `CA-33` bestaat niet in de gekozen normenkaders
    2 fouten
    status 1
    "
    );
}

#[test]
fn the_three_municipalities_that_ship_have_one_report() {
    let work = Work::empty();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/energie-2026");
    let folder = folder.to_string_lossy();
    let run = work.run_each(&["compare", &folder, "--format", "md"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read(MD);
    let glance = text.split("# Het onderzoek").next().unwrap_or_default();
    let (_, glance) = glance.split_once("# In één oogopslag").unwrap_or_default();
    assert_snapshot!(glance, @"


    > [!oogopslag] Energietransitie in drie gemeenten
    > Alle drie de raden stelden doelen, maar geen van hen kan goed sturen én goed nagaan wat ervan komt.
    >
    > **Conclusies**
    >
    > 1. [Doelen zijn er overal, maar niet overal is duidelijk wie wat wanneer doet](#1-doelen-zijn-er-overal-maar-niet-overal-is-duidelijk-wie-wat-wanneer-doet)
    > 2. [Een helder kader wordt niet vanzelf nageleefd](#2-een-helder-kader-wordt-niet-vanzelf-nageleefd) (Brandermark en Duinevecht)
    > 3. [Zonder budget en afspraken valt er niets na te leven](#3-zonder-budget-en-afspraken-valt-er-niets-na-te-leven) (Hallerweide)
    > 4. [Alleen Brandermark meet elk jaar hoe ver de maatregelen zijn](#4-alleen-brandermark-meet-elk-jaar-hoe-ver-de-maatregelen-zijn)
    >
    > **Aanbevelingen**
    >
    > 1. Spreek af wanneer en waarover de raad iets hoort (de raad en het college van Hallerweide)
    > 2. Zet bij elke maatregel wie haar uitvoert en wanneer zij klaar is (het college)
    > 3. Meet elk jaar hoe ver elke maatregel is (het college van Duinevecht en Hallerweide)
    > 4. Kom naar de raad voordat het budget op is, en stuur de brieven op tijd (het college van Brandermark)
    > 5. Stel bij de begroting een bedrag per doel vast (de raad van Duinevecht en Hallerweide)
    > 6. Haal met de gemeenten de laatste verschillen uit de doelen (de energieregio)
    ");
}
