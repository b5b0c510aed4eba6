//! HAR 1.2: the traffic of a browser as one JSON text, read entry by entry.

use crate::base64_body::Base64Body;
use crate::date::{by_tool, rfc3339};
use crate::description::{Draft, Page, Part};
use crate::digest::Sums;
use crate::findings::{Findings, Step};
use crate::json::Json;
use crate::limits::{MOST_ADDRESS, MOST_PAGES, MOST_TEXT, MOST_TITLE, cut};
use redress_base::{Finding, Stamp};
use std::collections::BTreeMap;
use std::io::Read;

/// Bytes of an address that are kept while reading; the list cuts by characters.
const ADDRESS: usize = 4 * MOST_ADDRESS;

/// What is gathered while the log streams by.
#[derive(Default)]
struct Log {
    seen: bool,
    version: Option<String>,
    creator: Option<String>,
    browser: Option<String>,
    pages: Vec<Sheet>,
    /// The first entry of each page: number, address, status.
    firsts: BTreeMap<String, (u64, String, Option<u16>)>,
    without_body: u64,
    /// Bytes of text kept so far.
    text: usize,
}

/// One of `log.pages`.
#[derive(Default)]
struct Sheet {
    id: String,
    title: Option<String>,
    at: Option<Stamp>,
}

/// One of `log.entries`, while it is read.
struct Entry {
    start: u64,
    page: Option<String>,
    started: Option<String>,
    method: Option<String>,
    url: Option<String>,
    status: Option<i64>,
    answered: bool,
    media_type: Option<String>,
    encoding: Option<String>,
    size: Option<i64>,
    text: Option<Texts>,
    twice: Option<&'static str>,
}

/// The sums of a body that may turn out to be base64: `encoding` stands behind `text` as a rule.
struct Texts {
    plain: Sums,
    decoded: Sums,
    sound: bool,
}

/// Reads a HAR into a draft. Gives whether it was read to its end.
pub(crate) fn describe(
    source: &mut (impl Read + ?Sized),
    draft: &mut Draft,
    findings: &mut Findings,
) -> bool {
    let mut log = Log::default();
    let mut source = source;
    let read = whole(&mut Json::new(&mut source), &mut log, draft, findings);
    finish(log, draft, findings);
    match read {
        Ok(()) => true,
        Err(finding) => {
            findings.push(*finding);
            false
        }
    }
}

fn whole(json: &mut Json<'_>, log: &mut Log, draft: &mut Draft, findings: &mut Findings) -> Step<()> {
    json.skip_mark()?;
    if json.peek()? != Some(b'{') {
        return Err(json.broken());
    }
    json.object(&mut |json, name| match name {
        "log" => {
            let byte = json.at();
            if std::mem::replace(&mut log.seen, true) {
                return Err(Box::new(twice("log", byte)));
            }
            let is_object = json.object(&mut |json, name| in_log(json, name, log, draft, findings))?;
            if is_object {
                Ok(())
            } else {
                Err(Box::new(Finding::error("webarchive-har-no-log").with("byte", byte)))
            }
        }
        _ => json.skip(),
    })?;
    if json.peek()?.is_some() {
        return Err(json.broken());
    }
    if log.seen { Ok(()) } else { Err(Box::new(Finding::error("webarchive-har-no-log").with("byte", 0u64))) }
}

fn twice(name: &str, byte: u64) -> Finding {
    Finding::error("webarchive-json-key-twice").with("key", name).with("byte", byte)
}

fn in_log(
    json: &mut Json<'_>,
    name: &str,
    log: &mut Log,
    draft: &mut Draft,
    findings: &mut Findings,
) -> Step<()> {
    match name {
        "version" => log.version = json.text(40)?,
        "creator" => log.creator = tool(json)?,
        "browser" => log.browser = tool(json)?,
        "pages" => drop(json.array(&mut |json| {
            let sheet = sheet(json)?;
            log.text = log
                .text
                .saturating_add(sheet.id.len().saturating_add(sheet.title.as_ref().map_or(0, String::len)));
            if log.pages.len() < MOST_PAGES && log.text <= MOST_TEXT {
                log.pages.push(sheet);
            }
            Ok(())
        })?),
        "entries" => {
            let byte = json.at();
            if !json.array(&mut |json| entry(json, log, draft, findings))? {
                return Err(Box::new(Finding::error("webarchive-har-no-log").with("byte", byte)));
            }
        }
        _ => json.skip()?,
    }
    Ok(())
}

