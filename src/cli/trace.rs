//! `rekenkamer trace`: shows what an item of a case rests on, and what rests on it.

use super::names::existing_path;
use super::outcome::Outcome;
use super::tell;
use crate::diagnostics::{Code, Diagnostic, Item, Report, SourceMap, nearest, phrase, portable};
use crate::model::{Case, Evidence, Stance, Strength};
use crate::pipeline::{Prepared, scored};
use crate::privacy::{Outgoing, Typed, clear};
use crate::reasoning::chain::{Branch, Graph, Key, Node};
use crate::view::words;
use anyhow::Result;
use clap::ValueEnum;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// How the chain is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// An indented list
    Text,
    /// JSON, for another program
    Json,
}

/// Arguments of `trace`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the case
    #[arg(value_name = "CASE", value_parser = existing_path())]
    case: PathBuf,
    /// The code of a source, finding, criterion, conclusion, recommendation, sub-question or observation
    #[arg(value_name = "CODE")]
    id: String,
    /// How the chain is shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// An item and its chain, as JSON.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Chain {
    #[serde(flatten)]
    thing: Thing,
    rests_on: Vec<Step>,
    carries: Vec<Step>,
}

/// An item: its kind and its place in the files.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Thing {
    kind: &'static str,
    id: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    judgement: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    strength: Option<Strength>,
    file: String,
    line: usize,
}

/// A step in a chain, with the steps that follow.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Step {
    #[serde(flatten)]
    thing: Thing,
    #[serde(skip_serializing_if = "Option::is_none")]
    stance: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locator: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    next: Vec<Step>,
}

/// Traces an item through a case.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut prepared = scored(std::slice::from_ref(&args.case));
    if prepared.has_errors() {
        tell::problems(&prepared.report, &prepared.sources);
        tell::line(&tell::summary(&prepared.report.sorted()));
        return Ok(Outcome::Errors);
    }
    let mut out = Vec::new();
    for scored in &prepared.cases {
        let graph = Graph::of(&scored.case, &scored.scorecard);
        let found = graph.named(&args.id);
        if found.is_empty() {
            tell::problems(&unknown(args, &graph, &scored.case), &prepared.sources);
            return Ok(Outcome::Errors);
        }
        let sources = &prepared.sources;
        let (name, text) = match args.format {
            Format::Text => {
                let texts: Vec<String> = found.iter().map(|k| text(&graph, *k, sources)).collect();
                ("spoor.txt", texts.join("\n"))
            }
            Format::Json => {
                let chains: Vec<_> =
                    found.iter().filter_map(|k| chain(&graph, *k, sources)).collect();
                ("spoor.json", format!("{}\n", serde_json::to_string_pretty(&chains)?))
            }
        };
        out.push((scored.guard(), Outgoing::new(Path::new(""), name, text)));
    }
    let mut passed = Vec::new();
    for (guard, file) in out {
        let Prepared { sources, texts, report, .. } = &mut prepared;
        let typed = Typed { texts, sources, folders: &[] };
        // Uncertain names are reported by the commands that publish them.
        let mut found = Report::default();
        passed.push(clear(&guard, vec![file], &typed, &mut found));
        report.extend(if found.has_errors() { found } else { Report::default() });
    }
    let Some(files) = passed.into_iter().collect::<Option<Vec<_>>>() else {
        tell::problems(&prepared.report, &prepared.sources);
        tell::line(&tell::summary(&prepared.report.sorted()));
        return Ok(Outcome::Errors);
    };
    files.iter().flatten().try_for_each(tell::publish)?;
    Ok(Outcome::Fine)
}

/// The error that the case has no item with this code.
fn unknown(args: &Args, graph: &Graph<'_>, case: &Case) -> Report {
    let place = portable(&args.case);
    let diagnostic = Diagnostic::of_file(Code::UnknownItem, place).with("value", &args.id);
    let left_out = case.frameworks.iter().flat_map(|f| &f.left_out).any(|(id, _)| *id == args.id);
    let help = match nearest(&args.id, graph.ids()) {
        _ if left_out => Some(phrase("norm-not-chosen")),
        near => near.map(|near| phrase("meant").with("nearest", near)),
    };
    let mut report = Report::default();
    report.push(diagnostic.with_some("help", help));
    report
}

