//! Reads a WARC record by record, and checks what each states of itself.

use crate::date::{by_tool, warc_date};
use crate::description::{Draft, Outcome, Page, Part, Subject};
use crate::digest::{Stated, Sums, Unread};
use crate::findings::{Findings, Step};
use crate::html;
use crate::lines::{Bytes, LineEnd, line};
use crate::warc::block::{Block, Gathered};
use crate::warc::head::Head;
use crate::warc::members::Members;
use crate::warc::record::{Checked, Record};
use redress_base::Finding;
use std::io;

/// The record types of ISO 28500:2017 §6.
const KINDS: [&str; 8] =
    ["warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation"];

/// What [`read`] gives besides the records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Records that were read whole.
    pub records: u64,
    /// Whether the file was read to its end. If not, the last error finding says where reading ended.
    pub complete: bool,
}

/// The value and findings of [`read`].
pub type Read = (Summary, Vec<Finding>);

/// Streams a WARC and shows each record, in the order of the file. `name` is the file's name in findings.
///
/// Reading ends at the first record whose frame is broken (version, length, end, gzip member): one error
/// with the number of the record and its byte. A digest that does not agree ends nothing. Never panics;
/// holds about 256 KiB whatever the size.
pub fn read(name: &str, source: &mut dyn io::Read, each: &mut dyn FnMut(&Record)) -> Read {
    let mut findings = Findings::new(name);
    let summary = read_with(source, &mut findings, &mut |record, _, _| each(record));
    (summary, findings.finish())
}

/// Called with each record and the algorithms of its digests.
type Each<'e> = dyn FnMut(&Record, [Option<&Stated>; 2], &mut Findings) + 'e;

/// Reads into a draft: parts, pages and claims.
pub(crate) fn describe(
    member: Option<&str>,
    source: &mut dyn io::Read,
    draft: &mut Draft,
    findings: &mut Findings,
    each: &mut dyn FnMut(&Record),
) -> Summary {
    read_with(source, findings, &mut |record, stated, _| {
        each(record);
        let subjects = [(Subject::Block, record.block), (Subject::Payload, record.payload)];
        for ((subject, checked), stated) in subjects.into_iter().zip(stated) {
            if let Some(stated) = stated {
                draft.digest_claim(subject, stated.algorithm, outcome(checked));
            }
        }
        if draft.whole.version.is_none() && member.is_none() {
            draft.whole.version = Some(record.version.clone());
        }
        if draft.whole.tool.is_none() {
            draft.whole.tool.clone_from(&record.software);
        }
        if draft.whole.made.is_none() && record.kind == "warcinfo" {
            draft.whole.made = record.at.map(by_tool);
        }
        // The pages of a WACZ stand in its own list.
        if member.is_none() && record.is_page() {
            draft.page(page(record, draft.next_number()));
        }
        draft.part(part(record, draft.next_number(), member));
    })
}

const fn outcome(checked: Checked) -> Outcome {
    match checked {
        Checked::Holds | Checked::HoldsWithoutChunks => Outcome::Held,
        Checked::Fails => Outcome::Failed,
        Checked::None | Checked::Unchecked => Outcome::Unchecked,
    }
}

fn page(record: &Record, number: u64) -> Page {
    Page {
        url: record.target.clone().unwrap_or_default(),
        at: record.at.map(by_tool),
        status: record.status,
        title: record.title.clone(),
        part: Some(number),
    }
}

fn part(record: &Record, number: u64, member: Option<&str>) -> Part {
    Part {
        number,
        what: record.kind.clone(),
        member: member.map(str::to_owned),
        url: record.target.clone(),
        at: record.at.map(by_tool),
        status: record.status,
        media_type: record.media_type.clone(),
        coding: record.coding.clone(),
        start: record.start,
        end: record.end,
        bytes: record.payload_bytes,
        sha256: record.payload_sha256,
    }
}

fn read_with(source: &mut dyn io::Read, findings: &mut Findings, each: &mut Each<'_>) -> Summary {
    let mut summary = Summary::default();
    match records(source, findings, each, &mut summary) {
        Ok(()) => summary.complete = true,
        Err(finding) => findings.push(*finding),
    }
    summary
}

