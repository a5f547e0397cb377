//! `rekenkamer metadossier`: one workbook of the conclusions and recommendations of many studies.

use super::names::{existing_path, folder_name};
use super::options::Csv;
use super::outcome::Outcome;
use super::tell;
use super::tell::Terminal;
use crate::pipeline::{MetadossierFormat, MetadossierRequest, metadossier};
use anyhow::Result;
use clap::ValueEnum;
use std::path::PathBuf;

/// In which form a metadossier is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A workbook
    Xlsx,
    /// A workbook for LibreOffice among others
    Ods,
    /// A file for each sheet
    Csv,
}

/// Arguments of `metadossier`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folders of cases, or folders with cases in them
    #[arg(required = true, value_name = "CASE", value_parser = existing_path())]
    cases: Vec<PathBuf>,
    /// In which forms, separated by commas
    #[arg(long, value_enum, value_delimiter = ',', default_value = "xlsx,ods")]
    format: Vec<Format>,
    #[command(flatten)]
    csv: Csv,
    /// The folder in which the metadossier gets its folder
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    output: PathBuf,
    /// The name of the folder of the metadossier
    #[arg(long, value_name = "NAME", default_value = "metadossier", value_parser = folder_name)]
    name: String,
}

/// Writes a metadossier. If there is any error, nothing is written.
pub fn run(args: &Args) -> Result<Outcome> {
    let all = Format::value_variants().iter().filter(|one| args.format.contains(one));
    let format = |format: &Format| match format {
        Format::Xlsx => MetadossierFormat::Xlsx,
        Format::Ods => MetadossierFormat::Ods,
        Format::Csv => MetadossierFormat::Csv(args.csv.dialect()),
    };
    let request = MetadossierRequest {
        cases: args.cases.clone(),
        formats: all.map(format).collect(),
        output: args.output.clone(),
        name: args.name.clone(),
    };
    match metadossier(&request, &Terminal)? {
        Some(paths) => {
            tell::names(&paths)?;
            Ok(Outcome::Fine)
        }
        None => Ok(Outcome::Errors),
    }
}
