//! Groups of municipalities, and the difference between two of them, in plain Dutch.

use super::super::numbers::{enumeration, whole};
use super::super::table::{CellView, TableView};
use super::super::words;
use super::name;
use crate::model::{Comparison, Contrast, GroupTest, Grouping, Method, NoTest, Selection};
use serde::Serialize;

/// The groups of a comparison.
#[derive(Debug, Clone, Serialize)]
pub struct GroupingView {
    /// The property, in words.
    pub by: String,
    /// The groups: name and municipalities.
    pub groups: Vec<(String, String)>,
    /// Municipalities of which the property is not known.
    pub unknown: String,
    /// The tests between two groups.
    pub tests: Option<TableView>,
    /// What the tests say, in sentences.
    pub findings: Vec<String>,
    /// The level that is reached or not, as symbol and word.
    pub level: String,
    /// The two groups.
    pub pair: Option<(String, String)>,
    /// The attribute that pairs municipalities.
    pub paired_by: Option<String>,
    /// Municipalities without a partner.
    pub unpaired: String,
    /// Why there are no tests.
    pub no_test: Option<String>,
}

/// The property in words.
pub fn property(by: &str) -> String {
    match by {
        "size-class" => "grootte (naar inwoners, in de klassen van het CBS)".to_owned(),
        "province" => "provincie".to_owned(),
        own => format!("kenmerk ‘{}’", words::attribute(own)),
    }
}

/// The groups as the templates see them.
pub fn grouping(comparison: &Comparison, grouping: &Grouping) -> GroupingView {
    let names = |members: &[usize]| {
        enumeration(&members.iter().map(|m| name(comparison, *m)).collect::<Vec<_>>())
    };
    let contrast = grouping.contrast.as_ref();
    GroupingView {
        by: property(&grouping.by),
        groups: grouping
            .groups
            .iter()
            .map(|(group, members)| {
                let count = whole(i128::try_from(members.len()).unwrap_or(0));
                (format!("{group} ({count})"), names(members))
            })
            .collect(),
        unknown: names(&grouping.unknown),
        tests: contrast.map(tests),
        findings: contrast.map(findings).unwrap_or_default(),
        level: contrast.map(|c| words::level(c.level).to_string()).unwrap_or_default(),
        pair: contrast.map(|c| (c.first.clone(), c.second.clone())),
        paired_by: contrast.and_then(|c| c.paired_by.as_deref()).map(words::attribute),
        unpaired: contrast.map(|c| enumeration(&c.unpaired)).unwrap_or_default(),
        no_test: grouping.no_test.map(|n| no_test(n).to_owned()),
    }
}

fn no_test(reason: NoTest) -> &'static str {
    match reason {
        NoTest::Selection(Selection::Population) => {
            "Er is geen toets gedaan. Een toets vraagt of een verschil toeval kan zijn, omdat \
             maar een deel van de gemeenten is gezien. Hier doet de hele groep mee: elk verschil \
             is echt."
        }
        NoTest::Selection(Selection::Incomplete) => {
            "Er is geen toets gedaan. De gemeenten zouden samen de hele groep zijn, maar er zijn \
             er weggelaten. Wat zij met een verschil zouden doen, is niet bekend."
        }
        NoTest::Selection(Selection::HandPicked) => {
            "Er is geen toets gedaan. Een toets werkt alleen als het lot de gemeenten heeft \
             gekozen. Deze gemeenten zijn uitgekozen, dus een kans op toeval valt niet uit te \
             rekenen."
        }
        NoTest::Selection(_) => {
            "Er is geen toets gedaan. Een toets werkt alleen als het lot de gemeenten heeft \
             gekozen, en niet alle onderzoeken zeggen dat dit zo was."
        }
        NoTest::NotTwo => {
            "Er is geen toets gedaan: een toets vergelijkt twee groepen. Noem er twee met \
             --contrast."
        }
    }
}

/// A share as counts.
fn counts((part, all): (usize, usize)) -> String {
    format!("{part} van {all}")
}

/// A difference between shares in whole percentage points, with its sign.
fn points(value: f64) -> CellView {
    let rounded = (value * 100.0).round();
    let sign = if rounded > 0.0 { "+" } else { "" };
    let text = format!("{sign}{rounded:.0}").replace("-0", "0").replace('-', "−");
    CellView { text, number: Some((rounded, 0)) }
}

/// A chance with three decimals, never shown as nothing.
fn chance(value: f64) -> CellView {
    let text =
        if value < 0.001 { "< 0,001".to_owned() } else { format!("{value:.3}").replace('.', ",") };
    CellView { text, number: Some((value, 3)) }
}

fn tests(contrast: &Contrast) -> TableView {
    let paired = contrast.paired_by.is_some();
    let (first, second) = (contrast.first.as_str(), contrast.second.as_str());
    let spread = if paired { "Alleen de eerste / de tweede" } else { "95%-interval" };
    let columns = [
        "Norm",
        first,
        second,
        ">Verschil (procentpunten)",
        spread,
        ">Kans",
        ">Kans, gecorrigeerd",
    ];
    let mut table = TableView::new("Toets", 1, &columns);
    for test in &contrast.tests {
        let spread = match (test.method, test.interval) {
            (Method::McNemar { only_first, only_second }, _) => {
                format!("{only_first} / {only_second}")
            }
            (Method::Fisher, Some((low, high))) => {
                format!("{} tot {}", points(low).text, points(high).text)
            }
            (Method::Fisher, None) => String::new(),
        };
        table.rows.push(vec![
            test.criterion.clone().into(),
            counts(test.first).into(),
            counts(test.second).into(),
            points(test.difference),
            spread.into(),
            chance(test.p),
            chance(test.adjusted),
        ]);
    }
    table
}

/// What the tests say together.
fn findings(contrast: &Contrast) -> Vec<String> {
    let clear: Vec<&GroupTest> = contrast.tests.iter().filter(|t| t.adjusted < 0.05).collect();
    let alone = contrast.tests.iter().filter(|t| t.p < 0.05 && t.adjusted >= 0.05).count();
    let tested = contrast.tests.len();
    let mut out = Vec::new();
    if tested == 0 {
        return vec!["Er is geen norm waarop beide groepen een niveau hebben.".to_owned()];
    }
    if clear.is_empty() {
        out.push(format!(
            "Bij geen van de {tested} getoetste normen is het verschil zo groot dat toeval als \
             verklaring afvalt. Dat bewijst niet dat de groepen gelijk zijn: met weinig gemeenten \
             blijft ook een echt verschil vaak onzichtbaar."
        ));
    }
    for test in clear {
        let more = if test.difference > 0.0 { &contrast.first } else { &contrast.second };
        out.push(format!(
            "{}: {} tegenover {}. Dit verschil is moeilijk met toeval te verklaren; gemeenten in \
             de groep {more} halen het niveau vaker.",
            test.criterion,
            counts(test.first),
            counts(test.second)
        ));
    }
    if alone > 0 {
        out.push(format!(
            "Bij {alone} van de {tested} normen lijkt het verschil op zichzelf groot, maar wie \
             veel normen toetst, vindt er door toeval al gauw een paar. Na correctie blijft dat \
             verschil niet overeind."
        ));
    }
    out
}
