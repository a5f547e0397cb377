//! Merges of files that ship, edited at random places by two people.

mod examples;

use super::apply::same;
use super::marks::marked;
use super::place::{Part, id_of, told_apart, way};
use super::three::Choice;
use super::{Together, together, with_comments};
use crate::load::edit::{self, Value};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

const FILES: [&str; 4] = [
    include_str!("../../../../tests/fixtures/cases/proef/case.yaml"),
    include_str!("../../../../tests/fixtures/cases/proef/sources.yaml"),
    include_str!("../../../../tests/fixtures/cases/proef/findings/fte-capacity.yaml"),
    include_str!("../../../../cases/register.yaml"),
];

/// What somebody does to a file.
#[derive(Debug, Clone, Copy)]
enum Act {
    Reword(&'static str),
    Remove,
    AddKey,
    AddEntry,
    Comment,
}

fn acts() -> impl Strategy<Value = (Act, Index, u8)> {
    let act = select(vec![
        Act::Reword("iets anders"),
        Act::Reword("een: twee # drie\n\nvier\n"),
        Act::Reword("é"),
        Act::Remove,
        Act::AddKey,
        Act::AddEntry,
        Act::Comment,
    ]);
    (act, any::<Index>(), any::<u8>())
}

/// Every place of a file, the entries of lists by their ids.
fn places(value: &Value, place: &mut Vec<Part>, into: &mut Vec<Vec<Part>>) {
    into.push(place.clone());
    let mut within = |part: Part, value: &Value| {
        place.push(part);
        places(value, place, into);
        place.pop();
    };
    match value {
        Value::Map(pairs) => {
            pairs.iter().for_each(|(key, value)| within(Part::Key(key.clone()), value));
        }
        Value::List(items) => {
            let name = match place.last() {
                Some(Part::Key(name)) => name.clone(),
                _ => String::new(),
            };
            let place = place.clone();
            if let Some(by) = told_apart(&name, [items, items, items]) {
                for item in items {
                    let id = id_of(item, by).unwrap();
                    let mut own = place.clone();
                    own.push(Part::Entry(by, id));
                    places(item, &mut own, into);
                }
            }
        }
        Value::Text(_) | Value::Plain(_) => {}
    }
}

fn value_at(root: &Value, place: &[Part]) -> Value {
    root.clone().at(&way(place, root).unwrap()).unwrap().clone()
}

/// A file after somebody worked on it; `None` where that act does not fit there.
fn worked(text: &str, (act, at, who): (Act, Index, u8)) -> Option<(String, Vec<Part>)> {
    let root = edit::value(text).unwrap();
    let mut all = Vec::new();
    places(&root, &mut Vec::new(), &mut all);
    let place = all[at.index(all.len())].clone();
    let steps = way(&place, &root).unwrap();
    let here = value_at(&root, &place);
    let is_id = matches!(place.as_slice(), [.., Part::Entry(by, _), Part::Key(key)]
        if by.contains(&key.as_str()));
    let new = match (act, &here) {
        (Act::Comment, _) => {
            let lines = edit::lines(text, &steps)?;
            let mut out = text.to_owned();
            out.insert_str(lines.start, &format!("# van {who}\n"));
            return edit::value(&out).is_ok_and(|v| v == root).then_some((out, place));
        }
        (Act::Reword(words), Value::Text(_)) if !is_id => {
            edit::set(text, &steps, &Value::Text(format!("{words}{who}")))
        }
        (Act::Remove, _) if place.len() > 2 && !is_id => edit::remove(text, &steps),
        (Act::AddKey, Value::Map(_)) if place.len() > 1 => {
            edit::insert(text, &steps, &format!("nieuw-{who}"), &Value::Text("x".to_owned()), None)
        }
        (Act::AddEntry, Value::List(items)) => {
            let mut item = items.first()?.clone();
            let Value::Map(pairs) = &mut item else { return None };
            pairs[0].1 = Value::Text(format!("N-{who}"));
            edit::append(text, &steps, &item)
        }
        _ => return None,
    };
    new.ok().map(|new| (new, place))
}

fn merge(base: &str, ours: &str, theirs: &str) -> Together {
    together(Some(base), [ours, theirs], Choice::Neither).unwrap()
}

fn values(text: &str) -> Value {
    edit::value(text).unwrap_or_else(|error| panic!("{error:?}\n{text}"))
}

/// A value whose lists of entries are in one order.
fn ordered(value: Value) -> Value {
    match value {
        Value::List(items) => {
            let mut items: Vec<Value> = items.into_iter().map(ordered).collect();
            items.sort_by_key(|item| format!("{item:?}"));
            Value::List(items)
        }
        Value::Map(pairs) => {
            let mut pairs: Vec<_> = pairs.into_iter().map(|(k, v)| (k, ordered(v))).collect();
            pairs.sort_by(|one, other| one.0.cmp(&other.0));
            Value::Map(pairs)
        }
        scalar => scalar,
    }
}

/// Whether none of two places is within the other.
fn apart(one: &[Part], other: &[Part]) -> bool {
    !one.starts_with(other) && !other.starts_with(one)
}

fn windows(text: &str) -> String {
    text.replace('\n', "\r\n")
}

fn asked(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: u32::try_from(asked("REKENKAMER_FUZZ_CASES", 64)).unwrap(),
        rng_seed: RngSeed::Fixed(asked("REKENKAMER_FUZZ_SEED", 1)),
        failure_persistence: None,
        max_global_rejects: 100_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn where_one_version_is_the_base_the_other_comes_out(
        base in select(FILES.to_vec()), act in acts(), crlf in any::<bool>(),
    ) {
        let Some((work, _)) = worked(base, act) else { return Ok(()) };
        let done = merge(base, &work, base);
        prop_assert_eq!(&done.text, &work);
        prop_assert!(done.conflicts.is_empty() && done.lost.is_empty());
        // With other line ends no lines merge, and the editor makes the changes.
        let ours = if crlf { windows(base) } else { base.to_owned() };
        let done = merge(base, &ours, &work);
        prop_assert!(done.conflicts.is_empty(), "{:?}", done.conflicts);
        prop_assert!(same(&values(&done.text), &values(&work)), "{}\n---\n{}", work, done.text);
        let whole = with_comments(&done.text, &done.lost, "van");
        prop_assert_eq!(whole.matches("# van ").count(), work.matches("# van ").count());
    }

    #[test]
    fn edits_at_different_places_both_arrive_in_either_order(
        base in select(FILES.to_vec()), one in acts(), other in acts(), crlf in any::<bool>(),
    ) {
        let (Some((ours, here)), Some((theirs, there))) = (worked(base, one), worked(base, other))
        else { return Ok(()) };
        prop_assume!(apart(&here, &there));
        let mine = if crlf { windows(&ours) } else { ours.clone() };
        let (done, back) = (merge(base, &mine, &theirs), merge(base, &theirs, &ours));
        prop_assert!(done.conflicts.is_empty(), "{:?}\n{}", done.conflicts, done.text);
        let (first, second) = (ordered(values(&done.text)), ordered(values(&back.text)));
        prop_assert_eq!(&first, &second, "{}\n---\n{}", done.text, back.text);
        // The second edit on top of the first, by whoever made both.
        let both = merge(base, &ours, &theirs).text;
        prop_assert_eq!(ordered(values(&both)), first);
        for (place, text) in [(here, &ours), (there, &theirs)] {
            let root = values(text);
            let merged = values(&done.text);
            let expected = way(&place, &root).map(|_| ordered(value_at(&root, &place)));
            let found = way(&place, &merged).map(|_| ordered(value_at(&merged, &place)));
            prop_assert_eq!(found, expected, "{}", done.text);
        }
    }

    #[test]
    fn nothing_that_either_typed_is_lost_whatever_they_do(
        base in select(FILES.to_vec()),
        ours in prop::collection::vec(acts(), 1..5), theirs in prop::collection::vec(acts(), 1..5),
        crlf in any::<bool>(),
    ) {
        let all = |acts: &[(Act, Index, u8)]| acts.iter().fold(base.to_owned(), |text, act| {
            worked(&text, *act).map_or(text, |(new, _)| new)
        });
        let (mut mine, other) = (all(&ours), all(&theirs));
        if crlf {
            mine = windows(&mine);
        }
        let done = merge(base, &mine, &other);
        let at: Vec<_> = done.conflicts.iter().map(|c| c.place.as_slice()).collect();
        let text = match at.is_empty() {
            true => done.text.clone(),
            false => marked(&done.text, &other, &at, ["deze", "de andere"]),
        };
        prop_assert_eq!(text.contains("<<<<<<< deze"), !at.is_empty());
        let text = with_comments(&text, &done.lost, "van");
        // Each line that one of them typed anew is there, but for how it is indented or quoted.
        let words = |line: &str| -> String { line.chars().filter(|c| c.is_alphanumeric()).collect() };
        let kept = words(&text);
        let before = words(base);
        for line in mine.lines().chain(other.lines()) {
            let gone = at.is_empty() && (!mine.contains(line) || !other.contains(line));
            // Between brackets, the other may have put a key among those of a line.
            for typed in line.split(['{', ',']).map(words) {
                prop_assert!(before.contains(&typed) || kept.contains(&typed) || (gone && !line.contains("iets")),
                    "{line}\n---\n{text}");
            }
        }
    }

    #[test]
    fn no_text_makes_a_merge_panic(
        base in select(FILES.to_vec()), act in acts(), cut in any::<Index>(),
        typed in select(vec!["\t", "&a ", "*a", "- ", ": ", "[", "}", "\n", "#", "\"", "|", "é", ",", "---\n"]),
    ) {
        let Some((work, _)) = worked(base, act) else { return Ok(()) };
        let places: Vec<usize> = base.char_indices().map(|(at, _)| at).collect();
        let (before, after) = base.split_at(places[cut.index(places.len())]);
        let odd = format!("{before}{typed}{after}");
        for [one, two, three] in [[base, &odd, &work], [base, &work, &odd], [&odd, base, &work]] {
            if let Ok(done) = together(Some(one), [two, three], Choice::Neither) {
                let at: Vec<_> = done.conflicts.iter().map(|c| c.place.as_slice()).collect();
                marked(&done.text, three, &at, ["deze", "de andere"]);
            }
        }
    }
}
