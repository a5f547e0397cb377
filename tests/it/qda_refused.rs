//! Projects and mappings that cannot be taken over: each a clear message, and nothing is written.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::project::{
    PASSAGES, fill_small, guid, import, passage, small, with_project, zipped,
};
use crate::common::{Work, needs};
use insta::assert_snapshot;
use std::process::Command;

/// What `import` says of a file that is no good project, where nothing was written.
fn refused(bytes: Vec<u8>) -> String {
    let work = Work::with_case();
    work.write("proef.qdpx", bytes);
    let before = work.files();
    let told = import(&work, " --write");
    assert_eq!(work.files(), before);
    told
}

/// A zip file whose only part says that it has a password.
fn locked() -> Vec<u8> {
    let mut bytes = zipped(&[("project.qde", b"<Project/>")]);
    for mark in [b"PK\x03\x04", b"PK\x01\x02"] {
        let at = bytes.windows(4).position(|part| part == mark).expect("the head of a part");
        let flags = if mark == b"PK\x03\x04" { 6 } else { 8 };
        bytes[at + flags] |= 1;
    }
    bytes
}

#[test]
fn a_file_that_is_no_whole_project_is_refused() {
    let small = small("");
    let qde = small.as_bytes();
    let deep = "<Project>".to_owned() + &"<a>".repeat(500);
    let dtd =
        "<!DOCTYPE Project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Project>&x;</Project>";
    let laughs = "<Project>&lol9;</Project>";
    let whole = zipped(&[("project.qde", qde)]);
    let files: Vec<Vec<u8>> = vec![
        b"dit is geen zip".to_vec(),
        whole[..whole.len() / 2].to_vec(),
        locked(),
        zipped(&[("project.qde", qde), ("../../naam.txt", b"x")]),
        zipped(&[("project.qde", qde), ("/etc/naam.txt", b"x")]),
        zipped(&[("project.qde", qde), ("C:\\naam.txt", b"x")]),
        zipped(&[("project.qde", qde), ("Project.qde", qde)]),
        zipped(&[("sources/een.txt", b"x")]),
        zipped(&[("project.qde", b"\xFF\xFE<")]),
        zipped(&[("project.qde", dtd.as_bytes())]),
        zipped(&[("project.qde", laughs.as_bytes())]),
        zipped(&[("project.qde", deep.as_bytes())]),
        zipped(&[("project.qde", b"<Project>\n<Sources>\n</Project>")]),
        zipped(&[("project.qde", b"<Project>")]),
        zipped(&[("project.qde", b"<CodeBook/>")]),
    ];
    let all: Vec<String> = files.into_iter().map(refused).collect();
    assert_snapshot!(all.join("\n"), @"
    fout[R176]: dit is geen project van een analyseprogramma (.qdpx): het is geen zip-bestand, of het is niet heel
    --> proef.qdpx
     |
    hulp: exporteer het opnieuw uit uw analyseprogramma, in de vorm van REFI-QDA (een project als .qdpx, een codeboek als .qdc)

    status 1
    fout[R176]: dit is geen project van een analyseprogramma (.qdpx): het is geen zip-bestand, of het is niet heel
    --> proef.qdpx
     |
    hulp: exporteer het opnieuw uit uw analyseprogramma, in de vorm van REFI-QDA (een project als .qdpx, een codeboek als .qdc)

    status 1
    fout[R176]: dit project heeft een wachtwoord
    --> proef.qdpx
     |
    hulp: haal het wachtwoord weg, en bewaar het project op een veilige plek

    status 1
    fout[R176]: bestand 2 in dit project heeft een naam die buiten het project wijst
    --> proef.qdpx
     |
    hulp: open het niet zomaar; exporteer het project zelf opnieuw uit uw analyseprogramma

    status 1
    fout[R176]: bestand 2 in dit project heeft een naam die buiten het project wijst
    --> proef.qdpx
     |
    hulp: open het niet zomaar; exporteer het project zelf opnieuw uit uw analyseprogramma

    status 1
    fout[R176]: bestand 2 in dit project heeft een naam die buiten het project wijst
    --> proef.qdpx
     |
    hulp: open het niet zomaar; exporteer het project zelf opnieuw uit uw analyseprogramma

    status 1
    fout[R176]: bestand 1 en bestand 2 in dit project hebben dezelfde naam
    --> proef.qdpx
     |
    hulp: exporteer het opnieuw uit uw analyseprogramma, in de vorm van REFI-QDA (een project als .qdpx, een codeboek als .qdc)

    status 1
    fout[R176]: in dit bestand staat geen `project.qde`
    --> proef.qdpx
     |
    hulp: exporteer het opnieuw uit uw analyseprogramma, in de vorm van REFI-QDA (een project als .qdpx, een codeboek als .qdc)

    status 1
    fout[R176]: de tekst in dit bestand is geen UTF-8
    --> proef.qdpx
     |
    hulp: exporteer het opnieuw uit uw analyseprogramma, in de vorm van REFI-QDA (een project als .qdpx, een codeboek als .qdc)

    status 1
    fout[R176]: dit bestand heeft een documenttype (`<!DOCTYPE …>`), en dat mag niet
    --> proef.qdpx
     |
    hulp: open het niet zomaar; exporteer het project zelf opnieuw uit uw analyseprogramma

    status 1
    fout[R176]: de XML in dit bestand is niet goed op regel 1
    --> proef.qdpx
     |
    hulp: exporteer het opnieuw uit uw analyseprogramma, in de vorm van REFI-QDA (een project als .qdpx, een codeboek als .qdc)

    status 1
    fout[R176]: de XML in dit bestand is niet goed op regel 1
    --> proef.qdpx
     |
    hulp: exporteer het opnieuw uit uw analyseprogramma, in de vorm van REFI-QDA (een project als .qdpx, een codeboek als .qdc)

    status 1
    fout[R176]: de XML in dit bestand is niet goed op regel 3
    --> proef.qdpx
     |
    hulp: exporteer het opnieuw uit uw analyseprogramma, in de vorm van REFI-QDA (een project als .qdpx, een codeboek als .qdc)

    status 1
    fout[R176]: de XML in dit bestand is niet goed op regel 1
    --> proef.qdpx
     |
    hulp: exporteer het opnieuw uit uw analyseprogramma, in de vorm van REFI-QDA (een project als .qdpx, een codeboek als .qdc)

    status 1
    fout[R176]: dit bestand begint met `CodeBook`, niet met `Project`
    --> proef.qdpx
     |
    hulp: exporteer het opnieuw uit uw analyseprogramma, in de vorm van REFI-QDA (een project als .qdpx, een codeboek als .qdc)

    status 1
    ");
}

#[test]
fn a_project_that_unpacks_to_more_than_can_be_read_is_refused() {
    let zeros = vec![b' '; 65 * 1024 * 1024];
    assert_snapshot!(refused(zipped(&[("project.qde", &zeros)])), @"
    fout[R176]: dit project wordt bij het uitpakken te groot: de teksten samen mogen 64 MiB zijn
    --> proef.qdpx
     |
    hulp: haal documenten die u niet codeerde uit het project, en exporteer het opnieuw

    status 1
    ");
}

#[test]
fn a_project_under_another_name_in_the_zip_is_read() {
    let small = small(&passage(101, "", (0, 11), &[3]));
    let mut told = Vec::new();
    for name in ["Project.qde", "Onderzoek.qde"] {
        let work = Work::with_case();
        work.write("proef.QDPX", zipped(&[(name, small.as_bytes())]));
        told.push(work.run("import cases/proef proef.QDPX --codes koppeling.yaml").stderr);
    }
    assert_snapshot!(told.join(""), @"
    gelezen: een project van MAXQDA 2022, met 4 codes, één document en één gecodeerde passage
    memo's worden niet gelezen: 1
    vul koppeling.yaml en cases/proef/confidential-passages.yaml in, en geef daarna dezelfde opdracht opnieuw
    gelezen: een project van MAXQDA 2022, met 4 codes, één document en één gecodeerde passage
    memo's worden niet gelezen: 1
    vul koppeling.yaml en cases/proef/confidential-passages.yaml in, en geef daarna dezelfde opdracht opnieuw
    ");
}

#[test]
fn a_project_of_another_study_is_refused() {
    let work = with_project(&small(&passage(101, "", (0, 11), &[3])));
    import(&work, "");
    let other = small("").replace(&guid(701), &guid(799));
    work.write("proef.qdpx", zipped(&[("project.qde", other.as_bytes())]));
    assert_snapshot!(import(&work, " --write"), @"
    fout[R280]: dit is een ander project: geen van de documenten in cases/proef/confidential-passages.yaml staat erin
    --> proef.qdpx
     |
    hulp: noem de case of het project dat erbij hoort; hoort dit project hier toch bij, geef dan `cases/proef/confidential-passages.yaml` eerst een plaats buiten de case

    status 1
    ");
}

#[test]
fn more_passages_than_anybody_can_weigh_are_refused() {
    let all: String = (0..100_000).map(|n| passage(100_000 + n, "", (0, 11), &[3])).collect();
    let work = with_project(&small(&all));
    import(&work, "");
    work.write("koppeling.yaml", "codes:\n  - code: geld\n    to: [CA-1]\n");
    let text = work.read(PASSAGES).replacen("title:\n", "title: Een rol\n", 1);
    work.write(PASSAGES, text);
    let before = work.files();
    assert_snapshot!(import(&work, " --write"), @"
    fout[R282]: dit zijn 100000 passages, en een case neemt er hooguit 10000 over
    --> proef.qdpx
     |
    hulp: koppel alleen de codes die over een norm of deelvraag gaan, of voeg passages samen in uw analyseprogramma

    status 1
    ");
    assert_eq!(work.files(), before);
}

#[test]
fn options_that_belong_to_other_files_and_a_missing_mapping_are_told() {
    let work = with_project(&small(""));
    let all = [
        "proef.qdpx",
        "proef.qdpx --codes koppeling.yaml --by college",
        "cases/proef/case.yaml --codes x.yaml",
    ];
    let all = all.map(|more| work.run(&format!("import cases/proef {more}")).seen());
    assert_snapshot!(all.join("\n"), @"
    fout[R176]: bij een project van een analyseprogramma hoort een koppeling van codes aan normen
    --> proef.qdpx
     |
    hulp: geef met `--codes` de naam van dat bestand; is het er nog niet, dan maakt het programma het om in te vullen

    status 1
    fout[R821]: `--by` past niet bij een project van een analyseprogramma (.qdpx)
    --> --by
     |
    hulp: laat de optie weg

    status 1
    fout[R821]: `--codes` past niet bij een bestand dat geen project van een analyseprogramma (.qdpx) is
    --> --codes
     |
    hulp: laat de optie weg

    status 1
    ");
    work.edit("sources.yaml", "kind: document", "kind: boek");
    assert_snapshot!(import(&work, ""), @"
    fout[R124]: onbekende waarde `boek`
     --> cases/proef/sources.yaml:3:11
      |
    3 |     kind: boek
      |           ^^^^ verwacht: document, interview, group-session, observation, data

    status 1
    ");
}

#[test]
fn passages_come_only_where_git_does_not_look() {
    if !needs("git", &["--version"]) {
        return;
    }
    let work = with_project(&small(&passage(101, "", (0, 11), &[3])));
    let done = Command::new("git").args(["init", "-q"]).current_dir(work.path("")).output();
    assert!(done.expect("git runs").status.success());
    let before = work.files();
    assert_snapshot!(import(&work, ""), @"
    fout[R179]: git bewaart dit bestand, en er komen teksten uit gesprekken in
    --> cases/proef/confidential-passages.yaml
     |
    hulp: zet in het bestand .gitignore van de case de regel `*confidential*`; kent git het bestand al, haal het er dan uit met `git rm --cached`; geef daarna de opdracht opnieuw

    status 1
    ");
    assert_eq!(work.files(), before);
    work.write("cases/proef/.gitignore", "*confidential*\n");
    assert_eq!(work.run("import cases/proef proef.qdpx --codes koppeling.yaml").status, 0);
    fill_small(&work);
    assert_eq!(work.run("import cases/proef proef.qdpx --codes koppeling.yaml --write").status, 0);
    // Git keeps what it knows, whatever `.gitignore` says of it.
    let known =
        Command::new("git").args(["add", "-f", PASSAGES]).current_dir(work.path("")).output();
    assert!(known.expect("git runs").status.success());
    let before = work.read(PASSAGES);
    assert_snapshot!(import(&work, " --write"), @"
    fout[R179]: git bewaart dit bestand, en er komen teksten uit gesprekken in
    --> cases/proef/confidential-passages.yaml
     |
    hulp: zet in het bestand .gitignore van de case de regel `*confidential*`; kent git het bestand al, haal het er dan uit met `git rm --cached`; geef daarna de opdracht opnieuw

    status 1
    ");
    assert_eq!(work.read(PASSAGES), before);
}

#[test]
fn passages_that_could_not_be_read_again_are_refused_before_they_are_written() {
    let said = "Er is geld genoeg. ".repeat(600_000);
    let length = i64::try_from(said.len()).expect("a number");
    let project = small(&passage(101, "", (0, length), &[3])).replace("Er is geld.", &said);
    let work = with_project(&project);
    import(&work, "");
    fill_small(&work);
    work.write("koppeling.yaml", "codes:\n  - code: geld\n    to: [CA-1, CA-2, DV-1]\n");
    let before = work.files();
    assert_snapshot!(import(&work, " --write"), @"
    fout[R282]: dit bestand zou 33 MiB worden, en het programma leest er hooguit 32
    --> cases/proef/confidential-passages.yaml
     |
    hulp: er is niets geschreven; geef codes met lange passages aan minder normen (een passage staat er per norm in), codeer korter, of verdeel het project over twee cases

    status 1
    ");
    assert_eq!(work.files(), before);
}
