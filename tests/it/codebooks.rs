//! A framework goes to an analysis program as a codebook, and a codebook is the start of a framework.

use crate::common::Work;
use insta::assert_snapshot;

/// A codebook as other programs write it: two layers, a description at some codes.
const CODEBOOK: &str = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>
<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"ATLAS.ti 23\">
  <Codes>
    <Code guid=\"{00000000-0000-4000-8000-000000000001}\" name=\"Samenwerking\" isCodable=\"true\" color=\"#F00\">
      <Description>Alles over samenwerken.</Description>
      <Code guid=\"00000000-0000-4000-8000-000000000002\" name=\"SW-1 Regie\" isCodable=\"true\">
        <Description>E&#233;n functionaris voert de regie &amp; legt verantwoording af.

Zonder regie blijft het bij overleg.</Description>
      </Code>
      <Code guid=\"00000000-0000-4000-8000-000000000003\" name=\"Afspraken zijn vastgelegd\" isCodable=\"true\"/>
    </Code>
    <Code guid=\"00000000-0000-4000-8000-000000000004\" name=\"Er is geld\" isCodable=\"true\"/>
  </Codes>
</CodeBook>
";

#[test]
fn a_codebook_is_the_start_of_a_framework() {
    let work = Work::empty();
    work.write("codes.qdc", CODEBOOK);
    assert_snapshot!(work.run("framework new samenwerking --from codes.qdc").seen(), @"
    frameworks/samenwerking.yaml
    frameworks/schemas: schema's waarmee uw editor helpt invullen
    codes.qdc, code ‘Samenwerking’: andere codes vallen onder deze code, dus zij is een thema; haar beschrijving is niet overgenomen
    codes.qdc, code ‘Samenwerking / Afspraken zijn vastgelegd’: zonder code heet deze norm SA-2, en de volgende zo verder
    er staan 3 normen in; kijk het na, en maak een case met: rekenkamer new cases/… --municipality … --frameworks samenwerking
    status 0
    ");
    assert_snapshot!(work.read("frameworks/samenwerking.yaml"), @"
    # yaml-language-server: $schema=schemas/framework.schema.json
    # Het normenkader Samenwerking. Vul aan wat u wilt; `rekenkamer check frameworks/samenwerking.yaml` kijkt het na.
    id: samenwerking
    title: Samenwerking

    criteria:
      - id: SW-1
        name: Regie
        norm: Eén functionaris voert de regie & legt verantwoording af.
        themes:
          - Samenwerking
        explanation: Zonder regie blijft het bij overleg.
      - id: SA-2
        norm: Afspraken zijn vastgelegd
        themes:
          - Samenwerking
      - id: SA-3
        norm: Er is geld
    ");
    assert_eq!(work.run("check frameworks/samenwerking.yaml").status, 0);
}

#[test]
fn a_framework_comes_back_from_its_own_codebook_as_it_was() {
    let work = Work::empty();
    let text = "# yaml-language-server: $schema=schemas/framework.schema.json\n# Het normenkader Terug. Vul aan wat u wilt; `rekenkamer check frameworks/terug.yaml` kijkt het na.\n";
    work.write("codes.qdc", CODEBOOK);
    work.run("framework new terug --from codes.qdc");
    let first = work.read("frameworks/terug.yaml");
    assert!(first.starts_with(text), "{first}");
    assert_snapshot!(work.run("framework codebook terug").seen(), @"
    terug.qdc
    er staan 3 normen in; open het in uw analyseprogramma als codeboek (REFI-QDA)
    status 0
    ");
    assert_snapshot!(work.read("terug.qdc"), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="rekenkamer">
      <Codes>
        <Code guid="9838ea0b-49e2-8fd8-8aeb-acdc9874b391" name="Terug" isCodable="false">
          <Code guid="2090d9f1-6355-88cd-8ccd-e26b0fc7bbf6" name="Samenwerking" isCodable="false">
            <Code guid="4721ab9e-b66f-8989-8ac3-af8e9cdc81c8" name="SW-1 Regie" isCodable="true">
              <Description>Eén functionaris voert de regie &amp; legt verantwoording af.

    Zonder regie blijft het bij overleg.</Description>
            </Code>
            <Code guid="77f088ef-c69f-85cb-8e12-78c77fbc29d5" name="TE-2 Afspraken zijn vastgelegd" isCodable="true">
              <Description>Afspraken zijn vastgelegd</Description>
            </Code>
          </Code>
          <Code guid="aaab8264-7e9d-8d86-8506-e2c084c8f2fb" name="TE-3 Er is geld" isCodable="true">
            <Description>Er is geld</Description>
          </Code>
        </Code>
      </Codes>
    </CodeBook>
    "#);
    work.remove("frameworks/terug.yaml");
    assert_eq!(work.run("framework new terug --from terug.qdc").status, 0);
    assert_eq!(work.read("frameworks/terug.yaml"), first);
}

#[test]
fn the_codebook_of_a_framework_that_is_not_there_or_over_another_file_is_refused() {
    let work = Work::empty();
    assert_snapshot!(work.run("framework codebook bibop").seen(), @"
    fout[R201]: normenkader `bibop` bestaat niet
    --> frameworks/bibop.yaml
     = er zijn: bibob, council-role, fte-capacity, integral-policy, public-private-cooperation, voorbeeld-energie, voorbeeld-inhuur, voorbeeld-subsidies
    hulp: bedoelde u `bibob`?

    status 1
    ");
    work.write("bibob.qdc", "van mij");
    assert_snapshot!(work.run("framework codebook bibob").seen(), @"
    fout[R284]: dit bestand bestaat al
    --> bibob.qdc
     |
    hulp: geef het codeboek een andere naam, of haal het oude weg; er is niets veranderd

    status 1
    ");
    assert_eq!(work.read("bibob.qdc"), "van mij");
}

#[test]
fn a_file_that_is_no_whole_codebook_is_refused() {
    let work = Work::empty();
    let files: [&[u8]; 8] = [
        b"<CodeBook>\n<Codes/></CodeBook>",
        b"<CodeBook>\n<Codes><Code name='a'><Code name=' '/></Code></Codes></CodeBook>",
        b"<CodeBook>\n<Codes>",
        b"<!DOCTYPE x [<!ENTITY a \"b\">]><CodeBook/>",
        b"<Project/>",
        b"",
        b"\xFFx",
        b"PK\x03\x04 geen codeboek",
    ];
    let told = files.map(|bytes| {
        work.write("codes.qdc", bytes);
        work.run("framework new nieuw --from codes.qdc").seen()
    });
    assert_snapshot!(told.join("\n"), @"
    fout[R176]: in dit codeboek staan geen codes
    --> codes.qdc
     |
    hulp: maak codes in uw analyseprogramma, of begin met een leeg normenkader: laat `--from` weg

    1 fout
    status 1
    fout[R176]: in dit codeboek heeft code 2 (regel 2) geen naam
    --> codes.qdc
     |
    hulp: geef haar een naam in uw analyseprogramma, en exporteer het codeboek opnieuw

    1 fout
    status 1
    fout[R176]: de XML in dit bestand is niet goed op regel 2
    --> codes.qdc
     |
    hulp: exporteer het opnieuw uit uw analyseprogramma, in de vorm van REFI-QDA (een project als .qdpx, een codeboek als .qdc)

    1 fout
    status 1
    fout[R176]: dit bestand heeft een documenttype (`<!DOCTYPE …>`), en dat mag niet
    --> codes.qdc
     |
    hulp: open het niet zomaar; exporteer het project zelf opnieuw uit uw analyseprogramma

    1 fout
    status 1
    fout[R176]: dit bestand begint met `Project`, niet met `CodeBook`
    --> codes.qdc
     |
    hulp: exporteer het opnieuw uit uw analyseprogramma, in de vorm van REFI-QDA (een project als .qdpx, een codeboek als .qdc)

    1 fout
    status 1
    fout[R107]: bestand is leeg
    --> codes.qdc
     |
    hulp: vul het in, of haal het weg als het er niet hoeft te zijn

    1 fout
    status 1
    fout[R103]: bestand is geen UTF-8
     --> codes.qdc:1:1
      |
    1 | �x
      | ^ hier staat een teken in een andere codering
      |
    hulp: sla het bestand op als UTF-8; waarschijnlijk is het opgeslagen als ANSI (Windows-1252)

    1 fout
    status 1
    fout[R230]: een normenkader kan in een tabel staan (.xlsx, .ods, .csv of .docx) of in een codeboek (.qdc), en dit is een zip-bestand
    --> codes.qdc
     |
    hulp: bewaar de tabel als Excel-werkmap (.xlsx) of als Word-document (.docx)

    1 fout
    status 1
    ");
}
