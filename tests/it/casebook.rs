//! A case as a workbook, and what comes back of it.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::Work;
use crate::common::workbook::Sheets;
use insta::assert_snapshot;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The workbook of the case.
pub fn exported(work: &Work) -> Sheets {
    let run = work.run("export cases/proef");
    assert_eq!(run.status, 0, "{}", run.stderr);
    Sheets::of(work.bytes("output/proef/proef-werkmap.xlsx"))
}

/// What `import` says of a workbook, and writes.
pub fn imported(work: &Work, sheets: &Sheets) -> String {
    work.write("terug.xlsx", sheets.bytes());
    work.run("import cases/proef terug.xlsx --write").seen()
}

/// The lines of a file that are not in another, and the reverse.
pub fn differences(before: &str, after: &str) -> String {
    let gone = before.lines().filter(|line| !after.lines().any(|other| other == *line));
    let new = after.lines().filter(|line| !before.lines().any(|other| other == *line));
    let gone = gone.map(|line| format!("-{line}"));
    gone.chain(new.map(|line| format!("+{line}"))).collect::<Vec<_>>().join("\n")
}

/// Every file of a case, with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    for below in [folder.to_owned(), folder.join("findings")] {
        for entry in fs::read_dir(below).into_iter().flatten().flatten() {
            if entry.path().is_file() {
                let name = entry.path().to_string_lossy().into_owned();
                out.insert(name, fs::read(entry.path()).expect("a file"));
            }
        }
    }
    out
}

