//! The case itself and its sources.

use super::Town;
use super::dice::Dice;
use rekenkamer::model::Framework;
use std::sync::Arc;

/// What every case says in front.
fn notice(town: &Town) -> String {
    format!(
        "    **Alles in deze nota is verzonnen.** De gemeente {name} bestaat niet en ligt niet in {province}. \
         De cijfers, bronnen en bevindingen zijn door een computer geloot, om te meten hoe snel het \
         programma werkt; elke gelijkenis met een echte gemeente is toeval.\n",
        name = town.name,
        province = town.province
    )
}

/// `case.yaml`, with conclusions on what falls short.
pub fn case(town: &Town, frameworks: &[Arc<Framework>], low: &[String], dice: &mut Dice) -> String {
    let Town { name, province, inhabitants, .. } = town;
    let ids: Vec<&str> = frameworks.iter().map(|f| f.id.as_str()).collect();
    let soort = if dice.percent(30) { "ja" } else { "nee" };
    let mut out = format!(
        "# Verzonnen.\nmunicipality:\n  name: {name}\n  province: {province}\n  \
         inhabitants: {inhabitants}\n  inhabitants-date: 2025-01-01\n  inhabitants-source: R02\n  \
         attributes: {{grens: {soort}}}\n\nstudy:\n  title: Zicht op ondermijning in {name}\n  \
         subtitle: Een verzonnen onderzoek, om mee te meten\n  \
         commissioner: Rekenkamers van verzonnen gemeenten in {province} (fictief)\n  \
         researchers: Onderzoeksbureau De Peilstok (fictief)\n  \
         conducted: {{from: 2025-09, to: 2026-03}}\n  period: {{from: 2023, to: 2025}}\n  \
         date: 2026-04\n  status: fictief\n  notice: |\n{}  sample: sample\n",
        notice(town)
    );
    out.push_str(&format!(
        "  background: |\n    {name} is een verzonnen gemeente met {inhabitants} inwoners. De \
         bedrijventerreinen, het buitengebied en de winkelstraten vragen elk om een eigen aanpak.\n\n    \
         De rekenkamer wilde weten hoe de gemeente ermee omgaat, en wat de raad daarvan ziet.\n  \
         method: |\n    Wij toetsten stukken, cijfers en gesprekken over 2023 tot en met 2025 aan \
         vijf normenkaders. De gemeente controleerde in februari 2026 de feiten.\n  \
         central-question:\n    question: Is de aanpak van ondermijning in {name} zo ingericht en \
         uitgevoerd dat zij kan werken?\n    answer: |\n      Voor een deel. Wat goed gaat en wat \
         beter moet, verschilt per normenkader.\n  sub-questions:\n    - id: DV-1\n      \
         question: Heeft de gemeente een samenhangend beleid, met genoeg mensen?\n      answer: |\n        \
         Deels. Het beleid staat op papier; de uitvoering loopt achter.\n    - id: DV-2\n      \
         question: Werkt de gemeente goed samen met ondernemers en inwoners?\n      answer: |\n        \
         Per project. Een vast verband is er niet overal.\n    - id: DV-3\n      \
         question: Vult de raad zijn rol goed in?\n      answer: |\n        De raad stelt vragen, en \
         krijgt niet altijd antwoord.\n  colofon: |\n    Dit is een verzonnen onderzoek.\n\n\
         frameworks: [{}]\n",
        ids.join(", ")
    ));
    out.push_str(&conclusions(frameworks, low));
    out.push_str(&peers(town, dice));
    out.push_str(&indicators(dice));
    out.push_str("\naccepted:\n");
    for id in ids {
        out.push_str(&format!(
            "  - code: R376\n    about: {id}\n    reason: Alle gemeenten zijn langs dezelfde grenzen gelegd.\n"
        ));
    }
    out
}

/// A conclusion and a recommendation for each framework of which criteria fall short.
fn conclusions(frameworks: &[Arc<Framework>], low: &[String]) -> String {
    let (mut conclusions, mut advice) = (String::new(), String::new());
    for (place, framework) in frameworks.iter().enumerate() {
        let own: Vec<&str> = framework
            .criteria
            .iter()
            .map(|c| c.id.as_str())
            .filter(|id| low.iter().any(|l| l == id))
            .collect();
        if own.is_empty() {
            continue;
        }
        let number = place + 1;
        let findings: Vec<String> = own.iter().map(|id| format!("B-{id}")).collect();
        conclusions.push_str(&format!(
            "  - id: C{number}\n    title: \"{title}: een deel van de normen is niet gehaald\"\n    text: |\n      \
             Wat wij vonden, staat bij elke norm in de bijlage. De gemeente kan dit zelf verbeteren.\n    \
             criteria: [{}]\n    findings: [{}]\n",
            own.join(", "),
            findings.join(", "),
            title = framework.title
        ));
        advice.push_str(&format!(
            "  - id: A{number}\n    addressee: {}\n    title: \"Maak een plan voor {}\"\n    text: |\n      Kies wat het \
             eerst moet. Noem bij elke norm wie haar oppakt en wanneer, en meld de raad de voortgang.\n    \
             conclusions: [C{number}]\n",
            ["college", "raad-en-college", "burgemeester", "college", "griffie"][place % 5],
            framework.title.to_lowercase()
        ));
    }
    match conclusions.is_empty() {
        true => String::new(),
        false => format!("\nconclusions:\n{conclusions}\nrecommendations:\n{advice}"),
    }
}

