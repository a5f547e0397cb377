//! Drafts conclusions and recommendations if the researchers wrote none.

use crate::diagnostics::Report;
use crate::markdown::{Block, anchor, parse, plain};
use crate::model::{Addressee, BodyKind, Framework};
use crate::templates::Templates;
use crate::view::{
    AddresseeView, CaseView, ConclusionView, DraftView, GroundsView, RecommendationView,
    all_drafts, words,
};

/// Adds drafts where nothing was written, and marks them as drafts. `None` if there is an error in
/// a sentence.
pub fn complete(
    view: &mut CaseView,
    drafts: &[Vec<DraftView>],
    templates: &Templates,
    report: &mut Report,
) -> Option<()> {
    // In a reconstruction of another body's audit, conclusions and advice are not drafted on its
    // behalf.
    if view.rebuilt {
        return Some(());
    }
    if view.conclusions.is_empty() {
        view.conclusions = conclusions(view, drafts, templates, report)?;
        view.conclusions_drafted = !view.conclusions.is_empty();
    }
    if view.recommendations.is_empty() {
        view.recommendations = recommendations(view.body_kind, drafts, templates, report)?;
        view.recommendations_drafted = !view.recommendations.is_empty();
    }
    Some(())
}

/// One conclusion per framework with drafted sentences: the sentence on the whole, then one on each judged criterion.
fn conclusions(
    view: &CaseView,
    drafts: &[Vec<DraftView>],
    templates: &Templates,
    report: &mut Report,
) -> Option<Vec<ConclusionView>> {
    let mut out = Vec::new();
    for (framework, drafts) in view.frameworks.iter().zip(drafts) {
        let mut text_md = String::new();
        let mut grounds = GroundsView::default();
        for draft in drafts {
            let sentence = templates.sentence(&draft.conclusion, &draft.context, report)?;
            match draft.grounds.judged.first() {
                None => text_md.push_str(&format!("{sentence}\n\n")),
                Some((judgement, names)) => {
                    text_md.push_str(&format!("- {}\n", sentence.replace('\n', "\n  ")));
                    names.iter().for_each(|name| grounds.add(judgement, name.clone()));
                }
            }
        }
        // A framework without sentences of its own concludes nothing.
        if text_md.is_empty() {
            continue;
        }
        let number = out.len() + 1;
        let title = format!("{}: {}", framework.title, framework.badge);
        out.push(ConclusionView {
            number,
            id: framework.id.clone(),
            anchor: anchor(&format!("{number}. {title}")),
            title,
            text_md: text_md.trim_end().to_owned(),
            grounds,
        });
    }
    Some(out)
}

fn recommendations(
    kind: BodyKind,
    drafts: &[Vec<DraftView>],
    templates: &Templates,
    report: &mut Report,
) -> Option<Vec<AddresseeView>> {
    let mut out = Vec::new();
    let mut number = 0;
    for (_, addressee) in Addressee::WORDS {
        let mut items = Vec::new();
        for draft in drafts.iter().flatten() {
            let Some((to, template)) = &draft.recommendation else { continue };
            if *to != addressee {
                continue;
            }
            let text = templates.sentence(template, &draft.context, report)?;
            let (title, text_md) = headline(&text);
            let grounds = draft.grounds.clone();
            number += 1;
            let conclusions = Vec::new();
            items.push(RecommendationView {
                id: String::new(),
                number,
                anchor: anchor(&format!("{number}. {title}")),
                title,
                text_md,
                conclusions,
                grounds,
                deadline: String::new(),
                position: None,
                reply_md: String::new(),
                owner: String::new(),
            });
        }
        if !items.is_empty() {
            out.push(AddresseeView { addressee: words::addressee(kind, &addressee), items });
        }
    }
    Some(out)
}

/// Fills every sentence template of frameworks, so that an error is reported before the sentence is
/// needed.
pub fn check_drafts(frameworks: &[&Framework], templates: &Templates, report: &mut Report) {
    for draft in frameworks.iter().flat_map(|f| all_drafts(f)) {
        templates.sentence(&draft.conclusion, &draft.context, report);
        if let Some((_, template)) = &draft.recommendation {
            templates.sentence(template, &draft.context, report);
        }
    }
}

/// Splits off the first sentence as a plain title; the rest stays as it is.
fn headline(text: &str) -> (String, String) {
    // An abbreviation such as `art. 3` does not end a sentence.
    let end = text.match_indices(". ").find(|(at, _)| {
        text.get(at + 2..).is_some_and(|rest| rest.starts_with(char::is_uppercase))
    });
    let (first, rest) = match end {
        Some((at, _)) => (text.get(..at).unwrap_or(text), text.get(at + 2..).unwrap_or("")),
        None => (text, ""),
    };
    let line = match parse(first).blocks.first() {
        Some(Block::Para { c }) => plain(c),
        _ => first.to_owned(),
    };
    (line.trim_end_matches('.').to_owned(), rest.to_owned())
}
