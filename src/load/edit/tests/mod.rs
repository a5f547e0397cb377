//! Facts about each shape of YAML, then properties over generated documents and over the files that
//! ship.

mod generated;
mod shipped;

use super::{EditError, Refusal, Step, Value, append, insert, remove, set};
use Step::{Item, Key};

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn plain(text: &str) -> Value {
    Value::Plain(text.to_owned())
}

fn map(pairs: &[(&str, Value)]) -> Value {
    Value::Map(pairs.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect())
}

/// Holds an edit of a text against its result, with both kinds of line ends and a byte order mark.
#[track_caller]
fn gives(edit: impl Fn(&str) -> Result<String, EditError>, before: &str, after: &str) {
    assert_eq!(edit(before).as_deref(), Ok(after));
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(edit(&windows(before)), Ok(windows(after)));
}

#[test]
fn a_scalar_keeps_its_quotes_its_spaces_and_its_comment() {
    let to = |value: &'static str| move |yaml: &str| set(yaml, &[Key("a")], &text(value));
    gives(to("y z"), "a:  x  # c\nb: 1\n", "a:  y z  # c\nb: 1\n");
    gives(to("y"), "a: 'x' # c\n", "a: 'y' # c\n");
    gives(to("zo'n"), "a: 'x'\n", "a: 'zo''n'\n");
    gives(to("y \"z\""), "a: \"x\"\n", "a: \"y \\\"z\\\"\"\n");
    gives(to("y"), "a:\n  # c\n  x\nb: 1", "a:\n  # c\n  y\nb: 1");
    gives(to("y"), "a: x\n  en meer # c\nb: 1\n", "a: y # c\nb: 1\n");
    gives(to("y"), "b: {c: d}\n'a' : x", "b: {c: d}\n'a' : y");
    gives(to("y"), "---\na: x\n...\n", "---\na: y\n...\n");
}

#[test]
fn a_text_that_would_be_read_otherwise_gets_quotes() {
    let to = |value: &'static str| move |yaml: &str| set(yaml, &[Key("a")], &text(value));
    gives(to("y: z"), "a: x\n", "a: \"y: z\"\n");
    gives(to("y # z"), "a: x # c\n", "a: \"y # z\" # c\n");
    gives(to("- y"), "a: x\n", "a: \"- y\"\n");
    gives(to("null"), "a: x\n", "a: \"null\"\n");
    gives(to(""), "a: x\n", "a: \"\"\n");
    gives(to(" y"), "a: x\n", "a: \" y\"\n");
    gives(to("y\tz\u{7}"), "a: 'x'\n", "a: \"y\\u0009z\\u0007\"\n");
    gives(to("*y*"), "a: x\n", "a: \"*y*\"\n");
    gives(to("4.50"), "a: x\n", "a: 4.50\n");
    gives(|yaml| set(yaml, &[Key("a"), Item(0)], &text("y, z")), "a: [x]\n", "a: [\"y, z\"]\n");
}

#[test]
fn a_word_is_written_as_it_is_or_not_at_all() {
    gives(|yaml| set(yaml, &[Key("a")], &plain("2.0")), "a: 1.0 # c\n", "a: 2.0 # c\n");
    gives(|yaml| set(yaml, &[Key("a")], &plain("null")), "a: 1.0\n", "a: null\n");
    assert_eq!(set("a: 1\n", &[Key("a")], &plain("b: c")), Err(EditError::Unproven));
    assert_eq!(set("a: 1\n", &[Key("a")], &plain("b # c")), Err(EditError::Unproven));
    assert_eq!(set("a: [1]\n", &[Key("a"), Item(0)], &plain("b, c")), Err(EditError::Unproven));
}

