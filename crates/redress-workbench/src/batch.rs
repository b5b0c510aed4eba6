//! Files taken together, so that their digests are computed side by side (see the evidence room's
//! `digest_many`) while no more than one batch is in memory.

use crate::add::{AddedItem, Adding};
use crate::inside::Brought;
use crate::stated::of_bytes;
use crate::web_archive::{LONGEST_WACZ, WebArchive, lent};
use crate::{Desk, Progress};
use redress_base::{Digests, Fault, Finding, ItemId, Level, Refusal, Stamp, TimeSource};
use redress_case::{KeptItem, Role, What};
use redress_evidence::{SealedItem, hash};
use redress_posts::{ReaderReport, Sniff, are_names, read, sniff};
use std::cell::RefCell;
use std::io::Read;

/// Bytes after which a batch is worked off.
const FULL_BYTES: usize = 64 << 20;
/// Files after which a batch is worked off.
const FULL_FILES: usize = 512;

/// One deposit and its digests.
pub(crate) struct Part {
    name: String,
    bytes: Vec<u8>,
    digests: Digests,
    /// The place in this batch of the archive it came out of.
    parent: Option<usize>,
    /// What it is, if it is a web archive.
    archive: Option<WebArchive>,
    /// Whether it is a body out of a web archive.
    inside: bool,
}

impl Part {
    pub(crate) fn mapping(name: String, bytes: Vec<u8>) -> Part {
        let digests = hash::digests(&bytes);
        Part { name, bytes, digests, parent: None, archive: None, inside: false }
    }
}

/// Deposits waiting to be sealed.
#[derive(Default)]
pub(crate) struct Batch {
    deposits: Vec<(Brought, Option<usize>)>,
    bytes: usize,
}

impl Batch {
    pub(crate) fn push(&mut self, deposits: Vec<Brought>) {
        let base = self.deposits.len();
        for brought in deposits {
            self.bytes = self.bytes.saturating_add(brought.deposit.bytes.len());
            let parent = brought.deposit.parent.map(|parent| base.saturating_add(parent));
            self.deposits.push((brought, parent));
        }
    }

    pub(crate) fn full(&self) -> bool {
        self.bytes >= FULL_BYTES || self.deposits.len() >= FULL_FILES
    }

    fn drain(&mut self) -> Vec<Part> {
        self.bytes = 0;
        let deposits = std::mem::take(&mut self.deposits);
        let views: Vec<&[u8]> =
            deposits.iter().map(|(brought, _)| brought.deposit.bytes.as_slice()).collect();
        let digests = hash::digest_many(&views);
        let joined = deposits.into_iter().zip(digests);
        joined
            .map(|((brought, parent), digests)| Part {
                name: brought.deposit.name,
                bytes: brought.deposit.bytes,
                digests,
                parent,
                archive: brought.archive,
                inside: brought.inside,
            })
            .collect()
    }
}

