//! Volume: how many posts, comments and accounts are in the file, for the case and a statement.
//!
//! See docs/measures/volume.md. Accounts are only counted here: none is named, none is linked with
//! another, and no account gets a figure of its own.

use crate::captured::{captured_parts, floor};
use crate::figure::{Figure, Name};
use crate::ground::{Ground, Number};
use redress_base::{Count, ItemId, Unit};
use redress_facts::Scope;
use redress_posts::{AccountIx, KnownBy, Post, PostIx, PostKind};
use std::collections::BTreeMap;

/// Stands for the case among statement numbers; sorts behind them all.
const CASE: Number = Number::MAX;

/// What was counted: foldable over posts, mergeable in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Volume {
    posts: u64,
    kinds: BTreeMap<PostKind, u64>,
    /// Scope, account, and the first post seen of it there.
    accounts: Vec<(Number, AccountIx, PostIx)>,
}

impl Volume {
    /// Takes in one post.
    pub(crate) fn fold(&mut self, ground: &Ground<'_>, ix: PostIx, post: &Post) {
        self.posts += 1;
        *self.kinds.entry(post.kind()).or_default() += 1;
        let Some(account) = post.account() else { return };
        self.accounts.push((CASE, account, ix));
        if let Some(statement) = ground.member_of(ix) {
            self.accounts.push((statement, account, ix));
        }
    }

    /// Takes in what another part of the corpus gave.
    pub(crate) fn merge(&mut self, mut other: Volume) {
        self.posts += other.posts;
        for (kind, n) in other.kinds {
            *self.kinds.entry(kind).or_default() += n;
        }
        self.accounts.append(&mut other.accounts);
    }

    /// The figures of the case, then those of the statements in order.
    pub(crate) fn finish(mut self, ground: &Ground<'_>) -> Vec<Figure> {
        self.accounts.sort_unstable();
        self.accounts.dedup_by_key(|entry| (entry.0, entry.1));
        let mut figures = self.of_case(ground);
        figures.extend(self.accounts_of(ground, CASE, &Scope::Case));
        for (number, statement) in ground.chosen() {
            let scope = ground.scope(number);
            let members = statement.members.as_slice();
            let near = statement.copies().near.len();
            let disputed = (near > 0).then(|| floor(members.len() - near));
            let parts = captured_parts(ground, members.len(), members.iter().copied());
            let name = Name { scope: &scope, suffix: "posts", measure: "volume", unit: Unit::Posts };
            figures.push(Figure::new(&name, floor(members.len()), disputed, parts));
            figures.extend(self.accounts_of(ground, number, &scope));
        }
        figures
    }

    fn of_case(&self, ground: &Ground<'_>) -> Vec<Figure> {
        let kinds: [(&str, Unit, Option<PostKind>); 3] = [
            ("posts", Unit::Posts, None),
            ("comments.captured", Unit::Comments, Some(PostKind::Comment)),
            ("reposts.captured", Unit::Reposts, Some(PostKind::Repost)),
        ];
        let figure = |(suffix, unit, kind): (&str, Unit, Option<PostKind>)| {
            let total = kind.map_or(self.posts, |kind| self.kinds.get(&kind).copied().unwrap_or(0));
            if total == 0 {
                return None;
            }
            let posts = ground.corpus.posts().iter().zip(0u32..);
            let of_kind = posts.filter(|(post, _)| kind.is_none_or(|kind| post.kind() == kind));
            let total_parts = usize::try_from(total).unwrap_or(usize::MAX);
            let parts = captured_parts(ground, total_parts, of_kind.map(|(_, ix)| PostIx(ix)));
            let name = Name { scope: &Scope::Case, suffix, measure: "volume", unit };
            Some(Figure::new(&name, Count::floor(total), None, parts))
        };
        kinds.into_iter().filter_map(figure).collect()
    }

    fn accounts_of(&self, ground: &Ground<'_>, number: Number, scope: &Scope) -> Vec<Figure> {
        let start = self.accounts.partition_point(|entry| entry.0 < number);
        let rest = self.accounts.get(start..).unwrap_or(&[]);
        let run = rest.get(..rest.partition_point(|entry| entry.0 == number)).unwrap_or(&[]);
        let figure = |suffix, masked_only: bool| {
            let counted: Vec<_> = run
                .iter()
                .filter(|(_, account, _)| {
                    !masked_only
                        || ground.corpus.account(*account).is_some_and(redress_posts::Account::masked)
                })
                .collect();
            let count = at_least_accounts(ground, counted.iter().map(|entry| (entry.1, entry.2)));
            let name = Name { scope, suffix, measure: "volume", unit: Unit::Accounts };
            let parts = captured_parts(ground, counted.len(), counted.iter().map(|entry| entry.2));
            (!counted.is_empty()).then(|| Figure::new(&name, count, None, parts))
        };
        [figure("accounts", false), figure("accounts.masked", true)].into_iter().flatten().collect()
    }
}

/// The number of accounts that there are at least.
///
/// One account may be known by its id in one file, by a hash in another and by a name in a third,
/// and redress never links them. So accounts known in different ways, or by name in different files,
/// may be the same; those known in one way are different. Per platform the largest such group
/// counts. A masked name may stand for several accounts, which the missing upper end allows for.
fn at_least_accounts(ground: &Ground<'_>, seen: impl Iterator<Item = (AccountIx, PostIx)>) -> Count {
    let mut groups: BTreeMap<&str, BTreeMap<(KnownBy, Option<ItemId>), u64>> = BTreeMap::new();
    for (account, post) in seen {
        let Some(account) = ground.corpus.account(account) else { continue };
        let by_id = matches!(account.known_by(), KnownBy::Id | KnownBy::Hash);
        let item = if by_id { None } else { only_item(ground, post) };
        if !by_id && item.is_none() {
            continue;
        }
        let platform = groups.entry(ground.corpus.account_platform(account)).or_default();
        *platform.entry((account.known_by(), item)).or_default() += 1;
    }
    Count::floor(groups.values().filter_map(|platform| platform.values().max()).sum())
}

/// The item in which a post was seen, if it was seen in one only.
fn only_item(ground: &Ground<'_>, post: PostIx) -> Option<ItemId> {
    let mut items = ground.corpus.sightings_of(ground.corpus.post(post)?).map(redress_posts::Sighting::item);
    let first = items.next()?;
    items.all(|item| item == first).then_some(first)
}
