//! `rekenkamer hearing`: records what is sent to those who check the facts.

use super::names::existing_path;
use super::new::{date, day};
use super::outcome::Outcome;
use super::{revise, schema, tell};
use crate::diagnostics::{Code, Diagnostic, phrase, portable};
use crate::load::Loader;
use crate::model::{Heard, PartialDate};
use crate::pipeline::{assets, hearing_now};
use crate::privacy::Outgoing;
use anyhow::Result;
use chrono::NaiveDate;
use std::path::PathBuf;

/// Arguments of `hearing`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the case
    #[arg(value_name = "CASE", value_parser = existing_path())]
    case: PathBuf,
    /// The day on which it is sent
    #[arg(long, value_name = "DATE", value_parser = day)]
    sent: NaiveDate,
    /// The last day for remarks
    #[arg(long, value_name = "DATE", value_parser = date)]
    due: Option<PartialDate>,
    /// Leave the judgements out
    #[arg(long)]
    without_judgements: bool,
    /// Record that it is sent once more, with the text of now
    #[arg(long, conflicts_with = "without_judgements", requires = "due")]
    again: bool,
    /// Write the changes; without this they are only shown
    #[arg(long)]
    write: bool,
}

/// Shows what is recorded of a text for the hearing, and writes it where that was asked for.
pub fn run(args: &Args) -> Result<Outcome> {
    let (mut prepared, now) = hearing_now(&args.case, args.without_judgements);
    let before = prepared.cases.first().and_then(|scored| scored.case.hearing.clone());
    let before = before.and_then(|hearing| hearing.heard);
    let case = portable(&args.case);
    match &before {
        Some(before) if !args.again => {
            let diagnostic = Diagnostic::of_file(Code::AlreadySent, &case);
            prepared.report.push(diagnostic.with("sent", before.sent.to_string()));
        }
        None if args.again && !prepared.has_errors() => {
            let diagnostic = Diagnostic::of_file(Code::NothingSent, &case);
            prepared.report.push(diagnostic.with("case", &case));
        }
        _ => {}
    }
    let sent_now = PartialDate::Day(args.sent);
    let earlier = |option: &str, date: PartialDate, sent: PartialDate| {
        let diagnostic = Diagnostic::of_file(Code::BeforeHearing, option);
        let diagnostic = diagnostic.with("value", date.to_string()).with("sent", sent.to_string());
        (date.last() < sent.first()).then_some(diagnostic)
    };
    let due = args.due.and_then(|due| earlier("--due", due, sent_now));
    let sent = before.as_ref().and_then(|before| earlier("--sent", sent_now, before.sent));
    due.into_iter().chain(sent).for_each(|wrong| prepared.report.push(wrong));
    let errors = prepared.has_errors();
    if errors {
        tell::problems(&prepared.report, &prepared.sources);
        return Ok(Outcome::Errors);
    }
    let heard = Heard {
        sent: sent_now,
        round: before.as_ref().map_or(1, |before| before.round + 1),
        judgements: before.map_or(!args.without_judgements, |before| before.judgements),
        paragraphs: now.map(|now| now.paragraphs).unwrap_or_default(),
    };
    let mut loader = Loader::new(assets());
    let Some((revisions, new)) = loader.sending(&args.case, &heard, args.due) else {
        return Ok(revise::refused(&mut loader));
    };
    let ties = schema::ties(&args.case)?;
    let new: Vec<Outgoing> = new
        .into_iter()
        .map(|(name, text)| {
            let text = ties.map_or_else(|| text.clone(), |ties| ties.tie(&name, &text));
            Outgoing::new(&args.case, &name, text)
        })
        .collect();
    revise::show(&revisions, &new)?;
    let count = phrase("hearing-paragraphs").with("count", heard.paragraphs.len());
    tell::result(&format!("{}\n", tell::words(&count)))?;
    let done = revise::store(&args.case, revisions, new, args.write)?;
    if args.write && matches!(done, Outcome::Fine) {
        tell::say(&phrase("hearing-next").with("case", tell::pasted(&args.case)));
    }
    Ok(done)
}
