//! One municipality beside its size class, and comparisons of very many.

#![expect(clippy::expect_used, reason = "a test may stop where a document is not as it should be")]

use crate::common::Work;
use crate::common::comparisons::{MD, compared, many};
use insta::assert_snapshot;

/// The text of a document without its head.
fn body(work: &Work, path: &str) -> String {
    let text = work.read(path);
    let (_, body) = text.split_once("\n---\n").expect("a head");
    body.trim().to_owned()
}

#[test]
fn a_factsheet_tells_what_is_higher_equal_and_lower_than_the_size_class() {
    let work = many(6, "population");
    let run = compared(&work, "cases --factsheet gemeente00 --format md");
    assert_snapshot!(run.stdout, @"
    output/vergelijking/vergelijking.md
    output/vergelijking/factsheet-gemeente00.md
    ");
    assert_snapshot!(body(&work, "output/vergelijking/factsheet-gemeente00.md"), @"
    > [!concept] Concept
    > Nog niet vastgesteld.

    Gemeente00 heeft 100.000 inwoners en staat hier naast de 5 andere gemeenten in de klasse van 100.000 tot 150.000 inwoners. *Hoger*: meer dan de helft van de andere met een niveau staat lager. *Lager*: meer dan de helft staat hoger. In de tabellen staat hoeveel andere een hoger, gelijk of lager niveau hebben.

    # Het oordeel

    | Normenkader | Gemeente00 | Andere hoger | gelijk | lager |
    |---|---|--:|--:|--:|
    | Capaciteit | ◕ voldoet grotendeels | 0 | 2 | 3 |

    # Hoger dan de andere (1)

    | Norm | Gemeente00 | Andere hoger | gelijk | lager |
    |---|---|--:|--:|--:|
    | CA-6 Ruimte voor toezicht | ◕ voldoet grotendeels | 0 | 2 | 3 |

    # Gelijk aan de andere (3)

    CA-1 Omvang van de formatie, CA-2 Vaste financiering en CA-3 Regie belegd.

    Niet te vergelijken, omdat een niveau ontbreekt: CA-4 en CA-5.

    # De cijfers

    | Cijfer | Gemeente00 | Mediaan van de andere | Verschil |
    |---|--:|--:|--:|
    | Formatie voor de aanpak van ondermijning (fte per 100.000 inwoners) | 4,50 | 4,50 | 0,00 |
    | Deel van de formatie dat uit vast geld wordt betaald (%) | 60 | 63,0 | −3,0 |

    Uit: Vergelijking van zes gemeenten. Alle oordelen staan op de bladzijde vergelijking.html.
    ");
}

/// Only two are of its size: that is said, and there is no median.
#[test]
fn a_factsheet_stands_beside_its_own_class_and_says_where_that_is_small() {
    let work = many(6, "population");
    for index in 3..6 {
        let path = format!("cases/gemeente{index:02}/case.yaml");
        work.write(&path, work.read(&path).replace("inhabitants: 100000", "inhabitants: 30000"));
    }
    compared(&work, "cases --factsheet Gemeente00 --format md");
    let text = body(&work, "output/vergelijking/factsheet-gemeente00.md");
    let told = "Gemeente00 heeft 100.000 inwoners en staat hier naast de 2 andere gemeenten in de klasse van 100.000 tot 150.000 inwoners. **Dat zijn er minder dan vijf:** lees de aantallen als een eerste indruk. Medianen staan er niet. *Hoger*: meer dan de helft van de andere met een niveau staat lager. *Lager*: meer dan de helft staat hoger. In de tabellen staat hoeveel andere een hoger, gelijk of lager niveau hebben.";
    assert_eq!(text.lines().filter(|line| *line == told).count(), 1, "{text}");
    assert!(!text.contains("# De cijfers"), "{text}");
}

#[test]
fn all_gives_each_municipality_a_page_and_names_no_other() {
    let work = many(6, "population");
    let run = compared(&work, "cases --factsheet all --format md --anonymise");
    assert_eq!(run.stdout.lines().count(), 7, "{}", run.stdout);
    for number in 1..6 {
        let text = work.read(&format!("output/vergelijking/factsheet-gemeente-{number}.md"));
        assert!(
            text.contains(&format!("title: \"Gemeente {number} naast haar klasse\"")),
            "{text}"
        );
        assert!(!text.contains("Gemeente0"), "{text}");
    }
    assert_snapshot!(work.run("compare cases --factsheet Gemeente03 --format md --anonymise").seen(), @"
    fout[R816]: `Gemeente03` doet niet mee aan deze vergelijking
    --> --factsheet
     |
    hulp: bedoelde u `Gemeente 3`? er zijn: Gemeente00, Gemeente 1, Gemeente 2, Gemeente 3, Gemeente 4, Gemeente 5

    1 fout
    er is niets geschreven
    status 1
    ");
}

/// A factsheet with a name does not stay beside what is anonymous.
#[test]
fn an_old_factsheet_is_told_before_an_anonymous_comparison_is_written() {
    let work = many(3, "population");
    compared(&work, "cases --factsheet Gemeente01 --format md");
    let run = work.run("compare cases --format md --anonymise");
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("factsheet-gemeente01.md"), "{}", run.stderr);
}

#[test]
fn more_municipalities_than_a_page_has_rows_are_summed_up_by_size_and_by_group() {
    let work = many(61, "population");
    for index in 0..20 {
        let path = format!("cases/gemeente{index:02}/case.yaml");
        work.write(&path, work.read(&path).replace("inhabitants: 100000", "inhabitants: 30000"));
    }
    compared(&work, "cases --by soort --format md,xlsx");
    let text = work.read(MD);
    for line in [
        "> 61 gemeenten: te veel om elk in een rij te zetten. Hieronder staan aantallen.",
        "> **Capaciteit:** ● voldoet 0, ◕ voldoet grotendeels 41, ◑ voldoet deels 15, ○ voldoet niet 0, zonder oordeel 5.",
        "> **Nog niet vastgesteld:** alle 61 gemeenten.",
        "| 20.000 tot 50.000 | 20 |",
        "| 100.000 tot 150.000 | 41 |",
        "| CA-6 Ruimte voor toezicht | 20.000 tot 50.000 | 0 | 10 | 0 | 10 | 0 van 20 |",
        "| CA-6 Ruimte voor toezicht | 100.000 tot 150.000 | 0 | 21 | 0 | 20 | 0 van 41 |",
        "| CA-6 Ruimte voor toezicht | dorp | 0 | 0 | 0 | 30 | 0 van 30 |",
    ] {
        assert_eq!(text.lines().filter(|own| *own == line).count(), 1, "{line}\n{text}");
    }
    assert!(!text.contains("| Gemeente07 |"), "{text}");
    let book: calamine::Xlsx<_> =
        calamine::open_workbook(work.path("output/vergelijking/vergelijking.xlsx")).expect("xlsx");
    let sheets = calamine::Reader::sheet_names(&book);
    for sheet in
        ["Matrix", "Oordelen", "Verdeling naar grootte", "Oordelen naar grootte", "Herkomst"]
    {
        assert!(sheets.iter().any(|own| own == sheet), "{sheet}: {sheets:?}");
    }
}

#[test]
fn a_municipality_of_unknown_size_stands_beside_all_others() {
    let work = Work::with_case();
    let text = work.read("cases/proef/case.yaml");
    let (own, after) = text.split_once("peers:\n").expect("peers");
    let (_, accepted) = after.split_once("accepted:\n").expect("what is accepted");
    let unknown = own
        .replace("name: Proefstad", "name: Esdorp")
        .replace("  cbs-code: GM9999\n", "")
        .replace("  inhabitants: 100000\n  inhabitants-date: 2025-01-01\n", "");
    work.add_case("esdorp");
    work.write("cases/esdorp/case.yaml", format!("{unknown}accepted:\n{accepted}"));
    let path = "cases/esdorp/findings/fte-capacity.yaml";
    let level = "        level: deels\n        level-reason: Het getal is niet bekend.\n";
    work.write(path, work.read(path).replace("        value: 4.5\n        unit: fte\n", level));
    compared(&work, "cases/proef cases/esdorp --factsheet Esdorp --format md");
    let text = body(&work, "output/vergelijking/factsheet-esdorp.md");
    for line in [
        "| Capaciteit | ◑ voldoet deels | 1 | 0 | 0 |",
        "| CA-1 Omvang van de formatie | ◑ voldoet deels | 1 | 0 | 0 |",
        "CA-2 Vaste financiering, CA-3 Regie belegd en CA-6 Ruimte voor toezicht.",
    ] {
        assert_eq!(text.lines().filter(|own| *own == line).count(), 1, "{line}\n{text}");
    }
}
