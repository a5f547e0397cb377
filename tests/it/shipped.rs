//! What ships is whole: five frameworks and three small ones, cases of one municipality, two regions,
//! and the notas that come of them.

#![expect(clippy::expect_used, reason = "what ships must be there")]

use crate::common::Work;
use rekenkamer::assets::Assets;
use rekenkamer::diagnostics::{Code, Report, Severity, SourceMap};
use rekenkamer::load::Loader;
use rekenkamer::markdown::Kind;
use rekenkamer::model::{Case, Outcome, Scorecard, Strength};
use rekenkamer::templates::{Language, Templates};
use rekenkamer::{markdown, narrative, reasoning, score, view};
use std::collections::BTreeSet;
use std::path::Path;

fn load(name: &str) -> (Case, Scorecard, Report) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(name);
    let mut loader = Loader::new(Assets::embedded());
    let mut case = loader.case(&folder).expect("a valid case");
    let scorecard = score::score(&case);
    reasoning::check(&case, &scorecard, &mut loader.report);
    let Loader { sources, report, .. } = &mut loader;
    case.accepted = reasoning::lint(&case, &scorecard, sources, report);
    (case, scorecard, loader.report)
}

fn nota(name: &str) -> String {
    let (case, scorecard, _) = load(name);
    told(&case, &scorecard)
}

fn told(case: &Case, scorecard: &Scorecard) -> String {
    let (mut sources, mut report) = (SourceMap::default(), Report::default());
    let view = view::case(case, scorecard, Kind::Nota);
    let drafts = view::drafts(case, scorecard);
    let assets = Assets::embedded();
    let writer = narrative::Writer::new(Kind::Nota, &assets, &mut sources, &mut report);
    let writer = writer.expect("templates that parse");
    writer.document(view, &drafts, &mut report).expect("templates that fill").text()
}

const CASES: [&str; 5] = [
    "zoetermeer-2022",
    "amersfoort-2023",
    "noordoostpolder-2023",
    "neder-betuwe-2023",
    "voorbeeldstad-2026",
];

#[test]
fn the_five_frameworks_hold_thirty_criteria_and_every_sentence_fills() {
    let mut loader = Loader::new(Assets::embedded());
    let mut ids = BTreeSet::new();
    for id in
        ["integral-policy", "fte-capacity", "bibob", "public-private-cooperation", "council-role"]
    {
        let framework = loader.framework(id).expect("a valid framework");
        ids.extend(framework.criteria.iter().map(|c| c.id.clone()));
        let (mut sources, mut report) = (SourceMap::default(), Report::default());
        let assets = Assets::embedded();
        let templates = Templates::new(Language::Markdown, &assets, &mut sources, &mut report);
        narrative::check_drafts(&[&framework], &templates.expect("templates"), &mut report);
        assert!(!report.has_errors(), "{id}: {:?}", report.sorted());
    }
    let expected = [
        "BB-1", "BB-2", "BB-4", "BB-5", "BB-7", "BB-9", "CA-1", "CA-2", "CA-3", "CA-8", "CA-9",
        "IB-13", "IB-14", "IB-15", "IB-2", "IB-3", "IB-4", "IB-5", "IB-7", "IB-8", "PP-1", "PP-4",
        "PP-5", "PP-7", "PP-9", "RR-2", "RR-3", "RR-6", "RR-8", "RR-9",
    ];
    assert_eq!(ids.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    assert!(loader.report.sorted().is_empty(), "{:?}", loader.report.sorted());
}

/// The three small frameworks are what the tables beside these tests give, and a little more that no
/// table holds: the meaning of a scale, how the verdict is reached, and law.
#[test]
fn the_small_frameworks_hold_the_norms_of_the_tables_that_they_were_made_from() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (id, table) in
        [("inhuur", "inhuur.csv"), ("subsidies", "subsidies.xlsx"), ("energie", "energie.docx")]
    {
        let work = Work::empty();
        let from = root.join("tests/fixtures/tables").join(table);
        let run = work.run_each(&["framework", "new", id, "--from", &from.to_string_lossy()]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let mut own = Loader::new(Assets::over(&work.path("")));
        let own = own.framework(id).expect("the framework that was made");
        let mut shipped = Loader::new(Assets::embedded());
        let shipped =
            shipped.framework(&format!("voorbeeld-{id}")).expect("the framework that ships");
        let told = |f: &rekenkamer::model::Framework| -> Vec<_> {
            f.criteria
                .iter()
                .map(|c| (c.id.clone(), c.name.clone(), c.norm.clone(), c.themes.clone()))
                .collect()
        };
        assert_eq!(told(&own), told(&shipped), "{id}");
    }
}

#[test]
fn safety_goals_are_a_legal_duty_and_a_bibob_policy_rule_is_not() {
    let mut loader = Loader::new(Assets::embedded());
    let policy = loader.framework("integral-policy").expect("valid");
    let bibob = loader.framework("bibob").expect("valid");
    let duty =
        |f: &rekenkamer::model::Framework, id: &str| f.criterion(id).expect("there").legal_duty;
    assert!(duty(&policy, "IB-8"));
    assert!(!duty(&policy, "IB-2"), "the law asks for goals, not for a policy on ondermijning");
    assert!(!duty(&bibob, "BB-1"));
    assert!(duty(&bibob, "BB-9"), "a conclusion of danger must be reported");
}

#[test]
fn the_shipped_cases_are_without_error_and_one_norm_waits_to_be_filled_in() {
    let mut waiting = Vec::new();
    for name in CASES {
        let (_, _, report) = load(name);
        for diagnostic in report.sorted() {
            assert_eq!(diagnostic.severity(), Severity::Todo, "{name}: {diagnostic:?}");
            waiting.push((name, diagnostic.code));
        }
    }
    assert_eq!(waiting, [("voorbeeldstad-2026", Code::CriterionToDo)]);
}

/// The fictional case shows how warnings are weighed; reconstructions have none to weigh, because
/// most rules do not hold for them.
#[test]
fn the_fictional_case_accepts_its_warnings_each_with_a_reason() {
    for name in CASES {
        let (case, _, _) = load(name);
        let expected = if name == "voorbeeldstad-2026" { 11 } else { 0 };
        assert_eq!(case.accepted.len(), expected, "{name}");
        assert!(case.accepted.iter().all(|a| a.reason.as_str().len() > 40), "{name}");
    }
}

/// The region shows the lint at work: its reasoning is linked up, and what it warns of is mostly how
/// narrow the evidence is of an audit that looked at twelve municipalities at once.
#[test]
fn the_fictional_region_has_warnings_about_its_reasoning_and_no_errors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/voorbeeldregio-2026");
    let mut towns: Vec<_> = std::fs::read_dir(folder).expect("the region").flatten().collect();
    towns.sort_by_key(std::fs::DirEntry::path);
    assert_eq!(towns.len(), 12);
    let (mut all, mut narrow) = (0, 0);
    for town in towns {
        let name = format!("voorbeeldregio-2026/{}", town.file_name().to_string_lossy());
        let (_, _, report) = load(&name);
        for diagnostic in report.sorted() {
            assert!(diagnostic.code.about().is_some(), "{name}: {diagnostic:?}");
            all += 1;
            narrow +=
                usize::from([Code::NarrowBasis, Code::TestimonyOnly].contains(&diagnostic.code));
        }
    }
    assert!(narrow * 10 > all * 8, "{narrow} of {all}");
}

