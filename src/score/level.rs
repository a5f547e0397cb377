//! The level of a criterion according to its findings.

use super::{median, strength};
use crate::model::FEWEST_PEERS;
use crate::model::{
    Amount, Answer, Better, Case, Conflict, Criterion, CriterionRecord, Decimal, Derivation, Exact,
    Finding, Level, LevelRule, Levels, Measure, PeerReading, Quantity, Reading, Scale, Strength,
    Thresholds, Vote,
};
use std::collections::BTreeSet;

/// The result of the findings, before any decision of the researchers.
pub struct Read {
    /// The level, where the findings determine one.
    pub level: Option<Level>,
    /// How the level was derived.
    pub derivation: Option<Derivation>,
    pub conflict: Option<Conflict>,
    /// Whether the researchers weighed findings that contradict each other.
    pub resolved: bool,
    /// For a checklist: the findings with an answer that counted.
    answering: Vec<String>,
}

impl Read {
    fn none() -> Self {
        Self {
            level: None,
            derivation: None,
            conflict: None,
            resolved: false,
            answering: Vec::new(),
        }
    }

    fn with(conflict: Option<Conflict>) -> Self {
        Self { conflict, ..Self::none() }
    }

    /// Whether any finding says something about the level.
    pub fn has_reading(&self) -> bool {
        self.derivation.is_some()
    }

    /// Whether this finding supports `level`, or any level if `None`.
    pub fn carries(&self, finding: &str, level: Option<Level>) -> bool {
        match &self.derivation {
            Some(Derivation::Median { votes } | Derivation::Quantity { votes, .. }) => {
                let own = |vote: &Vote| vote.findings.iter().any(|id| id == finding);
                votes.iter().any(|vote| own(vote) && level.is_none_or(|x| x == vote.level))
            }
            Some(Derivation::Checklist { .. }) => self.answering.iter().any(|id| id == finding),
            None => false,
        }
    }
}

/// Evaluates the findings of a criterion according to its measure.
pub fn read(case: &Case, criterion: &Criterion, record: &CriterionRecord) -> Read {
    let resolved = record.resolution.is_some();
    let read = match &criterion.measure {
        Measure::Assessed => by_levels(case, record, resolved),
        Measure::Checklist { points, rules } => {
            checklist((case, criterion.scale), record, points, rules, resolved)
        }
        Measure::Quantity(quantity) => by_value(case, criterion, quantity, record, resolved),
    };
    Read { resolved, ..read }
}

/// The findings with at least one supporting source, and their strength.
fn votes<'a>(
    case: &'a Case,
    record: &'a CriterionRecord,
) -> impl Iterator<Item = (&'a Finding, Strength)> {
    record.findings.iter().filter_map(|f| Some((f, strength::of_finding(case, f)?)))
}

fn by_levels(case: &Case, record: &CriterionRecord, resolved: bool) -> Read {
    let read: Vec<(&Finding, Level)> = votes(case, record)
        .filter_map(|(finding, _)| match finding.reading {
            Reading::Level { level, .. } => Some((finding, level)),
            _ => None,
        })
        .collect();
    let votes = pooled(case, &read);
    let Some(level) = median::of_votes(&votes) else { return Read::none() };
    let conflict = conflict(read.iter().map(|(_, level)| *level), resolved);
    let derivation = Some(Derivation::Median { votes });
    Read { level: Some(level), derivation, ..Read::with(conflict) }
}

/// The votes of findings with their levels: those of one level that share a source, directly or
/// through others, are one.
fn pooled(case: &Case, read: &[(&Finding, Level)]) -> Vec<Vote> {
    let mut groups: Vec<(Level, BTreeSet<&str>, Vec<&Finding>)> = Vec::new();
    for (finding, level) in read {
        let mut origins = strength::origins_of(case, finding);
        let mut members = vec![*finding];
        let (same, other): (Vec<_>, Vec<_>) = groups
            .into_iter()
            .partition(|(own, sources, _)| own == level && !sources.is_disjoint(&origins));
        // Groups that this finding joins come before it, so that ids stay in their order.
        for (_, sources, findings) in same.into_iter().rev() {
            origins.extend(sources);
            members.splice(0..0, findings);
        }
        groups = other;
        groups.push((*level, origins, members));
    }
    let vote = |(level, _, findings): (Level, BTreeSet<&str>, Vec<&Finding>)| {
        let strength = strength::of_findings(case, findings.iter().copied())?;
        let findings = findings.iter().map(|finding| finding.id.clone()).collect();
        Some(Vote { findings, level, strength })
    };
    groups.into_iter().filter_map(vote).collect()
}

/// A conflict, if the levels contradict each other.
fn conflict(levels: impl IntoIterator<Item = Level>, resolved: bool) -> Option<Conflict> {
    let (lowest, highest) = range(levels)?;
    lowest.contradicts(highest).then_some(Conflict { lowest, highest, resolved })
}

