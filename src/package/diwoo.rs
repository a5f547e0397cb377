//! The description of a document for the Woo: DiWoo metadata 0.9.8
//! (<https://standaarden.overheid.nl/diwoo/metadata>).
//!
//! A website puts such a `diwoo:Document` into its sitemap, below the address of the file. Of what
//! the schema asks, the handling (`documenthandelingen`) is the adoption on the date of the report.

use super::facts::Facts;
use super::tooi::{self, Term};
use crate::markdown::Kind;
use crate::model::Publisher;
use crate::publish::{Form, Xml};

const NAMESPACE: &str = "https://standaarden.overheid.nl/diwoo/metadata/";

/// The description of a document. `form` is that of the file that the sitemap names.
pub fn document(facts: &Facts, kind: Kind, form: Form) -> String {
    let mut xml = Xml::indented();
    xml.element("diwoo:Document", &[("xmlns:diwoo", NAMESPACE)], |xml| {
        xml.element("diwoo:DiWoo", &[], |xml| contents(facts, kind, form, xml));
    });
    xml.finish() + "\n"
}

fn contents(facts: &Facts, kind: Kind, form: Form, xml: &mut Xml) {
    if let Some(identifier) = &facts.identifier {
        xml.element("diwoo:identifiers", &[], |xml| {
            xml.leaf("diwoo:identifier", &[], identifier);
        });
    }
    if let Some(publisher) = &facts.publisher {
        organisation("diwoo:publisher", publisher, xml);
    }
    let author = facts.author();
    organisation("diwoo:opsteller", &author, xml);
    xml.element("diwoo:titelcollectie", &[], |xml| {
        xml.leaf("diwoo:officieleTitel", &[], &facts.title_of(Some(kind)));
    });
    xml.element("diwoo:omschrijvingen", &[], |xml| {
        facts.descriptions().for_each(|text| xml.leaf("diwoo:omschrijving", &[], text));
    });
    xml.element("diwoo:classificatiecollectie", &[], |xml| {
        xml.element("diwoo:informatiecategorieen", &[], |xml| {
            term("diwoo:informatiecategorie", &tooi::RESEARCH_REPORTS, xml);
        });
        xml.element("diwoo:documentsoorten", &[], |xml| {
            term("diwoo:documentsoort", &tooi::RESEARCH_REPORT, xml);
        });
        if !facts.subjects.is_empty() {
            xml.element("diwoo:trefwoorden", &[], |xml| {
                facts.subjects.iter().for_each(|word| xml.leaf("diwoo:trefwoord", &[], word));
            });
        }
    });
    let day = facts.date.first().to_string();
    if facts.day().is_some() {
        xml.leaf("diwoo:creatiedatum", &[], &day);
    }
    term("diwoo:language", &tooi::DUTCH, xml);
    term("diwoo:format", &tooi::format(form), xml);
    xml.element("diwoo:documenthandelingen", &[], |xml| {
        xml.element("diwoo:documenthandeling", &[], |xml| {
            term("diwoo:soortHandeling", &tooi::ADOPTION, xml);
            xml.leaf("diwoo:atTime", &[], &format!("{day}T00:00:00"));
            organisation("diwoo:wasAssociatedWith", &author, xml);
        });
    });
}

fn term(name: &str, term: &Term, xml: &mut Xml) {
    xml.leaf(name, &[("resource", term.address)], term.label);
}

fn organisation(name: &str, publisher: &Publisher, xml: &mut Xml) {
    match &publisher.tooi {
        Some(address) => xml.leaf(name, &[("resource", address)], &publisher.name),
        None => xml.leaf(name, &[], &publisher.name),
    }
}
