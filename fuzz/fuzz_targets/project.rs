#![no_main]

use rekenkamer_fuzz::entries;

libfuzzer_sys::fuzz_target!(|data: &[u8]| entries::project(data));
