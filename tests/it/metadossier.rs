//! A metadossier, and all judgements in rows.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::Work;
use insta::assert_snapshot;

/// The rows of a CSV file for programs.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let record = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    reader.records().map(|one| record(one.expect("a row"))).collect()
}

#[test]
fn every_conclusion_and_recommendation_has_a_row_with_its_study() {
    let work = Work::with_case();
    work.add_case("ander");
    let done = work.run("metadossier cases --format csv --csv program");
    assert_snapshot!(done.seen(), @"
    output/metadossier/metadossier-onderzoeken.csv
    output/metadossier/metadossier-onderzoeksvragen.csv
    output/metadossier/metadossier-normen.csv
    output/metadossier/metadossier-aanpak.csv
    output/metadossier/metadossier-conclusies.csv
    output/metadossier/metadossier-aanbevelingen.csv
    status 0
    ");
    let read = |name: &str| rows(&work.read(&format!("output/metadossier/metadossier-{name}.csv")));
    assert_snapshot!(format!("{:#?}", read("aanbevelingen")), @r#"
    [
        [
            "Organisatie",
            "Jaar",
            "Case",
            "Nr.",
            "Aan wie",
            "Aanbeveling",
            "Toelichting",
            "Termijn",
            "Thema's",
            "Conclusies",
        ],
        [
            "Proefstad",
            "2026",
            "ander",
            "A1",
            "het college",
            "Breid de formatie uit",
            "Doe dat bij de begroting.",
            "",
            "",
            "C1",
        ],
        [
            "Proefstad",
            "2026",
            "proef",
            "A1",
            "het college",
            "Breid de formatie uit",
            "Doe dat bij de begroting.",
            "",
            "",
            "C1",
        ],
    ]
    "#);
    assert_snapshot!(format!("{:?}", read("conclusies")[1]), @r#"["Proefstad", "2026", "ander", "C1", "De formatie is aan de krappe kant", "Er zijn net niet genoeg mensen.", "", "CA-1, CA-2"]"#);
    assert_eq!(read("normen").len(), 1 + 2 * 6, "two cases with six norms each");
    assert_snapshot!(format!("{:?}", read("aanpak")[0]), @r#"["Organisatie", "Jaar", "Case", "Werkwijze", "Documentonderzoek", "Interview", "Dossieronderzoek", "Casusonderzoek", "Financiële analyse", "Analyse bestaande gegevens", "Enquête", "Bijeenkomsten", "Waarneming", "Overige activiteiten"]"#);
}

#[test]
fn norms_with_subjects_give_a_sheet_with_a_column_for_each_subject() {
    let work = Work::with_case();
    let framework = work.read("frameworks/fte-capacity.yaml");
    let themed = framework.replacen("  - id: CA-1\n", "  - id: CA-1\n    themes: [Budget]\n", 1);
    assert_ne!(framework, themed);
    work.write("frameworks/fte-capacity.yaml", themed);
    work.run("metadossier cases/proef --format csv,xlsx,ods --csv program");
    let text = work.read("output/metadossier/metadossier-conclusies-per-thema.csv");
    assert_snapshot!(text, @"
    Organisatie,Jaar,Case,Budget
    Proefstad,2026,proef,De formatie is aan de krappe kant
    ");
    for ending in ["xlsx", "ods"] {
        assert!(work.path(&format!("output/metadossier/metadossier.{ending}")).is_file());
    }
}

#[test]
fn a_protected_name_stops_a_metadossier() {
    let work = Work::with_case();
    work.edit("case.yaml", "Er zijn net niet genoeg mensen.", "Mevrouw Rikkersdonck zei dat.");
    work.edit("case.yaml", "accepted:", "key-file: true\n\naccepted:");
    let names = "people:\n  - {what: melder, name: Tjitske Rikkersdonck}\n";
    work.write("cases/proef/confidential.yaml", names);
    let done = work.run("metadossier cases/proef").seen();
    assert!(done.contains("[R70") && !done.contains("Rikkersdonck"), "{done}");
    assert!(!work.path("output").exists());
}

#[test]
fn a_contradiction_is_open_or_resolved_in_every_table() {
    let work = Work::with_case();
    work.add_case("ander");
    let ander = work.read("cases/ander/case.yaml").replace("Proefstad", "Anderstad");
    work.write("cases/ander/case.yaml", ander.replace("GM9999", "GM9998"));
    let one = "        level: grotendeels\n        evidence:\n          - source: I01\n";
    let both = "        level: grotendeels\n        evidence: [{source: W01}]\n      - id: B-6b\n        condition: Er is niets.\n        level: niet\n        evidence: [{source: I01}]\n";
    let resolved = "    resolution: {level: niet, reason: Het gesprek was later.}\n";
    for (case, resolution) in [("proef", ""), ("ander", resolved)] {
        let file = format!("cases/{case}/findings/fte-capacity.yaml");
        let text = work.read(&file);
        assert!(text.ends_with(one), "{text}");
        work.write(&file, text.replacen(one, &format!("{both}{resolution}"), 1));
    }
    let done = work.run("compare cases --format rows,csv --csv program");
    assert_eq!(done.status, 0, "{}", done.stderr);
    let read = rows(&work.read("output/vergelijking/vergelijking-rijen.csv"));
    let told: Vec<&str> =
        read.iter().filter(|row| row[10] == "CA-6").map(|row| row[19].as_str()).collect();
    assert_eq!(told, ["opgelost", "ja"]);
    let read = rows(&work.read("output/vergelijking/vergelijking.csv"));
    let of = |row: &&Vec<String>| row[2].starts_with("CA-6") && row[3] == "Tegenspraak";
    let told: Vec<&str> = read.iter().filter(of).map(|row| row[4].as_str()).collect();
    assert_eq!(told, ["opgelost", "ja"]);
    let read = work.run("score cases/ander cases/proef --format csv --csv program").stdout;
    let read = rows(&read);
    let told: Vec<&str> =
        read.iter().filter(|row| row[4] == "CA-6").map(|row| row[9].as_str()).collect();
    assert_eq!(told, ["opgelost", "ja"]);
}

#[test]
fn every_judgement_has_a_row_in_either_dialect() {
    let work = Work::with_case();
    work.add_case("ander");
    let ander = work.read("cases/ander/case.yaml").replace("Proefstad", "Anderstad");
    work.write("cases/ander/case.yaml", ander.replace("GM9999", "GM9998"));
    work.run("compare cases --format rows --csv program");
    let program = work.read("output/vergelijking/vergelijking-rijen.csv");
    let read = rows(&program);
    assert_snapshot!(read[0].join(" "), @"case code soort naam provincie inwoners datum status kader versie norm normnaam themas plicht gewicht uitkomst punten hoogste onderbouwing tegenspraak afgeweken vergelijkbaar kaderscore dekking kaderoordeel");
    assert_snapshot!(read[1].join("|"), @"ander|GM9998|gemeente|Anderstad|Utrecht|100000|2026-03-01|concept|fte-capacity|1.0.0|CA-1|Omvang van de formatie||nee|2|grotendeels|2|3|sterk|nee|nee|ja|0.600000|0.714286|grotendeels");
    assert_eq!(read.len(), 1 + 2 * 6, "two cases with six norms each");
    work.run("compare cases --format rows");
    let dutch = work.read("output/vergelijking/vergelijking-rijen.csv");
    assert!(dutch.starts_with("\u{feff}case;code;"), "{dutch}");
    let score = read[1].iter().find(|cell| cell.starts_with("0.")).expect("a score");
    assert!(dutch.contains(&format!(";{};", score.replace('.', ","))), "{score}: {dutch}");
    let hidden = work.run("compare cases/proef cases/ander --format rows --anonymise --name n");
    assert_eq!(hidden.status, 0, "{}", hidden.stderr);
    let hidden = work.read("output/n/vergelijking-rijen.csv");
    assert!(!hidden.contains("Anderstad") && !hidden.contains("GM9998"), "{hidden}");
}
