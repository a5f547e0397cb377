//! What is different in a text that came back, though no change was kept track of: nothing of it is
//! lost, and nothing of our own is taken for a remark.

use crate::common::Work;
use crate::hearing::{DOCUMENT, sent};
use crate::hearing_returned::returned;
use insta::assert_snapshot;

fn import(work: &Work) -> String {
    work.run("import cases/proef antwoord.docx").seen()
}

#[test]
fn text_outside_the_numbered_paragraphs_is_a_remark_on_the_whole() {
    let work = sent();
    let paragraph = "<w:p><w:r><w:t>Geachte rekenkamer, wij zijn het oneens.</w:t></w:r></w:p>";
    let before = "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/>";
    returned(&work, |text| text.replacen(before, &format!("{paragraph}{before}"), 1), &[]);
    assert_snapshot!(import(&work), @"
    cases/proef/hearing.yaml
      regel 10: + W1 – In het bestand staat, zonder bijgehouden wijziging: ‘Geachte rekenkamer, wij zijn het oneens.’.
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    returned(&work, |text| text.replace("Medewerker openbare orde", "Adviseur openbare orde"), &[]);
    assert_snapshot!(import(&work), @"
    cases/proef/hearing.yaml
      regel 10: + W1 I01 In het bestand staat, zonder bijgehouden wijziging: ‘Adviseur openbare orde en veiligheid’.
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    returned(&work, str::to_owned, &[]);
    assert_snapshot!(import(&work), @"
    er is niets te veranderen in de case
    status 0
    ");
}

#[test]
fn a_raised_digit_is_another_number() {
    let work = sent();
    // The mark at the end of a paragraph is raised too, and says nothing of its text.
    let mark = "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:pPr>";
    returned(&work, |text| text.replace("</w:pPr>", mark), &[]);
    assert_snapshot!(import(&work), @"
    er is niets te veranderen in de case
    status 0
    ");
    let raised = "</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>6</w:t></w:r>\
        <w:r><w:t xml:space=\"preserve\"> fte.";
    returned(&work, |text| text.replace(",5 fte.", &format!(",10{raised}")), &[]);
    assert_snapshot!(import(&work), @"
    cases/proef/hearing.yaml
      regel 10: + W1 B-1.1 In het bestand luidt deze alinea, zonder bijgehouden wijziging: ‘De gemeente heeft 4,10^6 fte.’.
      regel 15: + W2 B-1.2 In het bestand luidt deze alinea, zonder bijgehouden wijziging: ‘Uitkomst: 4,10^6 fte.’.
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
}

#[test]
fn a_column_that_somebody_added_is_told_and_a_cell_too_many_refused() {
    let work = sent();
    let read = |rows: &str| {
        work.write("antwoord.csv", format!("Nummer;Formulier wederhoor proef;{rows}"));
        work.run("import cases/proef antwoord.csv").seen()
    };
    assert_snapshot!(read("Waaruit blijkt dat?;Van\nB-1.1;Het zijn er 4,8.;;de wethouder\n"), @"
    cases/proef/hearing.yaml
      regel 10: + W1 B-1.1 Het zijn er 4,8.
    niet gelezen: kolom ‘Van’ (regel 2); neem zelf over wat daar staat
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    assert_snapshot!(read("Waaruit blijkt dat?\nB-1.1;Er is een regisseur; zij heet anders;D09\n"), @"
    fout[R221]: deze rij heeft 4 cellen, de kop heeft er 3
     --> antwoord.csv:2:44
      |
    2 | B-1.1;Er is een regisseur; zij heet anders;D09
      |                                            ^^^
      |
    hulp: staat er een komma of puntkomma in een tekst, zet die tekst dan tussen aanhalingstekens

    status 1
    ");
}

#[test]
fn what_stands_in_the_column_for_proof_alone_is_the_remark_and_comes_in_once() {
    let work = sent();
    let rows = "Nummer;Formulier wederhoor proef;Waaruit blijkt dat?\nB-1.1;;bijlage 3\n";
    work.write("antwoord.csv", rows);
    assert_eq!(work.run("import cases/proef antwoord.csv --write").status, 0);
    assert_snapshot!(work.run("import cases/proef antwoord.csv --write").seen(), @"
    1 opmerking staat er al en is overgeslagen
    er is niets te veranderen in de case
    status 0
    ");
    let hearing = work.read("cases/proef/hearing.yaml");
    assert_snapshot!(hearing.split("remarks:\n").nth(1).unwrap_or(""), @"
    - id: W1
      at: B-1.1
      remark: bijlage 3
      answer:
      changed:
    ");
}

#[test]
fn what_stands_in_the_column_of_numbers_alone_is_a_remark_unless_it_is_a_number() {
    let work = sent();
    let rows =
        "Nummer;Formulier wederhoor proef;Waaruit blijkt dat?\nWij zijn het eens.;;\nB-1.1;;\n";
    work.write("antwoord.csv", rows);
    assert_snapshot!(work.run("import cases/proef antwoord.csv").seen(), @"
    cases/proef/hearing.yaml
      regel 10: + W1 – Wij zijn het eens.
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
}

#[test]
fn a_text_that_was_made_after_the_case_changed_is_not_what_was_sent() {
    let work = sent();
    work.edit(
        "findings/fte-capacity.yaml",
        "De gemeente heeft 4,5 fte.",
        "De gemeente heeft 4,6 fte.",
    );
    assert_eq!(work.run(DOCUMENT).status, 0);
    returned(&work, str::to_owned, &[]);
    assert_snapshot!(import(&work), @"
    fout[R265]: dit is de tekst zoals de case die nu heeft, en niet zoals u die stuurde: 1 alinea's verschillen
    --> antwoord.docx
     |
    hulp: vraag om opmerkingen bij het bestand dat u stuurde; stuurde u dit, leg het dan eerst vast met `rekenkamer hearing … --again`

    status 1
    ");
}

#[test]
fn a_cell_or_a_row_that_was_changed_belongs_to_the_number_above_its_table() {
    let work = sent();
    returned(&work, |text| text.replace("Vergeleken (fte", "Geteld (fte"), &[]);
    assert_snapshot!(import(&work), @"
    cases/proef/hearing.yaml
      regel 10: + W1 CA-1.3 In het bestand staat in de tabel bij deze alinea, zonder bijgehouden wijziging: ‘Geteld (fte per 100.000 inwoners)’.
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    // Word keeps track of a row that was taken out in the properties of the row.
    let without_row = |text: &str| {
        let header = text.find("Vergeleken (fte").unwrap_or(0);
        let row = header + text[header..].find("<w:trPr>").unwrap_or(0) + "<w:trPr>".len();
        format!("{}<w:del w:id=\"9\" w:author=\"x\"/>{}", &text[..row], &text[row..])
    };
    returned(&work, without_row, &[]);
    assert_snapshot!(import(&work), @"
    cases/proef/hearing.yaml
      regel 10: + W1 CA-1.3 Tekstvoorstel: haal ‘Gemeente’ weg.
      regel 15: + W2 CA-1.3 Tekstvoorstel: haal ‘Inwoners’ weg.
      regel 20: + W3 CA-1.3 Tekstvoorstel: haal ‘Cijfer (fte)’ weg.
      regel 25: + W4 CA-1.3 Tekstvoorstel: haal ‘Vergeleken (fte per 100.000 inwoners)’ weg.
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
}
