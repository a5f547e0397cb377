"""Holds Word files against the schemas of Office Open XML (ECMA-376, Transitional) and against what
Word asks beyond them. Word calls a file broken where an element stands in the wrong order, and no
other office program does.

    python tests/word.py poi-ooxml-full.jar FILE.docx …

The schemas stand in the jar of Apache POI. Needs lxml.
"""

import posixpath
import sys
import tempfile
import zipfile
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
SOURCES = "org/apache/poi/schemas/ooxml/src/"
XML = '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" \
targetNamespace="http://www.w3.org/XML/1998/namespace"><xsd:attribute name="space"/>\
<xsd:attribute name="lang"/><xsd:attribute name="base"/></xsd:schema>'


def schemas(jar):
    """The schemas of WordprocessingML and DrawingML."""
    folder = Path(tempfile.mkdtemp())
    with zipfile.ZipFile(jar) as archive:
        for name in archive.namelist():
            if name.startswith(SOURCES) and name.endswith(".xsd"):
                (folder / name[len(SOURCES) :]).write_bytes(archive.read(name))
    (folder / "xml.xsd").write_text(XML)
    here = '<xsd:import namespace="http://www.w3.org/XML/1998/namespace"'
    for name in ("wml.xsd", "shared-math.xsd"):
        text = (folder / name).read_text()
        (folder / name).write_text(text.replace(here, here + ' schemaLocation="xml.xsd"'))
    return {
        "w": etree.XMLSchema(file=str(folder / "wml.xsd")),
        "a": etree.XMLSchema(file=str(folder / "dml-main.xsd")),
        "pic": etree.XMLSchema(file=str(folder / "dml-picture.xsd")),
    }


def without_extensions(tree):
    """The tree as a program sees it that knows no namespace marked as ignorable."""
    mc = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
    root = tree.getroot()
    ignorable = {root.nsmap.get(p) for p in (root.attrib.pop(mc + "Ignorable", "")).split()}
    for element in list(root.iter(etree.Element)):
        for key in list(element.attrib):
            if etree.QName(key).namespace in ignorable:
                del element.attrib[key]
        if etree.QName(element).namespace in ignorable and element.getparent() is not None:
            element.getparent().remove(element)
    return tree


def target(part, relation):
    if relation.startswith("/"):
        return relation[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), relation))


def problems(path, schema):
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    if names[0] != "[Content_Types].xml" or len(set(names)) < len(names):
        yield "the content types must come first, and each part once"
    trees = {}
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            trees[name] = etree.ElementTree(etree.fromstring(data))
    types = trees["[Content_Types].xml"].getroot()
    covered = {o.get("PartName")[1:] for o in types.iter(TYPES + "Override")}
    endings = {d.get("Extension").lower() for d in types.iter(TYPES + "Default")}
    for name in set(names) - {"[Content_Types].xml"}:
        if name not in covered and name.rsplit(".", 1)[-1].lower() not in endings:
            yield f"{name} has no content type"
    for name in covered - set(names):
        yield f"a content type is given for {name}, which is not there"
    for name, tree in trees.items():
        root = etree.QName(tree.getroot())
        prefix = {W[1:-1]: "w"}.get(root.namespace, "a" if root.localname == "theme" else None)
        if prefix:
            tree = without_extensions(tree)
            if not schema[prefix].validate(tree):
                for error in list(schema[prefix].error_log)[:5]:
                    yield f"{name}:{error.line}: {error.message}"
        for inner in tree.iter("{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"):
            if not schema["pic"].validate(etree.ElementTree(etree.fromstring(etree.tostring(inner)))):
                yield f"{name}: {schema['pic'].error_log[0].message}"
        yield from relations(name, tree, trees, names)
    yield from document(trees)


def relations(name, tree, trees, names):
    """Every relationship that is used is there, and leads to a part that is there."""
    if name.endswith(".rels"):
        return
    beside = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
    own = trees[beside].getroot().iter(RELATIONSHIPS + "Relationship") if beside in trees else []
    known = {}
    for relation in own:
        known[relation.get("Id")] = relation
        if relation.get("TargetMode") != "External" and target(name, relation.get("Target")) not in names:
            yield f"{name} leads to {relation.get('Target')}, which is not there"
    for element in tree.iter(etree.Element):
        for key, value in element.attrib.items():
            if key.startswith(R) and value not in known:
                yield f"{name} uses the relationship {value}, which is not there"


def document(trees):
    """What the schema cannot say."""
    body = trees["word/document.xml"]
    wp = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    for what, found in {
        "picture": [e.get("id") for e in body.iter(wp + "docPr")],
        "bookmark": [e.get(W + "id") for e in body.iter(W + "bookmarkStart")],
        "bookmark name": [e.get(W + "name") for e in body.iter(W + "bookmarkStart")],
    }.items():
        if len(set(found)) < len(found):
            yield f"a {what} twice"
    marks = {e.get(W + "name") for e in body.iter(W + "bookmarkStart")}
    for mark in marks:
        if len(mark) > 40 or not (mark[0].isalpha() or mark[0] == "_"):
            yield f"{mark} is no name of a bookmark"
    for link in body.iter(W + "hyperlink"):
        if link.get(W + "anchor") not in marks | {None}:
            yield f"a link leads to {link.get(W + 'anchor')}, which is not there"
    for cell in body.iter(W + "tc"):
        if cell[-1].tag != W + "p":
            yield "a cell does not end in a paragraph"
    for table in body.iter(W + "tbl"):
        if len(table.find(W + "tblGrid")) != max(len(r.findall(W + "tc")) for r in table.iter(W + "tr")):
            yield "a table with more columns than its grid"
        after = table.getnext()
        if after is not None and after.tag == W + "tbl":
            yield "two tables without a paragraph between them"
    styles = {s.get(W + "styleId") for s in trees["word/styles.xml"].iter(W + "style")}
    for name, tree in trees.items():
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            for element in tree.iter(W + kind):
                if element.get(W + "val") not in styles:
                    yield f"{name} uses the style {element.get(W + 'val')}, which is not there"
    numbers = {n.get(W + "numId") for n in trees["word/numbering.xml"].iter(W + "num")} | {"0"}
    for number in body.iter(W + "numId"):
        if number.get(W + "val") not in numbers:
            yield f"a paragraph uses the list {number.get(W + 'val')}, which is not there"
    fields = [e.get(W + "fldCharType") for e in body.iter(W + "fldChar")]
    if fields.count("begin") != fields.count("end"):
        yield "a field that does not end"


def main():
    jar, *files = sys.argv[1:]
    schema = schemas(jar)
    wrong = 0
    for path in files:
        for problem in problems(path, schema):
            wrong += 1
            print(f"{path}: {problem}")
    print(f"{len(files)} Word files, {wrong} problems")
    sys.exit(bool(wrong))


main()
