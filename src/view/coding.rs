//! The view of a coding study in Dutch: its tables, and warnings for readers.

use super::compare::property;
use super::table::{CellView, TableView, left, right};
use super::words;
use crate::dutch::{date, decimal, enumeration, period, rounded, share};
use crate::model::{
    BodyKind, CategoryCounts, Coded, CodingResult, CodingStudy, CodingWarning, PublishedFigure,
    PublishedResult, QuestionResult, Sampling,
};
use serde::Serialize;

/// A question of the study.
#[derive(Debug, Clone, Serialize)]
pub struct CodedQuestionView {
    pub id: String,
    pub name: String,
    pub question: String,
    /// The overall counts in one line; empty if only a part of the whole is known.
    pub summary: String,
    /// The coding instruction.
    pub explanation_md: String,
    /// The unit of counting: municipalities or smaller units.
    pub per: Option<String>,
    /// The counts by group and answer.
    pub table: TableView,
    /// Whether the question is not counted by group, because groups divide the units it is answered
    /// for.
    pub not_grouped: bool,
    /// Results that are known only for the whole, in sentences.
    pub whole_only: Vec<String>,
}

/// A published table compared with the counts.
#[derive(Debug, Clone, Serialize)]
pub struct PublishedView {
    pub title: String,
    /// The table with percentages to the published precision.
    pub table: TableView,
    /// Whether every computed figure equals the published one.
    pub agrees: bool,
}

/// All data for the templates of a coding study.
#[derive(Debug, Clone, Serialize)]
pub struct CodingView {
    pub title: String,
    pub subtitle: Option<String>,
    /// Who commissioned the study.
    pub commissioner: String,
    pub researchers: Option<String>,
    /// When the study was conducted.
    pub conducted: String,
    /// The date in words.
    pub date: String,
    /// The date as year, month and day.
    pub date_parts: (i32, u32, u32),
    /// The status as in the file format.
    pub status: String,
    /// The status as shown to readers.
    pub status_text: String,
    /// A notice for readers, before all else.
    pub notice_md: String,
    /// Number of municipalities.
    pub count: usize,
    pub codebook: String,
    pub codebook_version: String,
    /// The description of the codebook.
    pub codebook_md: String,
    /// The grouping property and the groups in one line, if requested.
    pub groups: Option<(String, String)>,
    /// How the municipalities were selected, and what that implies.
    pub sampling: String,
    /// The explanation of that selection.
    pub sampling_md: String,
    pub background_md: String,
    pub method_md: String,
    pub colofon_md: String,
    /// The reference to the published study.
    pub source: Option<String>,
    /// The web address of the published study.
    pub url: Option<String>,
    /// Warnings for readers.
    pub warnings: Vec<String>,
    pub questions: Vec<CodedQuestionView>,
    /// The answers of each municipality; `None` if the rows were rebuilt from margins.
    pub coding: Option<TableView>,
    /// The published tables, if requested.
    pub published: Vec<PublishedView>,
    /// Whether the rows were rebuilt from margins.
    pub margins_only: bool,
    /// Names and hashes of the input files.
    pub inputs: Vec<(String, String)>,
    pub version: String,
}

