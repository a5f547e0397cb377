//! The view of a comparison in Dutch: the tables shared by all outputs, and the texts of the
//! document.

mod apart;
mod audits;
mod frameworks;
mod groups;
mod joint;
mod levels;
mod many;
mod matrix;
mod members;
mod notes;
mod quantities;
mod robustness;
mod rows;
mod scores;
mod sentences;
mod shared;
pub(super) mod status;
mod time;
mod uncertain;

pub use frameworks::ComparedFramework;
pub use groups::GroupingView;
pub(super) use groups::property;
pub use joint::JointView;
pub(super) use levels::{group_name, level_counts};
pub use many::ManyView;
pub(super) use matrix::VERDICT;
pub use matrix::judgements;
pub use quantities::FigureView;
pub(super) use quantities::{decimals, own_decimals, quarters, signed, with_its_unit};
pub(super) use robustness::ranked;
pub use rows::rows;
pub use sentences::left_out;
pub(super) use sentences::state_text;
use status::{states, weakest};
pub use time::OverTimeView;

use super::body::{self, KindView};
use super::scales::{ScaleView, scales};
use super::table::{TableView, left};
use super::words;
use crate::dutch::{date, enumeration, whole};
use crate::model::{Comparison, FrameworkComparison, JointStudy, PartialDate};
use serde::Serialize;

/// Maximum number of municipalities for tables with a row for each in the document; with more they
/// are only in the workbook and on the page.
const MOST_IN_DOCUMENT: usize = 60;

/// Maximum number of questions on the first page, and in the chapter on figures.
const MOST_QUESTIONS: usize = 3;
const MOST_IN_CHAPTER: usize = 8;

/// Maximum number of municipalities with two audits whose changes stand norm by norm in the document.
const MOST_OVER_TIME: usize = 12;

/// All data for the templates of a comparison.
#[derive(Debug, Clone, Serialize)]
pub struct ComparisonView {
    pub title: String,
    /// The subtitle of a joint study, or the municipalities in one line.
    pub subtitle: String,
    /// The date in words.
    pub date: String,
    /// The date as year, month and day.
    pub date_parts: (i32, u32, u32),
    /// The status of the audit that needs the strongest caveat, as in the file format.
    pub status: String,
    /// That status as shown to readers.
    pub status_text: String,
    /// Who commissioned the studies.
    pub commissioners: String,
    /// The words for the kind of body that is compared.
    pub kind: KindView,
    /// Number of bodies.
    pub count: usize,
    /// Audits that are not final: status and names.
    pub states: Vec<(String, String)>,
    /// Whether names were replaced by codes.
    pub anonymised: bool,
    /// Whether the audits judge different periods.
    pub periods_differ: bool,
    /// How the municipalities were selected, in a sentence.
    pub sampling: String,
    /// A table of the audits.
    pub members: TableView,
    /// Verdicts by municipality and framework.
    pub overview: Option<TableView>,
    /// The same for a narrow table; `None` if there are too many municipalities.
    pub glance: Option<TableView>,
    /// Whether a framework gives a verdict on the whole.
    pub verdicts: bool,
    /// Whether a score gave no verdict somewhere.
    pub no_verdict: bool,
    /// Criteria that most municipalities meet, and those that most do not: a title, and one line
    /// per criterion.
    pub shared: Vec<(String, Vec<String>)>,
    /// The first questions raised by the figures, each with its figure.
    pub questions: Vec<String>,
    /// Number of further questions.
    pub more_questions: usize,
    /// The questions in the chapter on figures, and how many more there are.
    pub all_questions: (Vec<String>, usize),
    /// What could not be compared, in sentences.
    pub left_out: Vec<String>,
    pub frameworks: Vec<ComparedFramework>,
    /// The scales of the frameworks.
    pub scales: Vec<ScaleView>,
    pub grouping: Option<GroupingView>,
    /// Quantities and context indicators.
    pub figures: Vec<FigureView>,
    /// The figures of all municipalities in a row each.
    pub figure_summary: Option<TableView>,
    /// Municipalities with two audits.
    pub over_time: Vec<OverTimeView>,
    /// Whether there are few enough of them to tell the changes norm by norm.
    pub over_time_few: bool,
    /// How many criteria of all of them are better, the same, worse, and not comparable.
    pub over_time_totals: Vec<(String, usize)>,
    /// The same by municipality.
    pub over_time_listing: Option<TableView>,
    /// What the audits share, as one study.
    pub joint: Option<JointView>,
    /// The title of the comparison within a joint study.
    pub own_title: String,
    /// What so many municipalities come to that the document has no row for each.
    pub many: Option<ManyView>,
    /// Number of random draws of weights.
    pub draws: String,
    pub seed: String,
    /// Names and hashes of the input files; of very many audits they are only in the workbook.
    pub inputs: Vec<(String, String)>,
    /// The hashes of all scorecards.
    pub origins: TableView,
    pub version: String,
}

