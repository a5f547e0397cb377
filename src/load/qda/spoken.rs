//! Codes that tell what a conversation was to keep: those made of a passage itself, as analysis
//! programs offer, and those with the name of who spoke.

use super::guarded::Guarded;
use super::keys::is_common;
use super::project::Project;
use crate::model::{Label, Secret};

/// The fewest words of a code that is sought in passages: fewer are anybody's.
const IN_PASSAGE: usize = 4;

/// The fewest words of a code that is sought in the names of documents; of conversations of which
/// nobody said who spoke, one.
const IN_NAME: usize = 2;

/// The fewest letters of a code of one word that can be a name.
const LETTERS: usize = 3;

/// The names of such codes, for which all that leaves is searched.
pub fn telling_codes(project: &Project, guarded: &Guarded) -> Vec<Secret> {
    let passages = project.documents.iter().flat_map(|document| &document.passages);
    let passages: Vec<String> = passages
        .filter_map(|passage| passage.words.as_deref())
        .chain(guarded.passages.iter().map(|passage| passage.text.as_str()))
        .map(words)
        .collect();
    let names = project.documents.iter().map(|document| words(&document.name));
    let names: Vec<String> = names.collect();
    let nameless = guarded.documents.iter().filter(|known| known.is_nameless());
    let nameless = nameless.filter(|known| !known.title.is_empty());
    let nameless: Vec<String> = nameless.map(|known| words(&known.name)).collect();
    let titles: Vec<String> = guarded.documents.iter().map(|known| words(&known.title)).collect();
    let has = |texts: &[String], own: &str| texts.iter().any(|text| text.contains(own));
    let tells = |name: &&str| {
        let (own, many) = (words(name), name.split_whitespace().count());
        let can_name = own.trim().chars().count() >= LETTERS && !is_common(own.trim());
        (many >= IN_PASSAGE && has(&passages, &own))
            || (many >= IN_NAME && has(&names, &own))
            || (many == 1 && can_name && has(&nameless, &own) && !has(&titles, &own))
    };
    let own = project.codes.iter().filter_map(|code| code.path.rsplit(" / ").next());
    let texts: Vec<String> = own.filter(tells).map(str::to_owned).collect();
    let secret = Secret { label: Label::What("wat iemand zei, of wie het zei".to_owned()), texts };
    (!secret.texts.is_empty()).then_some(secret).into_iter().collect()
}

/// The words of a text, each between spaces, without signs and capitals.
fn words(text: &str) -> String {
    let letters = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let plain: String = text.chars().map(letters).flat_map(char::to_lowercase).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    format!(" {} ", words.join(" "))
}
