//! The corpus: everything read so far, compact, and the only one who can show its text.

mod keep;

use crate::arena::{Arena, Piece};
use crate::draft::Link;
use crate::index::Index;
use crate::key;
use crate::post::{Account, AccountIx, Observation, Post, PostIx, Sighting, SightingIx, Space, TopicIx};
use redress_base::{ItemId, Place, Private, Span, Stamp};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Posts, accounts, sightings and observations out of sealed bytes, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    arena: Arena,
    posts: Vec<Post>,
    accounts: Vec<Account>,
    sightings: Vec<Sighting>,
    observations: Vec<Observation>,
    topics: Vec<(u16, Piece)>,
    /// Where posts can be opened, by post: seldom given, so that no post has room for it.
    addresses: BTreeMap<u32, Piece>,
    names: Vec<String>,
    post_index: Index,
    account_index: Index,
    topic_index: Index,
    /// Values changed since the mark, as they were before; see [`Corpus::mark`].
    undo: Vec<keep::Undo>,
    marked_posts: usize,
    marked_accounts: usize,
}

/// A reference from one post to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference<'a> {
    /// The file names none.
    None,
    /// The post is in the corpus.
    Here(PostIx),
    /// The post is not in the corpus; this is its platform id.
    Absent(Link<'a>),
}

impl Corpus {
    /// A corpus of nothing.
    pub fn new() -> Corpus {
        Corpus::default()
    }

    /// Every post, once, in the order of first sighting.
    pub fn posts(&self) -> &[Post] {
        &self.posts
    }

    /// Every account, in the order of first sighting.
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    /// Every counter seen, in reading order.
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    /// Every row seen, in reading order.
    pub fn sightings(&self) -> &[Sighting] {
        &self.sightings
    }

    /// How many topics counters belong to.
    pub fn topics(&self) -> usize {
        self.topics.len()
    }

    /// One post, if the number is one of this corpus.
    pub fn post(&self, post: PostIx) -> Option<&Post> {
        self.posts.get(post.0 as usize)
    }

    /// One account, if the number is one of this corpus.
    pub fn account(&self, account: AccountIx) -> Option<&Account> {
        self.accounts.get(account.0 as usize)
    }

    /// One sighting, if the number is one of this corpus.
    pub fn sighting(&self, sighting: SightingIx) -> Option<&Sighting> {
        self.sightings.get(sighting.0 as usize)
    }

    /// The words of a post as first seen; they may hurt, so they are private.
    pub fn text(&self, post: &Post) -> Private<&str> {
        Private::new(self.arena.text(post.text))
    }

    /// Where a post can be opened, as the first file that says so gives it; it may name the account, so it is private.
    pub fn address(&self, post: &Post) -> Option<Private<&str>> {
        let number = self.sighting(post.first_sighting())?.post().0;
        self.addresses.get(&number).map(|piece| Private::new(self.arena.text(*piece)))
    }

    /// The displayed name of an account; empty where none was shown.
    pub fn handle(&self, account: &Account) -> Private<&str> {
        Private::new(self.arena.text(account.handle))
    }

    /// The platform's id of an account, or its hash where it is masked; empty where neither is known.
    pub fn account_id(&self, account: &Account) -> Private<&str> {
        Private::new(self.arena.text(account.id))
    }

    /// The platform's short name: `"weibo"`.
    pub fn platform(&self, post: &Post) -> &str {
        self.name(post.platform)
    }

    /// The platform's short name of an account.
    pub fn account_platform(&self, account: &Account) -> &str {
        self.name(account.platform)
    }

    /// The platform's own id of a post: `"4912000000000001"`.
    pub fn native(&self, post: &Post) -> &str {
        self.arena.text(post.native)
    }

    /// The name of a topic, as `platform/t/name`.
    pub fn topic_key(&self, topic: TopicIx) -> Option<String> {
        let (platform, name) = self.topics.get(topic.0 as usize)?;
        Some(key::topic(self.name(*platform), self.arena.text(*name)))
    }

