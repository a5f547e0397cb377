//! `rekenkamer export`: a case as a workbook, for who works in a spreadsheet.

use super::names::existing_path;
use super::outcome::Outcome;
use super::tell;
use super::tell::Terminal;
use crate::pipeline::{ExportRequest, export};
use anyhow::Result;
use clap::ValueEnum;
use std::path::PathBuf;

/// In which form a case is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For Excel
    Xlsx,
    /// OpenDocument, for LibreOffice among others
    Ods,
}

/// Arguments of `export`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the case
    #[arg(value_name = "CASE", value_parser = existing_path())]
    case: PathBuf,
    /// In which form
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "xlsx")]
    format: Format,
    /// Also rows that name somebody who is protected; only in a folder that git ignores
    #[arg(long)]
    internal: bool,
    /// The folder in which the case gets its folder
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    output: PathBuf,
}

/// Writes a case as a workbook.
pub fn run(args: &Args) -> Result<Outcome> {
    let request = ExportRequest {
        case: args.case.clone(),
        ods: args.format == Format::Ods,
        internal: args.internal,
        output: args.output.clone(),
    };
    tell::written(export(&request, &Terminal)?)
}
