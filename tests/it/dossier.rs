//! Files of sources in a dossier, the reports of conversations, and quotations.

use crate::common::{FINDINGS, SILENT, Work, changed};
use insta::assert_snapshot;

const SOURCE: &str = "    date: 2024-03\n";
const HASH: &str = "77358c1f128da37fd3b98a186295fbf8b7bc86a8ae2269f3124c4417f74cc99a";

fn with_file(keys: &str) -> Work {
    changed(&[("sources.yaml", SOURCE, &format!("{SOURCE}{keys}"))])
}

#[test]
fn a_file_with_its_hash_is_silent_and_one_without_gets_the_hash_to_write() {
    let work = with_file("    file: plan.txt\n");
    work.write("cases/proef/materiaal/plan.txt", "veiligheidsplan\n");
    assert_snapshot!(work.check(), @"");
    let work = with_file(&format!("    file: plan.txt\n    sha256: {HASH}\n"));
    work.write("cases/proef/materiaal/plan.txt", "veiligheidsplan\n");
    assert_eq!(work.check_short(), SILENT);
    work.write("cases/proef/materiaal/plan.txt", "een ander plan\n");
    assert_snapshot!(work.check(), @"");
    let nota = work.run("nota cases/proef --document summary --format md");
    assert_eq!(nota.stderr, "", "only `check` reads the dossier");
}

#[test]
fn a_missing_file_is_told_and_a_dossier_elsewhere_is_advice_once() {
    let work = with_file("    file: plan.txt\n");
    work.write("cases/proef/materiaal/iets.txt", "");
    assert_snapshot!(work.check_short(), @"");
    let away = ("case.yaml", "accepted:\n", "dossier: ../../dossier\n\naccepted:\n");
    let two = ("sources.yaml", "    date: 2025-06-01\n", "    date: 2025-06-01\n    file: b.txt\n");
    let one = ("sources.yaml", SOURCE, "    date: 2024-03\n    file: plan.txt\n");
    let work = changed(&[away, one, two]);
    assert_snapshot!(work.check(), @"");
    assert_eq!(work.run("check cases/proef --strict").status, 0, "advice does not count");
    work.write("dossier/plan.txt", "veiligheidsplan\n");
    work.write("dossier/b.txt", "b\n");
    assert_snapshot!(work.check_short(), @"");
}

#[test]
fn a_file_outside_the_dossier_is_refused() {
    let work = with_file("    file: ../case.yaml\n");
    work.write("cases/proef/materiaal/iets.txt", "");
    assert_snapshot!(work.check_short(), @"");
}

#[test]
fn a_report_belongs_to_a_conversation() {
    assert_snapshot!(with_file("    report: {status: sent}\n").check_short(), @"");
}

/// The valid case with this said of the report of its interview.
fn reported(report: &str) -> Work {
    let title = "    title: Medewerker openbare orde en veiligheid\n";
    changed(&[("sources.yaml", title, &format!("{title}    report: {report}\n"))])
}

#[test]
fn a_finding_on_reports_that_nobody_agreed_to_is_warned_of() {
    assert_snapshot!(reported("{status: no-response, sent: 2025-10-14, due: 2025-10-28}").check_short(), @"");
    for agreed in ["{status: agreed}", "{status: agreed-with-changes}"] {
        assert_eq!(reported(agreed).check_short(), SILENT);
    }
}

#[test]
fn people_are_quoted_with_their_consent_only() {
    let from = "          - source: D01\n          - source: I01\n";
    let quoted = |consent: &str| {
        let title = "    title: Medewerker openbare orde en veiligheid\n";
        let work = changed(&[
            ("sources.yaml", title, &format!("{title}{consent}")),
            (FINDINGS, from, &format!("{from}            quote: Ik doe het erbij.\n")),
        ]);
        assert_eq!(work.run("nota cases/proef --document report --format md").status, 0);
        let shown = work
            .read("output/proef/nota-van-bevindingen.md")
            .contains("> ‘Ik doe het erbij.’ (I01)");
        (work.check_short(), shown)
    };
    let (told, shown) = quoted("");
    assert_snapshot!(told, @"");
    assert!(!shown, "no document has it before there is consent");
    assert_eq!(quoted("    consent: true\n"), (SILENT.to_owned(), true));
}
