//! Papers as files, judged by what is read back out of them and by other people's programs.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    reason = "a test that cannot set its scene has failed; its helpers are not marked as tests"
)]

mod docx_peers;
mod docx_read;
mod docx_text;
mod enclosed;
mod marks;
mod pages;
mod papers;
mod peers;
mod pictures;
mod sample;
mod text;
