//! Municipalities to compare, and what came of it.

use super::{FINDINGS, Run, Work};
use serde_json::Value;

/// The document.
pub const MD: &str = "output/vergelijking/vergelijking.md";
/// The numbers.
pub const JSON: &str = "output/vergelijking/vergelijking.json";

/// Two municipalities: the second has no regisseur, so a lower level on CA-3.
pub fn two() -> Work {
    let work = Work::with_case();
    work.add_municipality("Esdorp", &[(FINDINGS, "{regisseur: ja,", "{regisseur: nee,")]);
    work
}

/// As many municipalities as asked, of which every second one reaches a lower level on CA-6, and
/// all with a number of their own on CA-2.
pub fn many(count: usize, sample: &str) -> Work {
    let work = Work::empty();
    for index in 0..count {
        let level = if index % 2 == 0 { "level: grotendeels" } else { "level: niet" };
        let group = if index % 2 == 0 { "stad" } else { "dorp" };
        let attributes = format!(
            "inhabitants-date: 2025-01-01\n  attributes: {{soort: {group}, paar: p{}}}",
            index / 2
        );
        work.add_municipality(
            &format!("Gemeente{index:02}"),
            &[
                ("case.yaml", "inhabitants-date: 2025-01-01", &attributes),
                (
                    "case.yaml",
                    "  status: concept",
                    &format!("  status: concept\n  sample: {sample}"),
                ),
                (FINDINGS, "level: grotendeels", level),
                (FINDINGS, "value: 66.7", &format!("value: {}", 60 + index % 40)),
            ],
        );
    }
    work
}

/// A comparison that succeeds.
pub fn compared(work: &Work, arguments: &str) -> Run {
    let run = work.run(&format!("compare {arguments}"));
    assert_eq!(run.status, 0, "{}", run.stderr);
    run
}

/// The numbers of the comparison.
pub fn json(work: &Work) -> Value {
    serde_json::from_str(&work.read(JSON)).expect("JSON")
}
