//! The raw form of a file, before validation: structs whose fields are all optional and know their
//! position.
//!
//! [`raw!`] declares such a struct from the keys of the format. Reading one reports keys that the
//! format does not have, keys given twice, and values of the wrong kind; everything else is left to
//! validation.

pub(super) mod body;
pub(super) mod case;
pub(super) mod coding;
pub(super) mod conducted;
mod field;
pub(super) mod framework;
pub(super) mod hearing;
pub(super) mod joint;
pub(super) mod kinds;
mod meant;
pub(super) mod period;
pub(super) mod procedure;
pub(super) mod qda;
pub(super) mod register;
pub(super) mod scorecard;
pub(super) mod shape;
pub(super) mod shared;
pub(super) mod wordlist;

use super::guess;
use super::yaml::block::BULLETS;
use super::yaml::tree::{Kind, Node};
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, Span, nearest, phrase};
use crate::model::{Located, OwnText, Prose};
use crate::text::invisible;
pub use field::{May, Must};
use kinds::{Kind as ScalarKind, Plain};
use meant::{as_list, is_code, period};
use shape::Shape;
use std::marker::PhantomData;

/// State shared by reading and validation: the texts, and the problems found so far.
pub struct Context<'a> {
    pub sources: &'a SourceMap,
    /// The problems found so far.
    pub report: &'a mut Report,
    /// Codes of errors not to report, because what they refer to is known only in part.
    pub suppressed: &'a mut Vec<Code>,
    /// The texts that the researchers worded themselves.
    pub own: &'a mut Vec<OwnText>,
}

impl Context<'_> {
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.report.push(diagnostic);
    }

    /// Records a text of the researchers' own.
    pub fn note_own(&mut self, prose: Prose, text: Option<&Text>) {
        if let Some(Text { value: Some(value), span, .. }) = text {
            let text = Located { value: value.clone(), span: *span };
            self.own.push(OwnText { prose, text });
        }
    }
}

/// A value that can be read from a YAML node.
pub trait Raw: Sized {
    /// Reads the value; `None` if it cannot be read, with the reason in the report.
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self>;

    /// The permitted shape of the value, for the schema of the format.
    fn shape() -> Shape;
}

/// A scalar as typed, of kind `K`; without a value where the key has none.
#[derive(Debug, Clone)]
pub struct Text<K = Plain> {
    /// Position in the file.
    pub span: Span,
    /// As typed.
    pub value: Option<String>,
    kind: PhantomData<K>,
}

impl<K> Text<K> {
    pub fn new(value: Option<String>, span: Span) -> Self {
        Self { span, value, kind: PhantomData }
    }

    /// The same text as another kind, where another part of the file determines the kind.
    pub fn into_kind<J>(self) -> Text<J> {
        Text::new(self.value, self.span)
    }
}

impl<K: ScalarKind> Raw for Text<K> {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let value = match &node.kind {
            Kind::Null => None,
            Kind::Scalar(text) => Some(text.clone()),
            Kind::List(_) | Kind::Mapping(_) => {
                expected_text(node, cx);
                return None;
            }
        };
        Some(Self::new(value.filter(|v| !v.trim().is_empty()), node.span))
    }

    fn shape() -> Shape {
        Shape::Text(K::schema())
    }
}

/// A value of any kind, which is not validated here.
#[derive(Debug, Clone)]
pub struct Any;

impl Raw for Any {
    fn read(_: &Node, _: &mut Context<'_>) -> Option<Self> {
        Some(Self)
    }

    fn shape() -> Shape {
        Shape::Any
    }
}

/// Maximum number of items of a list. The largest audit that ships has under a hundred findings,
/// and a nota on ten thousand would have thousands of pages.
const MOST_ITEMS: usize = 10_000;

/// A list; empty where the key has no value.
#[derive(Debug, Clone)]
pub struct List<T, const LEAST: usize = 0> {
    /// Position in the file.
    pub span: Span,
    pub items: Vec<T>,
    /// Whether every item could be read.
    pub whole: bool,
}

