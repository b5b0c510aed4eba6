//! Rows into posts: every cell is read by its rule, what cannot be read is reported and left out.

use crate::corpus::{Corpus, Reference};
use crate::draft::{At, Author, Counter, Draft, Kept, Link};
use crate::mapping::{MOST_COUNTERS, TimeForm};
use crate::plan::{Assumed, AuthorPlan, CounterPlan, KindPlan, LinkPlan, Plan, PostPlan, Text, TimePlan};
use crate::post::{KnownBy, PostIx, PostKind, Space};
use crate::report::Tally;
use crate::row::{Held, Row};
use crate::shown::{self, Shown};
use crate::when::{self, Epoch, When};
use redress_base::{Count, Finding, Instant, ItemId, Place, Refusal, Span, Stamp, TimeSource, Unit};
use std::borrow::Cow;

/// Longest piece of a cell that a finding repeats, in characters.
const QUOTED: usize = 40;

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
            let at = base.and_then(|base| base.at.0.checked_add(seconds)).map(Instant);
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
        self.note_author(kept.post, author.as_ref());
        Ok(true)
    }
}

const NO_COUNTER: Counter<'static> =
    Counter { unit: Unit::Views, count: Count { lower: 0, upper: None }, shown: "", field: "", topic: None };

fn native<'a>(link: &'a Option<(Space, Cell<'_>)>) -> Option<&'a str> {
    link.as_ref().map(|(_, native)| native.trim())
}

/// An author as a row says it, before it is borrowed for the corpus.
struct Who<'a> {
    known_by: Option<KnownBy>,
    id: Cell<'a>,
    handle: Cell<'a>,
}

impl Who<'_> {
    fn borrowed(&self) -> Option<Author<'_>> {
        let known_by = self.known_by?;
        Some(Author { known_by, id: self.id.trim(), handle: self.handle.trim() })
    }
}

/// A counter as a row shows it, before it is borrowed for the corpus.
struct Seen<'a> {
    unit: Unit,
    count: Count,
    shown: Cell<'a>,
    field: &'a str,
    topic: Option<Cell<'a>>,
}

impl Seen<'_> {
    fn borrowed(&self) -> Counter<'_> {
        let topic = self.topic.as_deref().map(str::trim);
        Counter { unit: self.unit, count: self.count, shown: self.shown.trim(), field: self.field, topic }
    }
}

