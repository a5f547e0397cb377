//! New values as YAML. The parser itself says whether a text can stand as it is.

use super::layout::Form;
use super::value::{Value, read};
use std::iter::repeat_n;

/// How much further a value is indented than the key or dash before it.
const STEP: usize = 2;

/// Where a value is written.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The column of the key or dash before it.
    pub column: usize,
    pub behind_dash: bool,
    /// The column of its own lines, where they have one already.
    pub inner: Option<usize>,
    /// How the value is written that stands there, or beside it.
    pub form: Form,
}

pub struct Renderer<'a> {
    pub line_end: &'a str,
    /// How much further a list is indented than its key.
    pub list_step: usize,
}

impl Renderer<'_> {
    /// A line end, and the spaces before the next line.
    pub fn next_line(&self, column: usize) -> String {
        format!("{}{}", self.line_end, " ".repeat(column))
    }

    /// An item of a list or a key of a mapping with its value: between brackets, or from a column.
    pub fn entry(
        &self,
        key: Option<&str>,
        value: &Value,
        column: Option<usize>,
        form: Form,
    ) -> String {
        let behind_dash = key.is_none();
        let value = match column {
            Some(column) => self.block(value, Place { column, behind_dash, inner: None, form }),
            None => self.flow(value, form),
        };
        let on_line = !value.is_empty() && !value.starts_with(self.line_end);
        let space = if on_line { " " } else { "" };
        match (key, column) {
            (None, None) => value,
            (None, Some(_)) => format!("-{space}{value}"),
            (Some(key), _) => format!("{}:{space}{value}", self.text(key, Form::Plain, None)),
        }
    }

    /// A value behind a dash or colon, without the space before it. A list or mapping under a key
    /// begins with a line end.
    pub fn block(&self, value: &Value, place: Place) -> String {
        let list_under_key = matches!(value, Value::List(_)) && !place.behind_dash;
        let step = if list_under_key { self.list_step } else { STEP };
        let column = place.inner.unwrap_or(place.column + step);
        let entry = |key, value| self.entry(key, value, Some(column), Form::Plain);
        let entries: Vec<String> = match value {
            Value::Text(text) => return self.text(text, place.form, Some(column)),
            Value::List(items) => items.iter().map(|item| entry(None, item)).collect(),
            Value::Map(pairs) => pairs.iter().map(|(key, value)| entry(Some(key), value)).collect(),
            Value::Plain(_) => Vec::new(),
        };
        if entries.is_empty() {
            return self.flow(value, place.form);
        }
        let next = self.next_line(column);
        format!("{}{}", if place.behind_dash { "" } else { &next }, entries.join(&next))
    }

    /// A value between brackets, on one line.
    pub fn flow(&self, value: &Value, form: Form) -> String {
        let entry = |key, value| self.entry(key, value, None, Form::Plain);
        match value {
            Value::Plain(typed) => typed.clone(),
            Value::Text(text) => self.text(text, form, None),
            Value::List(items) => {
                let items: Vec<_> = items.iter().map(|item| entry(None, item)).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Map(pairs) => {
                let pairs: Vec<_> = pairs.iter().map(|(key, v)| entry(Some(key), v)).collect();
                format!("{{{}}}", pairs.join(", "))
            }
        }
    }

    /// A text in the first style that gives it back; `column` is that of its lines, where it may
    /// have several.
    fn text(&self, text: &str, form: Form, column: Option<usize>) -> String {
        let sign = if let Form::Lines(sign) = form { sign } else { "|" };
        let lines = |sign: &str| column.map(|column| self.lines(text, sign, column));
        let bare = |mark: &str| {
            let ends = text.len() - text.trim_end_matches('\n').len();
            lines(&format!("{mark}{}", ["-", ""].get(ends).unwrap_or(&"+")))
        };
        let filled = !text.trim().is_empty();
        let typed = match form {
            Form::Lines(_) if filled => {
                vec![lines(sign), bare(if sign.starts_with('>') { ">" } else { "|" }), bare("|")]
            }
            _ if filled && text.contains('\n') => vec![bare("|")],
            Form::Single => vec![Some(format!("'{}'", text.replace('\'', "''")))],
            Form::Double => vec![],
            _ => vec![Some(text.to_owned())],
        };
        let reads = |typed: &String| {
            let (open, close) = if column.is_some() { ("- ", self.line_end) } else { ("[", "]") };
            let meant = Value::List(vec![Value::Text(text.to_owned())]).as_read();
            read(&format!("{open}{typed}{close}")).is_ok_and(|tree| Value::of(&tree) == meant)
        };
        typed.into_iter().flatten().find(reads).unwrap_or_else(|| quoted(text))
    }

    /// A text on lines of its own behind a sign such as `|-`.
    fn lines(&self, text: &str, sign: &str, column: usize) -> String {
        let body = text.trim_end_matches('\n');
        let ends = text.len() - body.len();
        let folded = sign.starts_with('>').then(|| body.replace('\n', "\n\n"));
        let body = folded.as_deref().unwrap_or(body);
        let lines = body.split('\n').chain(repeat_n("", ends.saturating_sub(1)));
        let lines = lines.map(|line| match line {
            "" => self.line_end.to_owned(),
            line => self.next_line(column) + line,
        });
        format!("{sign}{}", lines.collect::<String>())
    }
}

fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        '\n' => "\\n".to_owned(),
        c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
            format!("\\u{:04X}", u32::from(c))
        }
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}
