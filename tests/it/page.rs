//! The page of a comparison: every judgement readable without its script, and nothing of a case in
//! its markup, style or script.
//!
//! What it does in a browser is tested by `.ci/run` with the scripts in `tests/browser/`.

#![expect(clippy::expect_used, reason = "a test may stop where the page is not as it should be")]

use crate::common::Work;
use crate::common::comparisons::{compared, json, many, two};
use quick_xml::Reader;
use quick_xml::events::Event;
use rekenkamer::assets::Assets;
use rekenkamer::compare::{Choices, Entrant, Sort, by_municipality, compare};
use rekenkamer::diagnostics::{Report, SourceMap};
use rekenkamer::load::Loader;
use rekenkamer::model::Framework;
use rekenkamer::{score, view, webpage};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

const PAGE: &str = "output/vergelijking/vergelijking.html";

/// The page without its style and script.
fn markup(page: &str) -> String {
    let (before, style) = page.split_once("<style>").expect("a style sheet");
    let (_, rest) = style.split_once("</style>").expect("its end");
    let (body, script) = rest.rsplit_once("<script type=\"module\">").expect("a script");
    let (_, after) = script.split_once("</script>").expect("its end");
    format!("{before}{body}{after}")
}

/// The elements of the page with their attributes.
fn elements(page: &str) -> Vec<(String, Vec<(String, String)>)> {
    let markup = markup(page);
    let mut reader = Reader::from_str(&markup);
    reader.config_mut().check_end_names = false;
    let mut out = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let own = tag.html_attributes().flatten();
                let own = own.map(|a| (a.key.as_ref().to_owned(), a.value.clone().into_owned()));
                out.push((tag.name().as_ref().to_owned(), own.collect()));
            }
            Ok(Event::Eof) => return out,
            Ok(_) => {}
            Err(error) => panic!("{error} at {}", reader.error_position()),
        }
    }
}

/// The rows of the matrix of a framework: of each municipality the cells, as class and text.
fn matrix(page: &str, framework: &str) -> BTreeMap<String, Vec<(String, String)>> {
    let at = page.find(&format!("id=\"matrix-{framework}\"")).expect("the matrix");
    let body = page[at..].split("</table>").next().unwrap_or("");
    let body = body.split("<tbody>").nth(1).expect("rows");
    let row = |row: &str| {
        let mut cells = row.split("<td class=");
        let name = cells.next()?.split("<th>").nth(1)?.to_owned();
        // A judgement is in one element, and each remark on it in another.
        let text = |t: &str| {
            ["<b>", "</b>", "<i>", "</i>"].iter().fold(t.to_owned(), |t, tag| t.replace(tag, ""))
        };
        let cell = |c: &str| c.trim().split_once('>').map(|(k, t)| (k.to_owned(), text(t)));
        Some((name, cells.filter_map(cell).collect()))
    };
    body.split("<tr").skip(1).filter_map(row).collect()
}

#[test]
fn every_judgement_stands_there_as_symbol_and_words_and_the_unknown_is_no_level() {
    let work = two();
    compared(&work, "cases/proef cases/esdorp --format html,json");
    let page = work.read(PAGE);
    let rows = matrix(&page, "fte-capacity");
    let comparison = json(&work);
    let entries = comparison["frameworks"][0]["entries"].as_array().expect("entries").clone();
    let keys = [("voldoet", "a"), ("grotendeels", "b"), ("deels", "c"), ("niet", "e")];
    let strengths = [("strong", "sterk"), ("moderate", "redelijk"), ("narrow", "smal")];
    let mut seen = 0;
    for entry in entries {
        let place = usize::try_from(entry["member"].as_u64().unwrap_or(9)).unwrap_or(9);
        let name = comparison["members"][place]["name"].as_str().expect("a name");
        let cells = &rows[name];
        let judgements = entry["score"]["judgements"].as_array().expect("judgements");
        assert_eq!(cells.len(), judgements.len() + 1, "the verdict, then every norm");
        for (judgement, (class, text)) in judgements.iter().zip(&cells[1..]) {
            let outcome = judgement["outcome"].as_str().expect("an outcome");
            match keys.iter().find(|(key, _)| *key == outcome) {
                Some((_, key)) => {
                    assert_eq!(class, key);
                    let strong = judgement["strength"].as_str().expect("a strength");
                    let word = strengths.iter().find(|(key, _)| *key == strong).expect("known").1;
                    assert!(text.contains("voldoet") && text.contains(&format!(" · {word}")));
                }
                None => assert!(class.as_str() > "e", "{outcome} is no level: {class} {text}"),
            }
            seen += 1;
        }
    }
    assert_eq!(seen, 12);
    assert!(rows["Esdorp"].contains(&("e".to_owned(), "○ voldoet niet · sterk".to_owned())));
    assert!(rows["Proefstad"].contains(&("i".to_owned(), "◌ niet onderzocht".to_owned())));
    // Of a norm that nobody judged there is no share: not zero, and not of nothing.
    let row = page.split("<tr data-n=\"CA-4\">").nth(1).and_then(|r| r.split("<tr").next());
    let counts: Vec<_> = row.unwrap_or("").split("<td class=r>").skip(1).map(str::trim).collect();
    assert_eq!(counts, ["–", "–", "–", "–", "2\u{a0}van\u{a0}2"]);
}