impl Desk<'_> {
    pub(crate) fn take_batch(&mut self, batch: &mut Batch, adding: &mut Adding<'_>) -> Result<(), Refusal> {
        let parts = batch.drain();
        let mut taken: Vec<Option<ItemId>> = Vec::with_capacity(parts.len());
        for part in parts {
            self.check_stop()?;
            let parent = part.parent.and_then(|parent| taken.get(parent).copied().flatten());
            taken.push(self.take_part(&part, parent, adding)?);
            self.progress.advance(part.digests.bytes);
        }
        Ok(())
    }

    fn take_part(
        &mut self,
        part: &Part,
        parent: Option<ItemId>,
        adding: &mut Adding<'_>,
    ) -> Result<Option<ItemId>, Refusal> {
        let role = adding.options.role;
        if let Some(id) = adding.state.find_item(&part.name, &part.digests.sha256) {
            return self.take_again(id, part, adding).map(|()| Some(id));
        }
        // What breaks off is refused whole, unless the person wants it sealed as it is.
        if let Some(refusal) =
            part.archive.as_ref().filter(|_| !adding.options.seal_only).and_then(WebArchive::broken)
        {
            return adding.refuse(&part.name, refusal).map(|()| None);
        }
        let (format, report) = match self.read_part(adding.next, part, role, adding) {
            Ok(read) => read,
            // Nobody brought this body by itself: it stays in the archive, which is sealed.
            Err(refusal) if part.inside && refusal.fault == Fault::Input => {
                let finding = (*refusal.finding).with("file", part.name.as_str());
                let unread = Finding::warning("workbench-inside-unread").with("file", part.name.as_str());
                adding.added.findings.extend([Finding { level: Level::Warning, ..finding }, unread]);
                return Ok(None);
            }
            Err(refusal) => return adding.refuse(&part.name, refusal).map(|()| None),
        };
        let id = adding.next;
        let twin = adding.same_bytes(&part.name, &part.digests);
        adding.added.findings.extend(twin);
        if let Some(report) = &report {
            let mapping = adding.mapping.as_ref().map(|(mapping, _)| *mapping);
            self.keep_as(part, role, &report.format, parent, adding)?;
            adding.happened.push(What::Read { item: id, format, mapping });
        } else {
            self.keep_as(part, role, &format, parent, adding)?;
        }
        if let Some(last) = adding.added.items.last_mut() {
            if report.is_none() && part.archive.is_none() {
                last.stated = of_bytes(&part.name, &part.bytes);
            }
            last.report = report;
            last.archive = part.archive.clone().map(WebArchive::kept);
        }
        Ok(Some(id))
    }

    /// A file that is kept already. It is read now where no posts were read from it, or where another
    /// mapping is given than the one by which it was read.
    fn take_again(&self, id: ItemId, part: &Part, adding: &mut Adding<'_>) -> Result<(), Refusal> {
        let Some(kept) = adding.state.items.get(&id).cloned() else { return Ok(()) };
        let given = adding.mapping.as_ref().map(|(mapping, _)| *mapping);
        let anew = kept.read.as_ref().is_none_or(|(_, used)| given.is_some() && *used != given);
        let read = if anew { self.read_part(id, part, kept.role, adding) } else { Ok((String::new(), None)) };
        match read {
            Err(refusal) => adding.refuse(&part.name, refusal),
            Ok((_, None)) => {
                adding.added.kept_before.push(id);
                Ok(())
            }
            Ok((format, report)) => {
                let mapping = adding.mapping.as_ref().map(|(mapping, _)| *mapping);
                adding.happened.push(What::Read { item: id, format, mapping });
                adding.added.items.push(AddedItem {
                    item: kept.item,
                    role: kept.role,
                    report,
                    archive: None,
                    stated: None,
                });
                Ok(())
            }
        }
    }

    /// Reads posts, where the file holds posts and the person did not ask to seal only.
    fn read_part(
        &self,
        id: ItemId,
        part: &Part,
        role: Role,
        adding: &mut Adding<'_>,
    ) -> Result<(String, Option<ReaderReport>), Refusal> {
        let media = || match &part.archive {
            Some(archive) => archive.format(),
            None => media_type(&part.bytes, &part.name),
        };
        if role != Role::Material || adding.options.seal_only {
            return Ok((media(), None));
        }
        let mapping = adding.mapping.as_ref().map(|(_, mapping)| mapping);
        // An archive of traffic is JSON too; only a mapping that is given can mean it as a table.
        if part.archive.is_some() && (mapping.is_none() || !named_as_table(&part.name)) {
            return Ok((media(), None));
        }
        let columns = match sniff(&part.name, &part.bytes) {
            Sniff::Unknown { columns } => columns,
            // What is named as a table and is none is asked to be read all the same: the reader says what
            // is wrong with it, and the person may still seal it as it is.
            Sniff::NotPosts { .. } if !named_as_table(&part.name) => return Ok((media(), None)),
            Sniff::Format(_) | Sniff::Database | Sniff::NotPosts { .. } => vec!["–".to_owned()],
        };
        match read(id, &part.name, &part.bytes, mapping, self.tables, &mut adding.corpus) {
            Ok(report) => {
                adding.added.findings.extend(mostly_lost(&part.name, &report));
                Ok((report.format.clone(), Some(report)))
            }
            // A sound file of columns that nobody knows is evidence all the same.
            Err(refusal) if mapping.is_none() && refusal.finding.code == "posts-unknown-format" => {
                adding.added.findings.push(unread(&part.name, &columns));
                Ok((media(), None))
            }
            Err(refusal) => Err(refusal),
        }
    }

    pub(crate) fn keep(
        &mut self,
        part: &Part,
        role: Role,
        adding: &mut Adding<'_>,
    ) -> Result<ItemId, Refusal> {
        if let Some(id) = adding.state.find_item(&part.name, &part.digests.sha256) {
            return Ok(id);
        }
        let id = adding.next;
        self.keep_as(part, role, "redress/mapping/1", None, adding)?;
        Ok(id)
    }

    fn keep_as(
        &mut self,
        part: &Part,
        role: Role,
        format: &str,
        parent: Option<ItemId>,
        adding: &mut Adding<'_>,
    ) -> Result<(), Refusal> {
        self.store.put(&part.bytes, &part.digests)?;
        adding.put.push(part.digests.sha256);
        let item = self.sealed(part.name.clone(), format.to_owned(), part.digests, parent, role, adding);
        adding.push(item, role);
        Ok(())
    }

    fn sealed(
        &self,
        name: String,
        format: String,
        digests: Digests,
        parent: Option<ItemId>,
        role: Role,
        adding: &Adding<'_>,
    ) -> SealedItem {
        let observed = if role == Role::Mapping { None } else { adding.options.observed };
        SealedItem {
            schema: redress_evidence::ItemSchema::default(),
            id: adding.next,
            name,
            format,
            digests,
            sealed_at: self.clock.now(),
            observed: observed.map(|stamp| Stamp { at: stamp.at, source: TimeSource::Declared }),
            clock_ahead_ms: adding.options.clock_ahead_ms,
            source: adding.options.source.clone(),
            tool: self.software.to_owned(),
            parent,
        }
    }

    pub(crate) fn take_stream(
        &mut self,
        name: &str,
        source: &mut dyn Read,
        adding: &mut Adding<'_>,
    ) -> Result<(), Refusal> {
        let progress = RefCell::new(&mut *self.progress);
        let mut source = Stoppable { source, progress: &progress };
        let kept = self.store.put_stream(&mut source, &mut |bytes| progress.borrow_mut().advance(bytes));
        // Where the person stopped, that is the reason to tell, not the reading that broke off.
        self.check_stop()?;
        let digests = kept?;
        adding.put.push(digests.sha256);
        let name = redress_intake::clean_name(name);
        if let Some(id) = adding.state.find_item(&name, &digests.sha256) {
            adding.added.kept_before.push(id);
            return Ok(());
        }
        let twin = adding.same_bytes(&name, &digests);
        let role = adding.options.role;
        let archive = match self.long_archive(&name, &digests, adding) {
            Ok(archive) => archive,
            Err(refusal) => {
                // Another file of this request may be the same bytes.
                if !adding.added.items.iter().any(|row| row.item.digests.sha256 == digests.sha256) {
                    adding.put.retain(|put| *put != digests.sha256);
                    self.store.forget(&digests.sha256)?;
                }
                return adding.refuse(&name, refusal);
            }
        };
        let format = archive.as_ref().map_or_else(|| media_type(&[], &name), WebArchive::format);
        let long = Finding::note("workbench-too-long-to-read").with("file", name.as_str());
        adding.added.findings.push(long);
        adding.added.findings.extend(twin);
        let item = self.sealed(name, format, digests, None, role, adding);
        adding.push(item, role);
        if let Some(last) = adding.added.items.last_mut() {
            last.archive = archive.map(WebArchive::kept);
        }
        Ok(())
    }

    /// A long file as a web archive, read again out of the store, where it lies.
    fn long_archive(
        &self,
        name: &str,
        digests: &Digests,
        adding: &mut Adding<'_>,
    ) -> Result<Option<WebArchive>, Refusal> {
        let bytes = self.store.open(&digests.sha256)?;
        let looked = lent(name, bytes, digests.bytes).map_err(|error| {
            let found = Finding::error("workbench-long-unreadable").with("file", name);
            found.with("problem", error.to_string()).refuse(Fault::Storage)
        })?;
        let archive = looked.map(|looked| looked.archive);
        let zip = digests.bytes > LONGEST_WACZ && name.to_ascii_lowercase().ends_with(".wacz");
        if archive.is_none() && zip {
            let long = Finding::warning("workbench-wacz-too-long").with("file", name);
            adding.added.findings.push(long.with("limit", LONGEST_WACZ));
        }
        let broken = archive.as_ref().filter(|_| !adding.options.seal_only).and_then(WebArchive::broken);
        broken.map_or(Ok(archive), Err)
    }
}

