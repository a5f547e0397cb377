//! Counts over a coding: by question, by group, and compared with published figures.

use super::choices::Problem;
use super::groups::ALL;
use crate::model::{
    CategoryCounts, Coded, CodedQuestion, CodedRow, CodingResult, CodingStudy, CodingWarning,
    Exact, PublishedFigure, PublishedLine, PublishedResult, PublishedTable, QuestionResult,
};
use std::collections::{BTreeMap, BTreeSet};

/// The minimum number of cases for which a percentage may have decimals.
const ENOUGH_FOR_DECIMALS: usize = 100;

/// The minimum number of municipalities in a unit for a statement about that unit.
const ENOUGH_PER_UNIT: usize = 10;

/// The counts of a study, by a property of municipalities if one is given.
///
/// # Errors
/// If no municipality has the property.
pub fn count(study: &CodingStudy, by: Option<&str>) -> Result<CodingResult, Problem> {
    let mut groups: BTreeMap<&str, Vec<&CodedRow>> = BTreeMap::new();
    // No cell of a coding is empty, so a property is known of all rows or of none.
    for row in &study.rows {
        if let Some(value) = by.and_then(|by| row.value(by)) {
            groups.entry(value).or_default().push(row);
        }
    }
    // Rows reconstructed from marginal totals are valid only for properties in those totals.
    let is_published = |by: &str| study.published.iter().any(|t| t.by.as_deref() == Some(by));
    if let Some(by) = by.filter(|by| study.margins_only && !groups.is_empty() && !is_published(by))
    {
        return Err(Problem::NotInMargins(by.to_owned()));
    }
    if let (Some(by), true) = (by, groups.is_empty()) {
        let own = study.rows.iter().flat_map(|r| r.attributes.keys().map(String::as_str));
        let given = |by: &&str| study.rows.iter().any(|row| row.value(by).is_some());
        let known: BTreeSet<&str> = own.chain(["size-class", "province"]).filter(given).collect();
        let known = known.into_iter().map(str::to_owned).collect();
        return Err(Problem::UnknownProperty { by: by.to_owned(), known });
    }
    let all: Vec<&CodedRow> = study.rows.iter().collect();
    let questions = study.codebook.questions.iter().map(|q| question(study, q, &all, &groups));
    let published: Vec<PublishedResult> =
        study.published.iter().map(|table| published(study, table)).collect();
    let mut inputs = study.hashes.clone();
    let codebook = &study.codebook;
    inputs.insert(format!("frameworks/coding/{}.yaml", codebook.id), codebook.hash.clone());
    Ok(CodingResult {
        format: super::FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        case: study.name.clone(),
        codebook: (codebook.id.clone(), codebook.version.clone()),
        sampling: study.sampling,
        municipalities: study.rows.len(),
        by: by.map(str::to_owned),
        groups: groups.iter().map(|(name, rows)| ((*name).to_owned(), rows.len())).collect(),
        questions: questions.collect(),
        warnings: warnings(study, &published),
        published,
        inputs,
    })
}

/// The answers of some municipalities to a question: one per municipality, or one per unit.
fn answers<'a>(question: &CodedQuestion, rows: &[&'a CodedRow]) -> Vec<&'a Coded> {
    let Some(per) = &question.per else {
        return rows.iter().filter_map(|r| r.codes.get(&question.id)).collect();
    };
    let mut units: BTreeMap<&str, &Coded> = BTreeMap::new();
    for row in rows {
        if let (Some(unit), Some(code)) = (row.value(per), row.codes.get(&question.id)) {
            units.entry(unit).or_insert(code);
        }
    }
    units.into_values().collect()
}

fn counts(group: &str, question: &CodedQuestion, rows: &[&CodedRow]) -> CategoryCounts {
    let answers = answers(question, rows);
    let how_many = |wanted: &Coded| answers.iter().filter(|a| **a == wanted).count();
    let counts: Vec<usize> =
        question.categories.iter().map(|c| how_many(&Coded::Category(c.id.clone()))).collect();
    CategoryCounts {
        group: group.to_owned(),
        units: answers.len(),
        answered: counts.iter().sum(),
        unknown: how_many(&Coded::Unknown),
        not_applicable: how_many(&Coded::NotApplicable),
        counts,
    }
}

/// Whether the groups divide a unit of the question, so that the unit belongs to no single group.
fn cuts(question: &CodedQuestion, groups: &BTreeMap<&str, Vec<&CodedRow>>) -> bool {
    let Some(per) = &question.per else { return false };
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let pairs = groups
        .iter()
        .flat_map(|(group, rows)| rows.iter().filter_map(|row| Some((row.value(per)?, *group))));
    for (unit, group) in pairs {
        if *seen.entry(unit).or_insert(group) != group {
            return true;
        }
    }
    false
}