#[test]
fn the_page_says_on_its_face_what_it_is_and_what_each_norm_asks() {
    let work = two();
    compared(&work, "cases/proef cases/esdorp --format html");
    let page = work.read(PAGE);
    for told in [
        "<title>Vergelijking van twee gemeenten – Vergelijking, 2&nbsp;gemeenten</title>",
        "<html lang=\"nl\">",
        "<strong>Nog niet vastgesteld:</strong> Proefstad en Esdorp.",
        "<span class=\"status\">Concept</span>",
        "id=\"norm-CA-3\"",
        "<th scope=row>templates/page/<td><code>",
    ] {
        assert!(page.contains(told), "{told}");
    }
}

#[test]
fn ids_and_links_fit_headings_follow_each_other_and_every_table_has_a_caption() {
    let work = many(6, "sample");
    compared(&work, "cases --by soort --pairs paar --format html");
    let page = work.read(PAGE);
    let all = elements(&page);
    let value = |own: &[(String, String)], key: &str| {
        own.iter().find(|(k, _)| k == key).map(|(_, v)| v.clone())
    };
    let ids: Vec<String> = all.iter().filter_map(|(_, own)| value(own, "id")).collect();
    let unique: std::collections::BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "every id once");
    let mut last = 0;
    for (element, own) in &all {
        if let Some(level) = element.strip_prefix('h').and_then(|l| l.parse::<u32>().ok()) {
            assert!(level <= last + 1, "h{level} after h{last}");
            last = level;
        }
        for reference in ["aria-labelledby", "for"] {
            let to = value(own, reference);
            assert!(to.is_none_or(|id| unique.contains(&id)), "{element} {own:?}");
        }
        if element == "a" {
            let to = value(own, "href").unwrap_or_default();
            let inside = to.strip_prefix('#').map(str::to_owned);
            assert!(inside.is_some_and(|id| unique.contains(&id)), "{to}");
        }
    }
    assert_eq!(page.matches("<table").count(), page.matches("<caption").count());
}

#[test]
fn a_browser_may_run_the_script_of_the_page_and_nothing_else() {
    let work = two();
    compared(&work, "cases/proef cases/esdorp --format html");
    let page = work.read(PAGE);
    let between = |from: &str, to: &str| {
        let rest = page.split_once(from).map(|(_, rest)| rest).unwrap_or("");
        rest.split_once(to).map(|(inside, _)| inside.to_owned()).unwrap_or_default()
    };
    use base64::Engine as _;
    use sha2::Digest as _;
    let hash = |text: &str| {
        base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(text.as_bytes()))
    };
    let script = between("<script type=\"module\">", "</script>");
    let style = between("<style>", "</style>");
    let policy = between("Content-Security-Policy\" content=\"", "\"");
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; \
             form-action 'none'",
            hash(&script),
            hash(&style)
        )
    );
    assert!(script.len() > 10_000 && script.len() < 60_000, "{}", script.len());
    for line in script.lines() {
        assert!(!line.starts_with("import ") && !line.starts_with("export "), "{line}");
    }
    for risky in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
        assert!(!script.contains(risky), "{risky}");
    }
    // The script is the same for every comparison: nothing of a case is in it.
    let other = many(3, "sample");
    compared(&other, "cases --format html");
    assert!(other.read(PAGE).contains(&script));
}