#[test]
fn a_key_without_a_value_gets_one() {
    let to = |value: &'static str| move |yaml: &str| set(yaml, &[Key("a")], &text(value));
    gives(to("y"), "a:\nb: 1\n", "a: y\nb: 1\n");
    gives(to("y"), "a:   # c\nb: 1\n", "a: y   # c\nb: 1\n");
    gives(to("y"), "a: ~ # c\n", "a: y # c\n");
    gives(to("y"), "{b: 1, a: , c: 2}", "{b: 1, a: y , c: 2}");
    gives(to("y"), "a:", "a: y");
    gives(|yaml| set(yaml, &[Item(1)], &text("y")), "- 1\n-\n- 2\n", "- 1\n- y\n- 2\n");
}

#[test]
fn a_text_with_line_breaks_stands_on_lines_of_its_own() {
    let to = |value: &'static str| move |yaml: &str| set(yaml, &[Key("a"), Key("b")], &text(value));
    gives(
        to("y\n\nz\n"),
        "a:\n    b: x # c\nd: 1\n",
        "a:\n    b: | # c\n      y\n\n      z\nd: 1\n",
    );
    gives(
        to("y\nz"),
        "a:\n  b: |  # c\n     x\n\nd: 1\n",
        "a:\n  b: |-  # c\n     y\n     z\n\nd: 1\n",
    );
    gives(to("y\n"), "a:\n  b: >-\n    x\n    x\n# c\nd: 1\n", "a:\n  b: >-\n    y\n# c\nd: 1\n");
    gives(to("y\nz"), "a:\n  b: >-\n    x\n", "a:\n  b: >-\n    y\n\n    z\n");
    gives(to("y\n\n"), "a:\n  b: |+\n    x\n\n\nd: 1\n", "a:\n  b: |+\n    y\n\nd: 1\n");
    gives(to("y\n"), "a: {b: x}\n", "a: {b: \"y\\n\"}\n");
    gives(to("y"), "a:\n  b: |\nd: 1\n", "a:\n  b: |\n    y\nd: 1\n");
    gives(to(" y\nz"), "a:\n  b: x\n", "a:\n  b: \" y\\nz\"\n");
    gives(to("y\nz\n"), "a:\n  b: x", "a:\n  b: |\n    y\n    z");
}

#[test]
fn a_value_of_one_kind_takes_the_place_of_another() {
    let list = Value::List(vec![map(&[("k", text("v")), ("l", text("w\n"))]), plain("2")]);
    let to = |value: Value| move |yaml: &str| set(yaml, &[Key("a")], &value);
    let after = "a: # c\n  - k: v\n    l: |\n      w\n  - 2\nb: 1\n";
    gives(to(list.clone()), "a: x # c\nb: 1\n", after);
    gives(to(list.clone()), "a: # c\n  x: 1\n  y: 2\nb: 1\n", after);
    gives(to(list.clone()), "a: [] # c\nb: 1\n", after);
    gives(to(text("x")), after, "a: x # c\nb: 1\n");
    gives(to(Value::List(vec![])), after, "a: [] # c\nb: 1\n");
    gives(to(map(&[])), after, "a: {} # c\nb: 1\n");
    gives(to(list), "a: x\nb:\n- 1\n", "a:\n- k: v\n  l: |\n    w\n- 2\nb:\n- 1\n");
    gives(to(Value::List(vec![plain("1"), text("b")])), "a: ['x'] # c\n", "a: [1, b] # c\n");
    let item = map(&[("k", text("v\nw")), ("l", text("x"))]);
    gives(
        |yaml| set(yaml, &[Item(0)], &item),
        "-  x # c\n- y\n",
        "-  k: |- # c\n     v\n     w\n   l: x\n- y\n",
    );
}

