//! The legal duties of an audit: which are breached, and how many are complied with or open.

use super::criteria::CriterionView;
use super::frameworks::FrameworkView;
use super::words;
use crate::dutch::enumeration;
use crate::model::{Duties, Scale, Scorecard};
use serde::Serialize;

/// The legal duties of all frameworks.
#[derive(Debug, Clone, Serialize)]
pub struct LawView {
    /// Number of duties that apply.
    pub total: usize,
    pub complied: usize,
    pub breached: usize,
    pub unknown: usize,
    /// What was found, in a sentence.
    pub text: String,
    pub breaches: Vec<BreachView>,
    /// The names of those that could not be established, with their codes; empty if none.
    pub open: String,
}

/// A duty that is not complied with.
#[derive(Debug, Clone, Serialize)]
pub struct BreachView {
    pub id: String,
    pub name: String,
    /// Whom it binds, where the framework says so.
    pub binds: String,
    /// The laws that prescribe it, with their articles.
    pub articles: Vec<String>,
}

/// The legal duties; `None` where the frameworks have none that apply.
pub fn law(scorecard: &Scorecard, frameworks: &[FrameworkView]) -> Option<LawView> {
    let mut all = Duties::default();
    for score in &scorecard.frameworks {
        let of = score.counts.duties;
        all.complied += of.complied;
        all.breached += of.breached;
        all.unknown += of.unknown;
    }
    let total = all.complied + all.breached + all.unknown;
    let lowest = words::level(Scale::duty().lowest()).key;
    let criteria = frameworks.iter().flat_map(|f| &f.criteria);
    let breached = criteria.filter(|c| c.legal_duty && c.outcome == lowest);
    let apart = ["niet-van-toepassing", "geldt-nog-niet"];
    let open = frameworks.iter().flat_map(|f| &f.criteria).filter(|c| c.legal_duty && !c.judged);
    let open = open.filter(|c| !apart.contains(&c.outcome.as_str()));
    let open: Vec<String> = open.map(CriterionView::named).collect();
    (total > 0).then(|| LawView {
        total,
        complied: all.complied,
        breached: all.breached,
        unknown: all.unknown,
        text: count_sentence(total, all),
        breaches: breached.map(breach).collect(),
        open: enumeration(&open),
    })
}

fn breach(criterion: &CriterionView) -> BreachView {
    BreachView {
        id: criterion.id.clone(),
        name: criterion.name.clone(),
        binds: criterion.binds.clone(),
        articles: criterion.laws.clone(),
    }
}

fn count_sentence(total: usize, duties: Duties) -> String {
    let Duties { complied, breached, unknown, .. } = duties;
    if total == 1 {
        let what = match (complied, breached) {
            (1, _) => "is nageleefd",
            (_, 1) => "is niet nageleefd",
            _ => "is niet vast te stellen",
        };
        return format!("De wettelijke plicht {what}.");
    }
    let all = if total == 2 { "Beide".to_owned() } else { format!("Alle {total}") };
    if complied == total {
        return format!("{all} wettelijke plichten zijn nageleefd.");
    }
    if breached == total {
        return format!("{all} wettelijke plichten zijn niet nageleefd.");
    }
    if unknown == total {
        return format!(
            "Van geen van de {total} wettelijke plichten staat vast of zij is nageleefd."
        );
    }
    let counted = |count: usize| match count {
        1 => "is er 1".to_owned(),
        count => format!("zijn er {count}"),
    };
    let found = match (breached, complied) {
        (0, complied) => format!("{} nageleefd", counted(complied)),
        (breached, 0) => format!("{} niet nageleefd", counted(breached)),
        (breached, complied) => {
            format!("{} niet nageleefd en {complied} wel", counted(breached))
        }
    };
    let open = match unknown {
        0 => String::new(),
        unknown => format!("; van {unknown} staat dat niet vast"),
    };
    let none = if breached == 0 { " Een overtreding is niet gevonden." } else { "" };
    format!("Van de {total} wettelijke plichten {found}{open}.{none}")
}
