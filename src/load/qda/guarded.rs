//! `confidential-passages.yaml`: who is behind each document of a project, and the passages that were
//! taken over from it. Git and all outputs leave it out, as they do the key file.

use super::medium::Medium;
use super::project::Document;
use super::taking::{Leaving, Taking, passages_of};
use crate::diagnostics::{Code, Diagnostic, PASSAGES, Phrase, Span, phrase, portable};
use crate::load::edit::{self, Step, Value};
use crate::load::loader::{Loader, cx};
use crate::load::raw::case::RawSources;
use crate::load::raw::qda::{RawCodedDocument, RawPassage, RawPassages, RawQuoted};
use crate::load::raw::{Context, Text};
use crate::load::revise::Opened;
use crate::model::{Label, Secret, SourceKind};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// How the file begins where it is new. The key of its users is added where there are some.
const BEGIN: &str = "# De documenten uit het analyseprogramma, en wat daaruit is overgenomen. Dit bestand blijft buiten git
# en buiten elke uitvoer, net als confidential.yaml. Vul bij elk document in:
#   code    zo heet de bron in sources.yaml; bestaat die code daar al, dan is het die bron
#   kind    document | interview | group-session | observation | data
#   title   de rol van wie er spreekt, zoals Medewerker veiligheid; nooit een naam
#   people  de namen van wie er spreekt; die komen in confidential.yaml
# Een document zonder title wordt niet overgenomen.
documents:
";

/// The fewest words of a stretch that is searched for in outputs.
const STRETCH: usize = 8;

/// The file as it is, or as it begins.
#[derive(Default)]
pub struct Guarded {
    /// The file that is there.
    pub file: Option<Opened>,
    pub text: String,
    pub users: Vec<String>,
    pub documents: Vec<Known>,
    /// What was taken over before.
    pub passages: Vec<Taken>,
    /// The findings and GUIDs of passages that were put as quotes before.
    pub quoted: BTreeSet<(String, String)>,
}

/// A document as the researchers know it.
pub struct Known {
    pub guid: String,
    pub code: Option<String>,
    /// Where its code stands; `None` for one that is new in the file.
    pub span: Option<Span>,
    pub kind: Option<SourceKind>,
    /// Empty as long as it is not filled in.
    pub title: String,
    /// Where its title stands, if it is filled in.
    pub title_span: Option<Span>,
    /// Its name in the program.
    pub name: String,
    pub people: Vec<String>,
}

/// A passage that was taken over before.
pub struct Taken {
    /// The code of its source.
    pub source: String,
    pub guid: String,
    pub code: String,
    /// The GUID of the code, which stays when it gets another name.
    pub code_guid: Option<String>,
    pub to: String,
    pub finding: String,
    pub place: String,
    pub text: String,
    /// Where the researchers ask for it as a quote.
    pub quote: Option<Span>,
}

impl Loader {
    /// The file of a case, or a new one for the documents of a project. Those that it does not have
    /// yet are added to its text.
    pub(super) fn guarded(&mut self, folder: &Path, taking: &mut Taking<'_>) -> Option<Guarded> {
        let mut guarded = match passages_of(folder).symlink_metadata() {
            Err(_) => {
                let (text, users) = (BEGIN.to_owned(), taking.project.users.clone());
                Guarded { text, users, ..Guarded::default() }
            }
            Ok(_) => {
                let file = self.opened(PASSAGES, folder)?;
                let contents = self.contents(&file)?;
                Guarded { text: file.text.clone(), file: Some(file), ..contents }
            }
        };
        let shown = portable(passages_of(folder));
        let own = |guid: &str| taking.project.documents.iter().any(|d| d.guid == guid);
        if !guarded.documents.is_empty() && !guarded.documents.iter().any(|d| own(&d.guid)) {
            let diagnostic = Diagnostic::of_file(Code::QdaOtherProject, taking.shown.clone());
            self.report.push(diagnostic.with("expected", shown));
            return None;
        }
        let new = guarded.add_new(taking);
        if let Err(error) = new {
            self.report.push(Diagnostic::of_file(Code::NotEditable, shown).with("reason", error));
            return None;
        }
        self.is_small(&passages_of(folder), guarded.text.len()).then_some(guarded)
    }

    /// What the file says.
    fn contents(&mut self, file: &Opened) -> Option<Guarded> {
        let raw = self.raw::<RawPassages>(&file.read)?;
        let mut cx = cx!(self);
        let users = names(raw.users.known().map(|list| list.items), &mut cx);
        let documents = cx.need(raw.documents)?.items;
        let documents = documents.into_iter().filter_map(|d| known(d, &mut cx)).collect();
        let passages = raw.passages.map(|list| list.items).unwrap_or_default();
        let passages = passages.into_iter().filter_map(|passage| taken(passage, &mut cx)).collect();
        let quoted = raw.quoted.known().map(|list| list.items).unwrap_or_default();
        let quoted =
            quoted.into_iter().filter_map(|quoted| self::quoted(quoted, &mut cx)).collect();
        let contents = Guarded { users, documents, passages, quoted, ..Guarded::default() };
        (!self.report.has_errors()).then_some(contents)
    }

