//! The command line: one file a subcommand, results on stdout, all else on stderr.

mod check;
mod compare;
mod depfile;
mod edits;
mod new;
mod nota;
mod prepare;
mod privacy;
mod release;
mod render;
mod schema;
mod score;
mod set;
mod tell;
mod trace;
mod watch;

use clap::{Arg, ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand};
use std::process::ExitCode;

/// Exit status: errors found in the user's files.
const FOUND_ERRORS: u8 = 1;
/// Exit status: the machine failed us.
const MACHINE_FAILED: u8 = 3;

/// Van bevindingen naar een bestuurlijke nota
#[derive(Debug, Parser)]
#[command(
    name = "rekenkamer",
    version,
    about = "Van bevindingen naar een bestuurlijke nota",
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Maak een nieuwe case, met elke norm klaar om in te vullen
    New(new::Args),
    /// Zoek alle problemen in cases, elk op zijn plaats
    Check(check::Args),
    /// Volg een code in een case: waar rust dit op, en wat rust hierop?
    Trace(trace::Args),
    /// Toon oordelen, dekking en onderbouwing
    Score(score::Args),
    /// Schrijf de bestuurlijke nota, in Markdown en PDF
    Nota(nota::Args),
    /// Leg onderzoeken bij gemeenten naast elkaar
    Compare(compare::Args),
    /// Zet een nota.md opnieuw, ook een die met de hand is bewerkt
    Render(render::Args),
    /// Toon JSON-schema's van de bestanden, waarmee een editor helpt invullen
    Schema(schema::Args),
    /// Zet een document opnieuw bij elke wijziging, met een voorbeeld in de browser
    Watch(watch::Args),
}

/// What a subcommand came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All went well.
    Fine,
    /// Errors were found in the user's files.
    Errors,
}

/// Runs the program with the arguments of this process.
#[must_use]
pub fn run() -> ExitCode {
    let matches = dutch(Cli::command()).get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let done = match cli.command {
        Command::New(args) => new::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Trace(args) => trace::run(&args),
        Command::Score(args) => score::run(&args),
        Command::Nota(args) => nota::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Render(args) => render::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Watch(args) => watch::run(&args),
    };
    match done {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Errors) => ExitCode::from(FOUND_ERRORS),
        // A reader that closed the pipe has what it wanted.
        Err(error) if closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            tell::failure(&error);
            ExitCode::from(MACHINE_FAILED)
        }
    }
}

/// The words of the help that clap itself has only in English.
fn dutch(command: clap::Command) -> clap::Command {
    let template = if command.has_subcommands() {
        "{about}\n\nGebruik: {usage}\n\nOpdrachten:\n{subcommands}\n\nOpties:\n{options}\n"
    } else {
        "{about}\n\nGebruik: {usage}\n\nInvoer:\n{positionals}\n\nOpties:\n{options}\n"
    };
    let help = Arg::new("hulp").short('h').long("help").action(ArgAction::Help);
    let command = command
        .help_template(template)
        .disable_help_flag(true)
        .arg(help.help("Toon deze hulp"))
        .mut_subcommands(dutch);
    if command.get_version().is_none() {
        return command;
    }
    let version = Arg::new("versie").short('V').long("version").action(ArgAction::Version);
    command.disable_version_flag(true).arg(version.help("Toon de versie"))
}

fn closed_pipe(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<std::io::Error>();
    io.is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}
