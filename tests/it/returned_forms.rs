//! The request for a reaction: its form leaves in a Word file and comes back filled in.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::Work;
use crate::common::word::rewritten;
use insta::assert_snapshot;

/// The valid case with a second recommendation, and the form that it sends.
fn sent() -> (Work, Vec<u8>) {
    let work = Work::with_case();
    let second = "\n  - id: A2\n    addressee: raad\n    title: Vraag om cijfers\n    text: Elk jaar.\n    conclusions: [C1]\n";
    work.edit("case.yaml", "    conclusions: [C1]\n", &format!("    conclusions: [C1]\n{second}"));
    let run = work.run("nota cases/proef --document reaction --format docx");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let bytes = work.bytes("output/proef/bestuurlijke-reactie.docx");
    (work, bytes)
}

/// The same Word file with its text changed and files added.
fn rewritten_text(
    bytes: &[u8],
    change: impl Fn(String) -> String,
    added: &[(&str, &str)],
) -> Vec<u8> {
    rewritten(bytes, "word/document.xml", change, added)
}

/// The document with texts in the cells of a row, from the third on.
fn filled(xml: String, code: &str, cells: &[&str]) -> String {
    let at = xml.find(&format!(">{code}<")).expect("the row");
    let (before, row) = xml.split_at(at);
    let mut parts: Vec<String> = row.split("</w:tc>").map(str::to_owned).collect();
    for (part, text) in parts.iter_mut().skip(2).zip(cells) {
        let end = part.rfind("</w:p>").expect("a paragraph");
        let run = format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
        part.insert_str(end, &run);
    }
    format!("{before}{}", parts.join("</w:tc>"))
}

/// What `import` says of a file.
fn told(work: &Work, bytes: Vec<u8>) -> String {
    work.write("reactie.docx", bytes);
    work.run("import cases/proef reactie.docx").seen()
}

