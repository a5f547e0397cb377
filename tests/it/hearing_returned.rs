//! What comes back of a hearing in a Word file (a form, remarks in the margin, tracked changes) gets
//! its place in `hearing.yaml`; a file that is another one, or holds more than text, is refused.
#![expect(clippy::expect_used, reason = "a test may stop where its own file is not as it was made")]

use crate::common::Work;
use crate::common::word::{part_of, zipped};
use crate::hearing::{DOCUMENT, SENT, sent};
use insta::assert_snapshot;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Writes the Word file as it came back: with another text, and with more or other files in it.
pub fn returned(work: &Work, change: impl Fn(&str) -> String, more: &[(&str, &[u8])]) {
    let bytes = work.bytes("output/proef/wederhoor.docx");
    let text = change(&part_of(bytes.clone(), "word/document.xml"));
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("bytes");
        files.push((file.name().expect("a name").into_owned(), bytes));
    }
    for (name, bytes) in &mut files {
        if name == "word/document.xml" {
            *bytes = text.clone().into_bytes();
        }
    }
    files.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    files.extend(more.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())));
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    work.write("antwoord.docx", zipped(&files));
}

/// A run of text with a remark in the margin, as Word writes it.
fn remarked(text: &str, run: &str, id: usize) -> String {
    let at = text.find(run).expect(run);
    let start = text[..at].rfind("<w:r>").expect("a run");
    let end = at + text[at..].find("</w:r>").expect("its end") + "</w:r>".len();
    format!(
        "{}<w:commentRangeStart w:id=\"{id}\"/>{}<w:commentRangeEnd w:id=\"{id}\"/><w:r>\
         <w:commentReference w:id=\"{id}\"/></w:r>{}",
        &text[..start],
        &text[start..end],
        &text[end..]
    )
}

fn comments(remarks: &[&str]) -> String {
    let one = |(id, text): (usize, &&str)| {
        format!(
            "<w:comment w:id=\"{id}\" w:author=\"J. van der Achternaam\" w:initials=\"JA\"><w:p>\
             <w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
        )
    };
    let all: String = remarks.iter().enumerate().map(one).collect();
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    format!("<w:comments xmlns:w=\"{namespace}\">{all}</w:comments>")
}

