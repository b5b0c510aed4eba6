//! Any bytes as a manifest store of C2PA: boxes (JUMBF), CBOR, claim, signature and certificate.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redress_media::parsers;

fuzz_target!(|bytes: &[u8]| {
    let mut told = 0;
    let found = parsers::c2pa(bytes, &mut |_| told += 1);
    assert!(found.is_some() || told > 0);
});
