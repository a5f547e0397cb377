//! Names that no place has, and sizes.

use super::Town;
use super::dice::Dice;
use rekenkamer::model::PROVINCES;

/// Beginnings of names that mean nothing.
const FIRST: [&str; 36] = [
    "Flonk", "Quibbel", "Zwiep", "Snorre", "Krommel", "Blubber", "Driestel", "Fnuik", "Glimmer",
    "Hompel", "Jolder", "Knister", "Lodder", "Morrel", "Nurk", "Oezel", "Pruttel", "Rammel",
    "Sjokker", "Trummel", "Uffel", "Vlonder", "Wobbel", "Ypsel", "Zompel", "Bulder", "Drentel",
    "Fladder", "Grabbel", "Hobbel", "Kwebbel", "Mummel", "Plonzer", "Ritsel", "Schommel", "Tuimel",
];

/// What stands in the middle.
const MIDDLE: [&str; 12] =
    ["", "aar", "ing", "eren", "ense", "ster", "mans", "ijns", "olf", "ur", "ette", "om"];

/// How names of places end.
const LAST: [&str; 24] = [
    "wold", "drecht", "veen", "sluis", "broek", "hoven", "kerke", "lo", "dam", "zijl", "meer",
    "horst", "waard", "beek", "stede", "rode", "schoten", "wijk", "heem", "mond", "gouw", "laar",
    "hage", "voort",
];

/// How many inhabitants the classes have, each as often as it stands here.
const SIZES: [(u32, u32); 20] = [
    (1_000, 4_999),
    (5_000, 9_999),
    (10_000, 19_999),
    (20_000, 49_999),
    (20_000, 49_999),
    (50_000, 99_999),
    (20_000, 49_999),
    (10_000, 19_999),
    (20_000, 49_999),
    (100_000, 149_999),
    (20_000, 49_999),
    (50_000, 99_999),
    (20_000, 49_999),
    (150_000, 249_999),
    (20_000, 49_999),
    (10_000, 19_999),
    (50_000, 99_999),
    (20_000, 49_999),
    (250_000, 900_000),
    (50_000, 99_999),
];

/// The municipality of a number.
pub fn town(number: usize, dice: &mut Dice) -> Town {
    let (least, most) = SIZES[number % SIZES.len()];
    let inhabitants = dice.between(least, most);
    // Larger municipalities do a little better, as they have more people.
    let bonus = if inhabitants > 50_000 { 12 } else { 0 };
    Town {
        name: name(number),
        province: PROVINCES[(number * 7 + number / PROVINCES.len()) % PROVINCES.len()],
        inhabitants,
        quality: dice.between(20, 80) + bonus,
        unknown: if dice.percent(12) { 50 } else { dice.between(0, 12) },
    }
}

/// A name for each number; past all combinations they get a number behind them.
fn name(number: usize) -> String {
    let all = FIRST.len() * MIDDLE.len() * LAST.len();
    // A step without common factors visits every combination, and neighbours differ throughout.
    let place = number % all * 4_421 % all;
    let (first, rest) = (place % FIRST.len(), place / FIRST.len());
    let (middle, last) = (rest % MIDDLE.len(), rest / MIDDLE.len());
    let name = format!("{}{}{}", FIRST[first], MIDDLE[middle], LAST[last]);
    match number / all {
        0 => name,
        round => format!("{name} {}", round + 1),
    }
}

/// The name of its case.
pub fn folder(name: &str) -> String {
    format!("{}-2026", name.to_lowercase().replace(' ', "-"))
}
