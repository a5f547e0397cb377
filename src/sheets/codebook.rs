//! Writes a framework as a codebook for programs for qualitative analysis (`.qdc`, REFI-QDA 1.0): a
//! code for each norm, below its theme.

use crate::assets::sha256;
use crate::model::{Criterion, Framework, Measure};
use crate::publish::Xml;

/// The namespace of a codebook.
const NAMESPACE: &str = "urn:QDA-XML:codebook:1.0";

/// The name by which a codebook of this program is known.
const ORIGIN: &str = "rekenkamer";

/// The text of a codebook. The same framework gives the same bytes.
#[must_use]
pub fn codebook(framework: &Framework) -> String {
    let mut xml = Xml::indented();
    let root = [("xmlns", NAMESPACE), ("origin", ORIGIN)];
    xml.element("CodeBook", &root, |xml| {
        xml.element("Codes", &[], |xml| {
            let whole = guid(&framework.id, "");
            code(xml, (&whole, &framework.titled(), false), "", |xml| {
                for theme in framework.themes() {
                    let guid = guid(&framework.id, &format!("theme {theme}"));
                    code(xml, (&guid, theme, false), "", |xml| {
                        let own = |c: &&Criterion| c.themes.first() == Some(theme);
                        framework.criteria.iter().filter(own).for_each(|c| norm(xml, framework, c));
                    });
                }
                let rest = framework.criteria.iter().filter(|c| c.themes.is_empty());
                rest.for_each(|criterion| norm(xml, framework, criterion));
            });
        });
    });
    format!("{}\n", xml.finish().trim_end())
}

fn norm(xml: &mut Xml, framework: &Framework, criterion: &Criterion) {
    let guid = guid(&framework.id, &criterion.id);
    let name = format!("{} {}", criterion.id, criterion.name);
    let mut said = vec![criterion.norm.clone(), criterion.explanation.as_str().to_owned()];
    if let Measure::Checklist { points, .. } = &criterion.measure {
        said.extend(points.iter().map(|(_, text)| format!("- {text}")));
    }
    said.retain(|part| !part.trim().is_empty());
    code(xml, (&guid, &name, true), &said.join("\n\n"), |_| ());
}

/// Writes a code: its GUID, its name, and whether passages may have it.
fn code(
    xml: &mut Xml,
    (guid, name, codable): (&str, &str, bool),
    description: &str,
    parts: impl FnOnce(&mut Xml),
) {
    let codable = if codable { "true" } else { "false" };
    xml.element("Code", &[("guid", guid), ("name", name), ("isCodable", codable)], |xml| {
        if !description.is_empty() {
            xml.leaf("Description", &[], description);
        }
        parts(xml);
    });
}

/// A GUID that stays the same for a norm, as RFC 9562 has it for what a program computes (version 8).
fn guid(framework: &str, part: &str) -> String {
    let hash = sha256(format!("{ORIGIN} codebook\n{framework}\n{part}").as_bytes());
    let at = |from: usize, to: usize| hash.get(from..to).unwrap_or_default();
    format!("{}-{}-8{}-8{}-{}", at(0, 8), at(8, 12), at(13, 16), at(17, 20), at(20, 32))
}
