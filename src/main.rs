//! The program `rekenkamer`; all it does is in the library.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Typesetting asks for and gives back memory in very many small pieces.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    rekenkamer::cli::run()
}