#[test]
fn the_fictional_case_shows_every_outcome_and_every_strength() {
    let (_, scorecard, _) = load("voorbeeldstad-2026");
    let judgements: Vec<_> = scorecard.frameworks.iter().flat_map(|f| &f.judgements).collect();
    let outcomes: BTreeSet<&str> = judgements.iter().map(|j| j.outcome.key()).collect();
    let all = [
        "deels",
        "geldt-nog-niet",
        "grotendeels",
        "nageleefd",
        "niet",
        "niet-nageleefd",
        "niet-onderzocht",
        "niet-te-beoordelen",
        "niet-van-toepassing",
        "niet-vast-te-stellen",
        "nog-in-te-vullen",
        "voldoet",
    ];
    assert_eq!(outcomes.into_iter().collect::<Vec<_>>(), all);
    let strengths: BTreeSet<Strength> = judgements.iter().filter_map(|j| j.strength).collect();
    assert_eq!(strengths.len(), 3);
    assert!(judgements.iter().any(|j| j.overruled));
    assert!(judgements.iter().any(|j| j.conflict.is_some_and(|c| c.resolved)));
    let duties = scorecard.frameworks.iter().map(|f| f.counts.duties);
    assert!(duties.clone().any(|d| d.breached > 0), "a law is broken");
}

#[test]
fn a_reconstruction_from_a_public_summary_gets_no_verdict() {
    for name in ["zoetermeer-2022", "amersfoort-2023"] {
        let (case, scorecard, _) = load(name);
        assert!(!case.study.notice.is_empty());
        assert!(scorecard.frameworks.iter().all(|f| f.verdict.level().is_none()), "{name}");
    }
    // The law on sharing data in networks is of 2025; the audit is of 2022.
    let (_, scorecard, _) = load("zoetermeer-2022");
    let later =
        scorecard.frameworks.iter().flat_map(|f| &f.judgements).find(|j| j.criterion == "PP-7");
    assert_eq!(later.map(|j| j.outcome), Some(Outcome::NotYetInForce));
}

#[test]
fn the_zoetermeer_nota_carries_the_published_argument() {
    let text = nota("zoetermeer-2022");
    for part in [
        "reconstructie",
        "LokaleZaken",
        "mei 2022",
        "ruim 20",
        "groepsgesprek",
        "2018",
        "waterbed",
        "Bibob",
        "fte",
        "regisseur ondermijning",
        "# Conclusies",
        "## 4.",
        "## Aan de raad en het college",
        "## Aan het college",
        "[!observatie]",
        "UVZ",
        "netwerkregisseur",
        "Veiligheid en zorg",
        "niet beantwoord",
    ] {
        assert!(text.contains(part), "`{part}` is missing");
    }
}

#[test]
fn every_link_in_a_shipped_nota_leads_somewhere() {
    for name in CASES {
        assert_eq!(markdown::parse(&nota(name)).problems, [], "{name}");
    }
}

/// Drafted conclusions carry a judgement in their titles, and the page at a glance links to them.
#[test]
fn every_link_leads_somewhere_where_conclusions_are_drafted_too() {
    let (mut case, scorecard, _) = load("voorbeeldstad-2026");
    case.conclusions.clear();
    case.recommendations.clear();
    let text = told(&case, &scorecard);
    assert!(text.contains("[!concept] Conceptconclusies"));
    assert_eq!(markdown::parse(&text).problems, []);
}

/// Whoever rebuilds another's audit words no advice in that other's place.
#[test]
fn a_reconstruction_gets_no_drafted_conclusions_or_recommendations() {
    let (case, scorecard, _) = load("noordoostpolder-2023");
    assert!(case.recommendations.is_empty());
    let text = told(&case, &scorecard);
    assert!(!text.contains("[!concept]"));
    assert!(text.contains("In deze nota zijn geen aanbevelingen opgenomen."));
}
