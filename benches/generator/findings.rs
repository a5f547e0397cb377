//! What was found on each criterion.

use super::Town;
use super::dice::Dice;
use rekenkamer::model::{Better, Criterion, Framework, Level, Measure, Quantity, Scale};

const CAUSES: [&str; 5] = [
    "Door vertrek van een medewerker bleef het werk een half jaar liggen.",
    "Het college gaf in deze jaren voorrang aan ander werk.",
    "De gemeente begon er in 2023 mee, toen er tijdelijk geld voor kwam.",
    "De afspraken stammen uit een tijd waarin het onderwerp minder speelde.",
    "De gemeente doet dit samen met haar buren, en die waren niet allemaal zo ver.",
];

const EFFECTS: [&str; 5] = [
    "Signalen bereiken daardoor niet altijd de mensen die er iets mee kunnen.",
    "De raad kan daardoor niet goed zien wat de inzet oplevert.",
    "In de praktijk weten medewerkers daardoor wat van hen wordt verwacht.",
    "Partners zeggen daardoor dat zij de gemeente snel weten te vinden.",
    "Of het effect heeft, houdt de gemeente niet bij.",
];

const SEARCHED: [&str; 3] = [
    "Wij zochten in alle raadsstukken van die jaren.",
    "Wij zochten in het register en vroegen het aan twee medewerkers.",
    "Wij vroegen het college om dit stuk.",
];

const WHERE: [&str; 4] = ["bijlage 1", "hoofdstuk 3", "blz. 14", "tabel 2"];

/// Sources that make strong, moderate and narrow evidence.
const STRONG: [[&str; 2]; 6] = [
    ["D01", "I01"],
    ["D03", "R01"],
    ["D05", "W01"],
    ["D07", "I02"],
    ["D02", "G01"],
    ["D08", "R01"],
];
const MODERATE: [[&str; 2]; 3] = [["D01", "D03"], ["D02", "D07"], ["D04", "D08"]];
const NARROW: [&str; 4] = ["I01", "I03", "G01", "D04"];

/// The file of findings of a framework. Criteria that fall short are noted in `low`.
pub fn findings(
    framework: &Framework,
    town: &Town,
    low: &mut Vec<String>,
    dice: &mut Dice,
) -> String {
    let mut out = format!(
        "# Verzonnen.\nframework: {}\nversion: {}\ncriteria:\n",
        framework.id, framework.version
    );
    for criterion in &framework.criteria {
        out.push_str(&format!("  - id: {}\n", criterion.id));
        if dice.percent(town.unknown) {
            out.push_str(&unknown(dice));
            continue;
        }
        out.push_str("    status: onderzocht\n    findings:\n");
        let level = level(town, dice);
        // Quantities and checklists may come out higher than was aimed for; then a conclusion
        // speaks of a norm that did well, which is no error.
        if level.rank() < 2 {
            low.push(criterion.id.clone());
        }
        let assessed = matches!(criterion.measure, Measure::Assessed);
        let conflict = assessed && dice.percent(3);
        out.push_str(&finding(criterion, level, "", town, dice));
        if conflict {
            out.push_str(&finding(criterion, opposite(level), "b", town, dice));
            if dice.percent(70) {
                out.push_str(&format!(
                    "    resolution:\n      reason: De stukken zijn jonger dan de gesprekken en \
                     gaan hier voor.\n      level: {}\n",
                    key(criterion, level)
                ));
            }
        } else if assessed && dice.percent(35) {
            out.push_str(&finding(criterion, level, "b", town, dice));
        }
    }
    out
}

/// A criterion that was not judged.
fn unknown(dice: &mut Dice) -> String {
    let (status, reason) = match dice.between(1, 10) {
        1 => ("niet-van-toepassing", "De gemeente heeft deze taak aan een ander overgedragen."),
        2 => ("niet-onderzocht", "De opzet van het onderzoek liet dit buiten beschouwing."),
        _ => ("niet-te-beoordelen", "De stukken die wij kregen, zeggen hier te weinig over."),
    };
    format!("    status: {status}\n    reason: {reason}\n")
}

fn level(town: &Town, dice: &mut Dice) -> Level {
    let rank = match i64::from(town.quality) + i64::from(dice.between(0, 70)) - 35 {
        70.. => 3,
        45..70 => 2,
        20..45 => 1,
        _ => 0,
    };
    let scale = Scale::default();
    scale.levels().nth(rank).unwrap_or(scale.lowest())
}

/// The word of a level in a file: a legal duty is complied with from *voldoet grotendeels* on.
fn key(criterion: &Criterion, level: Level) -> &'static str {
    match (criterion.legal_duty, level.counts_as_met()) {
        (false, _) => level.key(),
        (true, true) => Scale::duty().highest().key(),
        (true, false) => Scale::duty().lowest().key(),
    }
}

/// A level that contradicts another.
fn opposite(level: Level) -> Level {
    let scale = level.scale();
    if level.rank() > 1 { scale.lowest() } else { scale.highest() }
}

