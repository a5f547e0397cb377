//! The description of a publication for search engines: JSON-LD with the vocabulary of schema.org
//! (<https://schema.org/Report>), which stands in the page that lists the files.

use super::facts::Facts;
use super::file::{File, Role};
use crate::assets::sha256;
use crate::model::Publisher;
use crate::view::words;
use serde_json::{Map, Value, json};

/// The description, for a script element: no `<` in it can end that.
pub fn json_ld(facts: &Facts, files: &[File]) -> String {
    let mut report = Map::new();
    let mut set = |key: &str, value: Value| _ = report.insert(key.to_owned(), value);
    set("@context", "https://schema.org".into());
    set("@type", "Report".into());
    set("name", facts.title.clone().into());
    if let Some(subtitle) = &facts.subtitle {
        set("alternativeHeadline", subtitle.clone().into());
    }
    let description: Vec<&str> = facts.descriptions().collect();
    set("description", description.join("\n").into());
    set("inLanguage", "nl".into());
    set("creativeWorkStatus", words::status(facts.status).into());
    set("dateCreated", facts.date.to_string().into());
    if let Some(day) = facts.on {
        set("datePublished", day.to_string().into());
    }
    if let Some(identifier) = &facts.identifier {
        set("reportNumber", identifier.clone().into());
    }
    if !facts.subjects.is_empty() {
        set("keywords", json!(facts.subjects));
    }
    if !facts.author.is_empty() {
        set("author", json!({ "@type": "Organization", "name": facts.author }));
    }
    if let Some(publisher) = &facts.publisher {
        set("publisher", organisation(publisher));
    }
    set("about", organisation(&facts.body));
    let published = files.iter().filter(|file| matches!(file.role, Role::Document(..)));
    set("encoding", published.map(encoding).collect());
    let text = serde_json::to_string_pretty(&Value::Object(report)).unwrap_or_default();
    text.replace('<', "\\u003c")
}

fn encoding(file: &File) -> Value {
    json!({
        "@type": "MediaObject",
        "contentUrl": file.path,
        "encodingFormat": file.role.media_type(),
        "contentSize": file.bytes.len().to_string(),
        "sha256": sha256(&file.bytes),
    })
}

fn organisation(of: &Publisher) -> Value {
    let mut out = json!({ "@type": "GovernmentOrganization", "name": of.name });
    if let (Some(address), Some(map)) = (&of.tooi, out.as_object_mut()) {
        map.insert("@id".to_owned(), address.clone().into());
    }
    out
}
