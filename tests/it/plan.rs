//! The plan of a study: a case may begin with nothing else, and its document has no outcome.

use crate::common::{SILENT, Work, changed};
use insta::assert_snapshot;

/// A case that is one file, with a plan.
const PLANNED: &str = "\
municipality:
  name: Proefstad
study:
  title: Ondermijning
  commissioner: Rekenkamer Proefstad
  date: 2026-03-01
  status: concept
  background: De raad vroeg om dit onderzoek.
  method: Wij lezen stukken en spreken met mensen.
  central-question: {question: Werkt de aanpak?}
frameworks: [fte-capacity]
plan:
  adopted: 2025-08-26
  scope: De jaren 2022 tot en met 2025; niet de politie.
  planning:
    - {step: Gesprekken, from: 2025-09, to: 2025-10}
    - {step: Rapport naar de raad, date: 2026-03}
";

/// The plan of the valid case.
const PLAN: &str = "plan:
  adopted: 2025-08-26
  goal: De raad kan bijsturen.
  scope: De jaren 2022 tot en met 2025.
  planning:
    - {step: Rapport naar de raad, date: 2026-03}
  confidential: Namen blijven weg.

frameworks: [fte-capacity]";

fn with_plan(plan: &str) -> Work {
    changed(&[("case.yaml", "frameworks: [fte-capacity]", plan)])
}

fn planned(text: &str) -> Work {
    let work = Work::empty();
    work.write("frameworks/fte-capacity.yaml", crate::common::FRAMEWORK);
    work.write("cases/plan/case.yaml", text);
    work
}

#[test]
fn a_case_may_begin_with_a_plan_alone_and_check_says_what_is_to_come() {
    let work = planned(PLANNED);
    assert_snapshot!(work.run("check cases/plan").seen(), @"");
    let run = work.run("nota cases/plan --document plan --format md");
    assert_snapshot!(run.seen(), @"");
    assert_snapshot!(work.read("output/plan/onderzoeksplan.md"), @"");
}

#[test]
fn without_a_plan_or_with_findings_a_missing_file_stays_an_error() {
    let without = PLANNED.split("plan:\n").next().unwrap_or_default();
    assert_snapshot!(planned(without).run("check cases/plan --format short").seen(), @"");
    let work = planned(PLANNED);
    work.write("cases/plan/findings/leeg.txt", "");
    assert_snapshot!(work.run("check cases/plan --format short").seen(), @"");
}

#[test]
fn what_a_plan_leaves_open_is_told() {
    let work = planned(
        &PLANNED
            .replace("  scope: De jaren 2022 tot en met 2025; niet de politie.\n", "")
            .replace(", date: 2026-03}", "}"),
    );
    assert_snapshot!(work.run("check cases/plan --format short").seen(), @"");
    let work = planned(PLANNED.split("  scope:").next().unwrap_or_default());
    assert_snapshot!(work.run("check cases/plan --format short").seen(), @"");
}

#[test]
fn a_step_has_one_time_and_a_plan_is_older_than_its_report() {
    let both = PLAN.replace("date: 2026-03}", "date: 2026-03, from: 2026-01, to: 2026-02}");
    let half = PLAN.replace("date: 2026-03}", "from: 2026-01}");
    let reversed = PLAN.replace("date: 2026-03}", "from: 2026-03, to: 2026-01}");
    let late = PLAN.replace("adopted: 2025-08-26", "adopted: 2026-03-02");
    let told = [both, half, reversed, late].map(|plan| with_plan(&plan).check_short());
    assert_snapshot!(told.join("\n"), @"");
    let same_month = PLAN.replace("adopted: 2025-08-26", "adopted: 2026-03");
    assert_eq!(with_plan(&same_month).check_short(), SILENT, "a month may be before its first day");
}

#[test]
fn the_plan_of_a_finished_study_holds_no_outcome_and_is_of_its_own_date() {
    let work = with_plan(PLAN);
    assert_eq!(work.check_short(), SILENT);
    assert_eq!(work.run("nota cases/proef --document plan --format md").status, 0);
    let text = work.read("output/proef/onderzoeksplan.md");
    let head = ["date: 26 augustus 2025", "status: definitief", "status-text: Vastgesteld"];
    for expected in head.into_iter().chain(["De raad kan bijsturen.", "Namen blijven weg."]) {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    for outcome in ["Ten dele.", "Bijna.", "voldoet", "4,5 fte", "krappe kant", "Breid de formatie"]
    {
        assert!(!text.contains(outcome), "{outcome}: {text}");
    }
}

#[test]
fn a_plan_words_occasion_and_method_itself_where_it_wants() {
    let own = PLAN.replace("  goal:", "  background: Vroeger.\n  method: Wij gaan lezen.\n  goal:");
    let work = with_plan(&own);
    assert_eq!(work.run("nota cases/proef --document plan --format md").status, 0);
    let text = work.read("output/proef/onderzoeksplan.md");
    assert!(text.contains("Vroeger.") && text.contains("Wij gaan lezen."), "{text}");
    assert!(!text.contains("Wij lazen stukken"), "{text}");
}

#[test]
fn a_plan_without_the_key_is_made_with_a_warning() {
    let work = Work::with_case();
    let run = work.run("nota cases/proef --document plan --format md");
    assert_snapshot!(run.seen(), @"");
}
