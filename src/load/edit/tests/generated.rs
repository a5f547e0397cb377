//! Documents of all shapes, edited at any place.

use super::shipped::{Way, ways};
use super::*;
use crate::load::edit::value::read;
use crate::load::yaml::tree::{Kind, Node};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

/// A value as it is typed. `noise` decides on comments, blank lines and indentation.
#[derive(Debug, Clone)]
enum Typed {
    Inline(&'static str),
    Lines(&'static str, &'static str),
    Flow(Vec<Typed>, bool, u8),
    List(Vec<Typed>, u8),
    Map(Vec<Typed>, u8),
}

const INLINE: [&str; 12] = [
    "x",
    "4.50",
    "een twee",
    "'it''s'",
    "\"a \\\"b\\\" # x\"",
    "",
    "~",
    "é#x",
    "2022-11",
    "'[a'",
    "\"\"",
    "x: y",
];

const LINES: [(&str, &str); 5] =
    [("|", "een\n\n twee # x"), ("|-", "een"), (">", "een"), (">-", "een"), ("|", "- a: b\nc")];

fn typed() -> impl Strategy<Value = Typed> {
    let inline = select(&INLINE[..11]).prop_map(Typed::Inline);
    let lines = select(&LINES[..]).prop_map(|(sign, text)| Typed::Lines(sign, text));
    let leaf = prop_oneof![4 => inline, 1 => lines];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let many = || prop::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            (many(), any::<bool>(), any::<u8>())
                .prop_map(|(v, map, noise)| Typed::Flow(v, map, noise)),
            (many(), any::<u8>()).prop_map(|(v, noise)| Typed::List(v, noise)),
            (many(), any::<u8>()).prop_map(|(v, noise)| Typed::Map(v, noise)),
        ]
    })
}

impl Typed {
    /// What stands between brackets, where no lines can be.
    fn flow(&self) -> String {
        let (items, map, noise) = match self {
            Typed::Inline("" | "x: y") | Typed::Lines(..) => return "'w'".to_owned(),
            Typed::Inline(typed) => return (*typed).to_owned(),
            Typed::Flow(items, map, noise) => (items, *map, *noise),
            Typed::List(items, noise) => (items, false, *noise),
            Typed::Map(items, noise) => (items, true, *noise),
        };
        let key = |(at, item): (usize, &Typed)| match map {
            true => format!("k{at}: {}", item.flow()),
            false => item.flow(),
        };
        let between = if noise & 1 == 0 { ", " } else { " ," };
        let items: Vec<_> = items.iter().enumerate().map(key).collect();
        let close = if noise & 2 == 0 || items.is_empty() { "" } else { " , " };
        let (open, end) = if map { ('{', '}') } else { ('[', ']') };
        format!("{open}{}{close}{end}", items.join(between))
    }

