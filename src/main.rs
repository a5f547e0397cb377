//! The program `rekenkamer`; all it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    rekenkamer::cli::run()
}
