//! The descriptions for an archive: MDTO-XML 1.0.1 of the Nationaal Archief
//! (<https://github.com/NationaalArchief/MDTO-XSD>), one of each document (`informatieobject`) and
//! one of each of its files (`bestand`), named as the specification of a SIP asks.
//!
//! Elements stand in the order of the schema. Terms come from the lists of MDTO; what the case does
//! not say, such as a restriction of use, is *Nader te bepalen*, which these lists have for it.

use super::facts::Facts;
use super::file::File;
use crate::assets::sha256;
use crate::model::{Appraisal, Publisher};
use crate::publish::Xml;

const NAMESPACE: &str = "https://www.nationaalarchief.nl/mdto";

/// A document, of which files are representations.
pub struct Object<'a> {
    /// Its name in the publication.
    pub name: &'a str,
    pub title: String,
    pub files: &'a [&'a File],
}

/// The description of a document.
pub fn object(facts: &Facts, object: &Object<'_>) -> String {
    rooted("informatieobject", |xml| {
        identified(facts, object.name, xml);
        xml.leaf("naam", &[], &object.title);
        term("aggregatieniveau", "Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO", xml);
        facts.subjects.iter().for_each(|word| xml.leaf("trefwoord", &[], word));
        facts.descriptions().for_each(|text| xml.leaf("omschrijving", &[], text));
        reference("dekkingInRuimte", &facts.body, xml);
        xml.leaf("taal", &[], "nl");
        event("Creatie", &facts.date.to_string(), facts, xml);
        if let Some(day) = facts.on {
            event("Publicatie", &day.to_string(), facts, xml);
        }
        xml.element("waardering", &[], |xml| {
            let (label, code) = match facts.appraisal {
                Some(Appraisal::Permanent) => ("Blijvend te bewaren", "B"),
                Some(Appraisal::Temporary) => ("Tijdelijk te bewaren", "V"),
                None => ("Nader te bepalen", "N"),
            };
            xml.leaf("begripLabel", &[], label);
            xml.leaf("begripCode", &[], code);
            list("Begrippenlijst Waarderingen MDTO", xml);
        });
        for file in object.files {
            xml.element("heeftRepresentatie", &[], |xml| {
                xml.leaf("verwijzingNaam", &[], &file.path);
                xml.element("verwijzingIdentificatie", &[], |xml| inside(facts, &file.path, xml));
            });
        }
        reference("archiefvormer", &facts.author(), xml);
        xml.element("beperkingGebruik", &[], |xml| {
            let (label, name) =
                ("Nader te bepalen", "Begrippenlijst BeperkingGebruikTypeLijst MDTO");
            term("beperkingGebruikType", label, name, xml);
        });
    })
}

/// The description of a file.
pub fn file(facts: &Facts, object: &Object<'_>, file: &File) -> String {
    rooted("bestand", |xml| {
        identified(facts, &file.path, xml);
        xml.leaf("naam", &[], &file.path);
        xml.leaf("omvang", &[], &file.bytes.len().to_string());
        term("bestandsformaat", file.role.media_type(), "IANA Media Types", xml);
        xml.element("checksum", &[], |xml| {
            let name = "Begrippenlijst ChecksumAlgoritme MDTO";
            term("checksumAlgoritme", "SHA-256", name, xml);
            xml.leaf("checksumWaarde", &[], &sha256(&file.bytes));
            // The program reads no clock: the day of publication, or else that of the report.
            let day = facts.on.unwrap_or(facts.date.first());
            xml.leaf("checksumDatum", &[], &format!("{day}T00:00:00"));
        });
        xml.element("isRepresentatieVan", &[], |xml| {
            xml.leaf("verwijzingNaam", &[], &object.title);
            xml.element("verwijzingIdentificatie", &[], |xml| inside(facts, object.name, xml));
        });
    })
}

fn rooted(kind: &str, inner: impl FnOnce(&mut Xml)) -> String {
    let mut xml = Xml::indented();
    let schema = format!("{NAMESPACE} {NAMESPACE}/MDTO-XML1.0.1.xsd");
    let attributes = [
        ("xmlns", NAMESPACE),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("xsi:schemaLocation", schema.as_str()),
    ];
    xml.element("MDTO", &attributes, |xml| xml.element(kind, &[], inner));
    xml.finish() + "\n"
}

/// What identifies a part of the publication: the number of the study or the folder of its case,
/// with the name of the part.
fn inside(facts: &Facts, name: &str, xml: &mut Xml) {
    let study = facts.identifier.as_ref().unwrap_or(&facts.case);
    xml.leaf("identificatieKenmerk", &[], &format!("{study}/{name}"));
    xml.leaf("identificatieBron", &[], &facts.author);
}

fn identified(facts: &Facts, name: &str, xml: &mut Xml) {
    xml.element("identificatie", &[], |xml| inside(facts, name, xml));
}

/// A term of a list.
fn term(element: &str, label: &str, name: &str, xml: &mut Xml) {
    xml.element(element, &[], |xml| {
        xml.leaf("begripLabel", &[], label);
        list(name, xml);
    });
}

fn list(name: &str, xml: &mut Xml) {
    xml.element("begripBegrippenlijst", &[], |xml| xml.leaf("verwijzingNaam", &[], name));
}

/// A reference to an organisation, with its code in TOOI where it has one.
fn reference(element: &str, organisation: &Publisher, xml: &mut Xml) {
    xml.element(element, &[], |xml| {
        xml.leaf("verwijzingNaam", &[], &organisation.name);
        if let Some((register, code)) = organisation.register() {
            xml.element("verwijzingIdentificatie", &[], |xml| {
                xml.leaf("identificatieKenmerk", &[], code);
                xml.leaf("identificatieBron", &[], &format!("TOOI, register {register}"));
            });
        }
    });
}

fn event(kind: &str, time: &str, facts: &Facts, xml: &mut Xml) {
    xml.element("event", &[], |xml| {
        term("eventType", kind, "Begrippenlijst EventTypeLijst MDTO", xml);
        xml.leaf("eventTijd", &[], time);
        xml.element("eventVerantwoordelijkeActor", &[], |xml| {
            xml.leaf("verwijzingNaam", &[], &facts.author);
        });
    });
}
