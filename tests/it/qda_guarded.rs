//! What was said in interviews stays in the guarded file, unless somebody consented.
use crate::common::project::{PASSAGES, import, taken};
use insta::assert_snapshot;

#[test]
fn nothing_that_was_said_and_no_name_leaves_the_guarded_files() {
    let work = taken();
    assert_snapshot!(work.run("check cases/proef --format short").seen(), @"
    cases/proef/findings/fte-capacity.yaml:28:18: nog in te vullen[R351]: `condition` is nog in te vullen
    cases/proef/findings/fte-capacity.yaml:45:18: nog in te vullen[R351]: `condition` is nog in te vullen
    cases/proef/findings/sub-questions.yaml:5:18: nog in te vullen[R351]: `condition` is nog in te vullen
    3 plaatsen nog in te vullen
    status 0
    ");
    for document in ["nota", "report", "annexes", "accounting"] {
        let run = work.run(&format!("nota cases/proef --format md --document {document}"));
        if document != "annexes" {
            assert_eq!(run.status, 0, "{document}: {}", run.seen());
        }
    }
    let secrets = ["Oostermolenaar", "eerlijk gezegd", "geld genoeg", "Bakhuis", "4 ton"];
    let guarded = ["confidential.yaml", "confidential-passages.yaml", "proef.qdpx"];
    let open = |file: &String| !guarded.iter().any(|own| file.ends_with(own));
    for file in work.files().into_iter().filter(open) {
        let text = String::from_utf8_lossy(&work.bytes(&file)).into_owned();
        for secret in secrets {
            assert!(!text.contains(secret), "{secret} is in {file}");
        }
    }
    // Whoever types over what was said is stopped as by a name.
    let copied = "condition: |\n          Niemand: eerlijk gezegd niemand van ons, en dat al vier jaar lang, weet het.\n        value";
    work.edit(
        "findings/fte-capacity.yaml",
        "condition: |\n          De gemeente heeft 4,5 fte.\n        value",
        copied,
    );
    let report = || work.run("nota cases/proef --format md --document report");
    assert_eq!(report().status, 0, "not one whole stretch of the passage");
    let longer = copied.replace("Niemand: ", "Dat weet ").replace(", weet het", "");
    work.edit("findings/fte-capacity.yaml", copied, &longer);
    assert_snapshot!(report().seen(), @"
    3 plaatsen nog in te vullen; `rekenkamer check` toont ze
    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘een passage uit I02’, in de tekst van het document, regel 56
    --> cases/proef/findings/fte-capacity.yaml:9:11
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    1 fout, 3 plaatsen nog in te vullen
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_passage_is_quoted_only_with_consent() {
    let work = taken();
    let quoted = "    place: alinea 3\n    quote: true\n";
    let text = work.read(PASSAGES).replacen("    place: alinea 3\n", quoted, 1);
    work.write(PASSAGES, text);
    assert_snapshot!(import(&work, ""), @"
    fout[R281]: een passage uit I02 kan geen citaat worden: er is geen toestemming vastgelegd
    --> cases/proef/confidential-passages.yaml:44:12
     |
    hulp: zet in sources.yaml bij I02 `consent: true` als u mag citeren, of haal `quote` bij deze passage weg

    status 1
    ");
    let consent = "title: Medewerker toezicht\n    consent: true";
    work.edit("sources.yaml", "title: Medewerker toezicht", consent);
    assert_snapshot!(import(&work, " --write"), @"
    cases/proef/findings/fte-capacity.yaml
      regel 49: + CA-3 B-CA-3-1: I02 ‘Er is wel geld genoeg.’
    cases/proef/confidential-passages.yaml
    gelezen: een project van NVivo 14, met 4 codes, 3 documenten en 4 gecodeerde passages
    plaatsen in de tekst zijn geteld in eenheden van UTF-16 (een emoji telt voor twee), met een regeleinde van Windows als twee tekens
    bladzijden van PDF's tellen in dit project vanaf nul; in de case staat de eerste bladzijde als 1
    memo's worden niet gelezen: 1
    niet gekoppeld, en niet overgenomen: één code met passages (sfeer)
    eerder overgenomen: 3 passages; die staan er niet nog eens bij
    geschreven; kijk de case na met: rekenkamer check cases/proef
    vul bij elke nieuwe bevinding zelf `condition` in, en `level` als zij iets over het niveau zegt; de passages staan in cases/proef/confidential-passages.yaml
    status 0
    ");
    let findings = work.read("cases/proef/findings/fte-capacity.yaml");
    assert!(findings.contains("            quote: Er is wel geld genoeg.\n"), "{findings}");
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
}

#[test]
fn without_its_passages_a_case_is_checked_and_neither_published_nor_imported_into() {
    let work = taken();
    work.remove(PASSAGES);
    assert_snapshot!(work.run("nota cases/proef --format md").seen(), @"
    3 plaatsen nog in te vullen; `rekenkamer check` toont ze
    fout[R728]: deze case heeft passages uit gesprekken, en dat bestand is hier niet: niemand zoekt ernaar
      --> cases/proef/case.yaml:32:16
       |
    32 | passages-file: true
       |                ^^^^
       |
    hulp: zet `confidential-passages.yaml` in de map van de case; hebt u er geen recht op, vraag dan wie het heeft om te publiceren (`check` werkt wel)

    1 fout, 3 plaatsen nog in te vullen
    er is niets geschreven
    status 1
    ");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:32:16: waarschuwing[R729]: deze case heeft passages uit gesprekken, en dat bestand is hier niet: er is niet naar gezocht
    cases/proef/findings/fte-capacity.yaml:28:18: nog in te vullen[R351]: `condition` is nog in te vullen
    cases/proef/findings/fte-capacity.yaml:45:18: nog in te vullen[R351]: `condition` is nog in te vullen
    cases/proef/findings/sub-questions.yaml:5:18: nog in te vullen[R351]: `condition` is nog in te vullen
    1 waarschuwing, 3 plaatsen nog in te vullen
    status 0
    ");
    assert_snapshot!(import(&work, " --write"), @"
    3 plaatsen nog in te vullen; `rekenkamer check` toont ze
    fout[R728]: deze case heeft passages uit gesprekken, en dat bestand is hier niet: niemand zoekt ernaar
      --> cases/proef/case.yaml:32:16
       |
    32 | passages-file: true
       |                ^^^^
       |
    hulp: zet `confidential-passages.yaml` in de map van de case; hebt u er geen recht op, vraag dan wie het heeft om te publiceren (`check` werkt wel)

    status 1
    ");
}

#[test]
fn a_quote_that_the_researchers_changed_stays_as_they_left_it() {
    let work = taken();
    let quoted = "    place: alinea 3\n    quote: true\n";
    work.write(PASSAGES, work.read(PASSAGES).replacen("    place: alinea 3\n", quoted, 1));
    let consent = "title: Medewerker toezicht\n    consent: true";
    work.edit("sources.yaml", "title: Medewerker toezicht", consent);
    import(&work, " --write");
    let remembered = work.read(PASSAGES);
    assert_snapshot!(remembered.split("quoted:\n").nth(1).expect("what is quoted"), @"
    - finding: B-CA-3-1
      guid: 00000000-0000-4000-8000-000000000102
    ");
    let file = "findings/fte-capacity.yaml";
    work.edit(file, "quote: Er is wel geld genoeg.", "quote: geld genoeg");
    let shorter = work.read(&format!("cases/proef/{file}"));
    assert_snapshot!(import(&work, " --write"), @"
    gelezen: een project van NVivo 14, met 4 codes, 3 documenten en 4 gecodeerde passages
    plaatsen in de tekst zijn geteld in eenheden van UTF-16 (een emoji telt voor twee), met een regeleinde van Windows als twee tekens
    bladzijden van PDF's tellen in dit project vanaf nul; in de case staat de eerste bladzijde als 1
    memo's worden niet gelezen: 1
    niet gekoppeld, en niet overgenomen: één code met passages (sfeer)
    eerder overgenomen: 3 passages; die staan er niet nog eens bij
    één citaat is eerder overgenomen, en daarna in de case veranderd of weggehaald; dat blijft zo (wilt u het terug, haal het dan weg onder `quoted` in confidential-passages.yaml)
    er is niets te veranderen in de case
    status 0
    ");
    assert_eq!(work.read(&format!("cases/proef/{file}")), shorter);
    work.edit(file, "\n            quote: geld genoeg", "");
    let removed = work.read(&format!("cases/proef/{file}"));
    import(&work, " --write");
    assert_eq!(work.read(&format!("cases/proef/{file}")), removed);
    assert_eq!(work.read(PASSAGES), remembered);
    // Whoever wants it back says so.
    work.write(PASSAGES, remembered.split("quoted:\n").next().expect("what comes before"));
    let told = import(&work, "");
    assert!(told.contains("+ CA-3 B-CA-3-1: I02 ‘Er is wel geld genoeg.’"), "{told}");
}

#[test]
fn a_quote_with_a_protected_name_is_told_at_its_passage() {
    let work = taken();
    let quoted = "    place: alinea 3\n    quote: true\n";
    let text = work.read(PASSAGES).replacen("    place: alinea 3\n", quoted, 1);
    work.write(PASSAGES, text.replacen("geld genoeg.", "geld, zegt Oostermolenaar.", 1));
    let consent = "title: Medewerker toezicht\n    consent: true";
    work.edit("sources.yaml", "title: Medewerker toezicht", consent);
    assert_snapshot!(import(&work, " --write"), @"
    fout[R283]: dit citaat bevat wat u beschermt, en komt zo niet in de case: bron `I02`
    --> cases/proef/confidential-passages.yaml:44:12
     |
    hulp: haal `quote` bij deze passage weg; u kunt zelf een deel zonder die naam aanhalen bij de bevinding

    status 1
    ");
}
