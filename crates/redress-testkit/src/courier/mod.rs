//! The material of `examples/courier-rumour`: a fictional case in real file formats.
//!
//! It follows the shape of a published guiding case (a secret film at a parcel counter, an invented
//! chat, merged screenshots, articles, reposts, abuse) and none of its persons, places or words.
//! The same source gives the same bytes; the SQLite file is the same in content, because its header
//! carries the version of the library that wrote it.

mod crawler;
mod database;
mod hand;
mod mediacrawler;
mod papers;
mod people;
mod story;
mod words;

use std::fmt;

/// The file that the SQLite library writes: compare its rows, not its bytes.
pub const DATABASE: &str = "weibo-crawler/weibodata.db";

/// One file of the material.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path below `material/`, with `/`.
    pub path: &'static str,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// The material could not be written: JSON or SQLite failed.
#[derive(Debug)]
pub struct MakeError(String);

impl fmt::Display for MakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for MakeError {}

impl From<serde_json::Error> for MakeError {
    fn from(error: serde_json::Error) -> MakeError {
        MakeError(format!("json: {error}"))
    }
}

impl From<rusqlite::Error> for MakeError {
    fn from(error: rusqlite::Error) -> MakeError {
        MakeError(format!("sqlite: {error}"))
    }
}

/// Every file of the material, in the order in which the example adds them.
///
/// # Errors
/// When JSON or SQLite cannot be written.
pub fn material() -> Result<Vec<File>, MakeError> {
    let (notes, comments) = (story::notes(), story::comments());
    let mut files = vec![
        text("weibo/search_contents_2026-02-07.csv", mediacrawler::contents_full(&notes)),
        text("weibo/search_contents_2026-03-06.csv", mediacrawler::contents_masked(&notes)),
        text("weibo/search_comments_2026-02-07.jsonl", mediacrawler::comments_full(&comments)?),
        File {
            path: "weibo/search_comments_2026-03-06.json",
            bytes: mediacrawler::comments_masked(&comments)?,
        },
        text("weibo-crawler/7100000042.csv", crawler::roadside_csv(&notes)),
        File { path: "weibo-crawler/7100000077.json", bytes: crawler::counter_json(&notes)? },
        File { path: DATABASE, bytes: database::weibodata(&notes)? },
    ];
    files.extend(hand::files());
    files.extend(papers::files());
    Ok(files)
}

fn text(path: &'static str, text: String) -> File {
    File { path, bytes: text.into_bytes() }
}
