//! The commands: exit status, what is written and what is not, and that nothing is lost.

use crate::common::{FINDINGS, FRAMEWORK, Work};
use insta::assert_snapshot;
use std::collections::BTreeSet;

const NEW: &str = "new cases/nieuw --municipality Nieuwstad --frameworks bibob --date 2026-03-01";

#[test]
fn a_new_case_has_nothing_but_places_to_fill_in() {
    let work = Work::empty();
    let new = work.run(NEW);
    assert_snapshot!(new.seen(), @"
    cases/nieuw/case.yaml
    cases/nieuw/sources.yaml
    cases/nieuw/confidential.yaml
    cases/nieuw/.gitignore
    cases/nieuw/findings/bibob.yaml
    frameworks/schemas: schema's waarmee uw editor helpt invullen
    vul de case in en kijk dan met: rekenkamer check cases/nieuw
    status 0
    ");
    let check = work.run("check cases/nieuw --format short");
    assert_eq!(check.status, 0);
    assert_snapshot!(check.seen(), @"
    cases/nieuw/case.yaml:16:8: nog in te vullen[R351]: `title` is nog in te vullen
    cases/nieuw/case.yaml:18:15: nog in te vullen[R351]: `commissioner` is nog in te vullen
    cases/nieuw/case.yaml:20:12: nog in te vullen[R351]: `conducted` is nog in te vullen
    cases/nieuw/case.yaml:24:13: nog in te vullen[R351]: `background` is nog in te vullen
    cases/nieuw/case.yaml:25:9: nog in te vullen[R351]: `method` is nog in te vullen
    cases/nieuw/case.yaml:27:13: nog in te vullen[R351]: `question` is nog in te vullen
    cases/nieuw/case.yaml:28:11: nog in te vullen[R351]: `answer` is nog in te vullen
    cases/nieuw/findings/bibob.yaml:24:9: nog in te vullen[R350]: norm `BB-1` is nog in te vullen
    cases/nieuw/findings/bibob.yaml:49:9: nog in te vullen[R350]: norm `BB-2` is nog in te vullen
    cases/nieuw/findings/bibob.yaml:71:9: nog in te vullen[R350]: norm `BB-4` is nog in te vullen
    cases/nieuw/findings/bibob.yaml:99:9: nog in te vullen[R350]: norm `BB-5` is nog in te vullen
    cases/nieuw/findings/bibob.yaml:120:9: nog in te vullen[R350]: norm `BB-7` is nog in te vullen
    cases/nieuw/findings/bibob.yaml:141:9: nog in te vullen[R350]: norm `BB-9` is nog in te vullen
    13 plaatsen nog in te vullen
    status 0
    ");
}

#[test]
fn a_new_case_with_every_framework_makes_a_nota_before_anything_is_filled_in() {
    let work = Work::empty();
    assert_eq!(work.run("new cases/nieuw --municipality Nieuwstad --frameworks integral-policy,fte-capacity,bibob,public-private-cooperation,council-role --date 2026-03-01").status, 0);
    assert_eq!(work.run("score cases/nieuw").status, 0);
    let nota = work.run("nota cases/nieuw");
    assert_eq!(
        (nota.status, nota.stdout.as_str()),
        (0, "output/nieuw/nota.md\noutput/nieuw/nota.pdf\n")
    );
    assert!(work.bytes("output/nieuw/nota.pdf").starts_with(b"%PDF-"));
}

#[test]
fn new_refuses_a_folder_that_has_something_in_it_and_changes_nothing() {
    let work = Work::empty();
    work.write("cases/nieuw/aantekening.txt", "van mij");
    assert_snapshot!(work.run(NEW).seen(), @"
    fout[R106]: deze map bestaat al en is niet leeg
    --> cases/nieuw
     |
    hulp: kies een andere naam; is het een case, dan voegt u er zonder --municipality een normenkader aan toe; er is niets veranderd

    status 1
    ");
    assert_eq!(work.files(), ["cases/nieuw/aantekening.txt"]);
    assert_eq!(work.read("cases/nieuw/aantekening.txt"), "van mij");
}

#[test]
fn new_refuses_a_framework_that_does_not_exist_and_writes_nothing() {
    let work = Work::empty();
    assert_snapshot!(work.run("new cases/nieuw --municipality X --frameworks bibobb").seen(), @"
    fout[R201]: normenkader `bibobb` bestaat niet
    --> --frameworks
     = er zijn: bibob, council-role, fte-capacity, integral-policy, public-private-cooperation, voorbeeld-energie, voorbeeld-inhuur, voorbeeld-subsidies
    hulp: bedoelde u `bibob`?

    status 1
    ");
    assert!(work.files().is_empty(), "{:?}", work.files());
}

#[test]
fn new_refuses_a_norm_that_the_framework_does_not_have() {
    let work = Work::empty();
    let typed = "new cases/nieuw --municipality X --frameworks fte-capacity:CA-1,CA-66";
    assert_snapshot!(work.run(typed).seen(), @"
    fout[R203]: norm `CA-66` bestaat niet in `fte-capacity`
    --> --frameworks

    status 1
    ");
    assert!(work.files().is_empty(), "{:?}", work.files());
}

#[test]
fn a_new_case_passes_check_whatever_the_arguments_of_new() {
    let names = ["'s-Hertogenbosch: \"A\" # {{ x }} \\ | é", "Twee\nregels", "Tab\ten \u{7}"];
    for name in names {
        let work = Work::empty();
        let new = work.run_each(&["new", "cases/nieuw", "--date", "2026", "--municipality", name]);
        let check = work.run("check cases/nieuw --format short");
        assert!(new.status != 0 || check.status == 0, "{name:?}: {}", check.seen());
    }
    let work = Work::empty();
    let new = work.run("new cases/nieuw --municipality N --frameworks bibob,bibob");
    assert!(new.status != 0 || work.run("check cases/nieuw").status == 0, "bibob twice");
}

#[test]
fn values_may_have_capitals() {
    let work = Work::with_case();
    let run = work.run("nota cases/proef --format MD,Html --document Summary --lang NL");
    assert_eq!(run.stdout, "output/proef/samenvatting.md\noutput/proef/samenvatting.html\n");
}

#[test]
fn wrong_usage_is_status_2() {
    let work = Work::with_case();
    for arguments in [
        "toets",
        "check",
        "nota",
        "render",
        "new cases/x",
        "check cases/proef --format xml",
        "nota cases/proef --format rtf",
        "new cases/x --municipality X --date morgen",
    ] {
        assert_eq!(work.run(arguments).status, 2, "{arguments}");
    }
}

#[test]
fn a_machine_that_fails_us_is_status_3() {
    let work = Work::with_case();
    work.write("bezet", "een bestand, geen map");
    let run = work.run("nota cases/proef --format md --output bezet");
    assert_snapshot!(run.seen(), @"
    fout: de computer liet dit niet toe: bezet/proef: een deel van dit pad is een bestand en geen map
    status 3
    ");
}

#[test]
fn results_go_to_stdout_and_problems_to_stderr() {
    let work = Work::with_case();
    let good = work.run("nota cases/proef");
    assert_eq!(
        (good.stdout.as_str(), good.stderr.as_str()),
        ("output/proef/nota.md\noutput/proef/nota.pdf\n", "")
    );
    work.edit("case.yaml", "status: concept", "status: konsept");
    for command in ["nota", "score"] {
        let bad = work.run(&format!("{command} cases/proef"));
        assert_eq!((bad.status, bad.stdout.as_str()), (1, ""));
        let told = "cases/proef/case.yaml:15:11: fout[R124]: onbekende waarde `konsept`";
        assert_eq!(bad.problems(), told, "{command}");
    }
}

#[test]
fn nothing_is_written_where_one_of_two_cases_is_in_error() {
    let work = Work::with_case();
    work.add_case("goed");
    let before = work.files();
    work.edit("case.yaml", "status: concept", "status: konsept");
    assert_snapshot!(work.run("nota cases/goed cases/proef").seen(), @"
    fout[R124]: onbekende waarde `konsept`
      --> cases/proef/case.yaml:15:11
       |
    15 |   status: konsept
       |           ^^^^^^^ verwacht: concept, definitief, reconstructie, fictief
       |
    hulp: bedoelde u `concept`?

    1 fout
    er is niets geschreven
    status 1
    ");
    assert_eq!(work.files(), before);
}

#[test]
fn nothing_is_written_where_one_of_two_notas_cannot_be_set() {
    let work = Work::with_case();
    work.add_case("goed");
    let before = work.files();
    work.edit("case.yaml", "wil weten", "&#x4E2D; wil weten");
    assert_eq!(work.run("nota cases/goed cases/proef").status, 1);
    assert_eq!(work.files(), before);
}

#[test]
fn several_cases_a_call_each_get_their_own_folder() {
    let work = Work::with_case();
    work.add_case("ander");
    assert_eq!(work.run("nota cases/proef cases/ander/ --output uit --format pdf").status, 0);
    let written: Vec<_> = work.files().into_iter().filter(|f| f.starts_with("uit/")).collect();
    assert_eq!(written, ["uit/ander/nota.pdf", "uit/proef/nota.pdf"]);
}

#[test]
fn two_cases_whose_notas_would_overwrite_each_other_are_refused() {
    let work = Work::with_case();
    for file in ["case.yaml", "sources.yaml", FINDINGS] {
        work.write(&format!("oud/proef/{file}"), work.bytes(&format!("cases/proef/{file}")));
    }
    let before = work.files();
    assert_eq!(work.run("nota cases/proef oud/proef --format md").status, 1);
    assert_eq!(work.files(), before);
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let (one, other) = (Work::with_case(), Work::with_case());
    one.shorten_nota();
    other.shorten_nota();
    other.add_case("ander");
    assert_eq!(one.run("nota cases/proef").status, 0);
    assert_eq!(other.run("nota cases/ander cases/proef").status, 0);
    for file in ["output/proef/nota.md", "output/proef/nota.pdf"] {
        assert!(one.bytes(file) == other.bytes(file), "{file} differs");
    }
    let first = one.bytes("output/proef/nota.pdf");
    assert_eq!(one.run("nota cases/proef").status, 0, "an unedited nota is written again");
    assert_eq!(one.run("render output/proef/nota.md").status, 0);
    assert!(one.bytes("output/proef/nota.pdf") == first, "rendered again, the PDF differs");
}

#[test]
fn score_shows_a_table_and_says_the_same_as_json_and_csv() {
    let work = Work::with_case();
    let table = work.run("score cases/proef").stdout;
    let table: Vec<_> = table.lines().map(str::trim_end).collect();
    assert_snapshot!(table.join("\n"), @"
    Proefstad (proef): Concept

    Capaciteit 1.0.0
    ┌──────┬────────────────────────┬───────────────────────┬──────────────┬────────┐
    │ norm ┆ naam                   ┆ oordeel               ┆ onderbouwing ┆ let op │
    ╞══════╪════════════════════════╪═══════════════════════╪══════════════╪════════╡
    │ CA-1 ┆ Omvang van de formatie ┆ ◕ voldoet grotendeels ┆ sterk        ┆        │
    │ CA-2 ┆ Vaste financiering     ┆ ◑ voldoet deels       ┆ sterk        ┆        │
    │ CA-3 ┆ Regie belegd           ┆ ◕ voldoet grotendeels ┆ sterk        ┆        │
    │ CA-4 ┆ Deskundigheid geborgd  ┆ ◌ niet onderzocht     ┆              ┆        │
    │ CA-5 ┆ Tijd echt besteed      ┆ ? niet te beoordelen  ┆              ┆        │
    │ CA-6 ┆ Ruimte voor toezicht   ┆ ◕ voldoet grotendeels ┆ smal         ┆        │
    └──────┴────────────────────────┴───────────────────────┴──────────────┴────────┘
    ◕ voldoet grotendeels. 3 voldoet grotendeels, 1 voldoet deels, 2 niet beoordeeld. De beoordeelde normen halen samen 9 van 15 punten.
    ");
    let csv = work.run("score cases/proef --format csv").seen();
    // The mark by which Excel knows UTF-8.
    assert_snapshot!(csv.strip_prefix('\u{FEFF}').unwrap_or("no mark"), @"
    case;gemeente;kader;versie;norm;gewicht;oordeel;onderbouwing;wettelijke plicht;tegenspraak;afgeweken
    proef;Proefstad;fte-capacity;1.0.0;CA-1;2;grotendeels;sterk;nee;nee;nee
    proef;Proefstad;fte-capacity;1.0.0;CA-2;1;deels;sterk;nee;nee;nee
    proef;Proefstad;fte-capacity;1.0.0;CA-3;1;grotendeels;sterk;nee;nee;nee
    proef;Proefstad;fte-capacity;1.0.0;CA-4;1;niet-onderzocht;;nee;nee;nee
    proef;Proefstad;fte-capacity;1.0.0;CA-5;1;niet-te-beoordelen;;nee;nee;nee
    proef;Proefstad;fte-capacity;1.0.0;CA-6;1;grotendeels;smal;nee;nee;nee
    status 0
    ");
    let json = work.run("score cases/proef --format json").stdout;
    let card: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(card["frameworks"][0]["framework"], "fte-capacity", "{json}");
    assert_eq!(card["frameworks"][0]["judgements"].as_array().map(Vec::len), Some(6), "{json}");
}

#[test]
fn no_spreadsheet_runs_what_was_typed_in_a_scorecard() {
    let work = Work::with_case();
    let formula = r#"name: "=cmd|' /C calc'!A0""#;
    work.edit("case.yaml", "name: Proefstad", formula);
    std::fs::rename(work.path("cases/proef"), work.path("cases/=1+1")).expect("a folder");
    let csv = work.run("score cases/=1+1 --format csv").stdout;
    let rows: Vec<Vec<&str>> =
        csv.lines().skip(1).map(|row| row.split(';').take(2).collect()).collect();
    let safe: Vec<&str> = vec!["'=1+1", "'=cmd|' /C calc'!A0"];
    assert_eq!(rows, vec![safe; 6]);
}

#[test]
fn score_of_several_cases_is_one_list_with_one_header() {
    let work = Work::with_case();
    work.add_case("ander");
    let csv = work.run("score cases/proef cases/ander --format csv").stdout;
    let cases: Vec<_> = csv
        .lines()
        .map(|l| l.trim_start_matches('\u{FEFF}').split(';').next().unwrap_or(""))
        .collect();
    assert_eq!(cases, [["case"].as_slice(), &["proef"; 6], &["ander"; 6]].concat());
    let json = work.run("score cases/proef cases/ander --format json").stdout;
    let cards: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(cards.as_array().map(Vec::len), Some(2));
}

#[test]
fn a_framework_in_the_folder_wins_over_the_embedded_one() {
    let work = Work::with_case();
    let embedded = FRAMEWORK;
    work.write(
        "frameworks/fte-capacity.yaml",
        embedded.replace("name: Ruimte voor toezicht", "name: Eigen naam"),
    );
    let table = work.run("score cases/proef").stdout;
    let row = table.lines().find(|line| line.contains("CA-6")).unwrap_or_default();
    assert_snapshot!(row, @"│ CA-6 ┆ Eigen naam             ┆ ◕ voldoet grotendeels ┆ smal         ┆        │");

    work.write(
        "frameworks/eigen.yaml",
        embedded.replace("id: fte-capacity", "id: eigen").replace("id: CA-", "id: EI-"),
    );
    let new = work.run("new cases/nieuw --municipality Nieuwstad --frameworks eigen --date 2026");
    assert_eq!(new.status, 0, "{}", new.stderr);
    let findings = work.read("cases/nieuw/findings/eigen.yaml");
    let norms: Vec<&str> = findings.lines().filter_map(|l| l.strip_prefix("  - id: ")).collect();
    assert_eq!(norms, ["EI-1", "EI-2", "EI-3", "EI-4", "EI-5", "EI-6"]);
}

#[test]
fn two_cases_share_a_framework_and_its_problems_are_told_once() {
    let work = Work::with_case();
    work.add_case("ander");
    let embedded = FRAMEWORK;
    let broken = embedded.replacen(
        "De gemeente {{ municipality }} heeft",
        "De gemeente {{ gemeente }} heeft",
        1,
    );
    work.write("frameworks/fte-capacity.yaml", broken);
    assert_snapshot!(work.run("check cases/proef cases/ander").seen(), @"
    fout[R502]: sjabloon is niet in te vullen: een naam die het sjabloon gebruikt bestaat niet
      --> frameworks/fte-capacity.yaml:26:17
       |
    26 |     conclusion: De gemeente {{ gemeente }} heeft de capaciteit voor de aanpak van ondermijning op orde.
       |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    hulp: welke namen er zijn, staat in de handleiding onder Normenkaders en onder Sjablonen en huisstijl

    1 fout
    status 1
    ");
}

#[test]
fn a_case_can_be_named_by_a_dot_from_within() {
    let work = Work::empty();
    assert_eq!(work.run(NEW).status, 0);
    let run = work.run_in("cases/nieuw", &["nota", ".", "--format", "md"]);
    assert_eq!(run.stdout, "output/nieuw/nota.md\n", "{}", run.stderr);
}

#[test]
fn help_is_in_dutch() {
    let help = Work::empty().run("--help").stdout;
    assert!(help.starts_with("Van bevindingen naar een bestuurlijke nota\n"), "{help}");
}

#[test]
fn placeholders_of_values_are_in_dutch() {
    let work = Work::empty();
    let mut seen = BTreeSet::new();
    for command in [
        "new",
        "framework new",
        "framework upgrade",
        "check",
        "status",
        "explain",
        "trace",
        "score",
        "nota",
        "hearing",
        "import",
        "render",
        "watch",
        "publish",
        "compare",
        "register",
        "metadossier",
        "schema",
        "completions",
    ] {
        let help = work.run(&format!("{command} --help")).stdout;
        let options = help.lines().filter(|line| line.trim_start().starts_with('-'));
        let named = options.filter_map(|line| line.split_once('<')?.1.split_once('>'));
        seen.extend(named.map(|(name, _)| name.to_owned()));
    }
    assert_snapshot!(Vec::from_iter(seen).join(" "), @"BESTAND CASE CODE CSV DATUM DOCUMENT GETAL GROEP,GROEP GROEPERING JAAR KADER KENMERK KOPPELING MAP NAAM NIVEAU NIVEAUS ONDERDEEL POORT ROL SOORT:NAAM TAAL TABEL TITEL VOLGORDE VORM WELKE");
}
