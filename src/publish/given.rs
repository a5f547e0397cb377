//! The images that every document shows: those of the theme, and those of a municipality's model
//! for Word.

use super::docx::house_pictures;
use super::form::Form;
use super::shown::{Shown, shown};
use super::theme::{FOLDER, is_image};
use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Report};

/// The images that documents in these forms show whatever their text; an unusable one is reported.
pub fn given(assets: &Assets, forms: &[Form], report: &mut Report) -> Vec<Shown> {
    let mut out = Vec::new();
    for path in assets.list(FOLDER, "").into_iter().filter(|path| is_image(path)) {
        match shown(&path, &assets.get(&path).unwrap_or_default()) {
            Ok(image) => out.push(image),
            Err(reason) => {
                let name = path.trim_start_matches(FOLDER).to_owned();
                let diagnostic = Diagnostic::of_file(Code::ImageUnfit, &path).with("value", name);
                report.push(diagnostic.with("reason", reason));
            }
        }
    }
    if forms.contains(&Form::Docx) {
        out.extend(house_pictures(assets));
    }
    out
}