    /// What stands behind a dash or a colon, whose own column is `column`.
    fn behind(&self, column: usize, dash: bool, out: &mut String) {
        let (items, noise) = match self {
            Typed::Inline(typed) => {
                *out += &format!(" {typed}").trim_end().replace("x: y", "x");
                return;
            }
            Typed::Lines(sign, text) => {
                *out += &format!(" {sign}");
                for line in text.split('\n') {
                    let spaces = if line.is_empty() { 0 } else { column + 2 };
                    *out += &format!("\n{}{line}", " ".repeat(spaces));
                }
                return;
            }
            Typed::Flow(items, map, noise) if noise & 4 == 0 && !items.is_empty() => {
                let next = format!("\n{}", " ".repeat(column + 2));
                let (open, close) = if *map { ('{', '}') } else { ('[', ']') };
                *out += &format!(" {open}");
                for (at, item) in items.iter().enumerate() {
                    let key = if *map { format!("k{at}: ") } else { String::new() };
                    let last = at + 1 == items.len() && noise & 8 == 0;
                    let comma = if last { "" } else { "," };
                    let comment = if noise >> (at % 4 + 4) & 1 == 0 { "" } else { " # c" };
                    *out += &format!("{next}{key}{}{comma}{comment}", item.flow());
                }
                *out += &format!("{next}{close}");
                return;
            }
            Typed::Flow(..) => {
                *out += &format!(" {}", self.flow());
                return;
            }
            Typed::List(items, noise) | Typed::Map(items, noise) => (items, *noise),
        };
        if items.is_empty() {
            *out += if matches!(self, Typed::List(..)) { " []" } else { " {}" };
            return;
        }
        let list = matches!(self, Typed::List(..));
        let step = if list && !dash && noise & 1 == 0 { 0 } else { 2 };
        let on_line = dash && noise & 2 == 0;
        *out += match noise >> 2 & 3 {
            _ if on_line => "",
            0 => "  # c",
            1 => " # c\n# c",
            _ => "",
        };
        for (at, item) in items.iter().enumerate() {
            let gap = match (at, noise >> 4 & 3) {
                (0, _) if on_line => " ".repeat(step - 1),
                (1.., 0) => format!("\n\n{}", " ".repeat(column + step)),
                (1.., 1) => format!("\n{0}# c\n{0}", " ".repeat(column + step)),
                _ => format!("\n{}", " ".repeat(column + step)),
            };
            *out += &gap;
            *out += &if list { "-".to_owned() } else { format!("k{at}:") };
            item.behind(column + step, list, out);
            if noise >> 6 & 1 == 0
                && !matches!(item, Typed::Lines(..) | Typed::List(..) | Typed::Map(..))
            {
                *out += " # c";
            }
        }
        if noise >> 7 == 0 {
            *out += &format!("\n{}# c", " ".repeat(column + step));
        }
    }
}

prop_compose! {
    fn document()(fields in prop::collection::vec(typed(), 1..4), noise in any::<u8>()) -> String {
        let mut out = String::from(if noise & 1 == 0 { "# c\n" } else { "" });
        for (at, field) in fields.iter().enumerate() {
            out += &format!("f{at}:");
            field.behind(0, false, &mut out);
            out += if noise & 2 == 0 { "\n\n" } else { "\n" };
        }
        if noise & 4 == 0 { out } else { out.trim_end().to_owned() }
    }
}

fn value() -> impl Strategy<Value = Value> {
    let leaf =
        select(vec![text("nieuw"), text("a: b"), text("een\n\ntwee\n"), plain("A-1"), text("")]);
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::List),
            prop::collection::vec(inner, 0..3).prop_map(|values| {
                Value::Map(
                    values.into_iter().enumerate().map(|(at, v)| (format!("n{at}"), v)).collect(),
                )
            }),
        ]
    })
}

fn comments(yaml: &str) -> usize {
    yaml.matches("# c").count()
}

fn must(yaml: &str, edited: Result<String, EditError>, way: &Way<'_>) -> String {
    let edited = edited.unwrap_or_else(|error| panic!("{error:?} {way:?}\n{yaml}"));
    let mixed = yaml.contains("\r\n") && edited.replace("\r\n", "").contains('\n');
    assert!(!mixed, "{way:?}\n{yaml}\n---\n{edited}");
    edited
}

/// A text after something is removed, or the text before, where a comment between brackets stands in
/// the way.
fn undone(edited: &str, way: &Way<'_>, before: &str) -> String {
    match remove(edited, way) {
        Err(EditError::Refused(Refusal::Comment)) => before.to_owned(),
        back => must(edited, back, way),
    }
}

