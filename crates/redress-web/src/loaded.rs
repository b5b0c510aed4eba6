//! A case in memory: its ledger, what was read out of its items, and the result on them.

use crate::memory::Weighs;
use crate::rows::Rows;
use redress_analysis::{Params, RepostTrees, Statements, repost_trees};
use redress_base::{Date, ItemId, Refusal};
use redress_case::{CaseResult, Due, Input, Ledger, State, What};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_posts::{Corpus, ReaderReport};
use redress_workbench::{AllStated, Desk, Material, Posts, WebArchives};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A case as it was when a request asked for it.
pub(crate) struct Loaded {
    /// Every entry.
    pub(crate) ledger: Ledger,
    /// The state that they fold to.
    pub(crate) state: State,
    /// The result. It rests on the last entry that can change it: that somebody looked at a post cannot.
    pub(crate) result: Arc<CaseResult>,
    /// Time limits and duties on the same facts and answers.
    pub(crate) due: Arc<Due>,
    /// What was read.
    pub(crate) read: Arc<Read>,
    /// What the web archives among the items are, as they state themselves.
    pub(crate) archives: Arc<WebArchives>,
    /// What media files and proofs among the items say; those that are longer than [`LONGEST`] are not looked at here.
    pub(crate) stated: Arc<AllStated>,
    /// About how many bytes of memory what they say takes.
    said: u64,
    /// The day for which it was worked out.
    pub(crate) today: Date,
}

/// What was read out of the items.
pub(crate) struct Read {
    /// The posts.
    pub(crate) corpus: Corpus,
    /// What the readers counted, by item.
    pub(crate) reports: BTreeMap<ItemId, ReaderReport>,
    /// Posts that say the same.
    pub(crate) statements: Statements,
    /// The posts in the order of their time, with what they are found by.
    pub(crate) rows: Rows,
    /// Which captured repost forwards which post.
    pub(crate) trees: RepostTrees,
    /// About how many bytes of memory all of this takes.
    bytes: u64,
}

/// The longest file that is looked at for what it says of itself, while somebody waits for a page.
const LONGEST: u64 = 64 << 20;
/// About how many bytes a post takes beside its text: its own record, what was seen of it, its places in the lists. Reckoned
/// rather too high than too low.
const POST: u64 = 1_000;
/// About how many bytes an entry of the ledger takes, read and folded.
const ENTRY: u64 = 2_000;
/// What a case without material takes: its result and its reasons.
const CASE: u64 = 2 << 20;

impl Weighs for Loaded {
    fn bytes(&self) -> u64 {
        let entries = u64::try_from(self.ledger.entries.len()).unwrap_or(u64::MAX);
        [self.said, entries.saturating_mul(ENTRY), CASE]
            .into_iter()
            .fold(self.read.bytes, u64::saturating_add)
    }
}

/// What the posts take.
fn bytes(corpus: &Corpus) -> u64 {
    let length = |text: &str| u64::try_from(text.len()).unwrap_or(u64::MAX);
    corpus
        .posts()
        .iter()
        .fold(0, |sum: u64, post| sum.saturating_add(length(corpus.text(post).reveal())).saturating_add(POST))
}

/// What the statements of archives and media files take, which a file can make long: as written down, and about as much again for
/// each of their parts. Those of media files are held twice, by their items and by their bytes.
fn said(archives: &WebArchives, stated: &AllStated) -> u64 {
    let written = |one: serde_json::Result<String>| one.map_or(u64::MAX, |text| text.len() as u64);
    let archives = archives.of.values().map(|one| written(serde_json::to_string(one)));
    let stated = stated.of.values().map(|one| written(serde_json::to_string(one)).saturating_mul(2));
    archives.chain(stated).fold(0, |sum: u64, bytes| sum.saturating_add(bytes.saturating_mul(2)))
}

impl Loaded {
    /// What dates are worked out from: what was read once.
    pub(crate) fn input<'l>(&'l self, vocabulary: &'l Vocabulary, params: &'l Params) -> Input<'l> {
        Input {
            state: &self.state,
            corpus: &self.read.corpus,
            statements: &self.read.statements,
            reports: &self.read.reports,
            book: Book::standard(),
            vocabulary,
            params,
            now: self.result.as_of,
            today: self.today,
            software: &self.result.software,
        }
    }
}

