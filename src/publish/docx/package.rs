//! The package around the parts: a zip with content types and relationships.

use super::xml::Xml;
use crate::publish::office::zipped::zipped;
use std::borrow::Cow;
use std::collections::BTreeMap;
use zip::CompressionMethod;

/// The prefix of the types of relationships between parts.
pub const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";

/// A relationship from a part to another part or to an external address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The id by which the part refers to it.
    pub id: String,
    /// The full URI of its type.
    pub kind: String,
    /// Its target: a path in the package, or an address.
    pub target: String,
    /// Whether the target is outside the file.
    pub external: bool,
}

/// The relationships of one part, in the order in which they were requested.
#[derive(Debug, Clone, Default)]
pub struct Relations {
    all: Vec<Relation>,
}

impl Relations {
    /// The id of a relationship, which is created if it does not exist.
    pub fn id(&mut self, kind: &str, target: &str, external: bool) -> String {
        let kind = format!("{RELATION}{kind}");
        let same = |r: &&Relation| r.kind == kind && r.target == target && r.external == external;
        if let Some(relation) = self.all.iter().find(same) {
            return relation.id.clone();
        }
        let id = format!("rId{}", self.all.len() + 1);
        self.all.push(Relation { id: id.clone(), kind, target: target.to_owned(), external });
        id
    }

    /// Relationships with the ids that another file gave them.
    pub fn of(all: Vec<Relation>) -> Self {
        Self { all }
    }

    fn xml(&self) -> String {
        let mut xml = Xml::part();
        xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}relationships"))]);
        for relation in &self.all {
            let mut attributes = vec![
                ("Id", &*relation.id),
                ("Type", &*relation.kind),
                ("Target", &*relation.target),
            ];
            if relation.external {
                attributes.push(("TargetMode", "External"));
            }
            xml.empty("Relationship", &attributes);
        }
        xml.close("Relationships");
        xml.finish()
    }
}

/// A part: its content type, bytes and relationships.
#[derive(Debug, Clone)]
pub struct Part {
    pub kind: String,
    pub bytes: Vec<u8>,
    pub relations: Relations,
}

impl Part {
    pub fn xml(kind: &str, xml: String, relations: Relations) -> Self {
        Self { kind: kind.to_owned(), bytes: xml.into_bytes(), relations }
    }

    /// A part that is not XML and has no relationships.
    pub fn bytes(kind: &str, bytes: Vec<u8>) -> Self {
        Self { kind: kind.to_owned(), bytes, relations: Relations::default() }
    }
}

/// A Word file: its parts by path, without a leading slash.
#[derive(Debug, Default)]
pub struct Package {
    parts: BTreeMap<String, Part>,
}

impl Package {
    /// Adds a part; `false` if there already is a part at that path.
    pub fn add(&mut self, path: &str, part: Part) -> bool {
        let free = !self.parts.contains_key(path);
        self.parts.entry(path.to_owned()).or_insert(part);
        free
    }

    /// Writes the file. The same parts give the same bytes: order and times are fixed. `root` holds
    /// the parts that a reader starts from, each with its relationship type.
    ///
    /// # Errors
    /// If a part is larger than a zip can hold.
    pub fn write(&self, root: &[(&str, &str)]) -> zip::result::ZipResult<Vec<u8>> {
        let root = root.iter().enumerate().map(|(index, (kind, path))| Relation {
            id: format!("rId{}", index + 1),
            kind: (*kind).to_owned(),
            target: format!("/{path}"),
            external: false,
        });
        let mut files: Vec<(String, Cow<'_, [u8]>)> = vec![
            ("[Content_Types].xml".to_owned(), self.content_types().into_bytes().into()),
            ("_rels/.rels".to_owned(), Relations::of(root.collect()).xml().into_bytes().into()),
        ];
        for (path, part) in &self.parts {
            files.push((path.clone(), part.bytes.as_slice().into()));
            if !part.relations.all.is_empty() {
                let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
                let beside = format!("{folder}/_rels/{name}.rels");
                let beside = beside.trim_start_matches('/').to_owned();
                files.push((beside, part.relations.xml().into_bytes().into()));
            }
        }
        zipped(files.iter().map(|(path, bytes)| (&**path, CompressionMethod::Deflated, &**bytes)))
    }

    fn content_types(&self) -> String {
        let mut xml = Xml::part();
        xml.open("Types", &[("xmlns", &format!("{PACKAGE}content-types"))]);
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        for (path, part) in &self.parts {
            let path = format!("/{path}");
            xml.empty("Override", &[("PartName", &path), ("ContentType", &part.kind)]);
        }
        xml.close("Types");
        xml.finish()
    }
}

/// The content type of a WordprocessingML part, such as `styles`.
pub fn word_type(name: &str) -> String {
    format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml")
}
