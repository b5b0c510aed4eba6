//! How much of a hostile file is read, kept and told. Every reader of this room stays within these.

/// Longest line of a head (WARC, HTTP, MIME), in bytes with its ending.
pub const MOST_LINE: usize = 64 << 10;
/// Longest head of one record, message or part, in bytes.
pub const MOST_HEAD: usize = 1 << 20;
/// Most fields of one head.
pub const MOST_FIELDS: usize = 1_000;
/// Most parts that are listed; the others are read, checked and counted.
pub const MOST_PARTS: usize = 100_000;
/// Most pages that are listed; the others are counted.
pub const MOST_PAGES: usize = 100_000;
/// Most bytes of text (addresses, titles) that one description keeps.
pub const MOST_TEXT: usize = 24 << 20;
/// Longest address that is kept whole, in characters; a longer one ends in `…`.
pub const MOST_ADDRESS: usize = 8_192;
/// Longest title that is kept, in characters.
pub const MOST_TITLE: usize = 1_000;
/// How much of a page is looked at for its title, in bytes.
pub const MOST_LEAD: usize = 64 << 10;
/// Most members of a WACZ.
pub const MOST_MEMBERS: usize = 20_000;
/// Largest `datapackage.json`, `datapackage-digest.json` or line of `pages.jsonl`, in bytes.
pub const MOST_JSON: u64 = 8 << 20;
/// Deepest nesting of arrays and objects in JSON.
pub const MOST_DEPTH: u32 = 128;
/// What is packed may unpack to this many times its size, once it is above [`RATIO_FROM`].
pub const MOST_RATIO: u64 = 300;
/// Below this many unpacked bytes no ratio is asked for: 16 MiB.
pub const RATIO_FROM: u64 = 16 << 20;
/// Most findings of one code that are listed one by one.
pub const MOST_ALIKE: u64 = 20;
/// Bytes that are read at once.
pub(crate) const PIECE: usize = 64 << 10;

/// How many bytes may come out of `packed` bytes.
pub(crate) fn most_unpacked(packed: u64) -> u64 {
    packed.saturating_mul(MOST_RATIO).max(RATIO_FROM)
}

/// Text cut to `most` characters; what was cut shows as `…`.
pub(crate) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some(_) => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
    }
}
