//! The images that every document shows: those of the theme, and those of a house style for Word.

use super::docx::house_pictures;
use super::images::{Shown, shown};
use super::{Form, images};
use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Report};

/// Where the images of the theme stand.
const FOLDER: &str = "templates/theme/";

/// How the names of images end that Typst reads; not all of them may be shown.
const ENDINGS: [&str; 6] = ["svg", "png", "jpg", "jpeg", "gif", "webp"];

/// The images that documents in these forms show whatever their text; one that is not sound stands
/// in the report.
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

/// A file of the theme, an image without anything but what draws it. `None` where there is none, or
/// an image is not sound.
pub fn file(assets: &Assets, path: &str) -> Option<Vec<u8>> {
    let bytes = assets.get(path)?;
    match path.starts_with(FOLDER) && is_image(path) {
        true => images::shown(path, &bytes).ok().map(|image| image.bytes),
        false => Some(bytes.into_owned()),
    }
}

fn is_image(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}
