//! The view of a comparison in Dutch: the tables shared by all outputs, and the texts of the
//! document.

mod frameworks;
mod groups;
mod joint;
mod members;
mod notes;
mod quantities;
mod robustness;
mod shared;
mod status;
mod time;

pub use frameworks::ComparedFramework;
pub(super) use frameworks::{VERDICT, group_name, level_counts};
pub use groups::GroupingView;
pub(super) use groups::property;
pub use joint::JointView;
pub use quantities::FigureView;
pub(super) use quantities::{decimals, own_decimals, told};
pub(super) use robustness::ranked;
use status::{states, weakest};
pub use time::OverTimeView;

use super::body::{self, KindView};
use super::charts::ChartView;
use super::scales::{ScaleView, scales};
use super::table::{CellView, TableView, left, right};
use super::words;
use crate::dutch::{date, enumeration, period, whole};
use crate::model::{
    BodyKind, Comparison, FrameworkComparison, JointStudy, LeftOut, LeftOutReason, PartialDate,
    Selection,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// Maximum number of municipalities for matrices in the document; with more they are only in the
/// workbook.
const MOST_IN_DOCUMENT: usize = 60;

/// Maximum number of questions on the first page.
const MOST_QUESTIONS: usize = 5;

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
    /// What could not be compared, in sentences.
    pub left_out: Vec<String>,
    pub frameworks: Vec<ComparedFramework>,
    /// The scales of the frameworks.
    pub scales: Vec<ScaleView>,
    pub grouping: Option<GroupingView>,
    /// Quantities and context indicators.
    pub figures: Vec<FigureView>,
    /// Municipalities with two audits.
    pub over_time: Vec<OverTimeView>,
    /// What the audits share, as one study.
    pub joint: Option<JointView>,
    /// The title of the comparison within a joint study.
    pub own_title: String,
    /// Whether matrices are only in the workbook, because there are too many municipalities.
    pub in_sheets_only: bool,
    /// Number of random draws of weights.
    pub draws: String,
    pub seed: String,
    /// Names and hashes of the input files.
    pub inputs: Vec<(String, String)>,
    pub version: String,
}

impl ComparisonView {
    /// All charts that the document can show.
    #[must_use]
    pub fn charts(&self) -> Vec<&ChartView> {
        self.frameworks.iter().flat_map(|f| f.heat.iter().chain([&f.spread])).collect()
    }
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
    let (questions, more_questions) = questions(&figures);
    let few = names.len() <= MOST_IN_DOCUMENT;
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
        sampling: selection(c.selection, c.kind),
        members: members(c),
        overview: frameworks::overview(c),
        verdicts: c.frameworks.iter().any(FrameworkComparison::gives_verdicts),
        no_verdict: c.frameworks.iter().flat_map(|f| &f.entries).any(|entry| {
            entry.score.rule.score().is_some() && entry.score.verdict.level().is_none()
        }),
        shared: shared::shared(c),
        left_out: left_out(&c.left_out),
        frameworks: c.frameworks.iter().map(|f| frameworks::framework(c, f)).collect(),
        scales: scales(c.frameworks.iter().map(|f| (f.scale, f.title.as_str(), f.scored()))),
        grouping: c.grouping.as_ref().map(|g| groups::grouping(c, g)),
        figures,
        questions,
        more_questions,
        over_time: c.over_time.iter().map(|over| time::over_time(over, c.kind)).collect(),
        joint: wording.joint.as_ref().map(|shared| joint::joint(c, shared, few)),
        own_title,
        in_sheets_only: !few,
        draws: whole(i128::from(c.draws)),
        seed: c.seed.to_string(),
        inputs: all()
            .filter(|m| !m.seal.is_empty())
            .map(|m| (m.case.clone(), m.seal.clone()))
            .chain(wording.joint.iter().map(|joint| ("joint.yaml".to_owned(), joint.hash.clone())))
            .collect(),
        version: c.program.clone(),
    }
}

