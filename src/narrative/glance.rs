//! How much of the page at a glance fits on it, estimated from the lengths of its texts. What does
//! not fit is counted, with a reference: first verdicts of frameworks, then recommendations, then
//! conclusions. The answer and breaches of law always stand there.

use crate::view::{BreachView, CaseView, FrameworkView, GlanceView};

/// Height of the page in tenths of a line, at the type sizes of the shipped theme.
const PAGE: usize = 455;

/// Characters in a line of the page.
const LETTERS: usize = 90;

/// Characters in a line of the answer, which is set larger.
const LETTERS_OF_ANSWER: usize = 82;

/// Characters in a line of the counts of a framework, which are a column of a table.
const LETTERS_OF_COUNTS: usize = 60;

/// The height of a text in tenths of a line.
fn height(text: &str, letters: usize) -> usize {
    text.chars().count().div_ceil(letters).max(1) * 10
}

/// Whether the page shows a framework: it has a verdict, or levels that are only counted.
fn is_shown(framework: &FrameworkView) -> bool {
    framework.has_verdict || (framework.judged.is_none() && framework.some_judged)
}

/// What fits on the page at a glance.
pub fn glance(view: &CaseView) -> GlanceView {
    let answer = view.answer_md.split("\n\n").next().unwrap_or_default();
    let mut fixed = 25 + height(answer, LETTERS_OF_ANSWER) * 11 / 10;
    if let Some(law) = &view.law {
        fixed += 10 + height(&law.text, LETTERS);
        let breach = |b: &BreachView| {
            format!("Niet nageleefd door {}: {} ({})", b.binds, b.name, b.articles.join("; "))
        };
        fixed += law.breaches.iter().map(|b| 4 + height(&breach(b), LETTERS)).sum::<usize>();
    }
    let conclusions: Vec<usize> =
        view.conclusions.iter().map(|c| height(&format!("1. {}", c.title), LETTERS)).collect();
    let recommendations: Vec<usize> = view
        .recommendations
        .iter()
        .flat_map(|group| group.items.iter().map(move |item| (group, item)))
        .map(|(group, item)| {
            let line = format!("1. {} ({}, {})", item.title, group.addressee, item.deadline);
            height(&line, LETTERS)
        })
        .collect();
    let rows = view.frameworks.iter().filter(|f| is_shown(f));
    let frameworks: Vec<usize> =
        rows.map(|f| 4 + height(&format!("{} {}", f.tally, f.chosen), LETTERS_OF_COUNTS)).collect();
    let mut shown = GlanceView {
        conclusions: conclusions.len(),
        recommendations: recommendations.len(),
        frameworks: frameworks.len(),
    };
    // A list has a heading, a table its head, and what is left out a sentence.
    let part = |all: &[usize], shown: usize, head: usize| {
        let sentence = if shown < all.len() { 16 } else { 0 };
        let head = if all.is_empty() { 0 } else { head };
        head + sentence + all.iter().take(shown).sum::<usize>()
    };
    let total = |shown: GlanceView| {
        fixed
            + part(&conclusions, shown.conclusions, 18)
            + part(&recommendations, shown.recommendations, 18)
            + part(&frameworks, shown.frameworks, 24)
    };
    while total(shown) > PAGE {
        if shown.frameworks > 0 {
            shown.frameworks -= 1;
        } else if shown.recommendations > 1 {
            shown.recommendations -= 1;
        } else if shown.conclusions > 1 {
            shown.conclusions -= 1;
        } else {
            break;
        }
    }
    shown
}
