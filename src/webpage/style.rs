//! The page's style sheet: the theme's colours and typefaces as variables, for light and dark mode.

use crate::templates::css_string;
use toml::{Table, Value};

/// The style sheet, preceded by the tokens and followed by the status for the foot of printed
/// pages.
pub fn style(tokens: &Table, sheet: &str, status: &str) -> String {
    let mut out = String::from(":root {\n  --paper: #ffffff;\n  --band: var(--brand);\n");
    out.push_str(&colours(tokens, "colour"));
    out.push_str(&letters(tokens));
    out.push_str("}\n");
    let dark = colours(tokens, "dark");
    if !dark.is_empty() {
        out.push_str(&format!(
            "@media screen and (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n"
        ));
    }
    out.push_str(sheet);
    let foot = css_string(status);
    out.push_str(&format!("@page {{ @bottom-left {{ content: {foot}; }} }}\n"));
    out
}

/// The colours of a section and of its judgements as CSS variables.
fn colours(tokens: &Table, section: &str) -> String {
    let Some(colours) = tokens.get(section).and_then(Value::as_table) else {
        return String::new();
    };
    let judgements = colours.get("judgement").and_then(Value::as_table);
    let own = colours.iter().map(|(name, value)| (name.clone(), value));
    let judged = judgements.into_iter().flatten().map(|(n, v)| (format!("judgement-{n}"), v));
    own.chain(judged)
        .filter_map(|(name, value)| Some(format!("  --{name}: {};\n", value.as_str()?)))
        .collect()
}

fn letters(tokens: &Table) -> String {
    let family = |key: &str, rest: &str| {
        let own = tokens.get("type").and_then(|t| t.get(key)).and_then(Value::as_str);
        format!("  --{key}: '{}', {rest};\n", own.unwrap_or("Source Sans 3"))
    };
    let sans = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
    let serif = "'Source Serif 4', Georgia, 'Times New Roman', serif";
    format!("{}{}", family("text", sans), family("heading", serif))
}
