//! How much of a hostile file is read, kept and told. Every reader of this room stays within these.

/// Largest C2PA manifest store, in bytes: pictures of every step stand in it.
pub const MOST_STORE: usize = 64 << 20;
/// Largest block of Exif, XMP or text, in bytes, also after it is unpacked.
pub const MOST_BLOCK: usize = 4 << 20;
/// Largest `moov` box of a video that is looked into, in bytes.
pub const MOST_MOOV: usize = 64 << 20;
/// How much of a PDF is searched for XMP, in bytes.
pub const MOST_PDF: u64 = 256 << 20;
/// Most segments, chunks or boxes of one file.
pub const MOST_PARTS: usize = 100_000;
/// Most blocks of Exif, XMP or text that are looked into.
pub const MOST_BLOCKS: usize = 64;
/// Most bytes that the packed texts of one file are unpacked to, all together.
pub const MOST_UNPACKED: u64 = 64 << 20;
/// Longest key of the metadata of a video, in bytes; those that are known are shorter.
pub const MOST_KEY: usize = 256;
/// Most AI labels that are listed.
pub const MOST_LABELS: usize = 16;
/// Deepest nesting of boxes, of CBOR, and of directories.
pub const MOST_DEPTH: u32 = 24;
/// Most values of one CBOR item, and most boxes of one manifest store.
pub const MOST_VALUES: usize = 200_000;
/// Most assertions, actions or ingredients that are listed.
pub const MOST_LISTED: usize = 200;
/// Most ranges that a hard binding may leave out.
pub const MOST_RANGES: usize = 10_000;
/// Most rules by which a hard binding may leave out boxes.
pub const MOST_RULES: usize = 64;
/// Longest text that is kept, in characters; a longer one ends in `…`.
pub const MOST_TEXT: usize = 300;
/// Longest value of an AI label, in characters: its reserved codes may hold a signature.
pub const MOST_VALUE: usize = 2_000;
/// Longest `.ots` proof, in bytes.
pub const MOST_PROOF: usize = 1 << 20;
/// Most operations of one `.ots` proof.
pub const MOST_OPERATIONS: usize = 20_000;
/// Most attestations of one `.ots` proof.
pub const MOST_ATTESTATIONS: usize = 200;
/// Longest message inside a proof, in bytes, as the reference implementation has it.
pub const MOST_MESSAGE: usize = 4_096;
/// Deepest nesting of a proof, as the reference implementation has it.
pub const MOST_BRANCHES: usize = 256;
/// Most findings of one code that are listed one by one.
pub const MOST_ALIKE: u64 = 20;
/// Bytes of a box that a rule of a hard binding may look at, from its beginning.
pub(crate) const HEAD: usize = 4_096;
/// Longest run of bytes that such a rule may compare: the names of boxes have 16.
pub(crate) const MOST_COMPARED: usize = 64;
/// Bytes that are read at once.
pub(crate) const PIECE: usize = 64 << 10;

/// Text cut to `most` characters and without control characters; what was cut shows as `…`.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let mut clean = text.chars().filter(|c| !c.is_control());
    let mut out: String = clean.by_ref().take(most).collect();
    if clean.next().is_some() {
        out.pop();
        out.push('…');
    }
    out
}
