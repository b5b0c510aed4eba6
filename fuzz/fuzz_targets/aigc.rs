//! Any text as an AI label.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redress_media::{Place, parsers};

fuzz_target!(|bytes: &[u8]| {
    let mut told = 0;
    let found = parsers::aigc(Place::Xmp, bytes, &mut |_| told += 1);
    assert!(found.is_some() || told > 0);
});
