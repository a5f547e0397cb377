//! The template engine: loads templates, escapes values and reports errors.
//!
//! Templates are MiniJinja. They are the user's own, trusted code, but their work and depth are
//! limited.

mod drawing;
mod tokens;
mod xml;

pub use tokens::{TOKENS, css_string, tokens};
pub use xml::clean;

use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, FileId, Report, SourceMap, Span, explain_template};
use crate::dutch::{enumeration, whole};
use crate::markdown::{apart, escape, field, lead};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, Output, State, UndefinedBehavior};
use serde::Serialize;
use std::collections::BTreeMap;
use toml::Table;

/// The maximum number of template steps for one document; the shipped nota takes some tens of
/// thousands.
const FUEL: u64 = 20_000_000;

/// The maximum depth of includes.
const DEPTH: usize = 60;

const FOLDER: &str = "templates/";

/// The output language of templates, which determines how values are escaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Markdown: `….md.jinja`.
    Markdown,
    /// Drawings: `….svg.jinja`.
    Svg,
    /// Web pages: `….html.jinja`.
    Html,
    /// Parts of Word files: `….xml.jinja`.
    Word,
}

/// A style sheet or script for inclusion between two tags of a page: nothing in it ends its element
/// early, and line ends are `\n`, as a browser reads them.
#[must_use]
pub fn between_tags(assets: &Assets, path: &str) -> String {
    let bytes = assets.get(path).unwrap_or_default();
    String::from_utf8_lossy(&bytes).replace("\r\n", "\n").replace("</", "<\\/")
}

/// The parsed templates of one language.
pub struct Templates {
    environment: Environment<'static>,
    files: BTreeMap<String, FileId>,
}

impl Templates {
    /// Reads all templates of a language, and parses those of the user; those of the program itself
    /// are sound, and parsed when one is used. `None` if one is malformed or outside its folder.
    pub fn new(
        language: Language,
        assets: &Assets,
        sources: &mut SourceMap,
        report: &mut Report,
    ) -> Option<Self> {
        let (environment, suffix) = match language {
            Language::Markdown => (markdown(), ".md.jinja"),
            Language::Svg => (svg(), ".svg.jinja"),
            Language::Html => (html(), ".html.jinja"),
            Language::Word => (word(), ".xml.jinja"),
        };
        let mut out = Self { environment, files: BTreeMap::new() };
        out.environment.set_loader(|name| {
            let shipped = Assets::embedded().get(&format!("{FOLDER}{name}"));
            Ok(shipped.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
        });
        let mut broken = false;
        for path in assets.list(FOLDER, suffix) {
            let Some(bytes) = assets.get(&path) else {
                if assets.strays(&path) {
                    let diagnostic = Diagnostic::of_file(Code::FileOutside, &path);
                    report.push(diagnostic.with("value", &path));
                    broken = true;
                }
                continue;
            };
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let name = path.trim_start_matches(FOLDER).to_owned();
            let file = sources.add(&path, &text);
            out.files.insert(name.clone(), file);
            if Assets::embedded().get(&path).is_some_and(|shipped| shipped == bytes) {
                continue;
            }
            if let Err(error) = out.environment.add_template_owned(name, text) {
                report.push(out.diagnostic(&error, Code::TemplateSyntax));
                broken = true;
            }
        }
        (!broken).then_some(out)
    }

    /// Like [`Templates::new`], with the theme's tokens. `None` also if there is an error in the
    /// tokens.
    pub fn with_tokens(
        language: Language,
        assets: &Assets,
        sources: &mut SourceMap,
        report: &mut Report,
    ) -> Option<(Self, Table)> {
        let tokens = tokens(assets, sources, report)?;
        Some((Self::new(language, assets, sources, report)?, tokens))
    }

    /// Fills a template.
    pub fn render(&self, name: &str, view: &impl Serialize, report: &mut Report) -> Option<String> {
        let filled = self.environment.get_template(name).and_then(|template| {
            let mut out = Bounded::default();
            template.render_captured_to(Value::from(Serde(view)), &mut out)?;
            Ok(String::from_utf8_lossy(&out.bytes).into_owned())
        });
        filled.map_err(|error| report.push(self.diagnostic(&error, Code::TemplateFails))).ok()
    }

    /// Fills a sentence template of a framework.
    pub fn sentence(
        &self,
        template: &crate::model::Template,
        context: &impl Serialize,
        report: &mut Report,
    ) -> Option<String> {
        let context = Value::from(Serde(context));
        let filled = self.environment.render_named_str("conceptzin.md", &template.text, context);
        match filled {
            // A sentence is a text field too, so it cannot affect the text around it.
            Ok(text) => Some(field(text.trim()).markdown),
            Err(error) => {
                let code = match error.kind() {
                    minijinja::ErrorKind::SyntaxError => Code::TemplateSyntax,
                    _ => Code::TemplateFails,
                };
                let diagnostic = Diagnostic::at(code, template.span);
                report.push(explain_template(diagnostic, &error));
                None
            }
        }
    }

    /// A diagnostic for an error at its place in a template file.
    fn diagnostic(&self, error: &Error, code: Code) -> Diagnostic {
        let at = error.name().and_then(|name| self.files.get(name)).copied();
        let range = error.range().unwrap_or(0..0);
        let diagnostic = match at {
            Some(file) => Diagnostic::at(code, Span { file, start: range.start, end: range.end }),
            None => Diagnostic::of_file(code, FOLDER),
        };
        explain_template(diagnostic, error)
    }
}

/// The maximum output of one template, in bytes: about ten thousand pages.
const MOST_OUTPUT: usize = 64 * 1024 * 1024;

/// The output of a template, limited to [`MOST_OUTPUT`].
#[derive(Default)]
struct Bounded {
    bytes: Vec<u8>,
}

impl std::io::Write for Bounded {
    fn write(&mut self, part: &[u8]) -> std::io::Result<usize> {
        if self.bytes.len() + part.len() > MOST_OUTPUT {
            return Err(std::io::Error::from(std::io::ErrorKind::FileTooLarge));
        }
        self.bytes.extend_from_slice(part);
        Ok(part.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The settings of all languages: limits, and an undefined name is an error.
fn bounded() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(DEPTH);
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    environment
}

fn html() -> Environment<'static> {
    let mut environment = bounded();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_filter("whole", |number: i128| whole(number));
    environment
}

fn word() -> Environment<'static> {
    let mut environment = bounded();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(xml::print);
    environment
}

fn svg() -> Environment<'static> {
    let mut environment = bounded();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(print_svg);
    environment.add_filter("lines", |text: String, most: usize| lines(&text, most));
    environment.add_filter("text", |text: String| Value::from_safe_string(drawing::text(&text)));
    environment
}

