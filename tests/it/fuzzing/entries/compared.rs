//! Scorecards that hold what no audit has, but whose seal is right.

use super::*;
use rekenkamer::compare::{Choices, Entrant, Sort, by_municipality, compare};
use rekenkamer::model::{Comparison, Framework};
use rekenkamer::webpage;
use sha2::{Digest, Sha256};
use std::ops::Range;

/// Between two changes of a scorecard; no text has this byte.
const NEXT: u8 = 0xFF;

/// What may stand in the place of a number.
const NUMBERS: [&str; 12] = [
    "0",
    "1",
    "-1",
    "100",
    "17000000",
    "4294967295",
    "4294967296",
    "18446744073709551615",
    "-9223372036854775808",
    "99999999999999999999999999999",
    "1e300",
    "0.000000000000000001",
];

/// A scorecard of the right types and seal, beside a sound one: what is accepted becomes a
/// comparison in every form. Each change has two bytes for the value, and then the text of it.
pub fn compared(data: &[u8]) {
    let sound = compact();
    let mut changed = sound.clone();
    for change in data.split(|byte| *byte == NEXT) {
        let Some((which, text)) = change.split_at_checked(2) else { continue };
        let which = usize::from(which[0]) * 256 + usize::from(which[1]);
        // Most other values have a form of their own, and few changes leave it whole.
        let mut leaves = leaves(&changed);
        if which % 4 != 0 {
            leaves.retain(|place| free(&changed, place));
        }
        let place = leaves[which % leaves.len()].clone();
        let value = match changed.as_bytes()[place.start] {
            b'"' if changed[place.clone()].trim_matches('"').parse::<f64>().is_ok() => {
                format!("\"{}\"", NUMBERS[text.len() % NUMBERS.len()])
            }
            b'"' => serde_json::to_string(&String::from_utf8_lossy(text)).expect("a text"),
            b't' | b'f' => (text.len() % 2 == 0).to_string(),
            _ => NUMBERS[text.len() % NUMBERS.len()].to_owned(),
        };
        changed.replace_range(place, &value);
    }
    beside(&sealed(&changed), &sealed(&sound.replace("Voorbeeldstad", "Anderstad")), data);
}

/// A scorecard with one of its frameworks so many times.
pub fn many_frameworks(times: usize) {
    let sound = compact();
    let start = sound.find("\"frameworks\":[").expect("frameworks") + "\"frameworks\":[".len();
    let end = start + sound[start..].find(",{\"framework\":").expect("a second one");
    let one = &sound[start..end];
    let others = (0..times).map(|n| {
        let id = one.split('"').nth(3).expect("its id");
        one.replacen(id, &format!("kader-{n}"), 1) + ","
    });
    let card = format!("{}{}{}", &sound[..start], others.collect::<String>(), &sound[start..]);
    beside(&sealed(&card), &sealed(&sound), b"");
}

/// Compares two scorecards as the command does, and writes all but documents.
fn beside(first: &str, second: &str, data: &[u8]) {
    deep(|| {
        let work = folder(&[], "een.json", first.as_bytes());
        std::fs::write(work.path().join("twee.json"), second).expect("a file");
        let mut loader = Loader::new(Assets::embedded());
        let mut entrants = Vec::new();
        for name in ["een.json", "twee.json"] {
            let cards = loader.scorecards(&work.path().join(name));
            // Written as the program does, each is read without places, and says the same.
            for card in &cards {
                let written = serde_json::to_string_pretty(card).expect("JSON") + "\n";
                std::fs::write(work.path().join("drie.json"), written).expect("a file");
                let mut fresh = Loader::new(Assets::embedded());
                let again = fresh.scorecards(&work.path().join("drie.json"));
                assert_eq!(again.first(), Some(card));
            }
            let cards = cards.into_iter();
            entrants.extend(cards.filter_map(|card| Entrant::new(name.to_owned(), card, true)));
        }
        let mut frameworks = BTreeMap::new();
        let known = loader.framework_ids();
        for score in entrants.iter().flat_map(|e| &e.card.frameworks) {
            if known.contains(&score.framework) {
                let found = loader.framework(&score.framework);
                frameworks.extend(found.map(|f| (score.framework.clone(), f)));
            }
        }
        told(&loader.report, &loader.sources);
        let named =
            |e: &Entrant| e.card.frameworks.iter().all(|s| frameworks.contains_key(&s.framework));
        if loader.report.has_errors() || !entrants.iter().all(named) {
            return;
        }
        let choices = Choices {
            by: None,
            contrast: None,
            level: Some("voldoet".to_owned()),
            pairs: None,
            sort: Sort::Inhabitants,
            rank: true,
            seed: 1,
            anonymised: false,
        };
        let made = by_municipality(entrants)
            .and_then(|years| compare(years, &frameworks, Vec::new(), &choices));
        if let Ok(comparison) = made {
            written(&comparison, &frameworks, &mut loader, data);
        }
    });
}

