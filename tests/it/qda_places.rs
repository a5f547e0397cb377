//! Where passages are: every program counts in its own way.
use crate::common::project::{
    PASSAGES, SAID, guid, import, passage, project_by, units, with_project,
};
use insta::assert_snapshot;

#[test]
fn a_program_that_counts_otherwise_than_assumed_is_found_out_by_what_passages_quote() {
    // By its name it counts code points, and it does not.
    let quoting = |number, text: &str| passage(number, text, units(SAID, text), &[3]);
    let silent = passage(103, "", units(SAID, "geld genoeg"), &[3]);
    let wrong = passage(104, "Er is niets genoeg.…", (10, 40), &[3]);
    let source = format!(
        "<TextSource guid=\"{}\" plainTextPath=\"internal://een.txt\">{}{}{silent}{wrong}</TextSource>",
        guid(701),
        quoting(101, "Er is wel geld genoeg."),
        quoting(102, "regie?"),
    );
    let work = with_project(&project_by("ATLAS.ti 23", &source));
    assert_snapshot!(import(&work, ""), @"
    cases/proef/confidential-passages.yaml
    koppeling.yaml
    gelezen: een project van ATLAS.ti 23, met 4 codes, één document en 4 gecodeerde passages
    plaatsen in de tekst zijn geteld in eenheden van UTF-16 (een emoji telt voor twee), met een regeleinde van Windows als twee tekens: dat past bij wat passages zelf citeren, al telt dit programma meestal anders
    van één passage past de plaats niet bij de tekst; kijk ze na in uw analyseprogramma: document 1 tekens 10–40
    memo's worden niet gelezen: 1
    vul koppeling.yaml en cases/proef/confidential-passages.yaml in, en geef daarna dezelfde opdracht opnieuw
    status 0
    ");
    work.write("koppeling.yaml", "codes:\n  - code: geld\n    to: [CA-2]\n");
    let text = work.read(PASSAGES).replacen("title:\n", "title: Medewerker toezicht\n", 1);
    work.write(PASSAGES, text);
    import(&work, " --write");
    let passages = work.read(PASSAGES);
    assert_snapshot!(passages.split("passages:\n").nth(1).expect("passages"), @"
    - source: I02
      code: geld
      to: CA-2
      finding: B-CA-2-1
      place: regel 3
      text: Er is wel geld genoeg.
      guid: 00000000-0000-4000-8000-000000000101
      code-guid: 00000000-0000-4000-8000-000000000003
    - source: I02
      code: geld
      to: CA-2
      finding: B-CA-2-1
      place: regel 1
      text: regie?
      guid: 00000000-0000-4000-8000-000000000102
      code-guid: 00000000-0000-4000-8000-000000000003
    - source: I02
      code: geld
      to: CA-2
      finding: B-CA-2-1
      place: regel 3
      text: geld genoeg
      guid: 00000000-0000-4000-8000-000000000103
      code-guid: 00000000-0000-4000-8000-000000000003
    - source: I02
      code: geld
      to: CA-2
      finding: B-CA-2-1
      place: tekens 10–40
      text: Er is niets genoeg.…
      guid: 00000000-0000-4000-8000-000000000104
      code-guid: 00000000-0000-4000-8000-000000000003
    ");
}

#[test]
fn recordings_and_pictures_have_the_place_that_their_kind_has() {
    let coding = |number| {
        let (own, code) = (guid(number), guid(3));
        format!("<Coding guid=\"{own}\"><CodeRef targetGUID=\"{code}\"/></Coding>")
    };
    let points = [(1, 0, 0), (2, 9, 61_000)].map(|(number, position, time)| {
        let guid = guid(600 + number);
        format!("<SyncPoint guid=\"{guid}\" position=\"{position}\" timeStamp=\"{time}\"/>")
    });
    let source = format!(
        "<AudioSource guid=\"{}\" name=\"opname.m4a\" path=\"relative:///opname.m4a\">\
         <Transcript guid=\"{}\"><PlainTextContent>Nou, nee.</PlainTextContent>{}\
         <TranscriptSelection guid=\"{}\" fromSyncPoint=\"{}\" toSyncPoint=\"{}\">{}</TranscriptSelection></Transcript>\
         <AudioSelection guid=\"{}\" begin=\"725000\" end=\"3790999\">{}</AudioSelection>{}</AudioSource>\
         <PictureSource guid=\"{}\" name=\"foto.jpg\" path=\"absolute:///C:/foto.jpg\">\
         <PictureSelection guid=\"{}\" firstX=\"0\" firstY=\"0\" secondX=\"5\" secondY=\"5\">{}</PictureSelection></PictureSource>",
        guid(701),
        guid(702),
        points.concat(),
        guid(101),
        guid(601),
        guid(602),
        coding(901),
        guid(102),
        coding(902),
        coding(903),
        guid(703),
        guid(103),
        coding(904),
    );
    let work = with_project(&project_by("MAXQDA 2022", &source));
    import(&work, "");
    let mapping = work.read("koppeling.yaml");
    let at = mapping.find("- code: \"geld\"").expect("the code");
    work.write(
        "koppeling.yaml",
        mapping[..at].to_owned() + &mapping[at..].replacen("to: []", "to: [DV-1]", 1),
    );
    work.write(PASSAGES, work.read(PASSAGES).replace("title:\n", "title: Een rol\n"));
    import(&work, " --write");
    assert_snapshot!(work.read("cases/proef/findings/sub-questions.yaml"), @"
    sub-questions:
      - id: DV-1
        findings:
          - id: B-DV-1-1
            condition:
            evidence:
              - source: I02
                locator: 12:05–1:03:10; het geheel; regel 1 (code geld)
              - source: D03
                locator: een uitsnede (code geld)
    ");
}

#[test]
fn a_part_of_a_pdf_that_is_given_twice_is_one_passage_with_its_page() {
    let coding =
        format!("<Coding guid=\"{}\"><CodeRef targetGUID=\"{}\"/></Coding>", guid(901), guid(3));
    let source = format!(
        "<PDFSource guid=\"{}\" name=\"nota.pdf\">\
         <PDFSelection guid=\"{}\" page=\"3\" firstX=\"0\" firstY=\"0\" secondX=\"5\" secondY=\"5\">{coding}</PDFSelection>\
         <Representation guid=\"{}\"><PlainTextContent>Er is geld.</PlainTextContent>{}</Representation></PDFSource>",
        guid(701),
        guid(101),
        guid(801),
        passage(101, "", (0, 11), &[3, 99]),
    );
    let work = with_project(&project_by("ATLAS.ti 23", &source));
    assert_snapshot!(import(&work, ""), @"
    cases/proef/confidential-passages.yaml
    koppeling.yaml
    gelezen: een project van ATLAS.ti 23, met 4 codes, één document en één gecodeerde passage
    bladzijden van PDF's tellen in dit project vanaf nul; in de case staat de eerste bladzijde als 1
    één passage heeft een code die niet in het codeboek van het project staat; die code is niet te koppelen
    memo's worden niet gelezen: 1
    vul koppeling.yaml en cases/proef/confidential-passages.yaml in, en geef daarna dezelfde opdracht opnieuw
    status 0
    ");
    work.write("koppeling.yaml", "codes:\n  - code: geld\n    to: [DV-1]\n");
    work.write(PASSAGES, work.read(PASSAGES).replace("title:\n", "title: Nota\n"));
    import(&work, " --write");
    let passages = work.read(PASSAGES);
    assert_snapshot!(passages.split("passages:\n").nth(1).expect("passages"), @"
    - source: D03
      code: geld
      to: DV-1
      finding: B-DV-1-1
      place: p. 4
      text: Er is geld.
      guid: 00000000-0000-4000-8000-000000000101
      code-guid: 00000000-0000-4000-8000-000000000003
    ");
}