/// The edits that fit a node, with what undoes them.
fn edits(yaml: &str, way: &Way<'_>, node: &Node, value: &Value) {
    let within = |step| [way.as_slice(), &[step]].concat();
    let before = comments(yaml);
    match &node.kind {
        Kind::List(items) => {
            let longer = must(yaml, append(yaml, way, value), way);
            assert_eq!(comments(&longer), before, "{yaml}\n---\n{longer}");
            let back = undone(&longer, &within(Item(items.len())), yaml);
            assert!(back == yaml || items.is_empty(), "{yaml}\n---\n{longer}\n---\n{back}");
        }
        Kind::Mapping(pairs) => {
            let last = pairs.last().and_then(|(key, _)| match &key.kind {
                Kind::Scalar(name) => Some(name.as_str()),
                _ => None,
            });
            for after in [None, last] {
                if way.is_empty() && pairs.is_empty() {
                    continue;
                }
                let more = must(yaml, insert(yaml, way, "nieuw", value, after), way);
                assert_eq!(comments(&more), before, "{yaml}\n---\n{more}");
                let back = undone(&more, &within(Key("nieuw")), yaml);
                assert!(back == yaml || pairs.is_empty(), "{yaml}\n---\n{more}\n---\n{back}");
            }
        }
        Kind::Scalar(old) => {
            let changed = must(yaml, set(yaml, way, value), way);
            assert_eq!(comments(&changed), before, "{yaml}\n---\n{changed}");
            let changed = must(yaml, set(yaml, way, &text("iets anders")), way);
            let back = must(&changed, set(&changed, way, &text(old)), way);
            assert_eq!(back, yaml, "{changed}");
        }
        Kind::Null => {
            let changed = must(yaml, set(yaml, way, value), way);
            assert_eq!(comments(&changed), before, "{yaml}\n---\n{changed}");
            must(yaml, append(yaml, way, value), way);
            must(yaml, insert(yaml, way, "nieuw", value, None), way);
        }
    }
    if !way.is_empty() {
        // Lines of text in the place of a list would swallow a comment that stood in it.
        let block = matches!(node.kind, Kind::List(_) | Kind::Mapping(_));
        let lines = block && format!("{value:?}").contains("\\n");
        let edited = set(yaml, way, value);
        assert!(edited.is_ok() || lines && edited == Err(EditError::Unproven), "{edited:?} {yaml}");
        let _ = remove(yaml, way).map_err(|error| match error {
            EditError::Refused(Refusal::Whole | Refusal::Comment) => {}
            other => panic!("{other:?} {way:?}\n{yaml}"),
        });
    }
}

/// Any edit of a text that may be no YAML: no panic.
fn hostile(yaml: &str, value: &Value, at: Index) {
    let Ok(tree) = read(yaml) else { return };
    let mut all = Vec::new();
    ways(&tree, &Vec::new(), &mut all);
    let (way, _) = &all[at.index(all.len())];
    let _ = set(yaml, way, value);
    let _ = append(yaml, way, value);
    let _ = insert(yaml, way, "nieuw", value, None);
    let _ = remove(yaml, way);
}

/// A number of the environment, as in `tests/it/fuzzing`.
fn asked(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: u32::try_from(asked("REKENKAMER_FUZZ_CASES", 256)).unwrap(),
        rng_seed: RngSeed::Fixed(asked("REKENKAMER_FUZZ_SEED", 1)),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_edit_keeps_comments_and_can_be_undone(
        yaml in document(), value in value(), at in any::<Index>(), windows in any::<bool>(),
    ) {
        let tree = read(&yaml);
        prop_assert!(tree.is_ok(), "{yaml}");
        let yaml = if windows { yaml.replace('\n', "\r\n") } else { yaml };
        let tree = read(&yaml).unwrap();
        let mut all = Vec::new();
        ways(&tree, &Vec::new(), &mut all);
        let (way, node) = &all[at.index(all.len())];
        edits(&yaml, way, node, &value);
    }

    #[test]
    fn no_text_makes_an_edit_panic(
        yaml in document(), value in value(), at in any::<Index>(), cut in any::<Index>(),
        typed in select(vec!["\t", "&a ", "*a", "- ", ": ", "[", "}", "\n", "#", "\"", "|", "é", ",", "? ", "\r", "---\n"]),
    ) {
        let places: Vec<usize> = yaml.char_indices().map(|(at, _)| at).collect();
        let (before, after) = yaml.split_at(places[cut.index(places.len())]);
        hostile(&format!("{before}{typed}{after}"), &value, at);
        hostile(before, &value, at);
        hostile(after, &value, at);
    }
}
