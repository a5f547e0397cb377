//! Characters that no document can show are told at their place.

use crate::text_fields::with_background;
use insta::assert_snapshot;

#[test]
fn a_character_that_no_font_has_is_named_at_its_place() {
    let work = with_background("Regel een.\n\nDe wijk é 中 ligt hier.");
    work.edit("sources.yaml", "title: Opgave van", "title: 한글 van");
    assert_snapshot!(work.check(), @"
    fout[R404]: teken `中` (U+4E2D) zit in geen lettertype
      --> cases/proef/case.yaml:19:15
       |
    19 |     De wijk é 中 ligt hier.
       |               ^^
       |
    hulp: gebruik een ander teken, of zet een lettertype dat het heeft in templates/fonts

    fout[R404]: teken `한` (U+D55C) zit in geen lettertype
     --> cases/proef/sources.yaml:8:12
      |
    8 |     title: 한글 van de gemeenten
      |            ^^
      |
    hulp: gebruik een ander teken, of zet een lettertype dat het heeft in templates/fonts

    fout[R404]: teken `글` (U+AE00) zit in geen lettertype
     --> cases/proef/sources.yaml:8:13
      |
    8 |     title: 한글 van de gemeenten
      |              ^^
      |
    hulp: gebruik een ander teken, of zet een lettertype dat het heeft in templates/fonts

    3 fouten
    status 1
    ");
}

#[test]
fn a_character_that_a_durable_pdf_may_not_hold_is_named_at_its_place() {
    let work = with_background("Regel een.\n\nPrivé \u{E000}, merk \u{FEFF}, lijn \u{2028}.");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:19:11: fout[R405]: teken U+E000 mag niet in een duurzame PDF
    cases/proef/case.yaml:19:19: fout[R405]: teken U+FEFF mag niet in een duurzame PDF
    cases/proef/case.yaml:19:27: fout[R405]: teken U+2028 mag niet in een duurzame PDF
    3 fouten
    status 1
    ");
}

#[test]
fn a_control_character_is_named_at_its_place() {
    let work = with_background("Regel een.\n\nDe bel \u{7} ging.");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:19:12: fout[R405]: teken U+0007 mag niet in een duurzame PDF
    1 fout
    status 1
    ");
}

/// Neither stands in the file as a character, so only the text that was read shows it.
#[test]
fn a_character_written_as_an_escape_is_found_by_check_too() {
    let work = with_background("Regel een.\n\nDe wijk &#x4E2D; ligt hier.");
    work.edit("case.yaml", "name: Proefstad", "name: \"Proef\\uE000stad\"");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:2:15: fout[R405]: teken U+E000 mag niet in een duurzame PDF
    cases/proef/case.yaml:19:13: fout[R404]: teken `中` (U+4E2D) zit in geen lettertype
    2 fouten
    status 1
    ");
}

/// Typst sets a letter and its mark from one font, and would point at the theme.
#[test]
fn a_mark_that_no_font_sets_on_its_letter_is_told_where_it_stands() {
    let work = with_background("Een a\u{355}b, een o\u{323}\u{301} en een e\u{301}.");
    assert_snapshot!(work.check(), @r"
    fout[R404]: teken `͕` (U+0355) zit in geen lettertype
      --> cases/proef/case.yaml:17:10
       |
    17 |     Een a͕b, een ọ́ en een é.
       |          ^
       |
    hulp: gebruik een ander teken, of zet een lettertype dat het heeft in templates/fonts

    1 fout
    status 1
    ");
}
