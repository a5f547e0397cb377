//! What the metadata of a publication say, for search services and for the archive.

use crate::common::publication::{PUBLISH, finished, metadata, published, says};
use insta::assert_snapshot;

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
