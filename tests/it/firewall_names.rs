//! Generated names in every spelling that people use, in every form of text that leaves, and common
//! surnames in the texts that ship.
//!
//! `cargo test` tries some names; with `REKENKAMER_NAMES=1000` and `-- --nocapture` it tries a
//! thousand and prints how many spellings were refused and warned of.

use crate::common::Work;
use crate::firewall::{gate, texts, xml, zip};
use rekenkamer::diagnostics::{Code, Report, SourceMap};
use rekenkamer::model::{Label, Person, Protected};
use rekenkamer::privacy::{Guard, Outgoing, Typed, clear};
use std::collections::BTreeMap;
use std::path::Path;
use unicode_normalization::UnicodeNormalization as _;

/// How many names `cargo test` tries.
const SOME: usize = 25;

const GIVEN: [&str; 10] = [
    "Ysolde",
    "IJsbrand",
    "Thérèse",
    "Jürgen",
    "Anne-Fleur",
    "Kees",
    "Özlem",
    "Zoë",
    "Sjoukje",
    "Wietske",
];
const PREFIXES: [&str; 10] =
    ["", "van ", "", "van der ", "van 't ", "", "de ", "ten ", "", "in het "];
const BEGINS: [&str; 10] =
    ["Rik", "Wol", "Đor", "Müll", "Zwan", "Quaad", "IJz", "Bjør", "Hés", "Klo"];
const MIDDLES: [&str; 10] = ["kers", "ven", "ster", "el", "de", "vlie", "er", "nin", "sel", "zer"];
const ENDS: [&str; 10] =
    ["donck", "kampx", "inga", "stra", "huysz", "brinks", "tema", "gaard", "oever", "mans"];

/// Common surnames in the Netherlands, some of them words (Meertens Instituut, naamkunde).
pub const COMMON: [&str; 40] = [
    "de Jong",
    "Jansen",
    "de Vries",
    "van den Berg",
    "Bakker",
    "van Dijk",
    "Visser",
    "Janssen",
    "Smit",
    "Meijer",
    "de Boer",
    "Mulder",
    "de Groot",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "van Leeuwen",
    "Dekker",
    "Brouwer",
    "de Wit",
    "Dijkstra",
    "Smits",
    "de Graaf",
    "van der Meer",
    "Kok",
    "Jacobs",
    "van der Linden",
    "de Haan",
    "Vermeulen",
    "van den Heuvel",
    "van der Veen",
    "van den Broek",
    "de Bruijn",
    "de Bruin",
    "Schouten",
    "van Beek",
    "Willems",
    "van Vliet",
    "Hoekstra",
];

/// What must become of a spelling, at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Nothing,
    Warned,
    Refused,
}

/// A guard for people with these names; the label of each is its place.
fn guard(names: &[String]) -> Guard {
    let person = |(at, name): (usize, &String)| Person {
        label: Label::What(format!("#{at}#")),
        name: name.clone(),
        aliases: Vec::new(),
        function: None,
        alone: None,
    };
    let people = names.iter().enumerate().map(person).collect();
    Guard::of(&Protected { people, also: Vec::new(), ..Protected::default() }, &["Proefstad"])
}

