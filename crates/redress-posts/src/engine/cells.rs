//! Reading the cells of a row by their rules.

use super::{Cell, Engine, Published};
use crate::draft::{Author, Counter, Link};
use crate::mapping::{MOST_COUNTERS, TimeForm};
use crate::plan::{Assumed, AuthorPlan, CounterPlan, KindPlan, LinkPlan, Plan, PostPlan, Text, TimePlan};
use crate::post::{KnownBy, PostKind, Space};
use crate::row::{Held, Row};
use crate::shown::{self, Shown};
use crate::when::{self, Epoch, When};
use redress_base::{Count, Finding, Stamp, TimeSource, Unit};
use std::borrow::Cow;

/// Longest piece of a cell that a finding repeats, in characters.
const QUOTED: usize = 40;

/// An author as a row says it, before it is borrowed for the corpus.
pub(super) struct Who<'a> {
    pub(super) known_by: Option<KnownBy>,
    pub(super) id: Cell<'a>,
    handle: Cell<'a>,
}

impl Who<'_> {
    pub(super) fn borrowed(&self) -> Option<Author<'_>> {
        let known_by = self.known_by?;
        Some(Author { known_by, id: self.id.trim(), handle: self.handle.trim() })
    }
}

/// A counter as a row shows it, before it is borrowed for the corpus.
pub(super) struct Seen<'a> {
    unit: Unit,
    count: Count,
    shown: Cell<'a>,
    field: &'a str,
    topic: Option<Cell<'a>>,
}

impl Seen<'_> {
    pub(super) fn borrowed(&self) -> Counter<'_> {
        let topic = self.topic.as_deref().map(str::trim);
        Counter { unit: self.unit, count: self.count, shown: self.shown.trim(), field: self.field, topic }
    }
}

impl Engine<'_> {
    /// The text of a cell, if it holds any.
    pub(super) fn cell<'a>(&mut self, plan: &Plan, row: &Row<'a>, slot: usize) -> Option<Cell<'a>> {
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

    pub(super) fn id<'a>(
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

    pub(super) fn kind(&mut self, plan: &Plan, rule: &KindPlan, row: &Row<'_>) -> PostKind {
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

    /// The address of the post: of the columns that may hold it the first that holds one. What is none of the web is left.
    pub(super) fn address<'a>(&mut self, plan: &Plan, rules: &PostPlan, row: &Row<'a>) -> Cell<'a> {
        let web = |cell: &Cell<'a>| cell.trim().starts_with("https://") || cell.trim().starts_with("http://");
        let mut found = rules.address.iter().filter_map(|slot| self.cell(plan, row, *slot).filter(web));
        found.next().unwrap_or_default()
    }

    /// The words of all text columns, one below the other.
    pub(super) fn words<'a>(&mut self, plan: &Plan, rules: &PostPlan, row: &Row<'a>) -> Cell<'a> {
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
    pub(super) fn author<'a>(
        &mut self,
        plan: &'a Plan,
        rules: &'a [AuthorPlan],
        row: &Row<'a>,
    ) -> Option<Who<'a>> {
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
    pub(super) fn link<'a>(
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
    pub(super) fn time(&mut self, plan: &Plan, rules: &[TimePlan], row: &Row<'_>) -> Published {
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

    pub(super) fn counters<'a>(
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

    pub(super) fn counter<'a>(
        &mut self,
        plan: &'a Plan,
        rule: &CounterPlan,
        row: &Row<'a>,
    ) -> Option<Seen<'a>> {
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