/// Breaks off reading when the person asks to stop.
struct Stoppable<'s, 'a, 'p> {
    source: &'s mut dyn Read,
    progress: &'s RefCell<&'a mut (dyn Progress + 'p)>,
}

impl Read for Stoppable<'_, '_, '_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.progress.borrow().stopped() {
            return Err(std::io::Error::other("stopped"));
        }
        self.source.read(into)
    }
}

impl Adding<'_> {
    /// That these bytes are an exhibit already, under another name: both stand, as they were given, and it is said. Of several
    /// one that counts is named first.
    fn same_bytes(&self, name: &str, digests: &Digests) -> Option<Finding> {
        let aside = |kept: &KeptItem| kept.read.is_none() && !kept.readings.is_empty();
        let kept = self.state.items.values().map(|kept| (&kept.item, aside(kept)));
        let all = kept.chain(self.added.items.iter().map(|row| (&row.item, false)));
        let twins = all.filter(|(item, _)| item.digests.sha256 == digests.sha256);
        let (twin, aside) = twins.min_by_key(|(_, aside)| *aside)?;
        let code = if aside { "workbench-same-bytes-aside" } else { "workbench-same-bytes" };
        let found = Finding::note(code).with("file", name).with("item", self.next.to_string());
        Some(found.with("same", twin.id.to_string()).with("name", twin.name.as_str()))
    }

    fn push(&mut self, item: SealedItem, role: Role) {
        self.next = ItemId(self.next.0.saturating_add(1));
        self.happened.push(What::Sealed { item: item.clone(), role });
        self.added.items.push(AddedItem { item, role, report: None, archive: None, stated: None });
    }
}