/// `{"name": …, "version": …}` as `name version`.
fn tool(json: &mut Json<'_>) -> Step<Option<String>> {
    let (mut name, mut version) = (None, None);
    json.object(&mut |json, key| match key {
        "name" => json.text(200).map(|text| name = text),
        "version" => json.text(200).map(|text| version = text),
        _ => json.skip(),
    })?;
    let words: Vec<String> = [name, version].into_iter().flatten().filter(|text| !text.is_empty()).collect();
    Ok((!words.is_empty()).then(|| words.join(" ")))
}

fn sheet(json: &mut Json<'_>) -> Step<Sheet> {
    let mut sheet = Sheet::default();
    json.object(&mut |json, key| {
        match key {
            "id" => sheet.id = json.text(400)?.unwrap_or_default(),
            "title" => sheet.title = json.text(ADDRESS)?,
            "startedDateTime" => sheet.at = json.text(64)?.and_then(|text| rfc3339(&text)).map(by_tool),
            _ => json.skip()?,
        }
        Ok(())
    })?;
    Ok(sheet)
}

fn entry(json: &mut Json<'_>, log: &mut Log, draft: &mut Draft, findings: &mut Findings) -> Step<()> {
    json.peek()?;
    let mut entry = Entry::at(json.at());
    json.object(&mut |json, key| entry.member(json, key))?;
    let end = json.at();
    let number = draft.next_number();
    let say = |finding: Finding, start: u64| finding.with("record", number).with("byte", start);
    if let Some(name) = entry.twice {
        findings.push(twice(name, entry.start));
    }
    let at = entry.started.as_deref().and_then(rfc3339).map(by_tool);
    if entry.url.is_none() || !entry.answered || at.is_none() {
        findings.push(say(Finding::error("webarchive-har-entry"), entry.start));
    }
    let base64 = entry.encoding.as_deref().is_some_and(|text| text.eq_ignore_ascii_case("base64"));
    let known = entry.encoding.as_deref().is_none_or(|text| base64 || text.is_empty());
    if !known {
        findings.push(say(Finding::warning("webarchive-har-encoding"), entry.start));
    }
    let recorded = entry.text.is_some();
    let texts = entry.text.unwrap_or_else(Texts::new);
    if base64 && !texts.sound {
        findings.push(say(Finding::error("webarchive-base64"), entry.start));
    }
    let body = if base64 { &texts.decoded } else { &texts.plain };
    let stated = entry.size.and_then(|size| u64::try_from(size).ok());
    if !recorded && stated.is_none_or(|size| size > 0) {
        log.without_body = log.without_body.saturating_add(1);
    }
    if let Some(size) = stated.filter(|size| recorded && *size != body.bytes()) {
        let note = Finding::note("webarchive-har-size").with("stated", size).with("found", body.bytes());
        findings.push(say(note, entry.start));
    }
    let status = entry.status.and_then(|code| u16::try_from(code).ok()).filter(|code| *code > 0);
    let url = entry.url.map(|url| cut(&url, MOST_ADDRESS));
    if let (Some(page), Some(url)) = (entry.page, &url) {
        log.first_of(page, number, url, status);
    }
    let (bytes, sha256) = (body.bytes(), body.sha256());
    let what = "entry".to_owned();
    let media_type = entry.media_type;
    let start = entry.start;
    draft.part(Part {
        number,
        what,
        member: None,
        url,
        at,
        status,
        media_type,
        coding: None,
        start,
        end,
        bytes,
        sha256,
    });
    Ok(())
}

impl Log {
    /// Keeps the first entry of a page, while there is room.
    fn first_of(&mut self, page: String, number: u64, url: &str, status: Option<u16>) {
        let room = self.firsts.len() < MOST_PAGES && self.text <= MOST_TEXT;
        if room && !self.firsts.contains_key(&page) {
            self.text = self.text.saturating_add(page.len().saturating_add(url.len()));
            self.firsts.insert(page, (number, url.to_owned(), status));
        }
    }
}