/// The lines of the case that are not as they were, by file.
fn changes(work: &Work, before: &BTreeMap<String, Vec<u8>>) -> String {
    let after = files(&work.path("cases/proef"));
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("a text");
    let each = before.iter().map(|(name, old)| differences(&text(old), &text(&after[name])));
    each.filter(|lines| !lines.is_empty()).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn a_changed_cell_changes_its_value_and_nothing_else() {
    let work = Work::with_case();
    let mut sheets = exported(&work);
    sheets.set("Bevindingen", "B-1", "Oorzaak", "Er is bezuinigd.\n\nDat was in 2023.");
    sheets.set("Bevindingen", "B-3", "Punten", "regisseur: ja\nvervanger: nee\nvier-ogen: nee");
    sheets.set("Bevindingen", "B-6", "Oordeel", "deels");
    sheets.set("Bronnen", "D01", "Datum", "maart 2025");
    sheets.set("Bronnen", "I01", "Soort", "groepsgesprek");
    sheets.set("Aanbevelingen", "A1", "Termijn", "2026-12-31");
    sheets.set("Conclusies", "C1", "Normen", "CA-1, CA-2, CA-3");
    sheets.set("Normen", "CA-4", "Reden", "");
    let before = files(&work.path("cases/proef"));
    assert_snapshot!(imported(&work, &sheets), @"
    cases/proef/findings/fte-capacity.yaml
      regel 10: + B-1 Oorzaak: Er is bezuinigd. | Dat was in 2023.
      regel 37: B-3 Punten: regisseur: ja | vervanger: ja | vier-ogen: nee → B-3 Punten: regisseur: ja | vervanger: nee | vier-ogen: nee
      regel 39: CA-4 Reden: Dit viel buiten de opzet. → CA-4 Reden: –
      regel 55: B-6 Oordeel: grotendeels → B-6 Oordeel: deels
    cases/proef/sources.yaml
      regel 5: D01 Datum: 2024-03 → D01 Datum: 2025-03
      regel 11: I01 Soort: interview → I01 Soort: groepsgesprek
    cases/proef/case.yaml
      regel 37: C1 Normen: CA-1, CA-2 → C1 Normen: CA-1, CA-2, CA-3
      regel 47: + A1 Termijn: 2026-12-31
    geschreven; kijk de case na met: rekenkamer check cases/proef
    status 0
    ");
    assert_snapshot!(changes(&work, &before), @"
    -    criteria: [CA-1, CA-2]
    +    criteria: [CA-1, CA-2, CA-3]
    +    deadline: 2026-12-31

    -        points: {regisseur: ja, vervanger: ja, vier-ogen: nee}
    -      Dit viel buiten de opzet.
    -        level: grotendeels
    +        cause: |
    +          Er is bezuinigd.
    +
    +          Dat was in 2023.
    +        points: {regisseur: ja, vervanger: nee, vier-ogen: nee}
    +        level: deels

    -    date: 2024-03
    -    kind: interview
    +    date: 2025-03
    +    kind: group-session
    ");
    assert_snapshot!(imported(&work, &sheets), @"
    er is niets te veranderen in de case
    status 0
    ");
}

#[test]
fn a_new_row_gets_the_next_free_code() {
    let work = Work::with_case();
    let mut sheets = exported(&work);
    let finding = [
        ("Norm of deelvraag", "CA-1"),
        ("Bevinding", "Er komt iemand bij."),
        ("Waarde", "5,5"),
        ("Eenheid", "fte"),
        ("Bronnen", "D01: p. 9\nI01 (weerspreekt): regel 4"),
    ];
    sheets.add("Bevindingen", &finding);
    let to_do = [("Norm of deelvraag", "CA-4"), ("Bevinding", "Toch iets."), ("Bronnen", "D01")];
    sheets.add("Bevindingen", &to_do);
    sheets.add("Bronnen", &[("Soort", "interview"), ("Titel", "Wethouder"), ("Datum", "2025")]);
    sheets.add("Bronnen", &[("Soort", "rapport"), ("Titel", "Jaarverslag"), ("Datum", "2025")]);
    let advice =
        [("Code", "A9"), ("Aan", "raad"), ("Aanbeveling", "Vraag door"), ("Tekst", "Doe dat.")];
    sheets.add("Aanbevelingen", &advice);
    let before = files(&work.path("cases/proef"));
    assert_snapshot!(imported(&work, &sheets), @"
    cases/proef/findings/fte-capacity.yaml
      regel 16: + B-7: Er komt iemand bij.
      regel 52: + B-8: Toch iets.
    cases/proef/sources.yaml
      regel 18: + I02: Wethouder
      regel 22: + D03: Jaarverslag
    cases/proef/case.yaml
      regel 47: + A9: Vraag door
    geschreven; kijk de case na met: rekenkamer check cases/proef
    status 0
    ");
    assert_snapshot!(changes(&work, &before), @"
    +  - id: A9
    +    addressee: raad
    +    title: Vraag door
    +    text: Doe dat.

    +      - id: B-7
    +        condition: Er komt iemand bij.
    +        value: 5,5
    +            locator: p. 9
    +            stance: contradicts
    +            locator: regel 4
    +      - id: B-8
    +        condition: Toch iets.

    +  - code: I02
    +    title: Wethouder
    +    date: 2025
    +  - code: D03
    +    title: Jaarverslag
    +    date: 2025
    ");
    assert_snapshot!(imported(&work, &sheets), @"
    al in de case: B-7, B-8, I02, D03
    er is niets te veranderen in de case
    status 0
    ");
}

#[test]
fn a_row_that_is_gone_stays_until_somebody_says_so() {
    let work = Work::with_case();
    let mut sheets = exported(&work);
    sheets.remove("Bronnen", "D02");
    let before = work.read("cases/proef/sources.yaml");
    assert_snapshot!(imported(&work, &sheets), @"
    niet meer in de werkmap, en nog wel in de case: D02; moet er iets weg, noem het dan met `--delete`
    er is niets te veranderen in de case
    status 0
    ");
    assert_eq!(work.read("cases/proef/sources.yaml"), before);
    let run = work.run("import cases/proef terug.xlsx --delete D02 --write");
    assert_snapshot!(run.seen(), @"
    cases/proef/sources.yaml
      regel 6: D02 → –
    geschreven; kijk de case na met: rekenkamer check cases/proef
    status 0
    ");
    assert_snapshot!(differences(&before, &work.read("cases/proef/sources.yaml")), @"
    -  - code: D02
    -    kind: data
    -    title: Opgave van de gemeenten
    -    date: 2025-06-01
    ");
}

#[test]
fn what_the_case_changed_since_stays_beside_what_the_workbook_changed() {
    let work = Work::with_case();
    let mut sheets = exported(&work);
    sheets.set("Bevindingen", "B-1", "Waarde", "4.6");
    work.edit("findings/fte-capacity.yaml", "heeft 4,5 fte.", "heeft 4,6 fte.");
    assert_snapshot!(imported(&work, &sheets), @"
    cases/proef/findings/fte-capacity.yaml
      regel 10: B-1 Waarde: 4.5 → B-1 Waarde: 4.6
    één cel is in de case veranderd sinds de werkmap is gemaakt; die blijft zoals in de case
    geschreven; kijk de case na met: rekenkamer check cases/proef
    status 0
    ");
    let text = work.read("cases/proef/findings/fte-capacity.yaml");
    assert!(text.contains("heeft 4,6 fte.") && text.contains("value: 4.6"), "{text}");
}

#[test]
fn who_is_protected_is_in_no_workbook_but_one_for_the_researchers() {
    let work = Work::with_case();
    work.write(
        "cases/proef/confidential.yaml",
        "people:\n  - source: I01\n    name: Willemijn Zandstra\n",
    );
    work.edit(
        "case.yaml",
        "frameworks: [fte-capacity]",
        "key-file: true\n\nframeworks: [fte-capacity]",
    );
    work.edit("sources.yaml", "Integraal veiligheidsplan", "Plan van Willemijn Zandstra");
    work.write(".gitignore", "output/\n");
    assert_snapshot!(work.run("export cases/proef").seen(), @"
    output/proef/proef-werkmap.xlsx
    niet in de werkmap, omdat er iemand in staat die beschermd is of omdat een tekst niet in een cel past: D01
    status 0
    ");
    let mut sheets = Sheets::of(work.bytes("output/proef/proef-werkmap.xlsx"));
    assert!(!format!("{:?}", sheets.0).contains("Zandstra"));
    // The code of a row that was left out is not given to another one.
    sheets.add("Bronnen", &[("Code", "D01"), ("Soort", "document"), ("Titel", "Nog een plan")]);
    assert_snapshot!(imported(&work, &sheets), @"
    fout[R268]: code `D01` is van een rij die niet in deze werkmap mocht
    --> terug.xlsx, Bronnen!A5
     |
    hulp: laat de code van een nieuwe rij leeg

    status 1
    ");
    sheets.rows("Bronnen").pop();
    sheets.add("Bronnen", &[("Code", "Zandstra"), ("Soort", "document"), ("Titel", "Nota")]);
    assert_snapshot!(imported(&work, &sheets), @"
    fout[R268]: hier staat een naam of tekst die beschermd is: bron `I01`
    --> terug.xlsx, Bronnen!A5
     |
    hulp: noem de rol in plaats van de naam

    status 1
    ");
    sheets.rows("Bronnen").pop();
    sheets.add("Bronnen", &[("Soort", "document"), ("Titel", "Van Willemijn [Zand](x)stra")]);
    assert_snapshot!(imported(&work, &sheets), @"
    fout[R268]: hier staat een naam of tekst die beschermd is: …
    --> terug.xlsx, Bronnen!C5
     |
    hulp: noem de rol in plaats van de naam

    status 1
    ");
    sheets.rows("Bronnen").pop();
    sheets.add("Bronnen", &[("Soort", "document"), ("Titel", "Nota van mevrouw Zandstra")]);
    assert_snapshot!(imported(&work, &sheets), @"
    fout[R268]: hier staat een naam of tekst die beschermd is: bron `I01`
    --> terug.xlsx, Bronnen!C5
     |
    hulp: noem de rol in plaats van de naam

    status 1
    ");
}

#[test]
fn a_workbook_in_which_somebody_worked_is_not_written_over() {
    let work = Work::with_case();
    let mut sheets = exported(&work);
    assert_eq!(work.run("export cases/proef").status, 0);
    sheets.set("Bevindingen", "B-1", "Gevolg", "Het gaat trager.");
    work.write("output/proef/proef-werkmap.xlsx", sheets.bytes());
    assert_snapshot!(work.run("export cases/proef").seen(), @"
    fout[R267]: deze werkmap is bewaard sinds zij is gemaakt
    --> output/proef/proef-werkmap.xlsx
     |
    hulp: neem haar eerst over met `rekenkamer import`, en haal het bestand dan weg of geef het een andere naam

    1 fout
    er is niets geschreven
    status 1
    ");
}
