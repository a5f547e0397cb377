//! A municipality's own Word file as the model of ours, and all that may be wrong with one.

use crate::common::word::{TEXT, part, set, work, zipped};
use insta::assert_snapshot;

const HOUSE: &str = "templates/word/huisstijl.docx";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

macro_rules! parts {
    ($($name:literal)*) => {
        [$(($name, include_bytes!(concat!("../fixtures/house/", $name)).as_slice())),*]
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
        assert!(!work.path("nota.docx").exists());
        let error = said.lines().skip_while(|line| !line.starts_with("fout["));
        error
            .take_while(|line| !line.is_empty())
            .map(|line| format!("{line}\n"))
            .collect::<String>()
    };
    let strict = b"<w:styles xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"/>";
    let types = ("[Content_Types].xml", b"<Types/>".as_slice());
    let told = [
        refuse(b"geen zip".to_vec()),
        refuse(zipped(&[types])),
        refuse(house(Some(("word/header1.xml", b"<!DOCTYPE x><x/>")))),
        refuse(house(Some(("word/styles.xml", strict)))),
        refuse(zipped(&[types, ("word/vbaProject.bin", b"x")])),
    ];
    assert_snapshot!(told.join("\n"), @r#"
    fout[R611]: huisstijlbestand is niet te gebruiken: het is geen zip-bestand
    --> templates/word/huisstijl.docx
     |
    hulp: open het in Word en bewaar het opnieuw als Word-document (.docx)

    fout[R611]: huisstijlbestand is niet te gebruiken: het wijst geen Word-document aan in `_rels/.rels`
    --> templates/word/huisstijl.docx
     |
    hulp: open het in Word en bewaar het opnieuw als Word-document (.docx)

    fout[R611]: huisstijlbestand is niet te gebruiken: een DOCTYPE mag hier niet
     --> templates/word/huisstijl.docx/word/header1.xml:1:1
      |
    1 | <!DOCTYPE x><x/>
      | ^
      |
    hulp: open het in Word en bewaar het opnieuw als Word-document (.docx)

    fout[R611]: huisstijlbestand is niet te gebruiken: het is niet `w:styles` zoals Word het bewaart als .docx
     --> templates/word/huisstijl.docx/word/styles.xml:1:1
      |
    1 | <w:styles xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>
      | ^
      |
    hulp: open het in Word en bewaar het opnieuw als Word-document (.docx)

    fout[R613]: huisstijlbestand bevat macro's: word/vbaProject.bin
    --> templates/word/huisstijl.docx
     |
    hulp: bewaar het in Word als Word-document (.docx) zonder macro's
    "#);
}

/// The exact words, each with its place.
#[test]
fn what_is_wrong_with_a_model_is_told() {
    let told = |files: &[(&str, Vec<u8>)]| {
        let work = work(TEXT);
        for (path, bytes) in files {
            work.write(path, bytes);
        }
        set(&work)
    };
    let style = |text: &str| house(Some(("word/styles.xml", text.as_bytes())));
    assert_snapshot!(told(&[(HOUSE, style("<w:styles>\n<w:style>\n</w:styles>"))]), @"
    nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R705]: of er beschermde namen in dit document staan, is niet nagegaan (case `proef`)
    --> nota.md
     |
    hulp: dat komt door `--without-name-search`; noem met `--case` de map van de case, dan wordt er wel gezocht

    fout[R611]: huisstijlbestand is niet te gebruiken: hier sluit `w:styles`, terwijl `w:style` nog open is
     --> templates/word/huisstijl.docx/word/styles.xml:3:1
      |
    3 | </w:styles>
      | ^
      |
    hulp: open het in Word en bewaar het opnieuw als Word-document (.docx)

    er is niets geschreven
    status 1
    ");
    let bomb = vec![0; 80 << 20];
    assert_snapshot!(told(&[(HOUSE, house(Some(("word/media/logo.png", &bomb))))]), @"
    nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R705]: of er beschermde namen in dit document staan, is niet nagegaan (case `proef`)
    --> nota.md
     |
    hulp: dat komt door `--without-name-search`; noem met `--case` de map van de case, dan wordt er wel gezocht

    fout[R612]: huisstijlbestand is te groot: uitgepakt meer dan 64 MiB
    --> templates/word/huisstijl.docx/word/media/logo.png
     |
    hulp: neem een leeg document met alleen de stijlen, kop- en voetregels

    er is niets geschreven
    status 1
    ");
    assert_snapshot!(told(&[("templates/word/huisstijl.docm", house(None))]), @"
    nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R705]: of er beschermde namen in dit document staan, is niet nagegaan (case `proef`)
    --> nota.md
     |
    hulp: dat komt door `--without-name-search`; noem met `--case` de map van de case, dan wordt er wel gezocht

    fout[R613]: huisstijlbestand bevat macro's: de naam eindigt op m
    --> templates/word/huisstijl.docm
     |
    hulp: bewaar het in Word als Word-document (.docx) zonder macro's

    er is niets geschreven
    status 1
    ");
    let far = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{R}image\" \
         Target=\"https://volger.nl/x.png\" TargetMode=\"External\"/></Relationships>"
    );
    let outside = house(Some(("word/_rels/header1.xml.rels", far.as_bytes())));
    assert_snapshot!(told(&[(HOUSE, outside)]), @"
    nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R705]: of er beschermde namen in dit document staan, is niet nagegaan (case `proef`)
    --> nota.md
     |
    hulp: dat komt door `--without-name-search`; noem met `--case` de map van de case, dan wordt er wel gezocht

    fout[R614]: huisstijlbestand gebruikt iets dat niet mee kan: `image` naar `https://volger.nl/x.png`
    --> templates/word/huisstijl.docx/word/header1.xml
     |
    hulp: gebruik in kop- en voetregels alleen tekst, velden en ingesloten afbeeldingen

    er is niets geschreven
    status 1
    ");
}

