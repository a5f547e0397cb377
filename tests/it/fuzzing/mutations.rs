//! Bad input made of good: a shipped file with some changes that people and accidents make.

use super::entries::{NAME, SUM};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Values that somebody may type or paste, and that trip programs up.
pub fn nasty() -> impl Strategy<Value = String> {
    let fixed = [
        "",
        " ",
        "~",
        "null",
        "ja",
        "no",
        "0x1F",
        "0o17",
        "1e999",
        "-1e999",
        ".nan",
        ".inf",
        "-0",
        "99999999999999999999999999999999999999999",
        "0.00000000000000000001",
        "1.234,56",
        "12,5%",
        "2026-02-30",
        "9999-99-99",
        "0000-00-00",
        "2026-03-01T25:61:61Z",
        "31-12-2025",
        "-",
        "- a",
        "a: b",
        "a: b: c",
        "*a",
        "&a *a",
        "!!binary aGFsbG8=",
        "!!python/object:os.system x",
        "<<",
        "? x",
        "%YAML 1.2",
        "---",
        "...",
        "[",
        "]",
        "{",
        "}",
        "[[[[]]]]",
        "{a: {b: {c: d}}}",
        "|",
        ">",
        "|+",
        "'",
        "\"",
        "\\",
        "#",
        " #x",
        "@",
        "`",
        "%",
        "\t",
        "\r",
        "a\rb",
        "a\r\nb",
        "a\u{85}b",
        "a\u{2028}b",
        "\u{feff}",
        "\u{feff}a",
        "a\u{200b}b",
        "a\u{200d}b",
        "\u{ad}",
        "\u{202e}omgekeerd\u{202c}",
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
        "\u{627}\u{644}\u{633}",
        "👩‍👩‍👧‍👦",
        "🇳🇱",
        "Z̷̢a̴l̶g̵o̶",
        "e\u{301}\u{301}\u{301}\u{301}",
        "\u{e000}",
        "\u{fffe}",
        "\u{ffff}",
        "\u{10ffff}",
        "\0",
        "\u{1}",
        "\u{1b}[31m",
        "\u{7f}",
        "𝔘𝔫𝔦",
        "ﬁ",
        "漢字",
        "ǅ",
        "{{ 7919*7919 }}",
        "{% for a in range(99999999) %}a{% endfor %}",
        "{% raw %}",
        "{#",
        "{{",
        "}}",
        "{% include 'x' %}",
        "{{ self.__init__ }}",
        "{{ super() }}",
        "#let x = 1",
        "#panic(\"gelopen\")",
        "#import \"/theme/theme.typ\": nota",
        "#read(\"/etc/passwd\")",
        "$x^2$",
        "$ sum_(i=0)^n $",
        "@ref",
        "<label>",
        "*a _b* c_",
        "= Kop",
        "/ a: b",
        "//",
        "/*",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](data:text/html,x)",
        "[a](#weg)",
        "[a](<b c>)",
        "[a][b]",
        "[a]: http://x.nl",
        "![a](/etc/passwd)",
        "![a](../../x.png)",
        "![](x.svg)",
        "http://",
        "<!--",
        "-->",
        "<!-- end list -->",
        "]]>",
        "<![CDATA[",
        "&amp;",
        "&#0;",
        "&#x110000;",
        "&nbsp;",
        "&lt;b&gt;",
        "|a|b|\n|-|-|\n|c|d|",
        "| a | b |",
        "a | b",
        "||||",
        "- a\n  - b\n    - c\n      - d",
        "> > > > > > > > > > > > a",
        "# Kop",
        "###### ",
        "Kop\n===",
        "```\nopen",
        "~~~",
        "    code",
        "> [!oogopslag] x\n> y",
        "> [!onbekend]\n> y",
        "* * *",
        "1. a\n1. b",
        "999999999. a",
        "● voldoet",
        "◑ voldoet deels · sterk",
        "**a",
        "~~a~~",
        "[^1]",
        "[^1]: noot",
        "a  \nb",
        "<<<<<<< uw tekst\na\n=======\nb\n>>>>>>> de nieuwe",
        "\n\n\n",
        "\\\\\\",
        "\\|",
        "${x}",
        "%s%n",
        "Hadewych Oostermolenaar",
        "HADEWYCH  OOSTERMOLENAAR",
        "Hadewych\u{ad} Ooster\u{200b}molenaar",
        "=1+1",
        "=cmd|'/c x'!A1",
        "../../../etc/passwd",
        "/dev/zero",
        "C:\\x",
        "file:///x",
        "con",
    ];
    debug_assert!(fixed.contains(&SUM) && fixed.contains(&NAME));
    let long = prop_oneof![
        Just("a".repeat(20_000)),
        Just("woord ".repeat(4_000)),
        Just("🙂".repeat(3_000)),
        Just("[".repeat(2_000)),
        Just("> ".repeat(1_000) + "a"),
        Just("*a _b ".repeat(1_000)),
        Just("e\u{301}".repeat(3_000)),
        Just("|".repeat(2_000)),
        Just("`".repeat(2_000)),
        Just("\u{202e}".repeat(500)),
        Just("[a](".repeat(1_000)),
        Just("![".repeat(1_000)),
        Just("<a ".repeat(1_000)),
        Just("- ".repeat(300) + "a"),
        Just("&a ".repeat(500)),
        Just("regel\n\n".repeat(2_000)),
    ];
    let fixed = select(fixed.to_vec()).prop_map(str::to_owned);
    let pair = (fixed.clone(), fixed.clone()).prop_map(|(a, b)| format!("{a} {b}"));
    let lines = (fixed.clone(), fixed.clone()).prop_map(|(a, b)| format!("{a}\n\n{b}"));
    prop_oneof![8 => fixed, 3 => pair, 3 => lines, 1 => long, 3 => "\\PC{0,60}", 2 => any::<String>()]
}

