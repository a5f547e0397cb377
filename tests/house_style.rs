//! A municipality's own Word file as the model of ours, and all that may be wrong with one.

mod common;

use common::word::{TEXT, part, set, work, zipped};

const HOUSE: &str = "templates/word/huisstijl.docx";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

macro_rules! parts {
    ($($name:literal)*) => {
        [$(($name, include_bytes!(concat!("common/house/", $name)).as_slice())),*]
    };
}

/// The parts of a municipality's Word file, as a Dutch Word names its styles.
const PARTS: [(&str, &[u8]); 11] = parts!(
    "[Content_Types].xml" "_rels/.rels" "word/document.xml" "word/_rels/document.xml.rels"
    "word/styles.xml" "word/settings.xml" "word/numbering.xml" "word/header1.xml"
    "word/_rels/header1.xml.rels" "word/footer1.xml" "word/media/logo.png"
);

/// That file; one of its parts may have other bytes.
fn house(change: Option<(&str, &[u8])>) -> Vec<u8> {
    let parts = PARTS.map(|(name, bytes)| match change {
        Some((other, new)) if other == name => (name, new),
        _ => (name, bytes),
    });
    zipped(&parts)
}

#[test]
fn a_municipalitys_own_word_file_is_the_model() {
    let work = work(TEXT);
    work.write(HOUSE, house(None));
    let said = set(&work);
    assert!(said.ends_with("status 0"), "{said}");
    let xml = part(&work, "word/document.xml");
    assert!(xml.contains("<w:pStyle w:val=\"Kop1\"/>") && !xml.contains("\"Heading1\""), "{xml}");
    assert!(xml.contains("w:right=\"1111\"") && xml.contains("w:left=\"2222\""));
    let styles = part(&work, "word/styles.xml");
    assert!(styles.contains("<w:color w:val=\"123456\"/>") && styles.contains("\"nl-NL\""));
    assert!(!styles.contains("en-US") && styles.contains("w:styleId=\"KaderObservatie\""));
    assert!(
        styles.contains("<w:basedOn w:val=\"Standaard\"/>")
            && !styles.contains("w:val=\"Heading1\"")
    );
    assert_eq!(styles.matches("w:default=\"1\" w:styleId=\"Standaard\"").count(), 1);
    let numbering = part(&work, "word/numbering.xml");
    assert!(
        numbering.contains("<w:num w:numId=\"4\">") && numbering.contains("w:abstractNumId=\"7\"")
    );
    assert!(part(&work, "word/header1.xml").contains("Gemeente Proefstad"));
    assert!(part(&work, "[Content_Types].xml").contains("/word/media/logo.png"));
    assert!(!xml.contains("blijft achter"));
    // The municipality's headings count themselves, but 'Inhoud' is no chapter.
    assert!(xml.contains("<w:pStyle w:val=\"TOCHeading\"/><w:pageBreakBefore/><w:numPr>"));
    let footer = part(&work, "word/footer1.xml");
    assert!(footer.contains("Postbus 1") && footer.contains("Concept voor wederhoor"), "{footer}");
    let settings = part(&work, "word/settings.xml");
    assert!(settings.contains("w:val=\"333\""));
    assert!(!settings.contains("attachedTemplate") && !settings.contains("documentProtection"));
}

#[test]
fn a_model_that_cannot_serve_is_refused_at_its_place() {
    let refuse = |bytes: Vec<u8>| {
        let work = work(TEXT);
        work.write(HOUSE, bytes);
        let said = set(&work);
        assert!(said.ends_with("status 1"), "{said}");
        assert!(!work.files().contains(&"nota.docx".to_owned()));
        said
    };
    assert!(refuse(b"geen zip".to_vec()).contains("R611"));
    assert!(refuse(zipped(&[("[Content_Types].xml", b"<Types/>")])).contains("R611"));
    let broken = b"<w:styles>\n<w:style>\n</w:styles>";
    let said = refuse(house(Some(("word/styles.xml", broken))));
    assert!(said.contains("R611") && said.contains("huisstijl.docx/word/styles.xml:3:"), "{said}");
    let said = refuse(house(Some(("word/header1.xml", b"<!DOCTYPE x><x/>"))));
    assert!(said.contains("R611") && said.contains("word/header1.xml"), "{said}");
    let strict = b"<w:styles xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"/>";
    assert!(refuse(house(Some(("word/styles.xml", strict)))).contains("R611"));
    let bomb = vec![0; 80 << 20];
    assert!(refuse(house(Some(("word/media/logo.png", &bomb)))).contains("R612"));
    let tracker = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{R}image\" \
         Target=\"https://volger.nl/x.png\" TargetMode=\"External\"/></Relationships>"
    );
    let said = refuse(house(Some(("word/_rels/header1.xml.rels", tracker.as_bytes()))));
    assert!(said.contains("R614") && said.contains("volger.nl"), "{said}");
    let said =
        refuse(zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/vbaProject.bin", b"x")]));
    assert!(said.contains("R613"), "{said}");
}

#[test]
fn a_model_by_a_name_for_macros_is_refused() {
    let work = work(TEXT);
    work.write("templates/word/huisstijl.docm", house(None));
    assert!(set(&work).contains("R613"));
}
