//! A municipality that takes part by its scorecard alone: what travels, and what is refused.

use crate::common::{FINDINGS, FRAMEWORK, Run, Work};
use insta::assert_snapshot;
use rekenkamer::assets::Assets;
use rekenkamer::load::Loader;
use rekenkamer::score;
use std::path::Path;

/// Two municipalities, the second of them also as a scorecard in `kaart.json`.
fn work() -> (Work, String) {
    let work = Work::with_case();
    work.add_municipality("Esdorp", &[(FINDINGS, "level: grotendeels", "level: deels")]);
    let card = work.scorecard("esdorp", "kaart.json");
    (work, card)
}

/// What `compare` says of the scorecard after one change.
fn changed(from: &str, to: &str) -> Run {
    let (work, card) = work();
    assert!(card.contains(from), "{from} in {card}");
    work.write("kaart.json", card.replacen(from, to, 1));
    let run = work.run("compare cases/proef kaart.json --format json");
    assert!(run.status == 1 && !work.path("output").exists(), "{}", run.stderr);
    run
}

#[test]
fn a_scorecard_holds_no_source_and_no_finding() {
    let (work, card) = work();
    // What findings and sources say, from the files of the case themselves.
    for told in ["De gemeente heeft 4,5 fte", "p. 4", "Er is een plan", "Dit viel buiten de opzet"]
    {
        assert!(work.read(&format!("cases/esdorp/{FINDINGS}")).contains(told), "{told}");
        assert!(!card.contains(told), "{told}");
    }
    let sources = work.read("cases/esdorp/sources.yaml");
    for title in sources.lines().filter_map(|l| l.trim().strip_prefix("title: ")) {
        assert!(!card.contains(title), "{title}");
    }
    assert!(!card.contains("B-1") && !card.contains("D01"));
}

