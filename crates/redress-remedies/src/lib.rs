//! Which routes are open, waiting, closed or unknown, why, and until when.