    /// The key of a post: `"weibo/4912…"`, for comments `"weibo/c/4913…"`.
    pub fn key(&self, post: &Post) -> String {
        key::write(self.name(post.platform), post.kind.space(), self.arena.text(post.native))
    }

    /// The key of a post that another one names and that need not be in the corpus.
    pub fn link_key(&self, post: &Post, link: Link<'_>) -> String {
        key::write(self.platform(post), link.space, link.native)
    }

    /// The post of a key.
    pub fn find(&self, key: &str) -> Option<PostIx> {
        let (platform, space, native) = key::read(key)?;
        let platform = self.names.iter().position(|name| *name == platform)?;
        self.lookup(u16::try_from(platform).ok()?, space, &native).map(PostIx)
    }

    /// What a post answers or forwards.
    pub fn parent(&self, post: &Post) -> Reference<'_> {
        self.reference(post.platform, post.parent_space, post.parent)
    }

    /// The post at the top of a post's chain.
    pub fn root(&self, post: &Post) -> Reference<'_> {
        self.reference(post.platform, post.root_space, post.root)
    }

    /// The sightings of a post, the latest read first.
    pub fn sightings_of(&self, post: &Post) -> impl Iterator<Item = &Sighting> {
        let mut next = self.sightings.get(post.last as usize).map(|sighting| (post.last, sighting));
        std::iter::from_fn(move || {
            let (number, sighting) = next?;
            next = (sighting.before != number)
                .then(|| self.sightings.get(sighting.before as usize).map(|s| (sighting.before, s)))
                .flatten();
            Some(sighting)
        })
    }

    /// Where a sighting stands in its sealed item: the whole row.
    pub fn span(&self, sighting: &Sighting) -> Span {
        self.place(sighting, None)
    }

    /// Where a counter stands: the row, and the column it was read from.
    pub fn observation_span(&self, observation: &Observation) -> Option<Span> {
        let sighting = self.sighting(observation.sighting())?;
        Some(self.place(sighting, Some(self.name(observation.field))))
    }

    /// When a counter was seen, where its row says so.
    pub fn seen_at(&self, observation: &Observation) -> Option<Stamp> {
        self.sighting(observation.sighting())?.seen_at()
    }

    /// The counter as the page or file showed it: `"1.2万"`.
    pub fn shown(&self, observation: &Observation) -> Cow<'_, str> {
        if observation.shown.is_empty() {
            Cow::Owned(observation.lower.to_string())
        } else {
            Cow::Borrowed(self.arena.text(observation.shown))
        }
    }
}

impl Corpus {
    fn name(&self, number: u16) -> &str {
        self.names.get(usize::from(number)).map_or("", String::as_str)
    }

    fn lookup(&self, platform: u16, space: Space, native: &str) -> Option<u32> {
        self.lookup_hashed(keep::post_hash(platform, space, native), platform, space, native)
    }

    fn lookup_hashed(&self, hashed: u32, platform: u16, space: Space, native: &str) -> Option<u32> {
        self.post_index.find(hashed, |number| {
            self.posts.get(number as usize).is_some_and(|post| {
                post.platform == platform
                    && post.kind.space() == space
                    && self.arena.text(post.native) == native
            })
        })
    }

    fn reference(&self, platform: u16, space: Space, native: Piece) -> Reference<'_> {
        if native.is_empty() {
            return Reference::None;
        }
        let native = self.arena.text(native);
        match self.lookup(platform, space, native) {
            Some(post) => Reference::Here(PostIx(post)),
            None => Reference::Absent(Link { space, native }),
        }
    }

    fn place(&self, sighting: &Sighting, field: Option<&str>) -> Span {
        let field = field.map(str::to_owned);
        let place = match sighting.table.checked_sub(1) {
            Some(table) => Place::Record {
                table: self.name(table).to_owned(),
                rowid: i64::from_le_bytes(sighting.start.to_le_bytes()),
                field,
            },
            None => Place::Row {
                row: u64::from(sighting.row),
                start: sighting.start,
                end: sighting.start + u64::from(sighting.len),
                field,
            },
        };
        Span { item: ItemId(sighting.item), place }
    }
}