/// The chain as an indented list: the item, what it rests on, what rests on it.
fn text<'a>(graph: &Graph<'a>, key: Key<'a>, sources: &SourceMap) -> String {
    let mut out = String::new();
    if let Some(node) = graph.node(key) {
        line(node, None, 0, sources, &mut out);
    }
    let parts = [
        (true, phrase("rests-on"), graph.below(key), phrase("rests-on-nothing")),
        (false, phrase("carries"), graph.above(key), phrase("carries-nothing")),
    ];
    for (below, heading, branches, none) in parts {
        if branches.is_empty() {
            if looked_for(key.0, below) {
                out.push_str(&format!("{}\n", tell::words(&none)));
            }
            continue;
        }
        out.push_str(&format!("{}\n", tell::words(&heading)));
        branches.iter().for_each(|b| tree(b, 1, sources, &mut out));
    }
    out
}

/// Whether an empty chain is worth mentioning: a source never rests on anything, and nothing rests
/// on a recommendation.
fn looked_for(item: Item, below: bool) -> bool {
    if below {
        return item != Item::Source;
    }
    matches!(item, Item::Source | Item::Finding | Item::Criterion | Item::Conclusion)
}

fn tree(branch: &Branch<'_>, depth: usize, sources: &SourceMap, out: &mut String) {
    line(&branch.node, branch.evidence, depth, sources, out);
    branch.branches.iter().for_each(|b| tree(b, depth + 1, sources, out));
}

fn line(
    node: &Node<'_>,
    evidence: Option<&Evidence>,
    depth: usize,
    sources: &SourceMap,
    out: &mut String,
) {
    let (item, id) = node.key;
    let stance = evidence.map(|e| match e.stance {
        Stance::Supports => phrase("supports"),
        Stance::Contradicts => phrase("contradicts"),
    });
    let stance = stance.map(|words| format!("{}: ", tell::words(&words))).unwrap_or_default();
    let judgement = node.judgement.map_or_else(String::new, |(outcome, strength)| {
        let strength = strength.map(|s| format!(", {}", words::strength(Some(s))));
        format!(" ({}{})", words::outcome(outcome), strength.unwrap_or_default())
    });
    let locator = evidence.and_then(|e| e.locator.as_ref()).map(|l| format!(" ({l})"));
    let place = sources.line_column(node.place).line;
    out.push_str(&format!(
        "{}{stance}{} {id} {}{judgement}{}  {}:{place}\n",
        "  ".repeat(depth),
        tell::words(&item.word()),
        node.title,
        locator.unwrap_or_default(),
        sources.path(node.place.file),
    ));
}

fn chain<'a>(graph: &Graph<'a>, key: Key<'a>, sources: &SourceMap) -> Option<Chain> {
    let steps = |branches: Vec<Branch<'_>>| branches.iter().map(|b| step(b, sources)).collect();
    Some(Chain {
        thing: thing(graph.node(key)?, sources),
        rests_on: steps(graph.below(key)),
        carries: steps(graph.above(key)),
    })
}

fn step(branch: &Branch<'_>, sources: &SourceMap) -> Step {
    let stance = |e: &Evidence| match e.stance {
        Stance::Supports => "supports",
        Stance::Contradicts => "contradicts",
    };
    Step {
        thing: thing(&branch.node, sources),
        stance: branch.evidence.map(stance),
        locator: branch.evidence.and_then(|e| e.locator.clone()),
        next: branch.branches.iter().map(|b| step(b, sources)).collect(),
    }
}

fn thing(node: &Node<'_>, sources: &SourceMap) -> Thing {
    let (item, id) = node.key;
    Thing {
        kind: key(item),
        id: id.to_owned(),
        title: node.title.clone(),
        judgement: node.judgement.map(|(outcome, _)| outcome.key()),
        strength: node.judgement.and_then(|(_, strength)| strength),
        file: sources.path(node.place.file).to_owned(),
        line: sources.line_column(node.place).line,
    }
}

/// The word for a kind of item in JSON.
fn key(item: Item) -> &'static str {
    match item {
        Item::Framework => "framework",
        Item::Criterion => "criterion",
        Item::Finding => "finding",
        Item::Source => "source",
        Item::Question => "sub-question",
        Item::Conclusion => "conclusion",
        Item::Recommendation => "recommendation",
        Item::Observation => "observation",
    }
}