/// The view of a coding study. `as_published` includes the published tables, with percentages to
/// the published precision.
#[must_use]
pub fn coding(study: &CodingStudy, result: &CodingResult, as_published: bool) -> CodingView {
    let source = study.source.as_ref();
    let publication = source.map(|s| {
        let parts = [s.author.clone(), Some(s.title.clone()), s.date.map(date)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let groups = result.by.as_ref().map(|by| {
        let each: Vec<String> =
            result.groups.iter().map(|(name, size)| format!("{name} ({size})")).collect();
        (property(by), enumeration(&each))
    });
    let published = if as_published { result.published.as_slice() } else { &[] };
    let explained = |id: &str| study.codebook.questions.iter().find(|q| q.id == id);
    let questions = result.questions.iter().map(|q| {
        let asked = explained(&q.question);
        CodedQuestionView {
            id: q.question.clone(),
            name: q.name.clone(),
            question: asked.map(|a| a.question.clone()).unwrap_or_default(),
            summary: summary(q),
            explanation_md: asked.map(|a| a.explanation.as_str().to_owned()).unwrap_or_default(),
            per: q.per.as_deref().map(property),
            table: question_table(q, result.by.is_some()),
            not_grouped: q.not_grouped,
            whole_only: whole_only(q),
        }
    });
    CodingView {
        title: study.title.clone(),
        subtitle: study.subtitle.clone(),
        commissioner: study.commissioner.clone(),
        researchers: study.researchers.clone(),
        conducted: period(study.conducted),
        date: date(study.date),
        date_parts: super::case::parts(study.date),
        status: study.status.key().to_owned(),
        status_text: words::status(study.status).to_owned(),
        notice_md: study.notice.as_str().to_owned(),
        count: result.municipalities,
        codebook: study.codebook.title.clone(),
        codebook_version: study.codebook.version.clone(),
        codebook_md: study.codebook.description.as_str().to_owned(),
        groups,
        sampling: sampling(study.sampling).to_owned(),
        sampling_md: study.sampling_reason.as_str().to_owned(),
        background_md: study.background.as_str().to_owned(),
        method_md: study.method.as_str().to_owned(),
        colofon_md: study.colofon.as_str().to_owned(),
        source: publication,
        url: source.and_then(|s| s.url.clone()),
        warnings: result.warnings.iter().map(warning).collect(),
        questions: questions.collect(),
        coding: (!study.margins_only).then(|| answers(study)),
        published: published.iter().map(self::published).collect(),
        margins_only: study.margins_only,
        inputs: result.inputs.iter().map(|(k, v)| (k.clone(), v.clone())).collect(),
        version: result.program.clone(),
    }
}

impl CodingView {
    /// All tables of the study, in the order of the document.
    #[must_use]
    pub fn tables(&self) -> Vec<&TableView> {
        let mut out: Vec<&TableView> = self.questions.iter().map(|q| &q.table).collect();
        out.extend(self.published.iter().map(|p| &p.table));
        out.extend(&self.coding);
        out
    }
}

fn sampling(sampling: Option<Sampling>) -> &'static str {
    match sampling {
        Some(Sampling::Population) => {
            "De gemeenten zijn samen de hele groep. Verschillen zijn dus echt; er is niets getoetst."
        }
        Some(Sampling::Sample) => "De gemeenten zijn geloot uit een grotere groep.",
        None => {
            "Het onderzoek zegt niet hoe de gemeenten zijn gekozen; op toeval is niet getoetst."
        }
        Some(Sampling::HandPicked) => {
            "De gemeenten zijn niet geloot. De cijfers gelden voor deze gemeenten; op toeval is \
             niet getoetst."
        }
    }
}

fn question_table(question: &QuestionResult, grouped: bool) -> TableView {
    let what = match question.per.as_deref() {
        None => "gemeenten",
        Some("province") => "provincies",
        Some(_) => "eenheden",
    };
    let mut columns = vec![left("Vraag"), left("Groep")];
    columns.extend(question.categories.iter().map(|(_, label)| left(label)));
    let answer = format!("Antwoord bekend ({what})");
    columns.extend([right(answer), right("Onbekend"), right("Niet van toepassing")]);
    let mut table = TableView::new("Vragen", 2, &columns);
    let name = format!("{} {}", question.question, question.name);
    for counts in &question.groups {
        // Without grouping only the overall counts are shown.
        if !grouped && counts.group != crate::compare::ALL {
            continue;
        }
        let mut row: Vec<CellView> = vec![
            name.clone().into(),
            super::compare::group_name(&counts.group, BodyKind::Gemeente).into(),
        ];
        row.extend(counts.counts.iter().map(|n| of(*n, counts)));
        row.extend([
            CellView::whole(counts.answered),
            CellView::whole(counts.unknown),
            CellView::whole(counts.not_applicable),
        ]);
        table.rows.push(row);
    }
    table
}

/// The answers of each municipality.
fn answers(study: &CodingStudy) -> TableView {
    let questions = &study.codebook.questions;
    let mut columns = vec!["Gemeente"];
    columns.extend(questions.iter().map(|q| q.name.as_str()));
    let mut table = TableView::new("Codering", 1, &columns);
    for row in &study.rows {
        let mut cells: Vec<CellView> = vec![row.municipality.clone().into()];
        for question in questions {
            cells.push(match row.codes.get(&question.id) {
                Some(Coded::Category(id)) => {
                    let found = question.categories.iter().find(|c| c.id == *id);
                    found.map(|c| c.label.clone()).unwrap_or_default().into()
                }
                Some(Coded::NotApplicable) => "niet van toepassing".into(),
                Some(Coded::Unknown) | None => "onbekend".into(),
            });
        }
        table.rows.push(cells);
    }
    table
}

/// A count out of those with an answer, with a percentage only if there are enough.
fn of(part: usize, counts: &CategoryCounts) -> CellView {
    if counts.answered == 0 {
        return "–".into();
    }
    let count = |n: usize| i128::try_from(n).unwrap_or(0);
    share(count(part), count(counts.answered), counts.answered, "")
        .replace(" )", ")")
        .trim_end()
        .into()
}

/// The overall counts in one line.
fn summary(question: &QuestionResult) -> String {
    let Some(all) = question.groups.first().filter(|g| g.answered > 0) else {
        return String::new();
    };
    let each = question.categories.iter().zip(&all.counts);
    let each: Vec<String> =
        each.map(|((_, label), n)| format!("{} {n}", label.to_lowercase())).collect();
    format!("{} (van {}).", enumeration(&each), all.answered)
}

fn whole_only(question: &QuestionResult) -> Vec<String> {
    let label = |id: &str| {
        let found = question.categories.iter().find(|(c, _)| c == id);
        found.map(|(_, label)| label.to_lowercase()).unwrap_or_default()
    };
    let one = |(category, count, of): &(String, u32, u32)| {
        format!("Alleen over het geheel is bekend: {} bij {count} van {of}.", label(category))
    };
    question.whole_only.iter().map(one).collect()
}

fn published(table: &PublishedResult) -> PublishedView {
    let mut columns = vec![left("Tabel"), left("Onderwerp")];
    for group in &table.groups {
        let name = super::compare::group_name(group, BodyKind::Gemeente);
        columns.extend([right(name), right("Gepubliceerd"), right("Geteld")]);
    }
    columns.push(left("Klopt"));
    let mut out = TableView::new("Gepubliceerd", 2, &columns);
    for row in &table.rows {
        let mut cells: Vec<CellView> = vec![table.title.clone().into(), row.label.clone().into()];
        for group in &table.groups {
            match row.figures.iter().find(|f| f.group == *group) {
                Some(figure) => cells.extend(to_the_digit(figure)),
                None => cells.extend((0..3).map(|_| CellView::from("–"))),
            }
        }
        let agrees = row.figures.iter().all(|f| f.agrees);
        cells.push(if agrees { "ja" } else { "nee" }.into());
        out.rows.push(cells);
    }
    let agrees = table.rows.iter().flat_map(|r| &r.figures).all(|f| f.agrees);
    PublishedView { title: table.title.clone(), table: out, agrees }
}

/// The computed percentage with the published number of decimals, the published percentage, and the
/// counts.
fn to_the_digit(figure: &PublishedFigure) -> [CellView; 3] {
    let decimals = figure.published.decimals();
    let percentage: CellView = match figure.computed {
        Some(value) => {
            let cell = CellView::number(value, decimals);
            CellView { text: format!("{}%", cell.text), ..cell }
        }
        None => "–".into(),
    };
    let counts = figure.counted.map_or_else(|| "–".to_owned(), |(n, of)| format!("{n} van {of}"));
    [percentage, format!("{}%", decimal(figure.published)).into(), counts.into()]
}

/// A warning for readers, in a Dutch sentence.
#[must_use]
pub fn warning(warning: &CodingWarning) -> String {
    match warning {
        CodingWarning::MarginsOnly => {
            "De rijen zijn teruggerekend uit gepubliceerde totalen. Welke antwoorden bij elkaar op \
             één rij staan, is verzonnen. Daarom staat hier niets dat van die combinatie afhangt: \
             geen tabel met de antwoorden per gemeente, en geen groepen die de totalen niet hebben."
                .to_owned()
        }
        CodingWarning::Decimals { decimals, cases } => format!(
            "De publicatie geeft percentages met {decimals} cijfers achter de komma bij {cases} \
             gevallen. Eén geval meer of minder scheelt daar {} procentpunt; lees de aantallen.",
            rounded(crate::model::Exact::new(100, i128::try_from(*cases).unwrap_or(1)), 1)
        ),
        CodingWarning::FewPerUnit { question, per, least, most } => {
            let how_many =
                if least == most { format!("{least}") } else { format!("{least} tot {most}") };
            format!(
                "Bij ‘{question}’ rust elk antwoord op {how_many} gemeenten per {}. Dat zegt iets \
                 over die gemeenten, niet over het geheel waar zij in liggen.",
                property(per)
            )
        }
        CodingWarning::Combined { question, category, parts } => format!(
            "Bij ‘{question}’ telt ‘{}’ samen wat niet hetzelfde is: {}. Hoe vaak elk voorkomt, is \
             niet bekend.",
            category.to_lowercase(),
            enumeration(&parts.iter().map(|p| format!("‘{p}’")).collect::<Vec<_>>())
        ),
        CodingWarning::PublishedDiffers { what, published, computed } => format!(
            "Gepubliceerd is {}% bij {what}; uit de tabel volgt {}.",
            decimal(*published),
            match computed {
                Some(value) => format!("{}%", value.replace('.', ",")),
                None => "geen cijfer".to_owned(),
            }
        ),
    }
}
