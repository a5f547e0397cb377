//! Makes the files of a new case, and a new framework, from the templates in `templates/new/`.

use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, Span, explain_template};
use crate::view::ScaffoldView;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, context};
use serde::Serialize;

/// A new framework, empty or from a table.
#[derive(Debug, Clone, Serialize)]
pub struct NewFramework {
    pub id: String,
    pub title: String,
    /// What the codes of its norms begin with.
    pub prefix: String,
    /// The name of a scale, or the words of its levels between brackets; empty for the usual one.
    pub scale: String,
    pub norms: Vec<NewNorm>,
}

/// A norm of a new framework.
#[derive(Debug, Clone, Serialize)]
pub struct NewNorm {
    pub id: String,
    /// A short name; empty where there is none.
    pub name: String,
    pub norm: String,
    pub themes: Vec<String>,
    pub explanation: String,
    /// The grounds of the norm.
    pub sources: Vec<String>,
    /// The levels with what they mean for this norm, highest first; empty without such texts.
    pub levels: Vec<(String, String)>,
}

/// The text of a new framework. `None` if there is an error in the template.
pub fn new_framework(
    framework: &NewFramework,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<String> {
    filled("framework.yaml", Value::from(Serde(framework)), assets, sources, report)
}

/// A mapping of the codes of an analysis program, to be filled in.
#[derive(Debug, Clone, Serialize)]
pub struct NewMapping {
    /// The codes, each with its numbers of passages and of documents.
    pub codes: Vec<(String, usize, usize)>,
    /// The norms that can be chosen.
    pub norms: Vec<(String, String)>,
    /// The sub-questions that can be chosen.
    pub questions: Vec<(String, String)>,
}

/// The text of a mapping to fill in. `None` if there is an error in the template.
pub fn new_mapping(
    mapping: &NewMapping,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<String> {
    filled("codes.yaml", Value::from(Serde(mapping)), assets, sources, report)
}

/// The names and texts of the files of a new case. `None` if there is an error in a template.
pub fn scaffold(
    view: &ScaffoldView,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<(String, String)>> {
    let mut fill = |name: &str, context| filled(name, context, assets, sources, report);
    let whole = Value::from(Serde(view));
    let mut out = Vec::new();
    let case = if view.participant.is_some() { "participant.yaml" } else { "case.yaml" };
    for name in [case, "sources.yaml", "confidential.yaml", "gitignore"] {
        let target = match name {
            "gitignore" => ".gitignore",
            "participant.yaml" => "case.yaml",
            name => name,
        };
        out.push((target.to_owned(), fill(name, whole.clone())?));
    }
    for framework in &view.frameworks {
        let context = context! { framework => Value::from(Serde(framework)) };
        let name = format!("findings/{}.yaml", framework.id);
        out.push((name, fill("findings.yaml", context)?));
    }
    Some(out)
}

/// The text of the file that the cases of a new study share. `None` if there is an error in the
/// template.
pub fn shared(
    view: &ScaffoldView,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<String> {
    filled("shared.yaml", Value::from(Serde(view)), assets, sources, report)
}

/// A template of a new file, filled in.
fn filled(
    name: &str,
    context: Value,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<String> {
    let path = format!("templates/new/{name}.jinja");
    let bytes = assets.get(&path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let filled = environment().render_named_str(&path, &text, context);
    filled
        .map_err(|error| {
            let range = error.range().unwrap_or(0..0);
            let file = sources.add(&path, &text);
            let span = Span { file, start: range.start, end: range.end };
            let diagnostic = Diagnostic::at(Code::TemplateFails, span);
            report.push(explain_template(diagnostic, &error));
        })
        .ok()
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build();
    if let Ok(syntax) = syntax {
        environment.set_syntax(syntax);
    }
    // Every JSON string is also a valid YAML string.
    environment.add_filter("yaml", |text: String| serde_json::Value::String(text).to_string());
    environment.add_filter("text", |text: String, indent: usize| scalar(&text, indent));
    environment
}

/// A text as the value of a key that stands at this indent: on one line as it is where YAML allows
/// that, else between quotes; several lines as a block.
fn scalar(text: &str, indent: usize) -> String {
    let quoted = || serde_json::Value::String(text.to_owned()).to_string();
    if !text.contains('\n') {
        let written = serde_yaml::to_string(&text).unwrap_or_else(|_| quoted());
        let written = written.trim_end();
        // A long text comes back folded over lines, with an indent that is not that of its place.
        let folded = written.contains('\n');
        return match folded {
            false => written.to_owned(),
            true if reads_as_itself(text) => text.to_owned(),
            true => quoted(),
        };
    }
    if text.starts_with([' ', '\t', '\n']) {
        return quoted();
    }
    let lines = text.trim_end().lines();
    let lines = lines.map(|line| match line.trim_end() {
        "" => String::new(),
        line => format!("{}{line}", " ".repeat(indent + 2)),
    });
    format!("|\n{}", lines.collect::<Vec<_>>().join("\n"))
}

/// Whether YAML reads this text, on one line without quotes, as the same text.
fn reads_as_itself(text: &str) -> bool {
    let read = serde_yaml::from_str::<serde_json::Value>(&format!("k: {text}"));
    read.is_ok_and(|read| read == serde_json::json!({ "k": text }))
}
