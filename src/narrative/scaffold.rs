//! Makes the files of a new case from the templates in `templates/new/`.

use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, Span, explain_template};
use crate::view::ScaffoldView;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, context};

/// The names and texts of the files of a new case. `None` if there is an error in a template.
pub fn scaffold(
    view: &ScaffoldView,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<(String, String)>> {
    let environment = environment();
    let mut fill = |name: &str, context: Value| {
        let path = format!("templates/new/{name}.jinja");
        let bytes = assets.get(&path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let filled = environment.render_named_str(&path, &text, context);
        filled
            .map_err(|error| {
                let range = error.range().unwrap_or(0..0);
                let file = sources.add(&path, &text);
                let span = Span { file, start: range.start, end: range.end };
                let diagnostic = Diagnostic::at(Code::TemplateFails, span);
                report.push(explain_template(diagnostic, &error));
            })
            .ok()
    };
    let whole = Value::from(Serde(view));
    let mut out = Vec::new();
    for name in ["case.yaml", "sources.yaml", "confidential.yaml", "gitignore"] {
        let target = if name == "gitignore" { ".gitignore" } else { name };
        out.push((target.to_owned(), fill(name, whole.clone())?));
    }
    for framework in &view.frameworks {
        let context = context! { framework => Value::from(Serde(framework)) };
        let name = format!("findings/{}.yaml", framework.id);
        out.push((name, fill("findings.yaml", context)?));
    }
    Some(out)
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
    environment
}
