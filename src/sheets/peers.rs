//! Writes the figures of a comparison to a file that a case can refer to.

use crate::dutch::{enumeration, rounded};
use crate::model::PEERS_FORMAT;
use crate::model::{Amount, Comparison};
use anyhow::Result;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct PeersFile {
    format: String,
    program: String,
    selection: String,
    made_from: Vec<MadeFrom>,
    peers: Vec<Set>,
}

#[derive(Serialize)]
struct MadeFrom {
    case: String,
    municipality: String,
    scorecard: String,
}

#[derive(Serialize)]
struct Set {
    framework: String,
    version: String,
    criterion: String,
    unit: String,
    municipalities: Vec<Peer>,
}

#[derive(Serialize)]
struct Peer {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    inhabitants: Option<u32>,
    value: String,
}

/// A number as a researcher types it. A counted share gets as many decimals as may be typed.
fn typed(given: Amount) -> String {
    match given {
        Amount::Given(number) => number.to_string().replace('.', ","),
        Amount::Counted(counted) => {
            let text = rounded(counted.percentage(), 4);
            text.trim_end_matches('0').trim_end_matches(',').to_owned()
        }
    }
}

/// The quantities of all criteria, with the municipalities and scorecards that they come from, as
/// YAML.
///
/// # Errors
/// Never, for a comparison that fits in memory.
pub fn peers_file(comparison: &Comparison, title: &str) -> Result<String> {
    let names: Vec<String> = comparison.members.iter().map(|m| m.name.clone()).collect();
    let mut sets = Vec::new();
    for figure in &comparison.figures {
        let Some(criterion) = &figure.criterion else { continue };
        let uses = |f: &&crate::model::FrameworkComparison| {
            f.criteria.iter().any(|c| c.criterion == *criterion)
        };
        let Some(framework) = comparison.frameworks.iter().find(uses) else { continue };
        let peer = |value: &crate::model::FigureValue| {
            let member = comparison.members.get(value.member)?;
            Some(Peer {
                name: member.name.clone(),
                inhabitants: member.inhabitants,
                value: typed(value.given?),
            })
        };
        sets.push(Set {
            framework: framework.framework.clone(),
            version: framework.version.clone(),
            criterion: criterion.clone(),
            unit: figure.unit.clone(),
            municipalities: figure.values.iter().filter_map(peer).collect(),
        });
    }
    let file = PeersFile {
        format: PEERS_FORMAT.to_owned(),
        program: comparison.program.clone(),
        selection: format!(
            "De {} van ‘{title}’: {}.",
            comparison.kind.plural(),
            enumeration(&names)
        ),
        made_from: comparison
            .members
            .iter()
            .map(|m| MadeFrom {
                case: m.case.clone(),
                municipality: m.name.clone(),
                scorecard: m.seal.clone(),
            })
            .collect(),
        peers: sets,
    };
    let yaml = serde_yaml::to_string(&file)?;
    let (article, noun) = (comparison.kind.article(), comparison.kind.noun());
    Ok(format!(
        "# Cijfers uit een vergelijking, gemaakt door rekenkamer. Noem dit bestand in een\n# case.yaml onder `peers-from`; {article} eigen {noun} telt dan niet mee.\n{yaml}"
    ))
}
