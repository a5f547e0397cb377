//! A publication is refused while anything is open, says nothing that must not be told, and leaves
//! alone what is not its own.

use crate::common::Work;
use crate::common::publication::{PUBLISH, finished, says};
use insta::assert_snapshot;

#[test]
fn everything_that_is_open_is_told_at_its_place_and_nothing_is_written() {
    let work = Work::with_case();
    work.shorten_nota();
    work.edit("case.yaml", "    criteria: [CA-1, CA-2]\n    findings: [B-1]\n", "");
    work.edit(
        "case.yaml",
        "  method: |\n    Wij lazen stukken en spraken met mensen.\n",
        "  method:\n",
    );
    assert_snapshot!(work.run(PUBLISH).seen(), @"
    fout[R746]: de stap ‘bestuurlijke reactie’ is nog open: er is nog geen bestuurlijke reactie
    --> cases/proef/case.yaml
     |
    hulp: vul die in, of sluit de stap met een reden bij `publication` onder `closed` (`step: reaction`)

    fout[R745]: dit onderzoek kan nog niet worden gepubliceerd: de status is `concept`, 1 waarschuwing, 1 plaats nog in te vullen
      --> cases/proef/case.yaml:15:11
       |
    15 |   status: concept
       |           ^^^^^^^
       |
    hulp: vul in, los op of aanvaard met een reden; de status staat bij `study`

    nog in te vullen[R351]: `method` is nog in te vullen
      --> cases/proef/case.yaml:18:9
       |
    18 |   method:
       |         ^

    waarschuwing[R360]: conclusie `C1` rust op geen bevinding en geen norm
      --> cases/proef/case.yaml:32:9
       |
    32 |   - id: C1
       |         ^^
       |
    hulp: noem bij `criteria` of `findings` waar zij uit volgt

    2 fouten, 1 waarschuwing, 1 plaats nog in te vullen
    er is niets geschreven
    status 1
    ");
    assert!(!work.path("output").exists());
}

#[test]
fn a_recommendation_to_the_college_without_response_is_open_and_one_to_the_council_is_not() {
    let work = finished();
    work.edit("case.yaml", "  recommendations:\n    - {id: A1, position: adopted}\n", "");
    assert_snapshot!(work.run(PUBLISH).seen(), @"
    fout[R746]: de stap ‘bestuurlijke reactie’ is nog open: op aanbeveling `A1` is nog niet gereageerd
      --> cases/proef/case.yaml:41:9
       |
    41 |   - id: A1
       |         ^^
       |
    hulp: vul die in, of sluit de stap met een reden bij `publication` onder `closed` (`step: reaction`)

    1 fout
    er is niets geschreven
    status 1
    ");
    work.edit("case.yaml", "addressee: college", "addressee: raad");
    assert_eq!(work.run(PUBLISH).status, 0);
}

#[test]
fn an_embargo_asks_for_the_day_of_publication() {
    let work = finished();
    says(&work, "  embargo: 2026-04-01\n");
    assert_snapshot!(work.run(PUBLISH).seen(), @"
    fout[R747]: dit onderzoek is onder embargo tot 1 april 2026: u hebt niet gezegd op welke dag u het openbaar maakt
      --> cases/proef/case.yaml:67:12
       |
    67 |   embargo: 2026-04-01
       |            ^^^^^^^^^^
       |
    hulp: zeg met `--on` op welke dag u het openbaar maakt, of verander `embargo`

    1 fout
    er is niets geschreven
    status 1
    ");
    assert!(!work.path("output").exists());
    assert_eq!(work.run(&format!("{PUBLISH} --on 2026-04-01")).status, 0);
    let page = work.read("output/proef/publicatie/index.html");
    assert!(page.contains("<dt>Openbaar vanaf</dt><dd>1 april 2026</dd>"), "{page}");
}

#[test]
fn nothing_is_published_before_the_date_of_its_report() {
    let work = finished();
    assert_snapshot!(work.run(&format!("{PUBLISH} --on 2020-01-01")).seen(), @"
    fout[R750]: 1 januari 2020 ligt vóór de datum van het rapport, 1 maart 2026
      --> cases/proef/case.yaml:14:9
       |
    14 |   date: 2026-03-01
       |         ^^^^^^^^^^
       |
    hulp: zeg met `--on` op welke dag u het openbaar maakt, of verander `date` bij `study`

    1 fout
    er is niets geschreven
    status 1
    ");
    assert!(!work.path("output").exists());
    assert_eq!(work.run(&format!("{PUBLISH} --on 2026-03-01")).status, 0);
}

#[test]
fn an_embargo_until_a_month_is_no_embargo() {
    let work = finished();
    says(&work, "  embargo: 2026-04\n");
    assert_snapshot!(work.check(), @"
    fout[R120]: `2026-04` is geen datum
      --> cases/proef/case.yaml:67:12
       |
    67 |   embargo: 2026-04
       |            ^^^^^^^
       |
    hulp: schrijf er ook de dag bij, zoals 2027-03-12

    1 fout
    status 1
    ");
}

#[test]
fn a_step_is_closed_once() {
    let work = finished();
    says(
        &work,
        "  closed:\n    - {step: hearing, reason: Niet gehouden.}\n    \
         - {step: hearing, reason: Ook niet.}\n    - {step: inspraak, reason: Nee.}\n",
    );
    assert_snapshot!(work.check(), @"
    fout[R127]: `hearing` komt al eerder voor
      --> cases/proef/case.yaml:69:14
       |
    69 |     - {step: hearing, reason: Ook niet.}
       |              ^^^^^^^ eerder in cases/proef/case.yaml:68
       |
    hulp: geef elk onderdeel zijn eigen code

    fout[R124]: onbekende waarde `inspraak`
      --> cases/proef/case.yaml:70:14
       |
    70 |     - {step: inspraak, reason: Nee.}
       |              ^^^^^^^^ verwacht: plan, hearing, reaction, afterword, decision

    2 fouten
    status 1
    ");
}

#[test]
fn without_a_day_or_a_publisher_there_are_no_metadata() {
    let work = finished();
    work.edit("case.yaml", "date: 2026-03-01", "date: 2026-03");
    let body = "municipality:\n  name: Proefstad\n  cbs-code: GM9999\n  province: Utrecht\n";
    work.edit("case.yaml", body, "body:\n  kind: instelling\n  name: Stichting Proef\n");
    let accepted = "  - {code: R380, about: fte-capacity, reason: Het bestuur koos dit kader.}\n";
    work.edit("case.yaml", "accepted:\n", &format!("accepted:\n{accepted}"));
    assert_snapshot!(work.run(PUBLISH).seen(), @"
    fout[R748]: de metadata missen wie het openbaar maakt (`publication: publisher:`)
    --> cases/proef/case.yaml
     |
    hulp: vul dat in, of laat de metadata weg met `--without metadata`

    fout[R748]: de metadata missen de dag van het rapport (bij `study: date:` staat alleen een maand of een jaar)
      --> cases/proef/case.yaml:13:9
       |
    13 |   date: 2026-03
       |         ^^^^^^^
       |
    hulp: vul dat in, of laat de metadata weg met `--without metadata`

    2 fouten
    er is niets geschreven
    status 1
    ");
    let run = work.run("publish cases/proef --format html --without report,metadata");
    assert_eq!(run.status, 0, "{}", run.seen());
}

#[test]
fn an_edited_nota_is_what_is_published() {
    let work = finished();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let text = work.read("output/proef/nota.md");
    let edited = text.replace("wil weten of de aanpak werkt", "wil nu weten of de aanpak werkt");
    assert_ne!(text, edited);
    work.write("output/proef/nota.md", &edited);
    assert_snapshot!(work.run(PUBLISH).seen(), @"
    output/proef/publicatie/index.html
    output/proef/proef-publicatie.zip
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    status 0
    ");
    let page = work.read("output/proef/publicatie/nota.html");
    assert!(page.contains("wil nu weten of de aanpak werkt"), "{page}");
}

/// The scorecard beside it would say something else.
#[test]
fn an_edited_nota_of_other_findings_is_not_published() {
    let work = finished();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let text = work.read("output/proef/nota.md");
    work.write("output/proef/nota.md", format!("{text}\nEn dit.\n"));
    work.edit("case.yaml", "wil weten of de aanpak werkt", "wil weten of de aanpak echt werkt");
    assert_snapshot!(work.run(PUBLISH).seen(), @"
    output/proef/nota.md: bewerkt na generatie; dat komt in de herkomst te staan
    waarschuwing[R741]: de case is veranderd sinds deze tekst is gemaakt, en hier staat nog de oude: 1 regel is anders
    --> output/proef/nota.md
     |
    hulp: voeg samen met `rekenkamer nota cases/proef --merge`

    er is niets geschreven
    status 1
    ");
}

#[test]
fn an_answer_that_does_not_fit_the_text_holds_the_publication_back() {
    let work = finished();
    assert_eq!(work.run(crate::hearing::SENT).status, 0);
    let heard = work.read("cases/proef/hearing.yaml");
    let (head, _) = heard.split_once("respondents:").unwrap_or_default();
    let remark =
        "remarks:\n  - {id: W1, at: B-1.1, remark: Vijf fte., answer: Ja., changed: yes}\n";
    work.write("cases/proef/hearing.yaml", format!("{head}{remark}"));
    assert_snapshot!(work.run(PUBLISH).seen(), @"
    waarschuwing[R273]: opmerking `W1` zegt dat de tekst is aangepast, maar B-1.1 is zoals verstuurd
     --> cases/proef/hearing.yaml:8:66
      |
    8 |   - {id: W1, at: B-1.1, remark: Vijf fte., answer: Ja., changed: yes}
      |                                                                  ^^^
      |
    hulp: pas de bevinding aan, of zet `changed: no`; staat de aanpassing ergens anders, zeg dat dan met `where`

    fout[R745]: dit onderzoek kan nog niet worden gepubliceerd: 1 waarschuwing
     --> cases/proef/hearing.yaml:8:66
      |
    8 |   - {id: W1, at: B-1.1, remark: Vijf fte., answer: Ja., changed: yes}
      |                                                                  ^^^
      |
    hulp: vul in, los op of aanvaard met een reden; de status staat bij `study`

    1 fout, 1 waarschuwing
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_protected_name_in_the_metadata_holds_everything_back() {
    let work = finished();
    says(&work, "  subjects: [Anneke Verschuur]\n");
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    work.write(
        "cases/proef/confidential.yaml",
        "people:\n  - {what: een bewoner, name: Anneke Verschuur}\n",
    );
    assert_snapshot!(work.run(PUBLISH).seen(), @"
    fout[R702]: een beschermde naam of tekst staat in wat naar buiten zou gaan: ‘een bewoner’, in proef-publicatie.zip (proef/metadata/nota.diwoo.xml, proef/metadata/nota.mdto.xml, proef/metadata/scorekaart.mdto.xml, nog 1 delen), index.html (regel 239, 274), nota.diwoo.xml (regel 21), nota.mdto.xml (regel 15), scorekaart.mdto.xml (regel 15)
    --> cases/proef/case.yaml:67:21
     |
    hulp: noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`

    1 fout
    er is niets geschreven
    status 1
    ");
    assert!(!work.path("output/proef/publicatie").exists());
}

#[test]
fn a_strange_file_in_the_folder_is_refused_and_one_of_an_earlier_publication_goes() {
    let work = finished();
    let strange = "output/proef/publicatie/metadata/aantekeningen.txt";
    work.write(strange, "bel Piet");
    assert_snapshot!(work.run(PUBLISH).seen(), @"
    fout[R749]: in de map van de publicatie staat iets wat er niet bij hoort: metadata/aantekeningen.txt
    --> output/proef/publicatie
     |
    hulp: zet het ergens anders; de map gaat zo naar de website en het archief

    1 fout
    er is niets geschreven
    status 1
    ");
    work.remove(strange);
    assert_eq!(work.run(&PUBLISH.replace("html", "html,docx")).status, 0);
    assert!(work.path("output/proef/publicatie/nota.docx").exists());
    assert_eq!(work.run(PUBLISH).status, 0);
    assert!(!work.path("output/proef/publicatie/nota.docx").exists());
}

#[test]
fn an_earlier_list_of_checksums_leads_to_no_file_elsewhere() {
    let work = finished();
    work.write("output/proef/blijft.txt", "van mij");
    work.write("output/proef/publicatie/SHA256SUMS", "00  ../blijft.txt\n00  /etc/hosts\n");
    assert_eq!(work.run(PUBLISH).status, 0);
    assert_eq!(work.read("output/proef/blijft.txt"), "van mij");
}

#[test]
fn a_hearing_is_over_when_each_was_heard_and_each_remark_has_an_answer() {
    let work = finished();
    let hearing = "cases/proef/hearing.yaml";
    work.write(
        hearing,
        "sent: 2026-01-10\nrespondents:\n  - role: de ambtelijke organisatie\n    \
         answered: 2026-01-30\n  - role: de omgevingsdienst\nremarks:\n  - id: W1\n    \
         remark: Het zijn er vijf.\n",
    );
    assert_snapshot!(work.run(PUBLISH).seen(), @"
    fout[R746]: de stap ‘ambtelijk wederhoor’ is nog open: de omgevingsdienst heeft nog niet geantwoord
     --> cases/proef/hearing.yaml:5:11
      |
    5 |   - role: de omgevingsdienst
      |           ^^^^^^^^^^^^^^^^^^
      |
    hulp: vul die in, of sluit de stap met een reden bij `publication` onder `closed` (`step: hearing`)

    nog in te vullen[R352]: opmerking `W1` heeft nog geen `answer`
     --> cases/proef/hearing.yaml:7:9
      |
    7 |   - id: W1
      |         ^^

    fout[R745]: dit onderzoek kan nog niet worden gepubliceerd: 1 plaats nog in te vullen
     --> cases/proef/hearing.yaml:7:9
      |
    7 |   - id: W1
      |         ^^
      |
    hulp: vul in, los op of aanvaard met een reden; de status staat bij `study`

    fout[R746]: de stap ‘ambtelijk wederhoor’ is nog open: opmerking `W1` is nog niet beantwoord
     --> cases/proef/hearing.yaml:7:9
      |
    7 |   - id: W1
      |         ^^
      |
    hulp: vul die in, of sluit de stap met een reden bij `publication` onder `closed` (`step: hearing`)

    3 fouten, 1 plaats nog in te vullen
    er is niets geschreven
    status 1
    ");
    let text = work.read(hearing);
    let text = text.replace("omgevingsdienst\n", "omgevingsdienst\n    closed: Geen reactie.\n");
    work.write(hearing, text + "    answer: Dat klopt niet.\n    changed: no\n");
    assert_eq!(work.run(PUBLISH).status, 0);
    says(&work, "  closed:\n    - {step: hearing, reason: Niet gehouden.}\n");
    assert_snapshot!(work.check(), @"
    waarschuwing[R258]: hier valt niets te sluiten: van de stap `hearing` ontbreekt niets
      --> cases/proef/case.yaml:68:14
       |
    68 |     - {step: hearing, reason: Niet gehouden.}
       |              ^^^^^^^
       |
    hulp: haal deze stap weg uit `closed`

    1 waarschuwing
    status 1
    ");
}
