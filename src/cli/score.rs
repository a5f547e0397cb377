//! `rekenkamer score`: prints judgements, coverage and evidence strength.

use super::names::existing_path;
use super::options::{Csv, Depfile};
use super::outcome::Outcome;
use super::tell;
use super::tell::Terminal;
use crate::files::write_alone;
use crate::model::{self, FrameworkScore, Protected};
use crate::pipeline::{Rule, write_depfile};
use crate::pipeline::{Scored, scored};
use crate::privacy::{Cleared, Guard, Outgoing, Typed, clear};
use crate::sheets::{Dialect, safe};
use crate::view::judgement::{chosen, headline, tally, verdict};
use crate::view::words;
use anyhow::Result;
use clap::ValueEnum;
use comfy_table::{ContentArrangement, Table, presets};
use std::path::{Path, PathBuf};

/// How the outcome is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for the terminal
    Table,
    /// The scorecard as JSON
    Json,
    /// One line per criterion
    Csv,
}

/// Arguments of `score`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folders of the cases
    #[arg(required = true, value_name = "CASE", value_parser = existing_path())]
    cases: Vec<PathBuf>,
    /// In which form; without this as the name of the file ends, else a table
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write to this file instead of the screen
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    csv: Csv,
    #[command(flatten)]
    depfile: Depfile,
}

impl Args {
    fn format(&self) -> Format {
        let ending = self.output.as_ref().and_then(|path| path.extension());
        self.format.unwrap_or(match ending.map(|ending| ending.to_ascii_lowercase()) {
            Some(ending) if ending == "json" => Format::Json,
            Some(ending) if ending == "csv" => Format::Csv,
            _ => Format::Table,
        })
    }
}

/// Scores cases and prints or writes the outcome.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut prepared = scored(&args.cases);
    if prepared.has_errors() {
        tell::problems(&prepared.report, &prepared.sources);
        tell::line(&tell::summary(&prepared.report.sorted()));
        return Ok(Outcome::Errors);
    }
    let (name, text) = match args.format() {
        Format::Table => ("scores", prepared.cases.iter().map(table).collect()),
        Format::Json => ("scorekaart.json", json(&prepared.cases)?),
        Format::Csv => ("scores.csv", csv(&prepared.cases, args.csv.dialect())?),
    };
    // Output about several cases must not contain the protected names of any.
    let mut protected = Protected::default();
    prepared.cases.iter().for_each(|c| protected.extend(c.case.protected.clone()));
    let towns: Vec<&str> = prepared.cases.iter().map(|c| c.case.body.name.as_str()).collect();
    let guard = Guard::of(&protected, &towns);
    let typed = Typed { texts: &prepared.texts, sources: &prepared.sources, folders: &[] };
    let out = vec![match &args.output {
        Some(path) => Outgoing { path: path.clone(), bytes: text.into_bytes() },
        None => Outgoing::new(Path::new(""), name, text),
    }];
    let cleared = clear(&guard, out, &typed, &mut prepared.report);
    tell::problems(&prepared.report, &prepared.sources);
    match cleared {
        Some(files) => publish(args, &files, &prepared.cases, &guard),
        None => {
            tell::line(&tell::summary(&prepared.report.sorted()));
            Ok(Outcome::Errors)
        }
    }
}

/// Writes or prints the cleared output.
fn publish(args: &Args, files: &[Cleared], cases: &[Scored], guard: &Guard) -> Result<Outcome> {
    let rule = || {
        let inputs = cases.iter().flat_map(Scored::inputs).collect();
        let targets = files.iter().map(|file| file.path().to_owned()).collect();
        vec![Rule { targets, inputs }]
    };
    if !write_depfile(args.depfile.path.as_deref(), rule, [guard], &Terminal)? {
        return Ok(Outcome::Errors);
    }
    if args.output.is_none() {
        files.iter().try_for_each(tell::publish)?;
        return Ok(Outcome::Fine);
    }
    let written: Vec<PathBuf> = files.iter().map(write_alone).collect::<Result<_>>()?;
    tell::names(&written)?;
    Ok(Outcome::Fine)
}

