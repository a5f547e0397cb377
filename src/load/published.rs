//! The published totals and tables of a coding study.

use super::raw::coding::{RawPublished, RawTotal};
use super::raw::{Context, Must, Text};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Codebook, Coded, CodedRow, Decimal, PublishedRow, PublishedTable, WholeOnly};
use std::collections::BTreeSet;

/// A question and one of its categories.
fn known_pair(
    question: Must<Text>,
    category: Must<Text>,
    codebook: &Codebook,
    cx: &mut Context<'_>,
) -> Option<(String, String)> {
    let ids: Vec<&str> = codebook.questions.iter().map(|q| q.id.as_str()).collect();
    let question = cx.value(question);
    let question = cx.reference(question, &ids, Code::UnknownCriterion)?;
    let found = codebook.questions.iter().find(|q| q.id == question)?;
    let ids: Vec<&str> = found.categories.iter().map(|c| c.id.as_str()).collect();
    let category = cx.value(category);
    let words: Vec<(&str, &str)> = ids.iter().map(|id| (*id, *id)).collect();
    let category = cx.word_among(category, &words)?;
    Some((question, category.to_owned()))
}

/// A number that is known for the whole only. Where rows have an answer, the rows count, and a
/// total would repeat or contradict them.
pub fn total(
    raw: RawTotal,
    codebook: &Codebook,
    rows: &[CodedRow],
    cx: &mut Context<'_>,
) -> Option<WholeOnly> {
    let answered = |question: &str| {
        rows.iter().any(|r| matches!(r.codes.get(question), Some(Coded::Category(_))))
    };
    if let Some(Text { value: Some(question), span, .. }) = raw.question.as_ref()
        && answered(question)
    {
        cx.push(Diagnostic::at(Code::TotalOfAnswered, *span).with("value", question));
        return None;
    }
    let pair = known_pair(raw.question, raw.category, codebook, cx);
    let of = cx.value(raw.of);
    let of = cx.whole(of, 1, 100_000);
    let count = cx.value(raw.count);
    let count = cx.whole(count, 0, of.unwrap_or(100_000));
    let (question, category) = pair?;
    Some(WholeOnly { question, category, count: count?, of: of? })
}

/// The data by which a published table can be grouped.
pub struct Grouped<'a> {
    /// Absent where they could not be read.
    pub rows: Option<&'a [CodedRow]>,
    /// The attributes of the coding.
    pub attributes: &'a [String],
}

impl Grouped<'_> {
    /// The available properties.
    fn properties(&self) -> Vec<&str> {
        let own = self.attributes.iter().map(String::as_str);
        ["province", "size-class"].into_iter().chain(own).collect()
    }

    /// The groups by a property, or the whole.
    fn groups(&self, by: Option<&str>) -> Vec<&str> {
        let Some(by) = by else { return vec!["alle"] };
        let all = self.rows.unwrap_or_default().iter().filter_map(|r| r.value(by));
        let groups: BTreeSet<&str> = all.collect();
        groups.into_iter().collect()
    }
}

/// The published tables.
pub fn published(
    raw: RawPublished,
    codebook: &Codebook,
    grouped: &Grouped<'_>,
    cx: &mut Context<'_>,
) -> Vec<PublishedTable> {
    let mut out = Vec::new();
    for table in cx.need(raw.tables).into_iter().flat_map(|l| l.items) {
        let title = cx.text(table.title);
        let by = table.by.known().filter(|t| t.value.is_some());
        let by = cx.reference(by, &grouped.properties(), Code::UnknownWord);
        let groups = grouped.groups(by.as_deref());
        let mut rows = Vec::new();
        for row in cx.need(table.rows).into_iter().flat_map(|l| l.items) {
            let pair = known_pair(row.question, row.category, codebook, cx);
            let map = cx.need(row.values);
            let mut values: Vec<(String, Decimal)> = Vec::new();
            for (group, value) in map.into_iter().flat_map(|m| m.entries) {
                let value = cx.percentage(Some(value));
                let group = match grouped.rows {
                    Some(_) => cx.reference(Some(group), &groups, Code::UnknownWord),
                    None => group.value,
                };
                if let (Some(group), Some(value)) = (group, value) {
                    values.push((group, value));
                }
            }
            if let Some((question, category)) = pair {
                rows.push(PublishedRow { question, category, values });
            }
        }
        out.push(PublishedTable { title, by, rows });
    }
    out
}
