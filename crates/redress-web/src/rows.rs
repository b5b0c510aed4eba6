//! The posts of a case in the order of their time, and the search through them.

use aho_corasick::AhoCorasick;
use redress_analysis::Statements;
use redress_base::{Count, Unit};
use redress_posts::{Corpus, PostIx, PostKind, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// The posts of a case, ready to be listed.
pub(crate) struct Rows {
    /// By time, those without a date last.
    by_time: Vec<PostIx>,
    /// Place of each post's statement in [`Statements::list`].
    statement: Vec<u32>,
    /// The lowest and highest count seen of a unit, by post.
    counts: BTreeMap<(u32, Unit), Count>,
}

/// What is looked for. Everything that is said has to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Search {
    /// Words that stand in the post, in any order.
    pub(crate) words: Vec<String>,
    /// The statement.
    pub(crate) statement: Option<String>,
    /// The local number of the account.
    pub(crate) account: Option<u32>,
    /// The kind.
    pub(crate) kind: Option<PostKind>,
    /// Published at this second or later.
    pub(crate) from: Option<i64>,
    /// Published before this second.
    pub(crate) until: Option<i64>,
    /// Only those without a date.
    pub(crate) undated: bool,
    /// One of these: the posts under a label.
    pub(crate) under: Option<BTreeSet<PostIx>>,
    /// The latest first.
    pub(crate) latest_first: bool,
}

impl Rows {
    /// Orders the posts.
    pub(crate) fn of(corpus: &Corpus, statements: &Statements) -> Rows {
        let posts = corpus.posts();
        let mut by_time: Vec<PostIx> =
            (0..u32::try_from(posts.len()).unwrap_or(u32::MAX)).map(PostIx).collect();
        let time = |post: &PostIx| {
            let at = corpus.post(*post).and_then(|one| one.published()).map(|stamp| stamp.at.0);
            (at.is_none(), at.unwrap_or_default(), post.0)
        };
        by_time.sort_by_cached_key(time);
        let mut statement = vec![u32::MAX; posts.len()];
        for (number, one) in (0u32..).zip(statements.list()) {
            for member in &one.members {
                if let Some(place) = statement.get_mut(member.0 as usize) {
                    *place = number;
                }
            }
        }
        let mut counts: BTreeMap<(u32, Unit), Count> = BTreeMap::new();
        for seen in corpus.observations() {
            let Subject::Post(post) = seen.subject() else { continue };
            let count = seen.count();
            counts
                .entry((post.0, seen.unit()))
                .and_modify(|known| *known = known.hull(count))
                .or_insert(count);
        }
        Rows { by_time, statement, counts }
    }

    /// How many posts there are.
    pub(crate) fn len(&self) -> usize {
        self.by_time.len()
    }

    /// How many have no date: no question for days finds them.
    pub(crate) fn undated(&self, corpus: &Corpus) -> usize {
        let dated = |post: &PostIx| corpus.post(*post).is_some_and(|one| one.published().is_some());
        // They stand last.
        self.by_time.len() - self.by_time.partition_point(dated)
    }

    /// The place of a post's statement in the list.
    pub(crate) fn statement(&self, post: PostIx) -> Option<usize> {
        self.statement
            .get(post.0 as usize)
            .copied()
            .filter(|place| *place != u32::MAX)
            .map(|place| place as usize)
    }

    /// The lowest and highest count of a unit that was seen on a post; nothing where none was shown.
    pub(crate) fn count(&self, post: PostIx, unit: Unit) -> Option<Count> {
        self.counts.get(&(post.0, unit)).copied()
    }

    /// `take` of the posts for which everything holds, after `skip` of them, and how many there are.
    pub(crate) fn find(
        &self,
        corpus: &Corpus,
        statements: &Statements,
        search: &Search,
        skip: usize,
        take: usize,
    ) -> (Vec<PostIx>, usize) {
        let wanted =
            search.statement.as_ref().map(|id| statements.list().iter().position(|one| one.id == *id));
        if wanted == Some(None) {
            return (Vec::new(), 0);
        }
        let wanted = wanted.flatten();
        let finders = finders(&search.words);
        let holds = |post: &PostIx| {
            wanted.is_none_or(|wanted| self.statement(*post) == Some(wanted))
                && fits(corpus, *post, search, &finders)
        };
        let (mut found, mut total) = (Vec::new(), 0usize);
        let mut see = |post: PostIx| {
            if holds(&post) {
                if total >= skip && found.len() < take {
                    found.push(post);
                }
                total += 1;
            }
        };
        if search.latest_first {
            // Those without a date stay last, whichever way the others run.
            let dated = self
                .by_time
                .partition_point(|post| corpus.post(*post).is_some_and(|one| one.published().is_some()));
            let (dated, undated) = self.by_time.split_at_checked(dated).unwrap_or_default();
            dated.iter().rev().chain(undated).for_each(|post| see(*post));
        } else {
            self.by_time.iter().for_each(|post| see(*post));
        }
        (found, total)
    }
}

/// One finder a word; letters of the Latin alphabet in capitals or not.
fn finders(words: &[String]) -> Vec<AhoCorasick> {
    words
        .iter()
        .filter_map(|word| AhoCorasick::builder().ascii_case_insensitive(true).build([word]).ok())
        .collect()
}

/// Whether everything but the statement holds.
fn fits(corpus: &Corpus, ix: PostIx, search: &Search, finders: &[AhoCorasick]) -> bool {
    let Some(post) = corpus.post(ix) else { return false };
    let at = post.published().map(|stamp| stamp.at.0);
    let account =
        || post.account().and_then(|account| corpus.account(account)).map(redress_posts::Account::number);
    search.kind.is_none_or(|kind| post.kind() == kind)
        && search.from.is_none_or(|from| at.is_some_and(|at| at >= from))
        && search.until.is_none_or(|until| at.is_some_and(|at| at < until))
        && search.under.as_ref().is_none_or(|under| under.contains(&ix))
        && (!search.undated || at.is_none())
        && search.account.is_none_or(|wanted| account() == Some(wanted))
        && (finders.is_empty() || {
            let text = corpus.text(post);
            finders.iter().all(|finder| finder.is_match(*text.reveal()))
        })
}