#[test]
fn remarks_come_back_from_the_form_the_margin_and_tracked_changes() {
    let work = sent();
    let change = |text: &str| {
        let text = remarked(text, "Twee derde van het geld is vast.", 0);
        let text = text.replace(
            "De gemeente heeft 4,5 fte.",
            "De gemeente heeft </w:t></w:r><w:del w:id=\"900\" w:author=\"J. van der Achternaam\">\
             <w:r><w:delText>4,5</w:delText></w:r></w:del><w:ins w:id=\"901\" \
             w:author=\"J. van der Achternaam\"><w:r><w:t>4,8</w:t></w:r></w:ins><w:r>\
             <w:t xml:space=\"preserve\"> fte.",
        );
        filled(&text, &[("B-3.1", "Er is ook een tweede vervanger.", "Besluit van 3 mei")])
    };
    let remarks = ["Dit is drie kwart.", "Een opmerking zonder plek."];
    returned(&work, change, &[("word/comments.xml", comments(&remarks).as_bytes())]);
    assert_snapshot!(work.run("import cases/proef antwoord.docx").seen(), @"
    cases/proef/hearing.yaml
      regel 10: + W1 B-1.1 Tekstvoorstel: vervang ‘4,5’ door ‘4,8’.
      regel 15: + W2 B-2.1 Dit is drie kwart.
      regel 20: + W3 B-3.1 Er is ook een tweede vervanger.
      regel 26: + W4 – Een opmerking zonder plek.
    deze opmerking hoort bij geen alinea; zij komt erin zonder `at`: Een opmerking zonder plek.
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    assert_eq!(work.run("import cases/proef antwoord.docx --write").status, 0);
    let hearing = work.read("cases/proef/hearing.yaml");
    assert_snapshot!(hearing, @r#"
    # yaml-language-server: $schema=../../frameworks/schemas/hearing.schema.json
    # Het ambtelijk wederhoor: wie is gevraagd de feiten na te gaan, wat zij opmerkten, en wat
    # ermee is gedaan. Mensen staan hier met hun rol, nooit met hun naam.
    sent: 2023-01-09
    due: 2023-02-03

    respondents:

    remarks:
      - id: W1
        at: B-1.1
        remark: "Tekstvoorstel: vervang ‘4,5’ door ‘4,8’."
        answer:
        changed:
      - id: W2
        at: B-2.1
        remark: Dit is drie kwart.
        answer:
        changed:
      - id: W3
        at: B-3.1
        remark: Er is ook een tweede vervanger.
        proof: Besluit van 3 mei
        answer:
        changed:
      - id: W4
        remark: Een opmerking zonder plek.
        answer:
        changed:
    "#);
    assert!(!hearing.contains("Achternaam"), "who wrote a remark in Word stays in Word");
    // A second time nothing is new.
    assert_snapshot!(work.run("import cases/proef antwoord.docx --write").seen(), @"
    deze opmerking hoort bij geen alinea; zij komt erin zonder `at`: Een opmerking zonder plek.
    4 opmerkingen staan er al en zijn overgeslagen
    er is niets te veranderen in de case
    status 0
    ");
    assert_eq!(work.read("cases/proef/hearing.yaml"), hearing);
    // And each of them is open.
    assert_snapshot!(work.run("check cases/proef --format short").seen(), @"
    cases/proef/hearing.yaml:10:9: nog in te vullen[R352]: opmerking `W1` heeft nog geen `answer`
    cases/proef/hearing.yaml:15:9: nog in te vullen[R352]: opmerking `W2` heeft nog geen `answer`
    cases/proef/hearing.yaml:20:9: nog in te vullen[R352]: opmerking `W3` heeft nog geen `answer`
    cases/proef/hearing.yaml:26:9: nog in te vullen[R352]: opmerking `W4` heeft nog geen `answer`
    4 plaatsen nog in te vullen
    status 0
    ");
}

/// The rows of the form, filled in.
fn filled(text: &str, rows: &[(&str, &str, &str)]) -> String {
    let form = text.rfind("Formulier wederhoor").expect("the form");
    let (before, mut after) = (text[..form].to_owned(), text[form..].to_owned());
    let row = after.find("</w:tr>").expect("its heading") + "</w:tr>".len();
    let mut at = row;
    for (number, remark, proof) in rows {
        for cell in [number, remark, proof] {
            let paragraph = at + after[at..].find("</w:p>").expect("a cell");
            let run = format!("<w:r><w:t>{cell}</w:t></w:r>");
            after.insert_str(paragraph, &run);
            at = paragraph + run.len() + "</w:p>".len();
        }
    }
    before + &after
}

#[test]
fn a_text_of_another_case_another_version_or_without_numbers_is_refused() {
    let work = sent();
    returned(
        &work,
        |text| text.replace("Formulier wederhoor proef", "Formulier wederhoor elders"),
        &[],
    );
    let mut said = vec![work.run("import cases/proef antwoord.docx").seen()];
    returned(&work, |text| text.replace("fte", "ambtenaren").replace("De ", "Een andere "), &[]);
    said.push(work.run("import cases/proef antwoord.docx").seen());
    returned(&work, |text| text.replace("[B-", "(B-").replace("[CA-", "(CA-"), &[]);
    said.push(work.run("import cases/proef antwoord.docx").seen());
    assert_snapshot!(said.join("\n"), @"
    fout[R265]: dit formulier is van de case `elders`, niet van `proef`
    --> antwoord.docx
     |
    hulp: noem de case die bij dit formulier hoort

    status 1
    cases/proef/hearing.yaml
      regel 10: + W1 CA-1.1 In het bestand luidt deze alinea, zonder bijgehouden wijziging: ‘Oordeel: ◕ voldoet grotendeels. Een andere formatie per 100.000 inwoners is minstens 85%, maar minder dan 100% van de mediaan van vergelijkbare gemeenten. Onderbouwing: sterk.’.
      regel 15: + W2 CA-1 In het bestand staat, zonder bijgehouden wijziging: ‘Omvang van de formatie: Een andere gemeente heeft voor de aanpak van ondermijning een formatie die past bij haar omvang en bij de problemen die er spelen.’.
      regel 20: + W3 CA-1 In het bestand staat, zonder bijgehouden wijziging: ‘Een andere formatie per 100.000 inwoners is minstens gelijk aan de mediaan van vergelijkbare gemeenten.’.
      regel 25: + W4 CA-1 In het bestand staat, zonder bijgehouden wijziging: ‘Een andere formatie per 100.000 inwoners is minstens 85%, maar minder dan 100% van de mediaan van vergelijkbare gemeenten.’.
      regel 30: + W5 CA-1 In het bestand staat, zonder bijgehouden wijziging: ‘Een andere formatie per 100.000 inwoners is minstens 60%, maar minder dan 85% van de mediaan van vergelijkbare gemeenten.’.
      regel 35: + W6 CA-1 In het bestand staat, zonder bijgehouden wijziging: ‘Een andere formatie per 100.000 inwoners is minder dan 60% van de mediaan van vergelijkbare gemeenten.’.
      regel 40: + W7 CA-1.2 In het bestand luidt deze alinea, zonder bijgehouden wijziging: ‘Formatie voor de aanpak van ondermijning: 4,5 ambtenaren (bevinding B-1, sterk). Bij 100.000 inwoners is dat 4,50 ambtenaren per 100.000 inwoners. Een andere mediaan van 5 vergelijkbare gemeenten is 5,26 ambtenaren per 100.000 inwoners; de gemeente zit op 85,5% daarvan. Een andere grens beweegt mee met die gemeenten.’.
      regel 45: + W8 CA-1.3 In het bestand staat in de tabel bij deze alinea, zonder bijgehouden wijziging: ‘Cijfer (ambtenaren)’, ‘Vergeleken (ambtenaren per 100.000 inwoners)’.
      regel 50: + W9 B-1.1 In het bestand luidt deze alinea, zonder bijgehouden wijziging: ‘Een andere gemeente heeft 4,5 ambtenaren.’.
      regel 55: + W10 B-1.2 In het bestand luidt deze alinea, zonder bijgehouden wijziging: ‘Uitkomst: 4,5 ambtenaren.’.
      regel 60: + W11 CA-2 In het bestand staat, zonder bijgehouden wijziging: ‘Vaste financiering: Een andere formatie voor ondermijning is vast gefinancierd, zodat de aanpak niet stopt als een tijdelijke subsidie afloopt.’.
      regel 65: + W12 CA-3 In het bestand staat, zonder bijgehouden wijziging: ‘Regie belegd: Een andere gemeente heeft de regie op ondermijning formeel aan iemand gegeven, en die regie loopt door als één persoon uitvalt.’.
      regel 70: + W13 CA-3 In het bestand staat, zonder bijgehouden wijziging: ‘Een andere regie is niet formeel belegd.’.
      regel 75: + W14 CA-6 In het bestand staat, zonder bijgehouden wijziging: ‘Rekenkameronderzoek Hoogeveen (2023), over de boa's van Hoogeveen en Een andere Wolden (literatuur); Arena Consulting en Pro Facto voor het WODC, monitor bestuurlijke aanpak van georganiseerde criminaliteit (2022) (literatuur)’.
      regel 80: + W15 – In het bestand staat, zonder bijgehouden wijziging: ‘Een andere gemeente houdt geen uren bij.’.
      regel 84: + W16 – In het bestand staat, zonder bijgehouden wijziging: ‘Hier staan de normen met een oordeel of bevindingen. Een andere andere normen en de toelichting bij elke norm staan in het document Normenkader.’.
      regel 88: + W17 – In het bestand staat, zonder bijgehouden wijziging: ‘● voldoet: Een andere capaciteit voldoet aan de norm.’.
      regel 92: + W18 – In het bestand staat, zonder bijgehouden wijziging: ‘◕ voldoet grotendeels: Een andere capaciteit voldoet op een onderdeel na aan de norm.’.
      regel 96: + W19 – In het bestand staat, zonder bijgehouden wijziging: ‘○ voldoet niet: Een andere capaciteit ontbreekt geheel of bijna geheel.’.
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    fout[R265]: 17 nummers van alinea's staan niet meer in dit bestand
    --> antwoord.docx
     |
    hulp: vraag om het bestand dat u stuurde, met de nummers erin

    status 1
    ");
    assert_eq!(work.read("cases/proef/hearing.yaml").lines().count(), 9);
}

#[test]
fn a_file_that_holds_more_than_text_is_refused() {
    let work = sent();
    let same = |text: &str| text.to_owned();
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    let outward = format!(
        "<Relationships xmlns=\"{namespace}\"><Relationship Id=\"a\" Type=\"x/attachedTemplate\" \
         Target=\"http://elders.example/sjabloon.dotm\" TargetMode=\"External\"/></Relationships>"
    );
    let cases: [(&str, &[u8]); 3] = [
        ("word/vbaProject.bin", b"x"),
        ("word/embeddings/oleObject1.bin", b"x"),
        ("word/_rels/settings.xml.rels", outward.as_bytes()),
    ];
    let mut said = Vec::new();
    for more in cases {
        returned(&work, same, &[more]);
        said.push(work.run("import cases/proef antwoord.docx").seen());
    }
    assert_snapshot!(said.join("\n"), @"
    fout[R265]: dit bestand bevat macro's
    --> antwoord.docx
     |
    hulp: open het niet zomaar; vraag de afzender om een gewoon Word-bestand (.docx) met alleen de tabel

    status 1
    fout[R265]: dit bestand bevat een ander bestand (`word/embeddings/oleObject1.bin`)
    --> antwoord.docx
     |
    hulp: open het niet zomaar; vraag de afzender om een gewoon Word-bestand (.docx) met alleen de tabel

    status 1
    fout[R265]: dit bestand verwijst naar een bestand buiten zichzelf (`http://elders.example/sjabloon.dotm`)
    --> antwoord.docx
     |
    hulp: open het niet zomaar; vraag de afzender om een gewoon Word-bestand (.docx) met alleen de tabel

    status 1
    ");
}

#[test]
fn remarks_wait_for_what_was_sent_and_a_second_sending_is_asked_for() {
    let work = Work::with_case();
    assert_eq!(work.run(DOCUMENT).status, 0);
    returned(&work, str::to_owned, &[]);
    let mut said = vec![work.run("import cases/proef antwoord.docx").seen()];
    assert_eq!(work.run(SENT).status, 0);
    said.push(work.run("hearing cases/proef --sent 2023-02-10").seen());
    said.push(work.run("hearing cases/proef --sent 2023-02-10 --due 2023-02-20 --again").seen());
    assert_snapshot!(said.join("\n"), @"
    fout[R276]: van deze case is nog niets voorgelegd
    --> cases/proef
     |
    hulp: leg eerst vast wat u verstuurt: rekenkamer hearing cases/proef --sent DATUM

    status 1
    fout[R275]: de tekst voor het wederhoor is al verstuurd op 2023-01-09
    --> cases/proef
     |
    hulp: stuurt u haar nog een keer, geef dan ook `--again`; de nummers blijven dan gelijk

    status 1
    cases/proef/hearing.yaml
      regel 4: sent: 2023-01-09 → sent: 2023-02-10
      regel 5: due: 2023-02-03 → due: 2023-02-20
    cases/proef/hearing-sent.yaml
      regel 1: + round: 2, sent: 2023-02-10
    cases/proef/hearing-sent-1.yaml (nieuw)
    17 alinea's hebben een nummer
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
}

#[test]
fn the_form_comes_back_in_a_csv_file_too() {
    let work = sent();
    let rows = "Nummer;Formulier wederhoor proef;Waaruit blijkt dat?\r\nb-1.1;Het zijn er 4,8.;Overzicht\r\n;Dank.;\r\n";
    work.write("antwoord.csv", rows);
    assert_snapshot!(work.run("import cases/proef antwoord.csv").seen(), @"
    cases/proef/hearing.yaml
      regel 10: + W1 B-1.1 Het zijn er 4,8.
      regel 16: + W2 – Dank.
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
}

#[test]
fn a_form_without_its_column_of_numbers_is_refused() {
    let work = sent();
    let rows = "Nr;Formulier wederhoor proef;Waaruit blijkt dat?\r\nB-1.1;Het zijn er 4,8.;\r\n";
    work.write("antwoord.csv", rows);
    assert_snapshot!(work.run("import cases/proef antwoord.csv").seen(), @"
    fout[R265]: in het formulier ontbreekt de kolom `Nummer`
    --> antwoord.csv
     |
    hulp: zet de kop van de tabel terug zoals in het document dat u stuurde

    status 1
    ");
}

#[test]
fn a_second_sending_keeps_the_comments_above_the_first() {
    let work = sent();
    let recorded = work.read("cases/proef/hearing-sent.yaml");
    work.write("cases/proef/hearing-sent.yaml", format!("# Per e-mail verstuurd.\n{recorded}"));
    let again = "hearing cases/proef --sent 2023-02-10 --due 2023-02-20 --again --write";
    assert_eq!(work.run(again).status, 0);
    let now = work.read("cases/proef/hearing-sent.yaml");
    let above = |text: &str| {
        let lines = text.lines().take_while(|line| line.starts_with('#'));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(above(&now)[0], "# Per e-mail verstuurd.");
    assert_eq!(above(&now)[1..], above(&recorded));
}

#[test]
fn a_second_sending_overwrites_no_file_of_an_earlier_one() {
    let work = sent();
    work.write("cases/proef/hearing-sent-1.yaml", "van een ander\n");
    let again = "hearing cases/proef --sent 2023-02-10 --due 2023-02-20 --again --write";
    assert_snapshot!(work.run(again).seen(), @"
    fout[R262]: `hearing-sent-1.yaml` staat er al, en daarin komt te staan wat u eerder stuurde
    --> cases/proef/hearing-sent-1.yaml
     |
    hulp: kijk van welke keer dat bestand is, en zet het buiten de case

    status 1
    ");
    assert_eq!(work.read("cases/proef/hearing-sent-1.yaml"), "van een ander\n");
}