fn by_value(
    case: &Case,
    criterion: &Criterion,
    quantity: &Quantity,
    record: &CriterionRecord,
    resolved: bool,
) -> Read {
    let inhabitants = case.body.inhabitants.map(|(n, _)| n);
    let peers = peers(case, criterion, quantity);
    let compared = |finding: &Finding| match finding.reading {
        Reading::Value(number) => {
            let value = per_inhabitants(number.exact(), quantity.per_inhabitants, inhabitants)?;
            Some((Some((number, value)), level_of(criterion.scale, value, quantity, peers)?))
        }
        Reading::Level { level, .. } => Some((None, level)),
        _ => None,
    };
    let read: Vec<_> = votes(case, record)
        .filter_map(|(finding, strength)| Some((finding, compared(finding)?, strength)))
        .collect();
    let levels: Vec<(&Finding, Level)> = read.iter().map(|(f, (_, l), _)| (*f, *l)).collect();
    let votes = pooled(case, &levels);
    let Some(level) = median::of_votes(&votes) else { return Read::none() };
    let conflict = conflict(levels.iter().map(|(_, level)| *level), resolved);
    let settled = record.resolution.as_ref().and_then(|r| r.level).filter(|_| conflict.is_some());
    // If several numbers give the level that counts, their median decides; with an even count, the
    // lower middle one; among equal numbers the first in their order.
    let counts = settled.unwrap_or(level);
    let mut deciding: Vec<(Exact, Amount)> = read
        .iter()
        .filter(|(_, (_, l), _)| *l == counts)
        .filter_map(|(_, (number, _), _)| number.map(|(given, value)| (value, given)))
        .collect();
    deciding.sort_unstable();
    let middle = deciding.get(deciding.len().saturating_sub(1) / 2).map(|(value, _)| *value);
    let decided = deciding.iter().find(|(value, _)| Some(*value) == middle).copied();
    let value = decided.map(|(value, _)| value);
    let derivation = Some(Derivation::Quantity {
        readings: read
            .iter()
            .map(|(f, (n, l), s)| (f.id.clone(), n.map(|(number, _)| number), *l, *s))
            .collect(),
        votes,
        value,
        given: decided.map(|(_, given)| given),
        peers: peers.zip(value).map(|((count, median), value)| PeerReading {
            count,
            median,
            percentage: value / median * Exact::from(100),
        }),
    });
    Read { level: Some(level), derivation, ..Read::with(conflict) }
}

/// The number per `per` inhabitants, where the criterion requires that.
fn per_inhabitants(number: Exact, per: Option<u32>, inhabitants: Option<u32>) -> Option<Exact> {
    match per {
        None => Some(number),
        Some(per) => {
            let own = inhabitants.filter(|n| *n > 0)?;
            Some(number * Exact::new(i128::from(per), i128::from(own)))
        }
    }
}

/// The number of comparable municipalities and their median, which is positive; `None` where the
/// criterion is not relative or there are too few.
fn peers(case: &Case, criterion: &Criterion, quantity: &Quantity) -> Option<(usize, Exact)> {
    if !quantity.relative_to_peers {
        return None;
    }
    let figures = peer_figures(case, criterion, quantity);
    let median = super::median(&figures).filter(|m| *m > Exact::from(0))?;
    (figures.len() >= FEWEST_PEERS).then_some((figures.len(), median))
}

/// The numbers of comparable municipalities in the unit that the criterion compares. Where it
/// counts per inhabitants, a municipality without a known number of inhabitants is omitted.
#[must_use]
pub fn peer_figures(case: &Case, criterion: &Criterion, quantity: &Quantity) -> Vec<Exact> {
    let sets = case.peers.iter().filter(|set| set.criterion == criterion.id);
    sets.flat_map(|set| &set.municipalities)
        .filter_map(|p| per_inhabitants(p.value.exact(), quantity.per_inhabitants, p.inhabitants))
        .collect()
}

/// The level of a number; `None` where it needs peers and there are none.
fn level_of(
    scale: Scale,
    value: Exact,
    quantity: &Quantity,
    peers: Option<(usize, Exact)>,
) -> Option<Level> {
    let compared = if quantity.relative_to_peers {
        let (_, median) = peers?;
        value / median * Exact::from(100)
    } else {
        value
    };
    Some(reached(scale, compared, &quantity.thresholds, quantity.better))
}

/// The highest level whose threshold a number reaches; the lowest if it reaches none.
#[must_use]
pub fn reached(scale: Scale, value: Exact, thresholds: &Thresholds, better: Better) -> Level {
    let reaches = |threshold: &Decimal| match better {
        Better::Higher => value >= threshold.exact(),
        Better::Lower => value <= threshold.exact(),
    };
    let mut levels = scale.levels();
    levels.find(|level| thresholds.get(level).is_some_and(reaches)).unwrap_or(scale.lowest())
}