impl Engine<'_> {
    /// The text of a cell, if it holds any.
    fn cell<'a>(&mut self, plan: &Plan, row: &Row<'a>, slot: usize) -> Option<Cell<'a>> {
        match row.held(slot) {
            Held::Nothing => None,
            Held::Text(text) => Some(text),
            Held::Broken(text) => {
                self.notice(row, plan.slots.get(slot), "posts-broken-escape", Finding::warning);
                Some(text)
            }
            Held::Nested => {
                self.notice(row, plan.slots.get(slot), "posts-nested-value", Finding::warning);
                None
            }
        }
    }

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

    fn id<'a>(
        &mut self,
        plan: &'a Plan,
        rule: &'a Assumed<Text>,
        row: &Row<'a>,
        main: bool,
    ) -> Option<Cell<'a>> {
        let id = match &rule.rule {
            Text::Is(word) => Some(Cow::Borrowed(word.as_str())).filter(|word| !word.is_empty()),
            Text::Slot(slot) => self.cell(plan, row, *slot),
        };
        let Some(id) = id else {
            if main {
                self.notice(row, None, "posts-row-without-id", Finding::warning);
            }
            return None;
        };
        self.assumed(plan, rule.assume);
        let trimmed = id.trim().len() != id.len();
        if trimmed {
            self.notice(row, None, "posts-id-trimmed", Finding::note);
        }
        if is_spreadsheet_number(id.trim()) {
            let shown = id.trim().to_owned();
            self.notice_about(row, None, "posts-id-damaged", Finding::warning, |f| f.with("shown", shown));
            return None;
        }
        Some(if trimmed { Cow::Owned(id.trim().to_owned()) } else { id })
    }

    fn kind(&mut self, plan: &Plan, rule: &KindPlan, row: &Row<'_>) -> PostKind {
        match rule {
            KindPlan::Is(kind) => *kind,
            KindPlan::Filled { slot, then, otherwise } => {
                if matches!(row.held(*slot), Held::Nothing) {
                    *otherwise
                } else {
                    *then
                }
            }
            KindPlan::Values { slot, values, otherwise } => {
                let shown = self.cell(plan, row, *slot).unwrap_or_default();
                let found = values.iter().find(|(value, _)| value == shown.trim());
                found.map_or(*otherwise, |(_, kind)| *kind)
            }
        }
    }

    /// The words of all text columns, one below the other.
    fn words<'a>(&mut self, plan: &Plan, rules: &PostPlan, row: &Row<'a>) -> Cell<'a> {
        let mut words: Cell<'a> = Cow::Borrowed("");
        for slot in &rules.text {
            let Some(more) = self.cell(plan, row, *slot) else { continue };
            if words.is_empty() {
                words = more;
            } else {
                let joined = words.to_mut();
                joined.push('\n');
                joined.push_str(&more);
            }
        }
        words
    }

    /// The first rule whose column is filled says who posted.
    fn author<'a>(&mut self, plan: &'a Plan, rules: &'a [AuthorPlan], row: &Row<'a>) -> Option<Who<'a>> {
        for rule in rules {
            let (known_by, id, name) = match rule {
                AuthorPlan::Id { id, name } => (KnownBy::Id, self.cell(plan, row, *id), *name),
                AuthorPlan::Hash { hash, name } => (KnownBy::Hash, self.cell(plan, row, *hash), *name),
                AuthorPlan::Name { name } => (KnownBy::Name, Some(Cow::Borrowed("")), Some(*name)),
                AuthorPlan::File { id, name, assume } => {
                    self.assumed(plan, *assume);
                    (KnownBy::Id, Some(Cow::Borrowed(id.as_str())), *name)
                }
            };
            let Some(id) = id else { continue };
            let handle = name.and_then(|slot| self.cell(plan, row, slot)).unwrap_or_default();
            if known_by != KnownBy::Name {
                return Some(Who { known_by: Some(known_by), id, handle });
            }
            if !handle.is_empty() {
                // A masked name may be shared by two persons: it makes no account.
                let known_by = (!handle.contains("***")).then_some(KnownBy::Name);
                return Some(Who { known_by, id, handle });
            }
        }
        None
    }

    /// The first rule whose column is filled with another post's id.
    fn link<'a>(
        &mut self,
        plan: &'a Plan,
        rules: &'a [LinkPlan],
        row: &Row<'a>,
        own: Link<'_>,
    ) -> Option<(Space, Cell<'a>)> {
        for rule in rules {
            let found = match &rule.from.rule {
                Text::Is(word) => Some(Cow::Borrowed(word.as_str())).filter(|word| !word.is_empty()),
                Text::Slot(slot) => self.cell(plan, row, *slot),
            };
            let Some(found) = found else { continue };
            let native = found.trim();
            let none = rule.none.iter().any(|none| none == native);
            if none || native.is_empty() || (rule.space == own.space && native == own.native) {
                continue;
            }
            self.assumed(plan, rule.from.assume);
            return Some((rule.space, found));
        }
        None
    }

    /// The first rule that reads its cell says when. A cell that no rule reads is reported; two rules
    /// for one column are two ways in which a file writes it.
    fn time(&mut self, plan: &Plan, rules: &[TimePlan], row: &Row<'_>) -> Published {
        let mut odd: Option<(usize, &'static str, String)> = None;
        let mut published = Published::Unknown;
        for rule in rules {
            if let Some(constant) = rule.constant {
                published = Published::At(constant);
                break;
            }
            let Some(slot) = rule.slot else { continue };
            let Some(cell) = self.cell(plan, row, slot) else { continue };
            match moment(rule, &cell) {
                Ok(Published::Unknown) => {}
                Ok(found) => {
                    let by_rule =
                        !matches!(found, Published::At(stamp) if stamp.source != TimeSource::Assumed);
                    if by_rule {
                        self.assumed(plan, rule.assume);
                    }
                    odd = odd.filter(|(odd_slot, ..)| *odd_slot != slot);
                    published = found;
                    break;
                }
                Err(code) => odd = odd.or_else(|| Some((slot, code, quoted(&cell)))),
            }
        }
        if let Some((slot, code, shown)) = odd {
            let field = plan.slots.get(slot);
            self.notice_about(row, field, code, Finding::warning, |f| f.with("shown", shown));
        }
        published
    }

    fn counters<'a>(
        &mut self,
        plan: &'a Plan,
        rules: &[CounterPlan],
        row: &Row<'a>,
    ) -> [Option<Seen<'a>>; MOST_COUNTERS] {
        let mut seen = [const { None }; MOST_COUNTERS];
        for (rule, place) in rules.iter().zip(&mut seen) {
            *place = self.counter(plan, rule, row);
        }
        seen
    }

    fn counter<'a>(&mut self, plan: &'a Plan, rule: &CounterPlan, row: &Row<'a>) -> Option<Seen<'a>> {
        let cell = self.cell(plan, row, rule.slot).unwrap_or_default();
        let read = if rule.expanded { shown::parse_expanded(&cell) } else { shown::parse(&cell) };
        let count = match read {
            Shown::Exact(n) => Count::exactly(n),
            Shown::Rounded(count) => {
                self.tally.report.rounded += 1;
                count
            }
            Shown::Floor(n) => {
                self.tally.report.floors += 1;
                Count::floor(n)
            }
            Shown::Nothing => {
                self.tally.report.not_shown += 1;
                return None;
            }
            Shown::Strange => {
                let shown = quoted(&cell);
                let field = plan.slots.get(rule.slot);
                self.notice_about(row, field, "posts-odd-counter", Finding::warning, |f| {
                    f.with("shown", shown)
                });
                return None;
            }
        };
        if rule.expanded && !matches!(read, Shown::Exact(_)) {
            self.assumed(plan, rule.assume);
        }
        let topic = match rule.topic {
            Some(slot) => Some(self.cell(plan, row, slot)?),
            None => None,
        };
        self.tally.report.counters += 1;
        let field = plan.slots.get(rule.slot).map_or("", String::as_str);
        Some(Seen { unit: rule.unit, count, shown: cell, field, topic })
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

    fn note_author(&mut self, post: PostIx, author: Option<&Who<'_>>) {
        match author.map(|who| who.known_by) {
            Some(None) => self.tally.masked(None),
            Some(Some(KnownBy::Hash)) => {
                let account = self.corpus.post(post).and_then(|post| post.account());
                self.tally.masked(account.map(|account| account.0));
            }
            _ => {}
        }
    }
}

