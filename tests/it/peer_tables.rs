//! Figures of comparable municipalities from a table with their codes.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::Work;
use insta::assert_snapshot;

/// As StatLine writes it: quotes, blanks behind codes, a row about the country, a note at the end.
const TABLE: &str = "\"Kerncijfers\"\n\"RegioS\";\"Perioden\";\"Naam\";\"Inwoners\";\"Formatie\"\n\
    \"NL01  \";\"2024JJ00\";\"Nederland\";17900000;9999\n\
    \"GM9999\";\"2024JJ00\";\"Proefstad\";100000;7\n\
    \"GM0001  \";\"2024JJ00\";\"Aastad\";90000;4\n\
    \"GM0001  \";\"2023JJ00\";\"Aastad\";89000;3\n\
    \"GM0002  \";\"2024JJ00\";\"Beestad\";95000;5\n\
    \"GM0003  \";\"2024JJ00\";\"Ceestad\";100000;5\n\
    \"GM0004  \";\"2024JJ00\";\"Deestad\";105000;6\n\
    \"GM0005  \";\"2024JJ00\";\"Eestad\";110000;6,5\n\
    \"GM0006  \";\"2024JJ00\";\"Efstad\";110000;       .\n\
    \"Bron: CBS\"\n";

const FROM: &str = "    from:\n      file: cijfers.csv\n      code-column: RegioS\n      \
    value-column: Formatie\n      name-column: Naam\n      inhabitants-column: Inwoners\n      \
    rows: {Perioden: 2024JJ00}\n      date: 2024-01-01\n";

/// The case, which takes the figures of its peers from this table.
fn with(from: &str, table: &str) -> Work {
    let work = Work::with_case();
    let case = work.read("cases/proef/case.yaml");
    let (head, rest) = case.split_once("    municipalities:").expect("peers");
    let (_, tail) = rest.split_once("accepted:").expect("more");
    work.write("cases/proef/case.yaml", format!("{head}{from}\naccepted:{tail}"));
    work.write("cases/proef/cijfers.csv", table);
    work
}

