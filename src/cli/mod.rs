//! The command line: one file per subcommand, results on stdout, everything else on stderr.

mod check;
mod compare;
mod explain;
mod export;
mod framework;
mod hearing;
mod help;
mod import;
mod language;
mod merge;
mod metadossier;
mod names;
mod new;
mod nota;
mod options;
mod outcome;
mod packaging;
mod participants;
mod publish;
mod qda;
mod register;
mod render;
mod revise;
mod schema;
mod score;
mod start;
mod status;
mod take;
mod tell;
mod trace;
mod version;
mod watch;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use language::language;
use outcome::Outcome;
use std::process::ExitCode;

/// Exit status: errors found in the user's files.
const FOUND_ERRORS: u8 = 1;
/// Exit status: wrong usage of the command line.
const WRONG_USAGE: u8 = 2;
/// Exit status: the system refused (no permission, a full disk).
const MACHINE_FAILED: u8 = 3;

/// From findings to a report for the council
#[derive(Debug, Parser)]
#[command(name = "rekenkamer", version, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a new case, or add a framework to one, with every criterion waiting to be filled in
    New(new::Args),
    /// Make a framework, list those that there are, or bring a case to a new version
    Framework(framework::Args),
    /// Find all problems in cases, each at its place
    Check(check::Args),
    /// Show where studies stand, what is next, and what waits for whom
    Status(status::Args),
    /// Explain what the code of a message means, with an example
    Explain(explain::Args),
    /// Follow a code in a case: what does this rest on, and what rests on it?
    Trace(trace::Args),
    /// Show judgements, coverage and evidence
    Score(score::Args),
    /// Write the report for the council, in Markdown and PDF
    Nota(nota::Args),
    /// Write a case as a workbook, for who works in a spreadsheet
    Export(export::Args),
    /// Take over a form or a workbook that came back filled in
    Import(import::Args),
    /// Merge two versions of a file of a case by key, as a merge driver of git
    Merge(merge::Args),
    /// Record what is sent to those who check the facts
    Hearing(hearing::Args),
    /// Make the folder with which a study is made public: documents, metadata, checksums, a page
    Publish(publish::Args),
    /// Lay audits of municipalities side by side
    Compare(compare::Args),
    /// Put questions, norms, conclusions and recommendations of many studies in one workbook
    Metadossier(metadossier::Args),
    /// Follow what became of the recommendations of all studies
    Register(register::Args),
    /// Set a nota.md again, also one that was edited by hand
    Render(render::Args),
    /// Show JSON Schemas of the files, with which an editor helps to fill them in
    Schema(schema::Args),
    /// Set a document again at every change, with a preview in the browser
    Watch(watch::Args),
    /// Print the script with which a shell completes commands
    Completions(packaging::Completions),
    /// Write a manual page of each command, for packagers
    #[command(hide = true)]
    ManualPages(packaging::ManualPages),
}

/// Runs the program with the arguments of this process.
#[must_use]
pub fn run() -> ExitCode {
    let matches = help::spoken(Cli::command(), language());
    // Shells of Windows do not expand a `*`.
    let matches = matches.try_get_matches_from(wild::args_os());
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return misspelt(&error),
    };
    let Some(command) = cli.command else {
        return ended(start::run());
    };
    if let Command::New(args) = &command
        && let Some(error) = args.incomplete()
    {
        return misspelt(&error);
    }
    ended(match command {
        Command::New(args) => match args.study() {
            Some((study, table)) => participants::run(&args, study, table),
            None => new::run(&args),
        },
        Command::Hearing(args) => hearing::run(&args),
        Command::Framework(args) => framework::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Status(args) => status::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Trace(args) => trace::run(&args),
        Command::Score(args) => score::run(&args),
        Command::Nota(args) => nota::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Merge(args) => merge::run(&args),
        Command::Publish(args) => publish::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Metadossier(args) => metadossier::run(&args),
        Command::Register(args) => register::run(&args),
        Command::Render(args) => render::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Watch(args) => watch::run(&args),
        Command::Completions(args) => packaging::completions(&args, Cli::command()),
        Command::ManualPages(args) => packaging::manual_pages(&args, Cli::command()),
    })
}

/// The exit status of a command. If the system refused, the reason is printed first.
fn ended(done: anyhow::Result<Outcome>) -> ExitCode {
    match done {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Errors) => ExitCode::from(FOUND_ERRORS),
        // A reader that closed the pipe needs no more output: that is no failure.
        Err(error) if closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            tell::failure(&error);
            ExitCode::from(MACHINE_FAILED)
        }
    }
}

/// Prints why a command line is invalid. Requests for help or the version also come here, and
/// succeed.
fn misspelt(error: &clap::Error) -> ExitCode {
    if error.kind() == ErrorKind::DisplayVersion {
        return ended(tell::result(&format!("{}\n", version::carried())).map(|()| Outcome::Fine));
    }
    match help::refusal(error, language()) {
        Some(text) => {
            tell::line(text.trim_end());
            ExitCode::from(WRONG_USAGE)
        }
        None => error.exit(),
    }
}

fn closed_pipe(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<std::io::Error>();
    io.is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}
