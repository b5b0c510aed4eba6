//! The values of a corpus: posts, accounts, sightings, observations. All small and plain;
//! their text lives in the corpus, which alone can show it.

use crate::arena::Piece;
use redress_base::{Count, Instant, ItemId, Stamp, TimeSource, Unit};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A post of a corpus, by its place in [`Corpus::posts`](crate::Corpus::posts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostIx(pub u32);

/// An account of a corpus, by its place in [`Corpus::accounts`](crate::Corpus::accounts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountIx(pub u32);

/// A topic or hashtag of a corpus, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicIx(pub u32);

/// A sighting of a corpus, by its place in [`Corpus::sightings`](crate::Corpus::sightings).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SightingIx(pub u32);

/// What kind of post a row is, as its file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PostKind {
    /// A post of its own (原创).
    Original,
    /// A comment under a post (评论), or a reply to a comment.
    Comment,
    /// A forwarded post (转发), with or without words of its own.
    Repost,
    /// A longer piece, such as an article of a public account (公众号文章).
    Article,
    /// A message in a chat or group (聊天记录).
    Chat,
}

/// Ids of comments are counted apart from ids of posts on the same platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Space {
    /// Posts, reposts, articles and messages: `weibo/4912…`.
    Post,
    /// Comments and replies: `weibo/c/4913…`.
    Comment,
}

impl PostKind {
    /// Which ids a post of this kind is counted among.
    pub const fn space(self) -> Space {
        match self {
            PostKind::Comment => Space::Comment,
            _ => Space::Post,
        }
    }
}

/// One post, once, however often it was seen.
#[derive(Clone, Copy, Debug)]
pub struct Post {
    pub(crate) native: Piece,
    pub(crate) text: Piece,
    pub(crate) parent: Piece,
    pub(crate) root: Piece,
    pub(crate) published: PackedStamp,
    pub(crate) account: Option<std::num::NonZeroU32>,
    pub(crate) first: u32,
    pub(crate) last: u32,
    pub(crate) platform: u16,
    pub(crate) kind: PostKind,
    pub(crate) parent_space: Space,
    pub(crate) root_space: Space,
}

impl Post {
    /// The kind its file gives.
    pub const fn kind(&self) -> PostKind {
        self.kind
    }

    /// Who posted it, where the file says so.
    pub fn account(&self) -> Option<AccountIx> {
        self.account.map(|number| AccountIx(number.get() - 1))
    }

    /// When it was published and who says so; `None` is "no date", never a guess.
    pub const fn published(&self) -> Option<Stamp> {
        self.published.stamp()
    }

    /// Where it was seen first in reading order.
    pub const fn first_sighting(&self) -> SightingIx {
        SightingIx(self.first)
    }
}

/// An account that posted, under a number local to this corpus.
///
/// Rows are linked only by the same platform and the same id (or the same hash) inside the person's
/// own files; names link rows of one file only. A hash is never reversed.
#[derive(Clone, Copy, Debug)]
pub struct Account {
    pub(crate) id: Piece,
    pub(crate) handle: Piece,
    pub(crate) number: u32,
    pub(crate) item: u32,
    pub(crate) platform: u16,
    pub(crate) known_by: KnownBy,
}

impl Account {
    /// Local number, from 1: what pages print where the name is not asked for.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// Whether the file hides the account (a hash and a masked name instead of the id).
    pub const fn masked(&self) -> bool {
        matches!(self.known_by, KnownBy::Hash)
    }

    /// What the file knows the account by.
    pub const fn known_by(&self) -> KnownBy {
        self.known_by
    }
}

/// What a file knows an account by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum KnownBy {
    /// The platform's account id.
    Id,
    /// A hash of the id; never reversed.
    Hash,
    /// Only a displayed name, which another account may have carried before: links rows of one file.
    Name,
}

