//! What a document says of a verdict by score that is lower than the score alone gives, and of a
//! framework of which nothing counts.

use crate::common::Work;
use insta::assert_snapshot;

const VERDICT: &str = "verdict:\n  minimum-coverage: 60%\n  thresholds: {voldoet: 80%, grotendeels: 60%, deels: 25%}\n";

/// The last line of `score`, for norms with these levels. `-` is a norm that does not apply.
fn said(levels: &[&str], keys: &str) -> String {
    let work = Work::empty();
    let (mut norms, mut records) = (String::new(), String::new());
    for (index, level) in levels.iter().enumerate() {
        let id = format!("IH-{}", index + 1);
        norms.push_str(&format!("  - {{id: {id}, norm: Dit is norm {index}.{keys}}}\n"));
        records.push_str(&match *level {
            "-" => format!("  - {{id: {id}, status: niet-van-toepassing, reason: Zo is het.}}\n"),
            level => format!(
                "  - id: {id}\n    status: onderzocht\n    findings:\n      - {{id: B-{index}, condition: Zo is het., level: {level}, evidence: [{{source: D01}}]}}\n"
            ),
        });
    }
    let framework = format!("id: inhuur\ntitle: Inhuur\n{VERDICT}criteria:\n{norms}");
    work.write("frameworks/inhuur.yaml", framework);
    let new = work.run("new cases/proef --municipality Proefstad --frameworks inhuur");
    assert_eq!(new.status, 0, "{}", new.stderr);
    let source = "sources:\n  - {code: D01, kind: document, title: Jaarstukken, date: 2026-05}\n";
    work.edit("sources.yaml", "sources:\n", source);
    work.write(
        "cases/proef/findings/inhuur.yaml",
        format!("framework: inhuur\ncriteria:\n{records}"),
    );
    let run = work.run("score cases/proef");
    assert_eq!(run.status, 0, "{}", run.stderr);
    run.stdout.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn a_verdict_below_its_score_says_which_norms_hold_it_down() {
    let failing = [["voldoet"; 9].as_slice(), &["niet"]].concat();
    assert_snapshot!(said(&failing, ""), @"◕ voldoet grotendeels. 9 voldoet, 1 voldoet niet. De beoordeelde normen halen samen 90% (27 van 30 punten). De score alleen geeft ● voldoet. Het oordeel is lager: het is niet het hoogste zolang een norm op ○ voldoet niet staat (IH-10).");
    let quarter = [["voldoet"; 6].as_slice(), &["niet", "niet"]].concat();
    assert_snapshot!(said(&quarter, ""), @"◑ voldoet deels. 6 voldoet, 2 voldoet niet. De beoordeelde normen halen samen 18 van 24 punten. De score alleen geeft ◕ voldoet grotendeels. Het oordeel is lager: minstens een kwart van het beoordeelde gewicht staat op ○ voldoet niet (IH-7 en IH-8), en het oordeel ligt daar hooguit één niveau boven.");
    let third = [["voldoet"; 9].as_slice(), &["deels"; 3]].concat();
    assert_snapshot!(said(&third, ""), @"◕ voldoet grotendeels. 9 voldoet, 3 voldoet deels. De beoordeelde normen halen samen 83% (30 van 36 punten). De score alleen geeft ● voldoet. Het oordeel is lager: minstens een kwart van het beoordeelde gewicht staat op ◑ voldoet deels of lager (IH-10, IH-11 en IH-12), en het oordeel ligt daar hooguit één niveau boven.");
}

#[test]
fn where_nothing_counts_the_reason_is_said() {
    assert_snapshot!(said(&["-", "-"], ""), @"□ geen oordeel. Geen norm beoordeeld. Geen enkele norm is van toepassing.");
    let duty = ", legal-duty: true, holds-from: 2015-01-01, holds-from-reason: De wet gold toen., basis: [{kind: law, reference: Gemeentewet, article: artikel 1}]";
    assert_snapshot!(said(&["voldoet", "niet"], duty), @"□ geen oordeel. Alleen wettelijke plichten. Er zijn alleen wettelijke plichten; daarover is geen oordeel als geheel. Wettelijke plichten: 1 nageleefd, 1 niet nageleefd, 0 niet vast te stellen.");
}
