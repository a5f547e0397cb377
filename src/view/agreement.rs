//! What judges who judged apart made of the norms, and how far they agree.

use super::frameworks::FrameworkView;
use super::words;
use crate::dutch::{enumeration, rounded, share};
use crate::model::{Case, Criterion, FEWEST_FOR_PERCENT, Level, Outcome, Scale, Scorecard};
use crate::score::{Agreement, agreement};
use serde::Serialize;

/// The agreement over a set of norms.
#[derive(Debug, Clone, Serialize)]
pub struct AgreedView {
    /// Which norms.
    pub name: String,
    /// The norms on which all judges agree, as a share of those with two judgements or more.
    pub norms: String,
    /// The pairs of judgements that are the same, as a share of all.
    pub pairs: String,
    /// Krippendorff's alpha; empty where it is not defined.
    pub alpha: String,
}

/// A norm on which judges differ, or whose level is that of none of them.
#[derive(Debug, Clone, Serialize)]
pub struct DifferingView {
    pub id: String,
    pub name: String,
    /// The judgement of each judge; empty where one did not judge.
    pub judged: Vec<String>,
    /// How far they lie apart, in words.
    pub apart: String,
    /// The judgement that holds.
    pub badge: String,
    pub decided_md: String,
}

/// What judges made of the norms.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementView {
    /// The judges by role.
    pub judges: Vec<String>,
    /// The same in a sentence.
    pub judges_text: String,
    /// How many norms each judged.
    pub counts: Vec<(String, usize)>,
    /// The agreement by framework, of duties, and over all.
    pub rows: Vec<AgreedView>,
    /// Whether some norm has more than two judgements.
    pub more_than_two: bool,
    /// Whether alpha is not defined somewhere.
    pub undefined: bool,
    /// The fewest norms with which alpha says something, if a row has fewer.
    pub few: Option<usize>,
    pub differing: Vec<DifferingView>,
}

/// The judgements of one norm.
struct Judged<'a> {
    criterion: &'a Criterion,
    levels: Vec<(&'a str, Level)>,
    outcome: Outcome,
    decided_md: &'a str,
}

impl Judged<'_> {
    fn ranks(&self) -> Vec<usize> {
        self.levels.iter().map(|(_, level)| level.rank()).collect()
    }

    /// The number of steps between the lowest and the highest judgement.
    fn apart(&self) -> usize {
        let ranks = self.ranks();
        ranks.iter().max().zip(ranks.iter().min()).map_or(0, |(high, low)| high - low)
    }

    /// Whether the level that holds is one of the judges'.
    fn is_theirs(&self) -> bool {
        match self.outcome {
            Outcome::Judged(level) => self.levels.iter().any(|(_, own)| *own == level),
            _ => true,
        }
    }
}

