//! OpenDocument texts: what LibreOffice, its Navigator, a screen reader and an official who comments
//! on the facts find in them. One test opens them in LibreOffice; without it that test says that it
//! was skipped, and fails where `REKENKAMER_REQUIRE` asks for all outside programs. `.ci/run` holds
//! every document of the shipped cases against the schema with the ODF Validator.

use crate::common::Work;
use crate::common::word::{HEAD, TEXT, part_of, work};
use std::io::Cursor;
use std::process::Command;
use zip::{CompressionMethod, ZipArchive};

/// What the program says when it sets the document.
fn set(work: &Work) -> String {
    work.run("render nota.md --format odt --without-name-search").seen()
}

fn part(work: &Work, name: &str) -> String {
    part_of(work.bytes("nota.odt"), name)
}

/// The content of a document of this text.
fn content(text: &str) -> String {
    let work = work(text);
    let said = set(&work);
    assert!(said.ends_with("status 0"), "{said}");
    part(&work, "content.xml")
}

/// The content from one text to another, without the names of automatic styles.
fn between<'a>(xml: &'a str, from: &str, to: &str) -> &'a str {
    let start = xml.find(from).unwrap_or_else(|| panic!("no {from} in {xml}"));
    let rest = &xml[start..];
    &rest[..rest.find(to).unwrap_or_else(|| panic!("no {to} in {rest}")) + to.len()]
}

#[test]
fn headings_lists_tables_and_figures_are_those_of_the_format() {
    let xml = content(TEXT);
    for level in ["1", "2"] {
        assert!(xml.contains(&format!("text:outline-level=\"{level}\"")), "{xml}");
    }
    let chapter = "style:parent-style-name=\"Heading_20_1\"><style:paragraph-properties \
                   fo:break-before=\"page\">";
    assert!(xml.contains(chapter), "{xml}");
    assert!(xml.contains("<text:h text:style-name=\"Heading_20_2\" text:outline-level=\"2\">"));
    let table = between(&xml, "<table:table ", "</table:table-header-rows>");
    assert!(table.contains("<table:title>Tabel 1: Tweede</table:title>"), "{table}");
    let description = "<table:desc>1 rij onder een koprij; kolommen: norm, oordeel</table:desc>";
    assert!(table.contains(description), "{table}");
    let judgement = "<text:span text:style-name=\"OordeelDeels\"><text:span \
                     text:style-name=\"Symbool\">◑</text:span> voldoet deels</text:span>";
    assert!(xml.contains(judgement), "{xml}");
    assert!(xml.contains("<svg:desc>Een rode lijn</svg:desc>"), "{xml}");
    assert!(xml.contains("text:formula=\"ooow:Figuur+1\""), "{xml}");
    assert!(xml.contains("<text:p text:style-name=\"KaderObservatieKop\">"), "{xml}");
    // The paragraph's number is text, which stays when somebody writes above it.
    assert!(xml.contains(">[N-1.1] Een alinea, met een <text:a "), "{xml}");
}

#[test]
fn lists_count_from_their_own_start_and_nest() {
    let xml = content(TEXT);
    let list = between(
        &xml,
        "<text:list text:style-name=\"Numbering_20_1\">",
        "</text:list></text:list-item></text:list>",
    );
    assert!(list.contains("<text:list-item text:start-value=\"3\">"), "{list}");
    assert_eq!(list.matches("text:start-value").count(), 1, "{list}");
    assert!(list.contains("vier</text:p><text:list text:style-name="), "{list}");
    assert!(xml.contains("<text:list-item text:start-value=\"1\">"), "{xml}");
}

#[test]
fn a_table_interrupts_a_list_which_then_counts_on() {
    let xml = content(
        "# Een\n\n1. een\n\n   | a | b |\n   |---|---|\n   | x | y |\n\n   verder\n2. twee\n",
    );
    let (before, after) = xml.split_once("<table:table ").expect("a table");
    assert!(before.ends_with("een</text:p></text:list-item></text:list>"), "{before}");
    let (_, after) = after.split_once("</table:table>").expect("its end");
    assert!(
        after.starts_with("<text:list text:style-name=\"Numbering_20_1\"><text:list-header>"),
        "{after}"
    );
    assert!(
        after.contains("verder</text:p></text:list-header><text:list-item text:start-value=\"2\">"),
        "{after}"
    );
}

