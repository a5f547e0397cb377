//! What a project holds: codes, documents, and the passages that were coded in them.

use super::identity;
use super::medium::Medium;
use super::place::Place;
use super::refusal::Refusal;
use super::xml::{self, Element, one_line};
use std::collections::BTreeMap;

/// The most pages of a document.
const MOST_PAGES: i64 = 1_000_000;

/// A project of an analysis program.
pub struct Project {
    /// The program that wrote it, with its version; empty if it does not say.
    pub origin: String,
    /// The people who worked in it.
    pub users: Vec<String>,
    /// In the order of the codebook, each behind the code that it is part of.
    pub codes: Vec<QdaCode>,
    pub documents: Vec<Document>,
    /// Number of memos, which are not read.
    pub memos: usize,
}

pub struct QdaCode {
    pub guid: String,
    /// Its name behind those of the codes that it is part of.
    pub path: String,
    pub description: String,
    /// The codes that it is part of, the outermost first.
    pub above: Vec<String>,
    /// Its own name.
    pub name: String,
    /// Whether other codes are part of it.
    pub has_parts: bool,
}

pub struct Document {
    pub guid: String,
    /// Its name in the program, often that of a file, and often that of a person.
    pub name: String,
    pub medium: Medium,
    /// The names of the cases that the program links it to, often respondents.
    pub people: Vec<String>,
    pub texts: Vec<TextPart>,
    pub passages: Vec<Passage>,
}

/// A text of a document: of itself, of a PDF, or a transcript.
pub struct TextPart {
    pub content: Option<String>,
    pub path: String,
    /// Whether it was made from a formatted text: then a line of it is a paragraph.
    pub formatted: bool,
}

/// A part of a document that has a code.
pub struct Passage {
    pub guid: String,
    /// The GUIDs of its codes.
    pub codes: Vec<String>,
    pub spot: Spot,
    /// The name of the selection: what it quotes, with some programs.
    pub name: String,
    /// What it says, once it is found.
    pub words: Option<String>,
    /// Where it is, for a reader; empty until it is found.
    pub place: Place,
    /// The line of `project.qde` on which it begins.
    pub line: usize,
}

/// Where a passage is, as the program counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// From a character to the one before another, in one of the texts.
    Characters {
        text: usize,
        from: i64,
        to: i64,
    },
    Page(i64),
    /// From and to, in milliseconds.
    Time(i64, i64),
    Area,
    Whole,
    /// A place that no text, page or recording has.
    Nowhere,
}

/// Reads `project.qde`.
pub fn read(text: &str) -> Result<Project, Refusal> {
    let root = xml::read(text, "Project")?;
    identity::check(&root)?;
    let users = root.first("Users").into_iter().flat_map(|users| users.all("User"));
    let users = users.map(|user| one_line(user.get("name"))).filter(|name| !name.is_empty());
    let mut documents = Vec::new();
    for source in root.first("Sources").into_iter().flat_map(|sources| &sources.children) {
        documents.extend(document(source));
    }
    let origin = one_line(root.get("origin"));
    // Some programs are a user themselves.
    let program = |name: &String| origin.to_lowercase().starts_with(&name.to_lowercase());
    let users = users.filter(|name| !program(name)).collect();
    respondents(&root, &mut documents);
    let memos = root.first("Notes").map_or(0, |notes| notes.children.len());
    Ok(Project { users, codes: codes(&root), documents, memos, origin })
}

/// The codes of a project or a codebook.
pub fn codes(root: &Element) -> Vec<QdaCode> {
    let book = root.first("CodeBook").unwrap_or(root);
    let mut out = Vec::new();
    let top = book.first("Codes").into_iter().flat_map(|codes| codes.all("Code"));
    top.for_each(|code| add_code(code, &[], &mut out));
    out
}

fn add_code(code: &Element, above: &[String], out: &mut Vec<QdaCode>) {
    let name = one_line(code.get("name"));
    let mut path = above.to_vec();
    path.push(name.clone());
    let description = code.first("Description").map(|text| text.text.trim().to_owned());
    out.push(QdaCode {
        guid: code.guid("guid"),
        path: path.join(" / "),
        description: description.unwrap_or_default(),
        above: above.to_vec(),
        name,
        has_parts: code.first("Code").is_some(),
    });
    code.all("Code").for_each(|part| add_code(part, &path, out));
}

fn document(source: &Element) -> Option<Document> {
    let medium = Medium::of(source)?;
    let mut out = Document {
        guid: source.guid("guid"),
        name: one_line(source.get("name")),
        medium,
        people: Vec::new(),
        texts: Vec::new(),
        passages: Vec::new(),
    };
    match medium {
        Medium::Text => text(source, &mut out),
        _ => {
            let own = ["Representation", "TextDescription", "Transcript"];
            let texts = source.children.iter().filter(|c| own.contains(&c.name.as_str()));
            texts.for_each(|own| text(own, &mut out));
            let parts = source.children.iter().filter(|child| child.name.ends_with("Selection"));
            out.passages.extend(parts.filter_map(part_of_medium));
            whole(source, &mut out);
        }
    }
    if out.name.is_empty() {
        let path =
            [source.get("plainTextPath"), source.get("path")].into_iter().find(|p| !p.is_empty());
        out.name = one_line(path.and_then(|path| path.rsplit(['/', '\\']).next()).unwrap_or(""));
    }
    Some(out)
}