fn checklist(
    (case, scale): (&Case, Scale),
    record: &CriterionRecord,
    points: &[(String, String)],
    rules: &Levels<LevelRule>,
    resolved: bool,
) -> Read {
    let voting: Vec<&Finding> = votes(case, record).map(|(finding, _)| finding).collect();
    let answers: Vec<(&str, u32, u32)> = points
        .iter()
        .map(|(id, _)| {
            let weight = |answer: Answer| -> u32 {
                let gives = |f: &&&Finding| {
                    matches!(&f.reading, Reading::Points(p) if p.get(id) == Some(&answer))
                };
                // Findings with one answer are pooled as those of one level are.
                let same = voting.iter().filter(gives).map(|f| (*f, scale.lowest()));
                let votes = pooled(case, &same.collect::<Vec<_>>());
                votes.iter().map(|vote| vote.strength.weight()).sum()
            };
            (id.as_str(), weight(Answer::Yes), weight(Answer::No))
        })
        .collect();
    if answers.iter().all(|(_, yes, no)| yes + no == 0) {
        return Read::none();
    }
    let pick = |keep: fn(u32, u32) -> bool| -> Vec<&str> {
        answers.iter().filter(|(_, y, n)| keep(*y, *n)).map(|(id, ..)| *id).collect()
    };
    // Each point is decided by the total strength of its yes and no answers; a tie counts as a no.
    let yes = pick(|y, n| y > n);
    let dropped = |id: &str| {
        voting.iter().any(|f| {
            matches!(&f.reading, Reading::Points(p) if p.get(id) == Some(&Answer::NotApplicable))
        })
    };
    let mut unknown = pick(|y, n| y + n == 0);
    unknown.retain(|id| !dropped(id));
    let contested = pick(|y, n| y > 0 && n > 0);
    let with_unknown: Vec<&str> = yes.iter().chain(&unknown).copied().collect();
    // An unknown point can go either way, so the level is certain only if both ends of the range
    // agree.
    let range = (earned(scale, rules, &yes), earned(scale, rules, &with_unknown));
    let agreed: Vec<&str> = pick(|y, n| y > 0 && n == 0);
    // Contested points are left open here: each finding fills them in with its own answer.
    let open: Vec<&str> = unknown.iter().chain(&contested).copied().collect();
    let spans = voting
        .iter()
        .filter_map(|f| span(&f.reading, (&agreed, &open), |yes| earned(scale, rules, yes)));
    let conflict = apart(spans, resolved);
    let owned = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect::<Vec<String>>();
    let no = pick(|y, n| n > 0 && n >= y);
    let counted = |finding: &&Finding| match &finding.reading {
        Reading::Points(points) => points.iter().any(|(id, answer)| match answer {
            Answer::Yes => yes.contains(&id.as_str()),
            Answer::No => no.contains(&id.as_str()),
            Answer::Unknown | Answer::NotApplicable => false,
        }),
        _ => false,
    };
    let answering = record.findings.iter().filter(counted).map(|f| f.id.clone()).collect();
    Read {
        level: (range.0 == range.1).then_some(range.0),
        resolved,
        derivation: Some(Derivation::Checklist {
            yes: owned(yes),
            no: owned(no),
            unknown: owned(unknown),
            contested: owned(contested),
            range,
        }),
        conflict,
        answering,
    }
}

/// The lowest and highest level that one finding allows: from its own answers and the uncontested
/// ones of other findings, with the points that it leaves open all no or all yes.
fn span(
    reading: &Reading,
    (agreed, open): (&[&str], &[&str]),
    earned: impl Fn(&[&str]) -> Level,
) -> Option<(Level, Level)> {
    let Reading::Points(own) = reading else { return None };
    let answered = |id: &&str, answer| own.get(*id) == Some(&answer);
    let mut yes: Vec<&str> = agreed.to_vec();
    yes.extend(open.iter().copied().filter(|id| answered(id, Answer::Yes)));
    let least = earned(&yes);
    let silent = |id: &&str| !answered(id, Answer::Yes) && !answered(id, Answer::No);
    yes.extend(open.iter().copied().filter(silent));
    Some((least, earned(&yes)))
}

/// The conflict between findings that each allow a range of levels: the lowest level of one finding
/// is at least two above the highest level of another.
fn apart(spans: impl Iterator<Item = (Level, Level)>, resolved: bool) -> Option<Conflict> {
    let (least, most): (Vec<Level>, Vec<Level>) = spans.unzip();
    let (highest, lowest) = (least.into_iter().max()?, most.into_iter().min()?);
    if highest <= lowest { None } else { conflict([lowest, highest], resolved) }
}

/// The highest level whose rule is met.
fn earned(scale: Scale, rules: &Levels<LevelRule>, yes: &[&str]) -> Level {
    let holds = |rule: &LevelRule| {
        rule.requires.iter().all(|id| yes.contains(&id.as_str())) && yes.len() >= rule.at_least
    };
    let mut levels = scale.levels();
    levels.find(|level| rules.get(level).is_some_and(holds)).unwrap_or(scale.lowest())
}

/// The lowest and highest of some levels.
pub fn range(levels: impl IntoIterator<Item = Level>) -> Option<(Level, Level)> {
    levels.into_iter().fold(None, |found, level| match found {
        None => Some((level, level)),
        Some((low, high)) => Some((low.min(level), high.max(level))),
    })
}
