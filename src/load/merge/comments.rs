//! The comments of a YAML file, so that none is lost when values go from one file to another.

use crate::load::edit::read;
use crate::load::yaml::tree::{Kind, Node};
use std::collections::BTreeSet;
use std::ops::Range;

/// The comments of a text, in order, each from its `#`; none of a text that cannot be read.
pub fn comments(text: &str) -> Vec<&str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Ok(tree) = read(text) else { return Vec::new() };
    let mut scalars = Vec::new();
    places(&tree, &mut scalars);
    scalars.sort_by_key(|range| range.start);
    let (mut out, mut start) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let begins = line.match_indices('#').map(|(at, _)| at).find(|at| {
            let before = line.get(..*at).unwrap_or("");
            let apart = before.is_empty() || before.ends_with([' ', '\t']);
            apart && !is_within(&scalars, start + at)
        });
        out.extend(begins.and_then(|at| line.get(at..)).map(str::trim_end));
        start += line.len();
    }
    out
}

/// The comments of two versions that the base has not, and that a text lost.
pub fn lost<'a>(base: &'a str, versions: [&'a str; 2], text: &'a str) -> Vec<&'a str> {
    let mut known: BTreeSet<&str> = comments(base).into_iter().chain(comments(text)).collect();
    versions.into_iter().flat_map(comments).filter(|comment| known.insert(comment)).collect()
}

fn is_within(scalars: &[Range<usize>], at: usize) -> bool {
    let next = scalars.partition_point(|range| range.start <= at);
    next.checked_sub(1).and_then(|last| scalars.get(last)).is_some_and(|range| at < range.end)
}

/// The ranges of all keys and scalars.
fn places(node: &Node, into: &mut Vec<Range<usize>>) {
    match &node.kind {
        Kind::Null => {}
        Kind::Scalar(_) => into.push(node.span.start..node.span.end),
        Kind::List(items) => items.iter().for_each(|item| places(item, into)),
        Kind::Mapping(pairs) => {
            for (key, value) in pairs {
                places(key, into);
                places(value, into);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_in_a_text_is_no_comment() {
        let text = "# boven\na: x#y # achter\nb: |  # kop\n  # tekst\n\n  # ook tekst\n# onder\nc: \"een # twee\"\nd: [a, b] # lijst\n\"e #f\": >\n  g # h\n\n";
        assert_eq!(comments(text), ["# boven", "# achter", "# kop", "# onder", "# lijst"]);
    }

    #[test]
    fn a_comment_is_lost_where_one_added_it_and_the_text_has_it_not() {
        let base = "# a\nx: 1\n";
        let found = lost(base, ["# a\n# b\nx: 1\n", "# a\nx: 1 # c\n"], "x: 2 # b\n");
        assert_eq!(found, ["# c"]);
    }
}
