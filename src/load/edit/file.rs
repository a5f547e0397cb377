//! Finds the range of a text that an edit replaces, and proves the edit.

use super::layout::{Entry, Form, Layout, column, line_end, line_start};
use super::render::{Place, Renderer};
use super::value::{EditError, Refusal, Step, Value, read};
use crate::load::yaml::tree::{Kind, Node};
use std::ops::Range;

/// A range of a text, and what will stand there.
pub type Edit = (Range<usize>, String);

/// A file that is edited.
pub struct File<'a> {
    mark: &'static str,
    text: &'a str,
    tree: Node,
    layout: Layout,
    renderer: Renderer<'a>,
}

/// A value of a file.
pub struct Target<'a> {
    pub node: &'a Node,
    pub layout: &'a Layout,
    /// The item or key that has this value; the document itself has none.
    entry: Option<&'a Entry>,
    /// How the list or mapping around it is written.
    around: Form,
}

impl<'a> Target<'a> {
    /// The place of an item or key in this list or mapping.
    pub fn index(&self, step: Step<'_>) -> Result<usize, EditError> {
        let index = match (&self.node.kind, step) {
            (Kind::List(items), Step::Item(index)) => Some(index).filter(|i| *i < items.len()),
            (Kind::Mapping(pairs), Step::Key(name)) => {
                let named = |key: &Node| matches!(&key.kind, Kind::Scalar(key) if key == name);
                let mut found = (0..).zip(pairs).filter(|(_, (key, _))| named(key));
                let first = found.next();
                if found.next().is_some() {
                    return Err(EditError::Refused(Refusal::Duplicate));
                }
                first.map(|(index, _)| index)
            }
            _ => return Err(EditError::NotThisKind(self.layout.at.clone())),
        };
        index.ok_or_else(|| EditError::NotFound(self.layout.at.clone()))
    }

    fn step(&self, step: Step<'_>) -> Result<Self, EditError> {
        let index = self.index(step)?;
        let node = match &self.node.kind {
            Kind::List(items) => items.get(index),
            Kind::Mapping(pairs) => pairs.get(index).map(|(_, value)| value),
            _ => None,
        };
        let (Some(node), Some(entry)) = (node, self.layout.entries.get(index)) else {
            return Err(EditError::NotFound(self.layout.at.clone()));
        };
        Ok(Target { node, layout: &entry.value, entry: Some(entry), around: self.layout.form })
    }
}

impl<'a> File<'a> {
    pub fn read(text: &'a str) -> Result<Self, EditError> {
        let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
        let text = text.strip_prefix(mark).unwrap_or(text);
        let tree = read(text)?;
        let layout = Layout::of(&tree, text)?;
        let windows = text.split('\n').next().is_some_and(|line| line.ends_with('\r'));
        let line_end = if windows { "\r\n" } else { "\n" };
        let list_step = layout.list_step(text).unwrap_or(2);
        Ok(Self { mark, text, tree, layout, renderer: Renderer { line_end, list_step } })
    }