fn question(
    study: &CodingStudy,
    question: &CodedQuestion,
    all: &[&CodedRow],
    groups: &BTreeMap<&str, Vec<&CodedRow>>,
) -> QuestionResult {
    let not_grouped = cuts(question, groups);
    let mut out = vec![counts(ALL, question, all)];
    if !not_grouped {
        out.extend(groups.iter().map(|(name, rows)| counts(name, question, rows)));
    }
    let totals = study.totals.iter().filter(|t| t.question == question.id);
    QuestionResult {
        question: question.id.clone(),
        name: question.name.clone(),
        per: question.per.clone(),
        categories: question.categories.iter().map(|c| (c.id.clone(), c.label.clone())).collect(),
        groups: out,
        not_grouped,
        whole_only: totals.map(|t| (t.category.clone(), t.count, t.of)).collect(),
    }
}

/// A published table, with the percentages that the counts give.
fn published(study: &CodingStudy, table: &PublishedTable) -> PublishedResult {
    let mut groups: Vec<String> = Vec::new();
    for (group, _) in table.rows.iter().flat_map(|r| &r.values) {
        if !groups.contains(group) {
            groups.push(group.clone());
        }
    }
    let rows = table.rows.iter().filter_map(|row| {
        let question = study.codebook.questions.iter().find(|q| q.id == row.question)?;
        let category = question.categories.iter().find(|c| c.id == row.category)?;
        let figure = |(group, printed): &(String, crate::model::Decimal)| {
            let counted = counted(study, table, question, &row.category, group);
            let count = |n: usize| i128::try_from(n).unwrap_or(0);
            let computed = counted.map(|(part, whole)| Exact::new(count(part) * 100, count(whole)));
            PublishedFigure {
                group: group.clone(),
                published: *printed,
                counted,
                computed,
                agrees: computed.is_some_and(|c| rounds_to(c, *printed)),
            }
        };
        Some(PublishedLine {
            question: row.question.clone(),
            label: format!("{}: {}", question.name, category.label.to_lowercase()),
            figures: row.values.iter().map(figure).collect(),
        })
    });
    PublishedResult { title: table.title.clone(), groups, rows: rows.collect() }
}

/// The count of a category in a group and the total, at least one; from the whole where only that is
/// known.
fn counted(
    study: &CodingStudy,
    table: &PublishedTable,
    question: &CodedQuestion,
    category: &str,
    group: &str,
) -> Option<(usize, usize)> {
    let rows: Vec<&CodedRow> = match &table.by {
        None => study.rows.iter().collect(),
        Some(by) => study.rows.iter().filter(|r| r.value(by) == Some(group)).collect(),
    };
    let found = counts(group, question, &rows);
    let place = question.categories.iter().position(|c| c.id == category)?;
    if found.answered > 0 {
        return Some((*found.counts.get(place)?, found.answered));
    }
    let same = |t: &&crate::model::WholeOnly| t.question == question.id && t.category == category;
    let total = study.totals.iter().find(same).filter(|_| table.by.is_none())?;
    Some((usize::try_from(total.count).ok()?, usize::try_from(total.of).ok()?))
}

/// Whether a percentage, rounded half up to the printed decimals, equals the printed one.
fn rounds_to(value: Exact, printed: crate::model::Decimal) -> bool {
    let scale = Exact::from(10_i128.pow(printed.decimals()));
    (value * scale).round() == printed.exact() * scale
}

fn warnings(study: &CodingStudy, published: &[PublishedResult]) -> Vec<CodingWarning> {
    let mut out = Vec::new();
    if study.margins_only {
        out.push(CodingWarning::MarginsOnly);
    }
    let figures = || published.iter().flat_map(|t| &t.rows).flat_map(|r| &r.figures);
    let decimals = figures().map(|f| f.published.decimals()).max().unwrap_or(0);
    let small = figures()
        .filter(|f| f.published.decimals() > 0)
        .filter_map(|f| f.counted.map(|(_, whole)| whole))
        .filter(|whole| *whole < ENOUGH_FOR_DECIMALS)
        .min();
    if let Some(cases) = small {
        out.push(CodingWarning::Decimals { decimals, cases });
    }
    for question in &study.codebook.questions {
        out.extend(few_per_unit(study, question));
        for category in question.categories.iter().filter(|c| c.combines.len() > 1) {
            out.push(CodingWarning::Combined {
                question: question.name.clone(),
                category: category.label.clone(),
                parts: category.combines.clone(),
            });
        }
    }
    for row in published.iter().flat_map(|t| &t.rows) {
        for figure in row.figures.iter().filter(|f| !f.agrees) {
            out.push(CodingWarning::PublishedDiffers {
                what: format!("{} ({})", row.label, figure.group),
                published: figure.published,
                computed: figure.computed.map(|c| {
                    let scale = 10_i128.pow(figure.published.decimals());
                    let rounded = (c * Exact::from(scale)).round().to_integer();
                    crate::model::Decimal::scaled(rounded, figure.published.decimals()).to_string()
                }),
            });
        }
    }
    out
}

fn few_per_unit(study: &CodingStudy, question: &CodedQuestion) -> Option<CodingWarning> {
    let per = question.per.as_ref()?;
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for unit in study.rows.iter().filter_map(|r| r.value(per)) {
        *sizes.entry(unit).or_default() += 1;
    }
    let (least, most) = (*sizes.values().min()?, *sizes.values().max()?);
    (least < ENOUGH_PER_UNIT).then(|| CodingWarning::FewPerUnit {
        question: question.name.clone(),
        per: per.clone(),
        least,
        most,
    })
}
