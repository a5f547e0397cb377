//! The publication firewall on the command line: what is refused, what messages tell and what not,
//! and documents with names only where git does not look.
#![expect(clippy::expect_used, reason = "a test may stop where its own folder fails it")]

use crate::common::{FINDINGS, Run, Work};
use insta::assert_snapshot;

const KEY: &str = "people:\n  - source: I01\n    name: Anneke Verschuur\n    aliases: [Ansje]\n\
    \x20   function: Adviseur\nalso:\n  - what: adres van de melder\n    texts: [Dorpsstraat 12]\n";

pub fn with_key() -> Work {
    let work = Work::with_case();
    work.write("cases/proef/confidential.yaml", KEY);
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    work
}

/// A run that was refused, wrote nothing and told no name.
pub fn refused(work: &Work, arguments: &str) -> Run {
    let before = work.files();
    let run = work.run(arguments);
    assert_eq!(run.status, 1, "{arguments}: {}", run.stderr);
    assert_eq!(work.files(), before, "{arguments}");
    tells_nothing(&run);
    run
}

fn tells_nothing(run: &Run) {
    let said = format!("{}{}", run.stdout, run.stderr).to_lowercase();
    for secret in ["verschuur", "ansje", "dorpsstraat", "anneke"] {
        assert!(!said.contains(secret), "{secret} is told: {said}");
    }
}

/// The problems of a run without lines and pages of documents, which are up to their templates.
pub fn problems(run: &Run) -> String {
    let places = regex::Regex::new(r"(\.md):\d+:\d+|(regel|bladzijde) \d+(, \d+)*( en nog \d+)?");
    places.expect("an expression").replace_all(&run.problems(), "$1$2").into_owned()
}