#[test]
fn an_item_goes_behind_the_last_one_and_its_comments() {
    let add = |value: Value| move |yaml: &str| append(yaml, &[Key("a")], &value);
    gives(add(text("y")), "a:\n  - x # c\nb: 1\n", "a:\n  - x # c\n  - y\nb: 1\n");
    gives(add(text("y")), "a:\n- x\n\n# on b\nb: 1\n", "a:\n- x\n- y\n\n# on b\nb: 1\n");
    gives(
        add(text("y")),
        "a:\n  - x\n  # - z\n\n# b\nb: 1\n",
        "a:\n  - x\n  # - z\n  - y\n\n# b\nb: 1\n",
    );
    gives(add(text("y")), "a:\n- x\n  # deep\n# b\nb: 1\n", "a:\n- x\n  # deep\n- y\n# b\nb: 1\n");
    gives(add(text("y")), "a:\n  - x\n\n  - x", "a:\n  - x\n\n  - x\n\n  - y");
    gives(add(text("y")), "a:\n  - 'x'\n", "a:\n  - 'x'\n  - 'y'\n");
    let entry = map(&[("id", plain("Y-1")), ("text", text("y\nz\n"))]);
    gives(
        add(entry.clone()),
        "a:\n  - id: X\n    text: |\n      x\n\nb: 1\n",
        "a:\n  - id: X\n    text: |\n      x\n  - id: Y-1\n    text: |\n      y\n      z\n\nb: 1\n",
    );
    gives(
        add(entry.clone()),
        "a: []\nb: 1\n",
        "a:\n  - id: Y-1\n    text: |\n      y\n      z\nb: 1\n",
    );
    gives(add(entry), "a: [{id: X}]\n", "a: [{id: X}, {id: Y-1, text: \"y\\nz\\n\"}]\n");
    gives(|yaml| append(yaml, &[], &text("y")), "- x\n# end\n", "- x\n- y\n# end\n");
    gives(|yaml| append(yaml, &[Item(0)], &text("y")), "- - x\n- z\n", "- - x\n  - y\n- z\n");
}

#[test]
fn a_list_between_brackets_stays_so() {
    let add = |value: Value| move |yaml: &str| append(yaml, &[Key("a")], &value);
    gives(add(plain("y")), "a: [x, x ] # c\n", "a: [x, x, y ] # c\n");
    gives(add(plain("y")), "a: [] # c\n", "a: [y] # c\n");
    gives(add(plain("y")), "a: [\n  x,\n  x,\n]\n", "a: [\n  x,\n  x, y,\n]\n");
    gives(add(plain("y")), "a: [\n  x, # c\n  x # d\n]\n", "a: [\n  x, # c\n  x, # d\n  y\n]\n");
    gives(add(plain("y")), "a: [\n  x, # ]\n]\n", "a: [\n  x, # ]\n  y,\n]\n");
    gives(add(plain("y")), "a: # c\n  # d\nb: 1\n", "a: # c\n  - y\n  # d\nb: 1\n");
    gives(add(plain("y")), "a:\nb: 1\n", "a:\n  - y\nb: 1\n");
    gives(|yaml| append(yaml, &[Item(0), Key("a")], &plain("y")), "[{a: }]", "[{a: [y] }]");
    assert_eq!(append("a: x\n", &[Key("a")], &plain("y")), Err(EditError::NotThisKind(3..4)));
}

#[test]
fn a_key_goes_behind_another_or_before_all() {
    let first = |yaml: &str| insert(yaml, &[Item(0)], "id", &plain("A1"), None);
    gives(first, "- title: x # c\n  text: y\n", "- id: A1\n  title: x # c\n  text: y\n");
    gives(first, "- {title: x}\n", "- {id: A1, title: x}\n");
    gives(first, "- {}\n- x\n", "- {id: A1}\n- x\n");
    gives(first, "- # c\n- x\n", "- id: A1 # c\n- x\n");
    gives(first, "-\n  # c\n  title: x\n", "-\n  # c\n  id: A1\n  title: x\n");
    let behind = |yaml: &str| insert(yaml, &[], "b", &text("y\n"), Some("a"));
    gives(behind, "a:\n  - x\n  # c\n\nd: 1\n", "a:\n  - x\n  # c\nb: |\n  y\n\nd: 1\n");
    gives(behind, "a: 1\n# on d\nd: 1\n", "a: 1\nb: |\n  y\n# on d\nd: 1\n");
    gives(behind, "{a: 1, d: 1}", "{a: 1, b: \"y\\n\", d: 1}");
    gives(
        |yaml| insert(yaml, &[], "b", &text("y\nz\n"), Some("a")),
        "c: 1\na: 1",
        "c: 1\na: 1\nb: |\n  y\n  z",
    );
    gives(|yaml| insert(yaml, &[], "b", &plain(""), None), "a: 1\n", "b:\na: 1\n");
    gives(|yaml| insert(yaml, &[], "x: y", &text("z"), None), "a: 1\n", "\"x: y\": z\na: 1\n");
    let add = |yaml| insert(yaml, &[Key("a")], "b", &plain("1"), Some("c"));
    assert_eq!(add("a:\n  b: 1\n"), Err(EditError::Refused(Refusal::Duplicate)));
    assert_eq!(add("a:\n  d: 1\n"), Err(EditError::NotFound(5..9)));
    assert_eq!(add("a: [b]\n"), Err(EditError::NotThisKind(3..6)));
}

