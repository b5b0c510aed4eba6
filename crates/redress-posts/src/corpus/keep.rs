//! Keeping rows, and taking a whole file back: the writing half of the corpus.

use super::Corpus;
use crate::arena::Piece;
use crate::draft::{At, Author, Counter, Draft, Kept, Link};
use crate::index::hash;
use crate::post::{
    Account, AccountIx, KnownBy, Observation, PackedStamp, Post, PostIx, PostKind, Sighting, SightingIx,
    Space,
};
use redress_base::{Fault, Finding, ItemId, Refusal, Stamp};
use std::num::NonZeroU32;

#[derive(Clone, Debug)]
pub(super) enum Undo {
    Post(u32, Post),
    Account(u32, Account),
}

/// A point to which [`Corpus::back_to`] returns.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    arena: usize,
    posts: usize,
    accounts: usize,
    sightings: usize,
    observations: usize,
    topics: usize,
    names: usize,
}

impl Corpus {
    /// Keeps one row: a new post, or one more sighting of a known one, with its counters.
    ///
    /// # Errors
    /// `posts-too-many` beyond four thousand million rows or 65,535 platforms and columns;
    /// `posts-cell-too-long` for text of 16 MiB or more. The corpus may then hold part of the row:
    /// [`read`](crate::read) takes back the whole file.
    pub fn keep(&mut self, draft: &Draft<'_>) -> Result<Kept, Refusal> {
        let platform = self.intern(draft.platform)?;
        let sighting = number(self.sightings.len())?;
        let hashed = post_hash(platform, draft.kind.space(), draft.native);
        let known = self.lookup_hashed(hashed, platform, draft.kind.space(), draft.native);
        let kept = match known {
            Some(post) => self.see_again(post, platform, sighting, draft)?,
            None => self.see_first(hashed, platform, sighting, draft)?,
        };
        if !draft.address.is_empty() && !self.addresses.contains_key(&kept.post.0) {
            self.addresses.insert(kept.post.0, self.arena.keep(draft.address)?);
        }
        let before = kept.before.map_or(sighting, |before| before.0);
        self.push_sighting(kept.post, before, draft)?;
        for counter in draft.counters {
            self.observe(kept.post, sighting, platform, counter)?;
        }
        Ok(kept)
    }

    fn intern(&mut self, name: &str) -> Result<u16, Refusal> {
        let found = self.names.iter().position(|known| known == name);
        let place = found.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        u16::try_from(place).map_err(|_| too_many())
    }

    fn see_first(
        &mut self,
        hashed: u32,
        platform: u16,
        sighting: u32,
        draft: &Draft<'_>,
    ) -> Result<Kept, Refusal> {
        let post = number(self.posts.len())?;
        let (parent, parent_space) = self.keep_link(draft.parent)?;
        let (root, root_space) = self.keep_link(draft.root)?;
        let account = self.keep_author(platform, draft.item, draft.author)?;
        let post_value = Post {
            native: self.arena.keep(draft.native)?,
            text: self.arena.keep(draft.text)?,
            parent,
            root,
            published: PackedStamp::new(draft.published),
            account,
            first: sighting,
            last: sighting,
            platform,
            kind: draft.kind,
            parent_space,
            root_space,
        };
        self.posts.push(post_value);
        self.post_index.insert(hashed, post);
        Ok(Kept { post: PostIx(post), before: None, text_differs: false, time_differs: false })
    }

    /// A repeat adds what was missing. It overwrites only what is weaker: a time under an assumption by
    /// one that the platform gave, a masked account by an id that another of the person's files gives
    /// for this very post, and "original" (what a row is where its file knows no better) by "repost".
    fn see_again(
        &mut self,
        post: u32,
        platform: u16,
        sighting: u32,
        draft: &Draft<'_>,
    ) -> Result<Kept, Refusal> {
        let mut kept = Kept { post: PostIx(post), before: None, text_differs: false, time_differs: false };
        let Some(mut value) = self.posts.get(post as usize).copied() else { return Ok(kept) };
        kept.before = Some(SightingIx(value.last));
        if (post as usize) < self.marked_posts {
            self.undo.push(Undo::Post(post, value));
        }
        if value.text.is_empty() {
            value.text = self.arena.keep(draft.text)?;
        } else {
            kept.text_differs = !draft.text.is_empty() && self.arena.text(value.text) != draft.text;
        }
        let (known, seen) = (value.published.stamp(), draft.published);
        kept.time_differs = known.zip(seen).is_some_and(|(known, seen)| known.at != seen.at);
        if seen.map(|seen| seen.source) > known.map(|known| known.source) {
            value.published = PackedStamp::new(seen);
        }
        if value.kind == PostKind::Original && draft.kind == PostKind::Repost {
            value.kind = PostKind::Repost;
        }
        if value.parent.is_empty() {
            (value.parent, value.parent_space) = self.keep_link(draft.parent)?;
        }
        if value.root.is_empty() {
            (value.root, value.root_space) = self.keep_link(draft.root)?;
        }
        let known_by = value.account().and_then(|account| Some(self.account(account)?.known_by));
        if draft.author.is_some_and(|author| known_by.is_none_or(|known_by| author.known_by < known_by)) {
            value.account = self.keep_author(platform, draft.item, draft.author)?.or(value.account);
        }
        value.last = sighting;
        if let Some(slot) = self.posts.get_mut(post as usize) {
            *slot = value;
        }
        Ok(kept)
    }

