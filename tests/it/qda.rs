//! Coded passages are taken over from an analysis program as evidence.
use crate::common::project::{
    PASSAGES, SAID, fill, import, passage, project_by, sources, taken, units, with_project,
    write_project,
};
use insta::assert_snapshot;

#[test]
fn the_first_run_makes_two_files_to_fill_in() {
    let work = with_project(&project_by("NVivo 14", &sources("")));
    assert_snapshot!(import(&work, ""), @"
    cases/proef/confidential-passages.yaml
    koppeling.yaml
    gelezen: een project van NVivo 14, met 4 codes, 3 documenten en 4 gecodeerde passages
    plaatsen in de tekst zijn geteld in eenheden van UTF-16 (een emoji telt voor twee), met een regeleinde van Windows als twee tekens
    bladzijden van PDF's tellen in dit project vanaf nul; in de case staat de eerste bladzijde als 1
    memo's worden niet gelezen: 1
    vul koppeling.yaml en cases/proef/confidential-passages.yaml in, en geef daarna dezelfde opdracht opnieuw
    status 0
    ");
    assert_snapshot!(work.read("koppeling.yaml"), @r#"
    # Welke code uit het analyseprogramma zegt iets over welke norm of deelvraag? Zet bij `to` een of meer
    # codes van normen en deelvragen tussen de haken, met komma's: to: [CA-1]
    # Wat u leeg laat, wordt niet overgenomen.
    #
    # Normen:
    #   CA-1  Omvang van de formatie
    #   CA-2  Vaste financiering
    #   CA-3  Regie belegd
    #   CA-4  Deskundigheid geborgd
    #   CA-5  Tijd echt besteed
    #   CA-6  Ruimte voor toezicht
    #
    # Deelvragen:
    #   DV-1  Zijn er genoeg mensen?
    codes:
      - code: "Samenwerking"   # 0 passages
        to: []
      - code: "Samenwerking / regie"   # 2 passages in 1 document
        to: []
      - code: "geld"   # 2 passages in 2 documenten
        to: []
      - code: "sfeer"   # 1 passage in 1 document
        to: []
    "#);
    assert_snapshot!(work.read(PASSAGES), @"
    # De documenten uit het analyseprogramma, en wat daaruit is overgenomen. Dit bestand blijft buiten git
    # en buiten elke uitvoer, net als confidential.yaml. Vul bij elk document in:
    #   code    zo heet de bron in sources.yaml; bestaat die code daar al, dan is het die bron
    #   kind    document | interview | group-session | observation | data
    #   title   de rol van wie er spreekt, zoals Medewerker veiligheid; nooit een naam
    #   people  de namen van wie er spreekt; die komen in confidential.yaml
    # Een document zonder title wordt niet overgenomen.
    users:
      - Sanne Bakhuis
    documents:
      - name: Gesprek Hadewych Oostermolenaar.docx
        code: I02
        kind: interview
        title:
        people:
          - Hadewych Oostermolenaar
        guid: 00000000-0000-4000-8000-000000000701
      - name: Gesprek 2
        code: I03
        kind: interview
        title:
        people: []
        guid: 00000000-0000-4000-8000-000000000702
      - name: Begroting 2025.pdf
        code: D03
        kind: document
        title:
        people: []
        guid: 00000000-0000-4000-8000-000000000703
    ");
}

#[test]
fn passages_become_evidence_of_findings_that_the_researchers_have_to_make() {
    let work = with_project(&project_by("NVivo 14", &sources("")));
    import(&work, "");
    fill(&work);
    let before = work.files();
    assert_snapshot!(import(&work, ""), @"
    cases/proef/sources.yaml
      regel 18: + I02 interview: Medewerker toezicht
      regel 21: + D03 document: Begroting
    cases/proef/case.yaml
      regel 31: + passages-file: true
      regel 31: + key-file: true
    cases/proef/findings/fte-capacity.yaml
      regel 27: + CA-2 B-CA-2-1: I02, D03 (2, code geld)
      regel 44: + CA-3 B-CA-3-1: I02 (2, code Samenwerking / regie)
    cases/proef/confidential-passages.yaml
    cases/proef/confidential.yaml (nieuw)
    cases/proef/findings/sub-questions.yaml (nieuw)
    gelezen: een project van NVivo 14, met 4 codes, 3 documenten en 4 gecodeerde passages
    plaatsen in de tekst zijn geteld in eenheden van UTF-16 (een emoji telt voor twee), met een regeleinde van Windows als twee tekens
    bladzijden van PDF's tellen in dit project vanaf nul; in de case staat de eerste bladzijde als 1
    memo's worden niet gelezen: 1
    niet gekoppeld, en niet overgenomen: één code met passages (sfeer)
    3 namen en teksten komen in confidential.yaml, zodat geen document ze noemt
    3 passages als bewijs bij 3 bevindingen
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    assert_eq!(work.files(), before, "nothing is written without being asked");
    assert!(!work.read("cases/proef/sources.yaml").contains("Medewerker toezicht"));
    import(&work, " --write");
    let findings = work.read("cases/proef/findings/fte-capacity.yaml");
    let start = findings.find("  - id: CA-2").expect("the norm");
    let end = findings.find("  - id: CA-4").expect("the next one");
    assert_snapshot!(&findings[start..end], @r#"
    - id: CA-2
      status: onderzocht
      findings:
        - id: B-2
          condition: |
            Twee derde van het geld is vast.
          value: 66.7
          unit: "%"
          evidence:
            - source: D01
            - source: W01
        - id: B-CA-2-1
          condition:
          evidence:
            - source: I02
              locator: alinea 3 (code geld)
            - source: D03
              locator: p. 1 (code geld)
    - id: CA-3
      status: onderzocht
      findings:
        - id: B-3
          condition: |
            Er is een regisseur met een vervanger.
          points: {regisseur: ja, vervanger: ja, vier-ogen: nee}
          evidence:
            - source: D01
            - source: I01
        - id: B-CA-3-1
          condition:
          evidence:
            - source: I02
              locator: alinea 2, 3 (code Samenwerking / regie)
    "#);
    assert_snapshot!(work.read("cases/proef/findings/sub-questions.yaml"), @"
    sub-questions:
      - id: DV-1
        findings:
          - id: B-DV-1-1
            condition:
            evidence:
              - source: I02
                locator: alinea 2, 3 (code Samenwerking / regie)
    ");
    let sources = work.read("cases/proef/sources.yaml");
    assert_snapshot!(sources.split("date: 2025-12-31\n").nth(1).expect("the new ones"), @"
    - code: I02
      kind: interview
      title: Medewerker toezicht
    - code: D03
      kind: document
      title: Begroting
    ");
    assert_snapshot!(work.read("cases/proef/confidential.yaml"), @"
    # Wie achter een bron zit. Dit bestand blijft buiten git en buiten elke uitvoer.
    people:
      - source: I02
        name: Hadewych Oostermolenaar
      - what: gebruiker 1 van het analyseprogramma
        name: Sanne Bakhuis
    also:
      - what: I02 in het analyseprogramma
        texts:
          - Gesprek Hadewych Oostermolenaar
    ");
    let passages = work.read(PASSAGES);
    assert_snapshot!(passages.split("passages:\n").nth(1).expect("passages"), @"
    - source: I02
      code: Samenwerking / regie
      to: CA-3
      finding: B-CA-3-1
      place: alinea 2
      text: Dat weet eerlijk gezegd niemand van ons, en dat al vier jaar lang 🙂.
      guid: 00000000-0000-4000-8000-000000000101
      code-guid: 00000000-0000-4000-8000-000000000002
    - source: I02
      code: Samenwerking / regie
      to: CA-3
      finding: B-CA-3-1
      place: alinea 3
      text: Er is wel geld genoeg.
      guid: 00000000-0000-4000-8000-000000000102
      code-guid: 00000000-0000-4000-8000-000000000002
    - source: I02
      code: Samenwerking / regie
      to: DV-1
      finding: B-DV-1-1
      place: alinea 2
      text: Dat weet eerlijk gezegd niemand van ons, en dat al vier jaar lang 🙂.
      guid: 00000000-0000-4000-8000-000000000101
      code-guid: 00000000-0000-4000-8000-000000000002
    - source: I02
      code: Samenwerking / regie
      to: DV-1
      finding: B-DV-1-1
      place: alinea 3
      text: Er is wel geld genoeg.
      guid: 00000000-0000-4000-8000-000000000102
      code-guid: 00000000-0000-4000-8000-000000000002
    - source: I02
      code: geld
      to: CA-2
      finding: B-CA-2-1
      place: alinea 3
      text: Er is wel geld genoeg.
      guid: 00000000-0000-4000-8000-000000000102
      code-guid: 00000000-0000-4000-8000-000000000003
    - source: D03
      code: geld
      to: CA-2
      finding: B-CA-2-1
      place: p. 1
      text: Voor toezicht is 4 ton begroot.
      guid: 00000000-0000-4000-8000-000000000104
      code-guid: 00000000-0000-4000-8000-000000000003
    ");
}

#[test]
fn what_was_taken_over_is_not_taken_over_again() {
    let work = taken();
    let read = || {
        ["sources.yaml", "findings/fte-capacity.yaml"]
            .map(|f| work.read(&format!("cases/proef/{f}")))
    };
    let before = (read(), work.read(PASSAGES));
    assert_snapshot!(import(&work, " --write"), @"
    gelezen: een project van NVivo 14, met 4 codes, 3 documenten en 4 gecodeerde passages
    plaatsen in de tekst zijn geteld in eenheden van UTF-16 (een emoji telt voor twee), met een regeleinde van Windows als twee tekens
    bladzijden van PDF's tellen in dit project vanaf nul; in de case staat de eerste bladzijde als 1
    memo's worden niet gelezen: 1
    niet gekoppeld, en niet overgenomen: één code met passages (sfeer)
    eerder overgenomen: 3 passages; die staan er niet nog eens bij
    er is niets te veranderen in de case
    status 0
    ");
    assert_eq!((read(), work.read(PASSAGES)), before);
    // A passage that is new in the project goes to the finding that the others are evidence of.
    let more = passage(105, "", units(SAID, "Wie voert hier de regie?"), &[2]);
    let project = project_by("NVivo 14", &sources(&more));
    write_project(&work, &project);
    assert_snapshot!(import(&work, " --write"), @"
    cases/proef/findings/fte-capacity.yaml
      regel 49: + CA-3 B-CA-3-1: I02 (1, code Samenwerking / regie)
    cases/proef/findings/sub-questions.yaml
      regel 9: + DV-1 B-DV-1-1: I02 (1, code Samenwerking / regie)
    cases/proef/confidential-passages.yaml
    gelezen: een project van NVivo 14, met 4 codes, 3 documenten en 5 gecodeerde passages
    plaatsen in de tekst zijn geteld in eenheden van UTF-16 (een emoji telt voor twee), met een regeleinde van Windows als twee tekens
    bladzijden van PDF's tellen in dit project vanaf nul; in de case staat de eerste bladzijde als 1
    memo's worden niet gelezen: 1
    niet gekoppeld, en niet overgenomen: één code met passages (sfeer)
    eerder overgenomen: 3 passages; die staan er niet nog eens bij
    één passage als bewijs bij 2 bevindingen
    geschreven; kijk de case na met: rekenkamer check cases/proef
    vul bij elke nieuwe bevinding zelf `condition` in, en `level` als zij iets over het niveau zegt; de passages staan in cases/proef/confidential-passages.yaml
    status 0
    ");
}

#[test]
fn a_passage_comes_to_its_finding_in_whatever_file_that_stands() {
    let work = taken();
    let file = "cases/proef/findings/fte-capacity.yaml";
    let text = work.read(file);
    let at = text.find("      - id: B-CA-3-1").expect("the finding");
    let end = text[at..].find("  - id: CA-4").map_or(text.len(), |end| at + end);
    let head = "framework: fte-capacity\nversion: 1.0.0\ncriteria:\n  - id: CA-3\n    status: onderzocht\n    findings:\n";
    work.write("cases/proef/findings/fte-capacity+twee.yaml", format!("{head}{}", &text[at..end]));
    work.write(file, format!("{}{}", &text[..at], &text[end..]));
    let more = passage(105, "", (0, 4), &[2]);
    let project = project_by("NVivo 14", &sources(&more));
    write_project(&work, &project);
    assert_snapshot!(import(&work, " --write"), @"
    cases/proef/findings/fte-capacity+twee.yaml
      regel 12: + CA-3 B-CA-3-1: I02 (1, code Samenwerking / regie)
    cases/proef/findings/sub-questions.yaml
      regel 9: + DV-1 B-DV-1-1: I02 (1, code Samenwerking / regie)
    cases/proef/confidential-passages.yaml
    gelezen: een project van NVivo 14, met 4 codes, 3 documenten en 5 gecodeerde passages
    plaatsen in de tekst zijn geteld in eenheden van UTF-16 (een emoji telt voor twee), met een regeleinde van Windows als twee tekens
    bladzijden van PDF's tellen in dit project vanaf nul; in de case staat de eerste bladzijde als 1
    memo's worden niet gelezen: 1
    niet gekoppeld, en niet overgenomen: één code met passages (sfeer)
    eerder overgenomen: 3 passages; die staan er niet nog eens bij
    één passage als bewijs bij 2 bevindingen
    geschreven; kijk de case na met: rekenkamer check cases/proef
    vul bij elke nieuwe bevinding zelf `condition` in, en `level` als zij iets over het niveau zegt; de passages staan in cases/proef/confidential-passages.yaml
    status 0
    ");
}
