//! The edits of a cell that changed: as small as they can be, so that comments, order and quotes stay.

use super::columns::Column;
use super::entries::{Entry, evidence, items};
use super::typed::{Line, Typed};
use crate::load::edit::{EditError, Step, Value, append, extend, insert, remove, set};
use crate::load::yaml::tree::{Kind, Node};
use crate::text::one_line;

/// The text of a file with another value at a key of an entry. `behind` is the key after which a new
/// one comes.
pub fn edited(
    text: &str,
    entry: &Entry,
    column: &Column,
    behind: &str,
    new: &Typed,
) -> Result<String, EditError> {
    let Some(old) = entry.node.as_ref().and_then(|node| node.get(column.key)) else {
        return match new.value() {
            Some(value) => insert(text, &entry.way, column.key, &value, Some(behind)),
            None => Ok(text.to_owned()),
        };
    };
    let mut way = entry.way.clone();
    way.push(Step::Key(column.key));
    match (new, new.value()) {
        (_, None) => remove(text, &way),
        (Typed::Codes(codes), Some(value)) => listed(text, &way, old, codes, &value),
        (Typed::Points(points), Some(value)) => answers(text, &way, old, points, &value),
        (Typed::Evidence(lines), Some(value)) => sources(text, &way, old, lines, &value),
        (_, Some(value)) => set(text, &way, &value),
    }
}

fn below<'w>(way: &[Step<'w>], step: Step<'w>) -> Vec<Step<'w>> {
    way.iter().copied().chain([step]).collect()
}

/// A list of codes: what was taken out goes, what is new comes behind it. In another order, it is
/// written anew.
fn listed(
    text: &str,
    way: &[Step<'_>],
    old: &Node,
    new: &[String],
    value: &Value,
) -> Result<String, EditError> {
    let old: Vec<&str> = items(Some(old)).filter_map(Node::text).collect();
    let kept: Vec<&str> =
        old.iter().copied().filter(|code| new.iter().any(|own| own == code)).collect();
    let (same, added) = new.split_at(kept.len().min(new.len()));
    if kept.is_empty() || kept != same.iter().map(String::as_str).collect::<Vec<_>>() {
        return set(text, way, value);
    }
    let gone = old.iter().enumerate().filter(|(_, code)| !kept.contains(code));
    let gone: Vec<usize> = gone.map(|(at, _)| at).collect();
    let text = gone
        .into_iter()
        .rev()
        .try_fold(text.to_owned(), |text, at| remove(&text, &below(way, Step::Item(at))))?;
    let added: Vec<Value> = added.iter().map(|code| Value::Text(code.clone())).collect();
    if added.is_empty() { Ok(text) } else { extend(&text, way, &added) }
}

/// The answers to points, each by its own.
fn answers(
    text: &str,
    way: &[Step<'_>],
    old: &Node,
    new: &[(String, String)],
    value: &Value,
) -> Result<String, EditError> {
    let Kind::Mapping(pairs) = &old.kind else { return set(text, way, value) };
    let names: Vec<&str> = pairs.iter().filter_map(|(key, _)| key.text()).collect();
    let mut text = text.to_owned();
    let mut last = names.last().copied();
    for (name, answer) in new {
        let typed = Value::Text(answer.clone());
        match old.get(name) {
            Some(node) if node.text() == Some(answer) => {}
            Some(_) => text = set(&text, &below(way, Step::Key(name)), &typed)?,
            None => {
                text = insert(&text, way, name, &typed, last)?;
                last = Some(name);
            }
        }
    }
    let gone = names.iter().filter(|name| !new.iter().any(|(own, _)| own == *name));
    gone.copied().try_fold(text, |text, name| remove(&text, &below(way, Step::Key(name))))
}

/// The sources of a finding: each old one keeps what no cell shows, such as a quote.
fn sources(
    text: &str,
    way: &[Step<'_>],
    old: &Node,
    new: &[Line],
    value: &Value,
) -> Result<String, EditError> {
    if !matches!(old.kind, Kind::List(_)) {
        return set(text, way, value);
    }
    let old: Vec<&Node> = items(Some(old)).collect();
    let pairs = paired(&old, new);
    let mut text = text.to_owned();
    for (at, line) in pairs.iter().enumerate() {
        let (Some(line), Some(node)) = (line.and_then(|line| new.get(line)), old.get(at)) else {
            continue;
        };
        let way = below(way, Step::Item(at));
        for (key, typed) in [("locator", &line.locator), ("stance", &line.stance)] {
            let was = node.get(key).and_then(Node::text).map(one_line).unwrap_or_default();
            text = match (was == *typed, node.has(key), typed.is_empty()) {
                (true, ..) | (_, false, true) => continue,
                (_, true, true) => remove(&text, &below(&way, Step::Key(key)))?,
                (_, true, false) => {
                    set(&text, &below(&way, Step::Key(key)), &Value::Text(typed.clone()))?
                }
                (_, false, false) => {
                    insert(&text, &way, key, &Value::Text(typed.clone()), Some("source"))?
                }
            };
        }
    }
    for (at, line) in new.iter().enumerate() {
        if !pairs.contains(&Some(at)) {
            text = append(&text, way, &line.value())?;
        }
    }
    let gone = pairs.iter().enumerate().filter(|(_, line)| line.is_none()).map(|(at, _)| at);
    gone.rev().try_fold(text, |text, at| remove(&text, &below(way, Step::Item(at))))
}

/// For each source of a finding the line that is about it: the same line, else one of the same source.
fn paired(old: &[&Node], new: &[Line]) -> Vec<Option<usize>> {
    let mut pairs: Vec<Option<usize>> = vec![None; old.len()];
    let mut free: Vec<usize> = (0..new.len()).collect();
    let same =
        |node: &Node, line: &Line| super::typed::line(&evidence(node)).as_ref() == Some(line);
    let source = |node: &Node, line: &Line| {
        node.get("source").and_then(Node::text) == Some(line.source.as_str())
    };
    for whole in [true, false] {
        for (node, pair) in old.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
            let rule = |line| if whole { same(node, line) } else { source(node, line) };
            let fits = |at: &usize| new.get(*at).is_some_and(rule);
            if let Some(place) = free.iter().position(fits) {
                *pair = Some(free.remove(place));
            }
        }
    }
    pairs
}

/// The source that would lose what no cell shows, a quote or where was searched; or of which, among
/// others of one source, nobody knows to which line that belongs now.
pub fn lost(entry: &Entry, new: &[Line]) -> Option<String> {
    let old: Vec<&Node> = items(entry.node.as_ref().and_then(|n| n.get("evidence"))).collect();
    let pairs = paired(&old, new);
    let source = |node: &Node| node.get("source").and_then(Node::text).map(str::to_owned);
    let same =
        |node: &Node, line: &Line| super::typed::line(&evidence(node)).as_ref() == Some(line);
    let is_lost = |(node, pair): &(&Node, Option<usize>)| {
        let others = old.iter().filter(|other| source(other) == source(node)).count();
        let line = pair.and_then(|at| new.get(at));
        let more = node.has("quote") || node.has("searched");
        more && line.is_none_or(|line| others > 1 && !same(node, line))
    };
    old.iter().copied().zip(pairs).find(is_lost).map(|(node, _)| evidence(node))
}
