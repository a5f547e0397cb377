//! The files of the theme.

use super::shown::shown;
use crate::assets::Assets;

/// Where the images of the theme stand.
pub const FOLDER: &str = "templates/theme/";

/// How the names of images end that Typst reads; not all of them may be shown.
const ENDINGS: [&str; 6] = ["svg", "png", "jpg", "jpeg", "gif", "webp"];

/// A file of the theme, an image without anything but what draws it. `None` where there is none, or
/// an image is not sound.
pub fn file(assets: &Assets, path: &str) -> Option<Vec<u8>> {
    let bytes = assets.get(path)?;
    match path.starts_with(FOLDER) && is_image(path) {
        true => shown(path, &bytes).ok().map(|image| image.bytes),
        false => Some(bytes.into_owned()),
    }
}

/// Whether a file is an image, by its name.
pub fn is_image(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}
