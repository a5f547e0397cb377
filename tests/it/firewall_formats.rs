//! Names that a format breaks, hides or cannot give back.

use crate::common::Work;
use crate::common::word::zipped;
use crate::firewall::{gate, guard, person, zip};
use insta::assert_snapshot;
use rekenkamer::model::Protected;
use rekenkamer::privacy::Guard;

#[test]
fn what_a_pdf_holds_beside_its_pages_is_searched() {
    let people = vec![person("p", "Anneke Verschuur")];
    let guard = Guard::of(&Protected { people, also: Vec::new(), ..Protected::default() }, &[]);
    let with = |file: &str, from: &str, to: &str, options: &str| {
        let work = Work::with_case();
        work.shorten_nota();
        work.edit(file, from, to);
        let run = work.run(&format!("nota cases/proef --format pdf {options}"));
        assert_eq!(run.status, 0, "{}", run.stderr);
        gate(&guard, "nota.pdf", work.bytes("output/proef/nota.pdf"))
    };
    let title = with("case.yaml", "title: Ondermijning", "title: Anneke Verschuur", "");
    assert_snapshot!(title.1, @"R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘p’, in nota.pdf (bladzijde 1, 2, 3, de metagegevens, een titel of eigenschap)");
    let link = "[hier](https://x.example/anneke-verschuur) of";
    let link = with("case.yaml", "Proefstad wil weten of", link, "");
    assert_snapshot!(link.1, @"R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘p’, in nota.pdf (een link, een eigenschap)");
    let advice = "title: Vraag Anneke Verschuur";
    let advice = with("case.yaml", "title: Breid de formatie uit", advice, "--attach");
    assert_snapshot!(advice.1, @"R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘p’, in nota.pdf (de bijlage)");
    assert!(![title, link, advice].iter().any(|(passed, _)| *passed));
    let clean = with("case.yaml", "of de aanpak werkt", "of het werkt", "--attach");
    assert_eq!(clean, (true, String::new()));
}

