//! Scorecards of an earlier version of a framework, and such as say that they are of this one.

use crate::common::comparisons::{compared, json, two};
use crate::common::{FINDINGS, Work};
use crate::scorecards::newer;
use insta::assert_snapshot;
use rekenkamer::assets::Assets;
use rekenkamer::load::Loader;
use rekenkamer::model::{Decimal, Rule, Terms};
use rekenkamer::score;

/// One key of one norm of the framework, changed.
fn with(framework: &str, norm: &str, from: &str, to: &str) -> String {
    let at = framework.find(&format!("  - id: {norm}\n")).unwrap_or(framework.len());
    let (before, own) = framework.split_at(at);
    assert!(own.contains(from), "{from} in {norm}");
    format!("{before}{}", own.replacen(from, to, 1))
}

/// In version 1.1.0 CA-3 became a duty, and CA-4 and CA-5 are new: CA-4 holds from the last day that
/// the audit judges, CA-3 and CA-5 from the day after it. Of the old norms Esdorp left CA-2 out.
#[test]
fn what_an_older_audit_did_not_judge_is_a_gap_only_where_it_could_have_judged_it() {
    let work = Work::with_case();
    work.add_municipality("Esdorp", &[]);
    let path = "cases/esdorp/case.yaml";
    let own = "frameworks: [{id: fte-capacity, without: [CA-2], reason: Daar was geen tijd voor.}]";
    let text = work.read(path).replace("frameworks: [fte-capacity]", own);
    work.write(path, text.replace("criteria: [CA-1, CA-2]", "criteria: [CA-1]"));
    let path = format!("cases/esdorp/{FINDINGS}");
    let text = work.read(&path);
    let (start, end) = (text.find("  - id: CA-2"), text.find("  - id: CA-3"));
    let (start, end) = (start.unwrap_or_default(), end.unwrap_or_default());
    work.write(&path, format!("{}{}", &text[..start], &text[end..]));
    work.scorecard("esdorp", "kaart.json");
    for name in ["proef", "berkwold"] {
        if name == "berkwold" {
            work.add_municipality("Berkwold", &[]);
        }
        let path = format!("cases/{name}/{FINDINGS}");
        let text = work.read(&path).replace("version: 1.0.0", "version: 1.1.0");
        work.write(&path, text);
    }
    let mapping = "earlier-versions:\n  - version: 0.9.0\n    criteria: {CA-1: CA-6, CA-4: CA-1}\n  - version: 1.0.0\n    criteria: {CA-1: CA-1, CA-2: CA-2, CA-3: CA-3, CA-6: CA-6}\n";
    let law = "      - kind: law\n        reference: Voorbeeldwet\n        article: artikel 1\n";
    let compared = |mapping: &str| -> serde_json::Value {
        let newer = with(&newer(mapping), "CA-3", "legal-duty: false", "legal-duty: true");
        let newer = with(&newer, "CA-3", "holds-from: 2013-01-01", "holds-from: 2026-01-01");
        let newer = with(&newer, "CA-3", "    basis:\n", &format!("    basis:\n{law}"));
        let newer = with(&newer, "CA-4", "holds-from: 2013-01-01", "holds-from: 2025-12-31");
        let newer = with(&newer, "CA-5", "holds-from: 2013-01-01", "holds-from: 2026-01-01");
        work.write("frameworks/fte-capacity.yaml", newer);
        let run = work.run("compare cases/proef cases/berkwold kaart.json --format md,json");
        assert_eq!(run.status, 0, "{}", run.stderr);
        let json = work.read("output/vergelijking/vergelijking.json");
        serde_json::from_str(&json).unwrap_or_default()
    };
    let value = compared(mapping);
    let framework = &value["frameworks"][0];
    let entry = &framework["entries"][2];
    let judgements = entry["score"]["judgements"].as_array().into_iter().flatten();
    let norms = judgements.enumerate().map(|(place, own)| {
        let row = &framework["criteria"][place]["distributions"][0];
        format!(
            "{} {} overruled {} comparable {} chosen {}: {} of {}",
            own["criterion"],
            own["outcome"],
            own["overruled"],
            entry["comparable"][place],
            entry["chosen"][place],
            row["judged"],
            row["members"],
        )
    });
    assert_snapshot!(norms.collect::<Vec<_>>().join("\n"), @r#"
    "CA-1" "grotendeels" overruled false comparable true chosen true: 3 of 3
    "CA-2" "niet-van-toepassing" overruled false comparable false chosen false: 2 of 2
    "CA-3" "geldt-nog-niet" overruled false comparable true chosen true: 0 of 3
    "CA-4" "niet-onderzocht" overruled false comparable false chosen true: 0 of 3
    "CA-5" "geldt-nog-niet" overruled false comparable true chosen true: 0 of 3
    "CA-6" "grotendeels" overruled false comparable true chosen true: 3 of 3
    "#);
    // The number of CA-1 is that of CA-1 in version 1.0.0, also for the older audit.
    let figure = &value["figures"][0];
    assert_eq!(
        (&figure["criterion"], &figure["missing"]),
        (&"CA-1".into(), &serde_json::json!([]))
    );
    let text = work.read("output/vergelijking/vergelijking.md");
    let without = text.lines().find(|l| l.contains("hoort daarin geen norm")).unwrap_or_default();
    assert_snapshot!(without, @"> - Esdorp: versie 1.0.0 van Capaciteit; bij CA-4 hoort daarin geen norm.");
    let all = mapping.replace("CA-6: CA-6}\n", "CA-4: CA-4, CA-5: CA-5, CA-6: CA-6}\n");
    assert_eq!(compared(&all)["left-out"], serde_json::json!([]));
}

/// Whoever seals a scorecard anew can keep the hash of the framework, and change its rules.
#[test]
fn a_scorecard_that_is_sealed_anew_with_other_rules_is_not_compared() {
    let work = two();
    work.add_municipality("Berkwold", &[]);
    work.scorecard("berkwold", "kaart.json");
    let own = Loader::new(Assets::embedded()).scorecards(&work.path("kaart.json")).remove(0);
    let left_out = |change: &dyn Fn(&mut Terms)| {
        let mut card = own.clone();
        let score = &mut card.frameworks[0];
        let mut terms = score.terms();
        change(&mut terms);
        *score = score::framework_score(terms, score.judgements.clone());
        card.seal = score::seal(&card);
        work.write("kaart.json", serde_json::to_string_pretty(&card).expect("JSON") + "\n");
        compared(&work, "cases/proef cases/esdorp kaart.json --format json");
        json(&work)["left-out"].to_string()
    };
    assert_eq!(left_out(&|_| ()), "[]");
    let other = r#"[{"reason":{"other-text":"Capaciteit"},"what":"Berkwold"}]"#;
    assert_eq!(left_out(&|terms| terms.available = 7), other);
    let coverage = |terms: &mut Terms| {
        if let Rule::Score(rules) = &mut terms.rule {
            rules.minimum_coverage = Decimal::scaled(10, 0);
        }
    };
    assert_eq!(left_out(&coverage), other);
}