const HOSTILE: [&str; 4] = [
    "</script><script>hacked=1;alert(1)</script>",
    "\"><img src=x onerror=alert(2)>",
    "{{7*7}} {% raw %} ' onfocus=alert(3) autofocus x='",
    "--><svg/onload=alert(4)></style><!-- ]]>",
];

#[test]
fn nothing_that_is_typed_becomes_markup_script_or_style() {
    let work = Work::empty();
    for (index, name) in HOSTILE.iter().enumerate() {
        let quoted = |text: &str| Value::from(text).to_string();
        let folder = format!("g{index}");
        work.add_case(&folder);
        let path = format!("cases/{folder}/case.yaml");
        let province = quoted(&format!("{index} {name}"));
        let text = work
            .read(&path)
            .replacen("name: Proefstad", &format!("name: {}", quoted(name)), 1)
            .replacen("  cbs-code: GM9999\n", "", 1)
            .replacen(
                "inhabitants-date: 2025-01-01",
                &format!(
                    "inhabitants-date: 2025-01-01\n  province: {province}\n  attributes: {{{}: {}}}",
                    quoted(HOSTILE[1]),
                    quoted(name)
                ),
                1,
            );
        let kept = text.lines().filter(|l| !l.trim_start().starts_with("province: Utrecht"));
        work.write(&path, kept.collect::<Vec<_>>().join("\n"));
    }
    let title = ["compare", "cases", "--format", "html", "--title", HOSTILE[0]];
    let run = work.run_each(&title);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let page = work.read(PAGE);
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</script>").count(), 1);
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("{{7*7}}"), "a name is no template");
    assert!(page.contains("&lt;img src=x onerror=alert(2)&gt;"), "it is there as text");
    for (element, own) in elements(&page) {
        let fine =
            !["img", "iframe", "object", "embed", "base", "link"].contains(&element.as_str());
        assert!(fine, "<{element}> {own:?}");
        for (key, value) in own {
            assert!(!key.starts_with("on") && key != "autofocus" && key != "style", "{key}");
            assert!(key != "href" || value.starts_with('#'), "{value}");
        }
    }
}

#[test]
fn the_same_audits_give_the_same_page() {
    let work = two();
    compared(&work, "cases/proef cases/esdorp --format html");
    let first = work.bytes(PAGE);
    compared(&work, "cases/proef cases/esdorp --format html");
    assert!(first == work.bytes(PAGE));
}

#[test]
fn an_edited_comparison_is_set_beside_the_page_and_not_over_it() {
    let work = two();
    compared(&work, "cases/proef cases/esdorp --format md,html");
    let page = work.bytes(PAGE);
    let text = work.read("output/vergelijking/vergelijking.md");
    work.write("output/vergelijking/vergelijking.md", format!("{text}\nMijn eigen zin.\n"));
    let run = work.run("render output/vergelijking/vergelijking.md --format html");
    assert_eq!(run.stdout, "output/vergelijking/vergelijking-document.html\n", "{}", run.stderr);
    assert!(
        work.read("output/vergelijking/vergelijking-document.html").contains("Mijn eigen zin.")
    );
    assert!(work.bytes(PAGE) == page);
    // What was rendered with names does not stay beside what is anonymous either.
    let run = work.run("compare cases/proef cases/esdorp --anonymise --format md,html --force");
    assert!(run.stderr.contains("vergelijking-document.html"), "{}", run.stderr);
}