#[test]
fn what_is_removed_takes_its_lines_along() {
    let drop = |path: Vec<Step<'static>>| move |yaml: &str| remove(yaml, &path);
    gives(
        drop(vec![Key("a"), Item(1)]),
        "a:\n  - x # c\n  - y # d\n  - z\n",
        "a:\n  - x # c\n  - z\n",
    );
    gives(drop(vec![Key("a"), Item(1)]), "a:\n  - x\n\n  - y", "a:\n  - x");
    gives(drop(vec![Item(0), Key("id")]), "- id: 1 # c\n  # t\n  t: 1\n", "- # t\n  t: 1\n");
    gives(drop(vec![Key("a")]), "a: |\n  x\n\nb: 1\n", "\nb: 1\n");
    gives(drop(vec![Key("a"), Item(0)]), "a: # c\n  - x\nb: 1\n", "a: [] # c\nb: 1\n");
    gives(drop(vec![Key("a"), Item(0)]), "a: [x, y]\n", "a: [y]\n");
    gives(drop(vec![Key("a"), Item(1)]), "a: [x, y ]\n", "a: [x ]\n");
    gives(drop(vec![Key("a"), Item(1)]), "a: [x, y, z]\n", "a: [x, z]\n");
    let lost = remove("a: [x, # c\n  y]\n", &[Key("a"), Item(0)]);
    assert_eq!(lost, Err(EditError::Refused(Refusal::Comment)));
    assert_eq!(remove("a: 1\n", &[Key("a")]), Err(EditError::Refused(Refusal::Whole)));
    assert_eq!(remove("a: 1\n", &[]), Err(EditError::Refused(Refusal::Whole)));
}

#[test]
fn what_is_not_edited_says_why() {
    let tried = |yaml: &str| set(yaml, &[Key("a")], &text("y"));
    let refused = |reason| Err(EditError::Refused(reason));
    assert_eq!(tried("a: x\n---\na: x\n"), refused(Refusal::Documents));
    assert_eq!(tried("a: x\nb: [\n"), refused(Refusal::Invalid));
    assert_eq!(tried("a: x\n b: y\n"), refused(Refusal::Invalid));
    assert_eq!(tried("a: x\t# c\nb: 1\n"), refused(Refusal::Tab));
    assert_eq!(tried("a:\tx\n"), refused(Refusal::Tab));
    assert_eq!(tried("a: x\nb: &c 1\n"), refused(Refusal::Reference));
    assert_eq!(tried("a: x\nb: !c 1\n"), refused(Refusal::Reference));
    assert_eq!(tried("a: &c x\nb: *c\n"), refused(Refusal::Reference));
    assert_eq!(tried("? a\n: x\n"), refused(Refusal::Unknown));
    assert_eq!(tried("a: x\na: y\n"), refused(Refusal::Duplicate));
    assert_eq!(tried("b: x\n"), Err(EditError::NotFound(0..4)));
    assert_eq!(tried("- x\n"), Err(EditError::NotThisKind(0..3)));
    assert_eq!(tried("# c\n"), Err(EditError::NotThisKind(4..4)));
    assert_eq!(set("a: x\n", &[], &text("y")), refused(Refusal::Whole));
    assert_eq!(set("a: {b}\n", &[Key("a"), Key("b")], &text("y")), Err(EditError::Unproven));
}