/// The given name, what stands before the surname, and the surname of the name with this number.
fn name(number: usize) -> [String; 3] {
    let of =
        |list: &[&'static str; 10], digit: usize| list.get(digit % 10).copied().unwrap_or_default();
    // Each surname once, and each part with each other part.
    let (units, tens, hundreds) = (number % 10, number / 10 % 10, number / 100 % 10);
    let surname = format!("{}{}{}", of(&BEGINS, units), of(&MIDDLES, tens), of(&ENDS, hundreds));
    let other = units + 3 * tens + 7 * hundreds;
    [of(&GIVEN, other).into(), of(&PREFIXES, other / 3 + units).into(), surname]
}

/// Letters in another alphabet of Unicode, from that of its capital and that of its small a.
fn shifted(text: &str, capital: u32, small: u32) -> String {
    let shift = |c: char| match c {
        'A'..='Z' => char::from_u32(capital + u32::from(c) - u32::from('A')).unwrap_or(c),
        'a'..='z' => char::from_u32(small + u32::from(c) - u32::from('a')).unwrap_or(c),
        c => c,
    };
    text.chars().map(shift).collect()
}

fn replaced(text: &str, pairs: &[(&str, &str)]) -> String {
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn plain(text: &str) -> String {
    let text = replaced(text, &[("đ", "d"), ("Đ", "D"), ("ø", "o"), ("Ø", "O")]);
    text.nfd().filter(char::is_ascii).collect()
}

/// The second half of a word apart from the first.
fn halves(word: &str, between: &str) -> String {
    let cut = word.char_indices().nth(word.chars().count() / 2).map_or(0, |(at, _)| at);
    let (first, second) = word.split_at(cut);
    format!("{first}{between}{second}")
}

/// A word with its second letter written by its bytes, with so many times `25` before each.
fn percent(word: &str, times: usize) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(String::from).unwrap_or_default();
    let second = letters.next().map(String::from).unwrap_or_default();
    let coded: String =
        second.bytes().map(|byte| format!("%{}{byte:02X}", "25".repeat(times))).collect();
    format!("{first}{coded}{}", letters.as_str())
}

/// A spelling: what it is called, the text, and what must become of it.
type Spelling = (&'static str, String, Outcome);

/// The spellings of a name that people type.
fn typed([given, prefix, surname]: &[String; 3]) -> Vec<Spelling> {
    use Outcome::{Refused, Warned};
    let full = format!("{given} {prefix}{surname}");
    let initial: String = given.chars().take(1).collect();
    let capital: String = surname.chars().take(1).collect();
    let umlauts = [("ü", "ue"), ("Ö", "Oe"), ("ø", "oe"), ("đ", "dj"), ("Đ", "Dj")];
    let dutch = [("ij", "y"), ("IJ", "Y"), ("van der ", "v.d. "), ("van 't ", "van ’t ")];
    let mail = plain(&format!("{initial}.{prefix}{surname}@proefstad.example"))
        .replace([' ', '\''], "")
        .to_lowercase();
    vec![
        ("whole", full.clone(), Refused),
        ("capitals", full.to_uppercase(), Refused),
        ("small letters", full.to_lowercase(), Refused),
        ("decomposed", full.nfd().collect(), Refused),
        ("without marks", plain(&full), Refused),
        ("marks written out", replaced(&full, &umlauts), Refused),
        ("ij as y, v.d., curly", replaced(&full, &dutch), Refused),
        ("surname", surname.clone(), Refused),
        ("surname, small", surname.to_lowercase(), Warned),
        ("mevrouw", format!("mevrouw {prefix}{surname}"), Refused),
        ("initial", format!("{initial}. {prefix}{surname}"), Refused),
        ("initial behind", format!("{surname}, {initial}. {prefix}"), Refused),
        ("mail", mail, Refused),
        ("file name", format!("{surname}_2020.pdf"), Refused),
        ("genitive", format!("{surname}s verslag"), Refused),
        ("genitive, whole", format!("{full}s verslag"), Refused),
        ("genitive, apostrophe", format!("{surname}'s verslag"), Refused),
        ("genitive, apostrophe alone", format!("{surname}’ verslag"), Refused),
        ("compound", format!("het {surname}dossier"), Warned),
        ("compound, small", format!("het {}dossier", surname.to_lowercase()), Warned),
        ("compound, hyphen", format!("het {surname}-dossier"), Refused),
        ("compound, hyphen before", format!("de zaak-{surname}"), Refused),
        ("diminutive", format!("een {surname}je"), Warned),
        ("diminutive, t", format!("een {surname}tje"), Warned),
        ("diminutives", format!("twee {surname}jes"), Warned),
        ("press", format!("verdachte {given} {capital}. zwijgt"), Warned),
    ]
}

/// The spellings in which a name hides from a search for its letters.
fn hidden([_, _, surname]: &[String; 3]) -> Vec<Spelling> {
    use Outcome::{Refused, Warned};
    let cyrillic = [("o", "о"), ("a", "а"), ("e", "е")];
    let greek = [("o", "ο"), ("n", "ո")];
    let small: String = surname.to_lowercase().replace('r', "ʀ").replace('s', "ꜱ");
    let entity: String = surname
        .chars()
        .enumerate()
        .map(|(at, c)| if at == 1 { format!("&amp;#{};", u32::from(c)) } else { c.to_string() })
        .collect();
    let letters: Vec<String> = surname.chars().map(String::from).collect();
    vec![
        ("soft hyphen", halves(surname, "\u{AD}"), Refused),
        ("zero width", halves(surname, "\u{200B}"), Refused),
        ("hyphen at line end", halves(surname, "-\n"), Refused),
        ("bold within", halves(surname, "**"), Refused),
        ("tag within", halves(surname, "<b></b>"), Refused),
        ("two words", halves(surname, " "), Warned),
        ("spaced", letters.join(" "), Refused),
        ("Cyrillic", replaced(surname, &cyrillic), Refused),
        ("Greek, Armenian", replaced(surname, &greek), Refused),
        ("small capitals", small, Warned),
        ("full width", shifted(surname, 0xFF21, 0xFF41), Refused),
        ("mathematical", shifted(surname, 0x1D400, 0x1D41A), Refused),
        ("percent", format!("https://x.example/{}", percent(surname, 0)), Refused),
        ("percent, three times", format!("https://x.example/{}", percent(surname, 2)), Refused),
        ("entity, twice", entity, Refused),
    ]
}

/// What becomes of a text in a file of this form.
fn outcome(guard: &Guard, form: &str, text: &str) -> Outcome {
    // A tag within a name is a tag; all else is text.
    let escaped = || xml(text).replace(&xml("<b></b>"), "<b></b>");
    let bytes = match form {
        "csv" => format!("norm;uitspraak\n1;\"{text}\"\n").into_bytes(),
        "json" => {
            serde_json::json!({ "text": format!("zei {text} daar") }).to_string().into_bytes()
        }
        "html" => format!("<html><p>Daar zei {} iets.</p></html>", escaped()).into_bytes(),
        "svg" => format!("<svg><text>Daar zei {} iets.</text></svg>", escaped()).into_bytes(),
        "docx" => {
            let run = format!("<w:p><w:r><w:t>Daar zei {} iets.</w:t></w:r></w:p>", escaped());
            zip(&[("word/document.xml", format!("<w:document>{run}</w:document>"))])
        }
        "odt" => {
            let text = format!("<text:p>Daar zei {} iets.</text:p>", escaped());
            zip(&[("content.xml", format!("<office:text>{text}</office:text>"))])
        }
        _ => format!("Daar zei {text} iets.\n").into_bytes(),
    };
    let file = Outgoing::new(Path::new("output/proef"), &format!("nota.{form}"), bytes);
    let (mut report, sources) = (Report::default(), SourceMap::default());
    let typed = Typed { texts: &[], sources: &sources, folders: &[] };
    match clear(guard, vec![file], &typed, &mut report) {
        None => Outcome::Refused,
        Some(_) if report.iter().any(|d| d.code == Code::PerhapsProtected) => Outcome::Warned,
        Some(_) => Outcome::Nothing,
    }
}

/// How often each spelling was passed, warned of and refused; and what became of less than it must.
fn tried(names: impl Iterator<Item = usize>) -> (BTreeMap<&'static str, [usize; 3]>, Vec<String>) {
    let (mut counts, mut wrong) = (BTreeMap::<_, [usize; 3]>::new(), Vec::new());
    for number in names {
        let parts = name(number);
        let [given, prefix, surname] = &parts;
        let guard = guard(&[format!("{given} {prefix}{surname}")]);
        for (called, text, least) in [typed(&parts), hidden(&parts)].concat() {
            for form in ["md", "csv", "json", "html", "svg", "docx", "odt"] {
                let outcome = outcome(&guard, form, &text);
                let count = counts.entry(called).or_default();
                if let Some(count) = count.get_mut(outcome as usize) {
                    *count += 1;
                }
                if outcome < least {
                    wrong.push(format!("{called}, {form}: {outcome:?} of {text:?}"));
                }
            }
        }
    }
    (counts, wrong)
}

/// How many names are asked for.
fn asked() -> Option<usize> {
    std::env::var("REKENKAMER_NAMES").ok().and_then(|number| number.parse().ok())
}

/// What the program sets of names in one spelling each, and no form of it tells of.
fn missed(names: usize, turn: usize) -> Vec<String> {
    let parts: Vec<[String; 3]> = (0..names).map(|place| name(place * 41 % 1000)).collect();
    let full = |[given, prefix, surname]: &[String; 3]| format!("{given} {prefix}{surname}");
    let guard = guard(&parts.iter().map(full).collect::<Vec<_>>());
    let spellings: Vec<Spelling> = parts
        .iter()
        .enumerate()
        .filter_map(|(at, parts)| typed(parts).into_iter().cycle().nth(at + turn))
        .collect();
    let work = Work::with_case();
    work.shorten_nota();
    // Long words in front bring names to the ends of lines, each at another place.
    let lines: Vec<String> = spellings
        .iter()
        .enumerate()
        .map(|(at, (_, text, _))| format!("{}zei {text} iets.", "langer ".repeat(at % 9)))
        .collect();
    let text = lines.join("\n\n    ");
    work.edit("case.yaml", "Proefstad wil weten of de aanpak werkt.", &text);
    let run = work.run("nota cases/proef --format md,pdf,html,docx,odt");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let mut out = Vec::new();
    for form in ["md", "pdf", "html", "docx", "odt"] {
        let file = format!("nota.{form}");
        let (_, said) = gate(&guard, &file, work.bytes(&format!("output/proef/{file}")));
        for (at, (called, text, _)) in spellings.iter().enumerate() {
            if !said.contains(&format!("#{at}#")) {
                out.push(format!("{called}, {form}: {text:?}"));
            }
        }
    }
    out
}

#[test]
fn names_are_found_in_every_document_that_the_program_sets() {
    let turns = if asked().is_some() { typed(&name(0)).len() } else { 1 };
    for turn in 0..turns {
        let missed = missed(asked().unwrap_or(SOME), turn);
        assert!(missed.is_empty(), "{}", missed.join("\n"));
    }
}

#[test]
fn names_are_found_in_every_spelling_and_form() {
    let asked = asked();
    let (counts, wrong) = tried((0..asked.unwrap_or(SOME)).map(|place| place * 41 % 1000));
    let line = |(called, [none, warned, refused]): (&&str, &[usize; 3])| {
        format!("{called}: {refused} refused, {warned} warned of, {none} passed\n")
    };
    let table: String = counts.iter().map(line).collect();
    assert!(wrong.is_empty(), "{table}{}", wrong.join("\n"));
    if asked.is_some() {
        std::io::Write::write_all(&mut std::io::stdout(), table.as_bytes()).ok();
    }
}

#[test]
fn common_surnames_stop_nothing_in_the_texts_that_ship() {
    let files = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("cases"));
    assert!(files.len() > 20, "{}", files.len());
    let guard = guard(&COMMON.map(|surname| format!("Xandrine {surname}")));
    let mut found = Vec::new();
    for path in &files {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        for hit in guard.search(&text, false) {
            let around = text.get(hit.at..hit.until).unwrap_or("");
            let certain = if hit.certain { "refused" } else { "warned of" };
            found.push(format!("{around} in {file}, {certain}: {}", COMMON[hit.entry]));
        }
    }
    // Both stand in an address, where nothing has a capital.
    let address = "meer in sources.yaml, warned of: van der Meer";
    assert_eq!(found, [address, address]);
}
