//! The HTML form: one file that a screen reader can follow and that nothing in a case can break.
//!
//! What axe-core sees of it in a browser is tested by `.ci/run` with `tests/browser/axe.mjs`.

use crate::common::{Run, Work};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;

const ALL: &str =
    "nota cases/proef --document nota,report,summary,matrix,framework --format md,html";

/// The elements of a page with their attributes, in order.
fn elements(page: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = Reader::from_str(page);
    reader.config_mut().check_end_names = false;
    let mut out = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => out.push(element(&tag)),
            Ok(Event::Eof) => return out,
            Ok(_) => {}
            Err(error) => panic!("{error} at {}", reader.error_position()),
        }
    }
}

fn element(tag: &BytesStart<'_>) -> (String, Vec<(String, String)>) {
    let name = tag.name().as_ref().to_owned();
    let attributes = tag.html_attributes().flatten();
    (name, attributes.map(|a| (a.key.as_ref().to_owned(), a.value.clone().into_owned())).collect())
}

fn pages(work: &Work) -> Vec<(String, String)> {
    let names = work.files().into_iter().filter(|f| f.ends_with(".html"));
    names.map(|name| (name.clone(), work.read(&name))).collect()
}

#[test]
fn headings_ids_links_and_tables_are_as_a_screen_reader_wants_them() {
    let work = Work::with_case();
    let run = work.run(ALL);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let pages = pages(&work);
    assert_eq!(pages.len(), 5);
    for (name, page) in pages {
        let all = elements(&page);
        let value = |attributes: &[(String, String)], key: &str| {
            attributes.iter().find(|(k, _)| k == key).map(|(_, v)| v.clone())
        };
        let levels: Vec<u32> = all
            .iter()
            .filter_map(|(n, _)| n.strip_prefix('h').and_then(|l| l.parse().ok()))
            .collect();
        assert_eq!(levels.first(), Some(&1), "{name}");
        assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1, "{name}: one title");
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{name}: h{} after h{}", pair[1], pair[0]);
        }
        let ids: Vec<String> = all.iter().filter_map(|(_, a)| value(a, "id")).collect();
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{name}: every id once");
        for (element, attributes) in &all {
            match element.as_str() {
                "th" => assert!(value(attributes, "scope").is_some(), "{name}: {attributes:?}"),
                "img" => assert!(value(attributes, "alt").is_some_and(|a| a.len() > 20), "{name}"),
                "html" => assert_eq!(value(attributes, "lang").as_deref(), Some("nl")),
                "a" => {
                    let to = value(attributes, "href").unwrap_or_default();
                    let inside = to.strip_prefix('#');
                    assert!(
                        inside.is_none_or(|id| unique.contains(&id.to_owned())),
                        "{name}: {to}"
                    );
                }
                "script" | "iframe" | "object" | "link" | "base" => panic!("{name}: <{element}>"),
                _ => {}
            }
        }
    }
}

#[test]
fn nothing_that_is_typed_becomes_markup_script_or_style() {
    let work = Work::with_case();
    let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)> ' </style> {{ 7*7 }}";
    work.edit("case.yaml", "name: Proefstad", &format!("name: {hostile:?}"));
    work.edit(
        "case.yaml",
        "title: De formatie is aan de krappe kant",
        &format!("title: {hostile:?}"),
    );
    work.edit(
        "case.yaml",
        "    Proefstad wil weten of de aanpak werkt.\n",
        "    [klik](javascript:alert(3)) en [klik](data:text/html,x) `</code><script>`\n",
    );
    let run = work.run(ALL);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for (name, page) in pages(&work) {
        assert!(page.contains("&lt;script&gt;"), "{name}: the name is there as text");
        for (element, attributes) in elements(&page) {
            assert!(element != "script", "{name}");
            for (key, value) in attributes {
                assert!(!key.starts_with("on"), "{name}: {key}");
                let to = value.trim_start().to_lowercase();
                assert!(key != "href" || to.starts_with(['#', 'h', 'm']), "{name}: {to}");
                assert!(key != "src" || to.starts_with("data:image/"), "{name}: {to}");
            }
        }
        assert_eq!(page.matches("</style>").count(), 1, "{name}");
    }
}

#[test]
fn a_page_keeps_a_script_in_a_drawing_from_running_by_showing_it_as_an_image() {
    let work = Work::empty();
    let text = include_str!("../fixtures/blocks.md");
    work.write("blokken.md", text);
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    work.write("figuur.svg", svg);
    let run = work.run("render blokken.md --format html --without-name-search");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let page = work.read("blokken.html");
    assert!(!page.contains("<script>"));
    assert!(page.contains("src=\"data:image/svg+xml;base64,"));
    assert!(page.contains("De tekst is na het opmaken met de hand bewerkt."));
}