/// Prints a value in a drawing: numbers to a hundredth, text escaped.
fn print_svg(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match f64::try_from(value.clone()) {
        Ok(number) if value.kind() == ValueKind::Number => {
            write!(out, "{}", (number * 100.0).round() / 100.0).map_err(Error::from)
        }
        _ => minijinja::escape_formatter(out, state, value),
    }
}

/// Breaks a text at spaces into lines of at most `most` characters.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match out.last_mut().filter(|l| l.chars().count() + 1 + word.chars().count() <= most) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => out.push(word.to_owned()),
        }
    }
    out
}

fn markdown() -> Environment<'static> {
    let mut environment = bounded();
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    environment.set_formatter(print);
    environment.add_filter("md", |text: String| Value::from_safe_string(text));
    environment
        .add_filter("line", |text: String| Value::from_safe_string(one_line(apart(&text).0)));
    environment
        .add_filter("notes", |text: String| Value::from_safe_string(apart(&text).1.to_owned()));
    environment.add_filter("lead", |text: String| Value::from_safe_string(lead(&text)));
    environment.add_filter("plain", |text: String| escape(&text));
    environment.add_filter("after", |text: String, label: String| {
        Value::from_safe_string(after(&label, &text))
    });
    environment
        .add_filter("quoted", |text: Value| Value::from_safe_string(quoted(&text.to_string())));
    environment.add_filter("opsomming", |items: Vec<String>| enumeration(&items));
    environment
}

/// Prints a value: plain text escaped, Markdown as it is, nothing for `none`.
fn print(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let written = if value.is_safe() || value.kind() != ValueKind::String {
        match value.kind() {
            ValueKind::None | ValueKind::Undefined => Ok(()),
            _ => write!(out, "{value}"),
        }
    } else {
        let text = value.as_str().unwrap_or_default();
        // `escape` trims the text, so a space at either end is restored.
        let edge = |found: bool| if found { " " } else { "" };
        let (before, after) = (text.starts_with(' '), text.len() > 1 && text.ends_with(' '));
        write!(out, "{}{}{}", edge(before), escape(text), edge(after))
    };
    written.map_err(Error::from)
}

/// Puts Markdown on one line for a table cell: joins paragraphs and escapes bars.
fn one_line(text: &str) -> String {
    let text = text.replace("<!-- end list -->", "");
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if c == '|' && !out.ends_with('\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Puts Markdown after a label: on the same line if it begins with a sentence, below it if it
/// begins with a list, a table or another block that needs its own line.
fn after(label: &str, text: &str) -> String {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number.len() < text.len() && number.starts_with([')', '.']);
    let block = ["- ", "> ", "| ", "```", "~~~"].iter().any(|mark| text.starts_with(mark));
    let gap = if block || numbered { "\n\n" } else { " " };
    format!("{label}{gap}{text}")
}

/// Puts the quotation mark `>` before every line.
fn quoted(text: &str) -> String {
    text.trim()
        .lines()
        .map(|line| format!("> {line}").trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_a_figure_is_broken_at_spaces_and_a_long_word_keeps_its_line() {
        assert_eq!(lines("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(lines("de ondermijningsaanpak nu", 5), ["de", "ondermijningsaanpak", "nu"]);
        assert!(lines("  ", 5).is_empty());
    }
}