/// The JSON: one scorecard, or a list if there are several cases.
fn json(cases: &[Scored]) -> Result<String> {
    let cards: Vec<_> = cases.iter().map(|c| &c.scorecard).collect();
    let json = match cards.as_slice() {
        [one] => serde_json::to_string_pretty(one)?,
        several => serde_json::to_string_pretty(several)?,
    };
    Ok(format!("{json}\n"))
}

fn table(scored: &Scored) -> String {
    let case = &scored.case;
    let status = words::status(case.study.status);
    let label = case.body.kind.label(&case.body.name);
    let mut out = format!("{label} ({}): {status}\n", case.name);
    for (framework, score) in case.frameworks.iter().zip(&scored.scorecard.frameworks) {
        out.push_str(&format!("\n{}\n", framework.titled()));
        let mut table = Table::new();
        table
            .load_style(presets::UTF8_FULL_CONDENSED)
            .set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(width());
        table.set_header(["norm", "naam", "oordeel", "onderbouwing", "let op"]);
        for (criterion, judgement) in framework.criteria.iter().zip(&score.judgements) {
            let strength = judgement.outcome.level().map(|_| words::strength(judgement.strength));
            table.add_row([
                criterion.id.clone(),
                criterion.name.clone(),
                words::outcome(judgement.outcome).to_string(),
                strength.unwrap_or("").to_owned(),
                remarks(judgement),
            ]);
        }
        out.push_str(&format!("{table}\n"));
        out.push_str(&closing(framework, score));
    }
    out
}

fn closing(framework: &crate::model::Framework, score: &FrameworkScore) -> String {
    let counted = match score.rule {
        model::Rule::None => String::new(),
        _ => format!("{}. ", tally(score)),
    };
    let duties = score.counts.duties;
    let law = match duties.complied + duties.breached + duties.unknown {
        0 => String::new(),
        _ => format!(
            " Wettelijke plichten: {} nageleefd, {} niet nageleefd, {} niet vast te stellen.",
            duties.complied, duties.breached, duties.unknown
        ),
    };
    let chosen = match chosen(score) {
        all if all.is_empty() => all,
        some => format!("{some}. "),
    };
    format!("{}. {counted}{chosen}{}{law}\n", headline(score), verdict(framework, score))
}

fn remarks(judgement: &crate::model::Judgement) -> String {
    let mut out = Vec::new();
    if judgement.legal_duty {
        out.push("wettelijke plicht");
    }
    match judgement.conflict {
        Some(conflict) if conflict.resolved => out.push("tegenspraak opgelost"),
        Some(_) => out.push("tegenspraak"),
        None => {}
    }
    if judgement.overruled {
        out.push("afgeweken van het afgeleide oordeel");
    }
    out.join(", ")
}

/// The width of the terminal from `COLUMNS`, else a hundred columns.
fn width() -> u16 {
    std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok()).unwrap_or(100)
}

fn csv(cases: &[Scored], dialect: Dialect) -> Result<String> {
    let mut writer = dialect.writer(Vec::new())?;
    let mut kinds: Vec<_> = cases.iter().map(|scored| scored.case.body.kind).collect();
    kinds.dedup();
    let body = if let [kind] = kinds.as_slice() { kind.noun() } else { "organisatie" };
    writer.write_record([
        "case",
        body,
        "kader",
        "versie",
        "norm",
        "gewicht",
        "oordeel",
        "onderbouwing",
        "wettelijke plicht",
        "tegenspraak",
        "afgeweken",
    ])?;
    for scored in cases {
        for framework in &scored.scorecard.frameworks {
            for judgement in &framework.judgements {
                let yes = |b: bool| if b { "ja" } else { "nee" };
                let strength =
                    judgement.outcome.level().map(|_| words::strength(judgement.strength));
                writer.write_record([
                    &safe(&scored.case.name),
                    &safe(&scored.case.body.name),
                    &framework.framework,
                    &framework.version,
                    &judgement.criterion,
                    &judgement.weight.to_string(),
                    judgement.outcome.key(),
                    strength.unwrap_or(""),
                    yes(judgement.legal_duty),
                    words::contradiction(judgement.conflict),
                    yes(judgement.overruled),
                ])?;
            }
        }
    }
    Ok(String::from_utf8_lossy(&writer.into_inner()?).into_owned())
}