/// Reads a case, as far as what is known of it from `before` is no longer so.
///
/// # Errors
/// Whatever the store or a reader refuses.
pub(crate) fn load(desk: &mut Desk<'_>, before: Option<Arc<Loaded>>) -> Result<Arc<Loaded>, Refusal> {
    let (ledger, state) = desk.state()?;
    let today = desk.clock.now().at.beijing_date().unwrap_or(Date::MAX);
    if let Some(before) = before.as_ref().filter(|before| before.today == today) {
        if before.ledger.head == ledger.head {
            return Ok(Arc::clone(before));
        }
        if let Some(new) = since(&before.ledger, &ledger)
            && new.iter().all(|what| changes_nothing(what))
        {
            let (result, due, read) =
                (Arc::clone(&before.result), Arc::clone(&before.due), Arc::clone(&before.read));
            let (archives, stated, said) =
                (Arc::clone(&before.archives), Arc::clone(&before.stated), before.said);
            return Ok(Arc::new(Loaded { ledger, state, result, due, read, archives, stated, said, today }));
        }
    }
    let same = before.as_ref().filter(|before| same_posts(&before.state, &state));
    let (read, (result, due)) = match same {
        Some(before) => {
            let read = Arc::clone(&before.read);
            let posts = Posts { corpus: &read.corpus, reports: &read.reports, statements: &read.statements };
            let computed = computed(desk, &state, posts, today)?;
            (read, computed)
        }
        None => read(desk, &state, today)?,
    };
    let (archives, stated) = files_say(desk, &state, before.as_deref())?;
    let said = said(&archives, &stated);
    Ok(Arc::new(Loaded { ledger, state, result, due, read, archives, stated, said, today }))
}

/// What web archives, media files and proofs say of themselves; what was looked at before is not looked at again.
fn files_say(
    desk: &mut Desk<'_>,
    state: &State,
    before: Option<&Loaded>,
) -> Result<(Arc<WebArchives>, Arc<AllStated>), Refusal> {
    let items = |state: &State| -> Vec<_> { state.items.values().map(|kept| kept.item.digests).collect() };
    if let Some(before) = before.filter(|before| items(&before.state) == items(state)) {
        return Ok((Arc::clone(&before.archives), Arc::clone(&before.stated)));
    }
    let looked = before.map(|before| (*before.archives).clone()).unwrap_or_default();
    let archives = desk.web_archives_after(state, &looked)?;
    let stated = desk.stated(state, LONGEST, before.map(|before| &*before.stated))?;
    Ok((Arc::new(archives), Arc::new(stated)))
}

/// The result and the dates, shared with whoever shows them.
type Computed = (Arc<CaseResult>, Arc<Due>);

fn computed(desk: &mut Desk<'_>, state: &State, posts: Posts<'_>, today: Date) -> Result<Computed, Refusal> {
    let words = Vocabulary::standard();
    let (result, due) = desk.compute_on(state, posts, Book::standard(), &words, Some(today))?;
    Ok((Arc::new(result), Arc::new(due)))
}

/// Whether the same posts are read from the same items: most of what people enter changes none, nor does an item in which
/// there are none, as a screenshot is, or the head of the ledger.
fn same_posts(before: &State, after: &State) -> bool {
    let read = |state: &State| -> Vec<_> {
        let read = state.items.values().filter(|kept| kept.read.is_some());
        read.map(|kept| (kept.item.id, kept.item.digests, kept.read.clone())).collect()
    };
    read(before) == read(after)
}

/// Reads everything anew. What waits for nothing else is worked out side by side, so that the first page comes soon.
fn read(desk: &mut Desk<'_>, state: &State, today: Date) -> Result<(Arc<Read>, Computed), Refusal> {
    let (Material { corpus, reports }, statements) = desk.read(state)?;
    let posts = Posts { corpus: &corpus, reports: &reports, statements: &statements };
    let shown = || (Rows::of(&corpus, &statements), repost_trees(&corpus));
    let (computed, (rows, trees)) = beside(|| computed(desk, state, posts, today), shown);
    let bytes = bytes(&corpus);
    Ok((Arc::new(Read { corpus, reports, statements, rows, trees, bytes }), computed?))
}

/// Two things at a time: the first here, the second on a thread of its own.
fn beside<A, B: Send>(here: impl FnOnce() -> A, there: impl FnOnce() -> B + Send) -> (A, B) {
    std::thread::scope(|scope| {
        let there = scope.spawn(there);
        let here = here();
        // A panic over there goes on here, as if it had been made here.
        (here, there.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// What happened after the entries of `before`, if `after` goes on from them.
fn since<'l>(before: &Ledger, after: &'l Ledger) -> Option<Vec<&'l What>> {
    let known = before.entries.len();
    let next = after.entries.get(known)?;
    (next.prev == before.head).then(|| after.entries.iter().skip(known).map(|entry| &entry.what).collect())
}

/// Whether an entry says only that somebody looked or sorted, so that no answer can be another after it.
const fn changes_nothing(what: &What) -> bool {
    matches!(
        what,
        What::Viewed { .. }
            | What::Exported { .. }
            | What::DrawnUp { .. }
            | What::Assessed { .. }
            | What::Labelled { .. }
            | What::Summarised { .. }
    )
}
