//! The web material of a case as one WACZ 1.1.1, for anybody's tools: made of the sealed items, and again out
//! of the bundle to compare.
//!
//! A WARC goes in as it was sealed, and so do the WARCs of a WACZ. An entry of a HAR whose answer was recorded
//! whole becomes a `response` record; parts of MHTML and saved pages, which hold no HTTP, become `resource`
//! records. Nothing is written that was not captured: a part without an address or a time stays out, and so
//! does an archive that is not whole. What went in and what did not stands in `redress/items.json`.

use crate::SealedBytes;
use crate::web_archive::{Looked, look, may_be_one};
use redress_base::{Fault, Finding, Instant, Refusal, Sha256};
use redress_case::{KeptItem, Role, State};
use redress_webarchive::wacz::{self, NewPage, Plan};
use redress_webarchive::warc::{self, Captured, RecordId, Writer};
use redress_webarchive::{Bodies, Kind, Part, Source};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::Cursor;

/// Where the web material stands in a bundle.
pub const WEB_PATH: &str = "data/web.wacz";
/// The list of items in it.
const LIST: &str = "redress/items.json";
/// Most bytes of items that go in; the others are in the bundle as they were sealed.
const MOST_BYTES: u64 = 256 << 20;

/// The WACZ, and how many items are in it and how many stayed out.
pub(crate) struct WebMaterial {
    pub(crate) wacz: Vec<u8>,
    pub(crate) items: u64,
    pub(crate) left_out: u64,
}

/// One line of the list.
#[derive(Serialize)]
struct Row {
    item: String,
    sha256: Sha256,
    kind: Kind,
    /// `as-sealed`, `made`, or `left-out`.
    form: &'static str,
    /// Files under `archive/`.
    files: Vec<String>,
    /// Parts without an address, a time or a whole answer.
    parts_left_out: u64,
    /// Why it was left out: `too-large`, `not-whole`, `nothing-to-write`.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
}

#[derive(Serialize)]
struct List<'r> {
    schema: &'static str,
    items: &'r [Row],
}

/// What is gathered while the items go by.
#[derive(Default)]
struct Gathered {
    warcs: Vec<(String, Vec<u8>)>,
    pages: Vec<NewPage>,
    /// The first answer, for archives that list no page.
    first: Option<NewPage>,
    rows: Vec<Row>,
    newest: Option<Instant>,
    bytes: u64,
}

/// What one archive gives.
#[derive(Default)]
struct Share {
    warcs: Vec<(String, Vec<u8>)>,
    /// Addresses of the records that were made; of WARCs that go in as they are every page may stand.
    made: Option<BTreeSet<String>>,
    left: u64,
}

/// The web material of a case; nothing where there is none.
///
/// # Errors
/// Whatever lending the bytes refuses.
pub(crate) fn web_material(
    state: &State,
    sealed: &dyn SealedBytes,
    software: &str,
) -> Result<Option<WebMaterial>, Refusal> {
    let mut gathered = Gathered::default();
    let mut seen = BTreeSet::new();
    let material = state.items.values().filter(|kept| kept.role == Role::Material && may_be_one(kept));
    for kept in material {
        if seen.insert(kept.item.digests.sha256) {
            one(kept, sealed, software, &mut gathered)?;
        }
    }
    gathered.write(software)
}

fn one(
    kept: &KeptItem,
    sealed: &dyn SealedBytes,
    software: &str,
    gathered: &mut Gathered,
) -> Result<(), Refusal> {
    // What is too large is not opened, and so only its record can say what it is.
    let size = kept.item.digests.bytes;
    if gathered.bytes.saturating_add(size) > MOST_BYTES {
        if let Some(kind) = crate::web_archive::kind_of(&kept.item.format) {
            gathered.left_out(kept, kind, "too-large", 0);
        }
        return Ok(());
    }
    let bytes = sealed.bytes(kept)?;
    let mut source = Cursor::new(bytes.as_slice());
    // Bytes in memory can be read.
    let Some(looked) = look(&kept.item.name, &mut source).ok().flatten() else { return Ok(()) };
    let kind = looked.archive.kind;
    if !looked.archive.complete {
        gathered.left_out(kept, kind, "not-whole", 0);
        return Ok(());
    }
    gathered.bytes = gathered.bytes.saturating_add(size);
    let share = match kind {
        Kind::Warc => whole(kept, &bytes),
        Kind::Wacz => members(kept, &bytes, &mut source),
        Kind::Har | Kind::Mhtml | Kind::SavedPage => made(kept, &looked, &mut source, software)?,
    };
    gathered.take(kept, &looked, share);
    Ok(())
}

