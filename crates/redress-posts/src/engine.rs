//! Rows into posts: every cell is read by its rule, what cannot be read is reported and left out.

mod cells;

use crate::corpus::{Corpus, Reference};
use crate::draft::{At, Author, Counter, Draft, Kept, Link};
use crate::mapping::MOST_COUNTERS;
use crate::plan::{Plan, PostPlan, Text};
use crate::post::{KnownBy, PostIx, Space};
use crate::report::Tally;
use crate::row::Row;
use crate::when::plausible;
use cells::Who;
use redress_base::{Count, Finding, Instant, ItemId, Place, Refusal, Span, Stamp, TimeSource, Unit};
use std::borrow::Cow;

/// Turns the rows of one file into posts of a corpus.
pub(crate) struct Engine<'c> {
    corpus: &'c mut Corpus,
    pub(crate) tally: Tally,
    item: ItemId,
    /// Sightings from this number on are of this file.
    first_sighting: usize,
    pending: Vec<Pending>,
}

/// A post whose time is counted from another post's, which may stand further down in the file.
struct Pending {
    post: PostIx,
    seconds: i64,
    from_root: bool,
    span: Span,
}

/// Time cells of a row, read.
enum Published {
    At(Stamp),
    After { seconds: i64, from_root: bool },
    Unknown,
}

type Cell<'a> = Cow<'a, str>;

impl<'c> Engine<'c> {
    pub(crate) fn new(corpus: &'c mut Corpus, tally: Tally, item: ItemId) -> Engine<'c> {
        let first_sighting = corpus.sightings().len();
        Engine { corpus, tally, item, first_sighting, pending: Vec::new() }
    }

    /// A row that could not be read at all; the finding has been given.
    pub(crate) fn skip(&mut self) {
        self.tally.report.rows += 1;
        self.tally.report.skipped += 1;
    }

    /// Reads one row.
    pub(crate) fn take(&mut self, plan: &Plan, row: &Row<'_>) -> Result<(), Refusal> {
        self.tally.report.rows += 1;
        let platform = match &plan.platform {
            Text::Is(word) => Cow::Borrowed(word.as_str()),
            Text::Slot(slot) => self.cell(plan, row, *slot).unwrap_or_default(),
        };
        let mut read = false;
        if platform.trim().is_empty() {
            self.notice(row, None, "posts-row-without-platform", Finding::warning);
        } else if let Some((id, name)) = plan.account {
            read = self.account(plan, row, platform.trim(), id, name)?;
        } else if let Some(post) = &plan.post {
            read = self.post(plan, post, row, platform.trim(), true)?;
            for also in plan.also.iter().filter(|_| read) {
                let embedded = self.post(plan, also, row, platform.trim(), false)?;
                self.tally.report.embedded += u64::from(embedded);
            }
        }
        self.tally.report.read += u64::from(read);
        self.tally.report.skipped += u64::from(!read);
        Ok(())
    }

    /// Dates the posts whose time is counted from another post's, and closes the report.
    pub(crate) fn finish(mut self) -> Tally {
        for Pending { post, seconds, from_root, span } in std::mem::take(&mut self.pending) {
            let base = self
                .corpus
                .post(post)
                .map(|value| if from_root { self.corpus.root(value) } else { self.corpus.parent(value) });
            let base = match base {
                Some(Reference::Here(base)) => self.corpus.post(base).and_then(|base| base.published()),
                _ => None,
            };
            let at =
                base.and_then(|base| base.at.0.checked_add(seconds)).map(Instant).filter(|at| plausible(*at));
            match at {
                Some(at) => {
                    self.corpus.date(post, Stamp { at, source: TimeSource::Assumed });
                    self.tally.published(at);
                }
                None => {
                    self.tally.report.undated += 1;
                    let make = || Finding::warning("posts-no-base-time").at(span);
                    self.tally.notice("posts-no-base-time", make);
                }
            }
        }
        self.tally
    }

    fn account(
        &mut self,
        plan: &Plan,
        row: &Row<'_>,
        platform: &str,
        id: usize,
        name: Option<usize>,
    ) -> Result<bool, Refusal> {
        let Some(id) = self.cell(plan, row, id) else {
            self.notice(row, None, "posts-row-without-id", Finding::warning);
            return Ok(false);
        };
        let handle = name.and_then(|slot| self.cell(plan, row, slot)).unwrap_or_default();
        let author = Author { known_by: KnownBy::Id, id: id.trim(), handle: handle.trim() };
        self.corpus.keep_account(platform, self.item, author)?;
        self.tally.report.distinct += 1;
        Ok(true)
    }

    /// Reads one post out of a row; false where the row holds none.
    fn post(
        &mut self,
        plan: &Plan,
        rules: &PostPlan,
        row: &Row<'_>,
        platform: &str,
        main: bool,
    ) -> Result<bool, Refusal> {
        let Some(id) = self.id(plan, &rules.id, row, main) else { return Ok(false) };
        let kind = self.kind(plan, &rules.kind, row);
        let text = self.words(plan, rules, row);
        let address = self.address(plan, rules, row);
        let author = self.author(plan, &rules.author, row);
        let own = Link { space: kind.space(), native: &id };
        let root = self.link(plan, &rules.root, row, own);
        let parent = self.link(plan, &rules.parent, row, own);
        let published = self.time(plan, &rules.time, row);
        let seen = self.time(plan, &rules.observed, row);
        let shown = self.counters(plan, &rules.counters, row);
        let mut counters = [NO_COUNTER; MOST_COUNTERS];
        let mut count = 0;
        for (counter, place) in shown.iter().flatten().zip(&mut counters) {
            *place = counter.borrowed();
            count += 1;
        }
        let as_link = |link: &'_ Option<(Space, Cell<'_>)>| link.as_ref().map(|(space, _)| *space);
        let draft = Draft {
            platform,
            kind,
            native: &id,
            text: &text,
            address: address.trim(),
            parent: as_link(&parent).zip(native(&parent)).map(|(space, native)| Link { space, native }),
            root: as_link(&root).zip(native(&root)).map(|(space, native)| Link { space, native }),
            author: author.as_ref().and_then(Who::borrowed),
            published: if let Published::At(stamp) = published { Some(stamp) } else { None },
            seen_at: if let Published::At(stamp) = seen { Some(stamp) } else { None },
            item: self.item,
            at: row.at,
            counters: counters.get(..count).unwrap_or_default(),
        };
        let kept = self.corpus.keep(&draft)?;
        self.note(row, kept, &published, main);
        self.note_author(platform, author.as_ref());
        Ok(true)
    }
}

