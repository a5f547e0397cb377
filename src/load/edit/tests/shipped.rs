//! Every scalar of every YAML file that ships, with both kinds of line ends.

use super::*;
use crate::load::edit::value::read;
use crate::load::yaml::tree::{Kind, Node};
use std::path::{Path, PathBuf};

/// The YAML files of the folders that ship.
fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> =
        ["frameworks", "cases", "templates", "tests/fixtures"].map(|name| root.join(name)).into();
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path if path.extension().is_some_and(|e| e == "yaml") => files.push(path),
                _ => {}
            }
        }
    }
    files.sort();
    files
}

pub type Way<'a> = Vec<Step<'a>>;

/// The way to each scalar and to each list of a tree, with what stands there.
pub fn ways<'a>(node: &'a Node, way: &Way<'a>, into: &mut Vec<(Way<'a>, &'a Node)>) {
    let with = |step| [way.as_slice(), &[step]].concat();
    into.push((way.clone(), node));
    match &node.kind {
        Kind::List(items) => {
            items.iter().enumerate().for_each(|(at, item)| ways(item, &with(Item(at)), into));
        }
        Kind::Mapping(pairs) => {
            for (key, value) in pairs {
                if let Kind::Scalar(name) = &key.kind {
                    ways(value, &with(Key(name)), into);
                }
            }
        }
        _ => {}
    }
}

/// Whether a text has changed only between the mark before a value and its end.
fn outside(before: &str, after: &str, node: &Node) -> bool {
    let mark = before[..node.span.start].rfind([':', '-', '[']).unwrap_or(0);
    let tail = &before[node.span.end..];
    before[..mark] == after[..mark] && after.ends_with(tail.trim_start())
}

#[derive(Debug, Default)]
struct Count {
    tried: usize,
    refused: usize,
    not_back: usize,
    collections: usize,
}

/// One in so many scalars is tried, unless the environment asks for another number.
fn stride() -> usize {
    std::env::var("REKENKAMER_EDIT_STRIDE").ok().and_then(|n| n.parse().ok()).unwrap_or(151)
}

fn try_file(yaml: &str, count: &mut Count, path: &Path) {
    let tree = read(yaml).unwrap();
    let mut all = Vec::new();
    ways(&tree, &Vec::new(), &mut all);
    for (way, node) in all.iter().step_by(stride()) {
        match &node.kind {
            Kind::Scalar(value) => {
                count.tried += 1;
                let Ok(changed) = set(yaml, way, &text("iets anders")) else {
                    println!("{} refuses {way:?}", path.display());
                    count.refused += 1;
                    continue;
                };
                assert!(outside(yaml, &changed, node), "{} {way:?}", path.display());
                let back = set(&changed, way, &text(value)).unwrap();
                if back != yaml {
                    println!("{} not back {way:?}", path.display());
                    count.not_back += 1;
                }
            }
            Kind::List(items) => {
                count.collections += 1;
                let new = map(&[("id", plain("N-1")), ("text", text("een: twee\ndrie\n"))]);
                for value in [new, text("nieuw")] {
                    let longer = append(yaml, way, &value).unwrap();
                    let at = [way.as_slice(), &[Item(items.len())]].concat();
                    assert_eq!(remove(&longer, &at).as_deref(), Ok(yaml), "{way:?}");
                }
            }
            Kind::Mapping(pairs) => {
                count.collections += 1;
                let last = pairs.last().and_then(|(key, _)| match &key.kind {
                    Kind::Scalar(name) => Some(name.as_str()),
                    _ => None,
                });
                for after in [None, last] {
                    let more = insert(yaml, way, "nieuw", &plain("N-1"), after).unwrap();
                    let at = [way.as_slice(), &[Key("nieuw")]].concat();
                    assert_eq!(remove(&more, &at).as_deref(), Ok(yaml), "{way:?}");
                }
            }
            _ => {}
        }
    }
}

#[test]
fn an_edit_of_a_file_that_ships_changes_one_value_and_can_be_undone() {
    let mut count = Count::default();
    for path in files() {
        let yaml = std::fs::read_to_string(&path).unwrap();
        try_file(&yaml, &mut count, &path);
        try_file(&yaml.replace('\n', "\r\n"), &mut count, &path);
    }
    println!("{count:?}");
    assert!(count.refused * 50 <= count.tried && count.not_back * 50 <= count.tried, "{count:?}");
}
