//! Reads posts, accounts and counters out of sealed bytes; one module a format.
