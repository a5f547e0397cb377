//! Adds our list definitions to those of the municipality's model.

use crate::publish::office::slices::{Broken, Part, children};

/// The highest numbers in use: of list definitions (`w:abstractNum`) and of lists (`w:num`).
pub fn highest(xml: &str) -> Result<(usize, usize), Broken> {
    let part = children(xml)?;
    let most = |element: &str, attribute: &str| {
        let own = part.children.iter().filter(|c| c.name == element);
        let numbers = own.filter_map(|c| c.get(attribute)?.parse::<usize>().ok());
        // Word counts to 2147483647; a value near it is not the number of a list.
        numbers.filter(|n| *n < 1_000_000_000).max().unwrap_or(0)
    };
    Ok((most("w:abstractNum", "w:abstractNumId"), most("w:num", "w:numId")))
}

/// Their numbering with ours added: first all list definitions, then all lists, as the schema
/// requires.
pub fn merged(theirs: &str, ours: &str) -> Result<String, Broken> {
    let (old, new) = (children(theirs)?, children(ours)?);
    let slices = |name: &str| {
        let own = new.children.iter().filter(|c| c.name == name);
        own.filter_map(|c| ours.get(c.range.clone())).collect::<String>()
    };
    let kinds = end_of(&old, &["w:numPicBullet", "w:abstractNum"]).unwrap_or(old.root.range.start);
    let lists = end_of(&old, &["w:num"]).unwrap_or(kinds);
    let cut = |from: usize, to: usize| theirs.get(from..to).unwrap_or("");
    Ok([
        cut(0, kinds),
        &slices("w:abstractNum"),
        cut(kinds, lists),
        &slices("w:num"),
        cut(lists, theirs.len()),
    ]
    .concat())
}

fn end_of(part: &Part, names: &[&str]) -> Option<usize> {
    part.children.iter().rev().find(|c| names.contains(&c.name.as_str())).map(|c| c.range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_stand_before_lists() {
        let theirs = "<w:numbering><w:abstractNum w:abstractNumId=\"7\"/><w:num w:numId=\"3\"/>\
            <w:numIdMacAtCleanup w:val=\"3\"/></w:numbering>";
        assert_eq!(highest(theirs), Ok((7, 3)));
        let ours = "<w:numbering><w:abstractNum w:abstractNumId=\"8\"/><w:num w:numId=\"4\"/></w:numbering>";
        assert_eq!(
            merged(theirs, ours).unwrap(),
            "<w:numbering><w:abstractNum w:abstractNumId=\"7\"/><w:abstractNum w:abstractNumId=\"8\"/>\
             <w:num w:numId=\"3\"/><w:num w:numId=\"4\"/><w:numIdMacAtCleanup w:val=\"3\"/></w:numbering>"
        );
    }
}
