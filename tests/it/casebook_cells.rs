//! Cells of a workbook that came back: what is read in them, and what is refused at its place.

use crate::casebook::{exported, imported};
use crate::casebook_refused::{cell, refused};
use crate::common::Work;
use crate::common::word::rewritten;
use crate::common::workbook::Sheets;
use insta::assert_snapshot;

#[test]
fn a_cell_that_cannot_be_read_is_refused_at_its_place() {
    let told = refused(|sheets| {
        sheets.set("Bevindingen", "B-1", "Waarde", "veel");
        sheets.set("Bevindingen", "B-3", "Bevinding", "=A1");
        sheets.set("Bevindingen", "B-2", "Bevinding", "");
        sheets.set("Bevindingen", "B-3", "Punten", "regisseur: misschien");
        sheets.set("Bevindingen", "B-6", "Oordeel", "prima");
        sheets.set("Bevindingen", "B-6", "Bronnen", "§ 4 van I01");
        sheets.set("Bevindingen", "B-6", "Gevolg", "#REF!");
        sheets.set("Bronnen", "D01", "Soort", "briefje");
        sheets.set("Bronnen", "D01", "Datum", "onlangs");
        sheets.add("Normen", &[("Code", "CA-99"), ("Stand", "onderzocht")]);
    });
    assert_snapshot!(told, @"
    fout[R268]: `Bevinding` mag niet leeg zijn
    --> terug.xlsx, Bevindingen!E3
     |
    hulp: vul de cel, of haal de rij weg en gebruik `--delete`

    fout[R268]: de formule hier mislukt: #REF!
    --> terug.xlsx, Bevindingen!G5
     |
    hulp: typ de uitkomst

    fout[R268]: `prima` is geen oordeel dat deze norm kan hebben
    --> terug.xlsx, Bevindingen!H5
     |
    hulp: kies uit: voldoet, grotendeels, deels, niet

    fout[R268]: in `regisseur: misschien` staat geen antwoord
    --> terug.xlsx, Bevindingen!J4
     |
    hulp: kies uit: ja, nee, onbekend, niet-van-toepassing

    fout[R268]: `veel` is geen getal
    --> terug.xlsx, Bevindingen!N2
     |
    hulp: schrijf alleen het getal; woorden en eenheden horen in een andere kolom

    fout[R268]: `§ 4 van I01` begint niet met de code van een bron
    --> terug.xlsx, Bevindingen!P5
     |
    hulp: schrijf elke bron op een eigen regel: D04: p. 12

    fout[R268]: `briefje` kan niet bij `Soort`
    --> terug.xlsx, Bronnen!B2
     |
    hulp: kies uit: document, interview, groepsgesprek, waarneming, gegevens

    fout[R268]: `onlangs` is geen datum
    --> terug.xlsx, Bronnen!E2
     |
    hulp: schrijf een dag, maand of jaar: 2026-09-01, september 2026, 2026

    fout[R268]: op dit blad kan geen norm bij komen
    --> terug.xlsx, Normen!A8
     |
    hulp: welke normen er zijn, zegt het normenkader

    status 1
    ");
}

#[test]
fn a_source_with_a_quote_is_not_taken_out_in_a_cell() {
    let work = Work::with_case();
    let with_quote = "            locator: p. 4\n            quote: Vier en een half.\n";
    work.edit("findings/fte-capacity.yaml", "            locator: p. 4\n", with_quote);
    let mut sheets = exported(&work);
    sheets.set("Bevindingen", "B-1", "Bronnen", "W01");
    assert_snapshot!(imported(&work, &sheets), @"
    fout[R268]: bij bron `D01: p. 4` staat in de case een citaat of waar u zocht, en die gaat hier weg
    --> terug.xlsx, Bevindingen!P2
     |
    hulp: haal deze bron weg in de case zelf

    status 1
    ");
}

#[test]
fn a_cell_that_both_changed_is_a_conflict() {
    let work = Work::with_case();
    let mut sheets = exported(&work);
    sheets.set("Bevindingen", "B-1", "Bevinding", "De gemeente heeft 4,7 fte.");
    work.edit("findings/fte-capacity.yaml", "heeft 4,5 fte.", "heeft 4,6 fte.");
    assert_snapshot!(imported(&work, &sheets), @"
    fout[R269]: `B-1` is bij `Bevinding` in de case veranderd en in deze werkmap ook
    --> terug.xlsx, Bevindingen!E2
     = hier: De gemeente heeft 4,7 fte.
    hulp: in de case staat nu: De gemeente heeft 4,6 fte.; maak beide gelijk, in de werkmap of in de case

    status 1
    ");
}

#[test]
fn sources_and_points_are_read_as_they_are_typed() {
    let sources = |text: &str| cell("Bevindingen", "B-6", "Bronnen", text);
    assert_snapshot!(sources("I01, D01"), @"
    fout[R268]: op één regel staan twee bronnen: I01, D01
    --> terug.xlsx, Bevindingen!P5
     |
    hulp: zet elke bron op een eigen regel (Alt+Enter)

    status 1
    ");
    for two in ["I01: regel 4; D01", "I01: regel 4, D01: p. 2", "I01; W09", "I01 (steunt) D01"] {
        let told = sources(two);
        assert!(told.contains(&format!("op één regel staan twee bronnen: {two}\n")), "{told}");
    }
    let work = Work::with_case();
    let mut sheets = exported(&work);
    sheets.set("Bevindingen", "B-6", "Bronnen", "I01: regel 4, 8; bijlage B2, cel B12");
    assert_snapshot!(imported(&work, &sheets), @"
    cases/proef/findings/fte-capacity.yaml
      regel 56: B-6 Bronnen: I01 → B-6 Bronnen: I01: regel 4, 8; bijlage B2, cel B12
    geschreven; kijk de case na met: rekenkamer check cases/proef
    status 0
    ");
    assert_snapshot!(sources("I01 (tegenspraak): regel 4"), @"
    fout[R268]: in `I01 (tegenspraak): regel 4` staat tussen haakjes iets anders dan of de bron steunt of weerspreekt
    --> terug.xlsx, Bevindingen!P5
     |
    hulp: kies uit: steunt, weerspreekt; een plaats komt achter een dubbele punt: D04: p. 12

    status 1
    ");
    assert_snapshot!(cell("Bevindingen", "B-3", "Punten", "regisseur: ja\nregisseur: nee"), @"
    fout[R268]: punt `regisseur` staat er twee keer
    --> terug.xlsx, Bevindingen!J4
     |
    hulp: houd één regel

    status 1
    ");
    let told = refused(|sheets| {
        sheets.set("Bevindingen", "B-3", "Punten", "vier-ogen: nee\nvervanger: ja\nregisseur: ja");
    });
    assert_snapshot!(told, @"
    er is niets te veranderen in de case
    status 0
    ");
}

#[test]
fn a_character_that_nobody_sees_does_not_come_into_a_case() {
    assert_snapshot!(cell("Bevindingen", "B-1", "Bevinding", "Er zijn\u{b}er vier."), @"
    fout[R268]: hier staat een teken dat niemand ziet: U+000B
    --> terug.xlsx, Bevindingen!E2
     |
    hulp: typ de tekst in deze cel opnieuw

    status 1
    ");
}

#[test]
fn a_number_that_the_format_cannot_read_is_refused() {
    for number in ["1.2.3", "1 000", "4,"] {
        let told = cell("Bevindingen", "B-1", "Waarde", number);
        assert!(told.contains(&format!("`{number}` is geen getal")), "{told}");
    }
    assert_snapshot!(cell("Bevindingen", "B-1", "Aantal", "2.5"), @"
    fout[R268]: `2.5` is geen heel getal
    --> terug.xlsx, Bevindingen!K2
     |
    hulp: schrijf alleen cijfers

    status 1
    ");
}

#[test]
fn an_indent_and_an_empty_line_are_changes() {
    let text = "    text: |\n      Er zijn net niet genoeg mensen.\n";
    let list = "    text: |\n      Er zijn:\n\n      - een\n        - twee\n";
    let with_list = || {
        let work = Work::with_case();
        work.edit("case.yaml", text, list);
        work
    };
    let work = with_list();
    let mut sheets = exported(&work);
    sheets.set("Conclusies", "C1", "Tekst", "Er zijn:\n\n- een\n- twee");
    assert_snapshot!(imported(&work, &sheets), @"
    cases/proef/case.yaml
      regel 39: C1 Tekst: Er zijn: | - een |   - twee → C1 Tekst: Er zijn: | - een | - twee
    geschreven; kijk de case na met: rekenkamer check cases/proef
    status 0
    ");
    let work = with_list();
    let mut sheets = exported(&work);
    sheets.set("Conclusies", "C1", "Tekst", "Er zijn er:\n\n- een\n  - twee");
    work.edit("case.yaml", "        - twee", "      - twee");
    assert_snapshot!(imported(&work, &sheets), @"
    fout[R269]: `C1` is bij `Tekst` in de case veranderd en in deze werkmap ook
    --> terug.xlsx, Conclusies!C2
     = hier: Er zijn er: | - een |   - twee
    hulp: in de case staat nu: Er zijn: | - een | - twee; maak beide gelijk, in de werkmap of in de case

    status 1
    ");
}

#[test]
fn a_percentage_is_no_share_of_one() {
    let work = Work::with_case();
    exported(&work);
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in Sheets::of(work.bytes("output/proef/proef-werkmap.xlsx")).0 {
        let sheet = book.add_worksheet().set_name(&name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (at, text) in (0..).zip(cells) {
                if text == "66.7" {
                    let percent = rust_xlsxwriter::Format::new().set_num_format("0.0%");
                    sheet.write_number_with_format(row, at, 0.85, &percent).unwrap();
                } else {
                    sheet.write_string(row, at, text).unwrap();
                }
            }
        }
    }
    work.write("terug.xlsx", book.save_to_buffer().unwrap());
    assert_snapshot!(work.run("import cases/proef terug.xlsx").seen(), @"
    fout[R268]: hier staat 0.85 als percentage
    --> terug.xlsx, Bevindingen!N3
     |
    hulp: typ het getal als tekst, zonder procentteken: 85

    status 1
    ");
}

#[test]
fn an_error_that_is_not_known_is_told_with_its_cell() {
    let work = Work::with_case();
    let bytes = exported(&work).bytes();
    let spilled = |xml: String| {
        let (before, after) = xml.split_once("<c r=\"E2\"").expect("the cell");
        let (_, after) = after.split_once("</c>").expect("its end");
        format!("{before}<c r=\"E2\" t=\"e\"><f>A1:A3</f><v>#SPILL!</v></c>{after}")
    };
    work.write("terug.xlsx", rewritten(&bytes, "xl/worksheets/sheet3.xml", spilled, &[]));
    assert_snapshot!(work.run("import cases/proef terug.xlsx").seen(), @"
    fout[R102]: bestand is niet te lezen: een formule in een cel mislukt met `#SPILL!`; los dat op in Excel, of typ daar de uitkomst
    --> terug.xlsx, Bevindingen!E2
     |
    hulp: kijk of u het mag openen, en of de inhoud past bij de naam

    status 1
    ");
}

#[test]
fn comments_on_cells_are_told_and_not_read() {
    let work = Work::with_case();
    let bytes = exported(&work).bytes();
    let comments = [("xl/comments1.xml", "<comments/>")];
    work.write("terug.xlsx", rewritten(&bytes, "", |xml| xml, &comments));
    assert_snapshot!(work.run("import cases/proef terug.xlsx").seen(), @"
    opmerkingen bij cellen zijn niet gelezen; kijk ze zelf na
    er is niets te veranderen in de case
    status 0
    ");
}

#[test]
fn many_new_rows_come_behind_each_other_with_their_lines() {
    let work = Work::with_case();
    let mut sheets = exported(&work);
    for number in 10..50 {
        sheets.add(
            "Bronnen",
            &[
                ("Code", &format!("X{number}")),
                ("Soort", "document"),
                ("Titel", &format!("Stuk {number}")),
            ],
        );
    }
    let told = imported(&work, &sheets);
    let mut lines = told.lines().skip(1);
    assert_eq!(lines.next(), Some("  regel 18: + X10: Stuk 10"));
    assert_eq!(lines.next(), Some("  regel 21: + X11: Stuk 11"));
    let file = work.read("cases/proef/sources.yaml");
    let end = "  - code: X48\n    kind: document\n    title: Stuk 48\n  - code: X49\n    kind: document\n    title: Stuk 49\n";
    assert!(file.ends_with(end), "{file}");
}