/// What a cell says under one rule; the code of the finding where it says nothing sensible.
fn moment(rule: &TimePlan, cell: &str) -> Result<Published, &'static str> {
    let when = match rule.form {
        TimeForm::Epoch => when::epoch(cell, Epoch::Either),
        TimeForm::EpochSeconds => when::epoch(cell, Epoch::Seconds),
        TimeForm::EpochMilliseconds => when::epoch(cell, Epoch::Milliseconds),
        TimeForm::Zoned | TimeForm::Naive | TimeForm::Constant => when::text(cell, rule.zone),
        TimeForm::SecondsAfterParent | TimeForm::SecondsAfterRoot => {
            let from_root = rule.form == TimeForm::SecondsAfterRoot;
            let seconds = cell.trim().parse().map_err(|_| "posts-odd-time")?;
            return Ok(Published::After { seconds, from_root });
        }
    };
    match when {
        When::At { at, zoned } => {
            let source = if zoned { rule.source } else { TimeSource::Assumed };
            Ok(Published::At(Stamp { at, source }))
        }
        When::Nothing => Ok(Published::Unknown),
        When::NoYear => Err("posts-time-without-year"),
        When::Strange => Err("posts-odd-time"),
    }
}

/// `4.91E+15`: a spreadsheet program has saved the id with most of its digits lost.
fn is_spreadsheet_number(id: &str) -> bool {
    let Some((mantissa, power)) = id.split_once(['E', 'e']) else { return false };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    digits(whole) && digits(fraction) && power.strip_prefix('+').is_some_and(digits)
}

fn quoted(cell: &str) -> String {
    let mut quoted: String = cell.trim().chars().take(QUOTED).collect();
    if quoted.len() < cell.trim().len() {
        quoted.push('…');
    }
    quoted
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
