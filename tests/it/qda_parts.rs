//! Codes, documents and passages of a project that cannot be told apart, placed or read: none is
//! taken over as something else.
use crate::common::Work;
use crate::common::project::{
    PASSAGES, fill_small, guid, import, passage, project_by, small, with_project, zipped,
};
use insta::assert_snapshot;

/// What `import` says of a project, where nothing was written.
fn refused(project: &str) -> String {
    let work = with_project(project);
    let before = work.files();
    let told = import(&work, " --write");
    assert_eq!(work.files(), before);
    told
}

#[test]
fn a_part_without_a_guid_of_its_own_is_refused_at_its_place() {
    let coded = |number| passage(number, "", (0, 11), &[3]);
    let project = small(&format!("\n{}\n{}", coded(101), coded(102)));
    let id = |number| format!("guid=\"{}\"", guid(number));
    let another = |name: &str, number| {
        format!(
            "<TextSource guid=\"{}\" name=\"{name}\"><PlainTextContent>Er is geld.</PlainTextContent>\n{}</TextSource></Sources>",
            guid(702),
            coded(number)
        )
    };
    let all = [
        // Codes.
        project.replace(&id(4), ""),
        project.replace(&id(4), "guid=\" \""),
        project.replace(&id(4), &id(3)),
        // Documents.
        project.replace(&id(701), ""),
        project.replace("</Sources>", &another("Gesprek 2", 103)).replace(&id(702), &id(701)),
        // Passages, in one document and in two.
        project.replace(&id(102), ""),
        project.replace(&id(102), &id(101)),
        project.replace(&id(102), &format!("guid=\"{{{}}}\"", guid(101))),
        project.replace("</Sources>", &another("Gesprek Kwartelkoning", 101)),
        project.replace("<Sources>", "<Sources><PDFSource guid=\"x\" name=\"a\"><Coding><CodeRef targetGUID=\"y\"/></Coding></PDFSource>"),
    ];
    let all: Vec<String> = all.iter().map(|project| refused(project)).collect();
    assert_snapshot!(all.join("\n"), @"
    fout[R176]: in dit project heeft code 4 (regel 4) geen GUID
    --> proef.qdpx
     |
    hulp: zo is niet te zeggen wat bij wie hoort, en er is niets overgenomen; exporteer het project opnieuw uit uw analyseprogramma, en meld het de maker daarvan als dit zo blijft (regels zijn die van `project.qde`)

    status 1
    fout[R176]: in dit project heeft code 4 (regel 4) geen GUID
    --> proef.qdpx
     |
    hulp: zo is niet te zeggen wat bij wie hoort, en er is niets overgenomen; exporteer het project opnieuw uit uw analyseprogramma, en meld het de maker daarvan als dit zo blijft (regels zijn die van `project.qde`)

    status 1
    fout[R176]: in dit project heeft code 4 (regel 4) dezelfde GUID als code 3 (regel 4)
    --> proef.qdpx
     |
    hulp: zo is niet te zeggen wat bij wie hoort, en er is niets overgenomen; exporteer het project opnieuw uit uw analyseprogramma, en meld het de maker daarvan als dit zo blijft (regels zijn die van `project.qde`)

    status 1
    fout[R176]: in dit project heeft document 1 (regel 6) geen GUID
    --> proef.qdpx
     |
    hulp: zo is niet te zeggen wat bij wie hoort, en er is niets overgenomen; exporteer het project opnieuw uit uw analyseprogramma, en meld het de maker daarvan als dit zo blijft (regels zijn die van `project.qde`)

    status 1
    fout[R176]: in dit project heeft document 2 (regel 8) dezelfde GUID als document 1 (regel 6)
    --> proef.qdpx
     |
    hulp: zo is niet te zeggen wat bij wie hoort, en er is niets overgenomen; exporteer het project opnieuw uit uw analyseprogramma, en meld het de maker daarvan als dit zo blijft (regels zijn die van `project.qde`)

    status 1
    fout[R176]: in dit project heeft passage 2 van document 1 (regel 8) geen GUID
    --> proef.qdpx
     |
    hulp: zo is niet te zeggen wat bij wie hoort, en er is niets overgenomen; exporteer het project opnieuw uit uw analyseprogramma, en meld het de maker daarvan als dit zo blijft (regels zijn die van `project.qde`)

    status 1
    fout[R176]: in dit project heeft passage 2 van document 1 (regel 8) dezelfde GUID als passage 1 van document 1 (regel 7)
    --> proef.qdpx
     |
    hulp: zo is niet te zeggen wat bij wie hoort, en er is niets overgenomen; exporteer het project opnieuw uit uw analyseprogramma, en meld het de maker daarvan als dit zo blijft (regels zijn die van `project.qde`)

    status 1
    fout[R176]: in dit project heeft passage 2 van document 1 (regel 8) dezelfde GUID als passage 1 van document 1 (regel 7)
    --> proef.qdpx
     |
    hulp: zo is niet te zeggen wat bij wie hoort, en er is niets overgenomen; exporteer het project opnieuw uit uw analyseprogramma, en meld het de maker daarvan als dit zo blijft (regels zijn die van `project.qde`)

    status 1
    fout[R176]: in dit project heeft passage 1 van document 2 (regel 9) dezelfde GUID als passage 1 van document 1 (regel 7)
    --> proef.qdpx
     |
    hulp: zo is niet te zeggen wat bij wie hoort, en er is niets overgenomen; exporteer het project opnieuw uit uw analyseprogramma, en meld het de maker daarvan als dit zo blijft (regels zijn die van `project.qde`)

    status 1
    fout[R176]: in dit project heeft passage 1 van document 1 (regel 6) geen GUID
    --> proef.qdpx
     |
    hulp: zo is niet te zeggen wat bij wie hoort, en er is niets overgenomen; exporteer het project opnieuw uit uw analyseprogramma, en meld het de maker daarvan als dit zo blijft (regels zijn die van `project.qde`)

    status 1
    ");
}

#[test]
fn a_code_without_a_name_is_refused() {
    let project = small(&passage(101, "", (0, 11), &[3]));
    assert_snapshot!(refused(&project.replace("name=\"geld\"", "name=\" \u{a0} \"")), @"
    fout[R176]: in dit project heeft code 3 (regel 4) geen naam
    --> proef.qdpx
     |
    hulp: geef haar een naam in uw analyseprogramma, en exporteer het project opnieuw

    status 1
    ");
}

#[test]
fn a_passage_with_a_place_that_cannot_be_is_told_and_has_no_evidence() {
    let places = [(0, 5), (5, 2), (4, 4), (-1, 4), (0, 12), (500, 900), (0, 11)];
    let passages = (101..).zip(places).map(|(n, place)| passage(n, "", place, &[3]) + "\n");
    let word = passage(109, "", (0, 3), &[3]).replace("\"0\"", "\"nul\"");
    let large = passage(110, "", (0, 3), &[3]).replace("\"3\"", "\"99999999999999999999\"");
    let coding =
        format!("<Coding guid=\"{}\"><CodeRef targetGUID=\"{}\"/></Coding>", guid(901), guid(3));
    let media = format!(
        "<PDFSource guid=\"{}\" name=\"nota.pdf\">\
         <PDFSelection guid=\"{}\" page=\"-3\">{coding}</PDFSelection>\
         <PDFSelection guid=\"{}\" page=\"9223372036854775807\">{coding}</PDFSelection></PDFSource>\n\
         <AudioSource guid=\"{}\" name=\"opname.m4a\">\
         <Transcript guid=\"{}\"><TranscriptSelection guid=\"{}\">{coding}</TranscriptSelection></Transcript>\
         <AudioSelection guid=\"{}\" begin=\"9000\" end=\"1000\">{coding}</AudioSelection></AudioSource></Sources>",
        guid(702),
        guid(201),
        guid(202),
        guid(703),
        guid(803),
        guid(203),
        guid(204),
    );
    let project = small(&format!("{}{word}{large}", passages.collect::<String>()));
    let work = with_project(&project.replace("</Sources>", &media));
    import(&work, "");
    fill_small(&work);
    assert_snapshot!(import(&work, " --write"), @"
    cases/proef/sources.yaml
      regel 18: + I02 interview: Een rol
    cases/proef/case.yaml
      regel 31: + passages-file: true
      regel 31: + key-file: true
    cases/proef/findings/fte-capacity.yaml
      regel 16: + CA-1 B-CA-1-1: I02 (2, code geld)
    cases/proef/confidential-passages.yaml
    cases/proef/confidential.yaml (nieuw)
    gelezen: een project van MAXQDA 2022, met 4 codes, 3 documenten en 2 gecodeerde passages
    niet overgenomen: 11 passages met een plaats die niet kan, zoals een einde vóór het begin of voorbij de tekst; kijk dat na in uw analyseprogramma, en exporteer het project opnieuw: document 1 (regel 7); document 1 (regel 8); document 1 (regel 9); document 1 (regel 10); document 1 (regel 11); … van project.qde
    memo's worden niet gelezen: 1
    2 namen en teksten komen in confidential.yaml, zodat geen document ze noemt
    2 passages als bewijs bij één bevinding
    geschreven; kijk de case na met: rekenkamer check cases/proef
    vul bij elke nieuwe bevinding zelf `condition` in, en `level` als zij iets over het niveau zegt; de passages staan in cases/proef/confidential-passages.yaml
    status 0
    ");
    let findings = work.read("cases/proef/findings/fte-capacity.yaml");
    let evidence =
        findings.split("id: B-CA-1-1").nth(1).and_then(|rest| rest.split("  - id: CA-2").next());
    assert_snapshot!(evidence.expect("the finding"), @"

    condition:
    evidence:
      - source: I02
        locator: regel 1 (code geld)
    ");
}

#[test]
fn a_text_that_cannot_be_read_could_not_be_protected_and_is_refused() {
    let work = Work::with_case();
    let source = |more: &str| {
        format!(
            "<TextSource guid=\"{}\" name=\"Gesprek Kwartelkoning\" plainTextPath=\"internal://Kwartelkoning.txt\">{more}</TextSource>",
            guid(701)
        )
    };
    let write = |sources: &str, text: &[u8]| {
        let project = project_by("MAXQDA 2022", sources);
        let files = [("project.qde", project.as_bytes()), ("sources/Kwartelkoning.txt", text)];
        work.write("proef.qdpx", zipped(&files));
    };
    let before = work.files();
    write(&source(&passage(101, "", (0, 3), &[3])), b"H\xE9 zeg");
    assert_snapshot!(import(&work, " --write"), @"
    fout[R176]: de tekst van document 1 in dit project is geen UTF-8, en wat daarin staat is dan niet te beschermen
    --> proef.qdpx
     |
    hulp: sla dat document op als tekst in UTF-8, neem het zo op in uw analyseprogramma, en exporteer het project opnieuw

    status 1
    ");
    assert_eq!(work.files().len(), before.len() + 1, "only the project is new");
    // Without passages in it, nothing of it could come into the case.
    write(&source(""), b"H\xE9 zeg");
    assert_eq!(work.run("import cases/proef proef.qdpx --codes koppeling.yaml").status, 0);
    assert!(work.read(PASSAGES).contains("guid"));
}
