//! Tests of names in many spellings.

use super::*;
use crate::diagnostics::Fact;
use crate::model::{Alone, Person, Secret, SomeoneElse};

mod limits;

fn person(source: &str, name: &str, aliases: &[&str], alone: Option<Alone>) -> Person {
    Person {
        label: Label::Source(source.into()),
        name: name.into(),
        aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
        function: None,
        alone,
    }
}

fn guard() -> Guard {
    let people = vec![
        person("I01", "Anneke Verschuur-Tol", &[], None),
        person("I02", "Bo de Wit", &[], None),
        person("I03", "Anton Bernard de Vries", &["Tonnie"], None),
        person("I04", "Jürgen Müller", &[], None),
        person("I05", "Kees Bakker", &[], None),
        person("I06", "Piet Jansen van Doorn", &[], None),
        person("I07", "Ria van Zoetermeer", &[], None),
        person("I08", "Sjef Molenwiek", &[], Some(Alone::Warn)),
        person("I09", "Thérèse d'Hondt", &[], None),
        person("I10", "Ольга Петрова", &[], None),
        person("I11", "王小明", &[], None),
        person("I12", "Fatima El Amrani", &[], None),
    ];
    let also = vec![Secret {
        label: Label::What("melder".into()),
        texts: vec!["Dorpsstraat 12".into(), "Z23-001234".into(), "06-12345678".into()],
    }];
    Guard::of(&Protected { people, also, ..Protected::default() }, &["Proefstad"])
}

/// `!I01` for a certain match, `?I01` for an uncertain one, in text order.
fn found(text: &str, address: bool) -> String {
    found_by(&guard(), text, address)
}

fn found_by(guard: &Guard, text: &str, address: bool) -> String {
    let each = guard.search(text, address).into_iter().map(|hit| {
        let label = match guard.entry_of(&hit).map(|entry| &entry.label) {
            Some(Fact::Phrase(phrase)) => phrase.facts[0].1.text().unwrap_or_default(),
            Some(label) => label.text().unwrap_or_default().trim_matches(['‘', '’']),
            None => "",
        };
        format!("{}{label}", if hit.certain { '!' } else { '?' })
    });
    let mut each: Vec<String> = each.collect();
    each.dedup();
    each.join(" ")
}

