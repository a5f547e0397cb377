//! The file of a project: a zip with `project.qde` and the texts. Nothing of it is unpacked to disk,
//! and media are not read at all, so a file with hours of sound is no problem.

use super::refusal::Refusal;
use crate::assets::MOST_BYTES;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;
use zip::ZipArchive;
use zip::result::ZipError;

/// Maximum number of bytes that are unpacked of one file. Forty interviews of two hours are some four
/// mebibytes.
const MOST_UNPACKED: u64 = 2 * MOST_BYTES;

/// Maximum number of files in a project.
const MOST_PARTS: usize = 100_000;

/// An open project.
pub struct Package {
    zip: ZipArchive<BufReader<File>>,
    /// The places of its files, by their names in small letters.
    places: BTreeMap<String, usize>,
    left: u64,
}

impl Package {
    pub fn open(path: &Path) -> Result<Self, Refusal> {
        // A device or a pipe may never end.
        if !path.metadata().is_ok_and(|known| known.is_file()) {
            return Err(Refusal::of("file"));
        }
        let file = File::open(path).map_err(|_| Refusal::of("file"))?;
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|_| Refusal::of("no-zip"))?;
        if zip.len() > MOST_PARTS {
            return Err(Refusal::of("parts").with("count", zip.len().to_string()));
        }
        let mut places = BTreeMap::new();
        for at in 0..zip.len() {
            let part = zip.by_index_raw(at).map_err(|_| Refusal::of("no-zip"))?;
            let leading_out = || Refusal::of("path").with("number", at + 1);
            let name = part.name().map_err(|_| leading_out())?.into_owned();
            if part.encrypted() {
                return Err(Refusal::of("locked"));
            }
            if leads_out(&name) {
                return Err(leading_out());
            }
            if let Some(first) = places.insert(name.to_lowercase(), at) {
                let refused = Refusal::of("twice").with("first", first + 1);
                return Err(refused.with("second", at + 1));
            }
        }
        Ok(Self { zip, places, left: MOST_UNPACKED })
    }

    /// The text of `project.qde`.
    pub fn project(&mut self) -> Result<String, Refusal> {
        let mut named = self.places.keys().filter(|name| name.ends_with(".qde"));
        let name = match (self.places.contains_key("project.qde"), named.next(), named.next()) {
            (true, ..) => "project.qde".to_owned(),
            (false, Some(only), None) if !only.contains('/') => only.clone(),
            _ => return Err(Refusal::of("no-project")),
        };
        let bytes = self.bytes(&name)?.ok_or_else(|| Refusal::of("no-project"))?;
        String::from_utf8(bytes).map_err(|_| Refusal::of("utf8"))
    }

    /// A text of a document of the project, where it is in the file. Paths that lead elsewhere are not
    /// followed. A text that cannot be read could not be protected either, and is refused.
    pub fn text(&mut self, path: &str, document: usize) -> Result<Option<String>, Refusal> {
        let inner = match path.split_once("://") {
            Some(("internal", rest)) => rest,
            Some(_) => return Ok(None),
            None => path,
        };
        let name = format!("sources/{}", inner.trim_start_matches('/')).to_lowercase();
        let bytes = self.bytes(&name)?;
        let text = bytes.map(String::from_utf8).transpose();
        let text = text.map_err(|_| Refusal::of("text").with("document", document))?;
        Ok(text.map(|text| text.trim_start_matches('\u{FEFF}').to_owned()))
    }

    /// The bytes of a file. The size that the zip declares is not trusted.
    fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(at) = self.places.get(name) else { return Ok(None) };
        // The name of a file may be that of a person: it is called by its number in the zip.
        let of = |problem| Refusal::of(problem).with("number", *at + 1);
        let part = match self.zip.by_index(*at) {
            Ok(part) => part,
            Err(ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_)) => {
                return Err(of("packed"));
            }
            Err(_) => return Err(of("damaged")),
        };
        let mut bytes = Vec::new();
        part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| of("damaged"))?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let most = (MOST_UNPACKED / 1024 / 1024).to_string();
        let left = self.left.checked_sub(length);
        self.left = left.ok_or_else(|| Refusal::of("large").with("expected", most))?;
        Ok(Some(bytes))
    }
}

/// Whether the name of a file would lead out of the folder that it is unpacked in.
fn leads_out(name: &str) -> bool {
    let steps = || name.split(['/', '\\']);
    name.starts_with(['/', '\\']) || name.contains('\0') || steps().any(|step| step == "..") || {
        let drive = steps().next().unwrap_or_default();
        drive.len() == 2 && drive.ends_with(':')
    }
}
