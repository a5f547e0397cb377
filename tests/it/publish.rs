//! A publication holds what its page lists, is refused while anything is open, and says nothing that
//! must not be told.

use crate::common::{Work, needs, python};
use insta::assert_snapshot;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

const PUBLISH: &str = "publish cases/proef --format html --without report";

/// The valid case, final, with a response to its recommendation.
fn finished() -> Work {
    let work = Work::with_case();
    work.shorten_nota();
    work.edit("case.yaml", "status: concept", "status: definitief");
    work.edit(
        "case.yaml",
        "accepted:\n",
        "response:\n  date: 2026-02-10\n  text: Wij nemen dit over.\n  recommendations:\n    \
         - {id: A1, position: adopted}\n\naccepted:\n",
    );
    work
}

/// Adds what a case says of its publication.
fn says(work: &Work, publication: &str) {
    let text = format!("publication:\n{publication}\naccepted:\n");
    work.edit("case.yaml", "accepted:\n", &text);
}

/// The files of the publication, by their paths in its folder.
fn published(work: &Work) -> Vec<String> {
    let folder = "output/proef/publicatie/";
    work.files().iter().filter_map(|path| path.strip_prefix(folder).map(str::to_owned)).collect()
}

fn metadata(work: &Work, name: &str) -> String {
    work.read(&format!("output/proef/publicatie/metadata/{name}"))
}

#[test]
fn a_publication_holds_documents_metadata_checksums_and_a_page() {
    let work = finished();
    let run = work.run("publish cases/proef");
    assert_snapshot!(run.seen(), @"
    output/proef/publicatie/index.html
    output/proef/proef-publicatie.zip
    status 0
    ");
    assert_snapshot!(published(&work).join("\n"), @"
    SHA256SUMS
    index.html
    metadata/nota-van-bevindingen.diwoo.xml
    metadata/nota-van-bevindingen.mdto.xml
    metadata/nota-van-bevindingen.pdf.bestand.mdto.xml
    metadata/nota.diwoo.xml
    metadata/nota.html.bestand.mdto.xml
    metadata/nota.mdto.xml
    metadata/nota.odt.bestand.mdto.xml
    metadata/nota.pdf.bestand.mdto.xml
    metadata/scorekaart.json.bestand.mdto.xml
    metadata/scorekaart.mdto.xml
    nota-van-bevindingen.pdf
    nota.html
    nota.odt
    nota.pdf
    scorekaart.json
    ");
}

#[test]
fn what_is_left_out_is_not_there() {
    let work = finished();
    let run = work.run("publish cases/proef --format docx --without report,scorecard,metadata");
    assert_eq!(run.status, 0, "{}", run.seen());
    assert_snapshot!(published(&work).join("\n"), @"
    SHA256SUMS
    index.html
    nota.docx
    ");
}

#[test]
fn the_zip_holds_the_same_files_with_the_date_of_the_study_and_the_same_bytes_each_time() {
    let work = finished();
    assert_eq!(work.run(PUBLISH).status, 0);
    let path = "output/proef/proef-publicatie.zip";
    let first = work.bytes(path);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&first)).expect("a zip");
    let mut names = Vec::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).expect("a file");
        let name =
            file.name().expect("a name").strip_prefix("proef/").expect("a folder").to_owned();
        let time = file.last_modified().expect("a time");
        assert_eq!((time.year(), time.month(), time.day()), (2026, 3, 1), "{name}");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("bytes");
        assert!(bytes == work.bytes(&format!("output/proef/publicatie/{name}")), "{name}");
        names.push(name);
    }
    names.sort();
    assert_eq!(names, published(&work));
    assert_eq!(work.run(PUBLISH).status, 0);
    assert!(work.bytes(path) == first);
}