    fn push_sighting(&mut self, post: PostIx, before: u32, draft: &Draft<'_>) -> Result<(), Refusal> {
        let (start, len, row, table) = match draft.at {
            At::Row { row, start, len } => (start, len, row, 0),
            At::Record { table, rowid } => {
                let table = self.intern(table)?.checked_add(1).ok_or_else(too_many)?;
                (u64::from_le_bytes(rowid.to_le_bytes()), 0, 0, table)
            }
        };
        let seen = PackedStamp::new(draft.seen_at);
        let (post, item) = (post.0, draft.item.0);
        self.sightings.push(Sighting { start, seen, len, row, post, item, before, table });
        Ok(())
    }

    fn keep_link(&mut self, link: Option<Link<'_>>) -> Result<(Piece, Space), Refusal> {
        match link {
            Some(link) => Ok((self.arena.keep(link.native)?, link.space)),
            None => Ok((Piece::default(), Space::Post)),
        }
    }

    /// Keeps an account without a post, as a table of accounts lists it; nothing for an empty id.
    ///
    /// # Errors
    /// As [`Corpus::keep`].
    pub fn keep_account(
        &mut self,
        platform: &str,
        item: ItemId,
        author: Author<'_>,
    ) -> Result<Option<AccountIx>, Refusal> {
        let platform = self.intern(platform)?;
        let place = self.keep_author(platform, item, Some(author))?;
        Ok(place.map(|number| AccountIx(number.get() - 1)))
    }

    fn keep_author(
        &mut self,
        platform: u16,
        item: ItemId,
        author: Option<Author<'_>>,
    ) -> Result<Option<NonZeroU32>, Refusal> {
        let Some(author) = author else { return Ok(None) };
        let (word, item) = match author.known_by {
            KnownBy::Id | KnownBy::Hash => (author.id, 0),
            // A name links rows of one file only.
            KnownBy::Name => (author.handle, item.0),
        };
        if word.is_empty() {
            return Ok(None);
        }
        let hashed = account_hash(platform, author.known_by, item, word);
        let known = self.account_index.find(hashed, |number| {
            self.accounts.get(number as usize).is_some_and(|account| {
                let named = author.known_by == KnownBy::Name;
                let kept = self.arena.text(if named { account.handle } else { account.id });
                account.platform == platform
                    && account.known_by == author.known_by
                    && account.item == item
                    && kept == word
            })
        });
        let place = match known {
            Some(place) => self.name_account(place, author).map(|()| place)?,
            None => self.new_account(hashed, platform, item, author)?,
        };
        Ok(place.checked_add(1).and_then(NonZeroU32::new))
    }

    fn new_account(
        &mut self,
        hashed: u32,
        platform: u16,
        item: u32,
        author: Author<'_>,
    ) -> Result<u32, Refusal> {
        let place = number(self.accounts.len())?;
        let (id, handle) = (self.arena.keep(author.id)?, self.arena.keep(author.handle)?);
        let number = place.checked_add(1).ok_or_else(too_many)?;
        self.accounts.push(Account { id, handle, number, item, platform, known_by: author.known_by });
        self.account_index.insert(hashed, place);
        Ok(place)
    }

    /// An account seen before without a name gets the first name shown.
    fn name_account(&mut self, place: u32, author: Author<'_>) -> Result<(), Refusal> {
        let Some(account) = self.accounts.get(place as usize).copied() else { return Ok(()) };
        if !account.handle.is_empty() || author.handle.is_empty() {
            return Ok(());
        }
        if (place as usize) < self.marked_accounts {
            self.undo.push(Undo::Account(place, account));
        }
        let handle = self.arena.keep(author.handle)?;
        if let Some(slot) = self.accounts.get_mut(place as usize) {
            slot.handle = handle;
        }
        Ok(())
    }

