//! Where a match begins and ends, and what keeps it from being one.

use super::*;

/// A guard for people whose names show where a rule stops.
fn guard() -> Guard {
    let names = [
        ("I01", "Anneke Verschuur"),
        ("I02", "Bo de Wit"),
        ("I03", "Anton de Vries"),
        ("I05", "Kees Jan Bakker"),
        ("I07", "Ria van Zoetermeer"),
        ("I08", "Lia Rechter"),
        ("I09", "Ida Terwisp"),
        ("I10", "Roos de Wit"),
        ("I11", "Ysolde Rikkersdonck"),
        ("I12", "Tom van Wijngaarderen"),
    ];
    let people = names.map(|(source, name)| person(source, name, &[], None)).into();
    let also = vec![Secret {
        label: Label::What("melder".into()),
        texts: vec!["Dorpsstraat 12".into(), "Z23-001234".into(), "06-12345678".into()],
    }];
    Guard::of(&Protected { people, also, ..Protected::default() }, &["Proefstad"])
}

/// Every match with its words, certain (`!`) or not (`?`).
fn matches(guard: &Guard, text: &str) -> Vec<String> {
    let hits = guard.search(text, false).into_iter();
    hits.map(|hit| format!("{}{}", if hit.certain { '!' } else { '?' }, &text[hit.at..hit.until]))
        .collect()
}

fn all_as_expected(table: &[(&str, &str)]) {
    let guard = guard();
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, found_by(&guard, text, false), expected))
        .filter(|(_, found, expected)| found != *expected)
        .map(|(text, found, expected)| format!("{text:?}: {found:?}, not {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_match_is_told_at_its_own_place_in_any_paragraph() {
    let guard = guard();
    let text = "Eén alinea.\n\nDat zei Anneke Verschuur.\n\nLater schreef mevrouw Ver**schuur**.\n";
    assert_eq!(matches(&guard, text), ["!Verschuur", "!Ver**schuur"]);
    assert!(guard.finds(text) && !guard.finds("Eén alinea."));
}

#[test]
fn a_match_that_is_certain_hides_a_doubtful_one_of_the_same_words_and_no_other() {
    let guard = guard();
    for (text, expected) in [
        ("Verschuur, en lang daarna weer het verschuur", &["!Verschuur", "?verschuur"][..]),
        ("het verschuur, en lang daarna weer Verschuur", &["?verschuur", "!Verschuur"]),
        ("Verschuur Bakker", &["!Verschuur", "?Bakker"]),
        ("Bakker Verschuur", &["?Bakker", "!Verschuur"]),
    ] {
        assert_eq!(matches(&guard, text), expected, "{text}");
    }
    let two = ["Jan Rikkersdonck", "Piet Rikkersdonck"];
    let people = two.map(|name| person(name, name, &[], None)).into();
    let guard = Guard::of(&Protected { people, ..Protected::default() }, &[]);
    assert_eq!(found_by(&guard, "Rikkersdonck", false), "!Jan Rikkersdonck !Piet Rikkersdonck");
}

/// What was found for one is remembered by paragraph, and not told to another.
#[test]
fn two_guards_do_not_share_what_they_found() {
    let of = |name: &str| {
        let people = vec![person("I01", name, &[], None)];
        Guard::of(&Protected { people, ..Protected::default() }, &[])
    };
    let text = "Dat zei Anneke Verschuur.";
    let (own, other) = (of("Anneke Verschuur"), of("Ysolde Rikkersdonck"));
    assert_eq!((own.finds(text), other.finds(text)), (true, false));
    assert!(Guard::of_nothing().is_empty() && !own.is_empty());
}

#[test]
fn a_name_does_not_go_on_over_the_end_of_a_cell_a_sentence_or_a_paragraph() {
    all_as_expected(&[
        ("zei Bo\r\n\r\nde wit geverfde muur", ""),
        ("zei Bo\r\nde wit", "!I02"),
        ("| Bo | de wit |", ""),
        ("Ook Bo? de wit geverfde muur", ""),
        ("Klaar! Dorpsstraat 12", "!melder"),
        ("A, B. de Vries", "?I03"),
        ("Rikkers, donck", ""),
        ("Rikkers. Donck", ""),
    ]);
}

#[test]
fn a_surname_that_is_also_a_word_is_judged_by_its_capital_and_its_place() {
    all_as_expected(&[
        ("volgens Rechter", "!I08"),
        ("volgens RECHTER", "?I08"),
        ("Rechter zei dat", "?I08"),
        ("Dat is zo. Rechter zei dat", "?I08"),
        ("volgens de rechter", ""),
        ("rechter-notulen.pdf", "?I08"),
        ("de roos de wit geverfde muur", ""),
        ("zei Roos de wit", "!I10"),
        ("volgens Vanzoetermeer", "?I07"),
        ("volgens vanwijngaarderen", "?I12"),
    ]);
}

#[test]
fn what_stands_beside_a_surname_makes_it_certain_or_that_of_another() {
    all_as_expected(&[
        ("KJ Bakker", "!I05"),
        ("kj Bakker", "?I05"),
        ("KP Bakker", "?I05"),
        ("K. Bakker", "!I05"),
        ("k. Bakker", "?I05"),
        ("K. bakker", ""),
        ("Bakker, Kees", "!I05"),
        ("Bakker, kees", "?I05"),
        ("Bakker K.", "!I05"),
        ("Bakker K uit Breda", "?I05"),
        ("Bakker-K. prijs", "?I05"),
        ("Verschuur, Klaas", "?I01"),
        ("Verschuur Klaas", "!I01"),
    ]);
}

#[test]
fn a_given_name_alone_is_doubtful_and_with_the_surname_of_another_none() {
    all_as_expected(&[
        ("zei Anneke. Daarna niets", "?I01"),
        ("zei Anneke, Piet en Jan", "?I01"),
        ("zei Anneke van Dijk", ""),
        ("zei Anneke van de gemeente", "?I01"),
    ]);
}

#[test]
fn a_name_of_seven_letters_is_found_in_a_longer_word_only_with_its_capital() {
    all_as_expected(&[
        ("het Terwispdossier", "?I09"),
        ("het terwispdossier", ""),
        ("het rikkersdonckdossier", "?I11"),
        ("Ter wisp", ""),
        ("rikkers donck", ""),
        ("Rikkers donck", "?I11"),
    ]);
    let guard = Guard::of_nothing().with_towns([("Esdorp", false)]);
    assert_eq!(matches(&guard, "de Esdorpse raad en de esdorpse raad"), ["?Esdorpse"]);
}

#[test]
fn a_number_is_found_however_its_digits_are_grouped() {
    all_as_expected(&[
        ("Z 23 001234", "!melder"),
        ("Z23/001234", "!melder"),
        ("0612345678", "!melder"),
        ("06 12 34 56 78", "!melder"),
        ("Dorps straat 12", ""),
    ]);
}

/// Initials are no text about somebody else.
#[test]
fn initials_do_not_let_a_protected_name_through() {
    let other = |text: &str| SomeoneElse { text: text.into(), reason: "de schrijver".into() };
    let people = vec![person("I01", "Jan Bakker", &[], Some(Alone::Refuse))];
    let someone_else = vec![other("Bakker, J.A.B.")];
    let protected = Protected { people, someone_else, ..Protected::default() };
    let guard = Guard::of(&protected, &[]);
    assert_eq!(found_by(&guard, "Zie Bakker, J.A.B.", false), "!I01");
}