/// The parts of a comparison that are not computed.
#[derive(Debug, Clone, Default)]
pub struct Wording {
    /// The title; `None` for the default.
    pub title: Option<String>,
    /// The date; `None` for that of the last audit.
    pub date: Option<PartialDate>,
    /// Who commissioned the studies.
    pub commissioners: Vec<String>,
    /// What the audits share, as one study.
    pub joint: Option<JointStudy>,
}

/// The view of a comparison.
#[must_use]
pub fn comparison(comparison: &Comparison, wording: &Wording) -> ComparisonView {
    let c = comparison;
    let names: Vec<String> = c.members.iter().map(|m| m.name.clone()).collect();
    let all = || c.members.iter().chain(&c.earlier);
    let latest = all().map(|m| m.date).max_by_key(|d| d.last());
    let study = wording.joint.as_ref().map(|joint| &joint.study);
    let when = wording.date.or(study.map(|s| s.date)).or(latest);
    let status = weakest(all().map(|m| m.status).chain(study.map(|s| s.status)));
    let own_title = own_title(c, &names);
    let title = wording.title.clone().or(study.map(|s| words::title(&s.title).to_owned()));
    let subtitle = study.and_then(|s| s.subtitle.clone());
    let listed = || if names.len() <= 12 { enumeration(&names) } else { String::new() };
    let figures: Vec<FigureView> = c.figures.iter().map(|f| quantities::figure(c, f)).collect();
    let (first_questions, more_questions) = questions(&figures, MOST_QUESTIONS);
    let few = names.len() <= MOST_IN_DOCUMENT;
    let over_time: Vec<OverTimeView> =
        c.over_time.iter().map(|over| time::over_time(over, c.kind)).collect();
    ComparisonView {
        title: title.unwrap_or_else(|| own_title.clone()),
        subtitle: subtitle.unwrap_or_else(listed),
        date: when.map(date).unwrap_or_default(),
        date_parts: when.map_or((2000, 1, 1), super::case::parts),
        status: status.key().to_owned(),
        status_text: words::status(status).to_owned(),
        commissioners: commissioner(wording),
        kind: body::kind(c.kind),
        count: names.len(),
        states: states(c, None),
        anonymised: c.anonymised,
        periods_differ: c.members.windows(2).any(|p| p[0].period != p[1].period),
        sampling: sentences::selection(c.selection, c.kind),
        members: audits::members(c),
        overview: frameworks::overview(c),
        glance: frameworks::glance(c).filter(|_| few),
        verdicts: c.frameworks.iter().any(FrameworkComparison::gives_verdicts),
        no_verdict: c.frameworks.iter().flat_map(|f| &f.entries).any(|entry| {
            entry.score.rule.score().is_some() && entry.score.verdict.level().is_none()
        }),
        shared: shared::shared(c),
        left_out: left_out(&c.left_out),
        frameworks: c.frameworks.iter().map(|f| frameworks::framework(c, f, few)).collect(),
        scales: scales(c.frameworks.iter().map(|f| (f.scale, f.title.as_str(), f.scored()))),
        grouping: c.grouping.as_ref().map(|g| groups::grouping(c, g)),
        figure_summary: quantities::summary(c, &figures),
        all_questions: questions(&figures, MOST_IN_CHAPTER),
        figures,
        questions: first_questions,
        more_questions,
        over_time_few: over_time.len() <= MOST_OVER_TIME,
        over_time_totals: time::totals(&over_time),
        over_time_listing: (!over_time.is_empty()).then(|| time::listing(&over_time, c.kind)),
        over_time,
        joint: wording.joint.as_ref().map(|shared| joint::joint(c, shared, few)),
        own_title,
        many: (!few).then(|| many::many(c)),
        draws: whole(i128::from(c.draws)),
        seed: c.seed.to_string(),
        inputs: inputs(c, wording, few),
        origins: origins(c),
        version: c.program.clone(),
    }
}

