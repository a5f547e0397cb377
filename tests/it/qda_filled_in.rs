//! The files that the researchers fill in to take over a project: what is wrong in them is told at its
//! place, and nothing is written.

use crate::common::project::{PASSAGES, fill_small, import, passage, small, with_project, zipped};
use insta::assert_snapshot;

#[test]
fn a_mapping_that_names_what_is_not_there_is_told_at_its_place() {
    let work = with_project(&small(&passage(101, "", (0, 11), &[3])));
    import(&work, "");
    work.write(
        "koppeling.yaml",
        "codes:\n  - code: gelt\n    to: [CA-9, DV-1]\n  - code: geld\n    to: CA-1\n  - code: geld\n    to: [CA-1]\n    naar: x\n",
    );
    assert_snapshot!(import(&work, ""), @"
    fout[R177]: code `gelt` staat niet in het project
     --> koppeling.yaml:2:11
      |
    2 |   - code: gelt
      |           ^^^^
      |
    hulp: bedoelde u `geld`?

    fout[R178]: `CA-9` is geen norm en geen deelvraag van deze case
     --> koppeling.yaml:3:10
      |
    3 |     to: [CA-9, DV-1]
      |          ^^^^
      |
    hulp: kies uit: CA-1, CA-2, CA-3, CA-4, CA-5, CA-6, DV-1

    fout[R114]: verwacht een lijst, gevonden een tekst
     --> koppeling.yaml:5:9
      |
    5 |     to: CA-1
      |         ^^^^
      |
    hulp: schrijf `[CA-1]`

    fout[R127]: `geld` komt al eerder voor
     --> koppeling.yaml:6:11
      |
    6 |   - code: geld
      |           ^^^^ eerder in codes
      |
    hulp: geef elk onderdeel zijn eigen code

    fout[R110]: onbekende sleutel `naar`
     --> koppeling.yaml:8:5
      |
    8 |     naar: x
      |     ^^^^ verwacht: code, to

    status 1
    ");
    work.write("koppeling.yaml", "codes:\n  - code: sfeer\n    to: [CA-1]\n");
    assert_snapshot!(import(&work, ""), @"
    gelezen: een project van MAXQDA 2022, met 4 codes, één document en één gecodeerde passage
    memo's worden niet gelezen: 1
    niet gekoppeld, en niet overgenomen: één code met passages (geld)
    zonder passages in dit project: sfeer
    er is niets te veranderen in de case
    status 0
    ");
    work.write("koppeling.yaml", "");
    assert_snapshot!(import(&work, ""), @"
    fout[R107]: bestand is leeg
    --> koppeling.yaml
     |
    hulp: vul het in, of haal het weg als het er niet hoeft te zijn

    status 1
    ");
}

#[test]
fn a_protected_name_as_a_role_or_a_code_is_refused_and_not_shown() {
    let project = small(&passage(101, "", (0, 11), &[3]));
    let work = with_project(&project);
    import(&work, "");
    work.write("koppeling.yaml", "codes:\n  - code: geld\n    to: [CA-1]\n");
    let own = work.read(PASSAGES);
    work.write(PASSAGES, own.replacen("title:\n", "title: Hadewych Oostermolenaar\n", 1));
    assert_snapshot!(import(&work, " --write"), @"
    fout[R283]: deze titel bevat wat u beschermt, en komt zo niet in de case: bron `I02`
    --> cases/proef/confidential-passages.yaml:14:12
     |
    hulp: noem bij `title` alleen een rol

    status 1
    ");
    let named = project.replace("name=\"geld\"", "name=\"geld van Oostermolenaar\"");
    work.write("proef.qdpx", zipped(&[("project.qde", named.as_bytes())]));
    work.write(PASSAGES, own.replacen("title:\n", "title: Een rol\n", 1));
    work.write("koppeling.yaml", "codes:\n  - code: geld van Oostermolenaar\n    to: [CA-1]\n");
    assert_snapshot!(import(&work, " --write"), @"
    fout[R283]: deze code bevat wat u beschermt, en komt zo niet in de case: bron `I02`
    --> koppeling.yaml:2:11
     |
    hulp: geef de code een andere naam, in uw analyseprogramma en in de koppeling; is het geen naam, vul dan bij `people` in wie er sprak

    status 1
    ");
    // Nor does a new mapping name it.
    work.remove("koppeling.yaml");
    work.write(
        "cases/proef/confidential.yaml",
        "people:\n  - source: I01\n    name: Hadewych Oostermolenaar\n",
    );
    assert_snapshot!(import(&work, ""), @"
    koppeling.yaml
    gelezen: een project van MAXQDA 2022, met 4 codes, één document en één gecodeerde passage
    memo's worden niet gelezen: 1
    één code bevat een naam of wat iemand zei, en staat niet in de koppeling; geef haar in uw analyseprogramma een andere naam
    vul koppeling.yaml in, en geef daarna dezelfde opdracht opnieuw
    status 0
    ");
    assert!(!work.read("koppeling.yaml").contains("Oostermolenaar"));
}

#[test]
fn the_file_of_passages_is_never_shown_and_has_no_copy() {
    let work = with_project(&small(&passage(101, "", (0, 11), &[3])));
    import(&work, "");
    fill_small(&work);
    import(&work, " --write");
    let own = work.read(PASSAGES);
    work.write(PASSAGES, own.replace("kind: interview", "kind: gesprek\n    stemming: Er is geld"));
    assert_snapshot!(import(&work, ""), @"
    1 plaats nog in te vullen; `rekenkamer check` toont ze
    fout[R124]: onbekende waarde `gesprek`
    --> cases/proef/confidential-passages.yaml:13:11
     |
    hulp: bedoelde u `interview`?

    fout[R110]: onbekende sleutel `…`
    --> cases/proef/confidential-passages.yaml:14:5

    status 1
    ");
    // What cannot be read cannot be searched for.
    assert_snapshot!(work.run("nota cases/proef --format md").seen(), @"
    1 plaats nog in te vullen; `rekenkamer check` toont ze
    fout[R124]: onbekende waarde `gesprek`
    --> cases/proef/confidential-passages.yaml:13:11
     |
    hulp: bedoelde u `interview`?

    fout[R110]: onbekende sleutel `…`
    --> cases/proef/confidential-passages.yaml:14:5

    2 fouten, 1 plaats nog in te vullen
    er is niets geschreven
    status 1
    ");
    work.write(PASSAGES, &own);
    work.write("cases/proef/confidential-passages (1).yaml", own);
    assert_snapshot!(work.check_short(), @"
    cases/proef/confidential-passages (1).yaml: fout[R727]: dit is een sleutelbestand onder een andere naam; wie alleen hierin staat, is niet beschermd
    cases/proef/findings/fte-capacity.yaml:17:18: nog in te vullen[R351]: `condition` is nog in te vullen
    1 fout, 1 plaats nog in te vullen
    status 1
    ");
}

#[test]
fn a_code_without_a_norm_and_a_document_without_a_role_are_told_and_left() {
    let work = with_project(&small(&passage(101, "", (0, 11), &[3, 4])));
    import(&work, "");
    work.write(
        "koppeling.yaml",
        "codes:\n  - code: geld\n    to: [CA-1]\n  - code: sfeer\n    to:\n",
    );
    assert_snapshot!(import(&work, " --write"), @"
    gelezen: een project van MAXQDA 2022, met 4 codes, één document en één gecodeerde passage
    memo's worden niet gelezen: 1
    niet gekoppeld, en niet overgenomen: één code met passages (sfeer)
    niet overgenomen: passages uit I02; vul daarvan eerst `title` in, in confidential-passages.yaml
    er is niets te veranderen in de case
    status 0
    ");
    assert!(work.read(PASSAGES).contains("title:\n"));
}

#[test]
fn a_code_made_of_what_somebody_said_is_not_taken_over() {
    let said = "Niemand weet wie het geld heeft.";
    let project = small(&passage(101, "", (0, 32), &[3])).replace("Er is geld.", said);
    let project = project.replace("name=\"geld\"", "name=\"niemand weet wie het geld heeft\"");
    let work = with_project(&project);
    assert_snapshot!(import(&work, ""), @"
    cases/proef/confidential-passages.yaml
    koppeling.yaml
    gelezen: een project van MAXQDA 2022, met 4 codes, één document en één gecodeerde passage
    memo's worden niet gelezen: 1
    één code bevat een naam of wat iemand zei, en staat niet in de koppeling; geef haar in uw analyseprogramma een andere naam
    vul koppeling.yaml en cases/proef/confidential-passages.yaml in, en geef daarna dezelfde opdracht opnieuw
    status 0
    ");
    assert!(!work.read("koppeling.yaml").contains("niemand"));
    let mapping = "codes:\n  - code: niemand weet wie het geld heeft\n    to: [CA-1]\n";
    work.write("koppeling.yaml", mapping);
    let text = work.read(PASSAGES).replacen("title:\n", "title: Een rol\n", 1);
    work.write(PASSAGES, text);
    assert_snapshot!(import(&work, " --write"), @"
    fout[R283]: deze code bevat wat u beschermt, en komt zo niet in de case: ‘wat iemand zei, of wie het zei’
    --> koppeling.yaml:2:11
     |
    hulp: geef de code een andere naam, in uw analyseprogramma en in de koppeling; is het geen naam, vul dan bij `people` in wie er sprak

    status 1
    ");
}