#[test]
fn a_scorecard_with_a_protected_name_is_not_given() {
    let (work, _) = work();
    work.write(
        "cases/esdorp/confidential.yaml",
        "people:\n  - source: I01\n    name: Anneke Verschuur\n    function: Adviseur\n",
    );
    let path = "cases/esdorp/case.yaml";
    let text = work.read(path);
    work.write(
        path,
        text.replace("title: Breid de formatie uit", "title: Vraag mevrouw Verschuur"),
    );
    let run = work.run("score cases/esdorp --format json");
    assert_snapshot!(run.seen(), @"
    waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    --> cases/esdorp/case.yaml
     |
    hulp: zet `key-file: true` in case.yaml; dan weet het programma het ook in een kopie zonder dat bestand

    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in scorekaart.json (regel 173)
    --> cases/esdorp/case.yaml:42:26
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    1 fout, 1 waarschuwing
    status 1
    ");
}

#[test]
fn a_scorecard_alone_compares_as_its_case_does() {
    let (work, _) = work();
    let frameworks = |arguments: &str| {
        let run = work.run(&format!("compare {arguments} --format json"));
        assert_eq!(run.status, 0, "{}", run.stderr);
        let text = work.read("output/vergelijking/vergelijking.json");
        let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        value["frameworks"].clone()
    };
    let by_case = frameworks("cases/proef cases/esdorp");
    assert_eq!(by_case, frameworks("cases/proef kaart.json"));
    // Several scorecards may stand in one file.
    let both = work.run("score cases/proef cases/esdorp --format json").stdout;
    work.write("beide.json", both);
    assert_eq!(by_case, frameworks("beide.json"));
}

/// Every framework that ships, by the scorecards of cases that ship.
#[test]
fn scorecards_of_shipped_cases_compare() {
    let work = Work::empty();
    let run = |case: &str, to: &str| {
        let folder = format!("{}/cases/voorbeeldregio-2026/{case}", env!("CARGO_MANIFEST_DIR"));
        let run = work.run_each(&["score", &folder, "--format", "json"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        work.write(to, run.stdout);
    };
    run("aldermark-2026", "een.json");
    run("vellemare-2026", "twee.json");
    let run = work.run("compare een.json twee.json --format json");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/vergelijking/vergelijking.json");
    let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    assert_eq!(value["frameworks"].as_array().map(Vec::len), Some(5));
}

/// A scorecard that the program wrote is read without places; one that was laid out otherwise with them.
#[test]
fn a_scorecard_says_the_same_however_it_is_laid_out() {
    let work = Work::empty();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    for case in ["zoetermeer-2022", "voorbeeldstad-2026", "inhuur-2026", "subsidies-2026"] {
        let mut loader = Loader::new(Assets::embedded());
        let card = score::score(&loader.case(&shipped.join(case)).expect("a case"));
        let written = serde_json::to_string_pretty(&card).expect("JSON") + "\n";
        let otherwise = serde_json::to_string(&card).expect("JSON");
        let read = |name: &str, text: String| {
            work.write(name, text);
            let mut loader = Loader::new(Assets::embedded());
            let cards = loader.scorecards(&work.path(name));
            assert_eq!((cards.len(), loader.report.iter().count()), (1, 0), "{case}");
            cards
        };
        assert_eq!(read("een.json", written), read("ander.json", otherwise), "{case}");
    }
}

/// Whoever changes a scorecard can compute its seal anew, and write it as the program does.
#[test]
fn a_scorecard_that_is_sealed_anew_is_read_as_strictly() {
    let (work, _) = work();
    let mut card = Loader::new(Assets::embedded()).scorecards(&work.path("kaart.json")).remove(0);
    let score = &mut card.frameworks[0];
    let mut judgements = score.judgements.clone();
    judgements[0].weight = 11;
    *score = score::framework_score(score.terms(), judgements);
    card.seal = score::seal(&card);
    work.write("kaart.json", serde_json::to_string_pretty(&card).expect("JSON") + "\n");
    let run = work.run("compare cases/proef kaart.json --format json");
    assert_snapshot!(run.problems(), @"kaart.json:97:21: fout[R125]: `11` past hier niet: verwacht een geheel getal van 1 tot en met 10");
}

#[test]
fn a_changed_judgement_shows_in_what_follows_from_it() {
    assert_snapshot!(changed("\"outcome\": \"deels\"", "\"outcome\": \"voldoet\"").seen(), @r#"
    fout[R215]: de scorekaart klopt niet: `derived` is deels, berekend is voldoet
       --> kaart.json:106:11
        |
    106 |           "criterion": "CA-2",
        |           ^^^^^^^^^^^ hier wijkt zij af van wat uit de rest van de kaart volgt
        |
    hulp: de scorekaart is na het maken veranderd; vraag de maker om een nieuwe

    1 fout
    er is niets geschreven
    status 1
    "#);
}

#[test]
fn a_changed_title_shows_in_the_seal() {
    let said = changed("\"title\": \"Ondermijning\"", "\"title\": \"Iets anders\"");
    assert_snapshot!(said.problems(), @"kaart.json:183:11: fout[R215]: de scorekaart klopt niet: `seal` is 213df08569bd6d7d2dc3d7ab…, berekend is 59bcef52cf89a32429c25faa…");
}

#[test]
fn a_scorecard_of_another_format_is_refused() {
    assert_snapshot!(changed("\"format\": 3", "\"format\": 1").seen(), @r#"
    fout[R213]: dit bestand heeft vorm 1, verwacht 3
     --> kaart.json:2:13
      |
    2 |   "format": 1,
      |             ^
      |
    hulp: maak het opnieuw met deze versie van het programma

    1 fout
    er is niets geschreven
    status 1
    "#);
}

#[test]
fn a_scorecard_is_read_as_strictly_as_a_case() {
    let told = [
        ("\"case\":", "\"kees\": \"x\", \"case\":"),
        ("\"case\":", "\"case\": \"x\", \"case\":"),
        ("\"overruled\": false", "\"overruled\": \"misschien\""),
        ("\"weight\": 1", "\"weight\": -1"),
        ("\"outcome\": \"deels\"", "\"outcome\": \"slecht\""),
        ("\"municipality\": {", "\"gemeente\": {"),
        ("{", ""),
    ];
    let told = told.map(|(from, to)| changed(from, to).problems());
    assert_snapshot!(told.join("\n"), @r#"
    kaart.json:2:3: fout[R215]: de scorekaart klopt niet: `` is {"case":"esdorp","contex…, berekend is {"case":"esdorp","contex…
    kaart.json:4:3: fout[R110]: onbekende sleutel `kees`
    kaart.json:4:11: fout[R215]: de scorekaart klopt niet: `case` is esdorp, berekend is x
    kaart.json:4:16: fout[R112]: sleutel `case` staat hier twee keer
    kaart.json:103:24: fout[R124]: onbekende waarde `misschien`
    kaart.json:107:21: fout[R125]: `-1` past hier niet: verwacht een geheel getal van 1 tot en met 10
    kaart.json:109:22: fout[R124]: onbekende waarde `slecht`
    kaart.json:5:3: fout[R110]: onbekende sleutel `gemeente`
    kaart.json:2:11: fout[R214]: dit is geen JSON: hier staat iets dat niet in JSON kan
    "#);
}

/// A framework of version 1.1.0, in which CA-3 is new and CA-2 was called CA-9.
pub fn newer(mapping: &str) -> String {
    FRAMEWORK.replacen("version: 1.0.0", "version: 1.1.0", 1).replacen(
        "criteria:\n",
        &format!("{mapping}criteria:\n"),
        1,
    )
}

#[test]
fn another_version_is_compared_only_through_the_mapping_in_the_framework() {
    let (work, _) = work();
    for name in ["proef", "berkwold"] {
        if name == "berkwold" {
            work.add_municipality("Berkwold", &[]);
        }
        let path = format!("cases/{name}/{FINDINGS}");
        work.write(&path, work.read(&path).replace("version: 1.0.0", "version: 1.1.0"));
    }
    work.write("frameworks/fte-capacity.yaml", newer(""));
    let compare = "compare cases/proef cases/berkwold kaart.json --format md,json";
    let run = work.run(compare);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/vergelijking/vergelijking.md");
    let refused = text.lines().find(|l| l.contains("zegt niet hoe")).unwrap_or_default();
    assert_snapshot!(refused, @"> - Esdorp: versie 1.0.0 van Capaciteit; het normenkader zegt niet hoe die bij versie 1.1.0 hoort.");
    let mapping = "earlier-versions:\n  - version: 1.0.0\n    criteria: {CA-1: CA-1, CA-6: CA-6}\n";
    work.write("frameworks/fte-capacity.yaml", newer(mapping));
    let run = work.run(compare);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/vergelijking/vergelijking.md");
    let esdorp = text.lines().find(|line| line.starts_with("| Esdorp |") && line.contains('×'));
    assert_eq!(esdorp.map(|line| line.matches(" × ").count()), Some(4), "{text}");
    let without = text.lines().find(|l| l.contains("hoort daarin geen norm")).unwrap_or_default();
    assert_snapshot!(without, @"> - Esdorp: versie 1.0.0 van Capaciteit; bij CA-2, CA-3, CA-4 en CA-5 hoort daarin geen norm.");
    let json = work.read("output/vergelijking/vergelijking.json");
    let value: serde_json::Value = serde_json::from_str(&json).unwrap_or_default();
    let entry = &value["frameworks"][0]["entries"][2];
    assert_eq!(entry["translated-from"], "1.0.0");
    // What has no counterpart is unknown, so coverage falls; it is never zero.
    assert_eq!(entry["score"]["counts"]["judged"], serde_json::Value::Null);
    assert_eq!(entry["score"]["counts"]["not-studied"], 4);
    // Under another id the number is that of the old norm, here 4,5 and not the 66,7 of its namesake.
    let mapping = "earlier-versions:\n  - version: 1.0.0\n    criteria: {CA-2: CA-1, CA-6: CA-6}\n";
    work.write("frameworks/fte-capacity.yaml", newer(mapping));
    let run = work.run(compare);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let json = work.read("output/vergelijking/vergelijking.json");
    let value: serde_json::Value = serde_json::from_str(&json).unwrap_or_default();
    let figures = value["figures"].as_array().cloned().unwrap_or_default();
    let told = figures.iter().filter(|figure| !figure["criterion"].is_null()).map(|figure| {
        let values = figure["values"].as_array().into_iter().flatten();
        let values: Vec<String> = values.map(|value| value["value"].to_string()).collect();
        format!("{} {} without {}", figure["criterion"], values.join(" "), figure["missing"])
    });
    assert_snapshot!(told.collect::<Vec<_>>().join("\n"), @r#"
    "CA-1" "9/2" "9/2" without [2]
    "CA-2" "667/10" "667/10" "9/2" without []
    "#);
}

#[test]
fn the_same_version_number_with_another_text_is_not_compared() {
    let (work, _) = work();
    work.add_municipality("Berkwold", &[]);
    let other = FRAMEWORK.replacen("norm: ", "norm: Ja, ", 1);
    work.write("frameworks/fte-capacity.yaml", other);
    let run = work.run("compare cases/proef cases/berkwold kaart.json --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/vergelijking/vergelijking.md");
    let told = text.lines().find(|l| l.contains("hetzelfde versienummer")).unwrap_or_default();
    assert_snapshot!(told, @"> - Esdorp: Capaciteit onder hetzelfde versienummer, maar met een andere tekst.");
}
