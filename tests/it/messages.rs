//! Messages in two languages, and for other programs.

use crate::common::schema::violations;
use crate::common::{FINDINGS, Work, changed};
use insta::assert_snapshot;
use serde_json::Value;

/// A case with an error, a warning, a place to fill in, and letters that are more bytes than one.
fn troubled() -> Work {
    changed(&[
        (
            FINDINGS,
            "- source: D01\n          - source: I01",
            "- source: D01\n          - source: I10",
        ),
        ("case.yaml", "title: Ondermijning\n", "title: Één plek #1\n"),
        ("case.yaml", "      answer: |\n        Bijna.\n", ""),
    ])
}

#[test]
fn a_message_says_the_same_in_english() {
    let work = troubled();
    assert_snapshot!(work.run("check cases/proef --lang en").seen(), @"
    warning[R117]: what stands behind ` #` is a comment to YAML; it does not come into the report
     --> cases/proef/case.yaml:9:19
      |
    9 |   title: Één plek #1
      |                   ^^
      |
    help: if it belongs to the text, put the whole text in quotation marks

    error[R204]: source `I10` is not in `sources.yaml`
      --> cases/proef/findings/fte-capacity.yaml:36:21
       |
    36 |           - source: I10
       |                     ^^^
       |
    help: did you mean `I01`?

    1 error, 1 warning
    status 1
    ");
}

#[test]
fn the_language_is_that_of_the_locale_unless_it_is_asked_for() {
    let said = |locale: &str, asked: &[&str]| {
        let work = troubled();
        let arguments = [&["check", "cases/proef"], asked].concat();
        let run = work.run_speaking(locale, &arguments);
        run.stdout.lines().next().unwrap_or_default().to_owned()
    };
    for (locale, asked, word) in [
        ("nl_NL.UTF-8", &[][..], "fout["),
        ("nl", &[], "fout["),
        ("en_GB.UTF-8", &[], "error["),
        ("C", &[], "error["),
        ("C", &["--lang", "nl"], "fout["),
        ("nl_NL.UTF-8", &["--lang=en"], "error["),
    ] {
        let first = said(locale, asked);
        let any = ["fout[", "error[", "waarschuwing[", "warning["];
        assert!(any.iter().any(|any| first.starts_with(any)), "{first}");
        let dutch = first.starts_with("fout[") || first.starts_with("waarschuwing[");
        assert_eq!(dutch, word == "fout[", "{locale} {asked:?}: {first}");
    }
}

#[test]
fn json_has_every_problem_with_its_place_in_characters() {
    let work = troubled();
    let run = work.run("check cases/proef --format json");
    assert_eq!(run.status, 1);
    let told: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let problems = told["problems"].as_array().expect("a list");
    let short = work.run("check cases/proef --format short").stdout;
    assert_eq!(problems.len(), short.lines().count(), "{short}");
    for (problem, line) in problems.iter().zip(short.lines()) {
        let text = |key: &str| problem[key].as_str().unwrap_or_default();
        let at = |key: &str| problem["start"][key].as_u64().unwrap_or_default();
        let place = format!("{}:{}:{}: ", text("file"), at("line"), at("column"));
        assert!(line.starts_with(&place), "{place} {line}");
        assert!(line.ends_with(&format!("[{}]: {}", text("code"), text("message"))), "{line}");
    }
    let hash = problems.iter().find(|p| p["code"] == "R117").expect("the hash");
    let ends = |key: &str| (hash[key]["line"].as_u64(), hash[key]["column"].as_u64());
    assert_eq!((ends("start"), ends("end")), ((Some(9), Some(19)), (Some(9), Some(21))));
    assert_eq!(hash["text"], "#1");
    assert_eq!(told["errors"], 1);
}

#[test]
fn sarif_is_valid_under_its_schema_and_names_every_rule() {
    // The schema is that of OASIS, SARIF 2.1.0, as published with the standard. One of its patterns
    // has a lone bracket, which stricter dialects want escaped.
    let text = include_str!("../fixtures/sarif-2.1.0.schema.json").replace("{2}]?$", "{2}\\\\]?$");
    let schema: Value = serde_json::from_str(&text).expect("the schema");
    let work = troubled();
    work.write("cases/zonder/leeg.txt", "");
    for arguments in
        ["check cases/proef --format sarif", "check cases/zonder --format sarif --lang en"]
    {
        let told: Value = serde_json::from_str(&work.run(arguments).stdout).expect("JSON");
        assert_eq!(violations(&schema, &told), [""; 0], "{arguments}");
        let run = &told["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        for result in run["results"].as_array().expect("results") {
            let rule = usize::try_from(result["ruleIndex"].as_u64().expect("an index"));
            assert_eq!(result["ruleId"], rules[rule.expect("small")]["id"]);
        }
    }
}

#[test]
fn a_path_that_no_address_can_hold_is_encoded() {
    let work = Work::empty();
    work.write("cases/50% #1/leeg.txt", "");
    let run = work.run_each(&["check", "cases/50% #1", "--format", "sarif"]);
    let told: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let place = &told["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "cases/50%25%20%231", "{told:#}");
}

#[test]
fn no_machine_readable_form_tells_a_protected_name() {
    let work = Work::with_case();
    work.write(
        "cases/proef/confidential.yaml",
        "people:\n  - source: I01\n    name: Anneke Verschuur\n",
    );
    work.edit(FINDINGS, "De gemeente heeft 4,5 fte.", "Anneke Verschuur <b>zei</b> iets.");
    for format in ["text", "short", "json", "sarif"] {
        let run = work.run(&format!("check cases/proef --format {format}"));
        assert!(run.stdout.contains("R402"), "{format}: {}", run.stdout);
        assert!(!run.stdout.contains("Verschuur"), "{format}: {}", run.stdout);
    }
}

#[test]
fn a_command_that_cannot_be_is_told_in_the_language() {
    let work = Work::with_case();
    let said = |arguments: &str| {
        let run = work.run(arguments);
        assert_eq!(run.status, 2, "{arguments}");
        assert_eq!(run.stdout, "");
        run.stderr
    };
    assert_snapshot!(said("check cases/proef --formt text"), @"
    fout: `--formt` is hier niet bekend
    hulp: bedoelde u `--format`?
    met `--help` achter de opdracht ziet u wat kan
    ");
    assert_snapshot!(said("check cases/proef --format word"), @"
    fout: `word` past niet bij `--format <VORM>`
    hulp: er zijn: text, short, json, sarif
    met `--help` achter de opdracht ziet u wat kan
    ");
    assert_snapshot!(said("nota"), @"
    fout: dit ontbreekt: <CASE>...
    met `--help` achter de opdracht ziet u wat kan
    ");
    assert_snapshot!(said("chck cases/proef --lang en"), @"
    error: command `chck` does not exist
    help: did you mean `check`?
    `--help` behind the command shows what is possible
    ");
    assert_snapshot!(said("compare cases/proef --name ../x"), @"
    fout: `../x` past niet bij `--name <NAAM>`: geef de naam van één map, zonder streep
    met `--help` achter de opdracht ziet u wat kan
    ");
}