/// One row in which a post was seen. Repeats of a post are several sightings.
#[derive(Clone, Copy, Debug)]
pub struct Sighting {
    pub(crate) start: u64,
    pub(crate) seen: PackedStamp,
    pub(crate) len: u32,
    pub(crate) row: u32,
    pub(crate) post: u32,
    pub(crate) item: u32,
    /// The sighting of the same post before this one, or itself.
    pub(crate) before: u32,
    /// 0, or the number of the database table plus one; then `start` holds the rowid's bits.
    pub(crate) table: u16,
}

impl Sighting {
    /// Which post was seen.
    pub const fn post(&self) -> PostIx {
        PostIx(self.post)
    }

    /// In which sealed item.
    pub const fn item(&self) -> ItemId {
        ItemId(self.item)
    }

    /// When the row was captured, and by whose clock.
    pub const fn seen_at(&self) -> Option<Stamp> {
        self.seen.stamp()
    }
}

/// What a counter counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// One post.
    Post(PostIx),
    /// A whole topic: its reads are never views of one post.
    Topic(TopicIx),
}

/// One counter as it was shown in one sighting.
#[derive(Clone, Copy, Debug)]
pub struct Observation {
    pub(crate) lower: u64,
    /// As shown, kept only where it is more than the plain number.
    pub(crate) shown: Piece,
    /// Above `lower`; `u32::MAX` where nothing bounds the counter.
    pub(crate) above: u32,
    /// Post or topic number, by `topic`.
    pub(crate) subject: u32,
    pub(crate) sighting: u32,
    pub(crate) field: u16,
    pub(crate) unit: Unit,
    pub(crate) topic: bool,
}

impl Observation {
    /// The post or topic.
    pub const fn subject(&self) -> Subject {
        if self.topic { Subject::Topic(TopicIx(self.subject)) } else { Subject::Post(PostIx(self.subject)) }
    }

    /// What is counted.
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// The interval that the shown figure stands for.
    pub fn count(&self) -> Count {
        let upper = (self.above != u32::MAX).then(|| self.lower.saturating_add(u64::from(self.above)));
        Count { lower: self.lower, upper }
    }

    /// The row in which it was seen.
    pub const fn sighting(&self) -> SightingIx {
        SightingIx(self.sighting)
    }
}

/// An optional stamp in twelve bytes of a struct, not twenty-four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PackedStamp {
    at: [u32; 2],
    source: Option<TimeSource>,
}

impl PackedStamp {
    pub(crate) fn new(stamp: Option<Stamp>) -> PackedStamp {
        let at = stamp.map_or(0, |stamp| stamp.at.0).to_le_bytes();
        let [a, b, c, d, e, f, g, h] = at;
        let at = [u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h])];
        PackedStamp { at, source: stamp.map(|stamp| stamp.source) }
    }

    pub(crate) const fn stamp(self) -> Option<Stamp> {
        let [low, high] = self.at;
        let ([a, b, c, d], [e, f, g, h]) = (low.to_le_bytes(), high.to_le_bytes());
        match self.source {
            Some(source) => Some(Stamp { at: Instant(i64::from_le_bytes([a, b, c, d, e, f, g, h])), source }),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Observation, PackedStamp, Post, Sighting};
    use redress_base::{Instant, Stamp, TimeSource};

    #[test]
    fn values_stay_small_enough_for_a_million_posts() {
        assert!(size_of::<Post>() <= 72, "{}", size_of::<Post>());
        assert!(size_of::<Sighting>() <= 48, "{}", size_of::<Sighting>());
        assert!(size_of::<Observation>() <= 32, "{}", size_of::<Observation>());
    }

    #[test]
    fn a_packed_stamp_gives_back_what_it_was_given() {
        for at in [0, 1, -1, 1_767_196_800, i64::MAX, i64::MIN] {
            let stamp = Some(Stamp { at: Instant(at), source: TimeSource::Platform });
            assert_eq!(PackedStamp::new(stamp).stamp(), stamp);
        }
        assert_eq!(PackedStamp::new(None).stamp(), None);
    }
}
