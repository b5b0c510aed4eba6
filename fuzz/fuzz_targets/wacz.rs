//! Any bytes read as a WACZ: no panic, no hang, and what is not whole is told.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redress_webarchive::{Kind, describe};
use std::io::Cursor;

fuzz_target!(|bytes: &[u8]| {
    let (description, findings) = describe(Kind::Wacz, "fuzz", &mut Cursor::new(bytes));
    assert!(description.complete || findings.iter().any(|one| one.level == redress_base::Level::Error));
    assert!(description.parts.iter().all(|part| part.start <= part.end));
});
