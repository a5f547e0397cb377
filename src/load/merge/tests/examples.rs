//! Merges of which the outcome is shown.

use super::{merge, values};
use crate::load::edit::{Step, Value};
use crate::load::merge::marks::marked;
use crate::load::merge::place::{Part, way};
use crate::load::merge::{Conflict, Why, problem, with_comments};

/// What a merge makes of three texts, with marks.
fn told(base: &str, ours: &str, theirs: &str) -> String {
    let done = merge(base, ours, theirs);
    let at: Vec<_> = done.conflicts.iter().map(|c| c.place.as_slice()).collect();
    let text = match at.is_empty() {
        true => done.text.clone(),
        false => marked(&done.text, theirs, &at, ["deze", "de andere"]),
    };
    with_comments(&text, &done.lost, "van de ander:")
}

const BASE: &str =
    "sources:\n  - code: D01\n    title: Een\n  - code: D02\n    title: Twee # tweede\n";

#[test]
fn two_sources_at_the_end_of_a_list_are_both_kept_where_lines_would_conflict() {
    let ours = format!("{BASE}  - code: D03\n    title: Drie\n");
    let theirs = format!("{BASE}  - code: D04\n    title: Vier # van mij\n");
    insta::assert_snapshot!(told(BASE, &ours, &theirs), @"
    sources:
      - code: D01
        title: Een
      - code: D02
        title: Twee # tweede
      - code: D03
        title: Drie
      - code: D04
        title: Vier # van mij
    ");
}

#[test]
fn two_sources_with_one_code_stand_between_marks() {
    let ours = format!("{BASE}  - code: D03\n    title: Drie\n");
    let theirs = format!("{BASE}  - code: D03\n    title: Vier\n").replace("Een", "Eerste");
    insta::assert_snapshot!(told(BASE, &ours, &theirs), @"
    sources:
      - code: D01
        title: Eerste
      - code: D02
        title: Twee # tweede
    <<<<<<< deze
      - code: D03
        title: Drie
    =======
      - code: D03
        title: Vier
    >>>>>>> de andere
    ");
}

#[test]
fn what_one_removed_and_the_other_changed_stands_between_marks() {
    let ours = "sources:\n  - code: D02\n    title: Twee # tweede\n";
    let theirs = BASE.replace("Een", "Eerste");
    insta::assert_snapshot!(told(BASE, ours, &theirs), @"
    sources:
      - code: D02
        title: Twee # tweede
    <<<<<<< deze
    =======
      - code: D01
        title: Eerste
    >>>>>>> de andere
    ");
    insta::assert_snapshot!(told(BASE, &theirs, ours), @"
    sources:
    <<<<<<< deze
      - code: D01
        title: Eerste
    =======
    >>>>>>> de andere
      - code: D02
        title: Twee # tweede
    ");
}

#[test]
fn a_key_stays_with_its_entry_where_another_one_comes_above() {
    let base = "sources:\n  - code: D01\n    title: Een\n";
    let ours = "sources:\n  - code: D00\n    title: Een\n  - code: D01\n    title: Een\n";
    let theirs = "sources:\n  - code: D01\n    title: Een\n    count: 2\n";
    insta::assert_snapshot!(told(base, ours, theirs), @"
    sources:
      - code: D00
        title: Een
      - code: D01
        title: Een
        count: 2
    ");
}

#[test]
fn another_order_is_not_chosen_for_the_users() {
    let theirs =
        "sources:\n  - code: D02\n    title: Twee # tweede\n  - code: D01\n    title: Een\n";
    insta::assert_snapshot!(told(BASE, &BASE.replace("Een", "Eerste"), theirs), @"
    <<<<<<< deze
    sources:
      - code: D01
        title: Eerste
      - code: D02
        title: Twee # tweede
    =======
    sources:
      - code: D02
        title: Twee # tweede
      - code: D01
        title: Een
    >>>>>>> de andere
    ");
}

#[test]
fn a_judge_beside_a_judge_is_no_conflict_but_another_level_of_one_is() {
    let base = "criteria:\n  - id: A-1\n    status: onderzocht\n";
    let ours = format!("{base}    judges: {{eerste: deels}}\n");
    let theirs = format!("{base}    judges: {{tweede: voldoet}}\n");
    insta::assert_snapshot!(told(base, &ours, &theirs), @"
    criteria:
      - id: A-1
        status: onderzocht
        judges: {tweede: voldoet, eerste: deels}
    ");
    let theirs = format!("{base}    judges: {{eerste: voldoet}}\n");
    insta::assert_snapshot!(told(base, &ours, &theirs), @"
    criteria:
      - id: A-1
        status: onderzocht
    <<<<<<< deze
        judges: {eerste: deels}
    =======
        judges: {eerste: voldoet}
    >>>>>>> de andere
    ");
}

#[test]
fn steps_lead_to_an_entry_by_its_id() {
    let root = values(BASE);
    let place = [
        Part::Key("sources".to_owned()),
        Part::Entry(&["code"], vec!["D02".to_owned()]),
        Part::Key("title".to_owned()),
    ];
    let way = way(&place, &root).unwrap();
    assert_eq!(way, [Step::Key("sources"), Step::Item(1), Step::Key("title")]);
}

#[test]
fn of_two_long_texts_a_message_shows_where_they_differ() {
    let long = "Een lange zin die in beide versies met precies dezelfde woorden begint en dan ";
    let of = |end: &str| Some(Value::Text(format!("{long}{end} eindigt")));
    let (place, why) = (vec![Part::Key("x".to_owned())], Why::Both);
    let conflict = Conflict { place, why, ours: of("zo"), theirs: of("anders") };
    let told = problem(&conflict, "merge-choose", |code| {
        crate::diagnostics::Diagnostic::of_file(code, "x.yaml")
    });
    insta::assert_debug_snapshot!(told.facts.get(2..4), @r#"
    Some(
        [
            (
                "ours",
                Phrase(
                    Phrase {
                        key: "merge-value",
                        facts: [
                            (
                                "value",
                                Text(
                                    "…woorden begint en dan zo eindigt",
                                ),
                            ),
                        ],
                    },
                ),
            ),
            (
                "theirs",
                Phrase(
                    Phrase {
                        key: "merge-value",
                        facts: [
                            (
                                "value",
                                Text(
                                    "…woorden begint en dan anders eindigt",
                                ),
                            ),
                        ],
                    },
                ),
            ),
        ],
    )
    "#);
}
