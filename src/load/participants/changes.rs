//! The cases of a study of many that are there already, and what a table of participants changes in
//! them.

use super::participant::Participant;
use crate::diagnostics::{Report, Span};
use crate::load::body;
use crate::load::copies::entries;
use crate::load::edit::{self, Step, Value};
use crate::load::loader::{Loader, cx};
use crate::load::raw::body::RawMunicipality;
use crate::load::raw::case::{Chosen, RawCase};
use crate::load::raw::{Context, List, May, Raw as _, Text};
use crate::load::revise::{Opened, Revision};
use crate::load::shared::SHARED;
use crate::load::yaml;
use crate::model::{BodyKind, Framework, spelled};
use crate::text::composed;
use std::path::Path;
use std::sync::Arc;

/// The cases in the folder of a study.
#[derive(Debug, Default)]
pub struct StudyCases(Vec<StudyCase>);

/// A case in the folder of a study, as far as its file can be read.
#[derive(Debug)]
struct StudyCase {
    folder: String,
    kind: BodyKind,
    name: String,
    code: Option<String>,
}

impl StudyCases {
    /// The name of the folder of the case on a participant: that with its code, or else its name.
    #[must_use]
    pub fn of(&self, participant: &Participant) -> Option<&str> {
        let code = |case: &&StudyCase| case.code.is_some() && case.code == participant.code;
        let name = |case: &&StudyCase| {
            let other = case.code.is_some() && participant.code.is_some();
            case.kind == participant.kind
                && !other
                && spelled(&case.name) == spelled(&participant.name)
        };
        let found = self.0.iter().find(code).or_else(|| self.0.iter().find(name));
        found.map(|case| case.folder.as_str())
    }

    /// The names of all folders, in order.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|case| case.folder.as_str())
    }
}

/// A framework with the codes of the criteria that are chosen; none for all.
type Used = (Arc<Framework>, Vec<String>);

impl Loader {
    /// The cases in the folder of a study. One that cannot be read is left out: `check` says why.
    pub fn study_cases(&mut self, study: &Path) -> StudyCases {
        let folders = entries(study).into_iter();
        StudyCases(folders.filter_map(|name| self.study_case(study, name)).collect())
    }