impl ComparisonView {
    /// The view without the rows for which a document of so many municipalities has no place: its
    /// templates would copy them all.
    #[must_use]
    pub fn for_document(mut self) -> Self {
        if self.many.is_none() {
            return self;
        }
        let frameworks = self.frameworks.iter_mut().flat_map(|framework| {
            let own = [&mut framework.scores, &mut framework.matrix];
            own.into_iter().chain(&mut framework.robustness).chain(&mut framework.ranking)
        });
        let whole = [&mut self.members, &mut self.origins].into_iter().chain(&mut self.overview);
        let figures = self.figures.iter_mut().map(|figure| &mut figure.table);
        frameworks.chain(whole).chain(figures).for_each(|table| table.rows = Vec::new());
        self
    }

    /// All tables of the comparison, in the order of the document; beside them stand the long ones of
    /// [`judgements`] and [`rows`].
    #[must_use]
    pub fn tables(&self) -> Vec<&TableView> {
        let mut out = vec![&self.members];
        out.extend(&self.overview);
        for framework in &self.frameworks {
            out.extend([&framework.scores, &framework.matrix]);
            out.extend(&framework.distribution);
            out.extend(&framework.duties);
            out.extend(&framework.by_size);
            out.extend(&framework.size_verdicts);
            out.extend(&framework.robustness);
            out.extend(&framework.ranking);
        }
        if let Some(grouping) = &self.grouping {
            out.extend(&grouping.reached);
            out.extend(&grouping.tests);
        }
        out.extend(&self.figure_summary);
        out.extend(self.figures.iter().map(|f| &f.table));
        out.extend(&self.over_time_listing);
        for change in &self.over_time {
            out.extend([&change.verdicts, &change.criteria]);
            out.extend(&change.recommendations);
        }
        out.extend((!self.origins.rows.is_empty()).then_some(&self.origins));
        out
    }
}

/// The names and hashes of what a comparison was made of; without those of its scorecards if there are
/// many.
fn inputs(comparison: &Comparison, wording: &Wording, few: bool) -> Vec<(String, String)> {
    let all = comparison.members.iter().chain(&comparison.earlier);
    let cards = all.filter(|m| few && !m.seal.is_empty());
    let cards = cards.map(|m| (m.case.clone(), m.seal.clone()));
    let joint = wording.joint.iter().map(|joint| ("joint.yaml".to_owned(), joint.hash.clone()));
    cards.chain(joint).collect()
}

/// The hash of each scorecard; of anonymous municipalities there is none.
fn origins(comparison: &Comparison) -> TableView {
    let mut table = TableView::new("Herkomst", 1, &[left("Naam"), left("SHA-256")]);
    let all = comparison.members.iter().chain(&comparison.earlier);
    let known = all.filter(|member| !member.seal.is_empty());
    let row = |m: &crate::model::Member| vec![m.case.clone().into(), m.seal.clone().into()];
    table.rows = known.map(row).collect();
    table
}

/// A number as text for a title: up to twelve in words.
pub(super) fn whole_words(number: usize) -> String {
    let words = [
        "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
        "elf", "twaalf",
    ];
    words
        .get(number)
        .map_or_else(|| whole(i128::try_from(number).unwrap_or(0)), |w| (*w).to_owned())
}

/// Who commissioned the joint study, or all studies alike; empty if that differs.
fn commissioner(wording: &Wording) -> String {
    if let Some(joint) = &wording.joint {
        return joint.study.commissioner.clone();
    }
    let mut all = wording.commissioners.clone();
    all.sort();
    all.dedup();
    match all.as_slice() {
        [one] => one.clone(),
        _ => String::new(),
    }
}

/// The first questions that the figures raise, each with its figure, and the number of further ones.
fn questions(figures: &[FigureView], most: usize) -> (Vec<String>, usize) {
    let raised = figures.iter().flat_map(|f| f.questions.iter().map(move |q| (&f.title, q)));
    let mut questions: Vec<String> = raised.map(|(about, q)| format!("{about}. {q}")).collect();
    let more = questions.len().saturating_sub(most);
    questions.truncate(most);
    (questions, more)
}

/// The title where nobody gave one.
fn own_title(c: &Comparison, names: &[String]) -> String {
    match names {
        [one] => format!("{one} in {} onderzoeken", whole_words(c.earlier.len() + 1)),
        several => format!("Vergelijking van {} {}", whole_words(several.len()), c.kind.plural()),
    }
}