#[test]
fn an_attribute_has_a_readable_name_as_a_filter_and_as_a_heading() {
    let work = two();
    for (case, size) in [("proef", "groot"), ("esdorp", "klein")] {
        let path = format!("cases/{case}/case.yaml");
        let own = format!(
            "inhabitants-date: 2025-01-01\n  attributes: {{size-group: {size}, aan_de_grens: ja}}"
        );
        work.write(&path, work.read(&path).replace("inhabitants-date: 2025-01-01", &own));
    }
    compared(&work, "cases/proef cases/esdorp --by size-group --format md,html");
    let page = work.read(PAGE);
    assert!(page.contains(">Groottegroep</label>"), "a filter");
    assert!(page.contains("<th scope=col>Aan de grens<th scope=col>Groottegroep"), "headings");
    assert!(page.contains("Groepen naar kenmerk ‘Groottegroep’"));
    let document = work.read("output/vergelijking/vergelijking.md");
    assert!(document.contains("# Groepen naar kenmerk ‘Groottegroep’"));
}

#[test]
fn a_protected_name_in_the_page_stops_the_comparison() {
    let work = two();
    work.write(
        "cases/proef/confidential.yaml",
        "also:\n  - {what: de melder, texts: [Anneke Verschuur]}\n",
    );
    work.edit(
        "case.yaml",
        "inhabitants-date: 2025-01-01",
        "inhabitants-date: 2025-01-01\n  attributes: {contact: Anneke Verschuur}",
    );
    let run = work.run("compare cases/proef cases/esdorp --format html");
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("vergelijking.html"), "{}", run.stderr);
    assert!(!run.stderr.contains("Verschuur"), "{}", run.stderr);
    assert!(!work.path(PAGE).exists());
}

#[test]
fn anonymous_municipalities_are_not_in_the_page() {
    let work = two();
    work.add_municipality(
        "Berkwold",
        &[("case.yaml", "  inhabitants: 100000\n", "  inhabitants: 123456\n")],
    );
    compared(&work, "cases/proef cases/esdorp cases/berkwold --anonymise --format html");
    let page = work.read(PAGE).to_lowercase();
    for told in ["esdorp", "berkwold", "123456", "123.456"] {
        assert!(!page.contains(told), "{told}");
    }
    assert!(page.contains("gemeente 1") && page.contains("100.000 tot 150.000"));
    // An old page with names does not stay beside what is anonymous.
    let run = work.run("compare cases/proef cases/esdorp --anonymise --format md");
    assert!(run.stderr.contains("vergelijking.html"), "{}", run.stderr);
}

#[test]
fn scorecards_alone_are_enough_and_an_earlier_audit_is_shown_beside() {
    let work = two();
    work.scorecard("proef", "a.json");
    work.scorecard("esdorp", "b.json");
    compared(&work, "a.json b.json --format html");
    let page = work.read(PAGE);
    assert!(page.contains("alleen de scorekaart"));
    assert_eq!(matrix(&page, "fte-capacity").len(), 2);
    work.add_case("vroeger");
    let path = "cases/vroeger/case.yaml";
    work.write(path, work.read(path).replace("from: 2022, to: 2025", "from: 2018, to: 2021"));
    compared(&work, "cases/proef cases/vroeger --format html");
    let page = work.read(PAGE);
    assert!(page.contains("id=\"tijd\"") && page.contains("<tbody class=eerder>"));
}

#[test]
fn a_study_that_codes_documents_gives_its_document() {
    let work = Work::empty();
    for file in ["study.yaml", "coding.csv"] {
        let from = format!("{}/cases/coalitieakkoorden-2022/{file}", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(from).expect("the study that ships");
        work.write(&format!("cases/akkoorden/{file}"), bytes);
    }
    compared(&work, "cases/akkoorden --by size-group --format html");
    let page = work.read(PAGE);
    assert!(page.contains("<body class=\"coding-study\">") && !page.contains("<script"));
}

#[test]
fn a_page_of_ones_own_that_is_wrong_is_told_at_its_place() {
    let work = two();
    work.write("templates/page/vergelijking.html.jinja", "<p>{{ page.nergens }}</p>\n");
    let run = work.run("compare cases/proef cases/esdorp --format html");
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("templates/page/vergelijking.html.jinja:1:"), "{}", run.stderr);
    assert!(!work.path(PAGE).exists());
}

