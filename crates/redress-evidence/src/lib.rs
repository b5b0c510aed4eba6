//! Seals items, keeps the append-only log, writes and verifies the bundle.
