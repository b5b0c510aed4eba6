//! Tests of the remedies room through its public door.

mod properties;
mod protected;
mod scene;
mod sentences;
mod stories;
