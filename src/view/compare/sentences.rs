//! What a comparison says of itself: its status, how its municipalities were selected, and what could
//! not be compared.

use super::members::first;
use crate::dutch::enumeration;
use crate::model::{BodyKind, LeftOut, LeftOutReason, Selection};
use std::collections::BTreeMap;

/// A status in a few words, as shown before the names of municipalities.
pub fn state_text(state: &str) -> &'static str {
    match state {
        "fictief" => "Verzonnen voorbeeld, geen echt onderzoek",
        "reconstructie" => "Reconstructie uit openbare bronnen, niet het onderzoek zelf",
        _ => "Concept, nog niet vastgesteld",
    }
}

/// How the municipalities were selected, in a sentence.
pub fn selection(selection: Selection, kind: BodyKind) -> String {
    let (noun, many) = (kind.noun(), kind.plural());
    match selection {
        Selection::Population => format!(
            "De {many} zijn samen de hele groep waarover deze vergelijking gaat. Een verschil \
             tussen hen is dus het echte verschil; er is niets geschat."
        ),
        Selection::Incomplete => format!(
            "De {many} zouden samen de hele groep zijn waarover deze vergelijking gaat, maar er \
             zijn er weggelaten."
        ),
        Selection::Sample => format!(
            "De {many} zijn een steekproef: het lot heeft hen uit een grotere groep gekozen."
        ),
        Selection::HandPicked => format!(
            "De {many} zijn uitgekozen en niet geloot. Zij zeggen daarom niets over andere {many}."
        ),
        Selection::Mixed => format!(
            "De onderzoeken kozen hun {noun} op verschillende manieren. Samen zeggen de {many} \
             daarom niets over andere."
        ),
        Selection::Undeclared => format!(
            "Niet alle onderzoeken zeggen hoe hun {noun} in deze vergelijking is gekomen. Zij \
             zeggen daarom niets over andere {many}."
        ),
    }
}

/// The items left out: one sentence per reason, for its municipalities.
#[must_use]
pub fn left_out(all: &[LeftOut]) -> Vec<String> {
    let mut by_reason: BTreeMap<&LeftOutReason, Vec<String>> = BTreeMap::new();
    for one in all {
        by_reason.entry(&one.reason).or_default().push(one.what.clone());
    }
    let sentence = |(reason, who): (&LeftOutReason, Vec<String>)| {
        let who = first(&who);
        match reason {
            LeftOutReason::Invalid => {
                format!("{who}: het dossier bevat fouten en doet niet mee.")
            }
            LeftOutReason::OnlyOnce(framework) => {
                format!("{who}: {framework} is maar in één van beide onderzoeken gebruikt.")
            }
            LeftOutReason::OlderFigure(figure) => {
                format!("{who}: van ‘{figure}’ is alleen het nieuwste cijfer vergeleken.")
            }
            LeftOutReason::LoneFigure(figure) => {
                format!("‘{figure}’: alleen {who} heeft dit cijfer.")
            }
            LeftOutReason::OnlyOne(framework) => {
                format!("{framework}: alleen {who} gebruikte dit normenkader.")
            }
            LeftOutReason::OtherVersion(framework, found, expected) => format!(
                "{who}: versie {found} van {framework}; het normenkader zegt niet hoe die bij \
                 versie {expected} hoort."
            ),
            LeftOutReason::OtherText(framework) => format!(
                "{who}: {framework} onder hetzelfde versienummer, maar met een andere tekst."
            ),
            LeftOutReason::NoCounterpart(framework, version, criteria) => format!(
                "{who}: versie {version} van {framework}; bij {} hoort daarin geen norm.",
                enumeration(criteria)
            ),
        }
    };
    by_reason.into_iter().map(sentence).collect()
}