    fn observe(
        &mut self,
        post: PostIx,
        sighting: u32,
        platform: u16,
        counter: &Counter<'_>,
    ) -> Result<(), Refusal> {
        let count = counter.count;
        let above = match count.upper {
            None => u32::MAX,
            // An interval wider than four thousand million is as good as unbounded.
            Some(upper) => u32::try_from(upper.saturating_sub(count.lower)).unwrap_or(u32::MAX),
        };
        let plain = above == 0 && is_decimal_of(counter.shown, count.lower);
        let shown = if plain { Piece::default() } else { self.arena.keep(counter.shown)? };
        let (subject, topic) = match counter.topic {
            Some(name) => (self.keep_topic(platform, name)?, true),
            None => (post.0, false),
        };
        let field = self.intern(counter.field)?;
        let unit = counter.unit;
        self.observations.push(Observation {
            lower: count.lower,
            shown,
            above,
            subject,
            sighting,
            field,
            unit,
            topic,
        });
        Ok(())
    }

    fn keep_topic(&mut self, platform: u16, name: &str) -> Result<u32, Refusal> {
        let hashed = hash(&[&platform.to_le_bytes(), name.as_bytes()]);
        let known = self.topic_index.find(hashed, |number| {
            self.topics
                .get(number as usize)
                .is_some_and(|(p, piece)| *p == platform && self.arena.text(*piece) == name)
        });
        if let Some(number) = known {
            return Ok(number);
        }
        let number = number(self.topics.len())?;
        let piece = self.arena.keep(name)?;
        self.topics.push((platform, piece));
        self.topic_index.insert(hashed, number);
        Ok(number)
    }

    /// Gives a date to a post that has none.
    pub(crate) fn date(&mut self, post: PostIx, published: Stamp) {
        let Some(slot) = self.posts.get_mut(post.0 as usize) else { return };
        if slot.published().is_none() {
            if (post.0 as usize) < self.marked_posts {
                self.undo.push(Undo::Post(post.0, *slot));
            }
            slot.published = PackedStamp::new(Some(published));
        }
    }

    /// Remembers this state, so that a file that fails in the middle leaves no trace.
    pub(crate) fn mark(&mut self) -> Mark {
        self.undo.clear();
        self.marked_posts = self.posts.len();
        self.marked_accounts = self.accounts.len();
        Mark {
            arena: self.arena.len(),
            posts: self.posts.len(),
            accounts: self.accounts.len(),
            sightings: self.sightings.len(),
            observations: self.observations.len(),
            topics: self.topics.len(),
            names: self.names.len(),
        }
    }

    /// Takes the file in: what was remembered for taking it back is let go.
    pub(crate) fn accept(&mut self) {
        self.undo = Vec::new();
        self.marked_posts = 0;
        self.marked_accounts = 0;
    }

    /// Takes back everything since the mark.
    pub(crate) fn back_to(&mut self, mark: Mark) {
        for undo in std::mem::take(&mut self.undo).into_iter().rev() {
            match undo {
                Undo::Post(place, value) => {
                    if let Some(slot) = self.posts.get_mut(place as usize) {
                        *slot = value;
                    }
                }
                Undo::Account(place, value) => {
                    if let Some(slot) = self.accounts.get_mut(place as usize) {
                        *slot = value;
                    }
                }
            }
        }
        self.posts.truncate(mark.posts);
        self.accounts.truncate(mark.accounts);
        self.sightings.truncate(mark.sightings);
        self.observations.truncate(mark.observations);
        self.topics.truncate(mark.topics);
        self.names.truncate(mark.names);
        self.addresses.retain(|_, piece| piece.begins_before(mark.arena));
        self.post_index.truncate(u32::try_from(mark.posts).unwrap_or(u32::MAX));
        self.account_index.truncate(u32::try_from(mark.accounts).unwrap_or(u32::MAX));
        self.topic_index.truncate(u32::try_from(mark.topics).unwrap_or(u32::MAX));
        self.arena.truncate(mark.arena);
        self.accept();
    }
}

pub(super) fn post_hash(platform: u16, space: Space, native: &str) -> u32 {
    let space: &[u8] = if space == Space::Comment { b"c" } else { b"" };
    hash(&[&platform.to_le_bytes(), space, native.as_bytes()])
}

fn account_hash(platform: u16, known_by: KnownBy, item: u32, word: &str) -> u32 {
    let by: &[u8] = match known_by {
        KnownBy::Id => b"i",
        KnownBy::Hash => b"h",
        KnownBy::Name => b"n",
    };
    hash(&[&platform.to_le_bytes(), by, &item.to_le_bytes(), word.as_bytes()])
}

fn is_decimal_of(shown: &str, number: u64) -> bool {
    let canonical = !shown.starts_with('0') || shown == "0";
    canonical && shown.bytes().all(|b| b.is_ascii_digit()) && shown.parse() == Ok(number)
}

fn number(place: usize) -> Result<u32, Refusal> {
    u32::try_from(place).ok().filter(|number| *number < u32::MAX - 1).ok_or_else(too_many)
}

fn too_many() -> Refusal {
    Finding::error("posts-too-many").refuse(Fault::Input)
}
