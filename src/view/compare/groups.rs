//! The view of groups of municipalities, and of the tests between two of them.

use super::super::table::{CellView, ColumnView, TableView, left, right};
use super::super::words;
use super::matrix::norm_name;
use super::members::{first, name};
use crate::compare::statistics::significant;
use crate::dutch::{enumeration, out_of, whole};
use crate::model::{
    BodyKind, Chance, Comparison, Contrast, Exact, FEWEST_FOR_PERCENT, FrameworkComparison,
    GroupTest, Grouping, Level, Method, NoTest, Scale, Selection,
};
use serde::Serialize;

/// Maximum number of groups beside each other on a page.
const MOST_COLUMNS: usize = 12;

/// The groups of a comparison.
#[derive(Debug, Clone, Serialize)]
pub struct GroupingView {
    /// The property, in words.
    pub by: String,
    /// The groups, each with its name and its municipalities.
    pub groups: Vec<(String, String)>,
    /// Municipalities for which the property is unknown.
    pub unknown: String,
    /// How many of each group reach the level, by norm; `None` for very many groups.
    pub reached: Option<TableView>,
    /// Two groups beside each other, with the tests between them.
    pub tests: Option<TableView>,
    /// Whether a test is in that table.
    pub tested: bool,
    /// The conclusions from the tests, in sentences.
    pub findings: Vec<String>,
    /// The level that counts as reached, as symbol and word, one for each scale.
    pub level: String,
    /// The names of the two tested groups.
    pub pair: Option<(String, String)>,
    /// The attribute that pairs municipalities.
    pub paired_by: Option<String>,
    /// Municipalities without a partner.
    pub unpaired: String,
    /// Why there are no tests.
    pub no_test: Option<String>,
}

/// The name of a property, in words.
pub fn property(by: &str) -> String {
    match by {
        "size-class" => "grootte (naar inwoners, in de klassen van het CBS)".to_owned(),
        "province" => "provincie".to_owned(),
        own => format!("kenmerk ‘{}’", words::attribute(own)),
    }
}

/// The view of the groups.
pub fn grouping(comparison: &Comparison, grouping: &Grouping) -> GroupingView {
    let names = |members: &[usize]| {
        first(&members.iter().map(|m| name(comparison, *m)).collect::<Vec<_>>())
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
        reached: reached(comparison, grouping),
        tests: contrast.filter(|c| !c.tests.is_empty()).map(tests),
        tested: contrast.is_some_and(|c| able(c).next().is_some()),
        findings: contrast.map(|c| findings(c, comparison.kind)).unwrap_or_default(),
        level: asked_level(comparison, contrast),
        pair: contrast.map(|c| (c.first.clone(), c.second.clone())),
        paired_by: contrast.and_then(|c| c.paired_by.as_deref()).map(words::attribute),
        unpaired: contrast.map(|c| enumeration(&c.unpaired)).unwrap_or_default(),
        no_test: grouping.no_test.map(|reason| no_test(reason, comparison.kind)),
    }
}

/// The level that counts as reached on the scale of a framework: the one that was asked for, else the
/// lowest that counts as met.
fn bar(framework: &FrameworkComparison, contrast: Option<&Contrast>) -> Level {
    let scale = framework.scale;
    let asked = contrast.and_then(|c| c.levels.iter().find(|level| level.scale() == scale));
    let met = || scale.levels().rfind(|level| level.counts_as_met());
    asked.copied().or_else(met).unwrap_or(scale.highest())
}

fn asked_level(comparison: &Comparison, contrast: Option<&Contrast>) -> String {
    let mut each: Vec<String> = Vec::new();
    for framework in &comparison.frameworks {
        let level = words::level(bar(framework, contrast)).to_string();
        if !each.contains(&level) {
            each.push(level);
        }
    }
    each.join(" of ")
}

