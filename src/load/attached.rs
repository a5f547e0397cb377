//! The scorecard that is attached to a PDF.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Object, Stream, String as PdfString};

/// The first bytes of a PDF.
pub const MAGIC: &[u8] = b"%PDF-";

/// The file name of the attached scorecard.
const NAME: &[u8] = b"scorekaart.json";

/// The bytes of the scorecard in a PDF; `None` where there is none, or the PDF is damaged.
pub fn scorecard(pdf: Vec<u8>) -> Option<Vec<u8>> {
    let pdf = Pdf::new(pdf).ok()?;
    pdf.objects().into_iter().find_map(|object| {
        let Object::Dict(file) = object else { return None };
        let name: PdfString<'_> = file.get("F")?;
        if name.as_bytes() != NAME {
            return None;
        }
        let stream: Stream<'_> = file.get::<Dict<'_>>("EF")?.get("F")?;
        Some(stream.decoded().ok()?.into_owned())
    })
}