#[test]
fn the_woo_gets_the_terms_and_addresses_of_tooi() {
    let work = finished();
    says(
        &work,
        "  summary: Er zijn te weinig mensen.\n  subjects: [capaciteit]\n  identifier: RK-2026-1\n",
    );
    assert_eq!(work.run(PUBLISH).status, 0);
    assert_snapshot!(metadata(&work, "nota.diwoo.xml"), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <diwoo:Document xmlns:diwoo="https://standaarden.overheid.nl/diwoo/metadata/">
      <diwoo:DiWoo>
        <diwoo:identifiers>
          <diwoo:identifier>RK-2026-1</diwoo:identifier>
        </diwoo:identifiers>
        <diwoo:publisher resource="https://identifier.overheid.nl/tooi/id/gemeente/gm9999">Gemeente Proefstad</diwoo:publisher>
        <diwoo:opsteller>Rekenkamer Proefstad</diwoo:opsteller>
        <diwoo:titelcollectie>
          <diwoo:officieleTitel>Ondermijning (bestuurlijke nota)</diwoo:officieleTitel>
        </diwoo:titelcollectie>
        <diwoo:omschrijvingen>
          <diwoo:omschrijving>Onderzoek naar de aanpak van ondermijning</diwoo:omschrijving>
          <diwoo:omschrijving>Er zijn te weinig mensen.</diwoo:omschrijving>
        </diwoo:omschrijvingen>
        <diwoo:classificatiecollectie>
          <diwoo:informatiecategorieen>
            <diwoo:informatiecategorie resource="https://identifier.overheid.nl/tooi/def/thes/kern/c_fdaee95e">onderzoeksrapporten</diwoo:informatiecategorie>
          </diwoo:informatiecategorieen>
          <diwoo:documentsoorten>
            <diwoo:documentsoort resource="https://identifier.overheid.nl/tooi/def/thes/kern/c_6f49bf34">onderzoeksrapport</diwoo:documentsoort>
          </diwoo:documentsoorten>
          <diwoo:trefwoorden>
            <diwoo:trefwoord>capaciteit</diwoo:trefwoord>
          </diwoo:trefwoorden>
        </diwoo:classificatiecollectie>
        <diwoo:creatiedatum>2026-03-01</diwoo:creatiedatum>
        <diwoo:language resource="http://publications.europa.eu/resource/authority/language/NLD">Nederlands</diwoo:language>
        <diwoo:format resource="http://publications.europa.eu/resource/authority/file-type/HTML">HTML</diwoo:format>
        <diwoo:documenthandelingen>
          <diwoo:documenthandeling>
            <diwoo:soortHandeling resource="https://identifier.overheid.nl/tooi/def/thes/kern/c_641ecd76">vaststelling</diwoo:soortHandeling>
            <diwoo:atTime>2026-03-01T00:00:00</diwoo:atTime>
            <diwoo:wasAssociatedWith>Rekenkamer Proefstad</diwoo:wasAssociatedWith>
          </diwoo:documenthandeling>
        </diwoo:documenthandelingen>
      </diwoo:DiWoo>
    </diwoo:Document>
    "#);
}

#[test]
fn the_archive_gets_a_description_of_each_document_and_of_each_file() {
    let work = finished();
    says(&work, "  appraisal: permanent\n");
    assert_eq!(work.run(&format!("{PUBLISH} --on 2026-04-02")).status, 0);
    assert_snapshot!(metadata(&work, "nota.mdto.xml"), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <MDTO xmlns="https://www.nationaalarchief.nl/mdto" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="https://www.nationaalarchief.nl/mdto https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd">
      <informatieobject>
        <identificatie>
          <identificatieKenmerk>proef/nota</identificatieKenmerk>
          <identificatieBron>Rekenkamer Proefstad</identificatieBron>
        </identificatie>
        <naam>Ondermijning (bestuurlijke nota)</naam>
        <aggregatieniveau>
          <begripLabel>Archiefstuk</begripLabel>
          <begripBegrippenlijst>
            <verwijzingNaam>Begrippenlijst Aggregatieniveaus MDTO</verwijzingNaam>
          </begripBegrippenlijst>
        </aggregatieniveau>
        <omschrijving>Onderzoek naar de aanpak van ondermijning</omschrijving>
        <omschrijving>Ten dele.</omschrijving>
        <dekkingInRuimte>
          <verwijzingNaam>Gemeente Proefstad</verwijzingNaam>
          <verwijzingIdentificatie>
            <identificatieKenmerk>gm9999</identificatieKenmerk>
            <identificatieBron>TOOI, register gemeente</identificatieBron>
          </verwijzingIdentificatie>
        </dekkingInRuimte>
        <taal>nl</taal>
        <event>
          <eventType>
            <begripLabel>Creatie</begripLabel>
            <begripBegrippenlijst>
              <verwijzingNaam>Begrippenlijst EventTypeLijst MDTO</verwijzingNaam>
            </begripBegrippenlijst>
          </eventType>
          <eventTijd>2026-03-01</eventTijd>
          <eventVerantwoordelijkeActor>
            <verwijzingNaam>Rekenkamer Proefstad</verwijzingNaam>
          </eventVerantwoordelijkeActor>
        </event>
        <event>
          <eventType>
            <begripLabel>Publicatie</begripLabel>
            <begripBegrippenlijst>
              <verwijzingNaam>Begrippenlijst EventTypeLijst MDTO</verwijzingNaam>
            </begripBegrippenlijst>
          </eventType>
          <eventTijd>2026-04-02</eventTijd>
          <eventVerantwoordelijkeActor>
            <verwijzingNaam>Rekenkamer Proefstad</verwijzingNaam>
          </eventVerantwoordelijkeActor>
        </event>
        <waardering>
          <begripLabel>Blijvend te bewaren</begripLabel>
          <begripCode>B</begripCode>
          <begripBegrippenlijst>
            <verwijzingNaam>Begrippenlijst Waarderingen MDTO</verwijzingNaam>
          </begripBegrippenlijst>
        </waardering>
        <heeftRepresentatie>
          <verwijzingNaam>nota.html</verwijzingNaam>
          <verwijzingIdentificatie>
            <identificatieKenmerk>proef/nota.html</identificatieKenmerk>
            <identificatieBron>Rekenkamer Proefstad</identificatieBron>
          </verwijzingIdentificatie>
        </heeftRepresentatie>
        <archiefvormer>
          <verwijzingNaam>Rekenkamer Proefstad</verwijzingNaam>
        </archiefvormer>
        <beperkingGebruik>
          <beperkingGebruikType>
            <begripLabel>Nader te bepalen</begripLabel>
            <begripBegrippenlijst>
              <verwijzingNaam>Begrippenlijst BeperkingGebruikTypeLijst MDTO</verwijzingNaam>
            </begripBegrippenlijst>
          </beperkingGebruikType>
        </beperkingGebruik>
      </informatieobject>
    </MDTO>
    "#);
    let file = metadata(&work, "nota.html.bestand.mdto.xml");
    let hash = regex::Regex::new("[0-9a-f]{64}").expect("a pattern");
    let size = regex::Regex::new("<omvang>[0-9]+").expect("a pattern");
    let file = size.replace(&hash.replace(&file, "HASH"), "<omvang>SIZE").into_owned();
    assert_snapshot!(file, @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <MDTO xmlns="https://www.nationaalarchief.nl/mdto" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="https://www.nationaalarchief.nl/mdto https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd">
      <bestand>
        <identificatie>
          <identificatieKenmerk>proef/nota.html</identificatieKenmerk>
          <identificatieBron>Rekenkamer Proefstad</identificatieBron>
        </identificatie>
        <naam>nota.html</naam>
        <omvang>SIZE</omvang>
        <bestandsformaat>
          <begripLabel>text/html</begripLabel>
          <begripBegrippenlijst>
            <verwijzingNaam>IANA Media Types</verwijzingNaam>
          </begripBegrippenlijst>
        </bestandsformaat>
        <checksum>
          <checksumAlgoritme>
            <begripLabel>SHA-256</begripLabel>
            <begripBegrippenlijst>
              <verwijzingNaam>Begrippenlijst ChecksumAlgoritme MDTO</verwijzingNaam>
            </begripBegrippenlijst>
          </checksumAlgoritme>
          <checksumWaarde>HASH</checksumWaarde>
          <checksumDatum>2026-04-02T00:00:00</checksumDatum>
        </checksum>
        <isRepresentatieVan>
          <verwijzingNaam>Ondermijning (bestuurlijke nota)</verwijzingNaam>
          <verwijzingIdentificatie>
            <identificatieKenmerk>proef/nota</identificatieKenmerk>
            <identificatieBron>Rekenkamer Proefstad</identificatieBron>
          </verwijzingIdentificatie>
        </isRepresentatieVan>
      </bestand>
    </MDTO>
    "#);
}

#[test]
fn a_rekenkamer_of_several_municipalities_publishes_under_its_own_name() {
    let work = finished();
    says(
        &work,
        "  publisher:\n    name: Rekenkamer Proefstad\n    \
         tooi: https://identifier.overheid.nl/tooi/id/so/so0123\n",
    );
    assert_eq!(work.run(PUBLISH).status, 0);
    let text = metadata(&work, "nota.diwoo.xml");
    let own = "resource=\"https://identifier.overheid.nl/tooi/id/so/so0123\">Rekenkamer Proefstad<";
    assert_eq!(text.matches(own).count(), 3, "{text}");
    assert!(!text.contains("gm9999"), "{text}");
}

#[test]
fn the_page_lists_the_files_and_the_reason_of_a_closed_step() {
    let work = Work::with_case();
    work.shorten_nota();
    work.edit("case.yaml", "status: concept", "status: definitief");
    says(&work, "  closed:\n    - {step: reaction, reason: Het college *wilde* niet.}\n");
    assert_eq!(work.run(PUBLISH).status, 0);
    let page = work.read("output/proef/publicatie/index.html");
    let main = page.split("<main").nth(1).and_then(|rest| rest.split("</main>").next());
    let size = regex::Regex::new("[0-9]+\u{a0}kB").expect("a pattern");
    assert_snapshot!(size.replace_all(main.expect("a text"), "SIZE").into_owned(), @r#"
     id="tekst" tabindex="-1">
    <p>Ten dele.</p>
    <h2>Bestuurlijke nota</h2>
    <p>Wat de rekenkamer concludeert en aanbeveelt.</p>
    <ul class="files">
    <li><a href="nota.html">Bestuurlijke nota als webpagina</a> <span class="size">(SIZE)</span>: leest goed op een telefoon</li>
    </ul>
    <h2>Over dit onderzoek</h2>
    <dl class="facts">
    <dt>Onderzoek door</dt><dd>Rekenkamer Proefstad</dd>
    <dt>Onderzocht</dt><dd>Gemeente Proefstad</dd>
    <dt>Datum van het rapport</dt><dd>1 maart 2026</dd>
    <dt>Uitgegeven door</dt><dd>Gemeente Proefstad</dd>
    </dl>
    <h2>Wat niet is gebeurd</h2>
    <h3>Bestuurlijke reactie</h3>
    <p>Het college wilde niet.</p>
    <h2>Voor andere programma’s</h2>
    <h3>Voor wie het onderzoek wil vergelijken</h3>
    <p>Het oordeel per norm, als gegevens.</p>
    <ul class="files">
    <li><a href="scorekaart.json">scorekaart.json</a> <span class="size">(SIZE)</span></li>
    </ul>
    <h3>Voor zoekdiensten van de overheid</h3>
    <p>Een beschrijving van elk document, volgens DiWoo.</p>
    <ul class="files">
    <li><a href="metadata&#x2f;nota.diwoo.xml">nota.diwoo.xml</a> <span class="size">(SIZE)</span></li>
    </ul>
    <h3>Voor het archief</h3>
    <p>Een beschrijving van elk document en elk bestand, volgens MDTO.</p>
    <details>
    <summary>4 bestanden</summary>
    <ul class="files">
    <li><a href="metadata&#x2f;nota.mdto.xml">nota.mdto.xml</a> <span class="size">(SIZE)</span></li>
    <li><a href="metadata&#x2f;nota.html.bestand.mdto.xml">nota.html.bestand.mdto.xml</a> <span class="size">(SIZE)</span></li>
    <li><a href="metadata&#x2f;scorekaart.mdto.xml">scorekaart.mdto.xml</a> <span class="size">(SIZE)</span></li>
    <li><a href="metadata&#x2f;scorekaart.json.bestand.mdto.xml">scorekaart.json.bestand.mdto.xml</a> <span class="size">(SIZE)</span></li>
    </ul>
    </details>
    <h3>Controlegetallen</h3>
    <p>In <a href="SHA256SUMS">SHA256SUMS</a> staat bij elk bestand een controlegetal. Daarmee gaat u na of een bestand onderweg is veranderd. Op Linux doet u dat met <code>sha256sum --check SHA256SUMS</code>, op de Mac met <code>shasum -a 256 --check SHA256SUMS</code>. Op Windows geeft <code>Get-FileHash</code> met een bestandsnaam het getal van dat bestand.</p>
    "#);
}

#[test]
fn a_fictional_study_says_so_in_each_description() {
    let work = finished();
    work.edit(
        "case.yaml",
        "status: definitief",
        "status: fictief\n  notice: Deze gemeente bestaat niet.",
    );
    assert_eq!(work.run(PUBLISH).status, 0);
    for path in published(&work).iter().filter(|path| path.contains("nota.")) {
        let text = work.read(&format!("output/proef/publicatie/{path}"));
        assert!(text.to_lowercase().contains("fictief"), "{path}");
        assert!(!text.contains("gm9999"), "{path}: a fictional municipality is in no register");
    }
    assert!(
        work.read("output/proef/publicatie/index.html").contains("Deze gemeente bestaat niet.")
    );
}

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
fn hostile_texts_stay_texts() {
    let work = finished();
    says(
        &work,
        "  summary: \"</script><script>alert(1)</script> & ]]> <b>\"\n  \
         subjects: [\"<a href='x'>\"]\n  identifier: \"../../x\\\" onload=\\\"y\"\n",
    );
    assert_eq!(work.run(PUBLISH).status, 0);
    let page = work.read("output/proef/publicatie/index.html");
    assert_eq!(page.matches("<script").count(), 1, "{page}");
    assert!(!page.contains("alert(1)</script>"), "{page}");
    let python = python();
    if needs(&python, &["-c", "import lxml"]) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/publication.py");
        let mut command = Command::new(python);
        let done = done_of(command.arg(script).arg(work.path("output/proef/publicatie")));
        assert!(done.ends_with("0 problems\n"), "{done}");
    }
}

fn done_of(command: &mut Command) -> String {
    let done = command.output().expect("it runs");
    String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr)
}

#[test]
fn sha256sum_finds_the_files_whole() {
    let work = finished();
    assert_eq!(work.run(PUBLISH).status, 0);
    if needs("sha256sum", &["--version"]) {
        let mut command = Command::new("sha256sum");
        command.args(["--check", "--strict", "--quiet", "SHA256SUMS"]);
        let done = command.current_dir(work.path("output/proef/publicatie")).output();
        assert!(done.expect("it runs").status.success());
    }
}

/// A reconstruction is not the work of the rekenkamer whose study it is about.
#[test]
fn a_reconstruction_names_who_made_it_and_not_the_rekenkamer() {
    let work = finished();
    work.edit(
        "case.yaml",
        "status: definitief",
        "status: reconstructie\n  notice: Dit is niet het rapport zelf.",
    );
    assert_snapshot!(work.run(PUBLISH).seen(), @"
    fout[R748]: de metadata missen wie het openbaar maakt (`publication: publisher:`)
    --> cases/proef/case.yaml
     |
    hulp: vul dat in, of laat de metadata weg met `--without metadata`

    waarschuwing[R393]: hier valt niets te aanvaarden: `R367` komt bij `CA-6` niet voor
      --> cases/proef/case.yaml:68:11
       |
    68 |   - code: R367
       |           ^^^^
       |
    hulp: haal dit onderdeel weg

    waarschuwing[R393]: hier valt niets te aanvaarden: `R376` komt bij `fte-capacity` niet voor
      --> cases/proef/case.yaml:71:11
       |
    71 |   - code: R376
       |           ^^^^
       |
    hulp: haal dit onderdeel weg

    1 fout, 2 waarschuwingen
    er is niets geschreven
    status 1
    ");
    says(&work, "  publisher: {name: Stichting Nagelezen}\n");
    assert_eq!(work.run(PUBLISH).status, 0);
    for path in
        published(&work).iter().filter(|path| path.contains("nota.") && *path != "nota.html")
    {
        let text = work.read(&format!("output/proef/publicatie/{path}"));
        assert!(text.contains("Stichting Nagelezen"), "{path}: {text}");
        assert!(!text.contains("Rekenkamer Proefstad"), "{path}: {text}");
    }
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
    fout[R745]: dit onderzoek kan nog niet worden gepubliceerd: 1 plaats nog in te vullen
      --> cases/proef/case.yaml:15:11
       |
    15 |   status: definitief
       |           ^^^^^^^^^^
       |
    hulp: vul in, los op of aanvaard met een reden; de status staat bij `study`

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
