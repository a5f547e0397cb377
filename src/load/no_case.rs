//! A path that leads past a case, mostly into one.

use super::folder;
use crate::diagnostics::{Code, Diagnostic, phrase, portable};
use std::path::Path;

/// How many layers the files of a case lie below its folder: `findings/` is one.
const LAYERS: usize = 2;

/// Says that there is no case at a path; where it leads into one, which folder that case has.
#[must_use]
pub fn no_case(path: &Path) -> Diagnostic {
    let above = path.ancestors().skip(1).take(LAYERS).map(|above| match above {
        here if here.as_os_str().is_empty() => Path::new("."),
        above => above,
    });
    let case = above.filter(|_| path.exists()).find(|above| above.join("case.yaml").is_file());
    let help = match case {
        Some(case) => {
            let help = if path.is_file() { "give-the-folder" } else { "give-the-case" };
            phrase(help).with("folder", portable(case))
        }
        None if is_value(path) => phrase("list-in-quotes"),
        None => match folder::renamed_case(path) {
            Some(file) => phrase("rename-to-case").with("file", file),
            None => phrase("make-a-case"),
        },
    };
    Diagnostic::of_file(Code::NoCase, portable(path)).with("help", help)
}

/// Whether a path that is not there is a value of `--format` or `--document`: PowerShell makes two
/// words of `md,pdf`.
fn is_value(path: &Path) -> bool {
    const VALUES: [&str; 10] =
        ["md", "pdf", "html", "docx", "svg", "csv", "xlsx", "nota", "summary", "matrix"];
    let typed = path.to_str().unwrap_or("").to_lowercase();
    VALUES.contains(&typed.as_str()) && !path.exists()
}