/// The number of the item, as file names have it.
fn number(kept: &KeptItem) -> String {
    format!("{:06}", kept.item.id.0)
}

/// A WARC as it was sealed, if every record and digest of it is sound.
fn whole(kept: &KeptItem, bytes: &[u8]) -> Share {
    let ending = if bytes.starts_with(&[0x1f, 0x8b]) { "warc.gz" } else { "warc" };
    let name = format!("{}.{ending}", number(kept));
    let warcs = if sound(&name, bytes) { vec![(name, bytes.to_vec())] } else { Vec::new() };
    Share { warcs, ..Share::default() }
}

/// The WARCs of a WACZ, as they are in it.
fn members(kept: &KeptItem, bytes: &[u8], source: &mut dyn Source) -> Share {
    let mut share = Share::default();
    let Ok(bodies) = Bodies::open(Kind::Wacz, source) else { return share };
    for (count, (path, start, end)) in (1u32..).zip(bodies.warcs()) {
        let ending = if path.ends_with(".gz") { "warc.gz" } else { "warc" };
        let name = format!("{}-{count}.{ending}", number(kept));
        let span = usize::try_from(start).ok().zip(usize::try_from(end).ok());
        match span.and_then(|(start, end)| bytes.get(start..end)).filter(|warc| sound(&name, warc)) {
            Some(warc) => share.warcs.push((name, warc.to_vec())),
            None => share.left = share.left.saturating_add(1),
        }
    }
    share
}

/// Whether a WARC can stand in a WACZ: read to its end, with no error.
fn sound(name: &str, mut warc: &[u8]) -> bool {
    let (summary, findings) = warc::read(name, &mut warc, &mut |_| {});
    summary.complete && !findings.iter().any(|finding| finding.level == redress_base::Level::Error)
}

/// Records made of what a HAR, an MHTML file or a saved page holds.
fn made(kept: &KeptItem, looked: &Looked, source: &mut dyn Source, software: &str) -> Result<Share, Refusal> {
    let mut out = Vec::new();
    let mut share = Share { made: Some(BTreeSet::new()), ..Share::default() };
    let seed = kept.item.digests.sha256.0;
    let mut writer = Writer::plain(&mut out);
    writer.info(RecordId::derived(&[&seed, b"info"]), kept.item.sealed_at.at, software)?;
    let Ok(mut bodies) = Bodies::open(looked.archive.kind, source) else { return Ok(share) };
    for part in &looked.whole.parts {
        let id = RecordId::derived(&[&seed, &part.number.to_be_bytes()]);
        match record(&mut writer, &mut bodies, part, id)? {
            Some(target) => drop(share.made.get_or_insert_default().insert(target)),
            None => share.left = share.left.saturating_add(1),
        }
    }
    if share.made.as_ref().is_some_and(|made| !made.is_empty()) {
        share.warcs.push((format!("{}.warc", number(kept)), out));
    }
    Ok(share)
}

