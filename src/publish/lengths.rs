//! The lengths of texts in the description of a document. The theme lays out by them: Typst would
//! count them too, but more slowly than it sets the text.

use crate::markdown::REMARK;
use serde_json::{Value, json};
use unicode_segmentation::UnicodeSegmentation;

/// Adds the lengths to the blocks: `size` of a paragraph, a heading and a table cell, `long` of a
/// text, in bytes, and `lengths` of the columns of a table, in characters. Also `volume` of a block,
/// `words` of a heading, and whether a list is `tight`.
pub fn add_lengths(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(add_lengths),
        Value::Object(keys) => {
            keys.values_mut().for_each(add_lengths);
            let part = |key: &str| keys.get(key).unwrap_or(&Value::Null);
            let volume = |volume: usize| ("volume", json!(volume));
            let new = match part("t").as_str().unwrap_or_default() {
                "para" => vec![("size", size(part("c"))), volume(of_text(part("c")))],
                "heading" => vec![
                    ("size", size(part("c"))),
                    volume(of_text(part("c"))),
                    ("words", json!(plain(part("c")).trim())),
                ],
                "text" => vec![("long", json!(longest_word(part("v"))))],
                "list" => vec![
                    volume(each(part("items")).map(of_blocks).sum()),
                    ("tight", json!(each(part("items")).all(is_short))),
                ],
                "quote" | "callout" => vec![volume(80 + of_blocks(part("c")))],
                "code" if keys.contains_key("text") => {
                    vec![volume(part("text").as_str().unwrap_or_default().len())]
                }
                "table" => vec![
                    ("sizes", each(part("rows")).map(sizes).collect()),
                    ("lengths", columns(part("header"), part("rows"))),
                    volume(400 + 150 * each(part("rows")).count()),
                ],
                "figure" | "rule" => vec![volume(400)],
                _ => return,
            };
            keys.extend(new.into_iter().map(|(key, value)| (key.to_owned(), value)));
        }
        _ => {}
    }
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// Roughly how much text a paragraph or heading is, with its footnotes.
fn of_text(inlines: &Value) -> usize {
    60 + plain(inlines).len() + 200 * each(inlines).filter(|inline| inline["t"] == "note").count()
}

/// The volume of blocks that have theirs.
fn of_blocks(blocks: &Value) -> usize {
    each(blocks).map(volume_of).sum()
}

fn volume_of(block: &Value) -> usize {
    block["volume"].as_u64().and_then(|volume| volume.try_into().ok()).unwrap_or(0)
}

/// Whether an item of a list is short: one block, or a paragraph with lists below it.
fn is_short(item: &Value) -> bool {
    let is = |kind: &'static str| move |block: &&Value| block["t"] == kind;
    let one = match each(item).next() {
        Some(first) if is("para")(&first) => each(item).skip(1).all(|block| is("list")(&block)),
        _ => each(item).count() <= 1,
    };
    one && each(item).filter(is("para")).map(volume_of).sum::<usize>() < 200
}

/// The bytes of inline content.
fn size(inlines: &Value) -> Value {
    json!(plain(inlines).len())
}

/// The bytes of each cell of a row.
fn sizes(row: &Value) -> Value {
    each(row).map(size).collect()
}

/// The bytes of the longest word.
fn longest_word(text: &Value) -> usize {
    text.as_str().unwrap_or_default().split(' ').map(str::len).max().unwrap_or(0)
}

/// What each column of a table measures.
fn columns(header: &Value, rows: &Value) -> Value {
    each(header).enumerate().map(|(nth, title)| column(title, nth, rows)).collect()
}

/// What one column of a table measures, in characters.
fn column(title: &Value, nth: usize, rows: &Value) -> Value {
    let title = plain(title);
    let texts: Vec<String> =
        each(rows).map(|row| row.get(nth).map_or_else(String::new, wide)).collect();
    let lengths: Vec<usize> = texts.iter().map(|text| characters(text)).collect();
    json!({
        "longest": lengths.iter().max(),
        "sum": lengths.iter().sum::<usize>(),
        "word": texts.iter().map(|text| widest_part(text)).max(),
        "title": characters(&title),
        "title-word": widest_part(&title),
    })
}

/// The text that a cell needs width for. A remark on a judgement stands under it.
fn wide(cell: &Value) -> String {
    match each(cell).next() {
        Some(first) if first["t"] == "judgement" => {
            first["v"].as_str().unwrap_or_default().to_owned()
        }
        _ => plain(cell),
    }
}

fn characters(text: &str) -> usize {
    text.graphemes(true).count()
}

/// The characters of the longest part within which a line does not break.
fn widest_part(text: &str) -> usize {
    text.split([' ', '/', '-', '\u{ad}']).map(characters).max().unwrap_or(0)
}

/// The bare characters of inline content.
fn plain(inlines: &Value) -> String {
    each(inlines)
        .map(|inline| {
            let text = |key: &str| inline.get(key).and_then(Value::as_str);
            match (inline["t"].as_str(), text("v")) {
                (Some("judgement"), Some(v)) => match text("remark") {
                    Some(remark) if !remark.is_empty() => format!("{v}{REMARK}{remark}"),
                    _ => v.to_owned(),
                },
                (_, Some(v)) => v.to_owned(),
                (Some("break" | "soft"), _) => " ".to_owned(),
                (Some("number"), _) => format!("[{}] ", text("n").unwrap_or_default()),
                _ => inline.get("c").map_or_else(String::new, plain),
            }
        })
        .collect()
}