/// The agreement of the judges of a case; `None` where no norm has a judge.
pub fn agreement_view(
    case: &Case,
    scorecard: &Scorecard,
    views: &[FrameworkView],
) -> Option<AgreementView> {
    let of_frameworks: Vec<(&str, Scale, Vec<Judged<'_>>)> = case
        .frameworks
        .iter()
        .zip(&scorecard.frameworks)
        .map(|(framework, score)| {
            let norms = framework.criteria.iter().zip(&score.judgements);
            let judged = norms.filter_map(|(c, j)| judged(case, c, j.outcome)).collect();
            (framework.title.as_str(), framework.scale, judged)
        })
        .collect();
    let all: Vec<&Judged<'_>> = of_frameworks.iter().flat_map(|(.., norms)| norms).collect();
    let mut judges: Vec<&str> = Vec::new();
    for (role, _) in all.iter().flat_map(|norm| &norm.levels) {
        if !judges.contains(role) {
            judges.push(role);
        }
    }
    // One judge agrees with nobody.
    if !all.iter().any(|norm| norm.levels.len() > 1) {
        return None;
    }
    let more_than_two = all.iter().any(|norm| norm.levels.len() > 2);
    let found = rows(&of_frameworks);
    let few = found.iter().any(|(_, found)| found.norms < FEWEST_FOR_PERCENT);
    let count = |role: &str| {
        all.iter().filter(|norm| norm.levels.iter().any(|(own, _)| *own == role)).count()
    };
    let differing = all.iter().filter(|norm| norm.apart() > 0 || !norm.is_theirs());
    let names: Vec<String> = judges.iter().map(|role| (*role).to_owned()).collect();
    Some(AgreementView {
        judges_text: enumeration(&names),
        counts: names.iter().map(|role| (role.clone(), count(role))).collect(),
        undefined: found.iter().any(|(_, found)| found.norms > 0 && found.alpha.is_none()),
        few: few.then_some(FEWEST_FOR_PERCENT),
        rows: found.into_iter().map(|(name, found)| row(name, &found)).collect(),
        differing: differing.map(|norm| differs(norm, &judges, views)).collect(),
        more_than_two,
        judges: names,
    })
}

fn judged<'a>(case: &'a Case, criterion: &'a Criterion, outcome: Outcome) -> Option<Judged<'a>> {
    let record = case.records.get(&criterion.id)?;
    let as_is = |level: Level| if criterion.legal_duty { level.as_duty() } else { level };
    let levels: Vec<_> =
        record.judges.iter().map(|(role, level)| (role.as_str(), as_is(*level))).collect();
    let decided_md = record.decided.as_str();
    (!levels.is_empty()).then_some(Judged { criterion, levels, outcome, decided_md })
}

/// The agreement of each framework, of all frameworks of one scale where there are several, and of
/// the duties.
fn rows(of_frameworks: &[(&str, Scale, Vec<Judged<'_>>)]) -> Vec<(String, Agreement)> {
    let ranks = |norms: &[&Judged<'_>]| {
        agreement(&norms.iter().map(|norm| norm.ranks()).collect::<Vec<_>>())
    };
    let mut out = Vec::new();
    let mut scales: Vec<(Scale, Vec<&str>, Vec<&Judged<'_>>)> = Vec::new();
    for (title, scale, norms) in of_frameworks {
        let own: Vec<&Judged<'_>> = norms.iter().filter(|n| !n.criterion.legal_duty).collect();
        if own.is_empty() {
            continue;
        }
        out.push(((*title).to_owned(), ranks(&own)));
        match scales.iter_mut().find(|(known, ..)| known == scale) {
            Some((_, titles, all)) => {
                titles.push(title);
                all.extend(own);
            }
            None => scales.push((*scale, vec![title], own)),
        }
    }
    let one = scales.len() == 1;
    for (_, titles, norms) in scales.iter().filter(|(_, titles, _)| titles.len() > 1) {
        let names: Vec<String> = titles.iter().map(|title| (*title).to_owned()).collect();
        let name = if one { "Samen".to_owned() } else { format!("Samen: {}", enumeration(&names)) };
        out.push((name, ranks(norms)));
    }
    let all = of_frameworks.iter().flat_map(|(.., norms)| norms);
    let duties: Vec<&Judged<'_>> = all.filter(|norm| norm.criterion.legal_duty).collect();
    if !duties.is_empty() {
        out.push(("Wettelijke plichten".to_owned(), ranks(&duties)));
    }
    out
}

fn row(name: String, found: &Agreement) -> AgreedView {
    let part = |part: usize, whole: usize, unit| {
        let count = |n: usize| i128::try_from(n).unwrap_or(0);
        share(count(part), count(whole), whole, unit)
    };
    AgreedView {
        name,
        norms: part(found.unanimous, found.norms, "normen"),
        pairs: part(found.equal, found.pairs, "paren"),
        alpha: found.alpha.map_or_else(String::new, |alpha| rounded(alpha, 3)),
    }
}

fn differs(norm: &Judged<'_>, judges: &[&str], views: &[FrameworkView]) -> DifferingView {
    let of = |role: &&str| {
        let own = norm.levels.iter().find(|(own, _)| own == role);
        own.map_or_else(String::new, |(_, level)| {
            words::outcome(Outcome::Judged(*level)).to_string()
        })
    };
    let view = views.iter().flat_map(|f| &f.criteria).find(|c| c.id == norm.criterion.id);
    DifferingView {
        id: norm.criterion.id.clone(),
        name: norm.criterion.name.clone(),
        judged: judges.iter().map(of).collect(),
        apart: match norm.apart() {
            0 => "geen".to_owned(),
            1 => "1 niveau".to_owned(),
            many => format!("{many} niveaus"),
        },
        badge: view.map_or_else(String::new, |view| view.badge.clone()),
        decided_md: norm.decided_md.to_owned(),
    }
}