/// One part as a record; gives its address. Nothing where it states no address or time, was not recorded
/// whole, or holds what a WARC cannot.
fn record(
    writer: &mut Writer<'_>,
    bodies: &mut Bodies<'_>,
    part: &Part,
    id: RecordId,
) -> Result<Option<String>, Refusal> {
    let (Some(target), Some(at)) = (part.url.as_deref(), part.at) else { return Ok(None) };
    let media_type = part.media_type.as_deref().unwrap_or("application/octet-stream");
    let captured = Captured { id, at: at.at, target, media_type };
    let written = if part.what == "entry" {
        let Ok(Some(message)) = bodies.message(part) else { return Ok(None) };
        writer.response_by(&captured, message.protocol.as_deref(), &mut Cursor::new(message.bytes))
    } else {
        let Ok(body) = bodies.body(part) else { return Ok(None) };
        writer.resource(&captured, &mut Cursor::new(body))
    };
    match written {
        Ok(_) => Ok(Some(target.to_owned())),
        // A field that cannot stand in a head; nothing of the record was written.
        Err(refusal) if matches!(refusal.fault, Fault::Usage | Fault::Input) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

impl Gathered {
    fn left_out(&mut self, kept: &KeptItem, kind: Kind, why: &'static str, left: u64) {
        self.rows.push(Row {
            item: kept.item.id.to_string(),
            sha256: kept.item.digests.sha256,
            kind,
            form: "left-out",
            files: Vec::new(),
            parts_left_out: left,
            why: Some(why),
        });
    }

    fn take(&mut self, kept: &KeptItem, looked: &Looked, share: Share) {
        let kind = looked.archive.kind;
        if share.warcs.is_empty() {
            let why = if share.made.is_some() { "nothing-to-write" } else { "not-whole" };
            return self.left_out(kept, kind, why, share.left);
        }
        let stands = |url: &str| share.made.as_ref().is_none_or(|made| made.contains(url));
        let pages = looked.whole.pages.iter().filter(|page| stands(&page.url));
        self.pages.extend(pages.filter_map(|page| {
            let at = page.at.or(looked.archive.captured)?.at;
            Some(NewPage { url: page.url.clone(), at, title: page.title.clone(), text: None })
        }));
        let received =
            |part: &&Part| matches!(part.what.as_str(), "response" | "resource" | "entry" | "part");
        let first = looked.whole.parts.iter().filter(received).find_map(|part| {
            let url = part.url.clone().filter(|url| stands(url))?;
            Some(NewPage { url, at: part.at?.at, title: None, text: None })
        });
        self.first = self.first.take().or(first);
        self.newest = self.newest.max(Some(kept.item.sealed_at.at));
        self.rows.push(Row {
            item: kept.item.id.to_string(),
            sha256: kept.item.digests.sha256,
            kind,
            form: if share.made.is_some() { "made" } else { "as-sealed" },
            files: share.warcs.iter().map(|(name, _)| name.clone()).collect(),
            parts_left_out: share.left,
            why: None,
        });
        self.warcs.extend(share.warcs);
    }

    /// The WACZ; nothing where no record or no page could be named.
    fn write(mut self, software: &str) -> Result<Option<WebMaterial>, Refusal> {
        if self.pages.is_empty() {
            self.pages.extend(self.first.take());
        }
        let Some(created) = self.newest.filter(|_| !self.pages.is_empty()) else { return Ok(None) };
        let list = List { schema: "redress/web-material/1", items: &self.rows };
        let mut list = serde_json::to_vec_pretty(&list).map_err(|error| {
            let found = Finding::error("workbench-result-unwritable");
            found.with("problem", error.to_string()).refuse(Fault::Storage)
        })?;
        list.push(b'\n');
        let mut list = Cursor::new(list);
        let mut warcs: Vec<(&str, Cursor<&[u8]>)> =
            self.warcs.iter().map(|(name, bytes)| (name.as_str(), Cursor::new(bytes.as_slice()))).collect();
        let mut plan = Plan {
            software,
            created,
            title: None,
            warcs: warcs.iter_mut().map(|(name, source)| (*name, source as &mut dyn Source)).collect(),
            pages: self.pages,
            extras: vec![(LIST, &mut list as &mut dyn Source)],
        };
        let mut out = Cursor::new(Vec::new());
        wacz::write(&mut plan, &mut out)?;
        let out_rows = self.rows.iter().filter(|row| row.why.is_some()).count();
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        let items = count(self.rows.len().saturating_sub(out_rows));
        Ok(Some(WebMaterial { wacz: out.into_inner(), items, left_out: count(out_rows) }))
    }
}