    fn study_case(&mut self, study: &Path, folder: String) -> Option<StudyCase> {
        let path = study.join(&folder).join("case.yaml");
        let bytes = crate::assets::read(&path).ok()?;
        let text = std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes));
        let file = self.sources.add(crate::diagnostics::portable(&path), composed(text.ok()?));
        let node = yaml::parse(file, &self.sources, &mut Report::default())?;
        let (mut report, mut suppressed, mut own) = (Report::default(), Vec::new(), Vec::new());
        let mut cx = Context {
            sources: &self.sources,
            report: &mut report,
            suppressed: &mut suppressed,
            own: &mut own,
        };
        let raw = RawCase::read(&node, &mut cx)?;
        let (kind, facts) = body::facts(raw.municipality, raw.body)?;
        let name = facts.name.known()?.value?;
        let name = kind.known_as(name.trim()).to_owned();
        let code = facts.cbs_code.known().and_then(|code| code.value);
        Some(StudyCase { folder, kind, name, code })
    }

    /// The frameworks that the cases of a study share; `None` if some cannot be read, with the reason
    /// in the report.
    pub fn shared_frameworks(&mut self, study: &Path) -> Option<Vec<Used>> {
        let file = self.opened(SHARED, study)?;
        let node = file.read.node.get("frameworks")?;
        let mut cx = cx!(self);
        let list = List::<Chosen>::read(node, &mut cx)?;
        let known = self.framework_ids();
        let mut whole = list.whole;
        let mut out = Vec::new();
        for Chosen(item) in list.items {
            let mut cx = cx!(self);
            let id = cx.value(item.id).and_then(|id| Some((id.value?, id.span)));
            let Some((id, span)) = id else {
                whole = false;
                continue;
            };
            if !known.contains(&id) {
                self.report.push(crate::load::chosen::unknown(&id, span, &known));
            }
            let Some(framework) = self.framework(&id).filter(|_| known.contains(&id)) else {
                whole = false;
                continue;
            };
            let codes = |list: May<List<Text, 1>>| -> Vec<String> {
                list.into_iter().flat_map(|l| l.items).filter_map(|code| code.value).collect()
            };
            let (mut chosen, without) = (codes(item.criteria), codes(item.without));
            if !without.is_empty() {
                let kept = framework.criteria.iter().map(|c| c.id.clone());
                chosen = kept.filter(|id| !without.contains(id)).collect();
            }
            out.push((framework, chosen));
        }
        whole.then_some(out)
    }

    /// What the row of a participant changes in its case; `None` where it changes nothing, or cannot.
    pub fn participant_changes(
        &mut self,
        folder: &Path,
        participant: &Participant,
    ) -> Option<Revision> {
        // For the names that no message may show.
        self.protected(folder, None);
        let mut file = self.opened("case.yaml", folder)?;
        let raw = self.raw::<RawCase>(&file.read)?;
        let short = raw.municipality.is_some();
        let (_, facts) = body::facts(raw.municipality, raw.body)?;
        let keys = Keys::of(short);
        let name = participant.kind.known_as(&participant.name).to_owned();
        let same_name = |typed: &str| participant.kind.known_as(typed.trim()) == name;
        let old = typed(facts.name.as_ref());
        if let Some(old) = old.filter(|(old, _)| !old.as_deref().is_some_and(same_name)) {
            self.bring(&mut file, &keys, "name", Some(old), &Value::Text(name));
        }
        // A case that reads its number from a table keeps to that.
        let own = facts.inhabitants_from.is_none();
        let number = participant.inhabitants.filter(|_| own).map(|number| number.to_string());
        let (code, province) = (participant.code.clone(), participant.province.clone());
        let date = participant.date.clone().filter(|_| own);
        let values = [
            (keys.code, typed(facts.cbs_code.as_ref()), code.map(Value::Plain)),
            ("province", typed(facts.province.as_ref()), province.map(Value::Text)),
            ("inhabitants", typed(facts.inhabitants.as_ref()), number.map(Value::Plain)),
            ("inhabitants-date", typed(facts.inhabitants_date.as_ref()), date.map(Value::Plain)),
        ];
        for (key, old, new) in values {
            let Some(new) = new else { continue };
            let same = |(old, _): &(Option<String>, Span)| old.as_deref() == Some(text_of(&new));
            if !old.as_ref().is_some_and(same) {
                self.bring(&mut file, &keys, key, old, &new);
            }
        }
        self.bring_attributes(&mut file, &keys, &facts, &participant.attributes);
        file.revision()
    }

    /// Sets the attributes of the body that the table has otherwise.
    fn bring_attributes(
        &mut self,
        file: &mut Opened,
        keys: &Keys,
        facts: &RawMunicipality,
        attributes: &[(String, String)],
    ) {
        let mut there = facts.attributes.is_some();
        for (key, new) in attributes {
            let mut given = facts.attributes.iter().flat_map(|map| &map.entries);
            let old = given.find(|(own, _)| own.value.as_deref() == Some(key.as_str()));
            let old = old.map(|(_, value)| (value.value.clone(), value.span));
            if old.as_ref().is_some_and(|(old, _)| old.as_deref() == Some(new.as_str())) {
                continue;
            }
            let value = Value::Text(new.clone());
            let above = [Step::Key(keys.body), Step::Key("attributes")];
            let (was, span) = old.map_or((None, facts.span), |(was, span)| (Some(was), span));
            let done = match (&was, std::mem::replace(&mut there, true)) {
                (Some(_), _) => {
                    edit::set(&file.text, &[above[0], above[1], Step::Key(key)], &value)
                }
                (None, true) => edit::insert(&file.text, &above, key, &value, None),
                (None, false) => {
                    let map = Value::Map(vec![(key.clone(), value)]);
                    edit::insert(&file.text, &above[..1], "attributes", &map, Some("name"))
                }
            };
            self.take(file, done, span, (was.flatten(), format!("{key}: {new}")));
        }
    }

    /// Sets a key of the body, or adds it behind its name.
    fn bring(
        &mut self,
        file: &mut Opened,
        keys: &Keys,
        key: &str,
        old: Option<(Option<String>, Span)>,
        value: &Value,
    ) {
        let body = [Step::Key(keys.body)];
        let shown = format!("{key}: {}", text_of(value));
        let (done, span, was) = match old {
            Some((was, span)) => {
                (edit::set(&file.text, &[body[0], Step::Key(key)], value), span, was)
            }
            None => {
                let done = edit::insert(&file.text, &body, key, value, Some("name"));
                (done, file.read.node.span, None)
            }
        };
        self.take(file, done, span, (was, shown));
    }
}

/// The names of keys, which differ between a municipality and another body.
struct Keys {
    body: &'static str,
    code: &'static str,
}

impl Keys {
    fn of(short: bool) -> Self {
        match short {
            true => Self { body: "municipality", code: "cbs-code" },
            false => Self { body: "body", code: "code" },
        }
    }
}

/// The text of a value on one line.
fn text_of(value: &Value) -> &str {
    match value {
        Value::Text(text) | Value::Plain(text) => text,
        Value::List(_) | Value::Map(_) => "",
    }
}

/// What was typed at a key, with its place; `None` where there is no such key.
fn typed<K>(text: Option<&Text<K>>) -> Option<(Option<String>, Span)> {
    text.map(|text| (text.value.clone(), text.span))
}