impl<T: Raw, const LEAST: usize> Raw for List<T, LEAST> {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let nodes: &[Node] = match &node.kind {
            Kind::Null => &[],
            Kind::List(items) if items.len() > MOST_ITEMS => {
                let diagnostic = Diagnostic::at(Code::TooMany, node.span)
                    .with("found", items.len().to_string())
                    .with("most", MOST_ITEMS.to_string());
                cx.push(diagnostic.with("what", phrase("things-in-list")));
                return None;
            }
            Kind::List(items) => items,
            Kind::Scalar(_) | Kind::Mapping(_) => {
                let help = as_list(node, &T::shape());
                let help = help.unwrap_or_else(|| phrase("write-items"));
                let diagnostic = Diagnostic::at(Code::ExpectedList, node.span);
                cx.push(diagnostic.with("found", node.describe()).with("help", help));
                return None;
            }
        };
        let items: Vec<T> = nodes.iter().filter_map(|item| T::read(item, cx)).collect();
        let whole = items.len() == nodes.len();
        Some(Self { span: node.span, items, whole })
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()), LEAST)
    }
}

/// A mapping with keys chosen by the user.
#[derive(Debug, Clone)]
pub struct Map<T> {
    /// Position in the file.
    pub span: Span,
    /// Its keys, each with its position, and its values.
    pub entries: Vec<(Text, T)>,
    /// Whether every value could be read.
    pub whole: bool,
}

impl<T: Raw> Raw for Map<T> {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let pairs = pairs(node, &[], cx)?;
        let many = if let Kind::Mapping(typed) = &node.kind { typed.len() } else { 0 };
        let entries: Vec<(Text, T)> = pairs
            .into_iter()
            .filter_map(|(key, value)| Some((Text::read(key, cx)?, T::read(value, cx)?)))
            .collect();
        let whole = entries.len() == many;
        Some(Self { span: node.span, entries, whole })
    }

    fn shape() -> Shape {
        Shape::Map(Box::new(T::shape()))
    }
}

/// The pairs of a mapping, each key once. A null value counts as an empty mapping. `known` are the
/// keys of the format, where it has fixed keys.
pub fn pairs<'n>(
    node: &'n Node,
    known: &[&str],
    cx: &mut Context<'_>,
) -> Option<Vec<(&'n Node, &'n Node)>> {
    let pairs = match &node.kind {
        Kind::Null => return Some(Vec::new()),
        Kind::Mapping(pairs) => pairs,
        Kind::Scalar(_) | Kind::List(_) => {
            let help = match known {
                ["from", "to"] => phrase("write-period").with("example", period(node)),
                ["source", ..] if is_code(node) => {
                    let example = format!("{{source: {}}}", cx.sources.slice(node.span));
                    phrase("yaml-write").with("example", example)
                }
                _ => phrase("write-keys"),
            };
            let diagnostic = Diagnostic::at(Code::ExpectedMapping, node.span);
            cx.push(diagnostic.with("found", node.describe()).with("help", help));
            return None;
        }
    };
    let mut seen: Vec<&str> = Vec::new();
    let mut out = Vec::new();
    for (key, value) in pairs {
        let Kind::Scalar(name) = &key.kind else {
            expected_text(key, cx);
            continue;
        };
        if seen.contains(&name.as_str()) {
            cx.push(Diagnostic::at(Code::DuplicateKey, key.span).with("key", name));
            continue;
        }
        seen.push(name);
        out.push((key, value));
    }
    Some(out)
}

/// A scalar as the value of the only key of a mapping; any other node as it is. So a value with keys
/// can be written short.
pub fn under(key: &str, node: &Node) -> Node {
    if matches!(node.kind, Kind::Mapping(_) | Kind::List(_)) {
        return node.clone();
    }
    let key = Node { span: node.span, kind: Kind::Scalar(key.to_owned()) };
    Node { span: node.span, kind: Kind::Mapping(vec![(key, node.clone())]) }
}

/// Reports a list or mapping where a text is expected. A text that begins with brackets needs
/// quotation marks.
fn expected_text(node: &Node, cx: &mut Context<'_>) {
    let typed = cx.sources.slice(node.span);
    let line = typed.starts_with('[') && typed.ends_with(']') && !typed.contains(['\n', '"']);
    let help = match &node.kind {
        Kind::List(items) if line && items.len() == 1 => {
            phrase("yaml-write").with("example", format!("\"{typed}\""))
        }
        Kind::List(_) => phrase("write-no-list"),
        _ => phrase("write-text"),
    };
    let diagnostic = Diagnostic::at(Code::ExpectedText, node.span);
    cx.push(diagnostic.with("found", node.describe()).with("help", help));
}