fn records(
    source: &mut dyn io::Read,
    findings: &mut Findings,
    each: &mut Each<'_>,
    summary: &mut Summary,
) -> Step<()> {
    let mut members = Members::open(source)?;
    let mut undigested = 0u64;
    while members.next()? {
        let number = summary.records.saturating_add(1);
        let (record, stated) = record(&mut members, number, findings)?;
        undigested = undigested.saturating_add(u64::from(stated.iter().all(Option::is_none)));
        each(&record, [stated[0].as_ref(), stated[1].as_ref()], findings);
        summary.records = number;
    }
    if summary.records == 0 {
        return Err(Box::new(Finding::error("webarchive-warc-empty")));
    }
    if members.is_gzip() && members.members() < summary.records {
        let finding = Finding::warning("webarchive-warc-members");
        findings.push(finding.with("members", members.members()).with("records", summary.records));
    }
    if undigested > 0 {
        findings.push(Finding::note("webarchive-warc-no-digest").with("records", undigested));
    }
    Ok(())
}

/// Reads the bytes of one part again: the body of the record that is `wanted`. A gzip member may hold other
/// records beside it.
pub(crate) fn body(source: &mut dyn io::Read, wanted: &Part) -> Step<Option<Vec<u8>>> {
    let mut findings = Findings::new("");
    let mut members = Members::open(source)?;
    let most = usize::try_from(wanted.bytes).unwrap_or(usize::MAX);
    while members.next()? {
        let start = members.at();
        let head = Head::read(&mut members, wanted.number, &mut findings)?;
        let mut block = Block::holding(most, has_http(head.get("content-type")));
        stream(&mut members, head.length, wanted.number, start, &mut block)?;
        end(&mut members, wanted.number, start)?;
        let gathered = block.finish();
        if gathered.body().sha256() == wanted.sha256 && gathered.body().bytes() == wanted.bytes {
            return Ok(Some(gathered.lead));
        }
        members.shown()?;
    }
    Ok(None)
}

/// Whether a block is an HTTP message.
fn has_http(block_type: Option<&str>) -> bool {
    block_type.is_some_and(|text| text.to_ascii_lowercase().starts_with("application/http"))
}

/// One record, and its block and payload digest as stated.
fn record(
    members: &mut Members<'_>,
    number: u64,
    findings: &mut Findings,
) -> Step<(Record, [Option<Stated>; 2])> {
    let start = members.at();
    let head = Head::read(members, number, findings)?;
    let kind = head.get("warc-type").unwrap_or_default().to_ascii_lowercase();
    let say = |finding: Finding| finding.with("record", number).with("byte", start);
    let stated = ["warc-block-digest", "warc-payload-digest"]
        .map(|name| head.get(name).and_then(|text| stated(text, findings, &say)));
    let block_type = head.get("content-type").map(str::to_owned);
    let wanted: Vec<&Stated> = stated.iter().flatten().collect();
    let mut block = Block::new(has_http(block_type.as_deref()), &wanted);
    stream(members, head.length, number, start, &mut block)?;
    end(members, number, start)?;
    let gathered = block.finish();
    notes(&head, &kind, findings, &say);
    let elsewhere = kind == "revisit" || kind == "continuation" || head.get("warc-segment-number").is_some();
    let checked = checks(&gathered, &stated, elsewhere);
    fails(checked, findings, &say);
    let mut record = assemble(&head, number, kind, block_type, &gathered);
    // In gzip a member that is used up ends the record; the reader stands behind it only then.
    members.shown()?;
    (record.start, record.end) = (start, members.behind());
    [record.block, record.payload] = checked;
    Ok((record, stated))
}

fn stated(text: &str, findings: &mut Findings, say: &dyn Fn(Finding) -> Finding) -> Option<Stated> {
    let code = match Stated::read(text) {
        Ok(stated) => return Some(stated),
        Err(Unread::Algorithm) => Finding::warning("webarchive-warc-digest-unknown"),
        Err(Unread::Form) => Finding::error("webarchive-warc-digest-form"),
    };
    findings.push(say(code));
    None
}

/// Streams the block through its sums.
fn stream(members: &mut Members<'_>, length: u64, number: u64, start: u64, block: &mut Block) -> Step<()> {
    let mut left = length;
    while left > 0 {
        let piece = members.shown()?;
        let count = usize::try_from(left).unwrap_or(usize::MAX).min(piece.len());
        if count == 0 {
            let finding = Finding::error("webarchive-warc-block-cut").with("missing", left);
            return Err(Box::new(finding.with("record", number).with("byte", start)));
        }
        block.push(piece.get(..count).unwrap_or_default());
        members.consume(count);
        left = left.saturating_sub(count as u64);
    }
    Ok(())
}