    /// The stretches of passages that no output may have: what people said in a conversation, unless
    /// they consented.
    pub(in crate::load) fn said_in_confidence(&mut self, folder: &Path) -> Vec<Secret> {
        if passages_of(folder).symlink_metadata().is_err() {
            return Vec::new();
        }
        let before = std::mem::take(&mut self.report);
        let file = self.opened(PASSAGES, folder);
        let found = file.and_then(|file| self.contents(&file));
        let unread = std::mem::replace(&mut self.report, before);
        let Some(Guarded { documents, passages, .. }) = found else {
            // What cannot be read cannot be searched for: nothing may then be published.
            self.report.extend(unread);
            return Vec::new();
        };
        let (mut open, spoken) = self.consented(folder);
        let written = documents.iter().filter(|d| d.kind.is_some_and(|kind| !kind.is_testimony()));
        let written = written.filter_map(|document| document.code.clone());
        open.extend(written.filter(|code| !spoken.contains(code)));
        let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for passage in passages.into_iter().filter(|passage| !open.contains(&passage.source)) {
            said.entry(passage.source).or_default().extend(stretches(&passage.text));
        }
        let secret = |(source, texts): (String, BTreeSet<String>)| Secret {
            label: Label::What(format!("een passage uit {source}")),
            texts: texts.into_iter().collect(),
        };
        said.into_iter().filter(|(_, texts)| !texts.is_empty()).map(secret).collect()
    }

    /// The codes of the sources that may be quoted, and of those that are conversations.
    fn consented(&mut self, folder: &Path) -> (BTreeSet<String>, BTreeSet<String>) {
        let before = std::mem::take(&mut self.report);
        let own = self.own.len();
        let file = self.opened("sources.yaml", folder);
        let raw = file.and_then(|file| self.raw::<RawSources>(&file.read));
        self.own.truncate(own);
        self.report = before;
        let sources = raw.and_then(|raw| raw.sources.known()).map(|list| list.items);
        let yes = |text: Text<_>| text.value.is_some_and(|word| word.trim() == "true");
        let (mut consented, mut spoken) = (BTreeSet::new(), BTreeSet::new());
        let is_spoken = |word: &str| {
            SourceKind::ALL.iter().any(|kind| kind.key() == word.trim() && kind.is_testimony())
        };
        for source in sources.unwrap_or_default() {
            let Some(code) = source.code.known().and_then(|code| code.value) else { continue };
            if source.kind.known().and_then(|kind| kind.value).is_some_and(|kind| is_spoken(&kind))
            {
                spoken.insert(code.clone());
            }
            if source.consent.known().is_some_and(yes) {
                consented.insert(code);
            }
        }
        (consented, spoken)
    }
}

/// A text in stretches of eight words. Whoever repeats fifteen words in a row repeats one of them.
fn stretches(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.chunks_exact(STRETCH).map(|words| words.join(" ")).collect()
}

fn known(raw: RawCodedDocument, cx: &mut Context<'_>) -> Option<Known> {
    let _span = raw.span;
    let guid = cx.value(raw.guid).and_then(|guid| guid.value);
    let title = raw.title.known();
    let title_span = title.as_ref().map(|title| title.span);
    let title = cx.text_some(title).unwrap_or_default();
    let people = names(raw.people.known().map(|list| list.items), cx);
    let name = cx.text_some(raw.name).unwrap_or_default();
    let code = cx.id(raw.code);
    let span = code.as_ref().map(|code| code.span);
    let code = code.map(|code| code.value);
    let kind = cx.value(raw.kind).and_then(|kind| cx.word(kind));
    Some(Known { guid: guid?, code, span, kind, title, title_span, name, people })
}

fn taken(raw: RawPassage, cx: &mut Context<'_>) -> Option<Taken> {
    let _span = raw.span;
    let quote = raw.quote.known();
    let place = quote.as_ref().map(|quote| quote.span);
    let asked = cx.word(quote).unwrap_or(false);
    let mut need = |field| cx.value(field).and_then(|text| text.value);
    let (source, guid) = (need(raw.source), need(raw.guid));
    let (code, to, finding) = (need(raw.code), need(raw.to), need(raw.finding));
    let text = raw.text.known().and_then(|text| text.value).unwrap_or_default();
    let code_guid = raw.code_guid.known().and_then(|guid| guid.value);
    let at = cx.text_some(raw.place).unwrap_or_default();
    let quote = place.filter(|_| asked);
    let (source, guid, code, to, finding) = (source?, guid?, code?, to?, finding?);
    Some(Taken { source, guid, code, code_guid, to, finding, place: at, text, quote })
}

