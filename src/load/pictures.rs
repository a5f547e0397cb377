//! The bitmap images that the researchers checked.

use super::raw::case::RawPicture;
use super::raw::{Context, List, May, Must, Text};
use crate::model::Picture;

/// The images that a case permits to be published.
pub fn pictures(raw: May<List<RawPicture>>, cx: &mut Context<'_>) -> Vec<Picture> {
    let items = raw.map(|l| l.items).unwrap_or_default();
    items.into_iter().filter_map(|item| picture(item, cx)).collect()
}

fn picture(raw: RawPicture, cx: &mut Context<'_>) -> Option<Picture> {
    let _span = raw.span;
    let mut filled = |text: Must<Text>| {
        let text = cx.value(text);
        cx.text_some(text)
    };
    let file = filled(raw.file);
    let sha256 = filled(raw.sha256).map(|hash| hash.to_lowercase());
    let reason = filled(raw.reason);
    Some(Picture { file: file?, sha256: sha256?, reason: reason? })
}