#[test]
fn the_contents_lead_to_the_headings_and_know_their_pages() {
    let xml = content(TEXT);
    let contents = between(&xml, "<text:index-body>", "</text:index-body>");
    let marks: Vec<&str> = contents
        .split("text:ref-name=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(marks.len(), 2, "{contents}");
    for mark in marks {
        assert!(contents.contains(&format!("xlink:href=\"#{mark}\"")), "{mark}");
        assert!(xml.contains(&format!("<text:bookmark-start text:name=\"{mark}\"/>")), "{mark}");
    }
    assert!(!xml.contains("text:protected"), "who reads it must be able to comment");
}

#[test]
fn language_properties_status_and_edits_are_told() {
    let work = work(TEXT);
    set(&work);
    let styles = part(&work, "styles.xml");
    assert!(styles.contains("fo:language=\"nl\" fo:country=\"NL\""), "{styles}");
    let footer = between(&styles, "<style:footer>", "</style:footer>");
    assert!(footer.contains(">Concept voor wederhoor<") && footer.contains("<text:page-count>"));
    assert!(!between(&styles, "style:name=\"Omslag\" style:page", "/>").contains("footer"));
    let meta = part(&work, "meta.xml");
    for told in [
        "<dc:title>Proef</dc:title>",
        "<dc:creator>Rekenkamer Proefstad</dc:creator>",
        "<dc:language>nl-NL</dc:language>",
        "<dc:date>2026-03-01T00:00:00</dc:date>",
        "<meta:keyword>Concept voor wederhoor</meta:keyword>",
        "<meta:generator>rekenkamer/0.1.0</meta:generator>",
    ] {
        assert!(meta.contains(told), "{told}: {meta}");
    }
    let xml = part(&work, "content.xml");
    assert!(xml.contains("Bewerkt na generatie") && xml.contains("\"OmslagStatus\""));
    assert!(xml.contains("Gemaakt met rekenkamer 0.1.0; controlegetal"));
}

#[test]
fn a_note_stands_where_it_is_first_referred_to() {
    let xml = content("# Een\n\nA[^n], b[^m] en weer[^n].\n\n[^n]: Noot *een*.\n[^m]: Twee.\n");
    let note = between(&xml, "<text:note ", "</text:note>");
    assert_eq!(
        note,
        "<text:note text:id=\"noot1\" text:note-class=\"footnote\"><text:note-citation>1\
         </text:note-citation><text:note-body><text:p text:style-name=\"Footnote\">Noot <text:span \
         text:style-name=\"Emphasis\">een</text:span>.</text:p></text:note-body></text:note>"
    );
    assert_eq!(xml.matches("<text:note ").count(), 2);
    let again = between(&xml, "<text:note-ref ", "</text:note-ref>");
    assert!(again.contains("text:ref-name=\"noot1\"") && again.contains(">1<"), "{again}");
}

#[test]
fn spaces_in_code_are_kept() {
    let xml = content("# Een\n\n```\n  a  b\nc\n```\n");
    let code = "<text:s/><text:s/>a <text:s/>b<text:line-break/>c</text:p>";
    assert!(xml.contains(code), "{xml}");
}

#[test]
fn the_same_text_gives_the_same_bytes_and_the_type_stands_first() {
    let (one, other) = (work(TEXT), work(TEXT));
    set(&one);
    set(&other);
    let bytes = one.bytes("nota.odt");
    assert!(bytes == other.bytes("nota.odt"));
    let mut zip = ZipArchive::new(Cursor::new(&bytes)).expect("a zip");
    let first = zip.by_index(0).expect("a file");
    assert_eq!(first.name().expect("a name"), "mimetype");
    assert_eq!(first.compression(), CompressionMethod::Stored);
    assert_eq!(&bytes[30..77], b"mimetypeapplication/vnd.oasis.opendocument.text");
}

#[test]
fn every_file_is_in_the_manifest() {
    let work = work(TEXT);
    set(&work);
    let manifest = part(&work, "META-INF/manifest.xml");
    let zip = ZipArchive::new(Cursor::new(work.bytes("nota.odt"))).expect("a zip");
    let mut names: Vec<String> = zip.file_names().flatten().map(|n| n.into_owned()).collect();
    names.retain(|name| name != "mimetype" && !name.starts_with("META-INF/"));
    assert_eq!(names.len(), 6, "{names:?}");
    for name in names {
        assert!(manifest.contains(&format!("manifest:full-path=\"{name}\"")), "{name}");
    }
    let svg = part(&work, "Pictures/rekenkamer1.svg");
    assert!(svg.contains("<path") && !svg.contains("<text") && !svg.contains("script"), "{svg}");
}

#[test]
fn hostile_text_stays_text() {
    let hostile = "# <text:p> & \"]]>\"\n\n</text:p> &amp;#0; `</office:body>` <b>vet</b>\n\n\
        | <table:table> | &lt; |\n|---|---|\n| </table:table-cell> | \" |\n\n\
        > [!let-op] </text:p>\n> <!-- -->\n\n\
        [x](<https://voorbeeld.nl/\"é&[w:p]>) [y](https://) [z](mailto:) ![<text:p>](lijn.svg)\n\n\
        ![a\"><text:p/>](lijn.svg)\n";
    let work = work(hostile);
    let text = work.read("nota.md");
    work.write("nota.md", text.replace("\"Proef\"", "\"<text:p/> & {{ 7*7 }}\""));
    let said = set(&work);
    assert!(said.ends_with("status 0"), "{said}");
    for name in ["content.xml", "styles.xml", "meta.xml"] {
        let xml = part(&work, name);
        assert!(
            xml.contains("&lt;text:p/&gt; &amp;") && xml.contains("{{ 7*7 }}"),
            "{name}: {xml}"
        );
        let mut reader = quick_xml::Reader::from_str(&xml);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name}: {error}"),
            }
        }
    }
    let xml = part(&work, "content.xml");
    assert!(xml.contains("\"https://voorbeeld.nl/%22%C3%A9&amp;%5Bw:p%5D\""), "{xml}");
    assert!(!xml.contains("\"https://\"") && !xml.contains("\"mailto:\""));
}

