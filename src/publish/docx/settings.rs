//! Merges the settings of a municipality's model with ours. Document protection, an attached
//! template, mail merge and automatic field updates are dropped: a reader must be able to comment
//! and must not be asked anything on opening the document.

use crate::publish::office::slices::{Broken, children};

/// The settings in the order of the schema (CT_Settings); `true` takes the value from the
/// municipality's model, `false` from ours.
const ORDER: [(&str, bool); 19] = [
    ("w:embedTrueTypeFonts", true),
    ("w:saveSubsetFonts", true),
    ("w:mirrorMargins", true),
    ("w:alignBordersAndEdges", true),
    ("w:bordersDoNotSurroundHeader", true),
    ("w:bordersDoNotSurroundFooter", true),
    ("w:gutterAtTop", true),
    ("w:defaultTabStop", true),
    ("w:autoHyphenation", true),
    ("w:consecutiveHyphenLimit", true),
    ("w:hyphenationZone", true),
    ("w:doNotHyphenateCaps", true),
    ("w:evenAndOddHeaders", true),
    ("w:characterSpacingControl", false),
    ("w:footnotePr", false),
    ("w:compat", false),
    ("w:themeFontLang", false),
    ("w:decimalSymbol", false),
    ("w:listSeparator", false),
];

/// Our settings with the ones that may be taken from theirs.
pub fn merged(theirs: &str, ours: &str) -> Result<String, Broken> {
    let (old, new) = (children(theirs)?, children(ours)?);
    let mut out = ours.get(..new.root.range.start).unwrap_or("").to_owned();
    for (name, from_theirs) in ORDER {
        let (part, text) = if from_theirs { (&old, theirs) } else { (&new, ours) };
        let found = part.children.iter().find(|c| c.name == name);
        // The schema has the colour mapping before `w:decimalSymbol`.
        if name == "w:decimalSymbol"
            && let Some(colours) = old.children.iter().find(|c| c.name == "w:clrSchemeMapping")
        {
            out.push_str(theirs.get(colours.range.clone()).unwrap_or(""));
        }
        out.push_str(found.and_then(|c| text.get(c.range.clone())).unwrap_or(""));
    }
    out.push_str(ours.get(new.root.range.end..).unwrap_or(""));
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_and_a_template_elsewhere_stay_behind() {
        let theirs = "<w:settings><w:attachedTemplate r:id=\"rId1\"/><w:documentProtection w:edit=\"readOnly\"/>\
            <w:defaultTabStop w:val=\"400\"/><w:updateFields/><w:clrSchemeMapping w:bg1=\"dark1\"/></w:settings>";
        let ours = "<w:settings><w:defaultTabStop w:val=\"567\"/><w:compat/><w:decimalSymbol w:val=\",\"/></w:settings>";
        assert_eq!(
            merged(theirs, ours).unwrap(),
            "<w:settings><w:defaultTabStop w:val=\"400\"/><w:compat/>\
             <w:clrSchemeMapping w:bg1=\"dark1\"/><w:decimalSymbol w:val=\",\"/></w:settings>"
        );
    }
}
