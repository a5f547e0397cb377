"""Holds the metadata and checksums of a publication against what their standards ask.

    publication.py FOLDER [--schemas FOLDER]

The schemas are in no package registry. With --schemas, a folder with `diwoo-metadata.xsd`,
`diwoo-metadata-lijsten.xsd` (version 0.9.8, standaarden.overheid.nl/diwoo) and `MDTO-XML1.0.1.xsd`
(nationaalarchief.nl), each file is validated by them too. Without it, the structure is checked
that these schemas ask: which elements, in which order, with which terms.
"""

import argparse
import hashlib
import html
import json
import re
import sys
from pathlib import Path

from lxml import etree

DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"
MDTO = "https://www.nationaalarchief.nl/mdto"
KERN = "https://identifier.overheid.nl/tooi/def/thes/kern/"
LANGUAGE = "http://publications.europa.eu/resource/authority/language/"
FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"

# DiWoo, type DiWooType: its elements in any order, the required ones marked.
DIWOO_ELEMENTS = {
    "identifiers": False, "publisher": True, "opsteller": False, "titelcollectie": True,
    "omschrijvingen": False, "classificatiecollectie": True, "creatiedatum": False,
    "language": False, "format": False, "documenthandelingen": True,
}
# Terms and the beginning of their address.
DIWOO_TERMS = {
    "informatiecategorie": KERN + "c_fdaee95e", "documentsoort": KERN + "c_6f49bf34",
    "soortHandeling": KERN + "c_641ecd76", "language": LANGUAGE + "NLD", "format": FILE_TYPE,
}
# MDTO, in the order of the schema; `+` is required.
OBJECT = [
    "identificatie+", "naam+", "aggregatieniveau", "classificatie", "trefwoord", "omschrijving",
    "raadpleeglocatie", "dekkingInTijd", "dekkingInRuimte", "taal", "event", "waardering+",
    "bewaartermijn", "informatiecategorie", "isOnderdeelVan", "bevatOnderdeel",
    "heeftRepresentatie", "aanvullendeMetagegevens", "gerelateerdInformatieobject",
    "archiefvormer+", "betrokkene", "activiteit", "beperkingGebruik+",
]
FILE = ["identificatie+", "naam+", "omvang+", "bestandsformaat+", "checksum+", "URLBestand",
        "isRepresentatieVan+"]

wrong = []


def tell(path, text):
    wrong.append(f"{path}: {text}")


def name(element):
    return etree.QName(element).localname


def diwoo(path, root):
    if root.tag != f"{{{DIWOO}}}Document" or [name(e) for e in root] != ["DiWoo"]:
        return tell(path, "is no diwoo:Document with a diwoo:DiWoo")
    found = [name(element) for element in root[0]]
    for element in sorted(set(found)):
        if found.count(element) > 1 or element not in DIWOO_ELEMENTS:
            tell(path, f"{element} does not fit, or stands there twice")
    for element, required in DIWOO_ELEMENTS.items():
        if required and element not in found:
            tell(path, f"{element} is missing")
    for element in root.iter():
        if not len(element) and not (element.text or "").strip():
            tell(path, f"{name(element)} is empty")
        term, address = DIWOO_TERMS.get(name(element)), element.get("resource", "")
        if term and not address.startswith(term):
            tell(path, f"{name(element)} has the address {address!r}")
    for time in root.iter(f"{{{DIWOO}}}atTime"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", time.text or ""):
            tell(path, f"{time.text!r} is no moment")


def mdto(path, root, folder):
    kinds = {"informatieobject": OBJECT, "bestand": FILE}
    if root.tag != f"{{{MDTO}}}MDTO" or len(root) != 1 or name(root[0]) not in kinds:
        return tell(path, "is no MDTO with an informatieobject or a bestand")
    order = [element.rstrip("+") for element in kinds[name(root[0])]]
    found = [name(element) for element in root[0]]
    if unknown := sorted(set(found) - set(order)):
        return tell(path, f"{', '.join(unknown)} is not in the schema")
    if found != sorted(found, key=order.index):
        tell(path, "elements are not in the order of the schema")
    for element in kinds[name(root[0])]:
        if element.endswith("+") and element.rstrip("+") not in found:
            tell(path, f"{element.rstrip('+')} is missing")
    for term in root.iter(f"{{{MDTO}}}begripLabel"):
        if not any(name(other) == "begripBegrippenlijst" for other in term.getparent()):
            tell(path, f"{term.text!r} names no list")
    if name(root[0]) == "bestand":
        text = {name(element): element.text for element in root.iter()}
        bytes_ = (folder / text["naam"]).read_bytes()
        if int(text["omvang"]) != len(bytes_):
            tell(path, "another size than that of its file")
        if text["checksumWaarde"] != hashlib.sha256(bytes_).hexdigest():
            tell(path, "another checksum than that of its file")


def page(path, folder):
    text = path.read_text("utf-8")
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    about = json.loads(data.group(1))
    for key in ["@context", "@type", "name", "description", "inLanguage", "author", "encoding"]:
        if not about.get(key):
            tell(path, f"JSON-LD has no {key}")
    for medium in about["encoding"]:
        if hashlib.sha256((folder / medium["contentUrl"]).read_bytes()).hexdigest() != medium["sha256"]:
            tell(path, f"another checksum for {medium['contentUrl']}")
    for link in map(html.unescape, re.findall(r'<a href="([^"]+)"', text)):
        if not link.startswith("#") and not (folder / link).is_file():
            tell(path, f"links to {link}, which is not there")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--schemas", type=Path)
    arguments = arguments.parse_args()
    folder = arguments.folder
    schemas = {}
    if arguments.schemas:
        diwoo_text = (arguments.schemas / "diwoo-metadata.xsd").read_text("utf-8")
        # The schema of DiWoo names that of MDTO by its address on the web.
        diwoo_text = diwoo_text.replace(
            "https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd", "MDTO-XML1.0.1.xsd")
        tree = etree.fromstring(diwoo_text.encode(), base_url=str(arguments.schemas / "x.xsd"))
        schemas[DIWOO] = etree.XMLSchema(tree)
        schemas[MDTO] = etree.XMLSchema(file=str(arguments.schemas / "MDTO-XML1.0.1.xsd"))
    described = sorted(folder.glob("metadata/*.xml"))
    for path in described:
        root = etree.parse(str(path)).getroot()
        diwoo(path, root) if root.tag.startswith(f"{{{DIWOO}}}") else mdto(path, root, folder)
        schema = schemas.get(etree.QName(root).namespace)
        if schema is not None and not schema.validate(root):
            tell(path, str(schema.error_log))
    page(folder / "index.html", folder)
    listed = {line.split("  ", 1)[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    if listed != present - {"SHA256SUMS"}:
        tell(folder, f"SHA256SUMS lists other files: {sorted(listed ^ present)}")
    print("\n".join(wrong))
    by = "their schemas and their structure" if schemas else "their structure"
    print(f"{len(described)} descriptions held against {by}, {len(wrong)} problems")
    sys.exit(bool(wrong) or not described)


main()
