//! Word files: what Word, its navigation pane, a screen reader and an official who comments on
//! the facts find in them. One test opens them in LibreOffice; without it that test says that it
//! was skipped, and fails where `REKENKAMER_REQUIRE` asks for all outside programs. The order of
//! elements is held against the schema by `tests/word.py`, in `.ci/run`.

use crate::common::word::{HEAD, TEXT, document, part, set, work};
use std::process::Command;

#[test]
fn headings_lists_tables_and_figures_are_words_own() {
    let xml = document(TEXT);
    assert!(xml.contains("<w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/>"), "{xml}");
    assert!(xml.contains("<w:pStyle w:val=\"Heading2\"/>"));
    assert!(xml.contains("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"));
    assert!(xml.contains("<w:tblCaption w:val=\"Tabel 1: Tweede\"/>"));
    assert!(xml.contains("kolommen: norm, oordeel"));
    assert!(xml.contains("w:firstRow=\"1\"") && xml.contains("w:firstColumn=\"1\""));
    assert!(xml.contains("descr=\"Een rode lijn\"") && xml.contains("asvg:svgBlip"));
    assert!(xml.contains(" SEQ Figuur "));
    assert!(xml.contains("<w:pStyle w:val=\"KaderObservatieKop\"/>"));
    assert!(xml.contains("<w:rStyle w:val=\"OordeelDeels\"/>"));
    // The three lists count by themselves, each from its own start.
    let work = work(TEXT);
    set(&work);
    let numbering = part(&work, "word/numbering.xml");
    let start = |level: u8, n: u8| {
        format!(
            "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{n}\"/></w:lvlOverride>"
        )
    };
    assert!(numbering.contains(&start(0, 3)) && numbering.contains(&start(0, 1)), "{numbering}");
    assert!(xml.contains("<w:ilvl w:val=\"1\"/>"));
    // The paragraph's number is text, which stays when somebody writes above it.
    let texts = xml.split("<w:t").skip(1).filter_map(|t| t.split_once('>')?.1.split_once('<'));
    let text: String = texts.map(|(text, _)| text).collect();
    assert!(text.contains("[N-1.1] Een alinea"), "{text}");
}

