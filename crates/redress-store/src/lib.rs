//! The case folder: SQLite ledger and content-addressed objects on disk.
