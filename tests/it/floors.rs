//! Imports run downward only, between the rooms of `src/` and between the files of a room, and the
//! table of rooms in ARCHITECTURE is what the sources say.

#![expect(clippy::expect_used, reason = "the sources of this package are there")]

use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The path of a module or of something in it, from the root of the crate.
type Names = Vec<String>;

/// The modules of the crate, each with its text.
struct House {
    texts: BTreeMap<Names, String>,
    /// What a module shows of others: its name there, and where it stands.
    shown: BTreeMap<(Names, String), Names>,
}

impl House {
    fn read() -> Self {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut texts = BTreeMap::new();
        files(&src, &mut Vec::new(), &mut texts);
        Self::of(texts)
    }

    fn of(texts: BTreeMap<Names, String>) -> Self {
        let mut house = Self { texts, shown: BTreeMap::new() };
        for (module, text) in &house.texts {
            for (path, is_shown) in uses(text).into_iter().filter(|(_, shown)| *shown) {
                let name = path.last().cloned().filter(|_| is_shown).unwrap_or_default();
                if let Some(whole) = house.absolute(module, &path) {
                    house.shown.insert((module.clone(), name), whole);
                }
            }
        }
        house
    }

    /// A path as it is written in a module, from the root; none where it leads out of the crate.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Names> {
        let ups = path.iter().take_while(|name| *name == "super").count();
        match path.first()?.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([module, &path[1..]].concat()),
            "super" => Some([&module[..module.len().checked_sub(ups)?], &path[ups..]].concat()),
            first => {
                let child = [module, &[first.to_owned()]].concat();
                self.texts.contains_key(&child).then(|| [module, path].concat())
            }
        }
    }

    /// The module in which that stands which a path leads to.
    fn home(&self, path: &[String]) -> Option<Names> {
        let length = (1..=path.len()).rev().find(|n| self.texts.contains_key(&path[..*n]))?;
        let module = path[..length].to_vec();
        match path.get(length).and_then(|name| self.shown.get(&(module.clone(), name.clone()))) {
            Some(shown) => self.home(shown),
            None => Some(module),
        }
    }

    /// The modules that each module uses.
    fn imports(&self) -> BTreeMap<Names, BTreeSet<Names>> {
        let each = self.texts.iter().map(|(module, text)| {
            let paths = uses(text).into_iter().filter(|(_, shown)| !shown).map(|(path, _)| path);
            let homes = paths.chain(named(text)).filter_map(|path| {
                let home = self.home(&self.absolute(module, &path)?)?;
                (home != *module).then_some(home)
            });
            (module.clone(), homes.collect())
        });
        each.collect()
    }
}

/// Reads the files of a folder and below as modules.
fn files(folder: &Path, module: &mut Names, into: &mut BTreeMap<Names, String>) {
    for entry in fs::read_dir(folder).expect("src is there").flatten() {
        let path = entry.path();
        let name = path.file_stem().and_then(|s| s.to_str()).expect("a name").to_owned();
        if path.is_dir() {
            module.push(name);
            files(&path, module, into);
            module.pop();
        } else if path.extension().is_some_and(|e| e == "rs") && !matches!(&*name, "lib" | "main") {
            let own = if name == "mod" { module.clone() } else { [&module[..], &[name]].concat() };
            into.insert(own, without_tests(&fs::read_to_string(&path).expect("readable")));
        }
    }
}

/// A file without its comments and its own tests, which may use what they like.
fn without_tests(text: &str) -> String {
    let code = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let comment = |line: &&str| !line.trim_start().starts_with("//");
    code.lines().filter(comment).collect::<Vec<_>>().join("\n")
}

/// Every path in `use` items, and whether it is shown to others.
fn uses(text: &str) -> Vec<(Names, bool)> {
    let item = Regex::new(r"(?m)^\s*(pub(?:\([^)]*\))? )?use ([^;]+);").expect("a pattern");
    let mut out = Vec::new();
    for found in item.captures_iter(text) {
        let mut paths = Vec::new();
        leaves(found.get(2).expect("a tree").as_str(), &[], &mut paths);
        out.extend(paths.into_iter().map(|path| (path, found.get(1).is_some())));
    }
    out
}