fn finding(
    criterion: &Criterion,
    level: Level,
    suffix: &str,
    town: &Town,
    dice: &mut Dice,
) -> String {
    let mut out = format!("      - id: B-{}{suffix}\n        condition: |\n", criterion.id);
    let (years, asked) = (dice.between(2, 3), dice.between(4, 60));
    out.push_str(&format!(
        "          {} Wij zagen dit in {} terug over {years} jaar, in {asked} van de stukken en \
         registraties die wij bekeken.\n",
        criterion.descriptions.get(&level).map_or("", String::as_str),
        town.name
    ));
    if dice.percent(60) {
        out.push_str(&format!("        cause: {}\n", dice.pick(&CAUSES)));
    }
    if dice.percent(60) {
        out.push_str(&format!("        effect: {}\n", dice.pick(&EFFECTS)));
    }
    out.push_str(&match &criterion.measure {
        Measure::Assessed => format!("        level: {}\n", key(criterion, level)),
        Measure::Checklist { points, .. } => {
            let each: Vec<String> =
                points.iter().map(|(id, _)| format!("{id}: {}", answer(level, dice))).collect();
            format!("        points: {{{}}}\n", each.join(", "))
        }
        Measure::Quantity(quantity) => number(quantity, level, town, dice),
    });
    out.push_str(&evidence(level, dice));
    out
}

fn answer(level: Level, dice: &mut Dice) -> &'static str {
    let yes = match level.rank() {
        3 => 97,
        2 => 80,
        1 => 50,
        _ => 12,
    };
    match dice.between(1, 100) {
        1..=3 => "onbekend",
        roll if roll - 3 <= yes => "ja",
        _ => "nee",
    }
}

/// A number on the side of a threshold that gives the level, or the level alone.
fn number(quantity: &Quantity, level: Level, town: &Town, dice: &mut Dice) -> String {
    if dice.percent(4) {
        return format!(
            "        level: {}\n        level-reason: Het getal zelf is nooit bekendgemaakt.\n",
            level.key()
        );
    }
    // From the lowest threshold to the highest: those of *deels*, *grotendeels* and *voldoet*.
    let tenths = |rank: usize| {
        let limit = quantity.thresholds.values().nth(rank - 1);
        limit.and_then(|limit| u32::try_from((limit.exact() * 10).to_integer()).ok()).unwrap_or(0)
    };
    let (best, good, fair) = (tenths(3), tenths(2), tenths(1));
    let step = match (quantity.better, level.rank()) {
        (Better::Higher, 3) => (best, best + best / 9),
        (Better::Higher, 2) => (good, best - 1),
        (Better::Higher, 1) => (fair, good - 1),
        (Better::Higher, _) => (fair / 4, fair - 1),
        (Better::Lower, 3) => (best / 2, best),
        (Better::Lower, 2) => (best + 1, good),
        (Better::Lower, 1) => (good + 1, fair),
        (Better::Lower, _) => (fair + 1, fair * 2),
    };
    let mut value = u64::from(dice.between(step.0, step.1));
    if quantity.unit == "%" {
        value = value.min(1000);
    }
    // Relative to the median of the peers, 5,6 per 100.000 inhabitants (see `case.rs`).
    if let (true, Some(per)) = (quantity.relative_to_peers, quantity.per_inhabitants) {
        value = (value * 56 * u64::from(town.inhabitants) / (u64::from(per) * 1000)).max(1);
    }
    format!("        value: {}.{}\n        unit: \"{}\"\n", value / 10, value % 10, quantity.unit)
}

/// Where it was found: mostly on two kinds of sources, sometimes on less.
fn evidence(level: Level, dice: &mut Dice) -> String {
    let mut sources: Vec<&str> = match dice.between(1, 100) {
        1..=70 => STRONG[die(dice, STRONG.len())].to_vec(),
        71..=90 => MODERATE[die(dice, MODERATE.len())].to_vec(),
        _ => vec![*dice.pick(&NARROW.each_ref())],
    };
    if dice.percent(25) && !sources.contains(&"I04") {
        sources.push("I04");
    }
    let mut out = "        evidence:\n".to_owned();
    for source in sources {
        let locator = match dice.percent(50) {
            true => format!(", locator: {}", dice.pick(&WHERE)),
            false => String::new(),
        };
        out.push_str(&format!("          - {{source: {source}{locator}}}\n"));
    }
    if dice.percent(5) {
        out.push_str("          - {source: D06, stance: contradicts}\n");
    }
    if level.rank() == 0 {
        let searched = dice.pick(&SEARCHED);
        out.push_str(&format!("          - {{source: D09, searched: {searched}}}\n"));
    }
    out
}

/// A place in a list of so many.
fn die(dice: &mut Dice, many: usize) -> usize {
    let last = u32::try_from(many).unwrap_or(1) - 1;
    usize::try_from(dice.between(0, last)).unwrap_or(0)
}
