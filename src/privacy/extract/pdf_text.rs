//! Extracts the text of a PDF page in drawing order. Text hyphenated or broken over lines is
//! joined.

use super::part::latin;
use crate::privacy::names::RUN_BREAK;
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Dict, Name, Object, Stream, String as PdfString};
use hayro_syntax::page::Resources;
use std::collections::BTreeMap;

/// Maximum nesting of form XObjects.
const DEEPEST: usize = 12;

/// Maximum vertical distance between two pieces of text on one line, in points.
const ONE_LINE: f64 = 2.0;

/// The shift between letters, in thousandths of the font size, from which a reader sees a space. A
/// negative number moves to the right.
const SEEN_SPACE: f64 = -180.0;

/// An affine transformation, as PDF writes it: `[a b c d e f]`.
type Matrix = [f64; 6];

const PLAIN: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// The text of a page. `None` if a part of it cannot be read.
pub fn page_text(content: &[u8], resources: &Resources<'_>) -> Option<String> {
    let mut reader = PageReader::default();
    reader.read(content, resources, PLAIN, 0);
    (!reader.unread).then_some(reader.out)
}

/// Maps the character codes of a font to text.
#[derive(Clone, Default)]
struct Font {
    letters: BTreeMap<u32, String>,
    wide: bool,
}

#[derive(Default)]
struct PageReader {
    out: String,
    /// The vertical position of the last piece of text.
    last: Option<f64>,
    /// For each open marked-content sequence, whether it has an `ActualText`.
    spoken: Vec<bool>,
    /// Whether any drawn text cannot be read.
    unread: bool,
}

/// The text state: font, line matrix and leading.
struct State {
    font: Font,
    line: Matrix,
    leading: f64,
}

impl PageReader {
    fn read(&mut self, content: &[u8], resources: &Resources<'_>, outer: Matrix, depth: usize) {
        let mut saved = Vec::new();
        let mut ctm = outer;
        let mut state = State { font: Font::default(), line: PLAIN, leading: 0.0 };
        let mut fonts: BTreeMap<Vec<u8>, Font> = BTreeMap::new();
        let mut all = UntypedIter::new(content);
        while let Some(instruction) = all.next() {
            let operands: Vec<&Object<'_>> = instruction.operands().collect();
            let operator: &[u8] = instruction.operator;
            match (operator, operands.as_slice()) {
                (b"q", _) => saved.push(ctm),
                (b"Q", _) => ctm = saved.pop().unwrap_or(outer),
                (b"cm", numbers) => ctm = times(matrix(numbers), ctm),
                (b"BT", _) => state.line = PLAIN,
                (b"Tf", [Object::Name(name), ..]) => {
                    let read = || resources.get_font(name).map(|f| font(&f));
                    let known = fonts.get(name.as_ref()).cloned().or_else(read);
                    // Glyphs of a font without a table of letters cannot be searched.
                    self.unread |= known.as_ref().is_none_or(Font::tells_nothing);
                    state.font = known.unwrap_or_default();
                    fonts.insert(name.as_ref().to_vec(), state.font.clone());
                }
                (b"Do", [Object::Name(_)]) if depth == DEEPEST => self.unread = true,
                (b"Do", [Object::Name(name)]) => {
                    if let Some(form) = resources.get_x_object(name) {
                        self.form(&form, resources, ctm, depth);
                    }
                }
                (b"BDC" | b"BMC", operands) => self.begin(operands),
                (b"EMC", _) => drop(self.spoken.pop()),
                (operator, operands) => self.text(operator, operands, &mut state, ctm),
            }
        }
    }

    /// Reads a form XObject, such as an image in SVG.
    fn form(&mut self, form: &Stream<'_>, above: &Resources<'_>, ctm: Matrix, depth: usize) {
        let dict = form.dict();
        let is_form = dict.get::<Name<'_>>("Subtype").is_some_and(|n| n.as_ref() == b"Form");
        if !is_form {
            return;
        }
        let Ok(content) = form.decoded() else {
            self.unread = true;
            return;
        };
        let own = dict.get::<Dict<'_>>("Resources").unwrap_or_default();
        let resources = Resources::from_parent(own, above.clone());
        self.last = None;
        self.out.push_str("\n\n");
        self.read(&content, &resources, ctm, depth + 1);
        self.out.push_str("\n\n");
        self.last = None;
    }