/// Reports a key that the format does not have, and returns the key that was probably meant, so
/// that it is not reported as missing too.
pub fn unknown_key(
    (key, value): (&Node, &Node),
    known: &[&'static str],
    cx: &mut Context<'_>,
) -> Option<&'static str> {
    let Kind::Scalar(name) = &key.kind else { return None };
    let colon = name.split_once(':').filter(|(name, _)| known.contains(name));
    let equals = || {
        let (name, value) = name.split_once('=')?;
        known.contains(&name.trim()).then_some((name.trim(), value.trim_start()))
    };
    let joined = colon.or_else(equals);
    // The intended key is present, so it is not missing.
    let meant = joined.and_then(|(name, _)| known.iter().copied().find(|known| *known == name));
    let near = guess::key(joined.map_or(name, |(name, _)| name), known)
        .or_else(|| nearest(name, known.iter().copied()));
    let before = cx.sources.text(key.span.file).get(..key.span.start).unwrap_or("");
    let help = match (joined, near) {
        (Some((name, value)), _) if value.starts_with(invisible::is_unusual_space) => {
            let sign = invisible::describe(value.chars().next().unwrap_or(' '));
            let example = format!("{name}: {}", invisible::trimmed(value));
            Some(phrase("key-odd-colon").with("example", example).with("name", sign))
        }
        (Some((name, value)), _) => {
            Some(phrase("yaml-write").with("example", format!("{name}: {value}")))
        }
        (None, Some(near)) => Some(phrase("did-you-mean").with("value", near)),
        (None, None)
            if known.contains(&"locator") && is_code(key) && matches!(value.kind, Kind::Null) =>
        {
            Some(phrase("key-of-source").with("example", format!("{{source: {name}}}")))
        }
        // Between brackets, a comma ends a text.
        (None, None) if before.trim_end().ends_with(',') && matches!(value.kind, Kind::Null) => {
            Some(phrase("key-behind-comma"))
        }
        (None, None) if name.starts_with(BULLETS) => Some(phrase("yaml-bullet-help")),
        (None, None) if name.contains(' ') || name.starts_with(char::is_uppercase) => {
            Some(phrase("key-of-text"))
        }
        (None, None) => None,
    };
    let diagnostic = Diagnostic::at(Code::UnknownKey, key.span)
        .with("key", name)
        .with("known", known.join(", "))
        .with_some("nearest", near)
        .with_some("help", help);
    cx.push(diagnostic);
    near.or(meant)
}

/// Declares the raw form of a mapping: `key "name": Type` for each key of the format. The type says
/// whether the key is required and of what kind it is; reading, validation and the schema follow
/// from it. `as Running` or `as Line` marks a text that the researchers word themselves. `at span`
/// after the name records where the mapping begins, for a problem with the mapping as a whole.
macro_rules! raw {
    ($($(#[$doc:meta])* $name:ident $(at $span:ident)? {
        $($field:ident $key:literal: $kind:ty $(as $prose:ident)?,)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name {
            $(
                /// Start of the mapping.
                pub $span: $crate::diagnostics::Span,
            )?
            $(#[doc = concat!("The key `", $key, "`.")] pub $field: $kind,)*
        }

        impl $crate::load::raw::Raw for $name {
            fn read(
                node: &$crate::load::yaml::tree::Node,
                cx: &mut $crate::load::raw::Context<'_>,
            ) -> Option<Self> {
                let mut out = Self {
                    $($span: node.span,)?
                    $($field: <$kind>::absent($key, node.span),)*
                };
                let mut meant = Vec::new();
                for (key, value) in $crate::load::raw::pairs(node, &[$($key),*], cx)? {
                    let $crate::load::yaml::tree::Kind::Scalar(name) = &key.kind else { continue };
                    match name.as_str() {
                        $($key => {
                            out.$field.read(value, cx);
                            $(let prose = $crate::model::Prose::$prose;
                            cx.note_own(prose, out.$field.as_ref());)?
                        })*
                        _ => meant.extend($crate::load::raw::unknown_key(
                            (key, value), &[$($key),*], cx,
                        )),
                    }
                }
                $(if meant.contains(&$key) {
                    out.$field.was_meant();
                })*
                Some(out)
            }

            fn shape() -> $crate::load::raw::shape::Shape {
                let keys = vec![$(<$kind>::key($key),)*];
                $crate::load::raw::shape::Shape::Keys(stringify!($name), keys)
            }
        }
    )*};
}
pub(crate) use raw;
