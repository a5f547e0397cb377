//! `rekenkamer watch`: typesets a document again at every change, with a preview in the browser.

mod changes;
mod round;
mod screen;

use super::language::language;
use super::names::existing_path;
use super::nota::Document;
use super::outcome::Outcome;
use super::tell;
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, phrase};
use crate::parallel::STACK;
use crate::pipeline::Workbench;
use crate::pipeline::assets;
use crate::preview::Preview;
use anyhow::{Context as _, Result, anyhow};
use changes::{Change, Changes};
use round::message;
use screen::Screen;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::Instant;

/// Arguments of `watch`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the case
    #[arg(value_name = "CASE", value_parser = existing_path())]
    case: PathBuf,
    /// Which document
    #[arg(long, value_enum, default_value = "nota", value_name = "DOCUMENT")]
    document: Document,
    /// The folder in which the case gets a folder
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    output: PathBuf,
    /// The port of the preview; else 8080, or a free port where that is taken
    #[arg(long, value_name = "PORT", value_parser = port)]
    port: Option<u16>,
    /// Leave the preview in the browser out
    #[arg(long, conflicts_with = "port")]
    no_preview: bool,
}

fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| tell::words(&phrase("usage-port")))
}

/// Typesets a document of a case at every change, until the user stops it.
pub fn run(args: &Args) -> Result<Outcome> {
    let preview = match (args.no_preview, args.port) {
        (true, _) => None,
        (false, port) => match Preview::open(port, assets(), language()) {
            Ok(preview) => Some(preview),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                let shown = port.unwrap_or_default().to_string();
                let diagnostic = Diagnostic::of_file(Code::PortTaken, "--port");
                return Ok(refuse(diagnostic.with("value", shown)));
            }
            Err(error) => {
                return Err(error).with_context(|| tell::words(&phrase("preview-in-browser")));
            }
        },
    };
    std::thread::scope(|scope| {
        let work = || watch(args, preview.as_ref());
        let worker = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work)?;
        worker.join().map_err(|_| anyhow!(tell::words(&phrase("setting-broke"))))
    })
}

fn refuse(diagnostic: Diagnostic) -> Outcome {
    let mut report = Report::default();
    report.push(diagnostic);
    tell::problems(&report, &SourceMap::default());
    Outcome::Errors
}

/// Watches without end. Failures are reported, and the next change tries again.
fn watch(args: &Args, preview: Option<&Preview>) -> Outcome {
    let kind = args.document.kind();
    let address = preview.map(Preview::address);
    let screen = Screen::new(&args.case, address.as_deref());
    let mut changes = Changes::new(&args.case);
    let mut workbench = Workbench::new(&args.case, kind, &args.output);
    let mut change = Change { noticed: Instant::now(), theme: false };
    loop {
        if change.theme {
            workbench.take_theme();
        }
        // A panic of the program must not end the watch.
        let round = AssertUnwindSafe(|| {
            workbench.round(change.noticed, preview, |round| {
                let message = message(round);
                screen.show(round, &message);
                message
            });
        });
        if catch_unwind(round).is_err() {
            screen.broke();
        }
        changes.look_also_at(workbench.read());
        change = changes.wait(|reason| screen.no_events(reason));
    }
}
