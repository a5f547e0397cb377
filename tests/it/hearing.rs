//! The hearing of officials: what was sent is recorded, numbers stay, the annex says what was done
//! with each remark, and `status` says what is next.

use crate::common::{SILENT, Work};
use insta::assert_snapshot;

pub const SENT: &str = "hearing cases/proef --sent 2023-01-09 --due 2023-02-03 --write";
pub const DOCUMENT: &str = "nota cases/proef --document hearing --format docx";

/// A case whose text for the hearing was sent, and the Word file of it.
pub fn sent() -> Work {
    let work = Work::with_case();
    let run = work.run(SENT);
    assert_eq!(run.status, 0, "{}", run.seen());
    let run = work.run(DOCUMENT);
    assert_eq!(run.status, 0, "{}", run.seen());
    work
}

#[test]
fn what_is_sent_is_shown_first_and_recorded_with_its_numbers() {
    let work = Work::with_case();
    assert_snapshot!(work.run("hearing cases/proef --sent 2023-01-09").seen(), @"
    cases/proef/hearing.yaml (nieuw)
    cases/proef/hearing-sent.yaml (nieuw)
    17 alinea's hebben een nummer
    er is nog niets veranderd; met --write schrijft u dit
    status 0
    ");
    assert!(!work.path("cases/proef/hearing.yaml").exists());
    assert_eq!(work.run(SENT).status, 0);
    let recorded = work.read("cases/proef/hearing-sent.yaml");
    let first: Vec<&str> = recorded.lines().take(9).collect();
    assert_snapshot!(first.join("\n"), @"
    # yaml-language-server: $schema=../../frameworks/schemas/hearing-sent.schema.json
    # Wat is voorgelegd, alinea voor alinea. Geschreven door rekenkamer; verander hier niets.
    format: rekenkamer-hearing/1
    sent: 2023-01-09
    round: 1
    judgements: true
    seal: e7fe8ce96b6d9bc626c10942eba2b9ddb4e06ce874a76114074e16529b67ed5e
    paragraphs:
      - number: CA-1.1
    ");
    assert_snapshot!(work.read("cases/proef/hearing.yaml"), @"
    # yaml-language-server: $schema=../../frameworks/schemas/hearing.schema.json
    # Het ambtelijk wederhoor: wie is gevraagd de feiten na te gaan, wat zij opmerkten, en wat
    # ermee is gedaan. Mensen staan hier met hun rol, nooit met hun naam.
    sent: 2023-01-09
    due: 2023-02-03

    respondents:

    remarks:
    ");
    assert_eq!(work.run("check cases/proef").status, 0);
}

#[test]
fn the_text_is_of_the_day_on_which_it_was_sent() {
    let work = Work::with_case();
    for (before, day) in [(None, "1 maart 2026"), (Some(SENT), "9 januari 2023")] {
        assert!(before.is_none_or(|before| work.run(before).status == 0));
        assert_eq!(work.run("nota cases/proef --document hearing --format md").status, 0);
        let text = work.read("output/proef/wederhoor.md");
        assert!(text.contains(&format!("\ndate: \"{day}\"\n")), "{day}: {text}");
    }
}

#[test]
fn a_number_stays_with_its_text_after_it_was_sent() {
    let work = sent();
    // A new cause in front of nothing that was sent, and a changed fact.
    work.edit(
        "findings/fte-capacity.yaml",
        "          De gemeente heeft 4,5 fte.\n",
        "          Vooraf een nieuwe alinea.\n\n          De gemeente heeft 4,5 fte.\n",
    );
    assert_eq!(work.run("nota cases/proef --document hearing --format md").status, 0);
    let text = work.read("output/proef/wederhoor.md");
    assert!(text.contains("De gemeente heeft 4,5 fte."), "{text}");
    let number = |words: &str| {
        let line = text.lines().find(|line| line.contains(words)).unwrap_or_default();
        line.split_once("\\] ").map_or("", |(number, _)| number).trim_start_matches("\\[")
    };
    assert_eq!(number("De gemeente heeft 4,5 fte."), "B-1.1");
    assert_ne!(number("Vooraf een nieuwe alinea."), "B-1.1");
}

const ANSWERED: &str = "respondents:\n  - role: gemeentesecretaris\n    answered: 2023-01-30\n\n\
    remarks:\n  - id: W1\n    at: B-1.1\n    by: gemeentesecretaris\n    remark: Het zijn er 4,8.\n    \
    answer: U hebt gelijk.\n    changed: yes\n  - id: W2\n    remark: Dank voor het onderzoek.\n    \
    answer: Graag gedaan.\n    changed: no\n";

#[test]
fn the_annex_says_what_was_done_with_each_remark_and_what_changed() {
    let work = answered();
    work.edit("findings/fte-capacity.yaml", "Er is een regisseur met", "Er is een regisseur, met");
    let run = work.run("nota cases/proef --document hearing-answers,hearing-changes --format md");
    assert_eq!(run.status, 0, "{}", run.seen());
    let body = |name: &str| {
        let text = work.read(&format!("output/proef/{name}.md"));
        text.split_once("\n---\n").map_or(String::new(), |(_, body)| body.to_owned())
    };
    assert_snapshot!(body("wederhoor-antwoorden"), @"

    # Wat wij vroegen en wat wij hoorden

    Wij stuurden onze bevindingen op 9 januari 2023 naar:
    - gemeentesecretaris, antwoord op 30 januari 2023

    Wij vroegen één ding: kloppen de feiten? Reageren kon tot en met 3 februari 2023. Wij kregen 2 opmerkingen: 1 keer is de tekst aangepast en 1 keer niet.

    # Opmerkingen en antwoorden

    | Nr. | Alinea | Opmerking | Ons antwoord | Tekst |
    |---|---|---|---|---|
    | W1 | B-1.1 | Het zijn er 4,8. (gemeentesecretaris) | U hebt gelijk. | aangepast |
    | W2 | geheel | Dank voor het onderzoek. | Graag gedaan. | niet aangepast |

    # Wat wij zelf nog aanpasten

    Los van de opmerkingen veranderden deze alinea's na het versturen: B-3.1.
    ");
    assert_snapshot!(body("wederhoor-verschil"), @"

    # Wat er is veranderd

    Dit document legt de genummerde alinea's van 9 januari 2023 naast die van nu. Wat gelijk bleef, staat er niet in. De vragen, bronnen en andere tabellen zijn niet vergeleken.

    ## Alinea B-1.1

    | Voorgelegd | Nu |
    |---|---|
    | De gemeente heeft 4,5 fte. | De gemeente heeft 4,8 fte. |

    ## Alinea B-3.1

    | Voorgelegd | Nu |
    |---|---|
    | Er is een regisseur met een vervanger. | Er is een regisseur, met een vervanger. |
    ");
}

/// The case with its remarks answered, and the text changed since.
fn answered() -> Work {
    let work = sent();
    let hearing = work.read("cases/proef/hearing.yaml");
    let (head, _) = hearing.split_once("respondents:").unwrap_or_default();
    work.write("cases/proef/hearing.yaml", format!("{head}{ANSWERED}"));
    work.edit("findings/fte-capacity.yaml", "heeft 4,5 fte.", "heeft 4,8 fte.");
    work
}

#[test]
fn after_a_second_sending_answers_are_about_each_of_the_texts_that_were_sent() {
    let work = answered();
    let again = "hearing cases/proef --sent 2023-02-10 --due 2023-02-20 --again --write";
    assert_eq!(work.run(again).status, 0);
    assert_eq!(work.check_short(), SILENT, "the text changed since the first round");
    assert_eq!(work.run("nota cases/proef --document hearing-answers --format md").status, 0);
    let text = work.read("output/proef/wederhoor-antwoorden.md");
    let sent = text.lines().find(|line| line.starts_with("Wij stuurden"));
    assert_snapshot!(sent.unwrap_or(""), @"Wij stuurden onze bevindingen op 9 januari 2023 en 10 februari 2023 naar:");
    std::fs::remove_file(work.path("cases/proef/hearing-sent-1.yaml")).expect("a file");
    assert_snapshot!(work.check_short(), @"
    cases/proef/hearing-sent-1.yaml: fout[R101]: bestand ontbreekt
    1 fout
    status 1
    ");
}

#[test]
fn what_was_sent_and_what_was_remarked_stay_together() {
    let work = answered();
    std::fs::remove_file(work.path("cases/proef/hearing.yaml")).expect("a file");
    assert_snapshot!(work.check(), @"
    fout[R101]: bestand ontbreekt
    --> cases/proef/hearing.yaml
     |
    hulp: zet het terug: hearing-sent.yaml zegt dat de feiten zijn voorgelegd, en in dit bestand staat aan wie en wat zij zeiden

    1 fout
    status 1
    ");
    let work = answered();
    std::fs::remove_file(work.path("cases/proef/hearing-sent.yaml")).expect("a file");
    assert_eq!(work.run("nota cases/proef --document hearing-answers --format md").status, 0);
    let text = work.read("output/proef/wederhoor-antwoorden.md");
    assert!(!text.contains("Los van de opmerkingen"), "nothing tells what changed: {text}");
}

#[test]
fn status_says_what_is_next_and_what_waits_for_whom() {
    let work = sent();
    let mut said = vec![work.run("status cases/proef").seen()];
    let hearing = work.read("cases/proef/hearing.yaml");
    let (head, _) = hearing.split_once("respondents:").expect("respondents");
    work.write("cases/proef/hearing.yaml", format!("{head}{ANSWERED}"));
    said.push(work.run("status cases/proef").seen());
    let waiting = "respondents:\n  - role: gemeentesecretaris\n";
    work.write("cases/proef/hearing.yaml", format!("{head}{waiting}"));
    said.push(work.run("status cases/proef").seen());
    assert_snapshot!(said.join("\n"), @"
    Proefstad – Ondermijning
      –        onderzoeksplan            de case zegt er niets van
      –        verslagen van gesprekken  de case zegt er niets van
      klaar    bevindingen               6 van 6 normen ingevuld
      te doen  ambtelijk wederhoor       voorgelegd op 2023-01-09; geen opmerkingen; bij `respondents` staat nog niet wie is gevraagd
      –        bestuurlijke reactie      de case zegt er niets van
      –        nawoord                   de case zegt er niets van
      –        raadsbesluit              de case zegt er niets van
    nu: vul hearing.yaml aan: wie u vroeg, en uw antwoord op elke opmerking
    status 0
    Proefstad – Ondermijning
      –      onderzoeksplan            de case zegt er niets van
      –      verslagen van gesprekken  de case zegt er niets van
      klaar  bevindingen               6 van 6 normen ingevuld
      klaar  ambtelijk wederhoor       voorgelegd op 2023-01-09; 2 opmerkingen
      –      bestuurlijke reactie      de case zegt er niets van
      –      nawoord                   de case zegt er niets van
      –      raadsbesluit              de case zegt er niets van
    nu: vraag om een reactie: rekenkamer nota cases/proef --document reaction --format docx
    status 0
    Proefstad – Ondermijning
      –      onderzoeksplan            de case zegt er niets van
      –      verslagen van gesprekken  de case zegt er niets van
      klaar  bevindingen               6 van 6 normen ingevuld
      wacht  ambtelijk wederhoor       voorgelegd op 2023-01-09; geen opmerkingen; wacht op gemeentesecretaris sinds 2023-01-09, uiterlijk 2023-02-03
      –      bestuurlijke reactie      de case zegt er niets van
      –      nawoord                   de case zegt er niets van
      –      raadsbesluit              de case zegt er niets van
    nu: wachten op antwoord; ging u zonder antwoord verder, zet dat dan met de reden in de case
    status 0
    ");
}

#[test]
fn a_protected_name_in_a_remark_is_told_by_check() {
    let work = sent();
    let hearing = work.read("cases/proef/hearing.yaml");
    let (head, _) = hearing.split_once("respondents:").expect("respondents");
    let named = ANSWERED.replace("Dank voor", "Anneke Verschuur dankt voor");
    work.write("cases/proef/hearing.yaml", format!("{head}{named}"));
    let key = "people:\n  - {source: I01, name: Anneke Verschuur}\n";
    work.write("cases/proef/confidential.yaml", key);
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    assert_snapshot!(work.run("check cases/proef --format short").seen(), @"
    cases/proef/hearing.yaml:17:14: waarschuwing[R273]: opmerking `W1` zegt dat de tekst is aangepast, maar B-1.1 is zoals verstuurd
    cases/proef/hearing.yaml:19:20: fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: bron `I01`, in de tekst van het document, regel 32
    1 fout, 1 waarschuwing
    status 1
    ");
}
