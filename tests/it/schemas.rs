//! The schemas: complete, current, true of all that ships, and able to catch mistakes.

#![expect(clippy::expect_used, reason = "a test stops where its files are not as they should be")]

use crate::common::Work;
use crate::common::schema::violations;
use rekenkamer::load::schema::{FOLDER, Unsaid, file_name, names, schema, unsaid};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).expect("YAML")
}

/// What the schema finds wrong with a text, by an independent validator.
fn problems(name: &str, text: &str) -> Vec<String> {
    let schema = schema(name).expect("a schema of this name");
    violations(&schema, &yaml(text))
}

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        if entry.path().is_dir() {
            files(&entry.path(), into);
        } else if entry.path().extension().is_some_and(|e| e == "yaml") {
            into.push(entry.path());
        }
    }
}

/// Which schema a file of the repository is under.
fn kind(path: &str) -> &'static str {
    match path.rsplit('/').next().expect("a name") {
        "case.yaml" => "case",
        "sources.yaml" => "sources",
        "shared.yaml" => "shared",
        "confidential.yaml" => "confidential",
        "study.yaml" => "study",
        "joint.yaml" => "joint",
        "words.yaml" => "words",
        "sub-questions.yaml" => "sub-questions",
        "register.yaml" => "register",
        "hearing.yaml" => "hearing",
        "hearing-sent.yaml" => "hearing-sent",
        name if name.starts_with("peers") => "peers",
        _ if path.contains("/findings/") => "findings",
        _ if path.contains("/coding/") => "codebook",
        _ => "framework",
    }
}