    pub fn find(&self, path: &[Step<'_>]) -> Result<Target<'_>, EditError> {
        let around = self.layout.form;
        let root = Target { node: &self.tree, layout: &self.layout, entry: None, around };
        path.iter().try_fold(root, |target, step| target.step(*step))
    }

    fn part(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or("")
    }

    fn rest_of_line(&self, at: usize) -> &'a str {
        self.part(at..line_end(self.text, at))
    }

    fn column(&self, at: usize) -> usize {
        column(self.text, at)
    }

    /// The text after an edit, if it reads as the tree after `change` of the value at a path.
    pub fn proved(
        &self,
        (range, new): Edit,
        path: &[Step<'_>],
        change: impl FnOnce(&mut Value),
    ) -> Result<String, EditError> {
        let mut meant = Value::of(&self.tree);
        change(meant.at(path).ok_or(EditError::Unproven)?);
        let (before, after) = (self.part(0..range.start), self.part(range.end..self.text.len()));
        let text = format!("{before}{new}{after}");
        let proved = read(&text).is_ok_and(|tree| Value::of(&tree) == meant.as_read());
        if proved { Ok(format!("{}{text}", self.mark)) } else { Err(EditError::Unproven) }
    }

    /// The edit that writes another value in the place of one.
    pub fn replacing(&self, target: &Target<'_>, value: &Value) -> Result<Edit, EditError> {
        let entry = target.entry.ok_or(EditError::Refused(Refusal::Whole))?;
        let (old, behind) = (target.layout, entry.behind);
        let gap = self.part(behind..old.at.start);
        let on_line = !gap.contains('\n');
        let behind_dash = target.around == Form::Items;
        let start = self.column(entry.start);
        let inner = match (old.form, value) {
            (Form::Keys, Value::Map(_)) | (Form::Items, Value::List(_)) => Some(old.at.start),
            (Form::Lines(_), Value::Text(_)) => {
                Some(target.node.span.start).filter(|at| self.column(*at) > start)
            }
            (Form::Nothing, _) => None,
            (_, Value::Map(_) | Value::List(_)) if behind_dash && on_line => Some(old.at.start),
            _ => None,
        };
        let inner = inner.map(|at| self.column(at));
        let place = Place { column: start, behind_dash, inner, form: old.form };
        let in_flow = target.around == Form::Flow || (old.form == Form::Flow && value.is_short());
        let new = match in_flow {
            true => self.renderer.flow(value, old.form),
            false => self.renderer.block(value, place),
        };
        let (first, lines) = new.split_at(new.find(self.renderer.line_end).unwrap_or(new.len()));
        let block = matches!(old.form, Form::Keys | Form::Items);
        let space = match block {
            true if first.is_empty() => "",
            true if !on_line => " ",
            false if first.is_empty() => gap.trim_end(),
            false if gap.is_empty() && behind != entry.start => " ",
            _ => gap,
        };
        // A comment on the first line stays behind the new first line.
        let (kept, end) = match old.form {
            _ if block => {
                let above = gap.rsplit_once('\n').map_or("", |(above, _)| above.trim_end());
                // Below new lines, a comment of the old value could become part of a text.
                let column = if lines.is_empty() { usize::MAX } else { start + 1 };
                (above, self.behind_comments(entry, column))
            }
            Form::Lines(_) => (comment(self.rest_of_line(old.at.start)), old.at.end),
            _ if lines.is_empty() => ("", old.at.end),
            _ => (comment(self.rest_of_line(old.at.end)), line_end(self.text, old.at.end)),
        };
        Ok((behind..end, format!("{space}{first}{kept}{lines}")))
    }

    /// The edit that adds an item, or a key with its value, as one of the entries.
    pub fn adding(
        &self,
        target: &Target<'_>,
        position: usize,
        key: Option<&str>,
        value: &Value,
    ) -> Result<Edit, EditError> {
        let layout = target.layout;
        let (Some(first), Some(last)) = (layout.entries.first(), layout.entries.last()) else {
            let only = match key {
                None => Value::List(vec![value.clone()]),
                Some(key) => Value::Map(vec![(key.to_owned(), value.clone())]),
            };
            return self.replacing(target, &only);
        };
        let column = self.column(first.start);
        let next = self.renderer.next_line(column);
        let flow = layout.form == Form::Flow;
        let form = if key.is_none() { last.value.form } else { Form::Plain };
        let new = self.renderer.entry(key, value, Some(column).filter(|_| !flow), form);
        let Some(above) = position.checked_sub(1).and_then(|above| layout.entries.get(above))
        else {
            let between = if flow { ", " } else { &next };
            return Ok((first.start..first.start, format!("{new}{between}")));
        };
        let at = above.value.at.end;
        let rest = self.rest_of_line(at);
        if flow && !rest.trim_start_matches([' ', ',']).starts_with('#') {
            return Ok((at..at, format!(", {new}")));
        }
        if flow {
            let (before, behind) = if above.comma { ("", ",") } else { (",", "") };
            return Ok((at..at + rest.len(), format!("{before}{rest}{next}{new}{behind}")));
        }
        // A comment below the last entry belongs to it, unless it stands under the key of the list.
        let last = position == layout.entries.len();
        let within = target.entry.is_some_and(|entry| self.column(entry.start) < column);
        let at = self.behind_comments(above, column + usize::from(!(last && within)));
        // The items of some lists stand apart.
        let before = position.checked_sub(2).and_then(|before| layout.entries.get(before));
        let before = before.filter(|_| last && key.is_none()).map(|before| before.value.at.end);
        let apart = before.and_then(|before| self.blank_line(before, above.start)).is_some();
        let blank = if apart { self.renderer.line_end } else { "" };
        Ok((at..at, format!("{blank}{next}{new}")))
    }

    /// The edit that adds items to the end of a list that is no flow list.
    pub fn adding_items(&self, target: &Target<'_>, items: &[Value]) -> Result<Edit, EditError> {
        let (entries, Some((first, rest))) = (&target.layout.entries, items.split_first()) else {
            return Err(EditError::Unproven);
        };
        let Some((start, last)) = entries.first().map(|e| e.start).zip(entries.last()) else {
            return self.replacing(target, &Value::List(items.to_vec()));
        };
        let (range, mut new) = self.adding(target, entries.len(), None, first)?;
        let column = Some(self.column(start));
        let entry = |item| self.renderer.entry(None, item, column, last.value.form);
        let before = new.strip_suffix(&entry(first)).ok_or(EditError::Unproven)?.to_owned();
        rest.iter().for_each(|item| new.extend([before.as_str(), &entry(item)]));
        Ok((range, new))
    }

    /// The edit that removes an entry.
    pub fn removing(&self, target: &Target<'_>, index: usize) -> Result<Edit, EditError> {
        let entries = &target.layout.entries;
        let entry = entries.get(index).ok_or(EditError::Unproven)?;
        let (end, flow) = (entry.value.at.end, target.layout.form == Form::Flow);
        let above = index.checked_sub(1).and_then(|above| entries.get(above));
        match (above, entries.get(index + 1)) {
            (None, None) => {
                let list = matches!(target.node.kind, Kind::List(_));
                let empty = if list { Value::List(Vec::new()) } else { Value::Map(Vec::new()) };
                self.replacing(target, &empty)
            }
            (above, next) if flow => {
                let (range, gap) = match (above, next) {
                    (None, Some(next)) => (entry.start..next.start, end..next.start),
                    _ => {
                        let start = above.map_or(entry.start, |above| above.value.at.end);
                        (start..end, start..entry.start)
                    }
                };
                match self.part(gap).contains('#') {
                    true => Err(EditError::Refused(Refusal::Comment)),
                    false => Ok((range, String::new())),
                }
            }
            (above, next) => {
                let after = above.filter(|_| next.is_none()).map(|above| above.value.at.end);
                Ok((self.lines_of(entry, after), String::new()))
            }
        }
    }

    /// The range of [`Self::removing`], in the text with its byte order mark.
    pub fn removed_lines(&self, target: &Target<'_>, index: usize) -> Option<Range<usize>> {
        let (range, _) = self.removing(target, index).ok()?;
        Some(range.start + self.mark.len()..range.end + self.mark.len())
    }

    /// The lines of an entry with the comments behind it; of the last one, also the blank line
    /// between it and the end of the one above.
    fn lines_of(&self, entry: &Entry, above: Option<usize>) -> Range<usize> {
        let end = self.behind_comments(entry, self.column(entry.start) + 1);
        let below = self.part(end..self.text.len());
        let line = line_start(self.text, entry.start);
        if !self.part(line..entry.start).trim().is_empty() {
            // Behind a dash, the next key takes its place.
            let rest = below.trim_start_matches([' ', '\n', '\r']);
            return entry.start..self.text.len() - rest.len();
        }
        let blank = above.and_then(|above| self.blank_line(above, entry.start));
        let start = blank.unwrap_or(line);
        match below.find('\n') {
            Some(at) => start..end + at + 1,
            None => {
                start.checked_sub(1).map_or(0, |at| line_end(self.text, line_start(self.text, at)))
                    ..end
            }
        }
    }

    /// The whole lines of an entry, in the text with its byte order mark, if it has them to itself.
    pub fn own_lines(&self, target: &Target<'_>) -> Option<Range<usize>> {
        let entry = target.entry.filter(|_| target.around != Form::Flow)?;
        let start = line_start(self.text, entry.start);
        if !self.part(start..entry.start).trim().is_empty() {
            return None;
        }
        let end = line_end(self.text, entry.value.at.end);
        let below = self.part(end..self.text.len());
        let end = below.find('\n').map_or(self.text.len(), |at| end + at + 1);
        Some(start + self.mark.len()..end + self.mark.len())
    }

    /// The start of the blank line above a place, if it is behind the end of the entry above.
    fn blank_line(&self, end: usize, at: usize) -> Option<usize> {
        let line = line_start(self.text, at);
        let above = line_start(self.text, line.checked_sub(1)?);
        (above > end && self.part(above..line).trim().is_empty()).then_some(above)
    }

    /// The end of an entry with the comment behind it and those below it from a column on.
    fn behind_comments(&self, entry: &Entry, column: usize) -> usize {
        let mut end = line_end(self.text, entry.value.at.end);
        let mut at = end;
        while let Some(next) = self.part(at..self.text.len()).find('\n') {
            let start = at + next + 1;
            let line = self.rest_of_line(start);
            at = start + line.len();
            let bare = line.trim_start_matches(' ');
            if bare.starts_with('#') && line.len() - bare.len() >= column {
                end = at;
            } else if !bare.is_empty() {
                break;
            }
        }
        end
    }
}

/// The comment at the end of a line, with the spaces before it.
fn comment(line: &str) -> &str {
    let start = line.find(" #").and_then(|at| line.get(..at)).map(|before| before.trim_end().len());
    start.and_then(|start| line.get(start..)).unwrap_or("")
}