    /// Begins a marked-content sequence; its `ActualText`, if any, replaces the glyphs.
    fn begin(&mut self, operands: &[&Object<'_>]) {
        let said = match operands.last() {
            Some(Object::Dict(dict)) => dict.get::<PdfString<'_>>("ActualText"),
            _ => None,
        };
        if let Some(text) = &said {
            let text = decoded(text.as_bytes());
            // A soft hyphen joins the two halves of a word, so the break before it goes.
            if text == "\u{AD}" && self.out.ends_with(RUN_BREAK) {
                self.out.pop();
            }
            self.out.push_str(&text);
        }
        self.spoken.push(said.is_some());
    }

    /// Handles the operators that show text or move the text position.
    fn text(&mut self, operator: &[u8], operands: &[&Object<'_>], state: &mut State, ctm: Matrix) {
        match (operator, operands) {
            (b"TL", [Object::Number(n)]) => state.leading = n.as_f64(),
            (b"Tm", numbers) => state.line = matrix(numbers),
            (b"Td", [Object::Number(x), Object::Number(y)]) => {
                state.line = moved(state.line, x.as_f64(), y.as_f64());
            }
            (b"TD", [Object::Number(x), Object::Number(y)]) => {
                state.leading = -y.as_f64();
                state.line = moved(state.line, x.as_f64(), y.as_f64());
            }
            (b"T*", _) => state.line = moved(state.line, 0.0, -state.leading),
            (b"Tj", [Object::String(text)]) => self.show(text.as_bytes(), state, ctm),
            (b"'", [Object::String(text)]) | (b"\"", [.., Object::String(text)]) => {
                state.line = moved(state.line, 0.0, -state.leading);
                self.show(text.as_bytes(), state, ctm);
            }
            (b"TJ", [Object::Array(items)]) => {
                for item in items.iter::<Object<'_>>() {
                    match item {
                        Object::String(text) => self.letters(text.as_bytes(), state, ctm, false),
                        Object::Number(n) if n.as_f64() < SEEN_SPACE => self.out.push(RUN_BREAK),
                        _ => {}
                    }
                }
                self.out.push(RUN_BREAK);
            }
            _ => {}
        }
    }

    fn show(&mut self, text: &[u8], state: &State, ctm: Matrix) {
        self.letters(text, state, ctm, true);
    }

    fn letters(&mut self, text: &[u8], state: &State, ctm: Matrix, seam: bool) {
        // Only the vertical position matters: another height is a new line. Horizontal gaps become
        // a `RUN_BREAK`, because it is unknown whether they show as a space.
        let [.., y] = times(state.line, ctm);
        if self.last.is_some_and(|last| (last - y).abs() > ONE_LINE) {
            self.out.push('\n');
        }
        self.last = Some(y);
        if self.spoken.contains(&true) {
            return;
        }
        // Glyph numbers cannot be read without the font's table of letters.
        self.unread |= state.font.wide && state.font.letters.is_empty() && !text.is_empty();
        self.out.push_str(&state.font.read(text));
        if seam {
            self.out.push(RUN_BREAK);
        }
    }
}

impl Font {
    fn tells_nothing(&self) -> bool {
        self.wide && self.letters.is_empty()
    }