#[test]
fn the_ranking_is_that_of_the_document_and_says_over_how_many() {
    let work = many(6, "population");
    compared(&work, "cases --format html");
    assert!(!work.read(PAGE).contains("Rangorde"), "only where it is asked for");
    compared(&work, "cases --rank --format html,md");
    let page = work.read(PAGE).replace('\u{a0}', " ");
    assert!(page.contains("De plaatsen gaan over alle 6&nbsp;gemeenten met een oordeel"));
    let document = work.read("output/vergelijking/vergelijking.md");
    let ranked = document.split("## Rangorde").nth(1).expect("a ranking");
    let rows = ranked.lines().filter(|l| l.contains("Gemeente0")).take(6);
    for row in rows.map(|row| row.trim_matches(['|', ' ']).split(" | ").collect::<Vec<_>>()) {
        let [place, name, points, best, worst] = row[..] else { panic!("{row:?}") };
        let own = format!("<th>{name}<td>{place}<td>{points}<td>{best}<td>{worst}");
        assert!(page.contains(&own), "{own}");
    }
}

#[test]
fn numbers_of_the_figures_are_those_of_the_document() {
    let work = many(6, "population");
    compared(&work, "cases --format html,md,csv");
    let page = work.read(PAGE);
    // Of six municipalities each has five others: just enough for a median.
    assert!(page.contains("Mediaan 62,5%. De middelste helft ligt tussen 61,3 en 63,8%."));
    let table = work.read("output/vergelijking/vergelijking.csv");
    let about = "Cijfers;;CA-2 Deel van de formatie dat uit vast geld wordt betaald / Gemeente00";
    for told in ["Waarde;60;60", "Mediaan;63,0;63,0", "Verschil met mediaan;−3,0;-3,0"] {
        assert!(table.contains(&format!("{about};{told}\n")), "{told}");
    }
    let document = work.read("output/vergelijking/vergelijking.md");
    let row = "| CA-2 Deel van de formatie dat uit vast geld wordt betaald | % | 6 | 60 (Gemeente00) | 61,3 | 62,5 | 63,8 | 65 (Gemeente05) |";
    assert!(document.lines().any(|line| line == row), "{document}");
    assert!(page.contains("<th>Gemeente00<td>60<td>63,0<td>−3,0<td>nee"));
}

#[test]
fn of_too_many_for_a_row_each_the_page_tells_what_they_come_to_and_needs_no_script() {
    let work = many(8, "population");
    let mut loader = Loader::new(Assets::over(&work.path("")));
    let one = |n: usize| {
        let case = loader.case(&work.path(&format!("cases/gemeente{n:02}"))).expect("a case");
        Entrant::new(String::new(), score::score(&case), false).expect("a period")
    };
    let entrants: Vec<Entrant> = (0..8).map(one).collect();
    let ids = entrants.iter().flat_map(|e| &e.card.frameworks).map(|f| f.framework.clone());
    let ids: Vec<String> = ids.collect();
    let frameworks: BTreeMap<String, Arc<Framework>> =
        ids.into_iter().filter_map(|id| Some((id.clone(), loader.framework(&id)?))).collect();
    let years = by_municipality(entrants).expect("municipalities");
    let choices = Choices {
        by: None,
        contrast: None,
        level: None,
        pairs: None,
        sort: Sort::Given,
        rank: false,
        seed: 1,
        anonymised: false,
    };
    let comparison = compare(years, &frameworks, Vec::new(), &choices).expect("a comparison");
    let view = view::comparison(&comparison, &view::Wording::default());
    let shown = view::page(&comparison, &view, &frameworks, false);
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let page = webpage::html(&shown, &Assets::embedded(), &mut sources, &mut report);
    let page = String::from_utf8(page.expect("a page")).expect("UTF-8");
    assert!(!page.contains("<script") && !page.contains("<select") && !page.contains("<dialog"));
    let told = "Het zijn er te veel voor een rij per gemeente op deze bladzijde.";
    assert_eq!(page.matches(told).count(), 1);
    // Who stands out is still named; nobody has a row.
    assert!(!page.contains("data-m=") && !page.contains("class=naar"), "a row of a municipality");
    let row = "CA-6 ";
    assert!(page.contains(row), "the norms are counted");
}