/// The two empty lines behind every record: §4 `warc-record`.
fn end(members: &mut Members<'_>, number: u64, start: u64) -> Step<()> {
    for _ in 0..2 {
        let taken = match line(members, 2) {
            Ok(taken) => taken,
            Err(error) => return Err(members.complaint(&error)),
        };
        if taken.end != LineEnd::CrLf || !taken.text.is_empty() {
            let finding = match taken.end {
                LineEnd::Bytes => Finding::error("webarchive-warc-end-cut"),
                _ => Finding::error("webarchive-warc-end"),
            };
            return Err(Box::new(finding.with("record", number).with("byte", start)));
        }
    }
    Ok(())
}

/// What a head says that a reader should know.
fn notes(head: &Head, kind: &str, findings: &mut Findings, say: &dyn Fn(Finding) -> Finding) {
    if head.get("warc-type").is_some() && !KINDS.contains(&kind) {
        let shown: String = kind.chars().filter(|c| !c.is_control()).take(40).collect();
        findings.push(say(Finding::note("webarchive-warc-type-unknown").with("type", shown)));
    }
    if head.get("warc-truncated").is_some() {
        findings.push(say(Finding::warning("webarchive-warc-truncated")));
    }
    if head.get("warc-date").is_some_and(|text| warc_date(text).is_none()) {
        findings.push(say(Finding::error("webarchive-warc-date")));
    }
}

/// Block and payload digest against the bytes.
fn checks(gathered: &Gathered, stated: &[Option<Stated>; 2], elsewhere: bool) -> [Checked; 2] {
    let plain = |sums: &Sums, stated: &Stated| match sums.agree(stated) {
        Some(true) => Checked::Holds,
        Some(false) => Checked::Fails,
        None => Checked::Unchecked,
    };
    let block = stated[0].as_ref().map_or(Checked::None, |stated| plain(&gathered.block, stated));
    let payload = stated[1].as_ref().map_or(Checked::None, |stated| {
        if elsewhere {
            return Checked::Unchecked;
        }
        let first = plain(&gathered.payload, stated);
        let dechunked = gathered.dechunked.as_ref().map(|sums| plain(sums, stated));
        if first == Checked::Fails && dechunked == Some(Checked::Holds) {
            return Checked::HoldsWithoutChunks;
        }
        first
    });
    [block, payload]
}

fn fails(checked: [Checked; 2], findings: &mut Findings, say: &dyn Fn(Finding) -> Finding) {
    let [block, payload] = checked;
    if block == Checked::Fails {
        findings.push(say(Finding::error("webarchive-warc-block-differs")));
    }
    if payload == Checked::Fails {
        findings.push(say(Finding::error("webarchive-warc-payload-differs")));
    }
}

fn assemble(
    head: &Head,
    number: u64,
    kind: String,
    block_type: Option<String>,
    gathered: &Gathered,
) -> Record {
    let bare = |name: &str| head.get(name).map(|text| text.trim_matches(['<', '>']).to_owned());
    let http = gathered.http.as_ref();
    let media_type = match http {
        Some(http) => http.media_type.clone(),
        None => block_type.clone(),
    };
    let mut record = Record {
        number,
        version: head.version.clone(),
        id: bare("warc-record-id").unwrap_or_default(),
        at: head.get("warc-date").and_then(warc_date),
        target: bare("warc-target-uri"),
        status: http.and_then(|http| http.status),
        coding: http.and_then(|http| http.coding.clone()),
        payload_digest: head.get("warc-payload-digest").map(str::to_owned),
        start: 0,
        end: 0,
        block_bytes: gathered.block.bytes(),
        payload_bytes: gathered.body().bytes(),
        payload_sha256: gathered.body().sha256(),
        block: Checked::None,
        payload: Checked::None,
        title: None,
        software: (kind == "warcinfo").then(|| software(&gathered.lead)).flatten(),
        kind,
        block_type,
        media_type,
    };
    if record.is_page() {
        record.title = html::title(&gathered.readable_lead(), record.media_type.as_deref());
    }
    record
}

/// `software: …` of the fields in a `warcinfo` block.
fn software(lead: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(lead);
    let line = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("software").then(|| value.trim().to_owned())
    })?;
    (!line.is_empty()).then(|| crate::limits::cut(&line, 200))
}

#[cfg(test)]
mod tests {
    use super::read;
    use redress_base::Sha256;

    #[test]
    fn the_smallest_record_has_the_empty_sum() {
        let text = "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:a:b>\r\nWARC-Date: 2020-10-07T21:22:36Z\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
        let mut found = Vec::new();
        let (summary, findings) =
            read("a.warc", &mut text.as_bytes(), &mut |record| found.push(record.clone()));
        assert!(summary.complete && summary.records == 1, "{findings:?}");
        let empty: Sha256 =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".parse().unwrap();
        assert_eq!((found[0].payload_sha256, found[0].end), (empty, text.len() as u64));
    }
}