/// The numbers of seven others, whose median is 5,6 fte per 100.000 inhabitants.
fn peers(town: &Town, dice: &mut Dice) -> String {
    let mut out =
        "\npeers:\n  - criterion: CA-1\n    unit: fte\n    source: R02\n    selection: Zeven \
                   verzonnen gemeenten van ongeveer deze omvang.\n    municipalities:\n"
            .to_owned();
    for (place, rate) in [31, 42, 50, 56, 61, 70, 83].into_iter().enumerate() {
        // Sizes in whole hundreds of thousands of the rate's tenths would be no sizes of towns;
        // fte in hundredths keeps the rates near enough.
        let inhabitants =
            u64::from(town.inhabitants) / 1000 * 1000 + 1000 + u64::from(dice.between(0, 9)) * 100;
        let hundredths = rate * inhabitants / 10_000;
        out.push_str(&format!(
            "      - {{name: Anderdam {}, inhabitants: {inhabitants}, value: {}.{:02}}}\n",
            place + 1,
            hundredths / 100,
            hundredths % 100
        ));
    }
    out
}

/// Three numbers that count for nothing.
fn indicators(dice: &mut Dice) -> String {
    let all = [
        ("Verdachte transacties per 1.000 inwoners", "per 1.000 inwoners", 32),
        ("Hennepkwekerijen per 10.000 inwoners", "per 10.000 inwoners", 16),
        ("Aandeel leegstaande panden op bedrijventerreinen", "%", 64),
    ];
    let mut out = "\ncontext-indicators:\n".to_owned();
    for (place, (name, unit, middle)) in all.into_iter().enumerate() {
        let value = dice.between(middle / 2, middle * 2);
        out.push_str(&format!(
            "  - id: CI-{}\n    name: {name}\n    value: {}.{}\n    unit: \"{unit}\"\n    date: 2024\n    \
             source: R02\n    reference: {{name: landelijk gemiddelde (fictief), value: {}.{}, source: R02}}\n",
            place + 1,
            value / 10,
            value % 10,
            middle / 10,
            middle % 10
        ));
    }
    out
}

/// `sources.yaml`: documents, interviews, a group session, an observation and data.
pub fn sources(town: &Town, dice: &mut Dice) -> String {
    let documents = [
        "Integraal veiligheidsplan 2023–2026",
        "Raadsbesluiten en raadsbrieven over veiligheid",
        "Uitvoeringsprogramma en verslagen van het overleg",
        "Bibob-beleidsregel en werkafspraken",
        "Ondermijningsbeeld",
        "Openbare samenvatting van het ondermijningsbeeld",
        "Begrotingen en jaarstukken",
        "Convenant met ondernemers",
        "Register van beleidsregels en besluiten",
    ];
    let interviews = [
        "Medewerker veiligheid",
        "Medewerker vergunningen",
        "Voorzitter van een ondernemersvereniging",
        "Medewerker toezicht",
    ];
    let mut out = "# Verzonnen.\nsources:\n".to_owned();
    for (place, title) in documents.into_iter().enumerate() {
        let (number, month) = (place + 1, dice.between(1, 12));
        let rest = if number == 6 { ", derived-from: [D05]" } else { "" };
        let count = dice.between(2, 30);
        out.push_str(&format!(
            "  - {{code: D{number:02}, kind: document, title: \"{title}\", author: \"Gemeente {}\", \
             date: 2025-{month:02}, count: {count}{rest}}}\n",
            town.name
        ));
    }
    for (place, title) in interviews.into_iter().enumerate() {
        let day = dice.between(1, 28);
        out.push_str(&format!(
            "  - {{code: I{:02}, kind: interview, title: \"{title}\", date: 2025-11-{day:02}, count: 2}}\n",
            place + 1
        ));
    }
    out.push_str(
        "  - {code: G01, kind: group-session, title: \"Groepsgesprek met raadsleden\", date: 2025-11-25}\n  \
         - {code: W01, kind: observation, title: \"Inzage in dossiers\", date: 2025-12-09, note: \"Wij telden \
         alleen of een onderdeel er was.\"}\n  \
         - {code: R01, kind: data, title: \"Registraties van personeel, uren en zaken\", date: 2025-12-31}\n  \
         - {code: R02, kind: data, title: \"Cijferbank van verzonnen gemeenten\", date: 2025-12}\n",
    );
    out
}