#[test]
fn a_filled_in_form_is_shown_first_and_then_written_beside_what_was_typed() {
    let (work, bytes) = sent();
    let answer = |xml| {
        let xml = filled(
            xml,
            "A1",
            &["ten dele", "Er is geld *voor* één.", "Voorstel bij de begroting", "1 november 2026"],
        );
        filled(xml, "A2", &["Niet overgenomen.", "Dat is aan de raad.", "", ""])
    };
    let before = work.read("cases/proef/case.yaml");
    work.write("reactie.docx", rewritten_text(&bytes, answer, &[]));
    assert_snapshot!(work.run("import cases/proef reactie.docx").seen(), @r"
    cases/proef/case.yaml
      regel 53: + A1 position: partly, text: Er is geld \*voor\* één., commitment: Voorstel bij de begroting, due: 2026-11-01
      regel 60: + A2 position: rejected, text: Dat is aan de raad.
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    assert_eq!(
        work.read("cases/proef/case.yaml"),
        before,
        "nothing is written without being asked"
    );
    assert_snapshot!(work.run("import cases/proef reactie.docx --write").seen(), @r"
    cases/proef/case.yaml
      regel 53: + A1 position: partly, text: Er is geld \*voor\* één., commitment: Voorstel bij de begroting, due: 2026-11-01
      regel 60: + A2 position: rejected, text: Dat is aan de raad.
    geschreven; kijk de case na met: rekenkamer check cases/proef
    status 0
    ");
    let after = work.read("cases/proef/case.yaml");
    let (_, added) = after.split_once("\nresponse:\n").expect("a response");
    assert_snapshot!(added.split("\npeers:").next().unwrap_or_default(), @r"
    recommendations:
      - id: A1
        position: partly
        text: Er is geld \*voor\* één.
        commitment: Voorstel bij de begroting
        due: 2026-11-01
      - id: A2
        position: rejected
        text: Dat is aan de raad.
    ");
    assert_snapshot!(work.run("import cases/proef reactie.docx").seen(), @"
    er is niets te veranderen in de case
    status 0
    ");
    assert_eq!(work.run("check cases/proef").status, 0);
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let nota = work.read("output/proef/nota.md");
    let row = "| 2 | Breid de formatie uit | deels overgenomen | Voorstel bij de begroting, uiterlijk 1 november 2026 |";
    assert!(nota.contains(row) || nota.contains(&row.replace("| 2 |", "| 1 |")), "{nota}");
}

#[test]
fn a_position_that_is_there_already_with_another_value_is_told_as_a_change() {
    let (work, bytes) = sent();
    let old = "response:\n  date: 2026-02-01\n  text: Dank.\n  recommendations:\n    - {id: A1, position: adopted, commitment: Ooit}  # per mail\n\naccepted:\n";
    work.edit("case.yaml", "accepted:\n", old);
    let answer = |xml| filled(xml, "A1", &["niet", "", "Ooit", "2027"]);
    let changed = rewritten_text(&bytes, answer, &[]);
    assert_snapshot!(told(&work, changed), @"
    cases/proef/case.yaml
      regel 70: A1 position: adopted → A1 position: rejected
      regel 70: + A1 due: 2027
    niet beantwoord: A2
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    assert_eq!(work.run("import cases/proef reactie.docx --write").status, 0);
    let line = "    - {id: A1, position: rejected, due: 2027, commitment: Ooit}  # per mail\n";
    assert!(
        work.read("cases/proef/case.yaml").contains(line),
        "{}",
        work.read("cases/proef/case.yaml")
    );
}

#[test]
fn a_row_that_cannot_be_read_stops_all() {
    let (work, bytes) = sent();
    let with = |cells: &[&str]| rewritten_text(&bytes, |xml| filled(xml, "A1", cells), &[]);
    let unknown =
        rewritten_text(&bytes, |xml| filled(xml, "A1", &["niet"]).replace(">A1<", ">A9<"), &[]);
    let twice = rewritten_text(
        &bytes,
        |xml| filled(filled(xml, "A1", &["niet"]), "A2", &["niet"]).replace(">A2<", ">A1<"),
        &[],
    );
    let all = [
        with(&["misschien"]),
        with(&["", "Wij denken erover."]),
        with(&["helemaal", "", "", "zo snel mogelijk"]),
        unknown,
        twice,
    ];
    let all = all.map(|bytes| told(&work, bytes));
    assert_snapshot!(all.join("\n\n"), @"
    fout[R266]: `misschien` is geen standpunt bij aanbeveling `A1`
    --> reactie.docx, tabel 1, rij 2
     |
    hulp: kies: helemaal, ten dele of niet

    status 1

    fout[R266]: bij aanbeveling `A1` staat geen standpunt, maar wel iets anders
    --> reactie.docx, tabel 1, rij 2
     |
    hulp: kies: helemaal, ten dele of niet

    status 1

    fout[R266]: `zo snel mogelijk` is geen datum bij aanbeveling `A1`
    --> reactie.docx, tabel 1, rij 2
     |
    hulp: schrijf een dag, maand of jaar (1 september 2026, september 2026, 2026); zet andere woorden bij Toezegging

    status 1

    fout[R266]: aanbeveling `A9` bestaat niet in deze case
    --> reactie.docx, tabel 1, rij 2
     |
    hulp: de aanbevelingen zijn: A1, A2

    status 1

    fout[R266]: aanbeveling `A1` staat er twee keer
    --> reactie.docx, tabel 1, rij 3
     |
    hulp: houd één rij

    status 1
    ");
}

#[test]
fn a_file_that_is_not_this_form_or_holds_more_than_text_is_refused() {
    let (work, bytes) = sent();
    let same = |xml: String| xml;
    let rel = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id='x' Type='http://x/{kind}' Target='{target}' TargetMode='External'/></Relationships>"
        )
    };
    let heading = "Formulier reactie proef";
    let all = [
        rewritten_text(&bytes, |xml| xml.replace(heading, "Formulier reactie elders"), &[]),
        rewritten_text(&bytes, |xml| xml.replace(heading, "Aanbeveling"), &[]),
        rewritten_text(&bytes, |xml| xml.replace(">Standpunt<", ">Mening<"), &[]),
        rewritten_text(&bytes, same, &[("word/vbaProject.bin", "x")]),
        rewritten_text(&bytes, same, &[("word/embeddings/tabel.xlsx", "x")]),
        rewritten_text(
            &bytes,
            same,
            &[("word/_rels/x.xml.rels", &rel("attachedTemplate", "https://elders.example/x.dotm"))],
        ),
        b"geen Word".to_vec(),
    ];
    let all = all.map(|bytes| told(&work, bytes));
    assert_snapshot!(all.join("\n\n"), @"
    fout[R265]: dit formulier is van de case `elders`, niet van `proef`
    --> reactie.docx
     |
    hulp: noem de case die bij dit formulier hoort

    status 1

    fout[R265]: dit bestand heeft geen formulier van `rekenkamer`
    --> reactie.docx
     |
    hulp: stuur het document opnieuw, en laat de kop van de tabel staan

    status 1

    fout[R265]: in het formulier ontbreekt de kolom `Standpunt`
    --> reactie.docx
     |
    hulp: zet de kop van de tabel terug zoals in het document dat u stuurde

    status 1

    fout[R265]: dit bestand bevat macro's
    --> reactie.docx
     |
    hulp: open het niet zomaar; vraag de afzender om een gewoon Word-bestand (.docx) met alleen de tabel

    status 1

    fout[R265]: dit bestand bevat een ander bestand (`word/embeddings/tabel.xlsx`)
    --> reactie.docx
     |
    hulp: open het niet zomaar; vraag de afzender om een gewoon Word-bestand (.docx) met alleen de tabel

    status 1

    fout[R265]: dit bestand verwijst naar een bestand buiten zichzelf (`https://elders.example/x.dotm`)
    --> reactie.docx
     |
    hulp: open het niet zomaar; vraag de afzender om een gewoon Word-bestand (.docx) met alleen de tabel

    status 1

    fout[R265]: dit is geen Word-bestand of werkmap
    --> reactie.docx
     |
    hulp: sla het in Word of LibreOffice op als .docx, of in Excel als .xlsx

    status 1
    ");
    let link = rewritten_text(
        &bytes,
        same,
        &[("word/_rels/x.xml.rels", &rel("hyperlink", "https://elders.example"))],
    );
    assert_snapshot!(told(&work, link), @"
    niet beantwoord: A1, A2
    er is niets te veranderen in de case
    status 0
    ");
}

#[test]
fn the_request_holds_conclusions_advice_and_when_an_answer_is_due() {
    let work = Work::with_case();
    work.edit(
        "case.yaml",
        "accepted:\n",
        "response: {requested: 2026-01-12, due: 2026-02-02}\n\naccepted:\n",
    );
    assert_eq!(work.run("check cases/proef").status, 0);
    assert_eq!(work.run("nota cases/proef --document reaction,nota --format md").status, 0);
    let text = work.read("output/proef/bestuurlijke-reactie.md");
    assert!(text.contains("\ndate: \"12 januari 2026\"\n"), "{text}");
    let (_, body) = text.split_once("# Wat wij vragen").expect("a body");
    assert_snapshot!(body, @r"


    Het college ontvangt hierbij de conclusies en aanbevelingen van ons onderzoek. Wij ontvangen uw reactie graag uiterlijk op 2 februari 2026. De reactie komt in ons rapport.

    1. Onderschrijft u de conclusies? Zo niet, welke niet en waarom?
    2. Neemt u elke aanbeveling helemaal, ten dele of niet over?
    3. Wat gaat u doen, en wanneer is dat klaar?

    Op de eerste vraag antwoordt u in een brief of in eigen woorden. Voor de andere twee is er een formulier, achteraan.

    # De vraag en het antwoord

    **Werkt de aanpak?**

    Ten dele.

    # Conclusies

    ## 1. De formatie is aan de krappe kant

    Er zijn net niet genoeg mensen.

    # Aanbevelingen

    ## Aan het college

    ### 1. Breid de formatie uit

    Doe dat bij de begroting.

    # Formulier

    Vul bij *Standpunt* in: helemaal, ten dele of niet. Schrijf bij *Toelichting* waarom, bij *Toezegging* wat u gaat doen, en bij *Termijn* wanneer dat klaar is (een dag, maand of jaar). Laat de kop van de tabel staan: zo is het formulier te herkennen.

    | Code | Formulier reactie proef | Standpunt | Toelichting | Toezegging | Termijn |
    |---|---|---|---|---|---|
    | A1 | 1\. Breid de formatie uit |  |  |  |  |
    ");
    let nota = work.read("output/proef/nota.md");
    assert!(!nota.contains("Bestuurlijke reactie"), "nobody answered yet: {nota}");
}