    fn read(&self, text: &[u8]) -> String {
        if self.letters.is_empty() && !self.wide {
            return latin(text);
        }
        let width = if self.wide { 2 } else { 1 };
        let code = |bytes: &[u8]| bytes.iter().fold(0, |code, b| code * 256 + u32::from(*b));
        text.chunks(width)
            .map(|bytes| self.letters.get(&code(bytes)).map_or(" ", String::as_str))
            .collect()
    }
}

/// The letters of a font, from its `ToUnicode` table.
fn font(dict: &Dict<'_>) -> Font {
    let wide = dict.get::<Name<'_>>("Subtype").is_some_and(|n| n.as_ref() == b"Type0");
    let table = dict.get::<Stream<'_>>("ToUnicode").and_then(|s| s.decoded().ok());
    Font { letters: table.map(|t| letters(&latin(&t))).unwrap_or_default(), wide }
}

/// Parses a `ToUnicode` table: pairs between `beginbfchar` and `endbfchar`, triples between
/// `beginbfrange` and `endbfrange`.
fn letters(table: &str) -> BTreeMap<u32, String> {
    let mut out = BTreeMap::new();
    for block in table.split("beginbfchar").skip(1) {
        let block = block.split("endbfchar").next().unwrap_or("");
        let all: Vec<&str> = hexes(block).collect();
        for pair in all.chunks_exact(2) {
            if let Ok(code) = u32::from_str_radix(pair[0], 16) {
                out.insert(code, wide(pair[1]));
            }
        }
    }
    for block in table.split("beginbfrange").skip(1) {
        let block = block.split("endbfrange").next().unwrap_or("");
        for line in block.lines() {
            let all: Vec<&str> = hexes(line).collect();
            let [first, last, said @ ..] = all.as_slice() else { continue };
            let bounds = (u32::from_str_radix(first, 16), u32::from_str_radix(last, 16));
            let (Ok(first), Ok(last)) = bounds else { continue };
            for (index, code) in (first..=last.min(first.saturating_add(0xFFFF))).enumerate() {
                let text = match said {
                    [one] => nth(&wide(one), index),
                    several => several.get(index).map(|s| wide(s)).unwrap_or_default(),
                };
                out.insert(code, text);
            }
        }
    }
    out
}

/// The text with its last letter `index` code points further.
fn nth(text: &str, index: usize) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let add = u32::try_from(index).unwrap_or(0);
    if let Some(last) = letters.last_mut() {
        *last = char::from_u32(u32::from(*last) + add).unwrap_or(*last);
    }
    letters.into_iter().collect()
}

fn hexes(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).filter_map(|part| part.split('>').next()).map(str::trim)
}

/// Decodes hexadecimal UTF-16.
fn wide(hex: &str) -> String {
    let digits: Vec<char> = hex.chars().filter(char::is_ascii_hexdigit).collect();
    let unit = |four: &[char]| u16::from_str_radix(&four.iter().collect::<String>(), 16).ok();
    String::from_utf16_lossy(&digits.chunks(4).filter_map(unit).collect::<Vec<_>>())
}

fn matrix(numbers: &[&Object<'_>]) -> Matrix {
    let mut out = PLAIN;
    for (place, number) in out.iter_mut().zip(numbers) {
        if let Object::Number(n) = number {
            *place = n.as_f64();
        }
    }
    out
}

/// The transformation `a` followed by `b`.
fn times(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

fn moved(line: Matrix, x: f64, y: f64) -> Matrix {
    times([1.0, 0.0, 0.0, 1.0, x, y], line)
}

/// Decodes a PDF text string: UTF-16 or UTF-8 with a byte order mark, else nearly Latin-1.
pub fn decoded(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(b"\xFE\xFF") {
        let units = wide.chunks_exact(2).map(|b| u16::from_be_bytes([b[0], b[1]]));
        return String::from_utf16_lossy(&units.collect::<Vec<_>>());
    }
    match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(text) => String::from_utf8_lossy(text).into_owned(),
        None => latin(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_a_font_is_read() {
        let table = "2 beginbfchar\n<0001> <0056>\n<0002> <00660069>\nendbfchar\n\
            1 beginbfrange\n<0010> <0012> <0061>\n<0020> <0021> [<0041> <0042>]\nendbfrange\n";
        let all = letters(table);
        let get = |code: u32| all.get(&code).map(String::as_str);
        assert_eq!(get(1), Some("V"));
        assert_eq!(get(2), Some("fi"));
        assert_eq!((get(0x10), get(0x12)), (Some("a"), Some("c")));
        assert_eq!((get(0x20), get(0x21)), (Some("A"), Some("B")));
    }
}