impl Texts {
    fn new() -> Texts {
        Texts { plain: Sums::default(), decoded: Sums::default(), sound: true }
    }
}

impl Entry {
    const fn at(start: u64) -> Entry {
        Entry {
            start,
            page: None,
            started: None,
            method: None,
            url: None,
            status: None,
            answered: false,
            media_type: None,
            encoding: None,
            size: None,
            text: None,
            twice: None,
        }
    }

    fn once(&mut self, name: &'static str, before: bool) {
        if before {
            self.twice = Some(name);
        }
    }

    fn member(&mut self, json: &mut Json<'_>, key: &str) -> Step<()> {
        match key {
            "pageref" => self.page = json.text(400)?,
            "startedDateTime" => {
                self.once("startedDateTime", self.started.is_some());
                self.started = json.text(64)?;
            }
            "request" => {
                self.once("request", self.url.is_some());
                json.object(&mut |json, key| self.request(json, key))?;
            }
            "response" => {
                self.once("response", self.answered);
                self.answered = json.object(&mut |json, key| self.response(json, key))?;
            }
            _ => json.skip()?,
        }
        Ok(())
    }

    fn request(&mut self, json: &mut Json<'_>, key: &str) -> Step<()> {
        match key {
            "method" => self.method = json.text(40)?,
            "url" => {
                self.once("url", self.url.is_some());
                self.url = json.text(ADDRESS)?;
            }
            _ => json.skip()?,
        }
        Ok(())
    }

    fn response(&mut self, json: &mut Json<'_>, key: &str) -> Step<()> {
        match key {
            "status" => {
                self.once("status", self.status.is_some());
                self.status = json.number()?;
            }
            "content" => drop(json.object(&mut |json, key| self.content(json, key))?),
            _ => json.skip()?,
        }
        Ok(())
    }

    fn content(&mut self, json: &mut Json<'_>, key: &str) -> Step<()> {
        match key {
            "size" => self.size = json.number()?,
            "mimeType" => self.media_type = json.text(400)?.filter(|text| !text.is_empty()),
            "encoding" => {
                self.once("encoding", self.encoding.is_some());
                self.encoding = json.text(40)?;
            }
            "text" => {
                self.once("text", self.text.is_some());
                let mut texts = Texts::new();
                let mut base64 = Base64Body::default();
                let is_text = json.stream(&mut |piece| {
                    texts.plain.update(piece);
                    base64.push(piece, &mut |data| texts.decoded.update(data));
                })?;
                let (strange, whole) = base64.finish(&mut |data| texts.decoded.update(data));
                texts.sound = strange == 0 && whole;
                self.text = is_text.then_some(texts);
            }
            _ => json.skip()?,
        }
        Ok(())
    }
}

/// Tool, version and pages, once the log was read as far as it goes.
fn finish(log: Log, draft: &mut Draft, findings: &mut Findings) {
    if log.seen && log.version.as_deref() != Some("1.2") {
        let shown = log.version.clone().unwrap_or_default();
        findings.push(Finding::warning("webarchive-har-version").with("version", shown));
    }
    if log.without_body > 0 {
        findings.push(Finding::note("webarchive-har-no-body").with("entries", log.without_body));
    }
    draft.whole.version = log.version;
    draft.whole.tool = match (log.creator, log.browser) {
        (Some(creator), Some(browser)) => Some(format!("{creator} ({browser})")),
        (one, other) => one.or(other),
    };
    draft.whole.made = log.pages.iter().filter_map(|page| page.at).min_by_key(|stamp| stamp.at);
    for sheet in log.pages {
        let first = log.firsts.get(&sheet.id);
        let title = sheet.title.map(|title| cut(&title, MOST_TITLE)).filter(|title| !title.is_empty());
        // Chrome writes the address as title; a page without entries has no other.
        let url = first.map_or_else(|| title.clone().unwrap_or_default(), |(_, url, _)| url.clone());
        let status = first.and_then(|(_, _, status)| *status);
        draft.page(Page { url, at: sheet.at, status, title, part: first.map(|(number, ..)| *number) });
    }
}