#[test]
fn the_contents_lead_to_the_headings_and_ask_nothing_on_opening() {
    let work = work(TEXT);
    set(&work);
    let xml = part(&work, "word/document.xml");
    assert!(xml.contains(" TOC \\o &quot;1-2&quot; ") || xml.contains(" TOC \\o \"1-2\" "));
    let marks: Vec<&str> =
        xml.split("w:anchor=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(marks.len(), 3, "{marks:?}");
    for mark in marks {
        assert!(xml.contains(&format!("w:name=\"{mark}\"")), "{mark}");
    }
    let settings = part(&work, "word/settings.xml");
    assert!(!xml.contains("w:dirty") && !settings.contains("<w:updateFields"));
    assert!(!settings.contains("<w:documentProtection"), "who reads it must be able to comment");
}

#[test]
fn language_properties_status_and_edits_are_told() {
    let work = work(TEXT);
    set(&work);
    assert!(part(&work, "word/styles.xml").contains("<w:lang w:val=\"nl-NL\""));
    let core = part(&work, "docProps/core.xml");
    assert!(core.contains("<dc:title>Proef</dc:title>"), "{core}");
    assert!(core.contains("<dc:creator>Rekenkamer Proefstad</dc:creator>"));
    assert!(core.contains("2026-03-01T00:00:00Z"));
    assert!(core.contains("<cp:contentStatus>Concept voor wederhoor</cp:contentStatus>"));
    let footer = part(&work, "word/footer-rekenkamer.xml");
    assert!(footer.contains("Concept voor wederhoor") && footer.contains(" NUMPAGES "), "{footer}");
    let xml = part(&work, "word/document.xml");
    assert!(xml.contains("Bewerkt na generatie"));
    assert!(xml.contains("<w:pStyle w:val=\"OmslagStatus\"/>"));
    assert!(xml.contains("Gemaakt met rekenkamer 0.1.0; controlegetal"));
}

#[test]
fn a_head_that_no_document_can_have_is_refused() {
    let work = work(TEXT);
    for (from, to, code, told) in [
        ("[2026, 3, 1]", "[2026, 2, 31]", "R603", "ontbreekt `date-parts`, of het klopt niet"),
        ("lang: \"nl\"", "lang: \"Nederlands\"", "R603", "ontbreekt `lang`"),
        ("\"Proef\"", "\"Proef\\u0000\\u000b\"", "R405", "teken U+000B"),
        ("\"Proef\"", "\"Proef\\uffff\"", "R404", "U+FFFF"),
    ] {
        work.write("nota.md", format!("{HEAD}{TEXT}").replacen(from, to, 1));
        let said = set(&work);
        assert!(said.ends_with("status 1"), "{said}");
        assert!(said.contains(code) && said.contains(told), "{said}");
        assert!(!work.path("nota.docx").exists());
    }
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    let (one, other) = (work(TEXT), work(TEXT));
    set(&one);
    set(&other);
    assert!(one.bytes("nota.docx") == other.bytes("nota.docx"));
}

#[test]
fn hostile_text_stays_text() {
    let hostile = "# <w:p> & \"]]>\"\n\n</w:t></w:r></w:p> &amp;#0; `</w:body>` <b>vet</b>\n\n\
        | <w:tbl> | &lt; |\n|---|---|\n| </w:tc> | \" |\n\n> [!let-op] </w:p>\n> <!-- -->\n\n\
        [x](<https://voorbeeld.nl/\"é&[w:p]>) [y](https://) [z](mailto:) ![<w:p>](lijn.svg)\n\n\
        ![a\"><w:p/>](lijn.svg)\n";
    let work = work(hostile);
    let text = work.read("nota.md");
    let text = text.replace("\"Proef\"", "\"<w:p/> & {{ 7*7 }}\"");
    work.write("nota.md", text);
    let said = set(&work);
    assert!(said.ends_with("status 0"), "{said}");
    for name in ["word/document.xml", "word/header-rekenkamer.xml", "docProps/core.xml"] {
        let xml = part(&work, name);
        assert!(!xml.contains(['\0', '\u{b}', '\u{ffff}']), "{name}");
        assert!(xml.contains("&lt;w:p/&gt; &amp;") && xml.contains("{{ 7*7 }}"), "{name}: {xml}");
        let mut reader = quick_xml::Reader::from_str(&xml);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name}: {error}"),
            }
        }
    }
    let links = part(&work, "word/_rels/document.xml.rels");
    assert!(links.contains("https://voorbeeld.nl/%22%C3%A9&amp;%5Bw:p%5D"), "{links}");
    assert!(!links.contains("\"https://\"") && !links.contains("\"mailto:\""));
}

#[test]
fn an_svg_goes_along_as_outlines_and_without_scripts() {
    let work = work(TEXT);
    set(&work);
    let svg = part(&work, "word/media/rekenkamer1.svg");
    assert!(svg.contains("<path") && !svg.contains("<text") && !svg.contains("script"), "{svg}");
}

#[test]
fn the_logo_stands_on_the_cover_and_a_summary_has_no_contents() {
    let work = work(TEXT);
    let tokens = include_str!("../../templates/theme/tokens.toml");
    work.write("templates/theme/logo.svg", work.read("lijn.svg"));
    let logo = "[logo]\npath = \"logo.svg\"\nalt = \"Het wapen\"\n";
    work.write("templates/theme/tokens.toml", tokens.replace("[logo]\n", logo));
    assert!(set(&work).ends_with("status 0"));
    let xml = part(&work, "word/document.xml");
    assert!(xml.find("descr=\"Het wapen\"") < xml.find("Inhoud"), "{xml}");
    work.write("nota.md", work.read("nota.md").replace("\"hearing\"", "\"summary\""));
    assert!(set(&work).ends_with("status 0"));
    let xml = part(&work, "word/document.xml");
    assert!(xml.contains("Het wapen") && !xml.contains("Inhoud"), "{xml}");
    assert!(!xml.contains("w:pageBreakBefore") && !xml.contains("w:titlePg"));
    work.write("templates/theme/logo.svg", "geen logo");
    let said = set(&work);
    assert!(said.contains("R416") && said.contains("templates/theme/logo.svg"), "{said}");
}

#[test]
fn an_image_that_is_none_is_pointed_at() {
    let work = work(TEXT);
    work.write("lijn.svg", "geen tekening");
    let said = set(&work);
    assert!(said.contains("R416") && said.contains("nota.md:"), "{said}");
    assert!(said.ends_with("status 1"));
}