impl ComparisonView {
    /// All tables of the comparison, in the order of the document. The judgements are in one long
    /// table instead of the matrices, so that programs can use them.
    #[must_use]
    pub fn tables(&self) -> Vec<&TableView> {
        let mut out = vec![&self.members];
        out.extend(&self.overview);
        for framework in &self.frameworks {
            out.extend([&framework.scores, &framework.matrix, &framework.judgements]);
            out.extend(&framework.distribution);
            out.extend(&framework.robustness);
            out.extend(&framework.ranking);
        }
        out.extend(self.grouping.iter().flat_map(|g| g.tests.as_ref()));
        out.extend(self.figures.iter().map(|f| &f.table));
        for change in &self.over_time {
            out.extend([&change.verdicts, &change.criteria]);
            out.extend(&change.recommendations);
        }
        out
    }
}

/// A number as text for a title: up to twelve in words.
pub(super) fn whole_words(number: usize) -> String {
    let words = [
        "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
        "elf", "twaalf",
    ];
    words.get(number).map_or_else(|| number.to_string(), |w| (*w).to_owned())
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
fn questions(figures: &[FigureView]) -> (Vec<String>, usize) {
    let raised = figures.iter().flat_map(|f| f.questions.iter().map(move |q| (&f.title, q)));
    let mut questions: Vec<String> = raised.map(|(about, q)| format!("{about}. {q}")).collect();
    let more = questions.len().saturating_sub(MOST_QUESTIONS);
    questions.truncate(MOST_QUESTIONS);
    (questions, more)
}

/// The title where nobody gave one.
fn own_title(c: &Comparison, names: &[String]) -> String {
    match names {
        [one] => format!("{one} in {} onderzoeken", whole_words(c.earlier.len() + 1)),
        several => format!("Vergelijking van {} {}", whole_words(several.len()), c.kind.plural()),
    }
}

/// A status in a few words, as shown before the names of municipalities.
pub(super) fn state_text(state: &str) -> &'static str {
    match state {
        "fictief" => "Verzonnen voorbeeld, geen echt onderzoek",
        "reconstructie" => "Reconstructie uit openbare bronnen, niet het onderzoek zelf",
        _ => "Concept, nog niet vastgesteld",
    }
}

fn selection(selection: Selection, kind: BodyKind) -> String {
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

/// The audits. Only municipalities have a province.
fn members(comparison: &Comparison) -> TableView {
    let provinces = comparison.kind == BodyKind::Gemeente;
    let mut columns = vec![left(comparison.kind.title())];
    columns.extend(provinces.then(|| left("Provincie")));
    columns.extend([
        right("Inwoners"),
        left("Oordeel over"),
        left("Rapport"),
        left("Status"),
        left("Basis"),
    ]);
    let mut table = TableView::new("Onderzoeken", 1, &columns);
    for member in comparison.members.iter().chain(&comparison.earlier) {
        let inhabitants = match (member.inhabitants, &member.size_class) {
            (Some(number), _) => CellView::whole(usize::try_from(number).unwrap_or(0)),
            (None, Some(class)) => class.name().into(),
            (None, None) => "–".into(),
        };
        let basis = if member.by_scorecard { "alleen de scorekaart" } else { "het dossier" };
        let province = || member.province.clone().unwrap_or_else(|| "–".to_owned());
        let mut row: Vec<CellView> = vec![member.name.clone().into()];
        row.extend(provinces.then(|| province().into()));
        row.extend([
            inhabitants,
            period(member.period).into(),
            date(member.date).into(),
            words::status(member.status).into(),
            basis.into(),
        ]);
        table.rows.push(row);
    }
    table
}

/// The items left out: one sentence per reason, for all its municipalities.
#[must_use]
pub fn left_out(all: &[LeftOut]) -> Vec<String> {
    let mut by_reason: BTreeMap<&LeftOutReason, Vec<String>> = BTreeMap::new();
    for one in all {
        by_reason.entry(&one.reason).or_default().push(one.what.clone());
    }
    let sentence = |(reason, who): (&LeftOutReason, Vec<String>)| {
        let who = enumeration(&who);
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