#[test]
fn the_same_case_gives_the_same_bytes_in_every_form() {
    let all = "nota cases/proef --document nota,report,summary,matrix,framework --format md,pdf,html,docx";
    let (one, other) = (Work::with_case(), Work::with_case());
    assert_eq!((one.run(all).status, other.run(all).status), (0, 0));
    let made = |work: &Work| -> Vec<String> {
        work.files().into_iter().filter(|f| f.starts_with("output/")).collect()
    };
    assert_eq!(made(&one), made(&other));
    assert!(made(&one).len() > 16, "{:?}", made(&one));
    for file in made(&one) {
        assert!(one.bytes(&file) == other.bytes(&file), "{file}");
    }
}

#[test]
fn numbers_of_paragraphs_can_be_pointed_at() {
    let work = Work::with_case();
    let run = work.run("nota cases/proef --document hearing --format html");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let page = work.read("output/proef/wederhoor.html");
    assert!(page.contains("id=\"alinea:B-1.1\"><span class=\"nr\">[B-1.1]</span>"));
}

/// A document with the head of the test document and this text.
fn rendered(text: &str) -> (Work, Run) {
    let work = Work::empty();
    let (head, _) =
        include_str!("../fixtures/blocks.md").split_once("# Eerste").unwrap_or_default();
    work.write("los.md", format!("{head}{text}"));
    let run = work.run("render los.md --format html --without-name-search");
    (work, run)
}

#[test]
fn ids_stay_unique_and_links_lead_somewhere_whatever_a_document_holds() {
    let (work, run) = rendered(
        "# _tekst\n\n\\[1\\] Een.\n\n\\[1\\] Nog een.\n\n## pagina:inhoud\n\nZie [hier](#nergens).\n",
    );
    assert_eq!(run.status, 0, "{}", run.stderr);
    let page = work.read("los.html");
    let ids = |page: &str| -> Vec<String> {
        let all = elements(page).into_iter().flat_map(|(_, attributes)| attributes);
        all.filter(|(key, _)| key == "id").map(|(_, value)| value).collect()
    };
    let unique: BTreeSet<String> = ids(&page).into_iter().collect();
    assert_eq!(unique.len(), ids(&page).len(), "{:?}", ids(&page));
    assert!(page.contains("Zie hier.") && !page.contains("#nergens"));
}

#[test]
fn a_header_cell_without_text_is_no_header() {
    let (work, run) = rendered("# Kop\n\n|  | Aantal |\n|---|---|\n| Norm | 2 |\n");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let head = "<thead><tr><td></td><th scope=\"col\" class=\"right\">Aantal</th></tr></thead>";
    assert_eq!(work.read("los.html").matches(head).count(), 1);
}

#[test]
fn a_colour_or_letter_that_is_none_is_told_at_its_place() {
    let tokens = include_str!("../../templates/theme/tokens.toml");
    let changes = [
        ("ink = \"#17242d\"", "ink = \"rood\"", "`rood` is geen kleur"),
        ("ink = \"#17242d\"", "ink = 12", "`12` is geen kleur"),
        ("ink = \"#17242d\"", "ink = \"#000;} body{}\"", "is geen kleur"),
        ("text = \"Source Sans 3\"", "text = \"O'Reilly\"", "is geen naam van een letter"),
    ];
    for (from, to, message) in changes {
        assert_eq!(tokens.matches(from).count(), 1, "{from}");
        let work = Work::with_case();
        work.write("templates/theme/tokens.toml", tokens.replace(from, to));
        let run = work.run("nota cases/proef --format html");
        assert_eq!(run.status, 1, "{to}");
        assert!(run.stderr.contains(message), "{to}: {}", run.stderr);
        assert!(run.stderr.contains("--> templates/theme/tokens.toml:"), "{to}: {}", run.stderr);
    }
}

#[test]
fn a_logo_stands_in_the_page_and_a_missing_one_is_told() {
    let tokens = include_str!("../../templates/theme/tokens.toml");
    let logo = "[logo]\npath = \"logo.svg\"\nalt = \"Het logo van de rekenkamer\"\n";
    let work = Work::with_case();
    work.write("templates/theme/tokens.toml", tokens.replace("[logo]\n", logo));
    let missing = work.run("nota cases/proef --format html");
    assert_eq!(missing.status, 1);
    assert!(missing.stderr.contains("logo.svg"), "{}", missing.stderr);
    work.write("templates/theme/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let run = work.run("nota cases/proef --format html");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(work.read("output/proef/nota.html").contains("alt=\"Het logo van de rekenkamer\""));
}