fn all_as_expected(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, expected)| found(text, false) != *expected)
        .map(|(text, expected)| format!("{text:?}: {:?}, not {expected:?}", found(text, false)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_name_is_found_in_every_spelling() {
    let table = [
        ("zei Anneke Verschuur-Tol.", "!I01"),
        ("**anneke** VERSCHUUR\\-TOL", "!I01"),
        ("mevrouw Verschuur-Tol", "!I01"),
        ("mevrouw Verschuur", "!I01"),
        ("mevrouw Tol", "!I01"),
        ("Anneke\nVerschuur\u{AD}-Tol", "!I01"),
        ("Ver\u{AD}\nschuur", "!I01"),
        ("Ver-\nschuur", "!I01"),
        ("Ver**schuur**", "!I01"),
        ("Ver<b>schuur</b>", "!I01"),
        ("Anneke <b>Verschuur</b>", "!I01"),
        ("A.\u{A0}Verschuur", "!I01"),
        ("VERSCHUUR", "!I01"),
        ("Verschuur, A.", "!I01"),
        ("het verschuur", "?I01"),
        ("averschuur@gemeente.nl", "!I01"),
        ("a.verschuur-tol@gemeente.nl", "!I01"),
        ("verschuur-notulen.pdf", "!I01"),
        ("https://x.nl/anneke%20verschuur", "!I01"),
        ("#annekeverschuur", "!I01"),
        ("Verschuur&shy;-Tol", "!I01"),
        ("&#86;erschuur", "!I01"),
        ("volgens Bo de Wit", "!I02"),
        ("volgens bo de wit", "!I02"),
        ("de heer De Wit", "!I02"),
        ("B. de Wit", "!I02"),
        ("DE WIT", "?I02"),
        ("A. de Vries", "!I03"),
        ("A.B. de Vries", "!I03"),
        ("AB de Vries", "!I03"),
        ("A B de Vries", "!I03"),
        ("Vries, A. de", "!I03"),
        ("Vries, A.B. de", "!I03"),
        ("De Vries", "!I03"),
        ("de Vries", "!I03"),
        ("de heer Vries", "!I03"),
        ("Vries", "?I03"),
        ("adevries", ""),
        ("adevries@gemeente.nl", "!I03"),
        ("a.devries@gemeente.nl", "!I03"),
        ("devries-notulen.pdf", "!I03"),
        ("DeVries", "!I03"),
        ("Anton de V\u{200B}ries", "!I03"),
        ("Tonnie", "!I03"),
        ("zei tonnie", "?I03"),
        ("Tonnie de Vries", "!I03"),
        ("Jürgen Müller", "!I04"),
        ("Jurgen Muller", "!I04"),
        ("Juergen Mueller", "!I04"),
        ("J. Mu\u{308}ller", "!I04"),
        ("M%C3%BCller_verslag.docx", "!I04"),
        ("K. Bakker", "!I05"),
        ("Bakker", "?I05"),
        ("Bakker, K.", "!I05"),
        ("kbakker@proefstad.nl", "!I05"),
        ("meneer Bakker", "!I05"),
        ("de heer Jansen", "!I06"),
        ("Jansen van Doorn", "!I06"),
        ("P. Jansen van Doorn", "!I06"),
        ("R. van Zoetermeer", "!I07"),
        ("Molenwiek", "?I08"),
        ("Sjef Molenwiek", "!I08"),
        ("Therese D’Hondt", "!I09"),
        ("T. d'Hondt", "!I09"),
        ("volgens Петрова", "!I10"),
        ("volgens 王小明。", "!I11"),
        ("mevrouw El-Amrani", "!I12"),
        ("Amrani", "!I12"),
        ("dorpsstraat\u{A0}12", "!melder"),
        ("Z23/001234 en Z 23 001234", "!melder"),
        ("0612345678 of 06 12 34 56 78", "!melder"),
    ];
    all_as_expected(&table);
    assert_eq!(found("devries", true), "!I03");
}

/// A guard for people with names that the press and colleagues write in many ways.
fn rare() -> Guard {
    let people = vec![
        person("I01", "Ysolde Rikkersdonck", &[], None),
        person("I02", "Kees van 't Veldhuizerman", &[], None),
        person("I03", "IJsbrand Kloosterziel", &[], None),
        person("I04", "Luka Đorđević", &[], None),
        person("I05", "Zoë ten D'Hondtstra", &[], None),
        person("I06", "Kees Bakker", &[], None),
        person("I07", "Els Peter", &[], None),
        person("I08", "Joost Bos", &[], None),
        person("I09", "Anne-Fleur IJzerdraad", &[], None),
    ];
    let also = vec![Secret {
        label: Label::What("project".into()),
        texts: vec!["Operatie Zonnewende".into()],
    }];
    Guard::of(&Protected { people, also, ..Protected::default() }, &["Proefstad"])
}

#[test]
fn a_name_is_found_with_an_s_in_a_longer_word_and_as_the_press_writes_it() {
    let table = [
        ("Volgens Ysolde Rikkersdoncks verslag", "!I01"),
        ("Rikkersdoncks verslag", "!I01"),
        ("RIKKERSDONCKS VERSLAG", "!I01"),
        ("mevrouw rikkersdoncks", "!I01"),
        ("het dossier van rikkersdoncks", "?I01"),
        ("Ysoldes verslag", "?I01"),
        ("het Rikkersdonckdossier", "?I01"),
        ("het rikkersdonckdossier", "?I01"),
        ("de zaak-Rikkersdonck", "!I01"),
        ("de oudrikkersdonck", "?I01"),
        ("exRikkersdonck", "?I01"),
        ("drie Rikkersdoncken", "?I01"),
        ("Rik\u{43a}ersdonck", "!I01"),
        ("Rik\u{61C}kers\u{FFF9}donck", "!I01"),
        ("drie Rikkersdonckjes", "?I01"),
        ("een Rikkersdonckje", "?I01"),
        ("verdachte Ysolde R. zwijgt", "?I01"),
        ("Ysolde R", "?I01"),
        ("verdachte Kees B. zwijgt", "?I06"),
        ("verdachte Kees van 't V. zwijgt", "?I02"),
        ("verdachte Zoë ten D. zwijgt", "?I05"),
        ("Kees van der B. zwijgt", "?I06"),
        ("Zoë ten S. zwijgt", ""),
        ("Kees vertelde", ""),
        ("Anne-Fleur IJ. of Anne-Fleur I.", "?I09"),
        ("volgens kees van 't veldhuizerman", "!I02"),
        ("Ysolde B. zwijgt", ""),
        ("Rikkers donck", "?I01"),
        ("Rikkers\ndonck", "?I01"),
        ("R i k k e r s d o n c k", "!I01"),
        ("R.I.K.K.E.R.S.D.O.N.C.K.", "!I01"),
        ("Rikkersd\u{43e}nck", "!I01"),
        ("Rιkkersdοnck", "!I01"),
        ("ʀɪᴋᴋᴇʀꜱᴅᴏɴᴄᴋ", "?I01"),
        ("Ｒｉｋｋｅｒｓｄｏｎｃｋ", "!I01"),
        ("𝐑𝐢𝐤𝐤𝐞𝐫𝐬𝐝𝐨𝐧𝐜𝐤", "!I01"),
        ("https://x.nl/%2552ikkersdonck", "!I01"),
        ("&amp;#82;ikkersdonck", "!I01"),
        ("KEES VAN ’T VELDHUIZERMAN", "!I02"),
        ("Kees Van 'T Veldhuizerman", "!I02"),
        ("K. van ‘t Veldhuizerman", "!I02"),
        ("I. Kloosterziel", "!I03"),
        ("I.J. Kloosterziel", "!I03"),
        ("IJ. Kloosterziel", "!I03"),
        ("Kloosterziel, I.J.", "!I03"),
        ("A. Kloosterziel", "?I03"),
        ("Luka Djordjević", "!I04"),
        ("Djordjevic", "!I04"),
        ("Dordevic", "!I04"),
        ("Zoë ten DHondtstra", "!I05"),
        ("Dhondtstra", "!I05"),
        ("Bakkers verslag", "?I06"),
        ("mevrouw Bakkers", "?I06"),
        ("drie bakkers", ""),
        ("de bakkerswinkel", ""),
        ("Peters verslag", "?I07"),
        ("Bos' verslag", "?I08"),
        ("Joost Bos' verslag", "!I08"),
        ("Operatie Zonnewendes eindverslag", "!project"),
    ];
    let guard = rare();
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, found_by(&guard, text, false), expected))
        .filter(|(_, found, expected)| found != *expected)
        .map(|(text, found, expected)| format!("{text:?}: {found:?}, not {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_name_is_found_as_well_without_the_automaton() {
    let text = "Volgens Rikkersdoncks verslag sprak K. van 't Veldhuizerman met Kees Bakker.";
    let quick = rare();
    let slow = Guard { search: None, ..quick.clone() };
    let found = |guard: &Guard| {
        let mut hits = guard.search_paragraph(text, false);
        hits.sort();
        hits
    };
    let entries: BTreeSet<usize> = found(&slow).iter().map(|hit| hit.entry).collect();
    assert_eq!(entries, BTreeSet::from([0, 1, 5]));
    assert_eq!(found(&slow), found(&quick));
}

#[test]
fn what_is_no_name_stops_nothing() {
    let table = [
        ("de witte wijk, de wit geverfde muur, Tolweg", ""),
        ("de bakker en de visser", ""),
        ("Wit is de kleur van het college", ""),
        ("de gemeenteraad van Zoetermeer", "?I07"),
        ("Zoetermeer telt 125.000 inwoners", ""),
        ("mevrouw Klaas de Vries", "?I03"),
        ("Klaas de Vries", "?I03"),
        ("Vries, K. de", "?I03"),
        ("K. de Vries", "?I03"),
        ("Dorpsstraat 120, Dorpsstraat 1", ""),
        ("106 12345678", ""),
        ("Z230012345", ""),
        ("Antonius en Tonniek", ""),
        ("de vriesnacht vriest", ""),
        ("Verschuurde planken en verschuurd", ""),
        ("Anneke Jansonius", ""),
        ("Anneke vertelde", "?I01"),
        ("mulle grond", ""),
        ("De banketbakker", ""),
        ("een wit boek van Bo Derek", ""),
    ];
    all_as_expected(&table);
}

#[test]
fn the_name_of_the_municipality_is_a_known_word() {
    let people = vec![person("I01", "Jan van Proefstad", &[], None)];
    let guard =
        Guard::of(&Protected { people, also: Vec::new(), ..Protected::default() }, &["Proefstad"]);
    assert!(guard.search("de raad van Proefstad", false).iter().all(|h| !h.certain));
    assert!(guard.search("Jan van Proefstad", false).iter().any(|h| h.certain));
}

#[test]
fn a_replaced_municipality_is_found_and_one_that_is_a_word_only_with_its_capital() {
    let guard = Guard::of_nothing().with_towns([("Esdorp", false), ("Best", true)]);
    let certain =
        |text: &str| guard.search(text, false).iter().map(|h| h.certain).collect::<Vec<_>>();
    assert_eq!(certain("maak esdorp veilig"), [true]);
    assert_eq!(certain("Best een goed plan"), [false]);
    assert_eq!(certain("een goed plan, het best"), [false; 0]);
}

/// Literature by an author with a common surname does not name an interviewee.
#[test]
fn a_text_about_someone_else_lets_its_own_name_through_and_no_other() {
    let person = |name: &str| Person {
        label: Label::Source("I01".into()),
        name: name.into(),
        aliases: Vec::new(),
        function: None,
        alone: Some(Alone::Refuse),
    };
    let other = |text: &str| SomeoneElse { text: text.into(), reason: "de schrijver".into() };
    let protected = Protected {
        people: vec![person("Jan Bakker"), person("Anneke Dijkstra")],
        also: Vec::new(),
        someone_else: [
            "Bakker, J. (2020)",
            "info@dijkstra-advies.nl",
            "Bakker",
            "Dijkstra.",
            "Jan Bakker",
            "J. Bakker",
        ]
        .map(other)
        .into(),
    };
    let guard = Guard::of(&protected, &["Proefstad"]);
    for text in
        ["Zie Bakker, J. (2020), p. 3.", "zie **Bakker**, J. (2020)", "info@dijkstra-advies.nl"]
    {
        assert_eq!(guard.search(text, false), [], "{text}");
    }
    for text in [
        "Volgens Bakker klopt het.",
        "Bakker, J. (2021)",
        "Jan Bakker zei het.",
        "J. Bakker zei het.",
        "Zie Bakker, J. (2020), volgens mevrouw Bakker.",
        "Dijkstra.",
        "a.dijkstra@dijkstra-advies.nl",
    ] {
        assert!(guard.search(text, false).iter().any(|hit| hit.certain), "{text}");
    }
}