const NO_COUNTER: Counter<'static> =
    Counter { unit: Unit::Views, count: Count { lower: 0, upper: None }, shown: "", field: "", topic: None };

fn native<'a>(link: &'a Option<(Space, Cell<'_>)>) -> Option<&'a str> {
    link.as_ref().map(|(_, native)| native.trim())
}

impl Engine<'_> {
    fn notice(&mut self, row: &Row<'_>, field: Option<&String>, code: &str, level: fn(&str) -> Finding) {
        self.notice_about(row, field, code, level, |finding| finding);
    }

    fn notice_about(
        &mut self,
        row: &Row<'_>,
        field: Option<&String>,
        code: &str,
        level: fn(&str) -> Finding,
        say: impl FnOnce(Finding) -> Finding,
    ) {
        let (item, at) = (self.item, row.at);
        self.tally.notice(code, || {
            let finding = say(level(code)).at(span(item, at, field.cloned()));
            match at {
                At::Row { row, .. } => finding.with("row", u64::from(row)),
                At::Record { rowid, .. } => finding.with("row", rowid),
            }
        });
    }

    fn assumed(&mut self, plan: &Plan, assume: Option<usize>) {
        if let Some(assumption) = assume.and_then(|number| plan.assumptions.get(number)) {
            self.tally.assume(assumption);
        }
    }

    /// Counts what keeping the row did.
    fn note(&mut self, row: &Row<'_>, kept: Kept, published: &Published, main: bool) {
        let here = kept.before.is_some_and(|before| before.0 as usize >= self.first_sighting);
        if main && !here {
            self.tally.report.distinct += 1;
            self.tally.report.known += u64::from(kept.before.is_some());
        }
        match published {
            Published::At(stamp) => self.tally.published(stamp.at),
            Published::After { seconds, from_root } => {
                let span = span(self.item, row.at, None);
                self.pending.push(Pending {
                    post: kept.post,
                    seconds: *seconds,
                    from_root: *from_root,
                    span,
                });
            }
            Published::Unknown => {
                let dated = self.corpus.post(kept.post).is_some_and(|post| post.published().is_some());
                self.tally.report.undated += u64::from(!dated);
            }
        }
        if kept.text_differs {
            self.notice(row, None, "posts-text-differs", Finding::note);
        }
        if kept.time_differs {
            self.notice(row, None, "posts-time-differs", Finding::warning);
        }
    }

    fn note_author(&mut self, platform: &str, author: Option<&Who<'_>>) {
        match author.map(|who| (who.known_by, who.id.trim())) {
            Some((None, _)) => self.tally.masked(platform, None),
            Some((Some(KnownBy::Hash), hash)) => self.tally.masked(platform, Some(hash)),
            _ => {}
        }
    }
}

/// The place of a row, or of one field of it.
pub(crate) fn span(item: ItemId, at: At<'_>, field: Option<String>) -> Span {
    let place = match at {
        At::Row { row, start, len } => {
            Place::Row { row: u64::from(row), start, end: start + u64::from(len), field }
        }
        At::Record { table, rowid } => Place::Record { table: table.to_owned(), rowid, field },
    };
    Span { item, place }
}