/// Writes a comparison in every form, and checks what a reader's program would obey.
fn written(
    comparison: &Comparison,
    frameworks: &BTreeMap<String, Arc<Framework>>,
    loader: &mut Loader,
    data: &[u8],
) {
    let wording = view::Wording::default();
    let view = view::comparison(comparison, &wording);
    let (notes, tables) = (view.notes(), view.tables());
    let long = [view::judgements(comparison), view::rows(comparison)];
    let book = sheets::workbook(&view.title, view.date_parts, &notes, &tables, &long);
    well_formed(Form::Docx, &book.expect("a workbook"));
    let mut csv = Vec::new();
    let dialect = sheets::Dialect::Dutch;
    sheets::csv(&notes, &tables, Some(&long[0]), dialect, &mut csv).expect("tables");
    let csv = String::from_utf8(csv).expect("UTF-8");
    let json = serde_json::to_string_pretty(comparison).expect("JSON");
    serde_json::from_str::<serde_json::Value>(&json).expect("JSON that can be read");
    let Loader { sources, report, .. } = loader;
    let assets = Assets::embedded();
    let [page, summed] = [true, false].map(|rows| {
        let shown = view::page(comparison, &view, frameworks, rows);
        let page = webpage::html(&shown, &assets, sources, report).expect("a page");
        well_formed(Form::Html, &page);
        String::from_utf8(page).expect("UTF-8")
    });
    let sheet = view::factsheet(comparison, &view, 0).expect("the first municipality");
    let writer = narrative::Writer::new(Kind::Factsheet, &assets, sources, report);
    let sheet = writer.and_then(|writer| writer.factsheet(&sheet, "vergelijking", report));
    let sheet = sheet.unwrap_or_else(|| panic!("{}", told(report, sources)));
    let writer = narrative::Writer::new(Kind::Comparison, &assets, sources, report);
    let paper = writer.and_then(|writer| writer.comparison(view, "vergelijking", report));
    let paper = paper.unwrap_or_else(|| panic!("{}", told(report, sources)));
    told(report, sources);
    let typed = String::from_utf8_lossy(data);
    for text in [&csv, &json, &page, &summed, &paper.text(), &sheet.text()] {
        let obeyed = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        assert!(!text.contains(obeyed), "a control character in {text:?}");
        assert!(!text.contains(OUTCOME) || typed.contains(OUTCOME), "the template ran a text");
    }
}

/// The sound scorecard on one line, its seal left out, as the seal is taken of it.
fn compact() -> String {
    static CARD: OnceLock<String> = OnceLock::new();
    CARD.get_or_init(|| {
        let work = folder(WHOLE, "case.yaml", WHOLE[0].1.as_bytes());
        let case = Loader::new(Assets::embedded()).case(work.path()).expect("the case");
        let mut card = score::score(&case);
        let seal = std::mem::take(&mut card.seal);
        let text = serde_json::to_string(&card).expect("a scorecard");
        assert!(sealed(&text).contains(&seal), "sealed otherwise than the program does");
        text
    })
    .clone()
}

/// Whether a value is a text as people write it, or a figure.
fn free(card: &str, place: &Range<usize>) -> bool {
    const KEYS: [&str; 8] =
        ["name", "title", "commissioner", "province", "inhabitants", "unit", "value", "given"];
    let before = card[..place.start].strip_suffix("\":").unwrap_or_default();
    KEYS.iter().any(|key| before.ends_with(&format!("\"{key}")))
        || card[place.clone()].contains(' ')
}

/// With the seal that the program would give it.
fn sealed(card: &str) -> String {
    let digest = Sha256::digest(card.as_bytes());
    let seal: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    card.replacen("\"seal\":\"\"", &format!("\"seal\":\"{seal}\""), 1)
}

/// The places of the values of a scorecard; of its judgements, whose sums must be right, the first.
fn leaves(card: &str) -> Vec<Range<usize>> {
    let bytes = card.as_bytes();
    let judged = card.find("\"frameworks\":").expect("frameworks");
    let behind = card.find("\"quantities\":").expect("quantities");
    let (mut out, mut at, mut inside) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b'"' => {
                at += 1;
                while bytes[at] != b'"' {
                    at += 1 + usize::from(bytes[at] == b'\\');
                }
                at += 1;
            }
            b'{' | b'}' | b'[' | b']' | b',' | b':' => {
                at += 1;
                continue;
            }
            _ => at += card[at..].find([',', '}', ']']).expect("an end"),
        }
        let key = bytes.get(at) == Some(&b':');
        inside += usize::from((judged..behind).contains(&start) && !key);
        let many = (judged..behind).contains(&start) && inside > 40;
        if !key && !many && bytes[start] != b'n' && !card[..start].ends_with("\"seal\":") {
            out.push(start..at);
        }
    }
    out
}