/// A font that lies where the document's own relationships come.
#[test]
fn a_word_file_that_cannot_be_put_together_is_told() {
    let path = "word/_rels/document.xml.rels";
    let types = include_str!("../fixtures/house/[Content_Types].xml").replace(
        "<Override PartName=\"/word/document.xml\"",
        &format!("<Override PartName=\"/{path}\" ContentType=\"application/x-fontdata\"/>\n  <Override PartName=\"/word/document.xml\""),
    );
    let header = include_str!("../fixtures/house/word/_rels/header1.xml.rels")
        .replace("media/logo.png", "_rels/document.xml.rels");
    let parts = PARTS.map(|(name, bytes)| match name {
        "[Content_Types].xml" => (name, types.as_bytes()),
        "word/_rels/header1.xml.rels" => (name, header.as_bytes()),
        _ => (name, bytes),
    });
    let work = work(TEXT);
    work.write(HOUSE, zipped(&parts));
    assert_snapshot!(set(&work), @"
    nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R705]: of er beschermde namen in dit document staan, is niet nagegaan (case `proef`)
    --> nota.md
     |
    hulp: dat komt door `--without-name-search`; noem met `--case` de map van de case, dan wordt er wel gezocht

    fout[R616]: het Word- of OpenDocument-bestand is niet te maken: de onderdelen passen niet in één bestand (melding van zip: invalid Zip archive: Duplicate filename: EscapeAscii { .. })
    --> nota.md
     |
    hulp: haal templates/word/huisstijl.docx weg en probeer het opnieuw, of kies een andere vorm

    er is niets geschreven
    status 1
    ");
    assert!(!work.path("nota.docx").exists());
}

#[test]
fn xml_that_does_not_close_is_told_in_dutch() {
    let open =
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
    let texts = [
        format!("{open}</w:style>"),
        format!("{open}<w:style"),
        format!("{open}<w:style w:type=paragraph/></w:styles>"),
        format!("{open}<w:style w:a=\"1\" w:a=\"2\"/></w:styles>"),
        format!("{open}<w:style w:a=\"&weg;\"/></w:styles>"),
        format!("{open}</w:styles></w:styles>"),
    ];
    let each = texts.iter().map(|text| {
        let work = work(TEXT);
        work.write(HOUSE, house(Some(("word/styles.xml", text.as_bytes()))));
        let said = set(&work);
        let two = said.lines().skip_while(|line| !line.starts_with("fout[")).take(2);
        two.collect::<Vec<_>>().join("\n")
    });
    assert_snapshot!("xml_that_does_not_close", each.collect::<Vec<_>>().join("\n\n"));
}