/// What goes between the parts of YAML, Markdown, CSV and JSON.
const TOKENS: [&str; 37] = [
    ":", ": ", "- ", "\n", "\r", "\r\n", "\n\n", "  ", "\t", "#", "|", ">", "|\n", "[", "]", "{",
    "}", ",", ";", "\"", "'", "&a ", "*a", "!!str ", "? ", "---\n", "...\n", "~", "\u{feff}",
    "\u{a0}", "\0", "<<: *a", "\\", "`", "```\n", "*", "\u{85}",
];

/// One change of a file.
#[derive(Debug, Clone)]
enum Change {
    /// Another byte.
    Byte(Index, u8),
    /// Bytes in between.
    Insert(Index, Vec<u8>),
    /// Bytes left out.
    Cut(Index, usize),
    /// The rest left out.
    End(Index),
    /// Bytes once more, elsewhere.
    Copy(Index, usize, Index),
    /// A line left out, doubled, or with more or less in front of it.
    LineOut(Index),
    LineTwice(Index, usize),
    Indent(Index, usize),
    /// Another value behind a key, as it is, or as a text between quotes.
    Value(Index, String, bool),
    /// A part of the syntax somewhere.
    Token(Index, &'static str),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        1 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        1 => (at(), prop::collection::vec(any::<u8>(), 1..12)).prop_map(|(at, b)| Change::Insert(at, b)),
        1 => (at(), 1_usize..200).prop_map(|(at, n)| Change::Cut(at, n)),
        1 => at().prop_map(Change::End),
        1 => (at(), 1_usize..400, at()).prop_map(|(from, n, to)| Change::Copy(from, n, to)),
        2 => at().prop_map(Change::LineOut),
        2 => (at(), 1_usize..4).prop_map(|(at, n)| Change::LineTwice(at, n)),
        2 => (at(), 0_usize..9).prop_map(|(at, n)| Change::Indent(at, n)),
        8 => (at(), nasty(), any::<bool>()).prop_map(|(at, v, q)| Change::Value(at, v, q)),
        4 => (at(), select(TOKENS.to_vec())).prop_map(|(at, t)| Change::Token(at, t)),
    ]
}

/// A file with a few changes.
pub fn changed(seed: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(change(), 1..4).prop_map(move |changes| {
        changes.into_iter().fold(seed.clone(), |bytes, change| apply(bytes, &change))
    })
}

/// A text with nasty parts in it.
pub fn text_with(seed: String) -> impl Strategy<Value = Vec<u8>> {
    let part = (any::<Index>(), nasty());
    prop::collection::vec(part, 1..5).prop_map(move |parts| {
        let mut text = seed.clone();
        for (at, part) in parts {
            let ends: Vec<usize> = text.match_indices(['\n', ' ']).map(|(at, _)| at + 1).collect();
            let at = if ends.is_empty() { 0 } else { ends[at.index(ends.len())] };
            text.insert_str(at, &part);
        }
        text.into_bytes()
    })
}

fn apply(mut bytes: Vec<u8>, change: &Change) -> Vec<u8> {
    if bytes.is_empty() {
        return bytes;
    }
    let length = bytes.len();
    match change {
        Change::Byte(at, byte) => bytes[at.index(length)] = *byte,
        Change::Insert(at, new) => splice(&mut bytes, at.index(length), 0, new),
        Change::Cut(at, many) => splice(&mut bytes, at.index(length), *many, &[]),
        Change::End(at) => bytes.truncate(at.index(length)),
        Change::Copy(from, many, to) => {
            let from = from.index(length);
            let part = bytes[from..(from + many).min(length)].to_vec();
            splice(&mut bytes, to.index(length), 0, &part);
        }
        Change::Token(at, token) => splice(&mut bytes, at.index(length), 0, token.as_bytes()),
        Change::LineOut(at) => {
            let (start, end) = line(&bytes, *at);
            splice(&mut bytes, start, end - start, &[]);
        }
        Change::LineTwice(at, times) => {
            let (start, end) = line(&bytes, *at);
            let again = bytes[start..end].repeat(*times);
            splice(&mut bytes, end, 0, &again);
        }
        Change::Indent(at, spaces) => {
            let (start, end) = line(&bytes, *at);
            let old = bytes[start..end].iter().take_while(|b| **b == b' ').count();
            splice(&mut bytes, start, old, " ".repeat(*spaces).as_bytes());
        }
        Change::Value(at, value, quoted) => {
            let (start, end) = line(&bytes, *at);
            let value = match quoted {
                true => serde_json::to_string(value).expect("a text"),
                false => value.clone(),
            };
            let key =
                bytes[start..end].windows(2).position(|w| w == b": " || w == b":\n" || w == b"- ");
            let from = start + key.map_or(0, |at| at + 1);
            splice(&mut bytes, from, end - from, format!(" {value}\n").as_bytes());
        }
    }
    bytes
}

/// A line with its end.
fn line(bytes: &[u8], at: Index) -> (usize, usize) {
    let at = at.index(bytes.len());
    let start = bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
    let end = bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |n| at + n + 1);
    (start, end)
}

fn splice(bytes: &mut Vec<u8>, at: usize, out: usize, new: &[u8]) {
    let end = (at + out).min(bytes.len());
    bytes.splice(at..end, new.iter().copied());
}