/// A PDF of one page with this text, and with a form that it can draw, in a font of one byte a letter.
fn pdf(page: &str, form: &str) -> Vec<u8> {
    let stream = |keys: &str, text: &str| {
        format!("<<{keys}/Length {}>>\nstream\n{text}\nendstream", text.len())
    };
    let resources = "<</Font <</F 4 0 R>> /XObject <</X 6 0 R>>>>";
    let size = "[0 0 600 800]";
    let objects = [
        "<</Type /Catalog /Pages 2 0 R>>".to_owned(),
        "<</Type /Pages /Kids [3 0 R] /Count 1>>".to_owned(),
        format!(
            "<</Type /Page /Parent 2 0 R /MediaBox {size} /Contents 5 0 R /Resources {resources}>>"
        ),
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>".to_owned(),
        stream("", page),
        stream(&format!("/Type /XObject /Subtype /Form /BBox {size} "), form),
    ];
    let mut out = "%PDF-1.7\n".to_owned();
    let mut places = String::new();
    for (index, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let (start, count) = (out.len(), objects.len() + 1);
    out.push_str(&format!("xref\n0 {count}\n0000000000 65535 f \n{places}"));
    out.push_str(&format!("trailer\n<</Size {count} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"));
    out.into_bytes()
}

#[test]
fn a_name_in_a_pdf_is_found_whichever_operator_sets_it() {
    let people = vec![person("p", "Anneke Verschuur")];
    let guard = Guard::of(&Protected { people, ..Protected::default() }, &[]);
    let gate = |page: &str, form: &str| {
        let text = |inner: &str| match inner {
            "" => String::new(),
            inner => format!("BT /F 12 Tf 14 TL 50 700 Td {inner} ET"),
        };
        gate(&guard, "x.pdf", pdf(&format!("{} q /X Do Q", text(page)), &text(form)))
    };
    let found = "R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘p’, in x.pdf (bladzijde 1)";
    for (page, form) in [
        ("(zei Anneke Verschuur) Tj", ""),
        ("(zei Anneke Ver) Tj (schuur) Tj", ""),
        ("[(zei Anneke Ver) -20 (schuur)] TJ", ""),
        ("(zei Anneke) Tj 0 -14 Td (Verschuur) Tj", ""),
        ("(zei Anneke) Tj 0 -14 TD (Verschuur) Tj T* (daar) Tj", ""),
        ("(zei Anneke) Tj T* (Verschuur) Tj", ""),
        ("(zei Anneke) ' (Verschuur) '", ""),
        ("0 0 (zei Anneke) \" 0 0 (Verschuur) \"", ""),
        ("", "(zei Anneke Verschuur) Tj"),
    ] {
        assert_eq!(gate(page, form), (false, found.to_owned()), "{page} {form}");
    }
    assert_eq!(gate("(zei iemand) Tj", "(anders) Tj"), (true, String::new()));
}

/// Without its table of letters a font draws shapes that nobody can search.
#[test]
fn a_pdf_whose_letters_nobody_can_tell_is_refused() {
    let work = Work::with_case();
    work.shorten_nota();
    assert_eq!(work.run("nota cases/proef --format pdf").status, 0);
    let mut pdf = work.bytes("output/proef/nota.pdf");
    assert!(gate(&guard(), "nota.pdf", pdf.clone()).0);
    let tables: Vec<usize> =
        (0..pdf.len()).filter(|at| pdf[*at..].starts_with(b"/ToUnicode")).collect();
    assert!(!tables.is_empty());
    for at in tables {
        pdf[at + 1] = b'x';
    }
    let (passed, said) = gate(&guard(), "nota.pdf", pdf);
    assert!(!passed && said.starts_with("R725"), "{said}");
}

#[test]
fn a_name_broken_by_marks_is_found_in_every_format_that_has_marks() {
    let guard = guard();
    let mut all_said = Vec::new();
    for (name, text) in [
        ("x.md", "zei Ver**schuur**"),
        ("x.md", "zei *Anneke* `Verschuur`"),
        ("x.md", "zei [Ver](https://x.example)schuur"),
        ("x.md", "zie https://x.example/anneke%20verschuur"),
        ("x.md", "zei &#86;erschuur"),
        ("x.md", "zei Ver-\nschuur"),
        ("x.md", "> zei Anneke\n> Verschuur"),
        ("x.html", "<p>Ver<b>schuur</b></p>"),
        ("x.html", "<p>Ver&shy;schuur</p>"),
        ("x.html", "<p>Anneke<br>Verschuur</p>"),
        ("x.html", "<html><!-- Verschuur --></html>"),
        ("x.html", "<html><script>let a = 'Verschuur'</script></html>"),
        ("x.html", "<p>Br&ouml;nninghauser</p>"),
        ("x.svg", "<svg><text><tspan>Anneke</tspan><tspan>Verschuur</tspan></text></svg>"),
        ("x.svg", "<svg><text>Ver<tspan>schuur</tspan></text></svg>"),
        ("x.json", "{\"anneke verschuur\": 1}"),
        ("x.csv", "Anneke;Verschuur"),
        ("x.yaml", "name: Verschuur"),
        ("verschuur.md", "niets"),
        ("verschuur-2026/x.md", "niets"),
        ("notulen_anneke_verschuur.md", "niets"),
    ] {
        let (passed, said) = gate(&guard, name, text.as_bytes().to_vec());
        assert!(!passed, "{name}: {text}: {said}");
        assert!(!said.to_lowercase().contains("verschuur"), "{said}");
        all_said.push(format!("{text}\n{said}"));
    }
    assert_snapshot!(all_said.join("\n"), @r#"
    zei Ver**schuur**
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.md (regel 1)
    zei *Anneke* `Verschuur`
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.md (regel 1)
    zei [Ver](https://x.example)schuur
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.md (de tekst)
    zie https://x.example/anneke%20verschuur
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.md (regel 1)
    zei &#86;erschuur
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.md (regel 1)
    zei Ver-
    schuur
    R716 een woord dat een beschermde naam kan zijn staat in wat naar buiten gaat: ‘#0#’, in x.md (de tekst)
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.md (regel 1)
    > zei Anneke
    > Verschuur
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.md (regel 2)
    <p>Ver<b>schuur</b></p>
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.html (regel 1)
    <p>Ver&shy;schuur</p>
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.html (regel 1)
    <p>Anneke<br>Verschuur</p>
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.html (regel 1)
    <html><!-- Verschuur --></html>
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.html (regel 1)
    <html><script>let a = 'Verschuur'</script></html>
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.html (regel 1)
    <p>Br&ouml;nninghauser</p>
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#12#’, in x.html (regel 1)
    <svg><text><tspan>Anneke</tspan><tspan>Verschuur</tspan></text></svg>
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.svg (regel 1)
    <svg><text>Ver<tspan>schuur</tspan></text></svg>
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.svg (regel 1)
    {"anneke verschuur": 1}
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.json (regel 1)
    Anneke;Verschuur
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.csv (regel 1)
    name: Verschuur
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in x.yaml (regel 1)
    niets
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in de naam van het bestand of zijn map
    niets
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in de naam van het bestand of zijn map
    niets
    R702 een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘#0#’, in de naam van het bestand of zijn map
    "#);
    let runs = "<w:p><w:r><w:t>Ver</w:t></w:r><w:r><w:t>schuur</w:t></w:r></w:p>".to_owned();
    assert!(!gate(&guard, "x.docx", zip(&[("word/document.xml", runs)])).0);
    assert!(!gate(&guard, "x.docx", zip(&[("word/media/verschuur.png", String::new())])).0);
    for text in [
        "<text:p>Ver<text:span>schuur</text:span></text:p>",
        "<text:p>Anneke<text:line-break/>Verschuur</text:p>",
        "<text:p>Anneke<text:s/>Verschuur</text:p>",
        // A note stands within the text, and shows only its number there.
        "<text:p>Ver<text:note><text:note-citation>1</text:note-citation><text:note-body>\
         <text:p>Een noot.</text:p></text:note-body></text:note>schuur</text:p>",
        "<text:p>Zie<text:note><text:note-body><text:p>Anneke Verschuur</text:p>\
         </text:note-body></text:note> hier</text:p>",
    ] {
        let odt = zip(&[("content.xml", text.to_owned())]);
        assert!(!gate(&guard, "x.odt", odt).0, "{text}");
    }
}

#[test]
fn a_file_in_an_opendocument_text_that_cannot_be_read_stops_it() {
    let guard = guard();
    let odt = |name: &str, bytes: &[u8]| zipped(&[("content.xml", b"<o/>"), (name, bytes)]);
    assert!(gate(&guard, "x.odt", odt("Pictures/a.svg", b"<svg/>")).0);
    for (name, bytes) in [
        ("Pictures/a.bin", &b"\xD0\xCF\x11\xE0\xFF"[..]),
        ("Pictures/a.png", b"\x89PNG\r\n\x1A\n cut off"),
        ("Object 1", b"PK\x03\x04 no zip"),
        ("styles.xml", b"<o><p>a</p"),
    ] {
        let (passed, said) = gate(&guard, "x.odt", odt(name, bytes));
        assert!(!passed && said.contains("R725"), "{name}: {said}");
    }
}
