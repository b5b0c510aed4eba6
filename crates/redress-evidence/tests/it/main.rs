//! The evidence room from outside: bundles that hold, bundles that do not, and the vectors.

mod bundle;
mod hashing;
mod sentences;
mod tamper;
mod vectors;
