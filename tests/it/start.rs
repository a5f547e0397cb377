//! `rekenkamer` alone: what to do first in this folder, and what the program carries.

use crate::common::Work;
use insta::assert_snapshot;

#[test]
fn an_empty_folder_gets_the_command_that_begins_a_case() {
    assert_snapshot!(Work::empty().run("").seen(), @"
    rekenkamer 0.2.0: van bevindingen naar een bestuurlijke nota
    In deze map staat nog geen case. Begin er een, met de naam van uw gemeente en het normenkader dat u gebruikt:
      rekenkamer new cases/utrecht-2026 --municipality Utrecht --frameworks bibob
    Normenkaders: bibob, council-role, fte-capacity, integral-policy, public-private-cooperation, voorbeeld-energie, voorbeeld-inhuur, voorbeeld-subsidies
    Alle opdrachten: rekenkamer --help
    status 0
    ");
}

#[test]
fn it_speaks_the_language_of_the_reader() {
    assert_snapshot!(Work::empty().run_speaking("en_GB.UTF-8", &[]).seen(), @"
    rekenkamer 0.2.0: from findings to a report for the council
    There is no case in this folder yet. Begin one, with the name of your municipality and the framework that you use:
      rekenkamer new cases/utrecht-2026 --municipality Utrecht --frameworks bibob
    Frameworks: bibob, council-role, fte-capacity, integral-policy, public-private-cooperation, voorbeeld-energie, voorbeeld-inhuur, voorbeeld-subsidies
    All commands: rekenkamer --help
    status 0
    ");
    assert_snapshot!(Work::empty().run("--lang en").stdout.lines().next().unwrap_or_default(), @"rekenkamer 0.2.0: from findings to a report for the council");
}

#[test]
fn a_case_is_told_by_how_far_it_is() {
    let work = Work::with_case();
    assert_snapshot!(work.run("").seen(), @"
    rekenkamer 0.2.0: van bevindingen naar een bestuurlijke nota
    Ingevuld, en nog zonder nota: cases/proef
      rekenkamer nota cases/proef
    Waar een onderzoek staat, en wat op wie wacht: rekenkamer status cases/proef
    Alle opdrachten: rekenkamer --help
    status 0
    ");
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    assert_snapshot!(work.run("").seen(), @"
    rekenkamer 0.2.0: van bevindingen naar een bestuurlijke nota
    De nota hoort bij de case zoals die nu is: cases/proef
      rekenkamer watch cases/proef
    Waar een onderzoek staat, en wat op wie wacht: rekenkamer status cases/proef
    Alle opdrachten: rekenkamer --help
    status 0
    ");
    work.edit("case.yaml", "title: Ondermijning", "title: Ondermijning in het klein");
    assert_snapshot!(work.run("").seen(), @"
    rekenkamer 0.2.0: van bevindingen naar een bestuurlijke nota
    De case is veranderd nadat de nota is gemaakt: cases/proef
      rekenkamer nota cases/proef
    Waar een onderzoek staat, en wat op wie wacht: rekenkamer status cases/proef
    Alle opdrachten: rekenkamer --help
    status 0
    ");
    let nota = work.read("output/proef/nota.md");
    work.write("output/proef/nota.md", format!("{nota}\nEen zin van de onderzoeker.\n"));
    assert_snapshot!(work.run("").seen(), @"
    rekenkamer 0.2.0: van bevindingen naar een bestuurlijke nota
    De case is veranderd nadat de nota is gemaakt, en u hebt de tekst van de nota bewerkt: cases/proef
      rekenkamer nota cases/proef --merge
    Waar een onderzoek staat, en wat op wie wacht: rekenkamer status cases/proef
    Alle opdrachten: rekenkamer --help
    status 0
    ");
    work.edit("case.yaml", "status: concept", "status: konsept");
    assert_snapshot!(work.run("").seen(), @"
    rekenkamer 0.2.0: van bevindingen naar een bestuurlijke nota
    Met fouten: cases/proef
      rekenkamer check cases/proef
    Waar een onderzoek staat, en wat op wie wacht: rekenkamer status cases/proef
    Alle opdrachten: rekenkamer --help
    status 0
    ");
    assert_eq!(
        work.run("new cases/nieuw --municipality N --frameworks bibob --date 2026").status,
        0
    );
    assert_snapshot!(work.run("").seen(), @"
    rekenkamer 0.2.0: van bevindingen naar een bestuurlijke nota
    Met fouten: cases/proef
      rekenkamer check cases/proef
    Nog niet helemaal ingevuld: cases/nieuw
      rekenkamer check cases/nieuw
    Waar een onderzoek staat, en wat op wie wacht: rekenkamer status cases/nieuw
    Alle opdrachten: rekenkamer --help
    status 0
    ");
}

#[test]
fn an_edited_nota_of_the_case_as_it_is_now_needs_nothing() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let nota = work.read("output/proef/nota.md");
    work.write("output/proef/nota.md", format!("{nota}\nEen zin van de onderzoeker.\n"));
    assert_snapshot!(work.run("").seen(), @"
    rekenkamer 0.2.0: van bevindingen naar een bestuurlijke nota
    De nota hoort bij de case zoals die nu is: cases/proef
      rekenkamer watch cases/proef
    Waar een onderzoek staat, en wat op wie wacht: rekenkamer status cases/proef
    Alle opdrachten: rekenkamer --help
    status 0
    ");
}

#[test]
fn cases_of_a_region_are_found_and_of_more_than_three_the_rest_is_counted() {
    let work = Work::empty();
    for name in ["regio/a", "regio/b", "regio/c d", "e"] {
        work.add_case(name);
    }
    assert_snapshot!(work.run("").seen(), @"
    rekenkamer 0.2.0: van bevindingen naar een bestuurlijke nota
    Ingevuld, en nog zonder nota: cases/e, cases/regio/a, cases/regio/b, en nog 1
      rekenkamer nota cases/e
    Waar een onderzoek staat, en wat op wie wacht: rekenkamer status cases/e
    Alle opdrachten: rekenkamer --help
    status 0
    ");
    for number in 0..17 {
        work.add_case(&format!("regio/x{number}"));
    }
    assert_snapshot!(work.run("").seen(), @"
    rekenkamer 0.2.0: van bevindingen naar een bestuurlijke nota
    In deze map staan 21 cases. Kijk bijvoorbeeld wat er in deze staat:
      rekenkamer check cases/e
    Alle opdrachten: rekenkamer --help
    status 0
    ");
}

#[test]
fn the_folder_of_a_case_is_no_place_to_work_in() {
    let work = Work::with_case();
    assert_snapshot!(work.run_in("cases/proef", &[]).seen(), @"
    rekenkamer 0.2.0: van bevindingen naar een bestuurlijke nota
    Dit is de map van één case. Ga naar de map waarin `cases` staat, en geef daar uw opdracht:
      cd ../..
    Alle opdrachten: rekenkamer --help
    status 0
    ");
}

#[test]
fn a_protected_name_stops_a_nota_and_is_not_said() {
    let work = Work::with_case();
    work.write(
        "cases/proef/confidential.yaml",
        "people:\n  - source: I01\n    name: Hadewych Oostermolenaar\n",
    );
    work.edit(
        "case.yaml",
        "title: Ondermijning",
        "title: Ondermijning volgens Hadewych Oostermolenaar",
    );
    assert_snapshot!(work.run("").seen(), @"
    rekenkamer 0.2.0: van bevindingen naar een bestuurlijke nota
    Met fouten: cases/proef
      rekenkamer check cases/proef
    Waar een onderzoek staat, en wat op wie wacht: rekenkamer status cases/proef
    Alle opdrachten: rekenkamer --help
    status 0
    ");
}

#[test]
fn the_version_tells_what_the_program_carries_whatever_the_folder_has() {
    let own = Work::empty();
    own.write("frameworks/bibob.yaml", "geen kader");
    let version = own.run("--version");
    assert_eq!(version.seen(), Work::empty().run("-V").seen());
    let shown: Vec<&str> = version.stdout.lines().collect();
    let [program, frameworks, templates, licence] = shown.as_slice() else {
        panic!("{}", version.stdout);
    };
    assert_eq!(*program, concat!("rekenkamer ", env!("CARGO_PKG_VERSION")));
    assert_snapshot!(*frameworks, @"normenkaders: bibob 2.0.0, council-role 2.0.0, fte-capacity 2.0.0, integral-policy 2.0.0, public-private-cooperation 2.0.0, voorbeeld-energie 1.0.0, voorbeeld-inhuur 1.0.0, voorbeeld-subsidies 1.0.0");
    let hash = templates.strip_prefix("sjablonen, vormgeving en lettertypen: ");
    assert!(hash.is_some_and(|h| h.len() == 12), "{templates}");
    assert_eq!(*licence, "licentie: EUPL-1.2");
}

#[test]
fn every_shell_gets_its_completions_and_every_command_its_manual_page() {
    let work = Work::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = work.run(&format!("completions {shell}"));
        assert_eq!((script.status, script.stderr.as_str()), (0, ""), "{shell}");
        assert!(
            script.stdout.contains("rekenkamer") && script.stdout.contains("compare"),
            "{shell}"
        );
    }
    work.write("man/hier.txt", "");
    assert_eq!(work.run("manual-pages man").status, 0);
    let pages: Vec<String> = work.files().into_iter().filter(|f| f.ends_with(".1")).collect();
    assert_snapshot!(pages.join("\n"), @"
    man/rekenkamer-check.1
    man/rekenkamer-compare.1
    man/rekenkamer-completions.1
    man/rekenkamer-explain.1
    man/rekenkamer-export.1
    man/rekenkamer-framework-codebook.1
    man/rekenkamer-framework-list.1
    man/rekenkamer-framework-new.1
    man/rekenkamer-framework-upgrade.1
    man/rekenkamer-framework.1
    man/rekenkamer-hearing.1
    man/rekenkamer-import.1
    man/rekenkamer-merge.1
    man/rekenkamer-metadossier.1
    man/rekenkamer-new.1
    man/rekenkamer-nota.1
    man/rekenkamer-publish.1
    man/rekenkamer-register.1
    man/rekenkamer-render.1
    man/rekenkamer-schema.1
    man/rekenkamer-score.1
    man/rekenkamer-status.1
    man/rekenkamer-trace.1
    man/rekenkamer-watch.1
    man/rekenkamer.1
    ");
    assert!(work.read("man/rekenkamer-nota.1").contains("Schrijf de bestuurlijke nota"));
    let nowhere = work.run("manual-pages nergens");
    assert_snapshot!(nowhere.seen(), @"
    fout: de computer liet dit niet toe: nergens: dit bestaat niet
    status 3
    ");
}