fn quoted(raw: RawQuoted, cx: &mut Context<'_>) -> Option<(String, String)> {
    let _span = raw.span;
    let mut need = |field| cx.value(field).and_then(|text| text.value);
    let (finding, guid) = (need(raw.finding), need(raw.guid));
    finding.zip(guid)
}

fn names(raw: Option<Vec<Text>>, cx: &mut Context<'_>) -> Vec<String> {
    raw.into_iter().flatten().filter_map(|name| cx.text_some(name)).collect()
}

impl Known {
    /// Whether it is a conversation, and nobody is named to have taken part in it.
    pub fn is_nameless(&self) -> bool {
        self.people.is_empty() && self.kind.is_some_and(SourceKind::is_testimony)
    }

    /// What comes into the case where it becomes a source.
    pub fn leaving(&self) -> impl Iterator<Item = Leaving> {
        let code = self.code.clone().unwrap_or_default();
        let title = format!("{code}: {}", self.title);
        let code = format!("(bron {code})");
        let both = [("source", code, self.span), ("title", title, self.title_span)];
        let each = |(kind, text, span)| Some(Leaving { kind, text, span: span? });
        both.into_iter().filter_map(each)
    }
}

impl Guarded {
    /// Whether passages were taken over before from the source with this code.
    pub fn has_taken_from(&self, code: &str) -> bool {
        self.passages.iter().any(|passage| passage.source == code)
    }

    /// The document with this GUID, and its number in the file.
    pub fn of(&self, guid: &str) -> Option<(usize, &Known)> {
        self.documents.iter().enumerate().find(|(_, document)| document.guid == guid)
    }

    /// Adds the documents of a project that it does not have; where it is new, its users too.
    fn add_new(&mut self, taking: &Taking<'_>) -> Result<(), Phrase> {
        let own: BTreeSet<String> = self.documents.iter().map(|d| d.guid.clone()).collect();
        let new = taking.project.documents.iter().filter(|d| !own.contains(&d.guid));
        let mut taken: BTreeSet<String> =
            taking.case.sources.iter().map(|source| source.code.clone()).collect();
        taken.extend(self.documents.iter().filter_map(|document| document.code.clone()));
        let mut items = Vec::new();
        for document in new {
            let (letter, kind) = match document.medium {
                Medium::Pdf | Medium::Picture => ('D', SourceKind::Document),
                Medium::Text | Medium::Recording => ('I', SourceKind::Interview),
            };
            let code = free(letter, &mut taken);
            items.push(entry(document, &code, kind));
            self.documents.push(Known {
                guid: document.guid.clone(),
                code: Some(code),
                span: None,
                kind: Some(kind),
                title: String::new(),
                title_span: None,
                name: document.name.clone(),
                people: document.people.clone(),
            });
        }
        let failed = |_| phrase("edit-other");
        if !items.is_empty() {
            self.text =
                edit::extend(&self.text, &[Step::Key("documents")], &items).map_err(failed)?;
        }
        if self.file.is_none() && !self.users.is_empty() {
            let users = self.users.iter().cloned().map(Value::Text).collect();
            let users = Value::List(users);
            self.text = edit::insert(&self.text, &[], "users", &users, None).map_err(failed)?;
        }
        Ok(())
    }
}

/// The next free code with a letter, in two digits.
fn free(letter: char, taken: &mut BTreeSet<String>) -> String {
    let mut codes = (1..).map(|number: u32| format!("{letter}{number:02}"));
    let code = codes.find(|code| !taken.contains(code)).unwrap_or_default();
    taken.insert(code.clone());
    code
}

/// A document as the file has it before it is filled in.
fn entry(document: &Document, code: &str, kind: SourceKind) -> Value {
    let people = document.people.iter().cloned().map(Value::Text).collect();
    let pair = |key: &str, value| (key.to_owned(), value);
    Value::Map(vec![
        pair("name", Value::Text(document.name.clone())),
        pair("code", Value::Plain(code.to_owned())),
        pair("kind", Value::Plain(kind.key().to_owned())),
        pair("title", Value::Plain(String::new())),
        pair("people", Value::List(people)),
        pair("guid", Value::Text(document.guid.clone())),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifteen_words_in_a_row_always_hold_a_whole_stretch() {
        let words: Vec<String> = (1..=40).map(|n| format!("w{n}")).collect();
        let stretches = stretches(&words.join("\n"));
        assert_eq!(stretches.len(), 5);
        for from in 0..=25 {
            let repeated = words[from..from + 15].join(" ");
            assert!(stretches.iter().any(|part| repeated.contains(part.as_str())), "{from}");
        }
    }
}