/// Adds a text with the passages in it.
fn text(element: &Element, out: &mut Document) {
    let at = out.texts.len();
    out.texts.push(TextPart {
        content: element.first("PlainTextContent").map(|content| content.text.clone()),
        path: element.get("plainTextPath").to_owned(),
        formatted: !element.get("richTextPath").is_empty(),
    });
    let points: BTreeMap<String, &Element> =
        element.all("SyncPoint").map(|point| (point.guid("guid"), point)).collect();
    for part in &element.children {
        let spot = match part.name.as_str() {
            "PlainTextSelection" => Spot::Characters {
                text: at,
                from: number(part, "startPosition"),
                to: number(part, "endPosition"),
            },
            "TranscriptSelection" => {
                let point = |name| points.get(&part.guid(name)).copied();
                let (from, to) = (point("fromSyncPoint"), point("toSyncPoint"));
                let of =
                    |name| from.zip(to).map(|(from, to)| (number(from, name), number(to, name)));
                match (of("position"), of("timeStamp")) {
                    (Some((from, to)), _) if from >= 0 && to > from => {
                        Spot::Characters { text: at, from, to }
                    }
                    (_, Some((from, to))) => Spot::Time(from, to),
                    _ => Spot::Nowhere,
                }
            }
            _ => continue,
        };
        out.passages.extend(passage(part, spot));
    }
    whole(element, out);
}

/// Adds the codes of a document as a whole.
fn whole(element: &Element, out: &mut Document) {
    let codings = element.all("Coding");
    out.passages.extend(codings.map(|own| Passage::at(own, codes_of([own]), Spot::Whole)));
}

/// A part of a PDF, a picture or a recording.
fn part_of_medium(part: &Element) -> Option<Passage> {
    let spot = match part.name.as_str() {
        "PDFSelection" => Spot::Page(number(part, "page")),
        "AudioSelection" | "VideoSelection" => {
            Spot::Time(number(part, "begin"), number(part, "end"))
        }
        _ => Spot::Area,
    };
    let mut out = passage(part, spot)?;
    let said = part.first("Representation").and_then(|text| text.first("PlainTextContent"));
    out.words = said.map(|content| content.text.clone());
    Some(out)
}

/// A selection, if it has a code.
fn passage(part: &Element, spot: Spot) -> Option<Passage> {
    let codes = codes_of(part.all("Coding"));
    let name = part.get("name").to_owned();
    (!codes.is_empty()).then(|| Passage { name, ..Passage::at(part, codes, spot) })
}

impl Spot {
    /// The same, if a text, page or recording can have it.
    fn possible(self) -> Self {
        let is_possible = match self {
            Self::Characters { from, to, .. } => from >= 0 && to > from,
            Self::Page(page) => (0..MOST_PAGES).contains(&page),
            Self::Time(from, to) => from >= 0 && to >= from,
            Self::Area | Self::Whole | Self::Nowhere => true,
        };
        if is_possible { self } else { Self::Nowhere }
    }
}

impl Passage {
    /// Whether it is a part of the text with this number.
    pub fn is_in(&self, number: usize) -> bool {
        matches!(self.spot, Spot::Characters { text, .. } if text == number)
    }

    fn at(element: &Element, codes: Vec<String>, spot: Spot) -> Self {
        let (guid, spot, line) = (element.guid("guid"), spot.possible(), element.line);
        Self { guid, codes, spot, name: String::new(), words: None, place: Place::Whole, line }
    }
}

fn codes_of<'a>(codings: impl IntoIterator<Item = &'a Element>) -> Vec<String> {
    // A code that is not said is one that the codebook does not have.
    let code = |coding: &Element| coding.first("CodeRef").map(|code| code.guid("targetGUID"));
    let mut codes: Vec<String> =
        codings.into_iter().map(|coding| code(coding).unwrap_or_default()).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// A whole number; -1 where there is none.
fn number(element: &Element, name: &str) -> i64 {
    element.get(name).parse().unwrap_or(-1)
}

/// Adds to each document the names of the cases that the program links it to.
fn respondents(root: &Element, documents: &mut [Document]) {
    let mut named: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for case in root.first("Cases").into_iter().flat_map(|cases| cases.all("Case")) {
        let name = one_line(case.get("name"));
        for target in case.all("SourceRef").filter(|_| !name.is_empty()) {
            named.entry(target.guid("targetGUID")).or_default().push(name.clone());
        }
    }
    for document in documents {
        document.people = named.remove(&document.guid).unwrap_or_default();
    }
}