#[test]
fn a_wide_table_of_judgements_lies_on_its_side() {
    let row = |cell: &str| format!("| N |{}\n", format!(" {cell} |").repeat(8));
    let table =
        format!("{}{}{}", row("gemeente"), row("---").replace('N', "---"), row("● voldoet"));
    let xml = document(&format!("# Een\n\n## Matrix\n\n{table}\n## Daarna\n\nTekst.\n"));
    let sides: Vec<bool> = xml
        .split("<w:pgSz")
        .skip(1)
        .map(|s| s.split("/>").next().unwrap_or("").contains("landscape"))
        .collect();
    assert_eq!(sides, [false, true, false]);
}

#[test]
fn a_file_of_ones_own_wins_and_a_broken_one_is_pointed_at() {
    let work = work(TEXT);
    let shipped = include_str!("../../templates/word/footer.xml.jinja");
    work.write("templates/word/footer.xml.jinja", shipped.replace("pagina ", "blad "));
    assert!(set(&work).ends_with("status 0"));
    assert!(part(&work, "word/footer-rekenkamer.xml").contains("blad "));
    work.write("templates/word/footer.xml.jinja", "<w:ftr><w:p></w:ftr>");
    let said = set(&work);
    assert!(said.contains("R610") && said.contains("templates/word/footer.xml.jinja:1:"), "{said}");
    work.write("templates/word/footer.xml.jinja", "<w:ftr>{{ er_niet }}</w:ftr>");
    assert!(set(&work).contains("R502"));
    work.remove("templates/word/footer.xml.jinja");
    let tokens = include_str!("../../templates/theme/tokens.toml");
    work.write("templates/theme/tokens.toml", tokens.replace("\"#0f3b4c\"", "\"blauw\""));
    let said = set(&work);
    assert!(said.contains("R617") && said.contains("`blauw`"), "{said}");
}

#[test]
fn a_nota_goes_through_libreoffice_with_its_headings_lists_and_tables() {
    let program = std::env::var("REKENKAMER_SOFFICE").unwrap_or_else(|_| "soffice".to_owned());
    if Command::new(&program).arg("--version").output().is_err() {
        assert!(std::env::var_os("REKENKAMER_REQUIRE").is_none(), "{program} is not there");
        eprintln!("SKIPPED: {program} (LibreOffice) is not there");
        return;
    }
    let work = work(TEXT);
    set(&work);
    let profile = format!("-env:UserInstallation=file://{}", work.path("profiel").display());
    let done = Command::new(&program)
        .args([&profile, "--headless", "--convert-to", "fodt", "nota.docx"])
        .current_dir(work.path(""))
        .output()
        .expect("LibreOffice runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let text = work.read("nota.fodt");
    for level in ["1", "2"] {
        assert!(text.contains(&format!("text:outline-level=\"{level}\"")), "heading {level}");
    }
    assert!(text.contains("<table:table-header-rows>"), "no header row");
    assert!(text.contains("text:start-value=\"3\"") || text.contains("text:start-value=\"4\""));
    assert!(text.contains("Een rode lijn"), "no alternative text");
    assert!(text.contains("Iets gezien") && text.contains("voldoet deels"));
    assert!(text.contains("fo:country=\"NL\""), "no Dutch");
}

#[test]
fn an_amount_stays_on_one_line_in_word_and_in_the_web_page_and_is_ordinary_text_there() {
    let work = work("# Kop\n\nHet kost € 650.000 volgens art. 12, of 2,5 % bij norm CA-3.\n");
    let run = work.run("render nota.md --format docx,html --without-name-search");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let xml = part(&work, "word/document.xml");
    let spaced = "Het kost €\u{a0}650.000 volgens art.\u{a0}12, of 2,5\u{a0}% bij norm CA-3.";
    assert!(xml.contains(spaced), "{xml}");
    let page = work.read("nota.html");
    let whole = "Het kost <span class=\"kept\">€ 650.000</span> volgens <span class=\"kept\">art. \
                 12</span>, of <span class=\"kept\">2,5 %</span> bij norm <span \
                 class=\"kept\">CA-3</span>.";
    assert!(page.contains(whole) && page.contains(".kept { white-space: nowrap; }"), "{page}");
}
