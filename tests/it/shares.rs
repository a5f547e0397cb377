//! Shares: counted in how many of how many, of all there are or of a sample.

use crate::common::comparisons::{MD, compared, json};
use crate::common::{FINDINGS, FRAMEWORK, Work, changed, check_with};
use insta::assert_snapshot;
use rekenkamer::assets::Assets;
use rekenkamer::load::Loader;
use rekenkamer::model::{Amount, Counted};
use rekenkamer::score::seal;

/// The number of CA-2, a part of a whole with thresholds at 90, 70 and 40%.
const VALUE: &str = "        value: 66.7\n        unit: \"%\"\n";

pub const NOTA: &str = "output/proef/nota.md";

pub const REPORT: &str = "output/proef/nota-van-bevindingen.md";

/// The valid case with these keys at CA-2.
pub fn with(keys: &str) -> Work {
    changed(&[(FINDINGS, VALUE, &lines(keys))])
}

/// Keys of a finding, separated by `; `, as lines of YAML.
fn lines(keys: &str) -> String {
    keys.split("; ").map(|key| format!("        {key}\n")).collect()
}

/// What `check` says of these keys at CA-2, a line a problem.
fn told(keys: &str) -> String {
    with(keys).check_short()
}

/// The part of the report on CA-2.
pub fn norm(work: &Work) -> String {
    let run = work.run("nota cases/proef --document report --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let report = work.read(REPORT);
    let parts = report.split("\n## ");
    let part: String = parts.filter(|part| part.starts_with("CA-2 ")).collect();
    part.lines()
        .filter(|line| line.starts_with("**Oordeel") || line.starts_with("Deel van"))
        .chain(part.lines().filter(|line| line.starts_with("*Uitkomst")))
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_share_has_both_counts_and_no_value_beside_them() {
    assert_snapshot!(told("count: 17; of: 20"), @"
    geen problemen gevonden
    status 0
    ");
    assert_snapshot!(told("count: 17; of: 20; population: 50; unit: \"%\""), @"
    geen problemen gevonden
    status 0
    ");
    assert_snapshot!(told("count: 17"), @"
    cases/proef/findings/fte-capacity.yaml:19:9: fout[R111]: sleutel `of` ontbreekt
    1 fout
    status 1
    ");
    assert_snapshot!(told("of: 20"), @"
    cases/proef/findings/fte-capacity.yaml:19:9: fout[R111]: sleutel `count` ontbreekt
    1 fout
    status 1
    ");
    assert_snapshot!(told("population: 20"), @"
    cases/proef/findings/fte-capacity.yaml:19:9: fout[R111]: sleutel `count` ontbreekt
    cases/proef/findings/fte-capacity.yaml:19:9: fout[R111]: sleutel `of` ontbreekt
    2 fouten
    status 1
    ");
    assert_snapshot!(told("count: 17; of: 20; value: 85; unit: \"%\""), @"
    cases/proef/findings/fte-capacity.yaml:24:16: fout[R302]: `value` past niet bij norm `CA-2`, die vraagt om één van drie: `count` met `of`, een `value` met `unit`, of een `level` met `level-reason`
    1 fout
    status 1
    ");
    assert_snapshot!(told("count: 17; of: 20; unit: fte"), @"
    cases/proef/findings/fte-capacity.yaml:24:15: fout[R303]: eenheid `fte`, de norm rekent in `%`
    1 fout
    status 1
    ");
    assert_snapshot!(told("count: 17; of: 20; level: voldoet"), @"
    cases/proef/findings/fte-capacity.yaml:24:16: fout[R302]: `level` past niet bij norm `CA-2`, die vraagt om één van drie: `count` met `of`, een `value` met `unit`, of een `level` met `level-reason`
    1 fout
    status 1
    ");
    assert_snapshot!(told("count: 17; of:"), @"
    cases/proef/findings/fte-capacity.yaml:23:11: fout[R116]: sleutel `of` heeft geen waarde
    1 fout
    status 1
    ");
}

#[test]
fn a_count_is_at_most_what_it_is_part_of() {
    assert_snapshot!(told("count: 21; of: 20"), @"
    cases/proef/findings/fte-capacity.yaml:22:16: fout[R125]: `21` past hier niet: verwacht hooguit 20, het getal bij `of`
    1 fout
    status 1
    ");
    assert_snapshot!(told("count: 3; of: 20; population: 19"), @"
    cases/proef/findings/fte-capacity.yaml:23:13: fout[R125]: `20` past hier niet: verwacht hooguit 19, het getal bij `population`
    1 fout
    status 1
    ");
    assert_snapshot!(told("count: 0; of: 0"), @"
    cases/proef/findings/fte-capacity.yaml:23:13: fout[R125]: `0` past hier niet: verwacht een geheel getal van 1 tot en met 1000000000
    1 fout
    status 1
    ");
    assert_snapshot!(told("count: -1; of: 20"), @"
    cases/proef/findings/fte-capacity.yaml:22:16: fout[R125]: `-1` past hier niet: verwacht een geheel getal van 0 tot en met 1000000000
    1 fout
    status 1
    ");
    assert_snapshot!(told("count: 8,5; of: 20; population: 1.000"), @"
    cases/proef/findings/fte-capacity.yaml:22:16: fout[R125]: `8,5` past hier niet: verwacht een geheel getal van 0 tot en met 1000000000
    cases/proef/findings/fte-capacity.yaml:24:21: fout[R125]: `1.000` past hier niet: verwacht een geheel getal van 1 tot en met 1000000000
    2 fouten
    status 1
    ");
}

#[test]
fn only_a_part_of_a_whole_is_counted() {
    let fte = "        value: 4.5\n        unit: fte\n";
    assert_snapshot!(check_with(FINDINGS, fte, &lines("count: 4; of: 5")), @"
    fout[R302]: `count` past niet bij norm `CA-1`, die vraagt om een `value` in fte; tellen met `count` en `of` kan alleen bij een deel van een geheel, in % en zonder vergelijking of omrekening
      --> cases/proef/findings/fte-capacity.yaml:10:16
       |
    10 |         count: 4
       |                ^
       |
    hulp: geef wat de norm vraagt; wat u verder vond, hoort in `condition`; meet de norm iets anders, verander dan `measure` in het normenkader

    fout[R302]: `of` past niet bij norm `CA-1`, die vraagt om een `value` in fte; tellen met `count` en `of` kan alleen bij een deel van een geheel, in % en zonder vergelijking of omrekening
      --> cases/proef/findings/fte-capacity.yaml:11:13
       |
    11 |         of: 5
       |             ^
       |
    hulp: geef wat de norm vraagt; wat u verder vond, hoort in `condition`; meet de norm iets anders, verander dan `measure` in het normenkader

    2 fouten
    status 1
    ");
    let work = changed(&[(FINDINGS, "        level: grotendeels\n", &lines("count: 4; of: 5"))]);
    assert_snapshot!(work.check_short(), @"
    cases/proef/findings/fte-capacity.yaml:53:16: fout[R302]: `count` past niet bij norm `CA-6`, die vraagt om een `level`
    cases/proef/findings/fte-capacity.yaml:54:13: fout[R302]: `of` past niet bij norm `CA-6`, die vraagt om een `level`
    2 fouten
    status 1
    ");
    let run = with("count: 21; of: 20").run("check cases/proef --lang en");
    assert_snapshot!(run.seen(), @"
    error[R125]: `21` does not fit here: expected at most 20, the number at `of`
      --> cases/proef/findings/fte-capacity.yaml:22:16
       |
    22 |         count: 21
       |                ^^

    1 error
    status 1
    ");
}

#[test]
fn a_part_of_a_whole_is_at_most_100_percent_unless_the_framework_says_otherwise() {
    assert_snapshot!(check_with(FINDINGS, "value: 66.7", "value: 667"), @"
    fout[R125]: `667` past hier niet: verwacht een percentage van 0 tot en met 100, want het is een deel van een geheel
      --> cases/proef/findings/fte-capacity.yaml:22:16
       |
    22 |         value: 667
       |                ^^^
       |
    hulp: kan dit percentage boven de 100 uitkomen, zet dan `over-100: true` bij `measure` in het normenkader

    1 fout
    status 1
    ");
    let over = "      better: higher\n      over-100: true\n";
    let work = with("value: 110; unit: \"%\"");
    let framework = FRAMEWORK;
    let from = framework.find("  - id: CA-2").expect("CA-2");
    let (before, after) = framework.split_at(from);
    work.write(
        "frameworks/fte-capacity.yaml",
        format!("{before}{}", after.replacen("      better: higher\n", over, 1)),
    );
    assert_snapshot!(work.check_short(), @"
    geen problemen gevonden
    status 0
    ");
    // What may be above 100% is no part of a whole, so it cannot be counted.
    work.edit(FINDINGS, "        value: 110\n", "        count: 11\n        of: 10\n");
    assert_snapshot!(work.check_short(), @"
    cases/proef/findings/fte-capacity.yaml:22:16: fout[R302]: `count` past niet bij norm `CA-2`, die vraagt om een `value` in %; tellen met `count` en `of` kan alleen bij een deel van een geheel, in % en zonder vergelijking of omrekening
    cases/proef/findings/fte-capacity.yaml:23:13: fout[R302]: `of` past niet bij norm `CA-2`, die vraagt om een `value` in %; tellen met `count` en `of` kan alleen bij een deel van een geheel, in % en zonder vergelijking of omrekening
    2 fouten
    status 1
    ");
}

#[test]
fn a_scorecard_holds_the_counts_and_is_read_back() {
    let work = with("count: 17; of: 20; population: 50");
    work.add_municipality("Esdorp", &[(FINDINGS, VALUE, &lines("count: 5; of: 8"))]);
    let card = work.scorecard("proef", "kaart.json");
    let value: serde_json::Value = serde_json::from_str(&card).expect("JSON");
    assert_eq!(value["format"], 3);
    let given = serde_json::json!({ "count": 17, "of": 20, "population": 50 });
    assert_eq!(value["quantities"][1]["given"], given);
    compared(&work, "kaart.json cases/esdorp --format md,json,csv");
    let figures = json(&work)["figures"].clone();
    let financing = figures.as_array().and_then(|f| f.iter().find(|f| f["criterion"] == "CA-2"));
    let values = financing.expect("CA-2")["values"].clone();
    assert_eq!((&values[0]["value"], &values[1]["value"]), (&"85/1".into(), &"125/2".into()));
    let text = work.read(MD);
    let row = text.lines().find(|line| line.starts_with("| CA-2 Deel")).expect("CA-2");
    assert_snapshot!(row, @"| CA-2 Deel van de formatie dat uit vast geld wordt betaald | % | 2 | 5 van de 8 (Esdorp) | – | – | – | 85 (Proefstad) |");
    let table = work.read(&MD.replace(".md", ".csv"));
    let values =
        table.lines().filter(|line| line.starts_with("Cijfers;;CA-2") && line.contains(";Waarde;"));
    assert_snapshot!(values.collect::<Vec<_>>().join("\n"), @"
    Cijfers;;CA-2 Deel van de formatie dat uit vast geld wordt betaald / Proefstad;Waarde;85;85
    Cijfers;;CA-2 Deel van de formatie dat uit vast geld wordt betaald / Esdorp;Waarde;5 van de 8;
    ");
    let change = ("\"count\": 17", "\"count\": 21");
    work.write("kaart.json", card.replacen(change.0, change.1, 1));
    assert_snapshot!(work.run("compare kaart.json cases/esdorp --format md").seen(), @r#"
    fout[R125]: `21` past hier niet: verwacht hooguit 20, het getal bij `of`
       --> kaart.json:166:18
        |
    166 |         "count": 21,
        |                  ^^

    1 fout
    er is niets geschreven
    status 1
    "#);
}

/// Whoever changes a scorecard can compute its seal anew.
#[test]
fn a_scorecard_with_counts_on_a_norm_that_measures_no_share_is_refused() {
    let work = Work::with_case();
    work.add_municipality("Esdorp", &[]);
    work.scorecard("proef", "kaart.json");
    let mut card = Loader::new(Assets::embedded()).scorecards(&work.path("kaart.json")).remove(0);
    card.quantities[0].given = Amount::Counted(Counted { count: 4, of: 8, population: None });
    card.seal = seal(&card);
    work.write("kaart.json", serde_json::to_vec_pretty(&card).expect("JSON"));
    assert_snapshot!(work.run("compare kaart.json cases/esdorp --format md").seen(), @"
    fout[R239]: norm `CA-1` van deze scorekaart past niet bij normenkader fte-capacity 1.0.0: het getal bij deze norm kan zo niet zijn
    --> kaart.json
     |
    hulp: vraag om een scorekaart die het programma zelf maakte

    1 fout
    er is niets geschreven
    status 1
    ");
}

/// The members of a council can be counted, so that a share of them tells which council it is.
#[test]
fn an_anonymous_share_is_a_whole_percentage() {
    let work = Work::with_case();
    let council = "count: 31; of: 37; population: 40";
    work.add_municipality("Zuiddorp", &[(FINDINGS, VALUE, &lines(council))]);
    work.add_municipality(
        "Vlietdam",
        &[(FINDINGS, VALUE, &lines("count: 5; of: 8; population: 9"))],
    );
    let rounded_down = "count: 30; of: 37; population: 40";
    work.add_municipality("Walburg", &[(FINDINGS, VALUE, &lines(rounded_down))]);
    let given = |arguments: &str| {
        compared(&work, &format!("cases {arguments} --format json"));
        let figures = json(&work)["figures"].clone();
        let financing =
            figures.as_array().and_then(|f| f.iter().find(|f| f["criterion"] == "CA-2"));
        let values = financing.expect("CA-2")["values"].as_array().cloned().unwrap_or_default();
        // The codes, and so the places, follow from the contents of the cases.
        let mut given: Vec<_> = values.iter().map(|value| value["given"].to_string()).collect();
        given.sort();
        given.join(" ")
    };
    let named = r#""66.7" {"count":30,"of":37,"population":40} {"count":31,"of":37,"population":40} {"count":5,"of":8,"population":9}"#;
    assert_eq!(given(""), named);
    assert_eq!(given("--anonymise"), r#""66.7" "81" "84" {"count":5,"of":8}"#);
}

#[test]
fn a_new_case_asks_for_counts_where_a_norm_asks_for_a_share() {
    let work = Work::empty();
    let run = work.run(
        "new esdorp --municipality Esdorp --date 2026-01-01 --frameworks fte-capacity:CA-1,CA-2",
    );
    assert_eq!(run.status, 0, "{}", run.stderr);
    let path = work.files().into_iter().find(|file| file.ends_with("fte-capacity.yaml"));
    let text = work.read(&path.expect("a file of findings"));
    let asked = text.lines().filter(|line| {
        ["value:", "unit:", "count:", "of:", "population:"].iter().any(|key| line.contains(key))
    });
    assert_snapshot!(asked.collect::<Vec<_>>().join("\n"), @r#"
    #   value: …
    #   unit: "fte"
    #   count: …        # in hoeveel
    #   of: …           # van hoeveel die u bekeek
    #   population: …   # alleen bij een steekproef: uit hoeveel die kwamen
    #   # telde u niet zelf, dan in plaats hiervan value: … en unit: "%"
    "#);
}
