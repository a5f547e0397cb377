//! Reads the files of the theme.

use super::shown::shown;
use crate::assets::Assets;

/// The folder of the theme.
pub const FOLDER: &str = "templates/theme/";

/// The extensions of images that Typst reads; not all of them may be shown.
const ENDINGS: [&str; 6] = ["svg", "png", "jpg", "jpeg", "gif", "webp"];

/// A file of the theme; an image comes without metadata. `None` if there is no such file, or the
/// image is unusable.
pub fn file(assets: &Assets, path: &str) -> Option<Vec<u8>> {
    let bytes = assets.get(path)?;
    match path.starts_with(FOLDER) && is_image(path) {
        true => shown(path, &bytes).ok().map(|image| image.bytes),
        false => Some(bytes.into_owned()),
    }
}

/// Whether a file is an image, judged by its name.
pub fn is_image(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}