#[test]
fn a_wide_table_of_judgements_lies_on_its_side() {
    let row = |cell: &str| format!("| N |{}\n", format!(" {cell} |").repeat(8));
    let table =
        format!("{}{}{}", row("gemeente"), row("---").replace('N', "---"), row("● voldoet"));
    let xml = content(&format!("# Een\n\n## Matrix\n\n{table}\n## Daarna\n\nTekst.\n"));
    let pages: Vec<&str> = xml
        .split("style:master-page-name=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(pages, ["Omslag", "Dwars", "Standard"]);
}

#[test]
fn a_summary_has_no_contents_and_no_cover_page() {
    let work = work(TEXT);
    work.write("nota.md", work.read("nota.md").replace("\"hearing\"", "\"summary\""));
    assert!(set(&work).ends_with("status 0"));
    let xml = part(&work, "content.xml");
    assert!(!xml.contains("text:table-of-content") && !xml.contains("\"Omslag\""), "{xml}");
    assert!(
        !xml.contains("fo:break-before") && xml.contains("style:master-page-name=\"Standard\"")
    );
}

#[test]
fn a_template_of_ones_own_wins_and_a_broken_one_is_pointed_at() {
    let work = work(TEXT);
    let shipped = include_str!("../../templates/odt/styles.xml.jinja");
    work.write("templates/odt/styles.xml.jinja", shipped.replace("pagina ", "blad "));
    assert!(set(&work).ends_with("status 0"));
    assert!(part(&work, "styles.xml").contains("blad <text:page-number"));
    work.write("templates/odt/styles.xml.jinja", "<a><b></a>");
    let said = set(&work);
    assert!(said.contains("R610") && said.contains("templates/odt/styles.xml.jinja:1:"), "{said}");
    work.write("lijn.svg", "geen tekening");
    assert!(set(&work).contains("R416"));
}

#[test]
fn a_nota_goes_through_libreoffice_with_its_headings_lists_notes_and_tables() {
    let program = std::env::var("REKENKAMER_SOFFICE").unwrap_or_else(|_| "soffice".to_owned());
    if Command::new(&program).arg("--version").output().is_err() {
        assert!(std::env::var_os("REKENKAMER_REQUIRE").is_none(), "{program} is not there");
        eprintln!("SKIPPED: {program} (LibreOffice) is not there");
        return;
    }
    let work = work(&format!("{TEXT}\nNoot[^n].\n\n[^n]: De noot.\n"));
    assert!(work.read("nota.md").starts_with(HEAD));
    set(&work);
    let profile = format!("-env:UserInstallation=file://{}", work.path("profiel").display());
    let done = Command::new(&program)
        .args([&profile, "--headless", "--convert-to", "fodt", "nota.odt"])
        .current_dir(work.path(""))
        .output()
        .expect("LibreOffice runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let text = work.read("nota.fodt");
    for level in ["1", "2"] {
        assert!(text.contains(&format!("text:outline-level=\"{level}\"")), "heading {level}");
    }
    assert!(text.contains("<table:table-header-rows>"), "no header row");
    assert!(text.contains("text:start-value=\"3\""), "no number");
    assert!(text.contains("Een rode lijn"), "no alternative text");
    assert!(text.contains("Iets gezien") && text.contains("voldoet deels"));
    assert!(text.contains("<text:note-citation>1</text:note-citation>"), "no note");
    assert!(text.contains("fo:country=\"NL\""), "no Dutch");
    assert!(text.contains("style:next-style-name=\"Standard\""), "no page for the cover");
    // The page numbers in the contents were empty, and LibreOffice filled them in.
    assert!(text.contains("text:reference-format=\"page\""), "no page numbers");
    assert!(!text.contains("Fout: Bron van verwijzing"), "a reference to nothing");
}
