//! What got another name since it was taken over, in the analysis program or in the case, and names
//! that nobody gave.
use crate::common::project::{
    PASSAGES, SAID, fill_small, import, passage, project_by, small, sources, taken, units,
    with_project, write_project, zipped,
};
use insta::assert_snapshot;

#[test]
fn a_code_with_another_name_is_the_same_code() {
    let work = taken();
    let before = work.read("cases/proef/findings/fte-capacity.yaml");
    let renamed = |more: &str| {
        project_by("NVivo 14", &sources(more)).replace("name=\"geld\"", "name=\"financiën\"")
    };
    write_project(&work, &renamed(""));
    assert_snapshot!(import(&work, ""), @r#"
    fout[R177]: code `geld` staat niet in het project
      --> koppeling.yaml:20:11
       |
    20 |   - code: "geld"   # 2 passages in 2 documenten
       |           ^^^^^^
       |
    hulp: bedoelde u `financiën`?

    status 1
    "#);
    work.write("koppeling.yaml", work.read("koppeling.yaml").replace("\"geld\"", "\"financiën\""));
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
    assert_eq!(work.read("cases/proef/findings/fte-capacity.yaml"), before);
    // A new passage of it belongs to the finding that there is.
    let more = passage(105, "", units(SAID, "Wie voert hier de regie?"), &[3]);
    write_project(&work, &renamed(&more));
    let told = import(&work, "");
    assert!(told.contains("+ CA-2 B-CA-2-1: I02 (1, code financiën)"), "{told}");
    // In a file of an earlier version, which has no GUIDs of codes, the name counts.
    let old = work.read(PASSAGES);
    let old: Vec<&str> = old.lines().filter(|line| !line.contains("code-guid")).collect();
    work.write(PASSAGES, old.join("\n") + "\n");
    write_project(&work, &project_by("NVivo 14", &sources("")));
    work.write("koppeling.yaml", work.read("koppeling.yaml").replace("\"financiën\"", "\"geld\""));
    let told = import(&work, "");
    assert!(told.contains("er is niets te veranderen in de case"), "{told}");
}

#[test]
fn a_document_with_another_name_is_the_same_source() {
    let work = taken();
    let before = (work.read("cases/proef/sources.yaml"), work.read(PASSAGES));
    let project = project_by("NVivo 14", &sources(""));
    write_project(&work, &project.replace("Gesprek Hadewych Oostermolenaar", "Interview 4"));
    let told = import(&work, " --write");
    assert!(told.contains("er is niets te veranderen in de case"), "{told}");
    assert_eq!((work.read("cases/proef/sources.yaml"), work.read(PASSAGES)), before);
}

#[test]
fn a_source_that_has_another_code_in_the_case_is_not_added_again() {
    let work = taken();
    for file in [
        "sources.yaml",
        "findings/fte-capacity.yaml",
        "findings/sub-questions.yaml",
        "confidential.yaml",
    ] {
        let file = format!("cases/proef/{file}");
        work.write(&file, work.read(&file).replace("I02", "I07"));
    }
    let more = passage(105, "", units(SAID, "Wie voert hier de regie?"), &[2]);
    write_project(&work, &project_by("NVivo 14", &sources(&more)));
    let before = work.files();
    assert_snapshot!(import(&work, " --write"), @"
    fout[R176]: uit I02 zijn eerder passages overgenomen, en die bron staat niet meer in sources.yaml
    --> cases/proef/confidential-passages.yaml:12:11
     |
    hulp: heeft de bron nu een andere code, zet die dan hier; hoort zij er niet meer bij, maak dan `title` van dit document leeg

    status 1
    ");
    assert_eq!(work.files(), before);
    work.write(PASSAGES, work.read(PASSAGES).replacen("code: I02", "code: I07", 1));
    let told = import(&work, "");
    assert!(told.contains("+ CA-3 B-CA-3-1: I07 (1, code Samenwerking / regie)"), "{told}");
    assert!(!told.contains("sources.yaml"), "{told}");
}

#[test]
fn a_code_that_may_be_the_name_of_a_respondent_whom_nobody_named_is_refused() {
    let project =
        small(&passage(101, "", (0, 11), &[3])).replace("Gesprek 1", "Gesprek Geldermans");
    let project = project.replace("name=\"geld\"", "name=\"Geldermans\"");
    let work = with_project(&project.replace("<Cases>", "<!-- ").replace("</Cases>", " -->"));
    import(&work, "");
    fill_small(&work);
    work.write("koppeling.yaml", "codes:\n  - code: Geldermans\n    to: [CA-1]\n");
    assert_snapshot!(import(&work, " --write"), @"
    fout[R283]: deze code bevat wat u beschermt, en komt zo niet in de case: ‘wat iemand zei, of wie het zei’
    --> koppeling.yaml:2:11
     |
    hulp: geef de code een andere naam, in uw analyseprogramma en in de koppeling; is het geen naam, vul dan bij `people` in wie er sprak

    status 1
    ");
    // Once it is known who spoke, the code is another word.
    work.write(
        PASSAGES,
        work.read(PASSAGES).replace("people: []", "people: [Hadewych Oostermolenaar]"),
    );
    assert_eq!(work.run("import cases/proef proef.qdpx --codes koppeling.yaml").status, 0);
    work.write(
        PASSAGES,
        work.read(PASSAGES).replace("people: [Hadewych Oostermolenaar]", "people: []"),
    );
    let plain = small(&passage(101, "", (0, 11), &[3])).replace("<Cases>", "<!-- ");
    work.write(
        "proef.qdpx",
        zipped(&[("project.qde", plain.replace("</Cases>", " -->").as_bytes())]),
    );
    fill_small(&work);
    let told = import(&work, "");
    assert!(
        told.contains("bij I02 staat niemand bij `people` in confidential-passages.yaml"),
        "{told}"
    );
}

#[test]
fn a_mapping_has_codes_with_a_name_and_a_name_of_its_own() {
    let work = with_project(&small(&passage(101, "", (0, 11), &[3])));
    let before = work.files();
    let told = ["cases/proef/confidential-koppeling.yaml", "Confidential.yaml"]
        .map(|name| work.run(&format!("import cases/proef proef.qdpx --codes {name}")).seen());
    assert_snapshot!(told.join("\n"), @"
    fout[R176]: deze naam is voor bestanden die git overslaat, en een koppeling is daar geen van
    --> cases/proef/confidential-koppeling.yaml
     |
    hulp: geef met `--codes` een andere naam, zoals `koppeling.yaml`

    status 1
    fout[R176]: deze naam is voor bestanden die git overslaat, en een koppeling is daar geen van
    --> Confidential.yaml
     |
    hulp: geef met `--codes` een andere naam, zoals `koppeling.yaml`

    status 1
    ");
    assert_eq!(work.files(), before);
    import(&work, "");
    work.write("koppeling.yaml", "codes:\n  - code: \"  \"\n    to: [CA-1]\n");
    assert_snapshot!(import(&work, " --write"), @r#"
    fout[R116]: sleutel `code` heeft geen waarde
     --> koppeling.yaml:2:11
      |
    2 |   - code: "  "
      |           ^^^^
      |
    hulp: vul een waarde in, of haal de sleutel weg als die er niet hoeft te zijn

    status 1
    "#);
}

#[test]
fn a_code_that_is_only_a_surname_is_known_as_one_though_it_is_a_word_too() {
    let project = small(&passage(101, "", (0, 11), &[3])).replace("Sanne Bakhuis", "Piet Pelikaan");
    let work = with_project(&project.replace("name=\"geld\"", "name=\"Pelikaan\""));
    assert_snapshot!(import(&work, ""), @"
    cases/proef/confidential-passages.yaml
    koppeling.yaml
    gelezen: een project van MAXQDA 2022, met 4 codes, één document en één gecodeerde passage
    memo's worden niet gelezen: 1
    één code bevat een naam of wat iemand zei, en staat niet in de koppeling; geef haar in uw analyseprogramma een andere naam
    vul koppeling.yaml en cases/proef/confidential-passages.yaml in, en geef daarna dezelfde opdracht opnieuw
    status 0
    ");
    assert!(!work.read("koppeling.yaml").contains("Pelikaan"));
    fill_small(&work);
    work.write("koppeling.yaml", "codes:\n  - code: Pelikaan\n    to: [CA-1]\n");
    assert_snapshot!(import(&work, " --write"), @"
    fout[R283]: deze code bevat wat u beschermt, en komt zo niet in de case: ‘gebruiker 1 van het analyseprogramma’
    --> koppeling.yaml:2:11
     |
    hulp: geef de code een andere naam, in uw analyseprogramma en in de koppeling; is het geen naam, vul dan bij `people` in wie er sprak

    status 1
    ");
}
