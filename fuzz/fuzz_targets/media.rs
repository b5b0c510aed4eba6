//! Any bytes read as each kind of media file: no panic, no hang, and what is not whole is told.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redress_media::{Kind, describe};
use std::io::Cursor;

fuzz_target!(|bytes: &[u8]| {
    for kind in [Kind::Jpeg, Kind::Png, Kind::Webp, Kind::Bmff, Kind::Pdf] {
        let (statement, findings) = describe(kind, "fuzz", &mut Cursor::new(bytes));
        assert!(statement.complete || !findings.is_empty());
        assert!(findings.iter().all(|one| one.level < redress_base::Level::Error));
    }
});