/// How many of each group reach the level, of those with a level, by norm.
fn reached(comparison: &Comparison, grouping: &Grouping) -> Option<TableView> {
    if grouping.groups.len() > MOST_COLUMNS {
        return None;
    }
    let groups = grouping.groups.iter().map(|(group, _)| left(group.as_str()));
    let columns: Vec<ColumnView> = std::iter::once(left("Norm")).chain(groups).collect();
    let mut table = TableView::new("Groepen", 1, &columns);
    for framework in &comparison.frameworks {
        let bar = bar(framework, grouping.contrast.as_ref());
        for row in &framework.criteria {
            let bar = if row.legal_duty { Scale::duty().highest() } else { bar };
            let reaching = bar.scale().levels().filter(|level| *level >= bar).count();
            let mut cells: Vec<CellView> = vec![norm_name(row).into()];
            cells.extend(row.distributions.iter().skip(1).map(|own| -> CellView {
                match own.judged {
                    0 => "–".into(),
                    judged => out_of(own.levels.iter().take(reaching).sum(), judged).into(),
                }
            }));
            table.rows.push(cells);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

fn no_test(reason: NoTest, kind: BodyKind) -> String {
    let many = kind.plural();
    match reason {
        NoTest::Selection(Selection::Population) => format!(
            "Er is geen toets gedaan. Een toets vraagt of een verschil toeval kan zijn, omdat \
             maar een deel van de {many} is gezien. Hier doet de hele groep mee: elk verschil is \
             echt."
        ),
        NoTest::Selection(Selection::Incomplete) => format!(
            "Er is geen toets gedaan. De {many} zouden samen de hele groep zijn, maar er zijn er \
             weggelaten. Wat zij met een verschil zouden doen, is niet bekend."
        ),
        NoTest::Selection(Selection::HandPicked) => format!(
            "Er is geen toets gedaan. Een toets werkt alleen als het lot de {many} heeft gekozen. \
             Deze {many} zijn uitgekozen, dus een kans op toeval valt niet uit te rekenen."
        ),
        NoTest::Selection(_) => format!(
            "Er is geen toets gedaan. Een toets werkt alleen als het lot de {many} heeft gekozen, \
             en niet alle onderzoeken zeggen dat dit zo was."
        ),
        NoTest::NotTwo => {
            "Er is geen toets gedaan: een toets vergelijkt twee groepen. Noem er twee met \
             --contrast."
                .to_owned()
        }
    }
}

/// A difference between shares in whole percentage points, with its sign.
fn points(value: Exact) -> CellView {
    let cell = CellView::number(value * Exact::from(100), 0);
    let sign = if cell.number.is_some_and(|(points, _)| points > 0.0) { "+" } else { "" };
    CellView { text: format!("{sign}{}", cell.text).replace('-', "−"), ..cell }
}

/// A probability with three decimals, never shown as zero.
fn chance(value: &Chance) -> CellView {
    if value.is_under(1) {
        let number = Some((value.value(), 3));
        return CellView { number, ..CellView::from("< 0,001") };
    }
    CellView::number(Exact::new(i128::from(value.thousandths()), 1000), 3)
}

/// The tests in which some outcome could have been significant.
fn able(contrast: &Contrast) -> impl Iterator<Item = (&GroupTest, &Chance, &Chance)> {
    contrast.tests.iter().filter_map(|t| Some((t, t.p.as_ref()?, t.adjusted.as_ref()?)))
}

/// Whether one of the groups is too small for a percentage.
fn few(test: &GroupTest) -> bool {
    test.first.1.min(test.second.1) < FEWEST_FOR_PERCENT
}

fn tests(contrast: &Contrast) -> TableView {
    let tested = able(contrast).next().is_some();
    let paired = contrast.paired_by.is_some();
    let mut columns =
        vec![left("Norm"), left(contrast.first.as_str()), left(contrast.second.as_str())];
    // Below ten cases only counts are shown: no percentage points.
    let differences = contrast.tests.iter().any(|test| !few(test));
    if differences {
        columns.push(right("Verschil (procentpunten)"));
    }
    if paired {
        columns.push(left("Alleen de eerste / de tweede"));
    }
    if tested {
        columns.extend([right("Kans"), right("Kans, gecorrigeerd")]);
    }
    let mut table = TableView::new("Toets", 1, &columns);
    for test in &contrast.tests {
        let mut cells: Vec<CellView> = vec![
            test.criterion.clone().into(),
            out_of(test.first.0, test.first.1).into(),
            out_of(test.second.0, test.second.1).into(),
        ];
        if differences {
            cells.push(if few(test) { "–".into() } else { points(test.difference) });
        }
        if let Method::McNemar { only_first, only_second } = test.method {
            cells.push(format!("{only_first} / {only_second}").into());
        }
        if tested {
            let each = [&test.p, &test.adjusted];
            cells.extend(each.map(|p| p.as_ref().map_or_else(|| "–".into(), chance)));
        }
        table.rows.push(cells);
    }
    table
}

/// How many of the norms beside each other cannot be tested, in a sentence.
fn untested(contrast: &Contrast) -> Option<String> {
    let all = contrast.tests.len();
    let without = all - able(contrast).count();
    match (without, all) {
        (0, _) => None,
        (without, all) if without == all => Some(
            "Bij deze aantallen kan geen enkel verschil significant zijn; daarom staan er geen \
             toetsen."
                .to_owned(),
        ),
        (without, all) => Some(format!(
            "Bij {without} van de {all} normen kan bij deze aantallen geen enkel verschil \
             significant zijn; daar staat geen kans, en zij tellen bij de correctie niet mee."
        )),
    }
}

/// The conclusions from all tests together.
fn findings(contrast: &Contrast, kind: BodyKind) -> Vec<String> {
    let many = kind.plural();
    if contrast.tests.is_empty() {
        return vec!["Er is geen norm waarop beide groepen een niveau hebben.".to_owned()];
    }
    let mut out: Vec<String> = untested(contrast).into_iter().collect();
    let tested = able(contrast).count();
    if tested == 0 {
        return out;
    }
    let clear: Vec<&GroupTest> =
        able(contrast).filter(|(.., adjusted)| significant(adjusted)).map(|(t, ..)| t).collect();
    let alone =
        able(contrast).filter(|(_, p, adjusted)| significant(p) && !significant(adjusted)).count();
    if clear.is_empty() {
        let none = match tested {
            1 => "Bij de ene getoetste norm is het verschil niet".to_owned(),
            _ => format!("Bij geen van de {tested} getoetste normen is het verschil"),
        };
        out.push(format!(
            "{none} zo groot dat toeval als verklaring afvalt. Dat bewijst niet dat de groepen \
             gelijk zijn: met weinig {many} blijft ook een echt verschil vaak onzichtbaar."
        ));
    }
    for test in clear {
        let more =
            if test.difference > Exact::from(0) { &contrast.first } else { &contrast.second };
        out.push(format!(
            "{}: {} tegenover {}. Dit verschil is moeilijk met toeval te verklaren; {many} in \
             de groep {more} halen het niveau vaker.",
            test.criterion,
            out_of(test.first.0, test.first.1),
            out_of(test.second.0, test.second.1)
        ));
    }
    if alone > 0 {
        out.push(format!(
            "Bij {alone} van de {tested} getoetste normen lijkt het verschil op zichzelf groot, \
             maar wie veel normen toetst, vindt er door toeval al gauw een paar. Na correctie \
             blijft dat verschil niet overeind."
        ));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::points;
    use crate::model::Exact;

    #[test]
    fn a_half_point_rounds_away_from_zero_for_all_groups_up_to_forty() {
        let mut halves = 0;
        for (first, second) in (10..=40).flat_map(|a| (10..=40).map(move |b| (a, b))) {
            for (a, b) in (0..=first).flat_map(|a| (0..=second).map(move |b| (a, b))) {
                let difference = Exact::new(a, first) - Exact::new(b, second);
                if (difference * Exact::from(200)).is_integer()
                    && !(difference * Exact::from(100)).is_integer()
                {
                    halves += 1;
                    let twice = (difference * Exact::from(200)).to_integer();
                    let expected = (twice + twice.signum()) / 2;
                    let shown = points(difference);
                    let sign = if expected > 0 { "+" } else { "−" };
                    assert_eq!(shown.text, format!("{sign}{}", expected.abs()));
                    assert_eq!(
                        shown.number.map(|(points, _)| points.to_string()),
                        Some(expected.to_string())
                    );
                }
            }
        }
        assert!(halves > 1000, "{halves}");
        assert_eq!(points(Exact::from(0)).text, "0");
        assert_eq!(points(Exact::new(-1, 500)).text, "0");
    }
}
