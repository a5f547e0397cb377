//! The proposal to the council, and the draft of its decision.

use super::conclusions::{AddresseeView, by};
use super::words;
use crate::dutch::date;
use crate::model::{Addressee, BodyKind, Case, capital};
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub struct ProposalView {
    /// The fields at its head, two in a row: what each is, and its value; empty for a blank.
    pub fields: Vec<[(String, String); 2]>,
    pub text_md: String,
    pub points: Vec<PointView>,
    /// Whether the executive's position on any of them is known.
    pub answered: bool,
    /// The executive, with a capital and without its article.
    pub executive: String,
    /// The council, as a sentence begins.
    pub council: String,
    /// The articles on which the decision rests; empty where they are not known for this kind of
    /// body.
    pub basis: String,
    /// The meeting of the council, in words; empty if it is not known.
    pub meeting: String,
    /// The date of the proposal, in words; empty if it is not known.
    pub date: String,
}

/// A point to decide on.
#[derive(Debug, Clone, Serialize)]
pub struct PointView {
    pub number: usize,
    /// In the infinitive, to follow after *besluit*.
    pub text: String,
    /// The recommendations that it carries out, by number and code.
    pub of: Vec<String>,
    /// The executive's position on them.
    pub position: String,
}

/// The view of the proposal.
pub fn proposal(case: &Case, recommendations: &[AddresseeView]) -> ProposalView {
    let own = &case.proposal;
    let kind = case.body.kind;
    let executive = words::addressee(kind, &Addressee::College);
    let points = points(case, recommendations);
    let day = |day: Option<_>| day.map(date).unwrap_or_default();
    let typed = |text: &Option<String>| text.clone().unwrap_or_default();
    let field = |name: &str, value: String| (name.to_owned(), value);
    let subject = format!("Onderzoek ‘{}’", words::title(&case.study.title));
    ProposalView {
        fields: vec![
            [field("Onderwerp", subject), field("Datum", day(own.date))],
            [
                field("Van", case.study.commissioner.clone()),
                field("Raadsvergadering", day(own.meeting)),
            ],
            [field("Steller", typed(&own.author)), field("Agendanummer", typed(&own.number))],
            [
                field("Commissie", typed(&own.committee)),
                field("Registratienummer", typed(&own.registration)),
            ],
            [field("Portefeuillehouder", typed(&own.portfolio)), field("", String::new())],
        ],
        text_md: own.text.as_str().to_owned(),
        answered: points.iter().any(|point| !point.position.is_empty()),
        points,
        executive: words::without_article(&executive).to_owned(),
        council: council(case),
        basis: match kind {
            BodyKind::Gemeente => "de artikelen 182 en 185 van de Gemeentewet".to_owned(),
            _ => String::new(),
        },
        meeting: day(own.meeting),
        date: day(own.date),
    }
}

/// *De raad van de gemeente Voorbeeldstad*
fn council(case: &Case) -> String {
    let organ = words::addressee(case.body.kind, &Addressee::Raad);
    format!("{} van {}", capital(&organ), case.body.kind.phrase(&case.body.name))
}

fn points(case: &Case, recommendations: &[AddresseeView]) -> Vec<PointView> {
    let own = &case.proposal;
    let mut out: Vec<PointView> = match own.points.is_empty() {
        true => recommended(case, recommendations),
        false => own
            .points
            .iter()
            .map(|point| of(point.text.clone(), &point.recommendations, recommendations))
            .collect(),
    };
    if let Some(day) = own.action_plan {
        let executive = words::addressee(case.body.kind, &Addressee::College);
        let council = words::addressee(case.body.kind, &Addressee::Raad);
        let text = format!(
            "{executive} te verzoeken {} een plan van aanpak bij de aanbevelingen aan {council} te \
             sturen",
            by(day)
        );
        out.push(of(text, &[], recommendations));
    }
    out.iter_mut().zip(1..).for_each(|(point, number)| point.number = number);
    out
}

/// A point for each recommendation: first those to the council, then those that it can ask of
/// others.
fn recommended(case: &Case, recommendations: &[AddresseeView]) -> Vec<PointView> {
    let kind = case.body.kind;
    let executive = words::addressee(kind, &Addressee::College);
    let order = [
        Addressee::RaadEnCollege,
        Addressee::Raad,
        Addressee::College,
        Addressee::Burgemeester,
        Addressee::Griffie,
    ];
    let mut out = Vec::new();
    for addressee in order {
        let asked = words::addressee(kind, &addressee);
        for item in case.recommendations.iter().filter(|r| r.addressee == addressee) {
            let does = match addressee {
                Addressee::Raad => "de aanbeveling over te nemen".to_owned(),
                Addressee::RaadEnCollege => {
                    format!(
                        "de aanbeveling over te nemen, en {executive} te verzoeken om zijn deel"
                    )
                }
                _ => format!("{asked} te verzoeken"),
            };
            let term = item.deadline.map(|day| format!(", {}", by(day))).unwrap_or_default();
            let text = format!("{does}: ‘{}’{term}", item.title.trim_end_matches('.'));
            out.push(of(text, std::slice::from_ref(&item.id), recommendations));
        }
    }
    out
}

/// A point with the numbers of its recommendations in the report, and the position on them.
fn of(text: String, ids: &[String], recommendations: &[AddresseeView]) -> PointView {
    let items = recommendations.iter().flat_map(|group| &group.items);
    let items: Vec<_> = items.filter(|item| ids.contains(&item.id)).collect();
    let several = items.len() > 1;
    let position = |item: &&super::conclusions::RecommendationView| {
        let known = item.position.as_ref()?;
        let before = if several { format!("{}: ", item.id) } else { String::new() };
        let promise = match known.commitment.as_str() {
            "" => String::new(),
            promise => format!(". {}", capital(promise)),
        };
        Some(format!("{before}{}{promise}", known.position))
    };
    let positions: Vec<String> = items.iter().filter_map(position).collect();
    PointView {
        number: 0,
        text,
        of: items.iter().map(|item| format!("aanbeveling {}, {}", item.number, item.id)).collect(),
        position: positions.join("; "),
    }
}