/// Where most rows were skipped, or count as the same post again, the file was hardly meant to be read so.
fn mostly_lost(name: &str, report: &ReaderReport) -> Option<Finding> {
    let most = |count: u64, of: u64| of > 1 && count.saturating_mul(2) > of;
    let (code, count, of) = if most(report.skipped, report.rows) {
        ("workbench-mostly-skipped", report.skipped, report.rows)
    } else if most(report.repeats, report.read) {
        ("workbench-mostly-repeats", report.repeats, report.read)
    } else {
        return None;
    };
    Some(Finding::warning(code).with("file", name).with("count", count).with("rows", of))
}

/// That no posts were read. Columns are named where they read as names: the first line of a table without a header is a post.
fn unread(name: &str, columns: &[String]) -> Finding {
    if columns == ["–"] || are_names(columns) {
        return Finding::warning("workbench-not-read").with("file", name).with("columns", columns.join(", "));
    }
    Finding::warning("workbench-not-read-nameless").with("file", name).with("count", columns.len())
}

/// Whether the name ends as exports of posts do.
fn named_as_table(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    matches!(ending.as_str(), "csv" | "tsv" | "json" | "jsonl" | "ndjson" | "db" | "sqlite" | "sqlite3")
}

/// The media type by the first bytes, else by the ending of the name, else unknown bytes.
fn media_type(bytes: &[u8], name: &str) -> String {
    if let Some(kind) = infer::get(bytes) {
        return kind.mime_type().to_owned();
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    let known = match ending.as_str() {
        "txt" | "log" => "text/plain",
        "csv" => "text/csv",
        "md" => "text/markdown",
        "json" => "application/json",
        "jsonl" | "ndjson" => "application/jsonl",
        "html" | "htm" => "text/html",
        _ => "application/octet-stream",
    };
    known.to_owned()
}
