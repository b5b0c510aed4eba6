//! Any text as a checkpoint, as a request for a cosignature, and as the path of a tile: each has one spelling.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redress_evidence::checkpoint::Checkpoint;
use redress_evidence::merkle;
use redress_evidence::tiles::Tile;
use redress_evidence::witness::Request;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(checkpoint) = Checkpoint::parse(text) {
        assert_eq!(checkpoint.to_text(), text);
        assert!(!checkpoint.origin.is_empty());
    }
    if let Ok(request) = Request::parse(text) {
        if text.starts_with("old ") {
            assert_eq!(request.to_text(), text);
        }
        if let Some(Ok(new)) =
            redress_evidence::note::text(&request.checkpoint).map(Checkpoint::parse)
        {
            // Without a proof a log of the same size only has the same root.
            let same = merkle::check_consistency(new.size, new.size, &request.proof, &new.root, &new.root);
            assert!(!same || request.proof.is_empty());
            let _ = merkle::check_consistency(request.old, new.size, &request.proof, &new.root, &new.root);
        }
    }
    if let Some(tile) = Tile::parse(text) {
        assert_eq!(tile.path(), text);
        assert!((1..=256).contains(&tile.width));
    }
});
