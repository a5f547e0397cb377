//! Terms and addresses of the Dutch government's registers (TOOI), and of the lists of the EU that
//! DiWoo refers to.
//!
//! The terms were read in `diwoo-metadata-lijsten.xsd` of version 0.9.8 (generated on 12 August
//! 2025), which copies the value lists of TOOI that are in force.

use crate::model::{Body, BodyKind, Publisher};
use crate::publish::Form;

/// A term with its address.
pub struct Term {
    pub address: &'static str,
    pub label: &'static str,
}

/// The information category of the Woo, article 3.3, second paragraph, under j; list
/// `scw_woo_informatiecategorieen`.
pub const RESEARCH_REPORTS: Term = Term {
    address: "https://identifier.overheid.nl/tooi/def/thes/kern/c_fdaee95e",
    label: "onderzoeksrapporten",
};

/// The kind of document; list `ccw_plooi_documentsoorten`.
pub const RESEARCH_REPORT: Term = Term {
    address: "https://identifier.overheid.nl/tooi/def/thes/kern/c_6f49bf34",
    label: "onderzoeksrapport",
};

/// What was done with a document on its date; list `ccw_plooi_documenthandelingen`.
pub const ADOPTION: Term = Term {
    address: "https://identifier.overheid.nl/tooi/def/thes/kern/c_641ecd76",
    label: "vaststelling",
};

/// The language; list `scw_talen`.
pub const DUTCH: Term = Term {
    address: "http://publications.europa.eu/resource/authority/language/NLD",
    label: "Nederlands",
};

/// The format of a file; list `ccw_plooi_filetypes`.
pub fn format(form: Form) -> Term {
    let (address, label) = match form {
        Form::Pdf => ("http://publications.europa.eu/resource/authority/file-type/PDF", "PDF"),
        Form::Html => ("http://publications.europa.eu/resource/authority/file-type/HTML", "HTML"),
        Form::Docx => {
            ("http://publications.europa.eu/resource/authority/file-type/DOCX", "Word DOCX")
        }
        Form::Odt => ("http://publications.europa.eu/resource/authority/file-type/ODT", "ODT"),
    };
    Term { address, label }
}

/// The address of a body by its official code: `GM0637` of Statistics Netherlands is `gm0637` in
/// the register `gemeente`, and likewise for provinces (`pv`) and water boards (`ws`). `None` for
/// bodies whose code the program does not know.
pub fn body(body: &Body) -> Option<String> {
    let known =
        matches!(body.kind, BodyKind::Gemeente | BodyKind::Provincie | BodyKind::Waterschap);
    let code = body.code.as_ref().filter(|_| known)?.to_lowercase();
    Some(format!("{}{}/{code}", Publisher::REGISTERS, body.kind.key()))
}
