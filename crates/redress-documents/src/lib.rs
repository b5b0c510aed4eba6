//! One input struct per official form; the evidence list.
