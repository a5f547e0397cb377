//! What a publication holds: documents, descriptions, checksums, a page, and the same as a zip.
#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::publication::{PUBLISH, finished, metadata, published, says};
use crate::common::{Work, needs, python};
use insta::assert_snapshot;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

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