/// The paths of a tree such as `a::{b, c::{d, e as f}}`.
fn leaves(tree: &str, above: &[String], into: &mut Vec<Names>) {
    let (head, inner) = tree.trim().split_once('{').unwrap_or((tree.trim(), ""));
    let head = head.split(" as ").next().unwrap_or_default();
    let names = head.split("::").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
    let path: Names = above.iter().cloned().chain(names).collect();
    let Some(inner) = inner.trim_end().strip_suffix('}') else {
        into.extend((!path.is_empty()).then_some(path));
        return;
    };
    let (mut depth, mut start) = (0, 0);
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                leaves(&inner[start..at], &path, into);
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// Every path that stands in the code itself.
fn named(text: &str) -> Vec<Names> {
    let item = Regex::new(r"(?m)^\s*(?:pub(?:\([^)]*\))? )?use [^;]+;").expect("a pattern");
    let path = Regex::new(r"\b[a-z_]\w*(?:::\w+)+").expect("a pattern");
    let code = item.replace_all(text, "");
    let names = |found: regex::Match<'_>| found.as_str().split("::").map(str::to_owned).collect();
    path.find_iter(&code).map(names).collect()
}

/// A way round from a module to itself.
fn circle(imports: &BTreeMap<Names, BTreeSet<Names>>) -> Option<Vec<String>> {
    fn walk<'i>(
        module: &'i Names,
        imports: &'i BTreeMap<Names, BTreeSet<Names>>,
        way: &mut Vec<&'i Names>,
        done: &mut BTreeSet<&'i Names>,
    ) -> bool {
        way.push(module);
        for next in &imports[module] {
            if let Some(at) = way.iter().position(|one| *one == next) {
                way.drain(..at);
                return true;
            }
            if !done.contains(next) && walk(next, imports, way, done) {
                return true;
            }
        }
        way.pop();
        done.insert(module);
        false
    }
    let mut done = BTreeSet::new();
    imports.keys().find_map(|module| {
        let mut way = Vec::new();
        walk(module, imports, &mut way, &mut done)
            .then(|| way.iter().map(|module| module.join("::")).collect())
    })
}

/// The rows of the table of rooms in ARCHITECTURE: floor, room, imports.
fn table() -> Vec<(usize, String, BTreeSet<String>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let text = fs::read_to_string(path).expect("the document");
    let rows = text.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [floor, room, _, imports] = cells.as_slice() else { return None };
        let room = room.strip_prefix('`')?.strip_suffix('`')?;
        let imports = imports.split(", ").filter(|name| *name != "–").map(str::to_owned);
        Some((floor.parse().ok()?, room.to_owned(), imports.collect()))
    });
    rows.collect()
}

#[test]
fn no_file_is_part_of_a_circle() {
    let imports = House::read().imports();
    assert!(imports.values().flatten().count() > 500, "the reading of imports is broken");
    assert_eq!(circle(&imports), None);
}

#[test]
fn the_table_of_rooms_is_what_the_sources_say_and_imports_run_down() {
    let mut rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (module, imports) in House::read().imports() {
        let own = rooms.entry(module[0].clone()).or_default();
        own.extend(imports.iter().map(|i| i[0].clone()).filter(|room| *room != module[0]));
    }
    let table = table();
    let written: BTreeMap<String, BTreeSet<String>> =
        table.iter().map(|(_, room, imports)| (room.clone(), imports.clone())).collect();
    assert_eq!(written, rooms);
    let floor = |room: &str| table.iter().find(|(_, name, _)| name == room).map(|(n, ..)| *n);
    for (n, room, imports) in &table {
        for used in imports {
            assert!(floor(used) < Some(*n), "`{room}` on floor {n} uses `{used}`");
        }
    }
}

#[test]
fn a_circle_would_be_seen() {
    let file =
        |name: &str, text: &str| (name.split("::").map(str::to_owned).collect(), text.to_owned());
    let circle_of =
        |files: Vec<(Names, String)>| circle(&House::of(files.into_iter().collect()).imports());
    let room = "mod b;\nmod c;\npub use b::B;\n";
    assert_eq!(
        circle_of(vec![
            file("a", room),
            file("a::b", "use super::c::{self, C};"),
            file("a::c", "fn c() { crate::a::B::new(); }"),
        ]),
        Some(vec!["a::b".to_owned(), "a::c".to_owned()]),
    );
    let apart =
        vec![file("a", room), file("a::b", "use super::c::C;"), file("a::c", "use std::a;")];
    assert_eq!(circle_of(apart), None);
}
