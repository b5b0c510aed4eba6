//! What a reader hands to the corpus: one row, borrowed, before anything is kept.

use crate::post::{KnownBy, PostKind, Space};
use redress_base::{Count, ItemId, Stamp, Unit};

/// A reference to another post by its platform's id; that post may be absent from the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// Whether the id is one of posts or of comments.
    pub space: Space,
    /// The platform's id.
    pub native: &'a str,
}

/// Who posted, as a row says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Author<'a> {
    /// What `id` is.
    pub known_by: KnownBy,
    /// Account id or hash; empty where only a name is known.
    pub id: &'a str,
    /// Displayed name, masked or not; may be empty.
    pub handle: &'a str,
}

/// Where a row stands in its sealed item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At<'a> {
    /// A row, line or object with its bytes in the original file.
    Row {
        /// Row, line or object number, from 1, the header included.
        row: u32,
        /// First byte.
        start: u64,
        /// Length in bytes.
        len: u32,
    },
    /// A record of a database table.
    Record {
        /// Table name.
        table: &'a str,
        /// SQLite rowid.
        rowid: i64,
    },
}

/// One counter of a row.
#[derive(Clone, Copy, Debug)]
pub struct Counter<'a> {
    /// What is counted.
    pub unit: Unit,
    /// The interval it stands for.
    pub count: Count,
    /// As shown; the plain decimal of `count` needs no copy.
    pub shown: &'a str,
    /// Column header or JSON key.
    pub field: &'a str,
    /// The topic it belongs to, where it is not the post's own.
    pub topic: Option<&'a str>,
}

/// One row, ready to be kept.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// The platform's short name: `weibo`, `xhs`, `douyin`, `weixin`.
    pub platform: &'a str,
    /// The kind of post.
    pub kind: PostKind,
    /// The platform's id; never empty.
    pub native: &'a str,
    /// The words; may be empty.
    pub text: &'a str,
    /// Where it can be opened, as the file gives it; may be empty.
    pub address: &'a str,
    /// The post or comment that it answers or forwards.
    pub parent: Option<Link<'a>>,
    /// The post at the top of the chain.
    pub root: Option<Link<'a>>,
    /// Who posted.
    pub author: Option<Author<'a>>,
    /// When it was published.
    pub published: Option<Stamp>,
    /// When the row was captured.
    pub seen_at: Option<Stamp>,
    /// The sealed item.
    pub item: ItemId,
    /// Where in it.
    pub at: At<'a>,
    /// The counters shown.
    pub counters: &'a [Counter<'a>],
}

/// What keeping a row did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The post.
    pub post: crate::PostIx,
    /// The sighting before this one, where the post was already there.
    pub before: Option<crate::SightingIx>,
    /// It was already there with other words; the first words stay, this sighting points to these.
    pub text_differs: bool,
    /// It was already there with another publishing time; the better-sourced stays, or the first.
    pub time_differs: bool,
}