#[test]
fn every_command_that_publishes_is_refused_and_tells_where() {
    let places = [
        ("case.yaml", "Proefstad wil weten", "Anneke Verschuur wil weten"),
        ("case.yaml", "title: Breid de formatie uit", "title: Vraag mevrouw Verschuur"),
        ("case.yaml", "commissioner: Rekenkamer Proefstad", "commissioner: A. Verschuur"),
        ("sources.yaml", "title: Medewerker openbare orde", "title: Ansje, openbare orde"),
        (FINDINGS, "niet voor alle locaties", "niet voor Dorpsstraat 12"),
        (FINDINGS, "niet voor alle locaties", "niet voor Ver*schuur*"),
    ];
    let mut told = String::new();
    for (file, from, to) in places {
        let work = with_key();
        work.edit(file, from, to);
        // What the case file holds stands in the nota, the rest in the report of findings.
        let commands = if file == "case.yaml" {
            vec!["nota cases/proef"]
        } else {
            vec!["nota cases/proef --document report", "nota cases/proef --document report,matrix"]
        };
        for command in commands {
            told.push_str(&format!("{to}\n{command}: {}\n", problems(&refused(&work, command))));
        }
        let check = work.run("check cases/proef");
        assert_eq!(check.status, 1);
        tells_nothing(&check);
        tells_nothing(&work.run("check cases/proef --format short"));
    }
    assert_snapshot!(told, @"
    Anneke Verschuur wil weten
    nota cases/proef: cases/proef/case.yaml:17:12: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de tekst van de nota, regel
    title: Vraag mevrouw Verschuur
    nota cases/proef: cases/proef/case.yaml:43:26: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de tekst van de nota, regel
    commissioner: A. Verschuur
    nota cases/proef: cases/proef/case.yaml:11:20: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de tekst van de nota, regel
    title: Ansje, openbare orde
    nota cases/proef --document report: cases/proef/sources.yaml:12:12: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de tekst van het document, regel
    title: Ansje, openbare orde
    nota cases/proef --document report,matrix: cases/proef/sources.yaml:12:12: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de tekst van het document, regel
    niet voor Dorpsstraat 12
    nota cases/proef --document report: cases/proef/findings/fte-capacity.yaml:52:42: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘adres van de melder’, in de tekst van het document, regel
    niet voor Dorpsstraat 12
    nota cases/proef --document report,matrix: cases/proef/findings/fte-capacity.yaml:52:42: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘adres van de melder’, in de tekst van het document, regel
    niet voor Ver*schuur*
    nota cases/proef --document report: cases/proef/findings/fte-capacity.yaml:52:42: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de tekst van het document, regel
    niet voor Ver*schuur*
    nota cases/proef --document report,matrix: cases/proef/findings/fte-capacity.yaml:52:42: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de tekst van het document, regel
    ");
}

#[test]
fn scores_and_comparisons_are_refused_in_every_form() {
    let work = with_key();
    work.add_case("ander");
    let text = work.read("cases/ander/case.yaml");
    let text =
        text.replace("name: Proefstad", "name: Anderstad").replace("  cbs-code: GM9999\n", "");
    work.write("cases/ander/case.yaml", text);
    work.edit("case.yaml", "name: Proefstad", "name: Anneke Verschuur");
    let mut told = Vec::new();
    for format in ["json", "csv", "table"] {
        let run = refused(&work, &format!("score cases/proef --format {format}"));
        assert_eq!(run.stdout, "", "{format}");
        told.push(problems(&run));
    }
    for format in ["md", "pdf", "json", "csv", "xlsx", "ods"] {
        let compare = format!("compare cases/proef cases/ander --format {format}");
        told.push(problems(&refused(&work, &compare)));
    }
    assert_snapshot!(told.join("\n"), @"
    cases/proef/case.yaml:2:16: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in scorekaart.json (regel)
    cases/proef/case.yaml:2:16: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in scores.csv (regel)
    cases/proef/case.yaml:2:16: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in scores (regel)
    cases/proef/case.yaml:2:16: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in vergelijking.md (regel)
    cases/proef/case.yaml:2:16: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in vergelijking.pdf (bladzijde)
    cases/proef/case.yaml:2:16: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in vergelijking.json (regel)
    cases/proef/case.yaml:2:16: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in vergelijking.csv (regel)
    cases/proef/case.yaml:2:16: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in vergelijking.xlsx (xl/sharedStrings.xml)
    cases/proef/case.yaml:2:16: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in vergelijking.ods (content.xml)
    ");
}

#[test]
fn the_name_of_a_folder_is_searched_and_not_told() {
    let work = Work::empty();
    work.add_case("verschuur-2026");
    work.write("cases/verschuur-2026/confidential.yaml", KEY);
    assert_snapshot!(refused(&work, "nota cases/verschuur-2026").seen(), @"
    waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    --> cases/…/case.yaml
     |
    hulp: zet `key-file: true` in case.yaml; dan weet het programma het ook in een kopie zonder dat bestand

    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de naam van het bestand of zijn map
    --> output/…/nota.md
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    waarschuwing[R716]: een woord dat een beschermde naam kan zijn staat in wat naar buiten gaat: bron `I01`, in de tekst van de nota, regel 2, 3
    --> output/…/nota.md
     |
    hulp: kijk of deze persoon is bedoeld

    1 fout, 2 waarschuwingen
    er is niets geschreven
    status 1
    ");
    let work = with_key();
    assert_snapshot!(refused(&work, "nota cases/proef --output verschuur").seen(), @"
    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de naam van het bestand of zijn map
    --> …/proef/nota.md
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn no_message_about_anything_else_shows_a_line_with_a_name() {
    let work = with_key();
    work.edit("case.yaml", "Ten dele.", "Ten dele, zei mevrouw Verschuur <b>daar</b>.");
    work.edit("case.yaml", "addressee: college", "addressee: Verschuur");
    let run = work.run("check cases/proef");
    assert_snapshot!(run.seen(), @"
    waarschuwing[R402]: HTML komt als letterlijke tekst in de nota
    --> cases/proef/case.yaml:23:39
     |
    hulp: haal haar weg; in Markdown is `*schuin*` cursief en `**vet**` vet, en begint na een lege regel een alinea

    waarschuwing[R402]: HTML komt als letterlijke tekst in de nota
    --> cases/proef/case.yaml:23:46
     |
    hulp: haal haar weg; in Markdown is `*schuin*` cursief en `**vet**` vet, en begint na een lege regel een alinea

    fout[R124]: onbekende waarde `…`
    --> cases/proef/case.yaml:42:16

    1 fout, 2 waarschuwingen
    status 1
    ");
    tells_nothing(&run);
    tells_nothing(&work.run("check cases/proef --format short"));
    // Also where the case cannot be read at all.
    work.edit("case.yaml", "study:", "study: [ # Verschuur");
    tells_nothing(&work.run("check cases/proef"));
}

#[test]
fn no_message_shows_anything_of_the_key_file() {
    let mut told = Vec::new();
    for text in [
        "people: [{source: I09, name: Anneke Verschuur}]",
        "people: [{source: Verschuur, name: Anneke Verschuur}]",
        "people: [{source: I01, naam: Anneke Verschuur}]",
        "people: {Anneke Verschuur: I01}",
        "people: [{Anneke Verschuur: I01}]",
        "people: [{source: I01, name: Anneke Verschuur, name: Ansje}]",
        "people: [Anneke Verschuur, ",
        "people:\n  - source: I01\n    name: *verschuur\n",
        "people:\n  - source: I01\n    name: Anneke Verschuur #Ansje\n",
        "people: [{source: I01, name: Verschuur, surname-alone: Ansje}]",
        "people: [{name: Anneke Verschuur}]",
        "people: [{what: collega Verschuur, name: Anneke Verschuur}]",
        "also: [{what: Dorpsstraat, texts: [Dorpsstraat 12]}]",
        "also: [{what: adres, texts: [x]}]",
        &format!("also: [{{what: stuk, texts: [{}]}}]", "abcde fghij ".repeat(2_000)),
        "also: [{what: adres, text: Dorpsstraat 12}]",
        "also: [{what: adres}]",
        "Anneke Verschuur",
        "people: [{source: I01, name: [Anneke, Verschuur]}]",
    ] {
        let work = Work::with_case();
        work.write("cases/proef/confidential.yaml", text);
        tells_nothing(&work.run("check cases/proef"));
        let short = work.run("check cases/proef --format short");
        tells_nothing(&short);
        told.push(format!("{text:.90}\n{}", short.seen()));
    }
    assert_snapshot!(told.join("\n\n"), @"
    people: [{source: I09, name: Anneke Verschuur}]
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    cases/proef/confidential.yaml:1:19: fout[R204]: bron `I09` staat niet in `sources.yaml`
    1 fout, 1 waarschuwing
    status 1

    people: [{source: Verschuur, name: Anneke Verschuur}]
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    cases/proef/confidential.yaml:1:19: fout[R204]: bron `…` staat niet in `sources.yaml`
    1 fout, 1 waarschuwing
    status 1

    people: [{source: I01, naam: Anneke Verschuur}]
    cases/proef/confidential.yaml:1:24: fout[R110]: onbekende sleutel `naam`
    1 fout
    status 1

    people: {Anneke Verschuur: I01}
    cases/proef/confidential.yaml:1:10: fout[R114]: verwacht een lijst, gevonden sleutels met een waarde
    1 fout
    status 1

    people: [{Anneke Verschuur: I01}]
    cases/proef/confidential.yaml:1:11: fout[R110]: onbekende sleutel `…`
    cases/proef/confidential.yaml:1:11: fout[R111]: sleutel `name` ontbreekt
    cases/proef/confidential.yaml:1:11: fout[R717]: zeg wie dit is: `source` of `what` ontbreekt
    3 fouten
    status 1

    people: [{source: I01, name: Anneke Verschuur, name: Ansje}]
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    cases/proef/confidential.yaml:1:48: fout[R112]: sleutel `name` staat hier twee keer
    1 fout, 1 waarschuwing
    status 1

    people: [Anneke Verschuur, 
    cases/proef/confidential.yaml:1:9: fout[R104]: dit is geen geldige YAML: deze `[` heeft geen `]`
    1 fout
    status 1

    people:
      - source: I01
        name: *verschuur

    cases/proef/confidential.yaml:3:11: fout[R104]: dit is geen geldige YAML: een `&` of `*` aan het begin is in YAML een verwijzing, en die leidt nergens heen
    1 fout
    status 1

    people:
      - source: I01
        name: Anneke Verschuur #Ansje

    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    cases/proef/confidential.yaml:3:28: waarschuwing[R117]: wat achter ` #` staat, leest YAML als commentaar; het komt niet in de nota
    2 waarschuwingen
    status 0

    people: [{source: I01, name: Verschuur, surname-alone: Ansje}]
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    cases/proef/confidential.yaml:1:56: fout[R124]: onbekende waarde `…`
    1 fout, 1 waarschuwing
    status 1

    people: [{name: Anneke Verschuur}]
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    cases/proef/confidential.yaml:1:11: fout[R717]: zeg wie dit is: `source` of `what` ontbreekt
    1 fout, 1 waarschuwing
    status 1

    people: [{what: collega Verschuur, name: Anneke Verschuur}]
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    cases/proef/confidential.yaml:1:17: fout[R717]: `what` zegt zelf wat geheim moet blijven
    1 fout, 1 waarschuwing
    status 1

    also: [{what: Dorpsstraat, texts: [Dorpsstraat 12]}]
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    cases/proef/confidential.yaml:1:15: fout[R717]: `what` zegt zelf wat geheim moet blijven
    1 fout, 1 waarschuwing
    status 1

    also: [{what: adres, texts: [x]}]
    cases/proef/confidential.yaml:1:30: fout[R717]: hier valt niet naar te zoeken: te weinig letters
    1 fout
    status 1

    also: [{what: stuk, texts: [abcde fghij abcde fghij abcde fghij abcde fghij abcde fghij ab
    cases/proef/confidential.yaml:1:29: fout[R717]: hier valt niet naar te zoeken: meer dan 500 tekens
    1 fout
    status 1

    also: [{what: adres, text: Dorpsstraat 12}]
    cases/proef/confidential.yaml:1:22: fout[R110]: onbekende sleutel `text`
    1 fout
    status 1

    also: [{what: adres}]
    cases/proef/confidential.yaml:1:9: fout[R111]: sleutel `texts` ontbreekt
    1 fout
    status 1

    Anneke Verschuur
    cases/proef/confidential.yaml:1:1: fout[R115]: verwacht sleutels met een waarde, gevonden een tekst
    1 fout
    status 1

    people: [{source: I01, name: [Anneke, Verschuur]}]
    cases/proef/confidential.yaml:1:30: fout[R113]: verwacht een tekst, gevonden een lijst
    1 fout
    status 1
    ");
}

#[test]
fn what_may_be_a_name_is_told_once_at_its_place_and_stops_nothing() {
    let work = Work::with_case();
    let key = KEY.replace("Verschuur", "Bakker");
    work.write("cases/proef/confidential.yaml", &key);
    work.edit(FINDINGS, "niet voor alle locaties", "niet voor de Bakker op de hoek");
    let run = work.run("nota cases/proef --document report");
    assert_eq!(run.status, 0, "{}", run.stderr);
    // The text is searched when it is written, and again with all else once it was set.
    assert_snapshot!(problems(&run), @"
    cases/proef/case.yaml: waarschuwing[R730]: deze case heeft een sleutelbestand, maar zegt dat niet
    cases/proef/findings/fte-capacity.yaml:52:45: waarschuwing[R716]: een woord dat een beschermde naam kan zijn staat in wat naar buiten gaat: bron `I01`, in de tekst van het document, regel
    ");
}