#[test]
fn all_that_ships_is_valid() {
    let mut all = Vec::new();
    for folder in ["cases", "frameworks", "templates/editorial", "tests/fixtures/cases/proef"] {
        files(Path::new(folder), &mut all);
    }
    assert!(all.len() > 90, "only {} files", all.len());
    let mut wrong = Vec::new();
    for path in all {
        let text = fs::read_to_string(&path).expect("readable");
        let shown = path.display().to_string();
        let found = problems(kind(&shown), &text);
        wrong.extend(found.into_iter().map(|p| format!("{shown} {p}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_copies_in_the_repository_are_current() {
    let mut there: Vec<String> = fs::read_dir(FOLDER)
        .expect("the folder is there")
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    there.sort();
    let mut expected: Vec<String> = names().into_iter().map(file_name).collect();
    expected.sort();
    assert_eq!(there, expected);
    for name in names() {
        let text = fs::read_to_string(Path::new(FOLDER).join(file_name(name))).expect("there");
        let now = serde_json::to_string_pretty(&schema(name)).expect("JSON");
        assert!(text.trim_end() == now, "run `cargo run -- schema --write {FOLDER}`: {name}");
    }
}

#[test]
fn every_key_has_a_title_a_description_and_an_example() {
    assert_eq!(unsaid(), Unsaid::default());
}

/// Every example is valid under the schema of its own place.
fn examples(schema: &Value, at: &str, wrong: &mut Vec<String>) {
    for example in schema.get("examples").and_then(Value::as_array).into_iter().flatten() {
        wrong.extend(violations(schema, example).iter().map(|e| format!("{at}: {e}")));
    }
    for (key, inner) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
        examples(inner, &format!("{at}.{key}"), wrong);
    }
    for key in ["items", "additionalProperties"] {
        if let Some(inner) = schema.get(key).filter(|s| s.is_object()) {
            examples(inner, at, wrong);
        }
    }
}

#[test]
fn every_example_is_valid() {
    let mut wrong = Vec::new();
    for name in names() {
        examples(&schema(name).expect("known"), name, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_schema_can_catch_is_caught() {
    let bad: &[(&str, &str, &str)] = &[
        ("unknown key", "sources", "sources: [{code: D01, kind: document, title: T, tilte: U}]"),
        ("missing key", "sources", "sources: [{code: D01, kind: document}]"),
        ("wrong word", "sources", "sources: [{code: D01, kind: brief, title: T}]"),
        ("no list", "sources", "sources: D01"),
        ("list for text", "sources", "sources: [{code: D01, kind: document, title: [T]}]"),
        ("mapping for text", "sources", "sources: [{code: D01, kind: document, title: {a: b}}]"),
        ("bad code", "sources", "sources: [{code: D 01, kind: document, title: T}]"),
        ("no date", "sources", "sources: [{code: D1, kind: data, title: T, date: gisteren}]"),
        ("no address", "sources", "sources: [{code: D1, kind: data, title: T, url: www.x.nl}]"),
        ("no number", "sources", "sources: [{code: D1, kind: data, title: T, count: veel}]"),
        ("nothing at all", "case", "{}"),
        ("a list as file", "case", "[]"),
        ("no framework", "findings", "version: 1.0.0"),
        ("bad version", "findings", "framework: bibob\nversion: '1'"),
        (
            "unknown status",
            "findings",
            "{framework: b, version: 1.0.0, criteria: [{id: BI-1, status: klaar}]}",
        ),
        (
            "unknown level",
            "sub-questions",
            "sub-questions: [{id: DV-1, findings: [{id: B, condition: c, level: [half], evidence: [{source: D1}]}]}]",
        ),
        (
            "no evidence",
            "sub-questions",
            "sub-questions: [{id: DV-1, findings: [{id: B, condition: c, evidence: []}]}]",
        ),
        (
            "unknown stance",
            "sub-questions",
            "sub-questions: [{id: DV-1, findings: [{id: B, condition: c, evidence: [{source: D1, stance: maybe}]}]}]",
        ),
        (
            "unknown answer",
            "sub-questions",
            "sub-questions: [{id: DV-1, findings: [{id: B, condition: c, points: {a: misschien}, evidence: [{source: D1}]}]}]",
        ),
        ("no name", "confidential", "people: [{source: I01}]"),
        ("unknown word", "confidential", "people: [{source: I01, name: N, surname-alone: maybe}]"),
        ("list of texts", "confidential", "also: [{what: adres, texts: Dorpsstraat}]"),
        (
            "no number",
            "peers",
            "{format: '1', selection: s, peers: [{framework: f, version: 1.0.0, criterion: C, unit: u, municipalities: [{name: n, value: x}]}]}",
        ),
        ("no plainer word", "words", "{jargon: [{word: w}], one-thing: []}"),
        (
            "no codebook",
            "study",
            "{study: {title: t, conducted: {from: 2020, to: 2021}, date: 2021, status: concept}, version: 1.0.0, coding: c.csv}",
        ),
        (
            "no categories",
            "codebook",
            "{id: c, title: t, version: 1.0.0, date: 2021, description: d, questions: [{id: q, name: n, question: q}]}",
        ),
    ];
    for (what, name, text) in bad {
        assert!(!problems(name, text).is_empty(), "{name} lets through: {what}");
    }
}

/// A change to a file of the repository that makes it wrong.
#[test]
fn a_mistake_in_a_whole_file_is_caught() {
    let bad = [
        ("cases/voorbeeldstad-2026/case.yaml", "commissioner:", "commisioner:"),
        ("cases/voorbeeldstad-2026/case.yaml", "status: fictief", "status: echt"),
        ("frameworks/bibob.yaml", "minimum-coverage: 60%", "minimum-coverage: 60"),
        ("frameworks/bibob.yaml", "weight: 2", "weight: 11"),
        ("frameworks/bibob.yaml", "kind: law", "kind: wet"),
        ("frameworks/bibob.yaml", "legal-duty: true", "legal-duty: nee"),
    ];
    for (path, from, to) in bad {
        let text = fs::read_to_string(path).expect("readable");
        let wrong = text.replacen(from, to, 1);
        assert_ne!(text, wrong, "{path} has no `{from}`");
        assert!(!problems(kind(path), &wrong).is_empty(), "{path}: `{to}` is let through");
    }
}

/// The line that ties a file to its schema leads to a schema of that kind.
#[test]
fn ties_lead_to_the_right_schema() {
    let mut all = Vec::new();
    files(Path::new("cases"), &mut all);
    for path in all {
        let text = fs::read_to_string(&path).expect("readable");
        let line = text.lines().next().unwrap_or_default();
        let shown = path.display().to_string();
        let tie = line.strip_prefix("# yaml-language-server: $schema=").unwrap_or_default();
        let target = path.parent().expect("a folder").join(tie);
        let target = target.canonicalize().unwrap_or_else(|_| panic!("{shown}: `{tie}`"));
        let name = target.file_name().expect("a name").to_string_lossy().into_owned();
        assert_eq!(name, file_name(kind(&shown)), "{shown}");
    }
}

#[test]
fn a_schema_is_printed_as_it_is_written_and_without_a_name_all_are() {
    let work = Work::empty();
    assert_eq!(work.run("schema --write schemas").status, 0);
    let mut all = serde_json::Map::new();
    for name in names() {
        let printed = work.run(&format!("schema {name}"));
        assert_eq!((printed.status, printed.stderr.as_str()), (0, ""), "{name}");
        assert_eq!(printed.stdout, work.read(&format!("schemas/{}", file_name(name))), "{name}");
        all.insert(name.to_owned(), serde_json::from_str(&printed.stdout).expect("JSON"));
    }
    let printed: Value = serde_json::from_str(&work.run("schema").stdout).expect("JSON");
    assert_eq!(printed, Value::Object(all));
}

#[test]
fn a_new_case_leaves_a_schema_of_your_own_and_says_so() {
    let work = Work::empty();
    work.write("frameworks/schemas/case.schema.json", "{}");
    let run = work.run("new cases/proef --municipality Proefstad --frameworks bibob");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(work.read("frameworks/schemas/case.schema.json"), "{}");
    insta::assert_snapshot!(run.stderr, @"
    frameworks/schemas/case.schema.json is anders dan dit programma het maakt; `rekenkamer schema --write frameworks/schemas` ververst het
    frameworks/schemas: schema's waarmee uw editor helpt invullen
    vul de case in en kijk dan met: rekenkamer check cases/proef
    ");
}

/// The keys of a value that its schema does not describe, at any depth. A schema may leave the inside
/// of a value open.
fn undescribed(value: &Value, schema: &Value, whole: &Value, at: &str, into: &mut Vec<String>) {
    let schema = match schema.get("$ref").and_then(Value::as_str) {
        Some(reference) => whole.pointer(reference.trim_start_matches('#')).expect("a definition"),
        None => schema,
    };
    if let Some(items) = value.as_array() {
        let inner = schema.get("items").unwrap_or(&Value::Null);
        items.iter().for_each(|item| undescribed(item, inner, whole, at, into));
    }
    let described = schema.get("properties").and_then(Value::as_object);
    for (key, value) in value.as_object().into_iter().flatten() {
        let Some(described) = described else { continue };
        let inner = described.get(key);
        let at = format!("{at}/{key}");
        match inner
            .filter(|inner| inner.get("description").is_some() || inner.get("$ref").is_some())
        {
            Some(inner) => undescribed(value, inner, whole, &at, into),
            None => into.push(at),
        }
    }
}

#[test]
fn what_the_program_writes_as_json_is_as_its_schema_says() {
    let work = Work::empty();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let region = shipped.join("voorbeeldregio-2026");
    let mut wrong = Vec::new();
    let mut hold = |name: &str, text: &str| {
        let (schema, value) = (schema(name).expect("a schema"), yaml(text));
        wrong.extend(violations(&schema, &value));
        undescribed(&value, &schema, &schema, name, &mut wrong);
    };
    for case in ["voorbeeldstad-2026", "zoetermeer-2022", "inhuur-2026", "subsidies-2026"] {
        let path = shipped.join(case).display().to_string();
        let card = work.run_each(&["score", &path, "--format", "json"]);
        assert_eq!(card.status, 0, "{}", card.stderr);
        hold("scorecard", &card.stdout);
    }
    let path = region.display().to_string();
    for more in [&["--rank"][..], &["--by", "size-group", "--pairs", "paar"], &["--anonymise"]] {
        let given = ["compare", &path, "--format", "json", "--name", "v"];
        let done = work.run_each(&[&given[..], more].concat());
        assert_eq!(done.status, 0, "{}", done.stderr);
        hold("comparison", &work.read("output/v/vergelijking.json"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