#[test]
fn the_figures_are_those_of_the_rows_that_count_without_the_own_one() {
    let work = with(FROM, TABLE);
    assert_eq!(work.check(), "geen problemen gevonden\nstatus 0");
    work.run("nota cases/proef --document accounting --format md");
    let text = work.read("output/proef/verantwoording.md");
    let (_, part) = text.split_once("## CA-1").expect("the figures");
    assert_snapshot!(part.lines().take(12).collect::<Vec<_>>().join("\n"), @"
     Omvang van de formatie

    Vijf gemeenten in de buurt. Bron: D02. Gelezen uit kolom ‘Formatie’ van cijfers.csv, stand op 1 januari 2024 (SHA-256 9dba0a04a928…).

    | Gemeente | Inwoners | Cijfer (fte) | Vergeleken (fte per 100.000 inwoners) |
    |---|--:|--:|--:|
    | Aastad | 90.000 | 4 | 4,44 |
    | Beestad | 95.000 | 5 | 5,26 |
    | Ceestad | 100.000 | 5 | 5,00 |
    | Deestad | 105.000 | 6 | 5,71 |
    | Eestad | 110.000 | 6,5 | 5,91 |
    ");
    let typed = Work::with_case();
    let judged = |work: &Work| work.run("score cases/proef --format csv").stdout;
    assert_eq!(judged(&work), judged(&typed), "the same figures give the same judgements");
}

#[test]
fn a_table_that_is_not_as_the_case_says_is_refused() {
    let mut all = String::new();
    for (from, to) in [
        ("Perioden: 2024JJ00", "Perioden: 2025JJ00"),
        ("      rows: {Perioden: 2024JJ00}\n", ""),
        ("value-column: Formatie", "value-column: Formatei"),
        ("code-column: RegioS", "code-column: Naam"),
        ("inhabitants-column: Inwoners", "inhabitants-column: Perioden"),
        ("    from:\n", "    municipalities: [{name: Aastad, value: 4}]\n    from:\n"),
        ("file: cijfers.csv", "file: ../../../cijfers.csv"),
    ] {
        assert!(FROM.contains(from), "{from}");
        all += &with(&FROM.replace(from, to), TABLE).run("check cases/proef --format short").seen();
        all += "\n";
    }
    assert_snapshot!(all, @"
    cases/proef/case.yaml:54:7: fout[R137]: de tabel heeft geen rij met een code die meetelt
    1 fout
    status 1
    cases/proef/cijfers.csv:6:1: fout[R137]: gemeente GM0001 heeft meer dan één rij die meetelt
    1 fout
    status 1
    cases/proef/case.yaml:56:21: fout[R137]: de tabel heeft geen kolom `Formatei`
    1 fout
    status 1
    cases/proef/case.yaml:54:7: fout[R137]: de tabel heeft geen rij met een code die meetelt
    1 fout
    status 1
    cases/proef/cijfers.csv:4:1: fout[R137]: `2024JJ00` is geen cijfer
    cases/proef/cijfers.csv:5:1: fout[R137]: `2024JJ00` is geen cijfer
    cases/proef/cijfers.csv:7:1: fout[R137]: `2024JJ00` is geen cijfer
    cases/proef/cijfers.csv:8:1: fout[R137]: `2024JJ00` is geen cijfer
    cases/proef/cijfers.csv:9:1: fout[R137]: `2024JJ00` is geen cijfer
    cases/proef/cijfers.csv:10:1: fout[R137]: `2024JJ00` is geen cijfer
    6 fouten
    status 1
    cases/proef/case.yaml:55:7: fout[R137]: de cijfers staan in de case en in een tabel
    1 fout
    status 1
    cases/proef/../../../cijfers.csv: fout[R101]: bestand ontbreekt
    cases/proef/cijfers.csv: waarschuwing[R161]: dit bestand hoort niet bij een case en wordt niet gelezen
    1 fout, 1 waarschuwing
    status 1
    ");
}

#[test]
fn a_cell_that_is_no_plain_number_is_refused_at_its_place() {
    let mut all = String::new();
    for cell in ["6.500", "6 500", "zes", "1,2,3", "-4"] {
        all +=
            &with(FROM, &TABLE.replace("6,5", cell)).run("check cases/proef --format short").seen();
        all += "\n";
    }
    assert_snapshot!(all, @"
    cases/proef/cijfers.csv:10:1: fout[R122]: `6.500` is op twee manieren te lezen: met duizendtallen of met decimalen
    1 fout
    status 1
    cases/proef/cijfers.csv:10:1: fout[R137]: `6 500` is geen cijfer
    1 fout
    status 1
    cases/proef/cijfers.csv:10:1: fout[R137]: `zes` is geen cijfer
    1 fout
    status 1
    cases/proef/cijfers.csv:10:1: fout[R137]: `1,2,3` is geen cijfer
    1 fout
    status 1
    cases/proef/cijfers.csv:10:1: fout[R125]: `-4` past hier niet: verwacht een getal van nul of meer
    1 fout
    status 1
    ");
}

#[test]
fn municipalities_without_a_figure_are_told() {
    let codes = "      codes: [GM0001, GM0002, GM0003, GM0004, GM0005, GM0006, GM0077]\n";
    let work = with(&format!("{FROM}{codes}"), TABLE);
    assert_snapshot!(work.check(), @"
    waarschuwing[R138]: de tabel heeft geen cijfer van GM0006, GM0077
      --> cases/proef/case.yaml:61:14
       |
    61 |       codes: [GM0001, GM0002, GM0003, GM0004, GM0005, GM0006, GM0077]
       |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    hulp: zij tellen niet mee; klopt dat, haal hun code dan weg bij `codes`

    1 waarschuwing
    status 0
    ");
}

/// The case, which takes its own number of inhabitants from this table.
fn counted(from: &str, to: &str, table: &str) -> Work {
    let work = Work::with_case();
    let own = "  inhabitants-from:\n    file: cijfers.csv\n    code-column: RegioS\n    \
        value-column: Inwoners\n    rows: {Perioden: 2024JJ00}\n";
    assert!(own.contains(from), "{from}");
    work.edit("case.yaml", "  inhabitants: 100000\n", &own.replace(from, to));
    work.write("cases/proef/cijfers.csv", table);
    work
}

#[test]
fn the_own_number_of_inhabitants_is_that_of_the_row_with_the_own_code() {
    let work = counted("", "", TABLE);
    assert_eq!(work.check(), "geen problemen gevonden\nstatus 0");
    let typed = Work::with_case();
    let judged = |work: &Work| work.run("score cases/proef --format csv").stdout;
    assert_eq!(judged(&work), judged(&typed), "the same number gives the same judgements");
    let card = |work: &Work| work.run("score cases/proef --format json").stdout;
    assert!(card(&work).contains("\"inhabitants\": 100000"), "{}", card(&work));
    // The hash of the table is among those of what was read.
    assert!(card(&work).contains("\"inhabitants\": \"9dba0a04a928"), "{}", card(&work));
}

#[test]
fn a_number_of_inhabitants_that_is_not_in_the_table_is_told() {
    let mut all = String::new();
    for (from, to, table) in [
        ("2024JJ00", "2025JJ00", TABLE.to_owned()),
        (
            "    rows: {Perioden: 2024JJ00}\n",
            "",
            TABLE.replace("\"GM0001  \";\"2023", "\"GM9999\";\"2023"),
        ),
        ("value-column: Inwoners", "value-column: Inwonres", TABLE.to_owned()),
        ("", "", TABLE.replace("Proefstad\";100000", "Proefstad\";100.000")),
        ("", "", TABLE.replace("Proefstad\";100000", "Proefstad\";.")),
        ("  inhabitants-from:\n", "  inhabitants: 100000\n  inhabitants-from:\n", TABLE.to_owned()),
    ] {
        all += &counted(from, to, &table).run("check cases/proef --format short").seen();
        all += "\n";
    }
    let work = counted("", "", TABLE);
    work.edit("case.yaml", "  cbs-code: GM9999\n", "");
    all += &work.run("check cases/proef --format short").seen();
    assert_snapshot!(all, @"
    cases/proef/case.yaml:6:5: fout[R137]: de tabel heeft geen aantal inwoners van GM9999
    1 fout
    status 1
    cases/proef/cijfers.csv:6:1: fout[R137]: gemeente GM9999 heeft meer dan één rij die meetelt
    1 fout
    status 1
    cases/proef/case.yaml:8:19: fout[R137]: de tabel heeft geen kolom `Inwonres`
    1 fout
    status 1
    cases/proef/cijfers.csv:4:1: fout[R137]: `100.000` is geen aantal inwoners
    1 fout
    status 1
    cases/proef/case.yaml:6:5: fout[R137]: de tabel heeft geen aantal inwoners van GM9999
    1 fout
    status 1
    cases/proef/case.yaml:7:5: fout[R137]: het aantal inwoners staat in de case en in een tabel
    1 fout
    status 1
    cases/proef/case.yaml:5:5: fout[R137]: zonder eigen code is niet te zeggen welke rij van de tabel geldt
    1 fout
    status 1
    ");
}
